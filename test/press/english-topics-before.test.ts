import { describe } from 'vitest'
import { testReadings } from './support.js'

const trade = "China's trade was 17 trillion yuan in the first three quarters."
const total = 'TRADE TOTAL:ALL 2016-01/2016-09 17 CNY_TRILLION'

describe('A sentence without numbers names', () => {
  testReadings([
    [
      'the firms whose trade the next one tells',
      '2016-10-13',
      `${trade} Private enterprises keep the first place in exports. Their imports and exports amounted to 6.71 trillion yuan, up by 3.6 percent.`,
      [total, 'TRADE ENTERPRISE_TYPE:PRIVATE 2016-01/2016-09 6.71 CNY_TRILLION 3.6 on 2015-01/2015-09'],
    ],
    [
      'the goods whose exports the next one tells',
      '2016-10-13',
      `${trade} Mechanical and electrical products still lead in exports. Their exports were valued at 5.69 trillion yuan.`,
      [total, 'EXPORTS PRODUCT:ELECTROMECHANICAL 2016-01/2016-09 5.69 CNY_TRILLION'],
    ],
    [
      'the firms that "these enterprises" are, behind two partners',
      '2016-10-13',
      `${trade} Trade with Japan and Russia was 640 billion and 110 billion yuan. Statistics shows that private enterprises have grown into the main force. The foreign trade volume of these enterprises totaled 6.71 trillion yuan.`,
      [
        total,
        'TRADE PARTNER:JP 2016-01/2016-09 640 CNY_BILLION',
        'TRADE "Russia" 2016-01/2016-09 110 CNY_BILLION',
        'TRADE ENTERPRISE_TYPE:PRIVATE 2016-01/2016-09 6.71 CNY_TRILLION',
      ],
    ],
    [
      'three partners between dashes, whose rates follow in turn',
      '2016-10-13',
      `${trade} China's trade with its top three trading partners -- the EU, the United States and Japan -- gathered pace. During the period, the growth rates of trade value with the three partners came to 16 percent, 15.9 percent and 17.3 percent, respectively.`,
      [
        total,
        'TRADE PARTNER:EU 2016-01/2016-09 16 on 2015-01/2015-09',
        'TRADE PARTNER:US 2016-01/2016-09 15.9 on 2015-01/2015-09',
        'TRADE PARTNER:JP 2016-01/2016-09 17.3 on 2015-01/2015-09',
      ],
    ],
  ])
})

describe('A clause', () => {
  testReadings([
    [
      'with "whose" is of the firms before it',
      '2016-10-13',
      `${trade} Third, private enterprises became the main force, whose exports grew by 8.7%.`,
      [total, 'EXPORTS ENTERPRISE_TYPE:PRIVATE 2016-01/2016-09 8.7 on 2015-01/2015-09'],
    ],
    [
      'with "whose" of no trader is of no total',
      '2016-10-13',
      `${trade} He praised the farmers of the village, whose exports grew by 8.7%.`,
      [total],
    ],
    [
      'of a partner "with trade down" is of that partner',
      '2016-10-13',
      `${trade} Trade with the EU rose by 9.4%, while Japan, with trade down 15.6%, was the exception.`,
      [
        total,
        'TRADE PARTNER:EU 2016-01/2016-09 9.4 on 2015-01/2015-09',
        'TRADE PARTNER:JP 2016-01/2016-09 -15.6 on 2015-01/2015-09',
      ],
    ],
    [
      'of a sector that picks up pace is of no total',
      '2016-10-13',
      `${trade} The leasing sector picked up pace, expanding 4.2 percent to 822 billion yuan.`,
      [total, 'TRADE "leasing sector" 2016-01/2016-09 822 CNY_BILLION 4.2 on 2015-01/2015-09'],
    ],
    [
      'that repeats "with" has its rates in turn',
      '2016-10-13',
      `${trade} Trade with the EU increased by 1.9 percent, while that with the United States and with Japan decreased by 3.4 percent and 2.6 percent respectively.`,
      [
        total,
        'TRADE PARTNER:EU 2016-01/2016-09 1.9 on 2015-01/2015-09',
        'TRADE PARTNER:US 2016-01/2016-09 -3.4 on 2015-01/2015-09',
        'TRADE PARTNER:JP 2016-01/2016-09 -2.6 on 2015-01/2015-09',
      ],
    ],
    [
      'with "that between China and" is of the other',
      '2016-10-13',
      `${trade} Trade with the US was 1.7 trillion yuan, and that between China and Japan 1.3 trillion yuan.`,
      [total, 'TRADE PARTNER:US 2016-01/2016-09 1.7 CNY_TRILLION', 'TRADE PARTNER:JP 2016-01/2016-09 1.3 CNY_TRILLION'],
    ],
    [
      'with "it" behind both flows is of their sum',
      '2016-10-13',
      `${trade} The export volume was 10 trillion yuan, and the import volume was 7 trillion yuan. In September alone, it was 2.2 trillion yuan.`,
      [
        total,
        'EXPORTS TOTAL:ALL 2016-01/2016-09 10 CNY_TRILLION',
        'IMPORTS TOTAL:ALL 2016-01/2016-09 7 CNY_TRILLION',
        'TRADE TOTAL:ALL 2016-09 2.2 CNY_TRILLION',
      ],
    ],
    [
      'with an amount between the goods and "were shipped abroad" is of exports',
      '2016-10-13',
      `${trade} Toys worth 8.02 billion yuan, or 7.9 percent of all exports, were shipped abroad.`,
      [total, 'EXPORTS "Toys" 2016-01/2016-09 8.02 CNY_BILLION share 7.9 of EXPORTS'],
    ],
  ])
})
