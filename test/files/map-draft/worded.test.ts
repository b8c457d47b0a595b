import { describe, expect, test } from 'vitest'
import { parsePeriod } from '../../../src/domain/periods/period.js'
import { draftMap } from '../../../src/files/map-draft/draft.js'
import { parseTableMap } from '../../../src/files/maps/map-files.js'
import { line, readTable } from '../table-map/support.js'

const draftOf = (text: string) =>
  draftMap(new TextEncoder().encode(text), { file: 'a.csv', encoding: null, sheet: null, period: null })

const columnsOf = async (header: string, above = '') => {
  const rows = ['Chile', 'Peru'].map((name, row) =>
    [name, ...header.split(';').map((_, at) => 11 + at + row)].join(';'),
  )
  const { map, placeholders, guesses } = await draftOf(`${above}Country;${header}\n${rows.join('\n')}\n`)
  const [, ...columns] = map['columns'] as readonly Readonly<Record<string, unknown>>[]
  return { columns, placeholders, map, guesses }
}

describe('words beside periods in headers', () => {
  test.each([
    ['Einfuhr 2022;Einfuhr 2023', 'Einfuhr {year}', 'IMPORTS'],
    ['Importaciones 2022;Importaciones 2023', 'Importaciones {year}', 'IMPORTS'],
    ['2022 Exports;2023 Exports', '{year} Exports', 'EXPORTS'],
    ['Exports, 2023 Q1;Exports, 2023 Q2', 'Exports, {year}Q{quarter}', 'EXPORTS'],
    ['Ausfuhr im Mai 2023;Ausfuhr im Juni 2023', 'Ausfuhr im {monthName} {year}', 'EXPORTS'],
    ['出口2022年;出口2023年', '出口{year}年', 'EXPORTS'],
    ['Eksport w 2022;Eksport w 2023', 'Eksport w {year}', 'EXPORTS'],
    ['Uitvoer (2022);Uitvoer (2023)', 'Uitvoer ({year})', 'EXPORTS'],
  ])('name the metric: %s', async (header, text, metric) => {
    const { columns } = await columnsOf(header)
    expect(columns).toEqual([{ is: 'value', header: [text], across: true, metric }])
  })

  test.each([
    ['mnkr 2024M01;mnkr 2024M02', 'mnkr {year}M{month}', 'SEK_MILLION'],
    ['2022 (1 000 EUR);2023 (1 000 EUR)', '{year} (1 000 EUR)', 'EUR_THOUSAND'],
    ['Mio. EUR 2022;Mio. EUR 2023', 'Mio. EUR {year}', 'EUR_MILLION'],
    ['2022 in USD million;2023 in USD million', '{year} in USD million', 'USD_MILLION'],
  ])('state the unit: %s', async (header, text, unit) => {
    const { columns, map } = await columnsOf(header, 'Export\n')
    expect(columns).toEqual([{ is: 'value', header: [text], across: true, metric: 'EXPORTS' }])
    expect(map['unit']).toBe(unit)
  })

  test('state metric and unit', async () => {
    const { columns, map, placeholders } = await columnsOf('Exports (USD million) 2022;Exports (USD million) 2023')
    expect(columns).toEqual([
      { is: 'value', header: ['Exports (USD million) {year}'], across: true, metric: 'EXPORTS' },
    ])
    expect(map['unit']).toBe('USD_MILLION')
    expect(placeholders).toEqual([])
  })

  test.each(['Chemicals 2022;Chemicals 2023', '化学品2022年;化学品2023年', 'Zboží 2022;Zboží 2023'])(
    'that are not known are asked for, whatever the title says: %s',
    async (header) => {
      const { columns } = await columnsOf(header, 'Exports\n')
      const [name] = header.split(/ ?2022/)
      expect(columns).toMatchObject([{ across: true, metric: `<fill in: the metric of "${name}">` }])
    },
  )

  test.each([
    'Feb-Mar 2022;Feb-Mar 2023',
    'March to May 2022;March to May 2023',
    '1st half 2022;1st half 2023',
    'H1 2022;H1 2023',
    'Average 2022;Average 2023',
    'End of 2022;End of 2023',
    'Index 2022;Index 2023',
    '15 May 2022;15 May 2023',
    'Week 12 2022;Week 12 2023',
    'Ø 2022;Ø 2023',
    'Exports 2022=100;Exports 2023=100',
  ])('that make them other periods are not read as years: %s', async (header) => {
    const { columns } = await columnsOf(header, 'Exports\n')
    expect(columns.filter(({ across }) => across === true)).toEqual([])
  })

  test.each([
    ['Jan-Mar 2022;Jan-Mar 2023', 'Jan-{monthName} {year}'],
    ['janvier à juin 2022;janvier à juin 2023', 'janvier à {monthName} {year}'],
  ])('that begin in January are years to date: %s', async (header, text) => {
    const { columns } = await columnsOf(header, 'Exports\n')
    expect(columns).toEqual([{ is: 'value', header: [text], across: true, metric: 'EXPORTS', span: 'YEAR_TO_DATE' }])
  })

  test('of other columns are asked for, which no map can read beside them', async () => {
    const { columns, placeholders } = await columnsOf('2022;2023;Average 2023', 'Exports\n')
    const open = '<fill in: "nothing" to leave out column "Average 2023", whose period is not understood>'
    expect(placeholders).toContain(open)
    expect(columns).toMatchObject([{ header: ['{year}'] }, { is: open }])
  })

  test('of split years beside others are asked for', async () => {
    const { columns, placeholders } = await columnsOf('2022;2023;2022/23', 'Exports\n')
    const open = '<fill in: "nothing" to leave out column "2022/23", whose period is not understood>'
    expect(placeholders).toContain(open)
    expect(columns).toMatchObject([{ header: ['{year}'] }, { is: open, header: [null] }])
  })

  test('are no Roman numbers in small letters', async () => {
    const { columns } = await columnsOf('2022;2023;podíl 2023 v %', 'Vývoz\n')
    expect(columns).toMatchObject([{ header: ['{year}'] }, { is: 'share', header: ['podíl {year} v %'] }])
  })

  test.each(['FY 2022;FY 2023', 'Fiscal year 2022;Fiscal year 2023'])('are asked for: %s', async (header) => {
    const { placeholders, columns } = await columnsOf(header, 'Exports\n')
    const [name] = header.split(' 2022')
    expect(placeholders).toContain(
      `<fill in: ${name} {year} if its years are calendar years; others are not supported>`,
    )
    expect(columns).toHaveLength(1)
  })

  test('have marks after them', async () => {
    const { columns, map } = await columnsOf('Ausfuhr 2022;Ausfuhr 2023p')
    expect(columns).toMatchObject([{ header: ['Ausfuhr {year}{mark}'], across: true, metric: 'EXPORTS' }])
    expect(map['marks']).toEqual({ p: 'PRELIMINARY' })
  })

  test('of growth and shares are those of growth and shares', async () => {
    const header = 'Ausfuhr 2022;Ausfuhr 2023;Anteil 2022 in %;Anteil 2023 in %;Veränderung 2023/2022 in %'
    const { columns } = await columnsOf(header)
    expect(columns).toMatchObject([
      { is: 'value', header: ['Ausfuhr {year}'] },
      { is: 'share', header: ['Anteil {year} in %'], across: true },
      { is: 'growth', header: ['Veränderung {year}/{number} in %'], across: true },
    ])
  })
})

describe('several metrics by period', () => {
  const figures = [
    'EXPORTS PARTNER:Chile 2022, 1.5 EUR',
    'IMPORTS PARTNER:Chile 2022, 2 EUR',
    'EXPORTS PARTNER:Chile 2023, 3 EUR',
    'IMPORTS PARTNER:Chile 2023, 4 EUR',
  ]
  test.each([
    'EUR\nCountry,Ausfuhr 2022,Einfuhr 2022,Ausfuhr 2023,Einfuhr 2023',
    'EUR\n,2022,,2023,\nCountry,Exports,Imports,Exports,Imports',
    'EUR\n,2022,2022,2023,2023\nCountry,Exports,Imports,Exports,Imports',
  ])('stand beside each other: %s', async (header) => {
    const text = `${header}\nChile,1.5,2,3,4\nPeru,5,6,7,8\n`
    const { map, placeholders } = await draftOf(text)
    expect(placeholders).toEqual([])
    expect(map['columns']).toHaveLength(3)
    const read = await readTable(text, await parseTableMap(JSON.stringify(map), 'm.json'), { period: null })
    expect(read.problems).toEqual([])
    expect(read.figures.slice(0, 4).map(line)).toEqual(figures)
  })
  test('stand one after the other', async () => {
    const { columns } = await columnsOf('Ausfuhr 2022;Ausfuhr 2023;Einfuhr 2022;Einfuhr 2023')
    expect(columns).toMatchObject([
      { header: ['Ausfuhr {year}'], metric: 'EXPORTS' },
      { header: ['Einfuhr {year}'], metric: 'IMPORTS' },
    ])
  })
})

test.each(['Mês,Janeiro,Fevereiro', 'Month,1,2', 'Miesiąc,styczeń,luty'])(
  'months in rows belong to the years of columns: %s',
  async (texts) => {
    const [name, first, second] = texts.split(',')
    const text = `Exports\nEUR\n${name},2022,2023\n${first},11,12\n${second},21,22\n`
    const { map, placeholders } = await draftOf(text)
    expect(placeholders).toEqual([])
    expect(map['columns']).toMatchObject([
      { is: 'period', part: 'MONTH' },
      { header: ['{year}'], across: true },
    ])
    const read = await readTable(text, await parseTableMap(JSON.stringify(map), 'm.json'), { period: null })
    expect(read.problems).toEqual([])
    expect(read.figures.map(({ period, value }) => `${period.text} ${value}`)).toEqual([
      '2022-01 11',
      '2023-01 12',
      '2022-02 21',
      '2023-02 22',
    ])
  },
)

test('months beside a row of the year are a question', async () => {
  const { placeholders } = await draftOf('Mês,2022,2023\nJaneiro,11,12\nFevereiro,13,14\nTotal,24,26\n')
  expect(placeholders).toContain(
    '<fill in: the dimension of "Mês"; months or quarters beside other rows are not supported>',
  )
})

test('months of numbers with points are no figures', async () => {
  const { map, figures } = await draftOf(
    '국가별,구분,2023.11,2023.12,2024.01\n중국,수출,11,12,13\n미국,수출,21,22,23\n',
  )
  expect(map['columns']).toMatchObject([{ dimension: 'PARTNER' }, {}, { header: ['{year}.{month}'], across: true }])
  expect(figures[2]).toContain('2024-01: 13')
})

test.each([
  ['Q1,Q2,Q3,Q4', 'Q{quarter}', 'Q2'],
  ['1Q,2Q,3Q,4Q', '{quarter}Q', 'Q2'],
])('quarters below years: %s', async (quarters, text, second) => {
  const { map, figures } = await draftOf(`,2023,,,\nCountry,${quarters}\nChile,11,12,23,34\nPeru,5,6,7,8\n`)
  expect(map['columns']).toMatchObject([{}, { header: ['{year}', text], across: true }])
  expect(figures[1]).toContain(`2023-${second}`)
})

describe('Roman numbers', () => {
  const header = 'I II III IV V VI VII VIII IX X XI XII'.split(' ')
  const tableOf = (texts: readonly string[], above: string) =>
    `${above}\nKraj;${texts.join(';')}\nChile${texts.map((_, at) => `;${at + 11}`).join('')}\nPeru${texts.map((_, at) => `;${at + 31}`).join('')}\n`
  test('are months if they are more than quarters', async () => {
    const { map, figures } = await draftOf(tableOf(header, `;2024${';'.repeat(11)}`))
    expect(map['columns']).toMatchObject([{}, { header: ['{year}', '{monthRoman}'], across: true }])
    expect(figures[4]).toContain('2024-05')
  })
  test('beside their years', async () => {
    const { map } = await draftOf(
      tableOf(
        header.map((text) => `${text} 2024`),
        'Eksport',
      ),
    )
    expect(map['columns']).toMatchObject([{}, { header: ['{monthRoman} {year}'], across: true }])
  })
  test('in a table whose title states the year', async () => {
    const { map } = await draftOf(tableOf(header, 'Eksport 2024'))
    expect(map['columns']).toMatchObject([{}, { header: ['{monthRoman}'], across: true }])
  })
  test.each([header.slice(0, 4), ['I', 'II'], ['I', 'III', 'V', 'VII', 'IX']])(
    'are asked for: %s',
    async (...texts) => {
      const { placeholders, figures } = await draftOf(tableOf(texts, `;2024${';'.repeat(texts.length - 1)}`))
      expect(placeholders.join()).toContain('{monthRoman}')
      expect(figures).toEqual([])
    },
  )
})

describe('a given period', () => {
  const given = (text: string, period: string) =>
    draftMap(new TextEncoder().encode(text), {
      file: 'a.csv',
      encoding: null,
      sheet: null,
      period: parsePeriod(period),
    })
  test.each([
    ['header', 'Einfuhr 2023', '2024', 'Land,Einfuhr 2023\nChile,11\nPeru,12\n'],
    ['header', '2023 Q1', '2024-Q1', 'Land,2023 Q1\nChile,11\nPeru,12\n'],
    ['header', '2023', '2024', 'Land,2023,2024\nChile,11,12\nPeru,13,14\n'],
    ['header', 'Average 2023', '2024', 'Land,Average 2023\nChile,11\nPeru,12\n'],
    ['header', '2023', '2024', ',2023,\nLand,Jan,Feb\nChile,11,12\nPeru,13,14\n'],
    ['title', 'Exports in 2023', '2024', 'Exports in 2023\nLand,Value\nChile,11\nPeru,12\n'],
  ])('is refused if the %s "%s" states another one than %s', async (place, text, period, table) => {
    await expect(given(table, period)).rejects.toThrow(
      `The ${place} "${text}" states another period than ${period}, which --period names.`,
    )
  })
  test.each([
    ['2024', 'Exports in 2024\nLand,Value\nChile,11\nPeru,12\n'],
    ['2024', 'Land,Exports\nChile,11\nPeru,12\n'],
    ['2024', 'Land,Einfuhr 2024\nChile,11\nPeru,12\n'],
  ])('is taken if nothing else is stated: %s', async (period, table) => {
    expect((await given(table, period)).figures).toHaveLength(2)
  })
})
