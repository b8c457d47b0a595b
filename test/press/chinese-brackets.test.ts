import { describe, expect, test } from 'vitest'
import { figuresInChinese as figures, linesOf } from './support.js'

const half = '2024-01/2024-09'
const next = (words: string): string[] => figures(`前三季度，广东省进出口6.8万亿元。${words}`).slice(1)

describe('in a Chinese text, a number that a bracket begins with is', () => {
  test('of the partner before it', () =>
    expect(next('前三大贸易伙伴分别为东盟（1.1万亿元，增长5%）、欧盟（8000亿元）和美国（7000亿元，下降2%）。')).toEqual(
      [`广东 TRADE 东盟 ${half} 1.1 5`, `广东 TRADE 欧盟 ${half} 8000`, `广东 TRADE 美国 ${half} 7000 -2`],
    ))

  test('of the goods before it', () =>
    expect(next('出口最多的商品是手机（1000亿元），其次是积木玩具（900亿元）。')).toEqual([
      `广东 EXPORTS 手机 ${half} 1000`,
      `广东 EXPORTS 积木玩具 ${half} 900`,
    ]))

  test('of the city before it', () =>
    expect(next('进口居前的是深圳（1000亿元）。')).toEqual([`深圳 IMPORTS 深圳 ${half} 1000`]))

  test('none of the text if it is of another province, of a past period or of what is no name', () => {
    expect(next('规模分别是江苏（4.1万亿元）、浙江（3.9万亿元）的1.6倍和1.7倍。')).toEqual([])
    expect(next('9月出口406亿元，与8月（414亿元）相比，环比下降2%。')).toEqual(['广东 EXPORTS total 2024-09 406'])
    expect(next('出口稳步增长，以来（414亿元）。')).toEqual([])
  })

  test('as before where words of its own are', () =>
    expect(next('出口4万亿元（同比增长3%）。手机出口（1000亿元）增长。')).toEqual([
      `广东 EXPORTS total ${half} 4 3`,
      `广东 EXPORTS 手机 ${half} 1000`,
    ]))
})

describe('in a Chinese text, a rate is', () => {
  test('none against last year where its whole is compared with another year', () =>
    expect(
      figures(
        '前三季度，广东省进出口6.8万亿元，比2019年同期增长42.6%。其中，出口4万亿元，增长56%，同比增长5%；进口2万亿元。\n其中，民营企业进出口3万亿元，增长8%。',
      ),
    ).toEqual([
      `广东 TRADE total ${half} 6.8`,
      `广东 EXPORTS total ${half} 4 5`,
      `广东 IMPORTS total ${half} 2`,
      `广东 TRADE 民营企业 ${half} 3 8`,
    ]))

  test('told once, where a heading has it before its amount in dollars', () =>
    expect(
      linesOf('上半年外贸进出口同比增8%今年以来，中国外贸增长。上半年，我国进出口18398亿美元，同比增长8%。', {
        publishedAt: '2012-07-11T00:00:00Z',
        language: 'ZH',
      }),
    ).toEqual(['TRADE TOTAL:ALL 2012-H1 18398 USD_100_MILLION 8 on 2011-H1']))
})

describe('a Chinese text that speaks of a region only as 全省 is of', () => {
  test.each([
    '2023年海南省国民经济和社会发展统计公报\n全年全省进出口2312.8亿元。',
    '海南农产品出口增长。2023年，我省进出口2312.8亿元。',
  ])('the province that it names: %s', (text) => expect(figures(text)).toEqual(['海南 TRADE total 2023 2312.8']))
})
