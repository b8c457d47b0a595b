import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { literalsOf, mayMatch } from '../../src/lib/literals.js'

describe('The literals of a pattern', () => {
  test.each([
    [/margin of(?= \x82)/, ['margin of']],
    [/\bby an? (?:bigger|larger) margin of/, [' margin of']],
    [/rates?/, ['rate']],
    [/ab{0,3}code/, ['code']],
    [/growth+ of/, ['growth']],
    [/(?<year>\d{4}) was a \[year\]/, [' was a [year]']],
    [/first|second/, ['first', 'second']],
    [/\x41lpha \u{42}eta/u, ['Alpha Beta']],
    [/[a-z] (?:fell|rose) by/, ['fell', 'rose']],
    [/(?:fell|rose)? less/, [' less']],
    [/(?:once|t[wx]o(?: three)+)/, ['once', ' three']],
    [/ is(?= not here)(?<!never )/, [' not here']],
    [/Exports/gi, ['exports']],
  ])('are words that stand in each match of %s', (pattern, words) => {
    expect(literalsOf(pattern).words).toEqual(words)
  })

  test.each([[/rate/iu], [/one|[a-z]+/], [/a?/], [/(?!once)/], [/once(?:|two)|[ab]/], [/one/], [/first|second|third/]])(
    'are unknown of %s',
    (pattern) => {
      expect(literalsOf(pattern).words).toBeNull()
      expect(mayMatch(literalsOf(pattern), '')).toBe(true)
    },
  )

  test('are in every text that the pattern matches', () => {
    const atom = fc.constantFrom('into', 'then', ' ', '[a-o]', '\\b', '.', '\\x6e', 't', '|', '^', '$')
    const quantifier = fc.constantFrom('', '', '', '?', '*', '+', '{0,2}', '{2}', '??')
    const { source } = fc.letrec<{ part: string; source: string }>((tie) => ({
      part: fc.oneof(
        { depthSize: 'small' },
        fc.tuple(atom, quantifier).map(([each, times]) => (/^(?:\||\\b|\^|\$)$/.test(each) ? each : each + times)),
        fc.tuple(tie('source'), fc.constantFrom('', '?', '{0,2}')).map(([each, times]) => `(?:${each})${times}`),
        fc.tuple(tie('source'), fc.constantFrom('(?=', '(?!', '(?<=', '(?<!')).map(([each, head]) => `${head}${each})`),
      ),
      source: fc.array(tie('part'), { maxLength: 4 }).map((each) => each.join('')),
    }))
    const text = fc
      .array(fc.constantFrom('into', 'then', 'Then', ' ', 't', 'n'), { maxLength: 6 })
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(source, fc.constantFrom('', 'i', 'u'), text, (pattern, flags, words) => {
        const regex = new RegExp(pattern, flags)
        return !regex.test(words) || mayMatch(literalsOf(regex, 9), words)
      }),
      { numRuns: 5000 },
    )
  })
})
