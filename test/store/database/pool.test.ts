import { afterAll, describe, expect, test } from 'vitest'
import { cancelOnServer } from '../../../src/store/database/cancel-query.js'
import { openTestStore } from '../../support.js'

const { database, close } = await openTestStore()
afterAll(close)

const notTried = database.kind === 'server' ? '' : ' (not tried: the embedded store has no connections)'

describe.skipIf(notTried !== '')(`a connection that is cut${notTried}`, () => {
  const cut = 'SELECT pg_terminate_backend($1)'

  test('fails the next statement, and is then replaced', async () => {
    const client = await database.pool.connect()
    const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')
    const ended = new Promise((resolve) => client.once('end', resolve))
    await database.pool.query(cut, [rows[0]?.pid])
    await ended
    await expect(client.query('SELECT 1')).rejects.toThrow()
    client.release(true)
    expect((await database.pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
  })
})

test.skipIf(notTried !== '')(`a statement that begins after its cancel request is cancelled${notTried}`, async () => {
  const client = await database.pool.connect()
  let begin = (): void => {}
  const ended = new Promise<void>((resolve) => {
    begin = resolve
  }).then(() => client.query('SELECT pg_sleep(30)'))
  const stopped = expect(ended).rejects.toMatchObject({ code: '57014' })
  const stopping = cancelOnServer(client, ended)
  for (let count = 0; count < 20; count++) await database.pool.query('SELECT 1')
  begin()
  await stopping
  await stopped
  expect((await client.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
  client.release()
})
