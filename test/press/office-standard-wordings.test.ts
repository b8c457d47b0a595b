import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('wordings of statistical offices', () => {
  testReadings([
    [
      'a first estimate is no forecast',
      '2025-05-21',
      'The first estimate of exports of goods of Germany in March 2025 was €133.2 billion, up by 2.3% compared with March 2024 (€130.2 bn).',
      ['EXPORTS "total" 2025-03 133.2 EUR_BILLION 2.3 on 2024-03', 'EXPORTS "total" 2024-03 130.2 EUR_BILLION'],
    ],
    [
      "an amount's worth of goods to a partner",
      '2025-02-28',
      "In 2024, the Netherlands exported 164 billion euros' worth of goods to Germany, 3 percent less than in 2023.",
      ['EXPORTS "Germany" 2024 164 EUR_BILLION -3 on 2023'],
    ],
    [
      'rates of an earlier month in the same order',
      '2025-05-10',
      'In March 2025, Portuguese exports and imports of goods recorded year-on-year nominal rates of change of +4.1% and +7.3%, respectively (+2.2% and -0.9%, in the same order, in February 2025).',
      [
        'EXPORTS "total" 2025-03 4.1 on 2024-03',
        'IMPORTS "total" 2025-03 7.3 on 2024-03',
        'EXPORTS "total" 2025-02 2.2 on 2024-02',
        'IMPORTS "total" 2025-02 -0.9 on 2024-02',
      ],
    ],
    [
      'trade that is unfavourable by an amount',
      '2020-04-30',
      'In March 2020, Iceland exported goods amounting to ISK 46.4 billion FOB and imported goods amounting to ISK 51.2 billion CIF. The trade in goods was therefore unfavourable by ISK 4.8 billion.',
      [
        'EXPORTS "total" 2020-03 46.4 ISK_BILLION',
        'IMPORTS "total" 2020-03 51.2 ISK_BILLION',
        'BALANCE "total" 2020-03 -4.8 ISK_BILLION',
      ],
    ],
    [
      'a balance in deficit with its amount in a bracket',
      '2020-10-09',
      'In August 2020 the total import of Slovakia decreased by 4.4 % to EUR 5 215.3 million. The foreign trade balance was in deficit (by EUR 41.3 million).',
      ['IMPORTS "total" 2020-08 5215.3 EUR_MILLION -4.4 on 2019-08', 'BALANCE "total" 2020-08 -41.3 EUR_MILLION'],
    ],
    [
      'changes of several partners, with two directions',
      '2023-06-09',
      'In the first four months of 2023 exports of Slovakia went up, year-on-year, to Germany (by 5.3 %), the Czech Republic (by 8.9 %) and Poland (by 11.4 %), and they declined to Austria (by 2.7 %).',
      [
        'EXPORTS "Germany" 2023-01/2023-04 5.3 on 2022-01/2022-04',
        'EXPORTS "Czech Republic" 2023-01/2023-04 8.9 on 2022-01/2022-04',
        'EXPORTS "Poland" 2023-01/2023-04 11.4 on 2022-01/2022-04',
        'EXPORTS "Austria" 2023-01/2023-04 -2.7 on 2022-01/2022-04',
      ],
    ],
    [
      'the share of a partner behind its amount',
      '2020-08-15',
      'The EU accounted for €5,911 million (49%) of total Irish goods exports in June 2020.',
      ['EXPORTS "EU" 2020-06 5911 EUR_MILLION share 49 of EXPORTS'],
    ],
    [
      'months in Roman numerals, with a space',
      '2024-11-10',
      "During 1.I-30.IX 2024, Romania's FOB exports amounted to 69,814.2 million euro.",
      ['EXPORTS "total" 2024-01/2024-09 69814.2 EUR_MILLION'],
    ],
    [
      'exports that summed up an amount',
      '2020-06-10',
      'In Romania, exports carried out in April 2020 summed up 18,112.3 million lei. As compared to April 2019, April 2020 exports decreased by 30.9% and imports by 28.4%.',
      ['EXPORTS "total" 2020-04 18112.3 RON_MILLION -30.9 on 2019-04', 'IMPORTS "total" 2020-04 -28.4 on 2019-04'],
    ],
    [
      'goods exported from, and imported into, an economy',
      '2025-05-10',
      'Exports of Estonia grew in March 2025. Goods were exported from Estonia to the value of 1.4 billion euros and imported into Estonia to the value of nearly 1.7 billion euros.',
      ['EXPORTS "total" 2025-03 1.4 EUR_BILLION', 'IMPORTS "total" 2025-03 UNDER 1.7 EUR_BILLION'],
    ],
    [
      'a change from one month to the next',
      '2022-06-09',
      'Adjusted for seasonal variations, Danish exports of goods rose by 3.2 per cent from March to April 2022, and imports of goods fell by 1.1 per cent.',
      ['EXPORTS "total" 2022-04 3.2 on 2022-03', 'IMPORTS "total" 2022-04 -1.1 on 2022-03'],
    ],
    [
      'a change between two months',
      '2025-04-22',
      "Between February and March 2025, Australia's exports of coal decreased A$410m (6%) to A$6,102m.",
      ['EXPORTS "coal" 2025-03 6102 AUD_MILLION -6 on 2025-02'],
    ],
    [
      'shares whose unit the last one states',
      '2020-10-09',
      "In August 2020, the largest shares of Lithuania's exports went to Russia (13.1), Latvia (9.2) and Germany (8.0 per cent).",
      [
        'EXPORTS "Russia" 2020-08 share 13.1 of EXPORTS',
        'EXPORTS "Latvia" 2020-08 share 9.2 of EXPORTS',
        'EXPORTS "Germany" 2020-08 share 8.0 of EXPORTS',
      ],
    ],
    [
      'parts of a trade behind "whereof"',
      '2025-06-19',
      'In January-May 2025 the external merchandise trade of Georgia amounted to USD 9 512.0 million, whereof exports equaled USD 2 611.7 million (5.5 percent higher) and imports USD 6 900.3 million (10.2 percent higher).',
      [
        'TRADE "total" 2025-01/2025-05 9512.0 USD_MILLION',
        'EXPORTS "total" 2025-01/2025-05 2611.7 USD_MILLION 5.5 on 2024-01/2024-05',
        'IMPORTS "total" 2025-01/2025-05 6900.3 USD_MILLION 10.2 on 2024-01/2024-05',
      ],
    ],
  ])
})

describe('more wordings of statistical offices', () => {
  testReadings([
    [
      'exports of the EU to outside it are all of its exports',
      '2025-05-21',
      'The first estimate of extra-EU exports of goods in March 2025 was €279.8 billion, up by 13.6% compared with March 2024 (€246.3 bn). Imports from the rest of the world stood at €243.0 bn, up by 8.8%. Source: Eurostat.',
      [
        'EXPORTS "total" 2025-03 279.8 EUR_BILLION 13.6 on 2024-03',
        'EXPORTS "total" 2024-03 246.3 EUR_BILLION',
        'IMPORTS "total" 2025-03 243.0 EUR_BILLION 8.8 on 2024-03',
      ],
    ],
    [
      'exports that slowed down, with signed rates',
      '2020-01-30',
      'In Q4 2019, French exports of goods slowed down (+0.1% after +0.5% in Q3).',
      ['EXPORTS "total" 2019-Q4 0.1 on 2019-Q3', 'EXPORTS "total" 2019-Q3 0.5 on 2019-Q2'],
    ],
    [
      'rates against a month before, then against a year before',
      '2018-06-09',
      'Statistics Lithuania informs that in April 2018, against March, exports decreased by 6.8 per cent, imports by 5.9 per cent; against April 2017, exports increased by 8.4 per cent, imports by 9.0 per cent.',
      [
        'EXPORTS "total" 2018-04 -6.8 on 2018-03 8.4 on 2017-04',
        'IMPORTS "total" 2018-04 -5.9 on 2018-03 9.0 on 2017-04',
      ],
    ],
  ])
})

describe('a rate in round numbers', () => {
  testReadings([
    [
      "a headline's rate and the exact one",
      '2024-09-29',
      'Zimbabwe’s exports increased by over 8 percent between July and August 2024. The deficit fell, accounted for by an export increase of 8.6 percent from US$601.2 million in July 2024 to US$652.9 million in August 2024.',
      ['EXPORTS "total" 2024-08 652.9 USD_MILLION 8.6 on 2024-07', 'EXPORTS "total" 2024-07 601.2 USD_MILLION'],
    ],
  ])
})

describe("an office's sentence", () => {
  testReadings([
    [
      'balances with two groups that are in surplus and deficit',
      '2024-11-06',
      'In September 2024, the Czech balance with EU Member States was in a surplus of CZK 75.2 billion, whereas the balance with non-EU countries was in a deficit of CZK 58.8 billion.',
      ['BALANCE "EU Member States" 2024-09 75.2 CZK_BILLION', 'BALANCE "non-EU countries" 2024-09 -58.8 CZK_BILLION'],
    ],
    [
      'a total that is unchanged',
      '2024-11-18',
      "Singapore's total exports were unchanged from a year ago at S$56.2 billion in October 2024, and total imports grew by 4.0% to S$52.5 billion.",
      ['EXPORTS "total" 2024-10 56.2 SGD_BILLION', 'IMPORTS "total" 2024-10 52.5 SGD_BILLION 4.0 on 2023-10'],
    ],
    [
      'goods that were exported from the country',
      '2024-12-10',
      'In October 2024, goods were exported from Estonia at current prices for €1.53 billion and imported to Estonia for €1.82 billion.',
      ['EXPORTS "total" 2024-10 1.53 EUR_BILLION', 'IMPORTS "total" 2024-10 1.82 EUR_BILLION'],
    ],
    [
      'the last of a list behind a turn',
      '2025-02-24',
      'In January 2025, Thai exports of cars expanded by 17.6%, while toys contracted by 1.5% and boats by 0.3%.',
      [
        'EXPORTS "cars" 2025-01 17.6 on 2024-01',
        'EXPORTS "toys" 2025-01 -1.5 on 2024-01',
        'EXPORTS "boats" 2025-01 -0.3 on 2024-01',
      ],
    ],
  ])
})
