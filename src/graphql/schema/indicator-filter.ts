import type { DecimalRange, IndicatorFilter, orderFields } from '../../domain/observations/filter.js'
import { builder } from '../builder.js'
import { qualifierType } from './indicator.js'
import { frequencyType } from './series.js'
import { unitType } from './unit.js'

export const rangeType = builder.inputRef<DecimalRange>('DecimalRange').implement({
  description: 'A range of exact numbers. All bounds that are given apply.',
  fields: (t) => ({
    gt: t.field({ type: 'Decimal', description: 'Greater than.' }),
    gte: t.field({ type: 'Decimal', description: 'Greater than or equal to.' }),
    lt: t.field({ type: 'Decimal', description: 'Less than.' }),
    lte: t.field({ type: 'Decimal', description: 'Less than or equal to.' }),
    eq: t.field({ type: 'Decimal', description: 'Equal to.' }),
  }),
})

export const filterType = builder.inputRef<IndicatorFilter, false>('IndicatorFilter')
filterType.implement({
  description:
    'Selects figures. All fields that are given must match; a field matches if any of its values does. A field that is null or absent does not constrain, an empty list matches nothing. Only current figures are returned, unless releases are named. A code that does not exist is an error, UNKNOWN_CODE.',
  fields: (t) => ({
    datasets: t.stringList({ description: 'Codes of datasets, such as CN_TRADE.' }),
    metrics: t.stringList({ description: 'Codes of metrics, such as EXPORTS.' }),
    dimensions: t.stringList({
      description:
        'Figures broken down by these dimensions and no others: ["A"] excludes A x B, ["A", "B"] includes A, B and A x B, ["TOTAL"] selects totals.',
    }),
    categories: t.stringList({
      description:
        'Figures of any of these categories: "EU", or "PARTNER:EU" if the code alone is ambiguous. Use `and` to cross two dimensions.',
    }),
    within: t.stringList({
      description:
        'Figures of these categories and of their descendants in the tree. Members of groups are not descendants.',
    }),
    text: t.string({
      description:
        'Figures for which every word occurs in a code, name or synonym, in either language, of the metric or of a category: "exports lithium", "锂电池 出口". A word matches the beginning of a word, in singular or plural; from five letters on, and in Chinese, any part of it. Use search for approximate matches.',
    }),
    unit: t.field({
      type: unitType,
      description: 'Figures of this unit’s measure. Each currency is its own measure; a filter converts nothing.',
    }),
    periods: t.field({ type: ['Period'], description: 'Figures for exactly these periods.' }),
    from: t.field({
      type: 'Period',
      description: 'Periods whose last day is on or after the first day of this period.',
    }),
    to: t.field({ type: 'Period', description: 'Periods whose last day is on or before the last day of this period.' }),
    frequency: t.field({ type: [frequencyType], description: 'Figures of series with any of these frequencies.' }),
    value: t.field({
      type: rangeType,
      description:
        'The printed level, in `unit` or in the base unit of each measure. "Over n" satisfies gt and gte up to n, "under n" satisfies lt and lte down to n; neither satisfies any other bound.',
    }),
    yoyChange: t.field({ type: rangeType, description: 'The printed change in percent against a year before.' }),
    share: t.field({ type: rangeType, description: 'The printed share in percent.' }),
    hasValue: t.boolean({ description: 'Selects figures with (true) or without (false) a printed level.' }),
    qualifiers: t.field({ type: [qualifierType], description: 'The qualifiers of the printed level.' }),
    releases: t.stringList({
      description: 'Figures as these releases printed them, including figures superseded or retracted since.',
    }),
    asOf: t.field({
      type: 'DateTime',
      description: 'Figures as known at this time instead of now. Only at the top level of a filter.',
    }),
    latest: t.int({
      description:
        'Figures for the newest n periods of each series, among those that match the rest of the filter. Only at the top level of a filter.',
    }),
    and: t.field({
      type: [filterType],
      description:
        'All of these filters must match as well. At most 5 levels, 100 filters and 100 words in their texts.',
    }),
    or: t.field({ type: [filterType], description: 'Any of these filters must match as well.' }),
    not: t.field({ type: filterType, description: 'This filter must not match.' }),
  }),
})

const fieldType = builder.enumType('IndicatorOrderField', {
  description:
    'The properties that figures can be ordered by. Figures without the property come last in either direction. PERIOD orders by last day, then by length, shortest first; METRIC and CATEGORY by code list; VALUE in base units.',
  values: {
    PERIOD: { description: 'The last day of the period, then its length, shortest first.' },
    METRIC: { description: 'The metric, in code list order.' },
    CATEGORY: { description: 'The first category, in code list order.' },
    VALUE: { description: 'The printed level, in base units.' },
    YOY_CHANGE: { description: 'The printed change against a year before.' },
    SHARE: { description: 'The printed share.' },
    PUBLISHED_AT: { description: 'The publication time of the release.' },
  } satisfies Record<(typeof orderFields)[number], object>,
})
const directionType = builder.enumType('Direction', {
  description: 'The direction of an order.',
  values: {
    ASC: { description: 'Ascending: smallest, earliest or first first.' },
    DESC: { description: 'Descending: largest, latest or last first.' },
  },
})

export const orderType = builder.inputType('IndicatorOrder', {
  description: 'One key of an order.',
  fields: (t) => ({
    field: t.field({ type: fieldType, required: true, description: 'The property to order by.' }),
    direction: t.field({ type: directionType, required: true, defaultValue: 'ASC', description: 'The direction.' }),
  }),
})
