import { fc, test as property } from '@fast-check/vitest'
import { afterAll, beforeAll, expect } from 'vitest'
import { schema } from '../../../../src/graphql/schema.js'
import type { App } from '../../../../src/server/app.js'
import { Store } from '../../../../src/store/query/store.js'
import { figure, release } from '../../../figures.js'
import { openTestStore, type TestStore } from '../../../support.js'
import { testApp } from '../../support.js'

let opened: TestStore
beforeAll(async () => {
  opened = await openTestStore()
  opened.database.versions.relyFrom(Number.POSITIVE_INFINITY) // however slow the machine is
  await opened.store.ask()
})
afterAll(() => opened.close())

const get = (app: App, query: string): Promise<Response> =>
  Promise.resolve(
    app.fetch(`http://test/graphql?query=${encodeURIComponent(query)}`, { headers: { accept: 'application/json' } }),
  )

const questions = [
  '{ store { version indicators } }',
  '{ indicators(filter: {metrics: ["IMPORTS"]}) { totalCount nodes { period value } } store { version } }',
  '{ store { version } indicators(first: 2, orderBy: [{field: PERIOD, direction: DESC}]) { nodes { series { lastPeriod } } } }',
]
let year = 2025

property.prop([fc.array(fc.oneof(fc.nat(questions.length - 1), fc.constant(null)), { minLength: 4, maxLength: 8 })], {
  numRuns: 4,
})('an answer is of the version that it says, whatever comes between', async (steps) => {
  const { database, store } = opened
  const app = testApp({ store, schema }).app
  const executed = new Map<string, string>()
  const remember = async (): Promise<void> => {
    const asks = new Store(database)
    const apart = testApp({ store: asks, schema, config: { CACHE_BYTES: '0' } }).app
    for (const each of questions) {
      const response = await get(apart, each)
      executed.set(`${response.headers.get('x-store-version')} ${each}`, await response.text())
    }
  }
  const asked: Promise<{ question: string; atLeast: number; said: string; text: string }>[] = []
  await remember()
  for (const step of steps) {
    if (step === null) {
      const period = `${year++}`
      const figures = [figure({ metric: 'IMPORTS', period, value: '18.5' })]
      const importing = release(database, { code: `P-${period}`, publishedAt: '2026-01-01T00:00:00Z' }, figures)
      for (const each of questions) ask(each) // while it comes in
      await importing
      await remember()
    } else ask(questions[step] as string)
  }
  for (const { question, atLeast, said, text } of await Promise.all(asked)) {
    expect(Number(said)).toBeGreaterThanOrEqual(atLeast)
    expect(JSON.parse(text).data.store.version).toBe(Number(said))
    expect(text).toBe(executed.get(`${said} ${question}`))
  }

  function ask(question: string): void {
    const atLeast = database.versions.newest.version
    asked.push(
      get(app, question).then(async (response) => ({
        question,
        atLeast,
        said: response.headers.get('x-store-version') ?? '',
        text: await response.text(),
      })),
    )
  }
})
