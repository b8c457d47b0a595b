import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { consequenceOf } from '../../src/webhooks/deliverer.js'
import { delayAfter, delays, jitter, readRetryAfter } from '../../src/webhooks/schedule.js'

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
      expect(consequenceOf({ status, error: null }, { nth: nth + 1, at, createdAt: at }, random)).toEqual({
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
      const { state, nextAttemptAt, disable } = consequenceOf(
        { status, error: 'no' },
        { nth, at, createdAt: at },
        random,
      )
      expect(disable).toBeNull()
      expect(state).toBe(nth <= delays.length ? 'WAITING' : 'FAILED')
      expect(nextAttemptAt?.getTime() ?? null).toBe(
        state === 'WAITING' ? at.getTime() + (delayAfter(nth, random) ?? 0) : null,
      )
    },
  )

  test('410 fails at the first attempt, and disables', () => {
    expect(consequenceOf({ status: 410, error: 'gone' }, { nth: 1, at, createdAt: at }, 0.5)).toMatchObject({
      state: 'FAILED',
      disable: expect.stringContaining('410'),
    })
  })
})

describe('a Retry-After', () => {
  const at = new Date('2026-01-01T00:00:00Z')
  const day = delays.reduce((sum, delay) => sum + delay, 0)
  const seconds = fc.oneof(fc.nat(172_800), fc.nat(999_999_999))
  const elapsed = fc.nat(2 * day)

  property.prop([attempts, seconds, elapsed, part])(
    'postpones an attempt, to the end of the day at most',
    (nth, seconds, elapsed, random) => {
      const createdAt = new Date(at.getTime() - elapsed)
      const answer = { status: 503, error: 'no', retryAt: new Date(at.getTime() + seconds * 1000) }
      const next = consequenceOf(answer, { nth, at, createdAt }, random).nextAttemptAt?.getTime() ?? 0
      const scheduled = at.getTime() + (delayAfter(nth, random) ?? 0)
      const latest = createdAt.getTime() + day
      expect(next).toBeGreaterThanOrEqual(scheduled)
      expect(next).toBeLessThanOrEqual(Math.max(scheduled, latest))
      if (answer.retryAt.getTime() <= latest) expect(next).toBe(Math.max(scheduled, answer.retryAt.getTime()))
    },
  )

  property.prop([seconds])('is a number of seconds or a date', (seconds) => {
    const time = new Date(at.getTime() + seconds * 1000)
    expect(readRetryAfter(String(seconds), at)).toEqual(time)
    expect(readRetryAfter(time.toUTCString(), at)).toEqual(time)
  })

  test.each(['', '-1', '1.5', '1e3', ' 5', '99999999999', 'soon', '2026-01-01', 'Thu, 32 Foo 2026 00:00:00 GMT'])(
    'that is neither is ignored: "%s"',
    (text) => {
      expect(readRetryAfter(text, at)).toBeNull()
    },
  )
})
