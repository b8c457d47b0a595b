import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('rates and levels of the month before, in commentaries', () => {
  testReadings([
    [
      'reads the rate that "vs." tells of the month before',
      '2026-05-20',
      "China's exports rose by 7.4% YoY in April vs. 3.1% in March.",
      ['EXPORTS TOTAL:ALL 2026-04 7.4 on 2025-04', 'EXPORTS TOTAL:ALL 2026-03 3.1 on 2025-03'],
    ],
    [
      'reads the rate of the month before in a flash',
      '2025-05-09',
      "China's trade data of April\n* China's exports +8.1% y/y in April; est. +2% (range -5% to +8.5%), vs +12.4% in March\n** Trade surplus $96.18b",
      [
        'EXPORTS TOTAL:ALL 2025-04 8.1 on 2024-04',
        'EXPORTS TOTAL:ALL 2025-03 12.4 on 2024-03',
        'BALANCE TOTAL:ALL 2025-04 96.18 USD_BILLION',
      ],
    ],
    [
      'reads the rate that was registered previously',
      '2026-05-20',
      "China's imports rose by 2.8% YoY in April vs. -1.6% registered previously.",
      ['IMPORTS TOTAL:ALL 2026-04 2.8 on 2025-04', 'IMPORTS TOTAL:ALL 2026-03 -1.6 on 2025-03'],
    ],
    [
      'reads the previous figure as that of the month before',
      '2026-05-20',
      "China's trade surplus for April came in at CNY612.4 billion, widening from the previous figure of CNY588.1 billion.",
      ['BALANCE TOTAL:ALL 2026-04 612.4 CNY_BILLION', 'BALANCE TOTAL:ALL 2026-03 588.1 CNY_BILLION'],
    ],
    [
      'reads a sentence that says what a rate is worse than',
      '2026-09-20',
      "China's exports were 6.2% lower in August than a year earlier. That was markedly worse than the 4.3% year-on-year decrease in July.",
      ['EXPORTS TOTAL:ALL 2026-08 -6.2 on 2025-08', 'EXPORTS TOTAL:ALL 2026-07 -4.3 on 2025-07'],
    ],
    [
      'reads a sentence that says what a rate followed',
      '2026-09-20',
      "China's exports fell 6.2% in August. This followed a decline of 4.3% in July.",
      ['EXPORTS TOTAL:ALL 2026-08 -6.2 on 2025-08', 'EXPORTS TOTAL:ALL 2026-07 -4.3 on 2025-07'],
    ],
    [
      'reads the rate of a month that a sentence compares with',
      '2026-09-20',
      "China's imports fell 6.2% in August. That compares with July's 9.7% drop.",
      ['IMPORTS TOTAL:ALL 2026-08 -6.2 on 2025-08', 'IMPORTS TOTAL:ALL 2026-07 -9.7 on 2025-07'],
    ],
    [
      'reads a drop by year of the month before',
      '2026-09-20',
      "China's imports sank 8.3% in August, significantly more than a 5.9% drop by year in July.",
      ['IMPORTS TOTAL:ALL 2026-08 -8.3 on 2025-08', 'IMPORTS TOTAL:ALL 2026-07 -5.9 on 2025-07'],
    ],
    [
      'reads what is compared with "one of" another rate',
      '2026-09-20',
      "China's imports fell 8.3% in August, compared with one of 5.9% in July.",
      ['IMPORTS TOTAL:ALL 2026-08 -8.3 on 2025-08', 'IMPORTS TOTAL:ALL 2026-07 -5.9 on 2025-07'],
    ],
    [
      'reads a rate to which imports dip from a decline',
      '2026-09-20',
      "China's exports grew 4.2% in August following a 3.1% rise in July whilst imports continue to dip to 3.3% YoY from a 2.7% decline in the previous month.",
      [
        'EXPORTS TOTAL:ALL 2026-08 4.2 on 2025-08',
        'EXPORTS TOTAL:ALL 2026-07 3.1 on 2025-07',
        'IMPORTS TOTAL:ALL 2026-08 -3.3 on 2025-08',
        'IMPORTS TOTAL:ALL 2026-07 -2.7 on 2025-07',
      ],
    ],
    [
      'reads a deficit reversed behind beaten expectations',
      '2026-04-20',
      "China's trade surplus stood at 9.4 billion U.S. dollars in March, beating market expectations and reversing a deficit of 2.3 billion U.S. dollars a year ago.",
      ['BALANCE TOTAL:ALL 2026-03 9.4 USD_BILLION', 'BALANCE TOTAL:ALL 2025-03 -2.3 USD_BILLION'],
    ],
    [
      'reads the first quarter behind the fourth of last year',
      '2026-07-20',
      "China's trade rose 1.2 percent in the fourth quarter of last year and 3.7 percent in the first.",
      ['TRADE TOTAL:ALL 2025-Q4 1.2 on 2024-Q4', 'TRADE TOTAL:ALL 2026-Q1 3.7 on 2025-Q1'],
    ],
  ])
})

describe('subjects and periods in commentaries', () => {
  testReadings([
    [
      'takes the currency that a sentence without numbers names',
      '2026-05-20',
      "China's trade surplus for April came in at CNY612.4 billion.\nIn US Dollar (USD) terms, the surplus narrowed in April.\nTrade Balance came in at +84.2B.",
      ['BALANCE TOTAL:ALL 2026-04 612.4 CNY_BILLION', 'BALANCE TOTAL:ALL 2026-04 84.2 USD_BILLION'],
    ],
    [
      'reads exports denominated in a currency as all exports',
      '2026-05-20',
      'China Jan-Apr CNY-denominated Exports +6.3% YoY.',
      ['EXPORTS TOTAL:ALL 2026-01/2026-04 6.3 on 2025-01/2025-04'],
    ],
    [
      'reads the goods behind a conversion in brackets',
      '2026-07-20',
      'In the first half, China exported over CNY30 billion (USD4.2 billion) of kites, lanterns, and drums to more than 90 countries.',
      ['EXPORTS "kites, lanterns, and drums" 2026-H1 OVER 30 CNY_BILLION'],
    ],
    [
      'reads goods and the partner that they go to',
      '2026-07-20',
      'In the first half, China exported CNY30 billion (USD4.2 billion) of machinery to Africa.',
      ['EXPORTS "Africa, machinery" 2026-H1 30 CNY_BILLION'],
    ],
    [
      'reads goods that come from a partner named before',
      '2026-07-20',
      'In the first half, exports to ASEAN were 310 billion yuan. Exports of machinery to these countries rose 7 percent, while fruit worth 12 billion yuan was imported from them.',
      [
        'EXPORTS PARTNER:ASEAN 2026-H1 310 CNY_BILLION',
        'EXPORTS "ASEAN, machinery" 2026-H1 7 on 2025-H1',
        'IMPORTS "ASEAN, fruit" 2026-H1 12 CNY_BILLION',
      ],
    ],
    [
      'reads the largest partner with a rising trade',
      '2026-01-20',
      "China's biggest trading partner in 2025 was once again the European Union, with bilateral trade rising by 5.4% to US$812.6bn.",
      ['TRADE PARTNER:EU 2025 812.6 USD_BILLION 5.4 on 2024'],
    ],
    [
      'reads the largest partner behind a clause of concession',
      '2026-04-20',
      "Even though its economy hardly grew, the EU remained China's largest trading partner in the first quarter, with bilateral trade reaching 204.3 billion U.S. dollars.",
      ['TRADE PARTNER:EU 2026-Q1 204.3 USD_BILLION'],
    ],
    [
      'ranks the second partner by trade behind flows with the first',
      '2026-05-20',
      'In January-April, the EU was the largest trade partner of China, with trade of 1.6 trillion yuan. Imports from the EU were 0.6 trillion yuan, up 3.1%. ASEAN ranked second with 1.4 trillion yuan, up 6.2%.',
      [
        'TRADE PARTNER:EU 2026-01/2026-04 1.6 CNY_TRILLION',
        'IMPORTS PARTNER:EU 2026-01/2026-04 0.6 CNY_TRILLION 3.1 on 2025-01/2025-04',
        'TRADE PARTNER:ASEAN 2026-01/2026-04 1.4 CNY_TRILLION 6.2 on 2025-01/2025-04',
      ],
    ],
    [
      'reads partners that saw their trade go up',
      '2026-01-20',
      "China's trade grew in 2025. Vietnam and Russia saw their trade with China go up by 11.3% and 4.2%.",
      ['TRADE PARTNER:VN 2025 11.3 on 2024', 'TRADE "Russia" 2025 4.2 on 2024'],
    ],
    [
      'reads a partner that saw its trade go down',
      '2026-01-20',
      "China's trade grew in 2025. Brazil saw its trade with China go down by 3.6% to 161.2 billion U.S. dollars.",
      ['TRADE "Brazil" 2025 161.2 USD_BILLION -3.6 on 2024'],
    ],
    [
      'reads a share behind what traders continue as',
      '2026-07-20',
      "China's trade rose in the first half of 2026. Private firms handled 12.3 trillion yuan in trade, rising 9%, thus continuing as China's dominant foreign trade actors with 56.1% of the total.",
      ['TRADE ENTERPRISE_TYPE:PRIVATE 2026-H1 12.3 CNY_TRILLION 9 on 2025-H1 share 56.1 of TRADE'],
    ],
    [
      'reads exports of which many are bound for elsewhere',
      '2026-11-20',
      "China's shipments to Singapore, many of them bound for elsewhere, dropped 7.1 percent in October.",
      ['EXPORTS PARTNER:SG 2026-10 -7.1 on 2025-10'],
    ],
    [
      'reads a widened surplus with a partner',
      '2026-09-20',
      "China's exports rose 4% in August, resulting in a widened trade surplus with the US of US$31.6b from US$29.8b in July.",
      [
        'EXPORTS TOTAL:ALL 2026-08 4 on 2025-08',
        'BALANCE PARTNER:US 2026-08 31.6 USD_BILLION',
        'BALANCE PARTNER:US 2026-07 29.8 USD_BILLION',
      ],
    ],
    [
      'reads rises of two levels in turn',
      '2026-10-20',
      "In the first nine months, China's exports stood at US$2.71 trillion, while imports were US$1.94 trillion, year-on-year rises of 5.2 percent and 1.9 percent.",
      [
        'EXPORTS TOTAL:ALL 2026-01/2026-09 2.71 USD_TRILLION 5.2 on 2025-01/2025-09',
        'IMPORTS TOTAL:ALL 2026-01/2026-09 1.94 USD_TRILLION 1.9 on 2025-01/2025-09',
      ],
    ],
    [
      'reads a quantity and a value both higher than before',
      '2026-08-20',
      "From January to July, China's imports of barley were 6.2 million tons with a value of US$1.9 billion, 3.4% and 8.1% higher than a year ago.",
      [
        'IMPORT_QUANTITY "barley" 2026-01/2026-07 620 TONNE_10_THOUSAND 3.4 on 2025-01/2025-07',
        'IMPORTS "barley" 2026-01/2026-07 1.9 USD_BILLION 8.1 on 2025-01/2025-07',
      ],
    ],
    [
      'reads a surplus that a province notched up',
      '2026-10-20',
      "China's exports rose 4% in September. The country notched up a US$98.2 billion trade surplus.",
      ['EXPORTS TOTAL:ALL 2026-09 4 on 2025-09', 'BALANCE TOTAL:ALL 2026-09 98.2 USD_BILLION'],
    ],
    [
      'reads the decline that a flow was seeing',
      '2026-10-20',
      "In September, China's exports amounted to US$ 301.2 billion, seeing year-on-year decline of 2.4%.",
      ['EXPORTS TOTAL:ALL 2026-09 301.2 USD_BILLION -2.4 on 2025-09'],
    ],
    [
      'reads the month of a paragraph on data for it',
      '2026-01-20',
      "China's exports jumped by 5.3% in 2025.\nTrade figures for December hinted at slower sales.\nExports in the month rose by 3.8%.",
      ['EXPORTS TOTAL:ALL 2025 5.3 on 2024', 'EXPORTS TOTAL:ALL 2025-12 3.8 on 2024-12'],
    ],
    [
      'reads the months of the year so far',
      '2026-09-20',
      "China's exports rose 4% in August. In the eight months of the year so far, exports fell 1.2%.",
      ['EXPORTS TOTAL:ALL 2026-08 4 on 2025-08', 'EXPORTS TOTAL:ALL 2026-01/2026-08 -1.2 on 2025-01/2025-08'],
    ],
    [
      'reads the past months of a year as its first',
      '2026-09-20',
      "In the past eight months of 2026, China's exports fell 1.2%.",
      ['EXPORTS TOTAL:ALL 2026-01/2026-08 -1.2 on 2025-01/2025-08'],
    ],
  ])
})

describe('numbers of commentaries that are no changes on the year', () => {
  testReadings([
    [
      'refuses a change since the end of a year',
      '2026-09-20',
      "China's exports in August were up 3.4% from end-2024, and 2.1% since the end of 2023.",
      [],
    ],
    [
      'refuses a rate that a government targeted',
      '2026-04-20',
      "In the first quarter, China's trade rose 1.3 percent, a long way off the 6-percent increase targeted by the government.",
      ['TRADE TOTAL:ALL 2026-Q1 1.3 on 2025-Q1'],
    ],
    [
      'refuses what exports were planned to reach',
      '2026-10-20',
      "China's exports stood at US$2.71 trillion in the first nine months of 2026.\nThe country had planned to reach an export volume of more than US$4.1 trillion this year, up 9 percent.",
      ['EXPORTS TOTAL:ALL 2026-01/2026-09 2.71 USD_TRILLION'],
    ],
  ])
})

describe('what others had looked for is no figure', () => {
  testReadings([
    [
      'of economists who were surveyed',
      '2016-06-08',
      "China's exports fell 4.1% from a year earlier in May. Economists surveyed by a bank had looked for exports to fall 3.3% and a surplus of $58.4 billion.",
      ['EXPORTS TOTAL:ALL 2016-05 -4.1 on 2015-05'],
    ],
    [
      'of a consensus estimate',
      '2013-04-10',
      "China's imports rose 14.1% in March from a year earlier. The consensus estimate of analysts expected a 6.2% rise in imports, with exports up 11.7% and a deficit of just $2.15 billion.",
      ['IMPORTS TOTAL:ALL 2013-03 14.1 on 2012-03'],
    ],
    [
      'of one who suspects it',
      '2013-04-10',
      "China's exports rose 10% in March from a year earlier. “We suspect that after seasonal adjustment exports grew 3% at most, but we see no collapse.”",
      ['EXPORTS TOTAL:ALL 2013-03 10 on 2012-03'],
    ],
  ])
})
