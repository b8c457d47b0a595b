// Compresses the largest files of the build again, as far as they can be, for a tarball: a build would wait half a minute.
import { readFile, rename, writeFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { brotliCompress, brotliDecompress, constants } from 'node:zlib'

const files = ['store.tar.br', 'fonts/chinese.br'].map((name) => new URL(`../../dist/${name}`, import.meta.url))
const [compress, decompress] = [promisify(brotliCompress), promisify(brotliDecompress)]

await Promise.all(
  files.map(async (file) => {
    const content = await decompress(await readFile(file))
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    }
    const part = new URL(`${file.href}.part`)
    await writeFile(part, await compress(content, { params }))
    await rename(part, file) // a server may read the file meanwhile
  }),
)
