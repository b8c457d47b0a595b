import { excerpt } from '../../domain/input-bounds.js'
import { isPlaceholder, placeholder } from '../maps/map-files.js'
import { statusOfFlag } from '../sdmx-map/status.js'
import { statusesOfFlags } from '../table-map/flag-text.js'
import { matched, plain } from '../table-map/header-text.js'
import { splitYear } from '../table-map/split-years.js'
import type { Cells } from './cells.js'
import { openHeader } from './frequency.js'
import { isPeriod, periodStated, type StatedPeriod } from './period-text.js'
import { unitStated } from './units/unit-text.js'
import { metricIn } from './words/metric-words.js'
import { isHarmless, otherMeasure, partOfYear, toDateIn, toDatePattern } from './words/scope-words.js'
import { statusOfWords } from './words/status-words.js'
import { isGrowth, isYear, isYearWord, partPattern, periodPattern, withPeriod } from './words.js'

type HeaderText = string | readonly string[] | null

/** The statuses of figures by their marks, or questions. A mark that says nothing about the status has null. */
export type Marks = Readonly<Record<string, string | null>>

export interface Across {
  readonly header: readonly HeaderText[]
  readonly values: readonly Cells[]
  readonly flags: readonly Cells[]
  readonly flagHeader: readonly (string | null)[]
  readonly words: string
  readonly marks: Marks
  readonly remarks: readonly string[]
  readonly isToDate: boolean
}

const acrossOf = (header: readonly HeaderText[], values: readonly Cells[]): Across => ({
  header,
  values,
  flags: [],
  flagHeader: [],
  words: '',
  marks: {},
  remarks: [],
  isToDate: false,
})

const isFootnote = (mark: string): boolean => /^\(?[\d¹²³⁴⁵⁶⁷⁸⁹]+\)?$/.test(mark)

const isYearPattern = (pattern: string | null): boolean => /^\{year\}[年년]?$/.test(pattern ?? '')

/** Finds adjacent columns from one on whose headers state their periods: in one row, or years above months. */
export function acrossFrom(columns: readonly Cells[], from: number, hasYear: boolean): Across | null {
  const first = columns[from] as Cells
  const row = first.merged.findIndex((text) => isPeriod(periodStated(text).text))
  if (row < 0) return hasYear ? partsFrom(columns, from) : null
  const textOf = ({ merged }: Cells): StatedPeriod => periodStated(merged[row] ?? '')
  const own = textOf(first)
  const isWorded = own.before.trim() !== '' || own.after.trim() !== ''
  if (isWorded && (isGrowth(`${own.before} ${own.after}`) || (first.values.length > 0 && !first.isFigure))) return null
  const pattern = periodPattern(own.text)
  const part = isYearPattern(pattern) ? partPattern(first.header[row + 1] ?? '') : null
  const isOfYears = part === null && isYearPattern(pattern)
  const toDate = ({ merged }: Cells) =>
    merged.map((text, at) => (isOfYears && !own.isToDate && at !== row ? toDatePattern(text) : null))
  const span = toDate(first)
  const others = ({ merged }: Cells) =>
    merged.filter((text, at) => at !== row && text !== '' && span[at] === null).join(', ')
  const keyOf = (cells: Cells) => `${textOf(cells).text} ${toDate(cells)}`
  const isRepeated = part === null && columns.filter((cells) => keyOf(cells) === keyOf(first)).length > 1
  const isNamed = isRepeated || (part === null && (metricIn(others(first)) !== null || isGrowth(others(first))))
  const fits = (cells: Cells): boolean => {
    const { text, before, after } = textOf(cells)
    const isStated =
      periodPattern(text) === pattern && plain(before) === plain(own.before) && plain(after) === plain(own.after)
    if (!isStated && !(part !== null && text === '')) return false
    if (`${toDate(cells)}` !== `${span}`) return false
    return part === null
      ? !isNamed || others(cells) === others(first)
      : partPattern(cells.header[row + 1] ?? '') === part
  }
  const periodOf = part === null ? (cells: Cells) => textOf(cells).text : null
  const split = runFrom(columns, from, (cells) => splitYear(textOf(cells).text) !== null, periodOf)
  const isSplitRun = isSplit(split.values.map((cells) => textOf(cells).text)) || pattern === null
  const run = isSplitRun ? split : runFrom(columns, from, fits, periodOf)
  const marks = [...new Set(run.values.map((cells) => textOf(cells).mark))].filter((mark) => mark !== '')
  const isBeside = (_: string, at: number) => at !== row && span[at] === null && !(part !== null && at === row + 1)
  const beside = run.values.flatMap(({ merged }) => merged.filter(isBeside))
  const doubt = beside.find((text) => text !== '' && isOther(text, isOfYears, isNamed))
  const header = first.header.map((_, at): HeaderText => {
    if (at === row && isSplitRun) return splitYears
    if (at === row) return withDoubt(withMarks(own, pattern, marks), doubt)
    if (span[at] != null) return span[at]
    return at === row + 1 && part !== null ? part : (isNamed && first.header[at]) || null
  })
  const statuses = marks.filter((mark) => !isFootnote(mark))
  const notes = marks.filter(isFootnote)
  return {
    header: withClearRomans(header, run.values),
    ...run,
    flagHeader: first.header.map((_, at) => run.flags.map((each) => each.header[at] ?? '').find(isFlagName) ?? null),
    isToDate: own.isToDate || span.some((text) => text !== null),
    words: [own.isToDate ? '' : own.before, own.after, isNamed ? others(first) : '']
      .map((text) => text.replace(/^[\s,;:–—-]+|[\s,;:–—-]+$/gu, ''))
      .filter((text) => /[\p{L}\p{N}%]/u.test(text) && !isYearWord(text))
      .join(', '),
    marks: { ...marksOfFlags(run.flags), ...Object.fromEntries(statuses.map((mark) => [mark, statusOfYear(mark)])) },
    remarks: [
      ...statuses.map((mark) => markRemark(mark, statusOfYear(mark))),
      ...(notes.length === 0 ? [] : [`The footnotes ${notes.join(', ')} after periods are not kept.`]),
      ...(isSplitRun ? [splitAdvice] : []),
      ...(doubt === undefined ? [] : [`What "${excerpt(doubt)}" beside the periods means is not clear.`]),
    ],
  }
}

const withDoubt = (texts: HeaderText, doubt: string | undefined): HeaderText =>
  doubt === undefined ? texts : openHeader([texts].flat()[0] ?? '', doubt)

function isOther(text: string, isOfYears: boolean, isMetric: boolean): boolean {
  if (toDateIn(text) !== null || (isOfYears && partOfYear(text) !== null)) return true
  return !isMetric && (otherMeasure(text) !== null || (!isHarmless(text) && unitStated(text) === null))
}

/** Joins columns of the same figures, between which those of others stand, as in years above metrics. */
export function joined(found: readonly Across[]): Across[] {
  const byKey = new Map<string, Across>()
  for (const each of found) {
    const unmarked = each.header.map((texts) => [texts].flat()[0]?.replace('{mark}', ''))
    const key = JSON.stringify([unmarked, each.flagHeader, each.words])
    const before = byKey.get(key)
    const whole = before && {
      header: before.header.map((texts, row) => withBoth(texts, each.header[row] ?? null)),
      values: [...before.values, ...each.values],
      flags: [...before.flags, ...each.flags],
      marks: { ...before.marks, ...each.marks },
      remarks: [...new Set([...before.remarks, ...each.remarks])],
    }
    byKey.set(key, { ...each, ...whole })
  }
  return [...byKey.values()]
}

function withBoth(one: HeaderText, other: HeaderText): HeaderText {
  const [[first = '', ...notes], [second = '', ...more]] = [[one ?? []].flat(), [other ?? []].flat()]
  const text = first.length < second.length ? second : first
  const all = [...new Set([...notes, ...more])]
  return one === null ? null : all.length > 0 ? [text, ...all] : text
}

function withMarks({ before, after }: StatedPeriod, pattern: string | null, marks: readonly string[]): HeaderText {
  const textWith = (mark: string) => `${before}${pattern}${mark}${after}`
  const notes = marks.filter(isFootnote).map((mark) => textWith(`${/^\d$/.test(mark) ? ' ' : ''}${mark}`))
  const whole = textWith(marks.length > notes.length ? '{mark}' : '')
  return notes.length === 0 ? whole : [whole, ...notes]
}

function runFrom(
  columns: readonly Cells[],
  from: number,
  fits: (cells: Cells) => boolean,
  periodOf: ((cells: Cells) => string) | null,
) {
  const values: Cells[] = []
  const flags: Cells[] = []
  const seen = new Set<string>()
  for (let at = from; at < columns.length; at++) {
    const cells = columns[at] as Cells
    const before = values.at(-1)
    if (periodOf !== null && before !== undefined && before === columns[at - 1] && isOfFlags(cells, before))
      flags.push(cells)
    else if (!(periodOf !== null && seen.has(periodOf(cells))) && fits(cells)) {
      values.push(cells)
      if (periodOf !== null) seen.add(periodOf(cells))
    } else break
  }
  return { values, flags: flags.some(({ values: found }) => found.length > 0) ? flags : [] }
}

const isOfFlags = ({ header, values }: Cells, before: Cells): boolean =>
  header.every((text, row) => text === '' || text === before.header[row] || isFlagName(text)) &&
  values.every((text) => /^[a-z]{1,3}(?: [a-z])*$/.test(text))

const isFlagName = (text: string): boolean => /^(?:flags?|footnotes?)$/i.test(text)

function marksOfFlags(flags: readonly Cells[]): Marks {
  const found = [
    ...new Set(flags.flatMap(({ distinct }) => [...distinct].flatMap((text) => [...text.replaceAll(' ', '')]))),
  ]
  return Object.fromEntries(found.sort().map((flag) => [flag, statusOfFlags(flag)]))
}

// The flags of Eurostat.
export function statusOfFlags(flag: string): string | null {
  const status = statusOfFlag(flag)
  if (status === undefined) return openStatus(flag)
  return (statusesOfFlags as readonly (string | null)[]).includes(status) ? status : null
}

export const markRemark = (mark: string, status: string | null): string =>
  `"${mark}" after a period is ${nameOfStatus(status)}. It becomes a flag.`

export const openStatus = (mark: string): string =>
  placeholder(`the status of figures with "${mark}": PRELIMINARY, REVISED, ESTIMATED, BREAK or null`)

export const nameOfStatus = (status: string | null): string =>
  status === null ? 'no status' : isPlaceholder(status) ? 'a mark that is not known' : status

export function statusOfYear(mark: string): string {
  const word = mark.toLowerCase().replace(/[^a-z]/g, '')
  if (/^(?:p|prov|prel)$/.test(word)) return 'PRELIMINARY'
  if (/^(?:r|rev)$/.test(word)) return 'REVISED'
  return /^(?:e|est)$/.test(word) ? 'ESTIMATED' : (statusOfWords(mark.replace('(', '')) ?? openStatus(mark))
}

/** Finds adjacent months or quarters of which each follows the one before, in a table whose title states the year. */
export function partsFrom(columns: readonly Cells[], from: number): Across | null {
  const first = columns[from] as Cells
  const row = first.header.findIndex((text) => partPattern(text) !== null)
  const pattern = row < 0 ? null : partPattern(first.header[row] ?? '')
  if (pattern === null) return null
  const partAt = (at: number) => {
    const { month, quarter } = matched(columns[from + at]?.header[row] ?? '', pattern) ?? {}
    return Number(month ?? quarter ?? 0)
  }
  let count = 1
  while (from + count < columns.length && partAt(count) === partAt(count - 1) + 1) count++
  const found = columns.slice(from, from + count)
  if (count < 2 || !found.every(({ isFigure }) => isFigure)) return null
  const others = first.merged.filter((text, at) => at !== row && text !== '')
  const doubt = others.find((text) => toDateIn(text) !== null)
  const header = first.header.map((text, at) =>
    at === row ? withDoubt(pattern, doubt) : text === '' ? null : withPeriod(text),
  )
  const words = others.filter((text) => !isHarmless(text) && !isYear(text) && unitStated(text)?.isPure !== true)
  return { ...acrossOf(withClearRomans(header, found), found), words: words.join(', ') }
}

const roman = '{monthRoman}'

/** Asks whether Roman numbers are months, unless one is above those of quarters and each follows the one before. */
function withClearRomans(header: readonly HeaderText[], values: readonly Cells[]): readonly HeaderText[] {
  const isRoman = (text: HeaderText) => typeof text === 'string' && text.includes(roman)
  if (!header.some(isRoman)) return header
  const months = values.map(({ merged }) => {
    const { year = 0, month = 0 } = Object.assign(
      {},
      ...header.map((text, row) => text && matched(merged[row] ?? '', text)),
    )
    return { count: Number(year) * 12 + Number(month), month: Number(month) }
  })
  const follows = months.every(({ count }, at) => at === 0 || count === (months[at - 1]?.count ?? 0) + 1)
  if (months.length > 1 && follows && months.some(({ month }) => month > 4)) return header
  return header.map((text) =>
    isRoman(text) ? placeholder(`${text} if its Roman numbers are months; {quarterRoman} stands for quarters`) : text,
  )
}

export const splitYears = placeholder('MONTHLY if 2009-10 is a month; split years are not supported')
export const splitAdvice = 'Split years like 2009-10 are not supported: leave the table out, or write calendar years.'

/** Tells split years, of which one alone may be a month, unless its second number is above 12. */
export function isSplit(texts: Iterable<string>): boolean {
  const years = new Set<number>()
  let isNoMonth = false
  for (const text of texts) {
    const year = splitYear(text)
    if (year === null) return false
    years.add(year)
    isNoMonth ||= Number(text.slice(-2)) > 12 || text.length > 7
  }
  return years.size > 1 || isNoMonth
}

export function growthFrom(columns: readonly Cells[], from: number): Across | null {
  const first = columns[from] as Cells
  const row = first.header.findIndex((text) => growthPattern(text) !== null)
  const pattern = growthPattern(first.header[row] ?? '')
  if (pattern === null) return null
  let count = 1
  while (growthPattern(columns[from + count]?.header[row] ?? '') === pattern) count++
  const header = first.header.map((_, at) => (at === row ? pattern : null))
  return acrossOf(header, columns.slice(from, from + count))
}

function growthPattern(text: string): string | null {
  const years = [...new Set(text.match(/(?<!\d)(?:19|20)\d\d(?!\d)/g) ?? [])].sort()
  const [base, last] = years.length === 2 ? years : [undefined, years[0]]
  if (last === undefined || years.length > 2) return null
  if (base === undefined) return /\d/.test(text.replace(last, '')) ? null : text.replace(last, '{year}')
  return Number(last) - Number(base) === 1 ? text.replace(last, '{year}').replace(base, '{number}') : null
}
