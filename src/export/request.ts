import {
  coerceInputValue,
  type GraphQLArgument,
  type GraphQLError,
  type GraphQLSchema,
  isRequiredArgument,
} from 'graphql'
import { type ArgumentCheck, checkExtension, excerpt, shortened } from '../domain/input-bounds.js'
import { type Language, languages } from '../domain/text/language.js'
import { nearest } from '../domain/text/nearest.js'
import { type Choices, type ErrorCode, Refusal } from '../errors.js'
import { type Format, formats } from './formats.js'

export interface ExportRequest {
  readonly format: Format
  readonly query: Query
  readonly args: Readonly<Record<string, unknown>>
  readonly variables: string
  readonly language: Language
}

export const queries = ['indicators', 'series', 'pivot'] as const
export type Query = (typeof queries)[number]

export interface RawRequest {
  readonly format?: unknown
  readonly query?: unknown
  readonly variables?: unknown
  readonly language?: unknown
}

// A file contains the whole list, so the arguments of pages are refused or optional.
const paging: ReadonlySet<string> = new Set(['first', 'after', 'last', 'before'])

/** Validates the parameters of a request against the arguments of the query in the schema. Throws all faults together. */
export function readRequest(schema: GraphQLSchema, raw: RawRequest): ExportRequest {
  const faults = new Faults()
  const format = faults.oneOf('format', raw.format, Object.keys(formats) as Format[])
  const query = faults.oneOf('query', raw.query ?? 'indicators', queries)
  const language = faults.oneOf('language', raw.language ?? 'EN', languages)
  const variables = raw.variables ?? {}
  const coerced = query === null ? {} : argumentsOf(schema, query, variables, faults)
  faults.refuse()
  if (format === null || query === null || language === null) throw new Error('A fault was not reported.')
  const args = withinBounds(schema, query, coerced, faults)
  faults.refuse()
  return { format, query, args, variables: JSON.stringify(variables), language }
}

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

function argumentsOf(schema: GraphQLSchema, query: Query, given: unknown, faults: Faults): Record<string, unknown> {
  const all = schema.getQueryType()?.getFields()[query]?.args ?? []
  const hasPages = all.some(({ name }) => name === 'after')
  const known = all.filter(({ name }) => !(hasPages && paging.has(name)))
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    faults.add('variables must be a JSON object, like {"filter": {"metrics": ["EXPORTS"], "from": "2023"}}.')
    return {}
  }
  // Coercion is recursive, and deeper nesting would exhaust the stack.
  if (nestsDeeper(given, mostNested)) {
    faults.add(`variables exceed the limit of ${mostNested} nested levels.`, {}, 'LIMIT_EXCEEDED')
    return {}
  }
  for (const name of Object.keys(given)) {
    if (known.some((arg) => arg.name === name)) continue
    const why = hasPages && paging.has(name) ? 'a file contains the whole list' : `${query} has no such argument`
    const allowed = known.map((arg) => arg.name)
    faults.add(`variables.${excerpt(name)}: ${why}. The arguments are ${allowed.join(', ')}.`, { allowed })
  }
  return Object.fromEntries(
    known.flatMap((arg) => {
      const value = (given as Record<string, unknown>)[arg.name]
      if (value === undefined && paging.has(arg.name)) return []
      if (value === undefined && arg.defaultValue === undefined && !isRequiredArgument(arg)) return []
      return [[arg.name, value === undefined ? withoutValue(arg, faults) : coerced(arg, value, faults)]]
    }),
  )
}

function nestsDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  return levels === 0 || Object.values(value).some((each) => nestsDeeper(each, levels - 1))
}

const mostNested = 50

function withoutValue(arg: GraphQLArgument, faults: Faults): unknown {
  if (isRequiredArgument(arg)) faults.add(`variables.${arg.name} is missing: it is a ${arg.type}.`)
  return arg.defaultValue
}

const coerced = (arg: GraphQLArgument, value: unknown, faults: Faults): unknown =>
  coerceInputValue(value, arg.type, (path, _, error) =>
    faults.fromGraphQL(['variables', arg.name, ...path].join('.'), error),
  )

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

  oneOf<T extends string>(name: string, given: unknown, allowed: readonly T[]): T | null {
    const found = allowed.find((each) => each === given)
    if (found !== undefined) return found
    const alike = typeof given === 'string' ? nearest(given, allowed) : []
    const advice = alike.length > 0 ? ` Did you mean ${alike.join(', ')}?` : ''
    const what =
      given === undefined
        ? 'is missing'
        : `cannot be ${typeof given === 'string' ? `"${excerpt(given)}"` : typeof given}`
    this.add(`${name} ${what}.${advice} The values are ${allowed.join(', ')}.`, { allowed })
    return null
  }

  refuse(): void {
    const [first, ...others] = this.#found
    if (first === undefined) return
    const code = others.every((other) => other.code === first.code) ? first.code : 'BAD_USER_INPUT'
    throw new Refusal(
      code,
      this.#found.map(({ message }) => message).join('\n'),
      others.length > 0 ? {} : first.choices,
    )
  }
}
