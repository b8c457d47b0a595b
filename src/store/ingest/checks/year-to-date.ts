import { Decimal } from '../../../domain/numbers/decimal.js'
import type { Severity } from '../../../domain/observations/finding.js'
import { rateMeasures } from '../../../domain/units/unit.js'
import { Prisma } from '../../../generated/prisma/client.js'
import { high, low } from '../../sql/bounds.js'
import { longerYearToDate, monthOfYear, shorterYearToDate } from '../../sql/period.js'
import { boundsFrom, type Check, type Draft, inUnit, type Ref, ref, type Subject, subject } from './lib/draft.js'
import { type CheckedRelease, isTotal } from './lib/release.js'

type Transaction = Prisma.TransactionClient
const { sql } = Prisma

const gapLimits = { warning: 0.01, error: 0.2 }

const manyFalls = { count: 3, part: 0.5 }

interface Fall extends Subject {
  readonly before: Ref
  readonly before_value: string
  readonly is_total: boolean
  readonly has_part: boolean
  readonly falls: number
  readonly compared: number
}

interface Gap extends Subject {
  readonly whole: Ref
  readonly before: Ref | null
  readonly is_total: boolean
  readonly low: string
  readonly high: string
  readonly implied: string
}

/**
 * YEAR_TO_DATE_MISMATCH: periods that do not add up to the period that contains them. Offices revise without notice, so
 * a gap is information, a warning above 1 % of the part, and an error above a fifth of the total. A year to date that
 * falls is a warning, or an error for the total or for many observations of a metric.
 */
export const checkYearToDate: Check = async (tx, release) => {
  const gaps = await readGaps(tx)
  const falls = await readFalls(tx, release)
  return [
    ...gaps.map(gapFinding),
    ...falls.filter((fall) => !fall.has_part || severityOfFall(fall) === 'ERROR').map(fallFinding),
  ]
}

function readGaps(tx: Transaction): Promise<Gap[]> {
  const least = sql`(${low('(whole)')} - CASE WHEN (before).series_id IS NULL THEN 0 ELSE ${high('(before)')} END)`
  const most = sql`(${high('(whole)')} - CASE WHEN (before).series_id IS NULL THEN 0 ELSE ${low('(before)')} END)`
  return tx.$queryRaw<Gap[]>`
    SELECT ${subject('(part)')}, ${isTotal('(part)')} AS is_total, ${ref('(whole)')} AS whole,
      CASE WHEN (before).series_id IS NOT NULL THEN ${ref('(before)')} END AS before,
      ${least}::text AS low, ${most}::text AS high,
      (coalesce((whole).value, 0) - coalesce((before).value, 0))::text AS implied
    FROM span WHERE ${least} > ${high('(part)')} OR ${most} < ${low('(part)')}`
}

function gapFinding(row: Gap): Draft {
  const part = new Decimal(row.value ?? 0)
  const gap = part.isZero() ? null : part.minus(row.implied).dividedBy(part).abs()
  const percent = gap === null ? '' : ` (a difference of ${gap.times(100).toSignificantDigits(3).toFixed()} %)`
  const isGross = row.is_total && (gap === null || gap.greaterThan(gapLimits.error))
  return {
    kind: 'YEAR_TO_DATE_MISMATCH',
    severity: isGross ? 'ERROR' : gap === null || gap.greaterThan(gapLimits.warning) ? 'WARNING' : 'INFO',
    subject: row,
    others: row.before === null ? [row.whole] : [row.whole, row.before],
    expected: boundsFrom(row.low, row.high),
    message: (name, [whole, before]) => {
      const other = before === undefined ? `${whole}, which covers the same days,` : `${whole} minus ${before}`
      return `${name} is ${inUnit(part, row.unit)}, but ${other} is ${inUnit(row.implied, row.unit)}${percent}. ${reasonOf(row, isGross)}`
    },
  }
}

function reasonOf({ implied, before }: Gap, isGross: boolean): string {
  if (before !== null && new Decimal(implied).isNegative())
    return 'The year to date falls: earlier months were revised, or one of the two is wrong.'
  if (isGross) return 'One of the values is wrong or in another unit.'
  return before === null ? 'One of the values was revised.' : 'Earlier months were revised.'
}

function readFalls(tx: Transaction, release: CheckedRelease): Promise<Fall[]> {
  const printed = sql`(SELECT series_id, period, metric_id FROM staging
    WHERE release_id = ${release.id}::int AND frequency = 'YEAR_TO_DATE' AND metric_id <> ALL (${release.signedMetrics}::int[]))`
  const pairs = sql`
    SELECT y.*, b AS before FROM (
      SELECT series_id, period FROM ${printed} p WHERE ${monthOfYear('p.period')} > 1
      UNION SELECT series_id, ${longerYearToDate('period')} FROM ${printed} p WHERE ${monthOfYear('p.period')} < 12
    ) at JOIN metric m ON m.id = (SELECT metric_id FROM series WHERE id = at.series_id) AND m.additivity = 'FLOW'
      AND (SELECT measure FROM series WHERE id = at.series_id) <> ALL (${rateMeasures}::text[])
    JOIN indicator y ON y.series_id = at.series_id AND y.period = at.period AND ${release.isKnown('y')}
    JOIN indicator b ON b.series_id = y.series_id AND b.period = ${shorterYearToDate('y.period')} AND ${release.isKnown('b')}`
  return tx.$queryRaw<Fall[]>`
    WITH step AS (
      SELECT *, ${high('step')} < ${low('(before)')} AS is_fall FROM (${pairs}) step
    ), counted AS (
      SELECT *, count(*) OVER of AS compared, count(*) FILTER (WHERE is_fall) OVER of AS falls FROM step
      WINDOW of AS (PARTITION BY metric_id, period)
    )
    SELECT ${subject('c')}, ${isTotal('c')} AS is_total, ${ref('(before)')} AS before,
      coalesce((before).value, 0)::text AS before_value, compared::int, falls::int,
      EXISTS (SELECT 1 FROM span WHERE (whole).series_id = c.series_id AND (whole).period = c.period) AS has_part
    FROM counted c WHERE is_fall`
}

const severityOfFall = ({ is_total, falls, compared }: Fall): Severity =>
  is_total || (falls >= manyFalls.count && falls >= compared * manyFalls.part) ? 'ERROR' : 'WARNING'

function fallFinding(fall: Fall): Draft {
  const many = fall.falls > 1 ? ` In this column, ${fall.falls} of ${fall.compared} years to date fall.` : ''
  return {
    kind: 'YEAR_TO_DATE_MISMATCH',
    severity: severityOfFall(fall),
    subject: fall,
    others: [fall.before],
    expected: boundsFrom(fall.before_value, null),
    about: 'falls',
    message: (name, [before]) =>
      `${name} is ${inUnit(fall.value, fall.unit)}, which is less than ${before} (${inUnit(fall.before_value, fall.unit)}).${many} A year to date falls only if earlier months are revised.`,
  }
}
