import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { get, type IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { to } from 'pg-copy-streams'
import { importRelease } from '../src/import/importer.js'
import { writeCodeLists } from '../src/store/admin/code-lists.js'
import { change } from '../src/store/database/change.js'
import { openDatabase } from '../src/store/database/open.js'
import { codeLists, writeFigures } from './generate.js'

// `npm run bench:export` measures budget 11: every figure as CSV over HTTP, from the built server as a process of its own,
// beside COPY TO of the same rows to the same reader, in turns; and the most memory that the server ever had. DATABASE_URL
// names a server on which a database of its own is made and dropped; FIGURES says how many, REPEATS how often, FORMAT
// what is written.

const server = process.env['DATABASE_URL']
if (server === undefined) throw new Error('DATABASE_URL names no server')
const count = Number(process.env['FIGURES'] ?? 1_000_000)
const repeats = Number(process.env['REPEATS'] ?? 7)
const format = process.env['FORMAT'] ?? 'csv'
const folder = await mkdtemp(join(tmpdir(), 'trade-indicators-bench-'))
const name = `bench_${process.pid}`
const admin = new pg.Client({ connectionString: server })
await admin.connect()
await admin.query(`CREATE DATABASE ${name}`)
const url = new URL(server)
url.pathname = `/${name}`

async function fill(): Promise<number> {
  const database = await openDatabase({ kind: 'server', url: url.href })
  await change(database, async (tx, version) => {
    await writeCodeLists(tx, version, codeLists)
    return { changed: true, result: undefined }
  })
  const file = join(folder, 'figures.csv')
  const out = createWriteStream(file)
  const figures = await writeFigures(count, async (text) => {
    if (!out.write(text)) await once(out, 'drain')
  })
  out.end()
  await once(out, 'close')
  const head = { code: 'ALL', title: 'All', publisher: 'Bench', publishedAt: '2024-01-01T00:00:00Z' } as const
  const report = await importRelease(database, {
    head: { ...head, stage: 'YEARBOOK', url: null, note: null },
    files: [{ name: 'figures.csv', bytes: createReadStream(file) }],
    format: 'CSV',
    map: null,
    period: null,
    encoding: null,
  })
  if (report.added !== figures) throw new Error(JSON.stringify(report).slice(0, 2000))
  await database.pool.query('VACUUM ANALYZE')
  await database.close()
  return figures
}

/** Takes all that a source gives, and answers how many bytes and milliseconds that were. */
async function taken(source: AsyncIterable<Buffer>): Promise<{ bytes: number; ms: number }> {
  const begin = performance.now()
  let bytes = 0
  for await (const chunk of source) bytes += chunk.length
  return { bytes, ms: performance.now() - begin }
}

async function* downloaded(base: string): AsyncGenerator<Buffer> {
  const [response] = (await once(get(`${base}/export?format=${format}`), 'response')) as [IncomingMessage]
  if (response.statusCode !== 200) throw new Error(`${response.statusCode}`)
  yield* response
}

const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0

try {
  const figures = await fill()
  const child = spawn(process.execPath, ['dist/cli/main.js', 'serve'], {
    env: { ...process.env, DATABASE_URL: url.href, PORT: '0', SEED: 'false' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    let said = ''
    // Read to its end: a server whose log nobody takes would end with it.
    child.stdout.on('data', (chunk) => {
      said += chunk
    })
    while (!said.includes('ready at')) await once(child.stdout, 'data')
    const base = /ready at (http:\/\/[\d.:]+)/.exec(said)?.[1] ?? ''
    const client = new pg.Client({ connectionString: url.href })
    await client.connect()
    const copy = () =>
      client.query(to('COPY (SELECT * FROM indicator WHERE known_to IS NULL AND to_version IS NULL) TO STDOUT'))
    const rss = async (field: 'VmRSS' | 'VmHWM'): Promise<number> =>
      Number(new RegExp(`${field}:\\s+(\\d+)`).exec(await readFile(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1024
    const before = await rss('VmRSS')
    const times = { copy: [] as number[], export: [] as number[] }
    const peaks: number[] = []
    let bytes = 0
    for (let turn = 0; turn <= repeats; turn++) {
      const copied = await taken(copy())
      const file = await taken(downloaded(base))
      bytes = file.bytes
      peaks.push(Math.round(await rss('VmHWM')))
      if (turn === 0) continue // warming up
      times.copy.push(copied.ms)
      times.export.push(file.ms)
    }
    await client.end()
    const spread = (all: readonly number[]) => ({
      seconds: median(all) / 1000,
      fastest: Math.min(...all) / 1000,
      slowest: Math.max(...all) / 1000,
      rowsPerSecond: Math.round((figures / median(all)) * 1000),
    })
    const ratio = median(times.copy.map((ms, at) => ms / (times.export[at] ?? Number.NaN)))
    const result = {
      format,
      figures,
      bytes,
      copyTo: spread(times.copy),
      export: spread(times.export),
      ratioToCopy: { ratio, budget: 0.5 },
      serverMegabytes: { before: Math.round(before), peakAfterEachTurn: peaks },
    }
    process.stdout.write(`${JSON.stringify(result, null, 2)}\n`)
  } finally {
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
} finally {
  await admin.query(`DROP DATABASE ${name} WITH (FORCE)`)
  await admin.end()
  await rm(folder, { recursive: true })
}
