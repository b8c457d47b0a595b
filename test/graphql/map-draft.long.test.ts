import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { draftMap } from '../../src/files/map-draft/draft.js'
import { tableIn } from '../../src/graphql/schema/map-draft.js'
import { Pace } from '../../src/lib/pace.js'
import { packRepeated, sheetXml, workbook, workbookParts, zip } from '../files/xlsx/support.js'
import { sharedData } from '../shared-data.js'
import { openTestStore, type TestStore } from '../support.js'
import { type Answer, ask, refusal } from './ask.js'
import { askerOf, importMutation, input } from './publish.js'

let opened: TestStore
beforeAll(async () => {
  opened = await openTestStore()
})
afterAll(() => opened.close())

const document = /* GraphQL */ `
  query ($input: DraftMapInput!) {
    draftMap(input: $input) { map guesses figures problems placeholders columns rows rowCount columnCount }
  }
`
const draft = (content: string | Uint8Array, given: object = {}): Promise<Answer> => {
  const encoded = typeof content === 'string' ? { content } : { content: base64(content), encoding: 'BASE64' }
  return ask(opened.store, document, { input: { name: 'table', ...encoded, ...given } })
}
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
const messageOf = ({ errors = [] }: Answer): string | undefined => errors[0]?.message

const examples = new URL('../../examples/tables/', import.meta.url)
const layouts = new URL('../files/table-map/layouts/', import.meta.url)

describe('a draft equals that of the command:', () => {
  test.each([
    ['years-across.csv', examples],
    ['preamble.xlsx', examples],
    ['growth.xlsx', examples],
    ['japanese.csv', examples],
    ['flags.csv', examples],
    ['unit-below.csv', examples],
    ['latin-1.csv', layouts],
    ['months-across.csv', layouts],
  ])('%s', async (name, folder) => {
    const bytes = await readFile(new URL(name, folder))
    const { data, errors } = await draft(bytes, { name })
    expect(errors).toBeUndefined()
    const { dimensions } = (await opened.store.view()).snapshot.codes
    const { map, ...said } = await draftMap(bytes, {
      file: name,
      encoding: null,
      sheet: null,
      period: null,
      dimensions,
    })
    expect(data.draftMap).toMatchObject(said)
    expect(JSON.parse(data.draftMap.map)).toEqual(map)
    expect(data.draftMap.map).toBe(JSON.stringify(map, null, 2))
  })
})

const trade = [
  'Foreign trade by partner,,,',
  'Unit: CNY 100 million,,,',
  '',
  'Partner,Total,Exports,Imports',
  'Total,37100,21500,15600',
  'US,4000,3000,1000',
  'ASEAN,5000,3500,1500',
]
const tradeTable = `${trade.join('\n')}\n`

test('a table is returned as it is read, blank rows included', async () => {
  const { data } = await draft(tradeTable, { period: '2024-05' })
  const { rows, rowCount, columnCount, columns, problems } = data.draftMap
  expect(rows).toEqual(trade.map((line) => line.split(',')))
  expect({ rowCount, columnCount, columns, problems }).toEqual({
    rowCount: 7,
    columnCount: 4,
    columns: ['Partner', 'Total', 'Exports', 'Imports'],
    problems: [],
  })
})

test('rows and cells beyond the limit are counted and not returned', async () => {
  const line = (width: number, cell: string): string => `x,${Array.from({ length: width - 1 }, () => cell).join(',')}`
  const tableOf = (height: number, width: number): string =>
    [line(width, 'Exports'), ...Array.from({ length: height - 1 }, () => line(width, '1.5'))].join('\n')
  const shape = async (height: number, width: number) => {
    const { rows, rowCount, columnCount, columns } = (await draft(tableOf(height, width))).data.draftMap
    return { rows: rows.length, cells: rows[0].length, rowCount, columnCount, names: columns.length }
  }
  expect(await shape(2050, 3)).toEqual({ rows: 2000, cells: 3, rowCount: 2050, columnCount: 3, names: 3 })
  expect(await shape(4, 110)).toEqual({ rows: 4, cells: 100, rowCount: 4, columnCount: 110, names: 110 })
})

test('columns with equal headers have different names', async () => {
  const { data } = await draft(',Partner,Exports,Exports,,Exports (column 3)\n,US,1.5,2.5,,3.5\n,EU,4.5,5.5,,6.5\n')
  expect(data.draftMap.columns).toEqual([
    'column 1',
    'Partner',
    'Exports (column 3)',
    'Exports (column 4)',
    'column 5',
    'Exports (column 3) (column 6)',
  ])
})

interface Placed {
  readonly file: string | null
  readonly row: number
  readonly column: string | null
  readonly found: string | null
  readonly kind: string
}

/** The findings of a dry run of a table with the map of a right one, each with the cell that a page would highlight. */
async function highlighted(content: string) {
  const [right, wrong] = [await draft(tradeTable, period), await draft(content, period)]
  const edits: Readonly<Record<string, string>> = { '<fill in: the metric of "Total">': 'TRADE' }
  const map = JSON.stringify(JSON.parse(right.data.draftMap.map), (_, value) => edits[value] ?? value)
  const release = { format: 'TABLE', map, dryRun: true, files: [{ name: 'table', content }], ...period }
  const report = await askerOf(opened)(importMutation, input('', release))
  expect(report.errors).toBeUndefined()
  const { columns } = right.data.draftMap
  const { rows } = wrong.data.draftMap
  return report.data.importRelease.findings.map(({ kind, file, row, column, found }: Placed) => {
    const at = column === null ? null : columns.indexOf(column)
    return { kind, file, row, at, cell: at === null ? null : rows[row - 1]?.[at], found }
  })
}

const period = { period: '2024-05' }

describe('a finding names the cell that a page highlights:', () => {
  const corrupted = (from: string, to: string): string => {
    expect(tradeTable).toContain(from)
    return tradeTable.replace(from, to)
  }
  const place = (row: number, at: number, cell: string) => ({ file: 'table', row, at, cell, found: cell })

  test('a digit with which a total does not add up', async () => {
    expect(await highlighted(corrupted('37100', '38100'))).toEqual([
      { kind: 'TOTAL_MISMATCH', ...place(5, 1, '38100') },
    ])
  })

  test('a number with letters', async () => {
    expect(await highlighted(corrupted('3500', '35oo'))).toContainEqual({
      kind: 'UNREADABLE_CELL',
      ...place(7, 2, '35oo'),
    })
  })

  test('a column shifted by one row', async () => {
    const shifted = corrupted('21500', '').replace('3000', '21500').replace('3500', '3000')
    const found = await highlighted(shifted)
    expect(found).toContainEqual({ kind: 'TOTAL_MISMATCH', ...place(6, 1, '4000') })
  })
})

describe.skipIf(!sharedData.tables.isPresent)('real tables', () => {
  test.each(['national-export-2024-07-rmb.xlsx', 'shanghai-country-2024-07-rmb.xlsx'])(
    '%s is drafted',
    async (name) => {
      const { data, errors } = await draft(await readFile(new URL(name, sharedData.tables.url)), { name })
      expect(errors).toBeUndefined()
      const { rows, rowCount, columns, columnCount } = data.draftMap
      expect({ rows: rows.length, columns: new Set(columns).size }).toEqual({ rows: rowCount, columns: columnCount })
    },
  )
})

describe('an input is refused with a sentence:', () => {
  const sheet = (name: string) => ({ name, xml: sheetXml([['Partner', '2023', '2024'], ['US', '1', '2']]) }) // biome-ignore format: a row each
  const sheets = zip(workbookParts([sheet('Old'), sheet('New')]))
  const bomb = zip(workbookParts([{ xml: packRepeated('<worksheet><sheetData>', '<row/>'.repeat(200_000), 40) }]))
  const page = `<table><tr><th>Partner<th>2023<tr><td>US<td>1</table>`
  const table = 'Partner,2023,2024\nUS,1,2\n'

  test.each([
    ['nothing', '', {}, /No row of this file has figures/],
    [
      'bytes that are no text',
      Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919) % 256),
      {},
      /cannot be read|No row of this file/,
    ],
    ['no Base64', '%%%', { encoding: 'BASE64' }, /^The content of "table" is not Base64\.$/],
    [
      'a workbook with several sheets',
      sheets,
      {},
      /^Row 1 cannot be read: The workbook has 2 sheets, "Old", "New"\. Name the one to read\.$/,
    ],
    ['an unknown sheet', sheets, { sheet: 'Newer' }, /There is no sheet "Newer"\. Did you mean New\?/],
    ['a sheet that unpacks to much more', bomb, {}, /unpacks to more than 100 times its size/],
    ['a cut workbook', sheets.subarray(0, 400), {}, /cut off or damaged/],
    [
      'a page with several tables',
      page + page,
      {},
      /^Row 1 cannot be read: The page has 2 tables: .* Name the number of the one to read as its sheet\.$/,
    ],
    ['an unknown character encoding', table, { charset: 'klingon' }, /^There is no encoding "klingon"/],
    ['more cells than are allowed', `${table}${`x${','.repeat(900)}\n`.repeat(300)}`, {}, /more than 250,000 cells/],
  ])('%s', async (_, content, given, message) => {
    const answer = await draft(content, given)
    expect(refusal(answer)).toBe('BAD_USER_INPUT')
    expect(messageOf(answer)).toMatch(message)
  })

  test('a content over the limit', async () => {
    const answer = await draft('x'.repeat(1_000_001))
    expect(refusal(answer)).toBe('LIMIT_EXCEEDED')
    expect(messageOf(answer)).toMatch(/input\.content has 1,000,001 characters .*; the limit is 1,000,000\./)
  })

  test('a sheet of a few kilobytes that repeats long texts', async () => {
    const strings = `<si><t>${'x'.repeat(1000)}</t></si>`
    const cell = '<c t="s"><v>0</v></c>'
    const xml = `<worksheet><sheetData>${`<row>${cell.repeat(50)}</row>`.repeat(100)}</sheetData></worksheet>`
    const answer = await draft(zip(workbookParts([{ xml }], strings)))
    expect(messageOf(answer)).toMatch(/more than 2,000,000 characters in its cells/)
  })
})

test('a sheet, a page and a character encoding can be chosen', async () => {
  const rows = (year: string) => [['Partner', year, '2020'], ['US', '1', '2'], ['EU', '3', '4']] // biome-ignore format: a row each
  const sheets = ['2023', '2024'].map((name) => ({ name, xml: sheetXml(rows(name)) }))
  const html = rows('2024').map((cells) => `<tr>${cells.map((text) => `<td>${text}`).join('')}`)
  const table = (inner: readonly string[]): string => `<table>${inner.join('')}</table>`
  const answers = [
    await draft(zip(workbookParts(sheets)), { sheet: '2024' }),
    await draft(table(html.toReversed()) + table(html), { sheet: '2' }),
  ]
  for (const { data } of answers) expect(data.draftMap.rows).toEqual(rows('2024'))
  const polish = Buffer.concat([
    Buffer.from('Kraj,2023,2024\n'),
    Buffer.from([0x8c]),
    Buffer.from('wiat,1,2\nUE,1,1\n'),
  ])
  const { data } = await draft(polish, { charset: 'windows-1250' })
  expect(data.draftMap.rows[1][0]).toBe('Świat')
})

test('others can run between small parts of a drafted megabyte', async () => {
  const line = (row: number): string => `P${row},${row % 997},${row % 89},${row % 7}`
  const content = ['Partner,2022,2023,2024', ...Array.from({ length: 50_000 }, (_, row) => line(row))].join('\n')
  const chances = vi.spyOn(Pace.prototype, 'due')
  const { data, errors } = await draft(content)
  expect(errors).toBeUndefined()
  expect(data.draftMap.rowCount).toBe(50_001)
  expect(chances.mock.calls.length).toBeGreaterThan(50_000)
  chances.mockRestore()
})

test('the estimate counts the cells that are returned', () => {
  expect(tableIn({ content: 'a;b;c\n1;2;3\n' })).toEqual({ rows: 3, columns: 3 })
  expect(tableIn({ content: '<table><tr><td>a<td>b<tr><td>1<td>2' })).toEqual({ rows: 3, columns: 3 })
  expect(tableIn({ content: base64(workbook([['a']])), encoding: 'BASE64' })).toEqual({ rows: 2000, columns: 100 })
  expect(tableIn({ content: `${'a,'.repeat(500)}\n`.repeat(3000) })).toEqual({ rows: 0, columns: 0 })
  expect(tableIn({ content: `${'a,'.repeat(150)}\n`.repeat(3000) })).toEqual({ rows: 2000, columns: 100 })
})

test('an archive of the largest size stays within the cost limit', async () => {
  const answer = await draft(`UEsDBA${'A'.repeat(999_990)}`, { encoding: 'BASE64' })
  expect(refusal(answer)).toBe('BAD_USER_INPUT')
  expect(messageOf(answer)).toMatch(/cut off or damaged/)
})
