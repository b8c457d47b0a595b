import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('what a number is of', () => {
  testReadings([
    [
      'an increase in a month, before a clause about the other flow',
      '2016-05-08',
      "China's exports rose 4.1 percent in April, while imports dipped 5.7 percent. The export growth in April was milder than the 18.7 percent increase in March, while imports fell.",
      [
        'EXPORTS TOTAL:ALL 2016-04 4.1 on 2015-04',
        'IMPORTS TOTAL:ALL 2016-04 -5.7 on 2015-04',
        'EXPORTS TOTAL:ALL 2016-03 18.7 on 2015-03',
      ],
    ],
    [
      'a month behind "and in", before its own clause',
      '2018-05-20',
      'After slowing to 2.6 percent in the fourth quarter, Indian export growth picked up to 8.4 percent in the first, and in April alone exports rose by 5.2 percent.',
      ['EXPORTS "total" 2018-Q1 8.4 on 2017-Q1', 'EXPORTS "total" 2018-04 5.2 on 2017-04'],
    ],
    [
      'a month behind "and in", after an earlier rate',
      '2018-05-20',
      'Indian export growth picked up to 8.4 percent in March from 3 percent in February, and in April exports rose by 5.2 percent.',
      [
        'EXPORTS "total" 2018-03 8.4 on 2017-03',
        'EXPORTS "total" 2018-02 3 on 2017-02',
        'EXPORTS "total" 2018-04 5.2 on 2017-04',
      ],
    ],
    [
      'the partner that an opening names',
      '2024-11-01',
      "From January to September, Shandong's imports and exports to Australia reached 29.04 billion yuan. With regard to the Middle East, the value was 17.82 billion yuan. To Brazil, the value was 10.89 billion yuan.",
      [
        'TRADE "Australia" 2024-01/2024-09 29.04 CNY_BILLION',
        'TRADE "Middle East" 2024-01/2024-09 17.82 CNY_BILLION',
        'TRADE "Brazil" 2024-01/2024-09 10.89 CNY_BILLION',
      ],
    ],
    [
      'the partner behind an amount',
      '2024-11-01',
      "From January to September, China's trade with Australia reached 29.04 billion yuan. The total imports and exports value was 2.07 billion yuan to India, an increase of 67.6%.",
      [
        'TRADE PARTNER:AU 2024-01/2024-09 29.04 CNY_BILLION',
        'TRADE "India" 2024-01/2024-09 2.07 CNY_BILLION 67.6 on 2023-01/2023-09',
      ],
    ],
    [
      'goods right behind a flow',
      '2018-04-09',
      "In January 2018, Tibet's exports reached 181 million yuan; export textiles, footwear, and bags decreased by 6.98% and 34.11% and rose 18.83% respectively; import pharmaceutical products totaled 73 million yuan.",
      [
        'EXPORTS "total" 2018-01 181 CNY_MILLION',
        'EXPORTS "textiles" 2018-01 -6.98 on 2017-01',
        'EXPORTS "footwear" 2018-01 -34.11 on 2017-01',
        'EXPORTS "bags" 2018-01 18.83 on 2017-01',
        'IMPORTS "pharmaceutical products" 2018-01 73 CNY_MILLION',
      ],
    ],
    [
      'flows that add up to the trade of one category',
      '2024-10-30',
      "Foreign trade of China's pilot free-trade zones (FTZs) expanded 11.99 percent in the first three quarters of 2024.\nTotal imports and exports of these pilot FTZs reached 6.09 trillion yuan.\nExports rose 16.1 percent to 2.74 trillion yuan, while imports climbed 8.83 percent to 3.35 trillion yuan.",
      [
        'TRADE "China\'s pilot free-trade zones" 2024-01/2024-09 11.99 on 2023-01/2023-09',
        'TRADE "pilot FTZs" 2024-01/2024-09 6.09 CNY_TRILLION',
        'EXPORTS "pilot FTZs" 2024-01/2024-09 2.74 CNY_TRILLION 16.1 on 2023-01/2023-09',
        'IMPORTS "pilot FTZs" 2024-01/2024-09 3.35 CNY_TRILLION 8.83 on 2023-01/2023-09',
      ],
    ],
    [
      'flows that are more than those of the category before',
      '2024-10-30',
      "China's trade with ASEAN reached 6.09 trillion yuan in the first three quarters of 2024. Exports rose 6.1 percent to 20.74 trillion yuan, while imports climbed 8.83 percent to 15.35 trillion yuan.",
      [
        'TRADE PARTNER:ASEAN 2024-01/2024-09 6.09 CNY_TRILLION',
        'EXPORTS TOTAL:ALL 2024-01/2024-09 20.74 CNY_TRILLION 6.1 on 2023-01/2023-09',
        'IMPORTS TOTAL:ALL 2024-01/2024-09 15.35 CNY_TRILLION 8.83 on 2023-01/2023-09',
      ],
    ],
    [
      'a component of trade',
      '2022-12-05',
      "Nigeria's total merchandise trade decreased to N11.60 trillion in the third quarter of 2022.\nThe export component of trade dropped to N5.93 trillion and accounted for 51.16 per cent of total trade in the review period. The balance of trade in the period under review stood at N269.34 billion.",
      [
        'TRADE "total" 2022-Q3 11.60 NGN_TRILLION',
        'EXPORTS "total" 2022-Q3 5.93 NGN_TRILLION share 51.16 of TRADE',
        'BALANCE "total" 2022-Q3 269.34 NGN_BILLION',
      ],
    ],
    [
      'goods of the flow whose value fell in several categories',
      '2021-03-11',
      'The value of Finnish imports decreased by 9.9 per cent to 4.7 billion euros in January. The value of goods exports fell in several product categories. The year-on-year decline is estimated at seven per cent for oil products and 14 per cent for transport equipment.',
      [
        'IMPORTS "total" 2021-01 4.7 EUR_BILLION -9.9 on 2020-01',
        'EXPORTS "oil products" 2021-01 -7 on 2020-01',
        'EXPORTS "transport equipment" 2021-01 -14 on 2020-01',
      ],
    ],
    [
      'the share of those that the sentence names',
      '2025-10-22',
      "In the first three quarters, Shanghai's private enterprises achieved imports and exports of 1.32 trillion yuan; the proportion of their import and export value to the city's total import and export value increased by 6.7 percentage points to 39.5%.",
      ['TRADE "private enterprises" 2025-01/2025-09 1.32 CNY_TRILLION share 39.5 of TRADE share change 6.7'],
    ],
    [
      'exports to partners that a sentence lists',
      '2022-03-22',
      "European countries, the United States and ASEAN countries were Hangzhou's three major foreign trade partners, with exports to the countries totaling 23.91, 17.01 and 14.99 billion yuan in January and February 2022, respectively.",
      [
        'EXPORTS "European countries" 2022-01/2022-02 23.91 CNY_BILLION',
        'EXPORTS "United States" 2022-01/2022-02 17.01 CNY_BILLION',
        'EXPORTS "ASEAN countries" 2022-01/2022-02 14.99 CNY_BILLION',
      ],
    ],
    [
      'the value of what the sentence before names',
      '2005-08-16',
      "The Netherlands' imports from Germany rose 15 percent in June. Their value amounted to 9.1 billion euro.",
      ['IMPORTS "Germany" 2005-06 9.1 EUR_BILLION 15 on 2004-06'],
    ],
    [
      'the global surplus',
      '2021-07-13',
      "China's global trade surplus swelled 11% over a year earlier to $51.5 billion in June.",
      ['BALANCE TOTAL:ALL 2021-06 51.5 USD_BILLION 11 on 2020-06'],
    ],
  ])
})

describe('the period of an earlier number', () => {
  testReadings([
    [
      'of a rate with an adjective',
      '2021-07-13',
      "China's imports grew 36.7% in June, but that was down from the previous month's explosive 51% rise.",
      ['IMPORTS TOTAL:ALL 2021-06 36.7 on 2020-06', 'IMPORTS TOTAL:ALL 2021-05 51 on 2020-05'],
    ],
    [
      'of a level in a bracket',
      '2015-03-20',
      "Spain's trade balance showed a deficit of 2.6 billion euros in January 2015, 7.9% lower than in January 2014 (a deficit of 2.82 billion euros).",
      ['BALANCE "total" 2015-01 -2.6 EUR_BILLION -7.9 on 2014-01', 'BALANCE "total" 2014-01 -2.82 EUR_BILLION'],
    ],
    [
      'of a share',
      '2015-03-20',
      "In January 2015, Spain's exports to the EU accounted for 67% of the total, higher than the 64.9% posted in January 2014.",
      ['EXPORTS "EU" 2015-01 share 67 of EXPORTS', 'EXPORTS "EU" 2014-01 share 64.9 of EXPORTS'],
    ],
    [
      'on the month before, which has no period of its own',
      '2018-06-18',
      "On a month-on-month basis, Singapore's exports increased 10.3 percent in May to 16.9 billion Singapore dollars, following the previous month's 6.5 percent growth.",
      ['EXPORTS "total" 2018-05 16.9 SGD_BILLION 10.3 on 2018-04'],
    ],
    [
      'that is the same month of the year before',
      '2023-08-03',
      "Turkey's foreign trade deficit rose 15.7 percent to $12.4 billion in July.\nThe country's deficit in the first seven months of the year climbed 18.2 percent to $73.6 billion.\nExports increased by 8.4 percent to $20.093 billion compared to the same month of the previous year. Imports increased by 11.1 percent to $32.476 billion.",
      [
        'BALANCE "total" 2023-07 -12.4 USD_BILLION 15.7 on 2022-07',
        'BALANCE "total" 2023-01/2023-07 -73.6 USD_BILLION 18.2 on 2022-01/2022-07',
        'EXPORTS "total" 2023-07 20.093 USD_BILLION 8.4 on 2022-07',
        'IMPORTS "total" 2023-07 32.476 USD_BILLION 11.1 on 2022-07',
      ],
    ],
  ])
})
