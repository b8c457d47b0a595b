import fc from 'fast-check'
import { expect, test } from 'vitest'
import { matchesOf } from '../../src/lib/matches.js'

const patterns = [/a/g, /a*/gu, /(?:)/g, /(?:)/gu, /(b)|a(?=b)/g, /\u{1F6A2}?/gu, /\uD83D?/g]

test('matches are those of matchAll, in any text', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\u{1F6A2}', '\uD83D') })
  fc.assert(
    fc.property(text, fc.constantFrom(...patterns), (text, pattern) => {
      pattern.lastIndex = 3
      const found = matchesOf(pattern, text)
      expect(pattern.lastIndex).toBe(0)
      expect(found).toEqual([...text.matchAll(pattern)])
    }),
  )
})
