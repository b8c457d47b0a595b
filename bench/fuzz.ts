import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { sendAttacks } from './attacks/send.js'
import type { Attacked } from './fuzz-attack.js'
import { Measured } from './processes.js'
import { short } from './table.js'

// `npm run bench:fuzz` sends the built server wrong documents, variables, cursors, periods, headers and bytes, and the
// queries of lists of attacks, for SECONDS (300), as often as a client may, or as CLIENTS (1) may; SEED repeats a run. Before,
// it sends every attack of bench/attacks, one at a time, to a server of what ships and, where DATABASE_URL names a server, to
// one of the tables in ../shared/data; what each cost is written there. ONLY=attacks ends with that, ONLY=wrong leaves it out. A good
// client asks fifty times a second, for a while alone and then meanwhile. Prints what came of it, and ends with status 1
// where the server ended, failed, told what is its own business, or kept the good client waiting for more than twice as
// long. The store is an embedded one with the shipped releases.

const seconds = Number(process.env['SECONDS'] ?? 300)
const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000)
const alone = Math.min(60, Math.max(10, seconds / 5))

const question = (n: number): string =>
  JSON.stringify({
    query:
      'query ($periods: [Period!], $least: Decimal) { indicators(filter: { periods: $periods, value: { gte: $least } }) { totalCount nodes { metric { name } category { name } value formatted } } }',
    variables: { periods: ['2023'], least: `${-n}` }, // another one each time, which finds the same
  })

/** The good client: fifty questions a second, each answered rightly. Its times in milliseconds. */
async function good(url: URL, milliseconds: number): Promise<{ p50: number; p99: number }> {
  const agent = new Agent({ keepAlive: true, maxSockets: 16 })
  const times: number[] = []
  const ask = (n: number): Promise<void> =>
    new Promise((resolve, reject) => {
      const began = performance.now()
      const headers = { 'content-type': 'application/json' }
      const sent = request(url, { method: 'POST', agent, headers }, (response) => {
        let text = ''
        response.setEncoding('utf8').on('data', (chunk) => {
          text += chunk
        })
        response.on('end', () => {
          times.push(performance.now() - began)
          const right = response.statusCode === 200 && !text.includes('"errors"') && text.includes('41760000000000')
          right ? resolve() : reject(new Error(`the good client was told ${response.statusCode} ${text.slice(0, 500)}`))
        })
      })
      sent.on('error', reject).end(question(n))
    })
  const all: Promise<void>[] = []
  const began = performance.now()
  for (let n = 0; performance.now() - began < milliseconds; n++) {
    all.push(ask(n))
    await setTimeout(Math.max(0, began + (n + 1) * 20 - performance.now()))
  }
  await Promise.all(all)
  agent.destroy()
  times.sort((a, b) => a - b)
  const at = (share: number): number => times[Math.floor(times.length * share)] ?? 0
  return { p50: at(0.5), p99: at(0.99) }
}

/** How late turns of the server's event loop came since it was asked last. */
async function delay(url: URL): Promise<string> {
  const metrics = await (await fetch(new URL('/metrics', url))).text()
  const of = (name: string): string =>
    short(1000 * Number(new RegExp(`^nodejs_eventloop_lag_${name}_seconds (\\S+)$`, 'm').exec(metrics)?.[1]))
  return `its event loop p99 ${of('p99')} ms late, ${of('max')} ms at most`
}

const folder = await mkdtemp(join(tmpdir(), 'trade-indicators-fuzz-'))
try {
  const only = process.env['ONLY']
  if (only !== 'wrong' && !(await sendAttacks(join(folder, 'attacked')))) process.exitCode = 1
  if (only !== 'attacks') await sendWrong(join(folder, 'fuzzed'))
} finally {
  await rm(folder, { recursive: true })
}

/** Sends what is wrong, for as long as is said, while a good client asks. */
async function sendWrong(folder: string): Promise<void> {
  const server = await Measured.server({ DATABASE_URL: '', DATA_DIR: folder, SEED: 'annual' }, false)
  const url = new URL(server.url)
  await good(url, 5000) // warm
  await delay(url)
  const before = await good(url, alone * 1000)
  const delayBefore = await delay(url)
  const attack = fileURLToPath(new URL('./fuzz-attack.ts', import.meta.url))
  const attacking = promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', attack, server.url, `${seconds}`, `${seed}`, process.env['CLIENTS'] ?? '1'],
    { maxBuffer: 2 ** 26 },
  )
  const meanwhile = await good(url, seconds * 1000)
  const delayMeanwhile = await delay(url)
  const { sent, statuses, codes, faults, slowest, givenUp } = JSON.parse((await attacking).stdout) as Attacked
  const ready = await fetch(new URL('/readyz', url))
  const after = await good(url, alone * 1000)
  const memory = await server.peak()
  await server.stop()
  const times = ({ p50, p99 }: typeof before): string => `p50 ${short(p50)} ms, p99 ${short(p99)} ms`
  const ratio = meanwhile.p99 / before.p99
  const lines = {
    sent: `${sent.toLocaleString('en')} wrong requests in ${seconds} s, and 50 bodies that came a byte a second, of which ${givenUp} were given up; SEED=${seed}`,
    statuses: JSON.stringify(statuses),
    codes: JSON.stringify(codes),
    'good client alone': `${times(before)}; ${delayBefore}`,
    'good client meanwhile': `${times(meanwhile)}: p99 ${ratio.toFixed(2)} times (at most 2); ${delayMeanwhile}`,
    'good client after': times(after),
    server: `${ready.status === 200 ? 'ready' : 'NOT READY'}, at most ${short(memory)} MB`,
    slowest: slowest.map(({ ms, what }) => `${ms} ms ${what.replace(/\s+/g, ' ').slice(0, 120)}`).join('\n'.padEnd(24)),
    faults: `${faults.length}`,
  }
  for (const [name, line] of Object.entries(lines)) process.stdout.write(`${name.padEnd(22)} ${line}\n`)
  for (const fault of faults) process.stdout.write(`\n${fault}\n`)
  if (faults.length > 0 || ready.status !== 200 || ratio > 2) process.exitCode = 1
}
