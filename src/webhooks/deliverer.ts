import { LRUCache } from 'lru-cache'
import {
  type Answer,
  type Consequence,
  type DueDelivery,
  endLease,
  endLeasesOfEmbedded,
  extendLease,
  type LeasedWebhook,
  leaseWebhooks,
  type Message,
  nextDelivery,
  queueMessages,
  recordAttempt,
  roomOf,
} from '../store/admin/deliveries.js'
import type { Database } from '../store/database/open.js'
import type { ViewSource } from '../store/query/store.js'
import { type Event, eventsAfter, messageOf } from './message.js'
import { type PostOptions, post } from './post.js'
import { delayAfter, nextAttemptAt } from './schedule.js'

export interface Attempted extends Pick<Answer, 'status' | 'error'> {
  readonly webhook: number
  readonly message: string
  readonly type: string
  readonly attempt: number
  readonly state: Consequence['state']
  readonly disabled: string | null
}

export interface DelivererOptions extends Pick<PostOptions, 'reach' | 'timeLimit'> {
  readonly database: Database
  readonly store: ViewSource
  readonly origin: string | null
  readonly attempted: (attempt: Attempted) => void
  readonly failed: (error: unknown) => void
  readonly found?: () => void
  /** Milliseconds: `grace` for attempts in progress at a shutdown, `poll` between two looks for what is due again. */
  readonly grace?: number
  readonly poll?: number
  readonly now?: () => Date
  readonly random?: () => number
}

const concurrent = 32
const perTurn = 10
const usualPoll = 5000 // milliseconds
/** The milliseconds after which a lease is extended: the changes of a large release take a while to count. */
const beat = 10_000
const mostMessages = 100
const usualGrace = 3000

const gone = 410

/**
 * Delivers events to webhooks. Any number of processes may do so on one store: each webhook is leased by one of them at a
 * time, and another takes over when the lease expires.
 */
export class Deliverer {
  readonly #options: Required<Omit<DelivererOptions, 'timeLimit'>> & Pick<DelivererOptions, 'timeLimit'>
  readonly #turns = new Set<Promise<void>>()
  readonly #messages = new LRUCache<string, Promise<Message>>({ max: mostMessages })
  readonly #aborting = new AbortController()
  #stopping = false
  #running: Promise<void> | null = null
  #wake = (): void => {}
  #unwatch = (): void => {}

  constructor(options: DelivererOptions) {
    this.#options = {
      now: () => new Date(),
      random: Math.random,
      grace: usualGrace,
      poll: usualPoll,
      found() {},
      ...options,
    }
  }

  start(): void {
    this.#unwatch = this.#options.database.versions.onChange(() => this.#wake())
    this.#running = this.#run()
  }

  async deliver(): Promise<void> {
    do {
      await this.#lease()
      await Promise.all(this.#turns)
    } while (this.#hasMore)
  }

  /** Takes up nothing more, and lets attempts in progress end within some seconds; those that do not are due again. */
  async close(): Promise<void> {
    this.#stopping = true
    this.#unwatch()
    this.#wake()
    const late = setTimeout(() => this.#aborting.abort(), this.#options.grace)
    await this.#running
    await Promise.all(this.#turns)
    clearTimeout(late)
  }

  #hasMore = false

  async #run(): Promise<void> {
    const { database, poll, failed } = this.#options
    await endLeasesOfEmbedded(database).catch(failed)
    while (!this.#stopping) {
      const due = new Promise<void>((resolve) => {
        this.#wake = resolve
      })
      await this.#lease()
      if (this.#stopping) return
      const timer = setTimeout(this.#wake, poll).unref()
      await due
      clearTimeout(timer)
    }
  }

  async #lease(): Promise<void> {
    this.#hasMore = false
    const { database, store, now, failed, found } = this.#options
    const free = concurrent - this.#turns.size
    if (free === 0) return
    try {
      const { snapshot } = await store.view()
      const leased = await leaseWebhooks(database, snapshot.version, now(), free)
      for (const each of leased) this.#begin(each)
      found()
    } catch (error) {
      failed(error)
    }
  }

  #begin(leased: LeasedWebhook): void {
    const { database } = this.#options
    const beating = setInterval(() => extendLease(database, leased).catch(() => {}), beat).unref()
    const turn = this.#turn(leased)
      .catch((error) => {
        if (!this.#aborting.signal.aborted) this.#options.failed(error)
        return false
      })
      .then(async (progress) => {
        clearInterval(beating)
        await endLease(database, leased).catch(this.#options.failed)
        this.#turns.delete(turn)
        this.#hasMore ||= progress
        if (progress) this.#wake()
      })
    this.#turns.add(turn)
  }

  async #turn(leased: LeasedWebhook): Promise<boolean> {
    const { database, now } = this.#options
    let progress = await this.#queue(leased)
    for (let sent = 0; sent < perTurn && !this.#stopping; sent++) {
      const delivery = await nextDelivery(database, leased, now())
      if (delivery === null || !(await extendLease(database, leased))) break
      progress = true
      if (!(await this.#attempt(leased, delivery))) break
    }
    return progress
  }

  async #queue(leased: LeasedWebhook): Promise<boolean> {
    const { database, store, now } = this.#options
    const { snapshot } = await store.view()
    if (leased.afterVersion >= snapshot.version) return false
    const most = Math.min(perTurn, await roomOf(database, leased))
    if (most <= 0) return false
    const events = eventsAfter(leased.afterVersion, snapshot).filter(
      ({ type, dataset }) => leased.events.includes(type) && (leased.dataset === null || leased.dataset === dataset),
    )
    const next = events.slice(0, most)
    const messages: Message[] = []
    for (const event of next) messages.push(await this.#message(event))
    const upTo = next.length < events.length ? (next.at(-1)?.version ?? snapshot.version) : snapshot.version
    return queueMessages(database, leased, messages, upTo, now())
  }

  #message(event: Event): Promise<Message> {
    const { store, origin } = this.#options
    const { version, stamp } = event
    const known = this.#messages.get(stamp)
    if (known !== undefined) return known
    const writing = store.view(this.#aborting.signal, { version, stamp }).then((view) => messageOf(view, event, origin))
    this.#messages.set(stamp, writing)
    writing.catch(() => this.#messages.delete(stamp))
    return writing
  }

  async #attempt(leased: LeasedWebhook, delivery: DueDelivery): Promise<boolean> {
    const { database, reach, now, random, attempted, timeLimit } = this.#options
    const { messageId: id, type, body, attempts, createdAt } = delivery
    const { signal } = this.#aborting
    const answer = await post(leased, { id, body }, { reach, now, signal, ...(timeLimit && { timeLimit }) })
    const consequence = consequenceOf(answer, { nth: attempts + 1, at: now(), createdAt }, random())
    const { status, error } = answer
    const disabled = await recordAttempt(database, leased, delivery, answer, consequence, now())
    attempted({
      ...{ webhook: leased.id, message: id, type, attempt: attempts + 1 },
      ...{ status, error, state: consequence.state, disabled },
    })
    return error === null
  }
}

interface Attempt {
  readonly nth: number
  readonly at: Date
  readonly createdAt: Date
}

export function consequenceOf(
  { status, error, retryAt }: Answer,
  { nth, at, createdAt }: Attempt,
  random: number,
): Consequence {
  if (error === null) return { state: 'DELIVERED', nextAttemptAt: null, disable: null }
  const delay = status === gone ? null : delayAfter(nth, random)
  if (delay !== null) {
    const scheduled = new Date(at.getTime() + delay)
    return { state: 'WAITING', nextAttemptAt: nextAttemptAt(scheduled, retryAt ?? null, createdAt), disable: null }
  }
  const disable = status === gone ? 'The receiver answered 410 (Gone).' : null
  return { state: 'FAILED', nextAttemptAt: null, disable }
}
