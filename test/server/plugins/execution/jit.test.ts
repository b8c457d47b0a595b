import { afterAll, beforeAll, expect, test } from 'vitest'
import { schema } from '../../../../src/graphql/schema.js'
import type { App } from '../../../../src/server/app.js'
import { statements } from '../../../statements.js'
import { openTestStore, type TestStore } from '../../../support.js'
import { post, testApp } from '../../support.js'
import { bodyOf, cases } from './repeated-queries.js'

let opened: TestStore
beforeAll(async () => {
  opened = await openTestStore()
})
afterAll(() => opened.close())

/** Asks often enough for the answer to come from a compiled query, and answers all that was said. */
async function again(app: App, body: object): Promise<string[]> {
  const texts: string[] = []
  for (let times = 0; times < 4; times++) {
    const response = await post(app, body)
    const text = await response.text()
    texts.push(`${response.status} ${text.replaceAll(/[0-9a-f-]{36}/g, 'id')}`)
  }
  return texts
}

test.each(cases)('%s: the compiled query gives the same response', async (_, each) => {
  const { app } = testApp({ store: opened.store, schema })
  const said = await again(app, await bodyOf(each))
  expect(new Set(said).size, said.join('\n')).toBe(1)
})

test('a compiled query that fails is not executed again', async () => {
  const { app } = testApp({ store: opened.store, schema })
  const query = '{ indicators(first: 2) { totalCount nodes { value(unit: ENTERPRISE) } } }'
  const counts: number[] = []
  for (let times = 0; times < 4; times++) counts.push((await statements(() => post(app, { query }))).length)
  expect(new Set(counts.slice(1)), `${counts}`).toEqual(new Set([counts[1]]))
})
