import type { FindingKind, Transform, Unit } from '../../generated/gql/explorer/graphql.js'
import { frequencies } from './period.js'

/** The drawings of one question; RATES is printed against computed growth. */
export const charts = ['line', 'bar', 'stacked', 'multiples', 'heat', 'map', 'slope', 'rates', 'table'] as const
export type Chart = (typeof charts)[number]

export const forms = {
  level: 'LEVEL',
  growth: 'YOY_PERCENT',
  change: 'PERIOD_PERCENT',
  share: 'SHARE',
  index: 'INDEX',
  cumulative: 'CUMULATIVE',
  single: 'SINGLE_PERIOD',
  balance: 'BALANCE',
  contribution: 'CONTRIBUTION',
} as const satisfies Readonly<Record<string, Transform>>
export type Form = keyof typeof forms
export const formNames = Object.keys(forms) as readonly Form[]

export const sortings = ['value', 'name', 'growth', 'share'] as const
export type Sorting = (typeof sortings)[number]

export const themes = ['light', 'dark'] as const
export type Theme = (typeof themes)[number]

export const languages = ['en', 'zh'] as const
export type Language = (typeof languages)[number]

export const languageOf = ({ language }: Pick<State, 'language'>, browser: string): Language =>
  language ?? (browser.toLowerCase().startsWith('zh') ? 'zh' : 'en')

interface Parameter<T> {
  readonly name: string
  readonly initial: T
  readonly parse: (text: string) => T
  readonly print: (value: T) => string
  readonly allowed?: readonly string[]
}

const parameter = <T>(
  name: string,
  initial: T,
  parse: (text: string) => T,
  print = (value: T) => String(value ?? ''),
): Parameter<T> => ({ name, initial, parse, print })

const text = <T extends string>(name: string): Parameter<T | null> => parameter(name, null, (text) => text as T)

const oneOf = <T extends string, I extends T | null>(name: string, initial: I, of: readonly T[]): Parameter<T | I> => ({
  ...parameter<T | I>(name, initial, (text) => of.find((each) => each === text) ?? initial),
  allowed: of,
})

const day = (name: string): Parameter<string | null> =>
  parameter<string | null>(name, null, (text) => (isDay(text) ? text : null))

const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) === true

const codes = (text: string): readonly string[] => text.split(',').filter((code) => code !== '')

const none = '-'

/** The choices, in the order of the address. Null means the default, which depends on the available data. */
const parameters = {
  dataset: text('dataset'),
  /** Holds metric codes; empty for trade, exports and imports. */
  metrics: parameter('metric', [], codes),
  by: parameter('by', 'TOTAL', String),
  /** The level of the categories in their tree, from 0; null for the first level with figures. */
  level: parameter<number | null>('level', null, (text) => (/^\d$/.test(text) ? Number(text) : null)),
  /** The codes of the selected categories, in the order of their colours; null for the largest. */
  categories: parameter<readonly string[] | null>(
    'category',
    null,
    (text) => (text === none ? [] : codes(text)),
    (chosen) => (chosen?.length === 0 ? none : String(chosen ?? '')),
  ),
  top: parameter<number | null>('top', null, (text) => (/^[1-9]\d{0,2}$/.test(text) ? Number(text) : null)),
  sort: oneOf('sort', 'value', sortings),
  every: oneOf('every', null, frequencies),
  from: text('from'),
  to: text('to'),
  unit: text<Unit>('unit'),
  asOf: day('asof'),
  form: oneOf('as', 'level', formNames),
  base: text('base'),
  chart: oneOf('chart', null, charts),
  turned: parameter<boolean>(
    'rows',
    false,
    (text) => text === 'periods',
    (turned) => (turned ? 'periods' : ''),
  ),
  since: day('since'),
  until: day('until'),
  release: text('release'),
  /** The kind of the findings that are listed, and their size in percent: "1-3", or "1-" for 1 % or more. */
  kind: text<FindingKind>('kind'),
  size: parameter<string | null>('size', null, (text) => (/^\d+(\.\d+)?-(\d+(\.\d+)?)?$/.test(text) ? text : null)),
  figure: text('figure'),
  panel: oneOf('panel', null, ['picker', 'findings', 'releases'] as const),
  language: oneOf('lang', null, languages),
  theme: oneOf('theme', null, themes),
}

export type State = { readonly [Choice in keyof typeof parameters]: (typeof parameters)[Choice]['initial'] }

const entries = Object.entries(parameters) as [keyof State, Parameter<unknown>][]

const stateOf = (choose: (parameter: Parameter<unknown>) => unknown): State =>
  Object.fromEntries(entries.map(([choice, parameter]) => [choice, choose(parameter)])) as unknown as State

export const initial = stateOf((parameter) => parameter.initial)

export function printState(state: Partial<State>): string {
  const said = entries.flatMap(([choice, { name, initial, print }]) => {
    if (!(choice in state)) return []
    const text = print(state[choice])
    if (text === print(initial)) return []
    return `${name}=${encodeURIComponent(text).replace(/%2C/g, ',').replace(/%2F/g, '/')}`
  })
  return said.length === 0 ? '' : `?${said.join('&')}`
}

/** Returns the text of an address for others: it has the language, but not what is open beside the chart. */
export const printShared = (state: State, language: Language): string =>
  printState({ ...state, figure: null, panel: null, release: null, language })

export function parseState(search: string): State {
  const said = new URLSearchParams(search)
  return stateOf(({ name, initial, parse }) => {
    const text = said.get(name)
    return text ? parse(text) : initial
  })
}

/** Holds a parameter of an address that the page passes over; `allowed` is null for a name that does not exist. */
export interface OddParameter {
  readonly name: string
  readonly value: string
  readonly allowed: readonly string[] | null
}

export function oddParametersOf(search: string): readonly OddParameter[] {
  return [...new URLSearchParams(search)].flatMap(([name, value]): OddParameter[] => {
    const known = entries.map(([, each]) => each).find((each) => each.name === name)
    if (known === undefined) return [{ name, value, allowed: null }]
    const isUnderstood = value === '' || value === known.print(known.initial) || !isInitial(known, value)
    return isUnderstood ? [] : [{ name, value, allowed: known.allowed ?? [] }]
  })
}

const isInitial = ({ initial, parse, print }: Parameter<unknown>, text: string): boolean =>
  print(parse(text)) === print(initial)
