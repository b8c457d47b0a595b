import type { CodeLists } from '../../../domain/codes/codes.js'
import type { IndicatorFilter, ListScope } from '../../../domain/observations/filter.js'
import type { Frequency, Period } from '../../../domain/periods/period.js'
import { Prisma } from '../../../generated/prisma/client.js'
import { groupBy } from '../../../lib/group-by.js'
import { firstMonthOf, lastMonthOf } from '../../sql/period.js'
import { validAt } from '../../sql/validity.js'
import { oncePerSnapshot } from './once-per-snapshot.js'

/** The figures of a metric and breakdown for a period, by ids: `figures` are current, `vintages` superseded as well. */
export interface Cell extends Readonly<Record<'metric' | 'breakdown' | 'period', number>> {
  readonly frequency: Frequency
  readonly figures: number
  readonly vintages: number
}

export type CountedCell = Omit<Cell, 'vintages'>

export class Cells {
  readonly all: readonly Cell[]
  readonly #ofMetrics: ReadonlyMap<number, readonly Cell[]>

  constructor(all: readonly Cell[]) {
    this.all = all
    this.#ofMetrics = groupBy(all, ({ metric }) => metric)
  }

  of(metrics: ReadonlySet<number> | null): readonly Cell[] {
    return metrics === null ? this.all : [...metrics].flatMap((id) => this.#ofMetrics.get(id) ?? [])
  }

  current({ matches, metrics }: CellFilter): readonly Cell[] {
    return this.of(metrics).filter((cell) => cell.figures > 0 && matches(cell))
  }
}

export const cellsOf = oncePerSnapshot(async ({ rows, snapshot }) => {
  const found = await rows<Record<'metric_id' | 'breakdown_id' | 'period', number> & Counts>(Prisma.sql`
    SELECT metric_id, breakdown_id, frequency, period, figures, vintages FROM indicator_count c
    WHERE ${validAt(snapshot.version, 'c')} AND vintages > 0`)
  const cells = found.map(
    ({ metric_id, breakdown_id, frequency, period, figures, vintages }): Cell => ({
      ...{ metric: metric_id, breakdown: breakdown_id, frequency, period },
      ...{ figures: Number(figures), vintages: Number(vintages) },
    }),
  )
  return new Cells(cells)
})

interface Counts extends Readonly<Record<'figures' | 'vintages', string>> {
  readonly frequency: Frequency
}

/** Tells cells that may have figures of a filter from others. If it is exact, all of their figures match. */
export interface CellFilter {
  readonly matches: (cell: Cell) => boolean
  readonly isExact: boolean
  readonly metrics: ReadonlySet<number> | null
}

type Condition = Pick<CellFilter, 'matches' | 'isExact'>

type CellFields = Pick<IndicatorFilter, (typeof cellFields)[number]>
const cellFields = ['datasets', 'metrics', 'dimensions', 'periods', 'from', 'to', 'frequency'] as const

export function cellFilter(filter: IndicatorFilter, scope: ListScope, codes: CodeLists): CellFilter {
  const { and, or, not, ...fields } = filter
  const each = (child: IndicatorFilter): CellFilter => cellFilter(child, null, codes)
  const others = Object.entries(fields).some(
    ([name, value]) => value != null && !cellFields.some((one) => one === name),
  )
  const all: Condition[] = [
    { matches: cellMatcher(filter, codes), isExact: !others },
    inScope(scope, codes),
    ...(and ?? []).map(each),
  ]
  if (and?.length === 0) all.push(none)
  if (or != null) {
    const some = or.map(each)
    all.push({
      matches: (cell) => some.some(({ matches }) => matches(cell)),
      isExact: some.every(({ isExact }) => isExact),
    })
  }
  if (not != null) {
    const { matches, isExact } = each(not)
    all.push({ matches: (cell) => !isExact || !matches(cell), isExact })
  }
  return {
    matches: (cell) => all.every(({ matches }) => matches(cell)),
    isExact: all.every(({ isExact }) => isExact),
    metrics: scope?.kind === 'metric' ? new Set([scope.id]) : idsOf(filter.metrics, codes),
  }
}

const none: Condition = { matches: () => false, isExact: true }

function inScope(scope: ListScope, codes: CodeLists): Condition {
  switch (scope?.kind) {
    case undefined:
      return { matches: () => true, isExact: true }
    case 'metric':
      return { matches: ({ metric }) => metric === scope.id, isExact: true }
    case 'dataset':
      return { matches: cellMatcher({ datasets: [scope.code] }, codes), isExact: true }
    default:
      return { matches: () => true, isExact: false }
  }
}

/** Returns the condition of the fields of a filter that cells decide. Unknown codes match nothing. */
export function cellMatcher(filter: CellFields, codes: CodeLists): (cell: Cell) => boolean {
  const metrics = idsOf(filter.metrics, codes)
  const datasets = setOf(filter.datasets, (code) => codes.dataset(code))
  const dimensions = setOf(filter.dimensions, (code) => codes.dimension(code))
  const frequencies = setOf(filter.frequency, (frequency) => frequency)
  const periods = setOf(filter.periods, keyOf)
  const { from, to } = filter
  const among = codes.breakdowns.filter(
    (each) =>
      (datasets?.has(each.dataset) ?? true) && each.dimensions.every((dimension) => dimensions?.has(dimension) ?? true),
  )
  const breakdowns = new Set(among.map(({ id }) => id))
  return ({ metric, breakdown, frequency, period }) =>
    breakdowns.has(breakdown) &&
    (metrics?.has(metric) ?? true) &&
    (frequencies?.has(frequency) ?? true) &&
    (periods?.has(keyOf({ frequency, ordinal: period })) ?? true) &&
    (from == null || lastMonthOf({ ordinal: period }) >= firstMonthOf(from)) &&
    (to == null || lastMonthOf({ ordinal: period }) <= lastMonthOf(to))
}

export const idsOf = (metrics: IndicatorFilter['metrics'], codes: CodeLists): ReadonlySet<number> | null =>
  setOf(metrics, (code) => codes.metric(code)?.id ?? 0)

const keyOf = ({ frequency, ordinal }: Pick<Period, 'frequency' | 'ordinal'>): string => `${frequency} ${ordinal}`

const setOf = <T, Key>(list: readonly T[] | null | undefined, key: (each: T) => Key): ReadonlySet<Key> | null =>
  list == null ? null : new Set(list.map(key))

export const figuresIn = (cells: readonly CountedCell[]): number => cells.reduce((sum, { figures }) => sum + figures, 0)
