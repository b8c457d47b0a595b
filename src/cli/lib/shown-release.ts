import type { Release } from '../../store/query/metadata-snapshot.js'

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
export type ShownRelease = Pick<Release, (typeof releaseFields)[number]>

export const shownRelease = (release: Release): ShownRelease =>
  Object.fromEntries(releaseFields.map((field) => [field, release[field]])) as unknown as ShownRelease
