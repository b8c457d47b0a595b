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

const defaults = {
  location: { kind: 'folder', path: './data' },
  seed: true,
  http: { host: '127.0.0.1', port: 4000, cors: null },
  log: { level: 'info', format: 'text' },
  graphql: { introspection: true, graphiql: true },
  workers: 1,
  subscribers: 1000,
  cache: { bytes: 33_554_432, maxAge: 10 },
}

test('what is unset, or empty as in a file that lists every name, has its default', () => {
  expect(readConfig({})).toEqual(defaults)
  expect(readConfig(Object.fromEntries(Object.keys(settings).map((name) => [name, ' '])))).toEqual(defaults)
})

test('what is set is taken', () => {
  expect(
    readConfig({
      PORT: '0',
      HOST: '::1',
      DATABASE_URL: 'postgres://reader:secret@db/trade?sslmode=require',
      DATA_DIR: '/ignored',
      SEED: 'false',
      LOG_LEVEL: 'debug',
      LOG_FORMAT: 'json',
      INTROSPECTION: 'false',
      GRAPHIQL: 'false',
      CORS_ORIGINS: 'https://a.example, http://localhost:5173',
      WORKERS: '2',
      DATABASE_REPLICA_URLS: 'postgres://a/trade, postgresql://b/trade',
      MAX_SUBSCRIBERS: '5',
      CACHE_BYTES: '0',
      CACHE_MAX_AGE: '60',
    }),
  ).toEqual({
    location: {
      kind: 'server',
      url: 'postgres://reader:secret@db/trade?sslmode=require',
      replicas: ['postgres://a/trade', 'postgresql://b/trade'],
    },
    seed: false,
    http: { host: '::1', port: 0, cors: { origins: ['https://a.example', 'http://localhost:5173'] } },
    log: { level: 'debug', format: 'json' },
    graphql: { introspection: false, graphiql: false },
    workers: 2,
    subscribers: 5,
    cache: { bytes: 0, maxAge: 60 },
  })
  expect(readConfig({ DATA_DIR: '/var/lib/trade' }).location).toEqual({ kind: 'folder', path: '/var/lib/trade' })
  expect(readConfig({ CORS_ORIGINS: '*' }).http.cors).toEqual({ origins: ['*'] })
})

test('everything that is wrong is said at once, by name, with what was found and what would be right', () => {
  const { code, message } = refusal({
    PORT: '70000',
    HOST: 'http://here',
    DATABASE_URL: 'mysql://db/trade',
    SEED: 'yes',
    LOG_LEVEL: 'loud',
    LOG_FORMAT: 'pretty',
    INTROSPECTION: '1',
    GRAPHIQL: 'on',
    CORS_ORIGINS: 'https://a.example/',
    WORKERS: '0',
    DATABASE_REPLICA_URLS: 'postgresql://a, mysql://b',
    MAX_SUBSCRIBERS: 'many',
    CACHE_BYTES: '64MB',
    CACHE_MAX_AGE: '-1',
  })
  expect(code).toBe('BAD_USER_INPUT')
  const lines = message.split('\n')
  expect(lines).toContain('PORT is "70000". Write a whole number from 0 to 65535; 0 takes any port that is free.')
  expect(lines.map((line) => line.split(' ')[0]).sort()).toEqual(
    Object.keys(settings)
      .filter((name) => name !== 'DATA_DIR')
      .sort(),
  )
})

test('what needs a server is refused without one', () => {
  expect(refusal({ WORKERS: '2' }).message).toMatch(/^WORKERS is "2", and the embedded store is one process’s\./)
  expect(refusal({ DATABASE_REPLICA_URLS: 'postgresql://a/trade' }).message).toMatch(
    /^DATABASE_REPLICA_URLS names replicas/,
  )
})

describe('each fault on its own', () => {
  test.each([
    ['PORT', ['-1', '4000.5', '65536', '1e3', 'http']],
    ['HOST', ['a b', 'host/path']],
    ['DATABASE_URL', ['db', 'mysql://db', 'postgresql//db', 'postgresql:/db', 'http://db']],
    ['SEED', ['TRUE', 'no', '0']],
    ['LOG_LEVEL', ['INFO', 'verbose']],
    ['LOG_FORMAT', ['pretty']],
    ['CORS_ORIGINS', ['a.example', 'https://a.example/path', 'https://a.example,', '*, https://a.example', 'null']],
  ])('%s', (name, values) => {
    for (const value of values)
      expect(refusal({ [name]: value }).message, value).toMatch(new RegExp(`^${name} is [^\n]+$`))
  })

  test('a password is never shown', () => {
    for (const url of [
      'mysql://root:hunter2@db/trade',
      'hunter2',
      'postgresql:/root:hunter2@',
      'root:hunter2@db/trade',
    ])
      expect(refusal({ DATABASE_URL: url, PORT: 'x' }).message).not.toContain('hunter2')
  })
})
