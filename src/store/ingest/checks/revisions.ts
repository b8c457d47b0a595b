import { Decimal } from '../../../domain/numbers/decimal.js'
import { Prisma } from '../../../generated/prisma/client.js'
import {
  boundsFrom,
  type Checked,
  type Found,
  inUnit,
  isTotal,
  knownBefore,
  printed,
  type Ref,
  ref,
  type Subject,
  subject,
} from './check.js'

const { sql } = Prisma

const onlyTotals = sql`JOIN breakdown br ON br.id = p.breakdown_id AND br.key = 'TOTAL'`

type Moved = Subject & { readonly before: Ref; readonly was: string; readonly is_total: boolean }

/** A figure that is not the total may move by less than this factor. */
const far = 5

/**
 * Finds figures that moved far since they were last printed: REVISION_SUSPECT, an error of everything together above a
 * fifth, a warning of any other by a factor of five and more.
 */
export async function checkMoved(tx: Prisma.TransactionClient, checked: Checked): Promise<Found[]> {
  const rows = await tx.$queryRaw<Moved[]>`
    WITH moved AS MATERIALIZED (
      SELECT p.*, ${ref('b')} AS before, b.value AS was, ${isTotal('p')} AS is_total FROM ${printed(checked)} p
      JOIN ${knownBefore(checked)} b ON b.series_id = p.series_id AND b.period = p.period AND b.release_id <> ${checked.id}::int
      WHERE p.qualifier = 'EXACT' AND b.qualifier = 'EXACT' AND abs(p.value - b.value) * 5 > abs(b.value)
    )
    SELECT ${subject('moved')}, before, was::text, is_total FROM moved
    WHERE is_total OR greatest(abs(value), abs(was)) >= ('1e' || (2 - scale))::numeric
      AND (value * was <= 0 OR abs(value) >= ${far} * abs(was) OR ${far} * abs(value) <= abs(was))`
  return rows.map((row) => {
    const was = new Decimal(row.was)
    const [low, high] = [was.times('0.8'), was.times('1.2')].sort((a, b) => a.comparedTo(b)).map(String)
    const why = row.is_total ? 'everything together does not move by more than a fifth' : 'that is far for a revision'
    return {
      kind: 'REVISION_SUSPECT',
      severity: row.is_total ? 'ERROR' : 'WARNING',
      subject: row,
      part: 'value',
      others: [row.before],
      expected: row.is_total ? boundsFrom(low ?? null, high ?? null) : null,
      reported: row.value,
      words: (name) =>
        `${name} is ${inUnit(row.value ?? '0', row.unit)}, and was ${inUnit(was, row.unit)}: ${why}. Is its unit right, and its column?`,
    }
  })
}

type Exchanged = Subject & {
  readonly metric: string
  readonly rest: string
  readonly expected: string
  readonly other: Ref
}

/**
 * REVISION_SUSPECT, an error: exports of everything are what imports should be, and imports what exports should be, by
 * what was printed of them before, by the year to date of the month before, or by the year before and the growth.
 */
export async function checkExchanged(tx: Prisma.TransactionClient, checked: Checked): Promise<Found[]> {
  const rows = await tx.$queryRaw<Exchanged[]>`
    WITH total AS MATERIALIZED (
      SELECT p.*, m.code AS metric, substr(s.key, 8) AS rest FROM ${printed(checked)} p ${onlyTotals}
      JOIN metric m ON m.id = p.metric_id JOIN series s ON s.id = p.series_id
      WHERE m.code IN ('EXPORTS', 'IMPORTS')
    ), expected AS (
      SELECT p.* FROM (
        SELECT p.*, 1 AS by, p.value AS given, b.value AS expected, ${ref('b')} AS other FROM total p
        JOIN ${knownBefore(checked)} b ON b.series_id = p.series_id AND b.period = p.period AND b.release_id <> ${checked.id}::int
        UNION ALL
        SELECT p.*, 2, (whole).value - (part).value, (before).value, ${ref('(before)')} FROM span
        JOIN total p ON p.series_id = (whole).series_id AND p.period = (whole).period
        WHERE (before).release_id <> ${checked.id} AND (part).release_id = ${checked.id}
        UNION ALL
        SELECT p.*, 3, p.value * 100 / (100 + p.yoy), b.value, ${ref('b')} FROM total p
        JOIN ${knownBefore(checked)} b ON b.series_id = p.series_id AND b.period = p.period - 192
        WHERE p.yoy > -100
      ) p
      WHERE p.given > 0 AND p.expected > 0
    )
    SELECT DISTINCT ON (e.series_id, e.period) ${subject('e')}, e.metric, e.rest, e.expected::text, i.other
    FROM expected e JOIN expected i ON i.rest = e.rest AND i.period = e.period AND i.metric <> e.metric AND i.by = e.by
    WHERE abs(e.given - i.expected) * 20 < i.expected AND abs(i.given - e.expected) * 20 < e.expected
      AND abs(e.given - e.expected) * 10 > e.expected AND abs(i.given - i.expected) * 10 > i.expected
    ORDER BY e.series_id, e.period, e.expected`
  return rows.map((row) => ({
    kind: 'REVISION_SUSPECT',
    severity: 'ERROR',
    subject: row,
    part: 'value',
    others: [row.other],
    expected: null,
    reported: row.value,
    about: 'exchanged',
    words: (name) =>
      `${name} is what ${row.metric === 'EXPORTS' ? 'imports' : 'exports'} should be, and the other way round, by what is stored: are the two columns exchanged?`,
  }))
}

/** Columns of months are exchanged by at least so many rows that can tell, of which so great a part agrees. */
const exchangedColumn = { rows: 10, part: 0.9 }

/**
 * REVISION_SUSPECT, an error: in nearly all rows, the month of exports is what the years to date of imports leave for
 * it, and the other way round. The years to date are right then, and the two columns of months exchanged.
 */
export async function checkExchangedMonths(tx: Prisma.TransactionClient, checked: Checked): Promise<Found[]> {
  const rows = await tx.$queryRaw<(Subject & { metric: string; other: Ref; n: number; rows: number })[]>`
    WITH month AS (
      SELECT span.part AS m, ${ref('(whole)')} AS ytd, mt.code AS metric, substr(s.key, 8) AS rest, (part).period AS period,
        (part).value AS value, (whole).value - coalesce((before).value, 0) AS implied
      FROM span JOIN series s ON s.id = (part).series_id JOIN metric mt ON mt.id = s.metric_id
      WHERE mt.code IN ('EXPORTS', 'IMPORTS') AND (part).release_id = ${checked.id} AND (whole).release_id = ${checked.id}
    ), pair AS (
      SELECT e.period, e.rest, e.m AS e, i.m AS i, e.ytd AS e_ytd, i.ytd AS i_ytd, e.value + i.value AS size,
        abs(e.value - i.implied) * 20 < i.implied AND abs(i.value - e.implied) * 20 < e.implied AS is_exchanged
      FROM month e JOIN month i ON i.rest = e.rest AND i.period = e.period AND i.metric = 'IMPORTS'
      WHERE e.metric = 'EXPORTS' AND least(e.value, i.value, e.implied, i.implied) > 0
        AND abs(e.implied - i.implied) * 10 > greatest(e.implied, i.implied)
    ), suspect AS (
      SELECT period, count(*)::int AS rows, count(*) FILTER (WHERE is_exchanged)::int AS n FROM pair GROUP BY period
      HAVING count(*) >= ${exchangedColumn.rows}
        AND count(*) FILTER (WHERE is_exchanged) >= ${exchangedColumn.part}::numeric * count(*)
    )
    SELECT ${subject('(p.m)')}, p.metric, p.ytd AS other, suspect.n, suspect.rows FROM suspect
    CROSS JOIN LATERAL (
      SELECT * FROM pair WHERE pair.period = suspect.period AND is_exchanged
      ORDER BY size DESC, rest COLLATE "C" LIMIT 1
    ) first
    CROSS JOIN LATERAL (VALUES (first.e, 'EXPORTS', first.i_ytd), (first.i, 'IMPORTS', first.e_ytd)) AS p(m, metric, ytd)`
  return rows.map((row) => ({
    kind: 'REVISION_SUSPECT',
    severity: 'ERROR',
    subject: row,
    part: 'value',
    others: [row.other],
    expected: null,
    reported: row.value,
    about: 'exchanged months',
    words: (name) =>
      `In ${row.n} of ${row.rows} rows the month of exports is what the years to date of imports leave for it, and the other way round, among them ${name}: are the two columns of the month exchanged?`,
  }))
}
