import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { changeQuery } from '../src/domain/observations/figure-change.js'
import { Prisma } from '../src/generated/prisma/client.js'
import { openDatabase } from '../src/store/database/open.js'
import { countChanges, pageOfChanges } from '../src/store/query/changes.js'
import { Store } from '../src/store/query/store.js'
import { changedFigures } from '../src/store/sql/changes.js'
import { Stores } from './data.js'

// `npm run bench:changes` measures what became known between two times in a store of a million figures (FIGURES) on the
// server that DATABASE_URL names: after a release that revises a hundredth of them, one that revises a tenth, both, and
// everything; a page of fifty, the next one and the count. It writes bench/changes.md, with the plan of a page.

const server = process.env['DATABASE_URL']
if (server === undefined) throw new Error('DATABASE_URL names no server')
const figures = Number(process.env['FIGURES'] ?? 1_000_000)

const folder = await mkdtemp(join(tmpdir(), 'bench-changes-'))
const stores = new Stores(server, folder)
const spans: readonly (readonly [string, string, string | undefined, object?])[] = [
  ['a release that revised a hundredth', '2024-01-15T00:00:00Z', '2024-02-01T00:00:00Z'],
  ['a release that revised a tenth', '2024-02-15T00:00:00Z', '2024-03-01T00:00:00Z'],
  ['both', '2024-01-15T00:00:00Z', undefined],
  ['both, of one metric', '2024-01-15T00:00:00Z', undefined, { metrics: ['EXPORTS'] }],
  ['both, of one category', '2024-01-15T00:00:00Z', undefined, { categories: ['A:A3_4_5'] }],
  ['everything', '2023-01-01T00:00:00Z', undefined],
  ['everything, of one category', '2023-01-01T00:00:00Z', undefined, { categories: ['A:A3_4_5'] }],
]

const median = (times: readonly number[]): string =>
  (times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0).toFixed(1)

async function timed<T>(work: () => Promise<T>): Promise<{ readonly found: T; readonly ms: string }> {
  const found = await work()
  const times: number[] = []
  for (let run = 0; run < 5; run++) {
    const began = performance.now()
    await work()
    times.push(performance.now() - began)
  }
  return { found, ms: median(times) }
}

try {
  const url = await stores.filled('changes', figures)
  const database = await openDatabase({ kind: 'server', url })
  await stores.publish(database, 'HUNDREDTH', '2024-02-01', figures, 3, 0.01)
  await stores.publish(database, 'TENTH', '2024-03-01', figures, 5, 0.1)
  await database.pool.query('VACUUM ANALYZE')
  const store = new Store(database)
  const rows: string[] = []
  for (const [title, from, to, filter = {}] of spans) {
    const query = changeQuery({ from, to, filter })
    const view = await store.view()
    const page = await timed(() => pageOfChanges(view, query, { first: 50 }, null))
    const after = page.found.pageInfo.endCursor
    const next = await timed(() => pageOfChanges(view, query, { first: 50, after }, null))
    const count = await timed(() => countChanges(view, query))
    rows.push(`| ${title} | ${count.found.toLocaleString('en')} | ${page.ms} | ${next.ms} | ${count.ms} |`)
    process.stdout.write(`${rows.at(-1)}\n`)
  }
  const { snapshot } = await store.view()
  const [, from, to] = spans[0] ?? []
  const changed = changedFigures(changeQuery({ from, to }), snapshot)
  const { text, values } =
    Prisma.sql`EXPLAIN (ANALYZE, BUFFERS, COSTS OFF) SELECT count(*) FROM ${changed.from} WHERE ${changed.where}`
  const plan = await database.pool.query<{ 'QUERY PLAN': string }>(text, values)
  const heading = `# What became known between two times

Written by \`npm run bench:changes\`: medians of five runs in ms, in a store of ${figures.toLocaleString('en')} figures and their revisions, on PostgreSQL.

| between | changes | page of 50 | next page | count |
| --- | ---: | ---: | ---: | ---: |
`
  const explained = plan.rows.map((row) => row['QUERY PLAN']).join('\n')
  const plans = `\n\nThe plan of the count of the first line, which no index on \`known_from\` would improve: the index on \`release_id\` finds the figures of the releases between the two times.\n\n\`\`\`text\n${explained}\n\`\`\`\n`
  await writeFile(new URL('changes.md', import.meta.url), heading + rows.join('\n') + plans)
  await database.close()
} finally {
  await stores.drop()
  await rm(folder, { recursive: true })
}
