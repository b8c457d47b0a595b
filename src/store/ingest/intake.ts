import type { Finding } from '../../domain/observations/finding.js'
import type { Observation } from '../../domain/observations/observation.js'
import type { Source } from './checks/check.js'
import type { CodeResolver } from './code-resolver.js'
import type { CategoryLabel } from './new-codes.js'
import type { Staging } from './staging.js'
import { UnknownCodes } from './unknown-codes.js'

/** What a source of a release gives: a figure and where it stood, a category that it shows, or what it cannot say. */
export type Item =
  | { readonly figure: Observation; readonly row: number | null; readonly source: Source | null }
  | { readonly shown: CategoryLabel }
  | { readonly faults: readonly Finding[] }

/** Reads a release into `staging`, and gathers what is to be said of it. */
export class Intake {
  readonly sources: Source[] = []
  readonly faults: Finding[] = []
  /** How many figures could not be read. */
  rejected = 0
  readonly coder: CodeResolver
  readonly staging: Staging
  /** Ends when all has been read, and fails where that failed. */
  readonly read: Promise<void>
  ended = false
  readonly #unknown = new UnknownCodes()
  #stopped = false

  constructor(coder: CodeResolver, staging: Staging, items: AsyncIterable<Item>) {
    this.coder = coder
    this.staging = staging
    this.read = this.#read(items)
    this.read.catch(() => {}) // it is told to who waits for it
  }

  /** Reads no further. Ends when nothing is copied any more. */
  async stop(): Promise<void> {
    this.#stopped = true
    await this.read.catch(() => {})
  }

  async #read(items: AsyncIterable<Item>): Promise<void> {
    for await (const item of items) {
      if (this.#stopped) return
      const more = this.#take(item)
      if (more !== null) await more
    }
    this.faults.push(...this.#unknown.findings())
    await this.staging.end()
    this.ended = true
  }

  /** Null where there is nothing to wait for, as of nearly all: waiting costs more than the work. */
  #take(item: Item): Promise<void> | null {
    if ('figure' in item) {
      const series = this.coder.find(item.figure)
      if (series === null) return this.#takeNew(item)
      return this.staging.add(item.figure, series, this.#stood(item.source, item.row))
    }
    if ('shown' in item) this.coder.show(item.shown)
    else {
      this.rejected += 1
      this.faults.push(...item.faults)
    }
    return null
  }

  async #takeNew({ figure, row, source }: Extract<Item, { figure: Observation }>): Promise<void> {
    const unknown = await this.coder.unknown(figure)
    if (unknown.length === 0)
      return this.staging.add(figure, this.coder.series(figure), this.#stood(source, row)) ?? undefined
    this.rejected += 1
    for (const refusal of unknown) this.#unknown.take(refusal, source?.file ?? null, row)
  }

  #stood(source: Source | null, row: number | null) {
    if (source === null || row === null) return null
    const at = this.sources.indexOf(source)
    return { source: at >= 0 ? at : this.sources.push(source) - 1, row }
  }
}
