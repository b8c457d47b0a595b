import { Refusal } from '../errors.js'

/**
 * Returns a function that counts one more use by a client, or throws RATE_LIMITED beyond the limit. It returns a
 * function that ends the use, of which further calls have no effect.
 */
export function clientCounter(limit: number, message: string): (client: string) => () => void {
  const counts = new Map<string, number>()
  return (client) => {
    const count = counts.get(client) ?? 0
    if (count >= limit) throw new Refusal('RATE_LIMITED', message)
    counts.set(client, count + 1)
    let released = false
    return () => {
      if (released) return
      released = true
      const left = (counts.get(client) ?? 0) - 1
      if (left > 0) counts.set(client, left)
      else counts.delete(client)
    }
  }
}
