import type { ServerResponse } from 'node:http'
import { normalizedExecutor } from '@graphql-tools/executor'
import { type DocumentNode, type ExecutionResult, getOperationAST, type OperationDefinitionNode } from 'graphql'
import type { LRUCache } from 'lru-cache'
import { memoizeByText } from '../lib/memo.js'
import type { answeringAtOnce } from './plugins/execution/at-once.js'
import type { ValidDocuments } from './plugins/execution/documents.js'
import { type Layer, within } from './plugins/execution/execution.js'
import { costHeader, type OperationLimits } from './plugins/execution/limits.js'
import type { Written } from './plugins/execution/metering.js'
import type { LiveStore } from './plugins/execution/view.js'
import { beginOperation, operationName, type Watchdog } from './plugins/execution/watchdog.js'
import { type RequestContext, setContext } from './plugins/request/request-context.js'
import { type Asked, type Hit, pinHeaders } from './plugins/response/response-cache.js'
import type { Schemas } from './schemas.js'

export interface DirectOptions {
  readonly schemas: Schemas
  readonly store: LiveStore
  readonly atOnce: ReturnType<typeof answeringAtOnce>
  readonly limits: OperationLimits
  readonly layers: readonly Layer[]
  readonly documents: Pick<LRUCache<string, DocumentNode>, 'get'>
  readonly valid: ValidDocuments
  readonly watchdog: Watchdog | null
  readonly finish: (asked: Asked, context: RequestContext, content: string | Buffer, type: string) => Hit | null
}

export interface PlainQuery {
  readonly document: DocumentNode
  readonly operation: OperationDefinitionNode
  readonly params: {
    readonly query: string
    readonly variables?: Readonly<Record<string, unknown>> | null
    readonly operationName?: string | null
  }
  readonly type: string
}

const types: Readonly<Record<string, string>> = {
  'application/json': 'application/json; charset=utf-8',
  'application/graphql-response+json': 'application/graphql-response+json; charset=utf-8',
  'application/*': 'application/json; charset=utf-8',
  '*/*': 'application/json; charset=utf-8',
}
const plainBody = /^application\/json(?:; ?charset=utf-8)?$/i

const typeOf = memoizeByText((accept: string): string => {
  for (const entry of accept.toLowerCase().replaceAll(/\s/g, '').split(',')) {
    const [name = '', ...others] = entry.split(';')
    const charset = others.find((each) => each.includes('charset='))
    const type = Object.hasOwn(types, name) ? types[name] : undefined
    if (type !== undefined && (charset ?? 'charset=utf-8') === 'charset=utf-8') return type
  }
  return ''
}, 1000)
const longestAccept = 500

const parameters = new Set(['query', 'variables', 'operationName'])
const unusual = [costHeader, ...pinHeaders]

/**
 * Executes plain queries by the layers of the application, without the Fetch API and the hooks around it: those whose
 * document the application has parsed and found valid, without credentials, pins or extensions. What is in memory is
 * answered at once, without layers. A result with errors, or one that is not cacheable, is left to the application, which
 * goes on with the same execution.
 */
export function createDirect(options: DirectOptions) {
  const { schemas, store, atOnce, limits, layers, documents, valid, watchdog, finish } = options
  const execute = within(layers, normalizedExecutor as Parameters<typeof within>[1])

  function read({ search, header }: Asked, body: string): PlainQuery | null {
    const accept = header('accept') || '*/*'
    const type = accept.length > longestAccept ? '' : typeOf(accept)
    if (type === '' || search !== '' || !plainBody.test(header('content-type') ?? '')) return null
    if (unusual.some((name) => header(name) !== null)) return null
    const params = parametersIn(body)
    const document = params && documents.get(params.query)
    if (params === null || document == null || limits.isNested(params.variables)) return null
    const operation = getOperationAST(document, params.operationName)
    return operation?.operation === 'query' ? { document, operation, params, type } : null
  }

  /** Answers a query. Returns null if the application has to answer it, with the execution in `context` if it began. */
  async function run(
    query: PlainQuery,
    asked: Asked,
    context: RequestContext,
    response: ServerResponse,
  ): Promise<Hit | null> {
    context.setOperation(query.operation)
    const content = (await runAtOnce(query, context)) ?? (await executed(query, asked, context, response))
    return content === null ? null : finish(asked, context, content, query.type)
  }

  async function runAtOnce(
    { document, operation, params }: PlainQuery,
    context: RequestContext,
  ): Promise<Buffer | null> {
    const view = store.inMemory()
    const schema = view && schemas.of(view)
    if (view === null || schema === null || !valid.has(schema, document)) return null
    const { variables, operationName = null } = params
    const written = await atOnce({ document, operation, operationName, variables: variables ?? {} }, view, schema)
    if (written === null) return null
    const { version, stamp } = view.snapshot
    const { isPinned } = written
    context.executed = { version: { version, stamp }, isPinned, cacheable: true, staleSince: null }
    return written.body
  }

  async function executed(
    { document, params }: PlainQuery,
    asked: Asked,
    context: RequestContext,
    response: ServerResponse,
  ): Promise<string | null> {
    const disconnected = new AbortController()
    const request = { headers: { get: asked.header }, signal: disconnected.signal } as unknown as Request
    setContext(request, context)
    if (watchdog !== null) beginOperation(watchdog, request, operationName(context), context)
    response.once('close', () => {
      watchdog?.end(request)
      if (!response.writableFinished) disconnected.abort()
    })
    const schema = await schemas.forRequest(request)
    if (!valid.has(schema, document)) return null
    const executing = Promise.resolve(
      execute({
        schema,
        document,
        operationName: params.operationName,
        variableValues: params.variables,
        contextValue: { request, params, actor: null },
      }),
    )
    context.execution = executing
    const result: Written | null = await executing.catch(() => null) // the application awaits it once more
    if (result === null || result.errors !== undefined) return null
    return textOf(result)
  }

  return { read, run }
}

const textOf = ({ stringify = JSON.stringify, ...result }: Written): string => stringify(result as ExecutionResult)

function parametersIn(body: string): PlainQuery['params'] | null {
  let found: unknown
  try {
    found = JSON.parse(body)
  } catch {
    return null
  }
  if (typeof found !== 'object' || found === null || Array.isArray(found)) return null
  for (const name in found) if (!parameters.has(name)) return null
  const { query, variables, operationName: name } = found as Record<string, unknown>
  if (typeof query !== 'string' || (name != null && typeof name !== 'string')) return null
  if (variables != null && (typeof variables !== 'object' || Array.isArray(variables))) return null
  return found as PlainQuery['params']
}
