import { Decimal } from '../../domain/numbers/decimal.js'
import type { ConnectionArgs } from '../../domain/observations/filter.js'
import type { Finding, FindingKind, Severity } from '../../domain/observations/finding.js'
import { Prisma } from '../../generated/prisma/client.js'
import { decodeCursor, encodeCursor, fingerprint } from './cursor.js'
import { type Page, sizeOf, toPage } from './page.js'

const { sql, raw } = Prisma

type Transaction = Prisma.TransactionClient

/** A finding as it is stored: of a release, or of one that was refused, by its code. */
export interface StoredFinding extends Finding {
  readonly code: string
  readonly releaseId: number | null
}

/** A row of `finding`, with decimals as text. */
export interface FindingRow extends Omit<Finding, 'expected' | 'reported'> {
  readonly release_id: number | null
  readonly code: string
  readonly low: string | null
  readonly high: string | null
  readonly low_inclusive: boolean
  readonly high_inclusive: boolean
  readonly reported: string | null
}

/** The columns of `FindingRow`, of an alias `f`. */
export const findingColumns = Prisma.raw(
  `f.release_id, f.code, f.kind, f.severity, f.message, f.low::text, f.high::text, f.low_inclusive, f.high_inclusive,
  f.reported::text, f.unit, f.found, f.file, f.row, f."column", f.indicators, f.key`,
)

/** A row as a finding. */
export function toStored(row: FindingRow): StoredFinding {
  const number = (text: string | null): Decimal | null => (text === null ? null : new Decimal(text))
  const { low, high } = row
  const bounds = {
    low: number(low),
    high: number(high),
    lowInclusive: row.low_inclusive,
    highInclusive: row.high_inclusive,
  }
  return {
    code: row.code,
    releaseId: row.release_id,
    kind: row.kind,
    severity: row.severity,
    message: row.message,
    expected: low === null && high === null ? null : bounds,
    reported: number(row.reported),
    unit: row.unit,
    found: row.found,
    file: row.file,
    row: row.row,
    column: row.column,
    indicators: row.indicators,
    key: row.key,
  }
}

/** All that was found in a release. */
export async function findingsOf(tx: Transaction, releaseId: number): Promise<StoredFinding[]> {
  const rows = await tx.$queryRaw<FindingRow[]>`
    SELECT ${findingColumns} FROM finding f WHERE release_id = ${releaseId} ORDER BY f.kind, f.key`
  return rows.map(toStored)
}

/** What was found in a release, stored or refused, or in all of them: the gravest first, then release by release. */
export async function readFindings(client: Transaction, code: string | null): Promise<StoredFinding[]> {
  const rows = await client.$queryRaw<FindingRow[]>`
    SELECT ${findingColumns} FROM finding f WHERE ${code}::text IS NULL OR f.code = ${code}
    ORDER BY array_position(ARRAY['ERROR', 'WARNING', 'INFO'], f.severity::text), f.code COLLATE "C", f.file, f.row,
      f.kind, f.key`
  return rows.map(toStored)
}

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
export async function pageOfFindings(
  rows: Rows,
  query: FindingQuery,
  given: ConnectionArgs,
): Promise<Page<StoredFinding>> {
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
