import { excerpt } from '../../domain/input-bounds.js'
import { placeholder } from '../maps/map-files.js'
import { type DateFrequency, dateFrequencies, months, periodAt } from '../table-map/row-period.js'

/** Tells years that may end in another month than December, or that end in every month. */
export const isOfOtherYears = (text: string): boolean =>
  /\b(?:years?|12[- ]months|twelve months)[ -](?:ended|ending|to(?! date))\b|\b(?:fiscal|financial|crop|marketing|split)[ -]years?\b|\bfy ?(?:19|20)?\d\d\b|geschäftsjahr|wirtschaftsjahr|rechnungsjahr|exercice|ejercicio|boekjaar|年度/iu.test(
    text,
  )

export const openFrequency = (name: string): string =>
  placeholder(
    `the frequency of "${name}": ANNUAL, HALF_YEARLY, QUARTERLY or MONTHLY; years that do not end in December are not supported`,
  )

export const otherYears = 'Whether they end in December is not clear.'

export const openYears = (header: string): string =>
  placeholder(`${header} if its years are calendar years; others are not supported`)

export const openHeader = (header: string, beside: string): string =>
  placeholder(`${header} if "${excerpt(beside)}" beside it does not make the figures others`)

const openText =
  /^<fill in: (.*?) if (?:its years are calendar years; others are not supported|".*" beside it does not make the figures others)>$/su

export const openHeaderIn = (text: string): string | null => openText.exec(text)?.[1] ?? null

/** Returns the frequency whose periods begin or end at each date and follow each other; null if there is none. */
export function frequencyOf(dates: readonly string[]): DateFrequency | null {
  const fits = (frequency: DateFrequency): boolean => {
    const periods = dates.map((text) => periodAt(text, frequency))
    const lasts = [...new Set(periods.map((period) => monthOf(period?.last)))].sort((a, b) => a - b)
    const gaps = lasts.slice(1).map((month, at) => month - (lasts[at] ?? 0))
    return !periods.includes(null) && gaps.length > 0 && Math.min(...gaps) === months[frequency]
  }
  return dateFrequencies.find(fits) ?? null
}

const monthOf = (day = '0000-00'): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
