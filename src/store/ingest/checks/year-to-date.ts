import { Decimal } from '../../../domain/numbers/decimal.js'
import type { Severity } from '../../../domain/observations/finding.js'
import { rateMeasures } from '../../../domain/units/unit.js'
import { Prisma } from '../../../generated/prisma/client.js'
import { high, low } from '../../sql/bounds.js'
import {
  boundsFrom,
  type Checked,
  type Found,
  inUnit,
  isTotal,
  type Ref,
  ref,
  type Subject,
  signedMetrics,
  subject,
  wasKnown,
} from './check.js'

const { sql } = Prisma

/** A gap above this part of the period is a warning; of the total, above the other an error. */
const apart = { warning: 0.01, error: 0.2 }

/** Falls are an error in columns where so many are, which are so great a part of those that can be compared. */
const together = { cells: 3, part: 0.5 }

interface Fall extends Subject {
  readonly before: Ref
  readonly before_value: string
  readonly is_total: boolean
  /** Indicates whether the month is known too, so that the gap is told of it. */
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
 * Finds periods that do not make up what holds them: YEAR_TO_DATE_MISMATCH. Offices revise so, silently: told, a warning
 * above 1 % of the period, and an error above a fifth of the total. A year to date that falls is one too: an error of the
 * total, or where many of a column do.
 */
export async function checkYearToDate(tx: Prisma.TransactionClient, checked: Checked): Promise<Found[]> {
  const falls = await readFalls(tx, checked)
  const told = falls.filter((fall) => !fall.has_part || severityOfFall(fall) === 'ERROR')
  return [...(await readGaps(tx)).map(gapFinding), ...told.map(fallFinding)]
}

function readGaps(tx: Prisma.TransactionClient): Promise<Gap[]> {
  const lowest = sql`(${low('(whole)')} - CASE WHEN (before).series_id IS NULL THEN 0 ELSE ${high('(before)')} END)`
  const highest = sql`(${high('(whole)')} - CASE WHEN (before).series_id IS NULL THEN 0 ELSE ${low('(before)')} END)`
  return tx.$queryRaw<Gap[]>`
    SELECT ${subject('(part)')}, ${isTotal('(part)')} AS is_total, ${ref('(whole)')} AS whole,
      CASE WHEN (before).series_id IS NOT NULL THEN ${ref('(before)')} END AS before,
      ${lowest}::text AS low, ${highest}::text AS high,
      (coalesce((whole).value, 0) - coalesce((before).value, 0))::text AS implied
    FROM span WHERE ${lowest} > ${high('(part)')} OR ${highest} < ${low('(part)')}`
}

function gapFinding(row: Gap): Found {
  const part = new Decimal(row.value ?? 0)
  const gap = part.minus(row.implied).abs()
  const relative = part.isZero() ? null : gap.dividedBy(part.abs())
  const share = relative === null ? '' : ` (${relative.times(100).toSignificantDigits(3).toFixed()} % of it)`
  const isGross = row.is_total && (relative === null || relative.greaterThan(apart.error))
  return {
    kind: 'YEAR_TO_DATE_MISMATCH',
    severity: isGross ? 'ERROR' : relative === null || relative.greaterThan(apart.warning) ? 'WARNING' : 'INFO',
    subject: row,
    part: 'value',
    others: row.before === null ? [row.whole] : [row.whole, row.before],
    expected: boundsFrom(row.low, row.high),
    reported: row.value ?? '0',
    words: (name, [whole, before]) => {
      const what = before === undefined ? `the ${whole}, of the same days,` : `the ${whole} less the ${before}`
      return `${name} is ${inUnit(part, row.unit)}, and ${what} is ${inUnit(row.implied, row.unit)}${share}: ${reasonOf(row, isGross)}`
    },
  }
}

function reasonOf({ implied, before }: Gap, isGross: boolean): string {
  if (before !== null && new Decimal(implied).isNegative())
    return 'the year to date falls, so earlier months were revised or one of the two is wrong.'
  return isGross
    ? 'one of them is wrong, or in another unit.'
    : before === null
      ? 'one of them was revised.'
      : 'earlier months were revised.'
}

/** Years to date that are less than the one a month before, where the release printed one of the two. */
function readFalls(tx: Prisma.TransactionClient, checked: Checked): Promise<Fall[]> {
  const staged = sql`(SELECT series_id, period, metric_id FROM staging
    WHERE release_id = ${checked.id}::int AND frequency = 'YEAR_TO_DATE' AND metric_id <> ALL (${signedMetrics(checked)}::int[]))`
  const both = sql`
    SELECT y.*, b AS before FROM (
      SELECT series_id, period FROM ${staged} p WHERE p.period / 16 % 12 > 0
      UNION SELECT series_id, period + 17 FROM ${staged} p WHERE p.period / 16 % 12 < 11
    ) at JOIN metric m ON m.id = (SELECT metric_id FROM series WHERE id = at.series_id) AND m.additivity = 'FLOW'
      AND (SELECT measure FROM series WHERE id = at.series_id) <> ALL (${rateMeasures}::text[])
    JOIN indicator y ON y.series_id = at.series_id AND y.period = at.period AND ${wasKnown('y', checked)}
    JOIN indicator b ON b.series_id = y.series_id AND b.period = y.period - 17 AND ${wasKnown('b', checked)}`
  return tx.$queryRaw<Fall[]>`
    WITH step AS (
      SELECT *, ${high('step')} < ${low('(before)')} AS is_fall FROM (${both}) step
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
  is_total || (falls >= together.cells && falls >= compared * together.part) ? 'ERROR' : 'WARNING'

function fallFinding(fall: Fall): Found {
  return {
    kind: 'YEAR_TO_DATE_MISMATCH',
    severity: severityOfFall(fall),
    subject: fall,
    part: 'value',
    others: [fall.before],
    expected: boundsFrom(fall.before_value, null),
    reported: fall.value ?? '0',
    about: 'falls',
    words: (name, [before]) =>
      `${name} is ${inUnit(fall.value ?? '0', fall.unit)}, less than the ${before}, ${inUnit(fall.before_value, fall.unit)}${fall.falls > 1 ? `, as are ${fall.falls} of ${fall.compared} such figures` : ''}: a year to date does not fall unless earlier months are revised.`,
  }
}
