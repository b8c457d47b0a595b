import { GraphQLString } from 'graphql'
import type { JWTPayload } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { requireScope } from '../../../../src/domain/actor.js'
import type { Context } from '../../../../src/graphql/builder.js'
import { eitherFinder, tokenFinder } from '../../../../src/server/plugins/request/tokens.js'
import { createKey, findKey } from '../../../../src/store/admin/keys.js'
import { openTestStore, type TestStore } from '../../../support.js'
import { type Issuer, now, startIssuer } from '../../issuer.js'
import { post, testApp, tinySchema } from '../../support.js'

let opened: TestStore
let idp: Issuer
beforeAll(async () => {
  opened = await openTestStore()
  idp = await startIssuer()
})
afterAll(async () => {
  idp.close()
  await opened.close()
})

const token: Issuer['token'] = (...given) => idp.token(...given)

const schema = tinySchema(
  {
    who: {
      type: GraphQLString,
      resolve: (_: unknown, __: unknown, context: unknown) => JSON.stringify((context as Context).actor),
    },
  },
  {
    publish: {
      type: GraphQLString,
      resolve: (_: unknown, __: unknown, context: unknown) => requireScope((context as Context).actor, 'publish').name,
    },
  },
)

async function answer(query: string, sent: string, url = idp.trust.jwks) {
  const keys = (key: string) => findKey(opened.database, key, () => {})
  const actorOf = eitherFinder(keys, tokenFinder({ ...idp.trust, jwks: url }))
  const { app, logged } = testApp({ store: opened.store, schema, actorOf, config: { LOG_LEVEL: 'trace' } })
  const response = await post(app, { query }, { authorization: `Bearer ${sent}` })
  return { status: response.status, body: await response.json(), logged: JSON.stringify(logged) }
}

describe('a token', () => {
  test.each([
    ['nothing', ' '],
    ['a mark of direction', '\u202E'],
    ['a line of a log', 'a\n{"level":60}'],
    ['a NUL', 'a\0'],
    ['a megabyte', 'A'.repeat(5000)],
  ])('a token whose subject is %s is not valid', async (_, sub) => {
    const { status, logged } = await answer('{ who }', await token({ sub }))
    expect(status).toBe(401)
    expect(logged).not.toMatch(/A{300}|level":60/)
  })

  test('a token identifies its subject and scopes', async () => {
    const who = async (change: JWTPayload) => JSON.parse((await answer('{ who }', await token(change))).body.data.who)
    expect(await who({})).toEqual({ id: null, name: 'press office', scopes: ['publish'] })
    expect((await who({ scope: 'openid', scp: ['publish'] })).scopes).toEqual(['publish'])
    expect((await who({ scope: undefined, scp: 'publish other' })).scopes).toEqual(['publish'])
    expect((await who({ aud: ['other', idp.trust.audience] })).name).toBe('press office')
    for (const scope of ['', 'publisher', 'PUBLISH', 7, undefined])
      expect((await who({ scope } as JWTPayload)).scopes).toEqual([])
  })

  test('a token grants its scopes', async () => {
    expect((await answer('mutation { publish }', await token())).body).toEqual({ data: { publish: 'press office' } })
    const without = await answer('mutation { publish }', await token({ scope: 'openid' }))
    expect(without.body.errors[0].extensions.code).toBe('FORBIDDEN')
  })

  test('token times tolerate a clock difference of 30 s', async () => {
    expect((await answer('{ who }', await token({ exp: now() - 20 }))).status).toBe(200)
    expect((await answer('{ who }', await token({ nbf: now() + 20 }))).status).toBe(200)
  })

  test('a token signed by a newly published key is valid', async () => {
    const key = await idp.publish('two')
    expect((await answer('{ who }', await token({}, { key, kid: 'two' }))).status).toBe(200)
  })

  const wrong: Record<string, () => string | Promise<string>> = {
    'has expired': () => token({ exp: now() - 60 }),
    'never expires': () => token({ exp: undefined as never }),
    'is of a time to come': () => token({ nbf: now() + 60 }),
    'is of another issuer': () => token({ iss: 'https://other.example' }),
    'is for somebody else': () => token({ aud: 'other' }),
    'is nobody’s': () => token({ sub: undefined as never }),
    'is signed by another under our name': () => idp.forged(),
    'names a key that there is none of': () => token({}, { kid: 'three' }),
    'is not signed': () => idp.unsigned('none'),
    'is signed by a secret': () => `${idp.unsigned('HS256')}${'A'.repeat(43)}`,
    'was changed': async () =>
      (await token()).replace(/\.[^.]+\./, `.${Buffer.from('{"sub":"x"}').toString('base64url')}.`),
    'is no token': () => 'a.b.c',
  }
  test.each(Object.entries(wrong))('a token that %s is UNAUTHENTICATED', async (_, make) => {
    const sent = await make()
    const { status, body, logged } = await answer('{ who }', sent)
    expect([status, body.errors[0].extensions.code, body.data]).toEqual([401, 'UNAUTHENTICATED', undefined])
    expect(logged).not.toContain(sent)
  })

  test("a token is UNAVAILABLE if the issuer's keys cannot be fetched", async () => {
    const { status, body } = await answer('{ who }', await token(), 'http://127.0.0.1:1/keys')
    expect([status, body.errors[0].extensions.code]).toEqual([503, 'UNAVAILABLE'])
  })

  test('keys are valid beside tokens', async () => {
    const { text } = await createKey(opened.database, { name: 'customs', scopes: ['publish'], expiresAt: null })
    expect((await answer('mutation { publish }', text)).body).toEqual({ data: { publish: 'customs' } })
    expect((await answer('{ who }', `${text}x`)).status).toBe(401)
  })
})
