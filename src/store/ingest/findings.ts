import type { Finding } from '../../domain/observations/finding.js'
import { Prisma } from '../../generated/prisma/client.js'

type Transaction = Prisma.TransactionClient

/**
 * Writes the findings of a stored release, or of a refused one (`releaseId` is null), without repetitions. Those equal to
 * findings that the same change ended are valid as before.
 */
export async function writeFindings(
  tx: Transaction,
  version: number,
  code: string,
  releaseId: number | null,
  findings: readonly Finding[],
): Promise<void> {
  const rows = findings.map(({ expected, indicators, ...finding }) => ({
    ...finding,
    from_version: version,
    release_id: releaseId,
    code,
    low: expected?.low,
    high: expected?.high,
    low_inclusive: expected?.lowInclusive ?? false,
    high_inclusive: expected?.highInclusive ?? false,
    // The observations of a refused release are not stored, so nothing can be referred to.
    indicators: releaseId === null ? [] : indicators,
  }))
  if (rows.length === 0) return
  // By one statement: createMany takes ten times as long for thousands of findings.
  await tx.$executeRaw`
    INSERT INTO finding (${columns})
    SELECT ${columns} FROM jsonb_populate_recordset(NULL::finding, ${JSON.stringify(rows)}::jsonb)
    ON CONFLICT (code, kind, key, from_version) DO NOTHING`
  // The planner knows nothing of rows that this transaction writes, and takes them for few: each ended finding is looked up.
  await tx.$executeRaw`
    WITH pair AS MATERIALIZED (
      SELECT ended.id AS ended, again.id AS again FROM finding ended CROSS JOIN LATERAL (
        SELECT f.id FROM finding f
        WHERE f.code = ended.code AND f.kind = ended.kind AND f.key = ended.key AND f.from_version = ${version}
          AND ${contentOf('f')} = ${contentOf('ended')}
        OFFSET 0
      ) again
      WHERE ended.code = ${code} AND ended.to_version = ${version}
    ), gone AS (
      DELETE FROM finding WHERE id = ANY (ARRAY(SELECT again FROM pair))
    )
    UPDATE finding SET to_version = NULL WHERE id = ANY (ARRAY(SELECT ended FROM pair))`
}

const contentOf = (alias: string): Prisma.Sql =>
  Prisma.raw(`to_jsonb(${alias}) - '{id,from_version,to_version}'::text[]`)

const columns =
  Prisma.raw(`release_id, code, kind, severity, message, discrepancy, low, high, low_inclusive, high_inclusive, reported,
  unit, found, file, "row", "column", indicators, key, from_version`)

export async function endFindings(
  { finding }: Transaction,
  version: number,
  where: Prisma.FindingWhereInput,
): Promise<void> {
  await finding.deleteMany({ where: { ...where, fromVersion: version } })
  await finding.updateMany({ where: { ...where, toVersion: null }, data: { toVersion: version } })
}
