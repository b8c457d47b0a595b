import type { Unit } from '../../generated/gql/explorer/graphql.js'
import { nameIn } from '../data/named.js'
import { brief, compare, grouped, negated, padded, rounded, scaled, signed, sum } from '../data/number.js'
import { spanOf, timeOf } from '../data/period.js'
import { everything, mostColours } from '../data/selection.js'
import type { Chart, Form, State } from '../data/state.js'
import { type Cell, type Grid, labelOf, type Row } from '../data/table/grid.js'
import type { Lists, View } from '../data/view.js'
import type { Words } from '../i18n/en.js'
import type { ChartModel, ChartPeriod, ChartPoint, ChartSeries } from './model.js'

/** The number of series that each drawing selects if the reader selected none. */
const usual: Readonly<Record<Chart, number>> = {
  ...{ line: 3, bar: 10, stacked: 6, multiples: 12, heat: 31, map: Number.POSITIVE_INFINITY },
  ...{ slope: 10, rates: 3, table: Number.POSITIVE_INFINITY },
}
const significant = 3
const unsigned: ReadonlySet<Form> = new Set<Form>(['level', 'share', 'index', 'cumulative', 'single'])

interface Source {
  readonly state: State
  readonly view: View
  readonly lists: Lists
  readonly grid: Grid
  readonly words: Words
}

/** Returns what a drawing of a response needs, or null if the response has no series. */
export function modelOf(given: Source): ChartModel | null {
  const source = given.state.form === 'growth' ? { ...given, grid: withPrintedGrowth(given.grid) } : given
  const { state, view, grid, words } = source
  const { table } = view
  if (table === null || grid.rows.length === 0) return null
  const { chart } = table
  const at = lastWithNumber(grid)
  const ordered = [...grid.rows].sort((one, other) => order(one, other, at, state.form))
  const selected = selectedOf(state, chart, ordered)
  const names = new Set(selected)
  const drawn = [...selected, ...ordered.filter((row) => !names.has(row))]
  const { exponent, unit } = scaleOf(source, drawn, names)
  const pointOf = pointWriter(state.form, exponent, words)
  const series = drawn.map(
    (row, index): ChartSeries => ({
      key: row.key,
      metric: row.metric.code,
      category: codeOf(row),
      label: labelOf(row, grid, words),
      names: { metric: words.text(row.metric), category: categoryName(row, words) },
      colour: names.has(row) ? (index < mostColours ? index + 1 : 0) : null,
      points: pointsOf(row, source, exponent, pointOf),
    }),
  )
  const whole = state.by === 'TOTAL' ? null : wholeOf(source, pointOf)
  return {
    chart,
    language: words.tag === 'en' ? 'en' : 'zh',
    title: titleOf(source, chart, selected, at),
    ...{ unit, exponent, at, series, whole, sort: state.sort },
    periods: periodsOf(grid.periods, words),
    others: othersOf(
      source,
      drawn.filter((row) => !names.has(row)),
      at,
      pointOf,
    ),
    reference: state.form === 'index' ? 100 : 0,
    fromReference: unsigned.has(state.form) && state.form !== 'index',
  }
}

const withPrintedGrowth = (grid: Grid): Grid => ({
  ...grid,
  rows: grid.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => {
      const { reported } = cell.growth
      if (cell.shown.value !== null || reported === null) return cell
      return { ...cell, shown: { value: reported, bounds: null, status: 'NORMAL', qualifier: 'EXACT', reason: null } }
    }),
  })),
})

const categoryName = ({ categories }: Row, words: Words): string | null =>
  categories.every(({ code }) => code === 'ALL')
    ? null
    : categories
        .filter(({ code }) => code !== 'ALL')
        .map(words.text)
        .join(' · ')

const codeOf = (row: Row): string | null => row.categories.find(({ code }) => code !== 'ALL')?.code ?? null

function lastWithNumber({ rows, periods }: Grid): number {
  for (let index = periods.length - 1; index >= 0; index--)
    if (rows.some(({ cells }) => cells[index]?.shown.value != null)) return index
  return Math.max(0, periods.length - 1)
}

/**
 * Orders the largest first, and those without a number last, by key. Rates and indices keep the order of their levels.
 */
function order(one: Row, other: Row, at: number, form: Form): number {
  const sizeOf = ({ cells }: Row): string | null =>
    (form === 'balance' ? cells[at]?.shown.value : (cells[at]?.value ?? cells[at]?.shown.value)) ?? null
  const [left, right] = [sizeOf(one), sizeOf(other)]
  if (left === null || right === null) return Number(left === null) - Number(right === null)
  return compare(right, left) || (one.key < other.key ? -1 : 1)
}

function selectedOf({ by, categories, top }: State, chart: Chart, ordered: readonly Row[]): readonly Row[] {
  if (by === 'TOTAL') return [...ordered].sort((one, other) => (one.key < other.key ? -1 : 1))
  if (categories?.[0] === everything) return ordered
  if (categories !== null)
    return categories.flatMap((code) => ordered.filter((row) => row.categories.some((each) => each.code === code)))
  return ordered.slice(0, top ?? usual[chart])
}

/** Scales for reading: from 1,000 billion up, charts use trillions; in Chinese, 万亿 from 1万亿. */
function scaleOf({ lists, grid, state, words }: Source, rows: readonly Row[], selected: ReadonlySet<Row>) {
  const unit = lists.units.find((each) => each.unit === grid.shownUnit)
  const name = unit === undefined ? grid.shownUnit : words.text(unit)
  const own = { exponent: 0, unit: words.shownUnit(state.form, name) }
  const larger = larges[grid.shownUnit]
  if (state.unit !== null || larger === undefined || selected.size > mostColours) return own
  const most = rows
    .filter((row) => selected.has(row))
    .flatMap(({ cells }) => cells.flatMap(({ shown }) => (shown.value === null ? [] : Math.abs(Number(shown.value)))))
  if (Math.max(0, ...most) < 10 ** larger.from) return own
  const found = lists.units.find((each) => each.unit === larger.unit)
  return { exponent: -larger.exponent, unit: words.text(found ?? { en: larger.unit, zh: larger.unit }) }
}

const larges: Readonly<
  Partial<Record<Unit, { readonly unit: Unit; readonly exponent: number; readonly from: number }>>
> = {
  CNY_BILLION: { unit: 'CNY_TRILLION', exponent: 3, from: 3 },
  USD_BILLION: { unit: 'USD_TRILLION', exponent: 3, from: 3 },
  EUR_BILLION: { unit: 'EUR_TRILLION', exponent: 3, from: 3 },
  CNY_100_MILLION: { unit: 'CNY_TRILLION', exponent: 4, from: 4 },
}

interface Written {
  readonly exponent: number
  readonly form: Form
  readonly words: Words
  readonly points: readonly ChartPoint[]
}
const written = new WeakMap<Row, Written>()

/** Writes the numbers of a series, which most changes of a drawing leave as they are, only once. */
function pointsOf(row: Row, { grid, state, words }: Source, exponent: number, pointOf: WritePoint) {
  const { form } = state
  const known = written.get(row)
  if (known?.exponent === exponent && known.form === form && known.words === words) return known.points
  const points = row.cells.map((cell, column) => pointOf(cell, grid.periods[column] ?? ''))
  written.set(row, { exponent, form, words, points })
  return points
}

type WritePoint = (cell: Pick<Cell, 'shown'> & Partial<Cell>, period: string) => ChartPoint

function pointWriter(form: Form, exponent: number, words: Words): WritePoint {
  const written = unsigned.has(form) ? grouped : signed
  const rate: Rate = { reported: null, value: null, bounds: null, agreement: 'NOT_COMPUTABLE', reason: null }
  return ({ shown, newer = null, growth = rate, share = rate, figure = null }, period) => {
    const { value, bounds, status, qualifier, reason } = shown
    const missing = figure === null && value === null ? words.noFigure : words.statuses[status]
    return {
      ...{ period, value, qualifier, status, newer, growth, share, figure },
      low: bounds?.low ?? null,
      high: bounds?.high ?? null,
      short: value === null ? missing : words.qualified[qualifier].replace('#', written(short(value, exponent))),
      full:
        value === null
          ? missing
          : words.qualified[qualifier].replace(
              '#',
              written(complete(exponent === 0 ? value : scaled(value, exponent), form)),
            ),
      reason: reason ?? null,
    }
  }
}
type Rate = Cell['growth']

const short = (value: string, exponent: number): string =>
  brief(exponent === 0 ? value : scaled(value, exponent), significant)

/** Writes levels with all their digits; rates, which divisions make, have two decimals. */
const complete = (value: string, form: Form): string => {
  if (form === 'level' || form === 'cumulative' || form === 'single' || form === 'balance') return value
  return rounded(padded(value, 2), 2)
}

function periodsOf(periods: readonly string[], words: Words): ChartPeriod[] {
  return periods.map((code, index) => {
    const { year } = spanOf(code)
    const isFirst = index === 0 || spanOf(periods[index - 1] ?? '').year !== year
    const tick = words.tick(code)
    return {
      ...{ code, tick, time: timeOf(code), label: words.period(code) },
      year: isFirst && tick !== words.period(code) ? words.period(year) : null,
    }
  })
}

function wholeOf({ grid, view, lists, words }: Source, pointOf: WritePoint): ChartSeries | null {
  const [metric] = view.metrics
  const points = grid.wholes.get(metric ?? '')
  if (metric === undefined || view.metrics.length > 1 || points === undefined) return null
  const none: Cell['shown'] = { value: null, bounds: null, status: 'MISSING', qualifier: 'EXACT', reason: null }
  return {
    ...{ key: metric, metric, category: null, colour: null },
    label: words.whole(nameIn(lists.metrics, metric, words)),
    names: { metric: nameIn(lists.metrics, metric, words), category: null },
    points: grid.periods.map((period) => pointOf({ shown: points.get(period) ?? none }, period)),
  }
}

/**
 * Returns what is left of the whole after the selected series: a number where levels of the first level add up to it.
 */
function othersOf(source: Source, rest: readonly Row[], at: number, pointOf: WritePoint): ChartModel['others'] {
  const { state, view, grid } = source
  const count = rest.length
  const rows = new Set(rest)
  const selected = grid.rows.filter((row) => !rows.has(row))
  const isPart = view.table?.level.depth === 0 && view.table.levels.length > 0 && view.metrics.length === 1
  const addsUp = state.form === 'level' || state.form === 'share'
  const groups = grid.rows.some(({ categories }) => categories.some(({ isAggregate }) => isAggregate))
  const period = grid.periods[at] ?? ''
  const whole = grid.wholes.get(view.metrics[0] ?? '')?.get(period)?.value ?? null
  const values = selected.map(({ cells }) => cells[at]?.shown.value ?? null)
  if (count === 0 || !isPart || !addsUp || groups || whole === null || values.includes(null))
    return { count, point: null }
  const value = sum([whole, ...values.map((each) => negated(each ?? '0'))])
  if (value.startsWith('-')) return { count, point: null }
  return {
    count,
    point: pointOf({ shown: { value, bounds: null, status: 'NORMAL', qualifier: 'EXACT', reason: null } }, period),
  }
}

function titleOf(
  { state, view, lists, grid, words }: Source,
  chart: Chart,
  selected: readonly Row[],
  at: number,
): string {
  const metrics = view.metrics.map((code) => nameIn(lists.metrics, code, words))
  const places = [...new Map(selected.map((row) => [codeOf(row), row])).values()].flatMap((row) =>
    row.categories.filter(({ code }) => code !== 'ALL').map(words.text),
  )
  const level = view.table?.level.depth ?? 0
  const isOneTime = chart === 'bar' || chart === 'map'
  const shown = isOneTime ? [grid.periods[at] ?? ''] : grid.periods
  const asOf = state.asOf
  return words.title({
    ...{ metrics, places, form: state.form, chart, asOf },
    breakdown: state.by === 'TOTAL' ? null : words.level(state.by, level, nameIn(lists.dimensions, state.by, words)),
    isRanking: chart === 'bar' && state.categories === null,
    frequency: view.table?.every ?? 'ANNUAL',
    from: shown[0] ?? '',
    to: shown.at(-1) ?? '',
    base: view.table?.variables.base ?? null,
  })
}
