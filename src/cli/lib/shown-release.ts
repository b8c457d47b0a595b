import type { Release } from '../../store/query/metadata-snapshot.js'

/** What is told of a release, by the names of the contract. */
export const releaseFields = [
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
/** A release by the names of the contract; ids are the store's own. */
export type ShownRelease = Pick<Release, (typeof releaseFields)[number]>

/** A release without what is the store's own. */
export const shownRelease = (release: Release): ShownRelease =>
  Object.fromEntries(releaseFields.map((field) => [field, release[field]])) as unknown as ShownRelease
