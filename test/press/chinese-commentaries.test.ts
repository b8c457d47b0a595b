import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('In commentaries of Chinese brokers and newspapers,', () => {
  testReadings(
    [
      [
        'a rate that falls to another is one of growth',
        '2017-09-08',
        '中国8月出口同比增长5.3%。对东盟增速由8.3%回落至4.9%，农产品出口增速由4.5%转为-1.2%。',
        [
          'EXPORTS TOTAL:ALL 2017-08 5.3 on 2016-08',
          'EXPORTS PARTNER:ASEAN 2017-08 4.9 on 2016-08',
          'EXPORTS "农产品" 2017-08 -1.2 on 2016-08',
        ],
      ],
      [
        'a rounded share without a period is of the present',
        '2021-09-08',
        '8月，我国出口增长25.6%。“欧盟仍是我国第二大出口市场，占我国出口总值的15%左右，对8月出口很重要。”他说。越南目前约占我国进口的3.4%。',
        ['EXPORTS TOTAL:ALL 2021-08 25.6 on 2020-08'],
      ],
      [
        'an exact share, and a rounded one of a period, are read',
        '2021-09-08',
        '8月，我国出口增长25.6%。8月，欧盟仍是我国第二大出口市场，占我国出口总值的15%左右。越南目前是我国重要的进口来源地，占我国进口总值的3.4%。',
        [
          'EXPORTS TOTAL:ALL 2021-08 25.6 on 2020-08',
          'EXPORTS PARTNER:EU 2021-08 share 15 of EXPORTS',
          'IMPORTS PARTNER:VN 2021-08 share 3.4 of IMPORTS',
        ],
      ],
      [
        'a rate in brackets is of the goods before their pace',
        '2017-09-08',
        '中国8月出口同比增长5.3%，机电产品增速保持平稳（6.8%），高新技术产品增速小幅上升（9.4%）。',
        [
          'EXPORTS TOTAL:ALL 2017-08 5.3 on 2016-08',
          'EXPORTS PRODUCT:ELECTROMECHANICAL 2017-08 6.8 on 2016-08',
          'EXPORTS "高新技术产品" 2017-08 9.4 on 2016-08',
        ],
      ],
      [
        'the value before is of the month before, as revised',
        '2017-09-08',
        '中国8月出口同比5.3%，前值7.1%；8月贸易差额为418.6亿美元，前值467.4亿美元修正为465.9亿美元。',
        [
          'EXPORTS TOTAL:ALL 2017-08 5.3 on 2016-08',
          'EXPORTS TOTAL:ALL 2017-07 7.1 on 2016-07',
          'BALANCE TOTAL:ALL 2017-08 418.6 USD_100_MILLION',
          'BALANCE TOTAL:ALL 2017-07 465.9 USD_100_MILLION',
        ],
      ],
      [
        'a price of imports is no value',
        '2017-09-08',
        '8月我国进口同比增长13.6%，铁矿砂进口价增速由14%扩大至31%。',
        ['IMPORTS TOTAL:ALL 2017-08 13.6 on 2016-08'],
      ],
      [
        'amounts behind rates in dollars are dollars',
        '2024-10-15',
        '以美元计，内地9月出口按年仅升2.6%，至3041.2亿元；进口升0.4%，至2223.9亿元。',
        [
          'EXPORTS TOTAL:ALL 2024-09 3041.2 USD_100_MILLION 2.6 on 2023-09',
          'IMPORTS TOTAL:ALL 2024-09 2223.9 USD_100_MILLION 0.4 on 2023-09',
        ],
      ],
      [
        'quantities and amounts of goods have rates of their own',
        '2024-10-15',
        '9月我国出口增长2.6%。手机出口持续低迷，数量下跌5.6%，金额下跌10.2%。汽车和船舶出口表现亮眼，金额分别增长22.4%和113.4%。',
        [
          'EXPORTS TOTAL:ALL 2024-09 2.6 on 2023-09',
          'EXPORT_QUANTITY "手机" 2024-09 -5.6 on 2023-09',
          'EXPORTS "手机" 2024-09 -10.2 on 2023-09',
          'EXPORTS "汽车" 2024-09 22.4 on 2023-09',
          'EXPORTS PRODUCT:SHIPS 2024-09 113.4 on 2023-09',
        ],
      ],
      [
        'two partners may be joined as a partner is named',
        '2024-10-15',
        '9月我国进口增长0.4%。进口方面，欧盟与日本进口分别下降4.3%和7.1%。',
        [
          'IMPORTS TOTAL:ALL 2024-09 0.4 on 2023-09',
          'IMPORTS PARTNER:EU 2024-09 -4.3 on 2023-09',
          'IMPORTS PARTNER:JP 2024-09 -7.1 on 2023-09',
        ],
      ],
      [
        'the second of two rates may be more than it says',
        '2021-05-07',
        '4月我国出口增长31.9%。输往东盟、欧盟的出口增速分别加快至42%及逾23%，输往拉丁美洲升幅亦扩大至62%。',
        [
          'EXPORTS TOTAL:ALL 2021-04 31.9 on 2020-04',
          'EXPORTS PARTNER:ASEAN 2021-04 42 on 2020-04',
          'EXPORTS PARTNER:EU 2021-04 23 on 2020-04',
          'EXPORTS PARTNER:LATIN_AMERICA 2021-04 62 on 2020-04',
        ],
      ],
      [
        'rates that others are compared with are of their month',
        '2017-03-08',
        '2月份，我国进出口总值1.69万亿元人民币，增长20.4%。与1月份进出口、出口增速同比分别增长18.2%、15.7%相比，2月数据中出口明显放缓。',
        [
          'TRADE TOTAL:ALL 2017-02 1.69 CNY_TRILLION 20.4 on 2016-02',
          'TRADE TOTAL:ALL 2017-01 18.2 on 2016-01',
          'EXPORTS TOTAL:ALL 2017-01 15.7 on 2016-01',
        ],
      ],
      [
        'the number in the name of a group is none',
        '2016-10-13',
        '9月我国出口同比下跌10.2%，对G3出口由同比下跌0.9%转为同比下跌7.9%。',
        ['EXPORTS TOTAL:ALL 2016-09 -10.2 on 2015-09', 'EXPORTS "G3" 2016-09 -7.9 on 2015-09'],
      ],
      [
        'what a month of a year turned to is not the year',
        '2014-02-09',
        '2013年我国外贸进出口总值为41587.3亿美元，比上年增长7.5%。2013年5月起，我国外贸出口增速大幅下挫，由4月份的14.7%降至1%。',
        ['TRADE TOTAL:ALL 2013 41587.3 USD_100_MILLION 7.5 on 2012'],
      ],
      [
        'a threshold in the headline names no category',
        '2022-12-14',
        '前11个月我国外贸进出口逼近40万亿元\n\n今年前11个月，我国外贸进出口38.34万亿元，同比增长8.6%。',
        ['TRADE TOTAL:ALL 2022-01/2022-11 38.34 CNY_TRILLION 8.6 on 2021-01/2021-11'],
      ],
    ],
    'ZH',
  )
})

describe('A Chinese text says nothing', () => {
  testReadings(
    [
      [
        'of the trade of another country beside its own',
        '2014-02-09',
        '2013年我国进出口总值为41587.3亿美元，比上年增长7.5%。美国货物进出口总额为38680亿美元，比2012年增长0.7%，其中出口15928亿美元。',
        ['TRADE TOTAL:ALL 2013 41587.3 USD_100_MILLION 7.5 on 2012'],
      ],
      [
        'of what another country has counted',
        '2016-10-13',
        '9月我国出口同比下跌10.2%。最新的美国贸易数据显示，8月美国自华进口同比下跌3.1%，而自墨西哥进口同比增长1.6%。',
        ['EXPORTS TOTAL:ALL 2016-09 -10.2 on 2015-09'],
      ],
      [
        'of a whole year that is not over',
        '2022-11-19',
        '今年前10个月，我国进出口总值34.62万亿元，同比增长9.5%。海关相关人士表示，对全年增速仍持谨慎乐观态度。\n\n一般贸易进出口22.09万亿元。',
        [
          'TRADE TOTAL:ALL 2022-01/2022-10 34.62 CNY_TRILLION 9.5 on 2021-01/2021-10',
          'TRADE REGIME:ORDINARY 2022-01/2022-10 22.09 CNY_TRILLION',
        ],
      ],
    ],
    'ZH',
  )
})
