import type { Point, SeriesRow } from '../../analysis/series-line.js'
import { mostPoints, type SeriesTable, seriesTable } from '../../analysis/series-table.js'
import type { Transform } from '../../analysis/transforms.js'
import type { Period } from '../../domain/periods/period.js'
import { pageSizes, sizeOf } from '../../store/query/page.js'
import { builder } from '../builder.js'
import {
  type Asked,
  costs,
  describedValues,
  filterIn,
  pageOf,
  taking,
  type WeighedValues,
  type Within,
} from '../cost.js'
import { pageInfoType } from '../relay/connection.js'
import { indicatorType, seriesType } from '../relay/node.js'
import { fieldsBelow } from '../selection.js'
import { agreementType } from './derived.js'
import { boundsType, qualifierType, statusType } from './indicator.js'
import { filterType } from './indicator-filter.js'
import { withRates } from './rates.js'
import { withReason } from './reason.js'
import { unitType } from './unit.js'

const transformValues: WeighedValues<Transform> = {
  LEVEL: [3, 'The printed levels.'],
  YOY_PERCENT: [10, 'The change in percent against the same period a year before.'],
  PERIOD_PERCENT: [
    10,
    'The change in percent against the preceding period of the same frequency. Not available for years to date.',
  ],
  SHARE: [
    12,
    'The share in percent of the same whole as the printed share, or of the total of the metric, over the same days.',
  ],
  CONTRIBUTION: [20, 'The contribution to the growth of that whole, in percentage points.'],
  INDEX: [8, 'The level in percent of the level of the period `base`.'],
  CUMULATIVE: [25, 'The cumulative sum from January. Null after the first gap.'],
  SINGLE_PERIOD: [12, 'The year to date less that of the preceding month; for January, the year to date itself.'],
  BALANCE: [15, 'The balance that the code lists define for the metric, such as EXPORTS - IMPORTS.'],
}

const transformType = builder.enumType('Transform', {
  description: 'The transformations of the levels of a series.',
  values: describedValues(transformValues),
})

const pointType = builder.objectRef<Point>('Point').implement({
  description: 'One number of a series with its metadata.',
  fields: (t) => ({
    period: t.expose('period', { type: 'Period', description: 'The period.' }),
    // Resolvers of their own, as a default one that reads all properties of all types is slower.
    value: t.field({
      type: 'Decimal',
      nullable: true,
      resolve: ({ value }) => value,
      description: 'The number in the unit of the table, or null, with a reason.',
    }),
    bounds: t.expose('bounds', {
      ...costs({ weight: 8 }),
      type: boundsType,
      nullable: true,
      description: 'The interval that the printed digits allow.',
    }),
    status: t.expose('status', {
      type: statusType,
      description: 'The observation status given by the office; MISSING if there is no figure.',
    }),
    qualifier: t.expose('qualifier', { type: qualifierType, description: 'The qualifier of the printed level.' }),
    reported: t.field({
      type: 'Decimal',
      nullable: true,
      resolve: ({ reported }) => reported,
      description: 'The same number as printed, or null.',
    }),
    agreement: t.field({
      ...costs({ weight: 5 }),
      type: agreementType,
      description: 'The comparison of the computed number with the printed one.',
      resolve: (point) => point.agreement(),
    }),
    indicator: t.expose('indicator', {
      type: indicatorType,
      nullable: true,
      description: 'The figure that the number was computed from, or null.',
    }),
  }),
})

withReason(pointType, (point) => point.reason(), { weight: 5 })

const rowType = builder.objectRef<SeriesRow>('SeriesRow').implement({
  description: 'A series aligned with the periods of its table.',
  fields: (t) => ({
    series: t.expose('series', { type: seriesType, description: 'The series.' }),
    values: t.field({
      ...costs({ items: ({ within }) => within.columns ?? 0 }),
      type: ['Decimal'],
      nullable: { list: false, items: true },
      description: 'The numbers in the unit of the table, one for each period, with null for gaps.',
      resolve: ({ values }) => values,
    }),
    points: t.expose('points', {
      ...costs({ items: ({ within }) => within.columns ?? 0 }),
      type: [pointType],
      description: 'The numbers with their metadata, one for each period.',
    }),
  }),
})

const tableType = builder.objectRef<SeriesTable>('SeriesTable').implement({
  description: 'Series side by side, for charts and tables.',
  fields: (t) => ({
    periods: t.field({
      ...costs({ items: ({ within }) => within.columns ?? 0 }),
      type: ['Period'],
      description: 'All periods for which a series has a figure, in order.',
      resolve: ({ periods }): Period[] => [...periods],
    }),
    unit: t.expose('unit', { type: unitType, description: 'The unit of the numbers.' }),
    rows: t.expose('rows', {
      ...costs({ items: ({ within }) => within.rows ?? 0 }),
      type: [rowType],
      description: 'The first series, in code list order.',
    }),
    totalCount: t.expose('totalCount', { type: 'Count', description: 'The number of series that match.' }),
    pageInfo: t.expose('pageInfo', {
      type: pageInfoType,
      description: 'The position of the rows within the list of series that match.',
    }),
  }),
})

withRates(tableType)

function shapeOf({ args, census }: Asked): Required<Pick<Within, 'rows' | 'columns'>> {
  const found = census?.series(filterIn(args)) ?? { series: mostPoints, periods: mostPoints }
  const rows = Math.min(found.series, pageOf(args, pageSizes.usual, pageSizes.most))
  return { rows, columns: Math.min(found.periods, mostPoints / Math.max(1, rows)) }
}

function computing(asked: Asked): number {
  const { args } = asked
  const { rows, columns } = shapeOf(asked)
  const units = (transformValues[args['transform'] as Transform]?.[0] ?? 25) + (args['unit'] == null ? 0 : 10)
  return taking(asked) + rows * columns * units
}

builder.queryField('series', (t) =>
  t.field({
    ...costs({ needsCensus: true, weight: computing, tells: shapeOf }),
    type: tableType,
    nullable: true,
    description:
      'Series side by side, as known at the time the filter selects, as levels or transformed into rates, shares, sums and balances. All series must have one frequency; otherwise BAD_USER_INPUT lists the frequencies found.',
    args: {
      filter: t.arg({ type: filterType, required: true, description: 'Selects the series and the periods.' }),
      transform: t.arg({ type: transformType, defaultValue: 'LEVEL', description: 'The transformation.' }),
      unit: t.arg({
        type: unitType,
        description:
          'The unit of the numbers. Levels in another currency are converted by the exchange rate of their own days. The default is the base unit of the measure, or the unit of the transformation.',
      }),
      base: t.arg({ type: 'Period', description: 'The base period of INDEX, whose value is 100.' }),
      first: t.arg.int({
        defaultValue: pageSizes.usual,
        description: `Returns the first n series (at most ${pageSizes.most}). The default is ${pageSizes.usual}.`,
      }),
      after: t.arg.string({
        description:
          'Returns series after this cursor, an `endCursor` of the same filter. Each page has its own periods.',
      }),
    },
    resolve: (_, { first, ...query }, { view }, info) => {
      const withObservations = fieldsBelow(info, 'rows', 'points').has('indicator')
      return seriesTable(view, { ...query, first: sizeOf({ first }).size, withObservations })
    },
  }),
)
