import { once } from 'node:events'
import type { Prisma } from '../../generated/prisma/client.js'
import type { Intake } from './intake.js'
import { content, identity, place } from './staging.js'

type Transaction = Prisma.TransactionClient

/**
 * The figures of series that the store did not have before an import: no release has spoken of them, so that there is
 * nothing to fold them into, and they can be written while what follows them is still being read.
 */
export class NewSeriesWriter {
  readonly #intake: Intake
  readonly #knownFrom: Date
  #slices = 0
  #written = 0

  constructor(intake: Intake, knownFrom: Date) {
    this.#intake = intake
    this.#knownFrom = knownFrom
  }

  /** How many were written. */
  get written(): number {
    return this.#written
  }

  /** Writes what is staged as it comes, until all has been read. */
  async follow(tx: Transaction): Promise<void> {
    const { read, staging } = this.#intake
    while (!this.#intake.ended) {
      if (this.#slices === staging.slices) await Promise.race([read, once(staging, 'copied')])
      await this.write(tx)
    }
  }

  /** Writes what is staged and has not been written. Fails where one of them stands in `staging` twice. */
  async write(tx: Transaction): Promise<void> {
    const {
      staging: { slices },
      coder: { firstFresh },
    } = this.#intake
    if (firstFresh !== null && slices > this.#slices)
      this.#written += await tx.$executeRaw`
        INSERT INTO indicator (release_id, ${identity}, ${content}, ${place}, known_from)
        SELECT release_id, ${identity}, ${content}, ${place}, ${this.#knownFrom} FROM staging
        WHERE slice > ${this.#slices} AND slice <= ${slices} AND series_id >= ${firstFresh}`
    this.#slices = slices
  }
}
