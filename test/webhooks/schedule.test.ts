import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { consequenceOf } from '../../src/webhooks/deliverer.js'
import { delayAfter, delays, jitter } from '../../src/webhooks/schedule.js'

const part = fc.double({ min: 0, max: 1, noNaN: true })
const attempts = fc.integer({ min: 1, max: delays.length })
const hour = 3_600_000

describe('the delay after a failed attempt', () => {
  property.prop([attempts, part])('is that of the schedule, within a tenth', (nth, random) => {
    const [delay, usual] = [delayAfter(nth, random) ?? 0, delays[nth - 1] ?? 0]
    expect(Math.abs(delay - usual)).toBeLessThanOrEqual(usual * jitter + 1)
  })

  property.prop([fc.integer({ min: 1, max: delays.length - 1 }), part, part])(
    'grows whatever the jitter',
    (nth, a, b) => {
      expect(delayAfter(nth + 1, b)).toBeGreaterThan(delayAfter(nth, a) ?? 0)
    },
  )

  property.prop([fc.array(part, { minLength: delays.length, maxLength: delays.length })])(
    'adds up to about a day',
    (random) => {
      const sum = random.reduce((total, each, index) => total + (delayAfter(index + 1, each) ?? 0), 0)
      expect(sum).toBeGreaterThan(21 * hour)
      expect(sum).toBeLessThan(27 * hour)
    },
  )

  property.prop([fc.integer({ min: delays.length + 1, max: 1000 }), part])('ends with the schedule', (nth, random) => {
    expect(delayAfter(nth, random)).toBeNull()
  })
})

describe('what follows from an answer', () => {
  const at = new Date('2026-01-01T00:00:00Z')

  property.prop([fc.integer({ min: 200, max: 299 }), fc.nat(20), part])(
    'a 2xx is a delivery',
    (status, nth, random) => {
      expect(consequenceOf({ status, error: null }, nth + 1, at, random)).toEqual({
        state: 'DELIVERED',
        nextAttemptAt: null,
        disable: null,
      })
    },
  )

  const failing = fc.constantFrom(null, 302, 400, 404, 429, 500, 503)
  property.prop([failing, fc.integer({ min: 1, max: 20 }), part])(
    'a failure waits for the next attempt, or has failed after the last',
    (status, nth, random) => {
      const { state, nextAttemptAt, disable } = consequenceOf({ status, error: 'no' }, nth, at, random)
      expect(disable).toBeNull()
      expect(state).toBe(nth <= delays.length ? 'WAITING' : 'FAILED')
      expect(nextAttemptAt?.getTime() ?? null).toBe(
        state === 'WAITING' ? at.getTime() + (delayAfter(nth, random) ?? 0) : null,
      )
    },
  )

  test('410 fails at the first attempt, and disables', () => {
    expect(consequenceOf({ status: 410, error: 'gone' }, 1, at, 0.5)).toMatchObject({
      state: 'FAILED',
      disable: expect.stringContaining('410'),
    })
  })
})
