import type { IndicatorFilter } from '../../../domain/observations/filter.js'
import type { Frequency } from '../../../domain/periods/period.js'
import type { Unit } from '../../../domain/units/unit.js'
import { firstInOrder } from '../../../lib/first-in-order.js'
import { getOrInsert } from '../../../lib/memo.js'
import type { Block, SeriesEntry } from './block.js'
import type { BlockReader } from './blocks.js'
import { blocksFor, type SelectedBlocks } from './selected.js'
import { forEachRun } from './selection.js'

export interface SeriesRows {
  readonly block: Block
  readonly place: number
  readonly rows: readonly number[]
}

export interface CountedSeries {
  readonly id: number
  readonly key: string
  readonly measure: Unit
  readonly category_id: number
  readonly n: string
  readonly figures: SeriesRows | null
}

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
  const matched = figuresBySeries(found).map((figures): SeriesPlace & { readonly figures: SeriesRows } => {
    const { block, place } = figures
    const { key, categories } = block.entry(place)
    const categoryRank = codes.categoryById(categories[0] as number).rank
    return { figures, metricRank: codes.metricById(block.metric).rank, categoryRank, key }
  })
  const sign = reversed ? -1 : 1
  const beside = matched.filter(
    (each) => (after === null || compare(each, after) > 0) && (before === null || compare(each, before) < 0),
  )
  const rows = firstInOrder(beside, size, (a, b) => sign * compare(a, b)).map(({ figures }): CountedSeries => {
    const { id, key, measure, categories } = entryOf(figures)
    return { id, key, measure, category_id: categories[0] as number, n: `${figures.rows.length}`, figures }
  })
  const frequencies = [...new Set(matched.map(({ figures }) => entryOf(figures).frequency))].sort()
  return { rows, frequencies, totalCount: matched.length }
}

function figuresBySeries({ candidates, matcher }: SelectedBlocks): readonly SeriesRows[] {
  return candidates.flatMap((each) => {
    const { block } = each
    const found = new Map<number, number[]>()
    forEachRun(each, matcher, (place, from, end, matches) => {
      for (let row = from; row < end; row++) if (matches(row)) getOrInsert(found, place, newList).push(row)
    })
    return [...found].map(([place, rows]) => ({ block, place, rows: each.cells === null ? rows : rows.sort(byNumber) }))
  })
}

const newList = (): number[] => []
const byNumber = (a: number, b: number): number => a - b

const entryOf = ({ block, place }: SeriesRows): SeriesEntry => block.entry(place)

const compare = (a: SeriesPlace, b: SeriesPlace): number =>
  a.metricRank - b.metricRank || a.categoryRank - b.categoryRank || compareBytes(a.key, b.key)

/** Compares texts by their bytes, as the collation "C" does. Code units have another order for rare characters. */
const compareBytes = (a: string, b: string): number => (a === b ? 0 : Buffer.compare(Buffer.from(a), Buffer.from(b)))
