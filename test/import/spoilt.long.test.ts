import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ImportRequest, importRelease } from '../../src/import/importer.js'
import { retract } from '../../src/store/ingest/retract.js'
import { number, type TestCell, workbook } from '../files/xlsx/support.js'
import { sharedData } from '../shared-data.js'
import { openTestStore, type TestStore } from '../support.js'
import {
  april,
  bytesOf,
  type Cells,
  columns,
  errorsOf,
  exchanged,
  exchangedMonths,
  inCell,
  inColumns,
  inRow,
  refused,
  type Spoil,
  shortened,
} from './spoilt-support.js'
import { headOf, requestOf, takeMonths } from './tables.js'

const { months, yearsToDate, growth } = columns
const levels = [...Object.values(months), ...Object.values(yearsToDate)]
const times = (factor: number) => (each: number) => String(Math.round(each * factor))

/** With so many zeros more. 1380532049 is not 781132017 + 599400031: what rounding left is larger as well. */
const tooLarge = (zeros: string): string[] => [
  `TOTAL_MISMATCH 4, 进出口 1至4月: 1380532049${zeros} (73)`,
  `TOTAL_MISMATCH 5, 进出口 4月: 31804178${zeros} (80)`,
  `UNIT_SUSPECT 4, 出口 1至4月: 781132017${zeros}`,
  `UNIT_SUSPECT 4, 出口 4月: 207619879${zeros}`,
  `UNIT_SUSPECT 4, 进出口 1至4月: 1380532049${zeros}`,
  `UNIT_SUSPECT 4, 进出口 4月: 363894555${zeros}`,
  `UNIT_SUSPECT 4, 进口 1至4月: 599400031${zeros}`,
  `UNIT_SUSPECT 4, 进口 4月: 156274676${zeros}`,
  `YEAR_TO_DATE_MISMATCH 4, 出口 4月: 207619879${zeros}`,
  `YEAR_TO_DATE_MISMATCH 4, 进出口 4月: 363894555${zeros}`,
  `YEAR_TO_DATE_MISMATCH 4, 进口 4月: 156274676${zeros}`,
]
const note = '注：2024年数据为初步数,,,,,,,,,'.split(',')

describe.skipIf(!sharedData.locations.isPresent)('the table of April with an error, after three months,', () => {
  let opened: TestStore
  let whole: Cells
  let short: Cells
  beforeAll(async () => {
    opened = await openTestStore()
    await takeMonths(opened.database, [1, 2, 3])
    whole = await april()
    short = await shortened(whole)
  })
  afterAll(() => opened.close())
  const tried = (bytes: Uint8Array, options: Partial<ImportRequest> = {}) =>
    importRelease(opened.database, { ...requestOf(4, bytes), dryRun: true, ...options })

  test('is accepted without the error, whole or shortened', async () => {
    for (const [cells, added] of [
      [whole, 2028],
      [short, 294],
    ] as const)
      expect(await tried(bytesOf(cells), { createCodes: false })).toMatchObject({ accepted: true, added, rejected: 0 })
  })

  test('is refused if exports of the month are in thousand dollars', async () => {
    // 1 of 10,000 yuan is 10 of 1,000 yuan, and 7.1 yuan were a dollar
    const report = await refused(opened, bytesOf(inColumns([months.EXPORTS], times(10 / 7.1))(whole)))
    const errors = ['TOTAL_MISMATCH 4, 进出口 4月: 363894555 (336)', 'UNIT_SUSPECT 4, 出口 4月: 292422365']
    expect(errorsOf(report)).toEqual(expect.arrayContaining(errors))
    // 207619879 / 7.1 * 10 = 292422365, and 363894555 - 156274676 = 207619879
    const { message } = report.findings.find(({ key }) => key.endsWith(' column')) ?? {}
    expect(message).toMatch(
      /^333 of 333 values in this column are 1\.408 times the value expected from the identity of the metric/,
    )
  })

  describe('in whole columns is refused:', () => {
    test.each<[string, Spoil, string[]]>([
      ['all levels in thousand yuan', inColumns(levels, times(10)), tooLarge('0')],
      ['all levels in yuan', inColumns(levels, times(10_000)), tooLarge('0000')],
      [
        'growth without its decimal point',
        inColumns(Object.values(growth), (each) => (each * 10).toFixed(1)),
        [
          'GROWTH_MISMATCH 14, 累计比去年同期±％.1 出口: -186.0 (85)',
          'GROWTH_MISMATCH 6, 累计比去年同期±％ 进出口: -119.0 (178)',
          'GROWTH_MISMATCH 6, 累计比去年同期±％.2 进口: -132.0 (101)',
          'UNIT_SUSPECT 4, 累计比去年同期±％ 进出口: 57.0',
          'UNIT_SUSPECT 4, 累计比去年同期±％.1 出口: 49.0',
          'UNIT_SUSPECT 4, 累计比去年同期±％.2 进口: 68.0',
        ],
      ],
      [
        'imports and exports exchanged',
        exchanged,
        [
          'REVISION_SUSPECT 4, 出口 1至4月: 599400031',
          'REVISION_SUSPECT 4, 进口 1至4月: 781132017',
          'YEAR_TO_DATE_MISMATCH 11, 出口 1至4月: 152193 (225)',
          'YEAR_TO_DATE_MISMATCH 4, 出口 4月: 156274676',
          'YEAR_TO_DATE_MISMATCH 4, 进口 4月: 207619879',
        ],
      ],
      [
        'imports and exports of the month exchanged, and the years to date right',
        exchangedMonths,
        [
          'REVISION_SUSPECT 4, 出口 4月: 156274676',
          'REVISION_SUSPECT 4, 进口 4月: 207619879',
          'YEAR_TO_DATE_MISMATCH 4, 出口 4月: 156274676',
          'YEAR_TO_DATE_MISMATCH 4, 进口 4月: 207619879',
        ],
      ],
    ])('%s', async (_, spoil, errors) => expect(errorsOf(await refused(opened, bytesOf(spoil(whole))))).toEqual(errors))
  })

  describe('in one cell or row is refused:', () => {
    test.each<[string, Spoil, string[]]>([
      [
        'a decimal point shifted by one',
        inCell(12, months.EXPORTS, (text) => text.slice(0, -1)),
        ['TOTAL_MISMATCH 12, 进出口 4月: 5218597', 'UNIT_SUSPECT 12, 出口 4月: 338066'],
      ],
      [
        'a decimal point shifted by three',
        inCell(12, yearsToDate.IMPORTS, (text) => `${text}000`),
        [
          'PARTS_EXCEED_WHOLE 12, 进口 1至4月: 8219161000',
          'TOTAL_MISMATCH 12, 进出口 1至4月: 20382453',
          'UNIT_SUSPECT 12, 进口 1至4月: 8219161000',
        ],
      ],
      [
        'a unit that the map does not have',
        inRow(1, (cells) => cells.map((text) => text.replace('万人民币', '千英镑'))),
        [
          'UNREADABLE_CELL 1, null: null',
          'UNREADABLE_CELL 1, 累计比去年同期±％ 进出口: 单位：千英镑',
          'UNREADABLE_CELL 1, 累计比去年同期±％.1 出口: 单位：千英镑',
          'UNREADABLE_CELL 1, 累计比去年同期±％.2 进口: 单位：千英镑',
        ],
      ],
      [
        'a thousands separator that became a decimal point',
        inCell(5, months.EXPORTS, () => '4667.960'),
        ['UNREADABLE_CELL 5, 出口 4月: 4667.960'],
      ],
      ['a name lost to question marks', inCell(13, 0, () => '????'), ['UNREADABLE_CELL 13, 收发货人所在地: ????']],
      [
        'a footnote in the middle',
        (cells) => cells.toSpliced(10, 0, note),
        ['UNREADABLE_CELL 11, 收发货人所在地: 注：2024年数据为初步数'],
      ],
      ['a row that lacks a cell', inRow(13, (cells) => cells.toSpliced(3, 1)), ['UNREADABLE_CELL 13, null: null']],
      [
        'a month that does not exist',
        inRow(3, (cells) => cells.map((text) => text.replace('4月', '13月'))),
        ['UNREADABLE_CELL 3, Unnamed: 1_level_0 进出口 13月: 13月'],
      ],
      [
        'a number of 40 digits',
        inCell(13, months.EXPORTS, () => '1234567890'.repeat(4)),
        ['UNREADABLE_CELL 13, 出口 4月: 12345678901234567890'],
      ],
      [
        'a row twice with other content',
        (cells) => cells.toSpliced(13, 0, (cells[12] ?? []).with(months.EXPORTS, '1')),
        ['DUPLICATE 14, 出口 4月: 1'],
      ],
      ['nothing in the file', () => [], ['UNREADABLE_CELL 1, null: null']],
    ])('%s', async (_, spoil, errors) => expect(errorsOf(await refused(opened, bytesOf(spoil(short))))).toEqual(errors))
  })

  test('with an unknown code is refused and suggests similar ones', async () => {
    const bytes = bytesOf(inCell(13, 0, () => '石家装市')(short))
    const { findings } = await refused(opened, bytes, { createCodes: false })
    const unknown = findings.filter(({ severity }) => severity === 'ERROR')
    expect(new Set(unknown.map(({ kind, row }) => `${kind} ${row}`))).toEqual(new Set(['UNKNOWN_CODE 13']))
    expect(unknown[0]?.message).toMatch(/^There is no category "LOCATION:石家装市"\. Did you mean LOCATION:石家庄市, /)
    expect(await tried(bytes, { createCodes: true })).toMatchObject({ accepted: false }) // it may be misspelt
    expect(await tried(bytes)).toMatchObject({ accepted: true, rejected: 0 })
  })

  test('with a formula instead of a number names that cell', async () => {
    const cellOf = (text: string, column: number): TestCell =>
      /^-?\d/.test(text) && column > 0 && !text.includes('月') ? number(text, column > 6 ? 1 : 0) : text
    const rows = short.map((row) => row.map(cellOf))
    expect(await tried(workbook(rows))).toMatchObject({ accepted: true, added: 294, rejected: 0 })
    const sum = { xml: '<c><f>F13+D13</f><v>1021574</v></c>' }
    const spoilt = rows.with(12, (rows[12] ?? []).with(months.TRADE, sum))
    expect(errorsOf(await refused(opened, workbook(spoilt)))).toEqual(['UNREADABLE_CELL 13, 进出口 4月: =F13+D13'])
  })

  test('with many faults reports all of them at once', async () => {
    const faults = [
      inColumns([months.IMPORTS], times(100)),
      inCell(5, months.EXPORTS, () => '4667.960'),
      inCell(13, 0, () => '石家装市'),
      inRow(15, (cells) => cells.toSpliced(3, 1)),
      (cells: Cells) => cells.toSpliced(25, 0, (cells[24] ?? []).with(yearsToDate.EXPORTS, '1')),
    ]
    const bytes = bytesOf(faults.reduce((cells, spoil) => spoil(cells), short))
    const errors = errorsOf(await refused(opened, bytes, { createCodes: false }))
    expect(errors.map((each) => each.split(/[:(]/)[0])).toEqual([
      'DUPLICATE 26, 出口 1至4月',
      'TOTAL_MISMATCH 4, 进出口 4月',
      'UNIT_SUSPECT 4, 进口 4月',
      'UNKNOWN_CODE 13, null',
      'UNREADABLE_CELL 15, null',
      'UNREADABLE_CELL 5, 出口 4月',
      'YEAR_TO_DATE_MISMATCH 4, 进口 4月',
    ])
  })

  test('in a whole column does not report correct cells of other columns', async () => {
    const { findings } = await tried(bytesOf(inColumns([months.EXPORTS], times(10))(short)))
    const suspects = findings
      .filter(({ kind }) => kind === 'UNIT_SUSPECT')
      .map(({ row, column }) => `${row}, ${column}`)
    expect(suspects).toEqual(['4, 出口 4月'])
  })

  test('with an unknown code reports it once for each row', async () => {
    const { findings } = await tried(bytesOf(inCell(13, 0, () => '石家装市')(short)), { createCodes: false })
    expect(findings.filter(({ kind }) => kind === 'UNKNOWN_CODE')).toHaveLength(1)
  })

  test('with different duplicates keeps that error in its report', async () => {
    const [row = []] = short.slice(12)
    const { findings } = await refused(opened, bytesOf(short.toSpliced(13, 0, row, row.with(months.EXPORTS, '1'))))
    expect(findings).toContainEqual(expect.objectContaining({ kind: 'DUPLICATE', severity: 'ERROR', row: 15 }))
  })

  describe('with acceptFindings', () => {
    const accept = { acceptFindings: true, createCodes: false }

    test.each<[string, Spoil]>([
      ['UNREADABLE_CELL', inCell(5, months.EXPORTS, () => '4667.960')],
      ['UNKNOWN_CODE', inCell(13, 0, () => '石家装市')],
      ['DUPLICATE', (cells) => cells.toSpliced(13, 0, (cells[12] ?? []).with(months.EXPORTS, '1'))],
    ])('it is refused by %s', async (kind, spoil) => {
      const [error = ''] = errorsOf(await refused(opened, bytesOf(spoil(short)), accept))
      expect(error.split(' ')[0]).toBe(kind)
    })

    test('is stored with UNIT_SUSPECT and with equal duplicates', async () => {
      const cells = inColumns([months.EXPORTS], times(10))(short)
      const request = requestOf(4, bytesOf(cells.toSpliced(13, 0, cells[12] ?? [])))
      const head = { ...headOf(4), code: 'ALL-THE-SAME', publishedAt: '2024-05-19T00:00:00+08:00' }
      const report = await importRelease(opened.database, { ...request, ...accept, head })
      expect(report).toMatchObject({ accepted: true, added: 294, rejected: 0 })
      const { rows } = await opened.database.pool.query(
        `SELECT kind, severity, min(row) AS row, count(*)::int AS n FROM finding
        WHERE code = 'ALL-THE-SAME' AND (kind = 'DUPLICATE' OR key LIKE '% column')
        GROUP BY 1, 2 ORDER BY 1`,
      )
      expect(rows).toEqual([
        { kind: 'UNIT_SUSPECT', severity: 'ERROR', row: 4, n: 1 },
        { kind: 'DUPLICATE', severity: 'INFO', row: 14, n: 6 },
      ])
      await retract(opened.database, 'ALL-THE-SAME', 'it was taken in to be tried')
    })
  })
})
