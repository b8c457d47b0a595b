import { setTimeout } from 'node:timers/promises'
import type { Database } from '../store/database/open.js'
import { makeLeaf, missingLeaves } from '../store/history/leaves.js'
import type { SignedHistory } from './signed-history.js'

export async function makeLeaves(database: Database, signal: AbortSignal | null = null): Promise<void> {
  for (;;) {
    const missing = await missingLeaves(database)
    for (const version of missing) {
      if (signal?.aborted) return
      await makeLeaf(database, version, signal)
    }
    if (missing.length === 0) return
  }
}

const retryAfter = 30_000 // milliseconds

export interface Progress {
  readonly signed: (versions: number) => void
  readonly failed: (error: unknown) => void
}

/** Makes leaves and signs heads in the background, whenever the store has a new version. */
export class LeafMaker {
  readonly #stopping = new AbortController()
  readonly #running: Promise<void>

  constructor(database: Database, history: SignedHistory, progress: Progress) {
    this.#running = this.#run(database, history, progress)
  }

  async close(): Promise<void> {
    this.#stopping.abort()
    await this.#running
  }

  async #run(database: Database, history: SignedHistory, { signed, failed }: Progress): Promise<void> {
    const { signal } = this.#stopping
    while (!signal.aborted) {
      const { newest } = database.versions
      const waiting = new AbortController()
      const stop = (): void => waiting.abort()
      signal.addEventListener('abort', stop)
      try {
        await makeLeaves(database, signal)
        if (!signal.aborted) signed(await history.signNewest())
      } catch (error) {
        if (!signal.aborted) failed(error)
        setTimeout(retryAfter, undefined, { ref: false, signal: waiting.signal }).then(stop, () => {})
      }
      if (!signal.aborted) await database.versions.after(newest, waiting.signal)
      stop()
      signal.removeEventListener('abort', stop)
    }
  }
}
