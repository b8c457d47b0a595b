import { EventEmitter, once } from 'node:events'
import { Refusal } from '../../errors.js'
import { Prisma } from '../../generated/prisma/client.js'
import type { Copy, ImportLock } from '../database/import-lock.js'
import { type Batch, rowColumns } from './batch.js'

export const batchSize = 4000

const columns = `release_id, ${rowColumns.sql}`
const seriesColumns = 'id, key, metric_id, breakdown_id, category_id, measure, frequency'

export type Prepare = (rows: string) => Promise<void>

/**
 * Copies batches into the unlogged tables `staging` and `staging_series`, which no reader reads, outside any
 * transaction (phase 3 of an import). The next batch is read and resolved while one is copied. `Result` is what the
 * batches return.
 */
export class Staging<Result> extends EventEmitter<{ copied: [] }> {
  readonly complete: Promise<Result>
  isComplete = false
  batches = 0
  rows = 0
  firstNewSeries: number | null = null
  readonly #copy: Copy
  readonly #releaseId: number
  readonly #prepare: Prepare

  constructor(copy: Copy, releaseId: number, batches: AsyncGenerator<Batch, Result>, prepare: Prepare) {
    super()
    this.#copy = copy
    this.#releaseId = releaseId
    this.#prepare = prepare
    this.complete = this.#stage(batches)
    this.complete.catch(() => {}) // reported to whoever awaits it
  }

  async holds(rows: number): Promise<void> {
    while (this.rows < rows) await once(this, 'copied')
  }

  async verify(tx: Prisma.TransactionClient): Promise<void> {
    await refuseLost(tx, this.rows)
    await tx.$executeRaw(analyzeStaging)
  }

  async #stage(batches: AsyncGenerator<Batch, Result>): Promise<Result> {
    let copying: Promise<void> = Promise.resolve()
    for (;;) {
      const { done, value } = await batches.next()
      await copying
      if (done) {
        this.isComplete = true
        return value
      }
      copying = this.#copyBatch(value)
      copying.catch(() => {}) // reported by the next round
    }
  }

  async #copyBatch({ series, observations, newSeries, firstNewSeries }: Batch): Promise<void> {
    const number = this.batches + 1
    const start = `${number}\t${this.#releaseId}`
    let text = ''
    for (const [index, { columns }] of series.entries()) text += `${start}\t${columns}\t${observations[index]}\n`
    if (newSeries !== '') await this.#copy(`staging_series (${seriesColumns}, categories)`, newSeries)
    await this.#copy(`staging (slice, ${columns})`, text)
    await this.#prepare(`staging WHERE slice = ${number}`)
    this.firstNewSeries ??= firstNewSeries
    this.rows += observations.length
    this.batches = number
    this.emit('copied')
  }
}

/** Runs `work` with empty staging tables. If the lock was lost, they may belong to another import and are left alone. */
export async function withStaging<T>({ execute }: ImportLock, work: () => Promise<T>): Promise<T> {
  await execute(`
    DROP TABLE IF EXISTS staging, staging_series;
    CREATE UNLOGGED TABLE staging AS SELECT NULL::int AS slice, ${columns} FROM indicator WITH NO DATA;
    CREATE INDEX ON staging (slice);
    CREATE UNLOGGED TABLE staging_series AS SELECT ${seriesColumns}, NULL::int[] AS categories FROM series WITH NO DATA`)
  try {
    return await work()
  } finally {
    await execute('DROP TABLE IF EXISTS staging, staging_series').catch(() => {})
  }
}

export const analyzeStaging = Prisma.raw('ANALYZE staging (release_id, series_id, period, metric_id, share)')

/**
 * Throws UNAVAILABLE unless `staging` holds exactly `rows` rows: another import may have replaced it, and a crash of the
 * database empties unlogged tables. Reading it locks it for the rest of the transaction.
 */
export async function refuseLost(tx: Prisma.TransactionClient, rows: number): Promise<void> {
  const [staged] = await tx.$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n FROM staging`
  if (staged?.n !== rows)
    throw new Refusal('UNAVAILABLE', 'The database lost data during the import. Import the release again.')
}
