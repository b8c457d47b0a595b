import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('a city without a code', () => {
  testReadings([
    [
      'is the region of the text that calls it the city',
      '2024-01-31',
      "Jiaxing's imports and exports were valued at 450 billion yuan in 2023, posting a year-on-year growth of 2.3 percent, the customs of China said. The city's exports totaled 331.31 billion yuan. Exports of Jiaxing to ASEAN rose 4 percent.",
      [
        'TRADE "total" 2023 450 CNY_BILLION 2.3 on 2022',
        'EXPORTS "total" 2023 331.31 CNY_BILLION',
        'EXPORTS "ASEAN" 2023 4 on 2022',
      ],
    ],
  ])
})

describe('a province with its description', () => {
  testReadings([
    [
      'is the region of the text',
      '2024-08-14',
      "NANJING, Aug. 13 (Xinhua) -- East China's economic powerhouse Jiangsu Province recorded a total import and export volume of 3.1 trillion yuan from January to July, the customs of Nanjing said.",
      ['TRADE "total" 2024-01/2024-07 3.1 CNY_TRILLION'],
    ],
  ])
})

describe('the trade with several partners', () => {
  testReadings([
    [
      'is each of its own',
      '2010-02-11',
      "China's trade was 205 billion dollars in January 2010. The total included US$32.1 billion in trade between China and the European Union, up 35.7 percent, US$25.5 billion in trade between China and the United States, up 25.4 percent, and US$18.5 billion in trade between China and Japan, up 28 percent.",
      [
        'TRADE TOTAL:ALL 2010-01 205 USD_BILLION',
        'TRADE PARTNER:EU 2010-01 32.1 USD_BILLION 35.7 on 2009-01',
        'TRADE PARTNER:US 2010-01 25.5 USD_BILLION 25.4 on 2009-01',
        'TRADE PARTNER:JP 2010-01 18.5 USD_BILLION 28 on 2009-01',
      ],
    ],
  ])
})

describe('goods', () => {
  testReadings([
    [
      'that are sold abroad are exported',
      '2010-02-11',
      'In January 2010, China sold abroad US$11.51 billion worth of clothing, up 9.7 percent on the same month of last year.',
      ['EXPORTS "clothing" 2010-01 11.51 USD_BILLION 9.7 on 2009-01'],
    ],
    [
      'that arrive are imported',
      '2010-02-11',
      "China's imports rose in January 2010. Arrivals of finished industrial products were US$47.49 billion worth, up 29.9 percent.",
      ['IMPORTS "finished industrial products" 2010-01 47.49 USD_BILLION 29.9 on 2009-01'],
    ],
    [
      'before a colon are those of both flows',
      '2009-07-11',
      "In the first half of 2009, China's trade was 0.9 trillion dollars.\nAgricultural products: Imports were $22.8 billion, down 20.9 percent year on year; exports were $17.3 billion, down 10.2 percent.",
      [
        'TRADE TOTAL:ALL 2009-H1 0.9 USD_TRILLION',
        'IMPORTS "Agricultural products" 2009-H1 22.8 USD_BILLION -20.9 on 2008-H1',
        'EXPORTS "Agricultural products" 2009-H1 17.3 USD_BILLION -10.2 on 2008-H1',
      ],
    ],
    [
      'that are counted are no money',
      '2025-12-15',
      "Norway's crude oil exports totalled NOK 34.9 billion in November 2025. The number of barrels sold abroad was 44.5 million.",
      ['EXPORTS "crude oil" 2025-11 34.9 NOK_BILLION'],
    ],
  ])
})

describe('a misspelt scale', () => {
  testReadings([
    [
      'is read',
      '2019-01-19',
      'In 2018, Hubei’s imports totaled 127.02 bilion yuan.',
      ['IMPORTS "total" 2018 127.02 CNY_BILLION'],
    ],
  ])
})

describe('a rate', () => {
  testReadings([
    [
      'is none above that of others',
      '2019-01-19',
      "In 2018, Hubei's foreign trade was 348.7 billion yuan. The growth rates for the overall foreign trade, exports and imports were 2.4 percent, 3.4 percent and 1.7 percent higher than the national average, respectively.",
      ['TRADE "total" 2018 348.7 CNY_BILLION'],
    ],
  ])
})
