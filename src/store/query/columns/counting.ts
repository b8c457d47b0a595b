import type { IndicatorQuery } from '../../../domain/observations/filter.js'
import { getOrInsert } from '../../../lib/memo.js'
import type { CountedCell } from '../counts/cells.js'
import type { SeriesEntry } from './block.js'
import type { BlockReader } from './blocks.js'
import { blocksFor } from './selected.js'
import { forEachSeries, select } from './selection.js'

type Selected = Pick<IndicatorQuery, 'filter' | 'scope'>

export interface CategoryCount {
  readonly category_id: number
  readonly first: number
  readonly further: number
}

/**
 * Counts the figures of a filter by the category by which their series is listed first, and by its further categories;
 * null if SQL has to answer.
 */
export async function countCategoriesOfBlocks(
  view: BlockReader,
  selected: Selected,
): Promise<readonly CategoryCount[] | null> {
  const found = await blocksFor(view, selected)
  if (found === null) return null
  const counts = new Map<number, { category_id: number; first: number; further: number }>()
  const countOf = (id: number) => getOrInsert(counts, id, () => ({ category_id: id, first: 0, further: 0 }))
  const add = ({ categories }: SeriesEntry, n: number): void => {
    countOf(categories[0] as number).first += n
    for (let index = 1; index < categories.length; index++) countOf(categories[index] as number).further += n
  }
  const { candidates, matcher } = found
  if (matcher.rows.length === 0 && matcher.at === null)
    for (const each of candidates)
      forEachSeries(each, matcher, (place) => {
        const n = each.block.currentCount(place)
        if (n > 0) add(each.block.entry(place), n)
      })
  else for (const { block, rows } of select(candidates, matcher)) for (const row of rows) add(block.entryOf(row), 1)
  return [...counts.values()]
}

/** Counts the figures of a filter by cell; null if SQL has to answer. */
export async function countOfBlocks(view: BlockReader, selected: Selected): Promise<readonly CountedCell[] | null> {
  const found = await blocksFor(view, selected)
  if (found === null) return null
  const counts = new Map<string, { -readonly [Key in keyof CountedCell]: CountedCell[Key] }>()
  for (const { block, rows } of select(found.candidates, found.matcher))
    for (const row of rows) {
      const { breakdown, frequency } = block.entryOf(row)
      const period = block.columns.period[row] as number
      const key = `${block.metric} ${breakdown} ${frequency} ${period}`
      const known = counts.get(key)
      if (known === undefined) counts.set(key, { metric: block.metric, breakdown, frequency, period, figures: 1 })
      else known.figures += 1
    }
  return [...counts.values()]
}
