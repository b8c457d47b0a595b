import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('what moves a flow', () => {
  testReadings([
    [
      'has the rate before its name, of the flow that the sentence tells',
      '2019-02-27',
      "In January 2019, Mexico's imports fell due to a 5.6 percent decline in purchases of textiles and a 3 percent drop in machinery.",
      ['IMPORTS "textiles" 2019-01 -5.6 on 2018-01', 'IMPORTS "machinery" 2019-01 -3 on 2018-01'],
    ],
    [
      'is no demand or output',
      '2019-02-27',
      "In January 2019, Mexico's imports fell 4 percent, due to a 3 percent drop in demand.",
      ['IMPORTS "total" 2019-01 -4 on 2018-01'],
    ],
    [
      'stands before the rate in brackets behind an amount',
      '2018-04-28',
      "In March 2018, New Zealand's imports were valued at $4.3 billion, up $303 million (7.6 percent). The increase was led by cars, up $129 million (35 percent).",
      ['IMPORTS "total" 2018-03 4.3 NZD_BILLION 7.6 on 2017-03', 'IMPORTS "cars" 2018-03 35 on 2017-03'],
    ],
    [
      'is sold, in words without a flow',
      '2019-04-11',
      "Tunisia's exports rose 16.3% in Q1 of 2019. Agriculture dropped, with olive oil sales falling from 776.9 million dinars to 444.7 million dinars.",
      ['EXPORTS "total" 2019-Q1 16.3 on 2018-Q1', 'EXPORTS "olive oil" 2019-Q1 444.7 TND_MILLION'],
    ],
    [
      'is sold, with commas in its name',
      '2016-03-24',
      "Sri Lanka's export earnings rose 0.6 per cent in January 2016. Food, beverages and tobacco earnings declined by 44.4 per cent to 21 million US dollars.",
      [
        'EXPORTS "total" 2016-01 0.6 on 2015-01',
        'EXPORTS "Food, beverages and tobacco" 2016-01 21 USD_MILLION -44.4 on 2015-01',
      ],
    ],
    [
      'is not sold at home',
      '2016-03-24',
      "Sri Lanka's exports rose 0.6 per cent in January 2016. Retail sales declined by 4.4 per cent.",
      ['EXPORTS "total" 2016-01 0.6 on 2015-01'],
    ],
    [
      'is listed behind semicolons, with long names',
      '2020-11-11',
      "The Philippines' exports fell 2.6 percent in September 2020. This was due to the decrements in the exports of three commodities, namely, metal parts (-25.8%); wiring sets and other wires used in vehicles, aircraft and ships of all kinds (-7.0%); and gold (-1.8%).",
      [
        'EXPORTS "total" 2020-09 -2.6 on 2019-09',
        'EXPORTS "metal parts" 2020-09 -25.8 on 2019-09',
        'EXPORTS "wiring sets and other wires used in vehicles, aircraft and ships of all kinds" 2020-09 -7.0 on 2019-09',
        'EXPORTS "gold" 2020-09 -1.8 on 2019-09',
      ],
    ],
  ])
})

describe('a share', () => {
  testReadings([
    [
      'of its holder has moved to a level, and that in the other flow as well',
      '2016-09-28',
      "Germany's share of Polish exports increased by 0.6 percentage points from May last year to 27 percent in May 2016, while imports increased by 1.1 percentage points to 22.8 percent.",
      [
        'EXPORTS "Germany" 2016-05 share 27 of EXPORTS share change 0.6',
        'IMPORTS "Germany" 2016-05 share 22.8 of IMPORTS share change 1.1',
      ],
    ],
    [
      'of a part stands in a bracket, and that of the other flow behind it',
      '2016-09-28',
      "In May 2016 the share of developed countries in Poland's exports amounted to 85.8 percent (including the EU 79.4 percent), in imports 66.8 percent (including the EU 60.0 percent).",
      [
        'EXPORTS "developed countries" 2016-05 share 85.8 of EXPORTS',
        'EXPORTS "EU" 2016-05 share 79.4 of EXPORTS',
        'IMPORTS "developed countries" 2016-05 share 66.8 of IMPORTS',
        'IMPORTS "EU" 2016-05 share 60.0 of IMPORTS',
      ],
    ],
    [
      'of several partners that are counted is of none',
      '2016-09-28',
      "Trade with Poland's top ten trading partners in May 2016 accounted for 66.0 percent of total exports.",
      [],
    ],
    [
      'is told for both flows, in the singular and in turn',
      '2021-10-12',
      "Romania's exports grew 2pct in August 2021. Important shares are held by the following groups: machinery (47.1pct for export and 36pct for import) and other manufactured products (30.9pct for export, respectively 30.2pct for import).",
      [
        'EXPORTS "total" 2021-08 2 on 2020-08',
        'EXPORTS "machinery" 2021-08 share 47.1 of EXPORTS',
        'IMPORTS "machinery" 2021-08 share 36 of IMPORTS',
        'EXPORTS "other manufactured products" 2021-08 share 30.9 of EXPORTS',
        'IMPORTS "other manufactured products" 2021-08 share 30.2 of IMPORTS',
      ],
    ],
    [
      'is the equivalent of the amounts of both flows',
      '2021-10-12',
      "Romania's exports grew 2pct between January 1 and August 31, 2021. The value of intra-EU trade was 28.3 billion euros for shipments, respectively 36.8 billion euros for introductions, the equivalent of 73pct of total exports and 73.2pct of total imports.",
      [
        'EXPORTS "total" 2021-01/2021-08 2 on 2020-01/2020-08',
        'EXPORTS "intra-EU" 2021-01/2021-08 28.3 EUR_BILLION share 73 of EXPORTS',
        'IMPORTS "intra-EU" 2021-01/2021-08 36.8 EUR_BILLION share 73.2 of IMPORTS',
      ],
    ],
  ])
})

describe('a flow', () => {
  testReadings([
    [
      'goes into the country itself',
      '2019-02-27',
      "Mexico's exports to Canada grew 10.1% in January 2019. Imports to the country reached US$35,138 million.",
      ['EXPORTS "Canada" 2019-01 10.1 on 2018-01', 'IMPORTS "total" 2019-01 35138 USD_MILLION'],
    ],
    [
      'is called imported goods',
      '2018-04-28',
      "In March 2018, New Zealand's imported goods were valued at $4.3 billion. The value of exported goods was up 2.4 percent.",
      ['IMPORTS "total" 2018-03 4.3 NZD_BILLION', 'EXPORTS "total" 2018-03 2.4 on 2017-03'],
    ],
    [
      'is compared twice, with each its own',
      '2023-04-17',
      "Pakistan's imports in March 2023 were $6.4 billion as compared to $5.8 billion in February 2023 showing an increase of 9.77 percent and increased by 14.10 percent as compared to $5.6 billion in March 2022.",
      [
        'IMPORTS "total" 2023-03 6.4 USD_BILLION 9.77 on 2023-02 14.10 on 2022-03',
        'IMPORTS "total" 2023-02 5.8 USD_BILLION',
        'IMPORTS "total" 2022-03 5.6 USD_BILLION',
      ],
    ],
    [
      'of the months of a fiscal year is of no period',
      '2023-04-17',
      "Pakistan's textile exports witnessed 25.43 percent growth during the first nine months (July-March) of the current fiscal year.",
      [],
    ],
  ])
})
