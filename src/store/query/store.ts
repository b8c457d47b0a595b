import { refuse } from '../../errors.js'
import type { Database } from '../database/open.js'
import { readVersion } from '../database/versions.js'
import { readSnapshot, type Snapshot } from './metadata-snapshot.js'
import { View } from './view.js'

export interface Published {
  readonly code: string
  readonly version: number
}

export class Store {
  readonly #database: Database
  readonly #defaultDataset: string | null
  #snapshot: Promise<Snapshot> | null = null

  constructor(database: Database, defaultDataset: string | null = null) {
    this.#database = database
    this.#defaultDataset = defaultDataset
    database.versions.onChange((_, back) => {
      if (back) this.#snapshot = null // versions are assigned again after a restore
    })
  }

  known(): number | null {
    return this.#database.versions.known()
  }

  ask(): Promise<number> {
    return readVersion(this.#database.pool, this.#database.versions)
  }

  async view(signal: AbortSignal | null = null): Promise<View> {
    if (this.known() === null) await this.ask()
    for (;;) {
      const reading = this.#readOnce()
      const snapshot = await reading
      if (snapshot.version >= this.#database.versions.newest) return new View(this.#database, snapshot, signal)
      if (this.#snapshot === reading) this.#snapshot = null
    }
  }

  /**
   * Returns the imports and retractions after a version (null is the newest), then those that follow, until the signal is
   * aborted. Throws BAD_USER_INPUT for a version that the store has not reached.
   */
  async published(since: number | null, signal: AbortSignal): Promise<AsyncGenerator<Published, void>> {
    if (since !== null && since > this.#database.versions.newest) await this.ask()
    const { snapshot } = await this.view()
    if (since !== null && (since < 0 || since > snapshot.version))
      refuse(`sinceVersion is ${since}. It must be from 0 to ${snapshot.version}, the version of the store.`)
    return this.#publishedAfter(since ?? snapshot.version, signal)
  }

  async *#publishedAfter(version: number, signal: AbortSignal): AsyncGenerator<Published, void> {
    for (let last = version; !signal.aborted; await this.#database.versions.after(last, signal)) {
      const { snapshot } = await this.view()
      for (const each of publishedAfter(last, snapshot)) yield each
      last = snapshot.version
    }
  }

  #readOnce(): Promise<Snapshot> {
    if (this.#snapshot !== null) return this.#snapshot
    const reading = this.#read()
    this.#snapshot = reading
    reading.catch(() => {
      if (this.#snapshot === reading) this.#snapshot = null
    })
    return reading
  }

  async #read(): Promise<Snapshot> {
    const askedAt = performance.now()
    const snapshot = await readSnapshot(this.#database, this.#defaultDataset)
    this.#database.versions.confirm(snapshot.version, askedAt)
    return snapshot
  }
}

function publishedAfter(version: number, { releases }: Pick<Snapshot, 'releases'>): readonly Published[] {
  return releases
    .flatMap(({ code, version, retractedVersion }) =>
      [version, retractedVersion].map((each) => ({ code, version: each ?? 0 })),
    )
    .filter((each) => each.version > version)
    .sort((a, b) => a.version - b.version)
}
