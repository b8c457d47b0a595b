import { readFile } from 'node:fs/promises'
import { connect, type Socket } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type Command, Workplace } from '../cli/process.js'
import { post, publishSurely, Readers, tell } from './load.js'
import { publishingKey } from './published-store.js'

const workplace = new Workplace()
const sockets: Socket[] = []
let server: Command
let url: string
let key: string
let version = 6
beforeAll(async () => {
  const env = {
    DATA_DIR: await workplace.folder(),
    RATE_LIMIT_PER_MINUTE: '0',
    CACHE_BYTES: '134217728',
    QUERY_TIMEOUT_MS: '60000',
  }
  key = await publishingKey(workplace, env)
  ;({ server, url } = await workplace.serve(env))
  await publishSurely(url, key, ++version, rows('A', 8000))
})
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy()
})
afterAll(() => workplace.clear())

/** So many rows of a release, under codes that begin so. */
const rows = (prefix: string, count: number): string =>
  Array.from(
    { length: count },
    (_, n) => `IMPORTS,PRODUCT,${prefix}${n % 10},${1000 + Math.floor(n / 10)},${n},CNY\n`,
  ).join('')

/** Megabytes of memory that the server has. */
async function memory(): Promise<number> {
  const status = await readFile(`/proc/${server.process.pid}/status`, 'utf8')
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024)
}

/** A connection of its own, on which this is sent. */
async function opened(sent = ''): Promise<Socket> {
  const { port } = new URL(url)
  const socket = connect(Number(port), '127.0.0.1')
  socket.on('error', () => {})
  sockets.push(socket)
  await new Promise((resolve) => socket.once('connect', resolve))
  if (sent !== '') socket.write(sent)
  return socket
}

const asking = (query: string, accept = 'application/json'): string => {
  const body = JSON.stringify({ query })
  return `POST /graphql HTTP/1.1\r\nhost: x\r\naccept: ${accept}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`
}

const large = ['a', 'b', 'c', 'd', 'e', 'f']
  .map(
    (name) =>
      `${name}: indicators(first: 1000, filter: {hasValue: true}) { nodes { id period citation formatted value note release { title publisher } } }`,
  )
  .join(' ')

async function most(): Promise<number> {
  const [, soft] = /Max open files\s+(\d+)/.exec(await readFile('/proc/self/limits', 'utf8')) ?? []
  return Number(soft)
}

test('ten thousand idle connections are closed while others are served', async ({ skip }) => {
  const count = 10_000
  if ((await most()) < count + 500) skip(`a process may open ${await most()} files here`)
  const before = await memory()
  for (let n = 0; n < count; n += 500)
    await Promise.all(
      Array.from({ length: 500 }, (_, each) => opened(each % 2 === 0 ? '' : asking('{ store { version } }'))),
    )
  const began = performance.now()
  let closed = 0
  for (const socket of sockets) socket.resume().on('close', () => closed++)
  const readers = new Readers(url, 10)
  await readers.more(1000)
  const during = await memory()
  expect(closed).toBeLessThan(count / 2)
  while (closed < count) await setTimeout(50)
  const took = ((performance.now() - began) / 1000).toFixed(0)
  tell(
    `10,000 idle connections: ${await readers.stop()} for others; ${during - before} MB more; all closed after ${took} s`,
  )
  expect(during - before).toBeLessThan(400)
})

test('a hundred slow readers are disconnected while others are served', async () => {
  const before = await memory()
  const whole = (await post(url, { query: `{ ${large} }` })).text.length
  const file = 'GET /export?format=csv HTTP/1.1\r\nhost: x\r\n\r\n'
  const ask = (n: number): string => (n < 4 ? file : asking(`{ ${large} }`)) // four files are written at a time
  const slow = await Promise.all(Array.from({ length: 100 }, (_, n) => opened(ask(n))))
  let read = 0
  const timer = setInterval(() => {
    for (const socket of slow) if (socket.read(1) !== null) read += 1
  }, 1000)
  for (const socket of slow) socket.on('readable', () => {})
  const readers = new Readers(url, 10)
  await readers.more(2000)
  const during = await memory()
  // What the server has let go it no longer counts, though who does not read is never told.
  const began = performance.now()
  while ((await connections()) > 20) await setTimeout(500)
  clearInterval(timer)
  const took = ((performance.now() - began) / 1000).toFixed(0)
  tell(
    `100 slow readers of ${(whole / 1e6).toFixed(1)} MB each: ${await readers.stop()} for others; ${during - before} MB more; let go after ${took} s, with ${read} bytes read`,
  )
})

test('subscribers that never read are dropped while others receive each release', async () => {
  const before = await memory()
  const subscription = (selection: string, since: string): string =>
    asking(
      `subscription { releasePublished(sinceVersion: ${since}) { code version ${selection} } }`,
      'text/event-stream',
    )
  for (let n = 0; n < 5; n++) await opened(subscription(large.replaceAll(', filter: {hasValue: true}', ''), '0'))
  let heard = ''
  const good = await opened(subscription('', `${version}`))
  good.setEncoding('utf8').on('data', (text) => (heard = heard.concat(`${text}`)))
  const readers = new Readers(url, 10)
  const peaks: number[] = []
  for (let count = 0; count < 5; count++) {
    await publishSurely(url, key, ++version, rows('BCDEF'[count] as string, 1000))
    while (!heard.includes(`V-${version}`)) await setTimeout(10)
    peaks.push((await memory()) - before)
  }
  const began = performance.now()
  while ((server.said.match(/a subscriber that does not read|closing its connection/g) ?? []).length < 5)
    await setTimeout(100)
  const took = ((performance.now() - began) / 1000).toFixed(0)
  tell(
    `5 subscribers that never read: ${await readers.stop()} for others; ${peaks.join(', ')} MB more after each release; dropped ${took} s later`,
  )
  expect(Math.max(...peaks)).toBeLessThan(600)
})

/** How many connections the server has, as the system counts them. */
async function connections(): Promise<number> {
  const port = Number(new URL(url).port).toString(16).toUpperCase().padStart(4, '0')
  const lines = (await readFile(`/proc/${server.process.pid}/net/tcp`, 'utf8')).split('\n')
  return lines.filter((line) => new RegExp(`^\\s*\\d+: \\w+:${port} \\w+:\\w+ 01 `).test(line)).length
}
