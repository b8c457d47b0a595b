import type { CodeLists } from '../../domain/codes/codes.js'
import type { Dataset } from '../../domain/codes/dataset.js'
import type { ReleaseMetadata } from '../../domain/observations/observation.js'
import { atOffset } from '../../domain/periods/instant.js'
import type { Database } from '../database/open.js'
import type { Version } from '../database/versions.js'
import { readCodeLists } from './code-lists.js'

export interface Release extends ReleaseMetadata {
  readonly id: number
  readonly dataset: Dataset
  readonly sha256: string | null
  readonly importedAt: string
  readonly version: number
  readonly retractedAt: string | null
  readonly retractionReason: string | null
  readonly retractedVersion: number | null
  /** The stamp of the version that imported it. */
  readonly stamp: string
}

/** The metadata of one version of the store: everything but figures and findings. */
export interface Snapshot extends Version {
  /** The stamps of all versions up to this one. */
  readonly stamps: ReadonlyMap<number, string>
  readonly indicators: number
  readonly series: number
  readonly codes: CodeLists
  readonly defaultDataset: string | null
  /** The order is newest first; retracted ones are included. */
  readonly releases: readonly Release[]
  readonly releaseById: ReadonlyMap<number, Release>
  readonly releaseIds: ReadonlyMap<string, number>
}

export async function readSnapshot(prisma: Database['prisma'], defaultDataset: string | null): Promise<Snapshot> {
  return prisma.$transaction(
    async (client) => {
      const { version, stamp, indicators, series } = await client.storeState.findUniqueOrThrow({ where: { id: 1 } })
      const versions = await client.storeVersion.findMany({ where: { version: { lte: version } } })
      const stamps = new Map(versions.map((each) => [each.version, each.stamp]))
      const codes = await readCodeLists(client)
      const datasets = new Map(codes.datasets.map((each) => [each.id, each]))
      const rows = await client.release.findMany({ orderBy: [{ publishedAt: 'desc' }, { code: 'desc' }] })
      const releases = rows.map(
        (row): Release => ({
          ...row,
          dataset: datasets.get(row.datasetId) as Dataset, // a foreign key
          publishedAt: atOffset(row.publishedAt, row.publishedOffset),
          importedAt: atOffset(row.importedAt, 0),
          stamp: stamps.get(row.version) as string, // each change writes a version
          retractedAt: row.retractedAt === null ? null : atOffset(row.retractedAt, 0),
        }),
      )
      return {
        version,
        stamp,
        stamps,
        indicators,
        series,
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
