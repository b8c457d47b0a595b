import { describe, expect, test } from 'vitest'
import { figuresInChinese as figures, testReadings } from './support.js'

const central = '一季度我国对中亚进出口1500亿元\n\n据海关统计，一季度，我国对中亚进出口1500亿元，增长9%。'
const trade = 'TRADE "中亚" 2024-Q1 1500 CNY_100_MILLION 9 on 2023-Q1'
const west = '前三季度西部地区进出口2.8万亿元\n\n据海关统计，前三季度，我国西部地区进出口2.8万亿元，增长6%。'

describe('In a text whose title and lead are about', () => {
  testReadings(
    [
      [
        'a partner, firms, goods and ways of trading are of it',
        '2024-04-18',
        `${central}\n国有企业表现亮眼。一季度，国有企业进出口420亿元，增长3%。汽车出口210亿元，增长8%。进口农产品16亿元。一般贸易进出口900亿元。`,
        [
          trade,
          'TRADE "中亚, 国有企业" 2024-Q1 420 CNY_100_MILLION 3 on 2023-Q1',
          'EXPORTS "中亚, 汽车" 2024-Q1 210 CNY_100_MILLION 8 on 2023-Q1',
          'IMPORTS "中亚, 农产品" 2024-Q1 16 CNY_100_MILLION',
          'TRADE "中亚, 一般贸易" 2024-Q1 900 CNY_100_MILLION',
        ],
      ],
      [
        'a partner, they are of nobody while another was told last',
        '2024-04-18',
        `${central}对越南进出口600亿元。国有企业进出口42亿元。\n国有企业对中亚进出口71亿元。汽车出口22亿元。`,
        [
          trade,
          'TRADE PARTNER:VN 2024-Q1 600 CNY_100_MILLION',
          'TRADE "中亚, 国有企业" 2024-Q1 71 CNY_100_MILLION',
          'EXPORTS "中亚, 汽车" 2024-Q1 22 CNY_100_MILLION',
        ],
      ],
      [
        'a partner, they are of all once it turns to the nation',
        '2024-04-18',
        `${central}\n一季度，我国外贸运行平稳。国有企业进出口4200亿元。`,
        [trade, 'TRADE ENTERPRISE_TYPE:STATE_OWNED 2024-Q1 4200 CNY_100_MILLION'],
      ],
      [
        'all trade, they are of all behind a partner',
        '2024-04-18',
        '一季度我国进出口10万亿元\n\n据海关统计，一季度，我国进出口10万亿元。对中亚进出口1500亿元。国有企业进出口4200亿元。',
        [
          'TRADE TOTAL:ALL 2024-Q1 10 CNY_TRILLION',
          'TRADE "中亚" 2024-Q1 1500 CNY_100_MILLION',
          'TRADE ENTERPRISE_TYPE:STATE_OWNED 2024-Q1 4200 CNY_100_MILLION',
        ],
      ],
    ],
    'ZH',
  )
})

describe('In a text whose title and lead are about an area,', () => {
  const half = '2024-01/2024-09'
  const next = (words: string): string[] => figures(`${west}\n${words}`).slice(1)

  test.each([
    ['国有企业进出口2100亿元，增长3%。', `西部 TRADE 国有企业 ${half} 2100 3`],
    ['西部地区多个项目投产，前三季度进口机床20亿元。', `西部 IMPORTS 机床 ${half} 20`],
    ['对越南进出口600亿元。', `西部 TRADE 越南 ${half} 600`],
  ])('a part is of it: %s', (words, figure) => expect(next(words)).toEqual([figure]))

  test('a part is of the nation once it names that', () =>
    expect(next('我国国有企业进出口5.2万亿元。汽车出口9000亿元。')).toEqual([
      `CN TRADE 国有企业 ${half} 5.2`,
      `CN EXPORTS 汽车 ${half} 9000`,
    ]))
})
