import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('A change is read', () => {
  testReadings([
    [
      'between two years, before and behind',
      '2021-04-29',
      'Between 2010 and 2020, EU exports rose by 35 %. EU imports from Middle Africa fell by 34 % between 2010 and 2020.',
      ['EXPORTS "total" 2020 35 on 2010', 'IMPORTS "Middle Africa" 2020 -34 on 2010'],
    ],
    [
      'between two years, of several in brackets',
      '2021-04-29',
      'EU exports rose to EUR 64 billion in 2020. There was a decline of imports from Middle Africa (-34 %) and Northern Africa (-4.1 %) between 2010 and 2020.',
      [
        'EXPORTS "total" 2020 64 EUR_BILLION',
        'IMPORTS "Middle Africa" 2020 -34 on 2010',
        'IMPORTS "Northern Africa" 2020 -4.1 on 2010',
      ],
    ],
    [
      'between two quarters',
      '2021-04-29',
      'EU exports grew by 5 % between the fourth quarter of 2020 and the first quarter of 2021.',
      ['EXPORTS "total" 2021-Q1 5 on 2020-Q4'],
    ],
    [
      'in the span of the sentence before',
      '2021-04-29',
      'EU exports rose from EUR 60 billion in 2010 to EUR 64 billion in 2020. Over this period, exports to Japan grew by 21 %.',
      ['EXPORTS "total" 2010 60 EUR_BILLION', 'EXPORTS "total" 2020 64 EUR_BILLION', 'EXPORTS "Japan" 2020 21 on 2010'],
    ],
    [
      'but not averages a year, and those behind them',
      '2021-04-29',
      'EU exports rose from EUR 60 billion in 2010 to EUR 64 billion in 2020, an average annual growth rate of 0.6 %. The growth rate was highest for exports to Japan (3.5 %).',
      ['EXPORTS "total" 2010 60 EUR_BILLION', 'EXPORTS "total" 2020 64 EUR_BILLION'],
    ],
  ])
})

describe('An English text tells', () => {
  testReadings([
    [
      'levels that were flat',
      '2021-04-29',
      "Korea's imports were flat at 51 billion euros in March. Exports were unchanged at 41 billion euros.",
      ['IMPORTS "total" 2021-03 51 EUR_BILLION', 'EXPORTS "total" 2021-03 41 EUR_BILLION'],
    ],
    [
      'goods of an origin',
      '2024-01-09',
      'In 2023, China imported about $41.5 billion worth of Russian crude oil.',
      ['IMPORTS "Russian crude oil" 2023 ABOUT 41.5 USD_BILLION'],
    ],
    [
      'firms that traded goods',
      '2024-01-09',
      'In 2023, private enterprises traded goods worth 12.73 trillion yuan, up 9.9 percent. Small firms traded goods worth 3 trillion yuan.',
      ['TRADE ENTERPRISE_TYPE:PRIVATE 2023 12.73 CNY_TRILLION 9.9 on 2022'],
    ],
    [
      'but not shares of the imports of goods',
      '2024-01-09',
      "In 2023, Russia supplied 17 percent of Japan's oil imports. Cars made up 31 percent of machinery exports.",
      [],
    ],
  ])
})
