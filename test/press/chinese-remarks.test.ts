import { describe, expect, test } from 'vitest'
import { figuresInChinese as figures } from './support.js'

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
