import { FairQueue } from './fair-queue.js'

export interface SemaphoreLimits {
  readonly executing: number
  readonly each?: number
  readonly waiting?: number
}

const usualHalfLife = 10_000

interface Wait {
  begin(end: (now: number) => void): void
  refuse(reason: unknown): void
}

/**
 * Limits concurrent work and gives clients fair turns. If too many tasks wait, the newest task of the client with the
 * most is rejected, so that no client is rejected while another has more tasks.
 */
export class FairSemaphore {
  readonly #places: Required<SemaphoreLimits>
  readonly #busy: () => Error
  readonly #now: () => number
  readonly #queue: FairQueue<Wait>
  #executing = 0

  constructor(
    { executing, each = executing, waiting = Number.POSITIVE_INFINITY }: SemaphoreLimits,
    busy: () => Error,
    now: () => number = () => performance.now(),
    halfLife = usualHalfLife,
  ) {
    this.#places = { executing, each, waiting }
    this.#busy = busy
    this.#now = now
    this.#queue = new FairQueue(halfLife)
  }

  get executing(): number {
    return this.#executing
  }

  get waiting(): number {
    return this.#queue.size
  }

  /** Runs the work when its client has a turn; rejects if the signal is aborted before. */
  async run<T>(work: () => Promise<T> | T, signal: AbortSignal | null = null, client = ''): Promise<T> {
    const end =
      this.#executing < this.#places.executing && this.#may(client)
        ? this.#begin(client)
        : await this.#turn(client, signal)
    try {
      return await work()
    } finally {
      end(this.#now())
      this.#executing--
      this.#fill()
    }
  }

  #may(client: string): boolean {
    return this.#queue.running(client) < this.#places.each
  }

  #begin(client: string): (now: number) => void {
    this.#executing++
    return this.#queue.begin(client, this.#now())
  }

  #fill(): void {
    while (this.#executing < this.#places.executing) {
      const next = this.#queue.next(this.#now(), (client) => this.#may(client))
      if (next === null) return
      next.item.begin(this.#begin(next.client))
    }
  }

  #turn(client: string, signal: AbortSignal | null): Promise<(now: number) => void> {
    signal?.throwIfAborted()
    if (this.#queue.size >= this.#places.waiting) {
      const dropped = this.#queue.drop(this.#queue.waiting(client) + 1)
      if (dropped === null) throw this.#busy()
      dropped.refuse(this.#busy())
    }
    return new Promise((resolve, reject) => {
      const leave = (): void => signal?.removeEventListener('abort', give)
      const wait: Wait = {
        begin(end) {
          leave()
          resolve(end)
        },
        refuse(reason) {
          leave()
          reject(reason)
        },
      }
      const give = (): void => {
        this.#queue.remove(client, wait)
        wait.refuse(signal?.reason)
      }
      this.#queue.add(client, wait)
      signal?.addEventListener('abort', give, { once: true })
    })
  }
}
