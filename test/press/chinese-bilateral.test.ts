import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('Chinese trade of two', () => {
  testReadings(
    [
      [
        'the flows of trade of two whose total has 的 before it',
        '2013-10-12',
        '今年前三个季度，中美双边贸易的总值为3781亿美元，同比增长了6.6%，其中出口2649.5亿美元，同比增长3.1%，进口1131.5亿美元，同比增长了16.2%。',
        [
          'TRADE PARTNER:US 2013-01/2013-09 3781 USD_100_MILLION 6.6 on 2012-01/2012-09',
          'EXPORTS PARTNER:US 2013-01/2013-09 2649.5 USD_100_MILLION 3.1 on 2012-01/2012-09',
          'IMPORTS PARTNER:US 2013-01/2013-09 1131.5 USD_100_MILLION 16.2 on 2012-01/2012-09',
        ],
      ],
      [
        'the side of the mainland, whose deficit rose',
        '2013-10-12',
        '前9个月，祖国大陆与台湾地区双边贸易额1403亿美元，大陆方面逆差840亿美元，增加12.4%。中韩贸易额2030亿美元，中国方面出口680亿美元。',
        [
          'TRADE "台湾地区" 2013-01/2013-09 1403 USD_100_MILLION',
          'BALANCE "台湾地区" 2013-01/2013-09 -840 USD_100_MILLION 12.4 on 2012-01/2012-09',
          'TRADE PARTNER:KR 2013-01/2013-09 2030 USD_100_MILLION',
          'EXPORTS PARTNER:KR 2013-01/2013-09 680 USD_100_MILLION',
        ],
      ],
      [
        'a province and Taiwan by one character each',
        '2012-08-15',
        '今年前7个月闽台贸易额达63.8亿美元，同比下降3.8%。其中，出口16.7亿美元，同比增长3.2%。',
        [
          'TRADE "台湾" 2012-01/2012-07 63.8 USD_100_MILLION -3.8 on 2011-01/2011-07',
          'EXPORTS "台湾" 2012-01/2012-07 16.7 USD_100_MILLION 3.2 on 2011-01/2011-07',
        ],
      ],
      [
        'Taiwan by one character',
        '2005-02-18',
        '去年福州口岸对台进出口12.77亿美元，增长14.65%。',
        ['TRADE "台湾" 2004 12.77 USD_100_MILLION 14.65 on 2003'],
      ],
      [
        'no part named 上 of several together',
        '2021-11-09',
        '前10个月，山东省外贸增长1.1%。东盟、美国、欧盟为山东省前三大贸易伙伴，以上合计占进出口总值的46.9%。',
        ['TRADE "total" 2021-01/2021-10 1.1 on 2020-01/2020-10'],
      ],
      [
        'trade of two to the partner that the sentence before names',
        '2017-10-30',
        '德国是中国在欧洲最大的贸易伙伴。今年1月至9月，两国贸易总额为664.44亿美元，增长6.1%。其中，出口5.1亿美元。',
        [
          'TRADE PARTNER:DE 2017-01/2017-09 664.44 USD_100_MILLION 6.1 on 2016-01/2016-09',
          'EXPORTS PARTNER:DE 2017-01/2017-09 5.1 USD_100_MILLION',
        ],
      ],
      [
        'no trade of two whom the text does not name',
        '2017-10-30',
        '今年1月至9月，双边贸易总额为664.44亿美元，增长6.1%。',
        [],
      ],
      [
        'smaller economies by one character',
        '2024-07-12',
        '前6个月，中蒙双边贸易总值96亿美元，增长8%；对缅、老、柬出口分别增长2%、3%和5%；与哈贸易增长4%。',
        [
          'TRADE "蒙古" 2024-H1 96 USD_100_MILLION 8 on 2023-H1',
          'EXPORTS PARTNER:MM 2024-H1 2 on 2023-H1',
          'EXPORTS PARTNER:LA 2024-H1 3 on 2023-H1',
          'EXPORTS PARTNER:KH 2024-H1 5 on 2023-H1',
          'TRADE "哈萨克斯坦" 2024-H1 4 on 2023-H1',
        ],
      ],
      [
        'no economy by a character that several have',
        '2024-07-12',
        '前6个月，中巴双边贸易总值80亿美元，增长2%。',
        ['TRADE "中巴" 2024-H1 80 USD_100_MILLION 2 on 2023-H1'],
      ],
      [
        'trade of 两国 and 两地 by one character each',
        '2024-08-07',
        '前7个月，中法两国贸易额450亿美元，中德两国双边贸易增长5%，闽台两地贸易额63亿美元，中俄两国之间的进出口下降2%。',
        [
          'TRADE PARTNER:FR 2024-01/2024-07 450 USD_100_MILLION',
          'TRADE PARTNER:DE 2024-01/2024-07 5 on 2023-01/2023-07',
          'TRADE "台湾" 2024-01/2024-07 63 USD_100_MILLION',
          'TRADE "俄罗斯" 2024-01/2024-07 -2 on 2023-01/2023-07',
        ],
      ],
      [
        'goods of the same flow in the next sentences of a text about one partner',
        '2019-01-20',
        '中越贸易总值9767亿元\n2018年，中越贸易总值9767亿元，增长12.9%；其中，对越出口5552亿元，增长14.7%；自越进口4215亿元，增长10.6%。2018年我国对越南出口机电产品2950亿元，增长11.8%；其中，出口手机210亿元，下降5.1%。同期，出口农产品301亿元，增长3.9%。',
        [
          'TRADE PARTNER:VN 2018 9767 CNY_100_MILLION 12.9 on 2017',
          'EXPORTS PARTNER:VN 2018 5552 CNY_100_MILLION 14.7 on 2017',
          'IMPORTS PARTNER:VN 2018 4215 CNY_100_MILLION 10.6 on 2017',
          'EXPORTS "越南, 机电产品" 2018 2950 CNY_100_MILLION 11.8 on 2017',
          'EXPORTS "越南, 手机" 2018 210 CNY_100_MILLION -5.1 on 2017',
          'EXPORTS "越南, 农产品" 2018 301 CNY_100_MILLION 3.9 on 2017',
        ],
      ],
      [
        'shares of goods in the trade with a partner',
        '2020-01-20',
        '2019年，我国对德国出口机电产品3300亿元，增长4.2%，占对德出口总值的60.1%。汽车占我国与德国进出口的比重为18.3%。机电产品出口10万亿元，占对德出口总值的3%。',
        [
          'EXPORTS "德国, 机电产品" 2019 3300 CNY_100_MILLION 4.2 on 2018 share 60.1 of EXPORTS',
          'TRADE "德国, 汽车" 2019 share 18.3 of TRADE',
          'EXPORTS PRODUCT:ELECTROMECHANICAL 2019 10 CNY_TRILLION',
        ],
      ],
    ],
    'ZH',
  )
})
