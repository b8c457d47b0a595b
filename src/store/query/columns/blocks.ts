import { cellsOf } from '../counts/cells.js'
import type { Snapshot } from '../metadata-snapshot.js'
import type { Reader } from '../rows.js'
import type { Block } from './block.js'
import { advanceBlock, loadBlock } from './load.js'

export interface BlocksOptions {
  /** The most bytes that blocks take together. */
  readonly bytes: number
  /** The number of reads of a metric after which its block is loaded; 0 loads it before the first is answered. */
  readonly after: number
  /** Is told why a block could not be loaded; its figures are then read by SQL. */
  readonly failed: (error: unknown) => void
}

/** Reads a version of the store, from blocks where they are in memory. */
export interface BlockReader extends Reader {
  readonly blocks: Blocks | null
}

const usualBytes = { perFigure: 45, perSeries: 250 }

/**
 * The blocks of a store, those read last in memory. A read that finds none is answered by SQL, while the block is loaded,
 * or brought to the version of the read, in the background.
 */
export class Blocks {
  readonly #options: BlocksOptions
  readonly #sourceOf: (snapshot: Snapshot) => Reader
  /** By metric, in the order of their last reads. */
  readonly #blocks = new Map<number, Block>()
  readonly #reads = new Map<number, number>()
  readonly #loading = new Map<number, Promise<void>>()
  #queue: Promise<void> = Promise.resolve()
  #bytes = 0

  constructor(options: BlocksOptions, sourceOf: (snapshot: Snapshot) => Reader) {
    this.#options = options
    this.#sourceOf = sourceOf
  }

  get bytes(): number {
    return this.#bytes
  }

  /** Returns the blocks of metrics at a version; null if one is not in memory, which is then loaded if it is read often. */
  of(metrics: readonly number[], snapshot: Snapshot): readonly Block[] | null | Promise<readonly Block[] | null> {
    const found = this.#find(metrics, snapshot)
    if (found !== null) return found
    const loading = metrics.map((metric) => this.#prepare(metric, snapshot))
    return this.#options.after > 0 ? null : Promise.all(loading).then(() => this.#find(metrics, snapshot))
  }

  #find(metrics: readonly number[], { version, stamp }: Snapshot): readonly Block[] | null {
    const found: Block[] = []
    for (const metric of metrics) {
      const block = this.#blocks.get(metric)
      if (block === undefined || block.at.version !== version || block.at.stamp !== stamp) return null
      found.push(block)
    }
    for (const block of found) {
      this.#blocks.delete(block.metric)
      this.#blocks.set(block.metric, block)
    }
    return found
  }

  #prepare(metric: number, snapshot: Snapshot): Promise<void> | null {
    const block = this.#blocks.get(metric)
    if (block !== undefined && block.at.version > snapshot.version) return null // a read of an earlier version
    if (block?.at.stamp === snapshot.stamp) return null
    const reads = (this.#reads.get(metric) ?? 0) + 1
    this.#reads.set(metric, reads)
    if (block === undefined && reads < this.#options.after) return null
    const known = this.#loading.get(metric)
    if (known !== undefined) return known
    const loading = this.#queue
      .then(() => this.#load(metric, snapshot))
      .catch((error) => {
        this.#drop(metric)
        this.#options.failed(error)
      })
    this.#queue = loading
    this.#loading.set(metric, loading)
    void loading.finally(() => this.#loading.delete(metric))
    return loading
  }

  async #load(metric: number, snapshot: Snapshot): Promise<void> {
    const source = this.#sourceOf(snapshot)
    const block = this.#blocks.get(metric)
    const advanced = block === undefined ? null : await advanceBlock(source, block)
    this.#drop(metric)
    const loaded = advanced ?? ((await this.#fits(metric, source)) ? await loadBlock(source, metric) : null)
    if (loaded === null || loaded.bytes > this.#options.bytes) return
    this.#blocks.set(metric, loaded)
    this.#bytes += loaded.bytes
    for (const [other] of this.#blocks) {
      if (this.#bytes <= this.#options.bytes) break
      if (other !== metric) this.#drop(other)
    }
  }

  /** Estimates from the numbers of figures and series that the store keeps whether a block is small enough to be loaded. */
  async #fits(metric: number, source: Reader): Promise<boolean> {
    const { all } = await cellsOf(source)
    const figures = all.reduce((sum, cell) => (cell.metric === metric ? sum + cell.vintages : sum), 0)
    const series = source.snapshot.codes.breakdowns
      .flatMap((breakdown) => breakdown.series)
      .reduce((sum, { metricId, count }) => (metricId === metric ? sum + count : sum), 0)
    return figures * usualBytes.perFigure + series * usualBytes.perSeries <= this.#options.bytes
  }

  #drop(metric: number): void {
    this.#bytes -= this.#blocks.get(metric)?.bytes ?? 0
    this.#blocks.delete(metric)
    this.#reads.delete(metric)
  }
}
