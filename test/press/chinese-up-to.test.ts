import { describe, expect, test } from 'vitest'
import { figuresInChinese } from './support.js'

describe('a period up to a month is of all months of the year until then:', () => {
  test.each([
    '截至2024年8月，我国出口16万亿元，增长7%。',
    '截至8月，我国出口16万亿元，增长7%。',
    '截至8月我国出口16万亿元，增长7%。',
    '截至8月底，我国出口16万亿元，增长7%。',
    '截至8月末，今年我国出口16万亿元，增长7%。',
    '截止2024年8月，我国出口16万亿元，增长7%。',
    '截止到8月份，我国出口16万亿元，增长7%。',
    '今年截至8月，我国出口16万亿元，增长7%。',
    '到8月底，我国出口16万亿元，增长7%。',
    '至8月末我国出口16万亿元，增长7%。',
    '年初至8月，我国出口16万亿元，增长7%。',
    '今年年初到8月末，我国出口16万亿元，增长7%。',
    '今年以来至8月底，我国出口16万亿元，增长7%。',
  ])('%s', (text) => expect(figuresInChinese(text)).toEqual(['CN EXPORTS total 2024-01/2024-08 16 7']))

  test.each([
    ['截至三季度末，我国出口16万亿元。', 'CN EXPORTS total 2024-01/2024-09 16'],
    ['截至2023年底，我国出口16万亿元。', 'CN EXPORTS total 2023 16'],
    ['截至2024年1月，我国出口1.6万亿元。', 'CN EXPORTS total 2024-01 1.6'],
    ['截至2024年8月，我国出口连续5个月增长，同比增长7%。', 'CN EXPORTS total 2024-01/2024-08 7'],
  ])('%s', (text, figure) => expect(figuresInChinese(text)).toEqual([figure]))

  test('and stays in force', () =>
    expect(figuresInChinese('8月，我国出口2万亿元。截至8月底，今年出口16万亿元。其中，民营企业出口9万亿元。')).toEqual([
      'CN EXPORTS total 2024-08 2',
      'CN EXPORTS total 2024-01/2024-08 16',
      'CN EXPORTS 民营企业 2024-01/2024-08 9',
    ]))
})

describe('is no period of trade:', () => {
  test.each([
    [
      'the day of a count',
      '截至2024年6月，我国有进出口实绩的民营企业60万家。',
      ['CN TRADING_ENTERPRISES 民营企业 2024-06 600000'],
    ],
    [
      'the month after a count',
      '8月，我国出口2万亿元。截至8月底，全省备案外贸企业1.2万家。进口1.5万亿元。',
      ['CN EXPORTS total 2024-08 2', 'CN IMPORTS total 2024-08 1.5'],
    ],
    ['twelve months up to one', '截至2024年8月的12个月，我国出口16万亿元。', []],
    ['several years up to a month', '自协定实施以来，截至2024年8月，我国出口16万亿元。', []],
  ])('%s', (_, text, figures) => expect(figuresInChinese(text)).toEqual(figures))
})
