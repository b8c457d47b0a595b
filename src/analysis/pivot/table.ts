import { merged, qualifierOf, type Tally } from '../../domain/aggregation/tally.js'
import { Decimal } from '../../domain/numbers/decimal.js'
import { type Header, type Key, orderOf } from '../../domain/observations/group-key.js'
import type { ObservationStatus, Qualifier } from '../../domain/observations/observation.js'
import type { Reason } from '../../domain/reasons.js'
import { groupBy } from '../../lib/group-by.js'
import { mapCells, type Steps } from '../../lib/steps.js'
import type { Groups } from '../../store/query/groups/groups.js'
import type { Computed } from './content.js'

/** Groups in rows and columns. An empty cell is null; any other has one tally for each measure. */
export type Table = Groups

/** Arranges groups by their row and column headers, in code list order and by period. */
export function* tableOf(
  groups: Groups,
  [rowKeys, columnKeys]: readonly [readonly Key[], readonly Key[]],
): Steps<Table> {
  const down = orderOf(groups.rows, rowKeys)
  const across = orderOf(groups.columns, columnKeys)
  const cells = yield* mapCells(
    down.map(() => across),
    (column, row) => groups.cells[down[row] as number]?.[column] ?? null,
  )
  return {
    rows: down.map((row) => groups.rows[row] as Header),
    columns: across.map((column) => groups.columns[column] as Header),
    cells,
  }
}

type Line = Table['cells'][number]

export const talliesIn = (line: Line): Tally[] => line.flatMap((cell) => cell ?? [])

export const lineOf = (line: Line): Tally[] =>
  [...groupBy(talliesIn(line), ({ measure }) => measure).values()].map(merged)

export function tallyOf(cell: readonly Tally[] | null): Tally | null {
  const first = cell?.[0] ?? null
  if (first === null || first.count > 0 || cell?.length === 1) return first
  return cell?.find(({ count }) => count > 0) ?? first
}

export function ranksOf(numbers: readonly (Decimal | null)[]): (number | null)[] {
  const sorted = numbers.filter((each) => each !== null).sort((a, b) => b.comparedTo(a))
  const ranks = new Map<string, number>()
  for (const [index, each] of sorted.entries()) if (!ranks.has(each.toFixed())) ranks.set(each.toFixed(), index + 1)
  return numbers.map((each) => (each === null ? null : (ranks.get(each.toFixed()) ?? null)))
}

export interface Mark {
  readonly status: ObservationStatus
  readonly qualifier: Qualifier
  readonly reason: Reason | null
}

export function markOfSum(tally: Tally): Mark | null {
  const { count, missing, nil, over, under, about } = tally
  const qualifier = qualifierOf(tally)
  const all = count + missing
  const inexact = over + under + about
  if (count === 0) return { status: tally.status ?? 'MISSING', qualifier, reason: reasonOf(tally.status) }
  if (tally.reason !== null) return { status: 'MISSING', qualifier, reason: tally.reason }
  if (missing > 0) return { status: 'MISSING', qualifier, reason: { code: 'LEVELS_INCOMPLETE', missing, count: all } }
  if (nil === count) return { status: 'NIL', qualifier, reason: { code: 'NIL' } }
  if (qualifier === 'EXACT') return null
  const reason = count === 1 ? null : ({ code: 'SUM_INEXACT', inexact, count: all, yearBefore: false } as const)
  return { status: tally.status ?? 'NORMAL', qualifier, reason }
}

const reasonOf = (status: ObservationStatus | null): Reason =>
  status === 'CONFIDENTIAL' || status === 'NOT_APPLICABLE' ? { code: status } : { code: 'NO_LEVEL', observation: null }

export const markOfComputed = (tally: Tally, computed: Computed): Mark | null =>
  computed instanceof Decimal
    ? null
    : {
        status: tally.count === 0 ? (tally.status ?? 'MISSING') : 'MISSING',
        qualifier: qualifierOf(tally),
        reason: computed,
      }
