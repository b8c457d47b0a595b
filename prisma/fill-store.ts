// Writes dist/store.tar.br, an embedded store with everything that ships. The first start copies it, which takes a
// fraction of the time of the imports.
import { rename, writeFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import { createLog } from '../src/server/log.js'
import { dumpSeeded } from '../src/server/seed.js'

const filled = new URL('../dist/store.tar.br', import.meta.url)
const partial = new URL(`${filled.href}.partial`)
const dump = await dumpSeeded(createLog({ level: 'silent', format: 'text' }), 'all')
// The window reaches over a whole database of the cluster: its three databases are nearly equal.
const params = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS }
await writeFile(partial, await promisify(brotliCompress)(dump, { params }))
await rename(partial, filled)
