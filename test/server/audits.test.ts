import { serverAudits } from 'graphql-http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { schema } from '../../src/graphql/schema.js'
import { openTestStore, type TestStore } from '../support.js'
import { testApp } from './support.js'

let opened: TestStore
let fetchFn: typeof fetch
beforeAll(async () => {
  opened = await openTestStore()
  const { app } = testApp({ store: opened.store, schema })
  fetchFn = async (url, init) => app.fetch(String(url), init ?? {})
})
afterAll(() => opened.close())

const audits = serverAudits({
  url: 'http://test/graphql',
  fetchFn: (...given: Parameters<typeof fetch>) => fetchFn(...given),
})

test('the number of GraphQL over HTTP audits has not changed', () => expect(audits).toHaveLength(61))

test.each(audits.map(({ id, name, fn }) => [id, name, fn] as const))('%s %s', async (_id, _name, fn) => {
  const { status, ...result } = await fn()
  expect(status, 'reason' in result ? result.reason : '').toBe('ok')
})
