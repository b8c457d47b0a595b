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
  description:
    'The severity of a finding. INFO: common practice of offices. WARNING: should be looked at. ERROR: stops an import.',
  values: severities,
})
const kindType = builder.enumType('FindingKind', {
  description: 'A discrepancy.',
  values: {
    TOTAL_MISMATCH: {
      description:
        'A figure differs from the sum of the metrics that make it up, such as trade from exports and imports.',
    },
    PARTS_EXCEED_WHOLE: { description: 'A part, or the sum of the parts, exceeds the whole.' },
    SHARE_MISMATCH: { description: 'A printed share differs from the share computed from the levels of its release.' },
    GROWTH_MISMATCH: { description: 'Printed growth contradicts the levels of its release, or other printed growth.' },
    BASE_REVISED: {
      description: 'Printed growth or a printed share contradicts the base that an earlier release printed.',
    },
    YEAR_TO_DATE_MISMATCH: {
      description: 'Periods do not add up to the period that contains them, or a year to date falls.',
    },
    REVISION_SUSPECT: {
      description: 'A total was revised implausibly far, or numbers belong to another column, row or period.',
    },
    UNIT_SUSPECT: { description: 'A column, a row or a level is off by a factor.' },
    DUPLICATE: { description: 'A release prints a figure twice.' },
    UNKNOWN_CODE: { description: 'A code is not in the code lists of the store.' },
    UNREADABLE_CELL: { description: 'A cell, row or file cannot be read.' },
  } satisfies Record<(typeof findingKinds)[number], object>,
})

findingType.implement({
  description: 'A discrepancy in a file, or among the figures known when a release was published.',
  interfaces: [nodeType],
  fields: (t) => ({
    id: t.id({
      description: idDescription,
      resolve: ({ code, kind, key }) => encodeId('Finding', code, kind, key),
    }),
    kind: t.expose('kind', { type: kindType, description: 'A discrepancy.' }),
    severity: t.expose('severity', { type: severityType, description: 'The severity.' }),
    message: t.exposeString('message', { description: 'A sentence that says what was found and what was expected.' }),
    expected: t.expose('expected', {
      type: boundsType,
      nullable: true,
      description: 'The interval that the other figures allow, in `unit`.',
    }),
    reported: t.expose('reported', {
      type: 'Decimal',
      nullable: true,
      description: 'The printed number, in `unit`.',
    }),
    unit: t.expose('unit', {
      type: unitType,
      nullable: true,
      description: 'The unit of `expected` and `reported`; PERCENT for rates.',
    }),
    found: t.exposeString('found', { nullable: true, description: 'The text of the cell.' }),
    release: t.field({
      type: releaseType,
      nullable: true,
      description: 'The release with the discrepancy, or null if that release was refused.',
      resolve: ({ releaseId }, _, { view }) =>
        releaseId === null ? null : (view.snapshot.releaseById.get(releaseId) ?? null),
    }),
    indicators: t.field({
      ...costs({ weight: 10, items: 10 }),
      type: [indicatorType],
      description: 'The figures involved, the figure at fault first. Empty if the release was refused.',
      resolve: async ({ releaseId, indicators }, _, { view }) =>
        releaseId === null ? [] : (await all(view, indicators)).filter((each) => each !== null),
    }),
    file: t.exposeString('file', { nullable: true, description: 'The name of the file.' }),
    row: t.exposeInt('row', { nullable: true, description: 'The row number, counted from 1 as in a spreadsheet.' }),
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
      // An empty list may be that of a release that does not exist, which is an error.
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
      'The findings, newest release first, then by severity. The findings of a refused release are returned when its code is given.',
    args: {
      release: t.arg.string({ description: 'The code of a release, stored or refused.' }),
      severity: t.arg({ type: [severityType], description: 'Returns findings of any of these severities.' }),
      kind: t.arg({ type: [kindType], description: 'Returns findings of any of these kinds.' }),
      ...connectionArgs(),
    },
    resolve: (_, { release, severity, kind, ...given }, { view }) => list(view, { release, severity, kind }, given),
  }),
)

builder.objectField(releaseType, 'findings', (t) =>
  t.field({
    ...pageCosts(100),
    type: findingConnection,
    description: 'The findings in this release.',
    args: connectionArgs(),
    resolve: ({ code }, given, { view }) => list(view, { release: code }, given),
  }),
)
