import type { Snapshot } from './metadata-snapshot.js'

export interface Published {
  readonly code: string
  readonly version: number
}

export function publishedAfter(version: number, { releases }: Pick<Snapshot, 'releases'>): readonly Published[] {
  return releases
    .flatMap(({ code, version, retractedVersion }) =>
      [version, retractedVersion].map((each) => ({ code, version: each ?? 0 })),
    )
    .filter((each) => each.version > version)
    .sort((a, b) => a.version - b.version)
}
