import { describe, expect, test } from 'vitest'
import { read, testReadings } from './support.js'

describe('whose trade a text is about', () => {
  test.each([
    [
      'the value of its exports',
      'The value of Irish goods exports in May 2024 was €17,902 million. Exports to Great Britain were €1,340 million and imports from Great Britain €1,100 million. Great Britain accounted for 7% of exports.',
      'IE',
    ],
    ['its office', 'In June 2024, exports amounted to EUR 14.9 billion, as Statistics Austria reports.', 'AT'],
    [
      'exports for a time',
      'Total merchandise exports of Mauritius for the third quarter of 2024 amounted to US$ 580 million.',
      'MU',
    ],
    [
      'no area within it',
      'Romanian exports were 8 billion euros in May 2024. Intra-EU trade was 5 billion euros, and extra-EU trade 3 billion euros. The intra-EU surplus was 1 billion euros.',
      'RO',
    ],
    [
      'not a partner that a sentence ranks first',
      'Qatar’s exports were QR 87 billion in Q3 2024. The United States was the first country of origin of imports with QR 4.4 billion.',
      'QA',
    ],
  ])('is told by %s', (_, text, code) => {
    const { proposals } = read(text, { publishedAt: '2024-11-20T00:00:00Z', language: 'EN' })
    expect(proposals.length).toBeGreaterThan(0)
    expect(new Set(proposals.map(({ reporter }) => reporter))).toEqual(new Set([code]))
  })
})

describe('an amount', () => {
  testReadings([
    [
      'has its currency before or behind it',
      '2024-09-10',
      'In July 2024, exports of goods from Bulgaria amounted to 7,690 million BGN and rose by 4.6% compared to July 2023. Exports from Bulgaria to third countries amounted to BGN 2,400 million and decreased by 8.3%.',
      [
        'EXPORTS "total" 2024-07 7690 BGN_MILLION 4.6 on 2023-07',
        'EXPORTS "third countries" 2024-07 2400 BGN_MILLION -8.3 on 2023-07',
      ],
    ],
    [
      'is in millions where they are abbreviated',
      '2024-08-09',
      'In June 2024, exports of Slovakia reached EUR 9,130 mil. and imports EUR 8,702 mil.',
      ['EXPORTS "total" 2024-06 9130 EUR_MILLION', 'IMPORTS "total" 2024-06 8702 EUR_MILLION'],
    ],
    [
      'of barrels is none of money',
      '2024-10-04',
      'In August 2024, Colombian exports were USD 4,253 million. Colombian crude oil exports totaled 13.6 million barrels.',
      ['EXPORTS "total" 2024-08 4253 USD_MILLION'],
    ],
    [
      'may be told with how much more it is',
      '2024-10-10',
      'In August 2024, exports of Slovenia amounted to EUR 3.7 billion or 3.9% less than in August 2023.',
      ['EXPORTS "total" 2024-08 3.7 EUR_BILLION -3.9 on 2023-08'],
    ],
    [
      'has its flow behind it',
      '2024-11-11',
      'In September 2024, Romanian exports were 8 billion euros. The value of intra-EU27 trade in goods was 5.4 billion euros in dispatches and 6.9 billion euros in introductions.',
      [
        'EXPORTS "total" 2024-09 8 EUR_BILLION',
        'EXPORTS "intra-EU27" 2024-09 5.4 EUR_BILLION',
        'IMPORTS "intra-EU27" 2024-09 6.9 EUR_BILLION',
      ],
    ],
    [
      'falls to the share of a flow',
      '2024-12-09',
      'In October 2024, the foreign trade turnover of Azerbaijan amounted to 39 billion dollars, of which 22 billion dollars fell to the share of exports and 17 billion dollars to the share of imports.',
      [
        'TRADE "total" 2024-10 39 USD_BILLION',
        'EXPORTS "total" 2024-10 22 USD_BILLION',
        'IMPORTS "total" 2024-10 17 USD_BILLION',
      ],
    ],
    [
      'from which a balance mainly comes is one of a part',
      '2024-06-18',
      'Indonesia’s trade balance in May 2024 recorded a surplus of US$2.93 billion, mainly coming from the manufacturing sector of US$4.26 billion.',
      ['BALANCE "total" 2024-05 2.93 USD_BILLION', 'BALANCE "manufacturing sector" 2024-05 4.26 USD_BILLION'],
    ],
    [
      'of national exports is not one of all where there are re-exports',
      '2024-08-26',
      'In June 2024, Jordan’s imports were USD 2,140 million. National exports amounted to USD 921 million, a decline of 3.2%. Total exports were USD 1,003 million, of which USD 921 million were national exports.',
      [
        'IMPORTS "total" 2024-06 2140 USD_MILLION',
        'EXPORTS "National" 2024-06 921 USD_MILLION -3.2 on 2023-06',
        'EXPORTS "total" 2024-06 1003 USD_MILLION',
      ],
    ],
    [
      'that would be reached is a forecast, and so are those that follow',
      '2024-12-20',
      'In the third quarter of 2024, exports of Mauritius were US$ 580 million. For the year 2024, total exports would be around US$ 2,300 million and total imports US$ 6,400 million, leading to a trade deficit of US$ 4,100 million.',
      ['EXPORTS "total" 2024-Q3 580 USD_MILLION'],
    ],
    [
      'of the year that is not over is not placed',
      '2024-11-20',
      'In October 2024, Danish exports were DKK 76 billion. The institute puts imports in 2024 at DKK 800 billion.',
      ['EXPORTS "total" 2024-10 76 DKK_BILLION'],
    ],
  ])
})

describe('a period', () => {
  testReadings([
    [
      'in a bracket behind the one compared with is the same',
      '2024-09-16',
      'Nigeria’s total trade stood at US$ 31.9 billion in Q2 2024. This represents a decrease of 3.76% compared to the preceding quarter (Q1 2024) and a rise of 50.39% compared to Q2 2023. Exports had a value of US$ 19.4 billion.',
      [
        'TRADE "total" 2024-Q2 31.9 USD_BILLION -3.76 on 2024-Q1 50.39 on 2023-Q2',
        'EXPORTS "total" 2024-Q2 19.4 USD_BILLION',
      ],
    ],
    [
      'has Roman months',
      '2024-11-11',
      'In September 2024, Romanian exports were 8.0 billion euros. During 1.I-30.IX.2024, exports amounted to 69.6 billion euros. The deficit in the same period was 23.8 billion euros, higher than that recorded in the period 1.I-30.IX.2023.',
      [
        'EXPORTS "total" 2024-09 8.0 EUR_BILLION',
        'EXPORTS "total" 2024-01/2024-09 69.6 EUR_BILLION',
        'BALANCE "total" 2024-01/2024-09 -23.8 EUR_BILLION',
      ],
    ],
    [
      'of no use to the store ends with its paragraph',
      '2024-10-08',
      'In August 2024, France’s trade deficit stood at €7.4 billion. Over the last twelve months, the deficit amounted to €83.2 billion.\nThe deficit vis-à-vis China was €3.9 billion. The balance of machinery worsened by €1.5 billion to reach -€3.8 billion.',
      [
        'BALANCE "total" 2024-08 -7.4 EUR_BILLION',
        'BALANCE "China" 2024-08 -3.9 EUR_BILLION',
        'BALANCE "machinery" 2024-08 -3.8 EUR_BILLION',
      ],
    ],
    [
      'of a level may be told by the base in its bracket',
      '2024-10-10',
      'In August 2024, exports of Slovenia amounted to EUR 3.7 billion. In the first eight months of 2024 exports amounted to EUR 36.9 billion.\nExports to EU countries amounted to EUR 1.8 billion (7.4% lower than in August 2023).',
      [
        'EXPORTS "total" 2024-08 3.7 EUR_BILLION',
        'EXPORTS "total" 2024-01/2024-08 36.9 EUR_BILLION',
        'EXPORTS "EU countries" 2024-08 1.8 EUR_BILLION -7.4 on 2023-08',
      ],
    ],
  ])
})

describe('a percentage', () => {
  testReadings([
    [
      'with a partner behind the verb is none of all',
      '2024-08-26',
      'In June 2024, Jordan’s imports were USD 2,140 million. Imports rose from Saudi Arabia by 9.0% and fell from China by 2.0%.',
      [
        'IMPORTS "total" 2024-06 2140 USD_MILLION',
        'IMPORTS "Saudi Arabia" 2024-06 9.0 on 2023-06',
        'IMPORTS "China" 2024-06 -2.0 on 2023-06',
      ],
    ],
    [
      'of those from whom most was imported is of imports',
      '2024-10-10',
      'In August 2024, exports of Slovenia were EUR 3.7 billion. Slovenia exported the most to Switzerland (25.1% of total exports) and Croatia (8.2%), and imported the most from China (18.0% of total imports) and Italy (9.9%).',
      [
        'EXPORTS "total" 2024-08 3.7 EUR_BILLION',
        'EXPORTS "Switzerland" 2024-08 share 25.1 of EXPORTS',
        'EXPORTS "Croatia" 2024-08 share 8.2 of EXPORTS',
        'IMPORTS "China" 2024-08 share 18.0 of IMPORTS',
        'IMPORTS "Italy" 2024-08 share 9.9 of IMPORTS',
      ],
    ],
    [
      'of one flow is no share of the other',
      '2024-11-11',
      'In September 2024, Romanian exports were 8 billion euros. Intra-EU27 trade was 5.4 billion euros in exports and 6.9 billion euros in imports, representing 72.4% of total exports and 72.7% of total imports.',
      [
        'EXPORTS "total" 2024-09 8 EUR_BILLION',
        'EXPORTS "Intra-EU27" 2024-09 5.4 EUR_BILLION share 72.4 of EXPORTS',
        'IMPORTS "Intra-EU27" 2024-09 6.9 EUR_BILLION share 72.7 of IMPORTS',
      ],
    ],
    [
      'of goods in a section has the name of the section',
      '2024-09-10',
      'In July 2024, exports of Bulgaria rose by 4.6% compared to July 2023. In exports, the largest growth was reported in the section ‘Crude materials’ (14.3%).',
      ['EXPORTS "total" 2024-07 4.6 on 2023-07', 'EXPORTS "Crude materials" 2024-07 14.3 on 2023-07'],
    ],
    [
      'is none of what offset a change',
      '2024-12-20',
      'In the third quarter of 2024, exports of Mauritius rose by 5.6% on the third quarter of 2023. The rise in exports is explained by "Food" (+16.4%), partly offset by a decrease of 4.9% in "Toys".',
      ['EXPORTS "total" 2024-Q3 5.6 on 2023-Q3', 'EXPORTS "Food" 2024-Q3 16.4 on 2023-Q3'],
    ],
    [
      'in actual prices is one of values',
      '2024-12-09',
      'In October 2024, the foreign trade turnover of Azerbaijan decreased by 7.0 percent in actual prices compared to October 2023.',
      ['TRADE "total" 2024-10 -7.0 on 2023-10'],
    ],
    [
      'in a bracket behind a name that was not understood is not placed',
      '2024-10-04',
      'In August 2024, exports of Slovenia were EUR 3.7 billion. Exports to Germany were EUR 0.9 billion, much of it through the port of Koper (12% of total exports). Exports to Italy were EUR 0.7 billion, and vehicles of the brand led them (31%).',
      [
        'EXPORTS "total" 2024-08 3.7 EUR_BILLION',
        'EXPORTS "Germany" 2024-08 0.9 EUR_BILLION',
        'EXPORTS "Italy" 2024-08 0.7 EUR_BILLION',
      ],
    ],
  ])
})
