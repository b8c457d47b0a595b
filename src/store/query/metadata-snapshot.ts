import type { CodeLists } from '../../domain/codes/codes.js'
import type { ReleaseMetadata } from '../../domain/observations/observation.js'
import { atOffset } from '../../domain/periods/instant.js'
import type { Database } from '../database/open.js'
import { readCodeLists } from './code-lists.js'

export interface Release extends ReleaseMetadata {
  readonly id: number
  readonly sha256: string | null
  readonly importedAt: string
  readonly version: number
  readonly retractedAt: string | null
  readonly retractionReason: string | null
  readonly retractedVersion: number | null
}

/** The metadata of one version of the store: everything but figures and findings. */
export interface Snapshot {
  readonly version: number
  readonly indicators: number
  readonly series: number
  readonly codes: CodeLists
  /** Newest first, retracted ones included. */
  readonly releases: readonly Release[]
  readonly releaseById: ReadonlyMap<number, Release>
  readonly releaseIds: ReadonlyMap<string, number>
}

export async function readSnapshot({ prisma }: Database): Promise<Snapshot> {
  return prisma.$transaction(
    async (client) => {
      const { version, indicators, series } = await client.storeState.findUniqueOrThrow({ where: { id: 1 } })
      const codes = await readCodeLists(client)
      const rows = await client.release.findMany({ orderBy: [{ publishedAt: 'desc' }, { code: 'desc' }] })
      const releases = rows.map(
        (row): Release => ({
          ...row,
          publishedAt: atOffset(row.publishedAt, row.publishedOffset),
          importedAt: row.importedAt.toISOString(),
          retractedAt: row.retractedAt?.toISOString() ?? null,
        }),
      )
      return {
        version,
        indicators,
        series,
        codes,
        releases,
        releaseById: new Map(releases.map((release) => [release.id, release])),
        releaseIds: new Map(releases.map(({ code, id }) => [code, id])),
      }
    },
    { isolationLevel: 'RepeatableRead', timeout: 60_000, maxWait: 60_000 },
  )
}
