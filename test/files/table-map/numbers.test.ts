import { expect, test } from 'vitest'
import { parseTableMap } from '../../../src/files/maps/map-files.js'
import type { TableMap } from '../../../src/files/table-map/map.js'
import { number, sheetXml, styles, workbook, workbookParts, zip } from '../xlsx/support.js'
import { line, readTable, smallHead, smallMap, smallRows } from './support.js'

const whole = smallHead + smallRows.replace(/\.\d/g, '')
const decimals = smallMap.columns.map((column) => ('decimals' in column ? { ...column, decimals: 3 } : column))

async function first(cell: string, keys: Partial<TableMap> = {}): Promise<string> {
  const map = { ...smallMap, columns: decimals, ...keys }
  const { figures, problems } = await readTable(whole.replace('总值,300', `总值,"${cell}"`), map)
  const [figure] = figures
  return problems.map(({ message }) => message).join() || line(figure ?? expect.fail()).split(', ')[1] || ''
}

test.each(['0,925', '-0,925', '00,925', '0,925,000'])('%s is no grouped number', async (cell) => {
  expect(await first(cell, { thousands: ',' })).toContain('does not stand between groups of three digits')
})

test.each([
  ['27.016', { thousands: '.' }, '27016 '],
  ['280.633.046', { thousands: '.' }, '280633046 '],
  ['1.085,5', { thousands: '.' }, '1085.5 '],
  ['0,925', { decimalMark: ',' }, '0.925 '],
  ['1 085,5', { thousands: ' ', decimalMark: ',' }, '1085.5 '],
  ['280\u00a0633', { thousands: ' ' }, '280633 '],
  ['280\u202f633', { thousands: ' ' }, '280633 '],
  ['1’280’633', { thousands: "'" }, '1280633 '],
  ['\u2212150', {}, '-150 '],
  ['\u22121,150', { thousands: ',' }, '-1150 '],
] as const)('%s with %j is %s', async (cell, keys, expected) => {
  expect(await first(cell, keys)).toContain(expected)
})

test.each([
  ['0.925', { thousands: '.' }, 'does not stand between groups'],
  ['27.016', { decimalMark: ',' }, 'its point is not the decimal mark'],
  ['27,016.5', { decimalMark: ',' }, 'its point is not the decimal mark'],
  ['1,5,5', { decimalMark: ',' }, 'is not a decimal number'],
  ['(150)', {}, 'may be negative'],
  ['–150', {}, 'may be negative'],
] as const)('%s with %j is refused', async (cell, keys, expected) => {
  expect(await first(cell, keys)).toContain(expected)
})

test('other spaces between thousands are reported', async () => {
  const text = whole.replace('总值,300', '总值,280\u00a0633')
  const { readings } = await readTable(text, { ...smallMap, thousands: ' ' })
  expect(readings.flatMap(({ notice }) => notice ?? [])).toEqual([
    'No-break and thin spaces between thousands are read like the space that the map states.',
  ])
})

test('a decimal comma is refused for a workbook', async () => {
  const book = workbook([['a'], [number('27.016')]])
  const { problems, figures } = await readTable(book, { ...smallMap, thousands: '.' })
  expect(problems.map(({ message }) => message)).toEqual([expect.stringContaining('the map has a decimal comma')])
  expect(figures).toEqual([])
})

test('symbols with digits and equal marks are refused', async () => {
  const map = { ...smallMap, symbols: { '100¹': 'MISSING', $5: 'NIL' }, thousands: ',', decimalMark: ',' }
  const refused = parseTableMap(JSON.stringify(map), 'm.json')
  await expect(refused).rejects.toThrow(
    /symbols\["100¹"\]: A symbol.*\n.*symbols.\$5: A symbol.*\n.*decimalMark: "," is the thousands/,
  )
})

test('a mark after a number is a flag, and its status that of the map', async () => {
  const text = whole.replace('总值,300,900,5', '总值,300 r,900¹,5 r')
  const { figures, problems } = await readTable(text, { ...smallMap, marks: { r: 'REVISED', '¹': null } })
  expect(problems).toEqual([])
  expect(figures.slice(0, 2)).toMatchObject([
    { status: 'REVISED', flags: 'r' },
    { status: 'NORMAL', flags: '¹' },
  ])
  const marks = { '1': null, '%': null }
  const refused = parseTableMap(JSON.stringify({ ...smallMap, marks }), 'm.json')
  await expect(refused).rejects.toThrow(/cannot begin with a digit.*\n.*cannot begin with a digit/)
})

test('a mark after growth is reported, and no flag of the value', async () => {
  const { figures, readings } = await readTable(whole.replace('总值,300,900,5', '总值,300,900,5 r'), {
    ...smallMap,
    marks: { r: 'REVISED' },
  })
  expect(figures.slice(0, 2)).toMatchObject([{ flags: null }, { status: 'NORMAL', flags: null }])
  expect(readings.flatMap(({ notice }) => notice ?? [])).toEqual([
    'Marks after growth and shares are not kept: flags are those of the value beside them.',
  ])
})

test('stored digits that a workbook does not display are read and reported', async () => {
  const map: TableMap = {
    title: 'T',
    header: 1,
    unit: 'USD',
    columns: [
      { is: 'category', header: ['Country'], dimension: 'PARTNER', language: 'EN' },
      { is: 'value', header: ['Exports'], metric: 'EXPORTS', span: 'MONTH' },
    ],
  }
  const book = (cell: object) =>
    workbook([
      ['Country', 'Exports'],
      ['Chile', cell as never],
      ['Peru', '5'],
    ])
  const noticesOf = async (bytes: Uint8Array) =>
    (await readTable(bytes, map)).readings.flatMap(({ notice }) => notice ?? [])
  const { figures } = await readTable(book(number('48210.4567', styles.grouped)), map)
  expect(line(figures[0] ?? expect.fail())).toBe('EXPORTS PARTNER:Chile 2024-03, 48210.4567 USD')
  expect(await noticesOf(book(number('48210.4567', styles.grouped)))).toEqual([
    expect.stringContaining('Cell B2 stores 48210.4567 and displays fewer decimals.'),
  ])
  expect(await noticesOf(book(number('48210', styles.grouped)))).toEqual([])
  expect(await noticesOf(book(number('48210.4567')))).toEqual([])
})

test('a hidden row of a workbook is reported, and read', async () => {
  const rows = [
    ['Country', '2023'],
    ['Chile', '5'],
    ['Peru', '6'],
    ['Bolivia', '7'],
  ]
  const xml = sheetXml(rows).replace('<row r="3">', '<row r="3" hidden="1">')
  const map: TableMap = {
    title: 'T',
    header: 1,
    unit: 'USD',
    columns: [
      { is: 'category', header: ['Country'], dimension: 'PARTNER', language: 'EN' },
      { is: 'value', header: ['{year}'], metric: 'EXPORTS', across: true },
    ],
  }
  const { figures, readings } = await readTable(zip(workbookParts([{ xml }])), map, { period: null })
  expect(figures).toHaveLength(3)
  expect(readings.flatMap(({ notice }) => notice ?? [])).toEqual([
    'Row 3 of the sheet is hidden. Hidden rows are read: delete those that are not of the table.',
  ])
})
