import { describe, expect, test } from 'vitest'
import { draftMap } from '../../../src/files/map-draft/draft.js'
import { metricIn } from '../../../src/files/map-draft/words/metric-words.js'
import { isTotal } from '../../../src/files/map-draft/words/total-words.js'

const draftOf = (text: string) =>
  draftMap(new TextEncoder().encode(text), { file: 'a.csv', encoding: null, sheet: null, period: null })

describe('a column whose cells name metrics', () => {
  const tableOf = (name: string, cells: readonly string[]) =>
    `Country,${name},2022,2023\n${['Chile', 'Peru']
      .flatMap((country) => cells.map((cell, at) => `${country},${cell},${at + 11},${at + 21}`))
      .join('\n')}\n`

  test.each([
    ['Indicator Name', 'Exports', 'Imports'],
    ['Flow', 'Export', 'Import'],
    ['Verkehrsrichtung', 'Ausfuhr', 'Einfuhr'],
    ['Handelsflöde', 'Varuexport', 'Varuimport'],
    ['Kierunek', 'Eksport', 'Import'],
    ['Virta', 'Vienti', 'Tuonti'],
    ['구분', '수출', '수입'],
    ['Směr', 'Vývoz', 'Dovoz'],
    ['Tipo', 'Exportaciones', 'Importaciones'],
  ])('states them: %s', async (name, first, second) => {
    const { map } = await draftOf(tableOf(name, [first, second]))
    expect(map['columns']).toMatchObject([
      { is: 'category' },
      { is: 'metric', header: [name], words: { [first]: 'EXPORTS', [second]: 'IMPORTS' } },
      { is: 'value', across: true },
    ])
    expect(map['columns']).not.toHaveProperty([2, 'metric'])
  })

  test.each(['Indicator', 'Flow', 'Verkehrsrichtung', 'Handelsflöde', 'Kierunek', 'Indicator Name'])(
    'asks for those that are not known: %s',
    async (name) => {
      const { map, guesses } = await draftOf(tableOf(name, ['Exports', 'Re-exports', 'Transit']))
      expect(map['columns']).toContainEqual({
        is: 'metric',
        header: [name],
        words: {
          Exports: 'EXPORTS',
          'Re-exports': '<fill in: the metric of "Re-exports">',
          Transit: '<fill in: the metric of "Transit">',
        },
      })
      expect(guesses).toContain(`Column "${name}" states the metric: EXPORTS, and 2 more that are not known.`)
    },
  )

  test('is known by two metrics, whatever its header', async () => {
    const { map } = await draftOf(tableOf('Art', ['Exports', 'Imports', 'Balance']))
    expect(map['columns']).toMatchObject([{}, { is: 'metric' }, {}])
  })

  test.each(['Commodity', 'Item'])('is not one of metrics and categories together: %s', async (name) => {
    const { map, figures, placeholders } = await draftOf(tableOf(name, ['Exports: Food', 'Imports: Fuels']))
    expect(placeholders.join()).toContain('labels like "Exports: Food" name metrics as well, which no map divides')
    expect(map['columns']).toMatchObject([{}, { is: 'category' }, { metric: expect.stringContaining('<fill in') }])
    expect(figures.join()).not.toContain('EXPORTS')
  })

  test('asks for texts of the same metric', async () => {
    const { placeholders } = await draftOf(tableOf('Item', ['Exports of food', 'Exports of fuels', 'Imports']))
    expect(placeholders).toContain('<fill in: the metric of "Exports of food">')
    expect(placeholders).toContain('<fill in: the metric of "Exports of fuels">')
  })

  test('does not name the same as a column of categories with one row for each', async () => {
    const { map } = await draftOf('Land,Flow,2022,2023\nA,Exports,11,12\nB,Imports,21,22\n')
    expect(map['columns']).toMatchObject([{ is: 'category', dimension: 'PARTNER' }, { is: 'metric' }, {}])
  })

  test('and columns of two dimensions do not name the same', async () => {
    const { map } = await draftOf('Country,Product,2022,2023\nChile,Copper,11,12\nPeru,Gold,21,22\n')
    expect(map['columns']).toMatchObject([{ dimension: 'PARTNER' }, { dimension: 'PRODUCT' }, {}])
  })

  test('is of one column of figures: others are to be left out', async () => {
    const { map, placeholders } = await draftOf(
      'Land,Flow,Wert in EUR 2022,Wert in EUR 2023,Gewicht in t 2022,Gewicht in t 2023\nA,Exports,11,12,13,14\nB,Imports,21,22,23,24\n',
    )
    const [open = ''] = placeholders.filter((text) => text.includes('as rows state the metric of one column only'))
    expect(map['columns']).toMatchObject([
      { is: 'category' },
      { is: 'metric' },
      { header: ['Wert in EUR {year}'], across: true },
      { is: open, header: [null] },
      { is: open, header: [null] },
    ])
  })

  test('is not one of categories', async () => {
    const { map } = await draftOf(tableOf('Port', ['Import hall', 'North', 'South']))
    expect(map['columns']).toMatchObject([{}, { is: 'category' }, {}])
  })
})

test.each([
  ['Exportaciones', 'EXPORTS'],
  ['Wareneinfuhr', 'IMPORTS'],
  ['进出口', 'TRADE'],
  ['수출액', 'EXPORTS'],
  ['Import z krajów UE', 'IMPORTS'],
  ['Importe von Waren', 'IMPORTS'],
  ['Importe en euros', null],
  ['Importe', null],
  ['Net exports', null],
  ['Re-exports', null],
  ['Vidareexport', null],
  ['Wiederausfuhr', null],
  ['Export price index', null],
  ['Balance of exports and imports', null],
  ['Ausfuhr und Einfuhr', null],
  ['Aus- und Einfuhr', null],
  ['The most important partners', null],
  ['Enterprises of importers', null],
])('the metric of "%s" is %s', (text, metric) => {
  expect(metricIn(text)).toBe(metric)
})

test('"Importe" beside "Exporte" are imports', async () => {
  const { map } = await draftOf(
    'Land,Importe 2022,Exporte 2022,Importe 2023,Exporte 2023\nA,11,12,13,14\nB,21,22,23,24\n',
  )
  expect(map['columns']).toMatchObject([{}, { metric: 'IMPORTS' }, { metric: 'EXPORTS' }])
})

describe('labels of the total', () => {
  test.each(
    'Insgesamt,Zusammen,Totalt,Totale,Mondo,Ogółem,Razem,Total,Ensemble,Todos,総額,合計,合计,总计,전체,합계,Celkem,Yhteensä,Totaal,World,TOTAL:,Ｔｏｔａｌ,Welt,Total general'.split(
      ',',
    ),
  )('%s', async (label) => {
    const { map } = await draftOf(`Region,2022,2023\nWest,11,12\nEast,13,14\n${label},90,91\n`)
    expect(map['columns']).toMatchObject([{ total: [label] }, {}])
  })
  test.each([
    'Total food',
    'Totalizer',
    'Rest of the world',
    'Ensemble de Paris',
    'Worldwide',
    'Insgesamt ohne Erdöl',
    '',
  ])('are whole labels: "%s" is none', (label) => {
    expect(isTotal(label)).toBe(false)
  })
  test('are a question if there are several', async () => {
    const { map, placeholders, guesses } = await draftOf(
      'Region,2022,2023\nWest,11,12\nZusammen,11,12\nEast,13,14\nInsgesamt,90,91\n',
    )
    const open = '<fill in: which is the total, "Zusammen" or "Insgesamt"; remove "total" if none is>'
    expect(placeholders).toContain(open)
    expect(map['columns']).toMatchObject([{ total: [open] }, {}])
    expect(guesses.join()).toContain('"Zusammen" and "Insgesamt" may be the total.')
  })
})

test.each([
  ['Polska,Niemcy', 'PARTNER'],
  ['Praha,Jihomoravský kraj', 'LOCATION'],
])('a column "Kraj" of %s names a %s', async (labels, dimension) => {
  const [first, second] = labels.split(',')
  const { map } = await draftOf(`Kraj,2022,2023\n${first},11,12\n${second},13,14\n`)
  expect(map['columns']).toMatchObject([{ dimension }, {}])
})

test('a weight is a quantity, with the unit of its header', async () => {
  const { map } = await draftOf(
    'Exportaciones 2023\nPaís,Importe (miles de euros),Peso (toneladas)\nChile,11,12\nPerú,13,14\n',
  )
  expect(map).toMatchObject({
    unit: 'EUR_THOUSAND',
    columns: [{}, { metric: 'EXPORTS' }, { metric: 'EXPORT_QUANTITY', unit: 'TONNE' }],
  })
})

describe('growth beside values', () => {
  const rows = '2023-01,50,1.5,60,2.5\n2023-02,51,1.6,61,2.4\n'
  const columnsOf = async (header: string, title = 'Foreign trade') => {
    const { map } = await draftOf(`${title}\nMillion euros\n${header}\n${rows}`)
    const [, ...columns] = map['columns'] as readonly Readonly<Record<string, unknown>>[]
    return columns.map(({ is, metric, span }) => `${is} ${metric} ${span}`)
  }
  const pairs = ['value EXPORTS PERIOD', 'growth EXPORTS PERIOD', 'value IMPORTS PERIOD', 'growth IMPORTS PERIOD']

  test.each([
    'Month,Exports,Growth rate (%),Imports,Growth rate (%)',
    'Month,Exports,Year-on-year % change,Imports,Year-on-year % change',
    'Month,Ausfuhr,Veränderung in %,Einfuhr,Veränderung in %',
    'Month,Exports,,Imports,\n,EUR,Change (%),EUR,Change (%)',
  ])('has the metric of the value before it or above it: %s', async (header) => {
    expect(await columnsOf(header)).toEqual(pairs)
  })

  test('has its metric from its own words', async () => {
    expect(await columnsOf('Month,Exports,Growth of imports (%),Imports,Growth of exports (%)')).toEqual([
      'value EXPORTS PERIOD',
      'growth IMPORTS PERIOD',
      'value IMPORTS PERIOD',
      'growth EXPORTS PERIOD',
    ])
  })

  test('has the span of the value before it', async () => {
    expect(await columnsOf('Month,Exports,Change (%),YTD exports,Change (%)')).toEqual([
      'value EXPORTS PERIOD',
      'growth EXPORTS PERIOD',
      'value EXPORTS YEAR_TO_DATE',
      'growth EXPORTS YEAR_TO_DATE',
    ])
  })

  test('is asked for after two metrics, whatever the title says', async () => {
    const [, , growth] = await columnsOf('Month,Exports,Imports,Growth (%),Other', 'Total trade')
    expect(growth).toBe('growth <fill in: the metric of "Growth (%)"> PERIOD')
  })
})

test.each(['Exports and imports by country', 'Imports & exports'])(
  'a title of two metrics names none: %s',
  async (title) => {
    const { map } = await draftOf(`${title}\nEUR million\nCountry,2022,2023\nChile,5,6\nPeru,7,8\n`)
    expect(map['columns']).toMatchObject([{}, { metric: '<fill in: the metric, like EXPORTS>' }])
  },
)

test.each(['% YoY', 'yoy', 'y/y (%)', 'Year-on-year change'])('growth on the year before is read: %s', async (name) => {
  const { map } = await draftOf(`Month,Exports,${name}\n2023-01,50,1.5\n2023-02,51,1.6\n`)
  expect(map['columns']).toMatchObject([{}, {}, { is: 'growth', metric: 'EXPORTS' }])
})

test.each(['% MoM', 'm/m', 'Change on previous month (%)', 'Veränderung gegenüber Vormonat', '环比(%)'])(
  'growth since another period is left out, and said to be: %s',
  async (name) => {
    const { map, guesses } = await draftOf(`Month,Exports,${name}\n2023-01,50,1.5\n2023-02,51,1.6\n`)
    expect(map['columns']).toMatchObject([{}, {}, { is: 'nothing' }])
    expect(guesses.join()).toContain('has growth since the month or quarter before, which maps do not read.')
  },
)

test.each(['Trade balance', 'Saldo', 'Handelsbalans', 'Balance', 'Solde commercial', '貿易収支'])(
  'the balance of trade is a metric: %s',
  async (name) => {
    const { map } = await draftOf(`Month,Exports,${name}\n2023-01,50,-1\n2023-02,51,2\n`)
    expect(map['columns']).toMatchObject([{}, {}, { is: 'value', metric: 'BALANCE' }])
  },
)

test.each(['Trade deficit', 'Balance of payments', 'Balance of services', 'Opening balance', 'Net balance'])(
  'another balance is asked for: %s',
  async (name) => {
    const { map } = await draftOf(`Month,Exports,${name}\n2023-01,50,-1\n2023-02,51,2\n`)
    expect(map['columns']).toMatchObject([{}, {}, { metric: `<fill in: the metric of "${name}">` }])
  },
)

test('a header below that of both metrics names its own', async () => {
  const above = 'In- en uitvoerwaarde'
  const { map } = await draftOf(
    `Perioden;${above};${above};${above}\n;Handelsbalans;Invoerwaarde;Uitvoerwaarde\n;mln euro;mln euro;mln euro\n2022;-1;51;50\n2023;2;61;63\n`,
  )
  expect(map['columns']).toMatchObject([{}, { metric: 'BALANCE' }, { metric: 'IMPORTS' }, { metric: 'EXPORTS' }])
})
