import type { IndicatorQuery } from '../../../domain/observations/filter.js'
import { getOrInsert } from '../../../lib/memo.js'
import type { CountedCell } from '../counts/cells.js'
import type { SeriesEntry } from './block.js'
import type { BlockReader } from './blocks.js'
import { blocksFor } from './selected.js'
import { forEachRun } from './selection.js'

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
  for (const each of candidates)
    forEachRun(each, matcher, (place, from, end, matches, isWhole) => {
      const n = isWhole && matcher.at === null ? each.block.currentCount(place) : countIn(from, end, matches)
      if (n > 0) add(each.block.entry(place), n)
    })
  return [...counts.values()]
}

function countIn(from: number, end: number, matches: (row: number) => boolean): number {
  let count = 0
  for (let row = from; row < end; row++) if (matches(row)) count += 1
  return count
}

export async function countOfBlocks(view: BlockReader, selected: Selected): Promise<readonly CountedCell[] | null> {
  const found = await blocksFor(view, selected)
  if (found === null) return null
  type Counted = { -readonly [Key in keyof CountedCell]: CountedCell[Key] }
  const counts: Counted[] = []
  for (const candidates of found.candidates) {
    const { block } = candidates
    const { metric, columns } = block
    const groups = new Map<string, Map<number, Counted>>()
    forEachRun(candidates, found.matcher, (place, from, end, matches) => {
      const { breakdown, frequency } = block.entry(place)
      const group = getOrInsert(groups, `${breakdown} ${frequency}`, () => new Map<number, Counted>())
      for (let row = from; row < end; row++) {
        if (!matches(row)) continue
        const period = columns.period[row] as number
        const known = group.get(period)
        if (known === undefined) group.set(period, { metric, breakdown, frequency, period, figures: 1 })
        else known.figures += 1
      }
    })
    for (const group of groups.values()) counts.push(...group.values())
  }
  return counts
}
