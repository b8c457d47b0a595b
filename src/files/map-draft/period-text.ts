import { excerpt } from '../../domain/input-bounds.js'
import type { Period } from '../../domain/periods/period.js'
import { refuse } from '../../errors.js'
import { memoizeByText } from '../../lib/memo.js'
import type { Steps } from '../../lib/steps.js'
import { matched } from '../table-map/header-text.js'
import { isRowPeriod, periodIn } from '../table-map/row-period.js'
import { splitYear } from '../table-map/split-years.js'
import { contradicts, otherTitle, otherYears, periodWithin } from '../table-map/stated-periods.js'
import { isOfOtherYears } from './frequency.js'
import { filled, type Grid } from './grid.js'
import { unitStated } from './units/unit-text.js'
import { statusWord } from './words/status-words.js'
import { periodPattern } from './words.js'

/** The parts of a header text that states a period; without one, `text` is the whole. */
export interface StatedPeriod {
  readonly text: string
  readonly mark: string
  readonly before: string
  readonly after: string
  // A period that begins in January, as in "Jan-Jun 2023", of which `text` is the last month.
  readonly isToDate: boolean
}

const letters = String.raw`\(?${statusWord}\)?|[a-z]{1,3}[/)]?|[a-z]{1,5}\.|\((?:[a-z]{1,4}\.?|\d{1,2}|\*)\)|[*†‡§#]{1,3}`
const digits = String.raw`[¹²³⁴⁵⁶⁷⁸⁹]{1,3}|\s\d|\s?\d{1,2}\)`
const marked = new RegExp(String.raw`^(.*?[\p{L}\d.)])\s?(${letters}|${digits})$`, 'iu')

const longest = 120

export const isPeriod = (text: string): boolean => periodPattern(text) !== null || splitYear(text) !== null

/** Separates a period from its mark and the words beside it, as in 2023p, 2023 (%) and Exports 2023. */
export const periodStated = memoizeByText((text): StatedPeriod => {
  const none = { text, mark: '', before: '', after: '', isToDate: false }
  if (isPeriod(text) || text.length > longest) return none
  const [, first = '', unit = ''] = /^(\S*\d)\s?([([].+[)\]]|in .+|[%€$].*|\p{L}{3,}.*)$/u.exec(text) ?? []
  if (isPeriod(first) && isUnit(unit)) return { ...none, text: first, after: ` ${unit}` }
  const whole = markedIn(text)
  if (whole !== null) return { ...none, ...whole }
  const toDate = toDateIn(text)
  if (toDate !== null) return { ...none, ...toDate, isToDate: true }
  const found = periodWithin(text, (part) => isPeriod(part) || (!/\s[^\s(\d]+$/.test(part) && markedIn(part) !== null))
  if (found === null || /[{}]/.test(text) || !isClear(found)) return none
  const { before, period, after } = found
  return { ...none, text: period, ...(isPeriod(period) ? {} : markedIn(period)), before, after }
})

const range = /^(\p{L}+\.?)(\s?[-–—]\s?|\s(?:to|bis|a|à|al|t\/m|tot|till|til|do)\s)(\p{L}+\.?\s\d{4})$/u

function toDateIn(text: string): { readonly text: string; readonly before: string } | null {
  const [, first = '', between = '', last = ''] = range.exec(text) ?? []
  const isJanuary = matched(first, '{monthName}')?.month === '1'
  return isJanuary && periodPattern(last) === '{monthName} {year}' ? { text: last, before: `${first}${between}` } : null
}

function markedIn(text: string, isWhole = isPeriod): { readonly text: string; readonly mark: string } | null {
  const [, period = '', mark = ''] = marked.exec(text) ?? []
  return isWhole(period) ? { text: period, mark: mark.trim() } : null
}

interface PeriodCells {
  readonly periods: readonly string[]
  readonly marks: readonly string[]
}

/** Separates the periods of cells from their marks; null if one is no period, or has a digit for a mark. */
export function* periodCells(texts: Iterable<string>): Steps<PeriodCells | null> {
  const periods: string[] = []
  const marks = new Set<string>()
  for (const text of texts) {
    yield
    const found = isRowPeriod(text) ? { text, mark: '' } : text.length > longest ? null : markedIn(text, isRowPeriod)
    if (found === null || /\d/.test(found.mark)) return null
    periods.push(found.text)
    if (found.mark !== '') marks.add(found.mark)
  }
  return { periods, marks: [...marks] }
}

const isUnit = (text: string): boolean => {
  const stated = unitStated(text)
  return stated?.isPure === true && (stated.unit !== null || stated.missing !== null)
}

// The words of ranges and comparisons, which stand next to a period.
const ranges =
  /(?:^|\s)(?:to|until|till|through|thru|since|from|before|after|vs\.?|versus|than|over|bis|seit|ab|vor|gegenüber|depuis|jusqu'en|hasta|desde|até|fino al|dal|od|do|tot|sinds|till|från|sedan)$|[-–—/~+&]$|(?:^|\s)(?:und|and|y|e|et|i|en)$/iu

/** Tells words beside a period that do not make it another one, such as Exports; those of Jan-Mar and Average do. */
function isClear({ before, period, after }: { before: string; period: string; after: string }): boolean {
  const words = `${before} ${period.endsWith('年') ? '年' : ''}${after}`
  if (isOfOtherYears(`${before}${period}${after}`)) return /^\{(?:year)\}年?$/.test(periodPattern(period) ?? '')
  if (otherYears.test(words) || ranges.test(before.trimEnd()) || /^\s?[-–—/~+&=]/.test(after)) return false
  const parts = words.split(/[^\p{L}]+/u)
  if (parts.some((word) => matched(word, ['{monthName}', 'Ø']) !== null || /^[IVX]+$/.test(word))) return false
  return !/\p{N}/u.test(words) || [before, after].every((text) => !/\p{N}/u.test(text) || isUnderstood(text))
}

const isUnderstood = (text: string): boolean => {
  const stated = unitStated(text)
  return stated !== null && (stated.unit !== null || stated.missing !== null)
}

interface Figures {
  readonly column: Readonly<Record<string, unknown>>
  readonly isFigure: boolean
  readonly at: readonly number[]
}

/** Refuses a given period if a header of figures or a title states another one. Throws BAD_USER_INPUT. */
export function checkPeriod({ rows, firstHeader, firstData }: Grid, columns: readonly Figures[], period: Period): void {
  const header = rows.slice(firstHeader, firstData)
  for (const { column, isFigure, at } of columns)
    for (const text of isFigure ? at.flatMap((place) => header.map((cells) => cells[place] ?? '')) : []) {
      const own = column['across'] === true ? periodIn(periodStated(text).text) : null
      const isOther = own === null ? contradicts(text, period, column['is'] !== 'value') : own.text !== period.text
      if (isOther) tell('header', text, period)
    }
  if (columns.some(({ column }) => column['is'] === 'period')) return
  const title = otherTitle(rows.slice(0, firstHeader).flatMap(filled), period)
  if (title !== null) tell('title', title, period)
}

const tell = (place: string, text: string, period: Period): never =>
  refuse(
    `The ${place} "${excerpt(text, 100)}" states another period than ${period.text}, which --period names. Leave out --period, or name the period of the table.`,
  )
