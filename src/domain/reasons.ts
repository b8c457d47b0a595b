import { formatCount } from '../errors.js'
import { type CategoryRef, type CodeLists, categoryText, total } from './codes/codes.js'
import type { Bounds } from './numbers/bounds.js'
import type { Decimal, Printed } from './numbers/decimal.js'
import type { Observation, PrintedLevel } from './observations/observation.js'
import type { Period } from './periods/period.js'
import { formatted, periodText } from './text/citation.js'
import { inLanguage, type Language, type Text } from './text/language.js'
import { baseOf, convert, type Unit, unitInfo } from './units/unit.js'

type NamedObservation = Pick<Observation, 'metric' | 'categories' | 'period'>
type CitedObservation = PrintedLevel & { readonly period: Period; readonly release: { readonly code: string } }
type NoParameters = object

export type Computation =
  | { readonly kind: 'GROWTH'; readonly from: CitedObservation; readonly to: CitedObservation }
  | { readonly kind: 'SHARE'; readonly part: CitedObservation; readonly whole: CitedObservation }
  | { readonly kind: 'IMPLIED_BASE'; readonly growth: Decimal }
  | { readonly kind: 'CONVERSION'; readonly level: CitedObservation; readonly rates: readonly CitedObservation[] }
  | { readonly kind: 'BALANCE' | 'SUM_SINCE_JANUARY' | 'DIFFERENCE_OF_YEARS_TO_DATE' }

/** The numbers are in the base unit of `unit`; reasons give them in `unit`. */
interface Difference {
  readonly computation: Computation
  readonly value: Decimal
  readonly bounds: Bounds | null
  readonly reported: Printed
  readonly unit: Unit
}

interface ReasonParameters {
  NO_INDICATOR: { readonly observation: NamedObservation | null; readonly asOf: boolean }
  NO_EXCHANGE_RATE: { readonly from: Unit; readonly to: Unit; readonly period: Period; readonly asOf: boolean }
  NO_TOTAL: NoParameters
  NO_YEAR_BEFORE: NoParameters
  YEAR_BEFORE_INCOMPLETE: { readonly known: number; readonly count: number }
  NO_PREVIOUS_PERIOD: NoParameters
  NO_PRINTED_GROWTH: { readonly observation: NamedObservation }
  NO_LEVEL: { readonly observation: NamedObservation | null }
  LEVELS_INCOMPLETE: { readonly missing: number; readonly count: number }
  CONFIDENTIAL: NoParameters
  NOT_APPLICABLE: NoParameters
  NIL: NoParameters
  INEXACT: { readonly level: PrintedLevel }
  SUM_INEXACT: { readonly inexact: number; readonly count: number; readonly yearBefore: boolean }
  RATE_OR_INDEX: { readonly metric: string | null }
  NOT_ADDITIVE: { readonly metric: string }
  NO_BALANCE: { readonly metric: string; readonly metrics: readonly string[] }
  DIVISOR_NOT_POSITIVE: {
    readonly divisor: 'BASE' | 'TOTAL' | 'YEAR_BEFORE'
    readonly sign: 'ZERO' | 'NEGATIVE' | 'UNCERTAIN'
  }
  TOTAL_NOT_COMPUTABLE: { readonly reason: Reason }
  ROUNDING: Difference
  BASE_REVISED: Difference & { readonly impliedBase: (Bounds & { readonly unit: Unit }) | null }
  DISAGREES: Difference
}

export type ReasonCode = keyof ReasonParameters
export type Reason<Code extends ReasonCode = ReasonCode> = {
  [C in Code]: { readonly code: C } & Readonly<ReasonParameters[C]>
}[Code]

type Wording<Code extends ReasonCode> = (reason: Reason<Code>, words: Words) => string
type Wordings = { readonly [Code in ReasonCode]: { readonly en: Wording<Code>; readonly zh: Wording<Code> } }

const wordings: Wordings = {
  NO_INDICATOR: {
    en: ({ observation, asOf }, { name }) =>
      `There is no figure for ${observation ? name(observation) : 'this period'}${asOf ? ' as of that time' : ''}.`,
    zh: ({ observation, asOf }, { name }) =>
      `${asOf ? '当时' : ''}没有${observation ? name(observation) : '该时期'}的数据。`,
  },
  NO_EXCHANGE_RATE: {
    en: ({ from, to, period, asOf }, { days }) =>
      `There is no exchange rate between ${from} and ${to} for ${days(period)}${asOf ? ' as of that time' : ''}.`,
    zh: ({ from, to, period, asOf }, { days }) => `${asOf ? '当时' : ''}没有${days(period)}${from}与${to}之间的汇率。`,
  },
  NO_TOTAL: {
    en: () => 'There is no figure of the total for the same days in the same measure.',
    zh: () => '没有相同时期、相同计量单位的合计数据。',
  },
  NO_YEAR_BEFORE: { en: () => 'There is no figure for a year earlier.', zh: () => '没有上年同期的数据。' },
  YEAR_BEFORE_INCOMPLETE: {
    en: ({ known, count }) => `Only ${someOf(known, count)} a figure for a year earlier.`,
    zh: ({ known, count }) => `${formatCount(count)}个数据中只有${formatCount(known)}个有上年同期的数据。`,
  },
  NO_PREVIOUS_PERIOD: {
    en: () => 'A year-to-date period has no preceding period of the same kind.',
    zh: () => '年内累计没有同类的上一时期。',
  },
  NO_PRINTED_GROWTH: {
    en: ({ observation }, { name }) => `No growth on a year earlier was printed for ${name(observation)}.`,
    zh: ({ observation }, { name }) => `未公布${name(observation)}的同比增速。`,
  },
  NO_LEVEL: {
    en: ({ observation }, { name }) => `No level was printed${observation ? ` for ${name(observation)}` : ''}.`,
    zh: ({ observation }, { name }) => `未公布${observation ? `${name(observation)}的` : ''}数值。`,
  },
  LEVELS_INCOMPLETE: {
    en: ({ missing, count }) => `${someOf(missing, count)} no level.`,
    zh: ({ missing, count }) => `${someOfZh(missing, count)}没有数值。`,
  },
  CONFIDENTIAL: { en: () => 'The figure is confidential.', zh: () => '该数据保密。' },
  NOT_APPLICABLE: { en: () => 'The figure is not applicable.', zh: () => '该数据不适用。' },
  NIL: { en: () => 'The figure is printed as "-", which counts as 0.', zh: () => '公布为“-”，按0计算。' },
  INEXACT: {
    en: ({ level }) => `"${formatted(level, 'EN')}" is not an exact number.`,
    zh: ({ level }) => `“${formatted(level, 'ZH')}”不是精确数值。`,
  },
  SUM_INEXACT: {
    en: ({ inexact, count, yearBefore }) =>
      `${someOf(inexact, count)} been printed as over, under or about a number${yearBefore ? ' a year earlier' : ''}.`,
    zh: ({ inexact, count, yearBefore }) =>
      `${yearBefore ? '上年同期，' : ''}${someOfZh(inexact, count)}公布为超过、不到或约为某数。`,
  },
  RATE_OR_INDEX: {
    en: ({ metric }, { label }) =>
      metric === null
        ? 'The figures are given as rates or indices.'
        : `"${label(metric)}" is given as a rate or an index.`,
    zh: ({ metric }, { label }) => `${metric === null ? '数据' : `“${label(metric)}”`}以比率或指数表示。`,
  },
  NOT_ADDITIVE: {
    en: ({ metric }, { label }) => `"${label(metric)}" cannot be added up over time.`,
    zh: ({ metric }, { label }) => `“${label(metric)}”不能跨时期累加。`,
  },
  NO_BALANCE: {
    en: ({ metric, metrics }, { label }) =>
      `No balance is defined for "${label(metric)}"${metrics.length > 0 ? `, only for ${metrics.map((each) => `"${label(each)}"`).join(', ')}` : ''}.`,
    zh: ({ metric, metrics }, { label }) =>
      `“${label(metric)}”没有差额${metrics.length > 0 ? `，只有${metrics.map((each) => `“${label(each)}”`).join('、')}有差额` : ''}。`,
  },
  DIVISOR_NOT_POSITIVE: {
    en: ({ divisor, sign }) => {
      const what = { BASE: 'The divisor', TOTAL: 'The total', YEAR_BEFORE: 'The sum a year earlier' }[divisor]
      const is = { ZERO: 'is zero', NEGATIVE: 'is below zero', UNCERTAIN: 'may be zero or less by its printed digits' }
      return `${what} ${is[sign]}.`
    },
    zh: ({ divisor, sign }) => {
      const what = { BASE: '除数', TOTAL: '合计', YEAR_BEFORE: '上年同期之和' }[divisor]
      return `${what}${{ ZERO: '为零', NEGATIVE: '小于零', UNCERTAIN: '按公布的位数可能为零或小于零' }[sign]}。`
    },
  },
  TOTAL_NOT_COMPUTABLE: {
    en: ({ reason }, words) => `Of the total: ${worded(reason, words)}`,
    zh: ({ reason }, words) => `合计：${worded(reason, words)}`,
  },
  ROUNDING: {
    en: (reason, words) => `${difference(reason, words)} The rounding of the printed numbers explains the difference.`,
    zh: (reason, words) => `${difference(reason, words)}公布数字的舍入可以解释这一差异。`,
  },
  BASE_REVISED: {
    en: (reason, words) =>
      `${difference(reason, words)}${implied(reason.impliedBase, words)} Several releases printed its inputs: an input has been revised since, or is measured differently.`,
    zh: (reason, words) =>
      `${difference(reason, words)}${implied(reason.impliedBase, words)}计算所用的数据由多次发布公布：其中有的此后经过修订，或统计口径不同。`,
  },
  DISAGREES: {
    en: (reason, words) =>
      `${difference(reason, words)} Rounding does not explain the difference, and one release printed all inputs.`,
    zh: (reason, words) => `${difference(reason, words)}舍入不能解释这一差异，且所用数据均由同一次发布公布。`,
  },
}

export const reasonCodes = Object.keys(wordings) as ReasonCode[]

export const reasonText = (reason: Reason, language: Language, codes: CodeLists): string =>
  worded(reason, wordsOf(language, codes))

const worded = (reason: Reason, words: Words): string =>
  (wordings[reason.code][words.language === 'ZH' ? 'zh' : 'en'] as Wording<ReasonCode>)(reason, words)

interface Words {
  readonly language: Language
  readonly label: (metric: string) => string
  readonly days: (period: Period) => string
  readonly name: (observation: NamedObservation) => string
  readonly cite: (observation: CitedObservation) => string
}

function wordsOf(language: Language, codes: CodeLists): Words {
  const isChinese = language === 'ZH'
  const nameIn = (found: { readonly name: Text } | null, code: string): string =>
    (found && inLanguage(found.name, language)) ?? code
  const label = (metric: string): string => nameIn(codes.metric(metric), metric)
  const days = (period: Period): string => periodText(period, language)
  const category = (ref: CategoryRef): string => nameIn(codes.category(ref), categoryText(ref))
  return {
    language,
    label,
    days,
    name({ metric, categories, period }) {
      const parts = categories.filter(({ dimension }) => dimension !== total.dimension).map(category)
      if (isChinese) return `${days(period)}${label(metric)}${parts.length > 0 ? `（${parts.join('、')}）` : ''}`
      return `${label(metric)}${parts.length > 0 ? ` (${parts.join(', ')})` : ''} in ${days(period)}`
    },
    cite(observation) {
      const level = formatted(observation, language)
      const { period, release } = observation
      if (isChinese) return `${days(period)}的${level ?? '未公布数值'}（${release.code}）`
      return `${level ?? 'no level'} in ${days(period)} (${release.code})`
    },
  }
}

const someOf = (some: number, count: number): string =>
  count === 1
    ? 'The figure has'
    : `${formatCount(some)} of the ${formatCount(count)} figures ${some === 1 ? 'has' : 'have'}`

const someOfZh = (some: number, count: number): string =>
  count === 1 ? '该数据' : `${formatCount(count)}个数据中有${formatCount(some)}个`

function difference({ computation, value, bounds, reported, unit }: Difference, words: Words): string {
  const { language } = words
  const places = Math.max(0, reported.decimals + unitInfo(unit).exponent + 2)
  const short = (number: Decimal): string => {
    const rounded = convert(number, baseOf(unit), unit).toDecimalPlaces(places)
    return formatted({ value: rounded, decimals: 0, qualifier: 'EXACT', unit }, language) ?? ''
  }
  const printed = formatted(
    { value: reported.value, decimals: reported.decimals, qualifier: 'EXACT', unit: baseOf(unit) },
    language,
    unit,
  )
  const ends = bounds?.low && bounds.high ? ([short(bounds.low), short(bounds.high)] as const) : null
  if (language === 'ZH')
    return `${computed(computation, words)}为${short(value)}${ends ? `（介于${ends[0]}与${ends[1]}之间）` : ''}，公布值为${printed}。`
  const between = ends ? `, between ${ends[0]} and ${ends[1]}` : ''
  return `${computed(computation, words)} is ${short(value)}${between}; the printed value is ${printed}.`
}

function computed(of: Computation, { language, cite }: Words): string {
  const isChinese = language === 'ZH'
  switch (of.kind) {
    case 'GROWTH':
      return isChinese ? `从${cite(of.from)}到${cite(of.to)}的增速` : `Growth from ${cite(of.from)} to ${cite(of.to)}`
    case 'SHARE':
      return isChinese
        ? `${cite(of.part)}占${cite(of.whole)}的比重`
        : `The share of ${cite(of.part)} in ${cite(of.whole)}`
    case 'IMPLIED_BASE':
      return isChinese
        ? `由公布的增速${of.growth.toFixed()}%推算的基数`
        : `The base that the printed growth of ${of.growth.toFixed()}% implies`
    case 'CONVERSION':
      return isChinese
        ? `${cite(of.level)}按${of.rates.map(cite).join('和')}折算`
        : `The conversion of ${cite(of.level)} at ${of.rates.map(cite).join(' and ')}`
    case 'BALANCE':
      return isChinese ? '计算的差额' : 'The computed balance'
    case 'SUM_SINCE_JANUARY':
      return isChinese ? '自1月起的累计' : 'The sum since January'
    case 'DIFFERENCE_OF_YEARS_TO_DATE':
      return isChinese ? '本月累计减上月累计' : 'The year to date less that of the month before'
  }
}

function implied(base: Reason<'BASE_REVISED'>['impliedBase'], { language }: Words): string {
  const { low = null, high = null } = base ?? {}
  if (base === null || low === null || high === null) return ''
  const [from, to] = [low, high].map((end) => {
    const value = convert(end, baseOf(base.unit), base.unit).toSignificantDigits(5)
    return formatted({ value, decimals: 0, qualifier: 'EXACT', unit: base.unit }, language)
  })
  return language === 'ZH'
    ? `公布的增速意味着基数介于${from}与${to}之间。`
    : ` The printed growth implies a base between ${from} and ${to}.`
}
