import type { Finding } from '../../domain/observations/finding.js'
import type { Prisma } from '../../generated/prisma/client.js'

type Transaction = Prisma.TransactionClient

/** Writes what was found, each thing once, in a release that is stored; of one that was refused where `releaseId` is null. */
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
    // Nothing was stored of a release that was refused, so there is nothing to name.
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

/** Takes away what was found in a release that was refused before. */
export async function forgetRefused(tx: Transaction, code: string): Promise<void> {
  await tx.$executeRaw`DELETE FROM finding WHERE code = ${code} AND release_id IS NULL`
}
