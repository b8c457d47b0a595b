import type { ChangeQuery } from '../../domain/observations/figure-change.js'
import { figureFields, type IndicatorFilter } from '../../domain/observations/filter.js'
import { parseInstant } from '../../domain/periods/instant.js'
import { refuse } from '../../errors.js'
import { Prisma } from '../../generated/prisma/client.js'
import { printedContent } from './content.js'
import { type CodeLookup, conditionOnAny, isKnown, knownAt } from './filter.js'
import { validAt } from './validity.js'

const { sql } = Prisma
type Sql = Prisma.Sql

interface Published {
  readonly id: number
  readonly publishedAt: string
  readonly version: number
  readonly retractedVersion: number | null
}

interface Lookup extends CodeLookup {
  readonly firstVersion: number
  readonly releases: readonly Published[]
}

type Compared = Pick<ChangeQuery, 'by' | 'from' | 'to'>

/** Indicates that the later of the two times or versions is `from`, so that new figures are those before. */
export const isReversed = ({ from, to }: Compared): boolean => to !== null && placeOf(from) > placeOf(to)

const placeOf = (moment: string | number): number =>
  typeof moment === 'number' ? moment : parseInstant(moment).at.getTime()

/**
 * Returns the releases by which two states differ: those published after the earlier time, until the later one, or imported
 * or retracted by a version after the earlier one, until the later one.
 */
export function releasesBetween<Release extends Published>(
  { by, from, to }: Compared,
  releases: readonly Release[],
): readonly Release[] {
  const places = [from, to].map((moment) => (moment === null ? Number.POSITIVE_INFINITY : placeOf(moment)))
  const [earlier, later] = [Math.min(...places), Math.max(...places)]
  const placesOf = ({ publishedAt, version, retractedVersion }: Published): readonly number[] =>
    by === 'TIME' ? [placeOf(publishedAt)] : [version, retractedVersion ?? earlier]
  return releases.filter((release) => placesOf(release).some((place) => place > earlier && place <= later))
}

export interface ChangedFigures {
  readonly from: Sql
  readonly where: Sql
  readonly isRemoved: Sql
}

/**
 * Returns tables and a condition by which `i` is each figure known at the later time or version that differs from the figure
 * `e` of the same series and period known at the earlier one, or has none; or a figure known at the earlier version only. A
 * filter selects by either figure. Throws BAD_USER_INPUT for a version that the store does not have.
 */
export function changedFigures(query: ChangeQuery, lookup: Lookup): ChangedFigures {
  const { filter } = query
  const { from, where, isRemoved } = query.by === 'TIME' ? betweenTimes(query, lookup) : betweenVersions(query, lookup)
  const isOther = query.by === 'VERSION' && query.byRelease ? sql`i.release_id <> e.release_id` : sql`false`
  const [ofSeries, ofFigure] = parts(filter)
  const either = sql`(${conditionOnAny(filter, lookup)} OR EXISTS (
    SELECT 1 FROM indicator i WHERE i.series_id = e.series_id AND i.period = e.period AND i.release_id = e.release_id
      AND i.from_version = e.from_version AND ${conditionOnAny(filter, lookup)}))`
  return {
    from,
    where: sql`${where} AND ${conditionOnAny(ofSeries, lookup)}
      AND (e.release_id IS NULL OR ${isOther} OR (${printedContent('i')}) IS DISTINCT FROM (${printedContent('e')}))
      AND ${ofFigure ? either : sql`true`}`,
    isRemoved,
  }
}

type Of<By extends ChangeQuery['by']> = Extract<ChangeQuery, { by: By }>

function betweenTimes(query: Of<'TIME'>, { version, releases }: Lookup): ChangedFigures {
  const times = [query.from, query.to]
  const [earlier = null, later = null] = isReversed(query) ? times.toReversed() : times
  const ids = releasesBetween(query, releases).map(({ id }) => id)
  return {
    from: sql`indicator i LEFT JOIN indicator e
      ON e.series_id = i.series_id AND e.period = i.period AND ${knownAt(earlier, version, 'e')}`,
    where: sql`i.release_id = ANY(${ids}::int[]) AND ${knownAt(later, version)}`,
    isRemoved: sql`false`,
  }
}

function betweenVersions(query: Of<'VERSION'>, lookup: Lookup): ChangedFigures {
  const [earlier, later] = versionsOf(query, lookup)
  const { asOf = null } = query
  return {
    from: sql`indicator i LEFT JOIN indicator e ON e.series_id = i.series_id AND e.period = i.period
      AND i.from_version > ${earlier} AND ${knownAt(asOf, earlier, 'e')}`,
    where: sql`${isKnown(asOf)} AND (
      i.from_version > ${earlier} AND ${validAt(later)}
      OR i.to_version > ${earlier} AND i.to_version <= ${later} AND ${validAt(earlier)} AND NOT EXISTS (
        SELECT FROM indicator l WHERE l.series_id = i.series_id AND l.period = i.period AND ${knownAt(asOf, later, 'l')}))`,
    isRemoved: sql`i.from_version <= ${earlier}`,
  }
}

function versionsOf({ from, to }: Of<'VERSION'>, { version, firstVersion }: Lookup): [number, number] {
  for (const [name, each] of Object.entries({ fromVersion: from, toVersion: to ?? version }))
    if (each < firstVersion || each > version)
      refuse(`${name} is ${each}. It must be from ${firstVersion} to ${version}, the version of the store.`)
  return from <= (to ?? version) ? [from, to ?? version] : [to ?? version, from]
}

/** The condition that one of the figures of a change, `i`, is that known at the later time or version. */
export function isLater(query: ChangeQuery, lookup: Lookup): Sql {
  if (query.by === 'VERSION') return sql`i.from_version > ${versionsOf(query, lookup)[0]}`
  const earlier = isReversed(query) ? (query.to ?? query.from) : query.from
  return sql`i.known_from > ${parseInstant(earlier).at}`
}

export function isOfChange(query: ChangeQuery, lookup: Lookup): Sql {
  const { from, where } = changedFigures(query, lookup)
  return sql`(i.series_id, i.period, i.release_id, i.from_version) IN (
    SELECT i.series_id, i.period, of.release_id, of.from_version
    FROM ${from} CROSS JOIN LATERAL (VALUES (i.release_id, i.from_version), (e.release_id, e.from_version)) of(release_id, from_version)
    WHERE ${where})`
}

/** The condition that a version of the store did not have `i` as this release prints it. */
export const isNewSince = (version: number): Sql => sql`(i.from_version > ${version} AND NOT EXISTS (
  SELECT FROM indicator e WHERE e.series_id = i.series_id AND e.period = i.period AND e.release_id = i.release_id
    AND ${validAt(version, 'e')} AND (${printedContent('i')}) IS NOT DISTINCT FROM (${printedContent('e')})))`

function parts(filter: IndicatorFilter): readonly [common: IndicatorFilter, hasMore: boolean] {
  const nothing = Object.fromEntries(figureFields.map((name) => [name, null]))
  return [{ ...filter, ...nothing }, figureFields.some((name) => filter[name] != null)]
}
