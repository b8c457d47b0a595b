import { type GraphQLSchema, NoSchemaIntrospectionCustomRule } from 'graphql'
import { createYoga, type Plugin, type YogaServerInstance } from 'graphql-yoga'
import type { Logger } from 'pino'
import type { Config } from '../config.js'
import { hasScope } from '../domain/actor.js'
import { Refusal } from '../errors.js'
import type { Publishing } from '../graphql/builder.js'
import { type FindActor, senderOf, useKeys } from './auth.js'
import { useBody } from './body.js'
import { useCache } from './cache.js'
import { useErrors } from './errors.js'
import { useGraphiQL } from './graphiql.js'
import { guarded } from './guard.js'
import { type State, useHealth, useReadiness } from './health.js'
import { useJit } from './jit.js'
import { usePersisted } from './persisted.js'
import { useRequestLog } from './requests.js'
import { useRoute } from './route.js'
import { useSchemaFile } from './schema-file.js'
import { useSubscriptions } from './subscriptions.js'
import { useView, type ViewSource } from './view.js'

const maxBody = 1_048_576
const maxRelease = 64 * maxBody // who may publish sends whole files

/** What answers requests: `app.fetch` without a port, `app` itself as the listener of a server of Node's. */
export type App = YogaServerInstance<object, object>

/** What an app is made of. */
export interface AppOptions {
  readonly store: ViewSource
  readonly schema: GraphQLSchema
  readonly config: Pick<Config, 'http' | 'graphql' | 'cache' | 'subscribers'>
  readonly log: Logger
  /** What /readyz is to say before it asks the store. */
  readonly state?: () => State
  /** Who a key stands for; without it no key is accepted. */
  readonly actorOf?: FindActor
  /** What mutations do; without it there are none that could be made. */
  readonly publishing?: Publishing
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
  stopping = new AbortController().signal,
}: AppOptions): App {
  const { introspection, graphiql } = config.graphql
  const plugins: readonly (Plugin | false)[] = [
    useRequestLog(log),
    useHealth(),
    useReadiness(store, state),
    useRoute('/', () => ({ status: 302, headers: { location: '/graphql' }, body: null })),
    introspection ? useSchemaFile(schema) : withoutIntrospection,
    graphiql && useGraphiQL(),
    useCache(store, config.cache),
    useKeys(actorOf, log),
    useBody((request) => (hasScope(senderOf(request), 'publish') ? maxRelease : maxBody)),
    usePersisted(),
    useJit(),
    useView(store, publishing),
    useSubscriptions(store, config.subscribers, stopping, log),
    useErrors(log),
  ]
  const { cors } = config.http
  return createYoga({
    schema,
    plugins: plugins.filter((plugin) => plugin !== false).map((plugin) => guarded(plugin, log)),
    cors: cors === null ? false : { origin: [...cors.origins], credentials: false },
    logging: log,
    // What is left out here is done by the plugins above.
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
