import { once } from 'node:events'
import { Agent, createServer, type IncomingMessage, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { GraphQLString } from 'graphql'
import { afterAll, describe, expect, onTestFinished, test } from 'vitest'
import { testApp, tinySchema } from '../../support.js'
import { bearer, openKeyedStore } from './keyed-store.js'

const { opened, publisher, idle, actorOf } = await openKeyedStore()
afterAll(opened.close)

const schema = tinySchema({ one: { type: GraphQLString, resolve: () => '1' } })

describe('a body', () => {
  const mebi = 1_048_576
  const whole = JSON.stringify({ query: '{ one }' })
  const send = (size: number, announced: boolean, headers: Record<string, string>) => {
    const bytes = Buffer.alloc(size, ' ')
    bytes.write(whole)
    const common = { 'content-type': 'application/json', ...headers }
    const length: Record<string, string> = announced ? { 'content-length': String(size) } : {}
    const body = announced ? bytes : new Response(bytes).body
    const init = { method: 'POST', headers: { ...common, ...length }, body, duplex: 'half' } as RequestInit
    return testApp({ store: opened.store, schema, actorOf }).app.fetch('http://test/graphql', init)
  }

  test.each([true, false])('publishers may send 64 MiB; announced: %s', async (announced) => {
    expect((await send(64 * mebi, announced, bearer(publisher))).status).toBe(200)
    const refused = await send(64 * mebi + 1, announced, bearer(publisher))
    expect(refused.status).toBe(413)
    const body = await refused.json()
    expect(body.errors).toMatchObject([
      { message: expect.stringContaining('limit is 67,108,864 bytes'), extensions: { code: 'LIMIT_EXCEEDED' } },
    ])
  })

  test.each([true, false])('others may send 1 MiB; announced: %s', async (announced) => {
    for (const headers of [{}, bearer(idle)]) {
      expect((await send(mebi, announced, headers)).status).toBe(200)
      expect((await send(mebi + 1, announced, headers)).status).toBe(413)
    }
    expect((await send(mebi + 1, announced, bearer('ti_wrong'))).status, 'the key comes first').toBe(401)
  })
})

test.each(['/mcp', '/graphql'])('a connection can be used again after a body too long for %s', async (path) => {
  const server = createServer(testApp({ store: opened.store, schema, actorOf }).app).listen(0, '127.0.0.1')
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  onTestFinished(async () => {
    agent.destroy()
    server.close()
    await once(server, 'close')
  })
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const ask = async (method: string, to: string, body: string): Promise<[number | undefined, boolean]> => {
    const asking = request({
      ...{ host: '127.0.0.1', port, agent, method, path: to },
      headers: {
        'content-type': 'application/json',
        accept: 'application/json, text/event-stream',
        'content-length': body.length,
      },
    })
    asking.end(body)
    const [response] = (await once(asking, 'response')) as [IncomingMessage]
    response.resume()
    await once(response, 'end')
    return [response.statusCode, asking.reusedSocket]
  }
  expect(await ask('POST', path, ' '.repeat(3_000_000))).toEqual([413, false])
  expect((await ask('POST', '/graphql', JSON.stringify({ query: '{ one }' })))[0]).toBe(200)
})
