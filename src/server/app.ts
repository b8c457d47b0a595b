import type { RequestListener } from 'node:http'
import { type GraphQLSchema, NoSchemaIntrospectionCustomRule } from 'graphql'
import { createYoga, type Plugin, type YogaServerInstance } from 'graphql-yoga'
import type { Logger } from 'pino'
import type { Config } from '../config.js'
import { hasScope } from '../domain/actor.js'
import { Refusal } from '../errors.js'
import type { Exporting } from '../export/export.js'
import type { Publishing } from '../graphql/builder.js'
import { createDirect } from './direct.js'
import { fileAnswers } from './file-answers.js'
import { createFront } from './front.js'
import type { Fetch } from './own-requests.js'
import { rendering } from './pictures/rendering.js'
import { answeringAtOnce } from './plugins/execution/at-once.js'
import { documentCache, errorCache, ValidDocuments } from './plugins/execution/documents.js'
import { type Layer, useExecution } from './plugins/execution/execution.js'
import { executionTimeout } from './plugins/execution/execution-timeout.js'
import { compiling } from './plugins/execution/jit.js'
import { OperationLimits, useLimits } from './plugins/execution/limits.js'
import { metering } from './plugins/execution/metering.js'
import { ExecutionSlots } from './plugins/execution/slots.js'
import { useSubscriptions } from './plugins/execution/subscriptions.js'
import { atVersion, type LiveStore } from './plugins/execution/view.js'
import { useWatchdog, type Watchdog } from './plugins/execution/watchdog.js'
import { type FindActor, useKeys } from './plugins/request/auth.js'
import { useBody } from './plugins/request/body.js'
import { useClients, warningFinder } from './plugins/request/client.js'
import { allowedOrigins, useCors, usePreflight } from './plugins/request/cors.js'
import { usePersisted } from './plugins/request/persisted.js'
import { useRateLimit, Windows } from './plugins/request/rate-limit.js'
import { ReadRates, useMinReadRate } from './plugins/request/read-rate.js'
import { contextOf, useRequestContext } from './plugins/request/request-context.js'
import { useTarget, withoutMalformedHost } from './plugins/request/target.js'
import { CachedResponses } from './plugins/response/cached-response.js'
import { useCompletion } from './plugins/response/completion.js'
import { useErrors, withMaskedRequestErrors } from './plugins/response/errors.js'
import { useHeaders } from './plugins/response/headers.js'
import { type Metrics, useMetricsRoute } from './plugins/response/metrics.js'
import { requestLog } from './plugins/response/request-log.js'
import { responseCache } from './plugins/response/response-cache.js'
import type { Traces } from './plugins/response/traces.js'
import { useCharts } from './routes/charts.js'
import { dataPathRefusal, useData } from './routes/data.js'
import { useDocs } from './routes/docs.js'
import { useEmbed } from './routes/embed.js'
import { useExplorer } from './routes/explorer.js'
import { useExport } from './routes/export.js'
import { useFeeds } from './routes/feeds.js'
import { useGraphiQL } from './routes/graphiql.js'
import { type State, useHealth, useReadiness } from './routes/health.js'
import { type History, useHistory } from './routes/history.js'
import { useMcp } from './routes/mcp.js'
import { useOEmbed } from './routes/oembed.js'
import { useOpenApi } from './routes/openapi.js'
import { useSchemaFile } from './routes/schema-file.js'
import { sdmxPathRefusal, useSdmx } from './routes/sdmx.js'
import { Schemas } from './schemas.js'

const publisherFactor = 64 // publishers send whole files

export type App = RequestListener & Pick<YogaServerInstance<object, object>, 'fetch' | 'dispose'>

export interface AppOptions {
  readonly store: LiveStore
  readonly schema: GraphQLSchema
  readonly config: Pick<Config, 'http' | 'metrics' | 'graphql' | 'limits' | 'cache' | 'subscribers' | 'webhooks'>
  readonly log: Logger
  readonly state?: () => State
  readonly actorOf?: FindActor
  /** Carries out mutations; without it the server is read-only. */
  readonly publishing?: Publishing
  readonly exporting?: Exporting
  readonly history?: History | null
  readonly metrics?: Metrics | null
  readonly watchdog?: Watchdog | null
  readonly traces?: Traces | null
  readonly explorer?: URL | undefined
  readonly stopping?: AbortSignal
}

/**
 * Creates the server without a port: a listener of node:http, and `fetch` for requests made within the process. The
 * hooks of each kind run in the order of the list.
 */
export function createApp({
  store,
  schema,
  config,
  log,
  state = () => 'open',
  actorOf = async () => null,
  publishing = readOnly,
  exporting,
  history = null,
  metrics = null,
  watchdog = null,
  traces = null,
  explorer,
  stopping = new AbortController().signal,
}: AppOptions): App {
  const { introspection, graphiql } = config.graphql
  const { limits } = config
  const allowsOrigin = allowedOrigins(config.http.cors ?? [])
  const slots = new ExecutionSlots({ ...limits, each: limits.executingEach })
  const responses = new CachedResponses(config.cache.bytes)
  const cache = responseCache(store, responses, config.cache)
  const fetch: Fetch = (address, init, context) => app.fetch(address, init, context)
  const render = rendering(store, responses, fetch)
  const maxBody = (request: Request): number =>
    limits.body * (hasScope(contextOf(request).actor, 'publish') ? publisherFactor : 1)
  const schemas = new Schemas(schema, store)
  const documents = documentCache()
  const valid = new ValidDocuments()
  const operationLimits = new OperationLimits(limits, schemas.shipped)
  const layers: readonly Layer[] = [
    executionTimeout(slots, limits.timeout),
    atVersion(store, publishing, schemas, history),
    operationLimits.byCost,
    metering(limits),
    compiling(),
  ]
  const findClient = warningFinder(config.http.trust, log)
  const files = exporting === undefined ? null : fileAnswers(exporting, log, limits.exportsEach)
  const windows = limits.perMinute > 0 ? new Windows(limits.perMinute) : null
  const rates = new ReadRates(config.http.minReadRate, log)
  const recorders = [requestLog(log), metrics?.record, traces?.record].filter((each) => each !== undefined)
  metrics?.watchSlots(slots)
  const plugins: readonly (Plugin | false)[] = [
    // Request: every request
    useRequestContext(),
    useTarget({ '/data': dataPathRefusal(log), '/sdmx': sdmxPathRefusal(log) }),
    useMinReadRate(rates),
    usePreflight(allowsOrigin, log),
    // Routes for operators, which no limit applies to
    metrics !== null && config.metrics === null && useMetricsRoute(metrics),
    useHealth(),
    useReadiness(store, state),
    // Request: the client and its rate
    useKeys(actorOf, log),
    useClients(findClient),
    watchdog !== null && useWatchdog(watchdog),
    windows !== null && useRateLimit(limits.perMinute, windows),
    // Routes
    useExplorer(render, { config, isSigned: history !== null, log, folder: explorer }),
    useCharts(render, config.cache.maxAge),
    useEmbed(render, config.http, config.cache.maxAge),
    useOEmbed(render, config.http, config.cache.maxAge),
    useFeeds({ render, config, log }),
    useDocs(),
    introspection ? useSchemaFile(schemas) : withoutIntrospection,
    graphiql && useGraphiQL(),
    useHistory(history, log),
    useOpenApi(),
    files !== null && useExport(files, schemas, log, introspection),
    files !== null && useData(files, log),
    files !== null && useSdmx(files, log),
    config.http.mcp && useMcp({ fetch, maxBody: limits.body, allowsOrigin, log }),
    // Request: GraphQL
    cache.serve,
    useBody(maxBody),
    usePersisted(),
    // Execution
    useLimits(operationLimits, valid, store),
    useExecution(layers),
    useSubscriptions(store, schemas, config.subscribers, stopping, log, introspection),
    // Response
    useErrors(log, introspection),
    cache.store,
    useHeaders(limits.perMinute),
    config.http.cors !== null && useCors(allowsOrigin),
    useCompletion(recorders),
  ]
  const yoga = createYoga({
    schema: ({ request }) => schemas.forRequest(request),
    plugins: plugins.filter((plugin) => plugin !== false).map((plugin) => withMaskedRequestErrors(plugin, log)),
    logging: log,
    parserAndValidationCache: { documentCache: documents, errorCache },
    // Done by the plugins above.
    cors: false,
    maskedErrors: false,
    maxRequestBodySize: false,
    graphiql: false,
    landingPage: false,
    batching: false,
    multipart: false,
    healthCheckEndpoint: ' ', // Yoga answers 200 to every URL that ends in it, queries included
  })
  const { lookUp, finish } = cache
  const atOnce = answeringAtOnce(store, publishing, operationLimits, limits)
  const shared = { schemas, store, layers, documents, valid, watchdog }
  const direct = createDirect({ ...shared, atOnce, limits: operationLimits, finish })
  const front = createFront(
    { lookUp, direct, findClient, windows, rates, recorders, allowsOrigin },
    withoutMalformedHost(yoga),
  )
  const app: App = Object.assign(front, { fetch: yoga.fetch, dispose: () => yoga.dispose() })
  return app
}

const unavailable = async (): Promise<never> => {
  throw new Refusal('UNAVAILABLE', 'This server is read-only.')
}
const readOnly: Publishing = { importRelease: unavailable, retract: unavailable, view: unavailable }

const withoutIntrospection: Plugin = {
  onValidate({ addValidationRule }) {
    addValidationRule(NoSchemaIntrospectionCustomRule)
  },
}
