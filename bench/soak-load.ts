import { connect } from 'node:net'
import { right } from './soak-releases.js'

// The load of a soak, a process of its own: keeps asking one server over so many connections until it is told to stop by
// the end of its input, looks at every answer, and prints what came of it as one line of JSON.

/** What came of it: times in milliseconds; of what was wrong, a few words each. */
export interface Soaked {
  readonly asked: number
  readonly p50: number
  readonly p99: number
  readonly most: number
  /** Answers that were refused, or never came. */
  readonly failed: readonly string[]
  /** Answers that do not hold what belongs to their version. */
  readonly wrong: readonly string[]
  /** How many answers were of each version. */
  readonly versions: Readonly<Record<number, number>>
}

const [address = '', connections = '32', query = ''] = process.argv.slice(2)
const { hostname, port, pathname } = new URL(address)
const times = new Float64Array(4_000_000) // the latest, where there are more
let asked = 0
const failed: string[] = []
const wrong: string[] = []
const versions: Record<number, number> = {}
let newest = 0
let stopped = false

/** A question that finds the same, whatever number below all figures it has. */
const request = (below: number): Buffer => {
  const body = Buffer.from(JSON.stringify({ query, variables: { least: `${-below}` } }))
  const head = `POST ${pathname} HTTP/1.1\r\nhost: ${hostname}\r\naccept: application/json\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n`
  return Buffer.concat([Buffer.from(head), body])
}
const same = request(0)
let count = 0
/** Every other one is another question, of which no answer is kept. */
const next = (): Buffer => (count++ % 2 === 0 ? same : request(count))

function look(answer: Buffer, head: number, before: number): void {
  const said = answer.toString('latin1', 0, head)
  const text = answer.toString('utf8', head + 4)
  if (!said.startsWith('HTTP/1.1 200 ')) return void failed.push(`${said.slice(9, 12)} ${text.slice(0, 300)}`)
  const { data, errors } = JSON.parse(text)
  if (errors) return void failed.push(JSON.stringify(errors).slice(0, 300))
  const version = Number(/\r\nx-store-version: (\d+)/i.exec(said)?.[1])
  versions[version] = (versions[version] ?? 0) + 1
  if (!right(data, version)) wrong.push(`said to be ${version}: ${text.slice(0, 300)}`)
  if (version < before) wrong.push(`version ${version}, asked for when ${before} had been told`)
  newest = Math.max(newest, version)
}

function run(): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname).setNoDelay(true)
    let held: Buffer = Buffer.alloc(0)
    let sentAt = 0
    let before = 0
    const send = (): void => {
      if (stopped) {
        socket.destroy()
        resolve()
        return
      }
      sentAt = performance.now()
      before = newest
      socket.write(next())
    }
    socket.on('connect', send)
    socket.on('error', (error) => {
      failed.push(error.message)
      resolve()
    })
    socket.on('end', () => {
      failed.push('the connection was closed')
      resolve()
    })
    socket.on('data', (chunk) => {
      held = held.length === 0 ? chunk : Buffer.concat([held, chunk])
      const head = held.indexOf('\r\n\r\n')
      const length = /\r\ncontent-length: (\d+)/i.exec(held.toString('latin1', 0, Math.max(0, head)))?.[1]
      if (head < 0 || held.length < head + 4 + Number(length ?? 0)) return
      times[asked++ % times.length] = performance.now() - sentAt
      look(held, head, before)
      held = Buffer.alloc(0)
      send()
    })
  })
}

process.stdin.resume().on('end', () => {
  stopped = true
})
await Promise.all(Array.from({ length: Number(connections) }, run))
const sorted = times.subarray(0, Math.min(asked, times.length)).sort()
const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
const few = (all: string[]): string[] => all.slice(0, 5).concat(all.length > 5 ? [`and ${all.length - 5} more`] : [])
const soaked: Soaked = {
  ...{ asked, p50: at(0.5), p99: at(0.99), most: at(1) },
  ...{ failed: few(failed), wrong: few(wrong), versions },
}
process.stdout.write(`${JSON.stringify(soaked)}\n`)
