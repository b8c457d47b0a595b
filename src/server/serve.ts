import { createServer } from 'node:http'
import type { GraphQLSchema } from 'graphql'
import type { Logger } from 'pino'
import type { Config } from '../config.js'
import { notSigned } from '../domain/history-proof/figure-proof.js'
import { Refusal } from '../errors.js'
import { type Exporting, exporting } from '../export/export.js'
import type { Publishing } from '../graphql/builder.js'
import { importRelease } from '../import/importer.js'
import { findKey } from '../store/admin/keys.js'
import { type Database, openDatabase } from '../store/database/open.js'
import { retract } from '../store/ingest/retract.js'
import type { Pin } from '../store/query/pin.js'
import { Store } from '../store/query/store.js'
import { Connections } from './http/connections.js'
import { drain, listen } from './http/listen.js'
import type { LiveStore } from './plugins/execution/view.js'
import { Watchdog } from './plugins/execution/watchdog.js'
import { originForm } from './plugins/request/target.js'
import { eitherFinder, tokenFinder } from './plugins/request/tokens.js'
import { Metrics, metricsListener, type StoreGauges } from './plugins/response/metrics.js'
import { Traces } from './plugins/response/traces.js'
import type { State } from './routes/health.js'
import type { History } from './routes/history.js'
import { seedStore, shippedBy, startingFilled } from './seed.js'
import type { Signing } from './signing.js'
import type { Webhooks } from './webhooks.js'

export interface Running {
  readonly url: string
  close(): Promise<void>
}

/**
 * Listens at once, so that /healthz and /readyz respond while the store is being opened, and resolves when it is open and
 * seeded. Throws UNAVAILABLE if the port cannot be bound or the store cannot be opened.
 */
export async function serve(config: Config, log: Logger): Promise<Running> {
  const signing = config.signing && (await (await import('./signing.js')).prepareSigning(config.signing, log))
  const opening = open(config, log)
  opening.catch(() => {}) // thrown below
  // Loaded while the thread of the embedded store starts.
  const [{ createApp }, schema] = await Promise.all([import('./app.js'), loadSchema(config)])
  const gate = storeGate(log, config, signing)
  const stopping = new AbortController()
  const { findActor } = gate
  const actorOf = config.tokens === null ? findActor : eitherFinder(findActor, tokenFinder(config.tokens))
  const metrics = new Metrics()
  metrics.watch(gate.gauges)
  const watchdog = new Watchdog({ log, format: config.log.format, registry: metrics.registry })
  const traces = config.traces === null ? null : new Traces(config.traces, log)
  const app = createApp({
    store: gate.store,
    schema,
    config,
    log,
    state: () => gate.state,
    actorOf,
    publishing: gate.store,
    exporting: gate.exporting,
    history: gate.history,
    metrics,
    watchdog,
    traces,
    stopping: stopping.signal,
  })
  const metricsServer = config.metrics === null ? null : createServer(metricsListener(metrics))
  const server = createServer((request, response) => {
    if (gate.state === 'draining') response.setHeader('connection', 'close')
    connections.begin(request, response)
    request.url = originForm(request.url ?? '/') // RFC 9112: a server accepts the absolute form, too
    return app(request, response)
  })
  const connections = new Connections(server)
  // Longer than the minute for which proxies keep connections, so that they do not send into a closed one.
  server.keepAliveTimeout = 65_000
  server.headersTimeout = 30_000
  server.requestTimeout = 120_000
  let webhooks: Webhooks | null = null
  const close = async (): Promise<void> => {
    gate.state = 'draining'
    stopping.abort()
    await Promise.all([drain(server, connections.inFlight()), webhooks?.close()])
    await app.dispose()
    await traces?.close()
    metricsServer?.close()
    metricsServer?.closeAllConnections()
    await watchdog.close()
    await gate.stopSigning()
    const database = await opening.catch(() => null)
    await database?.close()
  }
  try {
    const url = await listen(server, config.http)
    log.info(`listening at ${url}, opening the store`)
    if (metricsServer !== null && config.metrics !== null)
      log.info(`metrics at ${await listen(metricsServer, config.metrics, 'METRICS_PORT')}/metrics`)
    const database = await opening
    const shipped = shippedBy(config.seed)
    if (shipped !== null) await seedStore(database, log, shipped)
    await database.listen()
    connections.limit(log)
    gate.open(database)
    if (config.webhooks.deliver) {
      const { startWebhooks } = await import('./webhooks.js')
      const { registry } = metrics
      webhooks = startWebhooks({ database, store: gate.store, config: config.webhooks, log, registry })
    }
    const { snapshot } = await gate.store.view()
    if (config.defaultDataset !== null && snapshot.defaultDataset === null)
      log.warn({ dataset: config.defaultDataset }, 'DEFAULT_DATASET names no dataset of the store, and has no effect')
    log.info({ version: snapshot.version }, `ready at ${url}/graphql`)
    return { url, close }
  } catch (error) {
    await close()
    throw error
  }
}

async function loadSchema({ graphql }: Pick<Config, 'graphql'>): Promise<GraphQLSchema> {
  if (graphql.federation) return (await import('../graphql/federation/subgraph.js')).subgraph
  return (await import('../graphql/schema.js')).schema
}

interface Opened {
  readonly database: Database
  readonly store: Store
  readonly signed: ReturnType<Signing['start']> | null
}

/** Forwards to the store once it is open, and throws UNAVAILABLE before. */
function storeGate(
  log: Logger,
  { defaultDataset, columns }: Pick<Config, 'defaultDataset' | 'columns'>,
  signing: Signing | null,
) {
  let opened: Opened | null = null
  const get = () => {
    if (opened === null) throw new Refusal('UNAVAILABLE', 'The store is being opened. Retry in a moment.')
    return opened
  }
  const notRecorded = (err: unknown): void => log.warn({ err }, 'could not record when a key was used')
  const notLoaded = (err: unknown): void =>
    log.warn({ err }, 'could not load figures into memory; they are read by SQL')
  const store: LiveStore & Publishing = {
    view: async (signal?: AbortSignal | null, pin?: Pin | null) => get().store.view(signal, pin),
    inMemory: () => opened?.store.inMemory() ?? null,
    known: () => opened?.store.known() ?? null,
    ask: async () => get().store.ask(),
    get staleSince() {
      return opened?.store.staleSince ?? null
    },
    published: async (since, signal) => get().store.published(since, signal),
    importRelease: async ({ head, ...request }) =>
      importRelease(get().database, { ...request, head: { ...head, dataset: head.dataset ?? defaultDataset } }),
    retract: async (code, reason) => retract(get().database, code, reason),
  }
  const exports = (): Exporting => exporting(get().database, get().store)
  const files: Exporting = {
    snapshot: async (pin) => exports().snapshot(pin),
    open: async (request, signal) => exports().open(request, signal),
    openSdmx: async (answer, signal) => exports().openSdmx(answer, signal),
  }
  const signed = () => {
    const { signed: started } = get()
    if (started === null) throw notSigned()
    return started.history
  }
  const history: History | null = signing && {
    verifier: signing.verifier,
    checkpoint: async (size) => signed().checkpoint(size),
    consistency: async (first, second) => signed().consistency(first, second),
    leaves: async (from, most) => signed().leaves(from, most),
    proof: async (view, name) => signed().proof(view, name),
  }
  return {
    state: 'starting' as State,
    store,
    history,
    exporting: files,
    findActor: async (key: string) => findKey(get().database, key, notRecorded),
    gauges(): StoreGauges | null {
      if (opened === null) return null
      const { database, store } = opened
      const { pool, versions, waiting } = database
      const { totalCount, idleCount, waitingCount } = pool
      return {
        store_version: versions.newest.version,
        pool_used: totalCount - idleCount,
        pool_idle: idleCount,
        pool_waiting: waitingCount + waiting(),
        columns_bytes: store.blocks?.bytes ?? 0,
      }
    },
    open(database: Database): void {
      const store = new Store(database, defaultDataset, { ...columns, failed: notLoaded })
      opened = { database, store, signed: signing?.start(database) ?? null }
      this.state = 'open'
    },
    stopSigning: async (): Promise<void> => opened?.signed?.close(),
  }
}

async function open({ location, seed }: Config, log: Logger): Promise<Database> {
  try {
    const filled = startingFilled(location, shippedBy(seed))
    return await openDatabase(filled.kind === 'folder' ? { ...filled, beside: 'share' } : filled)
  } catch (error) {
    if (error instanceof Refusal) throw error
    log.error({ err: error }, 'the store could not be opened')
    throw new Refusal('UNAVAILABLE', `The store could not be opened: ${error instanceof Error ? error.message : error}`)
  }
}
