import { expect, test } from 'vitest'
import { CodeLists } from '../../../src/domain/codes/codes.js'
import type { PrintedObservation } from '../../../src/domain/observations/printed.js'
import { labelsOf } from '../../../src/files/output/labels.js'
import { type RecordOptions, recordColumns, wideTable } from '../../../src/files/output/record-table.js'
import { figure, printedFigure } from '../../figures.js'

const options: RecordOptions = { shape: 'wide', labels: 'code', unit: null, comment: false }
const labels = labelsOf(new CodeLists({ dimensions: [], metrics: [], categories: [], breakdowns: [] }), 'EN')
const known = { dimensions: [], units: [], usedUnits: [], rates: { yoy: null, share: null, shareChange: null } }
const columns = recordColumns(known, labels, options)

/** A figure of each of so many series, each in a year of its own. */
async function* figures(series: number): AsyncGenerator<readonly PrintedObservation[]> {
  for (let at = 0; at < series; at++)
    yield [printedFigure(figure({ categories: [`PRODUCT:C${at}`], period: `${1000 + at}`, value: '1.50' }))]
}

test('a wide table has at most 100,000 cells', async () => {
  const table = await wideTable(figures(316), columns, options)
  expect(table.columns).toHaveLength(columns.length + 316)
  await expect(wideTable(figures(317), columns, options)).rejects.toMatchObject({
    code: 'LIMIT_EXCEEDED',
    message:
      'A wide table has at most 100,000 cells, and 317 series of 317 periods need more. Choose a frequency, fewer periods or categories, or shape=long.',
  })
})

test('rows keep the order of figures, and periods are sorted', async () => {
  const given = async function* () {
    for (const [category, period, value] of [
      ['B', '2023-Q1', '3.0'],
      ['A', '2023', '2'],
      ['B', '2022-12', '1.25'],
    ])
      yield [
        printedFigure(
          figure({ categories: [`PRODUCT:${category}`], period: `${period}`, value: `${value}`, unit: 'CNY' }),
        ),
      ]
  }
  const table = await wideTable(given(), columns, options)
  const rows: unknown[] = []
  for await (const batch of table.rows) rows.push(...batch)
  expect(table.columns.slice(3).map(({ name }) => name)).toEqual(
    ['category', 'frequency', 'unit', '2022-12', '2023-Q1', '2023'], // by last day
  )
  expect(rows.map((row) => (row as unknown[]).slice(3))).toEqual([
    ['B', 'QUARTERLY', 'CNY', null, '3.0', null],
    ['A', 'ANNUAL', 'CNY', null, null, '2'],
    ['B', 'MONTHLY', 'CNY', '1.25', null, null],
  ])
})

test('series of several metrics have rows of their own', async () => {
  const given = async function* () {
    for (const [metric, value] of [
      ['EXPORTS', '3'],
      ['IMPORTS', '2'],
    ] as const)
      yield [printedFigure(figure({ metric, value, period: '2023', unit: 'CNY' }))]
  }
  const table = await wideTable(given(), columns, options)
  const rows: unknown[] = []
  for await (const batch of table.rows) rows.push(...batch)
  expect(rows.map((row) => [(row as unknown[])[1], (row as unknown[]).at(-1)])).toEqual([
    ['EXPORTS', '3'],
    ['IMPORTS', '2'],
  ])
})
