import { collector, cors, few, published, type Trust, trust } from './config-values.js'
import { excerpt, textFault } from './domain/input-bounds.js'
import { Refusal } from './errors.js'
import { addressFaults } from './store/database/address.js'
import type { Location } from './store/database/open.js'

export type { Trust }

const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
const formats = ['text', 'json'] as const

/** What the environment asks for; a feature that it leaves out is null. */
export interface Config {
  readonly location: Location
  /** Whether an empty store is filled with the shipped releases. */
  readonly seed: boolean
  readonly http: {
    readonly host: string
    /** 0 takes any that is free. */
    readonly port: number
    readonly cors: { readonly origins: readonly string[] } | null
    /** The least bytes of an answer that a client takes in a second; 0 sets no rate. */
    readonly leastRate: number
    /** Whose word on who asks is taken: so many proxies in front, or those of these addresses. */
    readonly trust: Trust | null
  }
  /** The address of a port for the metrics alone; null where they share that of everything else. */
  readonly metrics: { readonly host: string; readonly port: number } | null
  readonly log: { readonly level: (typeof levels)[number]; readonly format: (typeof formats)[number] }
  readonly graphql: { readonly introspection: boolean; readonly graphiql: boolean }
  readonly limits: Limits
  /** How many processes serve. */
  readonly workers: number
  /** The most subscriptions of a process, and of one client. */
  readonly subscribers: { readonly all: number; readonly each: number }
  /** Finished answers: how many bytes are kept in memory, and for how many seconds others may keep one. */
  readonly cache: { readonly bytes: number; readonly maxAge: number }
  /** Whose tokens are accepted beside keys. */
  readonly tokens: Issuer | null
  /** Where traces are sent. */
  readonly traces: { readonly url: string } | null
}

/** Who makes tokens, for whom, and where the keys to check them by are published. */
export interface Issuer {
  readonly jwks: string
  readonly issuer: string
  readonly audience: string
}

/** What is the most of everything. */
export interface Limits {
  /** Bytes of a body. */
  readonly body: number
  readonly tokens: number
  readonly depth: number
  readonly fields: number
  readonly aliases: number
  readonly directives: number
  /** The estimate of a query, about one for each value of its answer. */
  readonly cost: number
  /** Objects, lists and scalars of an answer. */
  readonly values: number
  /** Bytes of an answer, before it is compressed. */
  readonly bytes: number
  /** Milliseconds of a query. */
  readonly timeout: number
  /** Queries at once. */
  readonly executing: number
  readonly waiting: number
  /** Queries of one client at once. */
  readonly executingEach: number
  /** Files of one client at once. */
  readonly exportsEach: number
  /** Requests of one client in a minute; 0 counts none. */
  readonly perMinute: number
}

/** Every setting: what stands for it where it is unset or empty, and what may be written. */
export const settings = {
  PORT: { unset: '4000', right: 'a whole number from 0 to 65535; 0 takes any port that is free' },
  HOST: { unset: '127.0.0.1', right: 'the name or address to listen on; 0.0.0.0 is every address of this machine' },
  METRICS_PORT: { unset: null, right: 'the port of /metrics alone, from 1 to 65535; unset, it is at PORT' },
  METRICS_HOST: { unset: '127.0.0.1', right: 'the name or address to listen on there' },
  DATABASE_URL: { unset: null, right: 'postgresql://USER:PASSWORD@HOST:PORT/DATABASE; unset, the store is embedded' },
  DATABASE_REPLICA_URLS: {
    unset: null,
    right: 'addresses of replicas of that server, between commas; reads go there. They need DATABASE_URL',
  },
  DATA_DIR: { unset: './data', right: 'the folder of the embedded store' },
  SEED: { unset: 'true', right: 'true or false: put what ships into an empty store, code lists and releases' },
  LOG_LEVEL: { unset: 'info', right: `one of ${levels.join(', ')}` },
  LOG_FORMAT: { unset: 'text', right: `${formats.join(' or ')}: a line to read, or an object a line` },
  INTROSPECTION: { unset: 'true', right: 'true or false: let clients ask for the schema, also at /schema.graphql' },
  GRAPHIQL: { unset: 'true', right: 'true or false: GraphiQL for a browser that opens /graphql' },
  CACHE_BYTES: { unset: '33554432', right: 'how many bytes of finished answers are kept in memory; 0 keeps none' },
  CACHE_MAX_AGE: { unset: '10', right: 'for how many seconds browsers and caches on the way may keep an answer' },
  WORKERS: { unset: '1', right: 'how many processes serve, from 1 to 256; more than one on a PostgreSQL server only' },
  MAX_SUBSCRIBERS: { unset: '1000', right: 'how many subscriptions a process has at most' },
  MAX_SUBSCRIBERS_PER_CLIENT: { unset: '100', right: 'how many of them one client has at most' },
  MAX_EXPORTS_PER_CLIENT: { unset: '2', right: 'how many files one client may have written at once, from 1' },
  MIN_READ_RATE: {
    unset: '8192',
    right: 'bytes of an answer that a client has to take in a second, over half a minute; 0 for none',
  },
  CORS_ORIGINS: {
    unset: null,
    right: 'origins between commas, as in https://example.org, or *; unset, none but our own',
  },
  TRUST_PROXY: {
    unset: null,
    right: 'how many proxies stand in front, or their addresses or ranges (10.0.0.0/8) between commas; unset, none',
  },
  RATE_LIMIT_PER_MINUTE: { unset: '6000', right: 'how many requests a client may make in a minute; 0 counts none' },
  MAX_BODY_BYTES: {
    unset: '1048576',
    right: 'the most bytes of a request, from 1024; publishers may send 64 times that',
  },
  MAX_QUERY_TOKENS: { unset: '4000', right: 'the most words and signs of a query, from 100' },
  MAX_QUERY_DEPTH: { unset: '15', right: 'the most levels of fields of a query, from 1' },
  MAX_QUERY_FIELDS: { unset: '1000', right: 'the most fields of a query, those of fragments at each spread, from 1' },
  MAX_QUERY_ALIASES: { unset: '100', right: 'the most fields of a query under another name' },
  MAX_QUERY_DIRECTIVES: { unset: '50', right: 'the most directives of a query' },
  MAX_QUERY_COST: { unset: '250000', right: 'the most that a query may be estimated to cost, from 100' },
  MAX_ANSWER_VALUES: { unset: '500000', right: 'the most objects, lists and scalars of an answer, from 1000' },
  MAX_ANSWER_BYTES: { unset: '16777216', right: 'the most bytes of an answer, from 1024 to 268435456' },
  MAX_EXECUTING: { unset: '64', right: 'how many queries are executed at once, from 1' },
  MAX_WAITING: { unset: '1000', right: 'how many more may wait for their turn' },
  MAX_EXECUTING_PER_CLIENT: { unset: '16', right: 'how many queries of one client are executed at once, from 1' },
  QUERY_TIMEOUT_MS: { unset: '10000', right: 'milliseconds after which a query is stopped, from 10' },
  AUTH_JWT_JWKS_URL: {
    unset: null,
    right: 'https://HOST/PATH where the keys of tokens are published; http on this machine',
  },
  AUTH_JWT_ISSUER: { unset: null, right: 'the issuer of tokens, their iss' },
  AUTH_JWT_AUDIENCE: { unset: null, right: 'the audience of tokens, their aud' },
  OTEL_EXPORTER_OTLP_ENDPOINT: {
    unset: null,
    right: 'http://HOST:PORT of a collector of traces (OTLP over HTTP, JSON)',
  },
} as const

type Name = keyof typeof settings

/** Reads the environment; BAD_USER_INPUT names everything that is wrong with it, a line each. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const faults: string[] = []
  const read = <T>(name: Name, parse: (text: string) => T | undefined, shown: (text: string) => string = quoted): T => {
    const text = env[name]?.trim() || settings[name].unset
    const value = text === null || textFault(text, 'setting') !== null ? undefined : parse(text)
    if (value === undefined && text !== null) faults.push(`${name} is ${shown(text)}. Write ${settings[name].right}.`)
    return value as T // what is wrong is never returned: the faults are thrown below
  }
  const own = !env['DATABASE_URL']?.trim()
  const located = (): Location => {
    const at = read('DATABASE_URL', server, withoutPassword)
    const replicas = read('DATABASE_REPLICA_URLS', servers, withoutPassword)
    const folder = read('DATA_DIR', itself)
    faults.push(...addressFaults({ DATABASE_URL: at && [at.url], DATABASE_REPLICA_URLS: replicas }))
    if (replicas && own)
      faults.push('DATABASE_REPLICA_URLS names replicas, and DATABASE_URL not the server that they follow. Write both.')
    if (!at) return { kind: 'folder', path: folder }
    return replicas ? { ...at, replicas } : at
  }
  const config: Config = {
    location: located(),
    seed: read('SEED', boolean),
    http: {
      host: read('HOST', host),
      port: read('PORT', whole(0, 65_535)),
      cors: read('CORS_ORIGINS', cors) ?? null,
      leastRate: read('MIN_READ_RATE', whole(0)),
      trust: read('TRUST_PROXY', trust) ?? null,
    },
    metrics: metricsAt(read('METRICS_PORT', whole(1, 65_535)), read('METRICS_HOST', host)),
    log: { level: read('LOG_LEVEL', one(levels)), format: read('LOG_FORMAT', one(formats)) },
    graphql: { introspection: read('INTROSPECTION', boolean), graphiql: read('GRAPHIQL', boolean) },
    limits: {
      body: read('MAX_BODY_BYTES', whole(1024, 2 ** 28)),
      tokens: read('MAX_QUERY_TOKENS', whole(100)),
      depth: read('MAX_QUERY_DEPTH', whole(1)),
      fields: read('MAX_QUERY_FIELDS', whole(1)),
      aliases: read('MAX_QUERY_ALIASES', whole(0)),
      directives: read('MAX_QUERY_DIRECTIVES', whole(0)),
      cost: read('MAX_QUERY_COST', whole(100)),
      values: read('MAX_ANSWER_VALUES', whole(1000)),
      bytes: read('MAX_ANSWER_BYTES', whole(1024, 2 ** 28)),
      timeout: read('QUERY_TIMEOUT_MS', whole(10)),
      executing: read('MAX_EXECUTING', whole(1)),
      waiting: read('MAX_WAITING', whole(0)),
      executingEach: read('MAX_EXECUTING_PER_CLIENT', whole(1)),
      exportsEach: read('MAX_EXPORTS_PER_CLIENT', whole(1)),
      perMinute: read('RATE_LIMIT_PER_MINUTE', whole(0)),
    },
    tokens: tokens(),
    traces: read('OTEL_EXPORTER_OTLP_ENDPOINT', collector, withoutPassword) ?? null,
    workers: read('WORKERS', whole(1, 256)),
    subscribers: {
      all: read('MAX_SUBSCRIBERS', whole(0, 1_000_000)),
      each: read('MAX_SUBSCRIBERS_PER_CLIENT', whole(0, 1_000_000)),
    },
    cache: { bytes: read('CACHE_BYTES', whole(0, 2 ** 40)), maxAge: read('CACHE_MAX_AGE', whole(0, 31_536_000)) },
  }
  if (config.workers > 1 && own)
    faults.push(
      `WORKERS is "${config.workers}", and the embedded store is one process’s. Write 1, or name a server with DATABASE_URL.`,
    )
  if (faults.length > 0) throw new Refusal('BAD_USER_INPUT', faults.join('\n'))
  return config

  function tokens(): Issuer | null {
    const names = ['AUTH_JWT_JWKS_URL', 'AUTH_JWT_ISSUER', 'AUTH_JWT_AUDIENCE'] as const
    const unset = names.filter((name) => !env[name]?.trim())
    if (unset.length === names.length) return null
    for (const name of unset) faults.push(`${name} is unset. Write ${settings[name].right}; the three go together.`)
    return {
      jwks: read(names[0], published, withoutPassword),
      issuer: read(names[1], itself),
      audience: read(names[2], itself),
    }
  }
}

const metricsAt = (port: number | undefined, host: string): Config['metrics'] =>
  port === undefined ? null : { host, port }

const quoted = (text: string): string => `"${excerpt(text)}"`
const itself = (text: string): string => text
const host = (text: string): string | undefined => (/[\s/]/.test(text) ? undefined : text)
const boolean = (text: string): boolean | undefined => ({ true: true, false: false })[text]
const one =
  <T extends string>(values: readonly T[]) =>
  (text: string): T | undefined =>
    values.find((value) => value === text)

const whole =
  (least: number, most = 2 ** 31 - 1) =>
  (text: string): number | undefined =>
    /^\d+$/.test(text) && Number(text) >= least && Number(text) <= most ? Number(text) : undefined

function server(text: string): Extract<Location, { kind: 'server' }> | undefined {
  return /^postgres(ql)?:\/\//.test(text) && URL.canParse(text) ? { kind: 'server', url: text } : undefined
}

function servers(text: string): string[] | undefined {
  const urls = text.split(',').map((url) => url.trim())
  return few(urls) && urls.every((url) => server(url) !== undefined) ? urls : undefined
}

/** Nothing but the scheme: where the rest is malformed, a password can be in any part of it. */
function withoutPassword(text: string): string {
  const [scheme] = /^[a-z][a-z0-9+.-]*:/i.exec(text) ?? []
  return scheme === undefined ? 'not an address' : `an address that begins with "${scheme}"`
}
