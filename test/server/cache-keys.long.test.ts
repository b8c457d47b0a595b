import { fc, test as property } from '@fast-check/vitest'
import { afterAll, beforeAll, expect } from 'vitest'
import { schema } from '../../src/graphql/schema.js'
import { openTestStore, type TestStore } from '../support.js'
import { testApp } from './support.js'

let opened: TestStore
beforeAll(async () => {
  opened = await openTestStore()
  await opened.database.listen()
})
afterAll(() => opened.close())

const spec = 'application/graphql-response+json'
const request = fc.record({
  query: fc.constantFrom('{__typename}', '{a:__typename}', '{', '{__typename}&query={a:__typename}'),
  posted: fc.boolean(),
  accept: fc.constantFrom(null, '', spec),
  'content-type': fc.constantFrom(null, '', 'application/json'),
  'x-query-cost': fc.constantFrom(null, '', '1'),
  origin: fc.constantFrom(null, 'https://a.example', 'https://b.example'),
})

property.prop([fc.array(request, { minLength: 2, maxLength: 24 })], { numRuns: 40 })(
  'a cached response equals the response without a cache',
  async (requests) => {
    const config = { CORS_ORIGINS: 'https://a.example', RATE_LIMIT_PER_MINUTE: '0' }
    const { app } = testApp({ store: opened.store, schema, config })
    for (const { query, posted, ...given } of requests) {
      const headers = Object.fromEntries(Object.entries(given).filter(([, each]) => each !== null)) as Record<
        string,
        string
      >
      const body = JSON.stringify({ query })
      const length = { 'content-length': String(body.length) }
      const ask = async (of: typeof app) => {
        const response = await (posted
          ? of.fetch('http://test/graphql', { method: 'POST', headers: { ...headers, ...length }, body })
          : of.fetch(`http://test/graphql?query=${query}`, { headers }))
        const { headers: answered } = response
        return [
          response.status,
          await response.text(),
          answered.get('content-type'),
          answered.get('access-control-allow-origin'),
        ]
      }
      const fresh = testApp({ store: opened.store, schema, config: { ...config, CACHE_BYTES: '0' } }).app
      expect(await ask(app)).toEqual(await ask(fresh))
    }
  },
)
