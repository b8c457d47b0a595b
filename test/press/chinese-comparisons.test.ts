import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('a list', () => {
  testReadings(
    [
      [
        'of the changes on the month before begins with that',
        '2010-04-11',
        '3月份，我国服装出口同比增长9.9%。环比来看，服装出口增长72.5%，家具增长78.1%。',
        [
          'EXPORTS "服装" 2010-03 9.9 on 2009-03',
          'EXPORTS "服装" 2010-03 72.5 on 2010-02',
          'EXPORTS "家具" 2010-03 78.1 on 2010-02',
        ],
      ],
    ],
    'ZH',
  )
})

describe('the rates of other periods', () => {
  testReadings(
    [
      [
        'that the last is compared with are those of exports',
        '2014-10-14',
        '9月，我国进口增长7%。与7月、8月我国出口分别增长14.5%、9.4%相比，9月出口加快。与5月进口下降1.6%相比，进口回升。',
        [
          'IMPORTS TOTAL:ALL 2014-09 7 on 2013-09',
          'EXPORTS TOTAL:ALL 2014-07 14.5 on 2013-07',
          'EXPORTS TOTAL:ALL 2014-08 9.4 on 2013-08',
          'IMPORTS TOTAL:ALL 2014-05 -1.6 on 2013-05',
        ],
      ],
      [
        'stand between the name of the rate and its verb',
        '2014-10-14',
        '9月，我国进口增长7%。出口增速在8月份达到9.4%，汽车出口降幅在7月扩大至3.3%，水果出口在9月恢复增长4.1%。预计全年出口增速在5%左右，进口增速在2%左右。',
        [
          'IMPORTS TOTAL:ALL 2014-09 7 on 2013-09',
          'EXPORTS TOTAL:ALL 2014-08 9.4 on 2013-08',
          'EXPORTS "汽车" 2014-07 -3.3 on 2013-07',
          'EXPORTS "水果" 2014-09 4.1 on 2013-09',
        ],
      ],
      [
        'go on at a level that is no threshold',
        '2015-01-14',
        '2014年，我国进出口26.4万亿元。分季度看，三季度进出口7万亿元，四季度继续保持7.03万亿元的高水平。',
        [
          'TRADE TOTAL:ALL 2014 26.4 CNY_TRILLION',
          'TRADE TOTAL:ALL 2014-Q3 7 CNY_TRILLION',
          'TRADE TOTAL:ALL 2014-Q4 7.03 CNY_TRILLION',
        ],
      ],
    ],
    'ZH',
  )
})

describe('the rate of another quarter', () => {
  testReadings(
    [
      [
        'that has narrowed is of its own',
        '2021-07-15',
        '二季度我国外贸进出口7.67万亿元，同比下降0.2%，较一季度6.4%的降幅大幅收窄。',
        ['TRADE TOTAL:ALL 2021-Q2 7.67 CNY_TRILLION -0.2 on 2020-Q2', 'TRADE TOTAL:ALL 2021-Q1 -6.4 on 2020-Q1'],
      ],
    ],
    'ZH',
  )
})

describe('a comparison', () => {
  testReadings(
    [
      [
        'with another year may be of each',
        '2011-06-15',
        '今年1月至5月，宁波全市进口额和出口额分别比2008年同期增长34%和6%。',
        [
          'IMPORTS "total" 2011-01/2011-05 34 on 2008-01/2008-05',
          'EXPORTS "total" 2011-01/2011-05 6 on 2008-01/2008-05',
        ],
      ],
    ],
    'ZH',
  )
})

describe('several places together', () => {
  testReadings(
    [
      [
        'are of no category',
        '2014-09-22',
        '据兰州海关统计，前8月，甘肃省进出口总值68.7亿美元。前8月，全省进出口总值排名前五位的市（州）依次是金昌、兰州、白银、嘉峪关和天水，五市进出口总值65.96亿美元，占全省进出口总值96%。',
        ['TRADE "total" 2014-01/2014-08 68.7 USD_100_MILLION'],
      ],
    ],
    'ZH',
  )
})

describe('an adverb', () => {
  testReadings(
    [
      [
        'is no category',
        '2025-10-08',
        '前9月，我国对美国出口跌14.6%；进口亦跌10.1%。',
        [
          'EXPORTS PARTNER:US 2025-01/2025-09 -14.6 on 2024-01/2024-09',
          'IMPORTS PARTNER:US 2025-01/2025-09 -10.1 on 2024-01/2024-09',
        ],
      ],
    ],
    'ZH',
  )
})

describe('a word behind a month', () => {
  testReadings(
    [
      [
        'begins no category',
        '2021-07-15',
        '从月度看，自4月份起我国出口连续3个月实现正增长，6月份进出口同比增长5.1%。',
        ['TRADE TOTAL:ALL 2021-06 5.1 on 2020-06'],
      ],
    ],
    'ZH',
  )
})

describe('several years that are compared with', () => {
  testReadings(
    [
      [
        'in the clause of their changes',
        '2021-04-13',
        '今年一季度，我国货物贸易进出口总值8.47万亿元，比2018年、2019年同期分别增长25.3%和20.5%。',
        ['TRADE TOTAL:ALL 2021-Q1 8.47 CNY_TRILLION 25.3 on 2018-Q1 20.5 on 2019-Q1'],
      ],
      [
        'in a clause before them',
        '2021-04-13',
        '今年一季度，我国进出口增长29.2%。如果跟2018年同期、2019年同期相比，则分别增长25.3%和20.5%。',
        ['TRADE TOTAL:ALL 2021-Q1 29.2 on 2020-Q1 25.3 on 2018-Q1 20.5 on 2019-Q1'],
      ],
      [
        'are refused where their number is another than that of the changes',
        '2021-04-13',
        '今年一季度，我国进出口总值8.47万亿元，与2018年、2019年同期相比，分别增长25.3%、20.5%和3%。',
        ['TRADE TOTAL:ALL 2021-Q1 8.47 CNY_TRILLION'],
      ],
      [
        'the flows of a total on an earlier year',
        '2023-04-14',
        '2月进出口较2019年同期增长38.7%；出口上升40.2%，进口上升37.5%。',
        [
          'TRADE TOTAL:ALL 2023-02 38.7 on 2019-02',
          'EXPORTS TOTAL:ALL 2023-02 40.2 on 2019-02',
          'IMPORTS TOTAL:ALL 2023-02 37.5 on 2019-02',
        ],
      ],
      [
        'flows on the month before',
        '2023-04-14',
        '3月份出口比上月增长8.7%，其中，对欧盟出口增长9.7%。',
        ['EXPORTS TOTAL:ALL 2023-03 8.7 on 2023-02', 'EXPORTS PARTNER:EU 2023-03 9.7 on 2023-02'],
      ],
      [
        'no base for flows whose levels come between',
        '2023-04-14',
        '3月份进出口比2019年同期增长8.7%，其中出口200亿元，增长9.6%，进口同比增长8.9%。',
        [
          'TRADE TOTAL:ALL 2023-03 8.7 on 2019-03',
          'EXPORTS TOTAL:ALL 2023-03 200 CNY_100_MILLION',
          'IMPORTS TOTAL:ALL 2023-03 8.9 on 2022-03',
        ],
      ],
      [
        'the last of two bases of a total, for its flows',
        '2024-08-07',
        '7月份进出口比6月份增长1.3%，比2019年同期增长40.9%，其中出口增长52.1%。',
        ['TRADE TOTAL:ALL 2024-07 1.3 on 2024-06 40.9 on 2019-07', 'EXPORTS TOTAL:ALL 2024-07 52.1 on 2019-07'],
      ],
    ],
    'ZH',
  )
})
