import { readdir, readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, expectTypeOf, test } from 'vitest'
import {
  ExportsByProductDocument,
  KnownThenDocument,
  TradeWithPartnersDocument,
  type TradeWithPartnersQuery,
} from '../../src/generated/gql/graphql.js'
import { statements } from '../statements.js'
import { openTestStore, type TestStore } from '../support.js'
import { ask, refusal } from './ask.js'

let opened: TestStore
beforeAll(async () => {
  opened = await openTestStore()
  // The census, which estimates of tables are made from, is taken once for each version of the store.
  await ask(opened.store, '{ aggregate(filter: {}, groupBy: [{ by: PERIOD }]) { count } }')
})
afterAll(() => opened.close())

const folders = {
  cases: new URL('../queries/', import.meta.url),
  operations: new URL('../../src/graphql/operations/', import.meta.url),
}
const named = async (folder: URL): Promise<string[]> =>
  (await readdir(folder)).filter((name) => name.endsWith('.graphql')).sort()

test('a typed document is answered as its type says', async () => {
  const { data, errors } = await ask(opened.store, TradeWithPartnersDocument, { period: '2023', partners: ['EU'] })
  expect(errors).toBeUndefined()
  expect(data.indicators?.nodes).toEqual([
    {
      category: { name: 'European Union', isAggregate: true },
      value: '55100',
      formatted: 'CNY 5.51 trillion',
      qualifier: 'EXACT',
    },
  ])

  // tsc reads these: exact numbers are strings, what may be missing is null, enums are their values.
  type Figure = NonNullable<TradeWithPartnersQuery['indicators']>['nodes'][number]
  expectTypeOf(data).toEqualTypeOf<TradeWithPartnersQuery>()
  expectTypeOf<Figure['value']>().toEqualTypeOf<string | null>()
  expectTypeOf<Figure['category']>().toEqualTypeOf<{ name: string; isAggregate: boolean }>()
  expectTypeOf<Figure['qualifier']>().toEqualTypeOf<'EXACT' | 'OVER' | 'UNDER' | 'ABOUT'>()
  expectTypeOf<NonNullable<TradeWithPartnersQuery['indicators']>['totalCount']>().toEqualTypeOf<number>()
  expectTypeOf<TradeWithPartnersQuery['dimension']>().toEqualTypeOf<{ name: string; inChinese: string } | null>()
  // @ts-expect-error: a variable that has to be given is missing
  expect(refusal(await ask(opened.store, TradeWithPartnersDocument, { partners: ['EU'] }))).toBe('BAD_USER_INPUT')
})

test('saved operations are answered for their variables', async () => {
  const breakdown = await ask(opened.store, ExportsByProductDocument, {
    metric: 'TRADE',
    dimension: 'PARTNER',
    categories: ['PARTNER:BELT_AND_ROAD'],
    periods: ['2024'],
    unit: 'CNY_100_MILLION',
    language: 'ZH',
  })
  expect(breakdown.errors).toBeUndefined()
  expect(breakdown.data.indicators?.nodes).toEqual([
    {
      category: { code: 'BELT_AND_ROAD', name: '共建“一带一路”国家' },
      value: '220700',
      qualifier: 'EXACT',
      formatted: '22.07万亿元',
    },
  ])
  const known = await ask(opened.store, KnownThenDocument, { metric: 'EXPORTS', asOf: '2022-06-30T00:00:00Z' })
  expect(known.data.then?.nodes.map(({ period }) => period)).toEqual(['2021', '2020'])
})

describe('a case is a file beside its variables and answer', async () => {
  test.each(await named(folders.cases))('%s', async (name) => {
    const document = await readFile(new URL(name, folders.cases), 'utf8')
    const expected = JSON.parse(await readFile(new URL(name.replace('.graphql', '.json'), folders.cases), 'utf8'))
    const { variables, ...answer } = expected
    expect(answer).toHaveProperty('data')
    expect(await ask(opened.store, document, variables)).toEqual(answer)
  })
})

describe('a tab of GraphiQL has its recorded answer and statements', async () => {
  test.each(await named(folders.operations))('%s', async (name) => {
    const document = await readFile(new URL(name, folders.operations), 'utf8')
    const expected = await readFile(new URL(`../answers/${name.replace('.graphql', '.json')}`, import.meta.url), 'utf8')
    let answer: unknown
    const sent = await statements(async () => {
      answer = await ask(opened.store, document)
    })
    expect({ statements: sent.length, answer }).toEqual(JSON.parse(expected))
  })
})
