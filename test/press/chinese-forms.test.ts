import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('growth as it is told in Taiwan', () => {
  testReadings(
    [
      [
        'is that of a year',
        '2025-03-10',
        '今年2月，中国进出口总值达4,087.8亿美元，年增17.7%。其中，出口2,498.8亿美元，年减9.6%，进口1,589亿美元，成长3.8%，成长率为历年之冠。',
        [
          'TRADE TOTAL:ALL 2025-02 4087.8 USD_100_MILLION 17.7 on 2024-02',
          'EXPORTS TOTAL:ALL 2025-02 2498.8 USD_100_MILLION -9.6 on 2024-02',
          'IMPORTS TOTAL:ALL 2025-02 1589 USD_100_MILLION 3.8 on 2024-02',
        ],
      ],
    ],
    'ZH',
  )
})

describe('numbers in Chinese', () => {
  testReadings(
    [
      [
        'may have ten thousands, in a year with other zeros',
        '2008-01-11',
        '二00七年中国对外贸易规模达到创纪录的二万一千七百三十八点三亿美元，比二00六年增长百分之二十三点五。',
        ['TRADE TOTAL:ALL 2007 21738.3 USD_100_MILLION 23.5 on 2006'],
      ],
    ],
    'ZH',
  )
})

describe('中国大陆', () => {
  testReadings(
    [
      [
        'is the whole economy',
        '2012-05-10',
        '据海关统计，前4个月，中国大陆进出口总值11,666亿美元，比2011年同期（下同）增长6%。其中出口5,950亿美元，增长6.9%。',
        [
          'TRADE TOTAL:ALL 2012-01/2012-04 11666 USD_100_MILLION 6 on 2011-01/2011-04',
          'EXPORTS TOTAL:ALL 2012-01/2012-04 5950 USD_100_MILLION 6.9 on 2011-01/2011-04',
        ],
      ],
    ],
    'ZH',
  )
})

describe('a change without exchange rates', () => {
  testReadings(
    [
      [
        'is one of the value',
        '2014-03-12',
        '数据显示，2月我国进出口总值2511.8亿美元，扣除汇率因素（下同）下降4.8%。',
        ['TRADE TOTAL:ALL 2014-02 2511.8 USD_100_MILLION -4.8 on 2013-02'],
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
        '2020-04-16',
        '3月份，我国出口是1.29万亿元，大幅度下降了3.5%。',
        ['EXPORTS TOTAL:ALL 2020-03 1.29 CNY_TRILLION -3.5 on 2019-03'],
      ],
    ],
    'ZH',
  )
})

describe('a name in quotation marks', () => {
  testReadings(
    [
      [
        'stands before what it is of',
        '2024-01-14',
        '2023年，外贸“主力军”民营企业进出口22.36万亿元，同比增长6.3%，占我国外贸总值的比重继续提升至53.5%。',
        ['TRADE ENTERPRISE_TYPE:PRIVATE 2023 22.36 CNY_TRILLION 6.3 on 2022 share 53.5 of TRADE'],
      ],
    ],
    'ZH',
  )
})

describe('the change of the month before', () => {
  testReadings(
    [
      [
        'stands before that of the month',
        '2009-12-17',
        '11月，我国出口314.2亿美元，由上月的增长10.8%骤然逆转为下降1.4%。',
        [
          'EXPORTS TOTAL:ALL 2009-11 314.2 USD_100_MILLION -1.4 on 2008-11',
          'EXPORTS TOTAL:ALL 2009-10 10.8 on 2008-10',
        ],
      ],
    ],
    'ZH',
  )
})

describe('months of a run', () => {
  testReadings(
    [
      [
        'are no pieces',
        '2012-03-09',
        '1月，我国外贸实现进出口总额2726亿美元，同比下降7.8%。其中，出口1499.4亿美元，下降0.5%，创29个月来新低，实现贸易顺差272.8亿美元。',
        [
          'TRADE TOTAL:ALL 2012-01 2726 USD_100_MILLION -7.8 on 2011-01',
          'EXPORTS TOTAL:ALL 2012-01 1499.4 USD_100_MILLION -0.5 on 2011-01',
          'BALANCE TOTAL:ALL 2012-01 272.8 USD_100_MILLION',
        ],
      ],
    ],
    'ZH',
  )
})

describe('a group of goods', () => {
  testReadings(
    [
      [
        'is what its examples are of',
        '2014-03-12',
        '前两个月，我国纺织品、服装、箱包、鞋类、玩具、家具、塑料制品7大类传统劳动密集型产品出口595.7亿美元，下降4.3%。',
        ['EXPORTS "传统劳动密集型产品" 2014-01/2014-02 595.7 USD_100_MILLION -4.3 on 2013-01/2013-02'],
      ],
      [
        'behind 出口的 names the flow',
        '2020-07-19',
        '上半年，我国出口增长3.2%。出口的高新技术产品中，生命科学技术产品增长8.8%、电子技术产品增长17.7%。',
        [
          'EXPORTS TOTAL:ALL 2020-H1 3.2 on 2019-H1',
          'EXPORTS "生命科学技术产品" 2020-H1 8.8 on 2019-H1',
          'EXPORTS "电子技术产品" 2020-H1 17.7 on 2019-H1',
        ],
      ],
    ],
    'ZH',
  )
})

describe('创汇', () => {
  testReadings(
    [
      [
        'is the value of exports',
        '2012-06-20',
        '前5个月，云南省出口化肥83.4万吨，创汇4亿美元，同比分别增长18.9%和1.2倍。',
        [
          'EXPORT_QUANTITY "化肥" 2012-01/2012-05 83.4 TONNE_10_THOUSAND 18.9 on 2011-01/2011-05',
          'EXPORTS "化肥" 2012-01/2012-05 4 USD_100_MILLION 120 on 2011-01/2011-05',
        ],
      ],
    ],
    'ZH',
  )
})

describe('partners whose trade exceeds an amount', () => {
  testReadings(
    [
      [
        'are not named',
        '2008-01-11',
        '2007年，我国进出口2.17万亿美元。日本新增为双边贸易超过2000亿美元的贸易伙伴。',
        ['TRADE TOTAL:ALL 2007 2.17 USD_TRILLION'],
      ],
    ],
    'ZH',
  )
})

describe('a plan', () => {
  testReadings(
    [
      [
        'is no growth',
        '2015-01-17',
        '2014年，湖北省出口266.4亿美元，增长16.7%。其中，出口值刷新历史纪录，并超额完成增长8%的年度计划，增速居中部第二位。',
        ['EXPORTS "total" 2014 266.4 USD_100_MILLION 16.7 on 2013'],
      ],
    ],
    'ZH',
  )
})

describe('a rate', () => {
  testReadings(
    [
      [
        'of a region is none of the nation',
        '2016-08-12',
        '今年前7个月，河南省进出口总值2223.8亿元人民币，与去年同期相比增长4.6%，而同期全国外贸进出口下降3%。',
        ['TRADE "total" 2016-01/2016-07 2223.8 CNY_100_MILLION 4.6 on 2015-01/2015-07'],
      ],
      [
        'that another exceeds is not its own',
        '2012-06-20',
        '前5个月，云南省对东盟贸易额25.5亿美元，同比增长15.4%，增幅高于全省11.3%的平均外贸增幅。',
        ['TRADE "东盟" 2012-01/2012-05 25.5 USD_100_MILLION 15.4 on 2011-01/2011-05'],
      ],
    ],
    'ZH',
  )
})

describe('trade in two modes together', () => {
  testReadings(
    [
      [
        'is of no category',
        '2013-12-26',
        '前11个月，西藏一般贸易进出口12.1亿美元，边境小额贸易进出口14.65亿美元；以上两种贸易方式进出口总值合计达26.75亿美元，占全部进出口总值的97.7%。',
        [
          'TRADE "一般贸易" 2013-01/2013-11 12.1 USD_100_MILLION',
          'TRADE "边境小额贸易" 2013-01/2013-11 14.65 USD_100_MILLION',
        ],
      ],
    ],
    'ZH',
  )
})

describe('对外贸易累计', () => {
  testReadings(
    [
      [
        'says nothing of whose trade it is',
        '2019-06-22',
        '今年前5月甘肃省对外贸易累计进出口总值156.3亿元人民币，较去年同期下降6%。',
        ['TRADE "total" 2019-01/2019-05 156.3 CNY_100_MILLION -6 on 2018-01/2018-05'],
      ],
    ],
    'ZH',
  )
})

describe('也有', () => {
  testReadings(
    [
      [
        'is no category',
        '2022-03-08',
        '今年前2个月，我国进出口6.2万亿元，同比增长13.3%，与2019年同期相比，增速也有20%左右。',
        ['TRADE TOTAL:ALL 2022-01/2022-02 6.2 CNY_TRILLION 13.3 on 2021-01/2021-02 20 on 2019-01/2019-02'],
      ],
    ],
    'ZH',
  )
})
