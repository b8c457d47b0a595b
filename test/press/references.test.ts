import { describe, expect, test } from 'vitest'
import { linesOf } from './support.js'

const lines = (text: string): string[] => linesOf(text, { publishedAt: '2024-10-14T00:00:00Z' })

describe('words that refer back mean', () => {
  test.each<[string, string, string[]]>([
    [
      'the partner of the sentence before',
      'Japan posted a trade surplus of 512.3 billion yen with the United States in August 2024. Exports to the country fell 3.1 percent to 1.5 trillion yen.',
      [
        'BALANCE "United States" 2024-08 512.3 JPY_BILLION',
        'EXPORTS "United States" 2024-08 1.5 JPY_TRILLION -3.1 on 2023-08',
      ],
    ],
    [
      'the partners that the sentence names first',
      "In the first eight months of 2024, Brazil, Chile and Peru were China's main trading partners, and trade with them rose 3.1 percent, 2.2 percent and 1.3 percent, respectively.",
      [
        'TRADE "Brazil" 2024-01/2024-08 3.1 on 2023-01/2023-08',
        'TRADE "Chile" 2024-01/2024-08 2.2 on 2023-01/2023-08',
        'TRADE "Peru" 2024-01/2024-08 1.3 on 2023-01/2023-08',
      ],
    ],
    [
      'the subject of a sentence without numbers',
      "Private enterprises expanded in the first half of 2024. Their imports and exports rose 11.2 percent to 11.64 trillion yuan, while China's foreign trade reached 21.17 trillion yuan.",
      [
        'TRADE ENTERPRISE_TYPE:PRIVATE 2024-H1 11.64 CNY_TRILLION 11.2 on 2023-H1',
        'TRADE TOTAL:ALL 2024-H1 21.17 CNY_TRILLION',
      ],
    ],
    [
      'the former and the latter of two in Chinese',
      '2024年前8个月，我国集成电路、汽车出口值分别为1000亿元和800亿元，前者增长12%，后者下降3.5%。',
      [
        'EXPORTS "集成电路" 2024-01/2024-08 1000 CNY_100_MILLION 12 on 2023-01/2023-08',
        'EXPORTS "汽车" 2024-01/2024-08 800 CNY_100_MILLION -3.5 on 2023-01/2023-08',
      ],
    ],
    [
      'a flow whose first goods have no number',
      "China's exports of cars doubled in August 2024, and those of toys rose 6.2 percent to 30.1 billion yuan.",
      ['EXPORTS "toys" 2024-08 30.1 CNY_BILLION 6.2 on 2023-08'],
    ],
    [
      'the sum of both flows',
      "In August 2024, China's exports and imports grew by 8.4 percent and 0.2 percent, with the total hitting 3.75 trillion yuan.",
      [
        'EXPORTS TOTAL:ALL 2024-08 8.4 on 2023-08',
        'IMPORTS TOTAL:ALL 2024-08 0.2 on 2023-08',
        'TRADE TOTAL:ALL 2024-08 3.75 CNY_TRILLION',
      ],
    ],
    [
      'the partner before a colon, in all of its line',
      "South Africa's trade in August 2024.\nAfrica: Trade surplus of R25.80 billion. Exports increased by 4.1% to R42.97 billion.",
      ['BALANCE "Africa" 2024-08 25.80 ZAR_BILLION', 'EXPORTS "Africa" 2024-08 42.97 ZAR_BILLION 4.1 on 2023-08'],
    ],
  ])('%s', (_, text, expected) => expect(lines(text)).toEqual(expected))
})

describe('a number belongs to', () => {
  test.each<[string, string, string[]]>([
    [
      'the goods behind it, each of its own',
      'In August 2024, China imported 46.1 million tonnes of crude oil, up 3 percent, and 98.2 million tonnes of iron ore, down 2 percent.',
      [
        'IMPORT_QUANTITY "crude oil" 2024-08 4610 TONNE_10_THOUSAND 3 on 2023-08',
        'IMPORT_QUANTITY "iron ore" 2024-08 9820 TONNE_10_THOUSAND -2 on 2023-08',
      ],
    ],
    [
      'the flow whose verb stands before another',
      'Steel exports of South Korea rose 1.3 percent in August 2024 to USD 2 billion, and computer (SSD) exports by 122.3 percent to USD 1.4 billion.',
      [
        'EXPORTS "Steel" 2024-08 2 USD_BILLION 1.3 on 2023-08',
        'EXPORTS "computer" 2024-08 1.4 USD_BILLION 122.3 on 2023-08',
      ],
    ],
    [
      'the partner before its bracket, in the scale of the list',
      'U.S. trade, August 2024. The August figures show deficits, in billions of dollars, with Ireland ($7.9), Mexico ($16.8) and Vietnam ($11.3).',
      [
        'BALANCE "Ireland" 2024-08 -7.9 USD_BILLION',
        'BALANCE "Mexico" 2024-08 -16.8 USD_BILLION',
        'BALANCE "Vietnam" 2024-08 -11.3 USD_BILLION',
      ],
    ],
    [
      'the region that the text is about, not the nation',
      "Xinjiang's foreign trade hits a record high in the first three quarters of 2024. Exports from the region amounted to 213.4 billion yuan, up 48.8 percent.",
      ['EXPORTS "total" 2024-01/2024-09 213.4 CNY_BILLION 48.8 on 2023-01/2023-09'],
    ],
    [
      'the quarter, against the one before where an office writes so',
      "Canada's exports in the second quarter of 2024 rose 2.0% to $190 billion, following a 1.5% gain in the first quarter.",
      ['EXPORTS "total" 2024-Q2 190 CAD_BILLION 2.0 on 2024-Q1', 'EXPORTS "total" 2024-Q1 1.5 on 2023-Q4'],
    ],
    [
      'towns of a province, which have no code',
      '2024年前8个月，浙江进出口3.5万亿元。温州、舟山进出口增速分别为10.4%和25%。',
      [
        'TRADE "total" 2024-01/2024-08 3.5 CNY_TRILLION',
        'TRADE "温州" 2024-01/2024-08 10.4 on 2023-01/2023-08',
        'TRADE "舟山" 2024-01/2024-08 25 on 2023-01/2023-08',
      ],
    ],
    [
      'partners ranked in the clause before, but not their sum',
      '前8个月，我国进出口28.58万亿元。剔除去年闰年因素影响，增长5%。前三大贸易伙伴为东盟、欧盟和美国，进出口值分别为4.5万亿元、3.72万亿元和3.15万亿元，合计占外贸总值的40%。',
      [
        'TRADE TOTAL:ALL 2024-01/2024-08 28.58 CNY_TRILLION',
        'TRADE PARTNER:ASEAN 2024-01/2024-08 4.5 CNY_TRILLION',
        'TRADE PARTNER:EU 2024-01/2024-08 3.72 CNY_TRILLION',
        'TRADE PARTNER:US 2024-01/2024-08 3.15 CNY_TRILLION',
      ],
    ],
    [
      'the flow of a threshold without digits',
      '1—4月，浙江进出口总值1.56万亿元。其中出口突破万亿元，达到1.15万亿元，增长9.8%。',
      [
        'TRADE "total" 2024-01/2024-04 1.56 CNY_TRILLION',
        'EXPORTS "total" 2024-01/2024-04 1.15 CNY_TRILLION 9.8 on 2023-01/2023-04',
      ],
    ],
  ])('%s', (_, text, expected) => expect(lines(text)).toEqual(expected))
})

describe('around a number are read', () => {
  test.each<[string, string, string[]]>([
    [
      'headlines in capitals',
      "China's Foreign Trade Exceeds 21 Trillion Yuan in the First Half of 2024\nThe import and export value was RMB 21.17 trillion.",
      ['TRADE TOTAL:ALL 2024-H1 21.17 CNY_TRILLION'],
    ],
    [
      'a look back, which does not change the month reported on',
      'Imports of China fell 2.3 percent in September 2024 to 213.3 billion dollars. In August exports had grown 8.7 percent. Exports to Russia rose 16 percent.',
      [
        'IMPORTS TOTAL:ALL 2024-09 213.3 USD_BILLION -2.3 on 2023-09',
        'EXPORTS TOTAL:ALL 2024-08 8.7 on 2023-08',
        'EXPORTS "Russia" 2024-09 16 on 2023-09',
      ],
    ],
    [
      'the parts of a change, each behind its rate',
      "Mexico's trade in August 2024. Total imports rose 2.0%, a result of a rise of 5.2% in non-oil imports and a drop of 25.7% in oil imports.",
      [
        'IMPORTS "total" 2024-08 2.0 on 2023-08',
        'IMPORTS "non-oil" 2024-08 5.2 on 2023-08',
        'IMPORTS "oil" 2024-08 -25.7 on 2023-08',
      ],
    ],
    [
      'the share of a level in the bracket behind it',
      "Ireland's goods exports, August 2024. The USA was the main destination, with exports of €4,618 million (27%).",
      ['EXPORTS "USA" 2024-08 4618 EUR_MILLION share 27 of EXPORTS'],
    ],
    [
      'the level of another year in a bracket',
      "Italy's trade balance in August 2024 amounted to +4,707 million euros (-67 million euros in August 2023).",
      ['BALANCE "total" 2024-08 4707 EUR_MILLION', 'BALANCE "total" 2023-08 -67 EUR_MILLION'],
    ],
    [
      'the partner of a trade that results in a balance',
      'Sweden: trade in goods with countries outside the EU resulted in a surplus of SEK 26.4 billion in August 2024.',
      ['BALANCE "countries outside the EU" 2024-08 26.4 SEK_BILLION'],
    ],
    [
      'a category that is the title of a line in Chinese',
      '2024年前8个月，我国进出口28.58万亿元。\n——机电产品。出口9.72万亿元，增长8.8%。',
      [
        'TRADE TOTAL:ALL 2024-01/2024-08 28.58 CNY_TRILLION',
        'EXPORTS PRODUCT:ELECTROMECHANICAL 2024-01/2024-08 9.72 CNY_TRILLION 8.8 on 2023-01/2023-08',
      ],
    ],
    [
      'the newer of two shares in Chinese',
      '2024年前8个月，深圳加工贸易进出口7969.4亿元，下降6.1%，占比由上年的21.9%降至17.7%。',
      ['TRADE "加工贸易" 2024-01/2024-08 7969.4 CNY_100_MILLION -6.1 on 2023-01/2023-08 share 17.7 of TRADE'],
    ],
    [
      'shares of what the sentence has named, in Chinese',
      '2024年前8个月，天津一般贸易进出口1931.5亿元，增长2.4%；保税物流进出口631.4亿元，下降6.5%，这两种方式分别占58.7%和19.2%。',
      [
        'TRADE "一般贸易" 2024-01/2024-08 1931.5 CNY_100_MILLION 2.4 on 2023-01/2023-08 share 58.7 of TRADE',
        'TRADE "保税物流" 2024-01/2024-08 631.4 CNY_100_MILLION -6.5 on 2023-01/2023-08 share 19.2 of TRADE',
      ],
    ],
    [
      'a rate of the month before, and none that was expected',
      "China's exports rose 4.8% in May 2024 from a year earlier, slowing from the 8.1% jump in April and missing the 5.0% growth expected in a Reuters poll.",
      ['EXPORTS TOTAL:ALL 2024-05 4.8 on 2023-05', 'EXPORTS TOTAL:ALL 2024-04 8.1 on 2023-04'],
    ],
    [
      'the object of a verb of trade',
      'In the first two months of 2024, China exported mechanical and electrical products worth 1.85 trillion yuan, up by 54.1%.',
      ['EXPORTS PRODUCT:ELECTROMECHANICAL 2024-01/2024-02 1.85 CNY_TRILLION 54.1 on 2023-01/2023-02'],
    ],
    [
      'the change and the level of goods in one bracket',
      "Korea's exports, August 2024. Computers (up 183.0 percent to $1.5 billion) and wireless devices (up 50.4 percent to $1.8 billion) performed well.",
      [
        'EXPORTS "Computers" 2024-08 1.5 USD_BILLION 183.0 on 2023-08',
        'EXPORTS "wireless devices" 2024-08 1.8 USD_BILLION 50.4 on 2023-08',
      ],
    ],
    ['no dollars where the text does not say whose', 'Overseas trade: exports rose to $6.1 billion in July 2024.', []],
    [
      'enterprises and their trade in Chinese',
      '2023年，有进出口记录的外贸企业69.9万家。其中，民营企业60.9万家，进出口24.33万亿元，增长8.8%。',
      [
        'TRADING_ENTERPRISES TOTAL:ALL 2023 699000 ENTERPRISE',
        'TRADING_ENTERPRISES ENTERPRISE_TYPE:PRIVATE 2023 609000 ENTERPRISE',
        'TRADE ENTERPRISE_TYPE:PRIVATE 2023 24.33 CNY_TRILLION 8.8 on 2022',
      ],
    ],
    [
      'trade with what a sentence without numbers is about',
      "In the first half of 2024, China's foreign trade was 21.17 trillion yuan.\nTrade with Belt and Road partner countries grew faster than the overall rate. China's imports and exports with these countries reached 5.26 trillion yuan, up 2.2%.",
      [
        'TRADE TOTAL:ALL 2024-H1 21.17 CNY_TRILLION',
        'TRADE PARTNER:BELT_AND_ROAD 2024-H1 5.26 CNY_TRILLION 2.2 on 2023-H1',
      ],
    ],
    [
      'goods behind the amount that a verb of trade has',
      'In August 2024, China exported 3.7 trillion yuan of mechanical and electrical products, up 8.7%.',
      ['EXPORTS PRODUCT:ELECTROMECHANICAL 2024-08 3.7 CNY_TRILLION 8.7 on 2023-08'],
    ],
    [
      'partners whose verb stands before another',
      "China's trade with ASEAN grew 9 percent to 6.99 trillion yuan in August 2024, with the EU 1.6 percent to 5.59 trillion yuan.",
      [
        'TRADE PARTNER:ASEAN 2024-08 6.99 CNY_TRILLION 9 on 2023-08',
        'TRADE PARTNER:EU 2024-08 5.59 CNY_TRILLION 1.6 on 2023-08',
      ],
    ],
    [
      'the month before in Chinese, which what follows is not of',
      '2024年9月份，我国出口2.17万亿元，增长1.6%，8月份为增长8.4%；进口1.58万亿元，下降0.5%。',
      [
        'EXPORTS TOTAL:ALL 2024-09 2.17 CNY_TRILLION 1.6 on 2023-09',
        'EXPORTS TOTAL:ALL 2024-08 8.4 on 2023-08',
        'IMPORTS TOTAL:ALL 2024-09 1.58 CNY_TRILLION -0.5 on 2023-09',
      ],
    ],
  ])('%s', (_, text, expected) => expect(lines(text)).toEqual(expected))
})
