import { Refusal, refuse } from '../../errors.js'
import type { Database } from '../database/open.js'
import { readVersion, type Version } from '../database/versions.js'
import { readSnapshot, type Snapshot } from './metadata-snapshot.js'
import { View } from './view.js'

/** A release that was imported or retracted, and the version that this made. */
export interface Published extends Version {
  readonly code: string
}

/** The place in a history after which releases are asked for; the stamp is null if the client does not know it. */
export interface Since {
  readonly version: number
  readonly stamp: string | null
}

export class Store {
  readonly #database: Database
  readonly #defaultDataset: string | null
  #snapshot: Promise<Snapshot> | null = null

  constructor(database: Database, defaultDataset: string | null = null) {
    this.#database = database
    this.#defaultDataset = defaultDataset
    database.versions.onChange((_, back) => {
      if (back) this.#snapshot = null // its version may be that of another history
    })
  }

  known(): Version | null {
    return this.#database.versions.known()
  }

  ask(): Promise<Version> {
    return readVersion(this.#database.pool, this.#database.versions)
  }

  /** The time since which the primary server has not answered, as long as replicas are read instead; or null. */
  get staleSince(): Date | null {
    const { versions, staleReads } = this.#database
    const since = versions.staleSince
    return since !== null && Date.now() - since.getTime() < staleReads * 1000 ? since : null
  }

  async view(signal: AbortSignal | null = null): Promise<View> {
    await this.#refresh()
    for (;;) {
      const reading = this.#readOnce()
      const snapshot = await reading.catch((error) => this.#readReplica(error))
      if (isCurrent(snapshot, this.#database.versions.newest))
        return new View(this.#database, snapshot, signal, this.staleSince)
      if (this.#snapshot === reading) this.#snapshot = null
    }
  }

  /**
   * Returns the imports and retractions after a version (null is the newest), then those that follow, until the signal is
   * aborted. Throws BAD_USER_INPUT for a version that the store has not reached, CONFLICT for one of another history, also
   * later if the store loses changes.
   */
  async published(since: Since | null, signal: AbortSignal): Promise<AsyncGenerator<Published, void>> {
    if (since !== null && since.version > this.#database.versions.newest.version) await this.ask()
    const { snapshot } = await this.view()
    if (since === null) return this.#publishedAfter(snapshot, signal)
    const { version } = since
    const stamp = snapshot.stamps.get(version)
    if (since.stamp !== null && since.stamp !== stamp) throw anotherHistory(version)
    if (stamp === undefined)
      refuse(`sinceVersion is ${version}. It must be from 0 to ${snapshot.version}, the version of the store.`)
    return this.#publishedAfter({ version, stamp }, signal)
  }

  async *#publishedAfter(since: Version, signal: AbortSignal): AsyncGenerator<Published, void> {
    for (let last = since; !signal.aborted; await this.#database.versions.after(last, signal)) {
      const { snapshot } = await this.view()
      if (snapshot.stamps.get(last.version) !== last.stamp) throw anotherHistory(last.version)
      for (const each of publishedAfter(last.version, snapshot)) yield each
      last = snapshot
    }
  }

  /** Asks for the version, unless it is known or replicas are read. */
  async #refresh(): Promise<void> {
    if (this.known() !== null || this.staleSince !== null) return
    const { versions } = this.#database
    const asking = this.ask().catch((error) => {
      versions.lose()
      throw error
    })
    await versions.unlessLost(asking).catch(() => {}) // thrown below, unless replicas are read
    if (this.staleSince === null) await asking
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
    const [askedAt, known] = [performance.now(), this.#database.versions.newest]
    const snapshot = await readSnapshot(this.#database.prisma, this.#defaultDataset)
    const earlier = snapshot.stamps.get(known.version) ?? null
    this.#database.versions.confirm({ ...snapshot, earlier }, known, askedAt)
    return snapshot
  }

  /** Reads the newest known version from a replica that has it; throws `error` if none has, or the server answers. */
  async #readReplica(error: unknown): Promise<Snapshot> {
    const { versions, replicaClients } = this.#database
    versions.lose()
    if (this.staleSince === null) throw error
    for (const client of replicaClients) {
      const snapshot = await readSnapshot(client(), this.#defaultDataset).catch(() => null)
      if (snapshot?.stamp !== versions.newest.stamp) continue
      this.#snapshot = Promise.resolve(snapshot)
      return snapshot
    }
    throw error
  }
}

const isCurrent = ({ version, stamp }: Version, newest: Version): boolean =>
  version > newest.version || stamp === newest.stamp

const anotherHistory = (version: number): Refusal =>
  new Refusal(
    'CONFLICT',
    `Version ${version} of this store is another one, or was lost: the store was restored or has failed over. Read everything again.`,
  )

function publishedAfter(version: number, { releases, stamps }: Snapshot): readonly Published[] {
  return releases
    .flatMap(({ code, version, retractedVersion }) =>
      [version, retractedVersion ?? 0].map((made) => ({ code, version: made, stamp: stamps.get(made) ?? '' })),
    )
    .filter((each) => each.version > version)
    .sort((a, b) => a.version - b.version)
}
