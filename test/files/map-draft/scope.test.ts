import { describe, expect, test } from 'vitest'
import { draftMap } from '../../../src/files/map-draft/draft.js'

const draftOf = (text: string) =>
  draftMap(new TextEncoder().encode(text), { file: 'a.csv', encoding: null, sheet: null, period: null })

const years = 'Country;2022;2023\n'
const months = 'Country;Jan 2023;Feb 2023\n'
const rows = 'Chile;141;147\nPeru;24;25\nTogo;27;29\n'

const columnsOf = async (header: string) => (await draftOf(`Exports\nEUR million\n${header}${rows}`)).map['columns']

describe('words above or below years', () => {
  test.each([
    ['Jan-Jun', 'Jan-{monthName}'],
    ['Jan–Jun', 'Jan–{monthName}'],
    ['Jan.-Jun.', 'Jan.-{monthName}'],
    ['Januar bis Juni', 'Januar bis {monthName}'],
    ['January to June', 'January to {monthName}'],
    ['janv.-juin', 'janv.-{monthName}'],
    ['Enero-Junio', 'Enero-{monthName}'],
  ])('from January are a year to date: %s', async (text, header) => {
    const column = { is: 'value', across: true, metric: 'EXPORTS', span: 'YEAR_TO_DATE' }
    expect(await columnsOf(`${years};${text};${text}\n`)).toMatchObject([{}, { ...column, header: ['{year}', header] }])
    expect(await columnsOf(`;${text};\n${years}`)).toMatchObject([{}, { ...column, header: [header, '{year}'] }])
  })

  test.each([
    'I-VI',
    '01-06',
    '1.-6.',
    '6 months',
    'YTD',
    'H1',
    '1er semestre',
    'Q1-Q2',
    'Jul-Dec',
    'average',
    'Cumulative',
    'Share',
    'provisional',
    'Phase A',
  ])('that may change the figures are asked for: %s', async (text) => {
    const open = `<fill in: {year} if "${text}" beside it does not make the figures others>`
    expect(await columnsOf(`${years};${text};${text}\n`)).toMatchObject([{}, { header: [open, null] }])
    const { guesses } = await draftOf(`Exports\nEUR million\n${years};${text};${text}\n${rows}`)
    expect(guesses.join()).toContain(`What "${text}" beside the periods means is not clear.`)
  })

  test.each(['Year', 'Value', 'Million euros', 'EUR', 'Wert', 'Total'])('may say nothing: %s', async (text) => {
    expect(await columnsOf(`${years};${text};${text}\n`)).toMatchObject([{}, { header: ['{year}', null] }])
  })

  test('months and years to date stand beside each other', async () => {
    const { problems, figures, placeholders } = await draftOf(
      `Exports\nEUR million\nCountry;2022;;;2023;;\n;Jan;Feb;Jan-Feb;Jan;Feb;Jan-Feb\nChile;1;2;3;4;5;9\nPeru;2;2;4;1;7;8\n`,
    )
    expect({ problems, placeholders }).toEqual({ problems: [], placeholders: [] })
    expect(figures.slice(1, 3)).toEqual([
      'EXPORTS PARTNER:Chile 2022-02: 2 EUR_MILLION',
      'EXPORTS PARTNER:Chile 2022-01/2022-02: 3 EUR_MILLION',
    ])
  })

  test('growth of a year to date stands after months and years to date', async () => {
    const { map, problems, figures, placeholders } = await draftOf(
      `Exports\nEUR million\nCountry;2022;;;2023;;;Change in %\n;Jan;Feb;Jan-Feb;Jan;Feb;Jan-Feb;Jan-Feb 2023\nChile;1;2;3;4;5;9;200.0\nPeru;2;2;4;1;7;8;100.0\n`,
    )
    expect({ problems, placeholders }).toEqual({ problems: [], placeholders: [] })
    expect(map['columns']).toMatchObject([
      {},
      {},
      {},
      { is: 'growth', header: ['Change in %', 'Jan-{monthName} {year}'], metric: 'EXPORTS', span: 'YEAR_TO_DATE' },
    ])
    expect(figures[5]).toBe('EXPORTS PARTNER:Chile 2023-01/2023-02: 9 EUR_MILLION, change 200.0%')
  })

  test('growth stands beside values of years', async () => {
    const { problems, figures, placeholders } = await draftOf(
      `Exports\nEUR million\nCountry;Value;;Growth (%);\n;2022;2023;2022;2023\nChile;1;2;5.5;100.0\nPeru;2;2;4.5;0.0\n`,
    )
    expect({ problems, placeholders }).toEqual({ problems: [], placeholders: [] })
    expect(figures[1]).toBe('EXPORTS PARTNER:Chile 2023: 2 EUR_MILLION, change 100.0%')
  })

  test('months and their total are read as months and years', async () => {
    const { problems, figures, placeholders } = await draftOf(
      `Exports\nEUR million\nCountry;2022;;;2023;;\n;Jan;Feb;Total;Jan;Feb;Total\nChile;1;2;30;4;5;90\nPeru;2;2;40;1;7;80\n`,
    )
    expect({ problems, placeholders }).toEqual({ problems: [], placeholders: [] })
    expect(figures[2]).toBe('EXPORTS PARTNER:Chile 2022: 30 EUR_MILLION')
  })
})

describe('words above months without a year', () => {
  test('name the metric', async () => {
    const text = 'Trade 2023\nEUR million\n;Exports;;Imports;\nCountry;Jan;Feb;Jan;Feb\nChile;1;2;3;4\nPeru;2;3;4;5\n'
    const { map } = await draftOf(text)
    expect(map).toMatchObject({ columns: [{}, { metric: 'EXPORTS' }, { metric: 'IMPORTS' }] })
  })

  test('that may change the figures are asked for', async () => {
    const { map } = await draftOf(`Exports 2023\nEUR million\n;Cumulative;\nCountry;Jan;Feb\n${rows}`)
    expect(map['title']).toContain('Cumul')
    const { map: both } = await draftOf(
      'Exports 2023\nCountry;Jan;Feb;Share\n;Cumulative;;%\nChile;1;2;3\nPeru;2;3;4\n',
    )
    expect(JSON.stringify(both['columns'])).toContain('{monthName} if \\"Cumulative\\" beside it does not')
  })
})

describe('lines above a table', () => {
  test.each([
    ['Exports by country, January to June', 'January to June'],
    ['Exports by country, first half-year', 'first half-year'],
    ['Exports by country (year to date)', 'year to date'],
    ['Exports by country, 1st quarter', '1st quarter'],
    ['Exports by country, May', 'May'],
    ['Exports by country, May 2023', 'May 2023'],
    ['Exports by country, Jan-May', 'Jan-May'],
    ['Ausfuhr nach Ländern, Januar bis Juni', 'Januar bis Juni'],
    ['Exports\nMillion euros, January to June', 'January to June'],
    ['Exports\n01-06/2023', '01-06/2023'],
    ['Exports, cumulative', 'cumulative'],
    ['Exports, share in %', 'share'],
    ['Exports by volume', 'quantity'],
  ])('are asked about in a table of years: %s', async (title, word) => {
    const { map, guesses } = await draftOf(`${title}\n${years}${rows}`)
    const words = `"${word}" in "${title.split('\n').at(-1)}"`
    expect(map['title']).toBe(`<fill in: the title, if ${words} does not make the figures others than the map says>`)
    expect(guesses).toContain(
      `The words ${words} may make the figures others than the map says. Complete "title" when this is clear.`,
    )
  })

  test.each([
    ['Million euro, 12 months ended', '12 months'],
    ['Foreign trade, annualised rates', 'annualised'],
    ['Foreign trade, constant prices of 2015', 'constant prices'],
    ['Foreign trade per capita', 'per capita'],
    ['Foreign trade, cumulative', 'cumulative'],
    ['Außenhandel, Monatsdurchschnitte', 'durchschnitt'],
  ])('are asked about in a table of months: %s', async (title, word) => {
    const { map } = await draftOf(`${title}\nMonth;Exports;Imports\nJan 2023;141;147\nFeb 2023;24;25\n`)
    expect(map['title']).toContain(`the title, if "${word}" in "${title}"`)
  })

  test.each(['Export volume index by country', 'Exports by country: monthly averages', 'Ausfuhr: Durchschnitt'])(
    'leave the metric open if they name another measure: %s',
    async (title) => {
      const { map, guesses } = await draftOf(`${title}\nEUR million\n${years}${rows}`)
      expect(map).toMatchObject({ title, columns: [{}, { metric: '<fill in: the metric, like EXPORTS>' }] })
      expect(guesses.join()).toContain(`in "${title}" may make the figures others than the map says.`)
    },
  )

  test.each([
    'Exports by country, 2022 to 2023',
    'Exports by country, annual',
    'Exports by country, January 2022 to December 2023',
    'Exports by country\nLast updated: 17 June 2024',
    'Exports by country\nRelease of May 2024',
    'Exports by country\n15 March 2024',
    'Monthly Bulletin: exports by country',
    'Exports by country, seasonally adjusted',
    'Exports by country\nReturn to index',
    'Exports by country, at current prices',
    'Exports of maritime equipment in the European market',
    'Ausfuhr nach Ländern in jeweiligen Preisen',
    'Exports by section of the HS 2022',
  ])('are no question otherwise: %s', async (title) => {
    const { map } = await draftOf(`${title}\nEUR million\n${years}${rows}`)
    expect(map['title']).toBe(title.split('\n')[0])
  })

  test.each(['Exports by country, January to February 2023', 'Exports by country: months and quarters'])(
    'may name months in a table of months: %s',
    async (title) => {
      expect((await draftOf(`${title}\nEUR million\n${months}${rows}`)).map['title']).toBe(title)
    },
  )

  test('may say what columns say', async () => {
    const title = 'Exports: value, volume and share'
    const { map } = await draftOf(
      `${title}\nCountry;Value 2023;Volume 2023;Share 2023\n${rows.replaceAll('\n', ';3\n')}`,
    )
    expect(map['title']).toBe(title)
  })
})

describe('words in the headers of labels and periods', () => {
  test.each([
    ['12 months to', '12 months'],
    ['12-month period ending', '12-month'],
    ['Quarter ending', 'Quarter ending'],
    ['Year ending', 'Year ending'],
    ['Year to date', 'Year to date'],
  ])('are asked beside months: %s', async (name, words) => {
    const { map } = await draftOf(`Trade\nEUR million\n${name};Exports;Imports\nJan 2023;141;147\nFeb 2023;24;25\n`)
    expect(map['title']).toMatch(new RegExp(`^<fill in: the title, if "${words}" in "${name}"`))
  })

  test.each(['Country (Jan-Jun)', 'Country (fourth quarter)', 'Country, share in %'])(
    'are asked beside years: %s',
    async (name) => {
      const { map } = await draftOf(`Exports\nEUR million\n${years.replace('Country', name)}${rows}`)
      expect(map['title']).toMatch(/^<fill in: the title, if /)
    },
  )

  test.each(['Month', 'Period', 'Reporting month', 'Date', 'Quarter'])('are no question: %s', async (name) => {
    const { map } = await draftOf(`Trade\nEUR million\n${name};Exports;Imports\nJan 2023;141;147\nFeb 2023;24;25\n`)
    expect(map['title']).toBe('Trade')
  })
})

describe('words in the headers of columns', () => {
  test.each([
    'Imports (3-month moving average)',
    'Imports per capita',
    'Imports (12 months)',
    'Average imports',
    'Average',
  ])('leave the metric open: %s', async (name) => {
    const { map } = await draftOf(`Exports\nMonth;Exports;${name}\nJan 2023;141;147\nFeb 2023;24;25\n`)
    expect(map).toMatchObject({ columns: [{}, {}, { metric: `<fill in: the metric of "${name}">` }] })
  })

  test.each(['YTD imports', 'Imports, Jan-Jun', 'Imports, cumulées'])('name years to date: %s', async (name) => {
    const { map } = await draftOf(`Trade\nMonth;Exports;${name}\nJan 2023;141;147\nFeb 2023;24;25\n`)
    expect(map).toMatchObject({ columns: [{}, {}, { metric: 'IMPORTS', span: 'YEAR_TO_DATE' }] })
  })

  test('leave the span of several months open', async () => {
    const { map } = await draftOf(`Exports 2023\nCountry;Jul-Dec\n${rows.replaceAll(/;\d+\n/g, '\n')}`)
    expect(map).toMatchObject({
      columns: [{}, { span: '<fill in: the span of "Jul-Dec": MONTH, YEAR_TO_DATE or PERIOD>' }],
    })
  })
})
