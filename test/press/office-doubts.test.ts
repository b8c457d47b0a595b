import { describe, expect, test } from 'vitest'
import { linesOn } from './support.js'

type Reading = readonly [title: string, text: string, lines: readonly string[]]

const testOn = (day: string, readings: readonly Reading[]): void =>
  test.each(readings)('%s', (_, text, lines) => {
    expect(linesOn(day, text)).toEqual(lines)
  })

describe('an economy', () => {
  testOn('2024-07-10', [
    [
      'is named with its form of state',
      'In May 2024, the total foreign trade of the Republic of Slovenia amounted to EUR 7,300 million, a decrease of 1.5% on May 2023.',
      ['TRADE "total" 2024-05 7300 EUR_MILLION -1.5 on 2023-05'],
    ],
    [
      'may be one of many',
      "In May 2024, Ghana's exports were US$ 1,200 million and its total trade was US$ 2,500 million.",
      ['EXPORTS "total" 2024-05 1200 USD_MILLION', 'TRADE "total" 2024-05 2500 USD_MILLION'],
    ],
    [
      'is not the union whose members are a partner',
      'In May 2024, Serbian exports were EUR 2,400 million. The European Union member states accounted for 61.5% of total external trade.',
      ['EXPORTS "total" 2024-05 2400 EUR_MILLION', 'TRADE "European Union member states" 2024-05 share 61.5 of TRADE'],
    ],
  ])
})

describe('a period', () => {
  testOn('2024-07-10', [
    [
      'of twelve months across two years is none of the store',
      'In May 2024, Icelandic exports were ISK 70 billion. Exports from June 2023 to May 2024 were ISK 900 billion. Imports over the same period were ISK 1,200 billion.',
      ['EXPORTS "total" 2024-05 70 ISK_BILLION'],
    ],
    [
      'begins and ends a change between two months',
      'Danish exports in July 2023. Exports of goods rose by 4.2 per cent from June to July 2023 to DKK 76 billion.',
      ['EXPORTS "total" 2023-07 76 DKK_BILLION 4.2 on 2023-06'],
    ],
    [
      'behind "from" and a rate is a base',
      'In the first five months of 2024, Brazilian exports stood at US$ 140 billion, an increase of 2.5% from January-May 2023, and imports at US$ 100 billion, a decline of 3.5%.',
      [
        'EXPORTS "total" 2024-01/2024-05 140 USD_BILLION 2.5 on 2023-01/2023-05',
        'IMPORTS "total" 2024-01/2024-05 100 USD_BILLION -3.5 on 2023-01/2023-05',
      ],
    ],
    [
      'behind a base in brackets is that of the base',
      'In June 2023, the value of Greece’s imports came to 6,890 million euros, against 7,912 million euros (8,340 million dollars) in June 2022, a drop, in euros, of 12.9%.',
      ['IMPORTS "total" 2023-06 6890 EUR_MILLION -12.9 on 2022-06', 'IMPORTS "total" 2022-06 7912 EUR_MILLION'],
    ],
    [
      'of a base that is a whole year is the same part of it',
      'In the first half of 2023, Greek exports amounted to 26,000 million euros, in comparison with 25,000 million euros in 2022.',
      ['EXPORTS "total" 2023-H1 26000 EUR_MILLION', 'EXPORTS "total" 2022-H1 25000 EUR_MILLION'],
    ],
    [
      'reported on may follow the one compared with',
      'In March 2024, Latvian exports were EUR 1.5 billion. Seasonally adjusted data show that, compared to March 2023, in March 2024 export value fell by 12.1%.',
      ['EXPORTS "total" 2024-03 1.5 EUR_BILLION', 'EXPORTS "total" 2024-03 -12.1 on 2023-03'],
    ],
  ])
})

describe('an amount', () => {
  testOn('2024-12-10', [
    [
      'is negative behind the word for it',
      'In October 2024, the Polish trade balance amounted to minus PLN 8.5 bn.',
      ['BALANCE "total" 2024-10 -8.5 PLN_BILLION'],
    ],
    [
      'in a bracket behind a cause is one of change',
      'In August 2024, Maltese imports were €690 million. The rise in imports was primarily due to fuels (€34.9 million), partly offset by a drop in machinery (€18.6 million). The main increase in imports was recorded from Italy (€44.9 million).',
      ['IMPORTS "total" 2024-08 690 EUR_MILLION'],
    ],
    [
      'that is a rate of less is one of change',
      'In the first quarter of 2024, Latvian trade turnover reached EUR 9.44 billion – EUR 1.26 billion or 11.8% less than in the first quarter of 2023.',
      ['TRADE "total" 2024-Q1 9.44 EUR_BILLION -11.8 on 2023-Q1'],
    ],
    [
      'in a bracket behind a base is its conversion',
      'In June 2023, the deficit of Greece’s trade balance was 2,571 million euros, in comparison with 2,943 million euros (3,076 million dollars) in June 2022.',
      ['BALANCE "total" 2023-06 -2571 EUR_MILLION', 'BALANCE "total" 2022-06 -2943 EUR_MILLION'],
    ],
    [
      'that a ministry estimates for the year is none yet',
      'In October 2024, Brazilian exports were US$ 29 billion. For the year as a whole, the ministry estimates a surplus of US$ 70 billion, on exports of US$ 335 billion.',
      ['EXPORTS "total" 2024-10 29 USD_BILLION'],
    ],
    [
      'by another concept is a second value',
      'In October 2024, Czech exports increased by 3.6%, year-on-year, to CZK 438 bn. As for the cross-border movement of goods, exports reached CZK 497 bn.',
      ['EXPORTS "total" 2024-10 438 CZK_BILLION 3.6 on 2023-10'],
    ],
    [
      'of all who trade is no count of a month',
      'In June 2024, Dutch exports amounted to 56.8 billion euros. Nearly 128 thousand companies export goods.',
      ['EXPORTS "total" 2024-06 56.8 EUR_BILLION'],
    ],
  ])
})

describe('a percentage', () => {
  testOn('2024-12-10', [
    [
      'that is a ratio of the flows is no change',
      'In May 2024, Serbian exports were EUR 2,400 million. The export-import cover ratio equalled 81.9% and was higher than in May 2023 (80.7%).',
      ['EXPORTS "total" 2024-05 2400 EUR_MILLION'],
    ],
    [
      'that a share is compared with is of its own month',
      'In March 2024, Latvian imports were EUR 1.7 billion. The share of Russia in imports was 1.8%, against 4.3% in March 2023.',
      [
        'IMPORTS "total" 2024-03 1.7 EUR_BILLION',
        'IMPORTS "Russia" 2024-03 share 1.8 of IMPORTS',
        'IMPORTS "Russia" 2023-03 share 4.3 of IMPORTS',
      ],
    ],
    [
      'of several partners together has no category',
      'In October 2024, Polish exports were PLN 130 bn. The share of Germany in exports amounted to 28.0%. Turnover with the first ten countries accounted for 67.1% of exports.',
      ['EXPORTS "total" 2024-10 130 PLN_BILLION', 'EXPORTS "Germany" 2024-10 share 28.0 of EXPORTS'],
    ],
    [
      'of a volume is none of values',
      'In April 2024, Hungarian exports were EUR 12.8 billion. The volume of machinery and transport equipment exports grew by 13% and that of imports by 2.7%. The export volume of food, beverages and tobacco increased by 17%.',
      ['EXPORTS "total" 2024-04 12.8 EUR_BILLION'],
    ],
    [
      'behind a word that is no name is not placed',
      'In October 2024, Czech exports were CZK 438 bn. The trend shows increasing exports (+0.2%) and imports (+0.4%).',
      ['EXPORTS "total" 2024-10 438 CZK_BILLION'],
    ],
  ])
})
