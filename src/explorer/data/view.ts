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
import { usualUnits } from './units.js'

/** What can be chosen from, as the first view tells it. */
export type Lists = Pick<FrontQuery, 'metrics' | 'dimensions' | 'units' | 'releases'>

/** What the choices of a state come to, beside what there is. */
export interface View {
  readonly metrics: readonly string[]
  readonly measure: Unit
  readonly unit: Unit
  /** What choices are asked for. */
  readonly scope: IndicatorFilter
  /** Null until it is known what there is to choose from. */
  readonly table: Shown | null
}

/** What charts and table show. */
export interface Shown {
  readonly every: Frequency
  /** Those of this frequency, the oldest first. */
  readonly periods: readonly string[]
  readonly from: string | null
  readonly to: string | null
  /** Codes; none: all. */
  readonly categories: readonly string[]
  readonly variables: TableQueryVariables
}

/** What is shown where nobody chose a metric. */
export const usual: readonly string[] = ['TRADE', 'EXPORTS', 'IMPORTS']
const usualMeasure: Unit = 'CNY'
const mostPeriods = 24
const mostCategories = 40

/**
 * What to ask for; null while the lists that it depends on are on their way. The view of a state in which nothing was
 * chosen depends on none, so that it can be asked for at once.
 */
export function viewOf(
  state: State,
  language: Language,
  lists: Lists | null,
  choices: ChoicesQuery | null,
): View | null {
  const metrics = state.metrics.length === 0 ? usual : state.metrics
  if (state.asOf !== null && lists === null) return null
  const measure = measureOf(state, metrics, lists)
  if (measure === null) return null
  const unit = state.unit ?? usualUnits[language][measure] ?? measure
  const scope: IndicatorFilter = {
    metrics: [...metrics],
    dimensions: [state.by],
    unit: measure,
    ...(state.asOf === null ? {} : { asOf: endOf(state.asOf, officeOffset(lists)) }),
  }
  return { metrics, measure, unit, scope, table: shownOf(state, scope, unit, language, choices) }
}

/** The dimensions that any of the metrics is broken down by. */
export const dimensionsOf = (metrics: readonly string[], lists: Lists): Lists['dimensions'] =>
  lists.dimensions.filter(({ code }) =>
    lists.metrics.some(
      (metric) => metrics.includes(metric.code) && metric.dimensions.some((each) => each.code === code),
    ),
  )

/** The state with other metrics: what they cannot have is no longer chosen. */
export function withMetrics(state: State, metrics: readonly string[], lists: Lists): Partial<State> {
  const chosen = metrics.length === 0 ? usual : metrics
  const by = dimensionsOf(chosen, lists).some(({ code }) => code === state.by) ? state.by : 'TOTAL'
  const kept = state.unit !== null && measuresOf(chosen, lists).includes(baseOf(state.unit, lists) as Unit)
  return { metrics, by, categories: by === state.by ? state.categories : null, unit: kept ? state.unit : null }
}

/** The measures of the metrics, the usual first. */
export const measuresOf = (metrics: readonly string[], lists: Lists): Unit[] => [
  ...new Set(lists.metrics.filter(({ code }) => metrics.includes(code)).flatMap(({ measures }) => measures)),
]

function measureOf(state: State, metrics: readonly string[], lists: Lists | null): Unit | null {
  if (lists === null) return metrics === usual && state.unit === null ? usualMeasure : null
  if (state.unit !== null) return baseOf(state.unit, lists)
  return measuresOf(metrics, lists)[0] ?? usualMeasure
}

/** Days are those of the office that publishes, or "published on the 13th" would be known on the 12th. */
const officeOffset = (lists: Lists | null): string => offsetOf(lists?.releases.nodes[0]?.publishedAt ?? '')

/** A unit that there is not is its own measure: the API says so, and what would be right. */
const baseOf = (unit: Unit, lists: Lists): Unit => lists.units.find((each) => each.unit === unit)?.base ?? unit

function shownOf(state: State, scope: IndicatorFilter, unit: Unit, language: Language, choices: ChoicesQuery | null): Shown | null {
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
  return { every, periods, from, to, categories, variables: { filter, unit, first: state.most, language: language === 'zh' ? 'ZH' : 'EN' } }
}

/** A period that there is not was chosen for what was shown then; what is no period at all is the API's to refuse. */
const within = (period: string | null, periods: readonly string[]): string | null =>
  period !== null && (periods.length === 0 || periods.includes(period) || !isPeriod(period)) ? period : null

function categoriesOf(state: State, choices: ChoicesQuery | null): readonly string[] {
  if (state.by === 'TOTAL') return []
  if (state.categories !== null) return state.categories
  const facets = choices?.indicators.facets ?? []
  if (facets.length <= mostCategories) return []
  return facets.filter(({ category }) => category.ancestors.length === 0).map(({ category }) => category.code)
}
