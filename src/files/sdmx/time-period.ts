import { excerpt } from '../../domain/input-bounds.js'
import { monthCount, type Period, readPeriod } from '../../domain/periods/period.js'
import { refuse } from '../../errors.js'

export function timePeriod({ text, frequency, first, ordinal }: Period): string {
  if (frequency === 'HALF_YEARLY') return text.replace('H', 'S')
  return frequency === 'YEAR_TO_DATE' ? `${first}/P${monthCount({ ordinal })}M` : text
}

const unlike: readonly (readonly [form: RegExp, what: string])[] = [
  [/^\d{4}-?W\d/, 'a week'],
  [/^\d{4}-\d\d-\d\d(?!\/)|^\d{4}-?D\d/, 'a day'],
  [/^\d{4}-T\d/, 'a third of a year'],
  [/\/P/, 'a span of time'],
]

/** Parses periods, also as JSON-stat files write them (2023Q1, 2023M01), and SDMX's span for a year to date. */
export function periodFrom(text: string): Period {
  const [, year, months] = /^(\d{4})-01-01\/P([1-9]|1[0-2])M$/.exec(text) ?? []
  if (year !== undefined) return readPeriod(`${year}-01/${year}-${months?.padStart(2, '0')}`)
  const what = unlike.find(([form]) => form.test(text))?.[1]
  if (what)
    return refuse(`"${excerpt(text)}" is ${what}. A period is a year, half-year, quarter, month or year to date.`)
  return readPeriod(text.replace(/^(\d{4})([AHSQM]\d\d?)$/, '$1-$2'))
}
