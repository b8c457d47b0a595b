import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from, to } from 'pg-copy-streams'
import { importRelease } from '../src/import/importer.js'
import { writeCodeLists } from '../src/store/admin/code-lists.js'
import { change } from '../src/store/database/change.js'
import { openDatabase } from '../src/store/database/open.js'
import { codeLists, writeFigures } from './generate.js'

// `npm run bench:import` measures budgets 9 and 10 of the import: generated figures read from tidy CSV, checked and stored;
// the same release again; and the same file as another release, which confirms the first. Beside them COPY of the same
// rows into the same table with the same indexes, all in one run. DATABASE_URL names a server on which a database of its
// own is made and dropped; FIGURES says how many. `cpu` is this process's, in seconds: the server has its own.

const server = process.env['DATABASE_URL']
if (server === undefined) throw new Error('DATABASE_URL names no server')
const count = Number(process.env['FIGURES'] ?? 1_000_000)
const folder = await mkdtemp(join(tmpdir(), 'trade-indicators-bench-'))
const name = `bench_${process.pid}`
const admin = new pg.Client({ connectionString: server })
await admin.connect()
await admin.query(`CREATE DATABASE ${name}`)
const url = new URL(server)
url.pathname = `/${name}`
const database = await openDatabase({ kind: 'server', url: url.href })

let peak = 0
const sampler = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage().rss)
}, 100)
const timed = async (
  work: () => Promise<unknown>,
): Promise<{ seconds: number; cpu: number; rowsPerSecond: number }> => {
  const begin = performance.now()
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  const seconds = (performance.now() - begin) / 1000
  return { seconds, cpu: (user + system) / 1e6, rowsPerSecond: Math.round(count / seconds) }
}

try {
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
  const take = async (code: string, day: string): Promise<void> => {
    const head = {
      code,
      title: code,
      publisher: 'Bench',
      publishedAt: `2024-${day}T00:00:00Z`,
      stage: 'YEARBOOK',
      url: null,
      note: null,
    } as const
    const files = [{ name: 'figures.csv', bytes: createReadStream(file), again: () => createReadStream(file) }]
    const report = await importRelease(database, {
      head,
      files,
      format: 'CSV',
      map: null,
      period: null,
      encoding: null,
    })
    if (!report.accepted || report.added + report.unchanged !== figures)
      throw new Error(JSON.stringify(report).slice(0, 2000))
    process.stdout.write(
      `${code}: ${report.added} added, ${report.unchanged} unchanged, ${report.findings.length} findings\n`,
    )
  }
  const before = process.memoryUsage().rss
  const first = await timed(() => take('FIRST', '01-01'))
  const peakFirst = peak
  const again = await timed(() => take('FIRST', '01-01'))
  const other = await timed(() => take('OTHER', '02-01'))

  const rows = join(folder, 'rows')
  const client = await database.pool.connect()
  await pipeline(client.query(to('COPY indicator TO STDOUT')), createWriteStream(rows))
  await client.query('TRUNCATE indicator')
  const copy = await timed(() => pipeline(createReadStream(rows), client.query(from('COPY indicator FROM STDIN'))))
  client.release()

  const result = {
    figures,
    fileBytes: (await stat(file)).size,
    copy,
    first: { ...first, ratioToCopy: copy.seconds / first.seconds, budget: 0.4 },
    again: { ...again, ratioToFirst: first.seconds / again.seconds, budget: 2 },
    other: { ...other, ratioToFirst: first.seconds / other.seconds },
    rss: { before, peakFirst, peak },
  }
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`)
} finally {
  clearInterval(sampler)
  await database.close()
  await admin.query(`DROP DATABASE ${name} WITH (FORCE)`)
  await admin.end()
  await rm(folder, { recursive: true })
}
