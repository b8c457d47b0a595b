import { type CodeLists, categoryText, total } from '../../domain/codes/codes.js'
import { type Bounds, boundsOf } from '../../domain/numbers/bounds.js'
import type { CanonicalText, Decimal, Printed } from '../../domain/numbers/decimal.js'
import { canonicalOver } from '../../domain/numbers/near.js'
import {
  type Change,
  type qualifiers,
  type ShareBase,
  type statuses,
  yoyPercent,
} from '../../domain/observations/observation.js'
import { isYearBefore } from '../../domain/periods/period.js'
import { figureCitation, formatted } from '../../domain/text/citation.js'
import { inLanguage, type Text } from '../../domain/text/language.js'
import { baseOf, convert, shiftBetween, unitInfo } from '../../domain/units/unit.js'
import type { Indicator } from '../../store/query/rows.js'
import { builder } from '../builder.js'
import { costs, reads } from '../cost.js'
import { encodeId } from '../relay/id.js'
import {
  categoryType,
  datasetType,
  dimensionType,
  idDescription,
  indicatorType,
  metricType,
  nodeType,
  releaseType,
  seriesType,
} from '../relay/node.js'
import { languageArgs } from './language.js'
import { frequencyType } from './series.js'
import { unitType } from './unit.js'

export const qualifierType = builder.enumType('Qualifier', {
  description:
    'The qualifier of a printed number. OVER: the value is greater than the number. UNDER: less than the number. ABOUT: near the number.',
  values: {
    EXACT: { description: 'The value is the printed number, within its rounding.' },
    OVER: { description: 'The value is greater than the printed number.' },
    UNDER: { description: 'The value is less than the printed number.' },
    ABOUT: { description: 'The value is near the printed number.' },
  } satisfies Record<(typeof qualifiers)[number], object>,
})

export const statusType = builder.enumType('ObservationStatus', {
  description:
    'The observation status given by the office (SDMX OBS_STATUS), never inferred from the history. NIL: printed as "-", counts as 0 in sums. MISSING: no level was printed.',
  values: {
    NORMAL: { description: 'Published without a remark.' },
    PRELIMINARY: { description: 'Preliminary, to be replaced by a later release.' },
    FINAL: { description: 'Final.' },
    REVISED: { description: 'Marked as revised by the office.' },
    ESTIMATED: { description: 'Estimated by the office.' },
    BREAK: { description: 'The method or coverage of the series changes here.' },
    NIL: { description: 'Printed as "-"; counts as 0 in sums.' },
    NOT_APPLICABLE: { description: 'The figure cannot exist.' },
    MISSING: { description: 'No level was printed.' },
    CONFIDENTIAL: { description: 'Withheld by the office.' },
  } satisfies Record<(typeof statuses)[number], object>,
})

export const boundsType = builder.objectRef<Bounds>('Bounds').implement({
  description: 'An interval. A bound that is null is open.',
  fields: (t) => ({
    low: t.expose('low', { type: 'Decimal', nullable: true, description: 'The lower bound.' }),
    high: t.expose('high', { type: 'Decimal', nullable: true, description: 'The upper bound.' }),
    lowInclusive: t.exposeBoolean('lowInclusive', { description: 'True if the lower bound is inclusive.' }),
    highInclusive: t.exposeBoolean('highInclusive', { description: 'True if the upper bound is inclusive.' }),
  }),
})

export const shareBaseType = builder.objectRef<ShareBase>('ShareBase').implement({
  description: 'The whole that a printed share refers to.',
  fields: (t) => ({
    metric: t.field({
      type: metricType,
      description: 'The metric.',
      resolve: ({ metric }, _, { view }) => view.snapshot.codes.findMetric(metric),
    }),
    category: t.field({
      type: categoryType,
      description: 'The category.',
      resolve: ({ category }, _, { view }) => view.snapshot.codes.findCategory(categoryText(category)),
    }),
  }),
})

interface ReportedChange extends Change {
  /** The figure that was printed with it, or the stored one for a change in a text; null if there is none. */
  readonly figure: Indicator | null
  readonly isYearOnYear: boolean
}

export const reportedChangeType = builder.objectRef<ReportedChange>('ReportedChange').implement({
  description: 'A printed change and its base period.',
  fields: (t) => ({
    percent: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'The change in percent, or null if the figure itself is a rate.',
      resolve: ({ percent }) => percent?.value ?? null,
    }),
    points: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'The change in percentage points, if the figure itself is a rate.',
      resolve: ({ points }) => points?.value ?? null,
    }),
    decimals: t.int({
      description: 'The number of printed decimal places.',
      resolve: ({ percent, points }) => (percent ?? points)?.decimals ?? 0,
    }),
    base: t.expose('base', { type: 'Period', description: 'The base period.' }),
    isYearOnYear: t.exposeBoolean('isYearOnYear', {
      description: 'True if the base period is the same period a year before.',
    }),
  }),
})

export const unitArgs = (description: string) =>
  builder.args((t) => ({ unit: t.field({ type: unitType, description }) }))

indicatorType.implement({
  description: 'An indicator record: one figure as printed by one release.',
  interfaces: [nodeType],
  fields: (t) => ({
    id: t.id({
      description: `${idDescription} Made from release, series and period.`,
      resolve: ({ release, series, period }) => encodeId('Indicator', release.code, series.key, period.text),
    }),
    series: t.expose('series', { ...reads('series'), type: seriesType, description: 'The series.' }),
    dataset: t.field({
      ...reads('release'),
      type: datasetType,
      description: 'The dataset.',
      resolve: ({ release }) => release.dataset,
    }),
    metric: t.field({
      ...reads('metricId'),
      type: metricType,
      description: 'The metric.',
      resolve: ({ metricId }, _, { view }) => view.snapshot.codes.metricById(metricId),
    }),
    dimension: t.field({
      ...reads('categoryId'),
      type: dimensionType,
      description:
        'The dimension of the breakdown, the first in code list order if there are several; TOTAL if there is none.',
      resolve: ({ categoryId }, _, { view }) => view.snapshot.codes.categoryById(categoryId).dimension,
    }),
    category: t.field({
      ...reads('categoryId'),
      type: categoryType,
      description: 'The category in that dimension; TOTAL:ALL if the figure is not broken down.',
      resolve: ({ categoryId }, _, { view }) => view.snapshot.codes.categoryById(categoryId),
    }),
    categories: t.field({
      ...costs({ weight: 1, items: ({ sizes }) => sizes.crossed, columns: ['categories'] }),
      type: [categoryType],
      description: 'The categories in all dimensions of the breakdown.',
      resolve: ({ categories }, _, { view }) => view.snapshot.codes.findCategories(categories),
    }),
    period: t.expose('period', { ...reads('period'), type: 'Period', description: 'The period.' }),
    periodStart: t.field({
      ...reads('period'),
      type: 'Date',
      description: 'The first day of the period.',
      resolve: ({ period }) => period.first,
    }),
    periodEnd: t.field({
      ...reads('period'),
      type: 'Date',
      description: 'The last day of the period.',
      resolve: ({ period }) => period.last,
    }),
    frequency: t.field({
      ...reads('period'),
      type: frequencyType,
      description: 'The frequency of the series.',
      resolve: ({ period }) => period.frequency,
    }),
    unit: t.expose('unit', {
      ...reads('unit'),
      type: unitType,
      description: 'The printed unit, or the base unit of the measure if no level was printed.',
    }),
    decimals: t.exposeInt('decimals', {
      ...reads('decimals'),
      nullable: true,
      description:
        'The number of printed decimal places in that unit; negative if a whole number was printed rounded (556,000: -3).',
    }),
    value: t.field({
      ...reads('value', 'unit', 'scaled'),
      type: 'Decimal',
      nullable: true,
      description:
        'The printed level, exact, or null if none was printed. UNIT_MISMATCH for a unit of another measure, as each currency is: see `derived.converted`.',
      args: unitArgs('The unit of the result. The default is the base unit of the measure.'),
      resolve: (figure, args) => {
        const { unit, scaled } = figure
        const target = args.unit ?? baseOf(unit)
        shiftBetween(unit, target) // refuses another measure, whether there is a level or not
        if (scaled != null) return canonicalOver(scaled, unitInfo(target).exponent)
        return figure.value && convert(figure.value, unit, target)
      },
    }),
    bounds: t.field({
      ...reads('value', 'unit', 'decimals', 'qualifier'),
      type: boundsType,
      nullable: true,
      description:
        'The interval that the printed digits and the qualifier allow. Null if no level was printed, and for ABOUT.',
      args: unitArgs('The unit of the result. The default is the base unit of the measure.'),
      resolve: (figure, { unit }) => boundsOf(figure, unit ?? undefined),
    }),
    qualifier: t.expose('qualifier', {
      ...reads('qualifier'),
      type: qualifierType,
      description: 'The qualifier of the printed level.',
    }),
    status: t.expose('status', {
      ...reads('status'),
      type: statusType,
      description: 'The observation status given by the office.',
    }),
    flags: t.exposeString('flags', { nullable: true, description: 'The flag letters of the office.' }),
    yoyChange: t.field({
      ...reads('yoy', 'changes', 'period'),
      type: 'Decimal',
      nullable: true,
      description: 'The printed change in percent against the same period a year before, or null if none was printed.',
      resolve: (figure) => outputOf(yoyPercent(figure)),
    }),
    share: t.field({
      ...reads('share'),
      type: 'Decimal',
      nullable: true,
      description: 'The printed share in percent.',
      resolve: ({ share }) => outputOf(share),
    }),
    shareOf: t.expose('shareOf', {
      type: shareBaseType,
      nullable: true,
      description: 'The whole that the share refers to.',
    }),
    shareChange: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'The printed change of the share against a year before, in percentage points.',
      resolve: ({ shareChange }) => shareChange?.value ?? null,
    }),
    changes: t.field({
      ...costs({ weight: 1, items: 3 }),
      type: [reportedChangeType],
      description: 'All printed changes.',
      resolve: (figure) =>
        figure.changes.map((change) => ({
          ...change,
          figure,
          isYearOnYear: isYearBefore(change.base, figure.period),
        })),
    }),
    note: t.string({
      nullable: true,
      description: 'The note of the release on this figure.',
      args: languageArgs(),
      resolve: ({ note }, { language }) => inLanguage(note, language ?? 'EN'),
    }),
    formatted: t.string({
      ...reads('value', 'unit', 'decimals', 'qualifier'),
      nullable: true,
      description: 'The level as text: "CNY 41.76 trillion", "over 600,000 enterprises". Null if no level was printed.',
      args: { ...unitArgs('The unit of the text. The default is the printed unit.'), ...languageArgs() },
      resolve: (figure, { unit, language }) => formatted(figure, language ?? 'EN', unit ?? undefined),
    }),
    release: t.expose('release', {
      ...reads('release'),
      type: releaseType,
      description: 'The first release that printed this figure with this value.',
    }),
    citation: t.string({
      description: 'A citation.',
      resolve: (figure, _, { view }) => cite(figure, view.snapshot.codes),
    }),
  }),
})

const outputOf = (number: Printed | null): Decimal | CanonicalText | null =>
  number && (number.canonical ?? number.value)

function cite(figure: Indicator, codes: CodeLists): string {
  const nameOf = ({ name, code }: { name: Text; code: string }): string => inLanguage(name, 'EN') ?? code
  const categories = codes
    .findCategories(figure.categories)
    .filter(({ dimension }) => dimension.code !== total.dimension)
  return figureCitation({
    metricName: nameOf(codes.findMetric(figure.metric)),
    categoryNames: categories.map(nameOf),
    figure,
    release: figure.release,
  })
}
