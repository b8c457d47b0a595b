import type pg from 'pg'

/** A version of a store. Its stamp is random: two stores with different histories have different stamps at a version. */
export interface Version {
  readonly version: number
  readonly stamp: string
}

/** Receives the new version; `back` is true if earlier ones are not those of the store any more. */
type VersionListener = (version: Version, back: boolean) => void

export interface Observed extends Version {
  readonly earlier: string | null
}

const reliableFor = 900 // milliseconds
const unknown: Version = { version: -1, stamp: '' }

/**
 * Keeps the newest known version of a store. It never goes back behind what this process has read or committed, except
 * when a query shows that the store itself lost changes, or has another history.
 */
export class Versions {
  #newest = unknown
  #movedAt = 0
  #reliableUntil = 0
  #invalidatedAt: number | null = null
  #confirmedAt: Date | null = null
  #isLost = false
  readonly #losses = new Set<() => void>()
  readonly #listeners = new Set<VersionListener>()

  known(): Version | null {
    return this.#invalidatedAt === null && performance.now() < this.#reliableUntil ? this.#newest : null
  }

  /** The newest version, however long ago it was observed; -1 before the first. */
  get newest(): Version {
    return this.#newest
  }

  observe(version: Version, before: string): void {
    const { version: last, stamp } = this.#newest
    if (version.version > last) this.#move(version, version.version === last + 1 && stamp !== before)
  }

  /**
   * Records the answer to a query that was sent at `askedAt`, by `performance.now()`, and also asked for the stamp at the
   * version `known`.
   */
  confirm(found: Observed, known: Version, askedAt: number): void {
    this.#isLost = false
    this.#confirmedAt = new Date(Date.now() - (performance.now() - askedAt))
    if (this.#invalidatedAt !== null && askedAt >= this.#invalidatedAt) this.#invalidatedAt = null
    const isNewer = found.version > this.#newest.version
    if (!isNewer && (askedAt <= this.#movedAt || found.stamp === this.#newest.stamp)) return
    this.#move(found, !isNewer || (known !== unknown && found.earlier !== known.stamp))
  }

  invalidate(): void {
    this.#invalidatedAt = performance.now()
  }

  outdate(): void {
    this.#isLost = false
    this.invalidate()
  }

  /** Relies on the known version for a while after a query that was sent at `askedAt`; Infinity relies on it for ever. */
  relyFrom(askedAt: number): void {
    this.#reliableUntil = Math.max(this.#reliableUntil, askedAt + reliableFor)
  }

  lose(): void {
    this.#isLost = true
    for (const heard of this.#losses) heard()
    this.#losses.clear()
  }

  get staleSince(): Date | null {
    return this.#isLost ? this.#confirmedAt : null
  }

  async unlessLost(asking: Promise<unknown>): Promise<void> {
    if (this.#isLost) return void asking.catch(() => {})
    let heard = (): void => {}
    const lost = new Promise<void>((resolve) => {
      heard = resolve
      this.#losses.add(heard)
    })
    await Promise.race([asking, lost]).finally(() => this.#losses.delete(heard))
  }

  onChange(listener: VersionListener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  after({ stamp }: Version, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      if (this.#newest.stamp !== stamp || signal.aborted) return resolve()
      const done = (): void => {
        stop()
        signal.removeEventListener('abort', done)
        resolve()
      }
      const stop = this.onChange(done)
      signal.addEventListener('abort', done)
    })
  }

  #move({ version, stamp }: Version, back: boolean): void {
    this.#newest = { version, stamp }
    this.#movedAt = performance.now()
    for (const listener of this.#listeners) listener(this.#newest, back)
  }
}

/** Returns the number of the version of a store with any migrations; -1 if it is not known, as without its row. */
export async function versionOf(client: pg.Pool | pg.ClientBase): Promise<number> {
  const { rows } = await client.query<{ version: number }>('SELECT version FROM store_state')
  return rows[0]?.version ?? -1
}

export async function observeVersion(client: pg.Pool | pg.ClientBase, known = unknown): Promise<Observed> {
  const { rows } = await client.query<Observed>(
    `SELECT version, stamp, (SELECT stamp FROM store_version WHERE version = $1) AS earlier FROM store_state`,
    [known.version],
  )
  return rows[0] ?? { version: 0, stamp: '', earlier: null }
}

export async function readVersion(client: pg.Pool | pg.ClientBase, versions: Versions): Promise<Version> {
  const [askedAt, known] = [performance.now(), versions.newest]
  versions.confirm(await observeVersion(client, known), known, askedAt)
  return versions.newest
}

export async function relyOnVersion(client: pg.Pool, versions: Versions): Promise<void> {
  await readVersion(client, versions)
  versions.relyFrom(Number.POSITIVE_INFINITY)
}
