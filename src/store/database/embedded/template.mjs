import { mkdirSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliDecompress } from 'node:zlib'
import { unpackTar } from 'modern-tar'

/**
 * Creates the files of a store from a template, the file of a dump compressed with Brotli. PGlite, which can load a dump,
 * takes twice as long.
 * @param {string} dataDir
 * @param {string} template
 */
export async function copyTemplate(dataDir, template) {
  const entries = await unpackTar(await promisify(brotliDecompress)(await readFile(template)))
  for (const { header, data } of entries) {
    const path = join(dataDir, header.name)
    if (header.type === 'directory') mkdirSync(path, { recursive: true, mode: 0o700 })
    else writeFileSync(path, data ?? '', { mode: 0o600 })
  }
}
