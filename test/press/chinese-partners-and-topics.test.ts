import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('trade with a partner', () => {
  testReadings(
    [
      [
        'is imported where the partner exports it to China',
        '2018-09-09',
        '据海关总署统计，2018年1月至8月，俄中贸易额达到675亿美元，增长25.7%。其中，中国对俄出口311亿美元；俄罗斯对华出口363亿美元，增长38.5%。',
        [
          'TRADE "俄罗斯" 2018-01/2018-08 675 USD_100_MILLION 25.7 on 2017-01/2017-08',
          'EXPORTS "俄罗斯" 2018-01/2018-08 311 USD_100_MILLION',
          'IMPORTS "俄罗斯" 2018-01/2018-08 363 USD_100_MILLION 38.5 on 2017-01/2017-08',
        ],
      ],
      [
        'is exported where the partner imports it from China',
        '2018-09-09',
        '2018年1月至8月，我国对日本进出口900亿美元。日本自华进口311亿美元，增长13.5%。',
        [
          'TRADE PARTNER:JP 2018-01/2018-08 900 USD_100_MILLION',
          'EXPORTS PARTNER:JP 2018-01/2018-08 311 USD_100_MILLION 13.5 on 2017-01/2017-08',
        ],
      ],
    ],
    'ZH',
  )
})

describe('an earlier year', () => {
  testReadings(
    [
      [
        'at the head of a paragraph lasts to its end',
        '2018-09-09',
        '2018年1月至8月，我国进出口675亿美元，增长25.7%。\n2017年，我国进出口840亿美元，增长20.8%。出口426亿美元，增长14.8%。\n出口311亿美元，增长13.5%。',
        [
          'TRADE TOTAL:ALL 2018-01/2018-08 675 USD_100_MILLION 25.7 on 2017-01/2017-08',
          'TRADE TOTAL:ALL 2017 840 USD_100_MILLION 20.8 on 2016',
          'EXPORTS TOTAL:ALL 2017 426 USD_100_MILLION 14.8 on 2016',
          'EXPORTS TOTAL:ALL 2018-01/2018-08 311 USD_100_MILLION 13.5 on 2017-01/2017-08',
        ],
      ],
    ],
    'ZH',
  )
})

describe('an office within a province', () => {
  testReadings(
    [
      [
        'leaves no category of the name of the province',
        '2014-07-15',
        '安徽省合肥海关发布数据称，2014年上半年，安徽省实现进出口总额238.7亿美元，增长11.2%。',
        ['TRADE "total" 2014-H1 238.7 USD_100_MILLION 11.2 on 2013-H1'],
      ],
    ],
    'ZH',
  )
})

describe('a short sentence without numbers', () => {
  testReadings(
    [
      [
        'gives its category to the next',
        '2020-04-24',
        '今年一季度，我国外贸进出口925.8亿元。机电产品出口优势明显。前3个月，出口600亿元，增长7%。',
        [
          'TRADE TOTAL:ALL 2020-Q1 925.8 CNY_100_MILLION',
          'EXPORTS PRODUCT:ELECTROMECHANICAL 2020-Q1 600 CNY_100_MILLION 7 on 2019-Q1',
        ],
      ],
      [
        'may name the province ahead of its category',
        '2020-04-24',
        '今年一季度，广西外贸进出口925.8亿元。3月份，广西跨境电商蓬勃发展，进出口6358万元，增长4.7倍。',
        ['TRADE "total" 2020-Q1 925.8 CNY_100_MILLION', 'TRADE "跨境电商" 2020-03 6358 CNY_10_THOUSAND 470 on 2019-03'],
      ],
    ],
    'ZH',
  )
})

describe('a place in traditional characters', () => {
  testReadings(
    [
      [
        'is spelled so in the next sentence',
        '2021-08-12',
        '2021年1—7月湖北省進出口總值2873.9億元人民幣。1—7月，武漢市進出口1795.5億元，增長42.6%。其中，出口960.7億元。',
        [
          'TRADE "total" 2021-01/2021-07 2873.9 CNY_100_MILLION',
          'TRADE "武漢市" 2021-01/2021-07 1795.5 CNY_100_MILLION 42.6 on 2020-01/2020-07',
          'EXPORTS "武漢市" 2021-01/2021-07 960.7 CNY_100_MILLION',
        ],
      ],
    ],
    'ZH',
  )
})
