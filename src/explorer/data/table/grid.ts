import type { RateFragment as Rate, ShownFragment as Shown } from '../../../generated/gql/explorer/graphql.js'
import type { Words } from '../../i18n/en.js'
import type { TableData } from '../answered.js'
import { nameOf } from '../named.js'
import { printedGrowth } from '../number.js'

type Levels = TableData['levels']
type Level = Levels['rows'][number]

/**
 * Holds a series in a period. Numbers are decimal strings; `figure` is the id of the figure, or null if there is none.
 */
export interface Cell extends Omit<Level['points'][number], 'indicator'> {
  readonly figure: string | null
  readonly shown: Shown
  /** The shown number as known now, if an earlier day is shown and it differs; null if it is the same. */
  readonly newer: string | null
  readonly growth: Rate
  readonly share: Rate
}

export type Row = Level['series'] & { readonly cells: readonly Cell[] }

export interface Grid extends Pick<Levels, 'periods' | 'unit'> {
  readonly rows: readonly Row[]
  /** The unit of the shown numbers, which is that of the levels unless they are transformed. */
  readonly shownUnit: Levels['unit']
  readonly wholes: ReadonlyMap<string, ReadonlyMap<string, Shown>>
  readonly span: { readonly periods: readonly string[]; readonly values: readonly (string | null)[] }
}

/** Combines the tables of responses, each of periods after those of the one before, into one grid. */
export function gridOf(answers: readonly TableData[]): Grid {
  const [first, ...others] = answers.map(partOf)
  if (first === undefined) throw new Error('A table has an answer.')
  if (others.length === 0) return first
  const grids = [first, ...others]
  const wholes = new Map(
    grids.flatMap(({ wholes }) => [...wholes.keys()]).map((metric) => [metric, new Map<string, Shown>()]),
  )
  for (const grid of grids)
    for (const [metric, points] of grid.wholes)
      for (const [period, point] of points) wholes.get(metric)?.set(period, point)
  return { ...first, periods: grids.flatMap(({ periods }) => periods), rows: rowsOf(grids), wholes }
}

/** Returns the rows of all grids. A row that only some have stands after the one before it there. */
function rowsOf(grids: readonly Grid[]): readonly Row[] {
  const order: Row[] = []
  for (const { rows } of grids) {
    let at = 0
    for (const row of rows) {
      const known = order.findIndex(({ key }) => key === row.key)
      if (known < 0) order.splice(at, 0, row)
      at = (known < 0 ? at : known) + 1
    }
  }
  const byKey = grids.map(({ rows }) => new Map(rows.map((row) => [row.key, row])))
  return order.map((row) => ({
    ...row,
    cells: grids.flatMap(({ periods }, part) => byKey[part]?.get(row.key)?.cells ?? periods.map(() => noCell)),
  }))
}

function partOf({ levels, shown, growth, shares, whole, span, now }: TableData): Grid {
  const newer = new Map(now?.rows.map(({ series, points }) => [series.key, pointsByPeriod(now.periods, points)]))
  const rows = levels.rows.map(({ series, points }, row) => ({
    ...series,
    cells: points.map(({ indicator, ...level }, column): Cell => {
      const rate = growth?.rows[row]?.points[column] ?? noRate
      const form = shown?.rows[row]?.points[column] ?? (shown == null ? level : noLevel)
      const later = newer.get(series.key)?.get(levels.periods[column] ?? '')?.value ?? null
      return {
        ...level,
        figure: indicator?.id ?? null,
        shown: form,
        newer: later === form.value ? null : later,
        growth: { ...rate, reported: printedGrowth({ yoyChange: rate.reported, changes: indicator?.changes ?? [] }) },
        share: shares?.rows[row]?.points[column] ?? noRate,
      }
    }),
  }))
  const wholes = new Map(
    whole.rows.map(({ series, points }) => [series.metric.code, pointsByPeriod(whole.periods, points)]),
  )
  const values = span.rows[0]?.points.map(({ value }) => value) ?? []
  return {
    ...{ periods: levels.periods, unit: levels.unit, shownUnit: shown?.unit ?? levels.unit },
    ...{ rows, wholes, span: { periods: span.periods, values } },
  }
}

const pointsByPeriod = <Point>(periods: readonly string[], points: readonly Point[]): ReadonlyMap<string, Point> =>
  new Map(points.map((point, index) => [periods[index] ?? '', point]))

export function labelOf({ metric, categories }: Row, { rows }: Grid, words: Words): string {
  const severalMetrics = rows.some((row) => row.metric.code !== metric.code)
  const broken = categories.filter(({ code }) => code !== 'ALL')
  if (severalMetrics || broken.length === 0) return nameOf(metric, broken, words)
  return broken.map(words.text).join(' · ')
}

export const differs = ({ agreement }: Pick<Rate, 'agreement'>): boolean =>
  agreement === 'ROUNDING' || agreement === 'BASE_REVISED' || agreement === 'DISAGREES'

export const agreementSign = (rate: Pick<Rate, 'agreement'>): string =>
  differs(rate) ? (rate.agreement === 'ROUNDING' ? '≈' : '≠') : ''

const noLevel: Shown = { value: null, bounds: null, status: 'MISSING', qualifier: 'EXACT', reason: null }
const noRate: Rate = { reported: null, value: null, bounds: null, agreement: 'NOT_COMPUTABLE', reason: null }
const noCell: Cell = { ...noLevel, figure: null, shown: noLevel, newer: null, growth: noRate, share: noRate }
