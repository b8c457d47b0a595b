import { describe } from 'vitest'
import { testReadings } from './support.js'

const traded = "In 2023, China's foreign trade was 41.8 trillion yuan."
const total = 'TRADE TOTAL:ALL 2023 41.8 CNY_TRILLION'

describe('An answer at a briefing', () => {
  testReadings([
    [
      'is not about what was asked',
      '2024-01-12',
      `${traded}\n\nWill China increase its imports from the U.S.?\n\nIn dollar terms, the total value was $5.9 trillion last year, down by 5 percent.`,
      [total, 'TRADE TOTAL:ALL 2023 5.9 USD_TRILLION -5 on 2022'],
    ],
    [
      'gives two rates behind a participle',
      '2024-01-12',
      `${traded} Exports to the U.S. were 3.5 trillion yuan and imports 1.2 trillion yuan, decreasing by 8.3% and 2.5%.`,
      [
        total,
        'EXPORTS PARTNER:US 2023 3.5 CNY_TRILLION -8.3 on 2022',
        'IMPORTS PARTNER:US 2023 1.2 CNY_TRILLION -2.5 on 2022',
      ],
    ],
    [
      'names the currency between the flow and its level',
      '2024-01-12',
      "In 2023, the value of China's foreign trade in yuan was 41.8 trillion yuan, up by 0.3%.",
      ['TRADE TOTAL:ALL 2023 41.8 CNY_TRILLION 0.3 on 2022'],
    ],
    [
      'says that imports from two partners did not fall',
      '2024-01-12',
      `${traded} Imports from Brazil and Australia did not fall either: they went up 17.9% and 14.1%.`,
      [total, 'IMPORTS "Brazil" 2023 17.9 on 2022', 'IMPORTS PARTNER:AU 2023 14.1 on 2022'],
    ],
    [
      'goes on with a month of the partner',
      '2024-01-12',
      `${traded} Imports from the U.S. resumed growth in winter. In particular, imports in December totaled 92.7 billion yuan.`,
      [total, 'IMPORTS PARTNER:US 2023-12 92.7 CNY_BILLION'],
    ],
  ])
})

describe('A release', () => {
  testReadings([
    [
      'puts an aside behind a regime',
      '2024-01-12',
      `${traded} General trade, as distinct from processing with imported materials, made up 52.9 percent of the total at 22.1 trillion yuan.`,
      [total, 'TRADE REGIME:ORDINARY 2023 22.1 CNY_TRILLION share 52.9 of TRADE'],
    ],
    [
      'puts the rank behind "that with" a partner',
      '2024-01-12',
      `${traded} Trade with ASEAN rose 2.6 percent to 6.4 trillion yuan, while that with Japan, now the fourth, was 2.2 trillion yuan.`,
      [total, 'TRADE PARTNER:ASEAN 2023 6.4 CNY_TRILLION 2.6 on 2022', 'TRADE PARTNER:JP 2023 2.2 CNY_TRILLION'],
    ],
    [
      'gives two shares of the national total respectively',
      '2024-01-12',
      `${traded} Trade with ASEAN and Japan registered 6.4 trillion yuan and 2.2 trillion yuan, up by 2.4% and 1.9% and taking up 15.3% and 5.3% of the national total respectively.`,
      [
        total,
        'TRADE PARTNER:ASEAN 2023 6.4 CNY_TRILLION 2.4 on 2022 share 15.3 of TRADE',
        'TRADE PARTNER:JP 2023 2.2 CNY_TRILLION 1.9 on 2022 share 5.3 of TRADE',
      ],
    ],
    [
      'tells what a quantity cost',
      '2024-01-12',
      `${traded} Imports of crude oil increased 11.8 percent to 386 million tonnes but cost 42.1 percent more at 991.3 billion yuan.`,
      [
        total,
        'IMPORT_QUANTITY "crude oil" 2023 38600 TONNE_10_THOUSAND 11.8 on 2022',
        'IMPORTS "crude oil" 2023 991.3 CNY_BILLION 42.1 on 2022',
      ],
    ],
    [
      'lets a partner lead the others',
      '2024-01-12',
      `${traded} Trade with its main partners grew, led by that with ASEAN, which jumped 21.5 percent.`,
      [total, 'TRADE PARTNER:ASEAN 2023 21.5 on 2022'],
    ],
    [
      'names the partners with their title in a long opening',
      '2023-10-24',
      "South China's Guangxi Zhuang Autonomous Region, which shares its land and sea borders with Vietnam, witnessed a strong growth in its trade with the other member countries of the Regional Comprehensive Economic Partnership (RCEP) in the first three quarters of 2023.\nThe trade volume grew by 24.6 percent in the period, hitting 321.4 billion yuan.",
      [
        'TRADE "other member countries of the Regional Comprehensive Economic Partnership" 2023-01/2023-09 321.4 CNY_BILLION 24.6 on 2022-01/2022-09',
      ],
    ],
    [
      'tells of traditional markets before a partner',
      '2018-04-13',
      "China's trade with its traditional markets kept growing and imports and exports with countries along the Belt and Road routes increased by 13.2 percent in the first quarter of 2018.",
      ['TRADE PARTNER:BELT_AND_ROAD 2018-Q1 13.2 on 2017-Q1'],
    ],
    [
      'gives no partner the gap of an entire surplus',
      '2018-10-13',
      'China had a trade surplus of 31.2 billion dollars in September. More than the entire surplus was with the US, as the gap expanded to 33.9 billion dollars.',
      ['BALANCE TOTAL:ALL 2018-09 31.2 USD_BILLION'],
    ],
    [
      'speaks of the quarter that has begun',
      '2007-10-16',
      '"There is nothing in sight for the fourth quarter," a spokesman said.\n\nForeign trade of China stood at 1,570.5 billion dollars over the first nine months, up 23.5 percent on the first three quarters of last year.',
      ['TRADE TOTAL:ALL 2007-01/2007-09 1570.5 USD_BILLION 23.5 on 2006-01/2006-09'],
    ],
    [
      'compares rates by "vs."',
      '2011-12-16',
      'In November 2011, exports of China rose 12.9 percent, vs. growth of 15.4 percent in October, while imports climbed 21.6 percent, vs. a rise of 29.3 percent a month earlier.',
      [
        'EXPORTS TOTAL:ALL 2011-11 12.9 on 2010-11',
        'EXPORTS TOTAL:ALL 2011-10 15.4 on 2010-10',
        'IMPORTS TOTAL:ALL 2011-11 21.6 on 2010-11',
        'IMPORTS TOTAL:ALL 2011-10 29.3 on 2010-10',
      ],
    ],
    [
      'tells what foreign enterprises posted',
      '2024-01-12',
      `${traded} Foreign enterprises posted 12.6 trillion yuan of imports and exports, up 3.1 percent.`,
      [total, 'TRADE ENTERPRISE_TYPE:FOREIGN_INVESTED 2023 12.6 CNY_TRILLION 3.1 on 2022'],
    ],
    [
      'tells what private businesses booked',
      '2024-01-12',
      `${traded} The private businesses booked a combined foreign trade volume of 22.4 trillion yuan.`,
      [total, 'TRADE ENTERPRISE_TYPE:PRIVATE 2023 22.4 CNY_TRILLION'],
    ],
    [
      'gives an approximate level',
      '2024-01-12',
      `${traded} Trade with ASEAN rose 11.2 percent to approximate 6.4 trillion yuan.`,
      [total, 'TRADE PARTNER:ASEAN 2023 6.4 CNY_TRILLION 11.2 on 2022'],
    ],
    [
      'gives two rates behind conversions in brackets',
      '2024-01-12',
      `${traded} Trade with ASEAN reached 6.4 trillion yuan ($0.9 trillion), and that with the EU 5.5 trillion yuan ($0.8 trillion), up 9.4 percent and 1.1 percent.`,
      [
        total,
        'TRADE PARTNER:ASEAN 2023 6.4 CNY_TRILLION 9.4 on 2022',
        'TRADE PARTNER:EU 2023 5.5 CNY_TRILLION 1.1 on 2022',
      ],
    ],
  ])
})
