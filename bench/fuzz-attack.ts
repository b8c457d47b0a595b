import { readdir, readFile } from 'node:fs/promises'
import { Agent, request } from 'node:http'
import { connect } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { catalogue } from '../src/errors.js'
import { schema } from '../src/graphql/schema.js'
import { randomDocument } from '../test/random-documents.js'
import { anyValue, attacks, Chance, period, spoiltBytes, spoiltCursor, spoiltDocument, text } from './fuzz-inputs.js'

// Who attacks, a process of its own: sends one wrong thing after the other, from an address of each client's own, as often as one
// may, and looks at every answer. Prints what came of it as one line of JSON.

/** What came of it. */
export interface Attacked {
  readonly sent: number
  /** How many answers had each status. */
  readonly statuses: Readonly<Record<string, number>>
  readonly codes: Readonly<Record<string, number>>
  /** What must never be, with what was sent. */
  readonly faults: readonly string[]
  /** What took longest, in milliseconds. */
  readonly slowest: readonly { readonly ms: number; readonly what: string }[]
  /** How many of the bodies that come a byte a second the server has given up. */
  readonly givenUp: number
}

const [address = '', seconds = '', seed = '', clients = '1'] = process.argv.slice(2)
const url = new URL(address)
const until = performance.now() + Number(seconds) * 1000
const perSecond = 95 // the limit is 100
const statuses: Record<string, number> = {}
const codes: Record<string, number> = {}
const faults: string[] = []
let slowest: { ms: number; what: string }[] = []
let sent = 0
let givenUp = 0

const folder = new URL('../src/graphql/operations/', import.meta.url)
const documents = await Promise.all(
  (await readdir(folder))
    .filter((name) => name.endsWith('.graphql'))
    .map((name) => readFile(fileURLToPath(new URL(name, folder)), 'utf8')),
)
const paged =
  'query ($f: IndicatorFilter, $o: [IndicatorOrder!], $a: String, $b: String, $n: Int, $m: Int, $p: Period!, $i: ID!, $u: Unit, $t: String!) { indicators(filter: $f, orderBy: $o, after: $a, before: $b, first: $n, last: $m) { totalCount nodes { value(unit: $u) } pageInfo { endCursor } } indicator(metric: "TRADE", period: $p) { id } node(id: $i) { id } search(text: $t) { matched } }'

const allowed = new Set([200, 302, 408, 415, 405, 413, 404, 304, 431, 406, ...Object.values(catalogue)])
const leaks = /\n\s+at |node_modules|\.[jt]s:\d|"stack"|\bSELECT\b.*\bFROM\b|PrismaClient/

function judge(what: string, status: number, body: string): void {
  statuses[status] = (statuses[status] ?? 0) + 1
  const told = [...body.matchAll(/"code":"([A-Z_]+)"/g)].map(([, code]) => code as string)
  for (const code of new Set(told)) if (code in catalogue) codes[code] = (codes[code] ?? 0) + 1
  const wrong = !allowed.has(status) || status === 500 || told.includes('INTERNAL_SERVER_ERROR') || leaks.test(body)
  if (wrong && faults.length < 20) faults.push(`${what.slice(0, 1500)}\n  -> ${status} ${body.slice(0, 500)}`)
}

/** What a random document names. */
const words = {
  metrics: ['TRADE', 'EXPORTS', 'IMPORTS', 'NOTHING'],
  dimensions: ['PRODUCT', 'PARTNER', 'LOCATION', 'NOTHING'],
  categories: ['TOTAL:ALL', 'PRODUCT:SHIPS', 'PARTNER:EU', 'NOTHING'],
  releases: ['CN-GACC-2023-ANNUAL', 'NOTHING'],
  periods: ['2022', '2023', '2023-01'],
}

/** A string of up to a megabyte. */
const long = (chance: Chance): string =>
  chance.of(['a', '锂', ' ', '\\', '\u0000', 'ab ']).repeat(1 + chance.below(900_000) / 3)

interface Wrong {
  readonly body: Buffer
  readonly headers?: Record<string, string>
  readonly path?: string
  readonly method?: string
}

const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value))

/** The next wrong thing. */
function wrong(chance: Chance, cursors: readonly string[]): Wrong {
  const variables = (): Record<string, unknown> => ({
    ...{
      f: anyValue(chance),
      o: anyValue(chance, 2),
      n: anyValue(chance, 0),
      m: chance.of([null, anyValue(chance, 0)]),
    },
    ...{ a: chance.of([null, spoiltCursor(chance, chance.of(cursors))]), b: chance.of([null, text(chance)]) },
    ...{
      p: period(chance),
      i: spoiltCursor(chance, chance.of(cursors)),
      u: chance.of(['CNY', null, text(chance)]),
      t: text(chance),
    },
  })
  const way = chance.below(12)
  if (way === 10)
    return { body: json(randomDocument(schema, (below) => chance.below(below), { ...words, ids: cursors })) }
  if (way === 11)
    return { body: json({ query: paged, variables: { ...variables(), [chance.of(['a', 'i', 't'])]: long(chance) } }) }
  if (way < 3)
    return {
      body: json({
        query: spoiltDocument(chance, chance.of(documents)),
        variables: chance.of([null, {}, anyValue(chance)]),
      }),
    }
  if (way < 6) return { body: json({ query: paged, variables: variables() }) }
  if (way === 6) {
    const filter = chance.of(['metrics: ["TRADE"]', 'categories: ["TOTAL:ALL"]', ''])
    const [p, c] = [JSON.stringify(period(chance)), JSON.stringify(spoiltCursor(chance, chance.of(cursors)))]
    return {
      body: json({
        query: `{ indicators(filter: {${filter} periods: [${p}]}, after: ${c}) { totalCount } indicator(metric: "TRADE", period: ${p}) { id } }`,
      }),
    }
  }
  if (way === 7) return { body: json({ query: chance.of(Object.values(attacks)) }) }
  if (way === 8)
    return { body: spoiltBytes(chance, json({ query: paged, variables: variables(), operationName: text(chance) })) }
  const value = text(chance)
    .replace(/[^\x20-\x7e]/g, '?')
    .slice(0, 2000)
  const name = chance.of([
    'accept',
    'content-type',
    'authorization',
    'x-request-id',
    'traceparent',
    'if-none-match',
    'accept-encoding',
    'origin',
    'x-query-cost',
    'x-forwarded-for',
    'accept-language',
  ])
  const path = chance.of([
    '/graphql',
    '/export',
    '/metrics',
    '/schema.graphql',
    '/',
    '/%00',
    '/graphql/%2e%2e',
    '/readyz',
    `/graphql?query=${encodeURIComponent(spoiltDocument(chance, chance.of(documents)).slice(0, 3000)).replace(/%ED%A0%80/g, '')}`,
    `/export?format=${chance.of(['csv', 'xlsx', 'exe', ''])}&variables=${encodeURIComponent(JSON.stringify(anyValue(chance)) ?? '').slice(0, 2000)}`,
  ])
  return {
    body: chance.of([Buffer.alloc(0), json({ query: '{ store { version } }' })]),
    headers: { [name]: value },
    path,
    method: chance.of(['POST', 'GET', 'POST', 'HEAD', 'PUT', 'OPTIONS']),
  }
}

function send(
  { body, headers = {}, path = '/graphql', method = 'POST' }: Wrong,
  agent: Agent,
  localAddress: string,
): Promise<void> {
  return new Promise((resolve) => {
    const began = performance.now()
    const what = `${method} ${path} ${JSON.stringify(headers)} ${body.toString('latin1')}`
    const withBody = method === 'POST' || method === 'PUT'
    const common = withBody ? { 'content-type': 'application/json', 'content-length': `${body.length}` } : {}
    try {
      const asked = request(
        { host: url.hostname, port: url.port, path, method, headers: { ...common, ...headers }, agent, localAddress },
        (response) => {
          const chunks: Buffer[] = []
          let size = 0
          response.on('data', (chunk: Buffer) => {
            size += chunk.length
            if (size < 100_000) chunks.push(chunk)
          })
          const done = (): void => {
            const ms = Math.round(performance.now() - began)
            if (ms > (slowest.at(-1)?.ms ?? 0) || slowest.length < 5)
              slowest = [...slowest, { ms, what: what.slice(0, 300) }].sort((a, b) => b.ms - a.ms).slice(0, 5)
            judge(what, response.statusCode ?? 0, Buffer.concat(chunks).toString())
            resolve()
          }
          response.on('end', done).on('error', done)
        },
      )
      asked.setTimeout(30_000, () => asked.destroy(new Error('no answer within 30 s')))
      asked.on('error', (error) => {
        // Who is refused before the body has been read may find the connection closed.
        if (!/ECONNRESET|EPIPE|socket hang up/.test(error.message))
          faults.push(`${what.slice(0, 500)}\n  -> ${error.message}`)
        resolve()
      })
      asked.end(withBody ? body : undefined)
    } catch {
      resolve() // nothing that Node's client would send
    }
  })
}

async function cursorsOf(): Promise<string[]> {
  const query = '{ indicators(first: 20) { nodes { id } edges { cursor } } releases { edges { cursor } nodes { id } } }'
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  })
  return [...(await response.text()).matchAll(/"(?:cursor|id)":"([^"]+)"/g)].map(([, cursor]) => cursor as string)
}

/** From one address, as often as it may. */
async function attack(localAddress: string, chance: Chance, cursors: readonly string[]): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 8 })
  const under = new Set<Promise<void>>()
  const began = performance.now()
  for (let n = 1; performance.now() < until; n++) {
    const each = send(wrong(chance, cursors), agent, localAddress)
    sent += 1
    under.add(each)
    void each.then(() => under.delete(each))
    if (under.size >= 8) await Promise.race(under)
    await setTimeout(Math.max(0, began + (n * 1000) / perSecond - performance.now()))
  }
  await Promise.all(under)
  agent.destroy()
}

/** A body of which one byte comes a second, for as long as the server waits for more. */
async function slowBody(): Promise<void> {
  while (performance.now() < until) {
    const socket = connect({ host: url.hostname, port: Number(url.port), localAddress: '127.0.0.9' })
    let open = true
    socket
      .on('error', () => {})
      .on('data', () => {})
      .on('close', () => (open = false))
    socket.write(
      'POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 100000\r\n\r\n{"query":"',
    )
    while (open && performance.now() < until) {
      await setTimeout(1000)
      if (open) socket.write('x')
    }
    if (!open) givenUp += 1
    socket.destroy()
  }
}

const cursors = await cursorsOf()
await Promise.all([
  ...Array.from({ length: Number(clients) }, (_, n) =>
    attack(`127.0.1.${n + 1}`, new Chance(Number(seed) + n), cursors),
  ),
  ...Array.from({ length: 50 }, slowBody),
])
const attacked: Attacked = { sent, statuses, codes, faults, slowest, givenUp }
process.stdout.write(`${JSON.stringify(attacked)}\n`)
