import { type CategoryRef, categoryText } from '../../domain/codes/codes.js'
import type { Period } from '../../domain/periods/period.js'
import { periodText } from '../../domain/text/citation.js'
import type { Unit } from '../../domain/units/unit.js'
import type { Labels } from './labels.js'
import type { OutputObservation } from './observation.js'
import { type Column, type Table, tableOf } from './table.js'

/** The answer of the query `series`. Points are aligned with the periods. */
export interface SeriesLines {
  readonly periods: readonly Period[]
  readonly unit: Unit
  readonly rows: readonly {
    readonly dataset: string
    readonly metric: string
    readonly categories: readonly CategoryRef[]
    readonly measure: Unit
    readonly points: readonly Pick<OutputObservation, 'value' | 'status' | 'qualifier' | 'reason'>[]
  }[]
}

export function seriesTable({ periods, unit, rows }: SeriesLines, labels: Labels): Table {
  const columns: Column[] = [
    { name: 'dataset', label: labels.word('dataset'), kind: 'text' },
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
    rows.map(({ dataset, metric, categories, measure, points }) => [
      dataset,
      metric,
      categories.map(categoryText).join(','),
      measure,
      [labels.metric(metric), ...categories.map((each) => labels.category(each))].join(', '),
      ...periods.map((_, at) => points[at]?.value ?? null),
    ]),
  )
}

export async function* seriesObservations(lines: SeriesLines): AsyncGenerator<readonly OutputObservation[]> {
  const { periods, unit, rows } = lines
  const measures = new Map<string, Set<Unit>>()
  for (const { metric, measure } of rows) measures.set(metric, (measures.get(metric) ?? new Set()).add(measure))
  for (const { dataset, metric, categories, measure, points } of rows) {
    const several = (measures.get(metric)?.size ?? 0) > 1
    yield periods.flatMap((period, at): OutputObservation[] => {
      const point = points[at]
      if (point === undefined) return []
      return [{ dataset, metric, categories, period, unit, decimals: null, ...(several && { measure }), ...point }]
    })
  }
}
