import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('who says it and when', () => {
  testReadings([
    [
      'the month of exports that an office announces on a day',
      '2023-03-02',
      "The ministry announced on March 1 that Korea's exports in February declined 7.6 percent year-on-year to USD 50.2 billion.",
      ['EXPORTS "total" 2023-02 50.2 USD_BILLION -7.6 on 2022-02'],
    ],
    [
      'the month of exports that an office tells on a day',
      '2023-03-02',
      'The ministry said on March 1 that in February exports of Korea declined 7.4 percent.',
      ['EXPORTS "total" 2023-02 -7.4 on 2022-02'],
    ],
    [
      'no office as the partner of a balance',
      '2009-01-07',
      'During its monthly report, the Central Bank announced today that Chile registered a trade deficit for the month of December 2008 of US$ 234 million, compared to a surplus of US$ 827 million registered during the same month of 2007.',
      ['BALANCE "total" 2008-12 -234 USD_MILLION', 'BALANCE "total" 2007-12 827 USD_MILLION'],
    ],
  ])
})

describe('parts and balances', () => {
  testReadings([
    [
      'the gap between the flows as a balance',
      '2018-11-01',
      "Kenya's gap between imports and exports rose to KES 861.87 billion in January-September 2018.",
      ['BALANCE "total" 2018-01/2018-09 -861.87 KES_BILLION'],
    ],
    [
      'sectors that a sentence with "specifically" tells',
      '2025-06-06',
      "Vietnam's export turnover of goods in May 2025 reached US$39.7 billion, up 5.8% compared to the previous month. Specifically, the domestic economic sector reached US$8.62 billion, down 26.2%; the foreign-invested sector reached US$30.98 billion, up 20.2%.",
      [
        'EXPORTS "total" 2025-05 39.7 USD_BILLION 5.8 on 2025-04',
        'EXPORTS "domestic economic sector" 2025-05 8.62 USD_BILLION -26.2 on 2024-05',
        'EXPORTS "foreign-invested sector" 2025-05 30.98 USD_BILLION 20.2 on 2024-05',
      ],
    ],
  ])
})
