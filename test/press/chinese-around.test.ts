import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('Chinese amounts with what they are of behind them', () => {
  testReadings(
    [
      [
        'the total of which parts follow',
        '2013-01-21',
        '2012年全省591亿美元的进出口总额中，成都市占475亿美元，比重为80.4%；绵阳市23亿美元，占3.8%。',
        [
          'TRADE "total" 2012 591 USD_100_MILLION',
          'TRADE "成都市" 2012 475 USD_100_MILLION share 80.4 of TRADE',
          'TRADE "绵阳市" 2012 23 USD_100_MILLION share 3.8 of TRADE',
        ],
      ],
      [
        'a flow that is added up',
        '2019-08-20',
        '1—7月，海南省出口值达214亿元；加上299亿元的进口（增长3.7%），全省进出口合计513亿元，增长25.8%。',
        [
          'EXPORTS "total" 2019-01/2019-07 214 CNY_100_MILLION',
          'IMPORTS "total" 2019-01/2019-07 299 CNY_100_MILLION 3.7 on 2018-01/2018-07',
          'TRADE "total" 2019-01/2019-07 513 CNY_100_MILLION 25.8 on 2018-01/2018-07',
        ],
      ],
      [
        'a rank by the amount',
        '2021-01-20',
        '去年，民营企业以3.8万亿元的进出口值稳居我国第一大外贸主体，增长9.6%。',
        ['TRADE ENTERPRISE_TYPE:PRIVATE 2020 3.8 CNY_TRILLION 9.6 on 2019'],
      ],
      [
        'zones by their amounts',
        '2018-02-09',
        '2017年，西安市进出口2549亿元；西安综合保税区、西安出口加工区A区分别以123亿元和86亿元的进出口值居第二、第三位。',
        [
          'TRADE "total" 2017 2549 CNY_100_MILLION',
          'TRADE "西安综合保税区" 2017 123 CNY_100_MILLION',
          'TRADE "西安出口加工区A区" 2017 86 CNY_100_MILLION',
        ],
      ],
      [
        'a way of trade',
        '2021-01-20',
        '去年，义乌出口3006亿元，其中2297亿元经由市场采购贸易方式出口。',
        ['EXPORTS "total" 2020 3006 CNY_100_MILLION', 'EXPORTS "市场采购贸易" 2020 2297 CNY_100_MILLION'],
      ],
      [
        'a part that went to a partner is none of the whole',
        '2021-01-20',
        '去年，我省出口3006亿元，其中297亿元销往东盟。',
        ['EXPORTS "total" 2020 3006 CNY_100_MILLION'],
      ],
      ['what a platform brought about is none', '2021-01-20', '去年，平台带动3.8亿元的出口，服务企业300家。', []],
    ],
    'ZH',
  )
})

describe('Chinese amounts that others exceed', () => {
  testReadings(
    [
      [
        'of another type of enterprise',
        '2008-10-23',
        '前三季度，全省私营企业出口额达588亿美元，超过外商投资企业的433亿美元，增幅31.2%。',
        [
          'EXPORTS "私营企业" 2008-01/2008-09 588 USD_100_MILLION 31.2 on 2007-01/2007-09',
          'EXPORTS "外商投资企业" 2008-01/2008-09 433 USD_100_MILLION',
        ],
      ],
      [
        'of another partner',
        '2019-10-23',
        '一季度，我国对欧盟出口7462亿元，高于对美国的7098亿元，增长5%。',
        [
          'EXPORTS PARTNER:EU 2019-Q1 7462 CNY_100_MILLION 5 on 2018-Q1',
          'EXPORTS PARTNER:US 2019-Q1 7098 CNY_100_MILLION',
        ],
      ],
      [
        'of others that have no name are none',
        '2019-10-23',
        '一季度，我国民营企业进出口7462亿元，超过其他企业总和的7098亿元，增长5%。',
        ['TRADE ENTERPRISE_TYPE:PRIVATE 2019-Q1 7462 CNY_100_MILLION 5 on 2018-Q1'],
      ],
    ],
    'ZH',
  )
})

describe('Chinese rates behind the words for how high they are', () => {
  testReadings(
    [
      [
        'a deeper decline',
        '2009-01-13',
        '12月份，我国出口下降2.9%；同月进口降幅更深，达21.2%，规模缩至722亿美元。',
        ['EXPORTS TOTAL:ALL 2008-12 -2.9 on 2007-12', 'IMPORTS TOTAL:ALL 2008-12 722 USD_100_MILLION -21.2 on 2007-12'],
      ],
      [
        'a faster growth whose level follows first',
        '2009-01-13',
        '12月份，我国出口增长2.9%；进口增速更快，为722亿美元，增长8.1%。',
        ['EXPORTS TOTAL:ALL 2008-12 2.9 on 2007-12', 'IMPORTS TOTAL:ALL 2008-12 722 USD_100_MILLION 8.1 on 2007-12'],
      ],
      [
        'the fastest of several cities',
        '2022-01-21',
        '2021年，河北省唐山、石家庄两市进出口分别达1450亿元、1404亿元；沧州增速最快，达58.2%，规模为468亿元。',
        [
          'TRADE "唐山" 2021 1450 CNY_100_MILLION',
          'TRADE "石家庄" 2021 1404 CNY_100_MILLION',
          'TRADE "沧州" 2021 468 CNY_100_MILLION 58.2 on 2020',
        ],
      ],
      [
        'the largest partner',
        '2019-12-24',
        '1至11月，云南一般贸易进出口246亿元。邻国之中，缅甸份额最大，云南对其进出口519亿元，占全省外贸总值的25.6%。',
        [
          'TRADE "一般贸易" 2019-01/2019-11 246 CNY_100_MILLION',
          'TRADE "缅甸" 2019-01/2019-11 519 CNY_100_MILLION share 25.6 of TRADE',
        ],
      ],
      [
        'a share in words and in brackets',
        '2026-01-14',
        '2025年，外商投资企业进出口13.2万亿元，占我国进出口总值近三成（29.2%）。',
        ['TRADE ENTERPRISE_TYPE:FOREIGN_INVESTED 2025 13.2 CNY_TRILLION share 29.2 of TRADE'],
      ],
      [
        'a share in the trade of all districts',
        '2015-01-22',
        '2014年，北京国有企业进出口1.87万亿元，在全地区进出口总值中的比重降至73.3%。',
        ['TRADE "国有企业" 2014 1.87 CNY_TRILLION share 73.3 of TRADE'],
      ],
      [
        'a flow behind a dash',
        '2017-04-20',
        '一季度，陕西外贸交出亮眼“成绩单”——出口382亿元，同比增56.3%；进口249亿元。',
        ['EXPORTS "total" 2017-Q1 382 CNY_100_MILLION 56.3 on 2016-Q1', 'IMPORTS "total" 2017-Q1 249 CNY_100_MILLION'],
      ],
      [
        'months of a run of growth',
        '2020-07-14',
        '我国外贸出口自今年4月份起连续3个月实现正增长，4、5、6月同比分别增长8.2%、1.4%和4.3%。',
        [
          'EXPORTS TOTAL:ALL 2020-04 8.2 on 2019-04',
          'EXPORTS TOTAL:ALL 2020-05 1.4 on 2019-05',
          'EXPORTS TOTAL:ALL 2020-06 4.3 on 2019-06',
        ],
      ],
      [
        'a flow that had fallen before',
        '2023-12-07',
        '11月份，此前连续5个月同比下降的出口转为增长1.7%，规模为2.1万亿元。',
        ['EXPORTS TOTAL:ALL 2023-11 2.1 CNY_TRILLION 1.7 on 2022-11'],
      ],
    ],
    'ZH',
  )
})

describe('Chinese amounts that are named behind them', () => {
  testReadings(
    [
      [
        'an amount that is a record',
        '2015-01-20',
        '268.5亿美元，这是贵州外贸在2014年创下的最新纪录，同比2013年的220.4亿美元增长21.8%。',
        ['TRADE "total" 2014 268.5 USD_100_MILLION 21.8 on 2013', 'TRADE "total" 2013 220.4 USD_100_MILLION'],
      ],
      [
        'an amount for each quarter of a list',
        '2022-10-25',
        '9.41万亿元、10.35万亿元、11.3万亿元……这就是前三个季度我国出口的成绩单。',
        [
          'EXPORTS TOTAL:ALL 2022-Q1 9.41 CNY_TRILLION',
          'EXPORTS TOTAL:ALL 2022-Q2 10.35 CNY_TRILLION',
          'EXPORTS TOTAL:ALL 2022-Q3 11.3 CNY_TRILLION',
        ],
      ],
      [
        'no amounts of parts that the period has not',
        '2022-10-25',
        '3.1亿元、4.2亿元，这是前三个季度我国进出口的成绩单。',
        [],
      ],
      ['no amount of which nothing says what it is', '2015-01-20', '9720亿元，这是山东去年首次实现的新纪录。', []],
    ],
    'ZH',
  )
})
