import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { refusal } from '../graphql/ask.js'
import { byLocation, byMetric, byPeriod, flows, monthly, openPlaces, pivot } from '../graphql/places.js'
import { statements } from '../statements.js'
import type { TestStore } from '../support.js'

let opened: TestStore
beforeAll(async () => {
  opened = await openPlaces()
})
afterAll(() => opened.close())

type Asked = Parameters<typeof pivot> extends [unknown, ...infer Rest] ? Rest : never
const asking = (...asked: Asked) => pivot(opened.store, ...asked)

async function answered(...asked: Asked) {
  const { data, errors } = await asking(...asked)
  expect(errors).toBeUndefined()
  return data.pivot
}

describe('values', () => {
  test('are in rows and columns, with marks for other cells', async () => {
    const table = await answered(
      { ...monthly, periods: ['2023-01', '2024-01', '2024-02'] },
      [byLocation()],
      [byPeriod],
      { unit: 'CNY_BILLION' },
    )
    expect(table.rowHeaders.map(({ categories }: never) => (categories as { code: string }[])[0]?.code)).toEqual([
      ...['GUANGDONG', 'SHENZHEN', 'QIANHAI', 'ZHUHAI', 'NINGBO'],
    ])
    expect(table.columnHeaders).toEqual(
      ['2023-01', '2024-01', '2024-02'].map((period) => ({ metric: null, categories: [], period })),
    )
    expect(table.cells).toEqual([
      [null, '500', null],
      ['200', '250.5', '260'],
      [null, '20', null],
      ['10', '30.25', '0'],
      [null, '70', null],
    ])
    expect(table.marks).toEqual([
      { row: 0, column: 2, status: 'MISSING', qualifier: 'EXACT', reason: 'No level was printed.' },
      { row: 1, column: 0, status: 'NORMAL', qualifier: 'OVER', reason: null },
      { row: 3, column: 0, status: 'NORMAL', qualifier: 'ABOUT', reason: null },
      {
        row: 3,
        column: 2,
        status: 'NIL',
        qualifier: 'EXACT',
        reason: 'The figure is printed as "-", which counts as 0.',
      },
      { row: 4, column: 2, status: 'CONFIDENTIAL', qualifier: 'EXACT', reason: 'The figure is confidential.' },
    ])
    expect(table).toMatchObject({
      rowTotals: null,
      columnTotals: null,
      grandTotal: null,
      unit: 'CNY_BILLION',
      rate: null,
    })
  })

  test('have totals if nothing is counted twice', async () => {
    const cities = { ...monthly, categories: ['SHENZHEN', 'ZHUHAI'], from: '2024' }
    expect(await answered(cities, [byLocation()], [byPeriod], { totals: true, unit: 'CNY_MILLION' })).toMatchObject({
      ...{ rowTotals: ['510500', '30250'], columnTotals: ['280750', '260000'], grandTotal: '540750' },
    })
    const total = { totals: true, unit: 'CNY_TRILLION' }
    const halves = await asking({ ...flows, periods: ['2022'] }, [byMetric], [byPeriod], total)
    expect(halves.errors?.map(({ path, extensions }) => [path?.[1], extensions.code])).toEqual([
      ['columnTotals', 'WOULD_DOUBLE_COUNT'],
      ['grandTotal', 'WOULD_DOUBLE_COUNT'],
    ])
    expect(halves.data.pivot).toMatchObject({
      rowTotals: ['42.07', '23.97', '18.1'],
      columnTotals: null,
      grandTotal: null,
    })
    const allowed = await answered({ ...flows, periods: ['2022'] }, [byMetric], [byPeriod], {
      ...total,
      allowOverlap: true,
    })
    expect(allowed).toMatchObject({ columnTotals: ['84.14'], grandTotal: '84.14' })
  })

  test('of one cell are added up or refused', async () => {
    const table = await answered({ ...monthly, categories: ['SHENZHEN', 'ZHUHAI'], from: '2023' }, [], [byPeriod], {
      unit: 'CNY_BILLION',
    })
    expect(table.rowHeaders).toEqual([{ metric: null, categories: [], period: null }])
    expect(table.cells).toEqual([['210', '280.75', '260']])
    expect(table.marks).toEqual([
      {
        row: 0,
        column: 0,
        status: 'NORMAL',
        qualifier: 'ABOUT',
        reason: '2 of the 2 figures have been printed as over, under or about a number.',
      },
    ])
    const twice = await asking({ ...monthly, from: '2024' }, [], [byPeriod])
    expect(refusal(twice)).toBe('WOULD_DOUBLE_COUNT')
    expect(twice.data).toEqual({ pivot: null })
    expect(
      await answered({ ...monthly, from: '2024' }, [], [byPeriod], { allowOverlap: true, unit: 'CNY_BILLION' }),
    ).toMatchObject({
      cells: [['870.75', '260']],
      marks: [{ row: 0, column: 1, status: 'MISSING', reason: '2 of the 4 figures have no level.' }],
    })
  })

  test('of no figures are an empty table', async () => {
    expect(await answered({ ...monthly, metrics: [] }, [byLocation()], [byPeriod], { totals: true })).toEqual({
      ...{ rowHeaders: [], columnHeaders: [], cells: [], marks: [] },
      ...{ rowTotals: [], columnTotals: [], grandTotal: null, unit: null, rate: null },
    })
  })
})

test('a pivot takes one statement, and one more for totals', async () => {
  for (const [content, count] of [
    ['VALUE', 1],
    ['YOY_CHANGE', 1],
    ['SHARE', 2],
    ['CONTRIBUTION', 2],
  ] as const) {
    const sent = await statements(() =>
      asking({ ...monthly, from: '2024' }, [byLocation()], [byPeriod], { content, totals: true }),
    )
    expect(sent.slice(1), content).toHaveLength(count) // after the version
  }
})

describe('refused:', () => {
  test.each([
    {
      title: 'measures in one table',
      filter: { metrics: ['EXPORTS'], dimensions: ['TOTAL'], periods: ['2022', '2023'] },
      rows: [byPeriod],
      columns: [],
      rest: {},
      code: 'UNIT_MISMATCH',
    },
    {
      title: 'a unit of another measure',
      filter: flows,
      rows: [byMetric],
      columns: [byPeriod],
      rest: { unit: 'TONNE' },
      code: 'UNIT_MISMATCH',
    },
    {
      title: 'a unit of another measure, of shares too',
      filter: flows,
      rows: [byMetric],
      columns: [byPeriod],
      rest: { unit: 'TONNE', content: 'SHARE' },
      code: 'UNIT_MISMATCH',
    },
    {
      title: 'money for what is none',
      filter: { metrics: ['TRADING_ENTERPRISES'] },
      rows: [byPeriod],
      columns: [],
      rest: { unit: 'USD', allowOverlap: true },
      code: 'UNIT_MISMATCH',
    },
    {
      title: 'a sum of a ratio',
      filter: { metrics: ['EXCHANGE_RATE'] },
      rows: [],
      columns: [],
      rest: {},
      code: 'BAD_USER_INPUT',
    },
    {
      title: 'a key in rows and columns',
      filter: flows,
      rows: [byPeriod],
      columns: [byMetric, byPeriod],
      rest: {},
      code: 'BAD_USER_INPUT',
    },
    {
      title: 'an unknown code',
      filter: { ...flows, metrics: ['TRAD'] },
      rows: [byMetric],
      columns: [],
      rest: {},
      code: 'UNKNOWN_CODE',
    },
  ])('$title', async ({ filter, rows, columns, rest, code }) => {
    expect(refusal(await asking(filter, rows, columns, rest))).toBe(code)
  })
})
