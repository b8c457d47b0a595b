import type { IndicatorFilter, TableQueryVariables, Unit } from '../../generated/gql/explorer/graphql.js'
import type { ChoicesData, FrontData } from './answered.js'
import { endOf, officeOffset } from './day.js'
import { frequencies, isPeriod, lastMonthOf, longestFirst, periodsOf } from './period.js'
import { type Form, forms, initial, type Language, type State } from './state.js'
import { chartFor, reasonAgainst, type Seen } from './suitable.js'
import { partsOf } from './table/parts.js'

export type Lists = Pick<FrontData, 'datasets' | 'metrics' | 'dimensions' | 'units' | 'releases'>

export interface View {
  readonly dataset: string | null
  readonly metrics: readonly string[]
  readonly measure: Unit
  readonly unit: Unit
  readonly scope: IndicatorFilter
  /** Is null until the available choices are known. */
  readonly table: ReturnType<typeof tableOf>
}

export const defaultMetrics: readonly string[] = ['TRADE', 'EXPORTS', 'IMPORTS']
type UnitByMeasure = Readonly<Partial<Record<Unit, Unit>>>

const defaultUnits: Readonly<Record<Language, UnitByMeasure>> = {
  en: { CNY: 'CNY_BILLION', USD: 'USD_BILLION', EUR: 'EUR_BILLION', KILOGRAM: 'TONNE' },
  zh: {
    CNY: 'CNY_100_MILLION',
    USD: 'USD_100_MILLION',
    EUR: 'EUR_BILLION',
    ENTERPRISE: 'ENTERPRISE_10_THOUSAND',
    PERSON: 'PERSON_10_THOUSAND',
    ITEM: 'ITEM_10_THOUSAND',
    KILOGRAM: 'TONNE_10_THOUSAND',
  },
}
const defaultMeasure: Unit = 'CNY'
const mostPeriods = 24

/**
 * Returns the view of a state, or null while the lists it depends on are loading. The default state depends on no list, so
 * that its query can be sent at once.
 */
export function viewOf(
  state: State,
  language: Language,
  lists: Lists | null,
  choices: ChoicesData | null,
): View | null {
  const metrics = metricsOf(state, lists)
  if (metrics === null || (state.asOf !== null && lists === null)) return null
  const dataset = datasetOf(state, metrics, lists)
  const measure = measureOf(state, metrics, dataset, lists)
  if (measure === null) return null
  const unit = state.unit ?? defaultUnits[language][measure] ?? measure
  const scope = scopeOf(state, dataset, metrics, state.by, measure, lists)
  return { dataset, metrics, measure, unit, scope, table: tableOf(state, scope, unit, language, choices) }
}

/**
 * Returns the state with a breakdown that its metrics have: the first, if they have no totals. Until the lists are known,
 * it is as it was.
 */
export function settled(state: State, lists: Lists | null): State {
  const metrics = lists === null ? null : metricsOf(state, lists)
  if (lists === null || metrics === null || state.by !== initial.by) return state
  const dimensions = dimensionsOf(metrics, datasetOf(state, metrics, lists), lists).map(({ code }) => code)
  const [first = initial.by] = dimensions
  return dimensions.includes(initial.by) ? state : { ...state, by: first }
}

/**
 * Chooses metrics. Side by side, totals compare metrics; a breakdown compares categories of one. A balance is one
 * series.
 */
function metricsOf({ metrics, by, form, dataset }: State, lists: Lists | null): readonly string[] | null {
  if (metrics.length > 0) return form === 'balance' ? metrics.slice(0, 1) : metrics
  if (lists === null) return by === 'TOTAL' && form !== 'balance' ? defaultMetrics : null
  const known = usualMetrics(dataset, lists)
  if (form === 'balance') return known.slice(0, 1)
  return by === 'TOTAL' ? known : [known.find((code) => hasDimension(code, by, dataset, lists)) ?? known[0] ?? '']
}

function usualMetrics(dataset: string | null, lists: Lists): readonly string[] {
  const measured = allContentsOf(dataset, lists)
    .filter(({ measures }) => measures.length > 0)
    .map(({ code }) => code)
  return defaultMetrics.every((code) => measured.includes(code)) ? defaultMetrics : measured.slice(0, 1)
}

const hasDimension = (metric: string, by: string, dataset: string | null, lists: Lists): boolean =>
  dimensionsOf([metric], dataset, lists).some(({ code }) => code === by)

export const scopeOf = (
  { asOf }: State,
  dataset: string | null,
  metrics: readonly string[],
  by: string,
  unit: Unit,
  lists: Lists | null,
): IndicatorFilter => ({
  ...(dataset === null ? {} : { datasets: [dataset] }),
  metrics: [...metrics],
  dimensions: [by],
  unit,
  ...(asOf === null ? {} : { asOf: endOf(asOf, officeOffset(lists?.releases.nodes ?? [])) }),
})

export const datasetsOf = (metrics: readonly string[], lists: Lists): NonNullable<Lists['datasets']> =>
  (lists.datasets ?? []).filter(({ contents }) => contents.some(({ metric }) => metrics.includes(metric.code)))

// Two datasets side by side would look like one.
function datasetOf({ dataset }: State, metrics: readonly string[], lists: Lists | null): string | null {
  if (dataset !== null || lists === null) return dataset
  const [first, ...others] = datasetsOf(metrics, lists)
  return others.length === 0 ? null : (first?.code ?? null)
}

function allContentsOf(dataset: string | null, lists: Lists) {
  const own = lists.datasets?.find(({ code }) => code === dataset)?.contents
  return own?.map(({ metric, ...rest }) => ({ ...rest, code: metric.code })) ?? lists.metrics
}

const contentsOf = (metrics: readonly string[], dataset: string | null, lists: Lists) =>
  allContentsOf(dataset, lists).filter(({ code }) => metrics.includes(code))

export const dimensionsOf = (metrics: readonly string[], dataset: string | null, lists: Lists): Lists['dimensions'] =>
  lists.dimensions.filter(({ code }) =>
    contentsOf(metrics, dataset, lists).some(({ dimensions }) => dimensions.some((each) => each.code === code)),
  )

export function breakdownsOf(lists: Pick<Lists, 'datasets'> | null, dataset: string | null): string[] {
  const contents = lists?.datasets?.find(({ code }) => code === dataset)?.contents ?? []
  const all = contents.flatMap(({ dimensions }) => dimensions.map(({ code }) => code))
  return [...new Set(all)].filter((code) => code !== 'TOTAL')
}

/** Returns the changes that select other metrics, and drops choices that those metrics do not have. */
export function withMetrics(state: State, metrics: readonly string[], lists: Lists): Partial<State> {
  const chosen = metrics.length === 0 ? usualMetrics(state.dataset, lists) : metrics
  const dataset = datasetsOf(chosen, lists).some(({ code }) => code === state.dataset) ? state.dataset : null
  const own = datasetOf({ ...state, dataset }, chosen, lists)
  const by = dimensionsOf(chosen, own, lists).some(({ code }) => code === state.by) ? state.by : 'TOTAL'
  const kept = state.unit !== null && fits(state.unit, measuresOf(chosen, own, lists), lists)
  const isSame = by === state.by
  const { categories, top, level } = isSame ? state : initial
  return { dataset, metrics, by, categories, top, level, unit: kept ? state.unit : null }
}

export const measuresOf = (metrics: readonly string[], dataset: string | null, lists: Lists): Unit[] => [
  ...new Set(contentsOf(metrics, dataset, lists).flatMap(({ measures }) => measures)),
]

function measureOf(state: State, metrics: readonly string[], dataset: string | null, lists: Lists | null): Unit | null {
  const isUsual = metrics === defaultMetrics && state.unit === null && dataset === null
  if (lists === null) return isUsual ? defaultMeasure : null
  const [first = defaultMeasure, ...others] = measuresOf(metrics, dataset, lists)
  if (state.unit === null || fits(state.unit, [first], lists)) return first
  return others.find((measure) => measure === baseOf(state.unit ?? measure, lists)) ?? baseOf(state.unit, lists)
}

/** Indicates that numbers of one of the measures can be shown in a unit: all currencies, at their exchange rates. */
function fits(unit: Unit, measures: readonly Unit[], lists: Lists): boolean {
  const base = baseOf(unit, lists)
  return measures.some((measure) => measure === base || (isCurrency(measure) && isCurrency(base)))
}

export const isCurrency = (measure: Unit): boolean => /^[A-Z]{3}$/.test(measure)

const baseOf = (unit: Unit, lists: Pick<Lists, 'units'>): Unit =>
  lists.units.find((each) => each.unit === unit)?.base ?? unit

export const isConverted = ({ unit, measure }: View, lists: Pick<Lists, 'units'> | null): boolean =>
  lists !== null && baseOf(unit, lists) !== measure

interface LevelOfTree {
  readonly depth: number
  readonly codes: readonly string[]
}

function levelsOf(choices: ChoicesData | null): LevelOfTree[] {
  const byDepth = new Map<number, string[]>()
  for (const { category } of choices?.indicators.facets ?? []) {
    const depth = category.ancestors.length
    byDepth.set(depth, [...(byDepth.get(depth) ?? []), category.code])
  }
  return [...byDepth].sort(([one], [other]) => one - other).map(([depth, codes]) => ({ depth, codes }))
}

const mostSeries = 400
/** The most queries into which a table is divided; the server refuses what is too much even then. */
const mostParts = 24
/**
 * The most numbers of one query, by what it may cost on a server with default settings: with growth rates and shares, and
 * without them. A transform takes its part of the cost.
 */
const mostNumbers = { levels: { withRates: 1500, bare: 2500 }, others: { withRates: 1000, bare: 1500 } } as const

function tableOf(state: State, scope: IndicatorFilter, unit: Unit, language: Language, choices: ChoicesData | null) {
  const untouched = state.metrics.length === 0 && state.by === 'TOTAL' && state.every === null && state.asOf === null
  if (choices === null && !untouched) return null
  const all = (choices?.pivot.rowHeaders ?? []).flatMap(({ period }) => period ?? [])
  const isOneTime = state.chart === 'bar' || state.chart === 'map'
  const order = isOneTime ? longestFirst : frequencies
  const every = state.every ?? order.find((each) => periodsOf(all, each).length > 0) ?? 'ANNUAL'
  const periods = periodsOf(all, every)
  const from = within(state.from, periods) ?? (periods.length > mostPeriods ? (periods.at(-mostPeriods) ?? null) : null)
  const to = within(state.to, periods)
  const range = periods.slice(
    from === null ? 0 : periods.indexOf(from),
    to === null ? undefined : periods.indexOf(to) + 1,
  )
  const levels = levelsOf(choices)
  const level = levels.find(({ depth }) => depth === state.level) ?? levels[0] ?? { depth: 0, codes: [] }
  const metrics = scope.metrics?.length ?? 1
  const series = Math.max(1, level.codes.length) * metrics
  const { by, form } = state
  const seen: Seen = { by, form, depth: level.depth, periods: range.length || 5, series, metrics }
  const chart = state.chart !== null && reasonAgainst(state.chart, seen) === null ? state.chart : chartFor(state, seen)
  const most = state.form === 'level' ? mostNumbers.levels : mostNumbers.others
  const isLarge = series * range.length > most.withRates
  const isOne = isLarge && (chart === 'bar' || chart === 'map')
  const first = isOne ? (range.at(-1) ?? from) : from
  const withRates = isOne || !isLarge
  const times: IndicatorFilter = {
    frequency: [every],
    ...(first === null ? {} : { from: lastMonthOf(first) }),
    ...(to === null ? {} : { to }),
  }
  const filter: IndicatorFilter = { ...scope, ...times, ...categoryFilter(state, choices, levels, level) }
  const whole: IndicatorFilter = { ...scope, dimensions: ['TOTAL'] }
  const { asOf: _, ...now } = filter
  const transform = forms[state.form]
  const variables: TableQueryVariables = {
    filter,
    unit,
    first: Math.min(mostSeries, Math.max(metrics, filter.categories?.length ?? 0, level.codes.length) * metrics),
    language: language === 'zh' ? 'ZH' : 'EN',
    transform,
    shownUnit: inUnits.has(state.form) ? unit : null,
    base: state.form === 'index' ? (within(state.base, periods) ?? range[0] ?? null) : null,
    isTransformed: state.form !== 'level',
    withRates,
    whole: { ...whole, ...times },
    span: { ...whole, metrics: [(scope.metrics ?? [])[0] ?? ''], frequency: [every] },
    now: state.asOf === null ? {} : now,
    isPast: state.asOf !== null,
  }
  const parts = withRates
    ? [variables]
    : partsOf(variables, range, Math.min(mostParts, Math.ceil((series * range.length) / most.bare)))
  return { every, periods, range, from, to, levels, level, seen, chart, variables, parts }
}

const inUnits: ReadonlySet<Form> = new Set<Form>(['level', 'cumulative', 'single', 'balance'])

/** Asks for all categories of the level, which are drawn in grey, and for those selected on other levels. */
function categoryFilter(
  { by, categories }: State,
  choices: ChoicesData | null,
  levels: readonly LevelOfTree[],
  level: LevelOfTree,
): Pick<IndicatorFilter, 'categories'> {
  const known = new Set(choices?.indicators.facets.map(({ category }) => category.code))
  const selected = (categories ?? []).filter((code) => known.has(code) && !level.codes.includes(code))
  const asked = [...level.codes.slice(0, mostSeries - selected.length), ...selected]
  const isAll = levels.length <= 1 && level.codes.length <= mostSeries
  return by === 'TOTAL' || isAll ? {} : { categories: asked.map((code) => `${by}:${code}`) }
}

const within = (period: string | null, periods: readonly string[]): string | null =>
  period !== null && (periods.length === 0 || periods.includes(period) || !isPeriod(period)) ? period : null
