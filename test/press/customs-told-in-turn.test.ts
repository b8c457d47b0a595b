import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('what customs tell in turn', () => {
  testReadings([
    [
      'a surplus among the largest months',
      '2007-09-13',
      'In August, China also chalked up one of the largest monthly trade surpluses, at US$12.4 billion.',
      ['BALANCE TOTAL:ALL 2007-08 12.4 USD_BILLION'],
    ],
    [
      'a level that a total is kept above',
      '2007-09-13',
      "China's foreign trade grew 24.3 percent to US$137.2 billion in August, keeping the monthly figure above US$120 billion for six months in succession.",
      ['TRADE TOTAL:ALL 2007-08 137.2 USD_BILLION 24.3 on 2006-08'],
    ],
    [
      'a rate that is points higher than a month before',
      '2008-11-12',
      'Imports of China grew to US$91.34 billion in October, up 21.5 percent or 3.2 percentage points higher than September.',
      ['IMPORTS TOTAL:ALL 2008-10 91.34 USD_BILLION 21.5 on 2007-10'],
    ],
    [
      'rates that a rate came up and down from',
      '2013-09-10',
      "China's exports rose 3.4 percent in August, up from 1.2 percent recorded in July but marking a sharp drop from 9.8 percent growth in June.",
      [
        'EXPORTS TOTAL:ALL 2013-08 3.4 on 2012-08',
        'EXPORTS TOTAL:ALL 2013-07 1.2 on 2012-07',
        'EXPORTS TOTAL:ALL 2013-06 9.8 on 2012-06',
      ],
    ],
    [
      'a share whose rise follows the whole',
      '2016-08-17',
      "For January-July, China's export-import value by ordinary trade reached 6.81 trillion yuan, down 0.4% YOY, accounting for 55.1% of gross value which rose by 1.2 percentage points YOY.",
      [
        'TRADE REGIME:ORDINARY 2016-01/2016-07 6.81 CNY_TRILLION -0.4 on 2015-01/2015-07 share 55.1 of TRADE share change 1.2',
      ],
    ],
    [
      'a number of industries is none of trade',
      '2018-02-12',
      "In January 2018, China's exports in 7 labor intensive industries amounted to 261.3 billion yuan, down 4.2% year on year.",
      ['EXPORTS "7 labor intensive industries" 2018-01 261.3 CNY_BILLION -4.2 on 2017-01'],
    ],
    [
      'rates of two quarters in turn',
      '2020-10-13',
      "China's imports and exports rose 5.4% and 0.7% in the first and second quarter of 2020, respectively.",
      ['TRADE TOTAL:ALL 2020-Q1 5.4 on 2019-Q1', 'TRADE TOTAL:ALL 2020-Q2 0.7 on 2019-Q2'],
    ],
    [
      'that of other enterprises',
      '2021-12-07',
      "In the first 11 months of 2021, China's imports and exports of foreign-invested firms and that of state-owned enterprises rose 12.4 percent and 25.1 percent, respectively.",
      [
        'TRADE ENTERPRISE_TYPE:FOREIGN_INVESTED 2021-01/2021-11 12.4 on 2020-01/2020-11',
        'TRADE ENTERPRISE_TYPE:STATE_OWNED 2021-01/2021-11 25.1 on 2020-01/2020-11',
      ],
    ],
    [
      'a trade that surpasses a year',
      '2021-12-07',
      "China's foreign trade reached 34.1 trillion yuan in the first 11 months of 2021. The figure, already surpassing the 31.2-trillion-yuan total for all of 2020, marked a 21-percent increase from the level in 2019.",
      [
        'TRADE TOTAL:ALL 2021-01/2021-11 34.1 CNY_TRILLION 21 on 2019-01/2019-11',
        'TRADE TOTAL:ALL 2020 31.2 CNY_TRILLION',
      ],
    ],
    [
      'growth rates with three partners',
      '2021-12-07',
      "China's foreign trade rose 22 percent in the first 11 months of 2021. In the period, China's top three trading partners were ASEAN, the European Union and the United States. The growth rates of China's trade value with the three trading partners stood at 19.4 percent, 18 percent and 20.3 percent, respectively.",
      [
        'TRADE TOTAL:ALL 2021-01/2021-11 22 on 2020-01/2020-11',
        'TRADE PARTNER:ASEAN 2021-01/2021-11 19.4 on 2020-01/2020-11',
        'TRADE PARTNER:EU 2021-01/2021-11 18 on 2020-01/2020-11',
        'TRADE PARTNER:US 2021-01/2021-11 20.3 on 2020-01/2020-11',
      ],
    ],
    [
      'volumes beside values',
      '2008-05-01',
      "In the first quarter of this year, the volume of China's corn exports fell. The export volume of steel products fell 17.2 percent. The value of shoe exports rose 9.1 percent.",
      ['EXPORTS "shoe" 2008-Q1 9.1 on 2007-Q1'],
    ],
    [
      'an office that reported on a day',
      '2010-08-11',
      "The MOF reported yesterday (Aug. 9) that Taiwan's exports soared 34.2% to US$22.7 billion in July.",
      ['EXPORTS "total" 2010-07 22.7 USD_BILLION 34.2 on 2009-07'],
    ],
  ])
})
