import fc from 'fast-check'
import { expect, test } from 'vitest'
import { editDistance } from '../../../src/domain/text/edit-distance.js'

/** The same by its definition, from the ends of both words. */
function byHand(word: string, other: string): number {
  if (word === '' || other === '') return word.length + other.length
  const [a, b] = [word.slice(0, -1), other.slice(0, -1)]
  const ways = [byHand(a, other) + 1, byHand(word, b) + 1, byHand(a, b) + (word.at(-1) === other.at(-1) ? 0 : 1)]
  const exchanged = word.length > 1 && word.at(-1) === other.at(-2) && word.at(-2) === other.at(-1)
  return Math.min(...ways, exchanged ? byHand(a.slice(0, -1), b.slice(0, -1)) + 1 : Number.POSITIVE_INFINITY)
}

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 5 })

test('the edit distance is minimal and limited', () => {
  fc.assert(
    fc.property(word, word, fc.nat(4), (one, other, most) => {
      expect(editDistance(one, other, most)).toBe(Math.min(byHand(one, other), most + 1))
    }),
  )
})

test('the distance to a prefix is the least of all prefixes', () => {
  fc.assert(
    fc.property(word, word, fc.nat(4), (one, other, most) => {
      const beginnings = Array.from({ length: other.length + 1 }, (_, length) => byHand(one, other.slice(0, length)))
      expect(editDistance(one, other, most, true)).toBe(Math.min(...beginnings, most + 1))
    }),
  )
})

test.each([
  ['exprots', 'exports', 1],
  ['batery', 'battery', 1],
  ['spian', 'spain', 1],
  ['lithium', 'lithium', 0],
])('from %s to %s are %i', (one, other, count) => {
  expect(editDistance(one, other, 2)).toBe(count)
})
