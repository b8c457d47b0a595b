import { setImmediate } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { schema } from '../../../../src/graphql/schema.js'
import { openTestStore, type TestStore } from '../../../support.js'
import { post, testApp } from '../../support.js'

let opened: TestStore
beforeAll(async () => {
  opened = await openTestStore()
})
afterAll(() => opened.close())

const unhandled: unknown[] = []
const note = (reason: unknown): void => void unhandled.push(reason)
beforeEach(() => {
  unhandled.length = 0
  process.on('unhandledRejection', note)
})
afterEach(() => {
  process.off('unhandledRejection', note)
})

// The first item waits for the store and fails then, while a later one fails at once.
const pending = 'pending: categories { indicators(first: 1) { totalCount } }'
const failing = 'failing: categories(parent: "NOPE") { code }'
const unless = 'unless: categories(parent: "ALL") { code }'

test.each([
  ['a field', `{ dimensions { ${unless} ${pending} ${failing} } }`],
  ['a list within a list', `{ metrics { dimensions { ${unless} ${pending} ${failing} } } }`],
])('an error of %s beside pending items leaves no rejection unhandled', async (_, query) => {
  const { app } = testApp({ store: opened.store, schema, config: { CACHE_BYTES: '0' } })
  for (let times = 0; times < 5; times++) {
    const response = await post(app, { query })
    const { errors } = await response.json()
    expect(errors[0].extensions.code).toBe('UNKNOWN_CODE')
  }
  await setImmediate()
  expect(unhandled).toEqual([])
})
