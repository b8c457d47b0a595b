import type { IndicatorQuery } from '../../../domain/observations/filter.js'
import type { CursorValue, Ordering } from '../../sql/order.js'
import type { Snapshot } from '../metadata-snapshot.js'
import type { Row } from '../rows.js'
import type { Block } from './block.js'
import type { BlockReader } from './blocks.js'
import { ColumnRow } from './column-row.js'
import { blocksFor, type SelectedBlocks } from './selected.js'
import { cellsIn, firstOf, select } from './selection.js'
import { comparison, comparisonTo } from './sorting.js'

export interface PagePart {
  readonly orderings: readonly Ordering[]
  readonly reversed: boolean
  /** The values of the cursors on both sides of the page, or null. */
  readonly after: readonly CursorValue[] | null
  readonly before: readonly CursorValue[] | null
  readonly size: number
}

/** Returns the first rows of a list, as its SQL does; null if SQL has to answer. */
export async function pageOfBlocks(
  view: BlockReader,
  query: IndicatorQuery,
  part: PagePart,
): Promise<readonly Row[] | null> {
  const found = await blocksFor(view, query)
  return found && (presorted(found, part) ?? sorted(found, part, view.snapshot))
}

/** Bounds what is sorted within an answer; of more, the first are found one by one. */
const mostSorted = 10_000

/** Answers lists by value of the figures for one period from the order in which a block keeps them. */
function presorted({ blocks, matcher }: SelectedBlocks, part: PagePart): readonly Row[] | null {
  const { orderings, reversed, after, before, size } = part
  const [first, second] = orderings
  const [block] = blocks
  const isByValue = first?.key.column === 'value' && first.descending && second?.key.column === 'series_id'
  if (!isByValue || reversed || after !== null || before !== null || block === undefined || blocks.length > 1)
    return null
  const cells = cellsIn(block, matcher)
  const [cell] = cells ?? []
  if (cells === null || cells.length > 1 || (cell?.length ?? 0) > mostSorted) return null
  return cell === undefined
    ? []
    : firstOf(block, block.byValue(cell), matcher, size).map((row) => new ColumnRow(block, row))
}

interface Place {
  readonly block: Block
  readonly row: number
}

function sorted(
  { blocks, matcher }: SelectedBlocks,
  { orderings, reversed, after, before, size }: PagePart,
  { codes }: Snapshot,
): readonly Row[] {
  const compare = comparison(orderings, codes)
  const sign = reversed ? -1 : 1
  const isAfter = after === null ? null : comparisonTo(orderings, after, codes)
  const isBefore = before === null ? null : comparisonTo(orderings, before, codes)
  const places: Place[] = []
  for (const { block, rows } of select(blocks, matcher))
    for (const row of rows)
      if ((isAfter === null || isAfter(block, row) > 0) && (isBefore === null || isBefore(block, row) < 0))
        places.push({ block, row })
  const first = firstInOrder(places, size, (a, b) => sign * compare(a.block, a.row, b.block, b.row))
  return first.map(({ block, row }) => new ColumnRow(block, row))
}

/** Returns the first `size` of a list in order, by way of a heap of so many whose root is the last of them. */
export function firstInOrder<T>(list: readonly T[], size: number, compare: (a: T, b: T) => number): readonly T[] {
  if (list.length <= size * 4) return list.toSorted(compare).slice(0, size)
  const heap = list.slice(0, size)
  const sink = (start: number): void => {
    for (let at = start; ; ) {
      const [left, right] = [2 * at + 1, 2 * at + 2]
      let last = at
      if (left < size && compare(heap[left] as T, heap[last] as T) > 0) last = left
      if (right < size && compare(heap[right] as T, heap[last] as T) > 0) last = right
      if (last === at) return
      ;[heap[at], heap[last]] = [heap[last] as T, heap[at] as T]
      at = last
    }
  }
  for (let at = (size >> 1) - 1; at >= 0; at--) sink(at)
  for (let index = size; index < list.length; index++) {
    const each = list[index] as T
    if (size === 0 || compare(each, heap[0] as T) >= 0) continue
    heap[0] = each
    sink(0)
  }
  return heap.sort(compare)
}
