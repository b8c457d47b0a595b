import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('an earlier level without a period', () => {
  testReadings([
    [
      'is of that of the last in the sentence',
      '2024-07-10',
      "In May 2024, Norway's exports rose to NOK 150 billion from NOK 140 billion in May 2023, while imports rose to NOK 90 billion from NOK 84 billion.",
      [
        'EXPORTS "total" 2024-05 150 NOK_BILLION',
        'EXPORTS "total" 2023-05 140 NOK_BILLION',
        'IMPORTS "total" 2024-05 90 NOK_BILLION',
        'IMPORTS "total" 2023-05 84 NOK_BILLION',
      ],
    ],
    [
      'is of a year before where all others are',
      '2024-07-10',
      "In the first quarter of 2024, Kenya's exports rose to Sh250 billion from Sh240 billion in the first quarter of 2023. Exports of tea fell to Sh41 billion from Sh44 billion.",
      [
        'EXPORTS "total" 2024-Q1 250 KES_BILLION',
        'EXPORTS "total" 2023-Q1 240 KES_BILLION',
        'EXPORTS "tea" 2024-Q1 41 KES_BILLION',
        'EXPORTS "tea" 2023-Q1 44 KES_BILLION',
      ],
    ],
    [
      'is of the month before where all others are',
      '2024-07-10',
      "Norway's exports were NOK 150 billion in May 2024, compared with NOK 148 billion in April 2024. Exports of fish rose to NOK 14 billion from NOK 12 billion.",
      [
        'EXPORTS "total" 2024-05 150 NOK_BILLION',
        'EXPORTS "total" 2024-04 148 NOK_BILLION',
        'EXPORTS "fish" 2024-05 14 NOK_BILLION',
        'EXPORTS "fish" 2024-04 12 NOK_BILLION',
      ],
    ],
    [
      'is of none where others differ',
      '2024-07-10',
      "Norway's exports were NOK 150 billion in May 2024, compared with NOK 148 billion in April 2024 and NOK 140 billion in May 2023. Exports of fish rose to NOK 14 billion from NOK 12 billion.",
      [
        'EXPORTS "total" 2024-05 150 NOK_BILLION',
        'EXPORTS "total" 2024-04 148 NOK_BILLION',
        'EXPORTS "total" 2023-05 140 NOK_BILLION',
        'EXPORTS "fish" 2024-05 14 NOK_BILLION',
      ],
    ],
    [
      'is of the period that tells it',
      '2024-07-10',
      "In the first four months of 2024, Jordan's imports amounted to JD6.1 billion, a decrease of 0.4 percent compared to the same period last year, which stood at JD6.2 billion.",
      [
        'IMPORTS "total" 2024-01/2024-04 6.1 JOD_BILLION -0.4 on 2023-01/2023-04',
        'IMPORTS "total" 2023-01/2023-04 6.2 JOD_BILLION',
      ],
    ],
    [
      'may be recorded in its period',
      '2024-07-10',
      "Nigeria's total imports fell by 9.5 per cent in Q1 2024 compared to the value recorded in Q4 2023 at N6,100.25 billion.",
      ['IMPORTS "total" 2024-Q1 -9.5 on 2023-Q4', 'IMPORTS "total" 2023-Q4 6100.25 NGN_BILLION'],
    ],
  ])
})

describe('a revised level', () => {
  testReadings([
    [
      'keeps its period',
      '2024-07-10',
      "Australia's exports rose to A$44.2 billion in May 2024 from A$43.1 billion (revised from A$43.5 billion) in April 2024 and A$45.7 billion a year earlier.",
      [
        'EXPORTS "total" 2024-05 44.2 AUD_BILLION',
        'EXPORTS "total" 2024-04 43.1 AUD_BILLION',
        'EXPORTS "total" 2023-05 45.7 AUD_BILLION',
      ],
    ],
    [
      'keeps its place in a list',
      '2024-07-10',
      "New Zealand's exports were NZ$6.9 billion in May 2024 against NZ$6.2 billion, revised from NZ$6.3 billion, in April 2024, while imports were NZ$7.1 billion.",
      [
        'EXPORTS "total" 2024-05 6.9 NZD_BILLION',
        'EXPORTS "total" 2024-04 6.2 NZD_BILLION',
        'IMPORTS "total" 2024-05 7.1 NZD_BILLION',
      ],
    ],
  ])
})

describe('a date', () => {
  testReadings([
    [
      'ends a sentence without a period of its own',
      '2014-11-10',
      "Taiwan's exports rose 0.9 percent in October, the ministry said Nov. 7. Exports of electronics climbed 15.4 percent.",
      ['EXPORTS "total" 2014-10 0.9 on 2013-10', 'EXPORTS "electronics" 2014-10 15.4 on 2013-10'],
    ],
  ])
})

describe('the first tertile', () => {
  testReadings([
    [
      'is four months',
      '2024-07-10',
      "Jordan's trade deficit, which is the difference between the values of imports and total exports, shrank in the first tertile of 2024 by 2.5 percent to JD2.8 billion.",
      ['BALANCE "total" 2024-01/2024-04 -2.8 JOD_BILLION -2.5 on 2023-01/2023-04'],
    ],
  ])
})

describe('a change behind two levels', () => {
  testReadings([
    [
      'is of the later one',
      '2024-05-02',
      'Exports of Peru reached $5.1 billion in March 2024 and $4.8 billion in March 2023, an increase of 6.2%. Imports in March 2024 and March 2023 were $4.1 billion and $4.0 billion respectively, a rise of 2.5%.',
      [
        'EXPORTS "total" 2024-03 5.1 USD_BILLION 6.2 on 2023-03',
        'EXPORTS "total" 2023-03 4.8 USD_BILLION',
        'IMPORTS "total" 2024-03 4.1 USD_BILLION 2.5 on 2023-03',
        'IMPORTS "total" 2023-03 4.0 USD_BILLION',
      ],
    ],
  ])
})
