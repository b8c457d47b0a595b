import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { rm, writeFile } from 'node:fs/promises'
import { availableParallelism, cpus, release } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { Bench, say } from './bench.js'
import { versionOf } from './more.js'
import { Measured } from './processes.js'
import type { Soaked } from './soak-load.js'
import { codeOf, query, releaseOf } from './soak-releases.js'
import { median, short } from './table.js'

// `npm run bench:soak` asks two server processes on one PostgreSQL as much as they answer, for SECONDS (600), while a
// release comes in every EVERY seconds (20), by the command and by the mutation in turn. Every answer is compared with
// what its version holds. Prints what came of it, and ends with status 1 where an answer was wrong or missing, or where
// memory or the delay of the event loop grew; with --write it also writes bench/soak.md. DATABASE_URL names a server on
// which a database is made and dropped; FIGURES says how many figures there are beside (20,000), CONNECTIONS how many
// clients ask each server (32).

const bench = await Bench.begin({ FIGURES: '20000', SECONDS: '600', ...process.env })
const every = Number(process.env['EVERY'] ?? 20)
const connections = process.env['CONNECTIONS'] ?? '32'
const run = promisify(execFile)
const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url))
const main = here('../dist/cli/main.js')
const warming = 30_000

/**
 * What a server takes: megabytes of objects and buffers, garbage among them, megabytes of the process, and the
 * milliseconds that 99 of a hundred turns of its event loop came late at most.
 */
interface Sample {
  readonly used: number
  readonly resident: number
  readonly delay: number
}

async function sample(server: Measured): Promise<Sample> {
  const metrics = await (await fetch(server.url.replace(/graphql$/, 'metrics'))).text()
  const of = (name: string): number => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(metrics)?.[1])
  return {
    used: (of('nodejs_heap_size_used_bytes') + of('nodejs_external_memory_bytes')) / 2 ** 20,
    resident: of('process_resident_memory_bytes') / 2 ** 20,
    delay: of('nodejs_eventloop_lag_p99_seconds') * 1000,
  }
}

class Load {
  readonly #process: ChildProcess
  readonly #said: Promise<string>

  constructor(url: string) {
    const args = ['--import', 'tsx', here('./soak-load.ts'), url, connections, query]
    this.#process = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] })
    this.#said = this.#process.stdout === null ? Promise.resolve('') : text(this.#process.stdout)
  }

  async stop(): Promise<Soaked> {
    this.#process.stdin?.end()
    return JSON.parse(await this.#said) as Soaked
  }
}

/** Publishes the release that makes a version: by the command where `server` is null, else by its mutation. */
async function publish(version: number, store: string, server: Measured | null, key: string): Promise<void> {
  const publishedAt = new Date(Date.UTC(2024, 1, 1, 0, version)).toISOString()
  if (server === null) {
    const file = join(bench.folder, `${codeOf(version)}.csv`)
    await writeFile(file, releaseOf(version))
    const head = [
      '--release',
      codeOf(version),
      '--title',
      'Soak',
      '--publisher',
      'Bench',
      '--published-at',
      publishedAt,
    ]
    await run(process.execPath, [main, 'import', file, ...head, '--accept-findings'], {
      env: { ...process.env, DATABASE_URL: store },
    })
    return
  }
  const mutation = 'mutation ($input: ImportReleaseInput!) { importRelease(input: $input) { accepted added revised } }'
  const files = [{ name: 'soak.csv', content: releaseOf(version) }]
  const input = { code: codeOf(version), title: 'Soak', publisher: 'Bench', publishedAt, format: 'CSV', files }
  const response = await fetch(server.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify({ query: mutation, variables: { input: { ...input, acceptFindings: true } } }),
  })
  const { data, errors } = await response.json()
  if (errors || !data.importRelease.accepted) throw new Error(JSON.stringify(errors ?? data))
}

/** A measure of the second quarter, when caches are full, and the last, and whether that is no more by a quarter and a little. */
function quarters(
  all: readonly number[],
  measure: (all: readonly number[]) => number,
  little: number,
): { first: number; last: number; flat: boolean } {
  const quarter = Math.max(1, Math.floor(all.length / 4))
  const [first, last] = [measure(all.slice(quarter, 2 * quarter)), measure(all.slice(-quarter))]
  return { first, last, flat: last <= first * 1.25 + little }
}

try {
  say(`filling a store with ${bench.figures} figures`)
  const store = await bench.stores.filled('soak', bench.figures)
  const env = { DATABASE_URL: store, RATE_LIMIT_PER_MINUTE: '0' }
  const { stdout } = await run(process.execPath, [main, 'keys', 'create', 'soak', '--scope', 'publish'], {
    env: { ...process.env, ...env },
  })
  const key = stdout.trim()
  const servers = [await Measured.server(env, false), await Measured.server(env, false)]
  let version = 3 // the codes, the figures, and the first of ours
  await publish(version, store, null, key)
  for (const { url } of servers)
    while ((await (await fetch(`${url}?query={store{version}}`)).json()).data.store.version !== version)
      await setTimeout(20)

  say(`asking for ${bench.seconds} s, after ${warming / 1000} s to warm up`)
  const loads = servers.map(({ url }) => new Load(url))
  await setTimeout(warming)
  const samples: Sample[][] = servers.map(() => [])
  const imported: number[] = []
  const began = performance.now()
  const until = began + bench.seconds * 1000
  let due = began
  let publishing: Promise<void> = Promise.resolve()
  while (performance.now() < until) {
    if (performance.now() >= due) {
      due += every * 1000
      const next = version + 1
      publishing = publishing.then(async () => {
        const at = performance.now()
        await publish(next, store, [null, ...servers][next % 3] ?? null, key)
        imported.push(performance.now() - at)
      })
      version = next
    }
    await setTimeout(1000)
    for (const [n, server] of servers.entries()) samples[n]?.push(await sample(server))
  }
  await publishing
  const took = (performance.now() - began + warming) / 1000
  const soaked = await Promise.all(loads.map((load) => load.stop()))
  for (const server of servers) await server.stop()

  const lines = soaked.map(({ asked, p50, p99, most, failed, wrong, versions }, n) => {
    const taken = samples[n] ?? []
    // What is used right after a collection of garbage is what is held.
    const held = quarters(
      taken.map(({ used }) => used),
      (all) => Math.min(...all),
      10,
    )
    const resident = Math.max(...taken.map((each) => each.resident))
    const delay = quarters(
      taken.map((each) => each.delay),
      median,
      5,
    )
    const seen = Object.keys(versions).length
    const whole = seen === version - 2 && failed.length === 0 && wrong.length === 0
    return {
      cells: [
        `${n + 1}`,
        `${asked.toLocaleString('en')} (${short(asked / took)}/s)`,
        `${failed.length}`,
        `${wrong.length}`,
        `${seen} of ${version - 2}`,
        `${short(p50)}, ${short(p99)}, ${short(most)} ms`,
        `${short(held.first)} to ${short(held.last)} MB`,
        `${short(resident)} MB`,
        `${short(delay.first)} to ${short(delay.last)} ms`,
        whole && held.flat && delay.flat ? 'met' : 'missed',
      ],
      met: whole && held.flat && delay.flat,
      faults: [...failed, ...wrong],
    }
  })
  const heads = [
    'server',
    'answers',
    'failed',
    'wrong',
    'versions seen',
    'p50, p99, longest',
    'memory held',
    'resident, at most',
    'event loop, p99',
    '',
  ]
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  const page = [
    '# A soak',
    '',
    'Written by `npm run bench:soak -- --write`. Every answer was compared with what its version holds; memory held is the least that was used in the second quarter of the time, when caches are full, and in the last; the delay of the event loop is the median of both.',
    '',
    `- machine: ${availableParallelism()} x ${cpus()[0]?.model ?? 'unknown'}, Linux ${release()}, shared by servers, database and load`,
    `- versions: Node ${process.versions.node}, PostgreSQL ${await versionOf(bench.server)}`,
    `- asked: ${bench.seconds} s, ${connections} clients of each of two servers, every other question a new one; ${bench.figures.toLocaleString('en')} figures beside`,
    `- imported: ${imported.length} releases, one every ${every} s, by the command and by the mutations of either server in turn; each took ${short(median(imported))} ms, ${short(Math.max(...imported))} at most`,
    `- when: ${new Date().toISOString().slice(0, 10)}`,
    '',
    row(heads),
    row(heads.map(() => '---')),
    ...lines.map(({ cells }) => row(cells)),
    '',
  ].join('\n')
  for (const fault of lines.flatMap(({ faults }) => faults)) say(fault)
  if (process.argv.includes('--write')) await writeFile(new URL('./soak.md', import.meta.url), page)
  process.stdout.write(page)
  if (!lines.every(({ met }) => met)) process.exitCode = 1
} finally {
  await bench.stores.drop()
  await rm(bench.folder, { recursive: true })
}
