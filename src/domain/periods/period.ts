import { Refusal } from '../../errors.js'
import { memoizeByObject } from '../../lib/memo.js'
import { excerpt, textBounds } from '../input-bounds.js'

export const frequencies = ['ANNUAL', 'HALF_YEARLY', 'QUARTERLY', 'MONTHLY', 'YEAR_TO_DATE'] as const
export type Frequency = (typeof frequencies)[number]

export const frequencyLetter = {
  ANNUAL: 'A',
  HALF_YEARLY: 'H',
  QUARTERLY: 'Q',
  MONTHLY: 'M',
  YEAR_TO_DATE: 'Y',
} as const satisfies Record<Frequency, string>

export const letterFrequency: ReadonlyMap<string, Frequency> = new Map(
  frequencies.map((frequency) => [frequencyLetter[frequency], frequency]),
)

/** The days are whole and have no time zone. Equal days do not make equal periods: 2024 and 2024-01/2024-12 differ. */
export interface Period {
  readonly text: string
  readonly frequency: Frequency
  readonly first: string
  readonly last: string
  /** Sorts by last day, then shortest first: (year * 12 + month of the last day - 1) * 16 + months - 1. */
  readonly ordinal: number
}

const canonical =
  /^([1-9]\d{3})(?:-H(?<half>[12])|-Q(?<quarter>[1-4])|-(?<month>0[1-9]|1[0-2])|-01\/\1-(?<to>0[1-9]|1[0-2]))?$/

export function parsePeriod(text: string): Period {
  const seen = known.get(text)
  if (seen) return seen
  const parts = text.length > textBounds.period.most ? null : canonical.exec(text)
  if (!parts)
    throw new Refusal(
      'INVALID_PERIOD',
      `"${excerpt(text)}" is not a period: write 2023, 2023-H1, 2023-Q4, 2023-12 or, for a year to date, ` +
        '2023-01/2023-11, which begins in January and stays within the year.',
    )
  const year = Number(parts[1])
  const { half, quarter, month, to } = parts.groups ?? {}
  if (half) return build('HALF_YEARLY', year, Number(half) * 6, 6)
  if (quarter) return build('QUARTERLY', year, Number(quarter) * 3, 3)
  if (month) return build('MONTHLY', year, Number(month), 1)
  if (to) return build('YEAR_TO_DATE', year, Number(to), Number(to))
  return build('ANNUAL', year, 12, 12)
}

/** Parses a canonical period, or the SDMX forms 2023-A1, 2023-S1 and 2023-M12. */
export const readPeriod = (text: string): Period =>
  known.get(text) ??
  parsePeriod(
    text
      .replace(/^(\d{4})-A1$/, '$1')
      .replace(/^(\d{4})-S([12])$/, '$1-H$2')
      .replace(/^(\d{4})-M(\d\d)$/, '$1-$2'),
  )

// The encoding of `ordinal`. In SQL, src/store/sql/period.ts computes the same.
const perMonth = 16
const perYear = 12 * perMonth
const ordinalOf = (year: number, month: number, months: number): number =>
  (year * 12 + month - 1) * perMonth + months - 1
const lastMonthOf = (ordinal: number): number => Math.floor(ordinal / perMonth)

/** Sorts periods by last day, then shortest first, then by frequency: two frequencies may have the same days. */
export const placeOf = ({ ordinal, frequency }: Pick<Period, 'ordinal' | 'frequency'>): number =>
  ordinal * 8 + frequencies.indexOf(frequency)

type Ordinal = Pick<Period, 'ordinal'>

export function periodOf(ordinal: number, frequency: Frequency): Period {
  const month = lastMonthOf(ordinal)
  const period = parsePeriod(textOf[frequency](Math.floor(month / 12), (month % 12) + 1))
  if (period.ordinal !== ordinal)
    throw new Refusal('INVALID_PERIOD', `There is no ${frequency} period with the ordinal ${ordinal}.`)
  return period
}

export const monthCount = ({ ordinal }: Ordinal): number => (ordinal % perMonth) + 1

export const monthsOf = ({ ordinal }: Ordinal): number[] =>
  Array.from({ length: monthCount({ ordinal }) }, (_, index) => lastMonthOf(ordinal) - index)

export const ordinalYearBefore = ({ ordinal }: Ordinal): number => ordinal - perYear

export const yearBefore = memoizeByObject((period: Period) => periodOf(ordinalYearBefore(period), period.frequency))

export function periodBefore(period: Period): Period | null {
  const ordinal = period.ordinal - perMonth * monthCount(period)
  return period.frequency === 'YEAR_TO_DATE' || ordinal < 1000 * perYear ? null : periodOf(ordinal, period.frequency)
}

export const isYearBefore = (base: Period, period: Period): boolean =>
  base.ordinal === ordinalYearBefore(period) && base.frequency === period.frequency

export function ordinalsSinceJanuary({ ordinal, frequency }: Period): number[] {
  const months = monthCount({ ordinal })
  const count = frequency === 'YEAR_TO_DATE' ? 1 : ((lastMonthOf(ordinal) % 12) + 1) / months
  return Array.from({ length: count }, (_, index) => ordinal - (count - 1 - index) * months * perMonth)
}

export const yearToDateOrdinal = ({ ordinal }: Ordinal): number =>
  lastMonthOf(ordinal) * perMonth + (lastMonthOf(ordinal) % 12)

export const lastMonthOrdinal = ({ ordinal }: Ordinal): number => lastMonthOf(ordinal) * perMonth

export const shorterYearToDate = ({ ordinal, frequency }: Period): number | null =>
  frequency === 'YEAR_TO_DATE' && monthCount({ ordinal }) > 1 ? ordinal - perMonth - 1 : null

// Tables repeat few periods many times.
const known = new Map<string, Period>()

function build(frequency: Frequency, year: number, month: number, months: number): Period {
  const period: Period = {
    text: textOf[frequency](year, month),
    frequency,
    first: `${year}-${twoDigits(month - months + 1)}-01`,
    last: `${year}-${twoDigits(month)}-${new Date(Date.UTC(year, month, 0)).getUTCDate()}`,
    ordinal: ordinalOf(year, month, months),
  }
  if (known.size >= 5000) known.clear()
  known.set(period.text, period)
  return period
}

const textOf: Readonly<Record<Frequency, (year: number, lastMonth: number) => string>> = {
  ANNUAL: (year) => `${year}`,
  HALF_YEARLY: (year, month) => `${year}-H${month / 6}`,
  QUARTERLY: (year, month) => `${year}-Q${month / 3}`,
  MONTHLY: (year, month) => `${year}-${twoDigits(month)}`,
  YEAR_TO_DATE: (year, month) => `${year}-01/${year}-${twoDigits(month)}`,
}

const twoDigits = (number: number): string => String(number).padStart(2, '0')
