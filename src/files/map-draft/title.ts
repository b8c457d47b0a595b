import { matched, westernYears } from '../table-map/header-text.js'
import { isMonthName, otherYears } from '../table-map/stated-periods.js'
import { unitStated } from './units/unit-text.js'
import { metricIn } from './words/metric-words.js'
import { dimensionIn } from './words.js'

export interface TitlePeriod {
  readonly text: string
  readonly pattern: string
  readonly isToDate: boolean
}

const year = /(?<!\d)(?:19|20)\d\d(?!\d)/g

// The words before a period, in one part of a title, beside which it is not that of the figures.
const otherPrices = /price|preis|prix|precio|preço|prezz|prijz|\bcen\b|ceny/iu

// The words that lead to a period, and those of a whole trade, which may precede it.
const links =
  /^(?:trade|handel|commerce|comercio|comércio|exterior|extérieur|in|im|en|em|for|für|of|du|de|del|year|jahr|année|año|ano|anno|jaar|rok|na|w|за|в)$/iu

const patterns = [
  '{year}',
  '{monthName} {year}',
  '{monthName} de {year}',
  '{monthName}-{year}',
  '{monthName}/{year}',
  '{year} {monthName}',
  '{month}/{year}',
  '{month}.{year}',
  '{year}-{month}',
  '{year}/{month}',
  '{year}M{month}',
  '{year} Q{quarter}',
  '{year}-Q{quarter}',
  'Q{quarter} {year}',
  'Q{quarter}/{year}',
  '{quarter}. Quartal {year}',
  '{year}T{quarter}',
  'T{quarter} {year}',
]

const han = /(?<!\d)(?:19|20)\d\d年(?:(1)([至到—–\-~～]))?(?:(\d{1,2})月)?(?![\d度末底上下第前至到—–\-~～日])/u

export function titlePeriods(texts: readonly string[]): {
  readonly understood: readonly TitlePeriod[]
  readonly unclear: readonly string[]
} {
  const dated = texts.filter(
    (text) => text.length <= 200 && !/[{}]/.test(text) && westernYears(text).match(year) !== null,
  )
  const found = dated.map((text) => ({ text, period: periodOf(text) }))
  return {
    understood: found.flatMap(({ period }) => period ?? []),
    unclear: found.flatMap(({ text, period }) => (period === null ? [text] : [])),
  }
}

function periodOf(text: string): TitlePeriod | null {
  const western = westernYears(text)
  if (western.match(year)?.length !== 1) return null
  const inHan = han.exec(western)
  if (inHan !== null) {
    const [whole, first, mark = '', month] = inHan
    const period = `{year}年${first === undefined ? '' : `1${mark}`}${month === undefined ? '' : '{month}月'}`
    if (first !== undefined && month === undefined) return null
    const rest = western.replace(whole, '')
    return otherYears.test(rest)
      ? null
      : { text, pattern: western.replace(whole, period), isToDate: first !== undefined }
  }
  const parts = western.split(/([,:;()|—]|\s[-–]\s)/)
  const at = parts.findIndex((part) => part.match(year) !== null)
  const part = parts[at] ?? ''
  const own = inPart(part.trim())
  if (own === null) return null
  const rest = parts.map((each, index) => (index === at ? own.before : each)).join('')
  if (otherYears.test(rest) || rest.split(/[^\p{L}.]+/u).some(isMonthName)) return null
  const pattern = parts.map((each, index) => (index === at ? part.replace(part.trim(), own.pattern) : each)).join('')
  return { text, pattern, isToDate: own.isToDate }
}

interface InPart {
  readonly before: string
  readonly pattern: string
  readonly isToDate: boolean
}

function inPart(part: string): InPart | null {
  const [, stated = '', unit = ''] = /^(.*)(\s+in\s.+)$/u.exec(part) ?? []
  const inUnit = unitStated(unit)?.isPure === true ? inPart(stated) : null
  if (inUnit !== null) return { ...inUnit, pattern: `${inUnit.pattern}${unit}` }
  const words = [...part.matchAll(/\S+/gu)].map(({ index }) => index)
  for (const begin of words) {
    const [before, text] = [part.slice(0, begin).trim(), part.slice(begin)]
    const found = exactly(text)
    if (found === null) continue
    const last = before.split(/\s+/).at(-1) ?? ''
    const leads = before === '' || links.test(last) || metricIn(last) !== null || dimensionIn(last) !== null
    if (!leads || otherPrices.test(before)) return null
    return { before, pattern: `${part.slice(0, begin)}${found.pattern}`, isToDate: found.isToDate }
  }
  return null
}

const toDate = /^(?:from\s+)?(\p{L}+\.?)(?:\s?[-–]\s?|\s+(?:to|bis|a|à|al)\s+)(.+)$/iu

function exactly(text: string): Omit<InPart, 'before'> | null {
  const [, first = '', rest = ''] = toDate.exec(text) ?? []
  if (matched(first, '{monthName}')?.month === '1') {
    const end = patterns.slice(1, 5).find((each) => matched(rest, each) !== null)
    return end === undefined ? null : { pattern: text.replace(rest, end), isToDate: true }
  }
  const pattern = patterns.find((each) => matched(text, each) !== null)
  return pattern === undefined ? null : { pattern, isToDate: false }
}
