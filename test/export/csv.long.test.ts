import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { csv } from '../../src/files/csv/reader.js'
import { generated, prepareForGenerated, release, said } from '../figures.js'
import { type Answer, ask } from '../graphql/ask.js'
import { openTestStore, type TestStore } from '../support.js'
import { bytesOf, download } from './support.js'

let opened: TestStore
let known: Set<string>
beforeAll(async () => {
  opened = await openTestStore()
  const shipped = await exported({})
  await prepareForGenerated(opened.database)
  const figures = generated(2500, 11)
  await release(opened.database, { code: 'FIRST', publishedAt: '2024-06-01T00:00:00Z' }, figures.slice(0, 2000))
  // The second prints some of it again, and some of it otherwise.
  const other = figures.slice(1500, 1750).map((each) => ({ ...each, flags: 'r' }))
  await release(opened.database, { code: 'SECOND', publishedAt: '2024-07-01T00:00:00Z' }, [
    ...other,
    ...figures.slice(1750),
  ])
  known = new Set([...shipped, ...[...figures, ...other].map(said)])
})
afterAll(() => opened.close())

/** The figures of a file, in its order, as all that is printed of them. */
async function exported(variables: object): Promise<string[]> {
  const response = await download(opened, 'csv', {}, { variables: JSON.stringify(variables) })
  const bytes = await bytesOf(response)
  const found: string[] = []
  const source = (async function* () {
    yield new Uint8Array(bytes)
  })()
  for await (const { figure, problems } of csv(source, { file: 'a.csv', stage: 'MONTHLY' })) {
    expect(problems ?? []).toEqual([])
    if (figure) found.push(said(figure))
  }
  return found
}

interface Node {
  readonly series: { readonly key: string }
  readonly period: string
}

/** What they are figures of, in the order of the list that GraphQL pages through. */
async function listed(variables: object): Promise<string[]> {
  const keys: string[] = []
  let after: string | null = null
  do {
    const { data, errors }: Answer = await ask(
      opened.store,
      `query ($filter: IndicatorFilter, $orderBy: [IndicatorOrder!], $after: String) {
        indicators(filter: $filter, orderBy: $orderBy, first: 1000, after: $after) {
          nodes { series { key } period } pageInfo { hasNextPage endCursor } } }`,
      { ...variables, after },
    )
    expect(errors).toBeUndefined()
    const { nodes, pageInfo }: { nodes: Node[]; pageInfo: { hasNextPage: boolean; endCursor: string } } =
      data.indicators
    keys.push(...nodes.map(({ series, period }) => `${series.key} ${period}`))
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null
  } while (after !== null)
  return keys
}

const keyOf = (text: string): string => text.split('; ', 1)[0] ?? ''

describe('the file has the answer of the query, as imported:', () => {
  test.each<[string, object]>([
    ['everything', {}],
    ['a subtree', { filter: { within: ['LOCATION:GUANGDONG'] } }],
    ['two dimensions crossed', { filter: { dimensions: ['PARTNER', 'PRODUCT'], categories: ['PARTNER:EU'] } }],
    ['a range of values in a unit', { filter: { unit: 'CNY_BILLION', value: { gte: '0.5', lt: '900' } } }],
    ['what was known then', { filter: { asOf: '2024-06-15T00:00:00+08:00' } }],
    ['what a release printed', { filter: { releases: ['SECOND'] } }],
    ['alternatives', { filter: { or: [{ frequency: ['ANNUAL'] }, { not: { hasValue: true } }] } }],
    ['another order', { filter: { metrics: ['EXPORTS'] }, orderBy: [{ field: 'VALUE', direction: 'DESC' }] }],
    ['an order of two keys', { orderBy: [{ field: 'CATEGORY' }, { field: 'SHARE', direction: 'DESC' }] }],
  ])('%s', async (_, variables) => {
    const found = await exported(variables)
    const expected = await listed(variables)
    expect(found.length).toBeGreaterThan(10)
    if ('orderBy' in variables) expect(found.map(keyOf)).toEqual(expected)
    expect(found.map(keyOf).toSorted()).toEqual(expected.toSorted())
    expect(found.filter((text) => !known.has(text))).toEqual([])
  })
})

test('without an order, ties are sorted by series', async () => {
  const found = (await exported({ filter: { periods: ['2024'] } })).map(keyOf)
  const tied = (key: string): string => key.replace(/\|(CNY|USD)\|.*$/, '')
  for (const [at, key] of found.entries()) {
    const next = found[at + 1]
    if (next !== undefined && tied(next) === tied(key)) expect(key < next).toBe(true)
  }
})
