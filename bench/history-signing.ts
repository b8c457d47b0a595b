import { createHash, generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { signerOf } from '../src/domain/history-proof/signed-note.js'
import { headFileOf } from '../src/history/head-file.js'
import { LeafMaker } from '../src/history/leaf-maker.js'
import { SignedHistory } from '../src/history/signed-history.js'
import { importRelease } from '../src/import/importer.js'
import { writeCodeLists } from '../src/store/admin/code-lists.js'
import { change } from '../src/store/database/change.js'
import { type Database, openDatabase } from '../src/store/database/open.js'
import { codeLists, writeFigures } from './generate.js'

// `npm run bench:history-signing` measures what signing costs an import: the same two releases, new figures and then the
// same figures confirmed, are imported into stores with and without a signer, in turns, in one process. DATABASE_URL names
// a server on which databases are made and dropped; FIGURES and ROUNDS say how many. --write writes the result.

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

interface Round {
  readonly imports: number[]
  /** From the end of an import until the head with its leaf is signed. */
  readonly leaves: number[]
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
    const round: { imports: number[]; leaves: number[] } = { imports: [], leaves: [] }
    for (const [code, day] of [
      ['FIRST', '01-01'],
      ['OTHER', '02-01'],
    ] as const) {
      round.imports.push(await seconds(() => take(database, code, day)))
      round.leaves.push(await seconds(untilSigned))
    }
    const { rows } = await database.pool.query<{ ratio: number }>(
      `SELECT pg_total_relation_size('history_block') / pg_total_relation_size('indicator')::float8 AS ratio`,
    )
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
    const [without, beside, leaf] = [plain, signed, signed].map((list, which) =>
      least(list.map((round) => (which === 2 ? round.leaves : round.imports)[at] ?? 0)),
    ) as [number, number, number]
    return `| ${name} | ${without.toFixed(1)} s | ${beside.toFixed(1)} s | ${percent(beside - without, without)} | ${leaf.toFixed(2)} s | ${percent(leaf, without)} |`
  })
  const text = `# Signing the history

Written by \`npm run bench:history-signing -- --write\` on ${new Date().toISOString().slice(0, 10)}: ${count} figures, the fastest of ${rounds} rounds in turns, one process.

| import of | without a signer | beside one | difference | leaf, after the import | of the import |
| --- | --- | --- | --- | --- | --- |
${rows.join('\n')}

An import does nothing for the signer: the difference is what rounds vary by on a machine that others use. The leaf is
made by one connection of the database. Blocks take ${percent(least(signed.map((each) => each.blocksPerFigures)), 1)} of the size of the figures and their indexes. To hash the file alone takes
${percent(hashing, least(plain.map((each) => each.imports[0] ?? 0)))} of an import.
`
  process.stdout.write(text)
  if (process.argv.includes('--write')) await writeFile(new URL('./history-signing.md', import.meta.url), text)
} finally {
  await rm(folder, { recursive: true })
}
