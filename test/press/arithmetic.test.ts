import { describe, expect, test } from 'vitest'
import type { KnownFigure, KnownFigures } from '../../src/press/arithmetic.js'
import { read } from './support.js'

const sums = '上半年，我国进出口总值21.17万亿元。其中，出口12.13万亿元；进口9.04万亿元。'
const publishedAt = '2024-07-12T00:00:00+08:00'

const classes = (text: string, known?: KnownFigures) =>
  read(text, { publishedAt, ...(known && { known }) }).proposals.map(
    (each) => `${each.metric} ${each.class} ${each.reason.code}`,
  )

describe('sums within a text', () => {
  test('confirm the total and its parts', () => {
    expect(classes(sums)).toEqual([
      'TRADE CONFIRMED SUM_AGREES',
      'EXPORTS CONFIRMED SUM_AGREES',
      'IMPORTS CONFIRMED SUM_AGREES',
    ])
  })

  test('leave the parts plain without the total', () => {
    expect(classes(sums.replace('我国进出口总值21.17万亿元。其中，', '我国'))).toEqual([
      'EXPORTS PLAIN NOTHING_TO_COMPARE',
      'IMPORTS PLAIN NOTHING_TO_COMPARE',
    ])
  })

  test('contradict a changed digit, with the numbers', () => {
    const [trade] = read(sums.replace('21.17', '21.37'), { publishedAt }).proposals
    expect(trade).toMatchObject({
      class: 'CONTRADICTED',
      reason: { code: 'SUM_DIFFERS', params: { computed: '21.17', printed: '21.37', terms: 'EXPORTS + IMPORTS' } },
    })
  })

  test('allow for rounding', () => {
    expect(classes(sums.replace('21.17', '21.18'))[0]).toBe('TRADE CONFIRMED SUM_AGREES')
  })
})

describe('shares and growth within a text', () => {
  test('confirm a share of a total of the text', () => {
    const text = `${sums}民营企业进出口11.64万亿元，占外贸总值的55%。`
    expect(classes(text).at(-1)).toBe('TRADE CONFIRMED SHARE_AGREES')
    expect(classes(text.replace('55%', '45%')).at(-1)).toBe('TRADE CONTRADICTED SHARE_DIFFERS')
  })

  test('allow for the rounding of growth by multiples', () => {
    const text = '上半年，我国出口14.4亿元，增长1.9倍，去年上半年出口5亿元。'
    expect(classes(text)[0]).toBe('EXPORTS CONFIRMED GROWTH_AGREES')
    expect(classes(text.replace('1.9', '3.9'))[0]).toBe('EXPORTS CONTRADICTED GROWTH_DIFFERS')
  })

  test('contradict two numbers for the same figure', () => {
    expect(classes('上半年，我国出口12.13万亿元。上半年，我国出口11.13万亿元。')).toEqual([
      'EXPORTS CONTRADICTED TWO_VALUES',
      'EXPORTS CONTRADICTED TWO_VALUES',
    ])
  })
})

describe('figures of the store', () => {
  const figure = (rest: Partial<KnownFigure>): KnownFigure => ({
    value: '12.13',
    decimals: 2,
    unit: 'CNY_TRILLION',
    qualifier: 'EXACT',
    yoyChange: null,
    share: null,
    release: 'R1',
    publishedAt: '2024-07-12T00:00:00+08:00',
    ...rest,
  })
  const of =
    (periodText: string, rest: Partial<KnownFigure>): KnownFigures =>
    (metric, _, period) =>
      metric === 'EXPORTS' && period.text === periodText ? figure(rest) : null
  const text = '上半年，我国出口12.13万亿元，增长6.9%。'
  const first = (known: KnownFigures) => {
    const [found] = read(text, { publishedAt, known }).proposals
    return { class: found?.class, code: found?.reason.code, stored: found?.stored.status }
  }

  test.each([
    ['the same figure confirms', of('2024-H1', { yoyChange: '6.9' }), 'CONFIRMED', 'SAME_IN_STORE', 'SAME'],
    [
      'the same figure in another unit confirms',
      of('2024-H1', { value: '121300', decimals: 0, unit: 'CNY_100_MILLION' }),
      'CONFIRMED',
      'SAME_IN_STORE',
      'SAME',
    ],
    [
      'another figure of the same day contradicts',
      of('2024-H1', { value: '12.31' }),
      'CONTRADICTED',
      'DIFFERS_FROM_STORE',
      'REVISED',
    ],
    [
      'another figure of an earlier day was revised',
      of('2024-H1', { value: '12.31', publishedAt: '2024-07-01T00:00:00Z' }),
      'PLAIN',
      'REVISED_SINCE',
      'REVISED',
    ],
    [
      'another growth contradicts',
      of('2024-H1', { yoyChange: '9.6' }),
      'CONTRADICTED',
      'DIFFERS_FROM_STORE',
      'REVISED',
    ],
    [
      'the base of a year earlier confirms growth',
      of('2023-H1', { value: '11.35' }),
      'CONFIRMED',
      'GROWTH_AGREES',
      'NEW',
    ],
    ['a base near the implied one was revised', of('2023-H1', { value: '11.46' }), 'PLAIN', 'BASE_REVISED', 'NEW'],
    [
      'a base far from the implied one contradicts',
      of('2023-H1', { value: '9.46' }),
      'CONTRADICTED',
      'GROWTH_DIFFERS',
      'NEW',
    ],
    ['no figure leaves it new and plain', () => null, 'PLAIN', 'NOTHING_TO_COMPARE', 'NEW'],
  ] as const)('%s', (_, known, expectedClass, code, stored) => {
    expect(first(known)).toEqual({ class: expectedClass, code, stored })
  })
})
