import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('periods that are mentioned beside those of figures', () => {
  testReadings([
    [
      'an earlier period in a relative clause',
      '2024-06-19',
      "Japan's exports climbed 9.8 percent to 8.04 trillion yen in May, while imports, which had been shrinking until March, rose 7.9 percent to 9.21 trillion yen.",
      [
        'EXPORTS "total" 2024-05 8.04 JPY_TRILLION 9.8 on 2023-05',
        'IMPORTS "total" 2024-05 9.21 JPY_TRILLION 7.9 on 2023-05',
      ],
    ],
    [
      'the month of an earlier record',
      '2022-09-07',
      "China's exports rose 6.1 percent in August. The trade surplus fell to US$78.4 billion from the record US$100.3 billion reached in July.",
      [
        'EXPORTS TOTAL:ALL 2022-08 6.1 on 2021-08',
        'BALANCE TOTAL:ALL 2022-08 78.4 USD_BILLION',
        'BALANCE TOTAL:ALL 2022-07 100.3 USD_BILLION',
      ],
    ],
    [
      'the year by which a level was reached',
      '2023-03-10',
      "China's goods trade, which was worth 30.4 trillion yuan in 2018, had grown to 42.3 trillion yuan by 2022.",
      ['TRADE TOTAL:ALL 2018 30.4 CNY_TRILLION', 'TRADE TOTAL:ALL 2022 42.3 CNY_TRILLION'],
    ],
    [
      'the end of a fiscal year',
      '2024-04-17',
      "For fiscal 2023, which ended in March 2024, Japan's exports came to 101,700.9 billion yen.",
      [],
    ],
    [
      'the year so far behind a month',
      '2024-06-06',
      'In May 2024, Brazilian exports totaled US$ 30.14 billion and imports US$ 21.61 billion. In the year, exports totaled US$ 137.81 billion and imports US$ 101.92 billion.',
      [
        'EXPORTS "total" 2024-05 30.14 USD_BILLION',
        'IMPORTS "total" 2024-05 21.61 USD_BILLION',
        'EXPORTS "total" 2024-01/2024-05 137.81 USD_BILLION',
        'IMPORTS "total" 2024-01/2024-05 101.92 USD_BILLION',
      ],
    ],
  ])
})

describe('whose trade it is', () => {
  testReadings([
    [
      'another balance by its partner',
      '2025-07-08',
      'The trade balance with Norway was in a surplus of CZK 6.4 billion in May 2025, while that with Vietnam showed a deficit of CZK 8.2 billion.',
      ['BALANCE "Norway" 2025-05 6.4 CZK_BILLION', 'BALANCE "Vietnam" 2025-05 -8.2 CZK_BILLION'],
    ],
    [
      'deficits of a list',
      '2025-02-05',
      'In 2024, the goods deficit with China came to 290 billion euros, that with the European Union to 230 billion euros and that with Mexico to 170 billion euros.',
      [
        'BALANCE "China" 2024 -290 EUR_BILLION',
        'BALANCE PARTNER:EU 2024 -230 EUR_BILLION',
        'BALANCE "Mexico" 2024 -170 EUR_BILLION',
      ],
    ],
    [
      "a gap in somebody's favour",
      '2025-01-28',
      "China's exports to India reached 120.1 billion yuan in 2024, while its imports from there came to 17.1 billion yuan. The resulting gap of 103 billion yuan in China's favour is the largest ever.",
      [
        'EXPORTS "India" 2024 120.1 CNY_BILLION',
        'IMPORTS "India" 2024 17.1 CNY_BILLION',
        'BALANCE "India" 2024 103 CNY_BILLION',
      ],
    ],
    [
      'goods by the adjective of their origin',
      '2019-09-08',
      "China's imports of American products shrank by 21.4 percent to 10.1 billion yuan in August.",
      ['IMPORTS PARTNER:US 2019-08 10.1 CNY_BILLION -21.4 on 2018-08'],
    ],
    [
      'goods in a second passive',
      '2023-12-04',
      'In October 2023, goods worth 57.1 billion euros were exported to countries outside the EU, and goods worth 50.7 billion euros were imported from there.',
      [
        'EXPORTS "countries outside the EU" 2023-10 57.1 EUR_BILLION',
        'IMPORTS "countries outside the EU" 2023-10 50.7 EUR_BILLION',
      ],
    ],
    [
      'a partner ahead of both flows',
      '2025-02-26',
      'In January 2025, seasonally adjusted trade flows with non-EU27 countries rose by 0.8% for exports and by 6.6% for imports compared to the previous month.',
      ['EXPORTS "non-EU27 countries" 2025-01 0.8 on 2024-12', 'IMPORTS "non-EU27 countries" 2025-01 6.6 on 2024-12'],
    ],
    [
      'private companies that trade',
      '2025-01-13',
      'In 2024, there were 608,000 private companies with imports or exports.',
      ['TRADING_ENTERPRISES ENTERPRISE_TYPE:PRIVATE 2024 608000 ENTERPRISE'],
    ],
    [
      'a surplus on services',
      '2024-10-09',
      'Danish exports of goods were DKK 78.1 billion in August 2024. The surplus on services was DKK 9.7 billion.',
      ['EXPORTS "total" 2024-08 78.1 DKK_BILLION'],
    ],
    [
      'a share of the exports of the world',
      '2024-01-18',
      "China's share of global exports was 14.1 percent in 2023. Exports rose 0.6 percent to 23.7 trillion yuan.",
      ['EXPORTS TOTAL:ALL 2023 23.7 CNY_TRILLION 0.6 on 2022'],
    ],
    [
      'sectors whose exports performed as follows',
      '2024-10-04',
      'In September 2024, exports by sector performed as follows: a drop of 8.4% in Agriculture, which totaled US$ 5.4 billion.',
      [],
    ],
  ])
})

describe('quantities and amounts of changes', () => {
  testReadings([
    [
      'rates of a quantity behind another rate',
      '2023-12-07',
      "China's coal imports touched 43.1 million metric tons in November, up 20 percent from October and 33.7 percent above the 32.21 million tons recorded a year earlier.",
      [
        'IMPORT_QUANTITY "coal" 2023-11 4310 TONNE_10_THOUSAND 20 on 2023-10 33.7 on 2022-11',
        'IMPORT_QUANTITY "coal" 2022-11 3221 TONNE_10_THOUSAND',
      ],
    ],
    [
      "the month's gain of a quantity",
      '2025-06-09',
      "China's exports of unwrought aluminium rebounded to 546,000 tonnes in May from 517,000 tonnes in April, a monthly gain of 5.6%.",
      [
        'EXPORT_QUANTITY "unwrought aluminium" 2025-05 546000 TONNE 5.6 on 2025-04',
        'EXPORT_QUANTITY "unwrought aluminium" 2025-04 517000 TONNE',
      ],
    ],
    [
      'what a quantity cost',
      '2025-01-21',
      'Customs data put imports of durian at 1.54 million tonnes last year, up 9.1 percent, at a cost of 6.91 billion U.S. dollars, 4 percent more than in 2023.',
      [
        'IMPORT_QUANTITY "durian" 2024 154 TONNE_10_THOUSAND 9.1 on 2023',
        'IMPORTS "durian" 2024 6.91 USD_BILLION 4 on 2023',
      ],
    ],
    [
      'amounts of several changes',
      '2024-06-12',
      'The value of UK goods imports increased by £1.2 billion (2.7%) in April 2024, with a rise of £0.8 billion (3.5%) in imports from the EU and of £0.4 billion (1.8%) in imports from non-EU countries.',
      [
        'IMPORTS "total" 2024-04 2.7 on 2024-03',
        'IMPORTS "EU" 2024-04 3.5 on 2024-03',
        'IMPORTS "non-EU countries" 2024-04 1.8 on 2024-03',
      ],
    ],
    [
      'headline and customs-based figures',
      '2024-06-25',
      "Thailand's customs-based exports increased 6.3% in May from a year earlier to 26.1 billion euros.",
      ['EXPORTS "total" 2024-05 26.1 EUR_BILLION 6.3 on 2023-05'],
    ],
  ])
})
describe('the second of two leaders, and words of time', () => {
  testReadings([
    [
      'the largest import market behind the largest export market',
      '2024-11-06',
      "In the first ten months of 2024, the United States was Viet Nam's largest export market with a turnover of 97.4 billion USD, and China was the largest import market with 116.7 billion USD.",
      ['EXPORTS "United States" 2024-01/2024-10 97.4 USD_BILLION', 'IMPORTS "China" 2024-01/2024-10 116.7 USD_BILLION'],
    ],
    [
      'a level behind a change on the quarter',
      '2025-08-07',
      "France's exports fell by 1.2% on the quarter to €147.2 billion in the second quarter of 2025, while imports edged up by 0.3% to €167.6 billion.",
      [
        'EXPORTS "total" 2025-Q2 147.2 EUR_BILLION -1.2 on 2025-Q1',
        'IMPORTS "total" 2025-Q2 167.6 EUR_BILLION 0.3 on 2025-Q1',
      ],
    ],
    [
      'the mainland as the buyer',
      '2025-01-25',
      'The mainland bought goods worth 216.8 billion yuan from Taiwan in 2024, 9.2 per cent more than a year earlier.',
      ['IMPORTS "Taiwan" 2024 216.8 CNY_BILLION 9.2 on 2023'],
    ],
  ])
})
describe('which flow an amount is', () => {
  testReadings([
    [
      'the flow behind the second amount',
      '2023-07-20',
      "Zhejiang's trade was 2.44 trillion yuan in the first six months of 2023. Of that, 1.81 trillion yuan was exports, an increase of 3.4 percent, and 640.3 billion yuan imports, up 7.4 percent.",
      [
        'TRADE "total" 2023-H1 2.44 CNY_TRILLION',
        'EXPORTS "total" 2023-H1 1.81 CNY_TRILLION 3.4 on 2022-H1',
        'IMPORTS "total" 2023-H1 640.3 CNY_BILLION 7.4 on 2022-H1',
      ],
    ],
  ])
})
describe('signs and shares of other wholes', () => {
  testReadings([
    [
      'a rate in a bracket ahead of its direction',
      '2024-02-15',
      'UK total imports of goods were £46.0 billion in December 2023, an increase of £0.9 billion (2.0%) from November 2023 but £3.3 billion (6.6%) lower than in December 2022.',
      ['IMPORTS "total" 2023-12 46.0 GBP_BILLION 2.0 on 2023-11 -6.6 on 2022-12'],
    ],
    [
      "a share of the world's exports beside its own",
      '2024-01-18',
      "China remained the world's largest goods trader in 2023, with its share of global exports steady at about 14.1 percent.",
      [],
    ],
  ])
})
describe('what "there" and "one" point at', () => {
  testReadings([
    [
      'the partner of most imports',
      '2025-05-09',
      'Exports to the United Kingdom fell by 3.2% to 6.3 billion euros in March 2025. Most imports came from China; goods worth 14.2 billion euros were imported from there.',
      ['EXPORTS "United Kingdom" 2025-03 6.3 EUR_BILLION -3.2 on 2024-03', 'IMPORTS "China" 2025-03 14.2 EUR_BILLION'],
    ],
    [
      'another surplus',
      '2024-03-15',
      'In January 2024, the trade balance closed with a surplus of €0.7 billion, after one of €1.3 billion in December 2023.',
      ['BALANCE "total" 2024-01 0.7 EUR_BILLION', 'BALANCE "total" 2023-12 1.3 EUR_BILLION'],
    ],
  ])
})
describe('wordings of Eurostat', () => {
  testReadings([
    [
      'first estimates of a balance',
      '2025-07-18',
      'The first estimates of the euro area balance showed a €12.1 bn surplus in trade in goods with the rest of the world in May 2025, compared with €12.6 bn in May 2024.',
      ['BALANCE "total" 2025-05 12.1 EUR_BILLION', 'BALANCE "total" 2024-05 12.6 EUR_BILLION'],
    ],
    [
      'the largest partners for each flow with their shares',
      '2025-03-21',
      'In 2024, the United States was the largest partner for EU exports of goods (20.5%), followed by the United Kingdom (13.1%) and China (8.2%). China was the largest partner for EU imports of goods (21.2%), ahead of the United States (13.6%).',
      [
        'EXPORTS "United States" 2024 share 20.5 of EXPORTS',
        'EXPORTS "United Kingdom" 2024 share 13.1 of EXPORTS',
        'EXPORTS "China" 2024 share 8.2 of EXPORTS',
        'IMPORTS "China" 2024 share 21.2 of IMPORTS',
        'IMPORTS "United States" 2024 share 13.6 of IMPORTS',
      ],
    ],
  ])
})
