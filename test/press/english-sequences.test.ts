import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('the region of a sentence', () => {
  testReadings([
    [
      'is that of the one before, whose flows follow',
      '2025-01-19',
      "China's foreign trade was 43.85 trillion yuan in 2024. East China's Zhejiang reported total import-export value of 5.26 trillion yuan in 2024, up 7.4 percent year-on-year. Exports increased 9.2 percent while imports edged up 3.3 percent.",
      [
        'TRADE TOTAL:ALL 2024 43.85 CNY_TRILLION',
        'TRADE "Zhejiang" 2024 5.26 CNY_TRILLION 7.4 on 2023',
        'EXPORTS "Zhejiang" 2024 9.2 on 2023',
        'IMPORTS "Zhejiang" 2024 3.3 on 2023',
      ],
    ],
    [
      'is the subject of the one before, without a number',
      '2025-01-19',
      "South China's Guangdong Province remained the top trader. Its total goods trade hit a record of 9.11 trillion yuan in 2024, marking up a 9.8 percent increase.",
      ['TRADE "Guangdong" 2024 9.11 CNY_TRILLION 9.8 on 2023'],
    ],
    [
      'is unknown behind several places',
      '2025-01-19',
      "In 2024, the nine mainland cities of the Guangdong-Hong Kong-Macao Greater Bay Area recorded a total import and export value of 8.74 trillion yuan, up 4.2 percent. China's foreign trade was 43.85 trillion yuan.",
      ['TRADE TOTAL:ALL 2024 43.85 CNY_TRILLION'],
    ],
  ])
})

describe('several partners', () => {
  testReadings([
    [
      'may be introduced by including',
      '2022-07-22',
      "In the first half of 2022, Chongqing's trade was 400 billion yuan. The trade value of Chongqing with the three trading partners, including the Association of Southeast Asian Nations (ASEAN), the European Union (EU), and the United States (U.S.) were 63.1 billion yuan, 68.2 billion yuan, and 65.3 billion yuan.",
      [
        'TRADE "total" 2022-H1 400 CNY_BILLION',
        'TRADE "Association of Southeast Asian Nations" 2022-H1 63.1 CNY_BILLION',
        'TRADE "European Union" 2022-H1 68.2 CNY_BILLION',
        'TRADE "United States" 2022-H1 65.3 CNY_BILLION',
      ],
    ],
    [
      'since a month is one of that month',
      '2023-04-10',
      "Chile's trade balance reached a surplus of US$2,906 million in March 2023 -the highest since US$3,019 million in April 2007-, compared to the surplus of US$ 341 million in the same month last year.",
      [
        'BALANCE "total" 2023-03 2906 USD_MILLION',
        'BALANCE "total" 2007-04 3019 USD_MILLION',
        'BALANCE "total" 2022-03 341 USD_MILLION',
      ],
    ],
    [
      'on which another has changed is of its month',
      '2011-02-18',
      "Australia's January 2011 merchandise imports were $15,778m, a decrease of $2,388m on the December 2010 merchandise imports of $18,166m.",
      ['IMPORTS "total" 2011-01 15778 AUD_MILLION'],
    ],
  ])
})

describe('this year', () => {
  testReadings([
    [
      'is the one before in January',
      '2023-01-04',
      'Between January and November of this year, Colombian exports reached 52,574 million dollars.',
      ['EXPORTS "total" 2022-01/2022-11 52574 USD_MILLION'],
    ],
  ])
})

describe('the group', () => {
  testReadings([
    [
      'is no name',
      '2022-12-04',
      "Colombia's exports rose in November. This group obtained 2,571 million dollars in exports.",
      [],
    ],
  ])
})

describe('the kingdom', () => {
  testReadings([
    [
      'is the economy of the text',
      '2023-07-10',
      "Cambodia's exports were $11.45 billion in the first half of 2023. The Kingdom’s imports also saw a decrease by 22.9 percent to $12.22 billion.",
      ['EXPORTS "total" 2023-H1 11.45 USD_BILLION', 'IMPORTS "total" 2023-H1 12.22 USD_BILLION -22.9 on 2022-H1'],
    ],
  ])
})

describe('the figure of firms', () => {
  testReadings([
    [
      'is theirs',
      '2023-10-27',
      "In the first three quarters, foreign-invested enterprises' trade volume in China amounted to 9.3 trillion yuan, while the figure of State-owned enterprises stood at 4.9 trillion yuan.",
      [
        'TRADE ENTERPRISE_TYPE:FOREIGN_INVESTED 2023-01/2023-09 9.3 CNY_TRILLION',
        'TRADE ENTERPRISE_TYPE:STATE_OWNED 2023-01/2023-09 4.9 CNY_TRILLION',
      ],
    ],
  ])
})

describe('a participation', () => {
  testReadings([
    [
      'is a share',
      '2022-12-04',
      "Colombia's exports were 4,000 million dollars in November. The United States continues to be the main destination, with a participation of 24.2 percent in total exports.",
      ['EXPORTS "total" 2022-11 4000 USD_MILLION', 'EXPORTS "United States" 2022-11 share 24.2 of EXPORTS'],
    ],
  ])
})
