import { describe, expect, test } from 'vitest'
import { draftMap } from '../../../src/files/map-draft/draft.js'
import { parseTableMap } from '../../../src/files/maps/map-files.js'
import { readTable } from '../table-map/support.js'

const draftOf = (text: string) =>
  draftMap(new TextEncoder().encode(text), { file: 'a.csv', encoding: null, sheet: null, period: null })

/** Reads a table with its draft, after edits, and returns a line for each figure. */
async function read(text: string, edits: Readonly<Record<string, string | null>> = {}) {
  const { map } = await draftOf(text)
  const json = JSON.stringify(map, (_, value) => (value in edits ? edits[value] : value))
  const { figures, problems } = await readTable(text, await parseTableMap(json, 'm.json'), { period: null })
  expect(problems).toEqual([])
  return figures.map(({ period, value, status, flags, changes }) =>
    [period.text, value, status, flags, ...changes.map(({ percent }) => percent?.value)].join(' ').trim(),
  )
}

const split = '<fill in: MONTHLY if 2009-10 is a month; split years are not supported>'

describe('split years are asked for', () => {
  test.each([
    '2009-10 2010-11 2011-12',
    '2009/10 2010/11 2011/12',
    '2009–10 2010–11',
    '2009-2010 2010-2011',
    '2022-23 2023-24(P)',
  ])('in rows: %s', async (years) => {
    const rows = years.split(' ').map((year) => `${year},1`)
    const { placeholders, figures } = await draftOf(`Year,Exports\n${rows.join('\n')}\n`)
    expect(placeholders).toContain(split)
    expect(figures).toEqual([])
  })
  test.each([
    '2009-10,2010-11,2011-12',
    '2009-10,2010-11',
    '2021-22,2022-23',
    '2021-22,2022-23,2023-24(P)',
    '2020-2021,2021-2022',
  ])('across: %s', async (header) => {
    const count = header.split(',').length
    const { placeholders, map } = await draftOf(`State,${header}\nKerala${',11'.repeat(count)}\n`)
    expect(placeholders).toContain(split)
    expect(map['columns']).toHaveLength(2)
  })
})

describe('dates are asked for their frequency', () => {
  const open = (name: string) => expect.stringContaining(`<fill in: the frequency of "${name}": ANNUAL, HALF_YEARLY`)
  test.each([
    ['Year ended', '2019-03-31,2020-03-31,2021-03-31'],
    ['Date', '2019-03-31,2020-03-31,2021-03-31'],
    ['12 months to', '2023-03-31,2023-06-30,2023-09-30'],
  ])('in a column "%s" of %s', async (name, dates) => {
    const { placeholders } = await draftOf(
      `${name},Exports\n${dates
        .split(',')
        .map((date) => `${date},1`)
        .join('\n')}\n`,
    )
    expect(placeholders).toContainEqual(open(name))
  })
  test.each([
    ['ANNUAL', '2019-12-31,2020-12-31'],
    ['HALF_YEARLY', '2019-06-30,2019-12-31'],
    ['QUARTERLY', '2019-03-31,2019-06-30,2020-03-31'],
    ['MONTHLY', '2019-01-31,2019-02-28,2019-12-31'],
  ])('unless they are %s: %s', async (frequency, dates) => {
    const { map } = await draftOf(
      `Date,Exports\n${dates
        .split(',')
        .map((date) => `${date},1`)
        .join('\n')}\n`,
    )
    expect(map['columns']).toMatchObject([{ frequency }, {}])
  })
})

test('years are asked for in a table of fiscal years', async () => {
  const down = await draftOf('Fiscal year,Exports\n2021,11\n2022,22\n')
  expect(down.placeholders.join()).toContain('<fill in: the frequency of "Fiscal year"')
  const across = await draftOf('"Exports, year ended 30 June",,\nCommodity,2021,2022\nRice,11,22\nTea,33,44\n')
  expect(across.placeholders).toContain('<fill in: {year} if its years are calendar years; others are not supported>')
  const toDate = await draftOf('"Exports, year to date",,\nCommodity,2021,2022\nRice,11,22\nTea,33,44\n')
  expect(toDate.map['columns']).toMatchObject([{}, { header: ['{year}'] }])
})

test.each([',Exports,Exports,Imports,Imports', ',Exports,,Imports,'])(
  'periods under several metrics: %s',
  async (over) => {
    const text = `Million euros,,,,\n${over}\nCountry,2022,2023,2022,2023\nChile,11,22,33,44\n`
    const { map } = await draftOf(text)
    expect(map['columns']).toMatchObject([
      {},
      { header: ['Exports', '{year}'], across: true, metric: 'EXPORTS' },
      { header: ['Imports', '{year}'], across: true, metric: 'IMPORTS' },
    ])
    expect(await read(text)).toHaveLength(4)
  },
)

test('a unit of a thousand is no year', async () => {
  const { map } = await draftOf(',Exports,Imports\nCountry,Mio. EUR,1 000 t\nChile,11,22\n')
  expect(map['columns']).toMatchObject([{}, { header: ['Exports', 'Mio. EUR'] }, { header: ['Imports', '1 000 t'] }])
})

test('units after years are those of their columns', async () => {
  const { map, placeholders } = await draftOf(
    'Exports\nRegion,2022 (EUR),2023 (EUR),2022 (%),2023 (%)\nWest,11,22,33,44\nEast,55,66,77,88\n',
  )
  expect(map).toMatchObject({
    unit: 'EUR',
    columns: [
      {},
      { header: ['{year} (EUR)'], across: true },
      { header: ['{year} (%)'], across: true, unit: 'PERCENT' },
    ],
  })
  expect(placeholders).toEqual(['<fill in: the metric of column 3, "2022 (%) to 2023 (%)">'])
})

describe('marks after years', () => {
  const unit = {
    '<fill in: the unit, like EUR_MILLION>': 'EUR',
    '<fill in: the metric, like EXPORTS>': 'EXPORTS',
    '<fill in: the dimension of "Place">': 'PLACE',
  }
  test.each(['2023 (p)', '2023 p/', '2023p', '2023 P)', '2023 prov.'])(
    'are statuses if they are known: %s',
    async (year) => {
      expect(await read(`Place,2022,${year}\nChile,11,22\n`, unit)).toEqual([
        '2022 11 NORMAL',
        `2023 22 PRELIMINARY ${year.slice(4).trim()}`,
      ])
    },
  )
  test('are asked for if they are not known', async () => {
    const text = 'Place,2022,2023*,2024 r\nChile,11,22,33\n'
    const { placeholders } = await draftOf(text)
    const open = '<fill in: the status of figures with "*": PRELIMINARY, REVISED, ESTIMATED, BREAK or null>'
    expect(placeholders).toContain(open)
    expect(await read(text, { ...unit, [open]: null })).toEqual([
      '2022 11 NORMAL',
      '2023 22 NORMAL *',
      '2024 33 REVISED r',
    ])
  })
  test('that are footnotes are reported, and not kept', async () => {
    const text = 'Place,2022 1,2023¹,2024 2)\nChile,11,22,33\n'
    const { guesses } = await draftOf(text)
    expect(guesses.join()).toContain('The footnotes 1, ¹, 2) after periods are not kept.')
    expect(await read(text, unit)).toEqual(['2022 11 NORMAL', '2023 22 NORMAL', '2024 33 NORMAL'])
  })
  test('of months are kept', async () => {
    expect(await read('Place,mai 2024,juin 2024 (p)\nChile,11,22\n', unit)).toEqual([
      '2024-05 11 NORMAL',
      '2024-06 22 PRELIMINARY (p)',
    ])
  })
})

describe('columns of flags', () => {
  const rows = 'Geo,2022,,2023,,2024,\nBelgium,11,,22,p,33,bp\nDenmark,44,,:,c,55,e\n'
  const edits = {
    '<fill in: the unit, like EUR_MILLION>': 'EUR',
    '<fill in: the metric, like EXPORTS>': 'EXPORTS',
    '<fill in: the dimension of "Geo">': 'PLACE',
  }
  test('belong to the figures before them', async () => {
    const { map, placeholders } = await draftOf(rows)
    expect(placeholders).toHaveLength(3)
    expect(map).toMatchObject({
      symbols: { ':': 'MISSING' },
      marks: { b: 'BREAK', c: 'CONFIDENTIAL', e: 'ESTIMATED', p: 'PRELIMINARY' },
      columns: [{}, { across: true, header: ['{year}'] }, { is: 'flag', header: [null] }],
    })
    expect(await read(rows, edits)).toEqual([
      '2022 11 NORMAL',
      '2023 22 PRELIMINARY p',
      '2024 33 BREAK b p',
      '2022 44 NORMAL',
      '2023  CONFIDENTIAL c',
      '2024 55 ESTIMATED e',
    ])
  })
  test('in the same cells as the figures have the meaning that Eurostat gives them', async () => {
    const text = 'geo\\TIME_PERIOD\t2021\t2022\t2023\nBE\t11.2\t22.3 p\t: c\nDE\t33.2\t44.3 b\t:\n'
    const { map, placeholders } = await draftOf(text)
    expect(placeholders).toHaveLength(3)
    expect(map).toMatchObject({
      symbols: { ':': 'MISSING', ': c': 'CONFIDENTIAL' },
      marks: { p: 'PRELIMINARY', b: 'BREAK' },
    })
  })
  test('may be headed, or merged with their figures', async () => {
    const [, ...lines] = rows.split('\n')
    for (const header of ['Geo,2022,Flags,2023,Flags,2024,Flags', 'Geo,2022,2022,2023,2023,2024,2024'])
      expect(await read([header, ...lines].join('\n'), edits)).toHaveLength(6)
  })
})

describe('growth beside columns of years', () => {
  const edits = { '<fill in: the unit, like EUR_MILLION>': 'EUR', '<fill in: the dimension of "Land">': 'PLACE' }
  test.each([
    'Veränderung 2024/2023 in %',
    'Variación porcentual 2024/2023',
    'Change 2023-2024 (%)',
    'Variação 2024 (%)',
  ])('is of the year in its header: %s', async (header) => {
    const text = `Ausfuhr,,,\nLand,2023,2024,${header}\nChile,100,110,10.0\n`
    expect(await read(text, edits)).toEqual(['2023 100 NORMAL', '2024 110 NORMAL  10'])
  })
  test.each(['Veränderung 2024/2020 in %', 'Veränderung zum Vorjahr in %'])('is left out: %s', async (header) => {
    const { map, guesses } = await draftOf(`Ausfuhr,,,\nLand,2023,2024,${header}\nChile,100,110,10.0\n`)
    expect(map['columns']).toContainEqual({ is: 'nothing', header: [header] })
    expect(guesses.join()).toContain('has growth, but not of a year since the year before')
  })
})

test('an index of two years below merged metrics is left out', async () => {
  const text =
    'Trade\nEUR million\nCountry;Exports;;;Imports;\n;2022;2023;index 2023/2022;2022;2023\nChile;1;2;200;3;4\nPeru;2;3;150;4;6\n'
  const { map, problems, guesses, placeholders } = await draftOf(text)
  expect({ problems, placeholders }).toEqual({ problems: [], placeholders: [] })
  expect(map['columns']).toMatchObject([{}, { metric: 'EXPORTS' }, { is: 'nothing' }, { metric: 'IMPORTS' }])
  expect(guesses.join()).toContain('has an index of two years, which follows from their figures, and is not read.')
})
