import { describe, expect, test } from 'vitest'
import { linesOf } from './support.js'

const lines = (text: string, publishedAt: string): string[] => linesOf(text, { publishedAt, language: 'ZH' })

describe('a Chinese text gives', () => {
  test.each<[string, string, string[]]>([
    [
      'regions in their own name, also in a list of shares',
      '2024年前9个月，我国进出口32.33万亿元。西部地区进出口增长9.1%，东北地区增长2.3%，占我国外贸的比重分别提升0.2个和下降0.1个百分点。',
      [
        'TRADE TOTAL:ALL 2024-01/2024-09 32.33 CNY_TRILLION',
        'TRADE "西部地区" 2024-01/2024-09 9.1 on 2023-01/2023-09 share change 0.2',
        'TRADE "东北地区" 2024-01/2024-09 2.3 on 2023-01/2023-09 share change -0.1',
      ],
    ],
    [
      'ports and zones in their own name',
      '2024年前9个月，我国进出口32.33万亿元。海南自贸港进出口2020亿元，横琴粤澳深度合作区进出口增长15%。经霍尔果斯口岸进出口1300亿元。',
      [
        'TRADE TOTAL:ALL 2024-01/2024-09 32.33 CNY_TRILLION',
        'TRADE "海南自贸港" 2024-01/2024-09 2020 CNY_100_MILLION',
        'TRADE "横琴粤澳深度合作区" 2024-01/2024-09 15 on 2023-01/2023-09',
        'TRADE "霍尔果斯口岸" 2024-01/2024-09 1300 CNY_100_MILLION',
      ],
    ],
    [
      'the sum of several provinces, and nothing of a part of it',
      '2024年前9个月，我国进出口32.33万亿元。广东、浙江和江苏三省合计进出口15万亿元，其中高技术产品进出口增长8.1%。',
      [
        'TRADE TOTAL:ALL 2024-01/2024-09 32.33 CNY_TRILLION',
        'TRADE "广东、浙江和江苏三省" 2024-01/2024-09 15 CNY_TRILLION',
      ],
    ],
    [
      'quarters of a period that a list divides',
      '2024年前三季度，我国进出口依次为10.16万亿元、11.01万亿元、11.16万亿元，同比增速依次为-4.9%、-7.4%和3.7%。',
      [
        'TRADE TOTAL:ALL 2024-Q1 10.16 CNY_TRILLION -4.9 on 2023-Q1',
        'TRADE TOTAL:ALL 2024-Q2 11.01 CNY_TRILLION -7.4 on 2023-Q2',
        'TRADE TOTAL:ALL 2024-Q3 11.16 CNY_TRILLION 3.7 on 2023-Q3',
      ],
    ],
    [
      'quarters of a range',
      '2023年，我国外贸逐季回升，一季度至四季度进出口依次为9.72万亿元、10.29万亿元、10.79万亿元和10.96万亿元。',
      [
        'TRADE TOTAL:ALL 2023-Q1 9.72 CNY_TRILLION',
        'TRADE TOTAL:ALL 2023-Q2 10.29 CNY_TRILLION',
        'TRADE TOTAL:ALL 2023-Q3 10.79 CNY_TRILLION',
        'TRADE TOTAL:ALL 2023-Q4 10.96 CNY_TRILLION',
      ],
    ],
    [
      'the partner that comes next',
      '2024年前9个月，东盟是我国第一大贸易伙伴，进出口5.09万亿元；其次是欧盟，进出口4.18万亿元，增长0.9%。',
      [
        'TRADE PARTNER:ASEAN 2024-01/2024-09 5.09 CNY_TRILLION',
        'TRADE PARTNER:EU 2024-01/2024-09 4.18 CNY_TRILLION 0.9 on 2023-01/2023-09',
      ],
    ],
    [
      'the main partners of a province',
      '2024年前9个月，浙江进出口3.9万亿元。浙江前3大贸易伙伴分别为欧盟、东盟和美国，进出口分别增长4.3%、7.1%和9.8%。',
      [
        'TRADE "total" 2024-01/2024-09 3.9 CNY_TRILLION',
        'TRADE "欧盟" 2024-01/2024-09 4.3 on 2023-01/2023-09',
        'TRADE "东盟" 2024-01/2024-09 7.1 on 2023-01/2023-09',
        'TRADE "美国" 2024-01/2024-09 9.8 on 2023-01/2023-09',
      ],
    ],
    [
      'rates of the goods that the clause before names',
      '2024年前9个月，我国汽车出口6100亿元，增长20%；船舶、玩具增速居前，分别增长75.2%和15.5%。',
      [
        'EXPORTS "汽车" 2024-01/2024-09 6100 CNY_100_MILLION 20 on 2023-01/2023-09',
        'EXPORTS PRODUCT:SHIPS 2024-01/2024-09 75.2 on 2023-01/2023-09',
        'EXPORTS "玩具" 2024-01/2024-09 15.5 on 2023-01/2023-09',
      ],
    ],
    [
      'a month that a clause looks at',
      '2024年前9个月，我国进出口32.33万亿元。从9月当月看，进出口3.75万亿元，增长0.7%。',
      [
        'TRADE TOTAL:ALL 2024-01/2024-09 32.33 CNY_TRILLION',
        'TRADE TOTAL:ALL 2024-09 3.75 CNY_TRILLION 0.7 on 2023-09',
      ],
    ],
    [
      'each of two rates with its period',
      '2024年9月，我国对日本出口由上月的增长0.5%转为下降7.1%，对韩国出口从下降2%转为增长9.2%。',
      [
        'EXPORTS PARTNER:JP 2024-08 0.5 on 2023-08',
        'EXPORTS PARTNER:JP 2024-09 -7.1 on 2023-09',
        'EXPORTS PARTNER:KR 2024-08 -2 on 2023-08',
        'EXPORTS PARTNER:KR 2024-09 9.2 on 2023-09',
      ],
    ],
    [
      'quantities by one word for several',
      '2024年前9个月，我国水产品进口量增长3.4%，化妆品减少8%，但均价上涨，化妆品进口值反而增长1.2%。',
      [
        'IMPORT_QUANTITY "水产品" 2024-01/2024-09 3.4 on 2023-01/2023-09',
        'IMPORT_QUANTITY "化妆品" 2024-01/2024-09 -8 on 2023-01/2023-09',
        'IMPORTS "化妆品" 2024-01/2024-09 1.2 on 2023-01/2023-09',
      ],
    ],
    [
      'no shares of a part, and nothing of two categories',
      '2024年前9个月，我国对东盟进出口5.09万亿元，其中民营企业进出口3万亿元。对越南进出口1.4万亿元，占对东盟进出口总值的27.5%；对泰国、新加坡分别增长4.1%、2.3%，两国合计占24%。',
      [
        'TRADE PARTNER:ASEAN 2024-01/2024-09 5.09 CNY_TRILLION',
        'TRADE PARTNER:VN 2024-01/2024-09 1.4 CNY_TRILLION',
        'TRADE PARTNER:TH 2024-01/2024-09 4.1 on 2023-01/2023-09',
        'TRADE PARTNER:SG 2024-01/2024-09 2.3 on 2023-01/2023-09',
      ],
    ],
    [
      'nothing that a journalist asks, and no services',
      '彭博社记者：今年前9个月贸易顺差达到4.9万亿元，对美出口增长2.8%，您怎么看？\n发言人：前9个月，我国出口18.62万亿元。服务进出口总额5.5万亿元，增长14%。企业进出口3万亿元。',
      ['EXPORTS TOTAL:ALL 2024-01/2024-09 18.62 CNY_TRILLION'],
    ],
    [
      'the first two of three partners, and the last',
      '2024年前9个月，东盟、欧盟、美国位列前三，我国对其进出口值分别为5.09万亿元、4.18万亿元和3.59万亿元，前两者分别增长9.4%和0.9%，后者增长4.2%。',
      [
        'TRADE PARTNER:ASEAN 2024-01/2024-09 5.09 CNY_TRILLION 9.4 on 2023-01/2023-09',
        'TRADE PARTNER:EU 2024-01/2024-09 4.18 CNY_TRILLION 0.9 on 2023-01/2023-09',
        'TRADE PARTNER:US 2024-01/2024-09 3.59 CNY_TRILLION 4.2 on 2023-01/2023-09',
      ],
    ],
    [
      'provinces of a list as those of the nation, and no bound of both',
      '2024年前9个月，我国进出口32.33万亿元。江苏、浙江进出口分别为4.14万亿元和3.9万亿元，增速均超5%；海南自由贸易港进出口增长8%。义乌市场采购贸易出口增长20%。',
      [
        'TRADE TOTAL:ALL 2024-01/2024-09 32.33 CNY_TRILLION',
        'TRADE "江苏" 2024-01/2024-09 4.14 CNY_TRILLION',
        'TRADE "浙江" 2024-01/2024-09 3.9 CNY_TRILLION',
        'TRADE "海南自由贸易港" 2024-01/2024-09 8 on 2023-01/2023-09',
        'EXPORTS "市场采购贸易" 2024-01/2024-09 20 on 2023-01/2023-09',
      ],
    ],
    [
      'the place for which customs speak',
      '2024年前9个月，我国进出口32.33万亿元。据南京海关统计，进出口4.14万亿元，增长6.9%。',
      [
        'TRADE TOTAL:ALL 2024-01/2024-09 32.33 CNY_TRILLION',
        'TRADE "江苏" 2024-01/2024-09 4.14 CNY_TRILLION 6.9 on 2023-01/2023-09',
      ],
    ],
    [
      'what answers the question of a line, and nothing of another office',
      '记者问：前9个月对美出口增长2.8%，怎么看？王军答：2024年前9个月，我国对东盟出口增长12.2%。据国家外汇管理局统计，9月份货物贸易出口20000亿元。',
      ['EXPORTS PARTNER:ASEAN 2024-01/2024-09 12.2 on 2023-01/2023-09'],
    ],
    [
      'a threshold in a heading as one of the total',
      '前三季度我国外贸规模历史同期首次突破32万亿元\n2024年前三季度，我国进出口32.33万亿元。',
      ['TRADE TOTAL:ALL 2024-01/2024-09 32.33 CNY_TRILLION'],
    ],
  ])('%s', (_, text, expected) => expect(lines(text, '2024-10-14T00:00:00+08:00')).toEqual(expected))
})
