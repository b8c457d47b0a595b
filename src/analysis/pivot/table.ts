import { merged, qualifierOf, type Tally } from '../../domain/aggregation/tally.js'
import type { Decimal } from '../../domain/numbers/decimal.js'
import { compareHeaders, type Group, type Header, type Key } from '../../domain/observations/group-key.js'
import type { ObservationStatus, Qualifier } from '../../domain/observations/observation.js'
import { mapCells, mapSteps, type Steps } from '../../lib/steps.js'
import type { Made } from './measure.js'

/** Groups laid out in rows and columns; a cell of no figures is null, one of several measures has a tally of each. */
export interface Table {
  readonly rows: readonly Header[]
  readonly columns: readonly Header[]
  readonly cells: readonly (readonly (readonly Tally[] | null)[])[]
}

/**
 * Lays out groups that have a header of a row and one of a column, in code list order and by period. Groups of one row
 * have the same header, and so have those of one column.
 */
export function* tableOf(
  groups: readonly Group[],
  [rowKeys, columnKeys]: readonly [readonly Key[], readonly Key[]],
): Steps<Table> {
  const rows = new Map<Header, Map<Header, readonly Tally[]>>()
  const columns = new Set<Header>()
  yield* mapSteps(groups, ({ headers: [row, column], tallies }) => {
    if (row === undefined || column === undefined) return
    const line = rows.get(row) ?? new Map<Header, readonly Tally[]>()
    rows.set(row, line)
    line.set(column, tallies)
    columns.add(column)
  })
  const across = [...columns].sort(compareHeaders(columnKeys))
  const down = [...rows.keys()].sort(compareHeaders(rowKeys))
  const lines = down.map((row) => rows.get(row))
  const cells = yield* mapCells(
    lines.map(() => across),
    (column, row) => lines[row]?.get(column) ?? null,
  )
  return { rows: down, columns: across, cells }
}

/** The tallies of a line of cells as those of one group: one of each measure. */
export function lineOf(cells: readonly (readonly Tally[] | null)[]): Tally[] {
  const byMeasure = new Map<string, Tally[]>()
  for (const tally of cells.flatMap((each) => each ?? [])) {
    const others = byMeasure.get(tally.measure)
    if (others === undefined) byMeasure.set(tally.measure, [tally])
    else others.push(tally)
  }
  return [...byMeasure.values()].map(merged)
}

/** The one tally of a cell that has levels, or any that has none. */
export const tallyOf = (cell: readonly Tally[]): Tally | undefined => cell.find(({ count }) => count > 0) ?? cell[0]

/** The place of each number among all, 1 being the largest; equal ones share a place. */
export function ranksOf(numbers: readonly (Decimal | null)[]): (number | null)[] {
  const sorted = numbers.filter((each) => each !== null).sort((a, b) => b.comparedTo(a))
  const places = new Map<string, number>()
  for (const [index, each] of sorted.entries()) if (!places.has(each.toFixed())) places.set(each.toFixed(), index + 1)
  return numbers.map((each) => (each === null ? null : (places.get(each.toFixed()) ?? null)))
}

/** What is to be said of a cell that is no plain number. */
export interface Mark {
  readonly status: ObservationStatus
  readonly qualifier: Qualifier
  readonly reason: string | null
}

/** Of a cell that holds a sum: figures without a level or a rate, nothing but nil, or such as are over, under or about a number. */
export function markOfSum(tally: Tally): Mark | null {
  const { count, missing, nil, over, under, about } = tally
  const qualifier = qualifierOf(tally)
  if (count === 0) {
    const status = tally.status ?? 'MISSING'
    return { status, qualifier, reason: reasons[status] ?? 'No level was printed.' }
  }
  if (tally.why !== null) return { status: 'MISSING', qualifier, reason: tally.why }
  const all = count + missing
  if (missing > 0)
    return {
      status: 'MISSING',
      qualifier,
      reason: `${missing} of its ${all} figures ${missing === 1 ? 'has' : 'have'} no level.`,
    }
  if (nil === count) return { status: 'NIL', qualifier, reason: 'The table prints "-", which counts as 0.' }
  if (qualifier === 'EXACT') return null
  const inexact = over + under + about
  const reason =
    count === 1
      ? null
      : `${inexact} of its ${all} figures ${inexact === 1 ? 'is' : 'are'} over, under or about a number.`
  return { status: tally.status ?? 'NORMAL', qualifier, reason }
}

const reasons: Partial<Record<ObservationStatus, string>> = {
  CONFIDENTIAL: 'It is confidential.',
  NOT_APPLICABLE: 'It does not apply.',
}

/** Of a cell that holds what was made of a sum: why it is empty. */
export const markOfMade = (tally: Tally, { reason }: Made): Mark | null =>
  reason === null
    ? null
    : { status: tally.count === 0 ? (tally.status ?? 'MISSING') : 'MISSING', qualifier: qualifierOf(tally), reason }
