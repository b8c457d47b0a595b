import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { ReadRate } from '../../../../src/server/plugins/request/read-rate.js'

const seconds = fc.integer({ min: 1, max: 5 })

describe('the pace of a reader', () => {
  property.prop([fc.array(fc.tuple(seconds, fc.nat(10_000))), fc.integer({ min: 1, max: 1000 })])(
    'is never too slow where each look finds the rate kept',
    (looks, rate) => {
      const pace = new ReadRate(rate, 30)
      for (const [time, more] of looks) expect(pace.keeps(time, rate * time + more)).toBe(true)
    },
  )

  property.prop([fc.array(fc.nat(1_000_000)), fc.integer({ min: 1, max: 1000 })])(
    'is too slow after the window in which nothing was taken, whatever came before',
    (before, rate) => {
      const pace = new ReadRate(rate, 30)
      for (const taken of before) pace.keeps(1, rate + taken)
      const found = Array.from({ length: 30 }, () => pace.keeps(1, 0))
      expect(found).toEqual([...Array.from({ length: 29 }, () => true), false])
    },
  )

  property.prop([fc.array(fc.tuple(seconds, fc.nat(3000)), { maxLength: 60 })])(
    'is too slow exactly if a stretch falls short by the window’s bytes',
    (looks) => {
      const pace = new ReadRate(100, 30)
      let tooSlow = false
      for (const [at, [time, taken]] of looks.entries()) {
        const short = Array.from({ length: at + 1 }, (_, from) =>
          looks.slice(from, at + 1).reduce((sum, [time, taken]) => sum + 100 * time - taken, 0),
        )
        tooSlow = Math.max(...short) >= 3000
        expect(pace.keeps(time, taken)).toBe(!tooSlow)
        if (tooSlow) break
      }
    },
  )

  test('a client is not slow while nothing is waiting to be read', () => {
    const pace = new ReadRate(100, 30)
    for (let n = 0; n < 100; n++) expect(pace.keeps(0, 0)).toBe(true)
  })
})
