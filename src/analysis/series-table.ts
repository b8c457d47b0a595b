import type { IndicatorFilter } from '../domain/observations/filter.js'
import type { ObservationStatus, Qualifier } from '../domain/observations/observation.js'
import { parseInstant } from '../domain/periods/instant.js'
import type { Period } from '../domain/periods/period.js'
import { baseOf, shiftBetween, type Unit } from '../domain/units/unit.js'
import { Refusal } from '../errors.js'
import { mapCells } from '../lib/steps.js'
import { refuseLonger } from '../store/query/page.js'
import type { Indicator, Parts, SeriesRef } from '../store/query/rows.js'
import { figuresOfSeries, type MatchedSeries, matchedSeries, namesReleases } from '../store/query/series.js'
import type { View } from '../store/query/view.js'
import type { Derived } from './compare.js'
import { refuseOtherThanMoney } from './derive.js'
import { FigureContext } from './figure-context.js'
import { type Transform, transformed, unitOf } from './transforms.js'

/** Figures, or points, of a table. */
export const mostFigures = 100_000

type Maybe<T> = T | null | undefined

/** Which series, and what they are turned into: the arguments of the API. */
export interface SeriesQuery {
  readonly filter: IndicatorFilter
  /** LEVEL where there is none. */
  readonly transform?: Maybe<Transform>
  /** What levels are given in; the base unit of the series' measure where there is none. */
  readonly unit?: Maybe<Unit>
  /** The period whose index is 100. */
  readonly base?: Maybe<Period>
  /** How many; all where it is null. */
  readonly first: number | null
  /** Whether the figures of its points are told too: all of them is read, then. */
  readonly withFigures?: boolean
}

/** One number of a series: the figure of its period and what was made of it, in the table's unit; null where there is none. */
export interface Point {
  readonly period: Period
  readonly indicator: Indicator | null
  /** The office's own word about the figure. */
  readonly status: ObservationStatus
  readonly qualifier: Qualifier
  readonly made: Derived
}

export interface SeriesTable {
  /** Every period that a series has a figure for, in order. */
  readonly periods: readonly Period[]
  readonly unit: Unit
  /** The series of the exchange rate that was used; null where none was. */
  readonly rate: SeriesRef | null
  /** In code list order, their points aligned with the periods. */
  readonly rows: readonly { readonly series: SeriesRef; readonly points: readonly Point[] }[]
  /** How many series match. */
  readonly totalCount: number
}

/**
 * The series of the figures that a filter leaves, all of one frequency, seen from the filter's viewpoint: one statement
 * for the series, one for their figures, and one for each round of what these are computed from.
 */
export async function seriesTable(view: View, query: SeriesQuery): Promise<SeriesTable> {
  const { filter, base = null, unit: asked = null, withFigures = true } = query
  const transform = query.transform ?? 'LEVEL'
  if ((transform === 'INDEX') !== (base !== null))
    throw new Refusal('BAD_USER_INPUT', 'INDEX needs a base, the period that is 100, and nothing else takes one.')
  const everyOne = mostFigures + 1 // each has a figure: more are refused
  const found = await matchedSeries(view, filter, { first: query.first ?? everyOne, mostFigures })
  const unit = tableUnit(transform, asked, found)
  const figures = await figuresOfSeries(view, filter, found.series, withFigures ? null : computedFrom)
  const periods = [...new Map(figures.map(({ period }) => [period.ordinal, period])).values()].sort(
    (a, b) => a.ordinal - b.ordinal,
  )
  refuseLonger(periods.length * found.series.length, mostFigures, 'points')
  const at = filter.asOf == null ? null : parseInstant(filter.asOf).at
  const bySeries = new Map(found.series.map(({ key }) => [key, new Map<number, Indicator>()]))
  await view.pace.map(figures, (figure) => bySeries.get(figure.series.key)?.set(figure.period.ordinal, figure))
  const read = namesReleases(filter) ? null : bySeries // what releases printed is not what was known
  const to = unitOf[transform]
  const levelOf = (figure: Indicator): Unit => (to === null ? baseOf(unit) : baseOf(figure.unit))
  const computing = await view.pace.map(
    figures,
    (figure) => {
      const made = transformed(new FigureContext(view, figure, at, read), transform, levelOf(figure), base)
      if (made instanceof Promise) made.catch(() => {}) // it is waited for when all have begun
      return made
    },
    8,
  )
  const computed = await Promise.all(computing)
  const made = new Map<Indicator, Derived>()
  for (const [index, figure] of figures.entries()) {
    const each = computed[index]
    if (each !== undefined) made.set(figure, each.in(to ?? levelOf(figure), unit))
  }
  const own = found.series.map(({ key }) => bySeries.get(key))
  const points = await view.pace.run(
    mapCells(
      own.map(() => periods),
      (period, row): Point => {
        const indicator = own[row]?.get(period.ordinal) ?? null
        const { status, qualifier } = indicator ?? { status: 'MISSING', qualifier: 'EXACT' }
        return { period, indicator, status, qualifier, made: (indicator && made.get(indicator)) ?? nothing }
      },
    ),
  )
  const rows = found.series.map((series, row) => ({ series, points: points[row] ?? [] }))
  const rate = points.flat().find((point) => point.made.rate !== null)?.made.rate?.series ?? null
  return { periods, unit, rate, rows, totalCount: found.totalCount }
}

const nothing: Derived = {
  value: null,
  bounds: null,
  reported: null,
  base: null,
  rate: null,
  agreement: () => 'NOT_COMPUTABLE',
  reason: () => 'There is no figure for this period.',
}

/** What the table is in. UNIT_MISMATCH where its series are of several measures and none is chosen, or of another than the chosen. */
function tableUnit(transform: Transform, unit: Unit | null, { series }: MatchedSeries): Unit {
  const rate = unitOf[transform]
  if (rate !== null) {
    if (unit !== null) shiftBetween(rate, unit)
    return unit ?? rate
  }
  const measures = [...new Set(series.map(({ measure }) => measure))]
  if (unit !== null) for (const measure of measures) refuseOtherThanMoney(measure, unit)
  if (unit === null && measures.length > 1)
    throw new Refusal(
      'UNIT_MISMATCH',
      `These series are in ${measures.join(' and ')}: choose a unit, or filter by one.`,
      {
        allowed: measures,
      },
    )
  return unit ?? measures[0] ?? 'NUMBER'
}

/** What transforms look at. */
const computedFrom: Parts = new Set<keyof Indicator>([
  ...(['series', 'release', 'metric', 'categories', 'period', 'unit', 'value', 'decimals'] as const),
  ...(['qualifier', 'status', 'changes', 'share', 'shareOf'] as const),
])
