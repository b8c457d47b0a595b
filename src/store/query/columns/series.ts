import type { IndicatorFilter } from '../../../domain/observations/filter.js'
import type { Frequency } from '../../../domain/periods/period.js'
import type { Unit } from '../../../domain/units/unit.js'
import { firstInOrder } from '../../../lib/first-in-order.js'
import type { Row } from '../rows.js'
import type { Block, SeriesEntry } from './block.js'
import type { BlockReader } from './blocks.js'
import { ColumnRow } from './column-row.js'
import { blocksFor } from './selected.js'
import { rowMatcher, select } from './selection.js'

/** A series that matches, with the number of its figures that do. */
export interface CountedSeries {
  readonly id: number
  readonly key: string
  readonly measure: Unit
  readonly category_id: number
  readonly n: string
}

/** The place of a series in code list order. */
export interface SeriesPlace {
  readonly metricRank: number
  readonly categoryRank: number
  readonly key: string
}

interface Wanted {
  readonly after: SeriesPlace | null
  readonly before: SeriesPlace | null
  readonly size: number
  readonly reversed: boolean
}

/** Returns the first series that match a filter, their frequencies and their number, as SQL does; null if SQL has to answer. */
export async function seriesOfBlocks(
  view: BlockReader,
  filter: IndicatorFilter,
  { after, before, size, reversed }: Wanted,
): Promise<{ rows: readonly CountedSeries[]; frequencies: readonly Frequency[]; totalCount: number } | null> {
  const found = await blocksFor(view, { filter, scope: null })
  if (found === null) return null
  const { codes } = view.snapshot
  const matched: (SeriesPlace & { readonly entry: SeriesEntry; readonly n: number })[] = []
  for (const { block, rows } of select(found.candidates, found.matcher)) {
    const metricRank = codes.metricById(block.metric).rank
    for (const [place, n] of countedByPlace(block, rows)) {
      const entry = block.entry(place)
      matched.push({ entry, n, metricRank, categoryRank: codes.categoryById(categoryOf(entry)).rank, key: entry.key })
    }
  }
  const sign = reversed ? -1 : 1
  const beside = matched.filter(
    (each) => (after === null || compare(each, after) > 0) && (before === null || compare(each, before) < 0),
  )
  const rows = firstInOrder(beside, size, (a, b) => sign * compare(a, b)).map(({ entry, n }) => ({
    ...{ id: entry.id, key: entry.key, measure: entry.measure, category_id: categoryOf(entry), n: `${n}` },
  }))
  const frequencies = [...new Set(matched.map(({ entry }) => entry.frequency))].sort()
  return { rows, frequencies, totalCount: matched.length }
}

function countedByPlace(block: Block, rows: readonly number[]): ReadonlyMap<number, number> {
  const { series } = block.columns
  const counts = new Map<number, number>()
  for (const row of rows) counts.set(series[row] as number, (counts.get(series[row] as number) ?? 0) + 1)
  return counts
}

const categoryOf = ({ categories }: SeriesEntry): number => categories[0] as number

const compare = (a: SeriesPlace, b: SeriesPlace): number =>
  a.metricRank - b.metricRank || a.categoryRank - b.categoryRank || compareBytes(a.key, b.key)

/** Compares texts by their bytes, as the collation "C" does. Code units have another order for rare characters. */
const compareBytes = (a: string, b: string): number => (a === b ? 0 : Buffer.compare(Buffer.from(a), Buffer.from(b)))

/** Returns the figures of series that match a filter; null if SQL has to answer. */
export async function figuresOfBlocks(
  view: BlockReader,
  filter: IndicatorFilter,
  keys: readonly string[],
): Promise<readonly Row[] | null> {
  const found = await blocksFor(view, { filter, scope: null })
  if (found === null) return null
  const figures: Row[] = []
  for (const { block } of found.candidates) {
    const matches = rowMatcher(block, found.matcher)
    for (const key of keys) {
      const place = block.series.byKey.get(key)
      if (place === undefined || place >= block.seriesCount) continue
      const end = block.starts[place + 1] as number
      for (let row = block.starts[place] as number; row < end; row++)
        if (matches(row)) figures.push(new ColumnRow(block, row))
    }
  }
  return figures
}
