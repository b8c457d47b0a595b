import { Refusal } from '../errors.js'
import { Prisma } from '../generated/prisma/client.js'
import { content, identity } from './staging.js'

type Transaction = Prisma.TransactionClient
const { sql, raw } = Prisma

/** What a release did to what was known: how many figures were new, took another's place, or told nothing new. */
export interface Folded {
  readonly added: number
  readonly revised: number
  readonly unchanged: number
  /** How many figures the store has now that it had in no version. */
  readonly gained: number
}

/** A figure's printed content, to be compared: rates as text, since 5.0 and 5 are printed differently. */
const compared = (alias: string): Prisma.Sql =>
  raw(
    `${alias}.unit, ${alias}.value, ${alias}.scale, ${alias}.qualifier, ${alias}.status, ${alias}.yoy::text,
    ${alias}.share::text, ${alias}.share_metric_id, ${alias}.share_category_id, ${alias}.share_change::text, ${alias}.extra`,
  )

/** Everything that releases printed, a row for each printing: their own rows and those that they only confirmed. */
const printings = sql`(
  SELECT release_id AS printed_by, i.* FROM indicator i
  UNION ALL
  SELECT c.release_id AS printed_by, i.* FROM confirmation c
  JOIN indicator i ON i.release_id = c.confirmed_id AND i.period = c.period
    AND i.series_id >> 12 = c.chunk AND c.series @> i.series_id)`

/** Drops what the release printed twice in the same words; BAD_USER_INPUT where it printed two things of one figure. */
export async function refuseContradictions(tx: Transaction): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM printing p USING (
      SELECT ctid, row_number() OVER (PARTITION BY series_id, period, ${compared('d')}) AS n FROM printing d
    ) d WHERE p.ctid = d.ctid AND d.n > 1`
  const twice = await tx.$queryRaw<{ key: string; n: number }[]>`
    SELECT s.key, count(*)::int AS n FROM printing p JOIN series s ON s.id = p.series_id
    GROUP BY s.key, p.period HAVING count(*) > 1 ORDER BY s.key`
  if (twice.length > 0)
    throw new Refusal(
      'BAD_USER_INPUT',
      `The release prints different figures for the same period of ${twice.map(({ key }) => key).join(', ')}.`,
    )
}

/** Whether a release that the store has printed exactly what `printing` holds. */
export async function printedTheSame(tx: Transaction, releaseId: number): Promise<boolean> {
  const stored = sql`SELECT p.series_id, p.period, ${compared('p')} FROM ${printings} p WHERE printed_by = ${releaseId}`
  const staged = sql`SELECT p.series_id, p.period, ${compared('p')} FROM printing p`
  const [row] = await tx.$queryRaw<{ same: boolean }[]>`
    SELECT NOT EXISTS ((${stored}) EXCEPT (${staged})) AND NOT EXISTS ((${staged}) EXCEPT (${stored})) AS same`
  return row?.same ?? false
}

/**
 * Folds what a release printed into what is known. What is known at any time depends on the releases published until
 * then, never on the order in which they were taken in: where a later release has spoken of a figure already, all that
 * was ever printed of that figure is folded again from the beginning.
 */
export async function fold(tx: Transaction, releaseId: number): Promise<Folded> {
  await unfoldLate(tx, releaseId)
  const order = await tx.$queryRaw<{ id: number }[]>`
    SELECT r.id FROM release r WHERE EXISTS (SELECT 1 FROM printing p WHERE p.release_id = r.id)
    ORDER BY r.published_at, r.code COLLATE "C"`
  for (const { id } of order) await foldOne(tx, id)
  const rows = await tx.$queryRaw<{ outcome: string; own: number; n: number }[]>`
    SELECT outcome, count(*) FILTER (WHERE release_id = ${releaseId})::int AS own, count(*)::int AS n
    FROM printing GROUP BY outcome`
  const [late] = await tx.$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n FROM late`
  const count = (outcome: string) => rows.find((row) => row.outcome === outcome) ?? { own: 0, n: 0 }
  return {
    added: count('new').own,
    revised: count('revised').own,
    unchanged: count('same').own + count('coarser').own,
    // What was folded again is new once more, by whichever release now comes first.
    gained: count('new').n - (late?.n ?? 0),
  }
}

/** Takes every figure that a later release has spoken of out of the store again, into `printing`. */
async function unfoldLate(tx: Transaction, releaseId: number): Promise<void> {
  await tx.$executeRaw`
    CREATE TEMP TABLE late ON COMMIT DROP AS
    SELECT DISTINCT p.series_id, p.period FROM printing p
    JOIN ${printings} other ON other.series_id = p.series_id AND other.period = p.period
    JOIN release r ON r.id = other.printed_by AND r.retracted_at IS NULL
    JOIN release own ON own.id = ${releaseId}
    WHERE (r.published_at, r.code COLLATE "C") > (own.published_at, own.code COLLATE "C")`
  const moved = await tx.$executeRaw`
    INSERT INTO printing (release_id, ${identity}, ${content})
    SELECT p.printed_by, ${identity}, ${content} FROM late JOIN ${printings} p USING (series_id, period)
    JOIN release r ON r.id = p.printed_by AND r.retracted_at IS NULL`
  if (moved === 0) return
  await tx.$executeRaw`
    DELETE FROM indicator i USING late, release r WHERE i.series_id = late.series_id AND i.period = late.period
      AND r.id = i.release_id AND r.retracted_at IS NULL`
  await tx.$executeRaw`
    UPDATE confirmation c SET series = c.series - gone.series FROM (
      SELECT period, series_id >> 12 AS chunk, range_agg(int4range(series_id, series_id + 1)) AS series
      FROM late GROUP BY 1, 2
    ) gone WHERE c.period = gone.period AND c.chunk = gone.chunk`
  await tx.$executeRaw`DELETE FROM confirmation WHERE isempty(series)`
}

/**
 * One release's printings, against what was known when it was published. The same again: a confirmation. A coarser
 * rounding of what is known: a row that never becomes current. Anything else takes the place of what was known.
 */
async function foldOne(tx: Transaction, releaseId: number): Promise<void> {
  await tx.$executeRaw`
    UPDATE printing p SET confirmed_id = known.release_id, outcome = CASE
        WHEN known.release_id IS NULL THEN 'new'
        WHEN (${compared('p')}) IS NOT DISTINCT FROM (${compared('known')}) THEN 'same'
        WHEN ${isCoarser} THEN 'coarser' ELSE 'revised' END
    FROM printing own LEFT JOIN indicator known
      ON known.series_id = own.series_id AND known.period = own.period AND known.known_to IS NULL
    WHERE p.ctid = own.ctid AND p.release_id = ${releaseId}`
  await tx.$executeRaw`
    UPDATE indicator i SET known_to = r.published_at FROM printing p JOIN release r ON r.id = p.release_id
    WHERE p.release_id = ${releaseId} AND p.outcome = 'revised'
      AND i.series_id = p.series_id AND i.period = p.period AND i.known_to IS NULL`
  await tx.$executeRaw`
    INSERT INTO indicator (release_id, ${identity}, ${content}, known_from, known_to)
    SELECT release_id, ${identity}, ${content}, r.published_at, CASE outcome WHEN 'coarser' THEN r.published_at END
    FROM printing p JOIN release r ON r.id = p.release_id
    WHERE p.release_id = ${releaseId} AND outcome IN ('new', 'revised', 'coarser')`
  await tx.$executeRaw`
    INSERT INTO confirmation (release_id, confirmed_id, period, chunk, series)
    SELECT release_id, confirmed_id, period, series_id >> 12, range_agg(int4range(series_id, series_id + 1))
    FROM printing WHERE release_id = ${releaseId} AND outcome = 'same' GROUP BY 1, 2, 3, 4
    ON CONFLICT (release_id, period, chunk, confirmed_id) DO UPDATE SET series = confirmation.series + EXCLUDED.series`
}

const coarserRate = (own: string, known: string): string =>
  `(${own} IS NULL OR scale(${own}) <= scale(${known}) AND round(${known}, scale(${own})) = ${own})`

const changesOf = (alias: string): string =>
  `jsonb_to_recordset(${alias}.extra->'changes') AS ${alias}_change(percent numeric, points numeric, base text)`

/**
 * Everything in it is a rounding of what is known, and something in it says less. Notes and status say nothing of that.
 * Only exact numbers are rounded: "over 1" says less of "over 1" alone, not of 1.06.
 */
const isCoarser = raw(`(
  (p.value IS NULL OR p.qualifier = known.qualifier AND p.scale <= known.scale
    AND CASE p.qualifier WHEN 'EXACT' THEN round(known.value, p.scale) ELSE known.value END = p.value)
  AND ${['yoy', 'share', 'share_change'].map((rate) => coarserRate(`p.${rate}`, `known.${rate}`)).join(' AND ')}
  AND (p.share_metric_id IS NULL
    OR (p.share_metric_id, p.share_category_id) = (known.share_metric_id, known.share_category_id))
  AND NOT EXISTS (SELECT FROM ${changesOf('p')} WHERE NOT EXISTS (
    SELECT FROM ${changesOf('known')} WHERE known_change.base = p_change.base
      AND ${coarserRate('p_change.percent', 'known_change.percent')}
      AND ${coarserRate('p_change.points', 'known_change.points')}))
  AND (p.scale, scale(p.yoy), scale(p.share), scale(p.share_change), p.share_metric_id, p.extra->'changes')
    IS DISTINCT FROM (known.scale, scale(known.yoy), scale(known.share), scale(known.share_change),
      known.share_metric_id, known.extra->'changes')
) IS TRUE`)
