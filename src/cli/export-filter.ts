import type { IndicatorFilter } from '../domain/filter.js'
import { nearest } from '../domain/nearest.js'
import { type Frequency, frequencies, parsePeriod } from '../domain/period.js'
import { parseInstant } from '../domain/time.js'
import { Refusal } from '../errors.js'

const fields = [
  'metrics',
  'dimensions',
  'categories',
  'within',
  'text',
  'periods',
  'from',
  'to',
  'frequency',
  'releases',
  'asOf',
  'latest',
] as const
type Field = (typeof fields)[number]

/**
 * A filter from JSON, by the field names of the contract: some of its fields, each a text, a list of texts or a number.
 * Null does not constrain. BAD_USER_INPUT names all that is wrong, a line each.
 */
export function parseFilter(text: string): IndicatorFilter {
  const faults: string[] = []
  const given = objectFrom(text)
  for (const name of Object.keys(given)) if (!isField(name)) faults.push(unknownField(name))
  const list = <T>(name: Field, parse: (text: string) => T): T[] | undefined => {
    const value = given[name] ?? null
    if (value === null) return undefined
    return (Array.isArray(value) ? value : [value]).flatMap((each: unknown) => {
      try {
        if (typeof each === 'number' && name === 'latest') return [parse(String(each))]
        if (typeof each !== 'string') throw wrong(`${JSON.stringify(each)?.slice(0, 40)} is no text.`)
        return [parse(each)]
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        faults.push(`--filter, ${name}: ${error.message}`)
        return []
      }
    })
  }
  const one = <T>(name: Field, parse: (text: string) => T): T | undefined => {
    const found = list(name, parse)
    if (Array.isArray(given[name])) faults.push(`--filter, ${name}: it is one text, not a list.`)
    return found?.[0]
  }
  const filter: IndicatorFilter = {
    metrics: list('metrics', itself),
    dimensions: list('dimensions', itself),
    categories: list('categories', itself),
    within: list('within', itself),
    text: one('text', itself),
    periods: list('periods', parsePeriod),
    from: one('from', parsePeriod),
    to: one('to', parsePeriod),
    frequency: list('frequency', frequencyFrom),
    releases: list('releases', itself),
    asOf: one('asOf', moment),
    latest: one('latest', wholeNumber),
  }
  if (faults.length > 0) throw wrong(faults.join('\n'))
  return filter
}

function objectFrom(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
  } catch {
    // the same is right for both
  }
  throw wrong(`--filter is no JSON object: write it as in '{"metrics": ["EXPORTS"], "from": "2023"}'.`)
}

const isField = (name: string): name is Field => fields.some((field) => field === name)
const itself = (text: string): string => text

function unknownField(name: string): string {
  const alike = nearest(name, fields)
  const advice = alike.length > 0 ? ` Did you mean ${alike.join(', ')}?` : ''
  return `--filter cannot have the field "${name.slice(0, 40)}".${advice} It can have ${fields.join(', ')}.`
}

function moment(text: string): string {
  parseInstant(text)
  return text
}

function wholeNumber(text: string): number {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : refuse(`"${text.slice(0, 40)}" is no whole number from 1 on.`)
}

function frequencyFrom(text: string): Frequency {
  const found = frequencies.find((frequency) => frequency === text)
  return found ?? refuse(`"${text.slice(0, 40)}" is none of ${frequencies.join(', ')}.`)
}

const wrong = (message: string): Refusal => new Refusal('BAD_USER_INPUT', message)
const refuse = (message: string): never => {
  throw wrong(message)
}
