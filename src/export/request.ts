import {
  coerceInputValue,
  type GraphQLError,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isRequiredArgument,
} from 'graphql'
import { type ArgumentCheck, checkExtension, excerpt, shortened } from '../domain/input-bounds.js'
import { type Language, languages } from '../domain/text/language.js'
import { type Choices, type ErrorCode, Refusal } from '../errors.js'
import { didYouMean } from '../files/input/messages.js'
import type { RecordOptions } from '../files/output/record-table.js'
import { type Pin, readPin } from '../store/query/pin.js'
import { exportFormats, type Format } from './formats.js'

export interface ExportRequest {
  readonly format: Format
  readonly query: Query
  readonly args: Readonly<Record<string, unknown>>
  readonly variables: string
  readonly language: Language
  /** The version at which the query is answered; null is the newest. */
  readonly pin: Pin | null
  readonly records?: RecordOptions
}

export const queries = ['indicators', 'series', 'pivot', 'changes'] as const
type Query = (typeof queries)[number]

export type RawRequest = Readonly<
  Partial<Record<'format' | 'query' | 'variables' | 'language' | 'version' | 'stamp', unknown>>
>

const tables = ['csv', 'xlsx', 'parquet', 'about'] as const satisfies Format[]

// A file contains the whole list, so the arguments of pages are refused. Only the number of series can be limited.
const paging: ReadonlySet<string> = new Set(['first', 'after', 'last', 'before'])

/** Validates the parameters of a request against the arguments of the query in the schema. Throws all faults together. */
export function readRequest(schema: GraphQLSchema, raw: RawRequest): ExportRequest {
  const faults = new Faults()
  const format = faults.oneOf('format', raw.format, exportFormats)
  const query = faults.oneOf('query', raw.query ?? 'indicators', queries)
  const language = faults.oneOf('language', raw.language ?? 'EN', languages)
  const variables = raw.variables ?? {}
  const coerced = query === null ? {} : argumentsOf(schema, query, variables, faults)
  faults.refuse()
  if (format === null || query === null || language === null) throw new Error('A fault was not reported.')
  if (query === 'changes' && !tables.some((each) => each === format))
    faults.add(
      `A file of changes has two figures in a row, which ${format} cannot hold. The formats are ${tables.join(', ')}.`,
      { allowed: tables },
    )
  const args = withinBounds(schema, query, coerced, faults)
  faults.refuse()
  const pin = readPin(textOf(raw.version), textOf(raw.stamp))
  return { format, query, args, variables: JSON.stringify(variables), language, pin }
}

const textOf = (given: unknown): string | null => (given == null ? null : String(given).slice(0, 100))

function withinBounds(
  schema: GraphQLSchema,
  query: Query,
  args: Record<string, unknown>,
  faults: Faults,
): Record<string, unknown> {
  const check = schema.getQueryType()?.getFields()[query]?.extensions[checkExtension] as ArgumentCheck | undefined
  try {
    return check?.(args) ?? args
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    faults.add(`variables.${error.message}`, {}, error.code)
    return args
  }
}

function argumentsOf(schema: GraphQLSchema, query: Query, variables: unknown, faults: Faults): Record<string, unknown> {
  const all = schema.getQueryType()?.getFields()[query]?.args ?? []
  const isShortened = query === 'series' // by `first`
  const known = all.filter(({ name }) => !paging.has(name) || (isShortened && name === 'first'))
  if (typeof variables !== 'object' || variables === null || Array.isArray(variables)) {
    faults.add('variables must be a JSON object, like {"filter": {"metrics": ["EXPORTS"], "from": "2023"}}.')
    return {}
  }
  // Coercion is recursive, and deeper nesting would exhaust the stack.
  if (nestsDeeper(variables, mostNested)) {
    faults.add(`variables exceed the limit of ${mostNested} nested levels.`, {}, 'LIMIT_EXCEEDED')
    return {}
  }
  for (const name of Object.keys(variables)) {
    if (known.some((arg) => arg.name === name)) continue
    const why =
      paging.has(name) && query !== 'pivot' ? 'a file contains the whole list' : `${query} has no such argument`
    const allowed = known.map((arg) => arg.name)
    faults.add(`variables.${excerpt(name)}: ${why}. The arguments are ${allowed.join(', ')}.`, { allowed })
  }
  const args: Record<string, unknown> = {}
  for (const arg of known) {
    const value = (variables as Record<string, unknown>)[arg.name]
    if (value !== undefined)
      args[arg.name] = coerceInputValue(value, arg.type, (path, _, error) =>
        faults.fromGraphQL(['variables', arg.name, ...path].join('.'), error),
      )
    else if (paging.has(arg.name)) continue
    else if (isRequiredArgument(arg)) faults.add(`variables.${arg.name} is missing: it is a ${arg.type}.`)
    else if (arg.defaultValue !== undefined) args[arg.name] = arg.defaultValue
  }
  return args
}

/** Indicates whether the variables of a request name a unit that `schema` lacks, but that a store may have added. */
export function namesUnknownUnit(schema: GraphQLSchema, { query = 'indicators', variables }: RawRequest): boolean {
  if (!isObject(variables) || nestsDeeper(variables, mostNested)) return false
  const args = schema.getQueryType()?.getFields()[String(query)]?.args ?? []
  return args.some(({ name, type }) => hasUnknownUnit(type, variables[name]))
}

function hasUnknownUnit(type: GraphQLInputType, value: unknown): boolean {
  if (Array.isArray(value)) return value.some((each) => hasUnknownUnit(type, each))
  const named = getNamedType(type)
  if (isInputObjectType(named))
    return (
      isObject(value) && Object.values(named.getFields()).some((field) => hasUnknownUnit(field.type, value[field.name]))
    )
  return named.name === 'Unit' && isEnumType(named) && typeof value === 'string' && !named.getValue(value)
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

function nestsDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  return levels === 0 || Object.values(value).some((each) => nestsDeeper(each, levels - 1))
}

const mostNested = 50

// graphql-js repeats values of any length in its messages.
const mostFaults = 50
const longestMessage = 500

class Faults {
  readonly #found: { readonly message: string; readonly code: ErrorCode; readonly choices: Choices }[] = []

  add(message: string, choices: Choices = {}, code: ErrorCode = 'BAD_USER_INPUT'): void {
    if (this.#found.length < mostFaults) this.#found.push({ message, code, choices })
  }

  fromGraphQL(place: string, { message, originalError }: GraphQLError): void {
    if (originalError instanceof Refusal) {
      const { code, ...choices } = originalError.extensions
      this.add(`${place}: ${originalError.message}`, choices, code)
    } else this.add(`${place}: ${shortened(message, longestMessage)}`)
  }

  oneOf<T extends string>(name: string, value: unknown, allowed: readonly T[]): T | null {
    const found = allowed.find((each) => each === value)
    if (found !== undefined) return found
    const shown = typeof value === 'string' ? `"${excerpt(value)}"` : typeof value
    const fault = value === undefined ? `${name} is missing.` : `${name} cannot be ${shown}.`
    const advice = typeof value === 'string' ? didYouMean(value, allowed) : ''
    this.add([fault, advice, `The values are ${allowed.join(', ')}.`].filter((part) => part !== '').join(' '), {
      allowed,
    })
    return null
  }

  refuse(): void {
    const [first, ...others] = this.#found
    if (first === undefined) return
    const code = others.every((other) => other.code === first.code) ? first.code : 'BAD_USER_INPUT'
    const message = this.#found.map((each) => each.message).join('\n')
    throw new Refusal(code, message, others.length > 0 ? {} : first.choices)
  }
}
