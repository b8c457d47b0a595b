import { Decimal } from '../../domain/decimal.js'
import { Prisma } from '../../generated/prisma/client.js'
import { boundsFrom, type Found, high, inUnit, low, type Ref, ref, type Subject, subject } from './check.js'

const { sql } = Prisma

/** A gap above this part of the month is a warning. */
const tolerance = 0.01

type Row = Subject & {
  readonly ytd: Ref
  readonly before: Ref | null
  readonly low: string
  readonly high: string
  readonly implied: string
}

/**
 * YEAR_TO_DATE_MISMATCH: a year to date less the one a month before is not the month. Offices revise so, silently: told,
 * and a warning above 1 % of the month.
 */
export async function checkYearToDate(tx: Prisma.TransactionClient): Promise<Found[]> {
  const lowest = sql`(${low('(y)')} - CASE WHEN (b).series_id IS NULL THEN 0 ELSE ${high('(b)')} END)`
  const highest = sql`(${high('(y)')} - CASE WHEN (b).series_id IS NULL THEN 0 ELSE ${low('(b)')} END)`
  const rows = await tx.$queryRaw<Row[]>`
    SELECT ${subject('(m)')}, ${ref('(y)')} AS ytd, CASE WHEN (b).series_id IS NOT NULL THEN ${ref('(b)')} END AS before,
      ${lowest}::text AS low, ${highest}::text AS high, (coalesce((y).value, 0) - coalesce((b).value, 0))::text AS implied
    FROM months WHERE ${lowest} > ${high('(m)')} OR ${highest} < ${low('(m)')}`
  return rows.map((row) => {
    const month = new Decimal(row.value ?? 0)
    const gap = month.minus(row.implied).abs()
    const apart = month.isZero() ? null : gap.dividedBy(month.abs())
    const percent = apart === null ? '' : ` (${apart.times(100).toSignificantDigits(3).toFixed()} % of the month)`
    return {
      kind: 'YEAR_TO_DATE_MISMATCH',
      severity: apart === null || apart.greaterThan(tolerance) ? 'WARNING' : 'INFO',
      subject: row,
      part: 'value',
      others: row.before === null ? [row.ytd] : [row.ytd, row.before],
      expected: boundsFrom(row.low, row.high),
      reported: row.value ?? '0',
      words: (name) =>
        `${name} is ${inUnit(month, row.unit)}, and ${row.before === null ? 'the year to date' : 'the year to date less the one a month before'} is ${inUnit(row.implied, row.unit)}${percent}: earlier months were revised.`,
    }
  })
}
