import { type IndicatorFilter, type Maybe, namesReleases } from '../domain/observations/filter.js'
import { parseInstant } from '../domain/periods/instant.js'
import type { Period } from '../domain/periods/period.js'
import { baseOf, shiftBetween, type Unit, unitInfo } from '../domain/units/unit.js'
import { Refusal, refuse } from '../errors.js'
import type { SeriesRows } from '../store/query/columns/series.js'
import { refuseLonger } from '../store/query/page.js'
import type { Indicator, Parts, SeriesRef } from '../store/query/rows.js'
import { figuresOfSeries, type MatchedSeries, matchedSeries } from '../store/query/series.js'
import type { SeriesFigures } from '../store/query/series-figures.js'
import type { View } from '../store/query/view.js'
import { type ColumnNumbers, ColumnOfLevels, ColumnOfRatios } from './column-numbers.js'
import { distinctSeries } from './currency.js'
import type { DerivedValue } from './derived-value.js'
import { FigureContext } from './figure-context.js'
import { refuseOtherThanMoney } from './growth-and-shares.js'
import { KnownInputs, type ReadObservations } from './known-inputs.js'
import { Gap, Line, SeriesRow } from './series-line.js'
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

export interface SeriesTable {
  readonly periods: readonly Period[]
  readonly unit: Unit
  readonly rates: readonly SeriesRef[]
  readonly rows: readonly SeriesRow[]
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
  const figures = await figuresOfSeries(view, filter, found.series, withObservations ? null : transformInputs)
  const periods = await periodsOf(view, figures)
  refuseLonger(periods.length * found.series.length, mostPoints, 'points')
  const at = filter.asOf == null ? null : parseInstant(filter.asOf).at
  const observations = namesReleases(filter) ? null : await observationsRead(view, found, figures) // a release may print others
  const blocks = [...new Set(figures.flatMap(({ rows }) => rows?.block ?? []))]
  const inputs = new KnownInputs(view, at, { observations, blocks })
  const { unit: to, compute } = transformOf(transform)
  const derive = (indicator: Indicator): DerivedValue => {
    const levelUnit = baseOf(to === null ? unit : indicator.unit)
    return compute(new FigureContext(inputs, indicator), levelUnit, base).in(to ?? levelUnit, unit)
  }
  const lines = await view.pace.map(
    figures,
    (each) => new Line(each, each.rows && numbersOf(each.rows, { transform, unit, base }, inputs), derive),
    1,
  )
  const undecided = lines.flatMap((line) => Array.from(line.undecided, (index) => ({ line, index })))
  const derived = await inputs.computeAll(undecided, ({ line, index }) => line.derive(index))
  const gaps = periods.map((period) => new Gap(period))
  const rows = await view.pace.map(found.series, (series, row) => new SeriesRow(series, lines[row] as Line, gaps), 1)
  const rates = distinctSeries(derived.flatMap((each) => each.rates))
  return { periods, unit, rates, rows, totalCount: found.totalCount, pageInfo: found.pageInfo }
}

async function periodsOf(view: View, figures: readonly SeriesFigures[]): Promise<readonly Period[]> {
  const periods = new Map<number, Period>()
  await view.pace.map(
    figures,
    (each) => {
      for (let index = 0; index < each.length; index++) {
        const ordinal = each.ordinal(index)
        if (!periods.has(ordinal)) periods.set(ordinal, each.period(index))
      }
    },
    1,
  )
  return [...periods.values()].sort((a, b) => a.ordinal - b.ordinal)
}

async function observationsRead(
  view: View,
  { series }: MatchedSeries,
  figures: readonly SeriesFigures[],
): Promise<ReadObservations | null> {
  if (figures.some(({ rows }) => rows !== null)) return null
  const read = await view.pace.map(
    series,
    ({ key }, row) => {
      const own = figures[row] as SeriesFigures
      const indexes = Array.from({ length: own.length }, (_, index) => index)
      return [key, new Map(indexes.map((index) => [own.ordinal(index), own.indicator(index)]))] as const
    },
    1,
  )
  return new Map(read)
}

function numbersOf(
  rows: SeriesRows,
  { transform, unit, base }: { readonly transform: Transform; readonly unit: Unit; readonly base: Period | null },
  inputs: KnownInputs,
): ColumnNumbers | null {
  const { measure, key } = rows.block.entry(rows.place)
  const { unit: rate, divide } = transformOf(transform)
  if (transform === 'LEVEL') return measure === baseOf(unit) ? new ColumnOfLevels(rows, unitInfo(unit).exponent) : null
  if (divide === undefined || rate === null || shiftBetween(rate, unit) !== 0) return null
  if (inputs.rateOrIndex(key) !== null) return null
  const division = divide(rows, inputs.at?.getTime() ?? null, base)
  return division && new ColumnOfRatios(rows, division)
}

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
