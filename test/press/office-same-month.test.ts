import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('Amounts below zero', () => {
  testReadings([
    [
      'a balance with minus in words',
      '2024-07-01',
      'In May 2024, exports of goods were 820.4 million euros. The trade balance stood at minus 120.5 million euros.',
      ['EXPORTS "total" 2024-05 820.4 EUR_MILLION', 'BALANCE "total" 2024-05 -120.5 EUR_MILLION'],
    ],
    [
      'a balance with minus and no currency',
      '2024-07-01',
      'In May 2024, exports of goods were 820.4 million euros. The trade balance was minus 1.2 billion.',
      ['EXPORTS "total" 2024-05 820.4 EUR_MILLION', 'BALANCE "total" 2024-05 -1.2 EUR_BILLION'],
    ],
  ])
})

describe('The same month and earlier ones', () => {
  testReadings([
    [
      'the same month ahead of a verb that begins with a',
      '2024-07-01',
      'In May 2024, exports of goods were 820.4 million euros, up 4.2 percent. Imports in the same month amounted to 700.2 million euros.',
      ['EXPORTS "total" 2024-05 820.4 EUR_MILLION 4.2 on 2023-05', 'IMPORTS "total" 2024-05 700.2 EUR_MILLION'],
    ],
    [
      'a year earlier at the head of a sentence',
      '2024-07-01',
      'In May 2024, exports were 820.4 million euros. A year earlier, they were 780 million euros.',
      ['EXPORTS "total" 2024-05 820.4 EUR_MILLION', 'EXPORTS "total" 2023-05 780 EUR_MILLION'],
    ],
    [
      'twelve months earlier at the head of a sentence',
      '2024-07-01',
      'In May 2024, exports were 820.4 million euros. Twelve months earlier, exports had been 780 million euros.',
      ['EXPORTS "total" 2024-05 820.4 EUR_MILLION', 'EXPORTS "total" 2023-05 780 EUR_MILLION'],
    ],
    [
      'a month earlier at the head of a sentence',
      '2024-07-01',
      'In May 2024, exports were 820.4 million euros. A month earlier, they were 780 million euros.',
      ['EXPORTS "total" 2024-05 820.4 EUR_MILLION', 'EXPORTS "total" 2024-04 780 EUR_MILLION'],
    ],
    [
      'the previous month at the head of a sentence',
      '2024-07-01',
      'In May 2024, exports were 820.4 million euros. In the previous month they were 780 million euros.',
      ['EXPORTS "total" 2024-05 820.4 EUR_MILLION', 'EXPORTS "total" 2024-04 780 EUR_MILLION'],
    ],
    [
      'a change behind i.e.',
      '2024-07-01',
      'In May 2024, the value of imports was 700.2 million euros, i.e. 3.1% lower than a year earlier.',
      ['IMPORTS "total" 2024-05 700.2 EUR_MILLION -3.1 on 2023-05'],
    ],
    [
      'a topic that a pronoun takes up',
      '2024-07-01',
      'In May 2024, exports were 820.4 million euros. As for manufactures, they were 431.4 million euros, a 6.1 percent drop compared to the same month last year.',
      ['EXPORTS "total" 2024-05 820.4 EUR_MILLION', 'EXPORTS "manufactures" 2024-05 431.4 EUR_MILLION -6.1 on 2023-05'],
    ],
    [
      'the respective period of a year behind a conversion',
      '2024-08-12',
      'Greek exports from January to June 2024 amounted to 24,120 million euros in comparison with 25,000 million euros (27,000 million dollars) for the respective period of the year 2023, recording a decrease, in euros, of 3.5%.',
      ['EXPORTS "total" 2024-H1 24120 EUR_MILLION -3.5 on 2023-H1', 'EXPORTS "total" 2023-H1 25000 EUR_MILLION'],
    ],
    [
      'the quarter before',
      '2024-03-05',
      "Nigeria's total merchandise trade rose to N26.8 trillion in the fourth quarter of 2023 compared to N18.8 trillion in the quarter before.",
      ['TRADE "total" 2023-Q4 26.8 NGN_TRILLION', 'TRADE "total" 2023-Q3 18.8 NGN_TRILLION'],
    ],
  ])
})
