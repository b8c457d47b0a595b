import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('a figure', () => {
  testReadings([
    [
      'of most of a flow is of the partner that stands behind',
      '2004-09-01',
      "Serbia's exports rose 17.7 percent in January-July 2004. Most of the exports, $321 million, went to Bosnia-Herzegovina.",
      ['EXPORTS "total" 2004-01/2004-07 17.7 on 2003-01/2003-07'],
    ],
    [
      'of what another economy exported is none of the text',
      '2004-09-01',
      'Foreign trade of Serbia grew by 3% in January-July 2004. Russia exported $721 million in goods to Serbia.',
      ['TRADE "total" 2004-01/2004-07 3 on 2003-01/2003-07'],
    ],
    [
      'below an earlier level has that as its base',
      '2020-03-10',
      "Jamaica's imports from Caricom were valued at US$22.7 million at the end of the January – 43.7 per cent below the US$40.3 million recorded in the comparable period.",
      ['IMPORTS "Caricom" 2020-01 22.7 USD_MILLION -43.7 on 2019-01', 'IMPORTS "Caricom" 2019-01 40.3 USD_MILLION'],
    ],
    [
      'behind the country of the text is of that',
      '2020-03-10',
      'Malta: Provisional data for registered international trade recorded a trade deficit of €294.3 million during January 2020.',
      ['BALANCE "total" 2020-01 -294.3 EUR_MILLION'],
    ],
    [
      'goes on with changes in amounts',
      '2020-03-10',
      'In January 2020, Maltese imports rose, partly outweighed by decreases of €14.8 million in chemicals and €6.6 million in semi-manufactured goods.',
      [],
    ],
    [
      'of counted sectors is of no one of them',
      '2004-09-01',
      "Serbia's exports in January-July 2004 rose. Steel and iron accounted for $202 million of total exports, and fruit for $126 million. The two sectors made up 36 percent of overall exports.",
      ['EXPORTS "Steel and iron" 2004-01/2004-07 202 USD_MILLION', 'EXPORTS "fruit" 2004-01/2004-07 126 USD_MILLION'],
    ],
    [
      'of two bases in turn is not placed',
      '2021-05-01',
      "Serbia's exports in March 2021 stood at 6.5 billion euros while imports stood at 9.2 billion euros, increasing by 3.1% and 23.8% compared to 8.9 billion euros and 7.4 billion euros recorded in February 2021 and March 2020, respectively.",
      ['EXPORTS "total" 2021-03 6.5 EUR_BILLION', 'IMPORTS "total" 2021-03 9.2 EUR_BILLION'],
    ],
    [
      'of a whole year in a text on a month is not placed',
      '2002-08-26',
      'In July 2002, New Zealand had a surplus of $129 million, taking the annual trade balance to $1.314 billion.',
      ['BALANCE "total" 2002-07 129 NZD_MILLION'],
    ],
    [
      'of an earlier growth is not placed, nor what stands behind it',
      '2012-05-11',
      "Sri Lanka's imports in March 2012 grew by 4% to $1.69 billion in comparison to the faster growth of 39.2% (to $4.45 billion) in March of last year.",
      ['IMPORTS "total" 2012-03 1.69 USD_BILLION 4 on 2011-03'],
    ],
    [
      'that a change is compared with is of the same goods',
      '2020-03-10',
      "Jamaica's exports in January 2020 fell. Meanwhile, for exports there was a 59.2 per cent decrease in traditional domestic exports compared to the US$88.1 million exported last year.",
      [
        'EXPORTS "traditional domestic" 2020-01 -59.2 on 2019-01',
        'EXPORTS "traditional domestic" 2019-01 88.1 USD_MILLION',
      ],
    ],
    [
      'of a reason or of what is exported again names no goods',
      '2021-04-01',
      "Namibia's exports fell in February 2021. Copper took the largest share of goods that were re-exported, accounting for 62.4 per cent of total re-exports.",
      [],
    ],
    [
      'of importers of goods is of exports',
      '2006-07-05',
      "Serbia's foreign trade grew by 20% in January-May 2006. The biggest importers of Serbian goods were Italy ($348.2 million) and Germany ($211.7 million).",
      [
        'TRADE "total" 2006-01/2006-05 20 on 2005-01/2005-05',
        'EXPORTS "Italy" 2006-01/2006-05 348.2 USD_MILLION',
        'EXPORTS "Germany" 2006-01/2006-05 211.7 USD_MILLION',
      ],
    ],
    [
      'of exporters to the country is of imports',
      '2006-07-05',
      "Serbia's foreign trade grew by 20% in January-May 2006. The largest exporters to Serbia were Russia ($795.2 million) and Italy ($391.9 million).",
      [
        'TRADE "total" 2006-01/2006-05 20 on 2005-01/2005-05',
        'IMPORTS "Russia" 2006-01/2006-05 795.2 USD_MILLION',
        'IMPORTS "Italy" 2006-01/2006-05 391.9 USD_MILLION',
      ],
    ],
    [
      'of an exchange of goods is of trade',
      '2006-07-05',
      "Serbia's exchange of goods with Montenegro in January-May 2006 amounted to €207.4 million.",
      ['TRADE "Montenegro" 2006-01/2006-05 207.4 EUR_MILLION'],
    ],
    [
      'with "over" stands before its period',
      '2006-07-05',
      'Foreign trade of Serbia grows over 20% in January-May 2006',
      ['TRADE "total" 2006-01/2006-05 20 on 2005-01/2005-05'],
    ],
    [
      'of two economies named alike is of the one named first',
      '2004-09-01',
      "Serbia's exports grew by 3% in January-July 2004.\nExports from Russia to Serbia amounted to $721 million.",
      ['EXPORTS "total" 2004-01/2004-07 3 on 2003-01/2003-07'],
    ],
    [
      'of imports from one to the country is from that',
      '2004-09-01',
      "Serbia's imports grew by 3% in January-July 2004.\nImports from Russia to Serbia amounted to $721 million.",
      ['IMPORTS "total" 2004-01/2004-07 3 on 2003-01/2003-07', 'IMPORTS "Russia" 2004-01/2004-07 721 USD_MILLION'],
    ],
    [
      "of another's imports from the country is not placed",
      '2004-09-01',
      "Serbia's imports grew by 3% in January-July 2004.\nImports of Germany from Serbia amounted to $721 million.",
      ['IMPORTS "total" 2004-01/2004-07 3 on 2003-01/2003-07'],
    ],
    [
      'by another system of trade than the first',
      '2024-04-30',
      'According to the general trade system, Turkish exports were 22.6 billion dollars in March 2024.\nAccording to the special trade system, in March 2024; exports were 20.7 billion dollars and imports were 28.1 billion dollars.',
      ['EXPORTS "total" 2024-03 22.6 USD_BILLION'],
    ],
    [
      'by another system, but read where the text has one',
      '2024-04-30',
      'According to the special trade system, Turkish exports were 20.7 billion dollars in March 2024.',
      ['EXPORTS "total" 2024-03 20.7 USD_BILLION'],
    ],
  ])
})
