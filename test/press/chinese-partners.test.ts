import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('several', () => {
  testReadings(
    [
      [
        'that something has driven have rates of their own',
        '2020-07-15',
        '上半年，我国出口增长5%。“宅经济”消费提升带动笔记本电脑、手机出口分别增长9.1%、0.2%。',
        [
          'EXPORTS TOTAL:ALL 2020-H1 5 on 2019-H1',
          'EXPORTS "笔记本电脑" 2020-H1 9.1 on 2019-H1',
          'EXPORTS "手机" 2020-H1 0.2 on 2019-H1',
        ],
      ],
      [
        'of a class of goods follow it',
        '2009-04-11',
        '3月份，我国劳动密集型产品出口表现良好，服装、家具分别增长9.9%、3%。',
        ['EXPORTS "服装" 2009-03 9.9 on 2008-03', 'EXPORTS "家具" 2009-03 3 on 2008-03'],
      ],
      [
        'told before are both of them',
        '2005-12-23',
        '今年前11个月河北省进出口145.5亿美元，增长20%。机电产品的出口值首次突破20亿美元，高技术产品出口首次超过2亿美元，二者同比分别增长42.9%和67.5%。',
        [
          'TRADE "total" 2005-01/2005-11 145.5 USD_100_MILLION 20 on 2004-01/2004-11',
          'EXPORTS "机电产品" 2005-01/2005-11 OVER 20 USD_100_MILLION 42.9 on 2004-01/2004-11',
          'EXPORTS "高技术产品" 2005-01/2005-11 OVER 2 USD_100_MILLION 67.5 on 2004-01/2004-11',
        ],
      ],
      [
        'flows may rise with their values',
        '2005-12-23',
        '今年前11个月河北省进出口145.5亿美元，增长20%。其中，出口、进口也分别以98.7亿美元和46.8亿美元双双创下历史新高，增速分别达18.9%和23.6%。',
        [
          'TRADE "total" 2005-01/2005-11 145.5 USD_100_MILLION 20 on 2004-01/2004-11',
          'EXPORTS "total" 2005-01/2005-11 98.7 USD_100_MILLION 18.9 on 2004-01/2004-11',
          'IMPORTS "total" 2005-01/2005-11 46.8 USD_100_MILLION 23.6 on 2004-01/2004-11',
        ],
      ],
    ],
    'ZH',
  )
})

describe('a count', () => {
  testReadings(
    [
      [
        'of partners stands before their trade',
        '2021-11-29',
        '据拉萨海关统计，2021年1至10月中国西藏自治区对25个“一带一路”沿线国家和地区有进出口贸易，进出口贸易值14.74亿元，增长57.3%。其中，出口14.11亿元，增长70.7%，进口0.63亿元，下降43.2%。',
        [
          'TRADE "“一带一路”沿线国家和地区" 2021-01/2021-10 14.74 CNY_100_MILLION 57.3 on 2020-01/2020-10',
          'EXPORTS "“一带一路”沿线国家和地区" 2021-01/2021-10 14.11 CNY_100_MILLION 70.7 on 2020-01/2020-10',
          'IMPORTS "“一带一路”沿线国家和地区" 2021-01/2021-10 0.63 CNY_100_MILLION -43.2 on 2020-01/2020-10',
        ],
      ],
    ],
    'ZH',
  )
})

describe('the data of a month', () => {
  testReadings(
    [
      [
        'are of that month',
        '2006-09-01',
        '今年1至7月，中国纺织品服装外贸进出口总额达900亿美元。此外，仅从七月份数据看，中国纺织品服装外贸进出口总额达152亿美元，当月顺差119.2亿美元。',
        [
          'TRADE "纺织品服装" 2006-01/2006-07 900 USD_100_MILLION',
          'TRADE "纺织品服装" 2006-07 152 USD_100_MILLION',
          'BALANCE "纺织品服装" 2006-07 119.2 USD_100_MILLION',
        ],
      ],
    ],
    'ZH',
  )
})

describe('months ahead', () => {
  testReadings(
    [
      [
        'of a plan are no period',
        '2005-12-23',
        '今年前11个月河北省进出口145.5亿美元，增长20%。出口98.7亿美元，提前一个月刷新年度最好记录，增长18.9%。',
        [
          'TRADE "total" 2005-01/2005-11 145.5 USD_100_MILLION 20 on 2004-01/2004-11',
          'EXPORTS "total" 2005-01/2005-11 98.7 USD_100_MILLION 18.9 on 2004-01/2004-11',
        ],
      ],
    ],
    'ZH',
  )
})
