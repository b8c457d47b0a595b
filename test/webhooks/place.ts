import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { type ReleaseEvent, releaseEvents } from '../../src/domain/release-event.js'
import { addWebhook } from '../../src/store/admin/webhooks.js'
import { type Attempted, Deliverer, type DelivererOptions } from '../../src/webhooks/deliverer.js'
import { reachOf } from '../../src/webhooks/target.js'
import { figure, release } from '../figures.js'
import { openTestStore, type TestStore } from '../support.js'
import { answering, openReceiver, type Receiver } from './receiver.js'

/** A store, a receiver on this machine, and a clock that moves only by `pass`. */
export class Place {
  readonly store: TestStore
  readonly receiver: Receiver
  readonly attempts: Attempted[] = []
  at = new Date()
  #published = 0

  private constructor(store: TestStore, receiver: Receiver) {
    this.store = store
    this.receiver = receiver
  }

  static async open(): Promise<Place> {
    return new Place(await openTestStore(), await openReceiver())
  }

  /** Prepares for the next test: no webhooks, nothing received. */
  async reset(): Promise<void> {
    await this.store.database.prisma.webhook.deleteMany()
    this.at = new Date()
    this.attempts.length = 0
    this.receiver.received.length = 0
    this.receiver.answer = answering(204)
  }

  async close(): Promise<void> {
    await this.receiver.close()
    await this.store.close()
  }

  pass(milliseconds: number): void {
    this.at = new Date(this.at.getTime() + milliseconds)
  }

  deliverer(options: Partial<DelivererOptions> = {}): Deliverer {
    const { database, store } = this.store
    return new Deliverer({
      ...{ database, store, origin: 'https://figures.example.org', reach: reachOf(['127.0.0.1']), now: () => this.at },
      attempted: (attempt) => this.attempts.push(attempt),
      failed(error) {
        throw error
      },
      ...options,
    })
  }

  add(events: readonly ReleaseEvent[] = releaseEvents, path = '', dataset: string | null = null) {
    return addWebhook(this.store.database, { url: `${this.receiver.url}${path}`, events, dataset })
  }

  /** Publishes a release of some figures, and returns its code. */
  async publish(...values: readonly string[]): Promise<string> {
    const nth = ++this.#published
    const code = `HOOKED-${nth}`
    const day = new Date(Date.UTC(2026, 0, 1, nth)).toISOString()
    const figures = values.map((value, index) => figure({ metric: 'EXPORTS', period: `${1990 + index}`, value }))
    await release(this.store.database, { code, title: `Release ${nth}`, publishedAt: day }, figures)
    return code
  }
}

/** A place for the tests of a file. */
export function usePlace(): () => Place {
  let place: Place
  beforeAll(async () => {
    place = await Place.open()
  })
  beforeEach(() => place.reset())
  afterEach(() => place.reset())
  afterAll(() => place.close())
  return () => place
}
