import { Refusal, refuse } from '../../errors.js'
import { Prisma } from '../../generated/prisma/client.js'
import type { Database } from '../database/open.js'
import { observeVersion, readVersion, type Version } from '../database/versions.js'
import { Blocks, type BlocksOptions } from './columns/blocks.js'
import { lostVersion, readSnapshot, type Snapshot } from './metadata-snapshot.js'
import { isPinned, type Pin } from './pin.js'
import { View } from './view.js'

export interface Published extends Version {
  readonly code: string
}

/** The place in a history after which releases are asked for; the stamp is null if the client does not know it. */
export interface Since {
  readonly version: number
  readonly stamp: string | null
}

export interface ViewSource {
  view(signal?: AbortSignal | null, pin?: Pin | null): Promise<View>
}

const mostPast = 8

const noColumns: BlocksOptions = { bytes: 0, after: 0, failed() {} }

export class Store implements ViewSource {
  readonly #database: Database
  readonly #defaultDataset: string | null
  readonly blocks: Blocks | null
  #snapshot: Promise<Snapshot> | null = null
  #latest: Snapshot | null = null
  readonly #past = new Map<number, Snapshot>()

  constructor(database: Database, defaultDataset: string | null = null, columns: BlocksOptions = noColumns) {
    this.#database = database
    this.blocks =
      columns.bytes > 0
        ? new Blocks(columns, (snapshot, signal) => new View(database, snapshot, signal, this.staleSince))
        : null
    this.#defaultDataset = defaultDataset
    database.versions.onChange((_, back) => {
      if (!back) return
      this.#snapshot = null // its version may be that of another history
      this.#past.clear()
      this.blocks?.clear()
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

  inMemory(): View | null {
    const { blocks } = this
    const snapshot = this.#latest
    if (blocks === null || snapshot === null || snapshot.stamp !== this.known()?.stamp) return null
    return this.staleSince === null ? View.inMemory(snapshot, blocks.present) : null
  }

  /** Returns a view of the newest version, or of a given one. Throws CONFLICT if the store does not have that. */
  async view(signal: AbortSignal | null = null, pin: Pin | null = null): Promise<View> {
    await this.#refresh()
    if (pin !== null && pin.version > this.#database.versions.newest.version) await this.ask()
    const snapshot = pin === null ? await this.#readNewest() : await this.#readPinned(pin)
    return new View(this.#database, snapshot, signal, this.staleSince, this.blocks)
  }

  async #readNewest(): Promise<Snapshot> {
    for (;;) {
      const reading = this.#readOnce()
      const snapshot = await reading.catch((error) => this.#readReplica(error, this.#database.versions.newest))
      this.#latest = snapshot
      if (isCurrent(snapshot, this.#database.versions.newest)) return snapshot
      this.#keep(snapshot)
      if (this.#snapshot === reading) this.#snapshot = null
    }
  }

  async #readPinned(pin: Pin): Promise<Snapshot> {
    const newest = await this.#snapshot?.catch(() => null)
    const known = [newest, this.#past.get(pin.version)].find((each) => each != null && isPinned(each, pin))
    if (known != null) return known
    const { prisma } = this.#database
    const reading = readSnapshot(prisma, this.#defaultDataset, pin)
    const snapshot = await reading.catch((error) =>
      error instanceof Refusal ? Promise.reject(error) : this.#readReplica(error, pin),
    )
    this.#keep(snapshot)
    return snapshot
  }

  #keep(snapshot: Snapshot): void {
    this.#past.delete(snapshot.version)
    this.#past.set(snapshot.version, snapshot)
    const [oldest] = this.#past.keys()
    if (this.#past.size > mostPast && oldest !== undefined) this.#past.delete(oldest)
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
    const stamp = await this.#stampOf(version)
    if (since.stamp !== null && since.stamp !== stamp) throw lostVersion(version)
    if (stamp === null)
      refuse(`sinceVersion is ${version}. It must be from 0 to ${snapshot.version}, the version of the store.`)
    return this.#publishedAfter({ version, stamp }, signal)
  }

  async *#publishedAfter(since: Version, signal: AbortSignal): AsyncGenerator<Published, void> {
    for (let last = since; !signal.aborted; await this.#database.versions.after(last, signal)) {
      const { snapshot } = await this.view()
      if ((await this.#stampOf(last.version)) !== last.stamp) throw lostVersion(last.version)
      for (const each of publishedAfter(last.version, snapshot)) yield each
      last = snapshot
    }
  }

  async #stampOf(version: number): Promise<string | null> {
    const { snapshot } = await this.view()
    if (version === snapshot.version) return snapshot.stamp
    const { text, values } = Prisma.sql`
      SELECT EXISTS (SELECT FROM store_version WHERE version = ${snapshot.version} AND stamp = ${snapshot.stamp}::uuid) AS is_version,
        (SELECT stamp::text FROM store_version WHERE version = ${version} AND version <= ${snapshot.version}) AS stamp`
    const [row] = await this.#database.read<{ is_version: boolean; stamp: string | null }>(text, values, null)
    return row?.stamp ?? null
  }

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
    this.#database.versions.confirm(await observeVersion(this.#database.pool, known), known, askedAt)
    return snapshot
  }

  /** Reads a version from a replica that has it; throws `error` if none has, or the server answers. */
  async #readReplica(error: unknown, pin: Pin): Promise<Snapshot> {
    const { versions, replicaClients } = this.#database
    versions.lose()
    if (this.staleSince === null) throw error
    for (const client of replicaClients) {
      const snapshot = await readSnapshot(client(), this.#defaultDataset, pin).catch(() => null)
      if (snapshot === null) continue
      if (pin === versions.newest) this.#snapshot = Promise.resolve(snapshot)
      return snapshot
    }
    throw error
  }
}

const isCurrent = ({ version, stamp }: Version, newest: Version): boolean =>
  version > newest.version || stamp === newest.stamp

function publishedAfter(version: number, { releases }: Snapshot): readonly Published[] {
  return releases
    .flatMap(({ code, version, stamp, retractedVersion, retractedStamp }) => [
      { code, version, stamp },
      { code, version: retractedVersion ?? 0, stamp: retractedStamp ?? '' },
    ])
    .filter((each) => each.version > version)
    .sort((a, b) => a.version - b.version)
}
