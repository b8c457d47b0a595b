import { describe, expect, test } from 'vitest'
import { linesOf } from './support.js'

const lines = (text: string): string[] => linesOf(text, { publishedAt: '2024-10-14T00:00:00Z' })

describe('in an English text', () => {
  test.each<[string, string, string[]]>([
    [
      'a rate of an earlier month is compared with',
      "China's exports rose 4.1 percent to 1.9 trillion yuan in May 2024, compared with a 2.3-percent dip in April. Imports grew 2 percent to 1.5 trillion yuan, slowing from 7.2 percent in April.",
      [
        'EXPORTS TOTAL:ALL 2024-05 1.9 CNY_TRILLION 4.1 on 2023-05',
        'EXPORTS TOTAL:ALL 2024-04 -2.3 on 2023-04',
        'IMPORTS TOTAL:ALL 2024-05 1.5 CNY_TRILLION 2 on 2023-05',
        'IMPORTS TOTAL:ALL 2024-04 7.2 on 2023-04',
      ],
    ],
    [
      'what is the same as in another period does not change the period',
      "In the first five months of 2024, China's trade rose 6.3 percent, the same as in the January-April period. Of the total, exports stood at 9.95 trillion yuan.",
      ['TRADE TOTAL:ALL 2024-01/2024-05 6.3 on 2023-01/2023-05', 'EXPORTS TOTAL:ALL 2024-01/2024-05 9.95 CNY_TRILLION'],
    ],
    [
      'rates stand before their flow',
      "China's exports rose 12.7 percent in August 2024. July's growth rates were revised to 6.5 percent for total trade and 7.1 percent for exports.",
      [
        'EXPORTS TOTAL:ALL 2024-08 12.7 on 2023-08',
        'TRADE TOTAL:ALL 2024-07 6.5 on 2023-07',
        'EXPORTS TOTAL:ALL 2024-07 7.1 on 2023-07',
      ],
    ],
    [
      'partners come second, and have flows of their own',
      "By trading partner, ASEAN retained the top spot, with bilateral trade growing 8.1 percent in the first eight months of 2024. The EU came second, accounting for 12.9 percent of China's total with 3.72 trillion yuan (down 1.1 percent), of which Chinese exports were 2.4 trillion yuan.",
      [
        'TRADE PARTNER:ASEAN 2024-01/2024-08 8.1 on 2023-01/2023-08',
        'TRADE PARTNER:EU 2024-01/2024-08 3.72 CNY_TRILLION -1.1 on 2023-01/2023-08 share 12.9 of TRADE',
        'EXPORTS PARTNER:EU 2024-01/2024-08 2.4 CNY_TRILLION',
      ],
    ],
    [
      'a sentence gives shares of what the one before lists',
      "China's trade was 28.58 trillion yuan in the first eight months of 2024. ASEAN was the largest partner, at 4.5 trillion yuan (up 10 percent), followed by the EU, at 3.72 trillion yuan (down 1.1 percent). They accounted for 15.7 percent and 13 percent of the total, in that order.",
      [
        'TRADE TOTAL:ALL 2024-01/2024-08 28.58 CNY_TRILLION',
        'TRADE PARTNER:ASEAN 2024-01/2024-08 4.5 CNY_TRILLION 10 on 2023-01/2023-08 share 15.7 of TRADE',
        'TRADE PARTNER:EU 2024-01/2024-08 3.72 CNY_TRILLION -1.1 on 2023-01/2023-08 share 13 of TRADE',
      ],
    ],
    [
      'several partners follow the verb of one',
      "In the first half of 2024, China's trade with the EU was 2.72 trillion yuan, and with Japan and South Korea 1.02 trillion yuan and 1.13 trillion yuan, respectively.",
      [
        'TRADE PARTNER:EU 2024-H1 2.72 CNY_TRILLION',
        'TRADE PARTNER:JP 2024-H1 1.02 CNY_TRILLION',
        'TRADE PARTNER:KR 2024-H1 1.13 CNY_TRILLION',
      ],
    ],
    [
      'a regime has its share before its verb, and flows under it',
      'General trade, 64.8 percent of the total, rose 4.1 percent to 18.5 trillion yuan in the first eight months of 2024. Processing trade of China advanced 3.2 percent to 5.1 trillion yuan, with exports under the regime up 1.5 percent and imports 6.3 percent.',
      [
        'TRADE REGIME:ORDINARY 2024-01/2024-08 18.5 CNY_TRILLION 4.1 on 2023-01/2023-08 share 64.8 of TRADE',
        'TRADE REGIME:PROCESSING 2024-01/2024-08 5.1 CNY_TRILLION 3.2 on 2023-01/2023-08',
        'EXPORTS REGIME:PROCESSING 2024-01/2024-08 1.5 on 2023-01/2023-08',
        'IMPORTS REGIME:PROCESSING 2024-01/2024-08 6.3 on 2023-01/2023-08',
      ],
    ],
    [
      'a continent is a partner, and a month of the next number is no other',
      "China's trade with Africa rose 5 percent in January-May 2024. Exports to the continent grew 3.2 percent, and in May alone they surged 9.3 percent.",
      [
        'TRADE PARTNER:AFRICA 2024-01/2024-05 5 on 2023-01/2023-05',
        'EXPORTS PARTNER:AFRICA 2024-01/2024-05 3.2 on 2023-01/2023-05',
        'EXPORTS PARTNER:AFRICA 2024-05 9.3 on 2023-05',
      ],
    ],
    [
      'a rate that had been is of an earlier month',
      "China's exports fell 3.2 percent in August 2024. The decline in exports had been 9.2 percent in July.",
      ['EXPORTS TOTAL:ALL 2024-08 -3.2 on 2023-08', 'EXPORTS TOTAL:ALL 2024-07 -9.2 on 2023-07'],
    ],
    [
      'the surplus of a paragraph completes the flows of the month before',
      "China's trade rose 5.2 percent in the first ten months of 2023.\nIn October 2023, exports fell 3.1 percent and imports rose 6.4 percent.\nThe trade surplus came in at 405.5 billion yuan.",
      [
        'TRADE TOTAL:ALL 2023-01/2023-10 5.2 on 2022-01/2022-10',
        'EXPORTS TOTAL:ALL 2023-10 -3.1 on 2022-10',
        'IMPORTS TOTAL:ALL 2023-10 6.4 on 2022-10',
        'BALANCE TOTAL:ALL 2023-10 405.5 CNY_BILLION',
      ],
    ],
    [
      'two partners have a verb each, or follow another',
      "China's trade with Japan and South Korea fell 0.6 percent and rose 6.3 percent in August 2024. ASEAN was the top trading partner, with trade of 600 billion yuan, followed by the EU and the U.S., with trade of 480 billion yuan and 420 billion yuan.",
      [
        'TRADE PARTNER:JP 2024-08 -0.6 on 2023-08',
        'TRADE PARTNER:KR 2024-08 6.3 on 2023-08',
        'TRADE PARTNER:ASEAN 2024-08 600 CNY_BILLION',
        'TRADE PARTNER:EU 2024-08 480 CNY_BILLION',
        'TRADE PARTNER:US 2024-08 420 CNY_BILLION',
      ],
    ],
    [
      'which of several partners a bloc is cannot be told',
      "China's trade with the EU and the U.S. rose 1.6 percent and 2.8 percent in August 2024. Exports to the bloc grew 9 percent.",
      ['TRADE PARTNER:EU 2024-08 1.6 on 2023-08', 'TRADE PARTNER:US 2024-08 2.8 on 2023-08'],
    ],
    [
      'levels of two earlier months follow one another',
      'China posted a trade surplus of $82.6 billion in May 2024, up from $72.4 billion in April and $65.5 billion a year earlier.',
      [
        'BALANCE TOTAL:ALL 2024-05 82.6 USD_BILLION',
        'BALANCE TOTAL:ALL 2024-04 72.4 USD_BILLION',
        'BALANCE TOTAL:ALL 2023-05 65.5 USD_BILLION',
      ],
    ],
    [
      'a change by volume is none of value',
      "China's rare earth exports surged 18 percent by volume in May 2024. Car exports rose 16.6 percent.",
      ['EXPORTS "Car" 2024-05 16.6 on 2023-05'],
    ],
    [
      'a colon puts the trade with a bloc behind its rank',
      "ASEAN remained China's largest trading partner in January-August 2024: trade with the bloc climbed 10 percent to 4.5 trillion yuan, equal to 15.7 percent of the country's total.",
      ['TRADE PARTNER:ASEAN 2024-01/2024-08 4.5 CNY_TRILLION 10 on 2023-01/2023-08 share 15.7 of TRADE'],
    ],
    [
      'bare trade behind that with one partner cannot be told',
      "China's trade with the U.S. was 2.08 trillion yuan in the first half of 2024. Trade turned from growth in the first quarter to a decline of 20.8 percent in the second quarter.",
      ['TRADE PARTNER:US 2024-H1 2.08 CNY_TRILLION'],
    ],
    [
      'an opening before a comma is no partner, and a name in quotation marks is one',
      'In breakdown, China\'s trade with ASEAN and Africa rose 9.6 percent and 19.5 percent in August 2024. Exports of cars rose 3 percent, and those of "new three" products 8.5 percent.',
      [
        'TRADE PARTNER:ASEAN 2024-08 9.6 on 2023-08',
        'TRADE PARTNER:AFRICA 2024-08 19.5 on 2023-08',
        'EXPORTS "cars" 2024-08 3 on 2023-08',
        'EXPORTS PRODUCT:NEW_THREE 2024-08 8.5 on 2023-08',
      ],
    ],
    [
      'what enterprises that are counted trade is money',
      "China's exports grew. There were 700,000 trading companies in August 2024, among which private firms accounted for 57 percent of the trade value, with 1.9 trillion yuan.",
      [
        'TRADING_ENTERPRISES TOTAL:ALL 2024-08 700000 ENTERPRISE',
        'TRADE ENTERPRISE_TYPE:PRIVATE 2024-08 1.9 CNY_TRILLION share 57 of TRADE',
      ],
    ],
    [
      'goods of an amount are a part, or an object that was not understood',
      "China's exports of electronics grew 10.4 percent to 1 trillion yuan in August 2024, including 120 billion yuan worth of ships, up 44 percent. We imported 1.16 trillion yuan of American goods.",
      [
        'EXPORTS "electronics" 2024-08 1 CNY_TRILLION 10.4 on 2023-08',
        'EXPORTS PRODUCT:SHIPS 2024-08 120 CNY_BILLION 44 on 2023-08',
      ],
    ],
    [
      'who asks states nothing',
      "Bloomberg News: China's exports to the U.S. were down by 24 percent in August 2024, how will they develop?\nSpokesman: In August 2024, China's exports rose 8.4 percent.",
      ['EXPORTS TOTAL:ALL 2024-08 8.4 on 2023-08'],
    ],
  ])('%s', (_, text, expected) => expect(lines(text)).toEqual(expected))
})

describe('a region of China', () => {
  const nation = "China's trade rose 6.2 percent in the first seven months of 2024."
  const total = 'TRADE TOTAL:ALL 2024-01/2024-07 6.2 on 2023-01/2023-07'
  test.each<[string, string, string[]]>([
    [
      'has what it saw, posted or exported',
      'Guangdong, a trading hub, saw its imports and exports rise 13.9 percent to 5.17 trillion yuan. Hubei Province posted imports and exports of 388.6 billion yuan. Hunan exported goods worth 200 billion yuan.',
      [
        'TRADE "Guangdong" 2024-01/2024-07 5.17 CNY_TRILLION 13.9 on 2023-01/2023-07',
        'TRADE "Hubei" 2024-01/2024-07 388.6 CNY_BILLION',
        'EXPORTS "Hunan" 2024-01/2024-07 200 CNY_BILLION',
      ],
    ],
    [
      'has the total in it, and what exports make up of that',
      'In Jiangsu Province the total was 3.15 trillion yuan, up 8.1 percent, of which exports made up 2.02 trillion yuan.',
      [
        'TRADE "Jiangsu" 2024-01/2024-07 3.15 CNY_TRILLION 8.1 on 2023-01/2023-07',
        'EXPORTS "Jiangsu" 2024-01/2024-07 2.02 CNY_TRILLION',
      ],
    ],
    [
      'follows another with its amount, and has no trade from it to a partner',
      'Guangdong recorded 5.17 trillion yuan in foreign trade, followed by Jiangsu with 3.15 trillion yuan and Zhejiang with 3.01 trillion yuan. Exports to Europe from Yiwu climbed 15 percent.',
      [
        'TRADE "Guangdong" 2024-01/2024-07 5.17 CNY_TRILLION',
        'TRADE "Jiangsu" 2024-01/2024-07 3.15 CNY_TRILLION',
        'TRADE "Zhejiang" 2024-01/2024-07 3.01 CNY_TRILLION',
      ],
    ],
    [
      'shares a verb with others',
      'Trade of Hunan rose 3 percent. Anhui and Shanxi provinces recorded increases of 5.4 percent and 13.6 percent, respectively, bringing their totals to 477.3 billion yuan and 108.9 billion yuan.',
      [
        'TRADE "Hunan" 2024-01/2024-07 3 on 2023-01/2023-07',
        'TRADE "Anhui" 2024-01/2024-07 477.3 CNY_BILLION 5.4 on 2023-01/2023-07',
        'TRADE "Shanxi" 2024-01/2024-07 108.9 CNY_BILLION 13.6 on 2023-01/2023-07',
      ],
    ],
    [
      'is not the nation whose exports the same clause gives, and has nothing of its ports',
      "Led by Guangdong, China's exports rose 7.1 percent. Trade through the port of Tianjin rose 3 percent to 400 billion yuan.",
      ['EXPORTS TOTAL:ALL 2024-01/2024-07 7.1 on 2023-01/2023-07'],
    ],
    [
      'is the province of the next sentence',
      "Shandong Province exported goods worth 1.1 trillion yuan. The province's imports reached 800 billion yuan.",
      ['EXPORTS "Shandong" 2024-01/2024-07 1.1 CNY_TRILLION', 'IMPORTS "Shandong" 2024-01/2024-07 800 CNY_BILLION'],
    ],
    [
      'keeps its goods and traders, and gives the nation nothing of its customs and ports',
      'Chongqing exported 21.6 billion yuan worth of automobiles, and the number of private enterprises with import and export records in the city rose 8.5 percent to 9,887. In Shenzhen, exports of cars jumped 40 percent. Trade through Ningbo Port hit 1.5 trillion yuan. Nanjing Customs put foreign trade at 3.15 trillion yuan.',
      [
        'EXPORTS "automobiles" 2024-01/2024-07 21.6 CNY_BILLION',
        'TRADING_ENTERPRISES "private enterprises" 2024-01/2024-07 9887 ENTERPRISE 8.5 on 2023-01/2023-07',
        'EXPORTS "cars" 2024-01/2024-07 40 on 2023-01/2023-07',
      ],
    ],
    [
      'is not the nation that another clause speaks of',
      "Trade of Chongqing grew 1.2 percent, while China's trade with ASEAN rose 10.8 percent. Data released in Shanghai showed exports of ships surging 75 percent.",
      [
        'TRADE "Chongqing" 2024-01/2024-07 1.2 on 2023-01/2023-07',
        'TRADE PARTNER:ASEAN 2024-01/2024-07 10.8 on 2023-01/2023-07',
        'EXPORTS PRODUCT:SHIPS 2024-01/2024-07 75 on 2023-01/2023-07',
      ],
    ],
  ])('%s', (_, text, expected) => expect(lines(`${nation} ${text}`)).toEqual([total, ...expected]))
})
