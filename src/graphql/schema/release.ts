import type { ConnectionArgs } from '../../domain/observations/filter.js'
import { stages } from '../../domain/observations/observation.js'
import { releaseCitation } from '../../domain/text/citation.js'
import { decodeCursor, encodeCursor, malformedCursor } from '../../store/query/cursor.js'
import type { Release } from '../../store/query/metadata-snapshot.js'
import { sizeOf, toPage } from '../../store/query/page.js'
import { builder } from '../builder.js'
import { connectionArgs, connectionOf, type LazyConnection, lazyConnection, pageCosts } from '../relay/connection.js'
import { encodeId } from '../relay/id.js'
import { idDescription, nodeType, releaseType } from '../relay/node.js'

/** The enum ReleaseStage. */
export const stageType = builder.enumType('ReleaseStage', {
  description: 'Where in the life of its figures a release stands, from the first flash to the yearbook.',
  values: stages,
})

releaseType.implement({
  description: 'One publication by an office.',
  interfaces: [nodeType],
  fields: (t) => ({
    id: t.id({ description: idDescription, resolve: ({ code }) => encodeId('Release', code) }),
    code: t.exposeString('code', { description: 'Its code, like CN-GACC-2023-ANNUAL.' }),
    title: t.exposeString('title', { description: 'Its title.' }),
    publisher: t.exposeString('publisher', { description: 'The office that published it.' }),
    publishedAt: t.expose('publishedAt', { type: 'DateTime', description: 'When, by the clock of the publisher.' }),
    stage: t.expose('stage', { type: stageType, description: 'Where in the life of its figures it stands.' }),
    url: t.exposeString('url', {
      nullable: true,
      description: 'Where it, or the report it was taken from, can be read.',
    }),
    sha256: t.exposeString('sha256', { nullable: true, description: 'Of the file that was taken in, in hexadecimal.' }),
    importedAt: t.expose('importedAt', { type: 'DateTime', description: 'When this store took it in.' }),
    note: t.exposeString('note', { nullable: true, description: 'What is to be known of it.' }),
    citation: t.string({
      description: 'How to cite it.',
      resolve: (release) => releaseCitation({ ...release, retracted: release.retractedAt !== null }),
    }),
    version: t.exposeInt('version', { description: 'The version of the store that brought it.' }),
    retractedAt: t.expose('retractedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was taken back, as one that should not have been taken in; null where it was not.',
    }),
    retractionReason: t.exposeString('retractionReason', { nullable: true, description: 'Why it was taken back.' }),
  }),
})

const releaseConnection = connectionOf<Release, LazyConnection<Release>>(releaseType, 0)

builder.queryFields((t) => ({
  releases: t.field({
    ...pageCosts(10, ({ releases }) => releases),
    type: releaseConnection,
    description: 'All releases, the newest first, retracted ones included.',
    args: connectionArgs(),
    resolve: (_, given, { view: { snapshot } }) => {
      const { releases } = snapshot
      sizeOf(given) // refuses too many, whether the page itself is asked for or not
      return lazyConnection({ page: () => pageOf(releases, given), count: () => releases.length })
    },
  }),
  release: t.field({
    type: releaseType,
    nullable: true,
    description: 'A release by its code; null where there is none.',
    args: { code: t.arg.string({ required: true, description: 'Like CN-GACC-2023-ANNUAL.' }) },
    resolve: (_, { code }, { view }) => view.snapshot.releases.find((release) => release.code === code) ?? null,
  }),
}))

const list = 'releases'

/** A stretch of the list in memory; a cursor names the release that it stands for. */
function pageOf(releases: readonly Release[], given: ConnectionArgs) {
  const { size, reversed } = sizeOf(given)
  const placeOf = (cursor: string): number => {
    const [code] = decodeCursor(cursor, list, 1)
    const place = releases.findIndex((release) => release.code === code)
    if (place < 0) throw malformedCursor(cursor)
    return place
  }
  const from = given.after == null ? 0 : placeOf(given.after) + 1
  const to = given.before == null ? releases.length : placeOf(given.before)
  const between = releases.slice(from, Math.max(from, to))
  const walked = reversed ? between.toReversed() : between
  return toPage(
    walked.slice(0, size + 1),
    given,
    (release) => release,
    ({ code }) => encodeCursor(list, [code]),
  )
}
