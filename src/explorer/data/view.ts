import type {
  ChoicesQuery,
  Frequency,
  FrontQuery,
  IndicatorFilter,
  TableQueryVariables,
  Unit,
} from '../../generated/gql/explorer/graphql.js'
import { endOf, offsetOf } from './day.js'
import { frequencies, isPeriod, periodsOf } from './period.js'
import type { Language, State } from './state.js'

export type Lists = Pick<FrontQuery, 'metrics' | 'dimensions' | 'units' | 'releases'>

/** The query that a state results in, and the filter whose choices are offered. */
export interface View {
  readonly metrics: readonly string[]
  readonly measure: Unit
  readonly unit: Unit
  readonly scope: IndicatorFilter
  /** Null until the available choices are known. */
  readonly table: TableView | null
}

export interface TableView {
  readonly every: Frequency
  readonly periods: readonly string[]
  readonly from: string | null
  readonly to: string | null
  readonly categories: readonly string[]
  readonly variables: TableQueryVariables
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
const mostCategories = 40

/**
 * Returns the view of a state, or null while the lists it depends on are loading. The default state depends on no list, so
 * that its query can be sent at once.
 */
export function viewOf(
  state: State,
  language: Language,
  lists: Lists | null,
  choices: ChoicesQuery | null,
): View | null {
  const metrics = state.metrics.length === 0 ? defaultMetrics : state.metrics
  if (state.asOf !== null && lists === null) return null
  const measure = measureOf(state, metrics, lists)
  if (measure === null) return null
  const unit = state.unit ?? defaultUnits[language][measure] ?? measure
  const scope: IndicatorFilter = {
    metrics: [...metrics],
    dimensions: [state.by],
    unit: measure,
    ...(state.asOf === null ? {} : { asOf: endOf(state.asOf, officeOffset(lists)) }),
  }
  return { metrics, measure, unit, scope, table: shownOf(state, scope, unit, language, choices) }
}

export const dimensionsOf = (metrics: readonly string[], lists: Lists): Lists['dimensions'] =>
  lists.dimensions.filter(({ code }) =>
    lists.metrics.some(
      (metric) => metrics.includes(metric.code) && metric.dimensions.some((each) => each.code === code),
    ),
  )

/** Returns the changes that select other metrics, and drops choices that those metrics do not have. */
export function withMetrics(state: State, metrics: readonly string[], lists: Lists): Partial<State> {
  const chosen = metrics.length === 0 ? defaultMetrics : metrics
  const by = dimensionsOf(chosen, lists).some(({ code }) => code === state.by) ? state.by : 'TOTAL'
  const kept = state.unit !== null && measuresOf(chosen, lists).includes(baseOf(state.unit, lists) as Unit)
  return { metrics, by, categories: by === state.by ? state.categories : null, unit: kept ? state.unit : null }
}

export const measuresOf = (metrics: readonly string[], lists: Lists): Unit[] => [
  ...new Set(lists.metrics.filter(({ code }) => metrics.includes(code)).flatMap(({ measures }) => measures)),
]

function measureOf(state: State, metrics: readonly string[], lists: Lists | null): Unit | null {
  if (lists === null) return metrics === defaultMetrics && state.unit === null ? defaultMeasure : null
  if (state.unit !== null) return baseOf(state.unit, lists)
  return measuresOf(metrics, lists)[0] ?? defaultMeasure
}

const officeOffset = (lists: Lists | null): string => offsetOf(lists?.releases.nodes[0]?.publishedAt ?? '')

const baseOf = (unit: Unit, lists: Lists): Unit => lists.units.find((each) => each.unit === unit)?.base ?? unit

function shownOf(
  state: State,
  scope: IndicatorFilter,
  unit: Unit,
  language: Language,
  choices: ChoicesQuery | null,
): TableView | null {
  const untouched = state.metrics.length === 0 && state.by === 'TOTAL' && state.every === null && state.asOf === null
  if (choices === null && !untouched) return null
  const all = (choices?.pivot.rowHeaders ?? []).flatMap(({ period }) => period ?? [])
  const every = state.every ?? frequencies.find((each) => periodsOf(all, each).length > 0) ?? 'ANNUAL'
  const periods = periodsOf(all, every)
  const from = within(state.from, periods) ?? (periods.length > mostPeriods ? (periods.at(-mostPeriods) ?? null) : null)
  const to = within(state.to, periods)
  const categories = categoriesOf(state, choices)
  const filter: IndicatorFilter = {
    ...scope,
    frequency: [every],
    ...(categories.length === 0 ? {} : { categories: categories.map((code) => `${state.by}:${code}`) }),
    ...(from === null ? {} : { from }),
    ...(to === null ? {} : { to }),
  }
  return {
    every,
    periods,
    from,
    to,
    categories,
    variables: { filter, unit, first: state.most, language: language === 'zh' ? 'ZH' : 'EN' },
  }
}

const within = (period: string | null, periods: readonly string[]): string | null =>
  period !== null && (periods.length === 0 || periods.includes(period) || !isPeriod(period)) ? period : null

function categoriesOf(state: State, choices: ChoicesQuery | null): readonly string[] {
  if (state.by === 'TOTAL') return []
  if (state.categories !== null) return state.categories
  const facets = choices?.indicators.facets ?? []
  if (facets.length <= mostCategories) return []
  return facets.filter(({ category }) => category.ancestors.length === 0).map(({ category }) => category.code)
}
