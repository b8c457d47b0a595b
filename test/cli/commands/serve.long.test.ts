import { once } from 'node:events'
import { request } from 'node:http'
import { type AddressInfo, createServer } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { ask, Workplace } from '../process.js'
import { patient } from '../run.js'

const filling = new Workplace()
const workplace = new Workplace()
let full: string // the folder of a store that was filled
beforeAll(async () => {
  full = await filling.folder()
  await filling.seed({ DATA_DIR: full })
})
afterEach(() => workplace.clear())
afterAll(() => filling.clear())

const store = '{ store { version indicators releases } }'
const filled = { store: { version: 6, indicators: 38, releases: 5 } }

test('a folder open in one process is refused to a second', patient, async () => {
  const { server: first, url } = await workplace.serve({ DATA_DIR: full })
  const second = workplace.start({ DATA_DIR: full })
  expect(await second.end()).toBe(3)
  expect(second.said).toContain(`The store in ${full} is open in another process (process ${first.process.pid} on `)
  expect(second.said).toContain('DATA_DIR')
  expect(await ask(url, store)).toEqual(filled)
})

test('FEDERATION makes a server a subgraph, without introspection too', patient, async () => {
  const { url } = await workplace.serve({ DATA_DIR: full, FEDERATION: 'true', INTROSPECTION: 'false' })
  const { _service, _entities } = await ask(
    url,
    '{ _service { sdl } _entities(representations: [{ __typename: "Metric", code: "EXPORTS" }]) { ... on Metric { name } } }',
  )
  expect(_service.sdl).toContain('type Metric implements Node @key(fields: "id") @key(fields: "code")')
  expect(_entities).toEqual([{ name: 'Exports' }])
})

test('a seeding killed at any moment is completed by the next start', patient, async () => {
  const folder = await workplace.folder()
  const cutOff: boolean[] = []
  const killAt = async (moment: string): Promise<void> => {
    const killed = workplace.start({ DATA_DIR: folder })
    await killed.says(new RegExp(`${moment}|ready at`))
    expect(await killed.kill('SIGKILL')).toBe('SIGKILL')
    cutOff.push(!killed.said.includes('ready at'))
  }
  await killAt('listening at') // while the store itself is made
  const empty = await workplace.serve({ DATA_DIR: folder, SEED: 'false' })
  expect(await ask(empty.url, store)).toEqual({ store: { version: 0, indicators: 0, releases: 0 } })
  expect(await empty.server.kill('SIGTERM')).toBe(0)
  for (const moment of ['importing the shipped', 'release=CN-GACC-2020', 'release=CN-GACC-2022']) await killAt(moment)
  expect(cutOff, 'a fast machine may be done by the last').toEqual([true, true, true, expect.any(Boolean)])

  const { server: next, url } = await workplace.serve({ DATA_DIR: folder })
  const printed = '{ release(code: "CN-GACC-2023-ANNUAL") { indicators { totalCount nodes { id formatted } } } }'
  const { indicators } = (await ask(url, printed)).release
  expect(indicators.totalCount).toBe(20)
  expect(new Set(indicators.nodes.map(({ id }: { id: string }) => id)).size).toBe(20)
  expect(await ask(url, store)).toEqual(filled)
  expect(await next.kill('SIGTERM')).toBe(0)

  const { server: last, url: lastUrl } = await workplace.serve({ DATA_DIR: folder })
  expect(await ask(lastUrl, store)).toEqual(filled)
  expect(last.said).not.toContain('shipped releases')
  expect(await last.kill('SIGINT')).toBe(0)
})

test('a server waiting for its store is alive, not ready, and stoppable', patient, async () => {
  const silent = createServer() // takes a connection and never says a word
  await once(silent.listen(0, '127.0.0.1'), 'listening')
  try {
    const { port } = silent.address() as AddressInfo
    const server = workplace.start({ DATABASE_URL: `postgresql://127.0.0.1:${port}/trade` })
    const url = await server.url()
    const [alive, ready, asked] = await Promise.all([
      fetch(`${url}/healthz`),
      fetch(`${url}/readyz`),
      fetch(`${url}/graphql?query={__typename}`),
    ])
    expect([alive.status, ready.status, await ready.json()]).toEqual([200, 503, { status: 'starting' }])
    expect([asked.status, (await asked.json()).errors[0].extensions.code]).toEqual([503, 'UNAVAILABLE'])
    expect(await server.kill('SIGTERM')).toBe(0)
  } finally {
    silent.close()
  }
})

describe('a stop', () => {
  /** A request whose body has only half arrived when the server is told to stop. */
  async function halfAsked(url: string) {
    const body = JSON.stringify({ query: store })
    const headers = { 'content-type': 'application/json', 'content-length': body.length }
    const sent = request(`${url}/graphql`, { method: 'POST', headers })
    const answered = new Promise<{ connection: string | undefined; text: string }>((resolve, reject) => {
      sent.on('error', reject).on('response', (response) => {
        let text = ''
        response.setEncoding('utf8').on('data', (chunk) => (text = text.concat(chunk)))
        response.on('end', () => resolve({ connection: response.headers.connection, text }))
      })
    })
    await new Promise((resolve) => sent.write(body.slice(0, 10), resolve))
    await fetch(`${url}/healthz`) // by then the server has seen the other, which came first
    return { answered, finish: () => sent.end(body.slice(10)) }
  }

  test('SIGTERM finishes requests in progress and exits with 0', patient, async () => {
    const { server, url } = await workplace.serve({ DATA_DIR: full })
    const { answered, finish } = await halfAsked(url)
    server.process.kill('SIGTERM')
    await server.says(/stopping on SIGTERM/)
    const connected = () => once(request(`${url}/healthz`, { agent: false }).end(), 'response')
    // The port is closed right after the line is logged.
    await vi.waitFor(() => expect(connected()).rejects.toThrow('ECONNREFUSED'), { timeout: 60_000 })
    expect(server.ended).toBe(false)
    finish()
    const { connection, text } = await answered
    expect(JSON.parse(text)).toEqual({ data: filled })
    expect(connection, 'there is nothing more to be had from it').toBe('close')
    expect(await server.end()).toBe(0)
    expect(server.said).toMatch(/stopped\n$/)
  })

  test('a second signal stops the server at once', patient, async () => {
    const { server, url } = await workplace.serve({ DATA_DIR: full })
    const { answered } = await halfAsked(url)
    answered.catch(() => {}) // it never is
    server.process.kill('SIGINT')
    await server.says(/stopping on SIGINT/)
    while (!server.ended) {
      server.process.kill('SIGINT') // what comes within half a second of the first is taken for the same
      await new Promise((resolve) => setImmediate(resolve))
    }
    expect(await server.end()).toBe(1)
  })
})

describe('an unavailable resource is reported with status 3:', () => {
  test('a port', patient, async () => {
    const first = workplace.start({ DATA_DIR: full })
    const { port } = new URL(await first.url())
    const second = workplace.start({ DATA_DIR: await workplace.folder(), PORT: port })
    expect(await second.end()).toBe(3)
    expect(second.said).toContain(`Port ${port} of 127.0.0.1 is in use by another process.`)
  })

  test('a database server', patient, async () => {
    const server = workplace.start({ DATABASE_URL: 'postgresql://reader:hunter2@127.0.0.1:1/trade' }, 'serve')
    expect(await server.end()).toBe(3)
    expect(server.said).toContain('The database 127.0.0.1:1/trade cannot be reached')
    expect(server.said).not.toContain('hunter2')
  })

  test('a folder', patient, async () => {
    const server = workplace.start({ DATA_DIR: '/dev/null/data' })
    expect(await server.end()).toBe(3)
    expect(server.said).toContain('The store could not be opened: ENOTDIR')
  })
})
