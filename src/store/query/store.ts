import { Refusal } from '../../errors.js'
import type { Database } from '../database/open.js'
import { readVersion } from '../database/versions.js'
import { readSnapshot, type Snapshot } from './metadata-snapshot.js'
import { type Published, publishedAfter } from './published.js'
import { View } from './view.js'

/** What reads a store: a view for each answer, with the newest snapshot kept between them. */
export class Store {
  readonly #database: Database
  #held: Promise<Snapshot> | null = null

  constructor(database: Database) {
    this.#database = database
    database.versions.onChange((_, back) => {
      if (back) this.#held = null // the same number may stand for something else
    })
  }

  /** The newest version, where it is known without asking. */
  known(): number | null {
    return this.#database.versions.known()
  }

  /** The newest version, by a real question. */
  ask(): Promise<number> {
    return readVersion(this.#database.pool, this.#database.versions)
  }

  /** A view of the newest version; what it asks of the store is stopped when the signal is aborted. */
  async view(signal: AbortSignal | null = null): Promise<View> {
    if (this.known() === null) await this.ask()
    for (;;) {
      const held = this.#hold()
      const snapshot = await held
      if (snapshot.version >= this.#database.versions.newest) return new View(this.#database, snapshot, signal)
      if (this.#held === held) this.#held = null
    }
  }

  /**
   * The releases that came, or were taken back, after a version (after now where it is null), and from then on those that
   * do, until the signal ends it. BAD_USER_INPUT for a version that the store has not reached.
   */
  async published(since: number | null, signal: AbortSignal): Promise<AsyncGenerator<Published, void>> {
    if (since !== null && since > this.#database.versions.newest) await this.ask()
    const { snapshot } = await this.view()
    if (since !== null && (since < 0 || since > snapshot.version))
      throw new Refusal(
        'BAD_USER_INPUT',
        `sinceVersion is ${since}, and the store is at ${snapshot.version}: give one from 0 to that.`,
      )
    return this.#publishedAfter(since ?? snapshot.version, signal)
  }

  async *#publishedAfter(version: number, signal: AbortSignal): AsyncGenerator<Published, void> {
    for (let last = version; !signal.aborted; await this.#database.versions.after(last, signal)) {
      const { snapshot } = await this.view()
      for (const each of publishedAfter(last, snapshot)) yield each
      last = snapshot.version
    }
  }

  /** One reading at a time, however many answers wait for it. */
  #hold(): Promise<Snapshot> {
    if (this.#held !== null) return this.#held
    const reading = this.#read()
    this.#held = reading
    reading.catch(() => {
      if (this.#held === reading) this.#held = null
    })
    return reading
  }

  async #read(): Promise<Snapshot> {
    const askedAt = performance.now()
    const snapshot = await readSnapshot(this.#database)
    this.#database.versions.confirm(snapshot.version, askedAt)
    return snapshot
  }
}
