import { afterAll, beforeAll, expect, test } from 'vitest'
import { figure, release } from '../figures.js'
import { byLocation, byMetric, byPeriod, flows, monthly, openPlaces, pivot } from '../graphql/places.js'
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

const by = (dimension: string) => ({ by: 'CATEGORY', dimension })
const year2023 = { metrics: ['EXPORTS'], periods: ['2023'], dimensions: ['PRODUCT'] }

test('growth uses the known year before or gives a reason', async () => {
  const growth = { content: 'YOY_CHANGE' }
  const table = await answered(flows, [byMetric], [byPeriod], growth)
  expect(table.unit).toBe('PERCENT')
  expect(table.columnHeaders.map(({ period }: { period: string }) => period)).toEqual([
    '2020',
    '2021',
    '2022',
    '2023',
    '2024',
  ])
  const rounded = table.cells.map((row: string[]) => row.map((cell) => cell && Number(cell).toFixed(2)))
  expect(rounded).toEqual([
    [null, '21.58', '7.60', '-0.74', '5.00'],
    [null, '21.19', '10.31', '-0.83', '7.07'],
    [null, '22.07', '4.20', '-0.61', '2.22'],
  ])
  expect(table.cells[0][3]).toBe('-0.736867126218')
  expect(table.marks).toEqual(
    [0, 1, 2].map((row) => ({
      row,
      column: 0,
      status: 'MISSING',
      qualifier: 'EXACT',
      reason: 'There is no figure for a year earlier.',
    })),
  )
  await release(opened.database, { code: 'REVISION', publishedAt: '2024-02-01T00:00:00Z' }, [
    figure({ period: '2022', value: '41.68' }),
  ])
  const of = (rest: object) => answered({ ...flows, metrics: ['TRADE'], periods: ['2023'], ...rest }, [], [], growth)
  expect((await of({})).cells).toEqual([['0.191938579655']])
  expect((await of({ asOf: '2024-01-20T00:00:00Z' })).cells).toEqual([['-0.736867126218']])
})

test('growth requires exact bases for all figures of a sum', async () => {
  const growth = { content: 'YOY_CHANGE' }
  const table = await answered(
    { ...monthly, categories: ['SHENZHEN', 'ZHUHAI'], from: '2024' },
    [byLocation()],
    [byPeriod],
    growth,
  )
  expect(table.cells).toEqual([
    [null, null],
    [null, null],
  ])
  expect(table.marks.map(({ reason }: { reason: string }) => reason)).toEqual([
    'The figure has been printed as over, under or about a number a year earlier.',
    'There is no figure for a year earlier.',
    'The figure has been printed as over, under or about a number a year earlier.',
    'There is no figure for a year earlier.',
  ])
  const rates = await answered({ metrics: ['EXCHANGE_RATE'] }, [], [byPeriod], growth)
  expect(rates.cells).toEqual([[null, null]])
})

test('shares refer to the total of the same days', async () => {
  const table = await answered(year2023, [by('PRODUCT')], [byPeriod], { content: 'SHARE' })
  expect(table.cells.map(([cell]: string[]) => cell)).toEqual(['58.5612116113', null, null, null, '17.2907025663'])
  expect(table.unit).toBe('PERCENT')
  expect(table.marks).toEqual([
    {
      row: 1,
      column: 0,
      status: 'MISSING',
      qualifier: 'OVER',
      reason: 'The figure has been printed as over, under or about a number.',
    },
    { row: 2, column: 0, status: 'MISSING', qualifier: 'EXACT', reason: 'No level was printed.' },
    { row: 3, column: 0, status: 'MISSING', qualifier: 'EXACT', reason: 'No level was printed.' },
  ])
  expect((await answered({ ...flows, periods: ['2022', '2023'] }, [byMetric], [], { content: 'SHARE' })).cells).toEqual(
    [['100'], ['100'], ['100']],
  )
  const lonely = await answered({ ...monthly, categories: ['SHENZHEN'], periods: ['2024-02'] }, [], [], {
    content: 'SHARE',
  })
  expect(lonely.marks).toMatchObject([
    { reason: 'There is no figure of the total for the same days in the same measure.' },
  ])
})

test('contributions use implied bases, or stored ones without printed growth', async () => {
  const contribution = { content: 'CONTRIBUTION' }
  const printed = await answered(
    { metrics: ['TRADE'], categories: ['PRIVATE'], periods: ['2023'] },
    [],
    [],
    contribution,
  )
  expect(Number(printed.cells[0][0]).toFixed(2)).toBe('3.18')
  expect(printed.unit).toBe('PERCENTAGE_POINT')
  await release(opened.database, { code: 'REGIMES', publishedAt: '2025-02-01T00:00:00Z' }, [
    figure({ metric: 'EXPORTS', categories: ['REGIME:ORDINARY'], period: '2022', value: '12' }),
    figure({ metric: 'EXPORTS', categories: ['REGIME:ORDINARY'], period: '2023', value: '13' }),
    figure({ metric: 'EXPORTS', categories: ['REGIME:PROCESSING'], period: '2023', value: '7.5' }),
  ])
  const stored = await answered(
    { metrics: ['EXPORTS'], dimensions: ['REGIME'], periods: ['2023'] },
    [by('REGIME')],
    [],
    contribution,
  )
  expect(stored.cells).toEqual([['4.17188151856'], [null]]) // 1 on 23.97
  expect(stored.marks).toMatchObject([{ row: 1, reason: 'There is no figure for a year earlier.' }])
})

test('ranks apply to columns, counts to figures with a level', async () => {
  await release(opened.database, { code: 'TIES', publishedAt: '2024-04-18T00:00:00Z' }, [
    ...[
      ['SHENZHEN', '5'],
      ['QIANHAI', '7'],
      ['ZHUHAI', '7'],
      ['NINGBO', '0.1'],
      ['GUANGDONG', null],
    ].map(([code, value = null]) =>
      figure({
        metric: 'IMPORTS',
        categories: [`LOCATION:${code}`],
        period: '2024-03',
        unit: 'CNY_BILLION',
        value,
        status: value === null ? 'MISSING' : 'NORMAL',
      }),
    ),
  ])
  const imports = { metrics: ['IMPORTS'], dimensions: ['LOCATION'] }
  expect(await answered(imports, [byLocation()], [byPeriod], { content: 'RANK', totals: true })).toMatchObject({
    ...{
      cells: [[null], ['3'], ['1'], ['1'], ['4']],
      unit: 'NUMBER',
      rowTotals: null,
      columnTotals: null,
      grandTotal: null,
    },
    marks: [{ row: 0, status: 'MISSING' }],
  })
  expect(await answered(imports, [byLocation()], [byPeriod], { content: 'COUNT', totals: true })).toMatchObject({
    ...{
      cells: [['0'], ['1'], ['1'], ['1'], ['1']],
      unit: 'NUMBER',
      columnTotals: ['4'],
      grandTotal: '4',
      marks: [],
    },
  })
})
