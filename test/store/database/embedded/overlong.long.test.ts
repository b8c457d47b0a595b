import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { queryWithSignal } from '../../../../src/store/database/cancel-query.js'
import { openEmbedded } from '../../../../src/store/database/embedded/pglite.js'

test('an overlong statement of the embedded store ends with its thread', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'trade-indicators-'))
  const { pool, cancelQuery, close } = await openEmbedded(folder, null, 50)
  await pool.query('CREATE TABLE kept (n int)')
  await pool.query('INSERT INTO kept VALUES (7)')
  const stopped = new AbortController()
  const asked = queryWithSignal(pool, cancelQuery, stopped.signal, {
    text: 'SELECT count(*) FROM generate_series(1, 10000000000)',
  })
  await once(pool, 'acquire')
  await new Promise(setImmediate)
  const failed = expect(asked).rejects.toThrow('the embedded store has stopped')
  stopped.abort()
  await failed
  expect((await pool.query('SELECT n FROM kept')).rows).toEqual([{ n: 7 }])
  await close()
  await rm(folder, { recursive: true })
})
