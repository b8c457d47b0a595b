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

/**
 * Returns the milliseconds until the next attempt after a number of failed ones, or null after the last. `random` is a
 * number from 0 to 1.
 */
export function delayAfter(attempts: number, random: number): number | null {
  const delay = delays[attempts - 1]
  return delay === undefined ? null : Math.round(delay * (1 + jitter * (2 * random - 1)))
}
