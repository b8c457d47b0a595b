import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('Chinese values of an earlier period in the sentence of a later one', () => {
  testReadings(
    [
      [
        'two totals and their parts by the same pair of years',
        '2013-02-11',
        '我国进出口总值从2003年的8512亿美元扩大到2012年的38668亿美元，其中出口由4384亿美元增至20489亿美元，进口由4128亿美元增至18178亿美元。',
        [
          'TRADE TOTAL:ALL 2003 8512 USD_100_MILLION',
          'TRADE TOTAL:ALL 2012 38668 USD_100_MILLION',
          'EXPORTS TOTAL:ALL 2003 4384 USD_100_MILLION',
          'EXPORTS TOTAL:ALL 2012 20489 USD_100_MILLION',
          'IMPORTS TOTAL:ALL 2003 4128 USD_100_MILLION',
          'IMPORTS TOTAL:ALL 2012 18178 USD_100_MILLION',
        ],
      ],
      [
        'a surplus that turned into a deficit',
        '2015-04-13',
        '3月份，我国外贸由去年同期的顺差77亿美元转为逆差31亿美元。',
        ['BALANCE TOTAL:ALL 2014-03 77 USD_100_MILLION', 'BALANCE TOTAL:ALL 2015-03 -31 USD_100_MILLION'],
      ],
      [
        'the same with a partner',
        '2015-04-13',
        '3月份，我国对韩国贸易由上年同期的顺差7亿美元转为逆差3亿美元。',
        ['BALANCE PARTNER:KR 2014-03 7 USD_100_MILLION', 'BALANCE PARTNER:KR 2015-03 -3 USD_100_MILLION'],
      ],
      [
        'a surplus that turned, without a period of its own',
        '2015-04-13',
        '3月份，我国贸易差额由顺差77亿美元转为逆差31亿美元。',
        ['BALANCE TOTAL:ALL 2015-03 -31 USD_100_MILLION'],
      ],
      [
        'two rates of growth, the later one lower',
        '2017-09-08',
        '8月份，我国出口1.35万亿元，同比增速由上月的11.2%回落至6.9%。',
        ['EXPORTS TOTAL:ALL 2017-08 1.35 CNY_TRILLION 6.9 on 2016-08', 'EXPORTS TOTAL:ALL 2017-07 11.2 on 2016-07'],
      ],
      [
        'a rate of growth that turned into a decline',
        '2023-08-16',
        '1—7月，全市出口4816亿元，同比增速由上半年的微增0.3%转为下降1.1%。',
        [
          'EXPORTS "total" 2023-01/2023-07 4816 CNY_100_MILLION -1.1 on 2022-01/2022-07',
          'EXPORTS "total" 2023-H1 0.3 on 2022-H1',
        ],
      ],
      [
        'an amount from which another grew',
        '2024-05-21',
        '前4个月，青海省锂电池出口由去年同期的1690万元猛增至9321万元，增长4.5倍。',
        [
          'EXPORTS "锂电池" 2023-01/2023-04 1690 CNY_10_THOUSAND',
          'EXPORTS "锂电池" 2024-01/2024-04 9321 CNY_10_THOUSAND 450 on 2023-01/2023-04',
        ],
      ],
      [
        'an amount without a period is none',
        '2026-07-20',
        '上半年，广东省出口由2.3万亿元增至2.9万亿元。',
        ['EXPORTS "total" 2026-H1 2.9 CNY_TRILLION'],
      ],
      [
        'a surplus that is below the one before',
        '2009-03-11',
        '2月份，我国贸易顺差48.4亿美元，不及去年同期的85.6亿美元，缩水43.5%。',
        [
          'BALANCE TOTAL:ALL 2009-02 48.4 USD_100_MILLION -43.5 on 2008-02',
          'BALANCE TOTAL:ALL 2008-02 85.6 USD_100_MILLION',
        ],
      ],
      [
        'what an amount exceeds, and by how much',
        '2025-04-19',
        '3月，全省出口30亿元，比上月的28亿元增加2亿元，比去年3月的25亿元多5亿元。',
        [
          'EXPORTS "total" 2025-03 30 CNY_100_MILLION',
          'EXPORTS "total" 2025-02 28 CNY_100_MILLION',
          'EXPORTS "total" 2024-03 25 CNY_100_MILLION',
        ],
      ],
      [
        'a record that was broken',
        '2008-09-11',
        '8月份，我国贸易顺差达286.9亿美元，超过去年10月270.5亿美元的前纪录。',
        ['BALANCE TOTAL:ALL 2008-08 286.9 USD_100_MILLION', 'BALANCE TOTAL:ALL 2007-10 270.5 USD_100_MILLION'],
      ],
      [
        'a decline that narrowed by points',
        '2023-03-07',
        '今年前两个月我国出口5063亿美元，下降6.8%，较去年12月份9.9%的降幅收窄3.1个百分点。',
        [
          'EXPORTS TOTAL:ALL 2023-01/2023-02 5063 USD_100_MILLION -6.8 on 2022-01/2022-02',
          'EXPORTS TOTAL:ALL 2022-12 -9.9 on 2021-12',
        ],
      ],
      [
        'a year behind the months of another says nothing of them',
        '2025-12-19',
        '前11个月，全省进出口5.2万亿元，超过2024年的5.1万亿元，增长8%。',
        ['TRADE "total" 2025-01/2025-11 5.2 CNY_TRILLION 8 on 2024-01/2024-11'],
      ],
    ],
    'ZH',
  )
})

describe('Chinese periods by the date of publication', () => {
  testReadings(
    [
      [
        'the last month',
        '2012-11-10',
        '海关总署今天公布，上个月我国出口1755.6亿美元，同比增长11.6%；进口1435.7亿美元，增长2.4%。',
        [
          'EXPORTS TOTAL:ALL 2012-10 1755.6 USD_100_MILLION 11.6 on 2011-10',
          'IMPORTS TOTAL:ALL 2012-10 1435.7 USD_100_MILLION 2.4 on 2011-10',
        ],
      ],
      [
        'the last month of a partner',
        '2009-02-17',
        '上月我省对俄罗斯贸易大幅下滑，进出口额仅3.8亿美元，同比下降48.6%，环比下降55.3%。',
        ['TRADE "俄罗斯" 2009-01 3.8 USD_100_MILLION -48.6 on 2008-01 -55.3 on 2008-12'],
      ],
      [
        'the year before',
        '2020-02-28',
        '全年货物进出口总额31.5万亿元，比上年增长3.4%。其中，出口17.2万亿元，增长5%。',
        ['TRADE TOTAL:ALL 2019 31.5 CNY_TRILLION 3.4 on 2018', 'EXPORTS TOTAL:ALL 2019 17.2 CNY_TRILLION 5 on 2018'],
      ],
      ['the year is none late in the year', '2020-10-28', '全年货物进出口总额31.5万亿元。', []],
    ],
    'ZH',
  )
})

describe('Chinese words for the base of a change', () => {
  testReadings(
    [
      [
        '分别比上年同期 behind two flows',
        '2006-08-10',
        '7月份，我国出口803亿美元，进口657亿美元，分别比上年同期增长22.6%和19.7%。',
        [
          'EXPORTS TOTAL:ALL 2006-07 803 USD_100_MILLION 22.6 on 2005-07',
          'IMPORTS TOTAL:ALL 2006-07 657 USD_100_MILLION 19.7 on 2005-07',
        ],
      ],
      [
        '同月 behind the month before',
        '2010-01-10',
        '12月份，我国进出口总值2430亿美元，较11月份增长16.7%，较上年同月增长32.7%；全年累计22073亿美元，下降13.9%。',
        [
          'TRADE TOTAL:ALL 2009-12 2430 USD_100_MILLION 16.7 on 2009-11 32.7 on 2008-12',
          'TRADE TOTAL:ALL 2009 22073 USD_100_MILLION -13.9 on 2008',
        ],
      ],
      [
        '因此 before a fall',
        '2015-10-13',
        '9月份，我国出口下降3.8%，进口下降20.5%，进出口总值因此下滑11.4%至3508亿美元。',
        [
          'EXPORTS TOTAL:ALL 2015-09 -3.8 on 2014-09',
          'IMPORTS TOTAL:ALL 2015-09 -20.5 on 2014-09',
          'TRADE TOTAL:ALL 2015-09 3508 USD_100_MILLION -11.4 on 2014-09',
        ],
      ],
      [
        '虽仍 before a fall',
        '2009-08-18',
        '7月份，山东省出口73.5亿美元，环比回升9.8%，同比虽仍下降18.2%。',
        ['EXPORTS "total" 2009-07 73.5 USD_100_MILLION 9.8 on 2009-06 -18.2 on 2008-07'],
      ],
      [
        '当年 before a rise',
        '2024-02-06',
        '2023年，广州跨境电商进出口2004.6亿元，当年增幅达45.9%。',
        ['TRADE "跨境电商" 2023 2004.6 CNY_100_MILLION 45.9 on 2022'],
      ],
      [
        'the amount of a change before its rate',
        '2026-07-20',
        '上半年，广东外贸总值4.83万亿元，比上年同期多出2300亿元，折合增长5.1%。',
        ['TRADE "total" 2026-H1 4.83 CNY_TRILLION 5.1 on 2025-H1'],
      ],
      [
        'a threshold that was passed for the first time',
        '2013-01-11',
        '2012年，我国对东盟双边贸易增长10.2%，首破4000亿美元大关，达到4001.2亿美元。',
        ['TRADE PARTNER:ASEAN 2012 4001.2 USD_100_MILLION 10.2 on 2011'],
      ],
      [
        'an aim that was reached is none',
        '2023-12-11',
        '今年1—11月，中俄双边贸易额达2181.8亿美元，增长26.7%，提前实现两国确定的2000亿美元贸易额目标。',
        ['TRADE "俄罗斯" 2023-01/2023-11 2181.8 USD_100_MILLION 26.7 on 2022-01/2022-11'],
      ],
      [
        'the value of the year before behind 同比',
        '2014-01-20',
        '12月我国出口358.4亿美元，同比上年同期的291.9亿美元增长22.8%，环比11月的335亿美元增长7%。',
        [
          'EXPORTS TOTAL:ALL 2013-12 358.4 USD_100_MILLION 22.8 on 2012-12 7 on 2013-11',
          'EXPORTS TOTAL:ALL 2012-12 291.9 USD_100_MILLION',
          'EXPORTS TOTAL:ALL 2013-11 335 USD_100_MILLION',
        ],
      ],
      [
        'what there was only a year before',
        '2012-12-15',
        '今年1-11月，山西手机出口达1536.7万台，价值48.8亿美元，而去年同期仅有23.9万台、价值0.7亿美元。同期，水果出口6.4亿美元。',
        [
          'EXPORT_QUANTITY "手机" 2012-01/2012-11 1536.7 ITEM_10_THOUSAND',
          'EXPORTS "手机" 2012-01/2012-11 48.8 USD_100_MILLION',
          'EXPORT_QUANTITY "手机" 2011-01/2011-11 23.9 ITEM_10_THOUSAND',
          'EXPORTS "手机" 2011-01/2011-11 0.7 USD_100_MILLION',
          'EXPORTS "水果" 2012-01/2012-11 6.4 USD_100_MILLION',
        ],
      ],
      [
        'the whole of a year that this figure has passed',
        '2018-11-09',
        '前10个月，我国出口总值2.05万亿美元，增长12.6%，这一数字已经超过2016年全年2.1万亿美元的规模。其中，机电产品出口1.2万亿美元。',
        [
          'EXPORTS TOTAL:ALL 2018-01/2018-10 2.05 USD_TRILLION 12.6 on 2017-01/2017-10',
          'EXPORTS TOTAL:ALL 2016 2.1 USD_TRILLION',
          'EXPORTS PRODUCT:ELECTROMECHANICAL 2018-01/2018-10 1.2 USD_TRILLION',
        ],
      ],
      [
        'a record that was set only a month before',
        '2021-01-14',
        '12月份，我国出口2819亿美元，增长18.1%，刷新了11月份刚刚创下的2680亿美元的单月纪录。',
        [
          'EXPORTS TOTAL:ALL 2020-12 2819 USD_100_MILLION 18.1 on 2019-12',
          'EXPORTS TOTAL:ALL 2020-11 2680 USD_100_MILLION',
        ],
      ],
      [
        'two values that a balance exceeds',
        '2023-07-13',
        '6月贸易顺差1147.5亿美元，高于5月的1032.3亿美元和去年同期的989.1亿美元，低于市场预期的1150亿美元和1月的1170亿美元。',
        [
          'BALANCE TOTAL:ALL 2023-06 1147.5 USD_100_MILLION',
          'BALANCE TOTAL:ALL 2023-05 1032.3 USD_100_MILLION',
          'BALANCE TOTAL:ALL 2022-06 989.1 USD_100_MILLION',
          'BALANCE TOTAL:ALL 2023-01 1170 USD_100_MILLION',
        ],
      ],
    ],
    'ZH',
  )
})
