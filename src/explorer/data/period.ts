import type { Frequency } from '../../generated/gql/explorer/graphql.js'

export const frequencies = [
  'ANNUAL',
  'HALF_YEARLY',
  'QUARTERLY',
  'MONTHLY',
  'YEAR_TO_DATE',
] as const satisfies readonly Frequency[]

/** The order in which one period is chosen, as for a ranking. */
export const longestFirst: readonly Frequency[] = ['ANNUAL', 'YEAR_TO_DATE', 'HALF_YEARLY', 'QUARTERLY', 'MONTHLY']

interface Span {
  readonly frequency: Frequency
  readonly year: string
  readonly first: number
  readonly last: number
}

export const isPeriod = (text: string): boolean =>
  /^[1-9]\d{3}(-H[12]|-Q[1-4]|-(0[1-9]|1[0-2])|-01\/\d{4}-(0[1-9]|1[0-2]))?$/.test(text)

export function spanOf(period: string): Span {
  const year = period.slice(0, 4)
  const rest = period.slice(5)
  const number = Number(rest.slice(1))
  if (rest === '') return { frequency: 'ANNUAL', year, first: 1, last: 12 }
  if (rest.startsWith('H')) return { frequency: 'HALF_YEARLY', year, first: number * 6 - 5, last: number * 6 }
  if (rest.startsWith('Q')) return { frequency: 'QUARTERLY', year, first: number * 3 - 2, last: number * 3 }
  if (rest.includes('/')) return { frequency: 'YEAR_TO_DATE', year, first: 1, last: Number(period.slice(-2)) }
  return { frequency: 'MONTHLY', year, first: Number(rest), last: Number(rest) }
}

/** Indicates a year, or a year to date that ends in December. */
export const isWholeYear = (period: string): boolean => /^(\d{4})(-01\/\1-12)?$/.test(period)

/** Returns the position of a period in time, in years: its middle, or the end of a year to date. */
export function timeOf(period: string): number {
  const { frequency, year, first, last } = spanOf(period)
  return Number(year) + (frequency === 'YEAR_TO_DATE' ? last : (first - 1 + last) / 2) / 12
}

export const periodsOf = (periods: readonly string[], frequency: Frequency): string[] =>
  periods.filter((period) => spanOf(period).frequency === frequency).sort((one, other) => timeOf(one) - timeOf(other))

export const yearBefore = (period: string): string => period.replace(/\d{4}/g, (year) => String(Number(year) - 1))

/** Returns the last month of a period: years to date all begin in January, so it says from which on they are shown. */
export const lastMonthOf = (period: string): string => (period.includes('/') ? period.slice(-7) : period)
