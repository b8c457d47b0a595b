import { describe, expect, test } from 'vitest'
import { ask } from '../graphql/ask.js'
import { type Point, readBack, said } from './read-back.js'
import { plain } from './support.js'

const { opened, bytes, rows, sheet, cube } = readBack()

describe('a pivot', () => {
  const totals = {
    filter: { metrics: ['EXPORTS', 'IMPORTS'], dimensions: ['TOTAL'], frequency: ['ANNUAL'], from: '2020' },
    rows: [{ by: 'PERIOD' }],
    columns: [{ by: 'METRIC' }],
    unit: 'CNY_BILLION',
    totals: true,
  }
  const products = {
    filter: { metrics: ['EXPORTS', 'IMPORTS'], dimensions: ['PRODUCT'], periods: ['2023'] },
    rows: [{ by: 'CATEGORY', dimension: 'PRODUCT' }],
    columns: [{ by: 'METRIC' }, { by: 'PERIOD' }],
  }
  interface Header {
    readonly metric: { readonly code: string } | null
    readonly categories: { readonly code: string }[]
    readonly period: string | null
  }
  interface Answer {
    readonly rowHeaders: Header[]
    readonly columnHeaders: Header[]
    readonly cells: (string | null)[][]
    readonly marks: (Omit<Point, 'value'> & { readonly row: number; readonly column: number })[]
    readonly rowTotals: string[]
    readonly columnTotals: string[]
    readonly grandTotal: string
  }
  const answer = async (variables: object): Promise<Answer> => {
    const header = '{ metric { code } categories { code } period }'
    const { data } = await ask(
      opened().store,
      `query ($filter: IndicatorFilter!, $rows: [GroupKey!]!, $columns: [GroupKey!]!, $unit: Unit, $totals: Boolean) {
        pivot(filter: $filter, rows: $rows, columns: $columns, unit: $unit, totals: $totals) {
          rowHeaders ${header} columnHeaders ${header} cells marks { row column status qualifier reason }
          rowTotals columnTotals grandTotal } }`,
      variables,
    )
    return data.pivot
  }

  test('as a table equals the answer of GraphQL, with totals', async () => {
    const { rowHeaders, columnHeaders, cells, rowTotals, columnTotals, grandTotal } = await answer(totals)
    const expected = [
      ...cells.map((row, at) => [rowHeaders[at]?.period, ...row, rowTotals[at]]),
      [null, ...columnTotals, grandTotal],
    ]
    expect(columnHeaders.map(({ metric }) => metric?.code)).toEqual(['EXPORTS', 'IMPORTS'])
    expect(cells.length).toBeGreaterThan(3)
    const [head, ...lines] = await sheet('pivot', totals)
    expect(head).toEqual(['Code', 'billion yuan', 'Exports', 'Imports', 'Total'])
    expect(lines.map(([code, , ...numbers]) => [code, ...numbers.map((each) => plain(each ?? null))])).toEqual(expected)
    for (const [format, names] of [
      ['csv', ['Code', 'Exports', 'Imports', 'Total']],
      ['parquet', ['code', 'EXPORTS', 'IMPORTS', 'total']],
    ] as const) {
      const [code = '', ...columns] = names
      const found = await rows('pivot', format, totals)
      expect(found.map((row) => [row[code] || null, ...columns.map((each) => plain(row[each] ?? null))])).toEqual(
        expected,
      )
    }
  })

  test('as numbers equals the answer of GraphQL, with marks', async () => {
    const { rowHeaders, columnHeaders, cells, marks } = await answer(products)
    expect(marks.length).toBeGreaterThan(1)
    const expected = rowHeaders.flatMap(({ categories: [product] }, row) =>
      columnHeaders.flatMap(({ metric, period }, column) => {
        const mark = marks.find((each) => each.row === row && each.column === column)
        const value = cells[row]?.[column] ?? null
        if (value === null && mark === undefined) return []
        const { status = 'NORMAL', qualifier = 'EXACT', reason = null } = mark ?? {}
        return [[`${metric?.code} ${product?.code} ${period}`, { value, status, qualifier, reason }]]
      }),
    )
    const found = (await rows('pivot', 'sdmx-csv', products)).map((row) => [
      `${row['METRIC']} ${row['PRODUCT']} ${row['TIME_PERIOD']}`,
      said({ ...row, OBS_VALUE: row['OBS_VALUE'] == null ? null : `${row['OBS_VALUE']}e${row['UNIT_MULT']}` }),
    ])
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected))
    const valueAt = await cube('pivot', products)
    for (const [key, { value }] of expected as [string, Point][]) {
      const [METRIC = '', PRODUCT = '', TIME_PERIOD = ''] = key.split(' ')
      expect([key, valueAt({ METRIC, PRODUCT, TIME_PERIOD })]).toEqual([key, value])
    }
  })

  test('cites its releases; without keys it is one number', async () => {
    const about = JSON.parse((await bytes('pivot', 'about', products)).toString())
    expect(about.sources.map(({ code }: { code: string }) => code)).toEqual(['CN-GACC-2023-ANNUAL'])
    const one = { ...totals, filter: { ...totals.filter, periods: ['2023'] }, rows: [], columns: [] }
    expect(await rows('pivot', 'parquet', one)).toMatchObject([{ value: expect.stringMatching(/^41/) }, {}])
    for (const format of ['csv', 'parquet', 'sdmx-csv'] as const)
      expect(await rows('pivot', format, { ...totals, totals: false, filter: { metrics: [] } })).toEqual([])
  })
})
