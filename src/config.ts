import { isIP } from 'node:net'
import { totalmem } from 'node:os'
import { isSignerName } from './domain/history-proof/signed-note.js'
import { excerpt, listBounds, textFault } from './domain/input-bounds.js'
import { Refusal } from './errors.js'
import { originPattern } from './lib/origin-pattern.js'
import { addressFaults, isAddress } from './store/database/address.js'
import type { Location } from './store/database/open.js'

export type Trust = { readonly proxies: number } | { readonly addresses: readonly string[] }

/** The configuration of a server; `settings` documents each value. A feature that is not configured is null. */
export type Config = ReturnType<typeof readConfig>
export type Limits = Config['limits']
export type Issuer = NonNullable<Config['tokens']>

type Parse<T> = (text: string) => T | undefined

const whole =
  (least: number, most = 2 ** 31 - 1): Parse<number> =>
  (text) =>
    /^\d+$/.test(text) && Number(text) >= least && Number(text) <= most ? Number(text) : undefined

const oneOf =
  <T extends string>(values: readonly T[]): Parse<T> =>
  (text) =>
    values.find((value) => value === text)

const size = whole(1024, 2 ** 28)
const boolean: Parse<boolean> = (text) => ({ true: true, false: false })[text]
const seeding: Parse<boolean | 'annual'> = (text) => (text === 'annual' ? text : boolean(text))
const anyText: Parse<string> = (text) => text
const signerName: Parse<string> = (text) => (isSignerName(text) ? text : undefined)
const host: Parse<string> = (text) => (/[\s/]/.test(text) ? undefined : text)
const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
const formats = ['text', 'json'] as const

const setting = <T, D extends string | null>(unset: D, parse: Parse<T>, allowed: string) => ({ unset, parse, allowed })

export const settings = {
  PORT: setting('4000', whole(0, 65_535), 'a whole number from 0 to 65535; 0 selects a free port'),
  HOST: setting('127.0.0.1', host, 'the name or address to listen on; 0.0.0.0 is every address'),
  METRICS_PORT: setting(null, whole(1, 65_535), 'a port for /metrics alone, from 1 to 65535; unset, it is at PORT'),
  METRICS_HOST: setting('127.0.0.1', host, 'the name or address that METRICS_PORT listens on'),
  DATABASE_URL: setting(
    null,
    serverUrl,
    'postgresql://USER:PASSWORD@HOST:PORT/DATABASE, also with several HOST:PORT as in libpq; unset, the store is embedded',
  ),
  DATABASE_REPLICA_URLS: setting(
    null,
    serverUrls,
    'the URLs of replicas of DATABASE_URL, for reads: separated by spaces, or a JSON list',
  ),
  STALE_READS: setting(
    '60',
    whole(0, 86_400),
    'the seconds for which replicas are read at the last known version while the server of DATABASE_URL does not answer',
  ),
  DATA_DIR: setting('./data', anyText, 'the folder of the embedded store'),
  SEED: setting(
    'true',
    seeding,
    'true, annual or false: the shipped data, its annual releases or nothing in an empty store',
  ),
  DEFAULT_DATASET: setting(null, anyText, 'the code of the dataset of queries and imports that name none'),
  LOG_LEVEL: setting('info', oneOf(levels), `one of ${levels.join(', ')}`),
  LOG_FORMAT: setting('text', oneOf(formats), 'text or json: one line or one JSON object per event'),
  INTROSPECTION: setting('true', boolean, 'true or false: allow introspection and /schema.graphql'),
  GRAPHIQL: setting('true', boolean, 'true or false: serve GraphiQL to browsers at /graphql'),
  MCP: setting('true', boolean, 'true or false: serve the Model Context Protocol at /mcp'),
  FEDERATION: setting('false', boolean, 'true or false: be a subgraph of Apollo Federation'),
  CACHE_BYTES: setting('33554432', whole(0, 2 ** 40), 'the bytes of responses cached in memory; 0 disables the cache'),
  COLUMNS_BYTES: setting(
    null,
    whole(0, 2 ** 40),
    'the bytes of figures kept in memory; 0 keeps none, unset it is a fifth of the memory',
  ),
  CACHE_MAX_AGE: setting('10', whole(0, 31_536_000), 'the seconds for which browsers and proxies may cache a response'),
  WORKERS: setting('1', whole(1, 256), 'the number of processes, from 1 to 256; more than 1 needs DATABASE_URL'),
  MAX_SUBSCRIBERS: setting('1000', whole(0, 1_000_000), 'the maximum number of subscriptions per process'),
  MAX_SUBSCRIBERS_PER_CLIENT: setting('100', whole(0, 1_000_000), 'the maximum number of subscriptions per client'),
  MAX_EXPORTS_PER_CLIENT: setting('2', whole(1), 'the maximum number of concurrent exports per client, from 1'),
  MIN_READ_RATE: setting('8192', whole(0), 'the bytes per second that a client must read; 0 for no minimum'),
  CORS_ORIGINS: setting(
    null,
    origins,
    'a comma-separated list of origins as in https://example.org, https://*.example.org or http://localhost:*, or *',
  ),
  EMBED_ORIGINS: setting(
    '*',
    embedders,
    'a comma-separated list of origins as in https://example.org whose pages may frame /embed, * or none',
  ),
  TRUST_PROXY: setting(null, trust, 'the number of proxies in front, or a list of their addresses or ranges'),
  RATE_LIMIT_PER_MINUTE: setting(
    '6000',
    whole(0),
    'the maximum number of requests per client and minute; 0 for no limit',
  ),
  MAX_BODY_BYTES: setting('1048576', size, 'the maximum bytes of a request, 64 times that for publishers'),
  MAX_QUERY_TOKENS: setting('4000', whole(100), 'the maximum number of tokens of a query, from 100'),
  MAX_QUERY_DEPTH: setting('15', whole(1), 'the maximum number of levels of fields of a query, from 1'),
  MAX_QUERY_FIELDS: setting('1000', whole(1), 'the maximum number of fields of a query, fragments expanded, from 1'),
  MAX_QUERY_ALIASES: setting('100', whole(0), 'the maximum number of aliases of a query'),
  MAX_QUERY_DIRECTIVES: setting('50', whole(0), 'the maximum number of directives of a query'),
  MAX_QUERY_COST: setting('250000', whole(100), 'the highest estimated cost of a query, from 100'),
  MAX_ANSWER_VALUES: setting('500000', whole(1000), 'the maximum number of values of a response, from 1000'),
  MAX_ANSWER_BYTES: setting('16777216', size, 'the maximum bytes of a response, from 1024 to 268435456'),
  MAX_EXECUTING: setting('64', whole(1), 'the maximum number of concurrent queries, from 1'),
  MAX_WAITING: setting('1000', whole(0), 'the maximum number of queries that wait'),
  MAX_EXECUTING_PER_CLIENT: setting('8', whole(1), 'the maximum number of concurrent queries per client, from 1'),
  QUERY_TIMEOUT_MS: setting('10000', whole(10), 'the time limit of a query in milliseconds, from 10'),
  PUBLIC_URL: setting(
    null,
    publicOrigin,
    'the address at which readers reach the server, for links in webhooks, feeds and catalogues: https://figures.example.org',
  ),
  WEBHOOKS: setting('true', boolean, 'true or false: deliver events to webhooks'),
  WEBHOOKS_LOCAL: setting(
    null,
    ranges,
    'a comma-separated list of local addresses or ranges to which webhooks may be sent, also by http',
  ),
  AUTH_JWT_JWKS_URL: setting(null, keySetUrl, 'the https URL of the keys that verify tokens, or http on this machine'),
  AUTH_JWT_ISSUER: setting(null, anyText, 'the issuer of tokens (iss)'),
  AUTH_JWT_AUDIENCE: setting(null, anyText, 'the audience of tokens (aud)'),
  SIGNING_KEY: setting(null, anyText, 'the file of the key that signs the history'),
  SIGNING_ORIGIN: setting(
    null,
    signerName,
    'the name of the signed history, such as stats.example.org/history: no spaces and no "+"',
  ),
  OTEL_EXPORTER_OTLP_ENDPOINT: setting(null, tracesUrl, 'http://HOST:PORT of a collector of traces (OTLP, JSON)'),
} as const

type Name = keyof typeof settings
type Value<N extends Name> =
  | Exclude<ReturnType<(typeof settings)[N]['parse']>, undefined>
  | (null extends (typeof settings)[N]['unset'] ? null : never)

/** Reads the configuration from the environment. Throws BAD_USER_INPUT with all faults, one per line. */
export function readConfig(env: NodeJS.ProcessEnv) {
  const faults: string[] = []
  const isSet = (name: Name): boolean => (env[name]?.trim() ?? '') !== ''
  const read = <N extends Name>(name: N): Value<N> => {
    const { unset, allowed, parse } = settings[name]
    const text = env[name]?.trim() || unset
    if (text === null) return null as Value<N>
    const value = textFault(text, 'setting') === null ? parse(text) : undefined
    const found = /_URLS?$|_ENDPOINT$/.test(name) ? withoutPassword(text) : `"${excerpt(text)}"`
    if (value === undefined) faults.push(`${name} is ${found}. It must be ${allowed}.`)
    return value as Value<N> // an invalid value is not returned: the faults are thrown below
  }
  const workers = read('WORKERS')
  const metricsPort = read('METRICS_PORT')
  const metricsHost = read('METRICS_HOST')
  const config = {
    location: readLocation(),
    seed: read('SEED'),
    defaultDataset: read('DEFAULT_DATASET'),
    http: {
      host: read('HOST'),
      port: read('PORT'),
      cors: read('CORS_ORIGINS'),
      embed: read('EMBED_ORIGINS'),
      mcp: read('MCP'),
      minReadRate: read('MIN_READ_RATE'),
      trust: read('TRUST_PROXY'),
    },
    metrics: metricsPort === null ? null : { host: metricsHost, port: metricsPort },
    log: { level: read('LOG_LEVEL'), format: read('LOG_FORMAT') },
    graphql: { introspection: read('INTROSPECTION'), graphiql: read('GRAPHIQL'), federation: read('FEDERATION') },
    limits: {
      body: read('MAX_BODY_BYTES'),
      tokens: read('MAX_QUERY_TOKENS'),
      depth: read('MAX_QUERY_DEPTH'),
      fields: read('MAX_QUERY_FIELDS'),
      aliases: read('MAX_QUERY_ALIASES'),
      directives: read('MAX_QUERY_DIRECTIVES'),
      cost: read('MAX_QUERY_COST'),
      values: read('MAX_ANSWER_VALUES'),
      bytes: read('MAX_ANSWER_BYTES'),
      timeout: read('QUERY_TIMEOUT_MS'),
      executing: read('MAX_EXECUTING'),
      waiting: read('MAX_WAITING'),
      executingEach: read('MAX_EXECUTING_PER_CLIENT'),
      exportsEach: read('MAX_EXPORTS_PER_CLIENT'),
      perMinute: read('RATE_LIMIT_PER_MINUTE'),
    },
    webhooks: { deliver: read('WEBHOOKS'), local: read('WEBHOOKS_LOCAL') ?? [], origin: read('PUBLIC_URL') },
    tokens: readTokens(),
    signing: readSigning(),
    traces: read('OTEL_EXPORTER_OTLP_ENDPOINT'),
    workers,
    columns: {
      bytes: read('COLUMNS_BYTES') ?? Math.floor(memory() / 5 / (workers ?? 1)),
      after: readsBeforeLoading,
    },
    subscribers: { all: read('MAX_SUBSCRIBERS'), each: read('MAX_SUBSCRIBERS_PER_CLIENT') },
    cache: { bytes: read('CACHE_BYTES'), maxAge: read('CACHE_MAX_AGE') },
  }
  if (config.workers > 1 && !isSet('DATABASE_URL'))
    faults.push(
      `WORKERS is "${config.workers}", but the embedded store belongs to one process. Write 1, or name a server with DATABASE_URL.`,
    )
  if (faults.length > 0) throw new Refusal('BAD_USER_INPUT', faults.join('\n'))
  return config

  function readSigning(): { readonly key: string; readonly origin: string | null } | null {
    const [key, origin] = [read('SIGNING_KEY'), read('SIGNING_ORIGIN')]
    if (key === null && isSet('SIGNING_ORIGIN'))
      faults.push('SIGNING_ORIGIN needs SIGNING_KEY, the file of the key that signs.')
    return key === null ? null : { key, origin }
  }

  function readLocation(): Location {
    const url = read('DATABASE_URL')
    const replicas = read('DATABASE_REPLICA_URLS') ?? undefined
    const staleReads = read('STALE_READS')
    const path = read('DATA_DIR')
    faults.push(...addressFaults(url ?? null, replicas))
    if (replicas && !isSet('DATABASE_URL'))
      faults.push('DATABASE_REPLICA_URLS is set, but DATABASE_URL, the server that they follow, is not. Set both.')
    if (!url) return { kind: 'folder', path }
    return { kind: 'server', url, ...(replicas && { replicas, staleReads }) }
  }

  function readTokens() {
    const names = ['AUTH_JWT_JWKS_URL', 'AUTH_JWT_ISSUER', 'AUTH_JWT_AUDIENCE'] as const
    const missing = names.filter((name) => !isSet(name))
    if (missing.length === names.length) return null
    for (const name of missing)
      faults.push(`${name} is unset. It must be ${settings[name].allowed}; the three settings of tokens go together.`)
    const [jwks = '', issuer = '', audience = ''] = names.map((name) => read(name) ?? '')
    return { jwks, issuer, audience }
  }
}

/** A metric that is read this often is loaded into memory. */
const readsBeforeLoading = 3

/** The memory that the process may use, in bytes. */
const memory = (): number => Math.min(totalmem(), process.constrainedMemory() || totalmem())

function listOf(text: string, isValid: (item: string) => boolean): string[] | undefined {
  const items = text.split(',').map((item) => item.trim())
  return items.length <= listBounds.addresses && items.every(isValid) ? items : undefined
}

function isRange(text: string): boolean {
  const [, ip = '', length = '0'] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text) ?? []
  return isIP(ip) > 0 && Number(length) <= (isIP(ip) === 4 ? 32 : 128)
}

function serverUrl(text: string): string | undefined {
  return isAddress(text) ? text : undefined
}

function serverUrls(text: string): string[] | undefined {
  // A comma separates hosts within a URL, and URLs only where the next one begins.
  const urls = text.startsWith('[') ? jsonList(text) : text.split(/\s+|,\s*(?=postgres(?:ql)?:)/)
  return urls !== undefined && urls.length <= listBounds.addresses && urls.every(isAddress) ? urls : undefined
}

function jsonList(text: string): string[] | undefined {
  try {
    const list: unknown = JSON.parse(text)
    return Array.isArray(list) && list.every((each) => typeof each === 'string') ? list : undefined
  } catch {
    return undefined
  }
}

function origins(text: string): string[] | undefined {
  return text === '*' ? [text] : listOf(text, (each) => each !== '*' && originPattern(each) !== undefined)
}

function embedders(text: string): string[] | undefined {
  return text === 'none' ? [] : origins(text)
}

function trust(text: string): Trust | undefined {
  if (/^\d$/.test(text)) return { proxies: Number(text) }
  const addresses = ranges(text)
  return addresses && { addresses }
}

function ranges(text: string): string[] | undefined {
  return listOf(text, isRange)
}

function publicOrigin(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined
  const { protocol, origin, href } = new URL(text)
  return /^https?:$/.test(protocol) && href === `${origin}/` ? origin : undefined
}

function keySetUrl(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined
  const { protocol, hostname, username, password } = new URL(text)
  const isLocal = protocol === 'http:' && /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname)
  return (protocol === 'https:' || isLocal) && username === '' && password === '' ? text : undefined
}

function tracesUrl(text: string): string | undefined {
  if (!/^https?:\/\//.test(text) || !URL.canParse(text)) return undefined
  const { username, password } = new URL(text)
  return username === '' && password === '' ? `${text.replace(/\/$/, '')}/v1/traces` : undefined
}

// Any part of a malformed URL may be a password.
function withoutPassword(text: string): string {
  const [scheme] = /^[a-z][a-z0-9+.-]*:/i.exec(text) ?? []
  return scheme === undefined ? 'not a URL' : `a URL that begins with "${scheme}"`
}
