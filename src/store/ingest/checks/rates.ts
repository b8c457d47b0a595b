import { type Bounds, printedBounds } from '../../../domain/numbers/bounds.js'
import { Decimal, printed } from '../../../domain/numbers/decimal.js'
import { growthOf, percentOf } from '../../../domain/numbers/interval.js'
import { Prisma } from '../../../generated/prisma/client.js'
import { high, low, rateHigh, rateLow } from '../../sql/bounds.js'
import { yearBefore } from '../../sql/period.js'
import { keyCategory, keyDataset, keyFrequency, keyOf } from '../../sql/series-key.js'
import type { Check, Draft } from './lib/draft.js'
import { type CheckedRelease, isTotal } from './lib/release.js'
import { boundsFrom, type Ref, ref, type Subject, subject, type Texts } from './lib/subject.js'

const { sql, raw } = Prisma

interface Row extends Subject, Texts<'rate' | 'low' | 'high' | 'base_value' | 'base_low' | 'base_high'> {
  readonly base: Ref
  readonly together: boolean
  readonly is_total: boolean
}

/**
 * Reports printed shares and growth that no rounding of the two values gives (SHARE_MISMATCH, GROWTH_MISMATCH); a
 * warning. It is BASE_REVISED, for information, if an earlier release printed the base. Growth is an error if the
 * decimal point has moved in the total or in several observations.
 */
export const checkRates: Check = async (release) => {
  const shares = await readShares(release)
  const growth = (await readGrowth(release)).map((row) => {
    const computed = growthOf(boundsFrom(row.low, row.high), boundsFrom(row.base_low, row.base_high))
    return { row, computed, moved: hasMovedPoint(row.rate, computed) }
  })
  const several = growth.filter(({ moved }) => moved).length >= 3
  return [
    ...shares.map(shareFinding),
    ...growth.map(({ row, computed, moved }) => growthFinding(row, computed, moved, several)),
  ]
}

const columns = (
  rate: string,
): Prisma.Sql => sql`${subject('p')}, ${raw(rate)}::text AS rate, ${isTotal('p')} AS is_total,
  ${low('p')}::text AS low, ${high('p')}::text AS high,
  ${ref('b')} AS base, b.value::text AS base_value, ${low('b')}::text AS base_low, ${high('b')}::text AS base_high,
  EXISTS (SELECT 1 FROM staging o WHERE o.release_id = p.release_id AND o.series_id = b.series_id AND o.period = b.period)
    AS together`

/**
 * The condition that no rounding explains a rate, in percent: `100 * p.value / b.value` is not within the bounds `least`
 * to `most`. Nearly all rows are decided by the first, cheap comparison, with the printed rate itself.
 */
const isUnexplained = (rate: string, printedRatio: string, least: Prisma.Sql, most: Prisma.Sql): Prisma.Sql => sql`
  CASE WHEN ${raw(`abs(100 * p.value - ${printedRatio} * b.value)
    <= b.value * CASE scale(${rate}) WHEN 0 THEN 0.5 WHEN 1 THEN 0.05 WHEN 2 THEN 0.005 ELSE 0 END`)} THEN false
  ELSE p.qualifier = 'EXACT' AND b.qualifier = 'EXACT' AND ${low('b')} > 0 AND (
    100 * ${high('p')} < ${least} * CASE WHEN ${high('p')} < 0 THEN ${high('b')} ELSE ${low('b')} END
    OR 100 * ${low('p')} > ${most} * CASE WHEN ${low('p')} < 0 THEN ${low('b')} ELSE ${high('b')} END) END`

const readGrowth = (release: CheckedRelease): Promise<Row[]> => release.tx.$queryRaw<Row[]>`
  SELECT ${columns('p.yoy')} FROM ${release.printed} p
  JOIN ${release.known} b ON b.series_id = p.series_id AND b.period = ${yearBefore('p.period')}
  WHERE p.yoy IS NOT NULL
    AND ${isUnexplained('p.yoy', '(100 + p.yoy)', sql`(100 + ${rateLow('p.yoy')})`, sql`(100 + ${rateHigh('p.yoy')})`)}`

const readShares = (release: CheckedRelease): Promise<Row[]> => release.tx.$queryRaw<Row[]>`
  SELECT ${columns('p.share')} FROM ${release.printed} p
  JOIN series s ON s.id = p.series_id
  JOIN metric m ON m.id = p.share_metric_id JOIN category c ON c.id = p.share_category_id
  JOIN dimension d ON d.id = c.dimension_id
  JOIN series w ON w.key = ${keyOf(keyDataset('s'), raw('m.code'), keyCategory('d', 'c'), raw('s.measure'), keyFrequency('s'))}
  JOIN ${release.known} b ON b.series_id = w.id AND b.period = p.period
  WHERE p.share IS NOT NULL AND ${isUnexplained('p.share', 'p.share', rateLow('p.share'), rateHigh('p.share'))}`

const grossPoints = 5

function hasMovedPoint(rate: string, computed: Bounds | null): boolean {
  if (computed?.low == null || computed.high == null) return false
  const middle = computed.low.plus(computed.high).dividedBy(2)
  const growth = new Decimal(rate)
  if (middle.isZero() || growth.isZero() || growth.minus(middle).abs().lessThan(grossPoints)) return false
  const exponent = Math.round(Math.log10(growth.dividedBy(middle).abs().toNumber()))
  if (exponent === 0 || growth.isNegative() !== middle.isNegative()) return false
  return growth.dividedBy(middle).dividedBy(new Decimal(10).pow(exponent)).minus(1).abs().lessThan(0.1)
}

function growthFinding(row: Row, computed: Bounds | null, moved: boolean, several: boolean): Draft {
  const isMismatch = row.together || moved
  const hint = moved ? 'DECIMAL_POINT' : row.together ? null : 'REVISED'
  return {
    kind: isMismatch ? 'GROWTH_MISMATCH' : 'BASE_REVISED',
    severity: moved && (several || (row.together && row.is_total)) ? 'ERROR' : isMismatch ? 'WARNING' : 'INFO',
    subject: row,
    part: 'change',
    others: [row.base],
    expected: computed,
    reported: row.rate,
    says: {
      ...{ code: 'GROWTH_UNEXPLAINED', value: row.value ?? '0', base: row.base_value, rate: row.rate },
      ...{ low: `${computed?.low}`, high: `${computed?.high}`, hint },
    },
  }
}

function shareFinding(row: Row): Draft {
  const computed = percentOf(boundsFrom(row.low, row.high), boundsFrom(row.base_low, row.base_high))
  const { low, high } = printedBounds(printed(row.rate))
  return {
    kind: row.together ? 'SHARE_MISMATCH' : 'BASE_REVISED',
    severity: row.together ? 'WARNING' : 'INFO',
    subject: row,
    part: 'share',
    others: [row.base],
    expected: computed,
    reported: row.rate,
    says: {
      ...{ code: 'SHARE_UNEXPLAINED', value: row.value ?? '0', base: row.base_value, rate: row.rate },
      ...{ rateLow: `${low}`, rateHigh: `${high}`, low: `${computed?.low}`, high: `${computed?.high}` },
    },
  }
}
