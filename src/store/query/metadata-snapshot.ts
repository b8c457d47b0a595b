import type { CodeLists } from '../../domain/codes/codes.js'
import type { Dataset } from '../../domain/codes/dataset.js'
import type { ReleaseMetadata } from '../../domain/observations/observation.js'
import { atOffset } from '../../domain/periods/instant.js'
import { Refusal } from '../../errors.js'
import type { Database } from '../database/open.js'
import type { Version } from '../database/versions.js'
import { readCodeLists } from './code-lists.js'
import { isPinned, type Pin } from './pin.js'

export interface Release extends ReleaseMetadata {
  readonly id: number
  readonly dataset: Dataset
  readonly sha256: string | null
  readonly importedAt: string
  readonly version: number
  readonly retractedAt: string | null
  readonly retractionReason: string | null
  readonly retractedVersion: number | null
  readonly retractedStamp: string | null
  readonly stamp: string
}

/** The metadata of one version of the store: everything but figures and findings. */
export interface Snapshot extends Version {
  readonly firstVersion: number
  readonly createdAt: Date
  readonly indicators: number
  readonly series: number
  readonly codes: CodeLists
  readonly defaultDataset: string | null
  /** The order is newest first; retracted ones are included. */
  readonly releases: readonly Release[]
  readonly releaseById: ReadonlyMap<number, Release>
  readonly releaseIds: ReadonlyMap<string, number>
}

/**
 * Reads the newest version of the store, or a given one. Throws CONFLICT if the store does not have that, and NOT_FOUND if
 * it was made before versions of rows were kept.
 */
export async function readSnapshot(
  prisma: Database['prisma'],
  defaultDataset: string | null,
  pin: Pin | null = null,
): Promise<Snapshot> {
  return prisma.$transaction(
    async (client) => {
      const state = await client.storeState.findUniqueOrThrow({ where: { id: 1 } })
      const version = pin?.version ?? state.version
      const [found] = await client.$queryRaw<VersionRow[]>`
        SELECT stamp::text, created_at AS "createdAt", indicators, series,
          (SELECT min(version) FROM store_version WHERE indicators IS NOT NULL) AS "firstVersion"
        FROM store_version WHERE version = ${version} AND version <= ${state.version}`
      if (found === undefined || (pin !== null && !isPinned({ version, stamp: found.stamp }, pin)))
        throw lostVersion(version)
      const { stamp, createdAt, indicators, series, firstVersion } = found
      if (indicators === null || series === null || firstVersion === null) throw notKept(version, firstVersion)
      const codes = await readCodeLists(client, version)
      const datasets = new Map(codes.datasets.map((each) => [each.id, each]))
      const rows = await client.release.findMany({
        where: { version: { lte: version } },
        orderBy: [{ publishedAt: 'desc' }, { code: 'desc' }],
      })
      const versions = await client.$queryRaw<Version[]>`
        SELECT version, stamp::text FROM store_version
        JOIN (SELECT version FROM release UNION SELECT retracted_version FROM release) made USING (version)
        WHERE version <= ${version}`
      const stamps = new Map(versions.map((each) => [each.version, each.stamp]))
      const releases = rows.map((row): Release => {
        const isRetracted = row.retractedVersion !== null && row.retractedVersion <= version
        return {
          ...row,
          dataset: datasets.get(row.datasetId) as Dataset, // a foreign key
          publishedAt: atOffset(row.publishedAt, row.publishedOffset),
          importedAt: atOffset(row.importedAt, 0),
          stamp: stamps.get(row.version) as string, // each change writes a version
          retractedAt: isRetracted && row.retractedAt !== null ? atOffset(row.retractedAt, 0) : null,
          retractionReason: isRetracted ? row.retractionReason : null,
          retractedVersion: isRetracted ? row.retractedVersion : null,
          retractedStamp: isRetracted ? (stamps.get(row.retractedVersion as number) ?? null) : null,
        }
      })
      return {
        version,
        stamp,
        firstVersion,
        createdAt,
        indicators: Number(indicators),
        series: Number(series),
        codes,
        defaultDataset: (defaultDataset && codes.dataset(defaultDataset)?.code) ?? null,
        releases,
        releaseById: new Map(releases.map((release) => [release.id, release])),
        releaseIds: new Map(releases.map(({ code, id }) => [code, id])),
      }
    },
    { isolationLevel: 'RepeatableRead', timeout: 60_000, maxWait: 60_000 },
  )
}

interface VersionRow {
  readonly stamp: string
  readonly createdAt: Date
  readonly indicators: bigint | null
  readonly series: bigint | null
  readonly firstVersion: number | null
}

export const lostVersion = (version: number): Refusal =>
  new Refusal(
    'CONFLICT',
    `Version ${version} of this store is another one, or was lost: the store was restored or has failed over. Read everything again.`,
  )

const notKept = (version: number, first: number | null): Refusal =>
  new Refusal(
    'NOT_FOUND',
    `Version ${version} cannot be read any more: this store keeps versions of its figures since version ${first}.`,
  )
