import { readdirSync, readFileSync } from 'node:fs'
import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import type { Proposals } from '../../src/press/proposal.js'
import { sharedData } from '../shared-data.js'
import { linesOf, read } from './support.js'

const chinese =
  '上半年，我国货物贸易进出口总值21.17万亿元，同比增长6.1%。其中，出口12.13万亿元，增长6.9%；进口9.04万亿元，增长5.2%。我国对东盟、欧盟分别进出口3.36万亿元和2.72万亿元，分别增长10.5%、下降0.7%，民营企业进出口11.64万亿元，占外贸总值的55%，比去年同期提升2.1个百分点。'
const english =
  "China's foreign trade rose 6.1 percent year on year to 21.17 trillion yuan in the first half. Exports reached 12.13 trillion yuan, up 6.9 percent, and imports stood at 9.04 trillion yuan, an increase of 5.2 percent. Trade with ASEAN and the EU amounted to 3.36 trillion yuan and 2.72 trillion yuan, respectively. Private enterprises remained the largest group, with imports and exports rising 11.2 percent to 11.64 trillion yuan, accounting for 55 percent of the total, up 2.1 percentage points."
const publishedAt = '2024-07-12T00:00:00+08:00'

const lines = (text: string): string[] => linesOf(text, { publishedAt })

/** What is said of what, without the numbers. */
const structureOf = ({ proposals }: Proposals) =>
  proposals.map(({ metric, category, words, period, unit, value, changes, share, shareChange }) => ({
    of: `${metric} ${category ?? words} ${period} ${unit}`,
    has: [value, share, shareChange].map((number) => number !== null),
    changes: changes.map(({ percent, base }) => `${percent !== null} ${base}`),
  }))

const texts = [
  ['Chinese', chinese],
  ['English', english],
] as const

describe.each(texts)('a %s text gives the same figures', (_, text) => {
  const expected = lines(text)

  test('and has some', () => expect(expected.length).toBeGreaterThan(4))

  test.each([
    [
      'with full-width digits',
      (of: string) => of.replace(/\d/g, (digit) => '０１２３４５６７８９'[Number(digit)] ?? ''),
    ],
    ['with full-width percent signs', (of: string) => of.replace(/%/g, '％')],
    [
      'with thin spaces before units',
      (of: string) => of.replace(/(\d)(?=[万亿%个])/g, '$1\u2009').replace(/(\d) (?=[tp])/g, '$1\u2009'),
    ],
    ['with spaces that do not break', (of: string) => of.replace(/ /g, '\u00A0')],
    ['with invisible characters', (of: string) => of.replace(/(\d)/g, '\u200B$1\u2060')],
    ['with right-to-left marks around numbers', (of: string) => of.replace(/(\d[\d.]*)/g, '\u200F$1\u200E')],
    ['with the text after an empty line', (of: string) => `\n\n${of}\n\n`],
    [
      'with Windows line ends',
      (of: string) =>
        of
          .replace(/([。.]) ?/g, (end) => end)
          .replace(/。/g, '。\r\n')
          .replace(/\. (?=[A-Z])/g, '.\r\n'),
    ],
  ])('%s', (__, change) => {
    expect(lines(change(text))).toEqual(expected)
  })

  test('with a line break after any comma', () => {
    for (const { index } of text.matchAll(/[，；,]/gu)) {
      const broken = `${text.slice(0, index + 1)}\n${text.slice(index + 1)}`
      expect(lines(broken)).toEqual(expected)
    }
  })

  test('with lines wrapped anywhere after the first sentence', () => {
    const from = text.search(/[。.](?!\d)/u) + 1
    const breaks = text.startsWith('C') ? / /g : /(?<=[一-龥])(?=[一-龥])/gu
    for (const { index } of text.slice(from).matchAll(breaks)) {
      const at = from + index
      const broken =
        text[at] === ' ' ? `${text.slice(0, at)}\n${text.slice(at + 1)}` : `${text.slice(0, at)}\n${text.slice(at)}`
      expect({ at, lines: lines(broken) }).toEqual({ at, lines: expected })
    }
  })
})

describe('other digits give the same structure', () => {
  const number = fc
    .tuple(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 0, max: 99 }))
    .map(([whole, places]) => `${whole}.${String(places).padStart(2, '0')}`)

  property.prop([fc.array(number, { minLength: 20, maxLength: 20 }), fc.constantFrom(chinese, english)])(
    'in either language',
    (numbers, text) => {
      let next = 0
      const changed = text.replace(/\d+\.\d+/g, () => numbers[next++ % numbers.length] ?? '1.00')
      expect(structureOf(read(changed, { publishedAt }))).toEqual(structureOf(read(text, { publishedAt })))
    },
  )

  property.prop([fc.array(number, { minLength: 20, maxLength: 20 }), fc.constantFrom(chinese, english)])(
    'and every span has the digits of its number',
    (numbers, text) => {
      let next = 0
      const changed = text.replace(/\d+\.\d+/g, () => numbers[next++ % numbers.length] ?? '1.00')
      for (const { value, yoyChange, share, shareChange, spans } of read(changed, { publishedAt }).proposals) {
        const pairs = [
          [value, spans.value],
          [yoyChange, spans.yoyChange],
          [share, spans.share],
          [shareChange, spans.shareChange],
        ] as const
        for (const [printed, span] of pairs)
          expect(span && changed.slice(span.start, span.end)).toBe(printed?.replace('-', '') ?? null)
      }
    },
  )
})

/** Between Chinese characters, and between them and numbers. */
const inside =
  /(?<=[\p{Script=Han}，。；：、“”（）\d.%])(?=[\p{Script=Han}，。；：、“”（）%])|(?<=[\p{Script=Han}，。；：、“”（）])(?=\d)/gu
const spaced = (text: string, distance: number): string => {
  let at = 0
  return text.replace(inside, () => (at++ % distance === 0 ? ' ' : ''))
}

test.each([1, 2, 3, 5])('a Chinese text with every %i. possible space gives the same figures', (distance) =>
  expect(lines(spaced(chinese, distance))).toEqual(lines(chinese)),
)

const { url, isPresent } = sharedData.pressTexts

describe.skipIf(!sharedData.pressTexts.isPresent)('spaces between the characters of a press text', () => {
  const keys = isPresent ? readdirSync(url).filter((name) => name.endsWith('zh.json')) : []

  test.each(keys)('change nothing: %s', (name) => {
    const key = JSON.parse(readFileSync(new URL(name, url), 'utf8'))
    const text = readFileSync(new URL(key.text, url), 'utf8').replace(/^#.*\n/, '')
    const options = { publishedAt: `${key.date}T00:00:00+08:00` }
    for (const distance of [1, 2, 3, 5])
      expect({ distance, lines: linesOf(spaced(text, distance), options) }).toEqual({
        distance,
        lines: linesOf(text, options),
      })
  })
})
