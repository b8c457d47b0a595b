import { type CodeLists, total } from '../../domain/codes/codes.js'
import { datasetFor } from '../../domain/codes/default-dataset.js'
import { textBounds } from '../../domain/input-bounds.js'
import { Decimal, printed } from '../../domain/numbers/decimal.js'
import { isYearBefore, parsePeriod } from '../../domain/periods/period.js'
import { isUnit } from '../../domain/units/unit.js'
import { formatCount } from '../../errors.js'
import { decimalsOf } from '../../press/observations.js'
import type { NotPlaced, Proposal } from '../../press/proposal.js'
import type { Span } from '../../press/source.js'
import { type ReadFigures, readWithStore } from '../../press/stored.js'
import { figureSource } from '../../store/query/figure-source.js'
import type { Indicator } from '../../store/query/rows.js'
import { builder } from '../builder.js'
import { type Asked, costs } from '../cost.js'
import { categoryType, dimensionType, indicatorType, metricType } from '../relay/node.js'
import { qualifierType, reportedChangeType, shareBaseType } from './indicator.js'
import { languageType } from './language.js'
import { reasonType } from './reason.js'
import { unitType } from './unit.js'

export const textSpanType = builder.objectRef<Span>('TextSpan').implement({
  description: 'A range of a text, in UTF-16 code units of the text as given: a character of an astral plane counts 2.',
  fields: (t) => ({
    start: t.exposeInt('start', { description: 'The offset of the first code unit, counted from 0.' }),
    end: t.exposeInt('end', { description: 'The offset after the last code unit.' }),
  }),
})

interface FieldSpan {
  readonly field: string
  readonly span: Span
  readonly printed: string
}

const fieldSpanType = builder.objectRef<FieldSpan>('FieldSpan').implement({
  description: 'The digits of a text from which a field of a proposal was read.',
  fields: (t) => ({
    field: t.exposeString('field', {
      description:
        'The field: `value`, `yoyChange`, `share`, `shareChange`, or `changes`, which has a span for each change, in their order.',
    }),
    span: t.expose('span', { type: textSpanType, description: 'The range of the digits.' }),
    printed: t.exposeString('printed', {
      description: 'The number with the digits that the text prints, such as "9.0"; the minus sign of a fall included.',
    }),
  }),
})

const classType = builder.enumType('ProposalClass', {
  description: 'The result of comparing a proposed figure with the others of its text and with the store.',
  values: {
    CONFIRMED: { description: 'A sum, share or growth confirms the figure, or the store has the same.' },
    PLAIN: { description: 'There is nothing to compare the figure with, or it has no code.' },
    CONTRADICTED: {
      description:
        'A sum, share or growth contradicts the figure, or the store has another number. One that was published more than a day before the text may have been revised since, and contradicts nothing.',
    },
  },
})

type Placed = Omit<Proposal, 'stored'> & { readonly stored: Indicator | null }

const spansOf = ({ spans, changes, ...numbers }: Omit<Proposal, 'stored'>): FieldSpan[] => [
  ...(['value', 'yoyChange', 'share', 'shareChange'] as const).flatMap((field) => {
    const span = spans[field]
    return span === null ? [] : { field, span, printed: numbers[field] ?? '' }
  }),
  ...spans.changes.map((span, at) => {
    const { percent, points } = changes[at] ?? { percent: null, points: null }
    return { field: 'changes', span, printed: percent ?? points ?? '' }
  }),
]

const numberOf = (text: string | null): Decimal | null => (text === null ? null : new Decimal(text))

const notPlacedType = builder.objectRef<Pick<NotPlaced, 'span' | 'sentence' | 'reason'>>('NotPlaced').implement({
  description: 'A number of a text that is no figure, or whose metric is not known.',
  fields: (t) => ({
    number: t.expose('span', { type: textSpanType, description: 'The range of the number with its unit.' }),
    sentence: t.expose('sentence', { type: textSpanType, description: 'The range of its sentence.' }),
    reason: t.expose('reason', { type: reasonType, description: 'The reason why the number was not placed.' }),
  }),
})

const proposalType = builder.objectRef<Placed>('FigureProposal').implement({
  description: 'A figure that a text states, as read by rules. It is not stored, and is to be reviewed.',
  fields: (t) => ({
    reporter: t.exposeString('reporter', {
      nullable: true,
      description:
        'The economy that the text names, as an ISO 3166 code, or the region, in the words of the text; null if it names none.',
    }),
    metric: t.field({
      type: metricType,
      description: 'The metric.',
      resolve: ({ metric }, _, { view }) => view.snapshot.codes.findMetric(metric),
    }),
    dimension: t.field({
      type: dimensionType,
      nullable: true,
      description: 'The dimension; null if neither a category nor the sentence suggests one.',
      resolve: ({ dimension }, _, { view }) => (dimension === null ? null : view.snapshot.codes.dimension(dimension)),
    }),
    category: t.field({
      type: categoryType,
      nullable: true,
      description:
        'The category; TOTAL:ALL for a total, and null if the code lists have none, which `reason` explains.',
      resolve: ({ dimension, category }, _, { view }) =>
        dimension === null || category === null ? null : view.snapshot.codes.category({ dimension, code: category }),
    }),
    nearest: t.field({
      ...costs({ items: 3 }),
      type: [categoryType],
      description: 'The categories whose names are nearest to the words, at most 3, if none has that name.',
      resolve: ({ reason }, _, { view }) =>
        reason.code === 'UNKNOWN_CATEGORY'
          ? reason.params.nearest.map((ref) => view.snapshot.codes.findCategory(ref))
          : [],
    }),
    words: t.string({
      description: 'The words of the text for the category; empty for a total.',
      resolve: ({ words }) => words ?? '',
    }),
    period: t.field({
      type: 'Period',
      description: 'The period, as the text states it or as its time of publication implies it.',
      resolve: ({ period }) => parsePeriod(period ?? ''),
    }),
    value: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'The level in `unit`, with the digits of the text; null if the text states none.',
      resolve: ({ value }) => numberOf(value),
    }),
    decimals: t.int({
      nullable: true,
      description:
        'The number of printed decimal places of the level in that unit; negative if a whole number was printed rounded (556,000: -3).',
      resolve: decimalsOf,
    }),
    unit: t.field({
      type: unitType,
      nullable: true,
      description: 'The unit of the level, or the currency that the text speaks of if it states no level.',
      resolve: ({ unit }) => (unit !== null && isUnit(unit) ? unit : null),
    }),
    qualifier: t.expose('qualifier', { type: qualifierType, description: 'The qualifier of the level.' }),
    yoyChange: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'The stated change in percent against the same period a year before.',
      resolve: ({ yoyChange }) => numberOf(yoyChange),
    }),
    share: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'The stated share in percent.',
      resolve: ({ share }) => numberOf(share),
    }),
    shareOf: t.field({
      type: shareBaseType,
      nullable: true,
      description: 'The whole that the share refers to.',
      resolve: ({ shareOf }, _, { view }) =>
        shareOf === null || view.snapshot.codes.metric(shareOf) === null ? null : { metric: shareOf, category: total },
    }),
    shareChange: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'The stated change of the share in percentage points.',
      resolve: ({ shareChange }) => numberOf(shareChange),
    }),
    changes: t.field({
      ...costs({ weight: 1, items: 2 }),
      type: [reportedChangeType],
      description:
        'All stated changes. Their `derived` is computed from the stored figure, and is missing if there is none.',
      resolve: ({ changes, period, stored }) =>
        changes.map(({ percent, points, base }) => ({
          percent: percent === null ? null : printed(percent),
          points: points === null ? null : printed(points),
          base: parsePeriod(base),
          figure: stored,
          isYearOnYear: isYearBefore(parsePeriod(base), parsePeriod(period ?? base)),
        })),
    }),
    class: t.field({
      type: classType,
      description: 'The result of comparing the figure with the others of the text and with the store.',
      resolve: ({ class: of }) => (of === 'NOT_PLACED' ? 'PLAIN' : of),
    }),
    reason: t.field({
      type: reasonType,
      nullable: true,
      description: 'The reason for the class, or why the figure has no category; null if there is nothing to compare.',
      resolve: ({ reason }) => (reason.code === 'NOTHING_TO_COMPARE' ? null : reason),
    }),
    rule: t.exposeString('rule', { description: 'The name of the rule that read the first number of the figure.' }),
    sentence: t.expose('sentence', { type: textSpanType, description: 'The range of the sentence of the figure.' }),
    spans: t.field({
      ...costs({ items: 4 }),
      type: [fieldSpanType],
      description: 'The ranges of the digits of all numbers of the figure.',
      resolve: spansOf,
    }),
    stored: t.expose('stored', {
      type: indicatorType,
      nullable: true,
      description: 'The current figure of the store for the same series and period, or null.',
    }),
  }),
})

interface Reading {
  readonly language: 'EN' | 'ZH'
  readonly proposals: readonly Placed[]
  readonly notPlaced: readonly Pick<NotPlaced, 'span' | 'sentence' | 'reason'>[]
}

const proposalsType = builder.objectRef<Reading>('FigureProposals').implement({
  description: 'What the numbers of a press text say. Each is in a proposal or among those not placed.',
  fields: (t) => ({
    language: t.expose('language', { type: languageType, description: 'The language in which the text was read.' }),
    proposals: t.field({
      ...costs({ items: ({ within }) => within.page ?? 0 }),
      type: [proposalType],
      description:
        'The figures, in the order of the text. A figure whose category has no code is among them, with `category` null and the `nearest` ones.',
      resolve: ({ proposals }) => [...proposals],
    }),
    notPlaced: t.field({
      ...costs({ items: ({ within }) => within.page ?? 0 }),
      type: [notPlacedType],
      description: 'The numbers that are no figures, or whose metric or period the text does not state.',
      resolve: ({ notPlaced }) => [...notPlaced],
    }),
  }),
})

export const datasetOfText =
  'The code of the dataset that the figures belong to. The default is the default dataset of the server, or the only one.'

const inputType = builder.inputType('ProposeFiguresInput', {
  description: 'A press text.',
  fields: (t) => ({
    text: t.string({
      required: true,
      description: `The plain text, at most ${formatCount(textBounds.pressText.most)} UTF-16 code units.`,
    }),
    publishedAt: t.field({
      type: 'DateTime',
      required: true,
      description: 'The time of publication, which decides what "last month" is.',
    }),
    dataset: t.string({ description: datasetOfText }),
    language: t.field({ type: languageType, description: 'The language of the text; recognised by default.' }),
  }),
})

const isReadable = (text: unknown): text is string =>
  typeof text === 'string' && text.length <= textBounds.pressText.most

/** The cost of reading a text: about 12 µs for a character. One that is too long is refused for its length. */
export const readingWeight = (text: unknown): number => 500 + (isReadable(text) ? 3 * text.length : 0)

/** An upper estimate of what a text states: a number may be said of each of the names in a list. */
export function statementsIn(text: unknown): number {
  if (!isReadable(text)) return 0
  const marks =
    /[\p{Nd}][\p{Nd}.,．，]*|[一二三四五六七八九十两]+|[、,，]|\b(?:and|one|two|three|four|five|six|seven|eight|nine|ten)\b|[和与及]/giu
  return text.match(marks)?.length ?? 0
}

const textIn = ({ args }: Asked): unknown => (args['input'] as { readonly text?: unknown } | undefined)?.text

builder.queryField('proposeFigures', (t) =>
  t.field({
    ...costs({
      weight: (asked) => readingWeight(textIn(asked)) + 10 * statementsIn(textIn(asked)),
      tells: (asked) => ({ page: statementsIn(textIn(asked)) }),
    }),
    type: proposalsType,
    nullable: true,
    description:
      'Reads the figures of a press text in English or Chinese by rules, and compares them with each other and with current figures of the store. Nothing is stored.',
    args: { input: t.arg({ type: inputType, required: true, description: 'The text.' }) },
    resolve: async (_, { input }, { view }): Promise<Reading> => {
      const { codes, defaultDataset } = view.snapshot
      const { text, publishedAt, language = null } = input
      const dataset = datasetFor(input.dataset ?? defaultDataset, codes)
      if (view.pace.due()) await view.pace.rest()
      const request = { text: { text, starts: null }, publishedAt, language, codes, dataset }
      return placed(await readWithStore(request, dataset.code, figureSource(view), view.pace), codes)
    },
  }),
)

/** A figure of a metric that the store does not have is not proposed: each of its numbers is reported. */
function placed({ proposals: read, storedFor }: ReadFigures<Indicator>, codes: CodeLists): Reading {
  const known = read.proposals.filter(({ metric }) => codes.metric(metric) !== null)
  const unknown = read.proposals.filter(({ metric }) => codes.metric(metric) === null)
  const notPlaced = unknown.flatMap((proposal) => {
    const { sentence, reason } = proposal
    const spans = new Map(spansOf(proposal).map(({ span }) => [span.start, span]))
    return [...spans.values()].map((span) => ({ span, sentence, reason }))
  })
  return {
    language: read.language === 'zh' ? 'ZH' : 'EN',
    proposals: known.map((proposal) => ({ ...proposal, stored: storedFor(proposal) })),
    notPlaced: [...read.notPlaced, ...notPlaced].sort((a, b) => a.span.start - b.span.start),
  }
}
