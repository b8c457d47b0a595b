import { describe, expect, test } from 'vitest'
import { linesOf } from './support.js'

const lines = (text: string): string[] => linesOf(text, { publishedAt: '2024-10-14T00:00:00Z', language: 'ZH' })

const nation = '2024年前9个月，我国进出口32.33万亿元。'
const total = 'TRADE TOTAL:ALL 2024-01/2024-09 32.33 CNY_TRILLION'

describe('a Chinese text gives', () => {
  test.each<[string, string, string[]]>([
    [
      'what adverbs stand before to the total',
      '9月，我国出口就已经达到2.17万亿元。',
      ['EXPORTS TOTAL:ALL 2024-09 2.17 CNY_TRILLION'],
    ],
    [
      'nothing of what a rate is compared with to its category',
      '9月出口与8月相比增长5.2%，与2019年9月相比增长72.7%，与上月相比，进口增长3%。',
      ['EXPORTS TOTAL:ALL 2024-09 5.2 on 2024-08 72.7 on 2019-09', 'IMPORTS TOTAL:ALL 2024-09 3 on 2024-08'],
    ],
    [
      'multiples in a list of rates, one by one, their names',
      '对美国、欧盟和东盟出口7165亿元、4526亿元和4245亿元，增幅依次为71.1%、73.5%和1.1倍。',
      [
        'EXPORTS PARTNER:US 2024-01/2024-09 7165 CNY_100_MILLION 71.1 on 2023-01/2023-09',
        'EXPORTS PARTNER:EU 2024-01/2024-09 4526 CNY_100_MILLION 73.5 on 2023-01/2023-09',
        'EXPORTS PARTNER:ASEAN 2024-01/2024-09 4245 CNY_100_MILLION 110 on 2023-01/2023-09',
      ],
    ],
    [
      'a partner its numbers behind a remark in brackets',
      '对美国和欧盟（27国，不含英国）分别出口36.2亿元和31.1亿元，分别下降31.7%和28.2%。',
      [
        'EXPORTS PARTNER:US 2024-01/2024-09 36.2 CNY_100_MILLION -31.7 on 2023-01/2023-09',
        'EXPORTS PARTNER:EU 2024-01/2024-09 31.1 CNY_100_MILLION -28.2 on 2023-01/2023-09',
      ],
    ],
    [
      'two amounts their opposite rates, clause by clause',
      '对美国、欧盟分别出口251.9亿元和226.8亿元，一增一降，增幅为9.3%，降幅为4.4%。',
      [
        'EXPORTS PARTNER:US 2024-01/2024-09 251.9 CNY_100_MILLION 9.3 on 2023-01/2023-09',
        'EXPORTS PARTNER:EU 2024-01/2024-09 226.8 CNY_100_MILLION -4.4 on 2023-01/2023-09',
      ],
    ],
    [
      'parts of the country their numbers, one by one',
      '中部、西部地区进出口分别增长12.4%和11.8%，占我国外贸比重分别提升0.6个和0.7个百分点。',
      [
        'TRADE "中部" 2024-01/2024-09 12.4 on 2023-01/2023-09 share change 0.6',
        'TRADE "西部地区" 2024-01/2024-09 11.8 on 2023-01/2023-09 share change 0.7',
      ],
    ],
    [
      'a partner that the sentence speaks of its flows',
      '美国为第三大贸易伙伴，双边贸易总值2.73万亿元；其中，对美国出口2.05万亿元，自美国进口0.68万亿元。',
      [
        'TRADE PARTNER:US 2024-01/2024-09 2.73 CNY_TRILLION',
        'EXPORTS PARTNER:US 2024-01/2024-09 2.05 CNY_TRILLION',
        'IMPORTS PARTNER:US 2024-01/2024-09 0.68 CNY_TRILLION',
      ],
    ],
    [
      'the same period a year ago what it was',
      '贸易顺差6758.6亿元，去年同期为逆差433亿元。进口增长4%。',
      [
        'BALANCE TOTAL:ALL 2024-01/2024-09 6758.6 CNY_100_MILLION',
        'BALANCE TOTAL:ALL 2023-01/2023-09 -433 CNY_100_MILLION',
        'IMPORTS TOTAL:ALL 2024-01/2024-09 4 on 2023-01/2023-09',
      ],
    ],
    ['nothing to words that begin with a metric', '进出口规模创同期最高单月进出口值突破600亿元。', []],
    [
      'a way of trading its regime',
      '一般贸易方式进出口19.92万亿元，比重为64%。',
      ['TRADE REGIME:ORDINARY 2024-01/2024-09 19.92 CNY_TRILLION share 64 of TRADE'],
    ],
    [
      'the exact number behind a share in words to its category',
      '民营企业进出口占比首次突破五成，达到50.1%，同比提升1.8个百分点。',
      ['TRADE ENTERPRISE_TYPE:PRIVATE 2024-01/2024-09 share 50.1 of TRADE share change 1.8'],
    ],
    [
      'a balance that a bracket explains its number',
      '进出口差额（出口减进口）4.91万亿元。',
      ['BALANCE TOTAL:ALL 2024-01/2024-09 4.91 CNY_TRILLION'],
    ],
    [
      'the surplus of goods to the total',
      '货物进出口顺差4.91万亿元。',
      ['BALANCE TOTAL:ALL 2024-01/2024-09 4.91 CNY_TRILLION'],
    ],
    [
      'two changes of the same their bases',
      '9月出口2.17万亿元，同比、环比分别增长2.8%、3.1%；进口1.5万亿元，环比和同比分别增长5.2%和下降1.3%。',
      [
        'EXPORTS TOTAL:ALL 2024-09 2.17 CNY_TRILLION 2.8 on 2023-09 3.1 on 2024-08',
        'IMPORTS TOTAL:ALL 2024-09 1.5 CNY_TRILLION 5.2 on 2024-08 -1.3 on 2023-09',
      ],
    ],
    [
      'a year before an event as what it is compared with',
      '出口18.62万亿元，较协定生效前的2021年增长5.3%。',
      ['EXPORTS TOTAL:ALL 2024-01/2024-09 18.62 CNY_TRILLION 5.3 on 2021-01/2021-09'],
    ],
    ['nothing to a single trader', '某企业出口2.3亿元，进口1.1亿元，增长3%。', []],
    [
      'several goods whose growth was strong their rates',
      '船舶、集成电路和汽车增势更猛，分别增长84.2%、22%、22.5%。',
      [
        'TRADE PRODUCT:SHIPS 2024-01/2024-09 84.2 on 2023-01/2023-09',
        'TRADE "集成电路" 2024-01/2024-09 22 on 2023-01/2023-09',
        'TRADE "汽车" 2024-01/2024-09 22.5 on 2023-01/2023-09',
      ],
    ],
    ['words with a verb to no category', '继续保持良好势头的进口增长2.2%。', []],
    [
      'nothing to a threshold that a clause without a subject passes',
      '进口增长2.2%，再次突破13万亿元大关。',
      ['IMPORTS TOTAL:ALL 2024-01/2024-09 2.2 on 2023-01/2023-09'],
    ],
    [
      'the period of its figures to what follows a remark on another',
      '9月出口2.17万亿元，为今年单月首次突破2万亿元。机电产品出口1.29万亿元。',
      ['EXPORTS TOTAL:ALL 2024-09 2.17 CNY_TRILLION', 'EXPORTS PRODUCT:ELECTROMECHANICAL 2024-09 1.29 CNY_TRILLION'],
    ],
    [
      'a list to the numbers behind words that point at it',
      '前三大贸易伙伴为东盟、欧盟和美国，对以上伙伴出口分别增长9.4%、0.9%和4.2%。',
      [
        'EXPORTS PARTNER:ASEAN 2024-01/2024-09 9.4 on 2023-01/2023-09',
        'EXPORTS PARTNER:EU 2024-01/2024-09 0.9 on 2023-01/2023-09',
        'EXPORTS PARTNER:US 2024-01/2024-09 4.2 on 2023-01/2023-09',
      ],
    ],
    ['no name to whoever is pointed at', '我国与多国签署协议，对这些国家的出口增长9.7%。', []],
    [
      'months of a list that "and" joins their changes',
      '其中，7月和8月同比分别增长6.5%和4.8%。',
      ['TRADE TOTAL:ALL 2024-07 6.5 on 2023-07', 'TRADE TOTAL:ALL 2024-08 4.8 on 2023-08'],
    ],
    [
      'what a clause has announced to a quarter, and no bound of several',
      '出口规模稳步扩大，一季度为5.74万亿元，二、三季度均在6万亿元以上。',
      ['EXPORTS TOTAL:ALL 2024-Q1 5.74 CNY_TRILLION'],
    ],
    [
      'a regime that a clause speaks of, its numbers',
      '加工贸易进出口5.8万亿元；以一般贸易方式进出口稳居主流，前9个月达20.8万亿元。',
      [
        'TRADE REGIME:PROCESSING 2024-01/2024-09 5.8 CNY_TRILLION',
        'TRADE REGIME:ORDINARY 2024-01/2024-09 20.8 CNY_TRILLION',
      ],
    ],
    ['nothing to a partner in one way of trading', '以边境小额贸易方式，对越南出口120亿元。', []],
    [
      'goods that a clause speaks of, their numbers',
      '钢材出口明显回升，出口额为4500亿元。',
      ['EXPORTS "钢材" 2024-01/2024-09 4500 CNY_100_MILLION'],
    ],
    [
      'what goods cost nothing, and their value its change',
      '天然气进口均价下跌9.5%，使得进口值仅增长1.8%。',
      ['IMPORTS "天然气" 2024-01/2024-09 1.8 on 2023-01/2023-09'],
    ],
    [
      'its change, and no share, to what an attribute describes by one',
      '占比较高的机电产品出口下降3.4%。',
      ['EXPORTS PRODUCT:ELECTROMECHANICAL 2024-01/2024-09 -3.4 on 2023-01/2023-09'],
    ],
    [
      'parts of a region in the sentence behind it to nobody',
      '西部地区进出口3.21万亿元。其中，机电产品出口1.2万亿元，增长9%；经陆海新通道进出口6115亿元。',
      ['TRADE "西部地区" 2024-01/2024-09 3.21 CNY_TRILLION'],
    ],
    [
      'enterprises of a region to the region',
      '中部地区有进出口实绩的企业3.1万家。',
      ['TRADING_ENTERPRISES "中部地区" 2024-01/2024-09 31000 ENTERPRISE'],
    ],
    [
      'what is counted at the end of a quarter to the period in force',
      '截至三季度末，有进出口实绩的外贸企业65万家。',
      ['TRADING_ENTERPRISES TOTAL:ALL 2024-01/2024-09 650000 ENTERPRISE'],
    ],
    [
      'nothing to a ratio of goods',
      '电动汽车出口增长20%，每出口4台就有1台销往欧洲。',
      ['EXPORTS PRODUCT:ELECTRIC_PASSENGER_CARS 2024-01/2024-09 20 on 2023-01/2023-09'],
    ],
    ['nothing to steps that several years took', '2022年、2023年，船舶出口量接连迈上4000艘、5000艘台阶。', []],
    ['nothing to a share of markets abroad', '机电出口国际市场份额保持在18%左右。', []],
    ['no level to growth in amounts', '这一时期外贸增量达到了1.6万亿元。', []],
    [
      'the largest partner its trade, whatever says that it still is',
      '欧盟继续稳居我国第二大贸易伙伴，双边贸易额4.18万亿元。',
      ['TRADE PARTNER:EU 2024-01/2024-09 4.18 CNY_TRILLION'],
    ],
    [
      'the period in force to what follows an earlier year and an outlook',
      '去年9月进出口基数较低，当月仅为3.74万亿元。展望四季度，全年有望突破43万亿元。机电产品出口11.03万亿元。',
      [
        'TRADE TOTAL:ALL 2023-09 3.74 CNY_TRILLION',
        'EXPORTS PRODUCT:ELECTROMECHANICAL 2024-01/2024-09 11.03 CNY_TRILLION',
      ],
    ],
    [
      'the metric of the first part of a sentence to what follows what was inserted',
      '中部地区进出口2.6万亿元，其中对东盟出口增长11%；广东、江苏两省合计占全国的34.9%。',
      [
        'TRADE "中部地区" 2024-01/2024-09 2.6 CNY_TRILLION',
        'TRADE "广东、江苏两省" 2024-01/2024-09 share 34.9 of TRADE',
      ],
    ],
    [
      'what a clause brings to mind to the total',
      '考虑到去年9月出口下降6.2%，这一增速来之不易。',
      ['EXPORTS TOTAL:ALL 2023-09 -6.2 on 2022-09'],
    ],
    [
      'a rate behind its change in points',
      '9月出口2.17万亿元，增速较8月加快3.3个百分点，达1.6%。',
      ['EXPORTS TOTAL:ALL 2024-09 2.17 CNY_TRILLION 3.3 points on 2024-08 1.6 on 2023-09'],
    ],
    ['nothing to a bound of a run of months', '9月份出口额创新高，连续三个月超过2万亿元。', []],
    [
      'no place to words of time',
      '8月份以来外贸增速回升，9月份同比增速达到0.7%。',
      ['TRADE TOTAL:ALL 2024-09 0.7 on 2023-09'],
    ],
    [
      'the last of a list of examples its own name',
      '对东盟、非洲等新兴市场进出口分别增长9.4%和6.1%。',
      [
        'TRADE PARTNER:ASEAN 2024-01/2024-09 9.4 on 2023-01/2023-09',
        'TRADE PARTNER:AFRICA 2024-01/2024-09 6.1 on 2023-01/2023-09',
      ],
    ],
    [
      'no share to several markets together',
      '对东盟和欧盟进出口分别增长9.4%和0.9%，两大市场合计占进出口总值的29%。',
      [
        'TRADE PARTNER:ASEAN 2024-01/2024-09 9.4 on 2023-01/2023-09',
        'TRADE PARTNER:EU 2024-01/2024-09 0.9 on 2023-01/2023-09',
      ],
    ],
    [
      'what its subject has traded behind what that has become',
      '民营企业首次超过外商投资企业，成为我国第一大外贸主体，进出口17.78万亿元。',
      ['TRADE ENTERPRISE_TYPE:PRIVATE 2024-01/2024-09 17.78 CNY_TRILLION'],
    ],
    [
      'a value of what a clause has announced',
      '前9个月，我国出口实现稳定增长，总值18.62万亿元。',
      ['EXPORTS TOTAL:ALL 2024-01/2024-09 18.62 CNY_TRILLION'],
    ],
    ['growth to a rate that has slowed', '9月当月，出口增速回落至1.6%。', ['EXPORTS TOTAL:ALL 2024-09 1.6 on 2023-09']],
    [
      'a name without words of time',
      '今年以来跨境电商出口1.48万亿元。',
      ['EXPORTS PLATFORM:CROSS_BORDER_ECOMMERCE 2024-01/2024-09 1.48 CNY_TRILLION'],
    ],
  ])('%s', (_, text, expected) => expect(lines(`${nation}${text}`)).toEqual([total, ...expected]))
})

test('towns of a list have no adverb in their names', () => {
  expect(
    lines('成都海关发布，2024年前9个月，四川进出口7510.8亿元。绵阳、宜宾分别进出口322.1亿元和295.4亿元。'),
  ).toEqual([
    'TRADE "total" 2024-01/2024-09 7510.8 CNY_100_MILLION',
    'TRADE "绵阳" 2024-01/2024-09 322.1 CNY_100_MILLION',
    'TRADE "宜宾" 2024-01/2024-09 295.4 CNY_100_MILLION',
  ])
})

test('cities together have no share of one', () => {
  expect(
    lines(
      '南京海关发布，2024年前9个月，江苏进出口4.1万亿元。苏州、无锡进出口分别为1.93万亿元和5647.1亿元，两市合计占全省的60.8%。',
    ),
  ).toEqual([
    'TRADE "total" 2024-01/2024-09 4.1 CNY_TRILLION',
    'TRADE "苏州" 2024-01/2024-09 1.93 CNY_TRILLION',
    'TRADE "无锡" 2024-01/2024-09 5647.1 CNY_100_MILLION',
  ])
})

test('last year in a text on an earlier year is the year before that', () =>
  expect(lines('2022年全年货物进口181024亿元，比上年增长4.3%。')).toEqual([
    'IMPORTS TOTAL:ALL 2022 181024 CNY_100_MILLION 4.3 on 2021',
  ]))
