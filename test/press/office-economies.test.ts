import { describe, expect, test } from 'vitest'
import { read, testReadings } from './support.js'

test.each([
  [
    'the members of a union',
    'External trade in goods of Croatia, May 2024. In May 2024, exports were EUR 2.1 billion. Exports to EU Member States were EUR 1.4 billion, imports from EU Member States EUR 2 billion, and EU Member States took most exports.',
    'HR',
  ],
  [
    'the union that it trades in',
    'Cyprus: intra-extra EU trade statistics. In April 2024, imports from other EU Member States were €705 million.',
    'CY',
  ],
  [
    'a partner in another currency',
    'In July 2024, exports were €13,422 million. Exports to Great Britain were €1,005 million. Imports from Great Britain were €1,337 million. Great Britain took 7% of exports.',
    'XX',
  ],
  [
    'that of nobody where its name stands before a colon',
    'Ukraine: foreign trade in goods. In May 2024, exports were USD 3.3 billion and imports USD 5.9 billion.',
    'UA',
  ],
  [
    'the currency at the head of a sentence',
    'In May 2024, exports of Pakistan were Rs. 788 billion. In terms of US dollars the exports in May 2024 were $2,836 million.',
    'PK',
  ],
  [
    'one whose long name a bracket shortens',
    'Highlights of the Philippine Export Statistics: May 2021\n\nFOB value (in Million US Dollars)\n\nExports were USD5.2 billion in May 2021. Exports to United States of America (USA) were the highest at USD0.8 billion. Next to United States of America (USA) came Japan.',
    'PH',
  ],
])('an economy is not %s', (_, text, code) => {
  const { proposals } = read(text, { publishedAt: '2024-12-20T00:00:00Z', language: 'EN' })
  expect(proposals.length).toBeGreaterThan(0)
  expect(new Set(proposals.map(({ reporter }) => reporter))).toEqual(new Set([code]))
})

describe('a figure', () => {
  testReadings([
    [
      'of a partner that leads in a part is not one of all',
      '2024-11-14',
      'In August 2024, Oman’s exports were USD 4.1 billion, and Oman’s imports USD 3.5 billion. The UAE led in non-oil exports at USD 1.7 billion. Saudi Arabia followed with exports of USD 1.4 billion.',
      ['EXPORTS "total" 2024-08 4.1 USD_BILLION', 'IMPORTS "total" 2024-08 3.5 USD_BILLION'],
    ],
    [
      'of several countries together is not one of the goods before',
      '2024-10-17',
      'In the first half of 2024, Jamaica’s exports of alumina were US$768 million. Expenditure on imports from these countries fell by 5.5 per cent to US$2,406 million.',
      ['EXPORTS "alumina" 2024-H1 768 USD_MILLION'],
    ],
    [
      'of the flows behind the trade with a partner is of the partner',
      '2024-08-22',
      'In the first half of 2024, exports of Kazakhstan were 39.0 billion US dollars. Trade with the EAEU countries amounted to 13.6 billion dollars. Exports amounted to 4.7 billion dollars (3.2% less).',
      [
        'EXPORTS "total" 2024-H1 39.0 USD_BILLION',
        'TRADE "EAEU countries" 2024-H1 13.6 USD_BILLION',
        'EXPORTS "EAEU countries" 2024-H1 4.7 USD_BILLION -3.2 on 2023-H1',
      ],
    ],
    [
      'of the main buyers is one of exports',
      '2024-08-22',
      'In June 2024, imports of Kazakhstan were 4.9 billion US dollars. The main buyers of Kazakhstan goods were Italy (26.0%) and China (18.9%).',
      [
        'IMPORTS "total" 2024-06 4.9 USD_BILLION',
        'EXPORTS "Italy" 2024-06 share 26.0 of EXPORTS',
        'EXPORTS "China" 2024-06 share 18.9 of EXPORTS',
      ],
    ],
    [
      'at the end of a month is of the year to it',
      '2024-10-21',
      'Foreign trade at end-August 2024\nAt end-August 2024, Morocco’s imports of goods reached MAD 490 billion against MAD 467 billion at end-August 2023, up 4.8%.',
      [
        'IMPORTS "total" 2024-01/2024-08 490 MAD_BILLION 4.8 on 2023-01/2023-08',
        'IMPORTS "total" 2023-01/2023-08 467 MAD_BILLION',
      ],
    ],
    [
      'behind a rate year-on-year is no level of the year before',
      '2024-12-05',
      'In October 2024, Argentina’s imports were US$6,129 million. Imports rose 4.1% year-on-year (US$241 million), due to an increase of 9.0% in quantities.',
      ['IMPORTS "total" 2024-10 6129 USD_MILLION 4.1 on 2023-10'],
    ],
    [
      'is of the month, whatever "respectively" puts between it and its base',
      '2024-06-11',
      'In April 2024, Cyprus’s imports were €1,180 million. Imports from the EU were €705 million and from third countries €475 million, compared to €600 million and €420 million respectively, in April 2023.',
      [
        'IMPORTS "total" 2024-04 1180 EUR_MILLION',
        'IMPORTS "EU" 2024-04 705 EUR_MILLION',
        'IMPORTS "third countries" 2024-04 475 EUR_MILLION',
      ],
    ],
    [
      'is compared with those during two months',
      '2024-10-30',
      'Exports from Pakistan during September 2024 amounted to Rs. 788 billion as against Rs. 769 billion in August 2024 and Rs. 731 billion during September 2023, showing an increase of 2.43% over August 2024.',
      [
        'EXPORTS "total" 2024-09 788 PKR_BILLION 2.43 on 2024-08',
        'EXPORTS "total" 2024-08 769 PKR_BILLION',
        'EXPORTS "total" 2023-09 731 PKR_BILLION',
      ],
    ],
    [
      'by the concept that its text begins with is read',
      '2024-09-05',
      'According to the national concept, Belgian exports fell by 9.7% year-on-year to EUR 26.8 billion in June 2024, and imports by 11.2% to EUR 26.4 billion.',
      [
        'EXPORTS "total" 2024-06 26.8 EUR_BILLION -9.7 on 2023-06',
        'IMPORTS "total" 2024-06 26.4 EUR_BILLION -11.2 on 2023-06',
      ],
    ],
    [
      'of words that are no name is not placed',
      '2024-10-24',
      'In August 2024, Saudi Arabia’s exports were SAR 92 billion. National non-oil exports (excluding re-exports) rose by 2.3% to SAR 19 billion. Among the most important non-oil export goods were products of the chemical industry, which constituted 25.5% of total exports.',
      ['EXPORTS "total" 2024-08 92 SAR_BILLION'],
    ],
    [
      'of what topped a flow is not placed',
      '2024-11-14',
      'In August 2024, Oman’s imports were USD 3.5 billion. Mineral products topped imports at USD 0.9 billion.',
      ['IMPORTS "total" 2024-08 3.5 USD_BILLION'],
    ],
    [
      'of the mainland is one of a part outside China',
      '2024-11-15',
      "Norway's exports rose. Mainland exports came to NOK 60.3 billion in October, 2.4 per cent more than in the same month last year.",
      ['EXPORTS "Mainland" 2024-10 60.3 NOK_BILLION 2.4 on 2023-10'],
    ],
  ])
})
