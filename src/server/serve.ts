import { createServer, type Server, type ServerResponse } from 'node:http'
import { type AddressInfo, Server as NetServer } from 'node:net'
import type { Logger } from 'pino'
import type { Config } from '../config.js'
import type { Actor } from '../domain/actor.js'
import { Refusal } from '../errors.js'
import { type Exporting, exporting } from '../export/export.js'
import type { Publishing } from '../graphql/builder.js'
import type { ImportRequest } from '../import/importer.js'
import { findKey } from '../store/admin/keys.js'
import { type Database, openDatabase } from '../store/database/open.js'
import type { IngestReport } from '../store/ingest/ingest.js'
import type { Retraction } from '../store/ingest/retract.js'
import type { Published } from '../store/query/published.js'
import { Store } from '../store/query/store.js'
import { boundConnections } from './http/connections.js'
import type { LiveStore } from './plugins/execution/view.js'
import { Watchdog } from './plugins/execution/watchdog.js'
import { originForm } from './plugins/request/target.js'
import { eitherFinder, tokenFinder } from './plugins/request/tokens.js'
import { Metrics, metricsListener, type StoreGauges } from './plugins/response/metrics.js'
import { Traces } from './plugins/response/traces.js'
import { publishing } from './publishing.js'
import type { State } from './routes/health.js'
import { seedStore } from './seed.js'

/** A server that answers. */
export interface Running {
  /** Where, with the port that was taken. */
  readonly url: string
  /** Takes no more requests, finishes those in flight, and closes the store. */
  close(): Promise<void>
}

const patience = 10_000
const lull = 500

/**
 * Listens at once, so that /healthz and /readyz answer while the store is being opened and filled, and is there when
 * it has been. UNAVAILABLE where the port or the store cannot be had.
 */
export async function serve(config: Config, log: Logger): Promise<Running> {
  const opening = open(config, log)
  opening.catch(() => {}) // told below
  // Half of what is loaded is theirs: the embedded store's thread starts meanwhile.
  const [{ createApp }, { schema }] = await Promise.all([import('./app.js'), import('../graphql/schema.js')])
  const gate = new Gate(log)
  const stopping = new AbortController()
  const keys = gate.actor.bind(gate)
  const actorOf = config.tokens === null ? keys : eitherFinder(keys, tokenFinder(config.tokens))
  const metrics = new Metrics()
  metrics.watch(() => gate.gauges())
  const watchdog = new Watchdog({ log, format: config.log.format, registry: metrics.registry })
  const traces = config.traces === null ? null : new Traces(config.traces.url, log)
  const app = createApp({
    store: gate,
    schema,
    config,
    log,
    state: () => gate.state,
    actorOf,
    publishing: gate,
    exporting: gate.exporting,
    metrics,
    watchdog,
    traces,
    stopping: stopping.signal,
  })
  const own = config.metrics === null ? null : createServer(metricsListener(metrics))
  const inFlight = new Set<ServerResponse>()
  const server = createServer((request, response) => {
    if (gate.state === 'draining') response.setHeader('connection', 'close')
    inFlight.add(response.once('close', () => inFlight.delete(response)))
    // In the form that is sent to a proxy; RFC 9112 has every server accept it.
    request.url = originForm(request.url ?? '/')
    return app(request, response)
  })
  // A proxy in front keeps connections for a minute: were ours to end first, it would send into closed ones.
  server.keepAliveTimeout = 65_000
  server.headersTimeout = 30_000
  server.requestTimeout = 120_000
  const close = async (): Promise<void> => {
    gate.state = 'draining'
    stopping.abort()
    await drain(server, inFlight)
    await app.dispose()
    await traces?.close()
    own?.close()
    own?.closeAllConnections()
    await watchdog.close()
    await opening.then(
      (database) => database.close(),
      () => {}, // there is none
    )
  }
  try {
    const url = await listen(server, config.http)
    log.info(`listening at ${url}, opening the store`)
    if (own !== null && config.metrics !== null)
      log.info(`metrics at ${await listen(own, config.metrics, 'METRICS_PORT')}/metrics`)
    const database = await opening
    if (config.seed) await seedStore(database, log)
    await database.listen()
    boundConnections(server, (socket) => [...inFlight].some((response) => response.socket === socket), log)
    gate.open(database)
    const { snapshot } = await gate.view()
    log.info({ version: snapshot.version }, `ready at ${url}/graphql`)
    return { url, close }
  } catch (error) {
    await close()
    throw error
  }
}

interface Opened {
  readonly database: Database
  readonly store: Store
  readonly publishing: Publishing
  readonly exporting: Exporting
}

/** The store and its keys, as soon as there is one. */
class Gate implements LiveStore, Publishing {
  state: State = 'starting'
  readonly exporting: Exporting = {
    version: async () => this.#held().exporting.version(),
    open: async (request, signal) => this.#held().exporting.open(request, signal),
  }
  readonly #log: Logger
  #opened: Opened | null = null

  constructor(log: Logger) {
    this.#log = log
  }

  open(database: Database): void {
    const store = new Store(database)
    this.#opened = {
      database,
      store,
      publishing: publishing(database, store),
      exporting: exporting(database, store),
    }
    this.state = 'open'
  }

  async view(signal?: AbortSignal): ReturnType<Store['view']> {
    return this.#held().store.view(signal)
  }

  known(): number | null {
    return this.#opened?.store.known() ?? null
  }

  async published(since: number | null, signal: AbortSignal): Promise<AsyncIterable<Published>> {
    return this.#held().store.published(since, signal)
  }

  async ask(): Promise<number> {
    return this.#held().store.ask()
  }

  async importRelease(request: ImportRequest): Promise<IngestReport> {
    return this.#held().publishing.importRelease(request)
  }

  async retract(code: string, reason: string): Promise<Retraction> {
    return this.#held().publishing.retract(code, reason)
  }

  async actor(key: string): Promise<Actor | null> {
    const failed = (err: unknown): void => this.#log.warn({ err }, 'could not record when a key was used')
    return findKey(this.#held().database, key, failed)
  }

  gauges(): StoreGauges | null {
    if (this.#opened === null) return null
    const { database } = this.#opened
    const { totalCount, idleCount, waitingCount } = database.pool
    const waiting = waitingCount + database.waiting()
    return { version: database.versions.newest, used: totalCount - idleCount, idle: idleCount, waiting }
  }

  #held(): Opened {
    if (this.#opened === null) throw new Refusal('UNAVAILABLE', 'The store is being opened: ask again in a moment.')
    return this.#opened
  }
}

async function open({ location }: Config, log: Logger): Promise<Database> {
  try {
    return await openDatabase(location)
  } catch (error) {
    if (error instanceof Refusal) throw error
    log.error({ err: error }, 'the store could not be opened')
    throw new Refusal('UNAVAILABLE', `The store could not be opened: ${error instanceof Error ? error.message : error}`)
  }
}

function listen(
  server: Server,
  { host, port }: Pick<Config['http'], 'host' | 'port'>,
  setting = 'PORT',
): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = ({ code, message }: NodeJS.ErrnoException): void => {
      const advice = `Stop what has it, or choose another with ${setting}.`
      const why = code === 'EADDRINUSE' ? `is in use by another process. ${advice}` : `cannot be had: ${message}.`
      reject(new Refusal('UNAVAILABLE', `Port ${port} of ${host} ${why}`))
    }
    server.once('error', fail)
    server.listen(port, host, () => {
      server.off('error', fail).on('error', () => {}) // of a connection that could not be accepted
      const { address, family, port } = server.address() as AddressInfo
      resolve(`http://${family === 'IPv6' ? `[${address}]` : address}:${port}`)
    })
  })
}

/**
 * Waits for the requests in flight, though not for ever: a client may never read or send the rest of its own. Who has a
 * connection and asks at this very moment is still answered, and told that it was the last on that connection.
 */
async function drain(server: Server, inFlight: Iterable<ServerResponse>): Promise<void> {
  for (const response of inFlight) if (!response.headersSent) response.setHeader('connection', 'close')
  // Not the server's own `close`: that cuts off idle connections at once, with requests on their way to us.
  const closed = new Promise<void>((resolve) => NetServer.prototype.close.call(server, () => resolve()))
  let sweep: NodeJS.Timeout | undefined
  const quiet = setTimeout(() => {
    server.closeIdleConnections()
    sweep = setInterval(() => server.closeIdleConnections(), 100)
  }, lull)
  const impatient = setTimeout(() => server.closeAllConnections(), patience)
  await closed
  clearTimeout(quiet)
  clearInterval(sweep)
  clearTimeout(impatient)
}
