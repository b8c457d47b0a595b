import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('a share in a bracket', () => {
  testReadings([
    [
      'is of the whole that the first names, for each of several too',
      '2025-04-10',
      'In February 2025, Estonian imports were 1.7 billion euros. The main commodities imported were machinery (15% of Estonia’s total imports), minerals (13%) and vehicles (12%). The main countries of consignment were Finland (14% of total imports), Germany (11%), and Lithuania and Latvia (10% each).',
      [
        'IMPORTS "total" 2025-02 1.7 EUR_BILLION',
        'IMPORTS "machinery" 2025-02 share 15 of IMPORTS',
        'IMPORTS "minerals" 2025-02 share 13 of IMPORTS',
        'IMPORTS "vehicles" 2025-02 share 12 of IMPORTS',
        'IMPORTS "Finland" 2025-02 share 14 of IMPORTS',
        'IMPORTS "Germany" 2025-02 share 11 of IMPORTS',
        'IMPORTS "Lithuania" 2025-02 share 10 of IMPORTS',
        'IMPORTS "Latvia" 2025-02 share 10 of IMPORTS',
      ],
    ],
    [
      'is of the flow in its bracket, not of the trade with a group',
      '2024-05-10',
      'In March 2024, Latvian exports were EUR 1.5 billion. The main export partners in trade with European Union countries were Lithuania (18.4% of total exports) and Estonia (11.2%).',
      [
        'EXPORTS "total" 2024-03 1.5 EUR_BILLION',
        'EXPORTS "Lithuania" 2024-03 share 18.4 of EXPORTS',
        'EXPORTS "Estonia" 2024-03 share 11.2 of EXPORTS',
      ],
    ],
    [
      'may be of regions, and goes on in the next sentence',
      '2024-07-10',
      'In May 2024, Serbian exports were EUR 2,400 million. The largest shares in the exports of Serbia were those of the northern region (32.7%) and the Belgrade region (23.6%). In imports, the Belgrade region (46.1%) was ahead.',
      [
        'EXPORTS "total" 2024-05 2400 EUR_MILLION',
        'EXPORTS "northern region" 2024-05 share 32.7 of EXPORTS',
        'EXPORTS "Belgrade region" 2024-05 share 23.6 of EXPORTS',
        'IMPORTS "Belgrade region" 2024-05 share 46.1 of IMPORTS',
      ],
    ],
    [
      'is one of the next partners where no word says that it is a change',
      '2023-12-13',
      'In October 2023, Polish exports were PLN 130 bn. The balance with Germany was PLN 12 bn. Next in exports were Czechia (6.3%) and France (6.2%).',
      [
        'EXPORTS "total" 2023-10 130 PLN_BILLION',
        'BALANCE "Germany" 2023-10 12 PLN_BILLION',
        'EXPORTS "Czechia" 2023-10 share 6.3 of EXPORTS',
        'EXPORTS "France" 2023-10 share 6.2 of EXPORTS',
      ],
    ],
    [
      'follows an amount in brackets of the first',
      '2024-10-24',
      'In August 2024, Saudi exports were SAR 92 billion. China remained the main destination of exports with 15.1% of total exports (SAR 14 billion), followed by Japan (9.3%) and India (8.9%).',
      [
        'EXPORTS "total" 2024-08 92 SAR_BILLION',
        'EXPORTS "China" 2024-08 14 SAR_BILLION share 15.1 of EXPORTS',
        'EXPORTS "Japan" 2024-08 share 9.3 of EXPORTS',
        'EXPORTS "India" 2024-08 share 8.9 of EXPORTS',
      ],
    ],
    [
      'may be named as one behind an amount',
      '2025-09-15',
      'In the second quarter of 2025, exports of Rwanda were US$ 346 million. The top destinations of exports were Oman (US$ 97 million, with a share of 28.3 percent) and China (US$ 40 million, 11.8 percent). The main countries of origin were China (US$ 268 million, 21.5 percent of total imports) and Kenya (US$ 121 million, 9.7 percent).',
      [
        'EXPORTS "total" 2025-Q2 346 USD_MILLION',
        'EXPORTS "Oman" 2025-Q2 97 USD_MILLION share 28.3 of EXPORTS',
        'EXPORTS "China" 2025-Q2 40 USD_MILLION share 11.8 of EXPORTS',
        'IMPORTS "China" 2025-Q2 268 USD_MILLION share 21.5 of IMPORTS',
        'IMPORTS "Kenya" 2025-Q2 121 USD_MILLION share 9.7 of IMPORTS',
      ],
    ],
  ])
})

describe('the largest', () => {
  testReadings([
    [
      'market is one of exports, whatever was told before',
      '2023-09-08',
      'In July 2023, Danish imports totalled DKK 60 billion. Germany was the largest market with DKK 9.1 billion, followed by Sweden with DKK 8.2 billion.',
      [
        'IMPORTS "total" 2023-07 60 DKK_BILLION',
        'EXPORTS "Germany" 2023-07 9.1 DKK_BILLION',
        'EXPORTS "Sweden" 2023-07 8.2 DKK_BILLION',
      ],
    ],
    [
      'category has its share behind a comma, or its level behind a colon',
      '2024-06-28',
      'In May 2024, Icelandic imports were ISK 109 billion. Industrial supplies were the largest category, 27.5% of total imports. Food and drinks were the largest group: exports totalled ISK 31 billion.',
      [
        'IMPORTS "total" 2024-05 109 ISK_BILLION',
        'IMPORTS "Industrial supplies" 2024-05 share 27.5 of IMPORTS',
        'EXPORTS "Food and drinks" 2024-05 31 ISK_BILLION',
      ],
    ],
    [
      'is who supplied most',
      '2024-08-16',
      'In June 2024, exports of the Netherlands amounted to 56 billion euros, Statistics Netherlands reports. Germany also supplied most imports (8.2 billion euros), followed by China with 6.4 billion euros.',
      [
        'EXPORTS "total" 2024-06 56 EUR_BILLION',
        'IMPORTS "Germany" 2024-06 8.2 EUR_BILLION',
        'IMPORTS "China" 2024-06 6.4 EUR_BILLION',
      ],
    ],
  ])
})

describe('a part', () => {
  testReadings([
    [
      'that moved a flow has its own figures',
      '2023-09-08',
      'Danish exports increased by 4.2 per cent in July 2023 compared with June 2023. The increase in exports is chiefly explained by chemicals, up by 11.8 per cent to DKK 21.7 billion.',
      ['EXPORTS "total" 2023-07 4.2 on 2023-06', 'EXPORTS "chemicals" 2023-07 21.7 DKK_BILLION 11.8 on 2023-06'],
    ],
    [
      'that contributed to a change is not the partner named before',
      '2024-08-19',
      "Malaysia's exports to Taiwan were RM8 billion in July 2024. The main products that contributed to the expansion were electronic products, which rose 7.4 per cent to RM53 billion and constituted 40.6 per cent of total exports.",
      [
        'EXPORTS "Taiwan" 2024-07 8 MYR_BILLION',
        'EXPORTS "electronic products" 2024-07 53 MYR_BILLION 7.4 on 2023-07 share 40.6 of EXPORTS',
      ],
    ],
    [
      'has its share between commas, and is followed by others with theirs',
      '2024-08-19',
      "Malaysia's imports were RM124 billion in July 2024. Imports by end use showed that intermediate goods, with a share of 54.0 per cent of total imports, increased 32.6 per cent to RM67 billion. This was followed by capital goods (13.1 per cent), up 48.7 per cent to RM16 billion, and consumption goods (8.3 per cent), up 14.5 per cent to RM10 billion.",
      [
        'IMPORTS "total" 2024-07 124 MYR_BILLION',
        'IMPORTS "intermediate goods" 2024-07 67 MYR_BILLION 32.6 on 2023-07 share 54.0 of IMPORTS',
        'IMPORTS "capital goods" 2024-07 16 MYR_BILLION 48.7 on 2023-07 share 13.1 of IMPORTS',
        'IMPORTS "consumption goods" 2024-07 10 MYR_BILLION 14.5 on 2023-07 share 8.3 of IMPORTS',
      ],
    ],
    [
      'is highlighted with its change',
      '2023-12-11',
      'In October 2023, Portuguese imports totalled EUR 9,090 million. In imports, highlight to the growth of Machinery (+7.8%) and to the fall of Industrial supplies (-6.4%). In both flows the decreases of Fuels stood out (-22.2% in exports and -23.0% in imports).',
      [
        'IMPORTS "total" 2023-10 9090 EUR_MILLION',
        'IMPORTS "Machinery" 2023-10 7.8 on 2022-10',
        'IMPORTS "Industrial supplies" 2023-10 -6.4 on 2022-10',
        'EXPORTS "Fuels" 2023-10 -22.2 on 2022-10',
        'IMPORTS "Fuels" 2023-10 -23.0 on 2022-10',
      ],
    ],
    [
      'of a list has its amount with a share, or behind "they were"',
      '2024-10-09',
      'In August 2024, Maltese exports were €361 million. Goods were imported mainly from Italy (€293 million, or 51.2 per cent of total imports), followed by Asia (€148 million or 26.0 per cent). The main partners in exports were Germany (€17 million) and Spain (€8 million). In imports they were Spain (€19 million) and China (€18 million).',
      [
        'EXPORTS "total" 2024-08 361 EUR_MILLION',
        'IMPORTS "Italy" 2024-08 293 EUR_MILLION share 51.2 of IMPORTS',
        'IMPORTS "Asia" 2024-08 148 EUR_MILLION share 26.0 of IMPORTS',
        'EXPORTS "Germany" 2024-08 17 EUR_MILLION',
        'EXPORTS "Spain" 2024-08 8 EUR_MILLION',
        'IMPORTS "Spain" 2024-08 19 EUR_MILLION',
        'IMPORTS "China" 2024-08 18 EUR_MILLION',
      ],
    ],
  ])
})

describe('a balance', () => {
  testReadings([
    [
      'stands behind its partner and a dash',
      '2023-12-13',
      'In October 2023, Polish exports were PLN 130 bn. The negative balance was recorded with developing countries – minus PLN 31 bn. The positive balances were obtained in turnover with developed countries – PLN 30 bn and with countries of Eastern Europe – PLN 4.6 bn.',
      [
        'EXPORTS "total" 2023-10 130 PLN_BILLION',
        'BALANCE "developing countries" 2023-10 -31 PLN_BILLION',
        'BALANCE "developed countries" 2023-10 30 PLN_BILLION',
        'BALANCE "countries of Eastern Europe" 2023-10 4.6 PLN_BILLION',
      ],
    ],
    [
      'with a partner ends in a surplus, or there is one',
      '2024-12-06',
      'In October 2024, Czech exports were CZK 438 bn. The trade balance with EU Member States ended in a surplus of CZK 88.6 bn. In trade with the United States there was a surplus of CZK 12.9 bn.',
      [
        'EXPORTS "total" 2024-10 438 CZK_BILLION',
        'BALANCE "EU Member States" 2024-10 88.6 CZK_BILLION',
        'BALANCE "United States" 2024-10 12.9 CZK_BILLION',
      ],
    ],
    [
      'with what was named before is not that of all',
      '2024-11-06',
      'In October 2024, Brazilian exports were US$ 29 billion. Exports to Japan and Korea were US$ 1.2 billion and US$ 1.1 billion, leaving a balance of US$ 0.3 billion with the region.',
      [
        'EXPORTS "total" 2024-10 29 USD_BILLION',
        'EXPORTS "Japan" 2024-10 1.2 USD_BILLION',
        'EXPORTS "Korea" 2024-10 1.1 USD_BILLION',
      ],
    ],
    [
      'with whom a relative clause means is not that of all',
      '2024-07-10',
      'In May 2024, Serbian exports were EUR 2,400 million. Our second major partners were the CEFTA countries, with which a surplus of EUR 193 million was achieved.',
      ['EXPORTS "total" 2024-05 2400 EUR_MILLION'],
    ],
  ])
})

describe('a change', () => {
  testReadings([
    [
      'of each flow stands in one bracket behind both levels',
      '2023-12-13',
      'In October 2023, Polish exports amounted to USD 31 bn, while imports amounted to USD 30 bn (an increase in exports of 3.5% and a decrease in imports of 5.8%).',
      [
        'EXPORTS "total" 2023-10 31 USD_BILLION 3.5 on 2022-10',
        'IMPORTS "total" 2023-10 30 USD_BILLION -5.8 on 2022-10',
      ],
    ],
    [
      'of a share is followed by the share, and one of the other flow',
      '2023-12-13',
      'In October 2023, Polish exports were PLN 130 bn. The share of Germany in exports increased by 0.2 percentage points on October 2022 and amounted to 28.0%, while in imports it decreased by 0.6 percentage points.',
      [
        'EXPORTS "total" 2023-10 130 PLN_BILLION',
        'EXPORTS "Germany" 2023-10 share 28.0 of EXPORTS share change 0.2',
        'IMPORTS "Germany" 2023-10 share change -0.6',
      ],
    ],
  ])
})
