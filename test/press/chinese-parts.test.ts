import { describe, expect, test } from 'vitest'
import { figuresInChinese as figures } from './support.js'

const half = '2024-01/2024-09'
const next = (words: string): string[] => figures(`前三季度，浙江省进出口3.9万亿元。${words}`).slice(1)

describe('in a Chinese text, figures are of the part', () => {
  test('that a clause behind a semicolon names, and not of the one before it', () =>
    expect(next('机电产品出口保持增长，出口2万亿元；服装出口增速有所回落，出口4000亿元，增长1%。')).toEqual([
      `浙江 EXPORTS 机电产品 ${half} 2`,
      `浙江 EXPORTS 服装 ${half} 4000 1`,
    ]))

  test.each(['拉动增长的主力仍是锂电池，出口', '出口增长最快的是锂电池，出口', '表现最为突出的当属锂电池，出口'])(
    'that leads: %s',
    (words) => expect(next(`${words}100亿元。`)).toEqual([`浙江 EXPORTS 锂电池 ${half} 100`]),
  )

  test.each(['则继续位列进口来源地首位', '跃居第二大进口市场'])('that has a rank: 台湾地区%s', (rank) =>
    expect(next(`香港是最大的出口市场，出口100亿元；台湾地区${rank}，累计进口50亿元。`)).toEqual([
      `浙江 EXPORTS 香港 ${half} 100`,
      `浙江 IMPORTS 台湾地区 ${half} 50`,
    ]),
  )

  test.each(['出口方式中', '从出口贸易方式看'])('that is told in a kind of flow: %s', (words) =>
    expect(next(`${words}，一般贸易和加工贸易总值分别为74亿元、75亿元。`)).toEqual([
      `浙江 EXPORTS 一般贸易 ${half} 74`,
      `浙江 EXPORTS 加工贸易 ${half} 75`,
    ]),
  )

  test('of which a sentence behind its both flows has the balance', () =>
    expect(
      next('农产品进出口900亿元，增长5%。其中出口300亿元，进口600亿元。贸易逆差300亿元，扩大4%。出口量增长。'),
    ).toEqual([
      `浙江 TRADE 农产品 ${half} 900 5`,
      `浙江 EXPORTS 农产品 ${half} 300`,
      `浙江 IMPORTS 农产品 ${half} 600`,
      `浙江 BALANCE 农产品 ${half} -300 4`,
    ]))

  test('and not of another flow that may be of all', () =>
    expect(next('机电产品出口2万亿元。进口3000亿元，增长3%。')).toEqual([`浙江 EXPORTS 机电产品 ${half} 2`]))

  test('of which a list divides its numbers by commas', () =>
    expect(next('进出口排名前三位的是宁波、杭州、金华，分别为1万亿元，9000亿元和8000亿元。')).toEqual([
      `浙江 TRADE 宁波 ${half} 1`,
      `浙江 TRADE 杭州 ${half} 9000`,
      `浙江 TRADE 金华 ${half} 8000`,
    ]))

  test('that ends a list before the number of its members', () =>
    expect(next('对东盟、欧盟、美国三大市场进出口分别为5000亿元、4000亿元、3000亿元。')).toEqual([
      `浙江 TRADE 东盟 ${half} 5000`,
      `浙江 TRADE 欧盟 ${half} 4000`,
      `浙江 TRADE 美国 ${half} 3000`,
    ]))

  test('of a group that has no figure of its own', () => {
    expect(next('民营企业进出口3万亿元；与主要贸易伙伴进出口均增长，其中对欧盟进出口增长3%。')).toEqual([
      `浙江 TRADE 民营企业 ${half} 3`,
      `浙江 TRADE 欧盟 ${half} 3`,
    ])
    expect(next('对主要市场进出口增长3%。与主要贸易伙伴进出口均增长，增长2%。')).toEqual([])
  })

  test('without the members that brackets name', () =>
    expect(next('对欧盟（不含英国）进出口5000亿元。欧盟为最大市场，增长3%。')).toEqual([
      `浙江 TRADE 欧盟 ${half} 5000 3`,
    ]))

  test('whose name ends like an adverb', () =>
    expect(next('服装及衣着出口4.6亿元。')).toEqual([`浙江 EXPORTS 服装及衣着 ${half} 4.6`]))
})

describe('in a Chinese text, goods of a partner are', () => {
  const textiles = `浙江 EXPORTS 日本, 纺织品 ${half} 6 -12`

  test('those behind them in the sentence', () =>
    expect(next('对日本出口纺织品6亿元，下降12%；同期出口机电产品4亿元；民营企业出口9亿元。')).toEqual([
      textiles,
      `浙江 EXPORTS 日本, 机电产品 ${half} 4`,
      `浙江 EXPORTS 民营企业 ${half} 9`,
    ]))

  test('perhaps those of the next sentence, unless it opens or tells another flow', () =>
    expect(
      next('对日本出口纺织品6亿元，下降12%。出口机电产品4亿元。进口机电产品3亿元。从商品看，出口机电产品9亿元。'),
    ).toEqual([textiles, `浙江 IMPORTS 机电产品 ${half} 3`, `浙江 EXPORTS 机电产品 ${half} 9`]))

  test('not those of another paragraph', () =>
    expect(next('对日本出口纺织品6亿元，下降12%。\n出口机电产品4亿元。')).toEqual([
      textiles,
      `浙江 EXPORTS 机电产品 ${half} 4`,
    ]))
})

describe('in a Chinese text, a list is of', () => {
  test('those that are said to drive trade', () =>
    expect(next('机电产品、钢材和劳动密集型产品拉动出口作用明显，分别增长21%、45%、58%。')).toEqual([
      `浙江 EXPORTS 机电产品 ${half} 21`,
      `浙江 EXPORTS 钢材 ${half} 45`,
      `浙江 EXPORTS 劳动密集型产品 ${half} 58`,
    ]))

  test('names of which one has an and of its own', () =>
    expect(next('汽车、金属矿及矿砂和原油位居进口商品前三位，进口分别增长47%、127%和11%。')).toEqual([
      `浙江 IMPORTS 汽车 ${half} 47`,
      `浙江 IMPORTS 金属矿及矿砂 ${half} 127`,
      `浙江 IMPORTS 原油 ${half} 11`,
    ]))

  test.each(['包括', '有', '主要是'])('partners that a clause counts up: %s', (verb) =>
    expect(next(`主要外贸伙伴${verb}越南和泰国，与这些国家的贸易同比增长分别为71%和32%。`)).toEqual([
      `浙江 TRADE 越南 ${half} 71`,
      `浙江 TRADE 泰国 ${half} 32`,
    ]),
  )

  test('kinds that share their last word', () => {
    expect(next('外商投资和国有企业进出口比重分别为37%和16%。')).toEqual([
      `浙江 TRADE 外商投资企业 ${half} 37`,
      `浙江 TRADE 国有企业 ${half} 16`,
    ])
    expect(next('一般、加工贸易出口分别为10亿元和9亿元。')).toEqual([
      `浙江 EXPORTS 一般贸易 ${half} 10`,
      `浙江 EXPORTS 加工贸易 ${half} 9`,
    ])
  })

  test('goods, without what they are called together', () =>
    expect(next('电动载人汽车、锂电池“新三样”产品分别出口53亿元、16亿元。')).toEqual([
      `浙江 EXPORTS 电动载人汽车 ${half} 53`,
      `浙江 EXPORTS 锂电池 ${half} 16`,
    ]))
})

test.each(['浙东', '北疆'])('a part of a province has the figures behind its name: %s', (part) =>
  expect(next(`${part}整体保持较强动能，外贸增速达34%。`)).toEqual([`${part} TRADE ${part} ${half} 34`]),
)
