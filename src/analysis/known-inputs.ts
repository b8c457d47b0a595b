import { total } from '../domain/codes/codes.js'
import { type Quantity, unknown } from '../domain/numbers/quantity.js'
import type { ShareBase } from '../domain/observations/observation.js'
import { otherQuantityKey, parseSeriesKey } from '../domain/observations/series-key.js'
import { baseOf, isRate } from '../domain/units/unit.js'
import { getOrInsert } from '../lib/memo.js'
import type { Block } from '../store/query/columns/block.js'
import { knownIn } from '../store/query/columns/known.js'
import { type Indicator, toIndicator } from '../store/query/rows.js'
import type { View } from '../store/query/view.js'

export type ReadObservations = ReadonlyMap<string, ReadonlyMap<number, Indicator>>

interface Whole {
  readonly of: ShareBase
  readonly quantity: string
  readonly isWhole: boolean
}

const isSame = (a: ShareBase, b: ShareBase): boolean =>
  a.metric === b.metric && a.category.dimension === b.category.dimension && a.category.code === b.category.code

const none: readonly Indicator[] = []

/** The observations that were read before, by series, or the blocks of metrics, which have all of theirs. */
interface ReadBefore {
  readonly observations?: ReadObservations | null
  readonly blocks?: readonly Block[]
}

/**
 * Gives access to what was known at one time. Answers synchronously from what has been read; records what has not been,
 * so that computations are repeated after all of it has been loaded together.
 */
export class KnownInputs {
  readonly view: View
  readonly at: Date | null
  misses = 0
  readonly #read: ReadObservations | null
  readonly #findInMemory: ReturnType<typeof knownIn>
  readonly #loaded = new Map<string, Map<number, readonly Indicator[]>>()
  readonly #missing = new Map<string, Set<number>>()
  readonly #wholes = new Map<string, Whole>() // of each series the last, as few refer to several
  readonly #rateOrIndex = new Map<string, Quantity | null>()

  constructor(view: View, at: Date | null, { observations = null, blocks = [] }: ReadBefore = {}) {
    this.view = view
    this.at = at
    this.#read = observations
    this.#findInMemory = knownIn(blocks, view.snapshot.codes)
  }

  ofSeries(key: string, ordinal: number): Indicator | null {
    return this.#read?.get(key)?.get(ordinal) ?? null
  }

  find(quantity: string, ordinal: number): readonly Indicator[] {
    const loaded = this.#loaded.get(quantity)?.get(ordinal)
    if (loaded !== undefined) return loaded
    const inMemory = this.#findInMemory({ quantity, ordinal, at: this.at })
    if (inMemory !== null) {
      const found = inMemory.map((row) => toIndicator(row, this.view.snapshot))
      this.#keep(quantity, ordinal, found)
      return found
    }
    this.misses += 1
    getOrInsert(this.#missing, quantity, () => new Set<number>()).add(ordinal)
    return none
  }

  /** Repeats a computation until it has found all its inputs. */
  compute<T>(computation: () => T): T | Promise<T> {
    const { misses } = this
    const result = computation()
    return this.misses === misses ? result : this.load().then(() => this.compute(computation))
  }

  /** Computes the results of many items as `compute` does, with one load for all inputs that a pass has not found. */
  async computeAll<Item, T>(items: readonly Item[], computation: (item: Item) => T): Promise<T[]> {
    const results: T[] = []
    let waiting: number[] = []
    const attempt = (index: number): void => {
      const { misses } = this
      results[index] = computation(items[index] as Item)
      if (this.misses !== misses) waiting.push(index)
    }
    await this.view.pace.map(items.keys(), attempt)
    while (waiting.length > 0) {
      const again = waiting
      waiting = []
      await this.load()
      await this.view.pace.map(again, attempt)
    }
    return results
  }

  async load(): Promise<void> {
    const { view, at } = this
    const wanted = [...this.#missing].flatMap(([quantity, ordinals]) =>
      [...ordinals].map((ordinal) => ({ quantity, ordinal, at })),
    )
    this.#missing.clear()
    const found = await Promise.all(wanted.map((key) => view.known.load(key)))
    for (const [index, { quantity, ordinal }] of wanted.entries()) this.#keep(quantity, ordinal, found[index] ?? none)
    if (view.pace.due()) await view.pace.rest()
  }

  #keep(quantity: string, ordinal: number, found: readonly Indicator[]): void {
    getOrInsert(this.#loaded, quantity, () => new Map()).set(ordinal, found)
  }

  /** Returns the whole that a printed share refers to, by default the total of the metric. */
  wholeOf(observation: Indicator): Whole {
    const {
      metric,
      shareOf,
      series: { key },
    } = observation
    const of = shareOf ?? { metric, category: total }
    const { dimension, code } = of.category
    const known = this.#wholes.get(key)
    if (known !== undefined && isSame(known.of, of)) return known
    const { categories } = observation
    const [first] = categories
    const isWhole =
      of.metric === metric && categories.length === 1 && first?.dimension === dimension && first.code === code
    const whole = { of, quantity: otherQuantityKey(key, of), isWhole }
    this.#wholes.set(key, whole)
    return whole
  }

  /** Returns the reason why neither growth nor shares of a series are computed, or null. */
  rateOrIndex(seriesKey: string): Quantity | null {
    return getOrInsert(this.#rateOrIndex, seriesKey, () => {
      const parts = parseSeriesKey(seriesKey)
      if (parts === null) throw new Error(`A stored series has the invalid key "${seriesKey}".`)
      const { metric, measure } = parts
      const isRatio = this.view.snapshot.codes.metric(metric)?.additivity === 'RATIO'
      return isRatio || isRate(measure) || baseOf(measure) === 'INDEX'
        ? unknown({ code: 'RATE_OR_INDEX', metric })
        : null
    })
  }

  /** Indicates whether one release printed all of several observations: that of the first, anew or for the first time. */
  printedTogether([first, ...others]: readonly (Indicator | null)[]): boolean | Promise<boolean> {
    const code = first?.release.code
    const elsewhere = others.filter((other) => other !== null && other.release.code !== code)
    return elsewhere.length === 0 || this.#confirmedBy(code, elsewhere as readonly Indicator[])
  }

  async #confirmedBy(code: string | undefined, observations: readonly Indicator[]): Promise<boolean> {
    const confirmed = await Promise.all(observations.map((each) => this.view.confirmedBy(each)))
    if (this.view.pace.due()) await this.view.pace.rest()
    return confirmed.every((releases) => releases.some((release) => release.code === code))
  }
}
