import { Refusal } from './errors.js'
import type { Location } from './store/open.js'

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
  }
  readonly log: { readonly level: (typeof levels)[number]; readonly format: (typeof formats)[number] }
  readonly graphql: { readonly introspection: boolean; readonly graphiql: boolean }
  /** How many processes serve. */
  readonly workers: number
  /** How many subscriptions a process has at most. */
  readonly subscribers: number
  /** Finished answers: how many bytes are kept in memory, and for how many seconds others may keep one. */
  readonly cache: { readonly bytes: number; readonly maxAge: number }
}

/** Every setting: what stands for it where it is unset or empty, and what may be written. */
export const settings = {
  PORT: { unset: '4000', right: 'a whole number from 0 to 65535; 0 takes any port that is free' },
  HOST: { unset: '127.0.0.1', right: 'the name or address to listen on; 0.0.0.0 is every address of this machine' },
  DATABASE_URL: { unset: null, right: 'postgresql://USER:PASSWORD@HOST:PORT/DATABASE; unset, the store is embedded' },
  DATABASE_REPLICA_URLS: {
    unset: null,
    right: 'addresses of replicas of that server, between commas; reads go there. They need DATABASE_URL',
  },
  DATA_DIR: { unset: './data', right: 'the folder of the embedded store' },
  SEED: { unset: 'true', right: 'true or false: put the shipped releases into an empty store' },
  LOG_LEVEL: { unset: 'info', right: `one of ${levels.join(', ')}` },
  LOG_FORMAT: { unset: 'text', right: `${formats.join(' or ')}: a line to read, or an object a line` },
  INTROSPECTION: { unset: 'true', right: 'true or false: let clients ask for the schema, also at /schema.graphql' },
  GRAPHIQL: { unset: 'true', right: 'true or false: GraphiQL for a browser that opens /graphql' },
  CACHE_BYTES: { unset: '33554432', right: 'how many bytes of finished answers are kept in memory; 0 keeps none' },
  CACHE_MAX_AGE: { unset: '10', right: 'for how many seconds browsers and caches on the way may keep an answer' },
  WORKERS: { unset: '1', right: 'how many processes serve, from 1 to 256; more than one on a PostgreSQL server only' },
  MAX_SUBSCRIBERS: { unset: '1000', right: 'how many subscriptions a process has at most' },
  CORS_ORIGINS: {
    unset: null,
    right: 'origins between commas, as in https://example.org, or *; unset, none but our own',
  },
} as const

type Name = keyof typeof settings

/** Reads the environment; BAD_USER_INPUT names everything that is wrong with it, a line each. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const faults: string[] = []
  const read = <T>(name: Name, parse: (text: string) => T | undefined, shown: (text: string) => string = quoted): T => {
    const text = env[name]?.trim() || settings[name].unset
    const value = text === null ? undefined : parse(text)
    if (value === undefined && text !== null) faults.push(`${name} is ${shown(text)}. Write ${settings[name].right}.`)
    return value as T // what is wrong is never returned: the faults are thrown below
  }
  const own = !env['DATABASE_URL']?.trim()
  const located = (): Location => {
    const at = read('DATABASE_URL', server, withoutPassword)
    const replicas = read('DATABASE_REPLICA_URLS', servers, withoutPassword)
    const folder = read('DATA_DIR', itself)
    if (replicas && own)
      faults.push('DATABASE_REPLICA_URLS names replicas, and DATABASE_URL not the server that they follow. Write both.')
    if (!at) return { kind: 'folder', path: folder }
    return replicas ? { ...at, replicas } : at
  }
  const config: Config = {
    location: located(),
    seed: read('SEED', boolean),
    http: { host: read('HOST', host), port: read('PORT', whole(65_535)), cors: read('CORS_ORIGINS', cors) ?? null },
    log: { level: read('LOG_LEVEL', one(levels)), format: read('LOG_FORMAT', one(formats)) },
    graphql: { introspection: read('INTROSPECTION', boolean), graphiql: read('GRAPHIQL', boolean) },
    workers: read('WORKERS', from(1, 256)),
    subscribers: read('MAX_SUBSCRIBERS', whole(1_000_000)),
    cache: { bytes: read('CACHE_BYTES', whole(2 ** 40)), maxAge: read('CACHE_MAX_AGE', whole(31_536_000)) },
  }
  if (config.workers > 1 && own)
    faults.push(
      `WORKERS is "${config.workers}", and the embedded store is one process’s. Write 1, or name a server with DATABASE_URL.`,
    )
  if (faults.length > 0) throw new Refusal('BAD_USER_INPUT', faults.join('\n'))
  return config
}

const quoted = (text: string): string => JSON.stringify(text)
const itself = (text: string): string => text
const host = (text: string): string | undefined => (/[\s/]/.test(text) ? undefined : text)
const boolean = (text: string): boolean | undefined => ({ true: true, false: false })[text]
const one =
  <T extends string>(values: readonly T[]) =>
  (text: string): T | undefined =>
    values.find((value) => value === text)

const from =
  (least: number, most: number) =>
  (text: string): number | undefined =>
    /^\d+$/.test(text) && Number(text) >= least && Number(text) <= most ? Number(text) : undefined
const whole = (most: number) => from(0, most)

function server(text: string): Extract<Location, { kind: 'server' }> | undefined {
  return /^postgres(ql)?:\/\//.test(text) && URL.canParse(text) ? { kind: 'server', url: text } : undefined
}

function servers(text: string): string[] | undefined {
  const urls = text.split(',').map((url) => url.trim())
  return urls.every((url) => server(url) !== undefined) ? urls : undefined
}

/** Nothing but the scheme: where the rest is malformed, a password can be in any part of it. */
function withoutPassword(text: string): string {
  const [scheme] = /^[a-z][a-z0-9+.-]*:/i.exec(text) ?? []
  return scheme === undefined ? 'not an address' : `an address that begins with "${scheme}"`
}

function cors(text: string): { origins: string[] } | undefined {
  const origins = text.split(',').map((origin) => origin.trim())
  const right = (origin: string): boolean => URL.canParse(origin) && new URL(origin).origin === origin
  return text === '*' || origins.every(right) ? { origins } : undefined
}
