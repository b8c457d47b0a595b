import { type Frequency, type Period, parsePeriod, periodBefore, yearBefore } from '../domain/periods/period.js'

/** RECENT is the year in which a part ended last: "in the first half of the year". */
export type Year = number | 'THIS' | 'LAST' | 'BEFORE_LAST' | 'NEXT' | 'RECENT' | null
type Part = { readonly frequency: Frequency; readonly number: number }

/** A period in the words of a text; `year` is null if the text does not state it. */
export type PeriodMention =
  | { readonly kind: 'PERIOD'; readonly year: Year; readonly part: Part }
  | { readonly kind: 'LAST_MONTH' | 'THIS_MONTH' | 'TO_DATE' | 'FULL_YEAR' }
  | { readonly kind: 'PREVIOUS' | 'YEAR_AGO' }
  | { readonly kind: 'YEARS_AGO'; readonly count: number }
  | { readonly kind: 'YEAR_AFTER' }
  | { readonly kind: 'SAME_MONTH' }
  | { readonly kind: 'SAME_PART'; readonly year: number }
  /** The months of the year so far, if as many are in force: "in the past eight months". */
  | { readonly kind: 'PAST'; readonly count: number }
  /** No period of this store: three months to June, 20 days, several years. */
  | { readonly kind: 'OTHER' }

export const mention = (year: Year, frequency: Frequency, number = 0): PeriodMention => ({
  kind: 'PERIOD',
  year,
  part: { frequency, number },
})

const relative: ReadonlySet<PeriodMention['kind']> = new Set(['YEAR_AGO', 'YEARS_AGO', 'SAME_PART', 'PREVIOUS'])

export const isRelative = (found: PeriodMention | null): boolean => found !== null && relative.has(found.kind)

export interface Clock {
  /** The local day of publication; null if it is not known. */
  readonly year: number | null
  readonly month: number
}

export function clockOf(publishedAt: string | null): Clock {
  const [, year, month] = /^(\d{4})-(\d\d)/.exec(publishedAt ?? '') ?? []
  return { year: year === undefined ? null : Number(year), month: Number(month ?? 12) }
}

/** Resolves a mention; `inForce` is the period that the text spoke of last. Null if it cannot be told. */
export function resolve(found: PeriodMention, clock: Clock, inForce: Period | null): Period | null {
  switch (found.kind) {
    case 'OTHER':
      return null
    case 'PAST': {
      const isSame = inForce?.first.endsWith('-01-01') && lastMonth(inForce) === found.count
      return isSame === true ? inForce : null
    }
    case 'SAME_MONTH':
      return inForce?.frequency === 'MONTHLY' ? inForce : null
    case 'LAST_MONTH':
      if (clock.year === null) return null
      return clock.month === 1 ? period(clock.year - 1, month(12)) : period(clock.year, month(clock.month - 1))
    case 'THIS_MONTH':
      return clock.year === null ? null : period(clock.year, month(clock.month))
    case 'TO_DATE':
      return inForce && period(yearOf(inForce), { frequency: 'YEAR_TO_DATE', number: lastMonth(inForce) })
    case 'FULL_YEAR':
      return inForce && period(yearOf(inForce), { frequency: 'ANNUAL', number: 0 })
    case 'PREVIOUS':
      return inForce && periodBefore(inForce)
    case 'YEAR_AGO':
      return inForce && yearBefore(inForce)
    case 'YEARS_AGO':
      return inForce && samePart(inForce, yearOf(inForce) - found.count)
    case 'YEAR_AFTER':
      return inForce && samePart(inForce, yearOf(inForce) + 1)
    case 'SAME_PART':
      return inForce && samePart(inForce, found.year)
    case 'PERIOD': {
      const year = yearIn(found.year, found.part, clock, inForce)
      return year === null ? null : period(year, found.part)
    }
  }
}

// "Last month" is the one before the month reported on where that is compared with it: "up 3 percent from last month".
export function resolveBase(found: PeriodMention, clock: Clock, inForce: Period | null): Period | null {
  const base = resolve(found, clock, inForce)
  if (found.kind !== 'LAST_MONTH' || inForce?.frequency !== 'MONTHLY') return base
  return base !== null && base.ordinal >= inForce.ordinal ? periodBefore(inForce) : base
}

export function samePart(inForce: Period, year: number): Period | null {
  const text = inForce.text.replaceAll(/^\d{4}|(?<=\/)\d{4}/g, String(year).padStart(4, '0'))
  return year < 1000 || year > 9999 ? null : parsePeriod(text)
}

function yearIn(year: Year, part: Part, clock: Clock, inForce: Period | null): number | null {
  if (typeof year === 'number') return year
  const base = clock.year ?? (inForce && yearOf(inForce))
  if (year === 'RECENT') return clock.year === null ? base : clock.year - (endOf(part) <= clock.month ? 0 : 1)
  // A text of January may still call the year before this year.
  const isOver = year === 'THIS' && clock.month <= 2 && endOf(part) >= 10 && part.frequency !== 'ANNUAL'
  if (isOver && clock.year !== null) return clock.year - 1
  if (year !== null) return base === null ? null : base + { THIS: 0, LAST: -1, BEFORE_LAST: -2, NEXT: 1 }[year]
  if (clock.year === null) return base
  // The most recent period of this kind that had begun to end, or the one nearest to what the text speaks of.
  // A text of October speaks of the fourth quarter that has begun, not of that of the year before.
  const hasBegun = part.frequency === 'QUARTERLY' && part.number === 4 && clock.month >= 10
  const ended = hasBegun || endOf(part) <= clock.month ? clock.year : clock.year - 1
  if (inForce === null || part.frequency === 'ANNUAL') return ended
  const spoken = yearOf(inForce)
  const [first] = [ended, spoken, spoken + 1]
    .filter((each) => each <= ended)
    .map((each) => ({ year: each, distance: distance(period(each, part), inForce) }))
    .sort((a, b) => a.distance - b.distance || b.year - a.year)
  return first?.year ?? ended
}

function distance(found: Period | null, inForce: Period): number {
  if (found === null) return Number.POSITIVE_INFINITY
  if (inForce.first <= found.first && found.last <= inForce.last) return 0
  return Math.abs(12 * (yearOf(found) - yearOf(inForce)) + lastMonth(found) - lastMonth(inForce))
}

const endOf = ({ frequency, number }: Part): number =>
  ({ ANNUAL: 12, HALF_YEARLY: number * 6, QUARTERLY: number * 3, MONTHLY: number, YEAR_TO_DATE: number })[frequency]

const yearOf = ({ last }: Period): number => Number(last.slice(0, 4))
const lastMonth = ({ last }: Period): number => Number(last.slice(5, 7))
const month = (number: number): Part => ({ frequency: 'MONTHLY', number })

/** The first three, six and twelve months are a quarter, a half-year and a year, however a text calls them. */
const whole: Readonly<Record<number, Part>> = {
  3: { frequency: 'QUARTERLY', number: 1 },
  6: { frequency: 'HALF_YEARLY', number: 1 },
  12: { frequency: 'ANNUAL', number: 0 },
}

function period(year: number, part: Part): Period | null {
  const { frequency, number } = part.frequency === 'YEAR_TO_DATE' ? (whole[part.number] ?? part) : part
  if (year < 1000 || year > 9999 || number > 12) return null
  const two = String(number).padStart(2, '0')
  const text = {
    ANNUAL: `${year}`,
    HALF_YEARLY: `${year}-H${number}`,
    QUARTERLY: `${year}-Q${number}`,
    MONTHLY: `${year}-${two}`,
    YEAR_TO_DATE: `${year}-01/${year}-${two}`,
  }[frequency]
  const isReal = frequency === 'ANNUAL' || number >= 1
  const most = { ANNUAL: 12, HALF_YEARLY: 2, QUARTERLY: 4, MONTHLY: 12, YEAR_TO_DATE: 12 }[frequency]
  return isReal && number <= most ? parsePeriod(text) : null
}

/** Returns the main period of a text where the one in force is a part of it, as a new paragraph goes back to the whole. */
export const wider = (inForce: Period | null, main: Period | null): Period | null =>
  inForce !== null && main !== null && inForce !== main && main.first <= inForce.first && inForce.last <= main.last
    ? main
    : inForce
