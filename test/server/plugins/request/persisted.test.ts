import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { schema } from '../../../../src/graphql/schema.js'
import type { App } from '../../../../src/server/app.js'
import { openTestStore, type TestStore } from '../../../support.js'
import { post, testApp } from '../../support.js'

let opened: TestStore
beforeAll(async () => {
  opened = await openTestStore()
  await opened.database.listen()
})
afterAll(() => opened.close())

const query = '{ store { version } }'
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')
const persisted = (sha256Hash: unknown, version: unknown = 1) => ({
  extensions: { persistedQuery: { version, sha256Hash } },
})
const app = (): App => testApp({ store: opened.store, schema }).app
const get = (app: App, parameters: Record<string, unknown>): Promise<Response> => {
  const search = Object.entries(parameters).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ])
  return Promise.resolve(
    app.fetch(`http://test/graphql?${new URLSearchParams(search)}`, { headers: { accept: 'application/json' } }),
  )
}

describe.each([
  ['GET', get],
  ['POST', post],
] as const)('over %s', (_, ask) => {
  test('an operation is executed by its hash once it was sent', async () => {
    const server = app()
    const unknown = await ask(server, persisted(hashOf(query)))
    expect([unknown.status, unknown.headers.get('cache-control'), await unknown.json()]).toEqual([
      404,
      'no-store',
      { errors: [{ message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }] },
    ])
    const answer = { data: { store: { version: 6 } } }
    expect(await (await ask(server, { query, ...persisted(hashOf(query)) })).json()).toEqual(answer)
    for (let times = 0; times < 2; times++) {
      const known = await ask(server, persisted(hashOf(query)))
      expect([known.headers.get('etag'), await known.json()]).toEqual([expect.any(String), answer])
    }
  })

  test.each([
    ['of another', hashOf('{ other }'), 1],
    ['too short', 'ab', 1],
    ['no text', 5, 1],
    ['of another version', hashOf(query), 2],
  ])('a persisted query whose hash is %s is refused', async (_, hash, version) => {
    const response = await ask(app(), { query, ...persisted(hash, version) })
    const { errors } = await response.json()
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }])
  })
})

test('the least recently used operations are evicted beyond 8 MiB', async () => {
  const server = app()
  const long = (name: string): string => `{ store { version } } # ${name}${' x'.repeat(250_000)}`
  const send = (text: string) => post(server, { query: text, ...persisted(hashOf(text)) })
  const known = async (text: string): Promise<boolean> => (await post(server, persisted(hashOf(text)))).status === 200
  await send(query)
  for (let count = 0; count < 7; count++) await send(long(`${count}`))
  expect(await known(query)).toBe(true) // and is asked for just now
  for (let count = 7; count < 9; count++) await send(long(`${count}`))
  expect([await known(query), await known(long('0')), await known(long('8'))]).toEqual([true, false, true])
})
