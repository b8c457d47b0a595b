import type { Finding } from '../../domain/observations/finding.js'
import type { Prisma } from '../../generated/prisma/client.js'

type Transaction = Prisma.TransactionClient

/** Writes the findings of a stored release, or of a refused one (`releaseId` is null), without repetitions. */
export async function writeFindings(
  tx: Transaction,
  code: string,
  releaseId: number | null,
  findings: readonly Finding[],
): Promise<void> {
  const rows = findings.map(({ expected, reported, indicators, ...rest }) => ({
    ...rest,
    release_id: releaseId,
    code,
    low: expected?.low ?? null,
    high: expected?.high ?? null,
    low_inclusive: expected?.lowInclusive ?? false,
    high_inclusive: expected?.highInclusive ?? false,
    reported,
    // The observations of a refused release are not stored, so nothing can be referred to.
    indicators: releaseId === null ? [] : indicators,
  }))
  if (rows.length === 0) return
  await tx.$executeRaw`
    INSERT INTO finding (release_id, code, kind, severity, message, low, high, low_inclusive, high_inclusive, reported,
      unit, found, file, "row", "column", indicators, key)
    SELECT release_id, code, kind, severity, message, low, high, low_inclusive, high_inclusive, reported, unit, found,
      file, "row", "column", indicators, key
    FROM jsonb_populate_recordset(NULL::finding, ${JSON.stringify(rows)}::jsonb)
    ON CONFLICT (code, kind, key) DO NOTHING`
}

export async function deleteFindingsOfRefused(tx: Transaction, code: string): Promise<void> {
  await tx.$executeRaw`DELETE FROM finding WHERE code = ${code} AND release_id IS NULL`
}
