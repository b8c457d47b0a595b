import type { Stretch } from '../domain/filter.js'
import type { FindingKind, Severity } from '../domain/finding.js'
import { Prisma } from '../generated/prisma/client.js'
import { decodeCursor, encodeCursor, fingerprint } from './cursor.js'
import { type FindingRow, findingColumns, type StoredFinding, toStored } from './findings.js'
import { type Page, sizeOf, toPage } from './page.js'

const { sql, raw } = Prisma

/** Which findings are wanted: of a release, stored or refused; without one, of all that are stored. */
export interface FindingQuery {
  readonly release?: string | null | undefined
  readonly severity?: readonly Severity[] | null | undefined
  readonly kind?: readonly FindingKind[] | null | undefined
}

/** Reads the rows of a statement. */
export type Rows = <T extends object>(statement: Prisma.Sql) => Promise<T[]>

const condition = ({ release, severity, kind }: FindingQuery): Prisma.Sql => sql`
  ${release == null ? sql`f.release_id IS NOT NULL` : sql`f.code = ${release}`}
  AND ${severity == null ? sql`true` : sql`f.severity = ANY(${[...severity]}::severity[])`}
  AND ${kind == null ? sql`true` : sql`f.kind = ANY(${[...kind]}::finding_kind[])`}`

/** A stretch of a list of findings: the newest release first, what is gravest first, then by place. */
export async function pageOfFindings(rows: Rows, query: FindingQuery, given: Stretch): Promise<Page<StoredFinding>> {
  const { size, reversed } = sizeOf(given)
  const list = fingerprint(query)
  const side = (cursor: string | null | undefined, beyond: string): Prisma.Sql => {
    if (cursor == null) return Prisma.empty
    const [code, kind, key] = decodeCursor(cursor, list, 3).map(String)
    const place = sql`SELECT n FROM list WHERE code = ${code} AND kind::text = ${kind} AND key = ${key}`
    return sql` AND f.n ${raw(beyond)} (${place})`
  }
  const found = await rows<FindingRow & { n: string }>(sql`
    WITH list AS (
      SELECT f.*, row_number() OVER (
        ORDER BY r.published_at DESC NULLS FIRST, f.code COLLATE "C" DESC, f.severity DESC,
          f.file COLLATE "C" NULLS LAST, f.row, f.kind, f.key COLLATE "C"
      ) AS n
      FROM finding f LEFT JOIN release r ON r.id = f.release_id WHERE ${condition(query)}
    )
    SELECT f.n, ${findingColumns} FROM list f WHERE true${side(given.after, '>')}${side(given.before, '<')}
    ORDER BY f.n ${raw(reversed ? 'DESC' : 'ASC')} LIMIT ${size + 1}`)
  found.sort((a, b) => (Number(a.n) - Number(b.n)) * (reversed ? -1 : 1))
  return toPage(found, given, toStored, ({ code, kind, key }) => encodeCursor(list, [code, kind, key]))
}

/** How many findings a list has, and whether there is any at all of the release that it names. */
export async function countFindings(
  rows: Rows,
  query: FindingQuery,
): Promise<{ readonly n: number; readonly known: boolean }> {
  const [row] = await rows<{ n: number; known: boolean }>(sql`
    SELECT (SELECT count(*)::int FROM finding f WHERE ${condition(query)}) AS n,
      EXISTS (SELECT 1 FROM finding WHERE code = ${query.release ?? null}) AS known`)
  return row ?? { n: 0, known: false }
}

/** A finding by its natural key; null where there is none. */
export async function findFinding(rows: Rows, code: string, kind: string, key: string): Promise<StoredFinding | null> {
  const [row] = await rows<FindingRow>(sql`
    SELECT ${findingColumns} FROM finding f WHERE f.code = ${code} AND f.kind::text = ${kind} AND f.key = ${key}`)
  return row === undefined ? null : toStored(row)
}
