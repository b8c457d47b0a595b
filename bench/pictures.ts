import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Workplace } from '../test/cli/process.js'

// `npm run bench:pictures` measures what the server draws: each path with the shipped releases, drawn and from memory, and
// for how long a request that asks for nothing has to wait meanwhile. `RUNS=20` for more.

const chart = 'metric=EXPORTS&by=LOCATION&every=MONTHLY'
const paths: Readonly<Record<string, (run: number) => string>> = {
  'SVG, 31 lines of 12 months': (run) => `/chart.svg?${chart}&width=${600 + run}`,
  'PNG, 31 lines of 12 months': (run) => `/chart.png?${chart}&width=${600 + run}`,
  'PNG, Chinese, twice as many pixels': (run) => `/chart.png?${chart}&lang=zh&scale=2&width=${600 + run}`,
  'SVG, 31 bars': (run) => `/chart.svg?${chart}&chart=bar&top=31&width=${600 + run}`,
  'SVG, heat of 31 × 12': (run) => `/chart.svg?${chart}&chart=heat&width=${600 + run}`,
  'embed, three drawings': (run) => `/embed?${chart}&top=${1 + run}`,
  'the page, three drawings': (run) => `/?${chart}&top=${1 + run}`,
  'the front page': (run) => `/?utm=${run}`,
}

const runs = Number(process.env['RUNS'] ?? 10)

/** Returns the milliseconds that a request took, and the most that another one had to wait meanwhile. */
async function timed(url: string, path: string): Promise<{ readonly ms: number; readonly blocked: number }> {
  const began = performance.now()
  const answer = fetch(`${url}${path}`).then(async (response) => {
    const bytes = await response.arrayBuffer()
    if (!response.ok) throw new Error(`${path} is ${response.status}: ${Buffer.from(bytes).toString().slice(0, 500)}`)
    return performance.now() - began
  })
  let isDone = false
  const done = answer.finally(() => {
    isDone = true
  })
  let blocked = 0
  while (!isDone) {
    const asked = performance.now()
    await (await fetch(`${url}/healthz`)).arrayBuffer()
    blocked = Math.max(blocked, performance.now() - asked)
  }
  return { ms: await done, blocked }
}

const middle = (numbers: readonly number[]): string =>
  (numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0).toFixed(1)
const most = (numbers: readonly number[]): string => Math.max(...numbers).toFixed(1)

const place = new Workplace()
const folder = await mkdtemp(join(tmpdir(), 'trade-indicators-bench-'))
try {
  const server = place.start({ DATA_DIR: folder, SEED: 'true', RATE_LIMIT_PER_MINUTE: '0' }, 'serve')
  const url = await server.url()
  await server.says(/ready at/)
  process.stdout.write(`milliseconds, the median of ${runs} (most); another request waits at most\n`)
  for (const [name, path] of Object.entries(paths)) {
    await timed(url, path(0)) // loads the library and the answers
    const drawn: { readonly ms: number; readonly blocked: number }[] = []
    for (let run = 1; run <= runs; run++) drawn.push(await timed(url, path(run)))
    const again: number[] = []
    for (let run = 1; run <= runs; run++) again.push((await timed(url, path(run))).ms)
    const [ms, blocked] = [drawn.map((each) => each.ms), drawn.map((each) => each.blocked)]
    process.stdout.write(
      `  ${name.padEnd(36)} drawn ${middle(ms)} (${most(ms)}), from memory ${middle(again)} (${most(again)}), waits ${middle(blocked)} (${most(blocked)})\n`,
    )
  }
} finally {
  await place.clear()
  await rm(folder, { recursive: true, force: true })
}
