/** The time that a client has taken, as decayed at `at`, and the turns that it is taking now. */
interface Taken {
  ms: number
  at: number
  running: number
  begun: number
}

const mostRemembered = 10_000

/**
 * Distributes turns among clients by recently taken time: the client with the least is next; of two with the same, the
 * one that has waited longer. Taken time is halved every `halfLife` milliseconds. While clients compete for one place,
 * their taken times differ by at most the longest turn.
 */
export class FairQueue<T> {
  readonly #halfLife: number
  readonly #waiting = new Map<string, Set<T>>()
  readonly #taken = new Map<string, Taken>()
  #size = 0

  constructor(halfLife: number) {
    this.#halfLife = halfLife
  }

  get size(): number {
    return this.#size
  }

  add(client: string, item: T): void {
    const items = this.#waiting.get(client) ?? new Set()
    if (items.has(item)) return
    if (items.size === 0) this.#waiting.set(client, items)
    items.add(item)
    this.#size++
  }

  remove(client: string, item: T): void {
    const items = this.#waiting.get(client)
    if (items?.delete(item) !== true) return
    this.#size--
    if (items.size === 0) this.#waiting.delete(client)
  }

  waiting(client: string): number {
    return this.#waiting.get(client)?.size ?? 0
  }

  running(client: string): number {
    return this.#taken.get(client)?.running ?? 0
  }

  taken(client: string, now: number): number {
    const taken = this.#taken.get(client)
    return taken === undefined ? 0 : this.#left(taken, now) + taken.running * now - taken.begun
  }

  next(now: number, may: (client: string) => boolean = () => true): { client: string; item: T } | null {
    let chosen: string | undefined
    let least = Number.POSITIVE_INFINITY
    for (const client of this.#waiting.keys()) {
      if (!may(client)) continue
      const taken = this.taken(client, now)
      if (taken < least) [chosen, least] = [client, taken]
    }
    if (chosen === undefined) return null
    const items = this.#waiting.get(chosen) ?? new Set()
    const [item] = items as Set<T>
    this.remove(chosen, item as T)
    if (items.size > 0) {
      this.#waiting.delete(chosen) // moves the client to the end of the order
      this.#waiting.set(chosen, items)
    }
    return { client: chosen, item: item as T }
  }

  /**
   * Removes and returns the newest item of the client with the most items, if it has more than `than`; otherwise null.
   */
  drop(than: number): T | null {
    let most: Set<T> | null = null
    let client = ''
    for (const [name, items] of this.#waiting) if (items.size > (most?.size ?? than)) [client, most] = [name, items]
    if (most === null) return null
    const newest = [...most].at(-1) as T
    this.remove(client, newest)
    return newest
  }

  begin(client: string, now: number): (now: number) => void {
    const taken = this.#taken.get(client) ?? { ms: 0, at: now, running: 0, begun: 0 }
    taken.running++
    taken.begun += now
    this.#taken.set(client, taken)
    return (end) => {
      taken.running--
      taken.begun = taken.running === 0 ? 0 : taken.begun - now
      taken.ms = this.#left(taken, end) + end - now
      taken.at = end
      this.#remember(client, taken)
    }
  }

  #left({ ms, at }: Taken, now: number): number {
    return ms * 0.5 ** ((now - at) / this.#halfLife)
  }

  #remember(client: string, taken: Taken): void {
    this.#taken.delete(client)
    this.#taken.set(client, taken)
    for (const [oldest, { running }] of this.#taken) {
      if (this.#taken.size <= mostRemembered) break
      if (running === 0) this.#taken.delete(oldest)
    }
  }
}
