import { Prisma } from '../../generated/prisma/client.js'
import { confirmedPlaces, confirmedRows, confirmedSeries } from '../sql/confirmed-rows.js'
import { printedContent } from '../sql/content.js'
import { isValid } from '../sql/validity.js'
import { rowColumns } from './batch.js'

type Transaction = Prisma.TransactionClient
const { sql, raw } = Prisma

export const allSeries = 2 ** 31 - 1

/**
 * Selects every observation that a release printed, once for each release (`printed_by`): its own rows and the rows of
 * other releases that it confirmed, with the source and row in that release.
 */
export const printedRows = sql`(
  SELECT release_id AS printed_by, ${rowColumns} FROM indicator WHERE to_version IS NULL
  UNION ALL
  SELECT c.release_id, i.series_id, i.metric_id, i.breakdown_id, i.category_id, i.frequency, i.period, i.unit, i.value,
    i.scale, i.qualifier, i.status, i.yoy, i.share, i.share_change, i.extra, i.share_metric_id, i.share_category_id,
    s.source, s.source_row
  FROM confirmation c CROSS JOIN LATERAL ${confirmedRows} s
  JOIN indicator i ON i.release_id = c.confirmed_id AND i.period = c.period AND i.series_id = s.series_id AND ${isValid('i')}
  WHERE ${isValid('c')})`

export interface FoldCounts {
  readonly added: number
  readonly revised: number
  readonly unchanged: number
}

export async function countPrinted(tx: Transaction, releaseId: number): Promise<number> {
  const [row] = await tx.$queryRaw<{ n: number }[]>`
    SELECT ((SELECT count(*) FROM indicator i WHERE i.release_id = ${releaseId} AND ${isValid('i')}) + (
      SELECT coalesce(sum(upper(r) - lower(r)), 0) FROM confirmation c, unnest(c.series) r
      WHERE c.release_id = ${releaseId} AND ${isValid('c')}
    ))::int AS n`
  return row?.n ?? 0
}

export async function isPrintedAlike(tx: Transaction, releaseId: number): Promise<boolean> {
  const stored = sql`SELECT p.series_id, p.period, ${printedContent('p')} FROM ${printedRows} p WHERE printed_by = ${releaseId}`
  const staged = sql`SELECT p.series_id, p.period, ${printedContent('p')} FROM staging p`
  const [row] = await tx.$queryRaw<{ same: boolean }[]>`
    SELECT NOT EXISTS ((${stored}) EXCEPT (${staged})) AND NOT EXISTS ((${staged}) EXCEPT (${stored})) AS same`
  return row?.same ?? false
}

/**
 * Folds the staged observations of series with ids `below` the given one into what is known. The result depends on when
 * releases were published, not on the order of imports: if a later release printed the same observation, everything
 * ever printed of it is folded again from the beginning.
 */
export async function fold(tx: Transaction, releaseId: number, below: number, version: number): Promise<FoldCounts> {
  await tx.$executeRaw`
    CREATE TEMP TABLE again ON COMMIT DROP AS
    SELECT DISTINCT p.series_id, p.period FROM staging p
    JOIN ${printedRows} other ON other.series_id = p.series_id AND other.period = p.period
    JOIN release r ON r.id = other.printed_by AND r.retracted_at IS NULL
    JOIN release own ON own.id = ${releaseId}
    WHERE p.series_id < ${below} AND (r.published_at, r.code COLLATE "C") > (own.published_at, own.code COLLATE "C")`
  await unfold(tx, version)
  return refold(tx, releaseId, below, version)
}

/**
 * Removes a release from the fold as if it had never been published: everything printed of its observations is folded
 * again without it. Its rows are kept, with an empty period of validity.
 */
export async function unfoldRelease(tx: Transaction, releaseId: number, version: number): Promise<FoldCounts> {
  await tx.$executeRaw`
    CREATE TEMP TABLE again ON COMMIT DROP AS
    SELECT DISTINCT series_id, period FROM ${printedRows} p WHERE printed_by = ${releaseId}`
  await unfold(tx, version)
  await tx.$executeRaw`
    INSERT INTO indicator (release_id, ${rowColumns}, known_from, known_to, from_version)
    SELECT release_id, ${rowColumns}, r.published_at, r.published_at, ${version}::int
    FROM staging p JOIN release r ON r.id = p.release_id WHERE p.release_id = ${releaseId}`
  await tx.$executeRaw`DELETE FROM staging WHERE release_id = ${releaseId}`
  return refold(tx, releaseId, allSeries, version)
}

async function unfold(tx: Transaction, version: number): Promise<void> {
  await tx.$executeRaw`ANALYZE again`
  const moved = await tx.$executeRaw`
    INSERT INTO staging (release_id, ${rowColumns})
    SELECT p.printed_by, ${rowColumns} FROM again JOIN ${printedRows} p USING (series_id, period)
    JOIN release r ON r.id = p.printed_by AND r.retracted_at IS NULL`
  if (moved === 0) return
  await tx.$executeRaw`
    UPDATE indicator i SET to_version = ${version} FROM again, release r
    WHERE i.series_id = again.series_id AND i.period = again.period AND ${isValid('i')}
      AND r.id = i.release_id AND r.retracted_at IS NULL`
  await tx.$executeRaw`
    WITH gone AS (
      SELECT period, series_id >> 12 AS chunk, range_agg(int4range(series_id, series_id + 1)) AS series
      FROM again GROUP BY 1, 2
    ), ended AS (
      UPDATE confirmation c SET to_version = ${version} FROM gone
      WHERE c.period = gone.period AND c.chunk = gone.chunk AND c.series && gone.series AND ${isValid('c')}
      RETURNING c.*, gone.series AS gone
    )
    INSERT INTO confirmation (release_id, confirmed_id, period, chunk, series, sources, source_rows, from_version)
    SELECT release_id, confirmed_id, period, chunk, c.series - c.gone, kept.sources, kept.source_rows, ${version}::int
    FROM ended c CROSS JOIN LATERAL (
      SELECT array_agg(p.source ORDER BY id) AS sources, array_agg(p.source_row ORDER BY id) AS source_rows
      FROM ${confirmedSeries} s JOIN ${confirmedPlaces} USING (n)
      WHERE NOT c.gone @> id
    ) kept WHERE NOT isempty(c.series - c.gone)`
}

/** Removes rows that are equal to those which the same change ended, which are valid as before. */
async function keepEqual(tx: Transaction, version: number): Promise<void> {
  // The planner knows nothing of rows that this transaction writes, and takes them for few: each observation is looked up.
  await tx.$executeRaw`
    WITH pair AS MATERIALIZED (
      SELECT same.* FROM again CROSS JOIN LATERAL (
        SELECT e.series_id, e.period, e.release_id, e.from_version AS ended, i.from_version AS again
        FROM indicator e JOIN indicator i USING (series_id, period, release_id)
        WHERE e.series_id = again.series_id AND e.period = again.period AND e.to_version = ${version}
          AND i.from_version = ${version}
          AND (i.known_to, i.source, i.source_row, ${printedContent('i')})
            IS NOT DISTINCT FROM (e.known_to, e.source, e.source_row, ${printedContent('e')})
        OFFSET 0
      ) same
    ), gone AS (
      DELETE FROM indicator i USING pair p
      WHERE i.series_id = p.series_id AND i.period = p.period AND i.release_id = p.release_id AND i.from_version = p.again
    )
    UPDATE indicator i SET to_version = NULL FROM pair p
    WHERE i.series_id = p.series_id AND i.period = p.period AND i.release_id = p.release_id AND i.from_version = p.ended`
  await tx.$executeRaw`
    WITH repeated AS (
      DELETE FROM confirmation c USING confirmation e
      WHERE c.from_version = ${version} AND e.release_id = c.release_id AND e.confirmed_id = c.confirmed_id
        AND e.period = c.period AND e.chunk = c.chunk AND e.to_version = ${version}
        AND (c.series, c.sources, c.source_rows) IS NOT DISTINCT FROM (e.series, e.sources, e.source_rows)
      RETURNING e.release_id, e.confirmed_id, e.period, e.chunk, e.from_version
    )
    UPDATE confirmation c SET to_version = NULL FROM repeated r
    WHERE c.release_id = r.release_id AND c.confirmed_id = r.confirmed_id AND c.period = r.period AND c.chunk = r.chunk
      AND c.from_version = r.from_version`
}

async function refold(tx: Transaction, releaseId: number, below: number, version: number): Promise<FoldCounts> {
  const order = await tx.$queryRaw<{ id: number }[]>`
    SELECT r.id FROM release r WHERE EXISTS (SELECT 1 FROM staging p WHERE p.release_id = r.id AND series_id < ${below})
    ORDER BY r.published_at, r.code COLLATE "C"`
  const folded = { added: 0, revised: 0, unchanged: 0 }
  for (const { id } of order) {
    const { added, revised, confirmed, coarser } = await foldOne(tx, id, below, version)
    if (id === releaseId) Object.assign(folded, { added, revised, unchanged: confirmed + coarser })
  }
  const [again] = await tx.$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n FROM again`
  if (again !== undefined && again.n > 0) await keepEqual(tx, version)
  await tx.$executeRaw`DROP TABLE again`
  return folded
}

type Outcome = 'added' | 'confirmed' | 'coarser' | 'revised'

/**
 * Folds one release into what was known when it was published. Equal content becomes a confirmation; a coarser rounding
 * becomes a row that is never current; other content replaces the row that was current.
 */
async function foldOne(
  tx: Transaction,
  releaseId: number,
  below: number,
  version: number,
): Promise<Record<Outcome, number>> {
  await tx.$executeRaw`
    CREATE TEMP TABLE folded ON COMMIT DROP AS
    SELECT p.*, known.release_id AS known_id, known.from_version AS known_version, CASE
        WHEN known.release_id IS NULL THEN 'added'
        WHEN (${printedContent('p')}) IS NOT DISTINCT FROM (${printedContent('known')}) THEN 'confirmed'
        WHEN ${isCoarser} THEN 'coarser' ELSE 'revised' END AS outcome
    FROM staging p LEFT JOIN indicator known
      ON known.series_id = p.series_id AND known.period = p.period AND known.known_to IS NULL AND ${isValid('known')}
    WHERE p.release_id = ${releaseId} AND p.series_id < ${below}`
  const rows = await tx.$queryRaw<{ outcome: Outcome; n: number }[]>`
    SELECT outcome, count(*)::int AS n FROM folded GROUP BY outcome`
  const counts = { added: 0, confirmed: 0, coarser: 0, revised: 0 }
  for (const { outcome, n } of rows) counts[outcome] = n
  // Each statement reads the whole table, so those without rows are skipped.
  if (counts.revised > 0) await supersede(tx, version)
  if (counts.added + counts.revised + counts.coarser > 0)
    await tx.$executeRaw`
      INSERT INTO indicator (release_id, ${rowColumns}, known_from, known_to, from_version)
      SELECT release_id, ${rowColumns}, r.published_at, CASE outcome WHEN 'coarser' THEN r.published_at END, ${version}::int
      FROM folded p JOIN release r ON r.id = p.release_id WHERE outcome IN ('added', 'revised', 'coarser')`
  if (counts.confirmed > 0) await confirm(tx, releaseId, version)
  await tx.$executeRaw`DROP TABLE folded`
  return counts
}

async function supersede(tx: Transaction, version: number): Promise<void> {
  const current = sql`p.outcome = 'revised' AND i.series_id = p.series_id AND i.period = p.period
    AND i.release_id = p.known_id AND i.from_version = p.known_version`
  await tx.$executeRaw`
    UPDATE indicator i SET known_to = r.published_at FROM folded p JOIN release r ON r.id = p.release_id
    WHERE ${current} AND p.known_version = ${version}`
  await tx.$executeRaw`
    WITH ended AS (
      UPDATE indicator i SET to_version = ${version} FROM folded p JOIN release r ON r.id = p.release_id
      WHERE ${current} AND p.known_version < ${version} RETURNING i.*, r.published_at AS superseded_at
    )
    INSERT INTO indicator (release_id, ${rowColumns}, known_from, known_to, from_version)
    SELECT release_id, ${rowColumns}, known_from, superseded_at, ${version}::int FROM ended`
}

const confirm = (tx: Transaction, releaseId: number, version: number): Promise<number> => tx.$executeRaw`
  WITH ended AS (
    UPDATE confirmation c SET to_version = ${version}
    WHERE c.release_id = ${releaseId}::int AND c.from_version < ${version} AND ${isValid('c')} AND ${isConfirmedAgain}
  )
  INSERT INTO confirmation (release_id, confirmed_id, period, chunk, series, sources, source_rows, from_version)
  SELECT ${releaseId}::int, known_id, period, series_id >> 12, range_agg(int4range(series_id, series_id + 1)),
    array_agg(source ORDER BY series_id), array_agg(source_row ORDER BY series_id), ${version}::int
  FROM (
    SELECT known_id, period, series_id, source, source_row FROM folded WHERE outcome = 'confirmed'
    UNION ALL ${confirmedBefore(releaseId)}
  ) p GROUP BY known_id, period, series_id >> 12
  ON CONFLICT (release_id, period, chunk, confirmed_id, from_version)
  DO UPDATE SET series = EXCLUDED.series, sources = EXCLUDED.sources, source_rows = EXCLUDED.source_rows`

const isConfirmedAgain = sql`(c.confirmed_id, c.period, c.chunk) IN (
  SELECT known_id, period, series_id >> 12 FROM folded WHERE outcome = 'confirmed')`

/** Selects earlier confirmations of the release in the same chunks, because one row represents a whole chunk. */
const confirmedBefore = (releaseId: number): Prisma.Sql => sql`
  SELECT c.confirmed_id, c.period, s.id, p.source, p.source_row
  FROM confirmation c CROSS JOIN LATERAL ${confirmedSeries} s LEFT JOIN LATERAL ${confirmedPlaces} ON p.n = s.n
  WHERE c.release_id = ${releaseId}::int AND ${isValid('c')} AND ${isConfirmedAgain}`

const coarserRate = (own: string, known: string): string =>
  `(${own} IS NULL OR scale(${own}) <= scale(${known}) AND round(${known}, scale(${own})) = ${own})`

const changesOf = (alias: string): string =>
  `jsonb_to_recordset(${alias}.extra->'changes') AS ${alias}_change(percent numeric, points numeric, base text)`

/**
 * The condition that every number of `p` is equal to or a rounding of that of `known`, and at least one has fewer digits.
 * Only exact numbers are rounded: "over 1" is a rounding of "over 1" only, not of 1.06. Notes and status are ignored.
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
