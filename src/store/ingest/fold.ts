import { Prisma } from '../../generated/prisma/client.js'
import { compared, printings } from './printings.js'
import { content, identity, place } from './staging.js'

type Transaction = Prisma.TransactionClient
const { sql, raw } = Prisma

/** Above the id of any series. */
export const all = 2 ** 31 - 1

/** What a release did to what was known: how many figures were new, took another's place, or told nothing new. */
export interface Folded {
  readonly added: number
  readonly revised: number
  readonly unchanged: number
  /** How many figures the store has now that it had in no version; fewer than none where a release was taken back. */
  readonly gained: number
}

/** How many figures a release that the store has printed: its own rows, and those that it only confirmed. */
export async function countPrinted(tx: Transaction, releaseId: number): Promise<number> {
  const [row] = await tx.$queryRaw<{ n: number }[]>`
    SELECT ((SELECT count(*) FROM indicator WHERE release_id = ${releaseId}) + (
      SELECT coalesce(sum(upper(r) - lower(r)), 0) FROM confirmation c, unnest(c.series) r WHERE c.release_id = ${releaseId}
    ))::int AS n`
  return row?.n ?? 0
}

/** Whether a release that the store has printed exactly what `staging` holds. */
export async function printedTheSame(tx: Transaction, releaseId: number): Promise<boolean> {
  const stored = sql`SELECT p.series_id, p.period, ${compared('p')} FROM ${printings} p WHERE printed_by = ${releaseId}`
  const staged = sql`SELECT p.series_id, p.period, ${compared('p')} FROM staging p`
  const [row] = await tx.$queryRaw<{ same: boolean }[]>`
    SELECT NOT EXISTS ((${stored}) EXCEPT (${staged})) AND NOT EXISTS ((${staged}) EXCEPT (${stored})) AS same`
  return row?.same ?? false
}

/**
 * Folds what a release printed of series `below` an id, which `staging` holds, into what is known. What is known at any time depends on the
 * releases published until then, never on the order in which they were taken in: where a later release has spoken of a
 * figure already, all that was ever printed of that figure is folded again from the beginning.
 */
export async function fold(tx: Transaction, releaseId: number, below: number): Promise<Folded> {
  await tx.$executeRaw`
    CREATE TEMP TABLE again ON COMMIT DROP AS
    SELECT DISTINCT p.series_id, p.period FROM staging p
    JOIN ${printings} other ON other.series_id = p.series_id AND other.period = p.period
    JOIN release r ON r.id = other.printed_by AND r.retracted_at IS NULL
    JOIN release own ON own.id = ${releaseId}
    WHERE p.series_id < ${below} AND (r.published_at, r.code COLLATE "C") > (own.published_at, own.code COLLATE "C")`
  await unfold(tx)
  return refold(tx, releaseId, below)
}

/**
 * Takes a release out of the fold, as if it had never been published: all that was ever printed of its figures is
 * folded again without it. What it printed stays, as rows of its own that were never current.
 */
export async function unfoldRelease(tx: Transaction, releaseId: number): Promise<Folded> {
  await tx.$executeRaw`
    CREATE TEMP TABLE again ON COMMIT DROP AS
    SELECT DISTINCT series_id, period FROM ${printings} p WHERE printed_by = ${releaseId}`
  await unfold(tx)
  await tx.$executeRaw`
    INSERT INTO indicator (release_id, ${identity}, ${content}, ${place}, known_from, known_to)
    SELECT release_id, ${identity}, ${content}, ${place}, r.published_at, r.published_at
    FROM staging p JOIN release r ON r.id = p.release_id WHERE p.release_id = ${releaseId}`
  await tx.$executeRaw`DELETE FROM staging WHERE release_id = ${releaseId}`
  return refold(tx, releaseId, all)
}

/** Takes every figure of the table `again` out of the store, into `staging`: all that releases printed of it. */
async function unfold(tx: Transaction): Promise<void> {
  await tx.$executeRaw`ANALYZE again`
  const moved = await tx.$executeRaw`
    INSERT INTO staging (release_id, ${identity}, ${content}, ${place})
    SELECT p.printed_by, ${identity}, ${content}, ${place} FROM again JOIN ${printings} p USING (series_id, period)
    JOIN release r ON r.id = p.printed_by AND r.retracted_at IS NULL`
  if (moved === 0) return
  await tx.$executeRaw`
    DELETE FROM indicator i USING again, release r WHERE i.series_id = again.series_id AND i.period = again.period
      AND r.id = i.release_id AND r.retracted_at IS NULL`
  await tx.$executeRaw`
    UPDATE confirmation c SET series = c.series - gone.series, (sources, source_rows) = (
      SELECT array_agg(p.source ORDER BY id), array_agg(p.source_row ORDER BY id)
      FROM (
        SELECT id, row_number() OVER (ORDER BY id) AS n
        FROM unnest(c.series) r, generate_series(lower(r), upper(r) - 1) id
      ) s JOIN unnest(c.sources, c.source_rows) WITH ORDINALITY AS p(source, source_row, n) USING (n)
      WHERE NOT gone.series @> id
    ) FROM (
      SELECT period, series_id >> 12 AS chunk, range_agg(int4range(series_id, series_id + 1)) AS series
      FROM again GROUP BY 1, 2
    ) gone WHERE c.period = gone.period AND c.chunk = gone.chunk AND c.series && gone.series`
  await tx.$executeRaw`DELETE FROM confirmation WHERE isempty(series)`
}

/** Folds what `staging` holds, release by release in the order in which they were published. */
async function refold(tx: Transaction, releaseId: number, below: number): Promise<Folded> {
  const order = await tx.$queryRaw<{ id: number }[]>`
    SELECT r.id FROM release r WHERE EXISTS (SELECT 1 FROM staging p WHERE p.release_id = r.id AND series_id < ${below})
    ORDER BY r.published_at, r.code COLLATE "C"`
  const folded = { added: 0, revised: 0, unchanged: 0, gained: 0 }
  for (const { id } of order) {
    const count = await foldOne(tx, id, below)
    folded.gained += count.fresh
    if (id === releaseId)
      Object.assign(folded, { added: count.fresh, revised: count.revised, unchanged: count.same + count.coarser })
  }
  // What was folded again is new once more, by whichever release now comes first.
  const [again] = await tx.$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n FROM again`
  await tx.$executeRaw`DROP TABLE again`
  return { ...folded, gained: folded.gained - (again?.n ?? 0) }
}

type Outcome = 'fresh' | 'same' | 'coarser' | 'revised'

/**
 * One release's printings, against what was known when it was published. The same again: a confirmation. A coarser
 * rounding of what is known: a row that never becomes current. Anything else takes the place of what was known.
 */
async function foldOne(tx: Transaction, releaseId: number, below: number): Promise<Record<Outcome, number>> {
  await tx.$executeRaw`
    CREATE TEMP TABLE folded ON COMMIT DROP AS
    SELECT p.*, known.release_id AS confirmed_id, CASE
        WHEN known.release_id IS NULL THEN 'fresh'
        WHEN (${compared('p')}) IS NOT DISTINCT FROM (${compared('known')}) THEN 'same'
        WHEN ${isCoarser} THEN 'coarser' ELSE 'revised' END AS outcome
    FROM staging p LEFT JOIN indicator known
      ON known.series_id = p.series_id AND known.period = p.period AND known.known_to IS NULL
    WHERE p.release_id = ${releaseId} AND p.series_id < ${below}`
  const rows = await tx.$queryRaw<{ outcome: Outcome; n: number }[]>`
    SELECT outcome, count(*)::int AS n FROM folded GROUP BY outcome`
  const counts = { fresh: 0, same: 0, coarser: 0, revised: 0 }
  for (const { outcome, n } of rows) counts[outcome] = n
  // What there is none of is not looked for: each statement reads all of them.
  if (counts.revised > 0)
    await tx.$executeRaw`
      UPDATE indicator i SET known_to = r.published_at FROM folded p JOIN release r ON r.id = p.release_id
      WHERE p.outcome = 'revised' AND i.series_id = p.series_id AND i.period = p.period AND i.known_to IS NULL`
  if (counts.fresh + counts.revised + counts.coarser > 0)
    await tx.$executeRaw`
      INSERT INTO indicator (release_id, ${identity}, ${content}, ${place}, known_from, known_to)
      SELECT release_id, ${identity}, ${content}, ${place}, r.published_at, CASE outcome WHEN 'coarser' THEN r.published_at END
      FROM folded p JOIN release r ON r.id = p.release_id WHERE outcome IN ('fresh', 'revised', 'coarser')`
  if (counts.same > 0) await confirm(tx, releaseId)
  await tx.$executeRaw`DROP TABLE folded`
  return counts
}

/** Writes which figures the release printed again, unchanged. */
const confirm = (tx: Transaction, releaseId: number): Promise<number> => tx.$executeRaw`
  INSERT INTO confirmation (release_id, confirmed_id, period, chunk, series, sources, source_rows)
  SELECT ${releaseId}::int, confirmed_id, period, series_id >> 12, range_agg(int4range(series_id, series_id + 1)),
    array_agg(source ORDER BY series_id), array_agg(source_row ORDER BY series_id)
  FROM (
    SELECT confirmed_id, period, series_id, source, source_row FROM folded WHERE outcome = 'same'
    UNION ALL ${confirmedBefore(releaseId)}
  ) p GROUP BY confirmed_id, period, series_id >> 12
  ON CONFLICT (release_id, period, chunk, confirmed_id)
  DO UPDATE SET series = EXCLUDED.series, sources = EXCLUDED.sources, source_rows = EXCLUDED.source_rows`

/** What a release confirmed before, in the chunks that it now confirms more of: one row holds all of a chunk. */
const confirmedBefore = (releaseId: number): Prisma.Sql => sql`
  SELECT c.confirmed_id, c.period, s.id, p.source, p.source_row
  FROM confirmation c CROSS JOIN LATERAL (
    SELECT id, row_number() OVER (ORDER BY id) AS n
    FROM unnest(c.series) r, generate_series(lower(r), upper(r) - 1) id
  ) s LEFT JOIN LATERAL unnest(c.sources, c.source_rows) WITH ORDINALITY AS p(source, source_row, n) ON p.n = s.n
  WHERE c.release_id = ${releaseId}::int AND (c.confirmed_id, c.period, c.chunk) IN (
    SELECT confirmed_id, period, series_id >> 12 FROM folded WHERE outcome = 'same')`

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
