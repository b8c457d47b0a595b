import { powerOfTen, printedText } from '../numbers/decimal.js'
import type {
  Change,
  Observation,
  ObservationStatus,
  PrintedLevel,
  Qualifier,
  ReleaseMetadata,
} from '../observations/observation.js'
import type { Period } from '../periods/period.js'
import { convert, shiftBetween, type Unit, unitInfo } from '../units/unit.js'
import type { Language } from './language.js'

const qualifierWords: Record<Qualifier, { readonly en: string; readonly zh: string }> = {
  EXACT: { en: '', zh: '' },
  OVER: { en: 'over ', zh: '超过' },
  UNDER: { en: 'under ', zh: '不到' },
  ABOUT: { en: 'about ', zh: '约' },
}

/**
 * Formats a level as newspapers print it: "CNY 41.76 trillion", "超过1万亿元". Null without a level; throws UNIT_MISMATCH
 * for a unit of another measure.
 */
export function formatted(figure: PrintedLevel, language: Language, unit: Unit = figure.unit): string | null {
  const { value, decimals, qualifier } = figure
  const shift = shiftBetween(figure.unit, unit)
  if (value === null) return null
  const { pattern, tensZh } = unitInfo(unit)
  const tens = language === 'ZH' ? tensZh : 0
  const converted = convert(value, figure.unit, unit).times(powerOfTen(tens))
  // A change of unit must not add digits to an inexact number: "over 600,000" is "over 60 ten thousand".
  const digits = shift === 0 || qualifier === 'EXACT' ? (decimals ?? 0) - shift - tens : 0
  const number = grouped(printedText({ value: converted, decimals: Math.max(digits, converted.decimalPlaces()) }))
  if (language === 'ZH') return qualifierWords[qualifier].zh + pattern.zh.replace('{}', number)
  return qualifierWords[qualifier].en + inEnglish(pattern.en, number)
}

const inEnglish = (pattern: string, number: string): string =>
  pattern.replace('{}', number).replace('(s)', /^[+-]?1$/.test(number) ? '' : 's')

function grouped(number: string): string {
  const [whole = '', fraction] = number.split('.')
  const thousands = whole.replace(/\B(?=(?:\d{3})+$)/g, ',')
  return fraction === undefined ? thousands : `${thousands}.${fraction}`
}

const monthFormat = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' })
const monthNames = Array.from({ length: 12 }, (_, month) => monthFormat.format(Date.UTC(2000, month)))

export function periodText({ frequency, last }: Period, language: Language): string {
  const year = last.slice(0, 4)
  const month = Number(last.slice(5, 7))
  const name = monthNames[month - 1]
  const chinese = language === 'ZH'
  switch (frequency) {
    case 'ANNUAL':
      return chinese ? `${year}年` : year
    case 'HALF_YEARLY':
      if (chinese) return `${year}年${month === 6 ? '上' : '下'}半年`
      return `${month === 6 ? 'first' : 'second'} half of ${year}`
    case 'QUARTERLY':
      return chinese ? `${year}年第${'一二三四'[month / 3 - 1]}季度` : `Q${month / 3} ${year}`
    case 'MONTHLY':
      return chinese ? `${year}年${month}月` : `${name} ${year}`
    case 'YEAR_TO_DATE':
      if (chinese) return `${year}年1${month === 1 ? '' : `至${month}`}月`
      return `January${month === 1 ? '' : `–${name}`} ${year}`
  }
}

export type CitedRelease = Pick<ReleaseMetadata, 'code' | 'title' | 'publisher' | 'publishedAt'> & {
  readonly retractedAt?: string | null
}

export function releaseCitation({ code, title, publisher, publishedAt, retractedAt = null }: CitedRelease): string {
  const [year, month, day] = publishedAt.slice(0, 10).split('-').map(Number)
  const date = `${day} ${monthNames[(month ?? 1) - 1]} ${year}`
  return `${publisher}: ${title}, ${date} (${code})${retractedAt === null ? '' : ', since retracted'}`
}

const missing = { en: 'no level printed', zh: '未公布数值' }
const statusWords: Record<ObservationStatus, { readonly en: string; readonly zh: string } | null> = {
  NORMAL: null,
  PRELIMINARY: { en: 'preliminary', zh: '初步数' },
  FINAL: { en: 'final', zh: '最终数' },
  REVISED: { en: 'revised', zh: '修订数' },
  ESTIMATED: { en: 'estimated', zh: '估计数' },
  BREAK: { en: 'break in series', zh: '口径变动' },
  NIL: { en: 'nil', zh: '无' },
  NOT_APPLICABLE: { en: 'not applicable', zh: '不适用' },
  MISSING: missing,
  CONFIDENTIAL: { en: 'confidential', zh: '保密' },
}

type PrintedFigure = PrintedLevel & Pick<Observation, 'status' | 'changes'>

/** Returns what is printed of a figure: its level, changes and status. Throws UNIT_MISMATCH as `formatted` does. */
export function figureText(figure: PrintedFigure, language: Language, unit: Unit = figure.unit): string {
  const level = formatted(figure, language, unit)
  const changes = figure.changes.map((change) => changeText(change, language)).filter((text) => text !== null)
  const numbers = level === null ? changes : [level, ...changes]
  const isChinese = language === 'ZH'
  const key = isChinese ? 'zh' : 'en'
  const word = statusWords[figure.status]?.[key]
  if (numbers.length === 0) return word ?? missing[key]
  const said = numbers.join(isChinese ? '，' : ', ')
  if (word === undefined) return said
  return isChinese ? `${said}（${word}）` : `${said} (${word})`
}

export function figureCitation(cited: {
  readonly metricName: string
  readonly categoryNames: readonly string[]
  readonly figure: PrintedFigure & Pick<Observation, 'period'>
  readonly release: CitedRelease
}): string {
  const { metricName, categoryNames, figure, release } = cited
  const subject = [metricName, ...categoryNames, periodText(figure.period, 'EN')].join(', ')
  return `${subject}: ${figureText(figure, 'EN')}. ${releaseCitation(release)}`
}

function changeText({ percent, points, base }: Change, language: Language): string | null {
  const change = percent ?? points
  if (change === null) return null
  const { pattern } = unitInfo(percent ? 'PERCENT' : 'PERCENTAGE_POINT')
  const number = (change.value.greaterThan(0) ? '+' : '') + grouped(printedText(change))
  if (language === 'ZH') return `较${periodText(base, 'ZH')}${pattern.zh.replace('{}', number)}`
  return `${inEnglish(pattern.en, number)} on ${periodText(base, 'EN')}`
}
