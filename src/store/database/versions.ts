import type pg from 'pg'

/** Receives the new version; `back` is true if it is lower than the one before, after a restore or failover. */
type VersionListener = (version: number, back: boolean) => void

const reliableFor = 900 // milliseconds

/**
 * Keeps the newest known version of a store. It never goes back behind what this process has read or committed, except
 * when a query shows that the store itself lost changes.
 */
export class Versions {
  #newest = -1
  #movedAt = 0
  #reliableUntil = 0
  #invalidatedAt: number | null = null
  readonly #listeners = new Set<VersionListener>()

  known(): number | null {
    return this.#invalidatedAt === null && performance.now() < this.#reliableUntil ? this.#newest : null
  }

  /** The newest version, however long ago it was observed; -1 before the first. */
  get newest(): number {
    return this.#newest
  }

  observe(version: number): void {
    if (version > this.#newest) this.#move(version)
  }

  /** Records the answer to a query that was sent at `askedAt`, by `performance.now()`. */
  confirm(version: number, askedAt: number): void {
    if (this.#invalidatedAt !== null && askedAt >= this.#invalidatedAt) this.#invalidatedAt = null
    if (version > this.#newest || askedAt > this.#movedAt) {
      if (version !== this.#newest) this.#move(version)
    }
  }

  invalidate(): void {
    this.#invalidatedAt = performance.now()
  }

  /** Relies on the known version for a while after a query that was sent at `askedAt`; Infinity relies on it for ever. */
  relyFrom(askedAt: number): void {
    this.#reliableUntil = Math.max(this.#reliableUntil, askedAt + reliableFor)
  }

  onChange(listener: VersionListener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  after(version: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      if (this.#newest > version || signal.aborted) return resolve()
      const done = (): void => {
        stop()
        signal.removeEventListener('abort', done)
        resolve()
      }
      const stop = this.onChange((newest, back) => {
        if (newest > version || back) done()
      })
      signal.addEventListener('abort', done)
    })
  }

  #move(version: number): void {
    const back = version < this.#newest
    this.#newest = version
    this.#movedAt = performance.now()
    for (const listener of this.#listeners) listener(version, back)
  }
}

/** Returns the version of a store; -1 if it is not known, as without its row. */
export async function versionOf(client: pg.Pool | pg.ClientBase): Promise<number> {
  const { rows } = await client.query<{ version: number }>('SELECT version FROM store_state')
  return rows[0]?.version ?? -1
}

export async function readVersion(client: pg.Pool | pg.ClientBase, versions: Versions): Promise<number> {
  const askedAt = performance.now()
  versions.confirm(Math.max(0, await versionOf(client)), askedAt)
  return versions.newest
}

/** Reads the version of a store that no other process can change: it stays known for ever. */
export async function relyOnVersion(client: pg.Pool, versions: Versions): Promise<void> {
  await readVersion(client, versions)
  versions.relyFrom(Number.POSITIVE_INFINITY)
}
