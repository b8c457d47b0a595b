import { Refusal } from '../../errors.js'
import { excerpt, textBounds } from '../input-bounds.js'

/** In the order of the enum. */
export const frequencies = ['ANNUAL', 'HALF_YEARLY', 'QUARTERLY', 'MONTHLY', 'YEAR_TO_DATE'] as const
/** How long a period is; YEAR_TO_DATE runs from January to any month of the year. */
export type Frequency = (typeof frequencies)[number]

/** A frequency as series keys write it. */
export const frequencyLetter = {
  ANNUAL: 'A',
  HALF_YEARLY: 'H',
  QUARTERLY: 'Q',
  MONTHLY: 'M',
  YEAR_TO_DATE: 'Y',
} as const satisfies Record<Frequency, string>

/** The frequency that a letter of a series key stands for. */
export const letterFrequency: ReadonlyMap<string, Frequency> = new Map(
  frequencies.map((frequency) => [frequencyLetter[frequency], frequency]),
)

/** Plain days, no time zone. Equal days do not make equal periods: 2024 and 2024-01/2024-12 are two. */
export interface Period {
  /** Canonical: 2023, 2023-H1, 2023-Q4, 2023-12, 2023-01/2023-11. */
  readonly text: string
  readonly frequency: Frequency
  /** YYYY-MM-DD, as `last`. */
  readonly first: string
  readonly last: string
  /** Sorts by last day, then shortest first: (year * 12 + month of the last day - 1) * 16 + months - 1. */
  readonly ordinal: number
}

const canonical =
  /^([1-9]\d{3})(?:-H(?<half>[12])|-Q(?<quarter>[1-4])|-(?<month>0[1-9]|1[0-2])|-01\/\1-(?<to>0[1-9]|1[0-2]))?$/

/** A period from its canonical text; INVALID_PERIOD for every other text. */
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
  if (half) return made('HALF_YEARLY', year, Number(half) * 6, 6)
  if (quarter) return made('QUARTERLY', year, Number(quarter) * 3, 3)
  if (month) return made('MONTHLY', year, Number(month), 1)
  if (to) return made('YEAR_TO_DATE', year, Number(to), Number(to))
  return made('ANNUAL', year, 12, 12)
}

/** For readers: also takes SDMX's 2023-A1, 2023-S1 and 2023-M12, and gives the canonical period. */
export const readPeriod = (text: string): Period =>
  known.get(text) ??
  parsePeriod(
    text
      .replace(/^(\d{4})-A1$/, '$1')
      .replace(/^(\d{4})-S([12])$/, '$1-H$2')
      .replace(/^(\d{4})-M(\d\d)$/, '$1-$2'),
  )

/** The period of a frequency that has this ordinal; INVALID_PERIOD where there is none. */
export function periodOf(ordinal: number, frequency: Frequency): Period {
  const lastMonth = Math.floor(ordinal / 16)
  const period = parsePeriod(textOf(frequency, Math.floor(lastMonth / 12), (lastMonth % 12) + 1))
  if (period.ordinal !== ordinal)
    throw new Refusal('INVALID_PERIOD', `There is no ${frequency} period with the ordinal ${ordinal}.`)
  return period
}

/** The same period of the year before; INVALID_PERIOD before the year 1000. */
export function yearBefore(period: Period): Period {
  const found = before.get(period)
  if (found !== undefined) return found
  const made = periodOf(period.ordinal - 12 * 16, period.frequency)
  before.set(period, made)
  return made
}

const before = new WeakMap<Period, Period>()

/** The period before, of the same frequency; null for a year to date, which has none of its own kind, and before the year 1000. */
export function periodBefore({ ordinal, frequency }: Period): Period | null {
  const months = (ordinal % 16) + 1
  if (frequency === 'YEAR_TO_DATE' || ordinal - 16 * months < 16 * 12_000) return null
  return periodOf(ordinal - 16 * months, frequency)
}

/** Whether a change on `base` is one on the same period of the year before. */
export const isYearBefore = (base: Period, period: Period): boolean =>
  base.ordinal === period.ordinal - 12 * 16 && base.frequency === period.frequency

// Tables repeat a few periods a million times.
const known = new Map<string, Period>()

function made(frequency: Frequency, year: number, month: number, months: number): Period {
  const period: Period = {
    text: textOf(frequency, year, month),
    frequency,
    first: `${year}-${twoDigits(month - months + 1)}-01`,
    last: `${year}-${twoDigits(month)}-${new Date(Date.UTC(year, month, 0)).getUTCDate()}`,
    ordinal: (year * 12 + month - 1) * 16 + months - 1,
  }
  if (known.size >= 5000) known.clear()
  known.set(period.text, period)
  return period
}

/** The canonical text of the period that ends with a month, 1 to 12. */
function textOf(frequency: Frequency, year: number, month: number): string {
  switch (frequency) {
    case 'ANNUAL':
      return `${year}`
    case 'HALF_YEARLY':
      return `${year}-H${month / 6}`
    case 'QUARTERLY':
      return `${year}-Q${month / 3}`
    case 'MONTHLY':
      return `${year}-${twoDigits(month)}`
    case 'YEAR_TO_DATE':
      return `${year}-01/${year}-${twoDigits(month)}`
  }
}

const twoDigits = (number: number): string => String(number).padStart(2, '0')
