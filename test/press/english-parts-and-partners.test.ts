import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('whose figure a number is', () => {
  testReadings([
    [
      'reads trade operated by kinds of enterprises',
      '2026-04-20',
      "In the first quarter of 2026, the imports and exports operated by China's private businesses totaled 6.1 trillion yuan, up 8.2 percent. Their exports rose 7.4 percent to 3.9 trillion yuan.",
      [
        `TRADE "China's private businesses" 2026-Q1 6.1 CNY_TRILLION 8.2 on 2025-Q1`,
        `EXPORTS "China's private businesses" 2026-Q1 3.9 CNY_TRILLION 7.4 on 2025-Q1`,
      ],
    ],
    [
      'reads what another kind of enterprises has',
      '2026-07-20',
      'In the first half of 2026, imports and exports of private enterprises in China reached 12.4 trillion yuan, while foreign-invested firms, with 6.2 trillion yuan, supplied less.',
      [
        'TRADE ENTERPRISE_TYPE:PRIVATE 2026-H1 12.4 CNY_TRILLION',
        'TRADE ENTERPRISE_TYPE:FOREIGN_INVESTED 2026-H1 6.2 CNY_TRILLION',
      ],
    ],
    [
      'reads goods sold to partners, and bought from them',
      '2026-06-30',
      'In the first five months, China sold products to the value of US$11.3 billion (-4.7%) to the nine island countries and bought goods valued at US$21.8 billion (-1.2%).',
      [
        'EXPORTS "nine island countries" 2026-01/2026-05 11.3 USD_BILLION -4.7 on 2025-01/2025-05',
        'IMPORTS "nine island countries" 2026-01/2026-05 21.8 USD_BILLION -1.2 on 2025-01/2025-05',
      ],
    ],
    [
      'reads goods bought behind those sold to a partner',
      '2026-06-30',
      'In the first five months, China sold goods worth US$9.8 billion to Brazil and bought goods valued at US$21.4 billion.',
      ['EXPORTS "Brazil" 2026-01/2026-05 9.8 USD_BILLION', 'IMPORTS "Brazil" 2026-01/2026-05 21.4 USD_BILLION'],
    ],
    [
      'takes no selling of products for goods',
      '2026-06-30',
      "China's trade with Brazil fell in the first five months of 2026. Angola posted trade with China in the amount of US$4.1 billion, selling products worth US$3.6 billion and purchasing goods worth US$512 million.",
      ['TRADE "Angola" 2026-01/2026-05 4.1 USD_BILLION'],
    ],
    [
      'refuses the exports of a partner as those to it',
      '2026-06-30',
      "In the first five months, China's trade with Portugal was US$2.4 billion, of which US$1.8 billion were Chinese exports and US$584 million were Portuguese exports.",
      ['TRADE PARTNER:PT 2026-01/2026-05 2.4 USD_BILLION'],
    ],
    [
      'reads the value of goods behind their quantity',
      '2026-04-20',
      "China's barley imports registered an increase of 9.4% to 3.1 million tonnes in the first quarter, while the value of imports rose 12.6% to RMB6.2 billion.",
      [
        'IMPORT_QUANTITY "barley" 2026-Q1 310 TONNE_10_THOUSAND 9.4 on 2025-Q1',
        'IMPORTS "barley" 2026-Q1 6.2 CNY_BILLION 12.6 on 2025-Q1',
      ],
    ],
    [
      'refuses goods that numbered so many as money',
      '2026-04-20',
      'In the first quarter of 2026, the export of computers brought in RMB301.4 billion. Tractors shipped abroad numbered 1.2 million, an increase of 3.1%.',
      ['EXPORTS "computers" 2026-Q1 301.4 CNY_BILLION'],
    ],
    [
      'reads a list of amounts with conversions in brackets',
      '2026-04-20',
      "In the first quarter, China's trade with ASEAN, the EU and the US hit 1.7 trillion yuan (about 240 billion U.S. dollars), 1.4 trillion yuan (about 200 billion U.S. dollars), and 1.1 trillion yuan (about 160 billion U.S. dollars), respectively.",
      [
        'TRADE PARTNER:ASEAN 2026-Q1 1.7 CNY_TRILLION',
        'TRADE PARTNER:EU 2026-Q1 1.4 CNY_TRILLION',
        'TRADE PARTNER:US 2026-Q1 1.1 CNY_TRILLION',
      ],
    ],
    [
      'reads goods beside others that are left aside',
      '2026-07-20',
      "In the first half of 2026, mechanical and electrical products made up 61 percent of China's exports, among which ships, solar cells aside, posted the fastest growth of 38.4 percent.",
      [
        'EXPORTS PRODUCT:ELECTROMECHANICAL 2026-H1 share 61 of EXPORTS',
        'EXPORTS PRODUCT:SHIPS 2026-H1 38.4 on 2025-H1',
      ],
    ],
    [
      'reads partners behind an adverb of a fall',
      '2026-08-20',
      "China's exports fell in January-July 2026. Imports contracted sharply also from South Korea (down 21 %) and Taiwan (down 19 %).",
      [
        'IMPORTS PARTNER:KR 2026-01/2026-07 -21 on 2025-01/2025-07',
        'IMPORTS "Taiwan" 2026-01/2026-07 -19 on 2025-01/2025-07',
      ],
    ],
    [
      'refuses less goods from a partner as all imports',
      '2026-08-20',
      "China's exports fell in January-July 2026. In January-July, China imported 6 % less goods from the United States than a year earlier.",
      [],
    ],
    [
      'reads rates of goods behind the level of one of them',
      '2026-12-20',
      'Exports of automobiles from China in the first eleven months of 2026 surged by 31.4%, whereas those of circuits, at $131.2 billion, slipped 4.1% and those of telephones dropped by 2.6%.',
      [
        'EXPORTS "automobiles" 2026-01/2026-11 31.4 on 2025-01/2025-11',
        'EXPORTS "circuits" 2026-01/2026-11 -4.1 on 2025-01/2025-11',
        'EXPORTS "telephones" 2026-01/2026-11 -2.6 on 2025-01/2025-11',
      ],
    ],
    [
      'reads partners around what one of them is',
      '2026-10-20',
      "China's imports grew in the first three quarters of 2026. Trade with the EU, China's largest trading partner, and ASEAN was up 4.1 and 9.3 percent, respectively.",
      [
        'TRADE PARTNER:EU 2026-01/2026-09 4.1 on 2025-01/2025-09',
        'TRADE PARTNER:ASEAN 2026-01/2026-09 9.3 on 2025-01/2025-09',
      ],
    ],
    [
      'reads a record level that a province announced as its total',
      '2026-07-20',
      'Jiangsu Province, a center of shipbuilding, has announced a record level of foreign trade, reaching 2.9 trillion yuan in the first half of 2026.',
      ['TRADE "total" 2026-H1 2.9 CNY_TRILLION'],
    ],
    [
      'takes no clause on a neighbour for goods',
      '2026-07-20',
      "Jiangsu's foreign trade rose 6.1 percent in the first half of 2026. Neighboring Zhejiang earlier put its own first-half trade at 2.7 trillion yuan.",
      ['TRADE "total" 2026-H1 6.1 on 2025-H1'],
    ],
  ])
})

describe('periods and bases of whole texts', () => {
  testReadings([
    [
      'reads the rate since when a flow soared',
      '2026-10-20',
      "China's September exports jumped 9.2 percent from a year earlier, the fastest pace since February, when they soared 24.1 percent.",
      ['EXPORTS TOTAL:ALL 2026-09 9.2 on 2025-09', 'EXPORTS TOTAL:ALL 2026-02 24.1 on 2025-02'],
    ],
    [
      'reads the month that alone contributed so much',
      '2026-12-20',
      "China's exports in the first eleven months of 2026 totaled $3,412 billion, with November alone contributing $318.2 billion, a year-on-year increase of 1.4%.",
      [
        'EXPORTS TOTAL:ALL 2026-01/2026-11 3412 USD_BILLION',
        'EXPORTS TOTAL:ALL 2026-11 318.2 USD_BILLION 1.4 on 2025-11',
      ],
    ],
    [
      'reads thrice the surplus of a month',
      '2026-05-20',
      "China's trade surplus swelled to $18.9 billion in April, thrice March's $6.3 billion and double the $9.2 billion economists had pencilled in.",
      ['BALANCE TOTAL:ALL 2026-04 18.9 USD_BILLION', 'BALANCE TOTAL:ALL 2026-03 6.3 USD_BILLION'],
    ],
    [
      'reads the level of last December a year before that reported',
      '2026-01-20',
      "China's monthly trade surplus fell to US$17.2 billion in December, down 53% from last December, when it was US$36.6 billion.",
      ['BALANCE TOTAL:ALL 2025-12 17.2 USD_BILLION -53 on 2024-12', 'BALANCE TOTAL:ALL 2024-12 36.6 USD_BILLION'],
    ],
    [
      'reads the year in which a trend went on',
      '2026-06-20',
      "China's trade grew. The robust trend went on in 2025.\nTotal value of imports and exports reached $6.2 trillion, up 3.4 percent over the previous year.",
      ['TRADE TOTAL:ALL 2025 6.2 USD_TRILLION 3.4 on 2024'],
    ],
    [
      'reads what customs valued exports at',
      '2026-08-20',
      "China Customs valued the country's goods exports in January-July at 2,140 billion dollars, a 3 % decrease from the first seven months of 2025.",
      ['EXPORTS TOTAL:ALL 2026-01/2026-07 2140 USD_BILLION -3 on 2025-01/2025-07'],
    ],
    [
      'goes back to the month with totals in other terms',
      '2026-10-20',
      "China's exports dropped to $301.4 billion in September.\nTrade with the European Union fell 2.4 percent in the first nine months of the year.\nIn yuan terms, exports slipped to 2.14 trillion yuan.",
      [
        'EXPORTS TOTAL:ALL 2026-09 301.4 USD_BILLION',
        'TRADE PARTNER:EU 2026-01/2026-09 -2.4 on 2025-01/2025-09',
        'EXPORTS TOTAL:ALL 2026-09 2.14 CNY_TRILLION',
      ],
    ],
  ])
})

describe('rates and shares that are of nothing named', () => {
  testReadings([
    [
      'refuses the share of exports that are processed',
      '2026-01-20',
      'China\'s exports rose in December. Zhuo attributed the smaller surplus to costlier oil, ore and copper, which narrowed the trade gap.\n"As more than 41% of the country\'s exports are processed with supplied materials, imports move first," he said.',
      [],
    ],
    [
      'refuses more than half told again as a share',
      '2026-04-20',
      "In the first quarter, China's imports totaled 4.1 trillion yuan. Of the consumer goods that the country imported, more than half, or 53.1 percent, came in through private businesses.",
      ['IMPORTS TOTAL:ALL 2026-Q1 4.1 CNY_TRILLION'],
    ],
    [
      'refuses the rate of what a total excepts',
      '2026-06-20',
      'In the first five months of 2026, the export of furniture and textiles totaled RMB781.4 billion. Except for textiles, up 7.2%, the export of furniture slowed.',
      ['EXPORTS "furniture and textiles" 2026-01/2026-05 781.4 CNY_BILLION'],
    ],
    [
      'refuses a drop that is likely, and no verb for a partner',
      '2026-06-20',
      "China's exports rose in May. It is hard for furniture export to return to the RMB481.3 billion of last year, and a drop of about 4% is likely for the whole year.",
      ['EXPORTS "furniture" 2025 481.3 CNY_BILLION'],
    ],
  ])
})

describe('numbers of commentaries that are not figures of the text', () => {
  testReadings([
    [
      'refuses growth that an economist sees for next year',
      '2026-12-10',
      `China's exports rose 4.2% in the first 11 months of 2026. "The story has some way to run," said one economist, who sees export growth of just 1.8% next year.`,
      ['EXPORTS TOTAL:ALL 2026-01/2026-11 4.2 on 2025-01/2025-11'],
    ],
    [
      'refuses the balance of the other economy',
      '2026-10-15',
      "China's exports to India reached USD 91.4 billion in the first nine months of 2026. The trade deficit for India came down to USD 76.1 billion.",
      ['EXPORTS "India" 2026-01/2026-09 91.4 USD_BILLION'],
    ],
    [
      'refuses a share behind a period to come',
      '2026-11-09',
      "China's imports from Russia rose 3% in January-October 2026. The two countries intend to bring mutual trade to $300 billion by 2030.\nThe bulk of goods imported by China from Russia are energy products, which make up over 60% of deliveries.",
      ['IMPORTS "Russia" 2026-01/2026-10 3 on 2025-01/2025-10'],
    ],
    [
      'keeps the half-year behind months of weak orders',
      '2026-07-18',
      "In the first half of 2026, China's processing trade added up to 241.3 billion USD, up 1.4 percent, dragged by the weak orders from Europe in May and June. The sector's export increased 2.1 percent to 151.2 billion USD.",
      [
        'TRADE REGIME:PROCESSING 2026-H1 241.3 USD_BILLION 1.4 on 2025-H1',
        'EXPORTS REGIME:PROCESSING 2026-H1 151.2 USD_BILLION 2.1 on 2025-H1',
      ],
    ],
    [
      'takes neither all partners nor those imports for a name',
      '2026-08-12',
      "China's exports reached $2.1 trillion in the first seven months of 2026. While exports to its top 10 trading partners all increased at least 8 percent, its exports to Russia increased 12 percent.\nThose imports were worth of US$11.2 billion.",
      ['EXPORTS TOTAL:ALL 2026-01/2026-07 2.1 USD_TRILLION', 'EXPORTS "Russia" 2026-01/2026-07 12 on 2025-01/2025-07'],
    ],
    [
      'refuses what a headline says trade is to top',
      '2026-08-26',
      "China's trade with Latin America to top US$560 billion in 2026\nThe trade volume between China and Latin America amounted to US$281.3 billion in the first half.",
      ['TRADE PARTNER:LATIN_AMERICA 2026-H1 281.3 USD_BILLION'],
    ],
    [
      'reads the regime behind what is worth pointing out',
      '2026-07-14',
      "In the first half of 2026, China's trade came to 22.3 trillion yuan. It is also worth pointing out that general trade accounted for 64.2% of China's total imports and exports.",
      ['TRADE TOTAL:ALL 2026-H1 22.3 CNY_TRILLION', 'TRADE REGIME:ORDINARY 2026-H1 share 64.2 of TRADE'],
    ],
    [
      'refuses the level of another partner as one of before',
      '2026-01-12',
      "China's trade rose 4 per cent in 2025. Trade between China and the United States rose 4.9 per cent to US$642.8 billion. ASEAN moved past Japan to be China's No 3 trade partner with bilateral trade totalling US$961.4 billion, up 7.3 per cent from 2024, against US$312.6 billion for Japan.",
      ['TRADE TOTAL:ALL 2025 4 on 2024', 'TRADE PARTNER:US 2025 642.8 USD_BILLION 4.9 on 2024'],
    ],
    [
      'reads totals that went up to reach an amount',
      '2026-01-12',
      'Exports and imports of China in December 2025 went up to reach US$529.5 billion, an increase of 6.9%.',
      ['TRADE TOTAL:ALL 2025-12 529.5 USD_BILLION 6.9 on 2024-12'],
    ],
    [
      'reads the nine months as a whole',
      '2026-10-12',
      "China's exports dropped to US$301.8 billion in September. For the nine months as a whole, exports were down 0.9 percent.",
      ['EXPORTS TOTAL:ALL 2026-09 301.8 USD_BILLION', 'EXPORTS TOTAL:ALL 2026-01/2026-09 -0.9 on 2025-01/2025-09'],
    ],
  ])
})
