import type { DecimalRange, IndicatorFilter } from '../../domain/observations/filter.js'
import { orderFields } from '../../domain/observations/filter.js'
import { builder } from '../builder.js'
import { qualifierType } from './indicator.js'
import { frequencyType } from './series.js'
import { unitType } from './unit.js'

const range = builder.inputRef<DecimalRange>('DecimalRange').implement({
  description: 'A range of exact numbers; every end that is given holds.',
  fields: (t) => ({
    gt: t.field({ type: 'Decimal', description: 'Greater than.' }),
    gte: t.field({ type: 'Decimal', description: 'Greater than or equal to.' }),
    lt: t.field({ type: 'Decimal', description: 'Less than.' }),
    lte: t.field({ type: 'Decimal', description: 'Less than or equal to.' }),
    eq: t.field({ type: 'Decimal', description: 'Equal to.' }),
  }),
})

/** The input IndicatorFilter. */
export const filterType = builder.inputRef<IndicatorFilter, false>('IndicatorFilter')
filterType.implement({
  description:
    'Which figures are wanted. A field left out or null does not constrain; an empty list matches nothing; within one field any of, between fields all of. ' +
    'Only current figures, but where releases are named. A code that does not exist is UNKNOWN_CODE.',
  fields: (t) => ({
    metrics: t.stringList({ description: 'Codes of metrics, like EXPORTS.' }),
    dimensions: t.stringList({
      description:
        'Figures broken down by these and by nothing else: ["A"] gives no A x B, ["A", "B"] gives A, B and A x B, ["TOTAL"] only totals.',
    }),
    categories: t.stringList({
      description:
        'Figures of any of these categories: "EU", or "PARTNER:EU" where the code alone is ambiguous. To cross two dimensions use `and`.',
    }),
    within: t.stringList({
      description:
        'Figures of these categories and of everything below them in the tree; members of groups are not below them.',
    }),
    text: t.string({
      description:
        'Every word of it is found in a code, name or synonym, in either language, of the figure’s metric or of one of its categories: "exports lithium", "锂电池 出口". A word is found at the beginning of another, in singular or plural; from five letters on, and in Chinese, anywhere. Nothing is guessed: search does that.',
    }),
    unit: t.field({
      type: unitType,
      description:
        'Only figures of this unit’s measure. Currencies are measures of their own: nothing is converted here.',
    }),
    periods: t.field({ type: ['Period'], description: 'Exactly these periods.' }),
    from: t.field({ type: 'Period', description: 'Periods that begin on or after its first day.' }),
    to: t.field({ type: 'Period', description: 'Periods that end on or before its last day.' }),
    frequency: t.field({ type: [frequencyType], description: 'Figures of series of these frequencies.' }),
    value: t.field({
      type: range,
      description:
        'The printed number, in `unit` or in each measure’s base unit. "Over" satisfies gt and gte up to its number, "under" lt and lte down to it; neither satisfies anything else.',
    }),
    yoyChange: t.field({ type: range, description: 'The printed change in percent on a year before.' }),
    share: t.field({ type: range, description: 'The printed share in percent.' }),
    hasValue: t.boolean({ description: 'Whether a level was printed.' }),
    qualifiers: t.field({ type: [qualifierType], description: 'How the printed number is meant.' }),
    releases: t.stringList({
      description:
        'What the releases of these codes printed, as they printed it, superseded or retracted since or not.',
    }),
    asOf: t.field({
      type: 'DateTime',
      description: 'What was known then, in place of what is known now. Only at the top level of a filter.',
    }),
    latest: t.int({
      description:
        'Figures for the newest so many periods of each series, of those that satisfy the rest of the filter. Only at the top level of a filter.',
    }),
    and: t.field({
      type: [filterType],
      description: 'All of these as well. Nested at most 5 deep, 100 filters in all.',
    }),
    or: t.field({ type: [filterType], description: 'Any of these as well.' }),
    not: t.field({ type: filterType, description: 'Everything but this.' }),
  }),
})

const fieldType = builder.enumType('IndicatorOrderField', {
  description:
    'What figures can be put in order by; those that have none there come last, in either direction. PERIOD: by last day, then the shortest first. METRIC, CATEGORY: code list order. VALUE: in base units.',
  values: orderFields,
})
const directionType = builder.enumType('Direction', { description: 'Up or down.', values: ['ASC', 'DESC'] as const })

/** The input IndicatorOrder. */
export const orderType = builder.inputType('IndicatorOrder', {
  description: 'One key of an order.',
  fields: (t) => ({
    field: t.field({ type: fieldType, required: true, description: 'What to put in order by.' }),
    direction: t.field({ type: directionType, required: true, defaultValue: 'ASC', description: 'Up, or down.' }),
  }),
})
