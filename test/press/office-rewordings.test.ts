import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('wordings of ranks and partners', () => {
  testReadings([
    [
      'a partner whose trade an opening tells',
      '2026-02-21',
      "With exports worth 149.3 billion euros in 2025, the United States was Germany's most important customer.",
      ['EXPORTS "United States" 2025 149.3 EUR_BILLION'],
    ],
    [
      'chief goods, and what is well behind them',
      '2020-03-01',
      "Motor vehicles were again Germany's chief export goods in 2019: they accounted for 223.6 billion euros, or 16.8% of all exports, well ahead of machinery (14.7%) and chemical products (8.9%).",
      [
        'EXPORTS "Motor vehicles" 2019 223.6 EUR_BILLION share 16.8 of EXPORTS',
        'EXPORTS "machinery" 2019 share 14.7 of EXPORTS',
        'EXPORTS "chemical products" 2019 share 8.9 of EXPORTS',
      ],
    ],
    [
      'by far the most common destination',
      '2021-03-18',
      'The United States remained by far the most common destination for goods exported from the European Union in 2020, with a share of 18.3%, ahead of the United Kingdom (14.4%) and China (10.5%).',
      [
        'EXPORTS "United States" 2020 share 18.3 of EXPORTS',
        'EXPORTS "United Kingdom" 2020 share 14.4 of EXPORTS',
        'EXPORTS "China" 2020 share 10.5 of EXPORTS',
      ],
    ],
    [
      'goods that were exported to where most exports went',
      '2024-07-04',
      'In May 2024, most German exports went to the United States. Goods to the value of 13.1 billion euros were exported there.',
      ['EXPORTS "United States" 2024-05 13.1 EUR_BILLION'],
    ],
    [
      'goods dispatched from one economy to others',
      '2013-03-20',
      'German exports were 88.6 billion euros in January 2013. Goods to the value of 52.3 billion euros were dispatched from Germany in January 2013 to the Member States of the European Union.',
      [
        'EXPORTS "total" 2013-01 88.6 EUR_BILLION',
        'EXPORTS "Member States of the European Union" 2013-01 52.3 EUR_BILLION',
      ],
    ],
    [
      'goods exported to, and acquired from, the same',
      '2011-08-09',
      'In June 2011 Slovenia dispatched to EU Member States goods worth EUR 1,214.8 million, that is 70.4% of its total exports, and acquired from them goods worth EUR 1,301.2 million, that is 78.9% of its total imports.',
      [
        'EXPORTS "EU Member States" 2011-06 1214.8 EUR_MILLION share 70.4 of EXPORTS',
        'IMPORTS "EU Member States" 2011-06 1301.2 EUR_MILLION share 78.9 of IMPORTS',
      ],
    ],
    [
      'imports into the economy of the text',
      '2025-03-12',
      'Imports from Russia into the Netherlands stood at 2.1 billion euros in 2024.',
      ['IMPORTS "Russia" 2024 2.1 EUR_BILLION'],
    ],
  ])
})

describe('wordings of changes', () => {
  testReadings([
    [
      'an amount of change, and a record, ahead of a level',
      '2025-07-12',
      'Goods exports from the UK to the United States rose by £0.7 billion in May 2025, the largest monthly rise since records began, to £4.4 billion.',
      ['EXPORTS "United States" 2025-05 4.4 GBP_BILLION'],
    ],
    [
      'imports that climbed by even more',
      '2024-01-01',
      "Korea's exports were 632.2 billion dollars in 2023. Yet imports climbed by even more, 3.9 percent, to 642.6 billion dollars.",
      ['EXPORTS "total" 2023 632.2 USD_BILLION', 'IMPORTS "total" 2023 642.6 USD_BILLION 3.9 on 2022'],
    ],
    [
      'the whole of a year',
      '2025-02-15',
      'Over the whole of 2024, Italian exports decreased by 0.4 per cent and imports fell by 3.9 per cent.',
      ['EXPORTS "total" 2024 -0.4 on 2023', 'IMPORTS "total" 2024 -3.9 on 2023'],
    ],
    [
      'a balance of a year earlier behind "while"',
      '2010-03-31',
      'The trade balance of Finland showed a deficit of EUR 162 million in January 2010, while one year earlier it was EUR 95 million in surplus.',
      ['BALANCE "total" 2010-01 -162 EUR_MILLION', 'BALANCE "total" 2009-01 95 EUR_MILLION'],
    ],
    [
      'goods that were imported in all',
      '2024-08-12',
      'Greek exports in June 2024 were 4,120 million euros. The total imported goods in June 2024 was valued at 6,210 million euros.',
      ['EXPORTS "total" 2024-06 4120 EUR_MILLION', 'IMPORTS "total" 2024-06 6210 EUR_MILLION'],
    ],
    [
      'exports for the whole of a year',
      '2024-08-12',
      'Greek exports for the whole of last year rose 3.5 percent to 48.2 billion euros.',
      ['EXPORTS "total" 2023 48.2 EUR_BILLION 3.5 on 2022'],
    ],
    [
      'exports for the entirety of a year',
      '2024-02-07',
      'Exports of Vietnam for the entirety of 2023 fell 4.4 percent to US$354.7 billion.',
      ['EXPORTS "total" 2023 354.7 USD_BILLION -4.4 on 2022'],
    ],
    [
      'exports that picked up',
      '2024-08-12',
      'Thai exports to Japan and the EU picked up 4.1 percent and 2.6 percent respectively in June 2024.',
      ['EXPORTS "Japan" 2024-06 4.1 on 2023-06', 'EXPORTS "EU" 2024-06 2.6 on 2023-06'],
    ],
    [
      'the corresponding variation without a part',
      '2024-08-12',
      'Greek imports in June 2024 were 6,210 million euros, recording an increase of 3.5%. The corresponding variation excluding fuels recorded a fall of 82 million euros or 1.9%.',
      ['IMPORTS "total" 2024-06 6210 EUR_MILLION 3.5 on 2023-06', 'IMPORTS "excluding fuels" 2024-06 -1.9 on 2023-06'],
    ],
    [
      'statistics of the trade with a partner',
      '2024-08-12',
      "South Africa's trade deficit was R2.1 billion in June 2024. Trade statistics with Namibia for June 2024 recorded a trade surplus of R4.2 billion.",
      ['BALANCE "total" 2024-06 -2.1 ZAR_BILLION', 'BALANCE "Namibia" 2024-06 4.2 ZAR_BILLION'],
    ],
    [
      'exports with their re-exports',
      '2024-03-26',
      'Saudi exports totaled SR299.2 billion in the fourth quarter of 2023. Non-oil exports, including re-exports, worth SR66.3 billion left the Kingdom.',
      ['EXPORTS "total" 2023-Q4 299.2 SAR_BILLION', 'EXPORTS "Non-oil" 2023-Q4 66.3 SAR_BILLION'],
    ],
    [
      'a group with its short form that led',
      '2024-03-26',
      'Saudi exports totaled SR299.2 billion in the fourth quarter of 2023. The European Union (EU) group of countries led the groups of importing countries, accounting for 16.1 percent of total exports.',
      ['EXPORTS "total" 2023-Q4 299.2 SAR_BILLION', 'EXPORTS "European Union" 2023-Q4 share 16.1 of EXPORTS'],
    ],
    [
      'the same goods of the month compared with',
      '2024-09-15',
      'Gold imports of India were USD 1.1 billion in August 2024, as compared to gold imports of USD 4.9 billion in August 2023.',
      ['IMPORTS "Gold" 2024-08 1.1 USD_BILLION', 'IMPORTS "Gold" 2023-08 4.9 USD_BILLION'],
    ],
  ])
})
