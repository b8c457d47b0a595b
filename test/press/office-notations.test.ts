import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('an office writes', () => {
  testReadings([
    [
      'amounts behind a letter, of which no digit is lost',
      '2024-09-16',
      "Nigeria's total exports stood at N19,418.93 billion in the second quarter of 2024.",
      ['EXPORTS "total" 2024-Q2 19418.93 NGN_BILLION'],
    ],
    [
      'a negative balance in words',
      '2026-08-10',
      'Exports of goods from Bulgaria rose 2 percent in June 2026. The balance with the EU was negative and amounted to 1 257.8 million EUR.',
      ['EXPORTS "total" 2026-06 2 on 2025-06', 'BALANCE "EU" 2026-06 -1257.8 EUR_MILLION'],
    ],
    [
      'another month in a bracket, behind a level',
      '2024-08-09',
      "Lithuania's exports rose 2 percent in June 2024. The trade deficit made EUR 433.5 million (in June 2023 – EUR 521.9 million).",
      [
        'EXPORTS "total" 2024-06 2 on 2023-06',
        'BALANCE "total" 2024-06 -433.5 EUR_MILLION',
        'BALANCE "total" 2023-06 -521.9 EUR_MILLION',
      ],
    ],
    [
      'the unit of two rates once',
      '2024-08-09',
      "In June 2024, Lithuania's exports and imports decreased by 6.4 and 9.6 per cent respectively.",
      ['EXPORTS "total" 2024-06 -6.4 on 2023-06', 'IMPORTS "total" 2024-06 -9.6 on 2023-06'],
    ],
    [
      'dashes in place of verbs',
      '2024-08-09',
      "In June 2024, Lithuania's exports decreased by 9.8, imports – by 10.3 per cent.",
      ['EXPORTS "total" 2024-06 -9.8 on 2023-06', 'IMPORTS "total" 2024-06 -10.3 on 2023-06'],
    ],
    [
      'what "presented" a change in relation to a month',
      '2024-06-28',
      "In May 2024, Colombia's exports were US$4,289.2 million FOB and presented an increase of 5.0% in relation to May 2023.",
      ['EXPORTS "total" 2024-05 4289.2 USD_MILLION 5.0 on 2023-05'],
    ],
    [
      'a change on the level of a quarter before',
      '2024-09-16',
      "Nigeria's trade balance stood at a surplus of N6,945.45 billion in the second quarter of 2024, an increase of 33.64% compared to the surplus of N5,197.01 billion recorded in the preceding quarter.",
      ['BALANCE "total" 2024-Q2 6945.45 NGN_BILLION 33.64 on 2024-Q1', 'BALANCE "total" 2024-Q1 5197.01 NGN_BILLION'],
    ],
    [
      'what is more as a change of a level',
      '2025-09-09',
      "In July 2025, Slovenia's exports reached EUR 6.1 billion, or 6.4% more than in July 2024.",
      ['EXPORTS "total" 2025-07 6.1 EUR_BILLION 6.4 on 2024-07'],
    ],
    [
      'the trade with a partner in which both flows follow',
      '2025-09-09',
      "In July 2025, Slovenia's exports rose 5 percent. In trade with third countries exports reached EUR 2.9 billion and imports EUR 3.4 billion.",
      [
        'EXPORTS "total" 2025-07 5 on 2024-07',
        'EXPORTS "third countries" 2025-07 2.9 EUR_BILLION',
        'IMPORTS "third countries" 2025-07 3.4 EUR_BILLION',
      ],
    ],
    [
      'who ranked first in one flow',
      '2025-09-09',
      "Slovenia's exports rose 5 percent in July 2025. In imports, too, Switzerland ranked first (EUR 1.4 billion).",
      ['EXPORTS "total" 2025-07 5 on 2024-07', 'IMPORTS "Switzerland" 2025-07 1.4 EUR_BILLION'],
    ],
    [
      'a change behind "i.e."',
      '2025-01-28',
      "In December 2024, Qatar's trade balance showed a surplus of QR 18.7 billion, i.e. a decrease of 15.8% compared to December 2023.",
      ['BALANCE "total" 2024-12 18.7 QAR_BILLION -15.8 on 2023-12'],
    ],
  ])
})

describe('an office says of no total', () => {
  testReadings([
    [
      'what is at the top of one flow',
      '2025-01-28',
      'In December 2024, exports of Qatar rose 2 percent. As for imports, turbines were at the top of the groups, with QR 0.6 billion.',
      ['EXPORTS "total" 2024-12 2 on 2023-12'],
    ],
    [
      'what several partners have together',
      '2026-08-10',
      'Exports of goods from Bulgaria rose 2 percent in June 2026. Main partners were Germany, Romania and Italy, which accounted for 67.3% of the exports.',
      ['EXPORTS "total" 2026-06 2 on 2025-06'],
    ],
    [
      'what a classification indicated',
      '2024-08-01',
      "Kenya's imports rose 6.2 per cent in June 2024. Imports by category indicated that fuel came first with a share of 34.62 per cent.",
      ['IMPORTS "total" 2024-06 6.2 on 2023-06', 'IMPORTS "fuel" 2024-06 share 34.62 of IMPORTS'],
    ],
  ])
})
