import { describe, expect, test } from 'vitest'
import { read, testReadings } from './support.js'

describe('English releases', () => {
  testReadings([
    [
      'begin an answer without the last year of the one before',
      '2022-09-20',
      'Shu Ting: China exported ships worth 18 billion yuan last year.\n\nMarket News International: How was trade in August?\n\nShu Ting: According to customs, exports in August were 2.1 trillion yuan, up by 11.8%.',
      ['EXPORTS PRODUCT:SHIPS 2021 18 CNY_BILLION', 'EXPORTS TOTAL:ALL 2022-08 2.1 CNY_TRILLION 11.8 on 2021-08'],
    ],
    [
      'with UTF-8 that was taken for GBK are read',
      '2022-09-20',
      'In August, China鈥檚 exports were 2.1 trillion yuan, up by 11.8%. We don鈥檛 comment on forecasts.',
      ['EXPORTS TOTAL:ALL 2022-08 2.1 CNY_TRILLION 11.8 on 2021-08'],
    ],
    [
      'tell what kinds of firms have reached as their trade',
      '2023-08-10',
      'From January to July, foreign-funded and joint ventures reached a foreign trade volume of 7.2 trillion yuan, down 6.5 percent.',
      ['TRADE ENTERPRISE_TYPE:FOREIGN_INVESTED 2023-01/2023-07 7.2 CNY_TRILLION -6.5 on 2022-01/2022-07'],
    ],
    [
      'put the rates of two levels in their order',
      '2009-12-11',
      'In November, China’s exports of ships and toys, made mostly in Jiangsu, were 2.2 billion US dollars and 640 million US dollars, up 3.1 percent and down 7.4 percent.',
      [
        'EXPORTS PRODUCT:SHIPS 2009-11 2.2 USD_BILLION 3.1 on 2008-11',
        'EXPORTS "toys" 2009-11 640 USD_MILLION -7.4 on 2008-11',
      ],
    ],
    [
      'name several partners before what they have in common',
      '2018-11-09',
      'In the first ten months, China’s trade with Poland, Egypt and Kazakhstan, all along the Belt and Road, gained 12.3 percent, 24.1 percent and 31.6 percent respectively.',
      [
        'TRADE PARTNER:PL 2018-01/2018-10 12.3 on 2017-01/2017-10',
        'TRADE "Egypt" 2018-01/2018-10 24.1 on 2017-01/2017-10',
        'TRADE "Kazakhstan" 2018-01/2018-10 31.6 on 2017-01/2017-10',
      ],
    ],
    [
      'go from the month in which growth resumed to their own',
      '2021-10-20',
      'In September, China’s exports continued the growth resumed in June, up 6.4% year on year.',
      ['EXPORTS TOTAL:ALL 2021-09 6.4 on 2020-09'],
    ],
    [
      'give goods their own increase in a flow',
      '2024-07-20',
      'In the first half, China’s exports rose 6 percent. Ships saw an 85 percent increase in exports, and consumer goods, mainly food and drinks, registered a 3 percent decline in imports.',
      [
        'EXPORTS TOTAL:ALL 2024-H1 6 on 2023-H1',
        'EXPORTS PRODUCT:SHIPS 2024-H1 85 on 2023-H1',
        'IMPORTS "consumer goods" 2024-H1 -3 on 2023-H1',
      ],
    ],
    [
      'tell of goods among the imports from a partner',
      '2024-07-20',
      'In the first half, China’s imports from Latin America rose 5 percent. Of the imports, beef from the region was 27.4 billion yuan.',
      ['IMPORTS PARTNER:LATIN_AMERICA 2024-H1 5 on 2023-H1', 'IMPORTS "Latin America, beef" 2024-H1 27.4 CNY_BILLION'],
    ],
    [
      'tell of goods exported to the countries named before',
      '2024-07-20',
      'In the first half, China’s exports to ASEAN reached 2 trillion yuan. Ships exported to these countries rose by 17.5%.',
      ['EXPORTS PARTNER:ASEAN 2024-H1 2 CNY_TRILLION', 'EXPORTS "ASEAN, Ships" 2024-H1 17.5 on 2023-H1'],
    ],
    [
      'have a partner’s surplus as a deficit',
      '2009-01-14',
      'In 2008, China’s trade with South Korea came to 186 billion US dollars, with a trade surplus in favor of South Korea of 38.2 billion US dollars.',
      ['TRADE PARTNER:KR 2008 186 USD_BILLION', 'BALANCE PARTNER:KR 2008 -38.2 USD_BILLION'],
    ],
    [
      'compare a regime with another that has figures of its own',
      '2009-06-12',
      'In the first five months, China’s general trade fell 24.6 percent to 386.5 billion U.S. dollars, much faster than processing trade, which was down 13.4 percent to 324.8 billion U.S. dollars.',
      [
        'TRADE REGIME:ORDINARY 2009-01/2009-05 386.5 USD_BILLION -24.6 on 2008-01/2008-05',
        'TRADE REGIME:PROCESSING 2009-01/2009-05 324.8 USD_BILLION -13.4 on 2008-01/2008-05',
      ],
    ],
    [
      'write the United States with stops before China',
      '2020-09-08',
      'In the first eight months, the U.S.-China trade volume rose by 1.1 percent to 2.4 trillion yuan, and now takes up 12.1 percent of China’s total trade volume.',
      ['TRADE PARTNER:US 2020-01/2020-08 2.4 CNY_TRILLION 1.1 on 2019-01/2019-08 share 12.1 of TRADE'],
    ],
    [
      'write out a category that is read in plainer words',
      '2024-10-15',
      'China’s trade with countries taking part in the Silk Route Initiative was up 6.1 percent in the first three quarters.',
      ['TRADE "countries taking part in the Silk Route Initiative" 2024-01/2024-09 6.1 on 2023-01/2023-09'],
    ],
    [
      'read no contribution of net trade and no amount without scale',
      '2014-10-13',
      'In the first nine months, China’s exports rose 5 percent to US$1.7 trillion, with net trade dragging 0.7 percent from growth. Imports gained 7.1 percent to US$170.3 in September.',
      [
        'EXPORTS TOTAL:ALL 2014-01/2014-09 1.7 USD_TRILLION 5 on 2013-01/2013-09',
        'IMPORTS TOTAL:ALL 2014-09 7.1 on 2013-09',
      ],
    ],
    [
      'give the goods among a partner’s exports the partner',
      '2025-07-20',
      'In the first half, China’s exports to ASEAN reached 2.1 trillion yuan. Among them, the export of ships increased by 3.6%.',
      ['EXPORTS PARTNER:ASEAN 2025-H1 2.1 CNY_TRILLION', 'EXPORTS "ASEAN, ships" 2025-H1 3.6 on 2024-H1'],
    ],
    [
      'go on with the share of a flow whose growth exceeded that of all trade',
      '2023-10-20',
      'The growth of China’s trade with B&R countries in the first three quarters outstripped China’s overall foreign trade growth by 3.2 percentage points, and the trade volume accounted for 46.5 percent of China’s total trade value.',
      ['TRADE PARTNER:BELT_AND_ROAD 2023-01/2023-09 share 46.5 of TRADE'],
    ],
    [
      'compare a level with the year before and with another year',
      '2021-08-14',
      'From January to July, China’s import and export volume was 21.3 trillion yuan, up 24.5% and 22.3% over the same period of 2019.',
      ['TRADE TOTAL:ALL 2021-01/2021-07 21.3 CNY_TRILLION 24.5 on 2020-01/2020-07 22.3 on 2019-01/2019-07'],
    ],
    [
      'realize the two-way trade of the country',
      '2007-09-14',
      'Customs announced that the country has realized a two-way trade of US$1.37 trillion in the first eight months.',
      ['TRADE TOTAL:ALL 2007-01/2007-08 1.37 USD_TRILLION'],
    ],
    [
      'give the growth rate of the trade with several partners in turn',
      '2018-10-20',
      'In the first three quarters, the growth rate of China’s foreign trade with Egypt, Vietnam and Poland is 31.2%, 26.5% and 18.4%.',
      [
        'TRADE "Egypt" 2018-01/2018-09 31.2 on 2017-01/2017-09',
        'TRADE PARTNER:VN 2018-01/2018-09 26.5 on 2017-01/2017-09',
        'TRADE PARTNER:PL 2018-01/2018-09 18.4 on 2017-01/2017-09',
      ],
    ],
    [
      'have a regime as their bright spot',
      '2012-05-14',
      'China’s exports rose 5 percent in April. A bright spot was general trade, whose exports amounted to $79.1 billion, or 48.5 percent of the total.',
      [
        'EXPORTS TOTAL:ALL 2012-04 5 on 2011-04',
        'EXPORTS REGIME:ORDINARY 2012-04 79.1 USD_BILLION share 48.5 of EXPORTS',
      ],
    ],
    [
      'take no quantity of goods for an amount of money',
      '2025-10-14',
      'In the first three quarters, China’s exports grew 5 percent. The quantity of electric vehicles exported, 2.01 million, was up 38.2%.',
      ['EXPORTS TOTAL:ALL 2025-01/2025-09 5 on 2024-01/2024-09'],
    ],
    [
      'read no share of a balance',
      '2024-09-14',
      'In the first eight months, China’s surplus with ASEAN was 890 billion yuan. Ships took up 16.7 percent of what was sold.',
      ['BALANCE PARTNER:ASEAN 2024-01/2024-08 890 CNY_BILLION'],
    ],
    [
      'go back from the surplus to the total value of trade',
      '2017-06-24',
      'In the first five months, China’s trade surplus fell by 8.3 percent to RMB 1.1 trillion.\n\nIn May alone, the total value rose by 12.6 percent.',
      [
        'BALANCE TOTAL:ALL 2017-01/2017-05 1.1 CNY_TRILLION -8.3 on 2016-01/2016-05',
        'TRADE TOTAL:ALL 2017-05 12.6 on 2016-05',
      ],
    ],
    [
      'say how much of a trade is export and how much import',
      '2017-06-24',
      'In the first five months, China’s trade was RMB 10.7 trillion, of which 5.8 trillion is export and 4.9 trillion is import. If calculated in US dollars, the export in May rose by 8.1 percent.',
      [
        'TRADE TOTAL:ALL 2017-01/2017-05 10.7 CNY_TRILLION',
        'EXPORTS TOTAL:ALL 2017-01/2017-05 5.8 CNY_TRILLION',
        'IMPORTS TOTAL:ALL 2017-01/2017-05 4.9 CNY_TRILLION',
        'EXPORTS TOTAL:ALL 2017-05 8.1 on 2016-05',
      ],
    ],
    [
      'rank partners with verbs before their names',
      '2017-06-24',
      'In the first five months, the EU remained China’s first trading partner, with RMB 1.6 trillion. The second is the US, RMB 1.5 trillion, growing by 15.3 percent; and the third is ASEAN, also up, by 12 percent to RMB 1.3 trillion.',
      [
        'TRADE PARTNER:EU 2017-01/2017-05 1.6 CNY_TRILLION',
        'TRADE PARTNER:US 2017-01/2017-05 1.5 CNY_TRILLION 15.3 on 2016-01/2016-05',
        'TRADE PARTNER:ASEAN 2017-01/2017-05 1.3 CNY_TRILLION 12 on 2016-01/2016-05',
      ],
    ],
    [
      'go on with the trade of one partner in totals',
      '2019-09-10',
      'China’s trade with Russia is on course for the $110 billion mark.\n\nIn the first eight months of 2019, trade between China and Russia rose by 4.5 percent, with the total trade volume reaching $70.59 billion. Imports from Russia grew by 3.9 percent, reaching a total import value of $39 billion, which left China with a deficit of $7.4 billion, Chinese customs said.',
      [
        'TRADE "Russia" 2019-01/2019-08 70.59 USD_BILLION 4.5 on 2018-01/2018-08',
        'IMPORTS "Russia" 2019-01/2019-08 39 USD_BILLION 3.9 on 2018-01/2018-08',
        'BALANCE "Russia" 2019-01/2019-08 -7.4 USD_BILLION',
      ],
    ],
    [
      'put the two-way trade at a level behind a flow',
      '2017-09-12',
      'China’s exports stood at $199.2 billion in August. That put the two-way trade at $356.4 billion, a gain of 9 percent.',
      ['EXPORTS TOTAL:ALL 2017-08 199.2 USD_BILLION', 'TRADE TOTAL:ALL 2017-08 356.4 USD_BILLION 9 on 2016-08'],
    ],
    [
      'give numbered goods their worth',
      '2023-07-20',
      'In the first half of 2023, Chongqing’s trade fell. The city exported 24.3 million laptops worth 75.2 billion yuan, down 12.1%.',
      ['EXPORTS "laptops" 2023-H1 75.2 CNY_BILLION -12.1 on 2022-H1'],
    ],
    [
      'let a flow rise after months of falling',
      '2017-06-24',
      'In May, China’s exports grew by 1.2 percent and the import, after 18 months of falling, by 5.1 percent.',
      ['EXPORTS TOTAL:ALL 2017-05 1.2 on 2016-05', 'IMPORTS TOTAL:ALL 2017-05 5.1 on 2016-05'],
    ],
    [
      'retreat from the pace of the month before',
      '2013-01-11',
      'In December, China’s imports increased 6.6 percent to US$166.9 billion, retreating slightly from the pace of 7.1 percent in the previous month.',
      ['IMPORTS TOTAL:ALL 2012-12 166.9 USD_BILLION 6.6 on 2011-12', 'IMPORTS TOTAL:ALL 2012-11 7.1 on 2011-11'],
    ],
    [
      'go on with another partner behind a share and its change',
      '2024-04-13',
      'In the first quarter of 2024, China’s trade with ASEAN was up by 6.4%, accounting for 15.4% of the total, up by 0.3 percentage points, and trade with Central Asia by 7.5%.',
      [
        'TRADE PARTNER:ASEAN 2024-Q1 6.4 on 2023-Q1 share 15.4 of TRADE share change 0.3',
        'TRADE "Central Asia" 2024-Q1 7.5 on 2023-Q1',
      ],
    ],
    [
      'of China propose no figures of other economies',
      '2015-11-12',
      'China’s foreign trade fell by 7.9 percent from January to October, and China’s exports by 2 percent, Chinese customs said. India’s foreign trade grew by 2.3 percent. The US total trade in goods was US$3.2 trillion.',
      [
        'TRADE TOTAL:ALL 2015-01/2015-10 -7.9 on 2014-01/2014-10',
        'EXPORTS TOTAL:ALL 2015-01/2015-10 -2 on 2014-01/2014-10',
      ],
    ],
    [
      'raise the import bill of goods behind their quantity',
      '2009-12-11',
      'China imported 185 million tonnes of crude oil in the first 11 months, up 9.8 percent, which cut the import bill of crude oil to US$80.6 billion, down 33.5 percent.',
      [
        'IMPORT_QUANTITY "crude oil" 2009-01/2009-11 18500 TONNE_10_THOUSAND 9.8 on 2008-01/2008-11',
        'IMPORTS "crude oil" 2009-01/2009-11 80.6 USD_BILLION -33.5 on 2008-01/2008-11',
      ],
    ],
  ])
  test('of a city have the trade with a partner from its side', () => {
    const text =
      'In August, Tianjin’s trade with Europe rose 5 percent to $1.3 billion. South Korean trade fell 8.5 percent to $1.09 billion.'
    const { proposals } = read(text, { publishedAt: '2016-09-23T00:00:00Z' })
    expect(proposals.map(({ reporter, words }) => [reporter, words])).toEqual([
      ['Tianjin', 'Europe'],
      ['Tianjin', 'South Korean'],
    ])
  })

  test('have the reporter of goods bought from a partner named before', () => {
    const text =
      'In the first five months, China sold goods worth US$9.8 billion to Brazil and bought goods valued at US$21.4 billion.'
    const { proposals } = read(text, { publishedAt: '2026-06-30T00:00:00Z' })
    expect(proposals.map(({ reporter, metric, words }) => [reporter, metric, words])).toEqual([
      ['CN', 'EXPORTS', 'Brazil'],
      ['CN', 'IMPORTS', 'Brazil'],
    ])
  })
})
