import { connect } from 'node:net'
import { type Name, questions } from './questions.js'

// The load generator, a process of its own: so many connections, one request at a time on each, over bare sockets, as a
// client that costs more than the server would measure itself. Prints one line of JSON.

/** What is to be done. */
export interface Load {
  readonly url: string
  readonly name: Name
  readonly method: 'GET' | 'POST'
  /** Every request with other variables, the first of them `from`; else all are the same. */
  readonly varied: boolean
  readonly from: number
  readonly connections: number
  readonly seconds: number
  /** Of a client that has the answer. */
  readonly etag: string | null
}

/** What came of it: times in milliseconds. */
export interface Loaded {
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
  readonly bytes: number
  readonly asked: number
}

const load = JSON.parse(process.argv[2] ?? '{}') as Load
const { hostname, port, pathname } = new URL(load.url)
let next = load.from

function request(n: number): Buffer {
  const { query, variables } = questions[load.name](n)
  const common = `host: ${hostname}\r\naccept: application/json\r\n${load.etag === null ? '' : `if-none-match: ${load.etag}\r\n`}`
  if (load.method === 'GET') {
    const search = new URLSearchParams({ query, variables: JSON.stringify(variables) })
    return Buffer.from(`GET ${pathname}?${search} HTTP/1.1\r\n${common}\r\n`)
  }
  const body = Buffer.from(JSON.stringify({ query, variables }))
  const head = `POST ${pathname} HTTP/1.1\r\n${common}content-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n`
  return Buffer.concat([Buffer.from(head), body])
}

const same = request(load.from)
const times: number[] = []
let bytes = 0
let stopAt = 0

function run(): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname)
    socket.setNoDelay(true)
    let held: Buffer = Buffer.alloc(0)
    let usual = -1 // the length of the last response, read whole
    let sentAt = 0
    const send = (): void => {
      sentAt = performance.now()
      if (sentAt < stopAt) socket.write(load.varied ? request(next++) : same)
      else {
        socket.destroy()
        resolve()
      }
    }
    socket.on('connect', () => send())
    socket.on('error', reject)
    socket.on('data', (chunk) => {
      held = held.length === 0 ? chunk : Buffer.concat([held, chunk])
      // The responses to the same request are of one length, so that not every head has to be read.
      const end = !load.varied && held.length === usual ? usual : lengthOf(held)
      if (end === null || held.length < end) return
      const right = load.etag === null ? '200' : '304'
      if (held.toString('latin1', 9, 12) !== right) return reject(new Error(held.toString('utf8', 0, 600)))
      bytes = end
      usual = end
      times.push(performance.now() - sentAt)
      held = Buffer.alloc(0)
      send()
    })
  })
}

/** How long a whole response is, as far as it has come; null where that cannot be told yet. */
function lengthOf(text: Buffer): number | null {
  const head = text.indexOf('\r\n\r\n')
  if (head < 0) return null
  const headers = text.toString('latin1', 0, head).toLowerCase()
  const length = /\r\ncontent-length: (\d+)/.exec(headers)?.[1]
  if (length !== undefined) return head + 4 + Number(length)
  if (headers.includes('transfer-encoding: chunked'))
    return text.subarray(-5).toString('latin1') === '0\r\n\r\n' ? text.length : null
  return head + 4
}

const began = performance.now()
stopAt = began + load.seconds * 1000
await Promise.all(Array.from({ length: load.connections }, run))
const took = (performance.now() - began) / 1000
times.sort((a, b) => a - b)
const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
const loaded: Loaded = { perSecond: times.length / took, p50: at(0.5), p99: at(0.99), bytes, asked: next - load.from }
process.stdout.write(`${JSON.stringify(loaded)}\n`)
