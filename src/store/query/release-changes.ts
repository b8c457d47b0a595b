import type { ChangeKind } from '../../domain/observations/figure-change.js'
import type { IndicatorFilter } from '../../domain/observations/filter.js'
import { Prisma } from '../../generated/prisma/client.js'
import { printedContent } from '../sql/content.js'
import { conditionOnAny } from '../sql/filter.js'
import { validAt } from '../sql/validity.js'
import type { Release } from './metadata-snapshot.js'
import type { View } from './view.js'

const { sql } = Prisma

export type ChangeCounts = Readonly<Record<ChangeKind, number>>

export async function releasesOf(view: View, filter: IndicatorFilter): Promise<readonly Release[]> {
  const { rows, snapshot, pace } = view
  if (pace.due()) await pace.rest()
  const found = await rows<{ release_id: number }>(sql`
    SELECT DISTINCT i.release_id FROM indicator i
    WHERE ${conditionOnAny(filter, snapshot)} AND ${validAt(snapshot.version)}`)
  const ids = new Set(found.map((each) => each.release_id))
  return snapshot.releases.filter(({ id }) => ids.has(id))
}

/**
 * Counts what each of some releases changed among the figures of a filter, in one statement: each figure that it printed is
 * compared with that known before, or for a retracted release, known without it.
 */
export async function countReleaseChanges(
  view: View,
  releases: readonly Release[],
  filter: IndicatorFilter,
): Promise<(release: Release) => ChangeCounts> {
  const { rows, snapshot, pace } = view
  const ids = (those: readonly Release[]): number[] => those.map(({ id }) => id)
  const retracted = releases.filter(({ retractedAt }) => retractedAt !== null)
  if (pace.due()) await pace.rest()
  const found = await rows<{ id: number } & Record<ChangeKind, string>>(sql`
    SELECT i.release_id AS id, count(*) FILTER (WHERE NOT i.is_retracted AND e.release_id IS NULL) AS "ADDED",
      count(*) FILTER (WHERE NOT i.is_retracted AND e.release_id IS NOT NULL) AS "REVISED",
      count(*) FILTER (WHERE i.is_retracted) AS "RETRACTED"
    FROM (
      SELECT i.*, i.release_id = ANY(${ids(retracted)}::int[]) AS is_retracted FROM indicator i
      WHERE i.release_id = ANY(${ids(releases)}::int[]) AND ${conditionOnAny(filter, snapshot)} AND ${validAt(snapshot.version)}
    ) i
    LEFT JOIN indicator e ON e.series_id = i.series_id AND e.period = i.period AND ${validAt(snapshot.version, 'e')}
      AND CASE WHEN i.is_retracted
        THEN e.known_from <= i.known_from AND (e.known_to IS NULL OR e.known_to > i.known_from)
        ELSE e.known_from < i.known_from AND e.known_to >= i.known_from END
    WHERE (i.is_retracted OR i.known_to IS NULL OR i.known_to > i.known_from)
      AND (e.release_id IS NULL OR (${printedContent('i')}) IS DISTINCT FROM (${printedContent('e')}))
    GROUP BY 1`)
  const counts = new Map(
    found.map(({ id, ADDED, REVISED, RETRACTED }) => [
      id,
      { ADDED: Number(ADDED), REVISED: Number(REVISED), RETRACTED: Number(RETRACTED) },
    ]),
  )
  return ({ id }) => counts.get(id) ?? { ADDED: 0, REVISED: 0, RETRACTED: 0 }
}
