import { unknown } from '../domain/numbers/quantity.js'
import { type IndicatorFilter, type Maybe, namesReleases } from '../domain/observations/filter.js'
import type { ObservationStatus, Qualifier } from '../domain/observations/observation.js'
import { parseInstant } from '../domain/periods/instant.js'
import type { Period } from '../domain/periods/period.js'
import { baseOf, shiftBetween, type Unit } from '../domain/units/unit.js'
import { Refusal, refuse } from '../errors.js'
import { refuseLonger } from '../store/query/page.js'
import type { Indicator, Parts, SeriesRef } from '../store/query/rows.js'
import { figuresOfSeries, type MatchedSeries, matchedSeries } from '../store/query/series.js'
import type { View } from '../store/query/view.js'
import { distinctSeries } from './currency.js'
import { DerivedValue } from './derived-value.js'
import { FigureContext } from './figure-context.js'
import { refuseOtherThanMoney } from './growth-and-shares.js'
import { KnownInputs } from './known-inputs.js'
import { type Transform, transformOf } from './transforms.js'

export const mostPoints = 100_000

export interface SeriesQuery {
  readonly filter: IndicatorFilter
  readonly transform?: Maybe<Transform>
  readonly unit?: Maybe<Unit>
  readonly base?: Maybe<Period>
  readonly first: number | null
  readonly after?: Maybe<string>
  readonly withObservations?: boolean
}

export interface Point {
  readonly period: Period
  readonly indicator: Indicator | null
  readonly status: ObservationStatus
  readonly qualifier: Qualifier
  readonly derived: DerivedValue
}

export interface SeriesTable {
  readonly periods: readonly Period[]
  readonly unit: Unit
  readonly rates: readonly SeriesRef[]
  readonly rows: readonly { readonly series: SeriesRef; readonly points: readonly Point[] }[]
  readonly totalCount: number
  readonly pageInfo: MatchedSeries['pageInfo']
}

/**
 * Returns the series of the observations that match a filter, all of one frequency, as known at the filter's `asOf`. Runs
 * one statement for the series, one for their observations and one for each round of the inputs of the transform.
 */
export async function seriesTable(view: View, query: SeriesQuery): Promise<SeriesTable> {
  const { filter, base = null, withObservations = true } = query
  const transform = query.transform ?? 'LEVEL'
  if ((transform === 'INDEX') !== (base !== null))
    refuse('INDEX requires `base`, the period that is 100; no other transform accepts it.')
  // Each series has at least one observation, so that more series than points are refused.
  const found = await matchedSeries(view, filter, {
    first: query.first ?? mostPoints + 1,
    after: query.after,
    mostFigures: mostPoints,
  })
  const unit = tableUnit(transform, query.unit ?? null, found)
  const observations = await figuresOfSeries(view, filter, found.series, withObservations ? null : transformInputs)
  const periods = [...new Map(observations.map(({ period }) => [period.ordinal, period])).values()].sort(
    (a, b) => a.ordinal - b.ordinal,
  )
  refuseLonger(periods.length * found.series.length, mostPoints, 'points')
  const at = filter.asOf == null ? null : parseInstant(filter.asOf).at
  const bySeries = new Map(found.series.map(({ key }) => [key, new Map<number, Indicator>()]))
  await view.pace.map(observations, (each) => bySeries.get(each.series.key)?.set(each.period.ordinal, each))
  const read = namesReleases(filter) ? null : bySeries // a release may have printed other values than were known
  const inputs = new KnownInputs(view, at, read)
  const { unit: to, compute } = transformOf(transform)
  const results = await inputs.computeAll(observations, (each) => {
    const levelUnit = baseOf(to === null ? unit : each.unit)
    return compute(new FigureContext(inputs, each), levelUnit, base).in(to ?? levelUnit, unit)
  })
  const rowOf = new Map(found.series.map(({ key }, row) => [key, row]))
  const columnOf = new Map(periods.map(({ ordinal }, column) => [ordinal, column]))
  const gaps = periods.map(
    (period): Point => ({ period, indicator: null, status: 'MISSING', qualifier: 'EXACT', derived: missing }),
  )
  const points = await view.pace.map(found.series, () => gaps.slice(), 1)
  await view.pace.map(observations, (indicator, index) => {
    const { period, status, qualifier, series } = indicator
    const line = points[rowOf.get(series.key) ?? -1]
    const column = columnOf.get(period.ordinal)
    if (line === undefined || column === undefined) throw new Error(`The figures of ${series.key} were not selected.`)
    line[column] = { period, indicator, status, qualifier, derived: results[index] ?? missing }
  })
  const rows = found.series.map((series, row) => ({ series, points: points[row] ?? [] }))
  const rates = distinctSeries(points.flat().flatMap(({ derived }) => derived.rates))
  return { periods, unit, rates, rows, totalCount: found.totalCount, pageInfo: found.pageInfo }
}

const missing = new DerivedValue(unknown({ code: 'NO_INDICATOR', observation: null, asOf: false }), {
  observation: null,
})

function tableUnit(transform: Transform, unit: Unit | null, { series }: MatchedSeries): Unit {
  const { unit: rate } = transformOf(transform)
  if (rate !== null) {
    if (unit !== null) shiftBetween(rate, unit)
    return unit ?? rate
  }
  const measures = [...new Set(series.map(({ measure }) => measure))]
  if (unit !== null) for (const measure of measures) refuseOtherThanMoney(measure, unit)
  if (unit === null && measures.length > 1)
    throw new Refusal(
      'UNIT_MISMATCH',
      `The series are in ${measures.join(' and ')}: choose a unit, or filter by one.`,
      { allowed: measures },
    )
  return unit ?? measures[0] ?? 'NUMBER'
}

const transformInputs: Parts = new Set<keyof Indicator>([
  ...(['series', 'release', 'metric', 'categories', 'period', 'unit', 'value', 'decimals'] as const),
  ...(['qualifier', 'status', 'changes', 'share', 'shareOf'] as const),
])
