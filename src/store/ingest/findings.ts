import type { Finding } from '../../domain/observations/finding.js'
import { Prisma } from '../../generated/prisma/client.js'

type Transaction = Prisma.TransactionClient

/** Writes the findings of a stored release, or of a refused one (`releaseId` is null), without repetitions. */
export async function writeFindings(
  tx: Transaction,
  code: string,
  releaseId: number | null,
  findings: readonly Finding[],
): Promise<void> {
  const rows = findings.map(({ expected, indicators, ...finding }) => ({
    ...finding,
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
    ON CONFLICT (code, kind, key) DO NOTHING`
}

const columns =
  Prisma.raw(`release_id, code, kind, severity, message, discrepancy, low, high, low_inclusive, high_inclusive, reported,
  unit, found, file, "row", "column", indicators, key`)

export async function deleteFindingsOfRefused(tx: Transaction, code: string): Promise<void> {
  await tx.finding.deleteMany({ where: { code, releaseId: null } })
}
