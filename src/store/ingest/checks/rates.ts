import { type Bounds, printedBounds } from '../../../domain/numbers/bounds.js'
import { Decimal, printed as printedNumber } from '../../../domain/numbers/decimal.js'
import { growthOf, percentOf } from '../../../domain/numbers/interval.js'
import { Prisma } from '../../../generated/prisma/client.js'
import { high, low, rateHigh, rateLow } from '../../sql/bounds.js'
import {
  boundsFrom,
  type Checked,
  type Found,
  inUnit,
  isTotal,
  known,
  printed,
  type Ref,
  ref,
  type Subject,
  subject,
} from './check.js'

const { sql } = Prisma

type Row = Subject & {
  readonly rate: string
  readonly base: Ref
  readonly base_value: string
  readonly low: string
  readonly high: string
  readonly base_low: string
  readonly base_high: string
  /** Whether the release printed the base too. */
  readonly together: boolean
}

const bases = sql`p.value AS value, ${low('p')}::text AS low, ${high('p')}::text AS high,
  ${ref('b')} AS base, b.value::text AS base_value, ${low('b')}::text AS base_low, ${high('b')}::text AS base_high,
  EXISTS (SELECT 1 FROM staging o WHERE o.release_id = p.release_id AND o.series_id = b.series_id AND o.period = b.period)
    AS together`

/** Whether the rounding of the rate alone explains the difference: seen at a glance, and so of nearly all. */
const explained = (rate: string, whole: string): Prisma.Sql =>
  Prisma.raw(`abs(100 * p.value - ${whole} * b.value)
    <= b.value * CASE scale(${rate}) WHEN 0 THEN 0.5 WHEN 1 THEN 0.05 WHEN 2 THEN 0.005 ELSE 0 END`)

/** Of two exact levels, the base above zero: what is above or below all that their digits allow, multiplied out. */
const apart = (least: Prisma.Sql, most: Prisma.Sql): Prisma.Sql => sql`
  p.qualifier = 'EXACT' AND b.qualifier = 'EXACT' AND ${low('b')} > 0 AND (
    100 * ${high('p')} < ${least} * CASE WHEN ${high('p')} < 0 THEN ${high('b')} ELSE ${low('b')} END
    OR 100 * ${low('p')} > ${most} * CASE WHEN ${low('p')} < 0 THEN ${low('b')} ELSE ${high('b')} END)`

/** Growth that is so many points off is gross. */
const gross = 5

/** Indicates whether printed growth is what the levels make with its decimal point moved. */
function isMoved(rate: string, computed: Bounds | null): boolean {
  if (computed?.low == null || computed.high == null) return false
  const middle = computed.low.plus(computed.high).dividedBy(2)
  const printed = new Decimal(rate)
  if (middle.isZero() || printed.isZero() || printed.minus(middle).abs().lessThan(gross)) return false
  const exponent = Math.round(Math.log10(printed.dividedBy(middle).abs().toNumber()))
  if (exponent === 0 || printed.isNegative() !== middle.isNegative()) return false
  return printed.dividedBy(middle).dividedBy(new Decimal(10).pow(exponent)).minus(1).abs().lessThan(0.1)
}

/**
 * GROWTH_MISMATCH, a warning: growth that no rounding of the two levels gives, which the release printed both. It is an
 * error where the decimal point of the total, or of several, has moved. Where the base was printed by an earlier release
 * it is BASE_REVISED, which is only told.
 */
export async function checkGrowth(tx: Prisma.TransactionClient, checked: Checked): Promise<Found[]> {
  const rows = await tx.$queryRaw<(Row & { is_total: boolean })[]>`
    SELECT ${subject('p')}, p.yoy::text AS rate, ${bases}, ${isTotal('p')} AS is_total
    FROM ${printed(checked)} p
    JOIN ${known(checked)} b ON b.series_id = p.series_id AND b.period = p.period - 192
    WHERE p.yoy IS NOT NULL AND CASE WHEN ${explained('p.yoy', '(100 + p.yoy)')} THEN false
      ELSE ${apart(sql`(100 + ${rateLow('p.yoy')})`, sql`(100 + ${rateHigh('p.yoy')})`)} END`
  const judged = rows.map((row) => {
    const computed = growthOf(boundsFrom(row.low, row.high), boundsFrom(row.base_low, row.base_high))
    return { row, computed, moved: isMoved(row.rate, computed) }
  })
  const several = judged.filter(({ moved }) => moved).length >= 3
  return judged.map(({ row, computed, moved }) => {
    const revised = moved
      ? ' Is its decimal point where it belongs?'
      : row.together
        ? ''
        : ' The figure of the year before has been revised since it was printed, or is measured otherwise.'
    return {
      kind: row.together || moved ? 'GROWTH_MISMATCH' : 'BASE_REVISED',
      severity:
        moved && (several || (row.together && row.is_total)) ? 'ERROR' : row.together || moved ? 'WARNING' : 'INFO',
      subject: row,
      part: 'change',
      others: [row.base],
      expected: computed,
      reported: row.rate,
      words: (name, [base]) =>
        `${name} is ${inUnit(row.value ?? '0', row.unit)}, and is said to have grown by ${row.rate} %. On ${inUnit(row.base_value, row.unit)}, the ${base}, that is between ${computed?.low} and ${computed?.high} %.${revised}`,
    }
  })
}

/** SHARE_MISMATCH, a warning: a share that no rounding of the two levels gives; BASE_REVISED where the whole is older. */
export async function checkShares(tx: Prisma.TransactionClient, checked: Checked): Promise<Found[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT ${subject('p')}, p.share::text AS rate, ${bases}
    FROM ${printed(checked)} p
    JOIN series s ON s.id = p.series_id
    JOIN metric m ON m.id = p.share_metric_id JOIN category c ON c.id = p.share_category_id
    JOIN dimension d ON d.id = c.dimension_id
    JOIN series w ON w.key = m.code || '|' || d.code || ':' || c.code || '|' || s.measure || '|' || right(s.key, 1)
    JOIN ${known(checked)} b ON b.series_id = w.id AND b.period = p.period
    WHERE p.share IS NOT NULL AND CASE WHEN ${explained('p.share', 'p.share')} THEN false
      ELSE ${apart(rateLow('p.share'), rateHigh('p.share'))} END`
  return rows.map((row) => {
    const computed = percentOf(boundsFrom(row.low, row.high), boundsFrom(row.base_low, row.base_high))
    const { low, high } = printedBounds(printedNumber(row.rate))
    return {
      kind: row.together ? 'SHARE_MISMATCH' : 'BASE_REVISED',
      severity: row.together ? 'WARNING' : 'INFO',
      subject: row,
      part: 'share',
      others: [row.base],
      expected: computed,
      reported: row.rate,
      words: (name, [base]) =>
        `${name} is ${inUnit(row.value ?? '0', row.unit)}, and its share is said to be ${row.rate} %, that is ${low} to ${high}. Of ${inUnit(row.base_value, row.unit)}, the ${base}, it is between ${computed?.low} and ${computed?.high} %.`,
    }
  })
}
