import type { Frequency, Unit } from '../../generated/gql/explorer/graphql.js'
import { frequencies } from './period.js'

/** How the table is drawn. */
export const charts = ['bars', 'lines', 'growth', 'shares'] as const
export type Chart = (typeof charts)[number]

/** The languages of the page. */
export const languages = ['en', 'zh'] as const
export type Language = (typeof languages)[number]

/** The chosen language, else that of the browser, as far as the page has it. */
export const languageOf = ({ language }: Pick<State, 'language'>, browser: string): Language =>
  language ?? (browser.toLowerCase().startsWith('zh') ? 'zh' : 'en')

/** All that a reader has chosen; null is what nobody chose, and follows from what there is. */
export interface State {
  /** Codes; none: trade, exports and imports. */
  readonly metrics: readonly string[]
  /** The code of a dimension. */
  readonly by: string
  /** Codes; null: all, or the highest where they are too many. */
  readonly categories: readonly string[] | null
  readonly every: Frequency | null
  readonly from: string | null
  readonly to: string | null
  readonly unit: Unit | null
  /** A day, YYYY-MM-DD: what was known at its end. */
  readonly asOf: string | null
  readonly chart: Chart
  /** Periods in rows, rather than in columns. */
  readonly turned: boolean
  /** How many series at most. */
  readonly most: number
  /** The code of a release; null: the latest. */
  readonly release: string | null
  /** The id of a figure that is looked at closely. */
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

/** The state as the search of an address, "" where nothing was chosen: ?metric=EXPORTS&by=PRODUCT&unit=CNY_BILLION */
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

/** What an address says. What cannot be one of a closed list is as if unsaid; codes and periods are the API's to refuse. */
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

/** Stands for all categories, however many. */
const all = '*'
const listed = (codes: readonly string[]): string | null => (codes.length === 0 ? null : codes.join(','))
