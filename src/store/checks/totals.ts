import { Prisma } from '../../generated/prisma/client.js'
import { boundsFrom, type Found, high, inUnit, low, type Ref, ref, type Subject, subject } from './check.js'

const { sql } = Prisma

type Row = Subject & {
  readonly exports: Ref
  readonly imports: Ref
  readonly low: string | null
  readonly high: string | null
}

/** TOTAL_MISMATCH, an error: within one release, trade is not exports and imports. */
export async function checkTotals(tx: Prisma.TransactionClient): Promise<Found[]> {
  const [lowest, highest] = [sql`(${low('(e)')} + ${low('(i)')})`, sql`(${high('(e)')} + ${high('(i)')})`]
  const rows = await tx.$queryRaw<Row[]>`
    SELECT ${subject('(t)')}, ${ref('(e)')} AS exports, ${ref('(i)')} AS imports,
      ${lowest}::text AS low, ${highest}::text AS high
    FROM peers WHERE ${lowest} > ${high('(t)')} OR ${highest} < ${low('(t)')}`
  return rows.map((row) => ({
    kind: 'TOTAL_MISMATCH',
    severity: 'ERROR',
    subject: row,
    part: 'value',
    others: [row.exports, row.imports],
    expected: boundsFrom(row.low, row.high),
    reported: row.value ?? '0',
    words: (name) =>
      `${name} is ${inUnit(row.value ?? '0', row.unit)}, and exports and imports of the same release make ${between(row)}.`,
  }))
}

/** What is over a number has no upper end. */
function between({ low, high, unit }: Row): string {
  if (low === null) return `at most ${inUnit(high ?? '0', unit)}`
  return high === null ? `at least ${inUnit(low, unit)}` : `between ${inUnit(low, unit)} and ${inUnit(high, unit)}`
}
