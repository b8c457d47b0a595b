import type { Period } from '../../domain/periods/period.js'
import { matched, westernYears } from './header-text.js'
import { periodIn } from './row-period.js'

interface PeriodInText {
  readonly before: string
  readonly period: string
  readonly after: string
}

// A year and its sign in Chinese, Japanese or Korean need no space beside them.
const ofEastAsia = String.raw`(?:明治|大正|昭和|平成|令和)?(?:元|\d{1,4})[年년]`
const token = new RegExp(
  String.raw`${ofEastAsia}(?:第?[1-4](?:季度|四半期|분기)|\d{1,2}[月월])?|(?:(?!${ofEastAsia})[^\s,;:()[\]（）：，；、])+`,
  'gu',
)

const mostTokens = 30
const longestPeriod = 4

/** Finds the first and longest part of a text that is a period, in whole words. */
export function periodWithin(text: string, isPeriod: (part: string) => boolean): PeriodInText | null {
  const words = Array.from(text.matchAll(token), ({ 0: word, index }) => ({ begin: index, end: index + word.length }))
  if (words.length > mostTokens) return null
  for (const [at, { begin }] of words.entries())
    for (const { end } of words.slice(at, at + longestPeriod).toReversed())
      for (const period of [text.slice(begin, end + 1), text.slice(begin, end)])
        if (/\d/.test(period) && /[^\s,;:]$/.test(period) && isPeriod(period))
          return { before: text.slice(0, begin), period, after: text.slice(begin + period.length) }
  return null
}

const bases = String.raw`=\s?100|index|índice|indice|indeks|\bbase\b|basis|census|zensus|recensement|censo|censimento|\b(?:hs|nace|nuts|isic|sitc|cpa|cpc|cn|ncm)\b|nomencl|classif|klassif|clasific|version|基准|基準|价格|価格|普查|国勢`

const otherBases = new RegExp(
  String.raw`${bases}|constant|konstant|fasta|stał|prices?\b|preis|prix|precio|preço|prezz|prijz|\bcen\b|ceny`,
  'iu',
)

/** The words beside which a year is not simply that of the figures, such as those of a publication or of a part of a year. */
export const otherYears = new RegExp(
  String.raw`${bases}|edition|ausgabe|edición|publi|veröffentl|released?|updated?|aktualis|actuali|atualiz|bulletin|report|bericht|stand:?\s|\bas (?:of|at)\b|boundar|average|durchschnitt|moyenne|promedio|media\b|média|gemiddeld|średni|\bend(?:ed|ing|e)?\b|financial|fiscal|\bfy\b|wirtschaftsjahr|half|halb|semest|quarter\b|quarters|quartal|trimest|kwarta|week|woche|semaine|semana|months|monate\b|mois|meses|mesi|cumul|kumul|acumul|to date|\bytd\b|dates?:|source|quelle|fuente|fonte|bron:|źródło|©|copyright|版|截至|現在|年度|半年|季|累计|前`,
  'iu',
)

const year = /(?<!\d)(?:19|20)\d\d(?!\d)/g

const longest = 300

/** Tells the header of a column of figures that states another period than theirs. Growth may name the year before. */
export function contradicts(text: string, period: Period, isGrowth = false): boolean {
  if (text.length > longest || otherBases.test(text)) return false
  const years = (westernYears(text).match(year) ?? []).map(Number)
  if (years.length === 0) return false
  const [first, last] = [Number(period.first.slice(0, 4)), Number(period.last.slice(0, 4))]
  if (Math.max(...years) < first - (isGrowth ? 1 : 0) || Math.min(...years) > last) return true
  const stated = years.length > 1 ? null : alone(text)
  return stated !== null && !isOf(stated, period)
}

/** Returns the first of the lines above a table that states another period, unless one of them states this one. */
export function otherTitle(lines: readonly string[], period: Period): string | null {
  const titles = lines.flatMap((text) => {
    const stated = periodOfTitle(text)
    return stated === null ? [] : [{ text, stated }]
  })
  return titles.some(({ stated }) => isOf(stated, period)) ? null : (titles[0]?.text ?? null)
}

function periodOfTitle(text: string): Period | null {
  const years = westernYears(text).match(year) ?? []
  const isOther = otherYears.test(text) || otherBases.test(text) || numbered.test(text)
  return text.length > longest || years.length !== 1 || isOther ? null : alone(text)
}

/** The number of a table, as in "Table 12/2024". */
const numbered = /\b(?:tab(?:elle|le|leau|ela|ella|ulka|ell|el|lica)?|cuadro|nr|no|n°|issue|heft)\.?\s?\d/iu

/** Tells figures whose header or title may state a period: it contains theirs, or is the last month of a year to date. */
const isOf = (stated: Period, { first, last, frequency }: Period): boolean =>
  (stated.first <= first && last <= stated.last) || (frequency === 'YEAR_TO_DATE' && stated.last === last)

/** Returns the period of a text beside which there is no other month and no day. */
function alone(text: string): Period | null {
  const found = periodWithin(text, (part) => periodIn(part) !== null)
  if (found === null || /\d[.,]?\s*$/.test(found.before) || /^\s?[-./]?\s?\d/.test(found.after)) return null
  const hasMonth = `${found.before} ${found.after}`.split(/[^\p{L}.]+/u).some(isMonthName)
  return hasMonth ? null : periodIn(found.period)
}

/** Tells the name of a month. "May", "mar" and the like are words as well. */
export const isMonthName = (word: string): boolean =>
  word.length > 3 && /^\p{Lu}/u.test(word) && matched(word, '{monthName}') !== null
