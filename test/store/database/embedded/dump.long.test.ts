import { expect, test } from 'vitest'
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
