import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { parsePeriod } from '../../../src/domain/periods/period.js'
import { tableMap } from '../../../src/files/maps/map-files.js'
import type { TableMap } from '../../../src/files/table-map/map.js'
import { isXlsx } from '../../../src/files/xlsx/reader.js'
import { sharedData } from '../../shared-data.js'
import { line, places, readTable, smallHead, smallMap, smallRows } from '../table-map/support.js'
import { number, sheetXml, styles, type TestCell, workbook, workbookParts, zip } from './support.js'

/** A cell of a CSV file as a person would type it: with a style of one decimal where it shows one. */
const typed = (cell: string): TestCell => {
  if (cell === '' || cell.startsWith('Unnamed')) return null
  if (!/^-?\d/.test(cell) || /[^\d.-]/.test(cell)) return cell
  return cell.includes('.') ? number(String(Number(cell)), styles.oneDecimal) : number(cell)
}
const rowsOf = (csv: string) =>
  csv
    .trimEnd()
    .split(/\r?\n/)
    .map((row) => row.split(',').map(typed))
const repeated = rowsOf(smallHead + smallRows)
// A merged cell's text stands in its first cell only.
const top = [
  [null, null, '单位：万元'],
  ['地区', '出口', null, '同比±％'],
  [null, '3月', '1至3月', '出口'],
]
const small: readonly (readonly TestCell[])[] = [...top, ...repeated.slice(3)]
const smallMerged = ['C1:D1', 'A2:A3', 'B2:C2']
const whole = workbook(small, smallMerged)

test('a workbook is recognised by its first bytes', () => {
  expect(isXlsx(whole.subarray(0, 4))).toBe(true)
  expect(isXlsx(whole.subarray(0, 3))).toBe(false)
  expect(isXlsx(Buffer.from('地区'))).toBe(false)
})

describe('a table in a workbook', () => {
  test('is read like CSV, in pieces of any size', async () => {
    const { figures, categories } = await readTable(smallHead + smallRows)
    for (const size of [1, 1000, 65_536]) {
      const read = await readTable(whole, smallMap, { encoding: 'gb18030' }, size)
      expect(read.problems).toEqual([])
      expect(read.figures).toEqual(figures)
      expect(read.categories).toEqual(categories)
    }
  })

  test('has rows counted like a spreadsheet, omitted ones included', async () => {
    const xml = sheetXml([...small, [], [], ['x', number('1')]], smallMerged).replaceAll(/<row r="\d+"><\/row>/g, '')
    const { problems } = await readTable(zip(workbookParts([{ xml }])))
    expect(places(problems)).toEqual(['11, 地区: x', '11, 出口 1至3月: ', '11, 同比±％ 出口: '])
  })

  test('names the column of a change', async () => {
    const { readings } = await readTable(whole)
    expect(readings.slice(0, 2).map((each) => 'parts' in each && each.parts)).toEqual([
      { change: null, share: null },
      { change: '同比±％ 出口', share: null },
    ])
  })

  test('places figures at their value or first part', async () => {
    const [place, month, year, growth] = smallMap.columns
    if (!place || !month || !year || !growth) return expect.fail()
    const share = { is: 'share', header: [null, '比重', '出口'], metric: 'EXPORTS', span: 'YEAR_TO_DATE' } as const
    const read = async (columns: TableMap['columns'], order: readonly number[]) => {
      const header = repeated.slice(0, 3).map((cells, at) => [...cells, [null, '比重', '出口'][at] ?? null])
      const rows = [...header, ['总值', number('300'), number('900'), '-', number('1.5')]]
      const cells = rows.map((row) => order.map((at) => row[at] ?? null))
      const { readings } = await readTable(workbook(cells), { ...smallMap, columns })
      return readings.flatMap((each) =>
        'parts' in each ? [[each.place.column, each.parts?.change, each.parts?.share]] : [],
      )
    }
    expect(await read([place, growth, share, year], [0, 3, 4, 2])).toEqual([
      ['出口 1至3月', '同比±％ 出口', '比重 出口'],
    ])
    expect(await read([place, share, growth], [0, 4, 3])).toEqual([['比重 出口', '同比±％ 出口', '比重 出口']])
  })

  test('reports each bad cell, and reads the others', async () => {
    const spoilt = small.with(3, [
      '总值',
      { xml: '<c><f>B5+B8</f><v>300</v></c>' },
      number('900'),
      number('45657', styles.date),
    ])
    const { problems, figures } = await readTable(workbook(spoilt, smallMerged))
    expect(problems).toEqual([
      {
        file: 'a.csv',
        row: 4,
        column: '出口 3月',
        found: '=B5+B8',
        message: 'This cell contains the formula =B5+B8. Paste its value.',
      },
      {
        file: 'a.csv',
        row: 4,
        column: '同比±％ 出口',
        found: '2024-12-31',
        message: 'This cell contains a date, 2024-12-31. Write it as text, like 2024-12.',
      },
    ])
    expect(figures).toHaveLength(8)
  })

  test('is refused with a date in its header, not unmerged cells', async () => {
    const dated = small.with(2, [null, number('45352', styles.month), '1至3月', '出口'])
    const { problems } = await readTable(workbook(dated, smallMerged))
    expect(places(problems)).toEqual(['3, 出口 2024-03-01: 2024-03-01'])
    const plain = await readTable(workbook(small.with(1, ['地区', '出口', null, '同比±％']), ['A2:A3']))
    expect(plain.problems).toEqual([])
  })

  test('with rows wider or narrower than the header', async () => {
    const ragged = small.with(5, ['新市', number('150'), number('400'), '-', 'see note']).with(6, ['新市高新区', '-'])
    const { problems } = await readTable(workbook(ragged, smallMerged))
    expect(places(problems)).toEqual(['6, null: see note', '7, 出口 1至3月: ', '7, 同比±％ 出口: '])
    expect(problems[0]?.message).toBe('Cell E6 is outside the table, whose header ends in column D. Move or clear it.')
  })

  test('that is empty or shorter than its header', async () => {
    expect((await readTable(workbook([]))).problems.map(({ row, message }) => `${row}: ${message}`)).toEqual([
      '1: The file is empty: its first 3 rows are the header of "Small table".',
    ])
    expect((await readTable(workbook(small.slice(0, 2)))).problems.map(({ row }) => row)).toEqual([2])
  })
})

describe.skipIf(!sharedData.locations.isPresent)(
  'December by location, in ../shared/data/gacc-location-2024, as a workbook',
  () => {
    test('has the same figures as the CSV', async () => {
      const bytes = await readFile(new URL('2024-12.csv', sharedData.locations.url))
      const map = await tableMap('gacc-location')
      const options = { period: parsePeriod('2024-12') }
      const merged = ['H1:J1', 'A2:A3', 'B2:C2', 'D2:E2', 'F2:G2', 'H2:J2']
      const made = rowsOf(bytes.toString('utf8').replace('\uFEFF', ''))
      const top = [
        made[0]?.map((text, at) => (at > 7 ? null : text)) ?? [],
        made[1]?.map((text, at) => ([0, 1, 3, 5, 7].includes(at) ? text : null)) ?? [],
        made[2]?.with(0, null) ?? [],
      ]
      const read = await readTable(workbook([...top, ...made.slice(3)], merged), map, options)
      const csv = await readTable(bytes, map, options)
      expect(read.problems).toEqual([])
      expect(read.figures).toEqual(csv.figures)
      expect(read.categories).toEqual(csv.categories)
      expect(read.figures).toHaveLength(351 * 6)
      expect(line(read.figures[1] ?? expect.fail())).toBe(
        'TRADE TOTAL:ALL 2024-01/2024-12, 4384679258 CNY_10_THOUSAND, 5.0% on 2023-01/2023-12',
      )
    })
  },
)
