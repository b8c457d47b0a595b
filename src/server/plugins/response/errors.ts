import { randomUUID } from 'node:crypto'
import { type ExecutionResult, GraphQLError, type GraphQLErrorOptions } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { Logger } from 'pino'
import { shortened } from '../../../domain/input-bounds.js'
import { catalogue, type ErrorCode, Refusal } from '../../../errors.js'
import { noteRefusal, requestContext } from '../request/request-context.js'
import { isFull, isOutage } from './outage.js'

/** What Yoga makes of an answer: its status and headers; `spec` where a client of application/json expects 200. */
interface Http {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly spec?: boolean
}

/**
 * Gives every error that goes out its code from the catalogue. Those that nobody meant to show are masked, and logged
 * under the id that the client is given. It does so where all answers pass, so Yoga's own masking has to be off. Without
 * `suggestions`, what graphql-js guesses of the schema's names stays unsaid.
 */
export function useErrors(log: Logger, suggestions: boolean): Plugin {
  return {
    onResultProcess({ request, result, setResult }) {
      if (Array.isArray(result) || Symbol.asyncIterator in result || !result.errors?.length) return
      setResult(withCodes(result, request, log, suggestions))
    },
  }
}

/** What was thrown outside of GraphQL, as a refusal of the whole request by the same rules. */
export function told(
  thrown: unknown,
  log: Logger,
  suggestions: boolean,
): Required<Http> & { readonly error: Pick<GraphQLError, 'message' | 'extensions'> } {
  const root = thrown instanceof Error ? thrown : new Error(String(thrown))
  const error = root instanceof GraphQLError ? root : new GraphQLError(root.message, { originalError: root })
  const { message, extensions } = outgoing(error, false, suggestions, log)
  const { http, ...rest } = extensions
  return { status: 500, headers: {}, spec: false, ...(http as Http), error: { message, extensions: rest } }
}

/**
 * A result whose errors have their codes, and tell nothing that nobody meant to show; `request` is noted to be refused.
 * Where the store was lost meanwhile, a query is refused as a whole, whatever had been read by then, and so is a mutation
 * that did nothing: else the status would depend on when it was lost.
 */
export function withCodes<Result extends ExecutionResult>(
  result: Result,
  request: Request,
  log: Logger,
  suggestions: boolean,
): Result {
  if (!result.errors?.length) return result
  const facts = requestContext(request)
  const of = log.child({ request: facts?.id })
  const lost = result.errors.find((error) => codeOf(error) === 'UNAVAILABLE')
  const whole = lost !== undefined && (facts?.kind === 'query' || (facts?.kind === 'mutation' && isEmpty(result)))
  const executed = 'data' in result && !whole
  const told = whole
    ? result.errors.filter((error) => error === lost || codeOf(error) !== 'UNAVAILABLE')
    : result.errors
  const errors = told.map((error) => outgoing(error, executed, suggestions, of))
  for (const { extensions } of errors) noteRefusal(request, extensions['code'] as ErrorCode)
  if (!whole) return { ...result, errors }
  const { data: _, ...rest } = result
  const { message, extensions } = errors[told.indexOf(lost)] ?? errors[0] ?? lost
  return { ...rest, errors: [new GraphQLError(message, { extensions })] } as unknown as Result
}

/** Whether nothing was executed to its end. */
const isEmpty = ({ data }: ExecutionResult): boolean =>
  data == null || Object.values(data).every((value) => value === null)
const longest = 500
const longestOfOurs = 20_000 // one that lists what is wrong with a map

const full = 'The store’s disk is full, and nothing of this was stored. Send it again once there is room.'

type AnyError = NonNullable<ExecutionResult['errors']>[number]

function outgoing(error: AnyError, executed: boolean, suggestions: boolean, log: Logger): GraphQLError {
  const { nodes = null, source = null, positions = null, path = null, message, extensions } = error
  const place: GraphQLErrorOptions = { nodes, source, positions, path }
  const code = codeOf(error)
  if (code === 'UNAVAILABLE' && extensions['code'] !== code) {
    const noRoom = isFull(error)
    log.warn({ err: rootOf(error) }, noRoom ? 'the store has no room' : 'the store cannot be reached')
    return new GraphQLError(noRoom ? full : 'The store cannot be reached at the moment.', {
      ...place,
      extensions: given(code, {}),
    })
  }
  if (code === 'INTERNAL_SERVER_ERROR') {
    const id = randomUUID()
    log.error({ err: rootOf(error), id, ...(path && { path: path.join('.') }) }, 'an answer failed')
    const told = `Something went wrong here. The server's log has it under ${id}.`
    return new GraphQLError(told, { ...place, extensions: given(code, { id }) })
  }
  const { http: _, code: __, originalError: ___, ...rest } = extensions
  // Our own suggestions are of codes, which are data.
  const root = rootOf(error)
  const own = root instanceof Refusal && root.message === message
  // Messages of graphql-js repeat values and names, however long those are.
  const short = shortened(message, own ? longestOfOurs : longest)
  const said = suggestions || 'didYouMean' in rest ? short : short.replace(/ Did you mean [^?]*\?/g, '')
  return new GraphQLError(said, { ...place, extensions: given(code, rest) })

  function given(code: ErrorCode, rest: object): Record<string, unknown> {
    return { code, ...rest, ...(!executed && { http: httpOf(code, extensions) }) }
  }
}

/** A refusal has its code; for the rest it follows from where the error arose. */
function codeOf(error: AnyError): ErrorCode {
  const { code } = error.extensions
  if (typeof code === 'string' && Object.hasOwn(catalogue, code)) return code as ErrorCode
  if (isOutage(error)) return 'UNAVAILABLE'
  const root = rootOf(error)
  if (!(root instanceof GraphQLError)) return 'INTERNAL_SERVER_ERROR'
  // Yoga and graphql-js: before execution about the request, its operation or variables; in it about an argument, which
  // they point at, or about what a resolver returned, where they point at nothing.
  return error.path === undefined || root.nodes !== undefined ? 'BAD_USER_INPUT' : 'INTERNAL_SERVER_ERROR'
}

function rootOf(error: Error): Error {
  const { originalError } = error as GraphQLError
  return originalError == null ? error : rootOf(originalError)
}

function httpOf(code: ErrorCode, extensions: GraphQLError['extensions']): Http {
  const { status = catalogue[code], headers, spec = true } = (extensions['http'] ?? {}) as Http
  const later = code === 'UNAVAILABLE' ? { 'retry-after': '1' } : {}
  // In application/json a request that can be read is 200, whatever it asks for. Yoga calls the others BAD_REQUEST.
  const readable = extensions['code'] !== 'BAD_REQUEST' && status === 400
  return { status, headers: { ...headers, ...later }, spec: spec && readable }
}
