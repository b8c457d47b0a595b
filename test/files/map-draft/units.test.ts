import { expect, test } from 'vitest'
import { draftMap } from '../../../src/files/map-draft/draft.js'

const draftOf = (text: string) =>
  draftMap(new TextEncoder().encode(text), { file: 'a.csv', encoding: null, sheet: null, period: null })

const unitBelow = async (unit: string) => {
  const { map, guesses } = await draftOf(`Region,2021,2022\nWest,51,62\nEast,70,80\n\n"Unit: ${unit}"\n`)
  return { unit: map['unit'], guesses }
}

test.each([
  ['Mrd. EUR', 'EUR_BILLION'],
  ['mld EUR', 'EUR_BILLION'],
  ['miljard euro', 'EUR_BILLION'],
  ['Miliardi di euro', 'EUR_BILLION'],
  ["milliards d'euros", 'EUR_BILLION'],
  ['Mia. Franken', 'CHF_BILLION'],
  ['Billionen Euro', 'EUR_TRILLION'],
  ['Billones de dólares', 'USD_TRILLION'],
  ['billion euros', 'EUR_BILLION'],
  ['Miles de millones de dólares', 'USD_BILLION'],
  ['mil milhões de euros', 'EUR_BILLION'],
  ['em mil US$', 'USD_THOUSAND'],
  ['R$ mil', 'BRL_THOUSAND'],
  ['in Tsd. Euro', 'EUR_THOUSAND'],
  ['Tsd. CHF', 'CHF_THOUSAND'],
  ['migliaia di euro', 'EUR_THOUSAND'],
  ['miljoen euro', 'EUR_MILLION'],
  ['tys. EUR', 'EUR_THOUSAND'],
  ['1.000 Euro', 'EUR_THOUSAND'],
  ["USD '000", 'USD_THOUSAND'],
  ['US-Dollar (x 1,000,000)', 'USD_MILLION'],
  ['Million Hong Kong dollars', 'HKD_MILLION'],
  ['Million Singapore dollars', 'SGD_MILLION'],
  ['Canadian dollars, thousands', 'CAD_THOUSAND'],
  ['Australian dollars, millions', 'AUD_MILLION'],
  ['US dollars at current prices, millions', 'USD_MILLION'],
  ['万美元', 'USD_10_THOUSAND'],
  ['亿元人民币', 'CNY_100_MILLION'],
  ['百万円', 'JPY_MILLION'],
  ['千米ドル', 'USD_THOUSAND'],
  ['mnkr', 'SEK_MILLION'],
  ['tkr', 'SEK_THOUSAND'],
  ['mdkr', 'SEK_BILLION'],
  ['miljoner kronor', 'SEK_MILLION'],
  ['tusental kronor', 'SEK_THOUSAND'],
  ['miljarder SEK', 'SEK_BILLION'],
  ['mio. kr.', 'DKK_MILLION'],
  ['mia. kr.', 'DKK_BILLION'],
  ['millioner norske kroner', 'NOK_MILLION'],
  ['1 000 danske kroner', 'DKK_THOUSAND'],
  ['Mio. EUR', 'EUR_MILLION'],
  ['1 000 Euro', 'EUR_THOUSAND'],
  ['milioni di euro', 'EUR_MILLION'],
  ['en millions de dollars canadiens', 'CAD_MILLION'],
  ['CAD millions', 'CAD_MILLION'],
  ['en milliers de francs suisses', 'CHF_THOUSAND'],
  ['tuhatta euroa', 'EUR_THOUSAND'],
  ['milj. euroa', 'EUR_MILLION'],
  ['miljoonaa euroa', 'EUR_MILLION'],
  ['mrd. euroa', 'EUR_BILLION'],
  ['mln euro', 'EUR_MILLION'],
  ['천 미달러', 'USD_THOUSAND'],
  ['억원', 'KRW_100_MILLION'],
  ['백만 원', 'KRW_MILLION'],
  ['톤', 'TONNE'],
  ['천달러', 'USD_THOUSAND'],
  ['백만달러', 'USD_MILLION'],
  ['천불', 'USD_THOUSAND'],
  ['천 미국 달러', 'USD_THOUSAND'],
  ['US$ a precios actuales', 'USD'],
  ['Mio. Fr.', 'CHF_MILLION'],
  ['млн долларов США', 'USD_MILLION'],
  ['в тыс. долл. США', 'USD_THOUSAND'],
  ['млрд евро', 'EUR_BILLION'],
  ['εκατ. ευρώ', 'EUR_MILLION'],
  ['χιλ. ευρώ', 'EUR_THOUSAND'],
  ['milyon ABD doları', 'USD_MILLION'],
  ['mln zł', 'PLN_MILLION'],
  ['tys. zł', 'PLN_THOUSAND'],
  ['zł', 'PLN'],
  ['mil. Kč', 'CZK_MILLION'],
  ['mld. Kč', 'CZK_BILLION'],
  ['millió forint', 'HUF_MILLION'],
  ['milioane lei', 'RON_MILLION'],
  ['mil. lei', 'RON_MILLION'],
])('the unit "%s" is %s', async (text, unit) => {
  expect((await unitBelow(text)).unit).toEqual({ row: 'below', texts: { [`Unit: ${text}`]: unit } })
})

test.each([
  'mil. EUR',
  'Mrd. kr.',
  'mill. kr.',
  '1 000 kr',
  'miljoner kr per ton',
  'millioner kroner',
  '천 호주달러',
  '천 캐나다 달러',
  'Mill. kr',
  'млн долларов',
  'milioane dolari',
  'milyon dolar',
  '1 000 ton',
  'bln EUR',
  'Dollars (x 1,000,000)',
  '$ million',
  'million pounds',
  'USD per tonne',
  'US$ per capita',
  'EUR/t',
  'in 1 000 t und Mio. EUR',
  '% of GDP (US$ million in brackets)',
  'EUR thousand (2021: EUR million)',
  'constant 2015 US$',
  'million ECU',
  '百萬元',
  'furlongs',
])('the unit "%s" is a question that quotes it', async (text) => {
  expect((await unitBelow(text)).unit).toBe(`<fill in: the unit of "Unit: ${text}">`)
})

test.each(['1 000 t', 'thousand tonnes', '千トン', 'тыс. тонн', 'mii tone'])(
  'a multiple that is in no list is proposed: %s',
  async (text) => {
    const { unit, guesses } = await unitBelow(text)
    expect(unit).toBe(`<fill in: the unit of "Unit: ${text}", like TONNE_THOUSAND once it is imported>`)
    expect(guesses.join('\n')).toContain('code,measure,factor,name_en\nTONNE_THOUSAND,KILOGRAM,1000000,thousand tonnes')
  },
)

test.each([
  ['mln ANG', 'ANG_MILLION', 'ANG,ANG,1', 'ANG_MILLION,ANG,1000000'],
  ['Thousand ANG', 'ANG_THOUSAND', 'ANG,ANG,1', 'ANG_THOUSAND,ANG,1000'],
  ['ANG', 'ANG', 'ANG,ANG,1', null],
])('a currency that is in no list is proposed: %s', async (text, code, base, line) => {
  const { unit, guesses } = await unitBelow(text)
  expect(unit).toBe(`<fill in: the unit of "Unit: ${text}", like ${code} once it is imported>`)
  for (const each of [base, line]) if (each !== null) expect(guesses.join('\n')).toContain(`${each},`)
})

test('the lines of a unit that is in no list stand alone, with a name', async () => {
  const { guesses } = await unitBelow('mln ANG')
  const at = guesses.findIndex((text) => text.endsWith('"codes import" adds it from a file with these lines:'))
  expect(guesses.slice(at + 1, at + 4)).toEqual([
    'code,measure,factor,name_en',
    'ANG,ANG,1,ANG',
    'ANG_MILLION,ANG,1000000,ANG million',
  ])
})

test('columns of one unit that is in no list have one question', async () => {
  const { map, placeholders, guesses } = await draftOf(
    'Země;Vývoz (mln ANG);Dovoz (mln ANG)\nChile;11,5;22,5\nPeru;44,5;55,5\n',
  )
  expect(placeholders).toEqual([
    '<fill in: the unit of "Vývoz (mln ANG)" and "Dovoz (mln ANG)", like ANG_MILLION once it is imported>',
  ])
  expect(map['unit']).toBe(placeholders[0])
  expect(guesses.filter((text) => text.startsWith('ANG_MILLION,'))).toHaveLength(1)
})

test('columns of units that are in no list have a question for each unit', async () => {
  const { placeholders } = await draftOf(
    'Země;Vývoz (mln ANG);Dovoz (mln ANG);Vývoz (tis. tun)\nChile;11,5;22,5;33,5\nPeru;44,5;55,5;66,5\n',
  )
  expect(placeholders.filter((text) => text.includes('the unit'))).toHaveLength(2)
})

test.each(['Country,2021 (furlongs),2022 (furlongs)', 'Exports\nfurlongs\nCountry,2021,2022'])(
  'a text that may name another unit is quoted: %s',
  async (header) => {
    const { guesses } = await draftOf(`${header}\nChile,51,62\nPeru,70,80\n`)
    expect(guesses).toContain('No text names a known unit; "furlongs" may name another one.')
  },
)

test('columns with units of their own state them', async () => {
  const { map, placeholders } = await draftOf(
    'Country,Exports (million euros),Imports (thousand euros),Imports (tonnes)\nChile,11,22,33\nPeru,44,55,66\n',
  )
  expect(map).toMatchObject({ unit: 'EUR_MILLION', columns: [{}, {}, { unit: 'EUR_THOUSAND' }, { unit: 'TONNE' }] })
  expect(map['columns']).not.toHaveProperty([1, 'unit'])
  expect(map['columns']).toHaveProperty([3, 'metric'], 'IMPORT_QUANTITY')
  expect(placeholders).toEqual([])
})

test('a column that states no unit beside others is a question', async () => {
  const { placeholders } = await draftOf('Country,Exports (million euros),Imports\nChile,1,2\nPeru,4,5\n')
  expect(placeholders).toEqual(['<fill in: the unit of "Imports">'])
})

test('a quantity does not take the currency of the table', async () => {
  const { placeholders } = await draftOf('Million euros\nCountry,Export value,Export quantity\nChile,1,2\n')
  expect(placeholders).toEqual(['<fill in: the unit of column "Export quantity">'])
})

test.each(['Visitors (thousands) and receipts (million euros) by region', 'Exports in tonnes and in euros'])(
  'a title of two units is a question: %s',
  async (title) => {
    const { map } = await draftOf(`${title}\nRegion,2021,2022\nWest,51,62\nEast,70,80\n`)
    expect(map['unit']).toBe(`<fill in: the unit of "${title}">`)
  },
)

test.each(['Exportações (mil €)', 'Importaciones (mil €)'])('words show the language of a unit: %s', async (title) => {
  const { map } = await draftOf(`${title}\nRegion,2021,2022\nWest,51,62\nEast,70,80\n`)
  expect(map['unit']).toEqual({ row: 'above', texts: { [title]: 'EUR_THOUSAND' } })
})

test('a line of the unit takes precedence over a title', async () => {
  const { map } = await draftOf(
    'Exports of the euro area in US dollars\nMillion US dollars\nRegion,2021,2022\nWest,51,62\n',
  )
  expect(map['unit']).toEqual({ row: 'above', texts: { 'Million US dollars': 'USD_MILLION' } })
})

const worldBank = (second: string) =>
  [
    'Country,Code,Indicator,Indicator Code,2021,2022',
    'Chile,CHL,Exports (current US$),EX.CD,1,2',
    `Chile,CHL,${second},EX.ZS,3,4`,
    'Peru,PER,Exports (current US$),EX.CD,5,6',
    `Peru,PER,${second},EX.ZS,7,8`,
  ].join('\n')

test.each(['Imports (% of GDP)', '"Population, total"'])(
  'units that differ by row are those of codes: %s',
  async (second) => {
    const { map, placeholders } = await draftOf(worldBank(second))
    const open = `<fill in: the unit of "${second.replaceAll('"', '')}">`
    expect(map['columns']).toContainEqual({
      is: 'unit',
      header: ['Indicator Code'],
      words: { 'EX.CD': 'USD', 'EX.ZS': open },
    })
    expect(map['columns']).toContainEqual(expect.objectContaining({ across: true, unit: 'OF_ROW' }))
    expect(placeholders).toContain(open)
  },
)

test('a text does not state the metric of another', async () => {
  const { placeholders } = await draftOf(worldBank('Exports (% of GDP)'))
  expect(placeholders).toContain('<fill in: the metric of "Exports (% of GDP)">')
})

test('units that differ by row without codes are a question', async () => {
  const { map } = await draftOf('Indicator,2021,2022\nExports (current US$),1,2\nImports (EUR),3,4\n')
  expect(map['unit']).toMatch('<fill in: the unit of "')
})

test('kilograms are quantities, whatever the language', async () => {
  const { map, placeholders } = await draftOf(
    'Ano;Mês;Exportação - US$ FOB;Exportação - Quilograma Líquido\n2024;01. Janeiro;11;22\n2024;02. Fevereiro;44;55\n',
  )
  expect(placeholders).toEqual([])
  expect(map).toMatchObject({
    unit: 'USD',
    columns: [
      { is: 'period', part: 'YEAR' },
      { is: 'period', part: 'MONTH' },
      { metric: 'EXPORTS' },
      { metric: 'EXPORT_QUANTITY', unit: 'KILOGRAM' },
    ],
  })
})

test('the ringgit is known by its sign', async () => {
  const { map } = await draftOf('Exports\nRM million\nMonth,Exports\n2024-01,5\n2024-02,6\n')
  expect(map['unit']).toEqual({ row: 'above', texts: { 'RM million': 'MYR_MILLION' } })
})

test('codes of databases and times do not hide the unit', async () => {
  const { map } = await draftOf(
    'Dataset:,Trade by country [EXT_LT$DEFAULTVIEW]\nIndicator,Exports in million of ECU/EURO [MIO_EXP_VAL]\nLast updated:,17/06/2024 11:00\nCountry,2022\nChile,5\nPeru,6\n',
  )
  expect(map['unit']).toBe('EUR_MILLION')
})
