import { type CodeLists, categoryText, total } from '../../domain/codes/codes.js'
import { type Bounds, boundsOf } from '../../domain/numbers/bounds.js'
import { type Change, qualifiers, type ShareBase, statuses, yoyOf } from '../../domain/observations/observation.js'
import { isYearBefore } from '../../domain/periods/period.js'
import { figureCitation, formatted } from '../../domain/text/citation.js'
import { inLanguage, type Text } from '../../domain/text/language.js'
import { baseOf, convert, shiftBetween } from '../../domain/units/unit.js'
import type { Indicator } from '../../store/query/rows.js'
import { builder } from '../builder.js'
import { costs, reads } from '../cost.js'
import { encodeId } from '../relay/id.js'
import {
  categoryType,
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

/** The enum Qualifier. */
export const qualifierType = builder.enumType('Qualifier', {
  description:
    'How a printed number is meant. OVER: greater than it, never equal to it. UNDER: less than it. ABOUT: near it.',
  values: qualifiers,
})

/** The enum ObservationStatus. */
export const statusType = builder.enumType('ObservationStatus', {
  description:
    'The office’s own word about a figure, never computed from its history. NIL is the table’s "-": no value, counts as nothing in sums. MISSING: no level was printed.',
  values: statuses,
})

/** The type Bounds. */
export const boundsType = builder.objectRef<Bounds>('Bounds').implement({
  description: 'An interval; an end that is null is open.',
  fields: (t) => ({
    low: t.expose('low', { type: 'Decimal', nullable: true, description: 'The lower end.' }),
    high: t.expose('high', { type: 'Decimal', nullable: true, description: 'The upper end.' }),
    lowInclusive: t.exposeBoolean('lowInclusive', { description: 'Whether the lower end belongs to it.' }),
    highInclusive: t.exposeBoolean('highInclusive', { description: 'Whether the upper end belongs to it.' }),
  }),
})

const shareBaseType = builder.objectRef<ShareBase>('ShareBase').implement({
  description: 'What a printed share is a share of.',
  fields: (t) => ({
    metric: t.field({
      type: metricType,
      description: 'Its metric.',
      resolve: ({ metric }, _, { view }) => view.snapshot.codes.findMetric(metric),
    }),
    category: t.field({
      type: categoryType,
      description: 'Its category.',
      resolve: ({ category }, _, { view }) => view.snapshot.codes.findCategory(categoryText(category)),
    }),
  }),
})

const changeType = builder.objectRef<Change & { readonly isYearOnYear: boolean }>('ReportedChange').implement({
  description: 'A printed change, with the period that it is measured against.',
  fields: (t) => ({
    percent: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'In percent; null where the figure itself is a rate.',
      resolve: ({ percent }) => percent?.value ?? null,
    }),
    points: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'In percentage points, where the figure itself is a rate.',
      resolve: ({ points }) => points?.value ?? null,
    }),
    decimals: t.int({
      description: 'Printed digits after the point.',
      resolve: ({ percent, points }) => (percent ?? points)?.decimals ?? 0,
    }),
    base: t.expose('base', { type: 'Period', description: 'The period that it is measured against.' }),
    isYearOnYear: t.exposeBoolean('isYearOnYear', {
      description: 'Whether that is the same period of the year before.',
    }),
  }),
})

/** The argument `unit`. */
export const unitArgs = (description: string) =>
  builder.args((t) => ({ unit: t.field({ type: unitType, description }) }))

indicatorType.implement({
  description: 'One figure, as one release printed it: an indicator record.',
  interfaces: [nodeType],
  fields: (t) => ({
    id: t.id({
      description: `${idDescription} Of its release, series and period.`,
      resolve: ({ release, series, period }) => encodeId('Indicator', release.code, series.key, period.text),
    }),
    series: t.expose('series', { ...reads('series'), type: seriesType, description: 'The series that it belongs to.' }),
    metric: t.field({
      ...reads('metricId'),
      type: metricType,
      description: 'What is measured.',
      resolve: ({ metricId }, _, { view }) => view.snapshot.codes.metricById(metricId),
    }),
    dimension: t.field({
      ...reads('categoryId'),
      type: dimensionType,
      description:
        'What it is broken down by, the first in code list order where that is several; TOTAL where it is not.',
      resolve: ({ categoryId }, _, { view }) => view.snapshot.codes.categoryById(categoryId).dimension,
    }),
    category: t.field({
      ...reads('categoryId'),
      type: categoryType,
      description: 'Its category in that dimension; TOTAL:ALL where it is not broken down.',
      resolve: ({ categoryId }, _, { view }) => view.snapshot.codes.categoryById(categoryId),
    }),
    categories: t.field({
      ...costs({ weight: 1, items: ({ sizes }) => sizes.crossed, columns: ['categories'] }),
      type: [categoryType],
      description: 'Its categories in all dimensions that it is broken down by.',
      resolve: ({ categories }, _, { view }) => view.snapshot.codes.findCategories(categories),
    }),
    period: t.expose('period', {
      ...reads('period'),
      type: 'Period',
      description: 'The period that it is a figure for.',
    }),
    periodStart: t.field({
      ...reads('period'),
      type: 'Date',
      description: 'Its first day.',
      resolve: ({ period }) => period.first,
    }),
    periodEnd: t.field({
      ...reads('period'),
      type: 'Date',
      description: 'Its last day.',
      resolve: ({ period }) => period.last,
    }),
    frequency: t.field({
      ...reads('period'),
      type: frequencyType,
      description: 'How often its series has a figure.',
      resolve: ({ period }) => period.frequency,
    }),
    unit: t.expose('unit', {
      ...reads('unit'),
      type: unitType,
      description: 'The unit it was printed in; the base unit of its measure where no level was printed.',
    }),
    decimals: t.exposeInt('decimals', {
      ...reads('decimals'),
      nullable: true,
      description:
        'Printed digits after the point, in that unit; negative where a whole number was printed rounded (556,000: -3).',
    }),
    value: t.field({
      ...reads('value', 'unit'),
      type: 'Decimal',
      nullable: true,
      description:
        'The printed number, exact; null where no level was printed. UNIT_MISMATCH for a unit of another measure.',
      args: unitArgs('The unit to give it in; the base unit of its measure where it is left out.'),
      resolve: ({ value, unit }, args) => {
        const target = args.unit ?? baseOf(unit)
        shiftBetween(unit, target) // refuses another measure, whether there is a level or not
        return value === null ? null : convert(value, unit, target)
      },
    }),
    bounds: t.field({
      ...reads('value', 'unit', 'decimals', 'qualifier'),
      type: boundsType,
      nullable: true,
      description: 'What the printed digits and the qualifier allow; null where no level was printed, and for ABOUT.',
      args: unitArgs('The unit to give them in; the base unit of its measure where it is left out.'),
      resolve: (figure, { unit }) => boundsOf(figure, unit ?? undefined),
    }),
    qualifier: t.expose('qualifier', {
      ...reads('qualifier'),
      type: qualifierType,
      description: 'How the printed number is meant.',
    }),
    status: t.expose('status', {
      ...reads('status'),
      type: statusType,
      description: 'The office’s own word about it.',
    }),
    flags: t.exposeString('flags', { nullable: true, description: 'The office’s own flag letters.' }),
    yoyChange: t.field({
      ...reads('changes', 'period'),
      type: 'Decimal',
      nullable: true,
      description:
        'The printed change in percent against the same period a year before; null where that was not printed.',
      resolve: (figure) => yoyOf(figure)?.percent?.value ?? null,
    }),
    share: t.field({
      ...reads('share'),
      type: 'Decimal',
      nullable: true,
      description: 'The printed share, in percent.',
      resolve: ({ share }) => share?.value ?? null,
    }),
    shareOf: t.expose('shareOf', { type: shareBaseType, nullable: true, description: 'What that is a share of.' }),
    shareChange: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'The printed change of its share on a year before, in percentage points.',
      resolve: ({ shareChange }) => shareChange?.value ?? null,
    }),
    changes: t.field({
      ...costs({ weight: 1, items: 3 }),
      type: [changeType],
      description: 'Every printed change.',
      resolve: ({ changes, period }) =>
        changes.map((change) => ({ ...change, isYearOnYear: isYearBefore(change.base, period) })),
    }),
    note: t.string({
      nullable: true,
      description: 'What the release says of it.',
      args: languageArgs(),
      resolve: ({ note }, { language }) => inLanguage(note, language ?? 'EN'),
    }),
    formatted: t.string({
      ...reads('value', 'unit', 'decimals', 'qualifier'),
      nullable: true,
      description:
        'As a newspaper would print it: "CNY 41.76 trillion", "over 600,000 enterprises"; null where no level was printed.',
      args: {
        ...unitArgs('The unit to print it in; the one it was printed in where it is left out.'),
        ...languageArgs(),
      },
      resolve: (figure, { unit, language }) => formatted(figure, language ?? 'EN', unit ?? undefined),
    }),
    release: t.expose('release', {
      ...reads('release'),
      type: releaseType,
      description: 'The first release that printed it so.',
    }),
    citation: t.string({
      description: 'How to cite it.',
      resolve: (figure, _, { view }) => cite(figure, view.snapshot.codes),
    }),
  }),
})

function cite(figure: Indicator, codes: CodeLists): string {
  const { release } = figure
  const nameOf = ({ name, code }: { name: Text; code: string }): string => inLanguage(name, 'EN') ?? code
  const categories = codes
    .findCategories(figure.categories)
    .filter(({ dimension }) => dimension.code !== total.dimension)
  return figureCitation({
    metricName: nameOf(codes.findMetric(figure.metric)),
    categoryNames: categories.map(nameOf),
    figure,
    release: { ...release, retracted: release.retractedAt !== null },
  })
}
