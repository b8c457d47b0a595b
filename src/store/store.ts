import type { Database } from './open.js'
import { readSnapshot, type Snapshot } from './snapshot.js'
import { View } from './view.js'

/** What reads a store: a view for each answer, with the newest snapshot kept between them. */
export class Store {
  readonly #database: Database
  #held: Promise<Snapshot> | null = null
  /** The newest version that was seen. */
  newest = 0

  constructor(database: Database) {
    this.#database = database
  }

  /** A view of the newest version; what it asks of the store is stopped when the signal is aborted. */
  async view(signal: AbortSignal | null = null): Promise<View> {
    const { rows } = await this.#database.pool.query<{ version: number }>('SELECT version FROM store_state')
    const newest = rows[0]?.version ?? 0
    this.newest = newest
    for (;;) {
      const held = this.#hold()
      const snapshot = await held
      if (snapshot.version >= newest) return new View(this.#database, snapshot, signal)
      if (this.#held === held) this.#held = null
    }
  }

  /** One reading at a time, however many answers wait for it. */
  #hold(): Promise<Snapshot> {
    if (this.#held !== null) return this.#held
    const reading = readSnapshot(this.#database)
    this.#held = reading
    reading.catch(() => {
      this.#held = null
    })
    return reading
  }
}
