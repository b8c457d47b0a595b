import type { Release } from '../../store/query/metadata-snapshot.js'

export const ownFields = [
  'code',
  'title',
  'publisher',
  'publishedAt',
  'stage',
  'url',
  'note',
  'sha256',
  'importedAt',
  'version',
  'retractedAt',
  'retractionReason',
] as const
export type ShownRelease = Pick<Release, (typeof ownFields)[number]> & { readonly dataset: string }

export function shownRelease(release: Release): ShownRelease {
  const own = Object.fromEntries(ownFields.map((field) => [field, release[field]])) as Pick<
    Release,
    (typeof ownFields)[number]
  >
  return { ...own, dataset: release.dataset.code }
}
