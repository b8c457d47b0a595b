import { Decimal } from '../../domain/numbers/decimal.js'
import type { ConnectionArgs } from '../../domain/observations/filter.js'
import {
  type Finding,
  type FindingKind,
  type IndicatorRef,
  type Severity,
  severities,
} from '../../domain/observations/finding.js'
import { Prisma, type Finding as PrismaFinding } from '../../generated/prisma/client.js'
import { decodeCursor, encodeCursor, fingerprint } from './cursor.js'
import { type Page, sizeOf, toPage } from './page.js'
import type { Rows } from './rows.js'

const { sql, raw } = Prisma

type Transaction = Prisma.TransactionClient

/** A finding of a stored release or, with `releaseId` null, of one that was refused. */
export interface StoredFinding extends Finding {
  readonly code: string
  readonly releaseId: number | null
}

type Decimals = 'low' | 'high' | 'reported'

type FindingRow = Omit<PrismaFinding, 'id' | Decimals> & Record<Decimals, string | null>

const findingColumns = raw(
  `f.release_id AS "releaseId", f.code, f.kind, f.severity, f.message, f.low::text, f.high::text,
  f.low_inclusive AS "lowInclusive", f.high_inclusive AS "highInclusive", f.reported::text, f.unit, f.found, f.file, f.row,
  f."column", f.indicators, f.key`,
)

function toStored(row: FindingRow | PrismaFinding): StoredFinding {
  const { code, releaseId, kind, severity, message, lowInclusive, highInclusive, found, file, key } = row
  const [low, high, reported] = [row.low, row.high, row.reported].map((each) =>
    each === null ? null : new Decimal(each.toString()),
  ) as [Decimal | null, Decimal | null, Decimal | null]
  return {
    code,
    releaseId,
    kind,
    severity,
    message,
    expected: low === null && high === null ? null : { low, high, lowInclusive, highInclusive },
    reported,
    unit: row.unit as Finding['unit'],
    found,
    file,
    row: row.row,
    column: row.column,
    indicators: row.indicators as unknown as readonly IndicatorRef[],
    key,
  }
}

export async function findingsOf({ finding }: Transaction, releaseId: number): Promise<StoredFinding[]> {
  const rows = await finding.findMany({ where: { releaseId }, orderBy: [{ kind: 'asc' }, { key: 'asc' }] })
  return rows.map(toStored)
}

export async function readFindings({ finding }: Transaction, code: string | null): Promise<StoredFinding[]> {
  const rows = await finding.findMany({
    where: code === null ? {} : { code },
    orderBy: (['file', 'row', 'kind', 'key'] as const).map((column) => ({ [column]: 'asc' })),
  })
  const gravity = ({ severity }: PrismaFinding): number => severities.indexOf(severity)
  // Codes are compared here, since their order in the database depends on its collation.
  return rows.sort((a, b) => gravity(b) - gravity(a) || Number(a.code > b.code) - Number(a.code < b.code)).map(toStored)
}

export interface FindingQuery {
  readonly release?: string | null | undefined
  readonly severity?: readonly Severity[] | null | undefined
  readonly kind?: readonly FindingKind[] | null | undefined
}

const condition = ({ release, severity, kind }: FindingQuery): Prisma.Sql => sql`
  ${release == null ? sql`f.release_id IS NOT NULL` : sql`f.code = ${release}`}
  AND ${severity == null ? sql`true` : sql`f.severity = ANY(${[...severity]}::severity[])`}
  AND ${kind == null ? sql`true` : sql`f.kind = ANY(${[...kind]}::finding_kind[])`}`

/** Reads a page of findings: by release, the newest first, then by severity, the gravest first, then by place. */
export async function pageOfFindings(
  rows: Rows,
  query: FindingQuery,
  given: ConnectionArgs,
): Promise<Page<StoredFinding>> {
  const { size, reversed } = sizeOf(given)
  const list = fingerprint(query)
  const side = (cursor: string | null | undefined, operator: string): Prisma.Sql => {
    if (cursor == null) return Prisma.empty
    const [code, kind, key] = decodeCursor(cursor, list, 3).map(String)
    const place = sql`SELECT n FROM list WHERE code = ${code} AND kind::text = ${kind} AND key = ${key}`
    return sql` AND f.n ${raw(operator)} (${place})`
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

export async function countFindings(
  rows: Rows,
  query: FindingQuery,
): Promise<{ readonly n: number; readonly known: boolean }> {
  const [row] = await rows<{ n: number; known: boolean }>(sql`
    SELECT (SELECT count(*)::int FROM finding f WHERE ${condition(query)}) AS n,
      EXISTS (SELECT 1 FROM finding WHERE code = ${query.release ?? null}) AS known`)
  return row ?? { n: 0, known: false }
}

/** Reads a finding by its natural key. It uses SQL, since only `rows` reads at the version of a view. */
export async function findFinding(rows: Rows, code: string, kind: string, key: string): Promise<StoredFinding | null> {
  const [row] = await rows<FindingRow>(sql`
    SELECT ${findingColumns} FROM finding f WHERE f.code = ${code} AND f.kind::text = ${kind} AND f.key = ${key}`)
  return row === undefined ? null : toStored(row)
}
