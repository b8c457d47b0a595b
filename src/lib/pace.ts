import { mapSteps, type Steps } from './steps.js'

/** How long JavaScript may hold the event loop in one go, in milliseconds. */
const stretch = 8

/** Somebody who waits for a turn; without `stop`, one that is left waiting when the work is given up. */
interface Waiting {
  readonly resume: () => void
  readonly stop: ((reason: unknown) => void) | null
}

/**
 * The JavaScript of one answer, in stretches of a few milliseconds between which the event loop and other answers have
 * their turns. Measures the time that its stretches take. Once the signal is aborted it is given no more turns.
 */
export class Pace {
  /** Milliseconds that its stretches have taken. */
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

  /** Has it told once when its stretches have taken more than so many milliseconds. */
  limit(most: number, exceeded: (spent: number) => void): void {
    this.#most = most
    this.#exceeded = exceeded
  }

  /**
   * Says that what runs now is this answer's, and whether it has run long enough for a rest. To be asked right before
   * the work: what awaits in between lets others that were told the same begin.
   */
  due(): boolean {
    return turns.elapsed(this) > stretch
  }

  /** Waits for the next turn; rejects with the signal's reason where it is aborted. */
  async rest(): Promise<void> {
    this.#signal?.throwIfAborted()
    await new Promise<void>((resume, stop) => this.#wait({ resume, stop }))
  }

  /** The next turn, for what is waited for together with `stopped`: it never settles once the signal is aborted. */
  turn(): Promise<void> {
    return new Promise((resume) => this.#wait({ resume, stop: null }))
  }

  /** Rejects when a turn has been waited for that will not come. */
  get stopped(): Promise<never> {
    this.#stopped ??= new Promise<never>((_, reject) => {
      this.#stop = reject
    })
    return this.#stopped
  }

  /** Runs a computation to its end, resting where it is due: at once where it is not. */
  run<T>(steps: Steps<T>): T | Promise<T> {
    for (;;) {
      const { done, value } = steps.next()
      if (done) return value
      if (this.due()) return this.rest().then(() => this.run(steps))
    }
  }

  /** The results of a function of each item, made with rests between. */
  map<T, R>(items: Iterable<T>, of: (item: T, index: number) => R, every?: number): R[] | Promise<R[]> {
    return this.run(mapSteps(items, of, every))
  }

  /**
   * Calls when nobody waits for a turn any more: what is loaded for a list that is made in several turns is then loaded
   * at once.
   */
  readonly whenIdle = (call: () => void): void => {
    const look = (): void => {
      if (this.#waiting.length === 0) call()
      else this.#idle.push(call)
    }
    queueMicrotask(() => process.nextTick(look))
  }

  /** Gives the next who waits his turn; false where nobody does. Only for `turns`. */
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

/** The pace of the answer that a signal ends; one of its own where there is none. */
export function paceOf(signal: AbortSignal | null | undefined): Pace {
  if (signal == null) return new Pace()
  const known = paces.get(signal)
  if (known !== undefined) return known
  const pace = new Pace(signal)
  paces.set(signal, pace)
  return pace
}

/** Gives turns to answers, one after the other, and returns to the event loop between any two. */
class Turns {
  readonly #asking = new Set<Pace>()
  #running = false
  #owner: Pace | null = null
  /** When the event loop began what it is at, as far as an answer has said so. */
  #began: number | null = null
  #counted = 0

  /** For how long the event loop has been held, the time since it was asked last being this answer's. */
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
