import type { FindingKind, Severity } from '../../../domain/observations/finding.js'
import { Prisma } from '../../../generated/prisma/client.js'
import type { Rows } from '../rows.js'
import { condition, type FindingQuery, sizeClass } from './query.js'

const { sql } = Prisma

export interface FindingCount {
  readonly kind: FindingKind
  readonly severity: Severity
  readonly sizeClass: number | null
  readonly count: number
}

export async function countFindings(rows: Rows, query: FindingQuery) {
  const [row] = await rows<{ n: number; known: boolean }>(sql`
    SELECT (SELECT count(*)::int FROM finding f WHERE ${condition(query)}) AS n,
      EXISTS (SELECT 1 FROM finding WHERE code = ${query.release ?? null}) AS known`)
  return row ?? { n: 0, known: false }
}

/** Counts findings by kind, severity and size: the gravest first, then the largest. */
export const tallyFindings = (rows: Rows, query: FindingQuery): Promise<FindingCount[]> =>
  rows(sql`
    SELECT f.kind, f.severity, ${sizeClass} AS "sizeClass", count(*)::int AS count FROM finding f
    WHERE ${condition(query)} GROUP BY 1, 2, 3 ORDER BY 2 DESC, 1, 3 DESC NULLS LAST`)
