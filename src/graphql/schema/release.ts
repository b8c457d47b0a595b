import type { ConnectionArgs } from '../../domain/observations/filter.js'
import type { stages } from '../../domain/observations/observation.js'
import { releaseCitation } from '../../domain/text/citation.js'
import { decodeCursor, encodeCursor, malformedCursor } from '../../store/query/cursor.js'
import type { Release, Snapshot } from '../../store/query/metadata-snapshot.js'
import { sizeOf, toPage } from '../../store/query/page.js'
import { builder } from '../builder.js'
import { connectionArgs, connectionOf, type LazyConnection, lazyConnection, pageCosts } from '../relay/connection.js'
import { encodeId } from '../relay/id.js'
import { datasetType, idDescription, nodeType, releaseType } from '../relay/node.js'

export const stageType = builder.enumType('ReleaseStage', {
  description: 'The stage of a release, from flash estimate to yearbook.',
  values: {
    FLASH: { description: 'The first estimate, as in a press release.' },
    MONTHLY: { description: 'The regular monthly tables.' },
    REVISED: { description: 'Corrected tables of an earlier release.' },
    YEARBOOK: { description: 'The final figures of a yearbook.' },
  } satisfies Record<(typeof stages)[number], object>,
})

releaseType.implement({
  description: 'A publication by a statistical office.',
  interfaces: [nodeType],
  fields: (t) => ({
    id: t.id({ description: idDescription, resolve: ({ code }) => encodeId('Release', code) }),
    code: t.exposeString('code', { description: 'The code, such as CN-GACC-2023-ANNUAL.' }),
    dataset: t.expose('dataset', { type: datasetType, description: 'The dataset of its figures.' }),
    title: t.exposeString('title', { description: 'The title.' }),
    publisher: t.exposeString('publisher', { description: 'The office that published it.' }),
    publishedAt: t.expose('publishedAt', {
      type: 'DateTime',
      description: 'The time of publication, with the publisher’s offset.',
    }),
    stage: t.expose('stage', { type: stageType, description: 'The stage of the release.' }),
    url: t.exposeString('url', {
      nullable: true,
      description: 'The address of the publication, or of the report that the figures were taken from.',
    }),
    sha256: t.exposeString('sha256', {
      nullable: true,
      description: 'The SHA-256 of the imported file, in hexadecimal.',
    }),
    importedAt: t.expose('importedAt', { type: 'DateTime', description: 'The time of the import into this store.' }),
    note: t.exposeString('note', { nullable: true, description: 'A note for readers.' }),
    citation: t.string({ description: 'A citation.', resolve: (release) => releaseCitation(release) }),
    version: t.exposeInt('version', { description: 'The store version created by the import.' }),
    stamp: t.exposeString('stamp', { description: 'The stamp of that version.' }),
    retractedAt: t.expose('retractedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'The time of the retraction, or null.',
    }),
    retractionReason: t.exposeString('retractionReason', {
      nullable: true,
      description: 'The reason for the retraction.',
    }),
  }),
})

const releaseConnection = connectionOf<Release, LazyConnection<Release>>(releaseType, 0)

builder.objectField(datasetType, 'releases', (t) =>
  t.field({
    ...pageCosts(10, ({ releases }) => releases),
    type: releaseConnection,
    description: 'Its releases, newest first, including retracted ones.',
    args: connectionArgs(),
    resolve: (dataset, given, { view: { snapshot } }) =>
      listOf(
        snapshot,
        snapshot.releases.filter((each) => each.dataset === dataset),
        given,
      ),
  }),
)

builder.queryFields((t) => ({
  releases: t.field({
    ...pageCosts(10, ({ releases }) => releases),
    type: releaseConnection,
    nullable: true,
    description: 'All releases, newest first, including retracted ones.',
    args: connectionArgs(),
    resolve: (_, given, { view: { snapshot } }) => listOf(snapshot, snapshot.releases, given),
  }),
  release: t.field({
    type: releaseType,
    nullable: true,
    description: 'The release with this code, or null.',
    args: { code: t.arg.string({ required: true, description: 'The code, such as CN-GACC-2023-ANNUAL.' }) },
    resolve: (_, { code }, { view }) => view.snapshot.releases.find((release) => release.code === code) ?? null,
  }),
}))

function listOf(at: Snapshot, releases: readonly Release[], given: ConnectionArgs): LazyConnection<Release> {
  sizeOf(given) // refuses too many, whether the page itself is asked for or not
  return lazyConnection({ page: () => pageOf(at, releases, given), count: () => releases.length })
}

function pageOf(at: Snapshot, releases: readonly Release[], given: ConnectionArgs) {
  const list = { list: 'releases', at }
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
