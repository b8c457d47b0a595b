import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { parsePeriod } from '../../../src/domain/periods/period.js'
import { draftMap } from '../../../src/files/map-draft/draft.js'
import { parseTableMap } from '../../../src/files/maps/map-files.js'
import { line, readTable } from '../table-map/support.js'
import { workbook } from '../xlsx/support.js'

const layouts = (name: string) => readFile(new URL(`../table-map/layouts/${name}`, import.meta.url))
const asked = { encoding: null, sheet: null, period: null }
const draftOf = (bytes: Uint8Array | string, given: object = {}) =>
  draftMap(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes, { file: 'a.csv', ...asked, ...given })

/** Replaces placeholders by what a person would write, at most three. */
function completed(map: object, edits: Readonly<Record<string, string>>): string {
  expect(Object.keys(edits).length).toBeLessThanOrEqual(3)
  return JSON.stringify(map, (_, value) => edits[value] ?? value)
}

test.each([
  {
    file: 'years-across.csv',
    edits: {},
    count: 16,
    first: 'EXPORTS PARTNER:Aldora 2019, 48210334512.7 USD',
  },
  {
    file: 'months-across.csv',
    edits: {},
    count: 12,
    first: 'EXPORTS PRODUCT:Machinery 2023-11, 1204.5 EUR_MILLION',
  },
  {
    file: 'no-categories.csv',
    edits: { '<fill in: the unit of "Unit: million dollars">': 'USD_MILLION' },
    count: 6,
    first: 'EXPORTS TOTAL:ALL 2024-01, 4821.9 USD_MILLION',
  },
  {
    file: 'year-and-month.csv',
    edits: {
      '<fill in: the dimension of "Port">': 'PORT',
      '<fill in: the metric of "Tonnes">': 'EXPORT_QUANTITY',
    },
    count: 6,
    first: 'EXPORT_QUANTITY LOCATION:West+PORT:Aldhaven 2023-11, 12048 TONNE',
  },
  {
    file: 'latin-1.csv',
    edits: {},
    count: 9,
    first: 'EXPORTS LOCATION:São_Tomé 2024-01, 1204.5 EUR_MILLION',
  },
])('$file is read with its draft after at most three edits', async ({ file, edits, count, first }) => {
  const bytes = await layouts(file)
  const { map, placeholders, problems } = await draftOf(bytes)
  expect({ placeholders, problems }).toEqual({ placeholders: Object.keys(edits), problems: [] })
  const read = await readTable(bytes, await parseTableMap(completed(map, edits), 'm.json'), { period: null })
  expect(read.problems).toEqual([])
  expect(read.figures).toHaveLength(count)
  const [figure] = read.figures
  expect(figure && line(figure)).toBe(first)
})

test('a draft explains each guess and shows figures with its open places', async () => {
  const { guesses, figures, map } = await draftOf(await layouts('year-and-month.csv'))
  expect(guesses).toEqual([
    'The encoding is utf-8.',
    'Row 1 is the header.',
    'Column "Year" states the year. Empty cells repeat the one above.',
    'Column "Month" states the month. Empty cells repeat the one above.',
    'Column "Region" names categories of LOCATION. No label is known as the total. Empty cells repeat the one above.',
    'Column "Port" names categories. No label is known as the total.',
    'Column "Tonnes" has values; no text names their metric, span PERIOD.',
    'The unit is TONNE, as "Tonnes" states.',
  ])
  expect(figures.slice(0, 2)).toEqual([
    '? LOCATION:West ?:Aldhaven 2023-11: 12048 TONNE',
    '? LOCATION:West ?:Bersund 2023-11: 8771 TONNE',
  ])
  await expect(parseTableMap(JSON.stringify(map), 'm.json')).rejects.toThrow(
    'm.json, columns[3].dimension: "<fill in: the dimension of \\"Port\\">" is a placeholder. Replace it by the value.',
  )
})

test('a workbook with lines above and notes below is drafted', async () => {
  const cells = [
    ['Exports by region, March 2024'],
    ['Thousand euros'],
    [],
    ['Region', 'Month', 'Year to date', 'Change (%)'],
    ['West', '48,210', '139,775', '4.2'],
    ['East', '21,904', '63,410', 'x'],
    ['Note: provisional'],
    ['Published in April'],
  ]
  const { map, placeholders, problems, figures } = await draftOf(workbook(cells))
  expect(problems).toEqual([])
  expect(placeholders).toEqual([
    '<fill in: what "x" means, perhaps CONFIDENTIAL: NIL, MISSING, NOT_APPLICABLE or CONFIDENTIAL>',
    '<fill in: the span of column 4, "Change (%)": MONTH or YEAR_TO_DATE>',
  ])
  expect(map).toMatchObject({
    titles: [{ text: 'Exports by region, {monthName} {year}' }],
    unit: { row: 'above', texts: { 'Thousand euros': 'EUR_THOUSAND' } },
    end: ['Note:'],
    thousands: ',',
  })
  expect(figures[1]).toBe('EXPORTS LOCATION:West 2024-01/2024-03: 139775 EUR_THOUSAND, change 4.2%')
})

test('a table that does not state its period is shown with one', async () => {
  const table = '商品,数量,单位\n出口船舶,12,艘\n出口钢材,34,万吨\n'
  const { guesses, problems } = await draftOf(table)
  expect(guesses).toContain('No text states the period: import the table with --period.')
  expect(problems).toEqual([expect.stringContaining('does not state its year and month')])
  const { figures } = await draftOf('Region,Exports in million euros\nWest,1.5\n', { period: parsePeriod('2024') })
  expect(figures).toEqual(['EXPORTS LOCATION:West 2024: 1.5 EUR_MILLION'])
})

test('GB 18030 is recognised by its Chinese characters', async () => {
  // 地区,出口 in GB 18030
  const header = Uint8Array.from([0xb5, 0xd8, 0xc7, 0xf8, 0x2c, 0xb3, 0xf6, 0xbf, 0xda, 0x0a])
  const { map } = await draftOf(Buffer.concat([header, Buffer.from('A,1\n')]))
  expect(map).toMatchObject({ encoding: 'gb18030', columns: [{ header: ['地区'] }, { metric: 'EXPORTS' }] })
})

test.each([
  ['an empty file', '', 'No row of this file has figures beside a label.'],
  ['a table without header', 'a,1\nb,2\n', 'No header precedes the first figures, in row 1: a, 1.'],
])('%s is refused', async (_, text, message) => {
  await expect(draftOf(text)).rejects.toThrow(message)
})
