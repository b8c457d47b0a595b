import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('Shares and balances in more forms', () => {
  testReadings([
    [
      'the balance of the trade with a partner',
      '2024-07-01',
      'In May 2024, exports of goods were 820.4 million euros and imports 700.2 million euros. Trade with the EU was in deficit by 50.2 million euros.',
      [
        'EXPORTS "total" 2024-05 820.4 EUR_MILLION',
        'IMPORTS "total" 2024-05 700.2 EUR_MILLION',
        'BALANCE "EU" 2024-05 -50.2 EUR_MILLION',
      ],
    ],
    [
      'the share of a flow with a partner, and the one of last month',
      '2021-05-12',
      'UK exports for March 2021 were £29.4 billion. The proportion of total exports to Switzerland was 7 per cent in March 2021, compared with 9 per cent last month. The proportion of imports from Norway was 4 per cent.',
      [
        'EXPORTS "total" 2021-03 29.4 GBP_BILLION',
        'EXPORTS "Switzerland" 2021-03 share 7 of EXPORTS',
        'EXPORTS "Switzerland" 2021-02 share 9 of EXPORTS',
        'IMPORTS "Norway" 2021-03 share 4 of IMPORTS',
      ],
    ],
    [
      'the balance of one flow over the other with a partner',
      '2021-05-12',
      'UK exports for March 2021 were £29.4 billion. In EU trade the UK was a net importer, with imports exceeding exports by £6.3 billion.',
      ['EXPORTS "total" 2021-03 29.4 GBP_BILLION', 'BALANCE "EU" 2021-03 -6.3 GBP_BILLION'],
    ],
    [
      'a share of the flow that opens a sentence',
      '2024-07-01',
      'In May 2024, exports of goods were 820.4 million euros and imports 700.2 million euros. As regards exports, the share of chemicals was 30.1%.',
      [
        'EXPORTS "total" 2024-05 820.4 EUR_MILLION',
        'IMPORTS "total" 2024-05 700.2 EUR_MILLION',
        'EXPORTS "chemicals" 2024-05 share 30.1 of EXPORTS',
      ],
    ],
    [
      'the share of a name in the plural',
      '2024-07-01',
      "In May 2024, exports of goods were 820.4 million euros and imports 700.2 million euros. Chemicals' share of exports was 30.1%.",
      [
        'EXPORTS "total" 2024-05 820.4 EUR_MILLION',
        'IMPORTS "total" 2024-05 700.2 EUR_MILLION',
        'EXPORTS "Chemicals" 2024-05 share 30.1 of EXPORTS',
      ],
    ],
    [
      'a share between a name and its rank',
      '2024-07-01',
      'In May 2024, exports of goods were 820.4 million euros and imports 700.2 million euros. Chemicals, with a share of 30.1%, were the largest export group.',
      [
        'EXPORTS "total" 2024-05 820.4 EUR_MILLION',
        'IMPORTS "total" 2024-05 700.2 EUR_MILLION',
        'EXPORTS "Chemicals" 2024-05 share 30.1 of EXPORTS',
      ],
    ],
    [
      'one part behind its share',
      '2024-07-01',
      'In May 2024, exports of goods were 820.4 million euros and imports 700.2 million euros. 30.1% of exports were chemicals.',
      [
        'EXPORTS "total" 2024-05 820.4 EUR_MILLION',
        'IMPORTS "total" 2024-05 700.2 EUR_MILLION',
        'EXPORTS "chemicals" 2024-05 share 30.1 of EXPORTS',
      ],
    ],
    [
      'no part that is a participle',
      '2024-07-01',
      'In May 2024, exports of goods were 820.4 million euros and imports 700.2 million euros. 30.1% of exports were affected by tariffs.',
      ['EXPORTS "total" 2024-05 820.4 EUR_MILLION', 'IMPORTS "total" 2024-05 700.2 EUR_MILLION'],
    ],
    [
      'in the trade and in each flow, also of a year earlier',
      '2014-06-23',
      'In January-May 2014 the external trade of Georgia with the EU countries amounted to USD 1209 million. The share of these countries in the external trade of Georgia amounted to 26 percent, 22 percent in exports and 27 percent in imports (in January-May 2013 27, 19 and 30 percent correspondingly).',
      [
        'TRADE "EU countries" 2014-01/2014-05 1209 USD_MILLION share 26 of TRADE',
        'EXPORTS "EU countries" 2014-01/2014-05 share 22 of EXPORTS',
        'IMPORTS "EU countries" 2014-01/2014-05 share 27 of IMPORTS',
        'TRADE "EU countries" 2013-01/2013-05 share 27 of TRADE',
        'EXPORTS "EU countries" 2013-01/2013-05 share 19 of EXPORTS',
        'IMPORTS "EU countries" 2013-01/2013-05 share 30 of IMPORTS',
      ],
    ],
    [
      'in the trade and in each flow of a partner named',
      '2014-06-23',
      'In January-May 2014 the share of the CIS countries in the external trade of Georgia constituted 27 percent, 53 percent in exports and 20 percent in imports.',
      [
        'TRADE "CIS countries" 2014-01/2014-05 share 27 of TRADE',
        'EXPORTS "CIS countries" 2014-01/2014-05 share 53 of EXPORTS',
        'IMPORTS "CIS countries" 2014-01/2014-05 share 20 of IMPORTS',
      ],
    ],
  ])
})
