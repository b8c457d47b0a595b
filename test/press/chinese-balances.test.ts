import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('Chinese balances and rates in other words', () => {
  testReadings(
    [
      [
        'a deficit behind its amount',
        '2012-03-12',
        '2月份出现315亿美元的贸易逆差，创下历史之最。',
        ['BALANCE TOTAL:ALL 2012-02 -315 USD_100_MILLION'],
      ],
      [
        'a surplus with a partner behind its amount',
        '2012-03-12',
        '2月份，我国对美国实现115亿美元的贸易顺差，增长5%。',
        ['BALANCE PARTNER:US 2012-02 115 USD_100_MILLION 5 on 2011-02'],
      ],
      [
        '因而 before a rise',
        '2015-02-10',
        '1月，我国进口骤降19.7%至8604亿元，贸易顺差因而大幅扩大87.5%至3669亿元。',
        [
          'IMPORTS TOTAL:ALL 2015-01 8604 CNY_100_MILLION -19.7 on 2014-01',
          'BALANCE TOTAL:ALL 2015-01 3669 CNY_100_MILLION 87.5 on 2014-01',
        ],
      ],
      [
        'a pace with which another is compared',
        '2020-11-07',
        '10月份，我国进口1.22万亿元，增长0.9%，与上月11.6%的增速相比明显放缓。',
        ['IMPORTS TOTAL:ALL 2020-10 1.22 CNY_TRILLION 0.9 on 2019-10', 'IMPORTS TOTAL:ALL 2020-09 11.6 on 2019-09'],
      ],
      [
        'an amount with which another is compared',
        '2020-11-07',
        '10月份，我国出口1.62万亿元，与去年同期的1.5万亿元相比增长7.6%。',
        ['EXPORTS TOTAL:ALL 2020-10 1.62 CNY_TRILLION 7.6 on 2019-10', 'EXPORTS TOTAL:ALL 2019-10 1.5 CNY_TRILLION'],
      ],
      [
        'the steepest fall',
        '2013-07-10',
        '上半年，我国对香港出口增长最快，达50.5%；对日本进口下降最多，达12.4%。',
        ['EXPORTS "香港" 2013-H1 50.5 on 2012-H1', 'IMPORTS PARTNER:JP 2013-H1 -12.4 on 2012-H1'],
      ],
      [
        'a turn to growth, whose rate follows',
        '2020-08-14',
        '前7个月，广东进出口同比增速由负转正，为0.9%，其中7月当月增长11.8%。',
        ['TRADE "total" 2020-01/2020-07 0.9 on 2019-01/2019-07', 'TRADE "total" 2020-07 11.8 on 2019-07'],
      ],
      [
        'the share of a region in that of its nation, of two years',
        '2018-03-19',
        '今年1—2月，全省外贸进出口313亿元，占全国比重由去年同期的1.2%提高到1.4%。',
        [
          'TRADE "total" 2018-01/2018-02 313 CNY_100_MILLION share 1.4 of TRADE',
          'TRADE "total" 2017-01/2017-02 share 1.2 of TRADE',
        ],
      ],
      [
        'a total up to the end of a month',
        '2018-07-20',
        '6月末，全市累计进出口总额达到856亿元，增长12.6%。',
        ['TRADE "total" 2018-H1 856 CNY_100_MILLION 12.6 on 2017-H1'],
      ],
      [
        'a rate behind that of an aim',
        '2018-07-20',
        '1-6月，全市进出口总额856亿元，完成年度目标的52.3%，同比增长12.6%。',
        ['TRADE "total" 2018-H1 856 CNY_100_MILLION 12.6 on 2017-H1'],
      ],
      [
        'enterprises beyond an amount are not all',
        '2017-06-22',
        '1-5月，全省进出口超亿美元的企业45家，合计进出口513亿美元，增长5%。全省出口800亿美元。',
        ['EXPORTS "total" 2017-01/2017-05 800 USD_100_MILLION'],
      ],
    ],
    'ZH',
  )
})

describe('Chinese goods by what was paid for them', () => {
  testReadings(
    [
      [
        'the price paid and what was paid more',
        '2011-09-13',
        '前8个月，我国进口原油花费1288亿美元，同比多支出46.3%；铁矿砂735亿美元，增长48.4%。',
        [
          'IMPORTS "原油" 2011-01/2011-08 1288 USD_100_MILLION 46.3 on 2010-01/2010-08',
          'IMPORTS "铁矿砂" 2011-01/2011-08 735 USD_100_MILLION 48.4 on 2010-01/2010-08',
        ],
      ],
      [
        'the amount that was paid more',
        '2011-09-13',
        '前8个月，我国进口原油花费1288亿美元，比上年同期多支出407亿美元。',
        ['IMPORTS "原油" 2011-01/2011-08 1288 USD_100_MILLION'],
      ],
      [
        'where a deficit comes from',
        '2023-04-14',
        '2月份逆差主要来自智利、德国和法国等国，规模分别为32.5亿、26.7亿和18.2亿美元。进口主要来自欧盟，为120亿美元。',
        [
          'BALANCE "智利" 2023-02 -32.5 USD_100_MILLION',
          'BALANCE PARTNER:DE 2023-02 -26.7 USD_100_MILLION',
          'BALANCE PARTNER:FR 2023-02 -18.2 USD_100_MILLION',
          'IMPORTS PARTNER:EU 2023-02 120 USD_100_MILLION',
        ],
      ],
    ],
    'ZH',
  )
})

describe('of a Chinese balance,', () => {
  testReadings(
    [
      [
        'the total is no category',
        '2012-12-14',
        '前11个月，我国贸易顺差总额已达1996.1亿美元﹐比去年同期增长46.1%。',
        ['BALANCE TOTAL:ALL 2012-01/2012-11 1996.1 USD_100_MILLION 46.1 on 2011-01/2011-11'],
      ],
      [
        'the words for what it is of name no category',
        '2012-12-14',
        '中国11月出口额减去进口额的贸易收支为顺差196亿美元。中国10月对韩国的贸易收支为顺差24亿美元。',
        ['BALANCE TOTAL:ALL 2012-11 196 USD_100_MILLION', 'BALANCE PARTNER:KR 2012-10 24 USD_100_MILLION'],
      ],
      [
        'the record in brackets that it breaks is of another time',
        '2012-12-14',
        '中国11月贸易顺差为296亿美元，刷新了2008年12月创下的单月最高纪录（270亿美元）。',
        ['BALANCE TOTAL:ALL 2012-11 296 USD_100_MILLION'],
      ],
      [
        'a bound that it still passes keeps the next rate',
        '2012-12-14',
        '11月贸易顺差达到296亿美元。因此，单月顺差仍然超过280亿美元，比去年同期增长了36.1%。',
        ['BALANCE TOTAL:ALL 2012-11 296 USD_100_MILLION 36.1 on 2011-11'],
      ],
    ],
    'ZH',
  )
})

describe('in Chinese, beside another month,', () => {
  testReadings(
    [
      [
        'a rate that is compared with that of the month before is read',
        '2012-12-14',
        '中国11月的出口额增长2.9%，与上月的增长11.6%相比明显放缓。',
        ['EXPORTS TOTAL:ALL 2012-11 2.9 on 2011-11', 'EXPORTS TOTAL:ALL 2012-10 11.6 on 2011-10'],
      ],
      [
        'how long a flow has not grown is no number of its clause',
        '2012-12-14',
        '中国与日本1～11月的贸易总额减少2.9%。不过11月从日本的进口时隔6个月转为正增长，增幅为1.8%。',
        ['TRADE PARTNER:JP 2012-01/2012-11 -2.9 on 2011-01/2011-11', 'IMPORTS PARTNER:JP 2012-11 1.8 on 2011-11'],
      ],
    ],
    'ZH',
  )
})
