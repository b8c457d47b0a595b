import { mostPoints, type Point, type SeriesTable, seriesTable } from '../../analysis/series-table.js'
import { type Transform, transforms } from '../../analysis/transforms.js'
import type { Period } from '../../domain/periods/period.js'
import { pageSizes, sizeOf } from '../../store/query/page.js'
import { askedBelow } from '../asked.js'
import { builder } from '../builder.js'
import { type Asked, costs, filterIn, pageOf, taking, type Within } from '../cost.js'
import { indicatorType, seriesType } from '../relay/node.js'
import { agreementType } from './derived.js'
import { boundsType, qualifierType, statusType } from './indicator.js'
import { filterType } from './indicator-filter.js'
import { withReason } from './reason.js'
import { unitType } from './unit.js'

const meanings: Readonly<Record<Transform, string>> = {
  LEVEL: 'The levels as they were printed.',
  YOY_PERCENT: 'The change in percent on the same period a year before.',
  PERIOD_PERCENT: 'The change in percent on the period before, of the same frequency; none for years to date.',
  SHARE: 'The share in percent: of what the printed share is of, else of all of the metric, over the same days.',
  CONTRIBUTION: 'What it adds to the growth of that whole, in percentage points.',
  INDEX: 'In percent of the level of the period `base`.',
  CUMULATIVE: 'Added up from January on; null after the first gap.',
  SINGLE_PERIOD: 'Years to date less the one a month before; January is itself.',
  BALANCE: 'The balance that the code lists define for the metric, such as EXPORTS - IMPORTS.',
}

/** The enum Transform. */
export const transformType = builder.enumType('Transform', {
  description: 'What the levels of a series can be turned into.',
  values: Object.fromEntries(transforms.map((each) => [each, { description: meanings[each] }])) as Record<
    Transform,
    { description: string }
  >,
})

const pointType = builder.objectRef<Point>('Point').implement({
  description: 'One number of a series, with what is to be known of it.',
  fields: (t) => ({
    period: t.expose('period', { type: 'Period', description: 'Its period.' }),
    value: t.field({
      type: 'Decimal',
      nullable: true,
      resolve: ({ derived }) => derived.value,
      description: 'The number, in the unit of the table; null where there is none: the reason says why.',
    }),
    bounds: t.field({
      ...costs({ weight: 8 }),
      type: boundsType,
      nullable: true,
      resolve: ({ derived }) => derived.bounds,
      description: 'What the printed digits leave open.',
    }),
    status: t.expose('status', {
      type: statusType,
      description: 'The office’s own word about the figure; MISSING where there is none.',
    }),
    qualifier: t.expose('qualifier', { type: qualifierType, description: 'How the printed level is meant.' }),
    reported: t.field({
      type: 'Decimal',
      nullable: true,
      resolve: ({ derived }) => derived.reported,
      description: 'The same number as it was printed, where it was.',
    }),
    agreement: t.field({
      ...costs({ weight: 5 }),
      type: agreementType,
      description: 'How the two stand to each other.',
      resolve: ({ derived }) => derived.agreement(),
    }),
    indicator: t.expose('indicator', {
      type: indicatorType,
      nullable: true,
      description: 'The figure that it was made from; null where there is none.',
    }),
  }),
})

withReason(pointType, ({ derived }) => derived.reason(), { weight: 5 })

type Row = SeriesTable['rows'][number]

const rowType = builder.objectRef<Row>('SeriesRow').implement({
  description: 'A series, aligned with the periods of its table.',
  fields: (t) => ({
    series: t.expose('series', { type: seriesType, description: 'The series.' }),
    values: t.field({
      ...costs({ items: ({ within }) => within.columns ?? 0 }),
      type: ['Decimal'],
      nullable: { list: false, items: true },
      description: 'Its numbers in the unit of the table, one for each period; null where there is none.',
      resolve: ({ points }) => points.map(({ derived }) => derived.value),
    }),
    points: t.expose('points', {
      ...costs({ items: ({ within }) => within.columns ?? 0 }),
      type: [pointType],
      description: 'The same, with what is to be known of each.',
    }),
  }),
})

const tableType = builder.objectRef<SeriesTable>('SeriesTable').implement({
  description: 'Series side by side, for charts. It has no ids: it belongs to its query.',
  fields: (t) => ({
    periods: t.field({
      ...costs({ items: ({ within }) => within.columns ?? 0 }),
      type: ['Period'],
      description: 'Every period that one of the series has a figure for, in order.',
      resolve: ({ periods }): Period[] => [...periods],
    }),
    unit: t.expose('unit', { type: unitType, description: 'What the numbers are in.' }),
    rate: t.expose('rate', {
      type: seriesType,
      nullable: true,
      description: 'The exchange rates that levels were converted with; null where none was.',
    }),
    rows: t.expose('rows', {
      ...costs({ items: ({ within }) => within.rows ?? 0 }),
      type: [rowType],
      description: 'The first of the series, in code list order.',
    }),
    totalCount: t.exposeInt('totalCount', { description: 'How many series match.' }),
  }),
})

/** Its rows and periods, at most; the resolver makes no more points than so many. */
function shapeOf({ args, census }: Asked): Required<Pick<Within, 'rows' | 'columns'>> {
  const found = census?.series(filterIn(args)) ?? { series: mostPoints, periods: mostPoints }
  const rows = Math.min(found.series, pageOf(args, pageSizes.usual, pageSizes.most))
  return { rows, columns: Math.min(found.periods, mostPoints / Math.max(1, rows)) }
}

/** Units of a point, by what it is turned into. */
const unitsOf: Readonly<Record<Transform, number>> = {
  LEVEL: 3,
  YOY_PERCENT: 10,
  PERIOD_PERCENT: 10,
  SHARE: 12,
  CONTRIBUTION: 20,
  INDEX: 8,
  CUMULATIVE: 25,
  SINGLE_PERIOD: 12,
  BALANCE: 15,
}

function computing(asked: Asked): number {
  const { args } = asked
  const { rows, columns } = shapeOf(asked)
  const units = (unitsOf[args['transform'] as Transform] ?? 25) + (args['unit'] == null ? 0 : 10)
  return taking(asked) + rows * columns * units
}

builder.queryField('series', (t) =>
  t.field({
    ...costs({ needsCensus: true, weight: computing, tells: shapeOf }),
    type: tableType,
    description:
      'Series side by side, seen from the filter’s viewpoint, as levels or turned into rates, shares, sums and balances. All of one frequency: else BAD_USER_INPUT with those found.',
    args: {
      filter: t.arg({
        type: filterType,
        required: true,
        description: 'Figures of which series, and for which periods.',
      }),
      transform: t.arg({
        type: transformType,
        defaultValue: 'LEVEL',
        description: 'What the levels are turned into.',
      }),
      unit: t.arg({
        type: unitType,
        description:
          'What the numbers are given in; in another currency, levels are converted by the exchange rate of their own days. The base unit of the measure, or the unit of the transform, where it is left out.',
      }),
      base: t.arg({ type: 'Period', description: 'The period that is 100, for INDEX.' }),
      first: t.arg.int({
        defaultValue: pageSizes.usual,
        description: `How many series; ${pageSizes.usual} where it is left out, ${pageSizes.most} at most.`,
      }),
    },
    resolve: (_, { first, ...query }, { view }, info) => {
      const withObservations = askedBelow(info, 'rows', 'points').has('indicator')
      return seriesTable(view, { ...query, first: sizeOf({ first }).size, withObservations })
    },
  }),
)
