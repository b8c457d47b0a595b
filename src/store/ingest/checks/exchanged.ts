import { yearBefore } from '../../sql/period.js'
import { keyWithoutMetric } from '../../sql/series-key.js'
import type { Check, Draft } from './lib/draft.js'
import { type CheckedRelease, isTotal } from './lib/release.js'
import { type Ref, ref, type Subject, subject } from './lib/subject.js'

type Exchanged = Subject & { readonly other: Ref }
type Total = Exchanged & { readonly metric: string }
type Month = Exchanged & { readonly n: number; readonly rows: number }

/** Reports exports and imports that are exchanged (REVISION_SUSPECT); an error. */
export const checkExchanged: Check = async (release) => {
  const totals = await readTotals(release)
  const months = await readMonths(release)
  return [...totals.map(totalFinding), ...months.map(monthFinding)]
}

function totalFinding(row: Total): Draft {
  const other = row.metric === 'EXPORTS' ? 'IMPORTS' : 'EXPORTS'
  return finding(row, 'exchanged', { code: 'TOTALS_EXCHANGED', other })
}

const monthFinding = (row: Month): Draft =>
  finding(row, 'exchanged months', { code: 'MONTHS_EXCHANGED', n: row.n, of: row.rows })

const finding = (row: Exchanged, about: string, says: Draft['says']): Draft => ({
  kind: 'REVISION_SUSPECT',
  severity: 'ERROR',
  subject: row,
  others: [row.other],
  about,
  says,
})

/**
 * Reads total exports that are near the value expected of imports, and vice versa. The expected value is, by the same
 * way for both: 1. what an earlier release printed, 2. the year to date of the month before, 3. the year before and the
 * growth since.
 */
const readTotals = (release: CheckedRelease): Promise<Total[]> => release.tx.$queryRaw<Total[]>`
  WITH total AS MATERIALIZED (
    SELECT p.*, m.code AS metric, ${keyWithoutMetric('s')} AS rest FROM ${release.printed} p
    JOIN metric m ON m.id = p.metric_id JOIN series s ON s.id = p.series_id
    WHERE m.code IN ('EXPORTS', 'IMPORTS') AND ${isTotal('p')}
  ), expected AS (
    SELECT p.* FROM (
      SELECT p.*, 1 AS way, p.value AS given, b.value AS expected, ${ref('b')} AS other FROM total p
      JOIN ${release.knownBefore} b ON b.series_id = p.series_id AND b.period = p.period AND b.release_id <> ${release.id}::int
      UNION ALL
      SELECT p.*, 2, (whole).value - (part).value, (before).value, ${ref('(before)')} FROM span
      JOIN total p ON p.series_id = (whole).series_id AND p.period = (whole).period
      WHERE (before).release_id <> ${release.id} AND (part).release_id = ${release.id}
      UNION ALL
      SELECT p.*, 3, p.value * 100 / (100 + p.yoy), b.value, ${ref('b')} FROM total p
      JOIN ${release.knownBefore} b ON b.series_id = p.series_id AND b.period = ${yearBefore('p.period')}
      WHERE p.yoy > -100
    ) p
    WHERE p.given > 0 AND p.expected > 0
  )
  SELECT DISTINCT ON (e.series_id, e.period) ${subject('e')}, e.metric, i.other
  FROM expected e JOIN expected i ON i.rest = e.rest AND i.period = e.period AND i.metric <> e.metric AND i.way = e.way
  WHERE abs(e.given - i.expected) * 20 < i.expected AND abs(i.given - e.expected) * 20 < e.expected
    AND abs(e.given - e.expected) * 10 > e.expected AND abs(i.given - i.expected) * 10 > i.expected
  ORDER BY e.series_id, e.period, e.expected`

const column = { rows: 10, part: 0.9 }

/**
 * Reads the largest exports and imports of months in which nearly all rows are what the years to date of the other
 * metric imply: the years to date are right, and the columns of the month are exchanged.
 */
const readMonths = (release: CheckedRelease): Promise<Month[]> => release.tx.$queryRaw<Month[]>`
  WITH month AS (
    SELECT span.part AS m, ${ref('(whole)')} AS ytd, mt.code AS metric, ${keyWithoutMetric('s')} AS rest,
      (part).period AS period, (part).value AS value, (whole).value - coalesce((before).value, 0) AS implied
    FROM span JOIN series s ON s.id = (part).series_id JOIN metric mt ON mt.id = s.metric_id
    WHERE mt.code IN ('EXPORTS', 'IMPORTS') AND (part).release_id = ${release.id} AND (whole).release_id = ${release.id}
  ), pair AS (
    SELECT e.period, e.rest, e.m AS e, i.m AS i, e.ytd AS e_ytd, i.ytd AS i_ytd, e.value + i.value AS size,
      abs(e.value - i.implied) * 20 < i.implied AND abs(i.value - e.implied) * 20 < e.implied AS is_exchanged
    FROM month e JOIN month i ON i.rest = e.rest AND i.period = e.period AND i.metric = 'IMPORTS'
    WHERE e.metric = 'EXPORTS' AND least(e.value, i.value, e.implied, i.implied) > 0
      AND abs(e.implied - i.implied) * 10 > greatest(e.implied, i.implied)
  ), suspect AS (
    SELECT period, count(*)::int AS rows, count(*) FILTER (WHERE is_exchanged)::int AS n FROM pair GROUP BY period
    HAVING count(*) >= ${column.rows} AND count(*) FILTER (WHERE is_exchanged) >= ${column.part}::numeric * count(*)
  )
  SELECT ${subject('(p.m)')}, p.ytd AS other, suspect.n, suspect.rows FROM suspect
  CROSS JOIN LATERAL (
    SELECT * FROM pair WHERE pair.period = suspect.period AND is_exchanged
    ORDER BY size DESC, rest COLLATE "C" LIMIT 1
  ) first
  CROSS JOIN LATERAL (VALUES (first.e, first.i_ytd), (first.i, first.e_ytd)) AS p(m, ytd)`
