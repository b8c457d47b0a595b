import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { read } from './support.js'

const counts = (text: string) => {
  const { proposals, notPlaced } = read(text, { publishedAt: '2024-07-12T00:00:00Z' })
  return { proposals: proposals.length, notPlaced: notPlaced.length }
}

describe('a text without figures yields nothing:', () => {
  test.each([
    ['empty', ''],
    ['blank', ' \n\t\u3000\u00A0'],
    ['no numbers', 'Trade went well. 外贸运行平稳。'],
    ['dates and ranks only', 'On May 9, 2024, the second largest partner was No. 1. 5月9日，东盟为第一大贸易伙伴。'],
    ['binary', String.fromCharCode(...Array.from({ length: 3000 }, (_, at) => at % 256))],
  ])('%s', (_, text) => {
    expect(counts(text).proposals).toBe(0)
  })
})

describe('long texts are read completely:', () => {
  test('10,000 numbers in one list', () => {
    const numbers = Array.from({ length: 10_000 }, (_, at) => `${at}.5亿元`).join('、')
    expect(counts(`上半年，我国对甲、乙分别出口${numbers}。`)).toEqual({ proposals: 0, notPlaced: 10_000 })
  })

  test('10,000 sentences', () => {
    const text = Array.from({ length: 10_000 }, () => '上半年，我国出口12.13万亿元。').join('')
    expect(counts(text)).toEqual({ proposals: 1, notPlaced: 9_999 })
  })

  test('10,000 values of one figure', () => {
    const text = Array.from({ length: 10_000 }, (_, at) => `上半年，我国出口${100_000 + at}.5亿元。`).join('')
    expect(counts(text)).toEqual({ proposals: 10_000, notPlaced: 0 })
  })

  test('10,000 values that contradict the first', () => {
    const text = Array.from({ length: 10_000 }, (_, at) => `上半年，我国出口${(at + 1) * 2}.5亿元。`).join('')
    expect(counts(text)).toEqual({ proposals: 1, notPlaced: 9_999 })
  })

  test.each([
    ['brackets', '('.repeat(100_000)],
    ['commas', '，'.repeat(500_000)],
    ['verbs', '增长'.repeat(250_000)],
    ['words', 'exports of '.repeat(90_000)],
    ['digits', '9'.repeat(500_000)],
    ['spaces', `1${' '.repeat(500_000)}2`],
    ['names without an end', `Exports to ${'the United States and '.repeat(40_000)} rose 5 percent.`],
    ['headers of tables', '进出口（亿元）同比（%）'.repeat(35_000)],
    ['marks of lists', '1.◆①'.repeat(120_000)],
    ['sources', '新华社记者'.repeat(100_000)],
    ['growing goods', `出口${'机电产品稳步'.repeat(80_000)}`],
    ['line breaks', '\n'.repeat(500_000)],
  ])('half a megabyte of %s', (_, text) => {
    expect(counts(text).proposals).toBeLessThan(2)
  })
})

describe('no number is lost in a sentence without an end:', () => {
  test.each([
    ['percentages', 20_000, (n: number) => `${n}% `, 1],
    ['amounts', 20_000, (n: number) => `exports $${n} billion, `, 1],
    ['changes', 20_000, (n: number) => `exports rose ${n}.1% in May, imports fell ${n}.2%, `, 2],
    ['Chinese changes', 20_000, (n: number) => `2023年5月出口${n}.1亿元，增长${n}.2%，`, 2],
    [
      'balances',
      400_000,
      (n: number) => `the balance swung from a deficit of ${n}.1 billion to one of ${n}.2 billion, `,
      2,
    ],
  ])('%s', (_, length, piece, each) => {
    const times = Math.ceil(length / piece(0).length)
    const text = Array.from({ length: times }, (_, n) => piece(n)).join('')
    const { proposals, notPlaced } = read(text, { publishedAt: '2024-07-12T00:00:00Z' })
    const placed = proposals.flatMap(({ spans: { value, yoyChange, share, changes } }) => [
      ...[value, yoyChange, share, ...changes].flatMap((span) => span ?? []),
    ])
    const found = new Set([...placed, ...notPlaced.map(({ span }) => span)].map(({ start }) => start))
    expect(found.size).toBe(times * each)
  })
})

describe('arbitrary texts', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 8 }),
    fc.constantFrom(
      '出口',
      '进口',
      '增长',
      '下降',
      '占',
      '的',
      '分别',
      '、',
      '，',
      '。',
      '；',
      '万亿元',
      '%',
      '个百分点',
      '前7个月',
      '比去年同期',
      '其中',
      '对东盟',
      '12.3',
      '（',
      '）',
    ),
    fc.constantFrom(
      ' exports',
      ' imports',
      ' rose',
      ' fell',
      ' percent',
      ' to',
      ' of',
      ' and',
      ', ',
      '. ',
      ' $',
      ' billion',
      ' in May 2024',
      ' compared with',
      ' 12.3',
      ' trillion yuan',
      ' (',
      ') ',
      ' respectively',
      ' share',
    ),
  )
  const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''))

  property.prop([text])('never fail, and have every span within the text and with its digits', (given) => {
    const { proposals, notPlaced } = read(given, { publishedAt: '2024-07-12T00:00:00Z' })
    for (const { span } of notPlaced)
      expect(span.start >= 0 && span.start < span.end && span.end <= given.length).toBe(true)
    for (const { sentence, spans } of proposals)
      for (const span of [spans.value, spans.yoyChange, spans.share, spans.shareChange]) {
        if (span === null) continue
        expect(given.slice(span.start, span.end)).toMatch(/[\d０-９一二三四五六七八九十零两百]|[a-z]/u)
        expect(sentence.start <= span.start && span.end <= sentence.end).toBe(true)
      }
  })
})
