import { findingMessage } from '../../domain/findings/finding-message.js'
import {
  differenceInPercent,
  differenceOf,
  findingKinds,
  severities,
  sizeLimits,
  triageOf,
  type triages,
} from '../../domain/observations/finding.js'
import type { FindingCount } from '../../store/query/findings/counts.js'
import type { StoredFinding } from '../../store/query/findings/findings.js'
import type { FindingQuery, findingOrders } from '../../store/query/findings/query.js'
import type { View } from '../../store/query/view.js'
import { builder } from '../builder.js'
import { costs } from '../cost.js'
import { connectionArgs, connectionOf, type LazyConnection, lazyConnection, pageCosts } from '../relay/connection.js'
import { encodeId } from '../relay/id.js'
import { findingType, idDescription, indicatorType, nodeType, releaseType } from '../relay/node.js'
import { boundsType } from './indicator.js'
import { rangeType } from './indicator-filter.js'
import { languageType } from './language.js'
import { unitType } from './unit.js'

const severityType = builder.enumType('Severity', {
  description:
    'The severity of a finding. INFO: common practice of offices. WARNING: should be looked at. ERROR: stops an import.',
  values: {
    INFO: { description: 'Common practice of offices, such as a revised base.' },
    WARNING: { description: 'Should be looked at; the release is stored.' },
    ERROR: { description: 'Stops an import unless findings are accepted.' },
  } satisfies Record<(typeof severities)[number], object>,
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
const triageType = builder.enumType('FindingTriage', {
  description: 'The work that a finding asks for.',
  values: {
    CHECK: { description: 'To check: the file or the office may be wrong.' },
    REVISION: {
      description:
        'Nothing: the office revised earlier numbers without notice. YEAR_TO_DATE_MISMATCH and BASE_REVISED that are not errors.',
    },
  } satisfies Record<(typeof triages)[number], object>,
})

findingType.implement({
  description: 'A discrepancy in a file, or among the figures known when a release was published.',
  interfaces: [nodeType],
  fields: (t) => ({
    id: t.id({ description: idDescription, resolve: ({ code, kind, key }) => encodeId('Finding', code, kind, key) }),
    kind: t.expose('kind', { type: kindType, description: 'A discrepancy.' }),
    severity: t.expose('severity', { type: severityType, description: 'The severity.' }),
    triage: t.field({ type: triageType, description: 'The work that it asks for.', resolve: triageOf }),
    message: t.string({
      description: 'A sentence that says what was found and what was expected.',
      args: {
        language: t.arg({
          type: languageType,
          description:
            'Names the figures in this language. By default, the sentence is in English and names them by their codes, as do those of faults in files and of findings of earlier versions in any language.',
        }),
      },
      resolve: (finding, { language }, { view }) => findingMessage(finding, language ?? null, view.snapshot.codes),
    }),
    expected: t.expose('expected', {
      type: boundsType,
      nullable: true,
      description: 'The interval that the other figures allow, in `unit`.',
    }),
    reported: t.expose('reported', { type: 'Decimal', nullable: true, description: 'The printed number, in `unit`.' }),
    difference: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'What was expected, in the middle of its bounds, less the printed number, in `unit`.',
      resolve: differenceOf,
    }),
    percent: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'The difference in percent of the printed number. Null for rates, and if that number is 0.',
      resolve: (finding) => differenceInPercent(finding)?.toSignificantDigits(6) ?? null,
    }),
    unit: t.expose('unit', {
      type: unitType,
      nullable: true,
      description: 'The unit of `expected`, `reported` and `difference`; PERCENT for rates.',
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
      resolve: async ({ releaseId, indicators }, _, { view }) => {
        const refs = releaseId === null ? [] : indicators
        const found = await Promise.all(refs.map((ref) => view.indicator(ref)))
        return found.filter((each) => each !== null)
      },
    }),
    file: t.exposeString('file', {
      nullable: true,
      description: 'The name of the file. Of a refused import, the code of a later release stands before its file.',
    }),
    row: t.exposeInt('row', { nullable: true, description: 'The row number, counted from 1 as in a spreadsheet.' }),
    column: t.exposeString('column', { nullable: true, description: 'The name of the column.' }),
  }),
})

const orderType = builder.enumType('FindingOrder', {
  description: 'The order of findings.',
  values: {
    PLACE: { description: 'By release, the newest first, then by severity, then by the place in the files.' },
    SIZE: {
      description:
        'By the difference of the printed number from the expected one, the largest first: levels in the base unit of their measure, then rates, then findings without numbers.',
    },
  } satisfies Record<(typeof findingOrders)[number], object>,
})

interface FindingList extends LazyConnection<StoredFinding> {
  readonly tally: () => Promise<readonly FindingCount[]>
}

const counting = 100
const findingConnection = connectionOf<StoredFinding, FindingList>(findingType, counting)

const countType = builder.objectRef<FindingCount>('FindingCount').implement({
  description: 'The number of findings of one kind, severity and size.',
  fields: (t) => ({
    triage: t.field({ type: triageType, description: 'The work that they ask for.', resolve: triageOf }),
    kind: t.expose('kind', { type: kindType, description: 'The discrepancy.' }),
    severity: t.expose('severity', { type: severityType, description: 'The severity.' }),
    percent: t.field({
      type: boundsType,
      nullable: true,
      description: `The limits of the differences in percent, without their signs, one of those at ${sizeLimits.join(', ')} %. Null for findings without a percentage.`,
      resolve: ({ sizeClass: at }) => {
        const [low = null, high = null] = at === null ? [] : sizeLimits.slice(at - 1, at + 1)
        return at === null ? null : { low, high, lowInclusive: true, highInclusive: false }
      },
    }),
    count: t.expose('count', { type: 'Count', description: 'The number of findings.' }),
  }),
})

builder.objectField(findingConnection, 'counts', (t) =>
  t.field({
    ...costs({ weight: counting, items: findingKinds.length * severities.length * (sizeLimits.length + 1) }),
    type: [countType],
    description:
      'The numbers of findings in the whole list by kind, severity and size, the gravest first, then the largest.',
    resolve: ({ tally }) => tally(),
  }),
)

function list(view: View, query: FindingQuery, given: Parameters<View['findings']>[1]): FindingList {
  const counted = () => view.countFindings(query)
  // An empty list may be that of a release that does not exist, which is an error.
  const known = async (isEmpty: boolean): Promise<void> => {
    if (isEmpty && query.release != null) await counted()
  }
  return lazyConnection({
    page: async () => {
      const page = await view.findings(query, given)
      await known(page.edges.length === 0)
      return page
    },
    count: counted,
    tally: async () => {
      const counts = await view.tallyFindings(query)
      await known(counts.length === 0)
      return counts
    },
  })
}

builder.queryField('findings', (t) =>
  t.field({
    ...pageCosts(100),
    type: findingConnection,
    nullable: true,
    description:
      'The findings, by default newest release first, then by severity. The findings of a refused release are returned when its code is given.',
    args: {
      release: t.arg.string({ description: 'The code of a release, stored or refused.' }),
      severity: t.arg({ type: [severityType], description: 'Returns findings of any of these severities.' }),
      kind: t.arg({ type: [kindType], description: 'Returns findings of any of these kinds.' }),
      triage: t.arg({ type: triageType, description: 'Returns findings about which this is to be done.' }),
      percent: t.arg({
        type: rangeType,
        description: 'Returns findings whose difference in percent, without its sign, is in this range.',
      }),
      orderBy: t.arg({ type: orderType, defaultValue: 'PLACE', description: 'The order.' }),
      ...connectionArgs(),
    },
    resolve: (_, { release, severity, kind, triage, percent, orderBy, ...given }, { view }) => {
      // Cursors of earlier versions are those of lists without the arguments added since.
      const added = {
        ...(triage == null ? {} : { triage }),
        ...(percent == null ? {} : { percent }),
        ...(orderBy === 'SIZE' ? { orderBy } : {}),
      }
      return list(view, { release, severity, kind, ...added }, given)
    },
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
