import type { IndicatorQuery } from '../../../domain/observations/filter.js'
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
  const countOf = (id: number) => {
    const known = counts.get(id)
    if (known !== undefined) return known
    const begun = { category_id: id, first: 0, further: 0 }
    counts.set(id, begun)
    return begun
  }
  const add = ({ categories }: SeriesEntry, n: number): void => {
    countOf(categories[0] as number).first += n
    for (let index = 1; index < categories.length; index++) countOf(categories[index] as number).further += n
  }
  const { blocks, matcher } = found
  if (matcher.rows.length === 0 && matcher.at === null)
    for (const block of blocks)
      forEachSeries(block, matcher, (place) => {
        const n = block.currentCount(place)
        if (n > 0) add(block.entry(place), n)
      })
  else for (const { block, rows } of select(blocks, matcher)) for (const row of rows) add(block.entryOf(row), 1)
  return [...counts.values()]
}

/** Counts the figures of a filter by cell; null if SQL has to answer. */
export async function countOfBlocks(view: BlockReader, selected: Selected): Promise<readonly CountedCell[] | null> {
  const found = await blocksFor(view, selected)
  if (found === null) return null
  const counts = new Map<string, { -readonly [Key in keyof CountedCell]: CountedCell[Key] }>()
  for (const { block, rows } of select(found.blocks, found.matcher))
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
