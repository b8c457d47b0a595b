import { Decimal } from '../domain/decimal.js'
import type { Finding } from '../domain/finding.js'
import { Prisma } from '../generated/prisma/client.js'

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
