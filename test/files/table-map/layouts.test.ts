import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { parseTableMap } from '../../../src/files/maps/map-files.js'
import { workbook } from '../xlsx/support.js'
import { line, places, readTable, smallHead, smallRows } from './support.js'

const fixture = (name: string) => readFile(new URL(`./layouts/${name}`, import.meta.url))
const map = (value: object) => parseTableMap(JSON.stringify({ title: 'Layout', ...value }), 'm.json')
const stated = { period: null }
const value = (header: string, metric: string) => ({ is: 'value', header: [header], metric, span: 'PERIOD' })

const worldBank = {
  header: 1,
  before: 10,
  unit: 'USD',
  symbols: { '': 'MISSING' },
  columns: [
    { is: 'nothing', header: ['Country Name'] },
    { is: 'category', header: ['Country Code'], dimension: 'PARTNER', language: 'EN' },
    { is: 'nothing', header: ['Indicator Name'] },
    {
      is: 'metric',
      header: ['Indicator Code'],
      words: { 'NE.EXP.GNFS.CD': 'EXPORTS', 'NE.IMP.GNFS.CD': 'IMPORTS' },
    },
    { is: 'value', header: ['{year}'], across: true },
  ],
}

const byProduct = {
  header: 2,
  before: 5,
  unit: 'EUR_MILLION',
  end: ['Source:'],
  columns: [
    {
      is: 'category',
      header: [null, 'Product group'],
      dimension: 'PRODUCT',
      language: 'EN',
      total: ['Total'],
    },
    { is: 'value', header: ['{year}', '{monthName}'], across: true, metric: 'EXPORTS', zero: 'MISSING' },
  ],
}

const byPort = {
  header: 1,
  unit: 'TONNE',
  columns: [
    { is: 'period', header: ['Year'], part: 'YEAR', fill: true },
    { is: 'period', header: ['Month'], part: 'MONTH', fill: true },
    { is: 'category', header: ['Region'], dimension: 'REGION', language: 'EN', fill: true },
    { is: 'category', header: ['Port'], dimension: 'PORT', language: 'EN' },
    value('Tonnes', 'EXPORT_QUANTITY'),
  ],
}

const byDate = {
  header: 1,
  unit: { row: 'below', texts: { 'Unit: million dollars': 'USD_MILLION', 'Unit: million euros': 'EUR_MILLION' } },
  columns: [
    { is: 'period', header: ['Date'], frequency: 'MONTHLY' },
    value('Exports', 'EXPORTS'),
    value('Imports', 'IMPORTS'),
  ],
}

test('years across are read below five lines of any text', async () => {
  const { figures, problems } = await readTable(await fixture('years-across.csv'), await map(worldBank), stated)
  expect(problems).toEqual([])
  expect(figures).toHaveLength(16)
  expect(figures.slice(0, 5).map(line)).toEqual([
    'EXPORTS PARTNER:ALD 2019, 48210334512.7 USD',
    'EXPORTS PARTNER:ALD 2020, 41877120934.1 USD',
    'EXPORTS PARTNER:ALD 2021, 52009817345.5 USD',
    'EXPORTS PARTNER:ALD 2022, MISSING',
    'IMPORTS PARTNER:ALD 2019, 51993402118.2 USD',
  ])
})

describe('months across below years', () => {
  test('are read beside a blank column, with 0 as not reported', async () => {
    const { figures, problems } = await readTable(await fixture('months-across.csv'), await map(byProduct), stated)
    expect(problems).toEqual([])
    expect(figures.map(line)).toEqual([
      'EXPORTS PRODUCT:Machinery 2023-11, 1204.5 EUR_MILLION',
      'EXPORTS PRODUCT:Machinery 2023-12, 1310.2 EUR_MILLION',
      'EXPORTS PRODUCT:Machinery 2024-01, 1188.0 EUR_MILLION',
      'EXPORTS PRODUCT:Machinery 2024-02, 1093.7 EUR_MILLION',
      'EXPORTS PRODUCT:Chemicals 2023-11, 877.1 EUR_MILLION',
      'EXPORTS PRODUCT:Chemicals 2023-12, 802.4 EUR_MILLION',
      'EXPORTS PRODUCT:Chemicals 2024-01, MISSING',
      'EXPORTS PRODUCT:Chemicals 2024-02, 791.6 EUR_MILLION',
      'EXPORTS TOTAL:ALL 2023-11, 2081.6 EUR_MILLION',
      'EXPORTS TOTAL:ALL 2023-12, 2112.6 EUR_MILLION',
      'EXPORTS TOTAL:ALL 2024-01, 1188.0 EUR_MILLION',
      'EXPORTS TOTAL:ALL 2024-02, 1885.3 EUR_MILLION',
    ])
  })
  test('refuse figures after the end of the table', async () => {
    const text = (await fixture('months-across.csv')).toString()
    const late = await readTable(`${text},Textiles,1,2,3,4,\n`, await map(byProduct), stated)
    expect(places(late.problems)).toEqual(['11, 2023 Nov: null'])
    const outside = await readTable(text.replace('1093.7,', '1093.7,9'), await map(byProduct), stated)
    expect(outside.problems).toMatchObject([{ row: 6, message: expect.stringContaining('outside the columns') }])
  })
  test('cannot be combined with a period of the import', async () => {
    const { problems } = await readTable(await fixture('months-across.csv'), await map(byProduct))
    expect(problems.map(({ message }) => message)).toEqual([
      'The columns state their periods, such as 2023-11, and the import names 2024-03. Remove the period of the import.',
    ])
  })
  test('are read from a workbook with merged years', async () => {
    const cells = [
      ['Exports'],
      ['', '2023', '', '2024', ''],
      ['Product group', 'Nov', 'Dec', 'Jan', 'Feb'],
      ['Machinery', '1', '2', '3', '4'],
    ]
    const book = workbook(cells, ['B2:C2', 'D2:E2'])
    const { figures, problems } = await readTable(book, await map(byProduct), stated)
    expect(problems).toEqual([])
    expect(figures.map(({ period }) => period.text)).toEqual(['2023-11', '2023-12', '2024-01', '2024-02'])
  })
})

test('a header that is not within the rows before it is reported', async () => {
  const lines = 'a line\n'.repeat(6)
  const { problems } = await readTable(`${lines}\n${await fixture('months-across.csv')}`, await map(byProduct), stated)
  expect(problems[0]).toMatchObject({ row: 6, message: expect.stringContaining('does not begin within 5 rows') })
})

describe('a table without categories', () => {
  test('has dates as periods and its unit below', async () => {
    const { figures, problems } = await readTable(await fixture('no-categories.csv'), await map(byDate), stated)
    expect(problems).toEqual([])
    expect(figures.map(line)).toEqual([
      'EXPORTS TOTAL:ALL 2024-01, 4821.9 USD_MILLION',
      'IMPORTS TOTAL:ALL 2024-01, 5013.3 USD_MILLION',
      'EXPORTS TOTAL:ALL 2024-02, 4410.2 USD_MILLION',
      'IMPORTS TOTAL:ALL 2024-02, 4702.8 USD_MILLION',
      'EXPORTS TOTAL:ALL 2024-03, 5127.7 USD_MILLION',
      'IMPORTS TOTAL:ALL 2024-03, 5288.1 USD_MILLION',
    ])
  })
  test('is refused without or with two units, and within a month', async () => {
    const text = (await fixture('no-categories.csv')).toString()
    const read = async (changed: string) =>
      (await readTable(changed, await map(byDate), stated)).problems.map(({ message }) => message)
    expect(await read(text.replace(/Unit.*/, ''))).toEqual([expect.stringContaining('No row below the table states')])
    expect(await read(`${text}Unit: million euros,,\n`)).toEqual([expect.stringContaining('states two units')])
    expect(await read(text.replace('03-01', '03-15'))).toEqual([
      '2024-03-15 is neither the first nor the last day of 2024-03. The map states that dates have the frequency MONTHLY.',
    ])
  })
})

describe('year and month in two columns', () => {
  test('are filled down with the labels of groups', async () => {
    const { figures, problems } = await readTable(await fixture('year-and-month.csv'), await map(byPort), stated)
    expect(problems).toEqual([])
    expect(figures.map(line)).toEqual([
      'EXPORT_QUANTITY PORT:Aldhaven+REGION:West 2023-11, 12048 TONNE',
      'EXPORT_QUANTITY PORT:Bersund+REGION:West 2023-11, 8771 TONNE',
      'EXPORT_QUANTITY PORT:Corvik+REGION:East 2023-11, 3310 TONNE',
      'EXPORT_QUANTITY PORT:Aldhaven+REGION:West 2023-12, 13102 TONNE',
      'EXPORT_QUANTITY PORT:Bersund+REGION:West 2023-12, 8024 TONNE',
      'EXPORT_QUANTITY PORT:Aldhaven+REGION:West 2024-01, 11880 TONNE',
    ])
  })
  test('do not fill a label below another group', async () => {
    const text = (await fixture('year-and-month.csv')).toString()
    const { problems } = await readTable(text.replace('December,West', 'December,'), await map(byPort), stated)
    expect(places(problems)).toEqual(['5, Region: ', '6, Region: '])
    const wrong = await readTable(text.replace('December', 'Decembar'), await map(byPort), stated)
    expect(wrong.problems[0]?.message).toBe(
      '"Decembar" is not a month, like 3 or March. Names of months are understood in English, Spanish, Portuguese, French, German, Italian, Dutch, Swedish, Danish, Norwegian, Finnish, Polish, Czech, Russian, Chinese.',
    )
  })
})

test('blank rows and columns around a table are skipped', async () => {
  const rows = ',,,\n,,,\n,Date,Exports,Imports\n,2024-01-31,1,2\n,Unit: million euros,,\n'
  const { figures, problems } = await readTable(rows, await map(byDate), stated)
  expect(problems).toEqual([])
  expect(figures.map(({ period, unit }) => `${period.text} ${unit}`)).toEqual([
    '2024-01 EUR_MILLION',
    '2024-01 EUR_MILLION',
  ])
})

test('a blank row above a unit line is skipped', async () => {
  const { problems } = await readTable(`,,,\n${smallHead}${smallRows}`)
  expect(problems).toEqual([])
})

test('a unit above the header is found among lines of any text', async () => {
  const above = { ...byDate, before: 4, unit: { ...byDate.unit, row: 'above' } }
  const rows = 'Trade,,\nUnit: million euros,,\n,,\nDate,Exports,Imports\n2024-01-01,1,2\n'
  const { figures, problems } = await readTable(rows, await map(above), stated)
  expect(problems).toEqual([])
  expect(figures[0]).toMatchObject({ unit: 'EUR_MILLION' })
  const none = await readTable(rows.replace('million euros', 'x'), await map(above), stated)
  expect(none.problems[0]?.message).toContain('No row above the table states its unit.')
})

describe('a table that a map describes ambiguously is refused:', () => {
  const category = { is: 'category', header: ['Country'], dimension: 'PARTNER', language: 'EN' }
  const across = { is: 'value', header: ['{year}'], across: true, metric: 'EXPORTS' }
  const years = (column: object) => map({ header: 1, unit: 'EUR', columns: [category, column] })
  const messages = async (text: string, column: object = across) =>
    (await readTable(text, await years(column), stated)).problems.map(({ message }) => message)

  test('two columns of one period', async () => {
    expect(await messages('Country,2020,2021,2021\nNorland,1,2,3\n')).toEqual([
      'This column states the same figures as the column "2021 (column 3)".',
    ])
  })
  test('years for figures of a month or a year to date', async () => {
    for (const span of ['MONTH', 'YEAR_TO_DATE'])
      expect(await messages('Country,2020\nNorland,1\n', { ...across, span })).toEqual([
        '2020 is not a month. A figure of a month or a year to date needs a month, like 2024-12.',
      ])
  })
  test('a span in rows beside periods across', async () => {
    const span = { is: 'span', header: ['Span'], words: { month: 'MONTH', year: 'PERIOD' } }
    await expect(map({ header: 1, unit: 'EUR', columns: [category, span, across] })).rejects.toThrow(
      'columns[2].across: The columns state their periods, so no column of the table can state the span.',
    )
  })
  test('cells filled down beside growth below', async () => {
    const columns = [{ ...category, fill: true }, value('Exports', 'EXPORTS')]
    await expect(map({ header: 1, unit: 'EUR', below: 'growth', columns })).rejects.toThrow('columns[0].fill')
  })
})

test('a unit below the table is a row of its own', async () => {
  const text = (await fixture('no-categories.csv')).toString()
  const noted = text.replaceAll(/^(\d[^\n]*)$/gm, '$1,Unit: million euros')
  const columns = [...byDate.columns, { is: 'nothing', header: ['Note'] }]
  const { figures, problems } = await readTable(
    noted.replace('Imports', 'Imports,Note'),
    await map({ ...byDate, columns }),
    stated,
  )
  expect(problems).toEqual([])
  expect(figures.length).toBe((await readTable(text, await map(byDate), stated)).figures.length)
})

test('300,000 blank cells above the header are no program error', async () => {
  const text = (await fixture('no-categories.csv')).toString()
  const { problems } = await readTable(`${','.repeat(300_000)}\n${text}`, await map(byDate), stated)
  expect(problems).toEqual([])
})

test('a blank first column is skipped beside a label column without name', async () => {
  const columns = [
    { is: 'category', header: [null], dimension: 'PARTNER', language: 'EN' },
    { ...value('Exports', 'EXPORTS') },
  ]
  const text = ',,Exports\n,Norland,1\n,Vale,2\n'
  const { figures, problems } = await readTable(text, await map({ header: 1, unit: 'EUR', columns }))
  expect(problems).toEqual([])
  expect(figures).toHaveLength(2)
})

test('a cell is filled down below a repeated text', async () => {
  const columns = ['Continent', 'Country'].map((header) => ({
    ...{ is: 'category', header: [header], dimension: header.toUpperCase(), language: 'EN', fill: true },
  }))
  const text = 'Year,Continent,Country,Exports\n2023,Asia,China,1\n2024,Asia,,2\n'
  const year = { is: 'period', header: ['Year'], part: 'YEAR' }
  const all = [year, ...columns, value('Exports', 'EXPORTS')]
  const { figures, problems } = await readTable(text, await map({ header: 1, unit: 'EUR', columns: all }), stated)
  expect(problems).toEqual([])
  expect(figures.map(line)).toEqual([
    'EXPORTS CONTINENT:Asia+COUNTRY:China 2023, 1 EUR',
    'EXPORTS CONTINENT:Asia+COUNTRY:China 2024, 2 EUR',
  ])
})
