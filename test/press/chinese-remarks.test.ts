import { describe, expect, test } from 'vitest'
import { figuresInChinese as figures, read } from './support.js'

const half = '2024-01/2024-09'
const next = (words: string): string[] => figures(`前三季度，我国进出口32.33万亿元。${words}`).slice(1)

describe('in a Chinese text, no figure or period is', () => {
  test.each([
    '延续了去年的大幅增长态势',
    '延续2023年的回升势头',
    '扭转了上半年的下降趋势',
    '在去年高基数的基础上保持增长',
  ])('what only says how trade has gone on: %s', (words) =>
    expect(next(`出口${words}，增长6.2%。`)).toEqual([`CN EXPORTS total ${half} 6.2`]),
  )

  test.each(['增长规模达到', '增加额为', '扩大的规模超过', '减少值达'])('an amount of change: %s', (words) =>
    expect(next(`我国出口${words}2.1万亿元。`)).toEqual([]),
  )

  test('what a record says', () =>
    expect(next('9月出口再创单月出口历史新高，达2.1万亿元。')).toEqual(['CN EXPORTS total 2024-09 2.1']))

  test.each(['有力推动', '有效带动了', '促使'])('what is said to bring it about: %s', (verb) => {
    expect(next(`${verb}第三季度外贸实现11.51万亿元的新高。`)).toEqual(['CN TRADE total 2024-Q3 11.51'])
    expect(next(`展会${verb}，${verb}家具出口5亿元。`)).toEqual([])
  })

  test('what encourages trade', () =>
    expect(next('新一轮促进外贸增长的举措出台，推动第三季度外贸实现11.5万亿元。')).toEqual([
      'CN TRADE total 2024-Q3 11.5',
    ]))

  test.each(['值便达', '值竟达', '更是达到'])('an adverb of degree: %s', (words) =>
    expect(next(`9月，我国进出口${words}3.7万亿元。`)).toEqual(['CN TRADE total 2024-09 3.7']),
  )

  test.each(['相对于', '相较于'])('the base of a change: %s', (word) =>
    expect(next(`9月，我国出口${word}8月增长2%。`)).toEqual(['CN EXPORTS total 2024-09']),
  )

  test.each(['以增幅1.1倍居首', '以增长1.1倍领跑'])('how a rate is called: %s', (words) =>
    expect(next(`我国钢材出口5.3亿元，${words}。`)).toEqual([`CN EXPORTS 钢材 ${half} 5.3 110`]),
  )

  test('who speaks for the country', () =>
    expect(next('我们出口机电产品7.14万亿元。')).toEqual([`CN EXPORTS 机电产品 ${half} 7.14`]))

  test('what explains a name', () =>
    expect(next('若以出口额计，即外资企业出口29.4亿元。')).toEqual([`CN EXPORTS 外资企业 ${half} 29.4`]))
})

describe('in a Chinese text, the period is', () => {
  test('that of the last figure, and not of a remark behind it', () =>
    expect(figures('上半年，我国出口12万亿元，6月出口由降转增。其中，机电产品出口7万亿元。')).toEqual([
      'CN EXPORTS total 2024-H1 12',
      'CN EXPORTS 机电产品 2024-H1 7',
    ]))

  test('that of the months before, where a rate of several is compared with the last one', () =>
    expect(
      read('上半年，我国出口12万亿元，增长7%，较上月累计增幅回升1.3个百分点。', {
        publishedAt: '2024-07-18T00:00:00Z',
        language: 'ZH',
      }).proposals[0]?.changes.map(({ base }) => base),
    ).toEqual(['2023-H1', '2024-01/2024-05']))
})

describe('in a Chinese text, the words of a category are without', () => {
  test('what trade is called by who carries it on', () =>
    expect(figures('前三季度，全市自营进出口274亿美元，其中自营出口142亿美元。')).toEqual([
      `全市 TRADE total ${half} 274`,
      `全市 EXPORTS total ${half} 142`,
    ]))

  test('what it mainly consists of', () =>
    expect(next('以劳动密集型产业为主的加工贸易进出口6.6万亿元。')).toEqual([`CN TRADE 加工贸易 ${half} 6.6`]))

  test('a number that a name has', () =>
    expect(next('对“21世纪海上丝绸之路”沿线国家进出口6.6万亿元。')).toEqual([
      `CN TRADE “21世纪海上丝绸之路”沿线国家 ${half} 6.6`,
    ]))
})
