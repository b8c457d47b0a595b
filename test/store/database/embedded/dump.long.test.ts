import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { openEmbedded } from '../../../../src/store/database/embedded/pglite.js'

test('a dump has one segment of the log, and opens with its rows', async () => {
  const { pool, dump, close } = await openEmbedded(null)
  const rows = "SELECT n, repeat('x', 300) AS text FROM generate_series(1, 100000) AS n" // more than a segment of 16 MB
  await pool.query(`CREATE TABLE kept AS ${rows}`)
  const dumped = Buffer.from(await dump())
  await close()
  expect(dumped.toString('latin1').match(/pg_wal\/[0-9A-F]{24}/g)).toHaveLength(1)

  const copy = await openEmbedded(null, dumped)
  expect((await copy.pool.query('SELECT count(*)::int AS rows FROM kept')).rows).toEqual([{ rows: 100000 }])
  await copy.close()
})

const parent = await mkdtemp(join(tmpdir(), 'trade-indicators-dump-'))
afterAll(() => rm(parent, { recursive: true }))

test('a folder starts as a copy of a dump for its owner only', async () => {
  const { pool, dump, close } = await openEmbedded(null)
  await pool.query('CREATE TABLE kept AS SELECT 1 AS n')
  const dumped = await dump()
  await close()
  const compressed = brotliCompressSync(dumped, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } })
  const [whole, cut] = [join(parent, 'whole'), join(parent, 'cut')]
  await writeFile(whole, compressed)
  await writeFile(cut, compressed.subarray(0, compressed.length / 2))
  const folder = await mkdtemp(join(parent, 'store-'))

  await expect(openEmbedded(folder, cut)).rejects.toThrow('unexpected end of file')
  const copy = await openEmbedded(folder, whole)
  expect((await copy.pool.query('SELECT n FROM kept')).rows).toEqual([{ n: 1 }])
  await copy.close()
  const modes = await Promise.all(['', 'base', 'PG_VERSION'].map((name) => stat(join(folder, 'pgdata', name))))
  expect(modes.map(({ mode }) => (mode & 0o777).toString(8))).toEqual(['700', '700', '600'])
})
