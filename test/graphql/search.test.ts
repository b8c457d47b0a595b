import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeCodeLists } from '../../src/store/admin/code-lists.js'
import { change } from '../../src/store/database/change.js'
import { figure, release } from '../figures.js'
import { statements } from '../statements.js'
import { openTestStore, type TestStore } from '../support.js'
import { ask, refusal } from './ask.js'

const widgets = Array.from({ length: 25 }, (_, index) => `WIDGETS_${index + 10}`)

const addProducts = (...products: { readonly code: string; readonly synonyms?: readonly string[] }[]) =>
  change(opened.database, async (tx, version) => {
    const said = { dimension: 'PRODUCT', name: { en: null, zh: null }, description: null }
    const categories = products.map((each) => ({ ...said, ...each, parent: null, isAggregate: false, members: null }))
    await writeCodeLists(tx, version, { metrics: [], dimensions: [], categories })
    return { changed: true, result: undefined }
  })

let opened: TestStore
beforeAll(async () => {
  opened = await openTestStore()
  await addProducts(...widgets.map((code) => ({ code })))
  const exportsOf = (product: string, period: string) =>
    figure({ metric: 'EXPORTS', categories: [`PRODUCT:${product}`], period, value: '1' })
  await release(opened.database, { code: 'MONTHS', title: 'Months of 2024', publishedAt: '2025-03-01T00:00:00Z' }, [
    ...['2024-10', '2024-11', '2024-12'].map((period) => exportsOf('LITHIUM_ION_BATTERIES', period)),
    ...['2024-10', '2024-11'].map((period) => exportsOf('SOLAR_BATTERIES', period)),
  ])
})
afterAll(() => opened.close())

const search = /* GraphQL */ `
  query Search($text: String!, $first: Int) {
    search(text: $text, first: $first) {
      matched
      target {
        __typename
        ... on Metric { id code name }
        ... on Category { id code name dimension { code } }
        ... on Release { id code title }
        ... on Dataset { id code }
      }
    }
  }
`

interface Hit {
  readonly matched: string
  readonly target: {
    readonly __typename: string
    readonly id: string
    readonly code: string
    readonly dimension?: { readonly code: string }
  }
}

async function hits(text: string, first?: number): Promise<Hit[]> {
  const { data, errors } = await ask(opened.store, search, { text, ...(first !== undefined && { first }) })
  expect(errors).toBeUndefined()
  return data.search
}

const named = ({ target }: Hit): string => [target.dimension?.code ?? target.__typename, target.code].join(':')

describe('search', () => {
  test.each(['lithium', '锂电', '锂', 'batery li-ion', '锂离子', '锂电池', 'Li-ion', 'LITHIUM_ION_BATTERIES'])(
    'finds lithium-ion batteries from %s, first',
    async (text) => {
      expect((await hits(text)).map(named)[0]).toBe('PRODUCT:LITHIUM_ION_BATTERIES')
    },
  )

  test.each([
    ['新三样', 'PRODUCT:NEW_THREE'],
    ['EV', 'PRODUCT:ELECTRIC_PASSENGER_CARS'],
    ['光伏', 'PRODUCT:SOLAR_BATTERIES'],
    ['pv', 'PRODUCT:SOLAR_BATTERIES'],
    ['欧盟', 'PARTNER:EU'],
    ['european union', 'PARTNER:EU'],
    ['PARTNER:EU', 'PARTNER:EU'],
    ['USA', 'PARTNER:US'],
    ['road belt', 'PARTNER:BELT_AND_ROAD'],
    ['一带一路', 'PARTNER:BELT_AND_ROAD'],
    ['ecommerce', 'PLATFORM:CROSS_BORDER_ECOMMERCE'],
    ['exprots', 'Metric:EXPORTS'],
    ['外贸', 'Metric:TRADE'],
    ['顺差', 'Metric:BALANCE'],
    ['months 2024', 'Release:MONTHS'],
    ['cn-gacc-2023-annual', 'Release:CN-GACC-2023-ANNUAL'],
  ])('finds from %s %s, first', async (text, name) => {
    expect((await hits(text)).map(named)[0]).toBe(name)
  })

  test('lists metrics, categories, datasets and releases together, each once', async () => {
    const found = await hits('trade')
    expect(new Set(found.map(({ target }) => target.__typename))).toEqual(
      new Set(['Metric', 'Category', 'Dataset', 'Release']),
    )
    expect(new Set(found.map(({ target }) => target.id)).size).toBe(found.length)
    expect(found[0]).toMatchObject({ matched: 'TRADE', target: { code: 'TRADE' } })
    const { data } = await ask(opened.store, 'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }', {
      ids: found.map(({ target }) => target.id),
    })
    expect(data.nodes).toEqual(found.map(({ target: { __typename, id } }) => ({ __typename, id })))
  })

  test('sends no statement but for the version, however much it finds', async () => {
    await hits('e')
    for (const text of ['e', 'lithium', 'batery li-ion', '锂', 'nothing of the kind']) {
      expect(await statements(() => hits(text, 100))).toEqual([expect.stringMatching(/^SELECT version, stamp, /)])
    }
  })

  test('answers twenty, or as many as are asked for', async () => {
    const all = await hits('widget', 100)
    expect(all.map(named)).toEqual(widgets.map((code) => `PRODUCT:${code}`))
    expect(await hits('widget')).toEqual(all.slice(0, 20))
    expect((await ask(opened.store, search, { text: 'widget', first: null })).data.search).toEqual(all.slice(0, 20))
    expect(await hits('widget', 3)).toEqual(all.slice(0, 3))
    expect(await hits('widget', 0)).toEqual([])
  })

  test.each([
    [{ text: 'e', first: 101 }, 'LIMIT_EXCEEDED'],
    [{ text: 'e', first: -1 }, 'BAD_USER_INPUT'],
    [{ text: '' }, 'BAD_USER_INPUT'],
    [{ text: ' \t' }, 'BAD_USER_INPUT'],
    [{ text: '?!' }, 'BAD_USER_INPUT'],
    [{ text: 'x'.repeat(201) }, 'LIMIT_EXCEEDED'],
  ])('is refused for %j: %s', async (variables, code) => {
    expect(refusal(await ask(opened.store, search, variables))).toBe(code)
  })
})

const list = /* GraphQL */ `
  query List($filter: IndicatorFilter, $first: Int, $after: String) {
    indicators(filter: $filter, first: $first, after: $after) {
      totalCount
      pageInfo { hasNextPage endCursor }
      facets { category { code } count }
      nodes { metric { code } category { code } period }
    }
  }
`
const figures = async (variables: object) => {
  const { data, errors } = await ask(opened.store, list, variables)
  expect(errors).toBeUndefined()
  return data.indicators
}
interface Node {
  readonly metric: { readonly code: string }
  readonly category: { readonly code: string }
  readonly period: string
}
const place = ({ metric, category, period }: Node): string => `${metric.code} ${category.code} ${period}`

describe('a filter', () => {
  test.each(['exports lithium', '锂电 出口', '出口锂电池', 'li-ion export'])(
    'finds exports of lithium-ion batteries from %s',
    async (text) => {
      const { nodes, totalCount, facets } = await figures({ filter: { text, periods: ['2024-10', '2024-12'] } })
      expect(nodes.map(place)).toEqual([
        'EXPORTS LITHIUM_ION_BATTERIES 2024-12',
        'EXPORTS LITHIUM_ION_BATTERIES 2024-10',
      ])
      expect(totalCount).toBe(2)
      expect(facets).toEqual([{ category: { code: 'LITHIUM_ION_BATTERIES' }, count: 2 }])
    },
  )

  test('of the latest periods is by series, also in counts and facets', async () => {
    const filter = { text: 'batteries', frequency: ['MONTHLY'], latest: 1 }
    const all = await figures({ filter })
    expect(all.nodes.map(place)).toEqual(['EXPORTS LITHIUM_ION_BATTERIES 2024-12', 'EXPORTS SOLAR_BATTERIES 2024-11'])
    expect(all.totalCount).toBe(2)
    expect(all.facets.map(({ count }: { count: number }) => count)).toEqual([1, 1])
    const one = await figures({ filter, first: 1 })
    const other = await figures({ filter, first: 1, after: one.pageInfo.endCursor })
    expect([...one.nodes, ...other.nodes]).toEqual(all.nodes)
    expect(other.pageInfo.hasNextPage).toBe(false)
    expect((await statements(() => figures({ filter }))).length).toBe(3) // the version, the page, the facets with the count
  })

  test('of the latest periods looks from where the filter does', async () => {
    const filter = { metrics: ['TRADE'], dimensions: ['TOTAL'], latest: 1 }
    expect((await figures({ filter })).nodes.map(place)).toEqual(['TRADE ALL 2024'])
    const asOf = '2023-06-01T00:00:00+08:00'
    expect((await figures({ filter: { ...filter, asOf } })).nodes.map(place)).toEqual(['TRADE ALL 2022'])
    const releases = ['CN-GACC-2020-ANNUAL', 'CN-GACC-2021-ANNUAL']
    expect((await figures({ filter: { ...filter, releases } })).nodes.map(place)).toEqual(['TRADE ALL 2021'])
  })

  test.each([
    [{ latest: 0 }, 'BAD_USER_INPUT'],
    [{ or: [{ latest: 1 }] }, 'BAD_USER_INPUT'],
    [{ text: '' }, 'BAD_USER_INPUT'],
    [{ not: { text: 'x'.repeat(201) } }, 'LIMIT_EXCEEDED'],
    [{ or: [{ text: 'a '.repeat(60) }, { not: { text: '进出'.repeat(50) } }] }, 'LIMIT_EXCEEDED'],
  ])('is refused for %j: %s', async (filter, code) => {
    expect(
      refusal(
        await ask(
          opened.store,
          '{ indicators(filter: $filter) { totalCount } }'.replace('{', 'query ($filter: IndicatorFilter) {'),
          { filter },
        ),
      ),
    ).toBe(code)
  })
})

test('the next search finds by synonyms that an office added', async () => {
  expect(await hits('floating steel')).toEqual([])
  await addProducts({ code: 'SHIPS', synonyms: ['floating steel'] })
  expect((await hits('floating steel')).map(named)).toEqual(['PRODUCT:SHIPS'])
})
