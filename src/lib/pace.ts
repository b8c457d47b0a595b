import { mapSteps, type Steps } from './steps.js'

/** The maximum time that JavaScript holds the event loop, in milliseconds. */
const stretch = 8

/** A waiter for a turn; without `stop` it stays pending when the signal is aborted. */
interface Waiting {
  readonly resume: () => void
  readonly stop: ((reason: unknown) => void) | null
}

/**
 * Divides the JavaScript of one answer into slices of a few milliseconds, between which the event loop and other
 * answers run, and measures the time that they take. No slice runs after the signal is aborted.
 */
export class Pace {
  spent = 0
  readonly #signal: AbortSignal | null
  #waiting: Waiting[] = []
  readonly #idle: (() => void)[] = []
  #next = 0
  #stopped: Promise<never> | null = null
  #most = Number.POSITIVE_INFINITY
  #exceeded: (spent: number) => void = () => {}
  #stop: (reason: unknown) => void = () => {}

  constructor(signal: AbortSignal | null = null) {
    this.#signal = signal
    signal?.addEventListener('abort', () => this.#giveUp(), { once: true })
  }

  /** Calls `exceeded` once when the slices have taken more than `most` milliseconds. */
  limit(most: number, exceeded: (spent: number) => void): void {
    this.#most = most
    this.#exceeded = exceeded
  }

  /**
   * Counts the current slice for this answer and indicates whether it should rest. Call it immediately before the work:
   * an `await` between the two lets other answers start as well.
   */
  due(): boolean {
    return turns.elapsed(this) > stretch
  }

  /** Waits for the next turn; rejects with the signal's reason if it is aborted. */
  async rest(): Promise<void> {
    this.#signal?.throwIfAborted()
    await new Promise<void>((resume, stop) => this.#wait({ resume, stop }))
  }

  /** Waits for the next turn; never settles after the signal is aborted. Race it with `stopped`. */
  turn(): Promise<void> {
    return new Promise((resume) => this.#wait({ resume, stop: null }))
  }

  /** Rejects when a turn will not come because the signal is aborted. */
  get stopped(): Promise<never> {
    this.#stopped ??= new Promise<never>((_, reject) => {
      this.#stop = reject
    })
    return this.#stopped
  }

  /** Runs a computation with rests; synchronously if it needs none. */
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

  /** Resumes the next waiter; returns false if there is none. */
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
    for (const call of this.#idle.splice(0)) call() // what is asked of the store from now on is refused
    if (waiting.some(({ stop }) => stop === null)) {
      this.stopped.catch(() => {}) // whoever races with it is told
      this.#stop(reason)
    }
  }
}

const paces = new WeakMap<AbortSignal, Pace>()

/** Returns the pace of the answer that a signal aborts; a new one without a signal. */
export function paceOf(signal: AbortSignal | null | undefined): Pace {
  if (signal == null) return new Pace()
  const known = paces.get(signal)
  if (known !== undefined) return known
  const pace = new Pace(signal)
  paces.set(signal, pace)
  return pace
}

/** Gives turns to answers one after the other and returns to the event loop between any two. */
class Turns {
  readonly #asking = new Set<Pace>()
  #running = false
  #owner: Pace | null = null
  /** The time at which the current task of the event loop first reported; null before that. */
  #began: number | null = null
  #counted = 0

  /** Returns how long the event loop has been held and charges the time since the last call to `pace`. */
  elapsed(pace: Pace): number {
    const now = performance.now()
    if (this.#began === null) {
      this.#began = now
      // A tick comes after all promises that are settled by then, before the event loop goes on.
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
        this.#asking.add(pace) // last among all who ask
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
