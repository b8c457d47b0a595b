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
    ['client_encoding=utf8&gssencmode=disable&target_session_attrs=any', { schema: null }],
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
    ['target_session_attrs=read-write', 'target_session_attrs must be any'],
    ['connect_timeout=0', 'connect_timeout must be whole seconds, 1 to 3600'],
    ['sslmode=disable#fragment', 'write %23'],
  ])('with %s is refused', (parameters, why) => {
    const { code, message } = refusal(() => readAddress(`${host}?${parameters}`))
    expect(code).toBe('BAD_USER_INPUT')
    expect(message).toContain(why)
    expect(message).not.toContain('secret')
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
