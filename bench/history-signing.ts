import { createHash, generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { ReleaseBlocks } from '../src/domain/history-proof/release-blocks.js'
import { signerOf } from '../src/domain/history-proof/signed-note.js'
import { Prisma } from '../src/generated/prisma/client.js'
import { headFileOf } from '../src/history/head-file.js'
import { LeafMaker } from '../src/history/leaf-maker.js'
import { SignedHistory } from '../src/history/signed-history.js'
import { importRelease } from '../src/import/importer.js'
import { getOrInsert } from '../src/lib/memo.js'
import { writeCodeLists } from '../src/store/admin/code-lists.js'
import { change } from '../src/store/database/change.js'
import { type Database, openDatabase } from '../src/store/database/open.js'
import { writeBlocks } from '../src/store/history/blocks.js'
import { inOrder, linesOf } from '../src/store/history/figure-lines.js'
import { makeLeaf } from '../src/store/history/leaves.js'
import { readCodeLists } from '../src/store/query/code-lists.js'
import { codeLists, writeFigures } from './generate.js'

// `npm run bench:history-signing` measures what signing costs an import: the same two releases, new figures and then the
// same figures confirmed, are imported into stores with and without a signer, in turns, in one process. Since rounds vary by
// more than that, the work for signing is then done again by itself. DATABASE_URL names a server on which databases are made
// and dropped; FIGURES and ROUNDS say how many. --write writes the result.

const server = process.env['DATABASE_URL']
if (server === undefined) throw new Error('DATABASE_URL names no server')
const count = Number(process.env['FIGURES'] ?? 200_000)
const rounds = Number(process.env['ROUNDS'] ?? 3)
const folder = await mkdtemp(join(tmpdir(), 'trade-indicators-bench-'))
const file = join(folder, 'figures.csv')

const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const begin = performance.now()
  await work()
  return (performance.now() - begin) / 1000
}

/** Seconds of the work for signing a release: its blocks, their rows, and the leaf with what is read for it. */
type Work = Record<'blocks' | 'rows' | 'leaf', number>

interface Round {
  readonly imports: number[]
  readonly work: Work[]
  readonly blocksPerFigures: number
}

const take = async (database: Database, code: string, day: string): Promise<void> => {
  const publishedAt = `2024-${day}T00:00:00Z`
  const head = { code, title: code, publisher: 'Bench', publishedAt, stage: 'YEARBOOK', url: null, note: null } as const
  const files = [{ name: 'figures.csv', bytes: createReadStream(file), again: () => createReadStream(file) }]
  const request = { head, files, format: 'CSV', map: null, period: null, encoding: null } as const
  const report = await importRelease(database, request)
  if (!report.accepted) throw new Error(JSON.stringify(report).slice(0, 2000))
}

const fastestOf = async (times: number, work: () => Promise<number>): Promise<number> => {
  const found: number[] = []
  for (let n = 0; n < times; n++) found.push(await work())
  return least(found)
}

/** Does the work for signing a stored release once more, and measures it. */
async function workOf(database: Database, code: string): Promise<Work> {
  const { prisma, pool } = database
  const { id, version } = await prisma.release.findUniqueOrThrow({ where: { code } })
  const { stamp } = await prisma.storeVersion.findUniqueOrThrow({ where: { version } })
  const printed = linesOf({ releaseId: id, version, units: (await readCodeLists(prisma)).units })
  const { text, values } = Prisma.sql`SELECT series_id AS series, period, line FROM (${printed}) p ORDER BY ${inOrder}`
  const { rows } = await pool.query<{ series: number; period: number; line: string }>(text, values)
  const known = new Map<number, { readonly id: number; readonly key: string }>()
  const lines = rows.map(({ series: id, period, line }) => {
    const [start, last] = [line.indexOf('\t'), line.lastIndexOf('\t', line.lastIndexOf('\t') - 1)]
    const own = getOrInsert(known, id, () => ({ id, key: line.slice(0, start) }))
    return { series: own, period, content: line.slice(start + 1, last), end: line.slice(last) }
  })
  const made = () => {
    const blocks = new ReleaseBlocks<{ readonly id: number; readonly key: string }>()
    for (const [row, line] of lines.entries()) blocks.add(line, { source: 0, row })
    return blocks.end()
  }
  return {
    blocks: await fastestOf(5, () => seconds(async () => made())),
    rows: await fastestOf(5, async () => {
      await pool.query('DELETE FROM history_block WHERE version = $1', [version])
      const blocks = made()
      return prisma.$transaction((tx) => seconds(() => writeBlocks(tx, version, blocks)))
    }),
    leaf: await fastestOf(5, async () => {
      await pool.query('DELETE FROM history_leaf WHERE version = $1', [version])
      return seconds(() => makeLeaf(database, { version, stamp }))
    }),
  }
}

async function run(isSigned: boolean): Promise<Round> {
  const name = `bench_${process.pid}`
  const admin = new pg.Client({ connectionString: server })
  await admin.connect()
  await admin.query(`CREATE DATABASE ${name}`)
  const url = new URL(server as string)
  url.pathname = `/${name}`
  const database = await openDatabase({ kind: 'server', url: url.href })
  await database.listen()
  let signedVersions = 0
  const failed = (error: unknown): never => {
    throw error
  }
  const signed = (versions: number): void => {
    signedVersions = versions
  }
  const history = new SignedHistory(
    database,
    signerOf('bench.example', generateKeyPairSync('ed25519').privateKey),
    headFileOf(join(folder, name)),
    failed,
  )
  const maker = isSigned ? new LeafMaker(database, history, { signed, failed }) : null
  const untilSigned = async (): Promise<void> => {
    while (isSigned && signedVersions < database.versions.newest.version)
      await new Promise((resolve) => setTimeout(resolve, 5))
  }
  try {
    await change(database, async (tx, version) => {
      await writeCodeLists(tx, version, codeLists)
      return { changed: true, result: undefined }
    })
    await untilSigned()
    const round: { imports: number[]; work: Work[] } = { imports: [], work: [] }
    for (const [code, day] of [
      ['FIRST', '01-01'],
      ['OTHER', '02-01'],
    ] as const) {
      round.imports.push(await seconds(() => take(database, code, day)))
      await untilSigned()
    }
    const { rows } = await database.pool.query<{ ratio: number }>(
      `SELECT pg_total_relation_size('history_block') / pg_total_relation_size('indicator')::float8 AS ratio`,
    )
    if (isSigned) for (const code of ['FIRST', 'OTHER']) round.work.push(await workOf(database, code))
    return { ...round, blocksPerFigures: rows[0]?.ratio ?? 0 }
  } finally {
    await maker?.close()
    await database.close()
    await admin.query(`DROP DATABASE ${name} WITH (FORCE)`)
    await admin.end()
    await rm(`${join(folder, name)}.head`, { force: true })
  }
}

/** The fastest round, which others on the machine disturbed least. */
const least = (list: readonly number[]): number => Math.min(...list)
const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`

try {
  const out = createWriteStream(file)
  await writeFigures(count, async (text) => {
    if (!out.write(text)) await once(out, 'drain')
  })
  out.end()
  await once(out, 'close')
  const [plain, signed]: [Round[], Round[]] = [[], []]
  for (let n = 0; n < rounds; n++)
    for (const isSigned of n % 2 === 0 ? [false, true] : [true, false])
      (isSigned ? signed : plain).push(await run(isSigned))
  const bytes = await readFile(file)
  const hashing = await seconds(async () => createHash('sha256').update(bytes).digest())
  const names = ['new figures', 'the same figures again']
  const rows = names.map((name, at) => {
    const [without, beside] = [plain, signed].map((list) => least(list.map((round) => round.imports[at] ?? 0))) as [
      number,
      number,
    ]
    const [blocks, rows, leaf] = (['blocks', 'rows', 'leaf'] as const).map((part) =>
      least(signed.map((round) => round.work[at]?.[part] ?? Number.NaN)),
    ) as [number, number, number]
    const work = [blocks, rows, leaf].map((part) => `${(part * 1000).toFixed(0)} ms`).join(' | ')
    return `| ${name} | ${without.toFixed(1)} s | ${beside.toFixed(1)} s | ${work} | ${percent(blocks + rows + leaf, without)} |`
  })
  const text = `# Signing the history

Written by \`npm run bench:history-signing -- --write\` on ${new Date().toISOString().slice(0, 10)}: ${count} figures, the fastest of ${rounds} rounds in turns, one process.

| import of | without a signer | beside one | blocks | their rows | leaf | signing, of the import |
| --- | --- | --- | --- | --- | --- | --- |
${rows.join('\n')}

Blocks are hashed while the release is read, their rows are written with it, and the leaf is made after the import. These
three are measured by themselves, with the lines of the release: imports vary by more than that from round to round. Blocks
take ${percent(least(signed.map((each) => each.blocksPerFigures)), 1)} of the size of the figures and their indexes. To hash the file alone takes ${percent(hashing, least(plain.map((each) => each.imports[0] ?? 0)))} of an import.
`
  process.stdout.write(text)
  if (process.argv.includes('--write')) await writeFile(new URL('./history-signing.md', import.meta.url), text)
} finally {
  await rm(folder, { recursive: true })
}
