import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { to } from 'pg-copy-streams'
import { afterAll, describe, expect, inject, test } from 'vitest'
import { openEmptyStore } from '../../support.js'

const onServer = 'server' in inject('template')
const notTried = onServer ? '' : ' (not tried: the embedded store has no connections)'

describe.skipIf(!onServer)(`a connection that is silent for twenty seconds${notTried}`, async () => {
  const { database, close } = await openEmptyStore()
  afterAll(close)

  test('is kept while the database works, and while data is unread', async () => {
    const { pool } = database
    const client = await pool.connect()
    const copied = client.query(to(`COPY (SELECT repeat('x', 1000) FROM generate_series(1, 50000)) TO STDOUT`))
    await once(copied, 'readable')
    copied.read(1)
    const { rows } = await pool.query('SELECT pg_sleep(20), 1 AS one')
    expect(rows).toMatchObject([{ one: 1 }])
    expect(await text(copied)).toHaveLength(50_000 * 1001 - 1)
    client.release()
  })
})
