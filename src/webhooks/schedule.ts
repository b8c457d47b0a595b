const [second, minute, hour] = [1000, 60_000, 3_600_000]

/** The milliseconds after each failed attempt; a delivery whose last attempt fails has failed, after about a day. */
export const delays = [
  5 * second,
  5 * minute,
  30 * minute,
  2 * hour,
  4 * hour,
  7 * hour,
  10 * hour,
] as const satisfies readonly number[]

/** The part of a delay by which it is shorter or longer, so that what failed together is not sent again together. */
export const jitter = 0.1

/** The milliseconds from the first attempt to the last. */
const day = delays.reduce((sum, delay) => sum + delay, 0)

/**
 * Returns the milliseconds until the next attempt after a number of failed ones, or null after the last. `random` is a
 * number from 0 to 1.
 */
export function delayAfter(attempts: number, random: number): number | null {
  const delay = delays[attempts - 1]
  return delay === undefined ? null : Math.round(delay * (1 + jitter * (2 * random - 1)))
}

/**
 * Returns the time of the next attempt: that of the schedule, or the later one that the receiver asks for, but not after the
 * day in which a delivery is repeated.
 */
export function nextAttemptAt(scheduled: Date, asked: Date | null, createdAt: Date): Date {
  const latest = createdAt.getTime() + day
  return new Date(Math.max(scheduled.getTime(), Math.min(asked?.getTime() ?? 0, latest)))
}

/** Reads a Retry-After, which is a number of seconds or a date (RFC 9110, section 10.2.3); null if it is neither. */
export function readRetryAfter(text: string, now: Date): Date | null {
  const time = /^\d{1,9}$/.test(text) ? now.getTime() + Number(text) * second : httpDate(text)
  return Number.isNaN(time) ? null : new Date(time)
}

const httpDate = (text: string): number =>
  /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(text) ? Date.parse(text) : Number.NaN
