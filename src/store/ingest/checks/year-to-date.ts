import { Decimal } from '../../../domain/numbers/decimal.js'
import type { Severity } from '../../../domain/observations/finding.js'
import { rateMeasures } from '../../../domain/units/unit.js'
import { Prisma } from '../../../generated/prisma/client.js'
import { high, low } from '../../sql/bounds.js'
import { longerYearToDate, monthOfYear, shorterYearToDate } from '../../sql/period.js'
import type { Check, Draft } from './lib/draft.js'
import { type CheckedRelease, isTotal } from './lib/release.js'
import { boundsFrom, type Ref, ref, type Subject, subject, type Texts } from './lib/subject.js'

const { sql } = Prisma

const gapLimits = { warning: 0.01, error: 0.2 }

const manyFalls = { count: 3, part: 0.5 }

interface Fall extends Subject, Texts<'before_value'> {
  readonly before: Ref
  readonly is_total: boolean
  readonly has_part: boolean
  readonly falls: number
  readonly compared: number
}

interface Gap extends Subject, Texts<'low' | 'high' | 'implied'> {
  readonly whole: Ref
  readonly before: Ref | null
  readonly is_total: boolean
}

/**
 * Reports periods that do not add up to the period that contains them (YEAR_TO_DATE_MISMATCH). Offices revise without
 * notice, so a gap is information, a warning above 1 % of the part, and an error above a fifth of the total. A year to
 * date that falls is a warning, or an error for the total or for many observations of a metric.
 */
export const checkYearToDate: Check = async (release) => {
  const gaps = await readGaps(release)
  const falls = await readFalls(release)
  return [
    ...gaps.map(gapFinding),
    ...falls.filter((fall) => !fall.has_part || severityOfFall(fall) === 'ERROR').map(fallFinding),
  ]
}

function readGaps(release: CheckedRelease): Promise<Gap[]> {
  const least = sql`(${low('(whole)')} - CASE WHEN (before).series_id IS NULL THEN 0 ELSE ${high('(before)')} END)`
  const most = sql`(${high('(whole)')} - CASE WHEN (before).series_id IS NULL THEN 0 ELSE ${low('(before)')} END)`
  return release.tx.$queryRaw<Gap[]>`
    SELECT ${subject('(part)')}, ${isTotal('(part)')} AS is_total, ${ref('(whole)')} AS whole,
      CASE WHEN (before).series_id IS NOT NULL THEN ${ref('(before)')} END AS before,
      ${least}::text AS low, ${most}::text AS high,
      (coalesce((whole).value, 0) - coalesce((before).value, 0))::text AS implied
    FROM span WHERE ${least} > ${high('(part)')} OR ${most} < ${low('(part)')}`
}

function gapFinding(row: Gap): Draft {
  const part = new Decimal(row.value ?? 0)
  const gap = part.isZero() ? null : part.minus(row.implied).dividedBy(part).abs()
  const percent = gap?.times(100).toSignificantDigits(3).toFixed() ?? null
  const isGross = row.is_total && (gap === null || gap.greaterThan(gapLimits.error))
  return {
    kind: 'YEAR_TO_DATE_MISMATCH',
    severity: isGross ? 'ERROR' : gap === null || gap.greaterThan(gapLimits.warning) ? 'WARNING' : 'INFO',
    subject: row,
    others: row.before === null ? [row.whole] : [row.whole, row.before],
    expected: boundsFrom(row.low, row.high),
    says: {
      ...{ code: 'YEAR_TO_DATE_DIFFERS', value: row.value ?? '0', implied: row.implied, percent },
      reason: reasonOf(row, isGross),
    },
  }
}

function reasonOf({ implied, before }: Gap, isGross: boolean) {
  if (before !== null && new Decimal(implied).isNegative()) return 'FALLS'
  if (isGross) return 'WRONG'
  return before === null ? 'VALUE_REVISED' : 'MONTHS_REVISED'
}

function readFalls(release: CheckedRelease): Promise<Fall[]> {
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
  return release.tx.$queryRaw<Fall[]>`
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
  return {
    kind: 'YEAR_TO_DATE_MISMATCH',
    severity: severityOfFall(fall),
    subject: fall,
    others: [fall.before],
    expected: boundsFrom(fall.before_value, null),
    about: 'falls',
    says: {
      ...{ code: 'YEAR_TO_DATE_FALLS', value: fall.value ?? '0', before: fall.before_value },
      ...{ falls: fall.falls, of: fall.compared },
    },
  }
}
