import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CodeListRows } from '../../src/domain/codes/codes.js'
import { writeCodeLists } from '../../src/store/admin/code-lists.js'
import { change } from '../../src/store/database/change.js'
import { figure, release } from '../figures.js'
import { ask, refusal } from '../graphql/ask.js'
import { openTestStore, type TestStore } from '../support.js'
import { derived } from './derived-support.js'

const metric = (code: string, identity = ''): CodeListRows['metrics'][number] => ({
  ...{ code, identity, name: { en: null, zh: null }, description: null, additivity: 'FLOW' },
})

let opened: TestStore
beforeAll(async () => {
  opened = await openTestStore()
  await change(opened.database, async (tx, version) => {
    const metrics = [
      ...[metric('SALES'), metric('RETURNS')],
      ...[metric('TURNOVER', 'SALES + RETURNS'), metric('NET', 'SALES - RETURNS')],
    ]
    await writeCodeLists(tx, version, { metrics, dimensions: [], categories: [] })
    return { changed: true, result: undefined }
  })
  await release(opened.database, { code: 'SHOPS' }, [
    figure({ metric: 'SALES', value: '5.0' }),
    figure({ metric: 'RETURNS', value: '1.5' }),
    figure({ metric: 'TURNOVER', value: '6.5' }),
    figure({ metric: 'NET', value: '3.4' }),
  ])
})
afterAll(() => opened.close())

test.each([
  { of: 'SALES', base: 'RETURNS' },
  { of: 'RETURNS', base: 'SALES' },
  { of: 'TURNOVER', base: 'RETURNS' },
])('the balance of $of follows from the identity in the code list', async ({ of, base }) => {
  const found = await derived(opened.store, `metric: "${of}", period: "2023"`, 'balance(unit: CNY_TRILLION)')
  expect(found).toMatchObject({
    value: '3.5',
    reported: '3.4',
    agreement: 'ROUNDING',
    base: { metric: { code: base } },
  })
})

test.each([
  { metrics: ['TURNOVER', 'NET'], answer: 'WOULD_DOUBLE_COUNT' },
  { metrics: ['NET', 'RETURNS'], answer: 'WOULD_DOUBLE_COUNT' },
  { metrics: ['SALES', 'RETURNS'], answer: '0 errors' },
  { metrics: ['NET', 'EXPORTS'], answer: '0 errors' },
])('the sum of $metrics is answered with $answer', async ({ metrics, answer }) => {
  const query =
    'query ($metrics: [String!]) { aggregate(filter: { metrics: $metrics, dimensions: ["TOTAL"], periods: ["2023"], unit: CNY }, groupBy: []) { sum } }'
  expect(refusal(await ask(opened.store, query, { metrics }))).toBe(answer)
})
