import type { Snapshot } from './metadata-snapshot.js'

/** An import or a retraction of a release, with the version of the store that it made. */
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
