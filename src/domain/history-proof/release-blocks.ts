import { compareUtf8 } from '../../lib/utf8-order.js'
import { blockLines } from './figure-line.js'
import { type Hash, LeafText } from './merkle.js'

export interface Block {
  readonly hash: Hash
  readonly lines: number
  /** The ids of the series of its lines, as ranges in ascending order: they are fewer, and kept until the import ends. */
  readonly series: readonly Range[]
  readonly periods: Range
  readonly firstPlace: Place
  readonly firstSeries: number
  readonly firstPeriod: number
}

/** The numbers from one on and before another. */
export type Range = readonly [from: number, to: number]

export interface Place {
  readonly source: number
  readonly row: number
}

interface Line<Series> {
  readonly series: Series
  readonly period: number
  /** The cells behind the key of the series: those that are content, and the others. */
  readonly content: string
  readonly end: string
}

interface Unidentified<Series> extends Omit<Block, 'series' | 'firstSeries'> {
  readonly series: readonly Series[]
}

/** The place of a line that comes from no file: behind all others. */
export const noPlace: Place = { source: 2 ** 15 - 1, row: 2 ** 31 - 1 }

/**
 * Makes the blocks of a release from its lines, while they are read: in the order of the rows of its files, and those of
 * one row in the order of series keys and periods. Lines that come in another order, or from no file, have no blocks here.
 * A series may receive its id after its first line: `identify` is called when all have ids.
 */
export class ReleaseBlocks<Series extends { readonly key: string; readonly id: number }> {
  readonly #blocks: Block[] = []
  #unidentified: Unidentified<Series>[] = []
  readonly #block = new LeafText(blockLines * 4)
  #series: Series[] = []
  #firstPlace: Place = noPlace
  #firstPeriod = 0
  #leastPeriod = 0
  #lastPeriod = 0
  #source = -1
  #row = -1
  #ofRow: Line<Series>[] = []
  #isInOrder = true

  add(line: Line<Series>, at: Place | null): void {
    if (!this.#isInOrder) return
    const isSameRow = at?.row === this.#row && at.source === this.#source
    if (!isSameRow) {
      this.#endRow()
      if (at === null || at.source < this.#source || (at.source === this.#source && at.row < this.#row)) {
        this.#isInOrder = false
        return
      }
      this.#source = at.source
      this.#row = at.row
    }
    this.#ofRow.push(line)
  }

  identify(): void {
    for (const { series, ...block } of this.#unidentified) {
      const ids = series.map(({ id }) => id)
      this.#blocks.push({ ...block, firstSeries: ids[0] as number, series: rangesOf(ids) })
    }
    this.#unidentified = []
  }

  end(): readonly Block[] {
    this.#endRow()
    if (this.#block.parts > 0) this.#endBlock()
    this.identify()
    return this.#isInOrder ? this.#blocks : []
  }

  #endRow(): void {
    const row = this.#ofRow
    if (row.length === 1) this.#append(row.pop() as Line<Series>)
    else {
      for (const line of row.sort(inOrder)) this.#append(line)
      this.#ofRow = []
    }
  }

  #append({ series, period, content, end }: Line<Series>): void {
    const block = this.#block
    if (block.parts === 0) {
      this.#firstPlace = { source: this.#source, row: this.#row }
      this.#firstPeriod = this.#leastPeriod = this.#lastPeriod = period
    } else if (period < this.#leastPeriod) this.#leastPeriod = period
    else if (period > this.#lastPeriod) this.#lastPeriod = period
    if (series !== this.#series.at(-1)) this.#series.push(series)
    block.push(series.key)
    block.push('\t')
    block.push(content)
    block.push(end)
    if (block.parts === 4 * blockLines) this.#endBlock()
  }

  #endBlock(): void {
    this.#unidentified.push({
      lines: this.#block.parts / 4,
      hash: this.#block.hash(),
      series: this.#series,
      periods: [this.#leastPeriod, this.#lastPeriod + 1],
      firstPlace: this.#firstPlace,
      firstPeriod: this.#firstPeriod,
    })
    this.#series = []
  }
}

function rangesOf(ids: readonly number[]): Range[] {
  const ranges: [from: number, to: number][] = []
  for (const id of ids.toSorted((a, b) => a - b)) {
    const last = ranges.at(-1)
    if (last?.[1] === id) last[1] = id + 1
    else if (last === undefined || last[1] < id) ranges.push([id, id + 1])
  }
  return ranges
}

const inOrder = <Series extends { readonly key: string }>(a: Line<Series>, b: Line<Series>): number =>
  a.series === b.series ? a.period - b.period : compareUtf8(a.series.key, b.series.key)
