import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { matched, plain, unknownPlaceholders } from '../../../src/files/table-map/header-text.js'

/** The same meaning as a regular expression, which takes its time. */
function reference(text: string, expected: string): Readonly<Record<string, string | undefined>> | null {
  const sources = { year: '\\d{4}', month: '0?[1-9]|1[0-2]', number: '\\d+', words: '.*?' }
  const named = new Set<string>()
  const source = expected.split(/\{(year|month|number|words)\}/).map((part, index) => {
    if (index % 2 === 0) return plain(part).replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
    const name = part as keyof typeof sources
    if (name === 'words') return `(?:${sources.words})`
    if (named.has(name)) return `\\k<${name}>`
    named.add(name)
    return `(?<${name}>${sources[name]})`
  })
  const match = new RegExp(`^${source.join('')}$`, 'u').exec(plain(text))
  return match === null ? null : { ...match.groups }
}

const pieces = ['2024', '2023', '1', '12', '0', '年', '月', 'a', ' ', '.', '(', '{', '*']
const text = fc.array(fc.constantFrom(...pieces), { maxLength: 10 }).map((parts) => parts.join(''))
const pattern = fc
  .array(
    fc.constantFrom(...pieces.slice(0, 9), '{year}', '{year}', '{month}', '{month}', '{number}', '{words}', '{words}'),
    {
      maxLength: 8,
    },
  )
  .map((parts) => parts.join(''))

test('a text is matched as a regular expression would', () => {
  fc.assert(
    fc.property(text, pattern, (given, expected) => {
      expect(matched(given, expected) ?? null).toEqual(reference(given, expected))
    }),
    { numRuns: 5000 },
  )
})

test('a text made from its pattern matches it', () => {
  const filled = (expected: string): string =>
    expected
      .replaceAll('{year}', '2024')
      .replaceAll('{month}', '3')
      .replaceAll('{number}', '77')
      .replaceAll('{words}', 'x y')
  fc.assert(
    fc.property(pattern, (expected) => matched(filled(expected), expected) !== null),
    { numRuns: 2000 },
  )
})

describe('a crafted text and pattern are compared in linear time:', () => {
  test.each([
    ['words and letters in turn', '{words}a'.repeat(12), 'a'.repeat(60)],
    ['nothing but words', '{words}'.repeat(125), 'a'.repeat(1000)],
    ['numbers side by side', '{number}'.repeat(100), '1'.repeat(1000)],
    ['words and numbers', '{words}{number}'.repeat(60), '1'.repeat(1000)],
    ['years that repeat', '{words}{year}{words}'.repeat(40), '20242023'.repeat(125)],
    ['everything that repeats', '{words}{year}{month}{number}'.repeat(30), '1234567890'.repeat(100)],
  ])('%s', (_, expected, given) => {
    expect(matched(given, `${expected}b`)).toBeNull()
  })
})

test('a text longer than a header never matches', () => {
  expect(matched('a'.repeat(1_000_000), '{words}')).toBeNull()
  expect(matched('\uFDFA'.repeat(900), '{words}')).toBeNull()
  expect(matched('a'.repeat(500), '{words}')).toEqual({})
})

test('unclosed braces are not placeholders', () => {
  expect(unknownPlaceholders('{'.repeat(1_000_000))).toEqual([])
  expect(unknownPlaceholders('{year} {foo} {words}')).toEqual(['{foo}'])
})

test('a month in two forms is one month, and a month twice is one text', () => {
  expect(matched('03. March', '{month}. {monthName}')).toMatchObject({ month: '3' })
  expect(matched('02. March', '{month}. {monthName}')).toBeNull()
  expect(matched('2024', '{month}{month}{words}')).toBeNull()
})
