import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('Numbers that Chinese texts tell in short', () => {
  testReadings(
    [
      [
        'are of the goods in whose respect the sentence speaks',
        '2014-11-20',
        '1-10月我国农产品进出口总额为1583.6亿美元，同比增4.9%。谷物方面，进口额48.9亿美元，同比增29.3%。\n畜产品方面，进口186.4亿美元，同比增19.5%；贸易逆差129.7亿美元，同比扩大26.6%。',
        [
          'TRADE "农产品" 2014-01/2014-10 1583.6 USD_100_MILLION 4.9 on 2013-01/2013-10',
          'IMPORTS "谷物" 2014-01/2014-10 48.9 USD_100_MILLION 29.3 on 2013-01/2013-10',
          'IMPORTS "畜产品" 2014-01/2014-10 186.4 USD_100_MILLION 19.5 on 2013-01/2013-10',
          'BALANCE "畜产品" 2014-01/2014-10 -129.7 USD_100_MILLION 26.6 on 2013-01/2013-10',
        ],
      ],
      [
        'are rates of the month that they name, as the rates before them',
        '2023-06-08',
        '5月我国出口同比-7.8%。截止5月总出口累计同比仅0.2%。5月对非洲和拉美出口同比分别为12.6%和-10.8%，4月则分别为49.2%和1.4%。',
        [
          'EXPORTS TOTAL:ALL 2023-05 -7.8 on 2022-05',
          'EXPORTS TOTAL:ALL 2023-01/2023-05 0.2 on 2022-01/2022-05',
          'EXPORTS PARTNER:AFRICA 2023-05 12.6 on 2022-05',
          'EXPORTS PARTNER:LATIN_AMERICA 2023-05 -10.8 on 2022-05',
          'EXPORTS PARTNER:AFRICA 2023-04 49.2 on 2022-04',
          'EXPORTS PARTNER:LATIN_AMERICA 2023-04 1.4 on 2022-04',
        ],
      ],
      [
        'may have rebounded to a rate',
        '2012-01-20',
        '2011年我国机电产品出口额10843.2亿美元，增长15.8%。其中2月份仅增长1.9%，3月份则反弹至33.6%。',
        [
          'EXPORTS PRODUCT:ELECTROMECHANICAL 2011 10843.2 USD_100_MILLION 15.8 on 2010',
          'EXPORTS PRODUCT:ELECTROMECHANICAL 2011-02 1.9 on 2010-02',
          'EXPORTS PRODUCT:ELECTROMECHANICAL 2011-03 33.6 on 2010-03',
        ],
      ],
      [
        'give a multiple first and then the rate',
        '2021-10-14',
        '前三季度我国机电产品出口9.12万亿元，增长23.3%，其中汽车出口增幅超过一倍，达107.4%。',
        [
          'EXPORTS PRODUCT:ELECTROMECHANICAL 2021-01/2021-09 9.12 CNY_TRILLION 23.3 on 2020-01/2020-09',
          'EXPORTS "汽车" 2021-01/2021-09 107.4 on 2020-01/2020-09',
        ],
      ],
      [
        'are of a way of trading with a partner, and of the firms of a province',
        '2012-11-20',
        '前三季度我国出口机电产品1507.5亿美元。以加工贸易方式对欧盟出口1203.5亿美元，下降9.6%。江苏省企业对欧盟出口546.7亿美元。',
        [
          'EXPORTS PRODUCT:ELECTROMECHANICAL 2012-01/2012-09 1507.5 USD_100_MILLION',
          'EXPORTS "欧盟, 加工贸易" 2012-01/2012-09 1203.5 USD_100_MILLION -9.6 on 2011-01/2011-09',
          'EXPORTS "欧盟" 2012-01/2012-09 546.7 USD_100_MILLION',
        ],
      ],
      [
        'are no figures of whom others are compared with',
        '2012-01-20',
        '2011年我国机电产品进出口18402.6亿美元。1.84万亿的年进出口额是入世当年2001年（2374.8亿美元）的7.7倍。与全球机电产品贸易量居第三位的德国（2010年约1.23万亿美元）相比，优势进一步扩大。',
        ['TRADE PRODUCT:ELECTROMECHANICAL 2011 18402.6 USD_100_MILLION'],
      ],
      [
        'are of the latter two of a list',
        '2024-09-20',
        '据满洲里海关统计，今年前8个月，呼伦贝尔市、呼和浩特市、乌兰察布市进出口分别为151.7亿元、139.4亿元、103.8亿元，其中呼伦贝尔市下降2.6%，后两者分别增长7.7%、31.2%。',
        [
          'TRADE "呼伦贝尔市" 2024-01/2024-08 151.7 CNY_100_MILLION -2.6 on 2023-01/2023-08',
          'TRADE "呼和浩特市" 2024-01/2024-08 139.4 CNY_100_MILLION 7.7 on 2023-01/2023-08',
          'TRADE "乌兰察布市" 2024-01/2024-08 103.8 CNY_100_MILLION 31.2 on 2023-01/2023-08',
        ],
      ],
    ],
    'ZH',
  )
})
