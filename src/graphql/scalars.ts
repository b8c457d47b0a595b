import { Kind, type ValueNode } from 'graphql'
import { excerpt } from '../domain/input-bounds.js'
import { canonical, parseDecimal } from '../domain/numbers/decimal.js'
import { parseInstant } from '../domain/periods/instant.js'
import { parsePeriod } from '../domain/periods/period.js'
import { Refusal } from '../errors.js'
import { builder } from './builder.js'

builder.scalarType('Decimal', {
  description:
    'An exact decimal number as a JSON string, such as "41760000000000" or "-0.3". Output has no exponent, no trailing zeros and no "-0". Input is a string of at most 38 significant digits, or an integer up to 2^53. Floats are refused because they may have lost digits.',
  serialize: canonical,
  parseValue: (value) => {
    if (typeof value === 'string') return parseDecimal(value)
    if (typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= 2 ** 53)
      return parseDecimal(`${value}`)
    throw notExact(value)
  },
  parseLiteral: (node) => {
    if (node.kind === Kind.STRING) return parseDecimal(node.value)
    if (node.kind === Kind.INT && Math.abs(Number(node.value)) <= 2 ** 53) return parseDecimal(node.value)
    throw notExact('value' in node ? node.value : node.kind)
  },
})

builder.scalarType('Period', {
  description:
    'A period: "2023", "2023-H1", "2023-Q4", "2023-12", or a year to date such as "2023-01/2023-11". Periods of the same days can differ: 2023-Q1 and 2023-01/2023-03 belong to different series.',
  serialize: (period) => period.text,
  parseValue: (value) => parsePeriod(text(value, 'INVALID_PERIOD')),
  parseLiteral: (node) => parsePeriod(literal(node, 'INVALID_PERIOD')),
})

builder.scalarType('Date', {
  description: 'A calendar date without a time zone, such as "2024-01-12".',
  serialize: (day) => day,
  parseValue: (value) => day(text(value, 'BAD_USER_INPUT')),
  parseLiteral: (node) => day(literal(node, 'BAD_USER_INPUT')),
})

builder.scalarType('DateTime', {
  description: 'A date and time with an offset from UTC (RFC 3339), such as "2024-01-12T00:00:00+08:00".',
  serialize: (moment) => moment,
  parseValue: (value) => checked(text(value, 'BAD_USER_INPUT')),
  parseLiteral: (node) => checked(literal(node, 'BAD_USER_INPUT')),
})

type Code = 'BAD_USER_INPUT' | 'INVALID_PERIOD'

function text(value: unknown, code: Code): string {
  if (typeof value === 'string') return value
  throw new Refusal(code, `${shown(value)} is not a string.`)
}

function literal(node: ValueNode, code: Code): string {
  if (node.kind === Kind.STRING) return node.value
  throw new Refusal(code, `${shown('value' in node ? node.value : node.kind)} is not a string.`)
}

function day(given: string): string {
  if (/^\d{4}-\d\d-\d\d$/.test(given)) parseInstant(`${given}T00:00:00Z`)
  else throw new Refusal('BAD_USER_INPUT', `"${excerpt(given)}" is not a date: write it as in 2024-01-12.`)
  return given
}

function checked(moment: string): string {
  parseInstant(moment)
  return moment
}

/** Returns an input value for a message: scalars as text, lists and objects by their kind. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return 'A list'
  return typeof value === 'object' && value !== null ? 'An object' : excerpt(String(value))
}

const notExact = (found: unknown): Refusal =>
  new Refusal(
    'BAD_USER_INPUT',
    `${shown(found)} is not an exact number: write a string of digits such as "41760.5", or an integer up to 2^53.`,
  )
