import { once } from 'node:events'
import type { Prisma } from '../../generated/prisma/client.js'
import { content, identity, place } from './batch.js'
import type { Staging } from './staging.js'

type Transaction = Prisma.TransactionClient

/**
 * Writes the observations of series that the store did not have before the import. No other release has printed them,
 * so they need not be folded, and are written while the rest of the release is read.
 */
export class NewSeriesWriter {
  readonly #staging: Staging<unknown>
  readonly #knownFrom: Date
  #batches = 0
  /** The number of observations written. */
  written = 0

  constructor(staging: Staging<unknown>, knownFrom: Date) {
    this.#staging = staging
    this.#knownFrom = knownFrom
  }

  /** Writes batches as they are staged, until all are. */
  async follow(tx: Transaction): Promise<void> {
    const staging = this.#staging
    while (!staging.isComplete) {
      if (this.#batches === staging.batches) await Promise.race([staging.complete, once(staging, 'copied')])
      await this.write(tx)
    }
  }

  /** Writes the batches staged since the last call. Fails if the release prints one of their observations twice. */
  async write(tx: Transaction): Promise<void> {
    const { batches, firstNewSeries } = this.#staging
    if (firstNewSeries !== null && batches > this.#batches)
      this.written += await tx.$executeRaw`
        INSERT INTO indicator (release_id, ${identity}, ${content}, ${place}, known_from)
        SELECT release_id, ${identity}, ${content}, ${place}, ${this.#knownFrom} FROM staging
        WHERE slice > ${this.#batches} AND slice <= ${batches} AND series_id >= ${firstNewSeries}`
    this.#batches = batches
  }
}
