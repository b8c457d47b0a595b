import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importRelease } from '../../src/import/importer.js'
import { head } from '../figures.js'
import { sharedData } from '../shared-data.js'
import { openTestStore, type TestStore } from '../support.js'
import { type Cells, columns } from './spoilt-support.js'
import { requestOf, takeMonths } from './tables.js'

const seven = ['北京市', '天津市', '上海市', '江苏省', '浙江省', '山东省', '广东省'] as const
const { months, yearsToDate, growth } = columns

/** A row of the tidy format: what people type from a press release. */
interface Row {
  readonly metric: string
  readonly place: string | null
  readonly period: string
  readonly value: string
  readonly unit?: string
  readonly change?: string
}

const text = (rows: readonly Row[]): string =>
  [
    'metric,dimension,category,period,value,unit,change',
    ...rows.map(({ metric, place, period, value, unit = 'CNY_10_THOUSAND', change = '' }) =>
      [metric, place === null ? '' : 'LOCATION', place ?? '', period, value, unit, change].join(','),
    ),
  ].join('\n')

const times =
  (factor: number) =>
  (row: Row): Row => ({ ...row, value: String(Math.round(Number(row.value) * factor)) })
const first =
  (edit: (row: Row) => Row) =>
  (row: Row, index: number): Row =>
    index === 0 ? edit(row) : row

describe.skipIf(!sharedData.locations.isPresent)('a small table of May, after four months,', () => {
  let opened: TestStore
  let cells: Cells
  beforeAll(async () => {
    opened = await openTestStore()
    await takeMonths(opened.database, [1, 2, 3, 4])
    const chunks: Uint8Array[] = []
    for (const { bytes } of requestOf(5).files) for await (const chunk of bytes) chunks.push(chunk)
    cells = Buffer.concat(chunks)
      .toString('utf8')
      .split(/\r?\n/)
      .map((line) => line.split(','))
  })
  afterAll(() => opened.close())

  const at = (place: string | null, column: number): string =>
    cells.find(([label]) => label === (place ?? '总值'))?.[column] ?? ''
  const monthsOf = (metric: keyof typeof months): Row[] =>
    seven.map((place) => ({ metric, place, period: '2024-05', value: at(place, months[metric]) }))
  const yearToDate = (metric: keyof typeof months, place: string | null): Row => ({
    metric,
    place,
    period: '2024-01/2024-05',
    value: at(place, yearsToDate[metric]),
    change: at(place, growth[metric]),
  })

  /** The findings of a dry run: "KIND SEVERITY", each once. */
  async function found(rows: readonly Row[]): Promise<string[]> {
    const { findings } = await importRelease(opened.database, {
      head: head({ code: 'MAY', publishedAt: '2024-06-07T00:00:00+08:00' }),
      files: [
        {
          name: 'may.csv',
          bytes: (async function* () {
            yield Buffer.from(text(rows))
          })(),
        },
      ],
      format: 'CSV',
      map: null,
      period: null,
      encoding: null,
      dryRun: true,
    })
    return [...new Set(findings.map(({ kind, severity }) => `${kind} ${severity}`))].sort()
  }

  test('has no findings as published', async () => {
    expect(await found([...monthsOf('EXPORTS'), ...monthsOf('IMPORTS')])).toEqual([])
    expect(await found([yearToDate('TRADE', null), ...seven.map((place) => yearToDate('EXPORTS', place))])).toEqual([])
  })

  test.each<[string, () => Row[], string]>([
    ['seven provinces ten thousand times too large', () => monthsOf('EXPORTS').map(times(1e4)), 'UNIT_SUSPECT ERROR'],
    [
      'seven in thousand dollars under the unit yuan',
      () =>
        monthsOf('EXPORTS')
          .map(times(10 / 7.1))
          .map((row) => ({ ...row, unit: 'CNY' })),
      'UNIT_SUSPECT ERROR',
    ],
    ['a province ten times too large', () => monthsOf('EXPORTS').map(first(times(10))), 'UNIT_SUSPECT WARNING'],
    [
      'a province ten thousand times too small',
      () => monthsOf('EXPORTS').map(first(times(1e-4))),
      'UNIT_SUSPECT WARNING',
    ],
    [
      'the year to date of the nation by ten',
      () => [yearToDate('TRADE', null)].map(times(0.1)),
      'YEAR_TO_DATE_MISMATCH ERROR',
    ],
    [
      'a year to date below that of April',
      () => [yearToDate('EXPORTS', '广东省')].map(times(0.7)),
      'YEAR_TO_DATE_MISMATCH WARNING',
    ],
    [
      'exports and imports exchanged in seven places',
      () => [
        ...monthsOf('EXPORTS').map((row) => ({ ...row, metric: 'IMPORTS' })),
        ...monthsOf('IMPORTS').map((row) => ({ ...row, metric: 'EXPORTS' })),
      ],
      'REVISION_SUSPECT ERROR',
    ],
    [
      'months shifted by one place',
      () => {
        const rows = monthsOf('EXPORTS')
        return rows.map((row, index) => ({ ...row, value: rows[(index + 1) % rows.length]?.value ?? '' }))
      },
      'REVISION_SUSPECT ERROR',
    ],
    [
      'a province above the nation',
      () => [
        { metric: 'EXPORTS', place: null, period: '2024-05', value: at(null, months.EXPORTS) },
        ...monthsOf('EXPORTS').slice(-1).map(times(10)),
      ],
      'PARTS_EXCEED_WHOLE ERROR',
    ],
  ])('with %s is told of', async (_, rows, expected) => expect(await found(rows())).toContain(expected))
})
