import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonical, Decimal } from '../../../src/domain/numbers/decimal.js'
import { canonicalOver } from '../../../src/domain/numbers/near.js'
import { firstInOrder } from '../../../src/lib/first-in-order.js'
import { comparePlain, parsePlain, plainText } from '../../../src/store/query/columns/numbers.js'

const digits = fc.oneof(fc.integer({ min: -1000, max: 1000 }), fc.maxSafeInteger())
const plain = fc.record({ digits, places: fc.nat(20) })
const decimalOf = ({ digits, places }: { digits: number; places: number }): Decimal =>
  new Decimal(`${digits}e${-places}`)

/** Numbers of different places that differ in their last digits, or not at all. */
const close = fc
  .tuple(fc.integer({ min: -900_000_000, max: 900_000_000 }), fc.nat(6), fc.integer({ min: -1, max: 1 }))
  .map(
    ([digits, places, by]) =>
      [
        { digits, places },
        { digits: digits * 10 ** 7 + by, places: places + 7 },
      ] as const,
  )

test('numbers of columns are written as they were read', () => {
  fc.assert(
    fc.property(plain, ({ digits, places }) => {
      const text = plainText(digits, places)
      expect(parsePlain(text)).toEqual({ digits, places })
      expect(new Decimal(text).equals(decimalOf({ digits, places }))).toBe(true)
      expect(text.split('.')[1] ?? '').toHaveLength(places)
    }),
  )
})

test('numbers with too many digits or places are not plain', () => {
  expect([`${2 ** 53}`, `-${2 ** 53}`, '0.00000000000000000000001'].map(parsePlain)).toEqual([null, null, null])
})

test('numbers of columns are compared as decimals', () => {
  fc.assert(
    fc.property(fc.oneof(fc.tuple(plain, plain), close), ([a, b]) => {
      const found = comparePlain(a.digits, a.places, b.digits, b.places)
      expect(Math.sign(found)).toBe(decimalOf(a).comparedTo(decimalOf(b)))
    }),
    { numRuns: 2000 },
  )
})

test('a number in another unit is written as its decimal', () => {
  fc.assert(
    fc.property(plain, fc.integer({ min: -12, max: 14 }), (number, exponent) => {
      expect(canonicalOver(number, exponent)).toBe(canonical(decimalOf(number).times(`1e${-exponent}`)))
    }),
    { numRuns: 2000 },
  )
})

test('the first of a list are those of the sorted list', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(50), { maxLength: 200 }), fc.nat(20), (list, size) => {
      const inOrder = list.map((value, index) => ({ value, index }))
      const compare = (a: { value: number; index: number }, b: typeof a): number =>
        a.value - b.value || a.index - b.index
      expect(firstInOrder(inOrder, size, compare)).toEqual(inOrder.toSorted(compare).slice(0, size))
    }),
  )
})
