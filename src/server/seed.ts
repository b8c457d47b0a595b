import { createReadStream, existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Logger } from 'pino'
import type { CodeListRows } from '../domain/codes/codes.js'
import type { ReleaseHead } from '../domain/observations/observation.js'
import { parseInstant } from '../domain/periods/instant.js'
import { readCodeLists } from '../files/code-lists/reader.js'
import { importRelease } from '../import/importer.js'
import { packageFile } from '../lib/package-file.js'
import { writeCodeLists } from '../store/admin/code-lists.js'
import { change } from '../store/database/change.js'
import { type Database, type Location, openDatabase } from '../store/database/open.js'

const folder = packageFile('prisma/seed/')

const filledStore = fileURLToPath(packageFile('dist/store.tar.br'))

/** The contents of a new store: the annual press releases of five years, or all shipped releases with the places' codes. */
export type Shipped = 'annual' | 'all'

type ShippedRelease = ReleaseHead & { readonly file: string }

export const shippedBy = (seed: boolean | 'annual'): Shipped | null => (seed === 'annual' ? seed : seed ? 'all' : null)

/**
 * Returns a location whose store, if it is embedded and new, starts as a copy of the one that the build has filled with
 * everything that ships (`prisma/fill-store.ts`).
 */
export const startingFilled = (location: Location, shipped: Shipped | null): Location =>
  location.kind === 'folder' && shipped === 'all' && existsSync(filledStore)
    ? { ...location, template: filledStore }
    : location

/**
 * Returns 'empty' for a store without code lists, 'interrupted' if a process stopped while seeding it, and otherwise
 * 'done'. Takes one statement, as every start waits for it.
 */
export async function seedState(
  client: Pick<Database['prisma'], '$queryRaw'>,
): Promise<'empty' | 'interrupted' | 'done'> {
  const [state] = await client.$queryRaw<[{ state: 'empty' | 'interrupted' | 'done' }]>`
    SELECT CASE WHEN seeding THEN 'interrupted'
      WHEN EXISTS (SELECT FROM metric) OR EXISTS (SELECT FROM dimension) THEN 'done' ELSE 'empty' END AS state
    FROM store_state`
  return state.state
}

/**
 * Imports the shipped code lists and releases into a store without code lists, or resumes after an earlier process. Several
 * processes may do so concurrently.
 */
export async function seedStore(database: Database, log: Logger, shipped: Shipped = 'annual'): Promise<void> {
  if ((await seedState(database.prisma)) === 'done' || !(await begin(database, shipped))) return
  const releases = await releasesOf(shipped)
  log.info({ releases: releases.length }, 'importing the shipped releases')
  for (const { file, ...head } of releases) {
    const files = [{ name: file.replace(/^.*\//, ''), bytes: createReadStream(new URL(file, folder)) }]
    const request = { head, files, format: 'CSV', map: null, period: null, encoding: null } as const
    const { accepted, findings, ...report } = await importRelease(database, request)
    if (!accepted) throw new Error(findings.map(({ row, message }) => `${file}, row ${row}: ${message}`).join('\n'))
    log.info({ ...report, findings: findings.length }, 'imported a release')
  }
  await database.prisma.storeState.update({ where: { id: 1 }, data: { seeding: false } })
}

export async function dumpSeeded(log: Logger, shipped: Shipped): Promise<Uint8Array> {
  const database = await openDatabase({ kind: 'memory' })
  try {
    await seedStore(database, log, shipped)
    if (database.kind !== 'embedded') throw new Error('Only the embedded store can be dumped.')
    // Databases are created from templates, which are more than half of the files of a cluster. A store needs no others.
    await database.pool.query('SET wal_recycle = off') // as the dump has it, for the checkpoints of DROP DATABASE
    await database.pool.query("UPDATE pg_database SET datistemplate = false WHERE datname LIKE 'template_'")
    for (const template of ['template0', 'template1']) await database.pool.query(`DROP DATABASE ${template}`)
    return await database.dump()
  } finally {
    await database.close()
  }
}

/** The order is that of publication: a release that arrives late has all later ones checked again. */
async function releasesOf(shipped: Shipped): Promise<readonly ShippedRelease[]> {
  const annual: ShippedRelease[] = JSON.parse(await text('releases.json'))
  if (shipped === 'annual') return annual
  const others: ShippedRelease[] = JSON.parse(await text('full/releases.json'))
  return [...annual, ...others.map((release) => ({ ...release, file: `full/${release.file}` }))].sort(
    (a, b) => timeOf(a) - timeOf(b),
  )
}

const timeOf = ({ publishedAt }: ShippedRelease): number => parseInstant(publishedAt).at.getTime()

function begin(database: Database, shipped: Shipped): Promise<boolean> {
  return change(database, async (tx, version) => {
    const state = await seedState(tx)
    if (state === 'done') return { changed: false, result: false }
    const before = await tx.category.count()
    await writeCodeLists(tx, version, await shippedCodeLists(shipped))
    await tx.storeState.update({ where: { id: 1 }, data: { seeding: true } })
    // The process before may have begun with the annual releases, which need fewer categories.
    return { changed: (await tx.category.count()) > before, result: true }
  })
}

export async function shippedCodeLists(shipped: Shipped): Promise<CodeListRows> {
  const lists = {
    datasets: await text('datasets.csv'),
    dimensions: await text('dimensions.csv'),
    metrics: await text('metrics.csv'),
    categories: await text('categories.csv'),
  }
  if (shipped === 'all') {
    lists.dimensions += withoutHeader(await text('full/dimensions.csv'))
    lists.categories = completed(lists.categories, await text('full/categories.csv'))
  }
  return readCodeLists(lists)
}

function completed(categories: string, full: string): string {
  const keyOf = (line: string) => line.split(',', 2).join()
  const replaced = new Set(full.split('\n').slice(1).map(keyOf))
  const kept = categories.split('\n').filter((line, row) => row === 0 || !replaced.has(keyOf(line)))
  return `${kept.join('\n').trimEnd()}\n${withoutHeader(full)}`
}

const withoutHeader = (csv: string): string => csv.slice(csv.indexOf('\n') + 1)

const text = (name: string): Promise<string> => readFile(new URL(name, folder), 'utf8')
