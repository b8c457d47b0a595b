import { totalmem } from 'node:os'
import { describe, expect, test } from 'vitest'
import { readConfig, settings } from '../src/config.js'
import { Refusal } from '../src/errors.js'

const refusal = (env: NodeJS.ProcessEnv): Refusal => {
  try {
    readConfig(env)
  } catch (error) {
    if (error instanceof Refusal) return error
  }
  throw new Error('nothing was refused')
}

const memory = Math.min(totalmem(), process.constrainedMemory() || totalmem())
const defaults = {
  location: { kind: 'folder', path: './data' },
  seed: true,
  defaultDataset: null,
  http: { host: '127.0.0.1', port: 4000, cors: null, embed: ['*'], mcp: true, minReadRate: 8192, trust: null },
  metrics: null,
  log: { level: 'info', format: 'text' },
  graphql: { introspection: true, graphiql: true, federation: false },
  limits: {
    body: 1_048_576,
    tokens: 4000,
    depth: 15,
    fields: 1000,
    aliases: 100,
    directives: 50,
    cost: 250_000,
    values: 500_000,
    bytes: 16_777_216,
    timeout: 10_000,
    executing: 64,
    waiting: 1000,
    executingEach: 8,
    exportsEach: 2,
    perMinute: 6000,
  },
  tokens: null,
  traces: null,
  webhooks: { deliver: true, local: [], origin: null },
  signing: null,
  workers: 1,
  subscribers: { all: 1000, each: 100 },
  cache: { bytes: 33_554_432, maxAge: 10 },
  columns: { bytes: Math.floor(memory / 5), after: 3 },
}

test('an unset or empty setting has its default', () => {
  expect(readConfig({})).toEqual(defaults)
  expect(readConfig(Object.fromEntries(Object.keys(settings).map((name) => [name, ' '])))).toEqual(defaults)
})

test('every setting is read', () => {
  expect(
    readConfig({
      PORT: '0',
      HOST: '::1',
      DATABASE_URL: 'postgres://reader:secret@db/trade?sslmode=require',
      DATA_DIR: '/ignored',
      SEED: 'false',
      METRICS_PORT: '9464',
      METRICS_HOST: '0.0.0.0',
      LOG_LEVEL: 'debug',
      LOG_FORMAT: 'json',
      INTROSPECTION: 'false',
      GRAPHIQL: 'false',
      MCP: 'false',
      FEDERATION: 'true',
      CORS_ORIGINS: 'https://a.example, http://localhost:5173',
      EMBED_ORIGINS: 'https://press.example, https://b.example',
      TRUST_PROXY: '2',
      MAX_BODY_BYTES: '2048',
      MAX_QUERY_TOKENS: '101',
      MAX_QUERY_DEPTH: '2',
      MAX_QUERY_FIELDS: '3',
      MAX_QUERY_ALIASES: '4',
      MAX_QUERY_DIRECTIVES: '0',
      MAX_QUERY_COST: '106',
      MAX_ANSWER_VALUES: '1001',
      MAX_ANSWER_BYTES: '1025',
      QUERY_TIMEOUT_MS: '107',
      MAX_EXECUTING: '8',
      MAX_WAITING: '0',
      RATE_LIMIT_PER_MINUTE: '0',
      AUTH_JWT_JWKS_URL: 'https://id.example/keys',
      AUTH_JWT_ISSUER: 'https://id.example',
      AUTH_JWT_AUDIENCE: 'indicators',
      SIGNING_KEY: '/etc/indicators/history.pem',
      SIGNING_ORIGIN: 'stats.example.org/history',
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318/',
      PUBLIC_URL: 'https://figures.example.org/',
      WEBHOOKS: 'false',
      WEBHOOKS_LOCAL: '10.1.0.0/16, ::1',
      WORKERS: '2',
      DATABASE_REPLICA_URLS: 'postgres://a/trade, postgresql://b/trade',
      STALE_READS: '7',
      MAX_SUBSCRIBERS: '5',
      MAX_SUBSCRIBERS_PER_CLIENT: '4',
      MAX_EXECUTING_PER_CLIENT: '3',
      MAX_EXPORTS_PER_CLIENT: '1',
      MIN_READ_RATE: '0',
      DEFAULT_DATASET: 'SH_TRADE',
      CACHE_BYTES: '0',
      CACHE_MAX_AGE: '60',
      COLUMNS_BYTES: '0',
    }),
  ).toEqual({
    location: {
      kind: 'server',
      url: 'postgres://reader:secret@db/trade?sslmode=require',
      replicas: ['postgres://a/trade', 'postgresql://b/trade'],
      staleReads: 7,
    },
    seed: false,
    defaultDataset: 'SH_TRADE',
    http: {
      host: '::1',
      port: 0,
      cors: ['https://a.example', 'http://localhost:5173'],
      embed: ['https://press.example', 'https://b.example'],
      mcp: false,
      minReadRate: 0,
      trust: { proxies: 2 },
    },
    metrics: { host: '0.0.0.0', port: 9464 },
    log: { level: 'debug', format: 'json' },
    graphql: { introspection: false, graphiql: false, federation: true },
    limits: {
      body: 2048,
      tokens: 101,
      depth: 2,
      fields: 3,
      aliases: 4,
      directives: 0,
      cost: 106,
      values: 1001,
      bytes: 1025,
      timeout: 107,
      executing: 8,
      waiting: 0,
      executingEach: 3,
      exportsEach: 1,
      perMinute: 0,
    },
    tokens: { jwks: 'https://id.example/keys', issuer: 'https://id.example', audience: 'indicators' },
    signing: { key: '/etc/indicators/history.pem', origin: 'stats.example.org/history' },
    traces: 'http://collector:4318/v1/traces',
    webhooks: { deliver: false, local: ['10.1.0.0/16', '::1'], origin: 'https://figures.example.org' },
    workers: 2,
    subscribers: { all: 5, each: 4 },
    cache: { bytes: 0, maxAge: 60 },
    columns: { bytes: 0, after: 3 },
  })
  expect(readConfig({ TRUST_PROXY: '10.0.0.0/8, ::1' }).http.trust).toEqual({ addresses: ['10.0.0.0/8', '::1'] })
  expect(readConfig({ DATA_DIR: '/var/lib/trade' }).location).toEqual({ kind: 'folder', path: '/var/lib/trade' })
  expect(readConfig({ CORS_ORIGINS: '*' }).http.cors).toEqual(['*'])
  expect(readConfig({ EMBED_ORIGINS: 'none' }).http.embed).toEqual([])
})

test('all invalid settings are reported at once with their allowed values', () => {
  const { code, message } = refusal({
    PORT: '70000',
    HOST: 'http://here',
    DATABASE_URL: 'mysql://db/trade',
    SEED: 'yes',
    METRICS_PORT: '0',
    METRICS_HOST: 'http://here',
    LOG_LEVEL: 'loud',
    LOG_FORMAT: 'pretty',
    INTROSPECTION: '1',
    GRAPHIQL: 'on',
    MCP: 'off',
    FEDERATION: 'on',
    CORS_ORIGINS: 'https://a.example/',
    EMBED_ORIGINS: 'a.example',
    TRUST_PROXY: 'nginx',
    MAX_BODY_BYTES: '1 MB',
    MAX_QUERY_TOKENS: '99',
    MAX_QUERY_DEPTH: '0',
    MAX_QUERY_FIELDS: '0',
    MAX_QUERY_ALIASES: '-1',
    MAX_QUERY_DIRECTIVES: '-1',
    MAX_QUERY_COST: 'low',
    MAX_ANSWER_VALUES: '0',
    MAX_ANSWER_BYTES: '1GB',
    QUERY_TIMEOUT_MS: '10s',
    MAX_EXECUTING: '0',
    MAX_WAITING: 'none',
    RATE_LIMIT_PER_MINUTE: 'all',
    AUTH_JWT_JWKS_URL: 'http://id.example/keys',
    OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318',
    PUBLIC_URL: 'https://figures.example.org/data',
    WEBHOOKS: 'on',
    WEBHOOKS_LOCAL: 'localhost',
    SIGNING_KEY: 'history.pem',
    SIGNING_ORIGIN: 'our history',
    WORKERS: '0',
    DATABASE_REPLICA_URLS: 'postgresql://a, mysql://b',
    STALE_READS: '1m',
    MAX_SUBSCRIBERS: 'many',
    MAX_SUBSCRIBERS_PER_CLIENT: '-1',
    MAX_EXECUTING_PER_CLIENT: '0',
    MAX_EXPORTS_PER_CLIENT: '0',
    MIN_READ_RATE: '8 KB',
    CACHE_BYTES: '64MB',
    CACHE_MAX_AGE: '-1',
    COLUMNS_BYTES: '1 GB',
  })
  expect(code).toBe('BAD_USER_INPUT')
  const lines = message.split('\n')
  expect(lines).toContain('PORT is "70000". It must be a whole number from 0 to 65535; 0 selects a free port.')
  expect(lines.map((line) => line.split(' ')[0]).sort()).toEqual(
    Object.keys(settings)
      .filter((name) => !['DATA_DIR', 'DEFAULT_DATASET', 'SIGNING_KEY'].includes(name))
      .sort(),
  )
})

test('workers and replicas are refused without a database server', () => {
  expect(refusal({ WORKERS: '2' }).message).toMatch(/^WORKERS is "2", but the embedded store belongs to one process\./)
  expect(refusal({ DATABASE_REPLICA_URLS: 'postgresql://a/trade' }).message).toMatch(
    /^DATABASE_REPLICA_URLS is set, but DATABASE_URL, .* is not\./,
  )
})

test('a name of the signed history is refused without its key', () => {
  expect(refusal({ SIGNING_ORIGIN: 'stats.example.org' }).message).toBe(
    'SIGNING_ORIGIN needs SIGNING_KEY, the file of the key that signs.',
  )
  expect(readConfig({}).signing).toBe(null)
})

test('SEED also selects the annual releases', () => {
  expect(readConfig({ SEED: 'annual' }).seed).toBe('annual')
})

describe('each fault on its own', () => {
  test.each([
    ['PORT', ['-1', '4000.5', '65536', '1e3', 'http']],
    ['HOST', ['a b', 'host/path']],
    ['DATABASE_URL', ['db', 'mysql://db', 'postgresql//db', 'postgresql:/db', 'http://db']],
    ['SEED', ['TRUE', 'no', '0']],
    ['LOG_LEVEL', ['INFO', 'verbose']],
    ['LOG_FORMAT', ['pretty']],
    ['TRUST_PROXY', ['-1', '10', '10.0.0.0/33', '10.0.0.1,', '300.1.1.1']],
    ['MAX_BODY_BYTES', ['1023', '1e6']],
    ['QUERY_TIMEOUT_MS', ['9', '99999999999']],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', ['ftp://collector', 'http://me:hunter2@collector']],
    ['EMBED_ORIGINS', ['a.example', 'https://a.example/path', "https://a.example 'self'", '*, https://a.example']],
    [
      'CORS_ORIGINS',
      [
        'a.example',
        'https://a.example/path',
        'https://a.example,',
        '*, https://a.example',
        'null',
        'https://a.*.example',
        'https://*a.example',
        'https://*',
        'http://a:*:*',
      ],
    ],
  ])('%s', (name, values) => {
    for (const value of values)
      expect(refusal({ [name]: value }).message, value).toMatch(new RegExp(`^${name} is [^\n]+$`))
  })

  test('token settings go together, and the key URL is https or local', () => {
    const all = { AUTH_JWT_JWKS_URL: 'http://127.0.0.1:1/keys', AUTH_JWT_ISSUER: 'i', AUTH_JWT_AUDIENCE: 'a' }
    expect(readConfig(all).tokens).toEqual({ jwks: 'http://127.0.0.1:1/keys', issuer: 'i', audience: 'a' })
    for (const name of Object.keys(all)) {
      const { message } = refusal({ ...all, [name]: '' })
      expect(message).toMatch(
        new RegExp(`^${name} is unset\\. It must be .*; the three settings of tokens go together\\.$`),
      )
    }
    for (const url of ['http://id.example/keys', 'https://me:hunter2@id.example/keys', 'keys'])
      expect(refusal({ ...all, AUTH_JWT_JWKS_URL: url }).message).toMatch(/^AUTH_JWT_JWKS_URL is /)
  })

  test('a message never contains a password', () => {
    for (const url of [
      'mysql://root:hunter2@db/trade',
      'hunter2',
      'postgresql:/root:hunter2@',
      'root:hunter2@db/trade',
    ])
      expect(refusal({ DATABASE_URL: url, PORT: 'x' }).message).not.toContain('hunter2')
    const address = 'https://me:hunter2@id.example/'
    for (const name of ['AUTH_JWT_JWKS_URL', 'OTEL_EXPORTER_OTLP_ENDPOINT'])
      expect(refusal({ [name]: address, AUTH_JWT_ISSUER: 'i', AUTH_JWT_AUDIENCE: 'a' }).message).not.toContain(
        'hunter2',
      )
  })
})
