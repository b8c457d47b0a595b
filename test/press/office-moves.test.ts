import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('what a sentence begins with and says to have moved', () => {
  testReadings([
    [
      'is a category of the flow in force',
      '2020-04-01',
      "Belize's exports for February 2020 amounted to $19.8 million. Earnings from citrus products fell from $5.6 million in February 2019 to $4.1 million. Bananas also declined minimally during the month from $6.4 million in February 2019 to $6.2 million in February 2020.",
      [
        'EXPORTS "total" 2020-02 19.8 BZD_MILLION',
        'EXPORTS "citrus products" 2019-02 5.6 BZD_MILLION',
        'EXPORTS "citrus products" 2020-02 4.1 BZD_MILLION',
        'EXPORTS "Bananas" 2019-02 6.4 BZD_MILLION',
        'EXPORTS "Bananas" 2020-02 6.2 BZD_MILLION',
      ],
    ],
    [
      'is what revenues come from',
      '2020-04-01',
      "Belize's exports for February 2020 amounted to $19.8 million. Revenues from sugar were down from $4.7 million in February 2019 to $0.3 million in February 2020.",
      [
        'EXPORTS "total" 2020-02 19.8 BZD_MILLION',
        'EXPORTS "sugar" 2019-02 4.7 BZD_MILLION',
        'EXPORTS "sugar" 2020-02 0.3 BZD_MILLION',
      ],
    ],
  ])
})

describe('a share', () => {
  testReadings([
    [
      'is followed by its amount and change',
      '2009-02-12',
      "Of China's total trade in January 2009, foreign-funded companies accounted for 52.2 percent, or US$74 billion, down 32.3 percent from a year ago, and state-owned businesses made up 22.3 percent, or US$31.6 billion, down 34.8 percent.",
      [
        'TRADE ENTERPRISE_TYPE:FOREIGN_INVESTED 2009-01 74 USD_BILLION -32.3 on 2008-01 share 52.2 of TRADE',
        'TRADE ENTERPRISE_TYPE:STATE_OWNED 2009-01 31.6 USD_BILLION -34.8 on 2008-01 share 22.3 of TRADE',
      ],
    ],
  ])
})

describe('a list of products', () => {
  testReadings([
    [
      'has a growth rate for each',
      '2015-02-20',
      "Costa Rica's exports in January 2015 rose 2.9 percent. Other export products that showed strong growth were melons, with 51.1 percent growth, green coffee with 47.2 percent growth and beef with 39.3 percent growth.",
      [
        'EXPORTS "total" 2015-01 2.9 on 2014-01',
        'EXPORTS "melons" 2015-01 51.1 on 2014-01',
        'EXPORTS "green coffee" 2015-01 47.2 on 2014-01',
        'EXPORTS "beef" 2015-01 39.3 on 2014-01',
      ],
    ],
  ])
})

describe('a change on month', () => {
  testReadings([
    [
      'is on the month before',
      '2016-09-10',
      "Brunei's exports in July 2016 rose 34.5 per cent on month to $678 million.",
      ['EXPORTS "total" 2016-07 678 BND_MILLION 34.5 on 2016-06'],
    ],
  ])
})

describe('the trade volume of imports and exports', () => {
  testReadings([
    [
      'is of both',
      '2017-02-24',
      "Hunan's imports and exports trade volume increased 31.6% year on year to 13.96 billion yuan in January 2017.",
      ['TRADE "total" 2017-01 13.96 CNY_BILLION 31.6 on 2016-01'],
    ],
  ])
})

describe('a rare deficit', () => {
  testReadings([
    [
      'has no category',
      '2018-04-13',
      "China's imports grew 14.4 percent in March 2018, which left China with a rare trade deficit of 4.98 billion US dollars.",
      ['IMPORTS TOTAL:ALL 2018-03 14.4 on 2017-03', 'BALANCE TOTAL:ALL 2018-03 -4.98 USD_BILLION'],
    ],
  ])
})

describe('what is sold abroad', () => {
  testReadings([
    [
      'is exported, and what is bought from there imported',
      '2021-04-26',
      "Guangdong's foreign trade rose in the first quarter of 2021. The province sold more than 1.12 trillion yuan worth of products abroad, up 41.6 percent year-on-year. It purchased more than 700 billion yuan worth of products from foreign countries and regions, up 22.2 percent year-on-year.",
      [
        'EXPORTS "total" 2021-Q1 OVER 1.12 CNY_TRILLION 41.6 on 2020-Q1',
        'IMPORTS "total" 2021-Q1 OVER 700 CNY_BILLION 22.2 on 2020-Q1',
      ],
    ],
  ])
})

describe('a share of an earlier period', () => {
  testReadings([
    [
      'is that of the category before it',
      '2024-07-10',
      "In May 2024, Latvia's exports were EUR 1.6 billion. Lithuania accounted for 18.2% of exports, up from 17.5% a year earlier.",
      [
        'EXPORTS "total" 2024-05 1.6 EUR_BILLION',
        'EXPORTS "Lithuania" 2024-05 share 18.2 of EXPORTS',
        'EXPORTS "Lithuania" 2023-05 share 17.5 of EXPORTS',
      ],
    ],
    [
      'is one of its period in a bracket',
      '2024-07-10',
      "In May 2024, Latvia's imports were EUR 1.6 billion. Imports from Lithuania reached EUR 300 million, meaning 18.9% of imports (19.4% in May 2023).",
      [
        'IMPORTS "total" 2024-05 1.6 EUR_BILLION',
        'IMPORTS "Lithuania" 2024-05 300 EUR_MILLION share 18.9 of IMPORTS',
        'IMPORTS "Lithuania" 2023-05 share 19.4 of IMPORTS',
      ],
    ],
    [
      'is not that of the bracket before it',
      '2024-07-10',
      "In May 2024, Latvia's exports were EUR 1.6 billion. The share of developed countries in exports amounted to 85.8 percent (including EU 79.4 percent), against 84.2 percent in the corresponding period of the previous year.",
      [
        'EXPORTS "total" 2024-05 1.6 EUR_BILLION',
        'EXPORTS "developed countries" 2024-05 share 85.8 of EXPORTS',
        'EXPORTS "EU" 2024-05 share 79.4 of EXPORTS',
      ],
    ],
  ])
})

describe('as many numbers as names between commas', () => {
  testReadings([
    [
      'divide the list at the commas',
      '2018-02-10',
      "China's exports of electronics amounted to 769 billion yuan in January 2018. Among these, cell phones, integrated circuits, computers and parts grew 30.1%, 28.9% and 10.8% respectively year on year.",
      [
        'EXPORTS "electronics" 2018-01 769 CNY_BILLION',
        'EXPORTS "cell phones" 2018-01 30.1 on 2017-01',
        'EXPORTS "integrated circuits" 2018-01 28.9 on 2017-01',
        'EXPORTS "computers and parts" 2018-01 10.8 on 2017-01',
      ],
    ],
  ])
})

describe('a rate at the pace of a year', () => {
  testReadings([
    [
      'is no change on a year earlier',
      '2009-08-10',
      "Israel's exports rose in the second quarter of 2009. Exports to the EU fell by an annualized 10.6% in the second quarter, after plunging by an annualized 47.9% in the first quarter.",
      [],
    ],
  ])
})

describe('the ratio of imports to exports', () => {
  testReadings([
    [
      'is no change in either period',
      '2014-11-24',
      "Algeria's exports rose to $54 billion in the first ten months of 2014. These figures show a 112 percent coverage rate of imports by exports, against a 117 percent during the same period in 2013.",
      ['EXPORTS "total" 2014-01/2014-10 54 USD_BILLION'],
    ],
  ])
})

describe('adjusted changes on a year earlier', () => {
  testReadings([
    [
      'go on so in their sentence',
      '2020-03-11',
      "In January 2020, Latvia's exports were EUR 1 billion. Seasonally adjusted data show that, compared to January 2019, the exports value went up by 6.8 % and the imports value by 2.2 %.",
      [
        'EXPORTS "total" 2020-01 1 EUR_BILLION',
        'EXPORTS "total" 2020-01 6.8 on 2019-01',
        'IMPORTS "total" 2020-01 2.2 on 2019-01',
      ],
    ],
  ])
})
