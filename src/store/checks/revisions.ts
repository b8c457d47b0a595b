import { Decimal } from '../../domain/decimal.js'
import { Prisma } from '../../generated/prisma/client.js'
import {
  boundsFrom,
  type Checked,
  type Found,
  inUnit,
  knownBefore,
  printed,
  type Ref,
  ref,
  type Subject,
  subject,
} from './check.js'

const { sql } = Prisma

const onlyTotals = sql`JOIN breakdown br ON br.id = p.breakdown_id AND br.key = 'TOTAL'`

type Moved = Subject & { readonly before: Ref; readonly was: string }

/** REVISION_SUSPECT, an error: a figure of everything that moved by more than a fifth since it was last printed. */
export async function checkMoved(tx: Prisma.TransactionClient, checked: Checked): Promise<Found[]> {
  const rows = await tx.$queryRaw<Moved[]>`
    SELECT ${subject('p')}, ${ref('b')} AS before, b.value::text AS was
    FROM ${printed(checked)} p ${onlyTotals}
    JOIN ${knownBefore(checked)} b ON b.series_id = p.series_id AND b.period = p.period AND b.release_id <> ${checked.id}::int
    WHERE p.qualifier = 'EXACT' AND b.qualifier = 'EXACT' AND abs(p.value - b.value) * 5 > abs(b.value)`
  return rows.map((row) => {
    const was = new Decimal(row.was)
    const [low, high] = [was.times('0.8'), was.times('1.2')].sort((a, b) => a.comparedTo(b)).map(String)
    return {
      kind: 'REVISION_SUSPECT',
      severity: 'ERROR',
      subject: row,
      part: 'value',
      others: [row.before],
      expected: boundsFrom(low ?? null, high ?? null),
      reported: row.value,
      words: (name) =>
        `${name} is ${inUnit(row.value ?? '0', row.unit)}, and was ${inUnit(was, row.unit)}: everything together does not move by more than a fifth. Is its unit right, and its column?`,
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
    WITH expected AS (
      SELECT ${subject('p')}, m.code AS metric, substr(s.key, 8) AS rest, p.by, p.given, p.expected, p.other
      FROM (
        SELECT p.*, 1 AS by, p.value AS given, b.value AS expected, ${ref('b')} AS other FROM ${printed(checked)} p
        JOIN ${knownBefore(checked)} b ON b.series_id = p.series_id AND b.period = p.period AND b.release_id <> ${checked.id}::int
        UNION ALL
        SELECT p.*, 2, (y).value - (m).value, (b).value, ${ref('(b)')} FROM months
        JOIN ${printed(checked)} p ON p.series_id = (y).series_id AND p.period = (y).period
        WHERE (b).release_id <> ${checked.id} AND (m).release_id = ${checked.id}
        UNION ALL
        SELECT p.*, 3, p.value * 100 / (100 + p.yoy), b.value, ${ref('b')} FROM ${printed(checked)} p
        JOIN ${knownBefore(checked)} b ON b.series_id = p.series_id AND b.period = p.period - 192
        WHERE p.yoy > -100
      ) p ${onlyTotals} JOIN metric m ON m.id = p.metric_id JOIN series s ON s.id = p.series_id
      WHERE m.code IN ('EXPORTS', 'IMPORTS') AND p.given > 0 AND p.expected > 0
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
