import { randomUUID } from 'node:crypto'
import { type ExecutionResult, GraphQLError, type GraphQLErrorOptions } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { Logger } from 'pino'
import { shortened } from '../../../domain/input-bounds.js'
import { type Choices, catalogue, type ErrorCode, Refusal } from '../../../errors.js'
import { type Answer, jsonAnswer } from '../../http/route.js'
import { contextOf } from '../request/request-context.js'
import { isFull, isOutage } from './outage.js'

interface Http {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly spec?: boolean
}

/**
 * Gives every error of a response its code from the catalogue. Unexpected errors are masked, and logged under an id that
 * the client gets; Yoga's own masking must be off. Without `suggestions`, hints of graphql-js at names in the schema are
 * removed.
 */
export function useErrors(log: Logger, suggestions: boolean): Plugin {
  return {
    onResultProcess({ request, result, setResult }) {
      if (Array.isArray(result) || Symbol.asyncIterator in result || !result.errors?.length) return
      setResult(withCodes(result, request, log, suggestions))
    },
  }
}

/** Wraps `onRequest` of a plugin so that errors are masked and logged, as Yoga would send them with their stack. */
export function withMaskedRequestErrors(plugin: Plugin, log: Logger): Plugin {
  const { onRequest } = plugin
  if (onRequest === undefined) return plugin
  return {
    ...plugin,
    onRequest(hook) {
      const mask = (error: unknown): void => {
        const body = `${masked(error, log).message}\n`
        hook.endResponse(new hook.fetchAPI.Response(body, { status: 500, headers: { 'content-type': 'text/plain' } }))
      }
      try {
        const done = onRequest(hook)
        return done instanceof Promise ? done.catch(mask) : done
      } catch (error) {
        return mask(error)
      }
    },
  }
}

export function errorAnswer(thrown: unknown, log: Logger, suggestions: boolean): Answer {
  const { message, extensions, status, headers } = httpErrorOf(thrown, log, suggestions)
  return jsonAnswer(status, { errors: [{ message, extensions }] }, headers)
}

/** Answers with a line of text that ends in the nearest codes, and notes the code; `statuses` replace those of codes. */
export function textErrorAnswer(
  thrown: unknown,
  request: Request,
  log: Logger,
  statuses: Partial<Record<ErrorCode, number>>,
): Answer {
  const { text, code, status, headers } = errorLine(thrown, request, log)
  return {
    status: statuses[code] ?? status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', ...headers },
    body: `${text}\n`,
  }
}

export function errorLine(thrown: unknown, request: Request, log: Logger) {
  const { message, extensions, status, headers } = httpErrorOf(thrown, log, true)
  contextOf(request).codes.add(extensions.code)
  const { didYouMean = [], code } = extensions
  const text = didYouMean.length === 0 ? message : `${message} Did you mean ${didYouMean.join(', ')}?`
  return { text: text.replace(/\s+/g, ' '), code, status, headers }
}

function httpErrorOf(thrown: unknown, log: Logger, suggestions: boolean) {
  const root = thrown instanceof Error ? thrown : new Error(String(thrown))
  const error = root instanceof GraphQLError ? root : new GraphQLError(root.message, { originalError: root })
  const { message, extensions } = outgoing(error, false, suggestions, log)
  const { http, ...rest } = extensions
  const { status = 500, headers } = http as Http
  return { message, extensions: rest as unknown as Choices & { readonly code: ErrorCode }, status, headers }
}

/**
 * Adds codes to the errors of a result, masks unexpected ones, and records the codes for the log and the metrics. If the
 * store became unreachable, a query is refused as a whole, as is a mutation that did nothing: otherwise the status would
 * depend on the moment.
 */
export function withCodes<Result extends ExecutionResult>(
  result: Result,
  request: Request,
  log: Logger,
  suggestions: boolean,
): Result {
  if (!result.errors?.length) return result
  const { id, kind, codes } = contextOf(request)
  const requestLog = log.child({ request: id })
  const lost = result.errors.find((error) => codeOf(error) === 'UNAVAILABLE')
  const whole = lost !== undefined && (kind === 'query' || (kind === 'mutation' && isEmpty(result)))
  const executed = 'data' in result && !whole
  const sent = whole
    ? result.errors.filter((error) => error === lost || codeOf(error) !== 'UNAVAILABLE')
    : result.errors
  const errors = sent.map((error) => outgoing(error, executed, suggestions, requestLog))
  for (const { extensions } of errors) codes.add(extensions['code'] as ErrorCode)
  if (!whole) return { ...result, errors: onePerNull(errors, result.data) }
  const { data: _, ...rest } = result
  const { message, extensions } = errors[sent.indexOf(lost)] ?? errors[0] ?? lost
  return { ...rest, errors: [new GraphQLError(message, { extensions })] } as unknown as Result
}

/** Keeps the first of the errors that made the same value null: the fields of a page fail together, for one reason. */
function onePerNull(errors: readonly GraphQLError[], data: unknown): readonly GraphQLError[] {
  const seen = new Set<string>()
  return errors.filter(({ path }) => {
    if (path === undefined) return true
    let [value, depth] = [data, 0]
    for (; typeof value === 'object' && value !== null && depth < path.length; depth++)
      value = (value as Record<string, unknown>)[path[depth] as string]
    const nulled = path.slice(0, depth).join(' ')
    return !seen.has(nulled) && seen.add(nulled)
  })
}

const isEmpty = ({ data }: ExecutionResult): boolean =>
  data == null || Object.values(data).every((value) => value === null)
const maxMessage = 500
const maxRefusal = 20_000 // a list of the faults of a table map

const unreachable = 'The store cannot be reached at the moment.'
const full = 'The disk of the store is full. Nothing was stored; retry when there is space.'

type AnyError = NonNullable<ExecutionResult['errors']>[number]

function outgoing(error: AnyError, executed: boolean, suggestions: boolean, log: Logger): GraphQLError {
  const { nodes = null, source = null, positions = null, path = null, message, extensions } = error
  const place: GraphQLErrorOptions = { nodes, source, positions, path }
  const code = codeOf(error)
  if (code === 'UNAVAILABLE' && extensions['code'] !== code) {
    const noRoom = isFull(error)
    log.warn({ err: rootOf(error) }, noRoom ? 'the disk of the store is full' : 'the store cannot be reached')
    return new GraphQLError(noRoom ? full : unreachable, { ...place, extensions: extensionsOf({}) })
  }
  if (code === 'INTERNAL_SERVER_ERROR') {
    const { id, message } = masked(rootOf(error), log, path ? { path: path.join('.') } : {})
    return new GraphQLError(message, { ...place, extensions: extensionsOf({ id }) })
  }
  const { http: _, code: __, originalError: ___, ...rest } = extensions
  const root = rootOf(error)
  const isRefusal = root instanceof Refusal && root.message === message
  // Messages of graphql-js repeat values and names of any length.
  const short = shortened(message, isRefusal ? maxRefusal : maxMessage)
  // Suggestions of a refusal are codes, which are data and not part of the schema.
  const shown = suggestions || 'didYouMean' in rest ? short : short.replace(/ Did you mean [^?]*\?/g, '')
  return new GraphQLError(shown, { ...place, extensions: extensionsOf(rest) })

  function extensionsOf(rest: object): Record<string, unknown> {
    return { code, ...rest, ...(!executed && { http: httpOf(code, extensions) }) }
  }
}

function masked(err: unknown, log: Logger, fields: object = {}): { readonly id: string; readonly message: string } {
  const id = randomUUID()
  log.error({ err, id, ...fields }, 'a request failed with an internal error')
  return { id, message: `An internal error occurred. The server log has the details under ${id}.` }
}

function codeOf(error: AnyError): ErrorCode {
  const { code } = error.extensions
  if (typeof code === 'string' && Object.hasOwn(catalogue, code)) return code as ErrorCode
  if (isOutage(error)) return 'UNAVAILABLE'
  const root = rootOf(error)
  if (!(root instanceof GraphQLError)) return 'INTERNAL_SERVER_ERROR'
  // Yoga and graphql-js: without a path, the request, its operation or its variables are wrong. With one, an argument is
  // wrong if the error has nodes, and otherwise the value that a resolver returned.
  return error.path === undefined || root.nodes !== undefined ? 'BAD_USER_INPUT' : 'INTERNAL_SERVER_ERROR'
}

function rootOf(error: Error): Error {
  const { originalError } = error as GraphQLError
  return originalError == null ? error : rootOf(originalError)
}

// Seconds to wait after errors that do not state them.
const retryAfter: { readonly [code in ErrorCode]?: string } = { RATE_LIMITED: '60', UNAVAILABLE: '1' }

function httpOf(code: ErrorCode, extensions: GraphQLError['extensions']): Http {
  const { status = catalogue[code], headers, spec = true } = (extensions['http'] ?? {}) as Http
  const wait = retryAfter[code]
  const later = wait === undefined ? {} : { 'retry-after': wait }
  // In application/json a well-formed request is answered with 200. Yoga calls the others BAD_REQUEST.
  const wellFormed = extensions['code'] !== 'BAD_REQUEST' && status === 400
  return { status, headers: { ...later, ...headers }, spec: spec && wellFormed }
}
