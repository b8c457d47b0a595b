import { type findingKinds, type IndicatorRef, severities } from '../../domain/observations/finding.js'
import type { FindingQuery, StoredFinding } from '../../store/query/findings.js'
import type { Indicator } from '../../store/query/rows.js'
import type { View } from '../../store/query/view.js'
import { builder } from '../builder.js'
import { costs } from '../cost.js'
import { connectionArgs, connectionOf, type LazyConnection, lazyConnection, pageCosts } from '../relay/connection.js'
import { encodeId } from '../relay/id.js'
import { findingType, idDescription, indicatorType, nodeType, releaseType } from '../relay/node.js'
import { boundsType } from './indicator.js'
import { unitType } from './unit.js'

const severityType = builder.enumType('Severity', {
  description: 'How grave a finding is. INFO: offices do so, silently. WARNING: look at it. ERROR: it stops an import.',
  values: severities,
})
const kindType = builder.enumType('FindingKind', {
  description: 'What does not add up.',
  values: {
    TOTAL_MISMATCH: { description: 'A figure is not what its metric is made of, as trade is of exports and imports.' },
    PARTS_EXCEED_WHOLE: { description: 'A part, or the parts of a whole together, are more than the whole.' },
    SHARE_MISMATCH: { description: 'A printed share is not what the levels of its release make.' },
    GROWTH_MISMATCH: { description: 'Printed growth contradicts the levels of its release, or other growth.' },
    BASE_REVISED: {
      description: 'Printed growth or a share does not fit what an earlier release printed of its base.',
    },
    YEAR_TO_DATE_MISMATCH: {
      description: 'Periods do not make up the period that holds them, or a year to date falls.',
    },
    REVISION_SUSPECT: { description: 'A total moved too far, or numbers belong to another column, row or period.' },
    UNIT_SUSPECT: { description: 'A column, a place or a level is off by a factor.' },
    DUPLICATE: { description: 'A release prints a figure twice.' },
    UNKNOWN_CODE: { description: 'A code that the store does not have.' },
    UNREADABLE_CELL: { description: 'A cell, row or file that cannot be read.' },
  } satisfies Record<(typeof findingKinds)[number], object>,
})

findingType.implement({
  description: 'Something that does not add up: in a file, or among the figures known when a release was published.',
  interfaces: [nodeType],
  fields: (t) => ({
    id: t.id({
      description: idDescription,
      resolve: ({ code, kind, key }) => encodeId('Finding', code, kind, key),
    }),
    kind: t.expose('kind', { type: kindType, description: 'What does not add up.' }),
    severity: t.expose('severity', { type: severityType, description: 'How grave it is.' }),
    message: t.exposeString('message', { description: 'What was found, against what, in words.' }),
    expected: t.expose('expected', {
      type: boundsType,
      nullable: true,
      description: 'What the other figures allow, in `unit`.',
    }),
    reported: t.expose('reported', {
      type: 'Decimal',
      nullable: true,
      description: 'The number that was printed, in `unit`.',
    }),
    unit: t.expose('unit', { type: unitType, nullable: true, description: 'The unit of both; PERCENT of rates.' }),
    found: t.exposeString('found', { nullable: true, description: 'What stands in the cell.' }),
    release: t.field({
      type: releaseType,
      nullable: true,
      description: 'The release that it was found in; null where nothing of that was stored.',
      resolve: ({ releaseId }, _, { view }) =>
        releaseId === null ? null : (view.snapshot.releaseById.get(releaseId) ?? null),
    }),
    indicators: t.field({
      ...costs({ weight: 10, items: 10 }),
      type: [indicatorType],
      description: 'The figures that it is about, the one at fault first; empty where nothing was stored.',
      resolve: async ({ releaseId, indicators }, _, { view }) =>
        releaseId === null ? [] : (await all(view, indicators)).filter((each) => each !== null),
    }),
    file: t.exposeString('file', { nullable: true, description: 'The file that it can be seen in.' }),
    row: t.exposeInt('row', { nullable: true, description: 'The row, as a spreadsheet counts it.' }),
    column: t.exposeString('column', { nullable: true, description: 'The name of the column.' }),
  }),
})

const all = (view: View, refs: readonly IndicatorRef[]): Promise<(Indicator | null)[]> =>
  Promise.all(refs.map((ref) => view.indicator(ref)))

const counting = 100
const findingConnection = connectionOf<StoredFinding, LazyConnection<StoredFinding>>(findingType, counting)

function list(view: View, query: FindingQuery, given: Parameters<View['findings']>[1]): LazyConnection<StoredFinding> {
  const counted = () => view.countFindings(query)
  return lazyConnection({
    page: async () => {
      const page = await view.findings(query, given)
      // An empty list may be one of a release that there is none of, which is told.
      if (page.edges.length === 0 && query.release != null) await counted()
      return page
    },
    count: counted,
  })
}

builder.queryField('findings', (t) =>
  t.field({
    ...pageCosts(100),
    type: findingConnection,
    description:
      'What does not add up: the newest release first, then what is gravest. Of a release that was refused it can be asked by its code.',
    args: {
      release: t.arg.string({ description: 'Of this release, stored or refused.' }),
      severity: t.arg({ type: [severityType], description: 'Of any of these severities.' }),
      kind: t.arg({ type: [kindType], description: 'Of any of these kinds.' }),
      ...connectionArgs(),
    },
    resolve: (_, { release, severity, kind, ...given }, { view }) => list(view, { release, severity, kind }, given),
  }),
)

builder.objectField(releaseType, 'findings', (t) =>
  t.field({
    ...pageCosts(100),
    type: findingConnection,
    description: 'What does not add up in it.',
    args: connectionArgs(),
    resolve: ({ code }, given, { view }) => list(view, { release: code }, given),
  }),
)
