import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('parts of a whole that stand behind their numbers', () => {
  testReadings([
    [
      'shares of the imports of the sentence before',
      '2014-09-10',
      "Israel's imports of goods totalled NIS 21.3 billion in August 2014. Of these, 42% were raw materials, 18% consumer goods, 15% machinery, equipment and land vehicles, and the rest (25%) fuels and diamonds.",
      [
        'IMPORTS "total" 2014-08 21.3 ILS_BILLION',
        'IMPORTS "raw materials" 2014-08 share 42 of IMPORTS',
        'IMPORTS "consumer goods" 2014-08 share 18 of IMPORTS',
        'IMPORTS "machinery, equipment and land vehicles" 2014-08 share 15 of IMPORTS',
        'IMPORTS "fuels and diamonds" 2014-08 share 25 of IMPORTS',
      ],
    ],
    [
      'shares behind a colon',
      '2014-09-10',
      'Imports of goods to Israel totalled NIS 21.3 billion in August 2014: 42% were raw materials and 18% were consumer goods.',
      [
        'IMPORTS "total" 2014-08 21.3 ILS_BILLION',
        'IMPORTS "raw materials" 2014-08 share 42 of IMPORTS',
        'IMPORTS "consumer goods" 2014-08 share 18 of IMPORTS',
      ],
    ],
    [
      'shares whose whole the first names',
      '2014-09-10',
      "42% of Israel's imports in August 2014 were raw materials, 18% were consumer goods and 15% machinery.",
      [
        'IMPORTS "raw materials" 2014-08 share 42 of IMPORTS',
        'IMPORTS "consumer goods" 2014-08 share 18 of IMPORTS',
        'IMPORTS "machinery" 2014-08 share 15 of IMPORTS',
      ],
    ],
    [
      'a level and a share of what a country exported',
      '2021-02-26',
      'Of the £340.2 billion of goods that the UK exported in 2020, £158.3 billion (46.5%) went to the EU.',
      ['EXPORTS "total" 2020 340.2 GBP_BILLION', 'EXPORTS "EU" 2020 158.3 GBP_BILLION share 46.5 of EXPORTS'],
    ],
    [
      'a part of what was earned from exports',
      '2022-06-18',
      'Of the US$ 310.4 million that Uganda earned from exports of goods in April 2022, US$ 71.2 million, or 22.9 percent, came from coffee.',
      ['EXPORTS "total" 2022-04 310.4 USD_MILLION', 'EXPORTS "coffee" 2022-04 71.2 USD_MILLION share 22.9 of EXPORTS'],
    ],
    [
      're-exports as a part',
      '2019-04-20',
      'In 2018, the Netherlands exported 495 billion euros worth of goods, of which 219 billion euros consisted of re-exports.',
      ['EXPORTS "total" 2018 495 EUR_BILLION', 'EXPORTS "re-exports" 2018 219 EUR_BILLION'],
    ],
    [
      'what a partner took and supplied',
      '2024-05-03',
      "In 2023, Uganda took 12.6% of Kenya's total exports; China supplied 20.9% of its imports.",
      ['EXPORTS "Uganda" 2023 share 12.6 of EXPORTS', 'IMPORTS "China" 2023 share 20.9 of IMPORTS'],
    ],
    [
      'what a partner took and supplied, with one subject',
      '2024-05-03',
      "In 2023, the EU took 16.5% of Kenya's total exports and supplied 15.6% of all imports.",
      ['EXPORTS "EU" 2023 share 16.5 of EXPORTS', 'IMPORTS "EU" 2023 share 15.6 of IMPORTS'],
    ],
    [
      'what tops a list, behind its share',
      '2016-10-09',
      'Topping the list of Philippine exports in August 2016 with a 51.2 percent share was electronic products, with total receipts of US$2.512 billion. It grew by 1.3 percent from US$2.480 billion in the same month last year.',
      [
        'EXPORTS "electronic products" 2016-08 2.512 USD_BILLION 1.3 on 2015-08 share 51.2 of EXPORTS',
        'EXPORTS "electronic products" 2015-08 2.480 USD_BILLION',
      ],
    ],
  ])
})

describe('bases of changes', () => {
  testReadings([
    [
      'a change and its base ahead of "by"',
      '2014-02-08',
      "Slovenia's exports in 2013 rose compared with 2012 by 2.4% and reached EUR 21,549 million.",
      ['EXPORTS "total" 2013 21549 EUR_MILLION 2.4 on 2012'],
    ],
    [
      'a level that exceeds that of a year before',
      '2014-02-08',
      "In 2013 Slovenia's exports exceeded those of 2012 by 2.4% and reached EUR 21,549 million. Imports, at EUR 22,114 million, lagged behind their 2012 value by 0.6%.",
      ['EXPORTS "total" 2013 21549 EUR_MILLION 2.4 on 2012', 'IMPORTS "total" 2013 22114 EUR_MILLION -0.6 on 2012'],
    ],
    [
      'two changes on two periods',
      '2025-01-18',
      'Imports into Pakistan during December, 2024 amounted to US$ 5,272 million showing an increase of 18.31% over November, 2024 and of 14.72% over December, 2023.',
      ['IMPORTS "total" 2024-12 5272 USD_MILLION 18.31 on 2024-11 14.72 on 2023-12'],
    ],
    [
      'a change on a year before the pandemic',
      '2024-03-31',
      "Fiji's imports for 2023 came to US$ 3,046.2 million, 3.8 percent more than in 2022 and 9.1 percent above the pre-pandemic year 2019.",
      ['IMPORTS "total" 2023 3046.2 USD_MILLION 3.8 on 2022 9.1 on 2019'],
    ],
    [
      'changes beside levels of the quarter before',
      '2025-06-03',
      "In the first quarter of 2025, the EU's surplus rose to 51.3 billion euros from 47.2 billion euros in the preceding quarter, as exports grew by 1.7% and imports contracted by 0.4%.",
      [
        'BALANCE "total" 2025-Q1 51.3 EUR_BILLION',
        'BALANCE "total" 2024-Q4 47.2 EUR_BILLION',
        'EXPORTS "total" 2025-Q1 1.7 on 2024-Q4',
        'IMPORTS "total" 2025-Q1 -0.4 on 2024-Q4',
      ],
    ],
    [
      'two earlier levels, each with its period',
      '2023-07-08',
      "Namibia's trade deficit for the month of May 2023 stood at N$3.1 billion, from N$2.2 billion recorded in April 2023 and N$3.9 billion in May 2022.",
      [
        'BALANCE "total" 2023-05 -3.1 NAD_BILLION',
        'BALANCE "total" 2023-04 -2.2 NAD_BILLION',
        'BALANCE "total" 2022-05 -3.9 NAD_BILLION',
      ],
    ],
    [
      'the rate of an amount in a bracket, of what stands behind it',
      '2022-05-17',
      'Goods exports from Ireland increased by 3% to €15,103 million in March 2022 compared with February. This resulted in an increase of €1,102 million (+21%) in the seasonally adjusted trade surplus to €6,344 million.',
      [
        'EXPORTS "total" 2022-03 15103 EUR_MILLION 3 on 2022-02',
        'BALANCE "total" 2022-03 21 on 2022-02',
        'BALANCE "total" 2022-03 6344 EUR_MILLION',
      ],
    ],
    [
      'a change "on an annual basis"',
      '2025-09-20',
      "Uganda's export earnings for the month of July 2025 rose to US$ 831.12 million. On an annual basis, export receipts were 15.2 percent higher than the US$ 721.45 million fetched in July 2024.",
      ['EXPORTS "total" 2025-07 831.12 USD_MILLION 15.2 on 2024-07', 'EXPORTS "total" 2024-07 721.45 USD_MILLION'],
    ],
    [
      'a year that another is double of, and not the period',
      '2017-03-18',
      "Ghana's merchandise trade balance for 2016 was a deficit of US$1.74 billion, more than double that of 2014, as receipts from exports, up 7.9% on the year, grew.",
      ['BALANCE "total" 2016 -1.74 USD_BILLION', 'EXPORTS "total" 2016 7.9 on 2015'],
    ],
  ])
})

describe('words that point', () => {
  testReadings([
    [
      'these countries, of which a share was told',
      '2010-02-27',
      "The share of EU countries in Turkey's exports was 47.1% in January 2010. Exports to these countries increased by 8.7% compared with the same month of the previous year and were realized as 3 billion 690 million dollars.",
      ['EXPORTS "EU countries" 2010-01 3690 USD_MILLION 8.7 on 2009-01 share 47.1 of EXPORTS'],
    ],
    [
      'this group, which a label names',
      '2020-12-13',
      "Vietnam's exports in November 2020.\nTextiles and garments: exports of this group in November 2020 were US$2.41 billion, down 8.3 per cent over the previous month; accordingly, they reached US$27.1 billion in the first 11 months of 2020.",
      [
        'EXPORTS "Textiles and garments" 2020-11 2.41 USD_BILLION -8.3 on 2020-10',
        'EXPORTS "Textiles and garments" 2020-01/2020-11 27.1 USD_BILLION',
      ],
    ],
    [
      'each flow behind its number',
      '2010-03-12',
      'Polish foreign trade turnover in 2009 stood at PLN 423.2 bn in the case of exports and at PLN 463.4 bn in the case of imports.',
      ['EXPORTS "total" 2009 423.2 PLN_BILLION', 'IMPORTS "total" 2009 463.4 PLN_BILLION'],
    ],
    [
      'shares that moved by points, in both flows',
      '2014-02-12',
      "In 2013 the share of Germany in Poland's exports increased in comparison with 2012 by 0.2 pp and made up 25.1%, whereas in imports it increased by 0.3 pp and made up 21.7%.",
      [
        'EXPORTS "Germany" 2013 share 25.1 of EXPORTS share change 0.2',
        'IMPORTS "Germany" 2013 share 21.7 of IMPORTS share change 0.3',
      ],
    ],
  ])
})
