import type { Snapshot } from './metadata-snapshot.js'

/** A release that came, or was taken back, by its code, with the version of the store that did it. */
export interface Published {
  readonly code: string
  readonly version: number
}

/** What came after a version, in the order in which it came; a release that was taken back comes again. */
export function publishedAfter(version: number, { releases }: Pick<Snapshot, 'releases'>): readonly Published[] {
  return releases
    .flatMap(({ code, version, retractedVersion }) =>
      [version, retractedVersion].map((each) => ({ code, version: each ?? 0 })),
    )
    .filter((each) => each.version > version)
    .sort((a, b) => a.version - b.version)
}
