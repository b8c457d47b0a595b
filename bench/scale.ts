import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { pino } from 'pino'
import { readConfig } from '../src/config.js'
import { schema } from '../src/graphql/schema.js'
import { createApp } from '../src/server/app.js'
import { writeCodeLists } from '../src/store/admin/code-lists.js'
import { partition } from '../src/store/admin/partition.js'
import { change } from '../src/store/database/change.js'
import { openDatabase } from '../src/store/database/open.js'
import { recordCounts } from '../src/store/ingest/counts.js'
import { Store } from '../src/store/query/store.js'
import { figure, release } from '../test/figures.js'
import { codeListsFor } from './generate.js'
import { type Question, questions } from './questions.js'

// `npm run bench:scale` measures how the same reads grow with the store around them. The stores have SIZES (1,10,40) million
// figures of so many metrics that one metric has 50,000, or 1 and 10 million of twenty metrics, so that one has 50,000 and
// 500,000. They are generated in the database, one after the other; with --partitioned they are partitioned by year. Prints
// the medians of ROUNDS (15) new questions, without columns if --sql is given; with --write it also writes bench/scale.md,
// or bench/scale-partitioned.md. DATABASE_URL names a server on which databases are made and dropped; with --keep they
// stay, for the next run with --keep; with --fill they are made and nothing is measured.

const server = process.env['DATABASE_URL']
if (server === undefined) throw new Error('DATABASE_URL names no server')
const million = 1_000_000
const sizes = (process.env['SIZES'] ?? '1,10,40').split(',').map((each) => Number(each) * million)
const rounds = Number(process.env['ROUNDS'] ?? 15)
const isPartitioned = process.argv.includes('--partitioned')
const isKept = process.argv.includes('--keep')
const onlyFills = process.argv.includes('--fill')
const readsBySql = process.argv.includes('--sql')
// The first questions load the columns of all twenty metrics.
const warmups = 60
const years = 10

const everything = (n: number) => ({
  query: `# ${n}\n{ indicators(first: 0) { totalCount } }`,
  variables: {},
})
const byValue = (n: number) => ({
  query: `# ${n}\n{ indicators(filter: { metrics: ["TRADE"] }, orderBy: [{ field: VALUE, direction: DESC }], first: 50) { nodes { id value } } }`,
  variables: {},
})
const facetsOf = (n: number) => ({
  query: `# ${n}\n${questions.facets(n).query.replace(', value: { gte: $least }', '').replace(', $least: Decimal', '')}`,
  variables: {
    metrics: questions.facets(n).variables['metrics'],
    dimensions: questions.facets(n).variables['dimensions'],
  },
})
const pageByValue = 'a page of a metric by value, over all periods'
const asked: Readonly<Record<string, (n: number) => Question>> = {
  'a page of a metric, dimension and year': questions.page,
  [pageByValue]: byValue,
  'one series': questions.one,
  'a pivot': questions.table,
  'the same as of a date': questions.asOf,
  'facets of ten metrics and a dimension': facetsOf,
  'the same, of a range of values': questions.facets,
  'the number of all figures': everything,
}

interface Shape {
  readonly figures: number
  /** Whether the number of categories grows with the store, and not that of metrics. */
  readonly isWide: boolean
}

/** Makes a store of so many figures: each metric of each category, by the year. */
async function fill(url: string, { figures, isWide }: Shape): Promise<void> {
  const database = await openDatabase({ kind: 'server', url })
  await change(database, async (tx, version) => {
    await writeCodeLists(
      tx,
      version,
      isWide ? codeListsFor(figures) : codeListsFor(million, (20 * (figures - million)) / million),
    )
    return { changed: true, result: undefined }
  })
  if (isPartitioned) await partition(database)
  const first = ['A', 'B', 'C', 'D', 'E'].flatMap((dimension) =>
    Array.from({ length: years }, (_, year) =>
      figure({ metric: 'TRADE', categories: [`${dimension}:${dimension}0`], period: `${2014 + year}`, value: '1' }),
    ),
  )
  await release(database, { code: 'FIRST', publishedAt: '2024-01-01T00:00:00Z' }, first, { acceptFindings: true })
  await change(database, async (tx, version) => {
    await tx.$executeRaw`
      INSERT INTO series (key, metric_id, breakdown_id, category_id, measure, frequency, from_version)
      SELECT 'CN_TRADE|' || m.code || '|' || d.code || ':' || c.code || '|CNY|A', m.id, b.id, c.id, 'CNY', 'ANNUAL', ${version}::int
      FROM category c JOIN dimension d ON d.id = c.dimension_id JOIN breakdown b ON b.key = d.code CROSS JOIN metric m
      WHERE m.code <> 'MONTHLY' ON CONFLICT DO NOTHING`
    await tx.$executeRaw`
      INSERT INTO indicator (series_id, period, release_id, metric_id, breakdown_id, category_id, frequency, unit, value, scale,
        qualifier, status, known_from, from_version)
      SELECT s.id, (y * 12 + 11) * 16 + 11, r.id, s.metric_id, s.breakdown_id, s.category_id, s.frequency, 'CNY',
        10000 + (s.id::bigint * 7919 + y * 104729) % 100000000, 0, 'EXACT', 'NORMAL', r.published_at, ${version}::int
      FROM series s JOIN release r ON r.code = 'FIRST', generate_series(2014, 2023) y
      WHERE s.from_version = ${version}`
    await tx.$executeRaw`
      INSERT INTO series_count (metric_id, breakdown_id, measure, series, from_version)
      SELECT metric_id, breakdown_id, measure, count(*), from_version FROM series WHERE from_version = ${version}
      GROUP BY 1, 2, 3, 5`
    const gained = await recordCounts(tx, version)
    await tx.$executeRaw`
      UPDATE store_state SET indicators = indicators + ${gained}, series = (SELECT count(*) FROM series)`
    return { changed: true, result: undefined }
  })
  await database.pool.query('VACUUM ANALYZE')
  await database.close()
}

const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0

async function measure(url: string, names: readonly string[]): Promise<Readonly<Record<string, number>>> {
  const database = await openDatabase({ kind: 'server', url })
  const config = readConfig({
    RATE_LIMIT_PER_MINUTE: '0',
    MAX_QUERY_COST: '100000000',
    CACHE_BYTES: '0',
    QUERY_TIMEOUT_MS: '600000',
    ...(readsBySql && { COLUMNS_BYTES: '0' }),
  })
  const failed = (error: unknown) => process.stdout.write(`columns were not loaded: ${error}\n`)
  const store = new Store(database, null, { ...config.columns, after: 0, failed })
  const { snapshot } = await store.view()
  process.stdout.write(`${snapshot.indicators} figures of ${snapshot.series} series\n`)
  const app = createApp({ store, schema, config, log: pino({ level: 'silent' }) })
  const found: Record<string, number> = {}
  for (const name of names) {
    const question = asked[name] ?? everything
    const times: number[] = []
    for (let n = 0; n < rounds + warmups; n++) {
      const began = performance.now()
      const body = JSON.stringify(question(n))
      const response = await app.fetch('http://bench/graphql', {
        ...{ method: 'POST', headers: { 'content-type': 'application/json' }, body },
      })
      const text = await response.text()
      if (text.includes('"errors"')) throw new Error(`${name}: ${text.slice(0, 300)}`)
      if (n >= warmups) times.push(performance.now() - began)
    }
    found[name] = median(times)
    process.stdout.write(`${name}: ${found[name].toFixed(1)} ms\n`)
  }
  await database.close()
  return found
}

const admin = new pg.Client({ connectionString: server })
await admin.connect()

const nameOf = ({ figures, isWide }: Shape): string =>
  [
    isKept ? 'bench_scale' : `bench_${process.pid}`,
    figures,
    isWide ? 'wide' : 'metrics',
    isPartitioned ? 'parts' : 'whole',
  ].join('_')

async function make(name: string, url: string, shape: Shape): Promise<void> {
  const began = performance.now()
  await admin.query(`CREATE DATABASE ${name}`)
  try {
    await fill(url, shape)
  } catch (error) {
    await admin.query(`DROP DATABASE ${name} WITH (FORCE)`)
    throw error
  }
  await admin.query('CHECKPOINT') // so that none runs while reads are measured
  process.stdout.write(`filled in ${Math.round((performance.now() - began) / 1000)} s\n`)
}

type Results = Readonly<Record<string, number>>

async function resultsOf(shapes: readonly Shape[], names: readonly string[]): Promise<readonly Results[]> {
  const results: Results[] = []
  for (const shape of shapes) {
    const name = nameOf(shape)
    const url = Object.assign(new URL(server as string), { pathname: `/${name}` }).href
    try {
      const { rowCount } = await admin.query('SELECT FROM pg_database WHERE datname = $1', [name])
      if (rowCount === 0) await make(name, url, shape)
      if (!onlyFills) results.push(await measure(url, names))
    } finally {
      if (!isKept) await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    }
  }
  return results
}

function table(title: string, shapes: readonly Shape[], results: readonly Results[]): string {
  const [base = {}] = results
  return [
    `| ${title}${isPartitioned ? ', partitioned' : ''} | ${shapes.map(({ figures }) => `${figures / million} million, ms`).join(' | ')} | largest to smallest |`,
    `| --- | ${shapes.map(() => '---').join(' | ')} | --- |`,
    ...Object.keys(base).map((name) => {
      const cells = results.map((each) => (each[name] ?? 0).toFixed(1))
      return `| ${name} | ${cells.join(' | ')} | ${((results.at(-1)?.[name] ?? 0) / (base[name] ?? 1)).toFixed(2)} |`
    }),
  ].join('\n')
}

const grown = sizes.map((figures): Shape => ({ figures, isWide: false }))
const wide = [1, 10].map((figures): Shape => ({ figures: figures * million, isWide: true }))
const tables = [
  table(
    readsBySql ? 'read by SQL alone' : 'the same read in a larger store',
    grown,
    await resultsOf(grown, Object.keys(asked)),
  ),
  table('ten times as many categories', wide, await resultsOf(wide, [pageByValue])),
].join('\n\n')
await admin.end()
if (!onlyFills) process.stdout.write(`${tables}\n`)
if (!onlyFills && process.argv.includes('--write'))
  await writeFile(
    fileURLToPath(new URL(isPartitioned ? './scale-partitioned.md' : './scale.md', import.meta.url)),
    `# Large stores${isPartitioned ? ', partitioned' : ''}\n\nWritten by \`npm run bench:scale -- ${isPartitioned ? '--partitioned ' : ''}--write\` on ${new Date().toISOString().slice(0, 10)}: medians of ${rounds} questions.\n\n${tables}\n`,
  )
