import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('Asides, records and quarters in English', () => {
  testReadings([
    [
      'an aside behind a period is no name',
      '2023-11-07',
      'China posted a 5.1 percent rise in exports for October, data from the General Administration of Customs showed on Tuesday.',
      ['EXPORTS TOTAL:ALL 2023-10 5.1 on 2022-10'],
    ],
    [
      'a record of a month that a balance narrowed from',
      '2007-08-10',
      "China's trade surplus in July was $24.4 billion. That was more than the $23.1 billion median estimate of economists surveyed by Bloomberg News. The surplus narrowed from June's record $26.9 billion.",
      ['BALANCE TOTAL:ALL 2007-07 24.4 USD_BILLION', 'BALANCE TOTAL:ALL 2007-06 26.9 USD_BILLION'],
    ],
    [
      'quarterly figures in turn',
      '2020-01-14',
      "China's foreign trade rose 3.4 percent in 2019. Broken down into quarterly figures, its foreign trade was 7.03 trillion yuan, 7.68 trillion yuan, 8.26 trillion yuan and 8.59 trillion yuan respectively.",
      [
        'TRADE TOTAL:ALL 2019 3.4 on 2018',
        'TRADE TOTAL:ALL 2019-Q1 7.03 CNY_TRILLION',
        'TRADE TOTAL:ALL 2019-Q2 7.68 CNY_TRILLION',
        'TRADE TOTAL:ALL 2019-Q3 8.26 CNY_TRILLION',
        'TRADE TOTAL:ALL 2019-Q4 8.59 CNY_TRILLION',
      ],
    ],
    [
      'a quarter behind the figures of its month',
      '2019-04-12',
      "China's foreign trade rose 3.7 percent in the first quarter. In March this year, China's foreign trade stood at RMB2.46 trillion, an increase of 9.6%, being the biggest contributor to trade recovery in Q1. Exports totaled RMB1.34 trillion, a rapid growth of 21.3%.",
      [
        'TRADE TOTAL:ALL 2019-Q1 3.7 on 2018-Q1',
        'TRADE TOTAL:ALL 2019-03 2.46 CNY_TRILLION 9.6 on 2018-03',
        'EXPORTS TOTAL:ALL 2019-03 1.34 CNY_TRILLION 21.3 on 2018-03',
      ],
    ],
    [
      'bilateral trade of the partner ranked',
      '2009-01-13',
      "China's trade with the U.S. rose 10.5 percent last year. Japan remained the third largest trade partner of China and the bilateral trade volume rose 13 percent year on year to hit 266.78 billion U.S. dollars last year.",
      ['TRADE PARTNER:US 2008 10.5 on 2007', 'TRADE PARTNER:JP 2008 266.78 USD_BILLION 13 on 2007'],
    ],
    [
      'a pair of a region and a partner',
      '2010-07-20',
      "Shenzhen's foreign trade rose 30 percent in the first half of 2010. Shenzhen-EU exports grew 37.6 per cent to $18.22 billion.",
      ['TRADE "total" 2010-H1 30 on 2009-H1', 'EXPORTS "EU" 2010-H1 18.22 USD_BILLION 37.6 on 2009-H1'],
    ],
    [
      'local trade of a city',
      '2009-08-20',
      "In July, the value of Shanghai's local foreign trade fell 19.6 per cent to US$25 billion.",
      ['TRADE "total" 2009-07 25 USD_BILLION -19.6 on 2008-07'],
    ],
    [
      'a dispute is no trade',
      '2019-02-14',
      "China's exports rose 9.1% in January. Negotiations are trying to resolve the yearlong trade dispute that has seen both countries place tariffs on goods that account for about 60% of their trade.",
      ['EXPORTS TOTAL:ALL 2019-01 9.1 on 2018-01'],
    ],
    [
      'what a list behind these were increased by',
      '2022-11-04',
      'Philippine export sales in September 2022 amounted to USD 7.16 billion. Five groups recorded annual increases in terms of the value of exports. These were wiring sets used in vehicles (25.4%), electronic products (19.3%), and other manufactured goods (5.6%).',
      [
        'EXPORTS "total" 2022-09 7.16 USD_BILLION',
        'EXPORTS "wiring sets used in vehicles" 2022-09 25.4 on 2021-09',
        'EXPORTS "electronic products" 2022-09 19.3 on 2021-09',
        'EXPORTS "other manufactured goods" 2022-09 5.6 on 2021-09',
      ],
    ],
    [
      'increases in amounts are no levels',
      '2014-11-14',
      "In September 2014, the value of Ireland's exports increased by €568 million to €7,902 million. The main drivers were increases of €377 million (+22%) in the exports of Medical and pharmaceutical products and €104 million (+25%) in Essential oils.",
      [
        'EXPORTS "total" 2014-09 7902 EUR_MILLION',
        'EXPORTS "Medical and pharmaceutical products" 2014-09 22 on 2013-09',
      ],
    ],
    [
      'a revised value that a level is on',
      '2020-08-25',
      "Australia's exports fell by 6% in July 2020. The value of goods imported increased by $2,482m (11%) to $25,809m on the revised June 2020 value of $23,327m.",
      [
        'EXPORTS "total" 2020-07 -6 on 2020-06',
        'IMPORTS "total" 2020-07 25809 AUD_MILLION 11 on 2020-06',
        'IMPORTS "total" 2020-06 23327 AUD_MILLION',
      ],
    ],
  ])
})
