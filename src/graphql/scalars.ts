import { Kind, type ValueNode } from 'graphql'
import { excerpt } from '../domain/input-bounds.js'
import { canonical, parseDecimal } from '../domain/numbers/decimal.js'
import { parseInstant } from '../domain/periods/instant.js'
import { parsePeriod } from '../domain/periods/period.js'
import { Refusal } from '../errors.js'
import { builder } from './builder.js'

/** Declares that no text of a scalar has a character that JSON escapes. */
const plain = { extensions: { plain: true } }

builder.scalarType('Decimal', {
  ...plain,
  specifiedByURL: 'https://www.w3.org/TR/xmlschema11-2/#decimal',
  description:
    'An exact decimal number as a JSON string, such as "41760000000000" or "-0.3". Output has no exponent, no trailing zeros and no "-0". Input is a string of at most 38 significant digits, or an integer up to 2^53. Floats are refused because they may have lost digits.',
  serialize: (value) => (typeof value === 'string' ? value : canonical(value)),
  parseValue: (value) => {
    if (typeof value === 'string') return parseDecimal(value)
    if (typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= 2 ** 53)
      return parseDecimal(`${value}`)
    throw notExact(value)
  },
  parseLiteral: (node) => {
    if (node.kind === Kind.STRING) return parseDecimal(node.value)
    if (node.kind === Kind.INT && Math.abs(Number(node.value)) <= 2 ** 53) return parseDecimal(node.value)
    throw notExact(contentOf(node))
  },
})

builder.scalarType('Period', {
  ...plain,
  specifiedByURL: 'docs/concepts.md#periods',
  description:
    'A period: "2023", "2023-H1", "2023-Q4", "2023-12", or a year to date such as "2023-01/2023-11". Periods of the same days can differ: 2023-Q1 and 2023-01/2023-03 belong to different series.',
  serialize: (period) => period.text,
  ...readingText(parsePeriod, 'INVALID_PERIOD'),
})

builder.scalarType('Date', {
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
  description: 'A calendar date without a time zone, such as "2024-01-12".',
  serialize: (day) => day,
  ...readingText(day),
})

builder.scalarType('DateTime', {
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
  description:
    'A date and time with an offset from UTC (RFC 3339), such as "2024-01-12T00:00:00+08:00". In output, a time of publication has the publisher’s offset wherever it occurs, and any other time is in UTC ("Z"); fractions of a second are written only if they are not zero.',
  serialize: (moment) => moment,
  ...readingText(checked),
})

builder.scalarType('Count', {
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc8259#section-6',
  description: 'A number of items: a whole JSON number from 0 to 2^53.',
  serialize: (count) => count,
})

function readingText<T>(read: (text: string) => T, code: 'BAD_USER_INPUT' | 'INVALID_PERIOD' = 'BAD_USER_INPUT') {
  const readIf = (isString: boolean, value: unknown): T => {
    if (isString) return read(String(value))
    throw new Refusal(code, `${shown(value)} is not a string.`)
  }
  return {
    parseValue: (value: unknown) => readIf(typeof value === 'string', value),
    parseLiteral: (node: ValueNode) => readIf(node.kind === Kind.STRING, contentOf(node)),
  }
}

const contentOf = (node: ValueNode): unknown => ('value' in node ? node.value : node.kind)

function day(given: string): string {
  if (/^\d{4}-\d\d-\d\d$/.test(given)) parseInstant(`${given}T00:00:00Z`)
  else throw new Refusal('BAD_USER_INPUT', `"${excerpt(given)}" is not a date: write it as in 2024-01-12.`)
  return given
}

function checked(moment: string): string {
  parseInstant(moment)
  return moment
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return 'A list'
  return typeof value === 'object' && value !== null ? 'An object' : excerpt(String(value))
}

const notExact = (found: unknown): Refusal =>
  new Refusal(
    'BAD_USER_INPUT',
    `${shown(found)} is not an exact number: write a string of digits such as "41760.5", or an integer up to 2^53.`,
  )
