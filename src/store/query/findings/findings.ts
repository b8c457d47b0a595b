import { Decimal } from '../../../domain/numbers/decimal.js'
import type { ConnectionArgs } from '../../../domain/observations/filter.js'
import { type Finding, type IndicatorRef, severities } from '../../../domain/observations/finding.js'
import { Prisma, type Finding as PrismaFinding } from '../../../generated/prisma/client.js'
import type { Version } from '../../database/versions.js'
import { validAt } from '../../sql/validity.js'
import { decodeCursor, encodeCursor, fingerprint } from '../cursor.js'
import { type Page, sizeOf, toPage } from '../page.js'
import type { Rows } from '../rows.js'
import { bySize, condition, type FindingQuery } from './query.js'

const { sql, raw } = Prisma

type Transaction = Prisma.TransactionClient

/** The field `releaseId` is null for a finding of a refused release. */
export interface StoredFinding extends Finding {
  readonly code: string
  readonly releaseId: number | null
}

interface AtVersion {
  readonly rows: Rows
  readonly snapshot: Version
}

type Stored = Omit<PrismaFinding, 'id' | 'fromVersion' | 'toVersion'>
type Decimals = 'low' | 'high' | 'reported'

type FindingRow = Omit<Stored, Decimals> & Record<Decimals, string | null>

const findingColumns = raw(
  `f.release_id AS "releaseId", f.code, f.kind, f.severity, f.message, f.discrepancy, f.low::text, f.high::text,
  f.low_inclusive AS "lowInclusive", f.high_inclusive AS "highInclusive", f.reported::text, f.unit, f.found, f.file, f.row,
  f."column", f.indicators, f.key`,
)

function toStored(row: FindingRow | Stored): StoredFinding {
  const { low, high, reported, lowInclusive, highInclusive, unit, indicators, discrepancy, ...rest } = row
  const decimal = (number: typeof low): Decimal | null => (number === null ? null : new Decimal(number.toString()))
  const bounds = { low: decimal(low), high: decimal(high), lowInclusive, highInclusive }
  return {
    ...rest,
    discrepancy: discrepancy as unknown as Finding['discrepancy'],
    expected: low === null && high === null ? null : bounds,
    reported: decimal(reported),
    unit: unit as Finding['unit'],
    indicators: indicators as unknown as readonly IndicatorRef[],
  }
}

const omit = { id: true, fromVersion: true, toVersion: true } as const

export async function findingsOf({ finding }: Transaction, releaseId: number): Promise<StoredFinding[]> {
  const rows = await finding.findMany({
    omit,
    where: { releaseId, toVersion: null },
    orderBy: [{ kind: 'asc' }, { key: 'asc' }],
  })
  return rows.map(toStored)
}

export async function readFindings({ finding }: Transaction, code: string | null): Promise<StoredFinding[]> {
  const rows = await finding.findMany({
    omit,
    where: { toVersion: null, ...(code !== null && { code }) },
    orderBy: [{ file: 'asc' }, { row: 'asc' }, { kind: 'asc' }, { key: 'asc' }],
  })
  const gravity = ({ severity }: Stored): number => severities.indexOf(severity)
  // Codes are compared here, since their order in the database depends on its collation.
  return rows.sort((a, b) => gravity(b) - gravity(a) || Number(a.code > b.code) - Number(a.code < b.code)).map(toStored)
}

/** Reads a page of findings: by release, the newest first, then by severity, the gravest first, then by place; or by size. */
export async function pageOfFindings(
  { rows, snapshot }: AtVersion,
  query: FindingQuery,
  given: ConnectionArgs,
): Promise<Page<StoredFinding>> {
  const { size, reversed } = sizeOf(given)
  const list = { list: fingerprint(query), at: snapshot }
  const side = (cursor: string | null | undefined, operator: string): Prisma.Sql => {
    if (cursor == null) return Prisma.empty
    const [code, kind, key] = decodeCursor(cursor, list, 3).map(String)
    const place = sql`SELECT n FROM list WHERE code = ${code} AND kind::text = ${kind} AND key = ${key}`
    return sql` AND f.n ${raw(operator)} (${place})`
  }
  const found = await rows<FindingRow & { n: string }>(sql`
    WITH list AS (
      SELECT f.*, row_number() OVER (
        ORDER BY ${query.orderBy === 'SIZE' ? bySize() : Prisma.empty} r.published_at DESC NULLS FIRST, f.code COLLATE "C" DESC, f.severity DESC,
          f.file COLLATE "C" NULLS LAST, f.row, f.kind, f.key COLLATE "C"
      ) AS n
      FROM finding f LEFT JOIN release r ON r.id = f.release_id WHERE ${condition(query, snapshot.version)}
    )
    SELECT f.n, ${findingColumns} FROM list f WHERE true${side(given.after, '>')}${side(given.before, '<')}
    ORDER BY f.n ${raw(reversed ? 'DESC' : 'ASC')} LIMIT ${size + 1}`)
  found.sort((a, b) => (Number(a.n) - Number(b.n)) * (reversed ? -1 : 1))
  return toPage(found, given, toStored, ({ code, kind, key }) => encodeCursor(list, [code, kind, key]))
}

/** Reads a finding by its natural key. It uses SQL, since only `rows` reads at the version of a view. */
export async function findFinding(
  { rows, snapshot: { version } }: AtVersion,
  code: string,
  kind: string,
  key: string,
): Promise<StoredFinding | null> {
  const [row] = await rows<FindingRow>(sql`
    SELECT ${findingColumns} FROM finding f WHERE f.code = ${code} AND f.kind::text = ${kind} AND f.key = ${key}
      AND ${validAt(version, 'f')}`)
  return row === undefined ? null : toStored(row)
}
