import { Refusal } from '../errors.js'

/** Lets so many do their work at once, and so many more wait; who comes then is UNAVAILABLE. */
export class Slots {
  readonly #most: { readonly executing: number; readonly waiting: number }
  readonly #queue = new Set<() => void>()
  #executing = 0

  constructor(most: { readonly executing: number; readonly waiting: number }) {
    this.#most = most
  }

  get executing(): number {
    return this.#executing
  }

  get waiting(): number {
    return this.#queue.size
  }

  /** Does the work in its turn, in the order in which it is given; never where the signal comes first. */
  async run<T>(work: () => Promise<T> | T, signal: AbortSignal): Promise<T> {
    if (this.#executing < this.#most.executing) this.#executing++
    else await this.#turn(signal)
    try {
      return await work()
    } finally {
      const [next] = this.#queue
      if (next === undefined) this.#executing--
      else next() // it takes this one's place
    }
  }

  #turn(signal: AbortSignal): Promise<void> {
    const { executing, waiting } = this.#most
    if (this.#queue.size >= waiting)
      throw new Refusal(
        'UNAVAILABLE',
        `The server is busy: ${executing} queries are executed and ${waiting} wait, and no more are taken. Ask again in a moment.`,
      )
    return new Promise((resolve, reject) => {
      const start = (): void => {
        leave()
        resolve()
      }
      const give = (): void => {
        leave()
        reject(signal.reason)
      }
      const leave = (): void => {
        this.#queue.delete(start)
        signal.removeEventListener('abort', give)
      }
      this.#queue.add(start)
      signal.addEventListener('abort', give, { once: true })
    })
  }
}
