import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('the partner of the country that a text is about', () => {
  testReadings([
    [
      'is the subject of its trade with it',
      '2024-01-31',
      "China's trade rose in 2023. Turkmenistan saw a 5.2 percent decline in its trade volume with China in 2023, totaling $10.6 billion. Kyrgyzstan recorded a substantial 28.8 percent increase in trade turnover with China, amounting to $19.8 billion.",
      [
        'TRADE "Turkmenistan" 2023 10.6 USD_BILLION -5.2 on 2022',
        'TRADE "Kyrgyzstan" 2023 19.8 USD_BILLION 28.8 on 2022',
      ],
    ],
    [
      'is named between it and a total turnover',
      '2024-01-31',
      'Trade between China and Central Asian states witnessed a robust surge in 2023, reaching a total turnover of $89.4 billion.',
      ['TRADE "Central Asian states" 2023 89.4 USD_BILLION'],
    ],
    [
      'sells to it, and is not one of its exports',
      '2015-03-20',
      "China's exports rose 3 percent in January 2015. Exports from Vietnam rose 5 percent.",
      ['EXPORTS TOTAL:ALL 2015-01 3 on 2014-01'],
    ],
    [
      'is each of two that both moved',
      '2016-05-08',
      "In the first four months, China's exports to the United States and ASEAN, its second- and third-largest trade partners, both declined 3.5 percent.",
      [
        'EXPORTS PARTNER:US 2016-01/2016-04 -3.5 on 2015-01/2015-04',
        'EXPORTS PARTNER:ASEAN 2016-01/2016-04 -3.5 on 2015-01/2015-04',
      ],
    ],
    [
      'is not told where the subject is none',
      '2024-01-31',
      "China's trade rose in 2023. The region saw a 5.2 percent decline in its trade with China.",
      [],
    ],
  ])
})

describe('a number of both flows', () => {
  testReadings([
    [
      'is one of each where they moved so each',
      '2013-02-25',
      'During 2012, the value of Swedish exports and imports decreased by 4 percent each compared to 2011.',
      ['EXPORTS "total" 2012 -4 on 2011', 'IMPORTS "total" 2012 -4 on 2011'],
    ],
    [
      'is one of each behind adjectives',
      '2018-09-06',
      'Compared to June 2018 both the seasonally adjusted Czech exports and imports decreased by 0.6% in July 2018.',
      ['EXPORTS "total" 2018-07 -0.6 on 2018-06', 'IMPORTS "total" 2018-07 -0.6 on 2018-06'],
    ],
    [
      'is of one of them where each has a change and a level',
      '2018-09-06',
      'The final 2017 data says that Czech exports and imports grew by 6.5% to CZK 3512.9 bn and 6.8% to CZK 3349.4 bn respectively.',
      ['EXPORTS "total" 2017 3512.9 CZK_BILLION 6.5 on 2016', 'IMPORTS "total" 2017 3349.4 CZK_BILLION 6.8 on 2016'],
    ],
    [
      'is of one partner where each has a change and a level',
      '2024-09-06',
      'In July 2024, Czech exports to Germany and Poland fell by 4.9% to CZK 52.6 bn and by 3.6% to CZK 21.5 bn, respectively.',
      [
        'EXPORTS "Germany" 2024-07 52.6 CZK_BILLION -4.9 on 2023-07',
        'EXPORTS "Poland" 2024-07 21.5 CZK_BILLION -3.6 on 2023-07',
      ],
    ],
    [
      'is of the second where its words follow',
      '2016-07-14',
      "China's first-quarter exports fell 5.7 percent, while in the second quarter, exports gained 1.2 percent and the decline in imports narrowed to 1.2 percent.",
      [
        'EXPORTS TOTAL:ALL 2016-Q1 -5.7 on 2015-Q1',
        'EXPORTS TOTAL:ALL 2016-Q2 1.2 on 2015-Q2',
        'IMPORTS TOTAL:ALL 2016-Q2 -1.2 on 2015-Q2',
      ],
    ],
  ])
})

describe('an earlier month', () => {
  testReadings([
    [
      'has the rates of a clause with when',
      '2010-07-12',
      "In June, China's exports were up 43.9 percent. However, the pace of growth was slower than in May when exports surged 48.5 percent and imports jumped 48.3 percent from a year earlier.",
      [
        'EXPORTS TOTAL:ALL 2010-06 43.9 on 2009-06',
        'EXPORTS TOTAL:ALL 2010-05 48.5 on 2009-05',
        'IMPORTS TOTAL:ALL 2010-05 48.3 on 2009-05',
      ],
    ],
    [
      'is compared with on a monthly basis',
      '2024-08-07',
      "In July, China's imports from Russia on a monthly basis, on the contrary, decreased by 6.3%, to $9.7 billion. Exports to Russia fell over the month by 1.1%.",
      ['IMPORTS "Russia" 2024-07 9.7 USD_BILLION -6.3 on 2024-06', 'EXPORTS "Russia" 2024-07 -1.1 on 2024-06'],
    ],
    [
      'has the rate that a change is told from',
      '2016-07-14',
      "China's imports dropped 8.4 percent in June from the 0.4 percent slip of the previous month.",
      ['IMPORTS TOTAL:ALL 2016-06 -8.4 on 2015-06', 'IMPORTS TOTAL:ALL 2016-05 -0.4 on 2015-05'],
    ],
  ])
})

describe('words around a number', () => {
  testReadings([
    [
      'that exceed it are no rank',
      '2025-04-23',
      "The metropolis of Shenzhen saw its foreign trade top 387.05 billion yuan (about 53.7 billion U.S. dollars) in March, up 12.3 percent year on year. Shenzhen's exports rose.",
      ['TRADE "total" 2025-03 387.05 CNY_BILLION 12.3 on 2024-03'],
    ],
    [
      'end a sentence without a space behind it',
      '2022-04-11',
      "Romania's exports in February 2022 increased by 21.9%.In the first two months of 2022, exports amounted to 13.808 billion euros.",
      ['EXPORTS "total" 2022-02 21.9 on 2021-02', 'EXPORTS "total" 2022-01/2022-02 13.808 EUR_BILLION'],
    ],
    [
      'tell further changes in amounts',
      '2018-09-06',
      "In July 2018 the Czech trade balance ended in a deficit of CZK 4.8 bn. The balance was influenced by a larger deficit in 'crude petroleum' by CZK 2.9 bn and 'chemicals and chemical products' by CZK 1.3 bn.",
      ['BALANCE "total" 2018-07 -4.8 CZK_BILLION'],
    ],
    [
      'say what a holder of a share contributed',
      '2025-04-23',
      "In March, private enterprises accounted for 69.6 percent of Shenzhen's total imports and exports, contributing 269.4 billion yuan in foreign trade.",
      ['TRADE "private enterprises" 2025-03 269.4 CNY_BILLION share 69.6 of TRADE'],
    ],
    [
      'make a volume a value',
      '2023-03-16',
      "Qingdao's import and export volume decreased by 5.9 percent year-on-year in the first two months of this year, reaching 124.49 billion yuan.",
      ['TRADE "total" 2023-01/2023-02 124.49 CNY_BILLION -5.9 on 2022-01/2022-02'],
    ],
    [
      'make changes of levels in turn, whichever way each went',
      '2023-03-16',
      'During January, ASEAN, the United States, and the European Union were the top three markets of China, with their trade volume hitting 19.3 billion yuan, 14.46 billion yuan, and 13.36 billion yuan, respectively, up 0.2 percent, down 13.1 percent, and down 9.5 percent.',
      [
        'TRADE PARTNER:ASEAN 2023-01 19.3 CNY_BILLION 0.2 on 2022-01',
        'TRADE PARTNER:US 2023-01 14.46 CNY_BILLION -13.1 on 2022-01',
        'TRADE PARTNER:EU 2023-01 13.36 CNY_BILLION -9.5 on 2022-01',
      ],
    ],
    [
      'name several quarters',
      '2025-10-22',
      "In the first, second, and third quarters of this year, China's exports were 1.01 trillion yuan, 1.14 trillion yuan, and 1.19 trillion yuan respectively, representing a year-on-year decrease of 2.5%, an increase of 7.2%, and an increase of 11.3% respectively.",
      [
        'EXPORTS TOTAL:ALL 2025-Q1 1.01 CNY_TRILLION -2.5 on 2024-Q1',
        'EXPORTS TOTAL:ALL 2025-Q2 1.14 CNY_TRILLION 7.2 on 2024-Q2',
        'EXPORTS TOTAL:ALL 2025-Q3 1.19 CNY_TRILLION 11.3 on 2024-Q3',
      ],
    ],
    [
      'name the city whose customs tells its trade',
      '2024-11-01',
      'According to Tangshan Customs, the total value of foreign trade imports and exports in Tangshan was 110.57 billion yuan from January to September, accounting for 23.9% of the total import and export value of the province and ranking the first in Hebei Province.',
      ['TRADE "total" 2024-01/2024-09 110.57 CNY_BILLION share 23.9 of TRADE'],
    ],
  ])
})
