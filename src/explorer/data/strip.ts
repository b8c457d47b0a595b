import type {
  Frequency,
  IndicatorFilter,
  Qualifier,
  StripQueryVariables,
  Unit,
} from '../../generated/gql/explorer/graphql.js'
import type { StripData } from './answered.js'
import { percentChange, printedGrowth } from './number.js'
import { spanOf, yearBefore } from './period.js'
import type { State } from './state.js'
import { datasetsOf, defaultMetrics, type Lists, measuresOf, scopeOf } from './view.js'

/** Holds a headline number. Texts are left to the page: `value` is in base units, `metric` is null for the balance. */
export interface Headline {
  readonly metric: { readonly code: string; readonly en: string; readonly zh: string } | null
  readonly period: string
  readonly frequency: Frequency
  readonly value: string | null
  readonly unit: Unit
  readonly qualifier: Qualifier
  readonly printed: { readonly en: string | null; readonly zh: string | null } | null
  readonly figure: string | null
  readonly growth: string | null
  readonly isComputed: boolean
  readonly line: readonly (string | null)[]
}

const most = 3

export function stripQueryOf(state: State, lists: Lists | null): StripQueryVariables | null {
  if (lists === null && (state.asOf !== null || state.dataset !== null)) return null
  const dataset = lists?.datasets?.find(({ code }) => code === state.dataset) ?? lists?.datasets?.[0]
  const own = dataset?.contents.map(({ metric }) => metric.code) ?? defaultMetrics
  const isUsual = defaultMetrics.every((code) => own.includes(code))
  const measuresIn = (codes: readonly string[]) =>
    lists === null ? [] : measuresOf(codes, dataset?.code ?? null, lists)
  const measured = own.filter((code) => measuresIn([code]).length > 0)
  const metrics = isUsual ? defaultMetrics : measured.slice(0, most)
  if (metrics.length === 0) return null
  const measure = measuresIn(metrics)[0] ?? 'CNY'
  const isShared = lists !== null && datasetsOf(metrics, lists).length > 1
  const scope = scopeOf(state, isShared ? (dataset?.code ?? null) : null, metrics, 'TOTAL', measure, lists)
  const every = (frequency: Frequency): IndicatorFilter => ({ ...scope, frequency: [frequency] })
  return {
    ...{ annual: every('ANNUAL'), toDate: every('YEAR_TO_DATE') },
    ...{ quarterly: every('QUARTERLY'), monthly: every('MONTHLY') },
    newest: { ...scope, latest: 1 },
    first: metrics.length,
  }
}

type Totals = StripData['annual']
type Balances = StripData['annualBalance']
const longest = 12

export function headlinesOf(data: StripData): Headline[] {
  const all: readonly (readonly [Frequency, Totals, Balances | null])[] = [
    ['ANNUAL', data.annual, data.annualBalance],
    ['YEAR_TO_DATE', data.toDate, data.toDateBalance],
    ['QUARTERLY', data.quarterly, null],
    ['MONTHLY', data.monthly, data.monthlyBalance],
  ]
  const [newest] = all
    .filter(([, { periods }]) => periods.length > 0)
    .sort(([, one], [, other]) => endOf(other) - endOf(one))
  if (newest === undefined) return []
  const [frequency, totals, balances] = newest
  const period = totals.periods.at(-1) ?? ''
  const isFine = data.monthly.periods.length >= 3
  const fine = isFine ? data.monthly : totals
  const headlines = totals.rows.map(({ series: { metric }, points }): Headline => {
    const { value = null, qualifier = 'EXACT' } = points.at(-1) ?? {}
    const printed = data.newest.nodes.find((each) => each.period === period && each.metric.code === metric.code) ?? null
    const row = fine.rows.find(({ series }) => series.metric.code === metric.code)
    return {
      ...{ metric, period, frequency, value, unit: totals.unit, qualifier, printed, isComputed: false },
      figure: printed?.id ?? null,
      growth: printed === null ? null : printedGrowth(printed),
      line: lineOf(row),
    }
  })
  const balance = balances?.rows[0]?.points.at(balances.periods.indexOf(period))?.value ?? null
  if (balances === null || balance === null) return headlines
  const before = balances.rows[0]?.points[balances.periods.indexOf(yearBefore(period))]?.value ?? null
  return [
    ...headlines,
    {
      ...{ metric: null, period, frequency, value: balance, unit: balances.unit, qualifier: 'EXACT', printed: null },
      growth: before === null ? null : percentChange(balance, before, 0),
      ...{ isComputed: true, figure: null, line: lineOf((isFine ? data.monthlyBalance : balances).rows[0]) },
    },
  ]
}

const lineOf = (row: { readonly points: readonly { readonly value: string | null }[] } | undefined) =>
  row?.points.slice(-longest).map(({ value }) => value) ?? []

function endOf({ periods }: Totals): number {
  const { year, last } = spanOf(periods.at(-1) ?? '')
  return Number(year) * 12 + last
}
