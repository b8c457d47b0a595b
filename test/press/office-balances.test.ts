import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('another balance', () => {
  testReadings([
    [
      'is none of trade',
      '1987-03-26',
      "Britain's visible trade deficit was 224 million pounds in February 1987. The current account showed a surplus of 376 million pounds. Invisibles were put at a 600 million pounds surplus.",
      ['BALANCE "total" 1987-02 -224 GBP_MILLION'],
    ],
    [
      'in deficit has its sign',
      '2024-10-28',
      "In September 2024, Mexico's trade balance was in deficit by 579 million dollars.",
      ['BALANCE "total" 2024-09 -579 USD_MILLION'],
    ],
    [
      'is negative by its name',
      '2024-10-28',
      "In September 2024, Turkey's negative trade balance was USD 6.7 billion.",
      ['BALANCE "total" 2024-09 -6.7 USD_BILLION'],
    ],
  ])
})

describe('a rate', () => {
  testReadings([
    [
      'of both flows is of each',
      '2016-11-25',
      'In October 2016, both Swedish flows were weak. Both exports and imports decreased by 1 percent from the same month last year.',
      ['EXPORTS "total" 2016-10 -1 on 2015-10', 'IMPORTS "total" 2016-10 -1 on 2015-10'],
    ],
    [
      'above a level has that as its base',
      '1987-03-26',
      "Hong Kong's imports rose to 24.12 billion dlrs in February 1987, 42 pct above the 16.98 billion dlrs recorded in February 1986.",
      ['IMPORTS "total" 1987-02 24.12 HKD_BILLION 42 on 1986-02', 'IMPORTS "total" 1986-02 16.98 HKD_BILLION'],
    ],
    [
      'of other economies is not told',
      '2019-11-20',
      'Spanish exports rose by 1.6% in September 2019. The growth of Spanish exports was above that of Germany (0.9%) and the United Kingdom (-0.7%). The exports of Japan (-5.6%) and China (-0.1%) fell.',
      ['EXPORTS "total" 2019-09 1.6 on 2018-09'],
    ],
    [
      'of an organization is not told',
      '2016-10-15',
      "India's exports were US $ 22.9 billion in September 2016. As per latest WTO statistics, exports fell for USA (-6.42 %) and Japan (-1.9 %).",
      ['EXPORTS "total" 2016-09 22.9 USD_BILLION'],
    ],
    [
      'of the parts of a fall is read in turn',
      '2024-10-28',
      "Mexico's imports fell 1.8% in September 2024. By type of good, annual decreases were observed of 5.3% in imports of consumer goods.",
      ['IMPORTS "total" 2024-09 -1.8 on 2023-09', 'IMPORTS "consumer goods" 2024-09 -5.3 on 2023-09'],
    ],
  ])
})

describe('a share', () => {
  testReadings([
    [
      'in a bracket is of what then moves',
      '2019-02-07',
      'Finnish exports to Germany (15.4 per cent of the total) fell by 2.3 per cent in December 2018 to 640 million euros, while those to Sweden (10.2 per cent) climbed by 6.7 per cent to 512 million euros.',
      [
        'EXPORTS "Germany" 2018-12 640 EUR_MILLION -2.3 on 2017-12 share 15.4 of EXPORTS',
        'EXPORTS "Sweden" 2018-12 512 EUR_MILLION 6.7 on 2017-12 share 10.2 of EXPORTS',
      ],
    ],
    [
      'of industries is none of trade',
      '2017-11-30',
      "Turkey's exports were 13.9 billion dollars in October 2017. The ratio of high-technology products in manufacturing industries was 3.9%.",
      ['EXPORTS "total" 2017-10 13.9 USD_BILLION'],
    ],
  ])
})

describe('a heading', () => {
  testReadings([
    [
      'gives its period to the paragraph',
      '2016-11-25',
      [
        "Sweden's exports were SEK 102.9 billion in October 2016.",
        'Commodity groups, January-September 2016',
        'Exports of road vehicles rose by 11 percent to SEK 122.4 billion.',
      ].join('\n'),
      [
        'EXPORTS "total" 2016-10 102.9 SEK_BILLION',
        'EXPORTS "road vehicles" 2016-01/2016-09 122.4 SEK_BILLION 11 on 2015-01/2015-09',
      ],
    ],
  ])
})

describe('a year earlier', () => {
  testReadings([
    [
      'after a semicolon has its own level',
      '2016-11-25',
      "In October 2016, Sweden's net trade balance was SEK -6.6 billion; one year earlier there was a surplus of SEK 15.0 billion.",
      ['BALANCE "total" 2015-10 15.0 SEK_BILLION'],
    ],
  ])
})

describe('a name', () => {
  testReadings([
    [
      'may be a commodity group',
      '2021-08-17',
      "Pakistan's exports of the textile group grew by 15.61 percent to $1.471 billion in July 2021.",
      ['EXPORTS "textile group" 2021-07 1.471 USD_BILLION 15.61 on 2020-07'],
    ],
    [
      'may be a supplier before its rank',
      '2024-12-16',
      "Norway's imports were NOK 91.6 billion in November 2024. China was the largest supplier with NOK 11.6 billion.",
      ['IMPORTS "total" 2024-11 91.6 NOK_BILLION', 'IMPORTS "China" 2024-11 11.6 NOK_BILLION'],
    ],
  ])
})
