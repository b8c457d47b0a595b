import type pg from 'pg'
import { encodeBase64 } from '../../domain/history-proof/base64.js'
import { hashLeaf, MerkleTree } from '../../domain/history-proof/merkle.js'
import { type SignedRelease, type VersionLeaf, writeLeaf } from '../../domain/history-proof/version-leaf.js'
import { atOffset } from '../../domain/periods/instant.js'
import { Prisma, type Release } from '../../generated/prisma/client.js'
import { advisoryLock } from '../database/advisory-locks.js'
import { cancelOnServer } from '../database/cancel-query.js'
import type { Database } from '../database/open.js'
import { inTransaction, withClient } from '../database/pool.js'
import type { Version } from '../database/versions.js'
import { readCodeLists } from '../query/code-lists.js'
import { blocksOf, mostlyConfirmed, type Printed } from './figure-lines.js'

const { sql } = Prisma

/** Returns the versions without a leaf, or with one of another history, from the first on; at most 1,000. */
export async function missingLeaves({ pool }: Pick<Database, 'pool'>): Promise<Version[]> {
  const { rows: missing } = await pool.query<Version>(`
    SELECT v.version, v.stamp::text FROM store_version v JOIN store_state s ON v.version <= s.version
    LEFT JOIN history_leaf l ON l.version = v.version AND l.stamp = v.stamp
    WHERE v.version > 0 AND l.version IS NULL ORDER BY 1 LIMIT 1000`)
  return missing
}

export async function readLeaves({ pool }: Pick<Database, 'pool'>, from: number, most: number): Promise<string[]> {
  const { rows: leaves } = await pool.query<{ content: string }>(
    `SELECT l.content FROM history_leaf l JOIN store_version v ON v.version = l.version AND v.stamp = l.stamp
     JOIN store_state s ON l.version <= s.version WHERE l.version >= $1 ORDER BY l.version LIMIT $2`,
    [from, most],
  )
  return leaves.map(({ content }) => content)
}

/**
 * Makes the leaf of a version, unless another process makes one. It is read from rows that no later change alters, so that
 * it is the same whenever it is made. Returns false if the store has lost the version meanwhile.
 */
export async function makeLeaf(
  database: Database,
  { version, stamp }: Version,
  signal: AbortSignal | null = null,
): Promise<boolean> {
  const read = await readRelease(database, version)
  return withClient(database.pool, (client) => {
    const making = inTransaction(client, async () => {
      if (database.kind === 'server') await client.query(besideOthers)
      await rows(client, sql`SELECT pg_advisory_xact_lock(${advisoryLock('history')})`)
      const [found] = await rows<{ createdAt: Date; isMade: boolean }>(
        client,
        sql`SELECT v.created_at AS "createdAt",
          EXISTS (SELECT FROM history_leaf l WHERE l.version = v.version AND l.stamp = v.stamp) AS "isMade"
        FROM store_version v JOIN store_state s ON v.version <= s.version
        WHERE v.version = ${version} AND v.stamp = ${stamp}::uuid`,
      )
      if (found === undefined) return false
      if (found.isMade) return true
      const leaf: VersionLeaf = {
        version,
        stamp,
        time: found.createdAt.toISOString(),
        imported: read.imported && (await releaseOf(client, version, read.imported)),
        retracted: read.retracted,
        codes: await codesOf(client, version),
      }
      const content = writeLeaf(leaf)
      await rows(
        client,
        sql`INSERT INTO history_leaf (version, stamp, content, hash)
          VALUES (${version}, ${stamp}::uuid, ${content}, ${hashLeaf(content)})
          ON CONFLICT (version) DO UPDATE SET stamp = excluded.stamp, content = excluded.content, hash = excluded.hash,
            made_at = now()`,
      )
      return true
    })
    const cancel = (): void => void cancelOnServer(client, making)
    if (database.kind === 'server') signal?.addEventListener('abort', cancel)
    return making.finally(() => signal?.removeEventListener('abort', cancel))
  })
}

/** The work is not urgent: it leaves the other processors to those who wait for answers. */
const besideOthers = `SET LOCAL max_parallel_workers_per_gather = 0; SET LOCAL work_mem = '32MB'`

const rows = async <Row extends pg.QueryResultRow>(
  client: pg.ClientBase,
  { text, values }: Prisma.Sql,
): Promise<Row[]> => (await client.query<Row>(text, values)).rows

interface Imported {
  readonly release: Release & { readonly dataset: { readonly code: string } }
  /** The figures that its blocks are made of; null if the import has made the blocks. */
  readonly printed: Printed | null
}

async function readRelease(database: Database, version: number) {
  const { prisma } = database
  const release = await prisma.release.findFirst({ where: { version }, include: { dataset: true } })
  const retracted = await prisma.release.findFirst({ where: { retractedVersion: version } })
  const imported: Imported | null = release && { release, printed: await printedBy(database, release) }
  return {
    imported,
    retracted: retracted && {
      code: retracted.code,
      at: retracted.retractedAt?.toISOString() ?? '',
      reason: retracted.retractionReason ?? '',
    },
  }
}

async function printedBy({ prisma }: Database, { id, version }: Release): Promise<Printed | null> {
  if ((await prisma.historyBlock.findFirst({ where: { version }, select: { block: true } })) !== null) return null
  const { _min: first } = await prisma.storeVersion.aggregate({
    where: { indicators: { not: null } },
    _min: { version: true },
  })
  // The first version that can be read, if that is later.
  const at = Math.max(version, first.version ?? version)
  return { releaseId: id, version: at, units: (await readCodeLists(prisma, at)).units }
}

async function releaseOf(
  client: pg.ClientBase,
  version: number,
  { release, printed }: Imported,
): Promise<SignedRelease> {
  if (printed !== null) await makeBlocks(client, version, printed)
  const blocks = await rows<{ hash: Buffer; lines: number }>(
    client,
    sql`SELECT hash, lines FROM history_block WHERE version = ${version} ORDER BY block`,
  )
  const { code, title, publisher, publishedAt, publishedOffset, stage, url, note, sha256, dataset } = release
  return {
    code,
    dataset: dataset.code,
    title,
    publisher,
    publishedAt: atOffset(publishedAt, publishedOffset),
    stage,
    url,
    note,
    sha256,
    figures: blocks.reduce((sum, { lines }) => sum + lines, 0),
    root: encodeBase64(new MerkleTree(blocks.map(({ hash }) => hash)).root()),
  }
}

async function makeBlocks(client: pg.ClientBase, version: number, printed: Printed): Promise<void> {
  const mostly = (await rows<{ id: number }>(client, mostlyConfirmed(printed))).map(({ id }) => id)
  await rows(
    client,
    sql`INSERT INTO history_block (
        version, block, hash, lines, series, periods, first_source, first_row, first_series, first_period
      )
      SELECT ${version}::int, block, hash, lines, series, periods, first_source, first_row, first_series, first_period
      FROM (${blocksOf({ ...printed, mostly })}) blocks`,
  )
}

async function codesOf(client: pg.ClientBase, version: number): Promise<VersionLeaf['codes']> {
  const [codes] = await rows<{ added: number; ended: number; sha256: string }>(
    client,
    sql`SELECT count(*) FILTER (WHERE mark = '+')::int AS added, count(*) FILTER (WHERE mark = '-')::int AS ended,
      encode(sha256(convert_to(coalesce(string_agg(line, '' ORDER BY line COLLATE "C"), ''), 'UTF8')), 'hex') AS sha256
    FROM (
      SELECT mark, concat_ws(E'\\t', mark, list, id, member_id, content) || E'\\n' AS line
      FROM code_version CROSS JOIN LATERAL (
        VALUES ('+', from_version), ('-', to_version)
      ) of (mark, changed) WHERE changed = ${version} AND (from_version = ${version} OR to_version = ${version})
    ) changes`,
  )
  return codes === undefined || codes.added + codes.ended === 0 ? null : codes
}
