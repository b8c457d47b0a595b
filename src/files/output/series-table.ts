import { type CategoryRef, categoryText } from '../../domain/codes/codes.js'
import type { ObservationStatus, Qualifier } from '../../domain/observations/observation.js'
import type { Period } from '../../domain/periods/period.js'
import { periodText } from '../../domain/text/citation.js'
import type { Unit } from '../../domain/units/unit.js'
import type { Labels } from './labels.js'
import type { OutputObservation } from './observation.js'
import { type Column, type Table, tableOf } from './table.js'

interface SeriesPoint {
  readonly value: string | null
  readonly status: ObservationStatus
  readonly qualifier: Qualifier
  readonly reason: string | null
}

/** The answer of the query `series`. Points are aligned with the periods. */
export interface SeriesLines {
  readonly periods: readonly Period[]
  readonly unit: Unit
  readonly rows: readonly {
    readonly metric: string
    readonly categories: readonly CategoryRef[]
    readonly measure: Unit
    readonly points: readonly SeriesPoint[]
  }[]
}

export function seriesTable({ periods, unit, rows }: SeriesLines, labels: Labels): Table {
  const columns: Column[] = [
    { name: 'metric', label: labels.word('metric'), kind: 'text' },
    { name: 'categories', label: labels.word('code'), kind: 'text' },
    { name: 'measure', label: labels.word('measure'), kind: 'text' },
    { name: 'name', label: `${labels.word('metric_name')} (${labels.unit(unit)})`, kind: 'text' },
    ...periods.map(
      (period): Column => ({ name: period.text, label: periodText(period, labels.language), kind: 'number' }),
    ),
  ]
  return tableOf(
    columns,
    rows.map(({ metric, categories, measure, points }) => [
      metric,
      categories.map(categoryText).join(','),
      measure,
      [labels.metric(metric), ...categories.map((each) => labels.category(each))].join(', '),
      ...periods.map((_, at) => points[at]?.value ?? null),
    ]),
  )
}

/** Yields the points of each series, with their measure if a metric has several. */
export async function* seriesObservations({
  periods,
  unit,
  rows,
}: SeriesLines): AsyncGenerator<readonly OutputObservation[]> {
  const measures = new Map<string, Set<Unit>>()
  for (const { metric, measure } of rows) measures.set(metric, (measures.get(metric) ?? new Set()).add(measure))
  for (const { metric, categories, measure, points } of rows) {
    const several = (measures.get(metric)?.size ?? 0) > 1
    yield periods.flatMap((period, at): OutputObservation[] => {
      const point = points[at]
      if (point === undefined) return []
      return [{ metric, categories, period, unit, decimals: null, ...(several && { measure }), ...point }]
    })
  }
}
