import type pg from 'pg'

/** What listeners are told of: the version, and whether it is older than one before, which only a store that lost changes has. */
export type Raised = (version: number, back: boolean) => void

/** How long what was heard is relied on, in milliseconds: what others commit is seen within it, whatever is lost. */
const lately = 900

/**
 * What a process knows of its store's version without asking. It never goes back behind what the process has itself
 * read or committed; only a store that lost changes (restored, or failed over) does, which shows when it is asked.
 */
export class Versions {
  #newest = -1
  #raisedAt = 0
  #reliedOnUntil = 0
  #doubtedAt: number | null = null
  readonly #raised = new Set<Raised>()

  /** The newest that is known; null where nobody has been heard lately enough to rely on it. */
  known(): number | null {
    return this.#doubtedAt === null && performance.now() < this.#reliedOnUntil ? this.#newest : null
  }

  /** The newest that is known, however long ago it was heard; -1 before the first. */
  get newest(): number {
    return this.#newest
  }

  /** A version that was read, committed or announced. */
  heard(version: number): void {
    if (version > this.#newest) this.#move(version)
  }

  /** The answer to a question that was asked at `askedAt`, by `performance.now()`. */
  told(version: number, askedAt: number): void {
    if (this.#doubtedAt !== null && askedAt >= this.#doubtedAt) this.#doubtedAt = null
    if (version > this.#newest || askedAt > this.#raisedAt) {
      if (version !== this.#newest) this.#move(version)
    }
  }

  /** What failed may have been committed all the same: nothing is relied on until the store has been asked. */
  doubt(): void {
    this.#doubtedAt = performance.now()
  }

  /** Relies on what is known for a while, from the moment of a question that was answered; for ever with Infinity. */
  relyFrom(askedAt: number): void {
    this.#reliedOnUntil = Math.max(this.#reliedOnUntil, askedAt + lately)
  }

  /** Calls a listener after each move; answers what stops that. */
  onRaise(listener: Raised): () => void {
    this.#raised.add(listener)
    return () => this.#raised.delete(listener)
  }

  /** Is there when a newer version is known, or when the signal says not to wait any longer. */
  after(version: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      if (this.#newest > version || signal.aborted) return resolve()
      const done = (): void => {
        stop()
        signal.removeEventListener('abort', done)
        resolve()
      }
      const stop = this.onRaise((newest, back) => {
        if (newest > version || back) done()
      })
      signal.addEventListener('abort', done)
    })
  }

  #move(version: number): void {
    const back = version < this.#newest
    this.#newest = version
    this.#raisedAt = performance.now()
    for (const listener of this.#raised) listener(version, back)
  }
}

/** Asks the store for its version. */
export async function askVersion(client: pg.Pool | pg.ClientBase, versions: Versions): Promise<number> {
  const askedAt = performance.now()
  const { rows } = await client.query<{ version: number }>('SELECT version FROM store_state')
  versions.told(rows[0]?.version ?? 0, askedAt)
  return versions.newest
}
