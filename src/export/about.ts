import type { IndicatorFilter } from '../domain/observations/filter.js'
import type { About } from '../files/about.js'
import type { Release, Snapshot } from '../store/query/metadata-snapshot.js'
import type { ExportRequest } from './request.js'

/** What a file says of itself, from the releases that are to be cited for it. */
export function aboutOf(
  { query, variables, language, args }: ExportRequest,
  releases: readonly Release[],
  { version }: Snapshot,
): About {
  const { asOf = null } = (args['filter'] as IndicatorFilter | null | undefined) ?? {}
  const cited = releases.map((release) => ({ ...release, retracted: release.retractedAt !== null }))
  return { query, variables, language, version, asOf, releases: cited }
}
