import { isWholeYear, spanOf } from '../data/period.js'
import { type LevelName, mostNamed, type TitleParts } from './title.js'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const numbers = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
const monthOf = (number: number): string => months[number - 1] ?? ''

export const dayInEnglish = (date: string): string =>
  `${Number(date.slice(8, 10))} ${monthOf(Number(date.slice(5, 7)))} ${date.slice(0, 4)}`

export function periodInEnglish(period: string): string {
  const { frequency, year, last } = spanOf(period)
  if (frequency === 'ANNUAL') return year
  if (frequency === 'HALF_YEARLY') return `H${last / 6} ${year}`
  if (frequency === 'QUARTERLY') return `Q${last / 3} ${year}`
  return `${tickInEnglish(period)} ${year}`
}

export function tickInEnglish(period: string): string {
  const { frequency, year, first, last } = spanOf(period)
  if (frequency === 'ANNUAL') return year
  if (frequency === 'HALF_YEARLY') return `H${last / 6}`
  if (frequency === 'QUARTERLY') return `Q${last / 3}`
  return last === first ? monthOf(last) : `${monthOf(first)}–${monthOf(last)}`
}

const adverbs = {
  ...{ ANNUAL: '', HALF_YEARLY: 'half-yearly', QUARTERLY: 'quarterly' },
  ...{ MONTHLY: 'monthly', YEAR_TO_DATE: 'year to date' },
} as const

export function titleInEnglish(parts: TitleParts): string {
  const { places, breakdown, frequency, from, to, isRanking } = parts
  const span = spanInEnglish(from, to)
  if (isRanking && breakdown !== null && parts.form === 'level') {
    const { length } = places
    const largest = length === 1 ? `largest ${breakdown.one}` : `${numbers[length] ?? length} largest ${breakdown.many}`
    return `The ${largest} by ${lower(joined(parts.metrics))}, ${span}`
  }
  const often = from === to ? '' : adverbs[frequency]
  return [subject(parts), often, span].filter((text) => text !== '').join(', ')
}

function subject(parts: TitleParts): string {
  const { metrics, form, base } = parts
  const metric = joined(metrics)
  const of = ofPlaces(parts)
  if (parts.chart === 'rates') return `Growth of ${lower(metric)}${of}, printed and computed`
  switch (form) {
    case 'growth':
      return `Growth of ${lower(metric)}${of}, year on year`
    case 'change':
      return `Change of ${lower(metric)}${of} on the preceding period`
    case 'share':
      return of === '' ? `Share of ${lower(metric)}` : `Share${of} in ${lower(metric)}`
    case 'index':
      return `${metric}${of}, index ${base === null ? '' : `${periodInEnglish(base)} = 100`}`.trimEnd()
    case 'cumulative':
      return `${metric}${of}, cumulative from January`
    case 'single':
      return `${metric}${of} by single month`
    case 'balance':
      return `Balance of trade${of}`
    case 'contribution':
      return `Contribution${of} to growth of ${lower(metric)}`
    case 'level':
      return metric + of
  }
}

function ofPlaces({ places, breakdown, isRanking }: TitleParts): string {
  if (breakdown === null) return ''
  if (isRanking || places.length > mostNamed || places.length === 0) return ` by ${breakdown.one}`
  return ` of ${joined(places)}`
}

function spanInEnglish(from: string, to: string): string {
  if (from === to) return isWholeYear(from) ? spanOf(from).year : periodInEnglish(from)
  const [first, last] = [spanOf(from), spanOf(to)]
  if (first.year === last.year && first.first === 1 && last.last === 12) return first.year
  return `${first.year === last.year ? tickInEnglish(from) : periodInEnglish(from)} to ${periodInEnglish(to)}`
}

function joined(names: readonly string[]): string {
  if (names.length < 2 || names.some((name) => name.includes(' and '))) return names.map(following).join(', ')
  return `${names.slice(0, -1).map(following).join(', ')} and ${following(names.at(-1) ?? '', 1)}`
}

export const following = (name: string, index: number): string => (index === 0 ? name : lower(name))

/** Leaves names of places and abbreviations as they are. */
export const lower = (name: string): string =>
  /^[A-Z][a-z]+( |$)/.test(name) && isCommon(name) ? uncapitalized(name) : name
const uncapitalized = (name: string): string =>
  /^[A-Z](?![A-Z])/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name
const common = /^(Imports|Exports|Balance|Trading|Free|Exchange|Export|Import|Trade|Number|Value|Total)\b/
const isCommon = (name: string): boolean => common.test(name)

const levels: Readonly<Record<string, readonly LevelName[]>> = {
  LOCATION: [
    { one: 'province', many: 'provinces' },
    { one: 'city', many: 'cities' },
    { one: 'zone', many: 'zones' },
  ],
}

/** Returns the name of a level: known for the places of the nation's customs, otherwise that of the dimension. */
export const levelInEnglish = (dimension: string, depth: number, name: string): LevelName =>
  levels[dimension]?.[depth] ?? { one: uncapitalized(name), many: plural(uncapitalized(name)) }

function plural(name: string): string {
  const [, noun = name, rest = ''] = /^(\S+)( of .*)?$/.exec(name) ?? []
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies${rest}`
  return `${noun}${/(s|x|ch|sh)$/.test(noun) ? 'es' : 's'}${rest}`
}
