import { type GraphQLSchema, NoSchemaIntrospectionCustomRule } from 'graphql'
import { createYoga, type Plugin, type YogaServerInstance } from 'graphql-yoga'
import type { Logger } from 'pino'
import type { Config } from '../config.js'
import { hasScope } from '../domain/actor.js'
import { Refusal } from '../errors.js'
import type { Exporting } from '../export/export.js'
import type { Publishing } from '../graphql/builder.js'
import { Documents, noErrors } from './plugins/execution/documents.js'
import { useExecutionTimeout } from './plugins/execution/execution-timeout.js'
import { useJit } from './plugins/execution/jit.js'
import { useLimits } from './plugins/execution/limits.js'
import { useMetering } from './plugins/execution/metering.js'
import { ExecutionSlots } from './plugins/execution/slots.js'
import { useSubscriptions } from './plugins/execution/subscriptions.js'
import { type LiveStore, useView } from './plugins/execution/view.js'
import { useWatchdog, type Watchdog } from './plugins/execution/watchdog.js'
import { type FindActor, senderOf, useKeys } from './plugins/request/auth.js'
import { useBody } from './plugins/request/body.js'
import { useClients } from './plugins/request/client.js'
import { useCors } from './plugins/request/cors.js'
import { usePersisted } from './plugins/request/persisted.js'
import { useRate } from './plugins/request/rate-limit.js'
import { useReadRate } from './plugins/request/read-rate.js'
import { useRequestContext } from './plugins/request/request-context.js'
import { useTarget } from './plugins/request/target.js'
import { answerCache } from './plugins/response/cache.js'
import { useErrors } from './plugins/response/errors.js'
import { guarded } from './plugins/response/guard.js'
import { useHeaders } from './plugins/response/headers.js'
import { type Metrics, useMetrics } from './plugins/response/metrics.js'
import { useRequestLog } from './plugins/response/request-log.js'
import { type Traces, useTraces } from './plugins/response/traces.js'
import { useExplorer } from './routes/explorer.js'
import { useExport } from './routes/export.js'
import { useGraphiQL } from './routes/graphiql.js'
import { type State, useHealth, useReadiness } from './routes/health.js'
import { useSchemaFile } from './routes/schema-file.js'

const publisher = 64 // so many times the body that others may send: whole files

/** What answers requests: `app.fetch` without a port, `app` itself as the listener of a server of Node's. */
export type App = YogaServerInstance<object, object>

/** What an app is made of. */
export interface AppOptions {
  readonly store: LiveStore
  readonly schema: GraphQLSchema
  readonly config: Pick<Config, 'http' | 'metrics' | 'graphql' | 'limits' | 'cache' | 'subscribers'>
  readonly log: Logger
  /** What /readyz is to say before it asks the store. */
  readonly state?: () => State
  /** Who a key stands for; without it no key is accepted. */
  readonly actorOf?: FindActor
  /** What mutations do; without it there are none that could be made. */
  readonly publishing?: Publishing
  /** What makes files; without it /export is not there. */
  readonly exporting?: Exporting
  /** Where requests are counted; without it they are not, and there is no /metrics. */
  readonly metrics?: Metrics | null
  /** What watches the event loop. */
  readonly watchdog?: Watchdog | null
  /** Where a trace of each request goes. */
  readonly traces?: Traces | null
  /** The folder of the built explorer; without it, where the build puts it. */
  readonly explorer?: URL | undefined
  /** Ends subscriptions. */
  readonly stopping?: AbortSignal
}

/** The server without a port: a list of plugins in the order in which they see a request. */
export function createApp({
  store,
  schema,
  config,
  log,
  state = () => 'open',
  actorOf = async () => null,
  publishing = nothing,
  exporting,
  metrics = null,
  watchdog = null,
  traces = null,
  explorer,
  stopping = new AbortController().signal,
}: AppOptions): App {
  const { introspection, graphiql } = config.graphql
  const { limits } = config
  const slots = new ExecutionSlots({ ...limits, each: limits.executingEach })
  const cache = answerCache(store, config.cache)
  metrics?.watchSlots(slots)
  const plugins: readonly (Plugin | false)[] = [
    useRequestContext(),
    useTarget(),
    cache.keep,
    useRequestLog(log),
    useReadRate(config.http.leastRate, log),
    useHeaders(),
    config.http.cors !== null && useCors(config.http.cors.origins),
    metrics !== null && useMetrics(metrics, config.metrics === null),
    traces !== null && useTraces(traces),
    useHealth(),
    useReadiness(store, state),
    useKeys(actorOf, log),
    useClients(config.http.trust, log),
    watchdog !== null && useWatchdog(watchdog),
    limits.perMinute > 0 && useRate(limits.perMinute),
    useExplorer(explorer),
    introspection ? useSchemaFile(schema) : withoutIntrospection,
    graphiql && useGraphiQL(),
    exporting !== undefined && useExport(exporting, schema, log, introspection, limits.exportsEach),
    cache.give,
    useBody((request) => limits.body * (hasScope(senderOf(request), 'publish') ? publisher : 1)),
    usePersisted(),
    useJit(),
    useMetering(limits),
    useLimits(limits, store),
    useView(store, publishing),
    useSubscriptions(store, config.subscribers, stopping, log, introspection),
    useExecutionTimeout(slots, limits.timeout),
    useErrors(log, introspection),
  ]
  return createYoga({
    schema,
    plugins: plugins.filter((plugin) => plugin !== false).map((plugin) => guarded(plugin, log)),
    logging: log,
    parserAndValidationCache: { documentCache: new Documents(), errorCache: noErrors },
    // What is left out here is done by the plugins above.
    cors: false,
    maskedErrors: false,
    maxRequestBodySize: false,
    graphiql: false,
    landingPage: false,
    batching: false,
    multipart: false,
    // Yoga answers 200 to every address that ends so, a query of GraphQL included: none does.
    healthCheckEndpoint: ' ',
  })
}

const unavailable = async (): Promise<never> => {
  throw new Refusal('UNAVAILABLE', 'This server only reads.')
}
const nothing: Publishing = { importRelease: unavailable, retract: unavailable, view: unavailable }

const withoutIntrospection: Plugin = {
  onValidate({ addValidationRule }) {
    addValidationRule(NoSchemaIntrospectionCustomRule)
  },
}
