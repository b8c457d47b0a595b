import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { command } from '../test/cli/process.js'

// `npm run bench:start` measures the time from the start of the process to "ready at", on the embedded store: with a
// filled folder, and for the first time. `RUNS=20` for more, `NODES="node /opt/node24/bin/node"` for several versions of
// Node, and paths of dist/cli/main.js as arguments to compare builds. All of them alternate in one run.

const runs = Number(process.env['RUNS'] ?? 7)
const nodes = (process.env['NODES'] ?? process.execPath).split(' ')
const commands = process.argv.length > 2 ? process.argv.slice(2) : [command]

interface Start {
  readonly ms: number
  /** The milliseconds of CPU of all threads in user mode, where the system tells. */
  readonly user: number
}

async function start(node: string, main: string, folder: string): Promise<Start> {
  const began = performance.now()
  const { PATH, HOME } = process.env
  const env = { PATH, HOME, PORT: '0', DATA_DIR: folder }
  const server = spawn(node, [main, 'serve'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for await (const text of server.stdout) {
    said += text
    if (said.includes('ready at')) break
  }
  const ms = performance.now() - began
  if (!said.includes('ready at')) throw new Error(`${node} ${main} ended before it was ready: ${said}`)
  const ticks = await readFile(`/proc/${server.pid}/stat`, 'utf8').catch(() => '')
  const user = Number(ticks.slice(ticks.lastIndexOf(')')).split(' ')[12]) * 10
  server.kill('SIGTERM')
  await once(server, 'exit')
  return { ms, user }
}

const middle = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0
const spread = (numbers: readonly number[]): string =>
  `${middle(numbers).toFixed(0).padStart(6)} (${Math.min(...numbers).toFixed(0)} to ${Math.max(...numbers).toFixed(0)})`

const place = await mkdtemp(join(tmpdir(), 'trade-indicators-bench-'))
const filled = join(place, 'filled')
const fresh = join(place, 'fresh')
const variants = nodes.flatMap((node) => commands.map((main) => ({ node, main })))
const starts = variants.map((variant) => ({ ...variant, filled: [] as Start[], first: [] as Start[] }))
try {
  for (const { node, main } of variants) await start(node, main, filled) // fills the folder, and caches of code
  for (let run = 0; run < runs; run++)
    for (const each of starts) {
      each.filled.push(await start(each.node, each.main, filled))
      each.first.push(await start(each.node, each.main, fresh))
      await rm(fresh, { recursive: true })
    }
  process.stdout.write(`milliseconds to ready, the median of ${runs} (least to most), and of CPU in user mode\n`)
  for (const { node, main, ...kinds } of starts)
    for (const kind of ['filled', 'first'] as const) {
      const [ms, user] = [kinds[kind].map((each) => each.ms), kinds[kind].map((each) => each.user)]
      process.stdout.write(`${kind.padEnd(6)} ${spread(ms)}  CPU ${spread(user)}  ${node} ${main}\n`)
    }
} finally {
  await rm(place, { recursive: true })
}
