import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('a figure', () => {
  testReadings([
    [
      'of this month is of the month reported on',
      '2019-11-29',
      "Turkey's exports were $15.6 billion in October. According to TurkStat, the ratio of manufacturing industries products in total exports was 93.2% this month.",
      [
        'EXPORTS "total" 2019-10 15.6 USD_BILLION',
        'EXPORTS "manufacturing industries products" 2019-10 share 93.2 of EXPORTS',
      ],
    ],
    [
      'of the top country in a bracket is of that',
      '2015-09-01',
      "In July 2015, exports of Turkey were 11 billion 181 million dollars. The top country for Turkey's imports was China (2 billion 86 million dollars).",
      ['EXPORTS "total" 2015-07 11181 USD_MILLION', 'IMPORTS "China" 2015-07 2086 USD_MILLION'],
    ],
    [
      'of a known name is read behind words that were not understood',
      '2015-09-01',
      "In July 2015, the top country for Turkey's imports was China (2 billion 86 million dollars), records for imports range from Germany (1 billion 980 million dollars).",
      ['IMPORTS "China" 2015-07 2086 USD_MILLION', 'IMPORTS "Germany" 2015-07 1980 USD_MILLION'],
    ],
    [
      'of higher imports is a change in an amount',
      '2020-02-11',
      "Malta's trade deficit during 2019 reached €3,706.7 million. Higher imports were recorded mainly in machinery and transport equipment (€1,001.5 million) and chemicals (€71.0 million).",
      ['BALANCE "total" 2019 -3706.7 EUR_MILLION'],
    ],
    [
      'of a balance that goes from one to another is of that',
      '2023-12-06',
      "In October, Canada's imports from the United States fell 3.9 percent. As a result, Canada's trade surplus with the United States widened for a fourth month, going from $11.0 billion in September to $12.1 billion in October.",
      [
        'IMPORTS "United States" 2023-10 -3.9 on 2023-09',
        'BALANCE "United States" 2023-09 11.0 CAD_BILLION',
        'BALANCE "United States" 2023-10 12.1 CAD_BILLION',
      ],
    ],
    [
      'of a balance is none of a flow before it',
      '2009-12-10',
      'Canada posted a trade surplus with the world of $428 million, as imports decreased 0.8% in October, compared to a deficit of $850 million in September.',
      ['BALANCE "total" 2009-10 428 CAD_MILLION', 'IMPORTS "total" 2009-10 -0.8 on 2009-09'],
    ],
    [
      'behind an adverb is of the name before that',
      '2022-12-06',
      "Canada's exports to China sharply increased by 25.4 percent to a record-high $3.3 billion in October.",
      ['EXPORTS "China" 2022-10 3.3 CAD_BILLION 25.4 on 2022-09'],
    ],
    [
      'in a bracket behind a colon and a name is of that',
      '2024-11-19',
      'Swiss foreign trade in October 2024\nExports: the chemical and pharmaceutical products group (–5.9%) was chiefly responsible for the drop.',
      ['EXPORTS "chemical and pharmaceutical products group" 2024-10 -5.9 on 2024-09'],
    ],
    [
      'of the highest turnover is of the partner it is with',
      '2024-11-20',
      "In January-October 2024, Uzbekistan's foreign trade turnover amounted to USD 53.9 billion. The highest volume of foreign trade turnover was recorded with China (USD 10.2 billion) and Russia (USD 9.3 billion).",
      [
        'TRADE "total" 2024-01/2024-10 53.9 USD_BILLION',
        'TRADE "China" 2024-01/2024-10 10.2 USD_BILLION',
        'TRADE "Russia" 2024-01/2024-10 9.3 USD_BILLION',
      ],
    ],
    [
      'of a text that begins with the name of an economy is of that',
      '2024-11-26',
      'New Zealand: In October 2024, goods exports fell by $51 million (0.9 percent), to $5.8 billion. Exports to China fell $37 million (2.7 percent) and exports to Australia rose $26 million (4.0 percent) to $669 million.',
      [
        'EXPORTS "total" 2024-10 5.8 NZD_BILLION -0.9 on 2023-10',
        'EXPORTS "China" 2024-10 -2.7 on 2023-10',
        'EXPORTS "Australia" 2024-10 669 NZD_MILLION 4.0 on 2023-10',
      ],
    ],
    [
      'of a list of movements on the month before is on that',
      '2024-11-29',
      "South Africa's exports for October 2024 increased by 5.4% from R165.1 billion in September 2024 to R174.0 billion. The month-on-month export movements: vegetable products increased by R1.4 billion (12.7%), precious metals decreased by R2.0 billion (-6.8%).",
      [
        'EXPORTS "total" 2024-10 174.0 ZAR_BILLION 5.4 on 2024-09',
        'EXPORTS "total" 2024-09 165.1 ZAR_BILLION',
        'EXPORTS "vegetable products" 2024-10 12.7 on 2024-09',
        'EXPORTS "precious metals" 2024-10 -6.8 on 2024-09',
      ],
    ],
    [
      'of the second of two goods has a name without "of"',
      '2024-11-18',
      'In September 2024, Italian exports rose by 1.0%. Compared with September 2023, exports of coke and refined petroleum products decreased by 27.0%, and of motor vehicles by 18.3%.',
      [
        'EXPORTS "total" 2024-09 1.0 on 2023-09',
        'EXPORTS "coke and refined petroleum products" 2024-09 -27.0 on 2023-09',
        'EXPORTS "motor vehicles" 2024-09 -18.3 on 2023-09',
      ],
    ],
    [
      'between the country and a name with "and" is of that',
      '2024-07-12',
      'In the first half of the year, trade between China and Belt and Road partner countries hit 10.03 trillion yuan, up 7.2 percent.',
      ['TRADE PARTNER:BELT_AND_ROAD 2024-H1 10.03 CNY_TRILLION 7.2 on 2023-H1'],
    ],
    [
      'of the main share that falls on a partner is of that',
      '2024-11-20',
      "Kazakhstan's exports amounted to 59.9 billion US dollars in January-September 2024. The main share of exports falls on Italy (24.0%), China (18.5%) and Russia (11.2%).",
      [
        'EXPORTS "total" 2024-01/2024-09 59.9 USD_BILLION',
        'EXPORTS "Italy" 2024-01/2024-09 share 24.0 of EXPORTS',
        'EXPORTS "China" 2024-01/2024-09 share 18.5 of EXPORTS',
        'EXPORTS "Russia" 2024-01/2024-09 share 11.2 of EXPORTS',
      ],
    ],
    [
      'without several goods is not placed',
      '2024-11-20',
      "Thailand's exports in October 2024 were worth USD 27.2 billion, an expansion of 14.6 per cent. Excluding gold, oil-related products and weaponry, exports grew 10.7 per cent.",
      ['EXPORTS "total" 2024-10 27.2 USD_BILLION 14.6 on 2023-10'],
    ],
    [
      'of a group whose name has a comma is of all of it',
      '2024-11-20',
      'In September 2024, Colombian exports were US$4,003.3 million. Agricultural products, food and beverages exports were US$968.4 million and rose 20.4%.',
      [
        'EXPORTS "total" 2024-09 4003.3 USD_MILLION',
        'EXPORTS "Agricultural products, food and beverages" 2024-09 968.4 USD_MILLION 20.4 on 2023-09',
      ],
    ],
  ])
})
