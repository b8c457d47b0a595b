import { describe, expect, test } from 'vitest'
import { lineOf, linesOf, read } from './support.js'

test.each<[title: string, text: string, publishedOn: string, expected: readonly string[]]>([
  [
    'examples with a change in brackets',
    "In June 2021, the value of Hong Kong's total exports rose by 33.0% over a year earlier. Comparing June 2021 with June 2020, total exports to Asia rose by 34.6%. In this region, increases were registered in the values of total exports to most destinations, in particular India (+40.1%) and Vietnam (+21.7%).",
    '2021-07-27',
    [
      'EXPORTS "total" 2021-06 33.0 on 2020-06',
      'EXPORTS "Asia" 2021-06 34.6 on 2020-06',
      'EXPORTS "India" 2021-06 40.1 on 2020-06',
      'EXPORTS "Vietnam" 2021-06 21.7 on 2020-06',
    ],
  ],
  [
    'the level of the year before behind a change',
    "India's merchandise exports in May 2022 were USD 37.29 billion, an increase of 15.46% over USD 32.30 billion in May 2021. Merchandise imports in May 2022 were USD 60.62 billion, an increase of 56.14% over USD 38.83 billion in May 2021. Exports of rice stood at USD 802.5 million.",
    '2022-06-02',
    [
      'EXPORTS "total" 2022-05 37.29 USD_BILLION 15.46 on 2021-05',
      'EXPORTS "total" 2021-05 32.30 USD_BILLION',
      'IMPORTS "total" 2022-05 60.62 USD_BILLION 56.14 on 2021-05',
      'IMPORTS "total" 2021-05 38.83 USD_BILLION',
      'EXPORTS "rice" 2022-05 802.5 USD_MILLION',
    ],
  ],
  [
    'amounts in two scales, and partners with amounts',
    "Turkey's exports were 14 billion 706 million dollars in December 2019 and imports were 19 billion 39 million dollars. The main partner for exports was Germany with 1 billion 305 million dollars, followed by the United Kingdom with 989 million dollars, Iraq with 861 million dollars.",
    '2020-01-31',
    [
      'EXPORTS "total" 2019-12 14706 USD_MILLION',
      'IMPORTS "total" 2019-12 19039 USD_MILLION',
      'EXPORTS "Germany" 2019-12 1305 USD_MILLION',
      'EXPORTS "United Kingdom" 2019-12 989 USD_MILLION',
      'EXPORTS "Iraq" 2019-12 861 USD_MILLION',
    ],
  ],
  [
    'a month behind the quarter, by what it is compared with',
    "In April 2022, Spain's exports rose by 9.4% compared with April 2021. In the first four months of 2022, exports rose by 7.5%. Compared with April 2021, exports of olive oil rose by 12.3% and those of shoes by 4.1%.",
    '2022-06-17',
    [
      'EXPORTS "total" 2022-04 9.4 on 2021-04',
      'EXPORTS "total" 2022-01/2022-04 7.5 on 2021-01/2021-04',
      'EXPORTS "olive oil" 2022-04 12.3 on 2021-04',
      'EXPORTS "shoes" 2022-04 4.1 on 2021-04',
    ],
  ],
  [
    'adjusted figures throughout',
    'Trade in Goods, May 2025\n\nIn seasonally adjusted, chain volume terms:\n\nThe value of goods exports from Norway rose NOK 300 million (1.1%) to NOK 27,900 million. Over the year to May 2025, imports from Sweden fell 4.2% to NOK 5,100 million compared with May 2024.',
    '2025-06-15',
    [
      'EXPORTS "total" 2025-05 27900 NOK_MILLION 1.1 on 2025-04',
      'IMPORTS "Sweden" 2025-05 5100 NOK_MILLION -4.2 on 2024-05',
    ],
  ],
  [
    'goods under the heading of a flow',
    "New Zealand's goods exports fell $34 million (0.7 percent), to $5.0 billion in August 2024.\n\nDairy leads exports\n\nMilk powder and butter rose $57 million (9.5 percent), to $660 million.\n\nImports\n\nPetroleum and products fell $80 million (11 percent), to $640 million.",
    '2024-09-20',
    [
      'EXPORTS "total" 2024-08 5.0 NZD_BILLION -0.7 on 2023-08',
      'EXPORTS "Milk powder and butter" 2024-08 660 NZD_MILLION 9.5 on 2023-08',
      'IMPORTS "Petroleum and products" 2024-08 640 NZD_MILLION -11 on 2023-08',
    ],
  ],
  [
    'quantities in brackets, and the change of the month before',
    "China's exports fell by 1.1 percent to USD 221.74 billion in November, after a 0.9 percent drop in October. Exports declined for coal (-12.5 percent to 0.4 million tonnes) but rose for rice (8 percent to 300,000 tonnes). Purchases of soybeans grew by 53.7 percent to 8.28 million tonnes and those of copper 9 percent to 0.48 million tonnes.",
    '2019-12-09',
    [
      'EXPORTS TOTAL:ALL 2019-11 221.74 USD_BILLION -1.1 on 2018-11',
      'EXPORTS TOTAL:ALL 2019-10 -0.9 on 2018-10',
      'EXPORT_QUANTITY "coal" 2019-11 40 TONNE_10_THOUSAND -12.5 on 2018-11',
      'EXPORT_QUANTITY "rice" 2019-11 300000 TONNE 8 on 2018-11',
      'IMPORT_QUANTITY "soybeans" 2019-11 828 TONNE_10_THOUSAND 53.7 on 2018-11',
      'IMPORT_QUANTITY "copper" 2019-11 48 TONNE_10_THOUSAND 9 on 2018-11',
    ],
  ],
  [
    'where exports went and imports came from',
    'In March 2023, most German exports went to the United States, goods to the value of 13.7 billion euros, while most imports came from China, at 13.1 billion euros.',
    '2023-05-04',
    ['EXPORTS "United States" 2023-03 13.7 EUR_BILLION', 'IMPORTS "China" 2023-03 13.1 EUR_BILLION'],
  ],
  [
    'a cause with a date of its own',
    "Japan's exports grew 11.9% in January. Food exports to China dropped 22.2% due to a ban introduced in August 2023. Imports fell 9.6% to ¥9,091.0 billion.",
    '2024-02-21',
    [
      'EXPORTS "total" 2024-01 11.9 on 2023-01',
      'EXPORTS "China, Food" 2024-01 -22.2 on 2023-01',
      'IMPORTS "total" 2024-01 9091.0 JPY_BILLION -9.6 on 2023-01',
    ],
  ],
  [
    'goods on the import side',
    "China's imports grew by 2 percent in the first half of 2024. On the import side, integrated circuits leapt by 14.4 percent to 1.27 trillion yuan.",
    '2024-07-12',
    [
      'IMPORTS TOTAL:ALL 2024-H1 2 on 2023-H1',
      'IMPORTS "integrated circuits" 2024-H1 1.27 CNY_TRILLION 14.4 on 2023-H1',
    ],
  ],
  [
    'changes in volume beside values, and partners other than one',
    "Canada's total exports were down 1.0% to $64.3 billion in August. In real (or volume) terms, total exports fell 0.9%. Exports to countries other than the United States rose 2.5% to $16.0 billion. Statistics Canada published the figures.",
    '2024-10-08',
    [
      'EXPORTS "total" 2024-08 64.3 CAD_BILLION -1.0 on 2024-07',
      'EXPORTS "countries other than the United States" 2024-08 16.0 CAD_BILLION 2.5 on 2024-07',
    ],
  ],
  [
    'adjusted changes against the month before',
    'In June 2024, Swiss exports fell by a seasonally adjusted 2.8% (real: -3.1%) compared with the previous month to CHF 22.6 billion. Exports of chemical products declined by 6.5% (-797 million francs).',
    '2024-07-18',
    ['EXPORTS "total" 2024-06 22.6 CHF_BILLION -2.8 on 2024-05', 'EXPORTS "chemical products" 2024-06 -6.5 on 2024-05'],
  ],
  [
    'a short form of billions',
    'The Australian Bureau of Statistics said exports to China rose 4.8% to $17.9b in June.',
    '2023-08-03',
    ['EXPORTS "China" 2023-06 17.9 AUD_BILLION 4.8 on 2023-05'],
  ],
  [
    'thresholds, which are no figures',
    "In the first eight months of 2023, Vietnam's total turnover was estimated at USD 435.23 billion. There were 30 items with an export value of over USD 1 billion, accounting for 91.7% of total exports.",
    '2023-08-29',
    ['TRADE "total" 2023-01/2023-08 435.23 USD_BILLION'],
  ],
  [
    'three rates of three flows',
    "On a month-on-month basis, Malaysia's exports, imports and trade surplus rose 11.8 per cent, 10.4 per cent and 31.1 per cent, respectively, in June 2024.",
    '2024-07-19',
    [
      'EXPORTS "total" 2024-06 11.8 on 2024-05',
      'IMPORTS "total" 2024-06 10.4 on 2024-05',
      'BALANCE "total" 2024-06 31.1 on 2024-05',
    ],
  ],
  [
    'a part with its share and change',
    "Malaysia's exports grew 1.7 per cent to RM126.1 billion in June 2024. Domestic exports accounted for 79.1 per cent of total exports and rose 4.5 per cent to RM101.4 billion.",
    '2024-07-19',
    [
      'EXPORTS "total" 2024-06 126.1 MYR_BILLION 1.7 on 2023-06',
      'EXPORTS "Domestic" 2024-06 101.4 MYR_BILLION 4.5 on 2023-06 share 79.1 of EXPORTS',
    ],
  ],
  [
    'the share that a change led to',
    "The share of private enterprises in China's total trade went up by 1.6 percentage points to 54.9 percent in the first half of 2024.",
    '2024-07-12',
    ['TRADE ENTERPRISE_TYPE:PRIVATE 2024-H1 share 54.9 of TRADE share change 1.6'],
  ],
  [
    'what drove the growth',
    "Taiwan's exports grew 3.1 percent in July 2024. Information and communication products were the main driver, with exports surging 73.2 percent to US$10.5 billion.",
    '2024-08-08',
    [
      'EXPORTS "total" 2024-07 3.1 on 2023-07',
      'EXPORTS "Information and communication products" 2024-07 10.5 USD_BILLION 73.2 on 2023-07',
    ],
  ],
  [
    'what the office reported first, which is no figure',
    "Statistics Canada: Canada's imports fell 1.5% to $64.7 billion in June 2022. Exports in May, originally reported at $68.4 billion in the previous release, were revised.",
    '2022-08-04',
    ['IMPORTS "total" 2022-06 64.7 CAD_BILLION -1.5 on 2022-05'],
  ],
  [
    'a share of what is named behind',
    "In the first 10 months of 2024, China's exports grew 6.7 percent. Mechanical and electrical products made up 59.4 percent of exports, totaling 12.36 trillion yuan, an increase of 8.5 percent.",
    '2024-11-07',
    [
      'EXPORTS TOTAL:ALL 2024-01/2024-10 6.7 on 2023-01/2023-10',
      'EXPORTS PRODUCT:ELECTROMECHANICAL 2024-01/2024-10 12.36 CNY_TRILLION 8.5 on 2023-01/2023-10 share 59.4 of EXPORTS',
    ],
  ],
  [
    'the largest change, which names no figure',
    "Indonesia's exports were US$27.32 billion in April 2022. The largest increase was in mineral fuels by US$642.8 million (13.88 percent).",
    '2022-05-17',
    ['EXPORTS "total" 2022-04 27.32 USD_BILLION'],
  ],
  [
    'an amount or a share',
    'In December 2019, Philippine exports to the United States comprised the highest value of USD 902.25 million or a share of 15.7 percent of total exports.',
    '2020-02-07',
    ['EXPORTS "United States" 2019-12 902.25 USD_MILLION share 15.7 of EXPORTS'],
  ],
])('an office writes %s', (_, text, day, expected) => {
  const { proposals } = read(text, { publishedAt: `${day}T00:00:00Z`, language: 'EN' })
  expect(proposals.map(lineOf)).toEqual(expected)
})

describe('an office also writes', () => {
  test.each<[string, string, string[]]>([
    [
      'goods to a value, with the change in a bracket, to a partner',
      'In May 2024, goods to the value of 41.7 billion euros (+2.9%) were exported to France, while the value of the goods imported from there was 31.1 billion euros. Source: Germany, Destatis.',
      ['EXPORTS "France" 2024-05 41.7 EUR_BILLION 2.9 on 2024-04', 'IMPORTS "France" 2024-05 31.1 EUR_BILLION'],
    ],
    [
      'the partner to which most exports went',
      'Most German exports in May 2024 went to the United States: they climbed by 9.4% on May 2023 to 14.2 billion euros.',
      ['EXPORTS "United States" 2024-05 14.2 EUR_BILLION 9.4 on 2023-05'],
    ],
    [
      'the largest destination behind its verb, and those that follow it',
      'The largest destination of exports of Indonesia in May 2024 was China at US$4.78 billion, followed by the United States at US$1.96 billion and Japan at US$1.86 billion.',
      [
        'EXPORTS "China" 2024-05 4.78 USD_BILLION',
        'EXPORTS "United States" 2024-05 1.96 USD_BILLION',
        'EXPORTS "Japan" 2024-05 1.86 USD_BILLION',
      ],
    ],
    [
      'amounts of a list with their changes in brackets',
      "New Zealand's exports in July 2024 to Australia, the USA and Japan were $764 million (up 15 percent), $788 million (up 16 percent), and $357 million (down 20 percent), respectively.",
      [
        'EXPORTS "Australia" 2024-07 764 NZD_MILLION 15 on 2023-07',
        'EXPORTS "USA" 2024-07 788 NZD_MILLION 16 on 2023-07',
        'EXPORTS "Japan" 2024-07 357 NZD_MILLION -20 on 2023-07',
      ],
    ],
    [
      'ratios of sections whose names contain commas',
      'Turkish exports in June 2024: the ratios of manufactured products, agriculture, forestry and fishing, and mining and quarrying in total exports were 94.5%, 3.6% and 1.5%, respectively.',
      [
        'EXPORTS "manufactured products" 2024-06 share 94.5 of EXPORTS',
        'EXPORTS "agriculture, forestry and fishing" 2024-06 share 3.6 of EXPORTS',
        'EXPORTS "mining and quarrying" 2024-06 share 1.5 of EXPORTS',
      ],
    ],
    [
      'what led the rise of a flow',
      "New Zealand's trade, July 2024. Petroleum and products led the rise in imports, up $316 million (54 percent) to $903 million.",
      ['IMPORTS "Petroleum and products" 2024-07 903 NZD_MILLION 54 on 2023-07'],
    ],
    [
      'a monthly change',
      "Indonesia's oil imports stood at US$3.14 billion in May 2024, a monthly increase of 6.09 percent.",
      ['IMPORTS "oil" 2024-05 3.14 USD_BILLION 6.09 on 2024-04'],
    ],
    [
      'the same month as in the sentence before',
      "Ireland's exports rose by 1% to €12,919 million in July 2024 compared with June 2024. Goods imports grew by 22% over the same month.",
      ['EXPORTS "total" 2024-07 12919 EUR_MILLION 1 on 2024-06', 'IMPORTS "total" 2024-07 22 on 2024-06'],
    ],
    [
      'no average, no largest increase and no share of a part',
      'Korea, May 2024. The average daily export value increased 7.7 percent to $2.5 billion. The largest increase in exports occurred in fats and oils, amounting to $746.7 million (52.75 percent). High-technology products made up 3.3% of the exports of manufacturing industries.',
      [],
    ],
    [
      'the period of what is no trade',
      "Korea's exports fell 10.3 percent to $49.1 billion in January 2025. A fire in December 2024 raised prices from $83.1 to $89.7 per barrel. Exports of cars fell 19.6 percent to $5.0 billion.",
      [
        'EXPORTS "total" 2025-01 49.1 USD_BILLION -10.3 on 2024-01',
        'EXPORTS "cars" 2025-01 5.0 USD_BILLION -19.6 on 2024-01',
      ],
    ],
    [
      'those to a partner with points in its name, and several goods with one verb',
      "Korea's exports to China fell 14.1 percent to $9.2 billion in May 2024, and those to the U.S. fell 9.4 percent to $9.3 billion. Exports of cars rose 3 percent. Petrochemicals, ships and batteries declined 12.8 percent, 2.1 percent and 11.6 percent, respectively.",
      [
        'EXPORTS "China" 2024-05 9.2 USD_BILLION -14.1 on 2023-05',
        'EXPORTS "U.S." 2024-05 9.3 USD_BILLION -9.4 on 2023-05',
        'EXPORTS "cars" 2024-05 3 on 2023-05',
        'EXPORTS "Petrochemicals" 2024-05 -12.8 on 2023-05',
        'EXPORTS "ships" 2024-05 -2.1 on 2023-05',
        'EXPORTS "batteries" 2024-05 -11.6 on 2023-05',
      ],
    ],
    [
      'how large goods are between commas, and marks of footnotes',
      "New Zealand's trade, July 2024.\nExports\nMilk powder, butter, and cheese, the country's largest export commodity group, rose $155 million (11 percent), to $1.6 billion. Exports of fruit in July 2024* were $524 million.",
      [
        'EXPORTS "Milk powder, butter, and cheese" 2024-07 1.6 NZD_BILLION 11 on 2023-07',
        'EXPORTS "fruit" 2024-07 524 NZD_MILLION',
      ],
    ],
    [
      'negative growth with its sign in brackets',
      "India's exports in May 2024 were USD 32.9 Billion and imports USD 53.1 Billion, registering negative growth of (-) 15.13 per cent and (-) 12.67 per cent, respectively.",
      [
        'EXPORTS "total" 2024-05 32.9 USD_BILLION -15.13 on 2023-05',
        'IMPORTS "total" 2024-05 53.1 USD_BILLION -12.67 on 2023-05',
      ],
    ],
    [
      'the sector that a balance is from',
      "Indonesia's exports fell. The trade balance of Indonesia in May 2024 recorded a surplus of US$0.44 billion, mainly from the non-oil and gas sector with US$2.26 billion.",
      ['BALANCE "total" 2024-05 0.44 USD_BILLION', 'BALANCE "non-oil and gas" 2024-05 2.26 USD_BILLION'],
    ],
  ])('%s', (_, text, expected) => expect(linesOf(text, { publishedAt: '2025-02-14T00:00:00Z' })).toEqual(expected))
})
