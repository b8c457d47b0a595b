import type { FindingKind, Severity } from '../../../domain/observations/finding.js'
import { Prisma } from '../../../generated/prisma/client.js'
import { validAt } from '../../sql/validity.js'
import type { Rows } from '../rows.js'
import { condition, type FindingQuery, sizeClass } from './query.js'

const { sql } = Prisma

export interface FindingCount {
  readonly kind: FindingKind
  readonly severity: Severity
  readonly sizeClass: number | null
  readonly count: number
}

export async function countFindings(rows: Rows, version: number, query: FindingQuery) {
  const [row] = await rows<{ n: string; known: boolean }>(sql`
    SELECT (SELECT count(*) FROM finding f WHERE ${condition(query, version)}) AS n,
      EXISTS (SELECT 1 FROM finding f WHERE f.code = ${query.release ?? null} AND ${validAt(version, 'f')}) AS known`)
  return { n: Number(row?.n ?? 0), known: row?.known ?? false }
}

/** Counts findings by kind, severity and size: the gravest first, then the largest. */
export async function tallyFindings(rows: Rows, version: number, query: FindingQuery): Promise<FindingCount[]> {
  const found = await rows<Omit<FindingCount, 'count'> & { readonly count: string }>(sql`
    SELECT f.kind, f.severity, ${sizeClass} AS "sizeClass", count(*) AS count FROM finding f
    WHERE ${condition(query, version)} GROUP BY 1, 2, 3 ORDER BY 2 DESC, 1, 3 DESC NULLS LAST`)
  return found.map((each) => ({ ...each, count: Number(each.count) }))
}
