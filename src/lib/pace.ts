import { memoizeByObject } from './memo.js'
import { mapSteps, type Steps } from './steps.js'

const stretch = 8

interface Waiting {
  readonly resume: () => void
  readonly stop: ((reason: unknown) => void) | null
}

/**
 * Divides the JavaScript of one answer into slices of up to `longest` milliseconds, between which the event loop and
 * other answers run, and measures the time that they take. No slice runs after the signal is aborted.
 */
export class Pace {
  spent = 0
  readonly #signal: AbortSignal | null
  readonly #longest: number
  #waiting: Waiting[] = []
  readonly #idle: (() => void)[] = []
  #next = 0
  #stopped: Promise<never> | null = null
  #most = Number.POSITIVE_INFINITY
  #exceeded: (spent: number) => void = () => {}
  #stop: (reason: unknown) => void = () => {}

  constructor(signal: AbortSignal | null = null, longest = stretch) {
    this.#signal = signal
    this.#longest = longest
    signal?.addEventListener('abort', () => this.#giveUp(), { once: true })
  }

  limit(most: number, exceeded: (spent: number) => void): void {
    this.#most = most
    this.#exceeded = exceeded
  }

  /**
   * Counts the current slice for this answer and indicates whether it should rest. Call it immediately before the work:
   * an `await` between the two lets other answers start as well.
   */
  due(): boolean {
    return turns.elapsed(this) > this.#longest
  }

  async rest(): Promise<void> {
    this.#signal?.throwIfAborted()
    await new Promise<void>((resume, stop) => this.#wait({ resume, stop }))
  }

  /** Waits for the next turn; never settles after the signal is aborted. Race it with `stopped`. */
  turn(): Promise<void> {
    return new Promise((resume) => this.#wait({ resume, stop: null }))
  }

  get stopped(): Promise<never> {
    this.#stopped ??= new Promise<never>((_, reject) => {
      this.#stop = reject
    })
    return this.#stopped
  }

  run<T>(steps: Steps<T>): T | Promise<T> {
    for (;;) {
      const { done, value } = steps.next()
      if (done) return value
      if (this.due()) return this.rest().then(() => this.run(steps))
    }
  }

  map<T, R>(items: Iterable<T>, of: (item: T, index: number) => R, every?: number): R[] | Promise<R[]> {
    return this.run(mapSteps(items, of, every))
  }

  /** Calls back when nobody waits for a turn, so that loads of several turns share one statement. */
  readonly whenIdle = (call: () => void): void => {
    const look = (): void => {
      if (this.#waiting.length === 0) call()
      else this.#idle.push(call)
    }
    queueMicrotask(() => process.nextTick(look))
  }

  resumeOne(): boolean {
    const next = this.#waiting[this.#next]
    if (next === undefined) {
      for (const call of this.#idle.splice(0)) call()
      return false
    }
    this.#next += 1
    if (this.#next === this.#waiting.length) {
      this.#waiting = []
      this.#next = 0
    }
    next.resume()
    return true
  }

  #wait(waiting: Waiting): void {
    if (this.spent > this.#most) {
      this.#most = Number.POSITIVE_INFINITY
      this.#exceeded(this.spent)
    }
    this.#waiting.push(waiting)
    if (this.#signal?.aborted) this.#giveUp()
    else turns.ask(this)
  }

  #giveUp(): void {
    const waiting = this.#waiting.slice(this.#next)
    this.#waiting = []
    this.#next = 0
    const reason: unknown = this.#signal?.reason
    for (const { stop } of waiting) stop?.(reason)
    for (const call of this.#idle.splice(0)) call() // loads are rejected from now on
    if (waiting.some(({ stop }) => stop === null)) {
      this.stopped.catch(() => {}) // callers that race with it handle the rejection
      this.#stop(reason)
    }
  }
}

const paceOfSignal = memoizeByObject((signal: AbortSignal) => new Pace(signal))

export const paceOf = (signal: AbortSignal | null | undefined): Pace =>
  signal == null ? new Pace() : paceOfSignal(signal)

class Turns {
  readonly #asking = new Set<Pace>()
  #running = false
  #owner: Pace | null = null
  #began: number | null = null
  #counted = 0

  elapsed(pace: Pace): number {
    const now = performance.now()
    if (this.#began === null) {
      this.#began = now
      // A tick runs after all settled promises and before the next task of the event loop.
      queueMicrotask(() => process.nextTick(() => this.#end()))
    } else if (this.#owner !== null) this.#owner.spent += now - this.#counted
    this.#owner = pace
    this.#counted = now
    return now - this.#began
  }

  #end(): void {
    if (this.#owner !== null) this.#owner.spent += performance.now() - this.#counted
    this.#owner = null
    this.#began = null
  }

  ask(pace: Pace): void {
    this.#asking.add(pace)
    if (this.#running) return
    this.#running = true
    setImmediate(() => this.#give())
  }

  #give(): void {
    const [pace] = this.#asking
    if (pace === undefined) {
      this.#running = false
      return
    }
    this.#asking.delete(pace)
    const began = performance.now()
    const more = (): void => {
      const over = performance.now() - began > stretch
      if (over)
        this.#asking.add(pace) // behind all others that wait
      else if (pace.resumeOne()) {
        queueMicrotask(() => process.nextTick(more))
        return
      }
      setImmediate(() => this.#give())
    }
    more()
  }
}

const turns = new Turns()
