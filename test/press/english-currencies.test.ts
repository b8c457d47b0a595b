import { describe, expect, test } from 'vitest'
import { pressReasonText } from '../../src/press/reasons.js'
import { read } from './support.js'

const readIn2024 = (text: string) => read(text, { publishedAt: '2025-01-14T00:00:00Z', language: 'EN' })

describe('an amount whose currency is not certain is refused for that:', () => {
  test.each(['$3.38 trillion', '3.38 trillion rupees', '3.38 trillion pesos', 'Rs 3.38 trillion'])('%s', (amount) =>
    expect(
      readIn2024(`In 2023, exports were ${amount}.`).notPlaced.map(({ text, reason }) => `${text}: ${reason.code}`),
    ).toEqual([`${amount}: AMBIGUOUS_CURRENCY`]),
  )

  test('in words of both languages', () =>
    expect([
      pressReasonText({ code: 'AMBIGUOUS_CURRENCY', params: {} }, 'EN'),
      pressReasonText({ code: 'AMBIGUOUS_CURRENCY', params: {} }, 'ZH'),
    ]).toEqual([
      'Its currency may be one of several: the text does not say whose it is.',
      '有多种货币使用该名称或符号，文中未说明是哪一种。',
    ]))
})

describe('a rate without a level is in', () => {
  test.each([
    ['the only currency of the text', 'Exports rose 7.1% in 2024. Imports rose 2.3% to 18.39 trillion yuan.', 'CNY'],
    [
      'the currency of the text, not of the reporter',
      "China's exports rose 7.1% in 2024. Imports were $2.6 trillion.",
      'USD',
    ],
    ['the currency that all rates are in', 'Exports rose 7.1% in 2024. Rates are calculated in US dollars.', 'USD'],
    ['the currency of the reporter', "Germany's exports rose 7.1% in 2024.", 'EUR'],
    [
      'that of the reporter where a text has several',
      "China's exports rose 7.1% in 2024. Imports were $2.6 trillion, or 18.39 trillion yuan.",
      'CNY',
    ],
    ['that of the dataset where a text has none', 'Exports rose 7.1% in 2024.', 'CNY'],
  ])('%s', (_, text, unit) => {
    const [first] = readIn2024(text).proposals
    expect(first?.unit?.slice(0, 3)).toBe(unit)
  })
})
