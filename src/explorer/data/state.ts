import type { Frequency, Unit } from '../../generated/gql/explorer/graphql.js'
import { frequencies } from './period.js'

export const charts = ['bars', 'lines', 'growth', 'shares'] as const
export type Chart = (typeof charts)[number]

export const languages = ['en', 'zh'] as const
export type Language = (typeof languages)[number]

export const languageOf = ({ language }: Pick<State, 'language'>, browser: string): Language =>
  language ?? (browser.toLowerCase().startsWith('zh') ? 'zh' : 'en')

/** The choices of the reader. Null means the default, which depends on the available data. */
export interface State {
  /** Metric codes; empty for trade, exports and imports. */
  readonly metrics: readonly string[]
  readonly by: string
  /** Category codes; null for all, or for the top level if there are too many. */
  readonly categories: readonly string[] | null
  readonly every: Frequency | null
  readonly from: string | null
  readonly to: string | null
  readonly unit: Unit | null
  readonly asOf: string | null
  readonly chart: Chart
  /** True if periods are rows instead of columns. */
  readonly turned: boolean
  /** The maximum number of series. */
  readonly most: number
  readonly release: string | null
  readonly figure: string | null
  readonly language: Language | null
}

export const initial: State = {
  metrics: [],
  by: 'TOTAL',
  categories: null,
  every: null,
  from: null,
  to: null,
  unit: null,
  asOf: null,
  chart: 'bars',
  turned: false,
  most: 60,
  release: null,
  figure: null,
  language: null,
}

export function printState(state: State): string {
  const said: [string, string | null][] = [
    ['metric', listed(state.metrics)],
    ['by', state.by === initial.by ? null : state.by],
    ['category', state.categories === null ? null : (listed(state.categories) ?? all)],
    ['every', state.every],
    ['from', state.from],
    ['to', state.to],
    ['unit', state.unit],
    ['asof', state.asOf],
    ['chart', state.chart === initial.chart ? null : state.chart],
    ['rows', state.turned ? 'periods' : null],
    ['most', state.most === initial.most ? null : String(state.most)],
    ['release', state.release],
    ['figure', state.figure],
    ['lang', state.language],
  ]
  const text = said
    .filter(([, value]) => value !== null)
    .map(
      ([name, value]) =>
        `${name}=${encodeURIComponent(value ?? '')
          .replace(/%2C/g, ',')
          .replace(/%2F/g, '/')}`,
    )
    .join('&')
  return text === '' ? '' : `?${text}`
}

export function parseState(search: string): State {
  const said = new URLSearchParams(search)
  const text = (name: string): string | null => said.get(name) || null
  const one = <T extends string>(name: string, of: readonly T[]): T | null =>
    of.find((each) => each === said.get(name)) ?? null
  const codes = (name: string): string[] => (text(name) ?? '').split(',').filter((code) => code !== '')
  const category = text('category')
  const most = text('most') ?? ''
  return {
    metrics: codes('metric'),
    by: text('by') ?? initial.by,
    categories: category === null ? null : category === all ? [] : codes('category'),
    every: one('every', frequencies),
    from: text('from'),
    to: text('to'),
    unit: text('unit') as Unit | null,
    asOf: /^\d{4}-\d{2}-\d{2}$/.test(text('asof') ?? '') ? text('asof') : null,
    chart: one('chart', charts) ?? initial.chart,
    turned: text('rows') === 'periods',
    most: /^[1-9]\d{0,2}$/.test(most) ? Number(most) : initial.most,
    release: text('release'),
    figure: text('figure'),
    language: one('lang', languages),
  }
}

const all = '*'
const listed = (codes: readonly string[]): string | null => (codes.length === 0 ? null : codes.join(','))
