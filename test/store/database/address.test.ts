import { describe, expect, test } from 'vitest'
import { readConfig } from '../../../src/config.js'
import { Refusal } from '../../../src/errors.js'
import { readAddress } from '../../../src/store/database/address.js'

const host = 'postgresql://reader:secret@db.example:5433/trade'

const refusal = (work: () => unknown): Refusal => {
  try {
    work()
  } catch (error) {
    if (error instanceof Refusal) return error
  }
  throw new Error('nothing was refused')
}

describe('the address of a database', () => {
  test('without parameters is passed on, and named without its password', () => {
    expect(readAddress(host)).toEqual({
      config: { connectionString: host },
      hosts: [{ host: 'db.example', port: 5433 }],
      role: 'primary',
      schema: null,
      name: 'db.example:5433/trade',
    })
  })

  test('passes on the parameters of node-postgres', () => {
    const url = `${host}?sslmode=require&options=-c%20work_mem%3D64MB&statement_timeout=5000`
    expect(readAddress(url)).toMatchObject({ config: { connectionString: url }, schema: null })
  })

  test.each([
    ['schema=other', { schema: 'other' }],
    ['schema=%E5%BA%93%20a', { schema: '库 a' }],
    ['application_name=mine', { config: { application_name: 'mine' } }],
    ['connect_timeout=7', { config: { connectionTimeoutMillis: 7000 } }],
    ['keepalives=0&keepalives_idle=30', { config: { keepAlive: false, keepAliveInitialDelayMillis: 30_000 } }],
    ['channel_binding=prefer', { config: { enableChannelBinding: true } }],
    ['client_encoding=utf8&gssencmode=disable&target_session_attrs=any', { role: 'primary' }],
    ['target_session_attrs=read-write', { role: 'primary' }],
  ])('interprets %s', (parameters, read) => {
    expect(readAddress(`${host}?${parameters}&sslmode=disable`)).toMatchObject({
      ...read,
      config: { ...('config' in read ? read.config : {}), connectionString: `${host}?sslmode=disable` },
    })
  })

  test.each([
    ['connection_limit=5', '"connection_limit", which would have no effect'],
    ['Schema=other', '"Schema", which would have no effect'],
    ['constructor=1', '"constructor", which would have no effect'],
    ['schema=', 'schema must be a name of 1 to 63 bytes'],
    ['schema=%22', 'schema must be a name of 1 to 63 bytes'],
    [`schema=${'库'.repeat(22)}`, 'schema must be a name of 1 to 63 bytes'],
    ['schema=a&schema=b', 'schema is given twice'],
    ['client_encoding=LATIN1', 'client_encoding must be UTF8'],
    ['channel_binding=require', 'channel_binding must be prefer or disable'],
    ['target_session_attrs=leader', 'target_session_attrs must be one of any, primary'],
    ['target_session_attrs=standby', 'a standby, which cannot be written'],
    ['host=a,b&port=1,2,3', '2 hosts and 3 ports'],
    ['host=a,b&port=1,x', 'Its ports must be whole numbers'],
    ['host=a%25zz,b', 'not encoded'],
    ['connect_timeout=0', 'connect_timeout must be whole seconds, 1 to 3600'],
    ['sslmode=disable#fragment', 'write %23'],
  ])('with %s is refused', (parameters, why) => {
    const { code, message } = refusal(() => readAddress(`${host}?${parameters}`))
    expect(code).toBe('BAD_USER_INPUT')
    expect(message).toContain(why)
    expect(message).not.toContain('secret')
  })

  test.each([
    ['postgresql://u:p,1@a,b:5433,[::1]:5434/trade', 'postgresql://u:p,1@a/trade', 'a:5432,b:5433,[::1]:5434/trade'],
    ['postgresql://u@x/trade?host=a,b,::1&port=1,2,3', 'postgresql://u@x/trade?host=a&port=1', 'a:1,b:2,[::1]:3/trade'],
    [
      'postgresql://u@x/trade?host=%2Frun%2Fa,b&port=7',
      'postgresql://u@x/trade?host=%2Frun%2Fa&port=7',
      '/run/a:7,b:7/trade',
    ],
  ])('names several hosts, as in %s', (text, first, name) => {
    expect(readAddress(text)).toMatchObject({ config: { connectionString: first }, name })
  })

  test.each(['a,', 'a,,b', 'a,b:x', 'a,b/c?target_session_attrs=x'])('with the hosts %s is refused', (hosts) => {
    expect(refusal(() => readAddress(`postgresql://u:secret@${hosts}/trade`)).code).toBe('BAD_USER_INPUT')
  })

  test.each([
    ['any', 'any'],
    ['read-only', 'standby'],
    ['prefer-standby', 'prefer-standby'],
    ['primary', 'primary'],
  ])('of a replica may ask for %s', (attributes, role) => {
    expect(readAddress(`${host}?target_session_attrs=${attributes}`, 'replica').role).toBe(role)
  })

  test.each([
    ['postgresql://a,b/x, postgres://c/y', ['postgresql://a,b/x', 'postgres://c/y']],
    ['postgresql://a,b/x postgres://c/y', ['postgresql://a,b/x', 'postgres://c/y']],
    ['["postgresql://a,b/x", "postgres://c/y"]', ['postgresql://a,b/x', 'postgres://c/y']],
  ])('is read from the list %s', (DATABASE_REPLICA_URLS, replicas) => {
    expect(readConfig({ DATABASE_URL: host, DATABASE_REPLICA_URLS }).location).toMatchObject({ replicas })
  })

  test.each(['["postgresql://a/x"', '[1]', '{}', 'postgresql://a/x, b'])('is not read from the list %s', (list) => {
    const { message } = refusal(() => readConfig({ DATABASE_URL: host, DATABASE_REPLICA_URLS: list }))
    expect(message).toMatch(/^DATABASE_REPLICA_URLS is .* It must be the URLs of replicas of DATABASE_URL/)
  })

  test('with a fault is reported with the name of its setting', () => {
    const env = { DATABASE_URL: `${host}?pool=1`, DATABASE_REPLICA_URLS: `${host}, ${host}?schema=` }
    const lines = refusal(() => readConfig(env)).message.split('\n')
    expect(lines).toEqual([
      expect.stringMatching(/^DATABASE_URL: It has the parameter "pool", /),
      expect.stringMatching(/^DATABASE_REPLICA_URLS: Its parameter schema must be /),
    ])
  })
})
