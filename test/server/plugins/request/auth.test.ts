import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { PassThrough } from 'node:stream'
import { GraphQLString } from 'graphql'
import { pino } from 'pino'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { readConfig } from '../../../../src/config.js'
import { requireScope } from '../../../../src/domain/actor.js'
import type { Context } from '../../../../src/graphql/builder.js'
import type { FindActor } from '../../../../src/server/plugins/request/auth.js'
import { serve } from '../../../../src/server/serve.js'
import { findKey, revokeKey } from '../../../../src/store/admin/keys.js'
import { openTestStore } from '../../../support.js'
import { isOverSocket, post, testApp, tinySchema } from '../../support.js'
import { bearer, openKeyedStore } from './keyed-store.js'

const { opened, make, publisher, idle, actorOf } = await openKeyedStore()
afterAll(opened.close)

const asked = tinySchema(
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

const tried = (given: Partial<Parameters<typeof testApp>[0]> = {}) =>
  testApp({ store: opened.store, schema: asked, actorOf, config: { LOG_LEVEL: 'trace' }, ...given })

async function answer(query: string, headers: Record<string, string>, given: Parameters<typeof tried>[0] = {}) {
  const { app, logged } = tried(given)
  const response = await post(app, { query }, headers)
  return { status: response.status, headers: response.headers, body: await response.json(), logged }
}

const codes = ({ errors }: { errors: { extensions: { code: string } }[] }) => errors.map((each) => each.extensions.code)

describe('who asks', () => {
  test('a request without a key has no actor', async () => {
    expect((await answer('{ who }', {})).body).toEqual({ data: { who: 'null' } })
  })

  test('the Bearer scheme is case-insensitive', async () => {
    const { app } = tried()
    for (const scheme of ['Bearer', 'bearer', 'BEARER ']) {
      const response = await post(app, { query: '{ who }' }, { authorization: `${scheme} ${publisher}` })
      const { data } = await response.json()
      expect(JSON.parse(data.who)).toEqual({ id: expect.any(Number), name: 'customs', scopes: ['publish'] })
    }
    expect(await (await post(app, { query: '{ who }' })).json(), 'and not the next one').toEqual({
      data: { who: 'null' },
    })
  })

  test('a key grants its scopes', async () => {
    const publish = async (headers: Record<string, string>) => (await answer('mutation { publish }', headers)).body
    expect(await publish(bearer(publisher))).toEqual({ data: { publish: 'customs' } })
    const nobody = await publish({})
    expect(codes(nobody)).toEqual(['UNAUTHENTICATED'])
    expect(nobody.errors[0].message).toContain('Authorization: Bearer ti_…')
    const without = await publish(bearer(idle))
    expect(codes(without)).toEqual(['FORBIDDEN'])
    expect(without.errors[0].message).toContain('publish')
  })
})

describe('a key that is not accepted', () => {
  const wrong: Record<string, () => Promise<string>> = {
    'an unknown key': async () => `Bearer ti_${'A'.repeat(43)}`,
    'a revoked key': async () => {
      const text = await make('revoked')
      await revokeKey(opened.database, 'revoked')
      return `Bearer ${text}`
    },
    'an expired key': async () => {
      const text = await make('expired')
      const data = { expiresAt: new Date(Date.now() - 1) }
      await opened.database.prisma.apiKey.updateMany({ where: { name: 'expired' }, data })
      return `Bearer ${text}`
    },
    'no key at all': async () => 'Bearer',
    nothing: async () => '',
    'another scheme': async () => `Basic ${publisher}`,
    'a key without its scheme': async () => publisher,
    'two keys': async () => `Bearer ${publisher} ${publisher}`,
    'two headers': async () => `Bearer ${publisher}, Bearer ${publisher}`,
  }
  test.each(Object.entries(wrong))('%s is UNAUTHENTICATED without a reason', async (_, header) => {
    const authorization = await header()
    for (const accept of ['application/graphql-response+json', 'application/json']) {
      const { status, headers, body, logged } = await answer('{ who }', { authorization, accept })
      expect([status, headers.get('www-authenticate')]).toEqual([401, 'Bearer'])
      expect(headers.get('content-type')).toContain(accept)
      expect(body).toEqual({
        errors: [
          {
            message:
              'The key is not valid. Send a valid key in the header Authorization: Bearer ti_…, or none: reading needs no key.',
            extensions: { code: 'UNAUTHENTICATED' },
          },
        ],
      })
      expect(logged.filter(({ level }) => level >= 30)).toEqual([expect.objectContaining({ level: 30 })])
      expect(JSON.stringify(logged)).not.toMatch(/ti_[\w-]{20}/)
    }
  })

  test('a key is refused without a key store, and in a URL', async () => {
    const { app } = testApp({ store: opened.store, schema: asked })
    const response = await app.fetch('http://test/graphql?query={who}', { headers: bearer(publisher) })
    expect(response.status).toBe(401)
  })

  test.skipIf(isOverSocket)('an invalid key is refused before the body is read', async () => {
    const pull = vi.fn()
    const body = new ReadableStream({ pull }, { highWaterMark: 0 })
    const headers = { 'content-type': 'application/json', ...bearer('ti_wrong') }
    const init = { method: 'POST', headers, body, duplex: 'half' } as RequestInit
    expect((await tried().app.fetch('http://test/graphql', init)).status).toBe(401)
    expect(pull).not.toHaveBeenCalled()
  })

  test('keys do not affect routes other than /graphql', async () => {
    const { app } = tried()
    for (const path of ['healthz', 'readyz', 'schema.graphql'])
      expect((await app.fetch(`http://test/${path}`, { headers: bearer('ti_wrong') })).status).toBe(200)
  })
})

describe('a server without its store', () => {
  test('a key is UNAVAILABLE without the store, and never logged', async () => {
    const lost = await openTestStore()
    await lost.lose()
    const find: FindActor = (key) => findKey(lost.database, key, () => {})
    const { status, headers, body, logged } = await answer('{ who }', bearer(publisher), { actorOf: find })
    expect([status, headers.get('retry-after'), codes(body)]).toEqual([503, '1', ['UNAVAILABLE']])
    expect(logged).toContainEqual(expect.objectContaining({ level: 40 }))
    expect(JSON.stringify(logged)).not.toMatch(/ti_[\w-]{20}/)
  })

  test('a key is UNAVAILABLE while the server starts', async () => {
    const silent = createServer((socket) => void sockets.push(socket)) // takes a connection and never says a word
    const sockets: { destroy(): void }[] = []
    await once(silent.listen(0, '127.0.0.1'), 'listening')
    const { port } = silent.address() as AddressInfo
    const config = readConfig({ PORT: '0', DATABASE_URL: `postgresql://127.0.0.1:${port}/trade` })
    const lines = new PassThrough()
    const served = serve(config, pino({}, lines)).catch((error) => error)
    const { msg } = JSON.parse(String((await once(lines, 'data'))[0]))
    const url = /http:\S+(?=,)/.exec(msg)?.[0]
    const body = JSON.stringify({ query: '{ store { version } }' })
    const headers = { 'content-type': 'application/json', ...bearer(publisher) }
    const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body })
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '1'])
    expect(codes(await response.json())).toEqual(['UNAVAILABLE'])
    silent.close()
    for (const socket of sockets) socket.destroy()
    expect(await served).toMatchObject({ code: 'UNAVAILABLE' })
  })
})
