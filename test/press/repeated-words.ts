import { readdirSync, readFileSync } from 'node:fs'
import { fc } from '@fast-check/vitest'
import { expect } from 'vitest'
import { inTime } from './in-time.js'
import { read } from './support.js'

const folder = new URL('../../src/press/grammar/', import.meta.url)
const sources = (language: string): string =>
  readdirSync(new URL(`${language}/`, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) =>
      readFileSync(new URL(`${language}/${name}`, folder), 'utf8').replace(/^\s*(?:\/\*\*|\/\/).*$/gmu, ''),
    )
    .join('\n')
const wordsOf = (language: string, word: RegExp): readonly string[] => [
  ...new Set([...sources(language).matchAll(word)].map(([found]) => found)),
]

/** The literal words of the patterns, and signs between words. */
const chinese = wordsOf('zh', /(?<=[|(:'?/^）\]`])\p{Script=Han}{1,6}(?=[|)('?$/[`])/gu)
const english = wordsOf('en', /(?<=[|(:'?/^+*\s\]`])[A-Za-z][a-z'-]{0,14}(?=[|)('?$/[ \\`])/gu)
const signs = [
  ' ',
  '  ',
  '(',
  ')',
  '（',
  '）',
  '"',
  '“',
  '”',
  ',',
  ', ',
  '，',
  '、',
  '；',
  ': ',
  '-',
  '–',
  '.',
  "'s ",
  '\t',
  '◆',
]
const numbers = ['$5 ', '5% ', '5%、', '5亿元', 'May ', '2023 ', '5月', '5']

const piece = (words: readonly string[], between: string) =>
  fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...words).map((word) => `${word}${between}`) },
    { weight: 3, arbitrary: fc.constantFrom(...signs) },
    { weight: 1, arbitrary: fc.constantFrom(...numbers) },
    { weight: 1, arbitrary: fc.string({ minLength: 1, maxLength: 2, unit: 'grapheme' }) },
  )

/** One to three words and signs, repeated behind a flow and before a word that no pattern goes on with, and two numbers. */
const textOf = (words: readonly string[], between: string, flow: string, ends: readonly string[]) =>
  fc
    .tuple(
      fc.array(piece(words, between), { maxLength: 1 }),
      fc.array(piece(words, between), { minLength: 1, maxLength: 3 }),
      fc.constantFrom(40, 300, 900, 2000),
      fc.constantFrom(...ends),
    )
    .map(([head, repeated, length, end]) => {
      const unit = repeated.join('')
      return `${flow}${head.join('')}${unit.repeat(Math.ceil(length / unit.length))}${end}`
    })

export const repeatedWords = fc.oneof(
  textOf(chinese, '', '上半年，我国出口', ['甲71.3%，增长82.4%。', '的甲71.3%，增长82.4%。']),
  textOf(english, ' ', 'In 2023, exports ', ['x 71.3%, imports fell 82.4%.', 'and fell 71.3%, imports 82.4%.']),
  textOf(english, ' ', 'Exports rose 60.1% ', ['x 71.3%, imports fell 82.4%.', 'and fell 71.3%, imports 82.4%.']),
)

/** Each word alone, repeated where words of a number stand: what is read in two ways takes for ever. */
export const eachChinese = chinese.map((word) => `我国出口${word.repeat(30)}甲71.3%，增长82.4%。`)
export const eachEnglish = english.flatMap((word) =>
  ['In 2023, exports', 'Exports rose 60.1% of', 'Exports rose', 'The largest share of'].map(
    (begin) => `${begin} ${`${word} `.repeat(30)}x 71.3%, imports fell 82.4%.`,
  ),
)

/** Reads a text to its end, and expects its last two numbers among those that are placed or listed. */
export function expectRead(text: string): void {
  const { proposals, notPlaced } = inTime(() => read(text, { publishedAt: '2024-07-12T00:00:00Z' }))
  const spans = [
    ...proposals.flatMap(({ spans: { value, yoyChange, share, shareChange, changes } }) =>
      [value, yoyChange, share, shareChange, ...changes].flatMap((span) => span ?? []),
    ),
    ...notPlaced.map(({ span }) => span),
  ]
  for (const number of ['71.3', '82.4']) {
    const at = text.lastIndexOf(number)
    expect(spans.some(({ start, end }) => start <= at && at < end)).toBe(true)
  }
}
