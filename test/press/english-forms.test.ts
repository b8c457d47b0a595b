import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('a fiscal year', () => {
  testReadings([
    [
      'has halves that are none of a year',
      '2018-10-18',
      'Japan had a goods trade surplus of ¥0.41 trillion in the fiscal first half. Imports rose to ¥40.1 trillion in the first half.',
      [],
    ],
    [
      'says which half of a year its first one is',
      '2024-01-04',
      'Pakistan’s trade deficit narrowed by 12.5 per cent to $14.9 billion during the first half (July-December) of the current fiscal year, the Pakistan Bureau of Statistics said. The exports during July-December (2023-24) were recorded at $15.3 billion against the exports of $14.2 billion in July-December of 2022-23, showing an increase of 7.5 per cent.',
      [
        'BALANCE "total" 2023-H2 -14.9 USD_BILLION -12.5 on 2022-H2',
        'EXPORTS "total" 2023-H2 15.3 USD_BILLION 7.5 on 2022-H2',
        'EXPORTS "total" 2022-H2 14.2 USD_BILLION',
      ],
    ],
  ])
})

describe('a level before', () => {
  testReadings([
    [
      'is of the year before where the text names no earlier one',
      '2024-01-04',
      'Pakistan’s imports during July-December (2023-24) decreased by 15.2 per cent by going down from $31.2 billion last year to $26.4 billion.',
      ['IMPORTS "total" 2023-H2 26.4 USD_BILLION -15.2 on 2022-H2', 'IMPORTS "total" 2022-H2 31.2 USD_BILLION'],
    ],
    [
      'may be of the same time last year',
      '2019-08-15',
      'Vietnam saw a trade surplus of 1.64 billion USD in the first seven months of this year. It had a surplus of 2.85 billion USD the same time last year.',
      ['BALANCE "total" 2019-01/2019-07 1.64 USD_BILLION', 'BALANCE "total" 2018-01/2018-07 2.85 USD_BILLION'],
    ],
    [
      'may be that of exports in another month',
      '2024-01-04',
      "Pakistan's exports during December 2023 rose by 8.4 per cent when compared to the exports of $2.57 billion in November 2023.",
      ['EXPORTS "total" 2023-12 8.4 on 2022-12', 'EXPORTS "total" 2023-11 2.57 USD_BILLION'],
    ],
  ])
})

describe('a change', () => {
  testReadings([
    [
      'is of the exports that a verb of seeing has',
      '2024-01-04',
      "Pakistan's imports decreased by 12.3 per cent in November 2023. The exports witnessed a rise of 6.4 per cent in December 2023.",
      ['IMPORTS "total" 2023-11 -12.3 on 2022-11', 'EXPORTS "total" 2023-12 6.4 on 2022-12'],
    ],
    [
      'is of the period of the level that follows',
      '2024-01-04',
      "Pakistan's imports during the first half of 2023 were $24.1 billion against $30.2 billion in the same period of 2022.\nOn a year-on-year basis, the exports witnessed a rise of 6.4 per cent and were recorded at $2.81 billion in December 2023 against the exports of $2.64 billion in December 2022.",
      [
        'IMPORTS "total" 2023-H1 24.1 USD_BILLION',
        'IMPORTS "total" 2022-H1 30.2 USD_BILLION',
        'EXPORTS "total" 2023-12 2.81 USD_BILLION 6.4 on 2022-12',
        'EXPORTS "total" 2022-12 2.64 USD_BILLION',
      ],
    ],
    [
      'may be a reduction in a flow, and a rise in a part of it',
      '2025-02-28',
      "Mexico's trade balance was in deficit in January 2025. This was due to a 28 percent reduction in imports of fuels and a five percent increase in non-petroleum imports.",
      ['IMPORTS "fuels" 2025-01 -28 on 2024-01', 'IMPORTS "non-petroleum" 2025-01 5 on 2024-01'],
    ],
    [
      'in a bracket may be that of an earlier month',
      '2019-09-10',
      "In July 2019, Portugal's imports of goods increased by 5.0%, corresponding to an acceleration vis-à-vis the rate change recorded in June 2019 (+2.5%).",
      ['IMPORTS "total" 2019-07 5.0 on 2018-07'],
    ],
    [
      'of a volume that leads to money is one of value',
      '2024-10-13',
      "In August 2024, Ukraine's export volume decreased by 0.7% to $3.1 billion from the month before.",
      ['EXPORTS "total" 2024-08 3.1 USD_BILLION -0.7 on 2024-07'],
    ],
    [
      'of a volume alone is none',
      '2016-10-17',
      "Norway's exports of oil amounted to NOK 12.9 billion in September. The increase was the result of a volume rise of 4.0 per cent.",
      ['EXPORTS "oil" 2016-09 12.9 NOK_BILLION'],
    ],
    [
      'against the level behind another is on its month',
      '2022-01-14',
      "The value of Namibia's exports in November 2021 rose by 3.3 percent to reach the level of N$9 billion from its level of N$8.7 billion in October 2021.",
      ['EXPORTS "total" 2021-11 9 NAD_BILLION 3.3 on 2021-10', 'EXPORTS "total" 2021-10 8.7 NAD_BILLION'],
    ],
    [
      'stands behind a time between a verb and its rate',
      '2025-04-06',
      "Jamaica's domestic exports increased during the period January to November 2024 by 4.0 per cent to US$1,465.6 million. Re-exports increased during the period by 2.1 per cent.",
      [
        'EXPORTS "domestic" 2024-01/2024-11 1465.6 USD_MILLION 4.0 on 2023-01/2023-11',
        'EXPORTS "Re-exports" 2024-01/2024-11 2.1 on 2023-01/2023-11',
      ],
    ],
  ])
})

describe('goods', () => {
  testReadings([
    [
      'behind an adjective of trade are its subject',
      '2017-10-17',
      "Norway's exports rose in September. The value of exported natural gas ended at NOK 15.4 billion – a rise of 58.3 per cent from September last year.",
      ['EXPORTS "natural gas" 2017-09 15.4 NOK_BILLION 58.3 on 2016-09'],
    ],
    [
      'of a list may follow such an adjective',
      '2023-05-17',
      'In the first four months, the value of imported crude oil, natural gas, and coal rose by 8%, 14.2%, and 20.7% as their prices went up.',
      [
        'IMPORTS "crude oil" 2023-01/2023-04 8 on 2022-01/2022-04',
        'IMPORTS "natural gas" 2023-01/2023-04 14.2 on 2022-01/2022-04',
        'IMPORTS "coal" 2023-01/2023-04 20.7 on 2022-01/2022-04',
      ],
    ],
    [
      'that are only products are none',
      '2019-08-15',
      'Vietnam imported 142.66 billion USD worth of products in the first seven months, growing 8.3 percent year on year.',
      ['IMPORTS "total" 2019-01/2019-07 142.66 USD_BILLION 8.3 on 2018-01/2018-07'],
    ],
    [
      'that are for exports say nothing of these',
      '2019-08-15',
      "Vietnam's imports were 20 billion USD in July. Imports were mainly commodities serving production for exports, including fabric (7.69 billion USD, up 4.4 percent).",
      ['IMPORTS "total" 2019-07 20 USD_BILLION', 'IMPORTS "fabric" 2019-07 7.69 USD_BILLION 4.4 on 2018-07'],
    ],
  ])
})

describe('goods and services', () => {
  testReadings([
    [
      'at the head of a text are what its exports are',
      '2017-09-02',
      'The goods and services deficit was $43.7 billion in July, the U.S. Census Bureau said. July exports were $194.4 billion.\nExports of goods increased to $128.7 billion in July.',
      ['EXPORTS "total" 2017-07 128.7 USD_BILLION'],
    ],
  ])
})

describe('a balance', () => {
  testReadings([
    [
      'may be what imports exceed exports by',
      '2025-02-28',
      'In January 2025, imports in Mexico, especially of consumer goods, exceeded exports by 4,558 million dollars.',
      ['BALANCE "total" 2025-01 -4558 USD_MILLION'],
    ],
    [
      'that was positive is a surplus',
      '2019-11-14',
      "In January-September 2019, Poland's negative balance reached PLN 2.8 bn, while in the same period last year it was positive and amounted to PLN 6.1 bn.",
      ['BALANCE "total" 2019-01/2019-09 -2.8 PLN_BILLION', 'BALANCE "total" 2018-01/2018-09 6.1 PLN_BILLION'],
    ],
    [
      'may explain what it is',
      '2019-11-22',
      'The trade balance of Palestine which represents the difference between exports and imports showed a deficit of USD 349.2 Million in September, 2019.',
      ['BALANCE "total" 2019-09 -349.2 USD_MILLION'],
    ],
    [
      'that is current has no category',
      '2022-01-14',
      "Namibia's trade balance remained in a deficit with the current deficit amounting to N$2.4 billion in November 2021.",
      ['BALANCE "total" 2021-11 -2.4 NAD_BILLION'],
    ],
  ])
})

describe('an economy', () => {
  testReadings([
    [
      'earns from exports and spends on imports',
      '2025-04-06',
      'Jamaica earned US$1,762.7 million from exports in the January to November period of 2024. The country spent US$6,852.0 million on imports.',
      ['EXPORTS "total" 2024-01/2024-11 1762.7 USD_MILLION', 'IMPORTS "total" 2024-01/2024-11 6852.0 USD_MILLION'],
    ],
    [
      'sells to the one of the text what that imports',
      '2020-03-08',
      'In January and February, Chinese exports to the United States fell by 27.7 percent, amounting to $43 billion, while the United States exported just $17.6 billion worth of goods to China.',
      [
        'EXPORTS PARTNER:US 2020-01/2020-02 43 USD_BILLION -27.7 on 2019-01/2019-02',
        'IMPORTS PARTNER:US 2020-01/2020-02 17.6 USD_BILLION',
      ],
    ],
    [
      'imports while it exports',
      '2015-01-10',
      'In 2014, China exported $371 billion worth of goods to the EU, while importing $244.1 billion worth of goods from the EU.',
      ['EXPORTS PARTNER:EU 2014 371 USD_BILLION', 'IMPORTS PARTNER:EU 2014 244.1 USD_BILLION'],
    ],
    [
      'trades with third countries and the EU, which are all',
      '2022-01-13',
      "Bulgaria's exports rose. In the period January - November 2021 the total value of all exported goods to third countries and EU amounted to 62 011.9 Million BGN.",
      ['EXPORTS "total" 2021-01/2021-11 62011.9 BGN_MILLION'],
    ],
  ])
})

describe('a place of China', () => {
  testReadings([
    [
      'may be told with the province that it lies in',
      '2023-12-26',
      "Suzhou in East China's Jiangsu province saw its foreign trade value fall 5 percent year-on-year from January to November of 2023, reaching 2.2 trillion yuan. Foreign trade in the city's private sector increased by 3.6 percent yearly to 784.54 billion yuan.",
      [
        'TRADE "total" 2023-01/2023-11 2.2 CNY_TRILLION -5 on 2022-01/2022-11',
        'TRADE "private sector" 2023-01/2023-11 784.54 CNY_BILLION 3.6 on 2022-01/2022-11',
      ],
    ],
  ])
})

describe('the trade of a part', () => {
  testReadings([
    [
      'goes on with the other flow',
      '2016-08-09',
      "China's exports rose. Exports of private firms increased by 2.6 percent in the first seven months to 3.46 trillion yuan, while imports declined by 3.8 percent to 1.47 trillion yuan.",
      [
        'EXPORTS ENTERPRISE_TYPE:PRIVATE 2016-01/2016-07 3.46 CNY_TRILLION 2.6 on 2015-01/2015-07',
        'IMPORTS ENTERPRISE_TYPE:PRIVATE 2016-01/2016-07 1.47 CNY_TRILLION -3.8 on 2015-01/2015-07',
      ],
    ],
    [
      'is in what it includes',
      '2011-12-27',
      "Trade between Yunnan and ASEAN accounted for 37.2 percent of the province's total trade volume in the first 11 months of 2011, which included $2.73 billion of exports, up 14.2 percent year-on-year, and $2.67 billion of imports, up 32.6 percent.",
      [
        'TRADE "ASEAN" 2011-01/2011-11 share 37.2 of TRADE',
        'EXPORTS "ASEAN" 2011-01/2011-11 2.73 USD_BILLION 14.2 on 2010-01/2010-11',
        'IMPORTS "ASEAN" 2011-01/2011-11 2.67 USD_BILLION 32.6 on 2010-01/2010-11',
      ],
    ],
    [
      'goes on with both flows',
      '2016-08-09',
      "China's trade with Japan fell 1.1 percent to 976.7 billion yuan in the first seven months of 2016, with exports and imports both dropping by 1.1 percent to 471 billion yuan and 505.7 billion yuan respectively.",
      [
        'TRADE PARTNER:JP 2016-01/2016-07 976.7 CNY_BILLION -1.1 on 2015-01/2015-07',
        'EXPORTS PARTNER:JP 2016-01/2016-07 471 CNY_BILLION -1.1 on 2015-01/2015-07',
        'IMPORTS PARTNER:JP 2016-01/2016-07 505.7 CNY_BILLION -1.1 on 2015-01/2015-07',
      ],
    ],
  ])
})

describe('partners', () => {
  testReadings([
    [
      'may be told with their rank before the verb',
      '2016-08-09',
      "China's trade with the United States and the European Union, its second- and third-largest trade partners, managed to climb by 2.7 percent and 1.3 percent to reach 1.92 trillion yuan and 1.62 trillion yuan respectively in the first seven months of 2016.",
      [
        'TRADE PARTNER:US 2016-01/2016-07 1.92 CNY_TRILLION 2.7 on 2015-01/2015-07',
        'TRADE PARTNER:EU 2016-01/2016-07 1.62 CNY_TRILLION 1.3 on 2015-01/2015-07',
      ],
    ],
    [
      'may be joined by as well as',
      '2023-09-20',
      "China's trade with countries along the Belt and Road, as well as other member states of the RCEP grew 14.9 percent and 6.2 percent to 57.1 billion yuan and 23.8 billion yuan, respectively, in August 2023.",
      [
        'TRADE PARTNER:BELT_AND_ROAD 2023-08 57.1 CNY_BILLION 14.9 on 2022-08',
        'TRADE PARTNER:RCEP 2023-08 23.8 CNY_BILLION 6.2 on 2022-08',
      ],
    ],
  ])
})

describe('changes behind two levels', () => {
  testReadings([
    [
      'are in turn',
      '2006-10-18',
      "In the first nine months, China's trade with Laos was 59.9 million dollars. This includes US$33 million worth of exports and US$26.9 million of imports, up 13 percent and 16 percent year-on-year.",
      [
        'TRADE PARTNER:LA 2006-01/2006-09 59.9 USD_MILLION',
        'EXPORTS PARTNER:LA 2006-01/2006-09 33 USD_MILLION 13 on 2005-01/2005-09',
        'IMPORTS PARTNER:LA 2006-01/2006-09 26.9 USD_MILLION 16 on 2005-01/2005-09',
      ],
    ],
  ])
})

describe('words between a subject and its verb', () => {
  testReadings([
    [
      'say how often something happened',
      '2020-02-01',
      "China's trade with Russia rose in 2019. The bilateral trade for the first time ever exceeded 110 billion dollars.",
      ['TRADE "Russia" 2019 OVER 110 USD_BILLION'],
    ],
  ])
})

describe('a rate', () => {
  testReadings([
    [
      'behind an amount may be slower than another',
      '2013-10-13',
      'In the first nine months, China’s trade with Japan dipped 1.8 per cent to $228.76 billion faster than the 0.4 per cent decline recorded before.',
      ['TRADE PARTNER:JP 2013-01/2013-09 228.76 USD_BILLION -1.8 on 2012-01/2012-09'],
    ],
  ])
})

describe('the months', () => {
  testReadings([
    [
      'of this year need no first',
      '2021-10-12',
      'During the eight months of this year foreign trade turnover of Latvia reached EUR 21.64 billion.',
      ['TRADE "total" 2021-01/2021-08 21.64 EUR_BILLION'],
    ],
  ])
})

describe('an amount in dollars of no economy', () => {
  testReadings([
    [
      'leaves its change with its subject',
      '2012-02-28',
      'In the January 2012 month, merchandise exports were valued at $3.5 billion, up $136 million (4.3 percent) from January 2011.',
      ['EXPORTS TOTAL:ALL 2012-01 4.3 on 2011-01'],
    ],
  ])
})

describe('the place before a report', () => {
  testReadings([
    [
      'may stand with its day alone',
      '2017-10-13',
      "BEIJING Oct 13 China's September exports rose 8.1 percent from a year earlier.",
      ['EXPORTS TOTAL:ALL 2017-09 8.1 on 2016-09'],
    ],
  ])
})
