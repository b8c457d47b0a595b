import type { IndicatorQuery } from '../../../domain/observations/filter.js'
import { firstInOrder } from '../../../lib/first-in-order.js'
import { settled } from '../../../lib/settled.js'
import type { CursorValue, Ordering } from '../../sql/order.js'
import type { Snapshot } from '../metadata-snapshot.js'
import type { Row } from '../rows.js'
import type { Block } from './block.js'
import type { BlockReader } from './blocks.js'
import { ColumnRow } from './column-row.js'
import { blocksFor, type SelectedBlocks } from './selected.js'
import { firstOf, select } from './selection.js'
import { comparison, comparisonTo } from './sorting.js'

export interface PagePart {
  readonly orderings: readonly Ordering[]
  readonly reversed: boolean
  readonly after: readonly CursorValue[] | null
  readonly before: readonly CursorValue[] | null
  readonly size: number
}

export const pageOfBlocks = (
  view: BlockReader,
  query: IndicatorQuery,
  part: PagePart,
): readonly Row[] | null | Promise<readonly Row[] | null> =>
  settled(blocksFor(view, query), (found) => found && (presorted(found, part) ?? sorted(found, part, view.snapshot)))

/** Bounds what is sorted within an answer; of more, the first are found one by one. */
const mostSorted = 10_000

function presorted({ candidates, matcher }: SelectedBlocks, part: PagePart): readonly Row[] | null {
  const { orderings, reversed, after, before, size } = part
  const [first, second] = orderings
  const [only] = candidates
  const isByValue = first?.key.column === 'value' && first.descending && second?.key.column === 'series_id'
  if (!isByValue || reversed || after !== null || before !== null || candidates.length > 1) return null
  if (only?.cells == null || only.cells.length > 1 || only.count > mostSorted) return null
  const { block, cells } = only
  return cells
    .flatMap((cell) => firstOf(block, block.byValue(cell), matcher, size))
    .map((row) => new ColumnRow(block, row))
}

interface Place {
  readonly block: Block
  readonly row: number
}

function sorted(
  { candidates, matcher }: SelectedBlocks,
  { orderings, reversed, after, before, size }: PagePart,
  { codes }: Snapshot,
): readonly Row[] {
  const compare = comparison(orderings, codes)
  const sign = reversed ? -1 : 1
  const isAfter = after === null ? null : comparisonTo(orderings, after, codes)
  const isBefore = before === null ? null : comparisonTo(orderings, before, codes)
  const places: Place[] = []
  for (const { block, rows } of select(candidates, matcher))
    for (const row of rows)
      if ((isAfter === null || isAfter(block, row) > 0) && (isBefore === null || isBefore(block, row) < 0))
        places.push({ block, row })
  const first = firstInOrder(places, size, (a, b) => sign * compare(a.block, a.row, b.block, b.row))
  return first.map(({ block, row }) => new ColumnRow(block, row))
}
