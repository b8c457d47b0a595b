import type { Version } from '../../database/versions.js'
import { cellsOf } from '../counts/cells.js'
import type { Snapshot } from '../metadata-snapshot.js'
import type { Reader } from '../rows.js'
import type { Block } from './block.js'
import { advanceBlock, loadBlock, type Size } from './load.js'

export interface BlocksOptions {
  readonly bytes: number
  /** The number of reads of a metric after which its block is loaded; 0 loads it before the first is answered. */
  readonly after: number
  readonly failed: (error: unknown) => void
}

export interface BlockSource {
  mayHold(figures: number): boolean
  /** Returns the blocks of metrics at a version; null if one is not in memory. */
  of(metrics: readonly number[], snapshot: Snapshot): readonly Block[] | null | Promise<readonly Block[] | null>
}

export interface BlockReader extends Reader {
  readonly blocks: BlockSource | null
}

interface Held {
  readonly block: Block
  readonly at: Version
}

const usualBytes = { perFigure: 60, perSeries: 300 }
const loadsAtOnce = 4
const longestLoad = 300_000 // milliseconds
const pauseAfterFailure = 10_000 // milliseconds

/**
 * The blocks of a store, those read last in memory. A read that finds none is answered by SQL, while the block is loaded,
 * or brought to the version of the read, in the background.
 */
export class Blocks implements BlockSource {
  readonly #options: BlocksOptions
  readonly #readerOf: (snapshot: Snapshot, signal: AbortSignal) => Reader
  readonly #held = new Map<number, Held>()
  readonly #reads = new Map<number, number>()
  /** The numbers of loads from the beginning: each needs twice as many reads as the one before. */
  readonly #loads = new Map<number, number>()
  readonly #loading = new Map<number, Promise<void>>()
  /** Several loads at a time: each of them waits for turns and connections among all answers. */
  readonly #queues: Promise<void>[] = Array.from({ length: loadsAtOnce }, () => Promise.resolve())
  #started = 0
  #bytes = 0
  #newest = 0
  #history = 0
  #pausedUntil = 0

  constructor(options: BlocksOptions, readerOf: (snapshot: Snapshot, signal: AbortSignal) => Reader) {
    this.#options = options
    this.#readerOf = readerOf
  }

  get bytes(): number {
    return this.#bytes
  }

  clear(): void {
    for (const metric of [...this.#held.keys()]) this.#drop(metric)
    this.#newest = 0
    this.#history += 1
  }

  mayHold(figures: number): boolean {
    return figures * usualBytes.perFigure <= this.#options.bytes
  }

  readonly present: BlockSource = {
    mayHold: (figures) => this.mayHold(figures),
    of: (metrics, snapshot) => this.#find(metrics, snapshot),
  }

  of(metrics: readonly number[], snapshot: Snapshot): readonly Block[] | null | Promise<readonly Block[] | null> {
    const found = this.#find(metrics, snapshot)
    if (found !== null) return found
    if (snapshot.version < this.#newest) return null
    this.#newest = snapshot.version
    const loading = metrics.map((metric) => this.#prepare(metric, snapshot))
    return this.#options.after > 0 ? null : Promise.all(loading).then(() => this.#find(metrics, snapshot))
  }

  #find(metrics: readonly number[], { stamp }: Snapshot): readonly Block[] | null {
    const found: Held[] = []
    for (const metric of metrics) {
      const held = this.#held.get(metric)
      if (held?.at.stamp !== stamp) return null
      found.push(held)
    }
    for (const held of found) {
      this.#held.delete(held.block.metric)
      this.#held.set(held.block.metric, held)
    }
    return found.map(({ block }) => block)
  }

  #prepare(metric: number, snapshot: Snapshot): Promise<void> | null {
    const held = this.#held.get(metric)
    if (held?.at.stamp === snapshot.stamp) return null
    const reads = (this.#reads.get(metric) ?? 0) + 1
    this.#reads.set(metric, reads)
    const enough = this.#options.after * 2 ** Math.min(10, this.#loads.get(metric) ?? 0)
    if (held === undefined && reads < enough) return null
    const known = this.#loading.get(metric)
    if (known !== undefined) return known
    if (performance.now() < this.#pausedUntil) return null
    const queue = this.#started++ % loadsAtOnce
    const loading = (this.#queues[queue] as Promise<void>).then(() => this.#load(metric, snapshot))
    this.#loading.set(metric, loading)
    const failed = (error: unknown): void => {
      this.#pausedUntil = performance.now() + pauseAfterFailure
      this.#options.failed(error)
    }
    this.#queues[queue] = loading.catch(failed).finally(() => this.#loading.delete(metric))
    return this.#options.after > 0 ? null : loading
  }

  async #load(metric: number, snapshot: Snapshot): Promise<void> {
    const history = this.#history
    const reader = this.#readerOf(snapshot, AbortSignal.timeout(longestLoad))
    const held = this.#held.get(metric)
    const advanced = held === undefined ? null : await advanceBlock(reader, held.block, held.at)
    const loaded = advanced ?? (await this.#loadAnew(metric, reader))
    if (this.#history !== history) return
    this.#drop(metric)
    if (loaded === null || loaded.bytes > this.#options.bytes) return
    const { version, stamp } = snapshot
    this.#held.set(metric, { block: loaded, at: { version, stamp } })
    this.#bytes += loaded.bytes
    for (const [other] of this.#held) {
      if (this.#bytes <= this.#options.bytes) break
      if (other !== metric) this.#drop(other)
    }
  }

  /** Loads a block, unless the numbers of figures and series that the store keeps show that it is too large. */
  async #loadAnew(metric: number, reader: Reader): Promise<Block | null> {
    this.#loads.set(metric, (this.#loads.get(metric) ?? 0) + 1)
    this.#reads.set(metric, 0)
    const { all } = await cellsOf(reader)
    const size: Size = {
      figures: all.reduce((sum, cell) => (cell.metric === metric ? sum + cell.vintages : sum), 0),
      series: reader.snapshot.codes.breakdowns
        .flatMap((breakdown) => breakdown.series)
        .reduce((sum, { metricId, count }) => (metricId === metric ? sum + count : sum), 0),
    }
    const bytes = size.figures * usualBytes.perFigure + size.series * usualBytes.perSeries
    return bytes > this.#options.bytes ? null : loadBlock(reader, metric, size)
  }

  #drop(metric: number): void {
    this.#bytes -= this.#held.get(metric)?.block.bytes ?? 0
    this.#held.delete(metric)
  }
}
