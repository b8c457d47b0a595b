import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('Beside partners and flows,', () => {
  testReadings([
    [
      'a partner with which trade fell has the rate and value of its clause',
      '2022-07-20',
      "Zhejiang's trade rose 5.1% in the first half of the year. Trade with Vietnam and India grew by 4.2% and 7.3% respectively, the exception being Japan, with which trade fell by 3.1% to 98.2 billion yuan.",
      [
        'TRADE "total" 2022-H1 5.1 on 2021-H1',
        'TRADE "Vietnam" 2022-H1 4.2 on 2021-H1',
        'TRADE "India" 2022-H1 7.3 on 2021-H1',
        'TRADE "Japan" 2022-H1 98.2 CNY_BILLION -3.1 on 2021-H1',
      ],
    ],
    [
      'trade that was down with the next partner keeps its metric',
      '2009-11-11',
      "China's trade with the United States fell 7.4 percent in October from a year earlier, the customs said, and was down 10.9 percent with Japan.",
      ['TRADE PARTNER:US 2009-10 -7.4 on 2008-10', 'TRADE PARTNER:JP 2009-10 -10.9 on 2008-10'],
    ],
    [
      'shares of others that one is compared with are theirs',
      '2023-12-07',
      "In November, China's exports to ASEAN were down 7.1% from a year ago, and their share in China's total exports was 15.5%, against 14.9% for the U.S. and 13.8% for the EU.",
      [
        'EXPORTS PARTNER:ASEAN 2023-11 -7.1 on 2022-11 share 15.5 of EXPORTS',
        'EXPORTS PARTNER:US 2023-11 share 14.9 of EXPORTS',
        'EXPORTS PARTNER:EU 2023-11 share 13.8 of EXPORTS',
      ],
    ],
    [
      'a rate behind "because it" is of the regime that its clause explains',
      '2017-08-08',
      "China's foreign trade rose 9 percent in July from a year earlier. Processing trade lagged behind, because it fell 2.6 percent.",
      ['TRADE TOTAL:ALL 2017-07 9 on 2016-07', 'TRADE REGIME:PROCESSING 2017-07 -2.6 on 2016-07'],
    ],
    [
      'rates of two provinces, respectively, have a reporter each',
      '2021-10-20',
      "China's foreign trade grew 22.7 percent in the first three quarters of this year. Sichuan and Jiangxi provinces saw notable increases, with foreign trade expanding 18.6 percent and 21.4 percent year on year, respectively.",
      [
        'TRADE TOTAL:ALL 2021-01/2021-09 22.7 on 2020-01/2020-09',
        'TRADE "Sichuan" 2021-01/2021-09 18.6 on 2020-01/2020-09',
        'TRADE "Jiangxi" 2021-01/2021-09 21.4 on 2020-01/2020-09',
      ],
    ],
    [
      'words in commas about two partners leave their rates to them',
      '2022-12-20',
      "China's exports to the US fell 24.8% in November from a year ago. Goods sold to Italy and Spain, among the largest partners within the European Union, dropped 9.4% and 4.9% respectively.",
      [
        'EXPORTS PARTNER:US 2022-11 -24.8 on 2021-11',
        'EXPORTS PARTNER:IT 2022-11 -9.4 on 2021-11',
        'EXPORTS PARTNER:ES 2022-11 -4.9 on 2021-11',
      ],
    ],
    [
      'twice the rate of a month before gives that rate too',
      '2013-08-10',
      'Chinese exports grew 5.1 percent in July from a year earlier, twice the 2.5 percent recorded in June.',
      ['EXPORTS TOTAL:ALL 2013-07 5.1 on 2012-07', 'EXPORTS TOTAL:ALL 2013-06 2.5 on 2012-06'],
    ],
    [
      'a bare rate after another is that of the month named with it',
      '2019-05-10',
      'Imports of China rose 4 percent in April, after 1.2 percent in March.',
      ['IMPORTS TOTAL:ALL 2019-04 4 on 2018-04', 'IMPORTS TOTAL:ALL 2019-03 1.2 on 2018-03'],
    ],
    [
      'main exports are not all exports',
      '2016-05-10',
      "Exports of Kenya were 50 billion shillings in April 2016. The value of Kenya's main exports shrank by 4.2 percent in April 2016.",
      ['EXPORTS "total" 2016-04 50 KES_BILLION', 'EXPORTS "main exports" 2016-04 -4.2 on 2015-04'],
    ],
    [
      'money that has lost its scale is no value',
      '2017-04-13',
      "China's trade surplus with Brazil swelled to $1.9 billion in March, up from $1.3 the previous month.",
      ['BALANCE "Brazil" 2017-03 1.9 USD_BILLION'],
    ],
    [
      'a rate that prices explain is one of prices',
      '2017-04-13',
      "China's imports rose 20.3 percent in March from a year earlier. Import strength owes much to prices, with copper up 40 percent, and will fade.",
      ['IMPORTS TOTAL:ALL 2017-03 20.3 on 2016-03'],
    ],
    [
      'a second rate that officials target is a forecast',
      '2014-03-05',
      "China's exports rose 7.9 percent in 2013. Officials are targeting economic growth of 7.5 percent and an increase of 7.8 percent in foreign trade.",
      ['EXPORTS TOTAL:ALL 2013 7.9 on 2012'],
    ],
    [
      'cargo that ports handled is no trade',
      '2017-08-08',
      "China's trade rose 18.3 percent in the first half of 2017. The cargo handled by ports increased by 7.2 percent.",
      ['TRADE TOTAL:ALL 2017-H1 18.3 on 2016-H1'],
    ],
  ])
})

describe('In a list with a verb or a colon,', () => {
  testReadings([
    [
      'the first behind the colon is no total',
      '2022-08-10',
      "China's exports rose 18% in July. Exports increased strongly: machinery (up 19.7% to $12.6 billion), toys (up 42.1% to $8.3 billion) and shoes (down 2%).",
      [
        'EXPORTS TOTAL:ALL 2022-07 18 on 2021-07',
        'EXPORTS "machinery" 2022-07 12.6 USD_BILLION 19.7 on 2021-07',
        'EXPORTS "toys" 2022-07 8.3 USD_BILLION 42.1 on 2021-07',
        'EXPORTS "shoes" 2022-07 -2 on 2021-07',
      ],
    ],
    [
      'what partners import from China are its exports',
      '2022-08-10',
      "China's exports rose 18% in July. Its biggest partners in ASEAN all stepped up imports from China in July: Vietnam (up 19.7% to $12.6 billion); Malaysia (up 42.1%).",
      [
        'EXPORTS TOTAL:ALL 2022-07 18 on 2021-07',
        'EXPORTS PARTNER:VN 2022-07 12.6 USD_BILLION 19.7 on 2021-07',
        'EXPORTS PARTNER:MY 2022-07 42.1 on 2021-07',
      ],
    ],
    [
      'a partner that trailed is the next',
      '2012-06-10',
      "In May 2012, China's trade with the European Union edged up 1.3 percent to $49.6 billion, while that with the United States rose 12.1 percent to $37.4 billion. Japan trailed with $34.9 billion, down 0.4 percent.",
      [
        'TRADE PARTNER:EU 2012-05 49.6 USD_BILLION 1.3 on 2011-05',
        'TRADE PARTNER:US 2012-05 37.4 USD_BILLION 12.1 on 2011-05',
        'TRADE PARTNER:JP 2012-05 34.9 USD_BILLION -0.4 on 2011-05',
      ],
    ],
    [
      'what a speaker asserts has the subject of its own clause',
      '2023-07-20',
      "Shandong's trade rose 3.9% in the first half of the year. He noted the resilience of the sector, asserting that June alone brought 278.4 billion yuan of imports and exports, 2.2% more than in May.",
      ['TRADE "total" 2023-H1 3.9 on 2022-H1', 'TRADE "total" 2023-06 278.4 CNY_BILLION 2.2 on 2023-05'],
    ],
  ])
})
