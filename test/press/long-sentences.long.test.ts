import { describe, expect, test } from 'vitest'
import { inTime } from './in-time.js'
import { read } from './support.js'

const reading = (text: string) => {
  const { proposals, notPlaced } = inTime(() => read(text, { publishedAt: '2024-07-12T00:00:00Z' }))
  return {
    placed: proposals.map(({ value, yoyChange }) => value ?? yoyChange),
    reasons: notPlaced.map(({ text, reason }) => [text, reason.code]),
  }
}

describe('a sentence with too many words without a number is not read', () => {
  test('in Chinese, but the others are', () => {
    const text = `2024年6月，我国出口${'便'.repeat(1001)}5.5亿元。6月，我国进口1.49万亿元。`
    expect(reading(text)).toEqual({ placed: ['1.49'], reasons: [['5.5亿元', 'TOO_LONG']] })
  })

  test('in English, but the others are', () => {
    const text = `In June 2024, China's exports ${'so '.repeat(334)}rose 5.5%. China's imports were $208.8 billion in June.`
    expect(reading(text)).toEqual({ placed: ['208.8'], reasons: [['5.5%', 'TOO_LONG']] })
  })

  test('behind its last number', () => {
    expect(reading(`2024年6月，我国出口2.2万亿元${'便'.repeat(1001)}。`).reasons).toEqual([['2.2万亿元', 'TOO_LONG']])
  })

  test('and one with fewer is', () => {
    expect(reading(`2024年6月，我国出口2.2万亿元，${'便'.repeat(998)}。`).placed).toEqual(['2.2'])
  })

  test('as are other parts of a long one', () => {
    const list = Array.from({ length: 700 }, (_, at) => `${at}.5亿元`).join('、')
    const { reasons } = reading(`上半年，我国对甲、乙分别出口${list}、${'便'.repeat(1001)}9.9亿元。`)
    expect(reasons).toHaveLength(701)
    expect(reasons[0]?.[1]).not.toBe('TOO_LONG')
    expect(reasons.at(-1)).toEqual(['9.9亿元', 'TOO_LONG'])
  })
})

test.each([
  ['flows', '进出口'.repeat(6600)],
  ['flows before a number', `${'进出口'.repeat(6600)}顺差5亿元`],
  ['exports', '出口'.repeat(10_000)],
  ['amounts', '$5 '.repeat(1500)],
  ['percentages', '5% '.repeat(1500)],
  ['years', `${'2019 '.repeat(4000)}5%`],
])('a long text is read in short steps: %s', (_, text) => {
  expect(reading(text).placed).toEqual([])
})
