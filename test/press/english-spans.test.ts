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
      ['TRADE ENTERPRISE_TYPE:PRIVATE 2023 12.73 CNY_TRILLION 9.9 on 2022', 'TRADE "Small firms" 2023 3 CNY_TRILLION'],
    ],
    [
      'but not shares of the imports of goods',
      '2024-01-09',
      "In 2023, Russia supplied 17 percent of Japan's oil imports. Cars made up 31 percent of machinery exports.",
      [],
    ],
  ])
})

describe('A journalist tells', () => {
  testReadings([
    [
      'the period of a rate that one reverses',
      '2024-05-09',
      "Korea's exports edged up 2.5 per cent in April to 291.5 billion euros, reversing March's 6.5 per cent plunge, while imports jumped 9.4 per cent to 221.1 billion euros.",
      [
        'EXPORTS "total" 2024-04 291.5 EUR_BILLION 2.5 on 2023-04',
        'EXPORTS "total" 2024-03 -6.5 on 2023-03',
        'IMPORTS "total" 2024-04 221.1 EUR_BILLION 9.4 on 2023-04',
      ],
    ],
    [
      'exports that beat forecasts',
      '2024-07-12',
      "China's exports in June beat forecasts, up 7.6% year on year, while imports missed expectations, down 3.3%.",
      ['EXPORTS TOTAL:ALL 2024-06 7.6 on 2023-06', 'IMPORTS TOTAL:ALL 2024-06 -3.3 on 2023-06'],
    ],
    [
      'the eight months',
      '2023-09-07',
      "Korea's exports fell 9 percent in August. In the eight months, exports dropped 6.6% to 212 billion euros.",
      [
        'EXPORTS "total" 2023-08 -9 on 2022-08',
        'EXPORTS "total" 2023-01/2023-08 212 EUR_BILLION -6.6 on 2022-01/2022-08',
      ],
    ],
    [
      'goods in the name of a list',
      '2023-10-12',
      "Korea's milk powder, butter, and cheese exports, the largest export commodity group, fell 18 percent to 1.2 billion euros in May.",
      ['EXPORTS "milk powder, butter, and cheese" 2023-05 1.2 EUR_BILLION -18 on 2022-05'],
    ],
    [
      'but no balance of goods',
      '2023-10-18',
      'In the 3rd quarter of 2023, Swiss exports rose by 2.1%. The trade balance closed with a surplus of 8.2 billion francs. Machinery (+2.4%) and watches (-3.0%) grew.',
      ['EXPORTS "total" 2023-Q3 2.1 on 2023-Q2', 'BALANCE "total" 2023-Q3 8.2 CHF_BILLION'],
    ],
    [
      'averages behind a bracket',
      '2021-04-29',
      'EU exports rose from EUR 60 billion in 2010 to EUR 64 billion in 2020 (see Figure 5), an average annual growth rate of 0.6 %. The growth rate was highest in Eastern Africa (3.5 %) followed by Western Africa (2.5 %). Exports to Japan (-3.3 %) declined in this period.',
      [
        'EXPORTS "total" 2010 60 EUR_BILLION',
        'EXPORTS "total" 2020 64 EUR_BILLION',
        'EXPORTS "Japan" 2020 -3.3 on 2010',
      ],
    ],
  ])
})
