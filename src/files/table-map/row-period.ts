import { excerpt } from '../../domain/input-bounds.js'
import { isDay } from '../../domain/periods/day.js'
import { type Period, parsePeriod, readPeriod } from '../../domain/periods/period.js'
import { attempt, refuse } from '../../errors.js'
import { matched } from './header-text.js'
import { anyYear, periodFrom } from './layout.js'
import type { Marks, PeriodColumn } from './map.js'
import { monthLanguages } from './month-names.js'
import { type SplitYears, splitYearFault } from './split-years.js'

interface RowPeriod {
  readonly period: Period
  readonly marks: readonly string[]
}

export function rowPeriod(
  columns: readonly { readonly at: number; readonly column: PeriodColumn }[],
  cell: <T>(index: number, parse: (text: string) => T) => T | undefined,
  splitYears: SplitYears,
  marks: Marks = {},
): RowPeriod | undefined {
  const found: string[] = []
  const hasMarks = Object.keys(marks).length > 0
  const unmarked = (text: string, isPart: (text: string) => boolean): string => {
    if (!hasMarks) return text
    const [rest, mark] = isPart(text) ? [text, null] : withoutMark(text, marks, isPart)
    if (mark !== null) found.push(mark)
    return rest
  }
  const joined = (period: Period | undefined) => period && { period, marks: found }
  const of = (part: PeriodColumn['part']) => columns.find(({ column }) => column.part === part)
  const [whole, year, month] = [of(undefined), of('YEAR'), of('MONTH')]
  if (whole !== undefined) {
    const { frequency } = whole.column
    const period = cell(whole.at, (cellText) => {
      const text = unmarked(cellText, isRowPeriod)
      if (frequency !== undefined) return periodOfDate(text, frequency)
      if (splitYears.follows(text)) return refuse(splitYearFault(excerpt(text)))
      if (datesIn(text).length > 0)
        return refuse(`"${excerpt(text)}" is a date. Add "frequency" to this column of the map.`)
      return periodIn(text) ?? readPeriod(text)
    })
    return joined(period)
  }
  // The months of rows alone belong to the years of columns.
  const inYear =
    year === undefined
      ? anyYear
      : cell(year.at, (cellText) => {
          const text = unmarked(cellText, (part) => matched(part, yearTexts) !== null)
          const { year: found = '0' } = matched(text, yearTexts) ?? {}
          return found.startsWith('0') ? refuse(`"${excerpt(text)}" is not a year, like 2024.`) : found
        })
  if (month === undefined) return inYear === undefined ? undefined : joined(parsePeriod(inYear))
  const inMonth = cell(
    month.at,
    (text) =>
      matched(
        unmarked(text, (part) => matched(part, rowMonths) !== null),
        rowMonths,
      )?.month ?? refuse(`"${excerpt(text)}" is not a month, like 3 or March. ${namesAre}`),
  )
  return inYear === undefined || inMonth === undefined
    ? undefined
    : joined(parsePeriod(`${inYear}-${inMonth.padStart(2, '0')}`))
}

function withoutMark(text: string, marks: Marks, isPart: (text: string) => boolean): readonly [string, string | null] {
  const rests = Object.keys(marks).flatMap((mark) => {
    const rest = text.endsWith(mark) ? text.slice(0, -mark.length).trimEnd() : ''
    return rest !== '' && isPart(rest) ? [[rest, mark] as const] : []
  })
  return rests.toSorted(([, a], [, b]) => b.length - a.length)[0] ?? [text, null]
}

const namesAre = `Names of months are understood in ${monthLanguages}.`

const yearTexts = ['{year}', '{year}年', '{year}년']

export const monthTexts = [
  '{monthName}',
  '{month}月',
  '{month}월',
  '{month}. {monthName}',
  '{month} - {monthName}',
  '{month}',
]

const rowMonths = [...monthTexts, 'M{month}']

/** The texts that state a period in a header or cell, the more specific first. */
export const periodTexts = [
  '{year}',
  '{year} [YR{year}]',
  '{year}年',
  '{year}年{month}月',
  '{year}-{month}',
  '{year}-{month}-01',
  '{year}/{month}',
  '{year}M{month}',
  '{year} {monthName}',
  '{year}-{monthName}',
  '{monthName} {year}',
  '{monthName}-{year}',
  '{monthName} de {year}',
  '{monthName}/{year}',
  '{month}/{year}',
  '{monthName}-{yy}',
  '{monthName}/{yy}',
  "{monthName} '{yy}",
  '{year}-Q{quarter}',
  '{year}Q{quarter}',
  'Q{quarter} {year}',
  'Q{quarter}/{year}',
  '{quarter}. Quartal {year}',
  '{year}T{quarter}',
  'T{quarter} {year}',
  '{year}-T{quarter}',
  '{quarter}T{year}',
  '{quarter}T{yy}',
  '{quarter}Q{year}',
  '{quarter}Q{yy}',
  '{year}K{quarter}',
  '{quarter}. kvartal {year}',
  '{quarter}. neljännes {year}',
  '{quarter}. čtvrtletí {year}',
  '{quarter}e kwartaal {year}',
  '{quarter}º trimestre {year}',
  '{quarter}º trimestre de {year}',
  '{quarter}.º trimestre de {year}',
  '{quarterRoman} trimestre {year}',
  '{quarterRoman} kw. {year}',
  '{year}年第{quarter}季度',
  '{year}年{quarter}季度',
  '{year}년',
  '{year}년{month}월',
  '{year}년{quarter}분기',
  '{year}.{quarter}/4',
  '{quarter}er trimestre {year}',
  '{quarter}e trimestre {year}',
  '{quarter}ème trimestre {year}',
  '{quarter} trimestre {year}',
  '{quarterRoman} trim. {year}',
  '{quarter}º trim. {year}',
  '{quarterRoman} kwartał {year}',
  '{quarterRoman} кв. {year}',
  '{quarterRoman} квартал {year}',
  '{year} {quarter}e kwartaal',
  '{year} {quarter}. Quartal',
  '{year} {quarter}. kvartal',
  '{year} {quarter}º trimestre',
  '{year} {quarterRoman} trimestre',
]

export function periodIn(text: string): Period | null {
  const captures = matched(text, periodTexts)
  return captures === null ? null : periodFrom(captures)
}

export const isRowPeriod = (text: string): boolean =>
  datesIn(text).length > 0 ||
  periodIn(text) !== null ||
  attempt(
    () => readPeriod(text),
    () => {},
  ) !== undefined

/**
 * Returns the days that a text may mean, in ISO form: two for 01/02/2024, whose order differs between countries. Which one
 * it is follows from the frequency, of whose periods a date is the first or the last day.
 */
export function datesIn(text: string): string[] {
  const [, y = '', ...parts] = isoDate.exec(text) ?? []
  const [m = '', d = ''] = parts.filter((part) => part !== undefined)
  if (y !== '') return [`${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`].filter(isDay)
  const [, a = '', mark = '', b = '', year = ''] = otherDate.exec(text) ?? []
  const days = [[a, b], ...(mark === '.' ? [] : [[b, a]])].map(
    ([day = '', month = '']) => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
  )
  return [...new Set(days.filter(isDay))]
}

const isoDate =
  /^([1-9]\d{3})(?:-(\d\d)-(\d\d)(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?|[/.](\d{1,2})[/.](\d{1,2})|年(\d{1,2})月(\d{1,2})日)$/
const otherDate = /^(\d{1,2})([/.-])(\d{1,2})\2([1-9]\d{3})$/

/** The months of each frequency that dates may have, the longest first. */
export const months = { ANNUAL: 12, HALF_YEARLY: 6, QUARTERLY: 3, MONTHLY: 1 } as const

export type DateFrequency = keyof typeof months

export const dateFrequencies = Object.keys(months) as readonly DateFrequency[]

const periodOfDay = (day: string, frequency: DateFrequency): Period => {
  const month = day.slice(5, 7)
  const index = Math.ceil(Number(month) / months[frequency])
  const part = { ANNUAL: '', HALF_YEARLY: `-H${index}`, QUARTERLY: `-Q${index}`, MONTHLY: `-${month}` }[frequency]
  return parsePeriod(`${day.slice(0, 4)}${part}`)
}

export function periodAt(text: string, frequency: DateFrequency): Period | null {
  const found = datesIn(text).flatMap((day) => {
    const period = periodOfDay(day, frequency)
    return day === period.first || day === period.last ? [period] : []
  })
  return found[0] ?? null
}

function periodOfDate(text: string, frequency: DateFrequency): Period {
  const stated = datesIn(text).length > 0 ? null : periodIn(text)
  if (stated?.frequency === frequency) return stated
  const [day] = datesIn(text)
  if (day === undefined) return refuse(`"${excerpt(text)}" is not a date, like 2024-01-31.`)
  const period = periodAt(text, frequency)
  if (period !== null) return period
  const nearest = periodOfDay(day, frequency)
  return refuse(
    `${excerpt(text)} is neither the first nor the last day of ${nearest.text}. The map states that dates have the frequency ${frequency}.`,
  )
}
