import { StoredRates } from '../../analysis/currency.js'
import { tallyOf } from '../../analysis/pivot/table.js'
import { refuseMeasures, refuseMixed, refuseSum } from '../../domain/aggregation/double-count.js'
import { averageOf, boundsOfSum, leastOf, mostOf, sumOf, type Tally } from '../../domain/aggregation/tally.js'
import { mapBounds } from '../../domain/numbers/bounds.js'
import type { Decimal } from '../../domain/numbers/decimal.js'
import type { Maybe } from '../../domain/observations/filter.js'
import { type GroupKey, type groupBys, type Header, orderOf, resolveKeys } from '../../domain/observations/group-key.js'
import { convert, shiftBetween, type Unit } from '../../domain/units/unit.js'
import type { Steps } from '../../lib/steps.js'
import { groupsOf, listOf } from '../../store/query/groups/groups.js'
import type { SeriesRef } from '../../store/query/rows.js'
import type { View } from '../../store/query/view.js'
import { builder, type TypeRef } from '../builder.js'
import { type Asked, costs, filterIn, keysIn, taking } from '../cost.js'
import { categoryType, datasetType, metricType, seriesType } from '../relay/node.js'
import { fieldsBelow } from '../selection.js'
import { boundsType, unitArgs } from './indicator.js'
import { filterType } from './indicator-filter.js'
import { ratesDescription } from './rates.js'
import { withReason } from './reason.js'
import { unitType } from './unit.js'

const mostGroups = 10_000
const combined = ['sum', 'bounds', 'average', 'min', 'max']

const groupByType = builder.enumType('GroupBy', {
  description: 'The properties that figures can be grouped by.',
  values: {
    METRIC: { description: 'The metric.' },
    CATEGORY: { description: 'The category in a dimension.' },
    PERIOD: { description: 'The period.' },
    DATASET: { description: 'The dataset.' },
  } satisfies Record<(typeof groupBys)[number], object>,
})

export const groupKeyType = builder.inputRef<GroupKey>('GroupKey').implement({
  description: 'One property that the figures of a group share.',
  fields: (t) => ({
    by: t.field({ type: groupByType, required: true, description: 'The property.' }),
    dimension: t.string({
      description:
        'The code of a dimension, required with CATEGORY and not allowed otherwise. Figures that are not broken down by this dimension are left out.',
    }),
    level: t.int({
      description:
        'With CATEGORY: a level of the category tree, where roots are level 1. Figures of deeper categories count for their ancestor at this level. If a category and one of its descendants both have a figure, only the figure of the category is used. Figures above the level are left out.',
    }),
  }),
})

export function withHeader<T extends Header>(type: TypeRef<T>): void {
  builder.objectFields(type, (t) => ({
    dataset: t.field({
      type: datasetType,
      nullable: true,
      description: 'The dataset, if grouped by DATASET.',
      resolve: (header) => header.dataset,
    }),
    metric: t.field({
      type: metricType,
      nullable: true,
      description: 'The metric, if grouped by METRIC.',
      resolve: (header) => header.metric,
    }),
    categories: t.field({
      ...costs({ items: ({ sizes }) => sizes.crossed }),
      type: [categoryType],
      description: 'The categories, one for each key of CATEGORY.',
      resolve: (header) => header.categories,
    }),
    period: t.field({
      type: 'Period',
      nullable: true,
      description: 'The period, if grouped by PERIOD.',
      resolve: (header) => header.period,
    }),
  }))
}

interface AggregateGroup extends Header {
  readonly tallies: readonly Tally[]
  readonly unit: Unit | null | undefined
  readonly rates: readonly SeriesRef[]
}

const groupType = builder.objectRef<AggregateGroup>('AggregateGroup')
withHeader(groupType)

/** Computes a result from the tally of a group, which is the only one with levels: others have been refused. */
function inUnit<T>(
  { tallies, unit }: AggregateGroup,
  asked: Maybe<Unit>,
  of: (tally: Tally, convert: (number: Decimal) => Decimal) => T | null,
): T | null {
  const tally = tallyOf(tallies)
  if (tally === null) return null
  const { measure } = tally
  const to = asked ?? unit ?? measure
  shiftBetween(measure, to) // refuses another measure, whether there is a number or not
  return of(tally, (number) => convert(number, measure, to))
}

groupType.implement({
  description: 'The figures that share the values of all group keys, aggregated.',
  fields: (t) => {
    const args = unitArgs('The unit of the result. The default is the unit chosen for all groups.')
    const level = (description: string, of: (tally: Tally) => Decimal | null) =>
      t.field({
        type: 'Decimal',
        nullable: true,
        description,
        args,
        resolve: (group, { unit }) =>
          inUnit(group, unit, (tally, convert) => {
            const number = of(tally)
            return number && convert(number)
          }),
      })
    const total = (description: string, of: (tally: Tally) => number) =>
      t.field({
        type: 'Count',
        description,
        resolve: ({ tallies }) => tallies.reduce((sum, tally) => sum + of(tally), 0),
      })
    return {
      sum: level(
        'The exact sum of the levels. A printed "-" counts as 0, and "over" or "under" a number counts as that number. Null if no figure has a level.',
        sumOf,
      ),
      bounds: t.field({
        type: boundsType,
        nullable: true,
        description:
          'The interval that contains the sum, given the printed digits and qualifiers of the figures. An end is open if it is open for one of them. Null if no figure has a level or one is ABOUT.',
        args,
        resolve: (group, { unit }) =>
          inUnit(group, unit, (tally, convert) => {
            const bounds = boundsOfSum(tally)
            return bounds && mapBounds(bounds, convert)
          }),
      }),
      average: level('The sum divided by the count, rounded half away from zero to 12 significant digits.', averageOf),
      min: level('The smallest level.', leastOf),
      max: level('The largest level.', mostOf),
      count: total('The number of figures with a level. A printed "-" is a level of 0.', ({ count }) => count),
      missing: total(
        'The number of figures without a level: missing, confidential or not applicable.',
        ({ missing }) => missing,
      ),
      rates: t.field({
        ...costs({ items: ({ sizes }) => sizes.rates }),
        type: [seriesType],
        description: `${ratesDescription} They are those of all groups.`,
        resolve: ({ rates }) => [...rates],
      }),
    }
  },
})

withReason(groupType, ({ tallies }) => tallyOf(tallies)?.reason)

function* refuse(group: AggregateGroup, asked: ReadonlySet<string>, view: View, allowOverlap: boolean): Steps<void> {
  const { codes } = view.snapshot
  if (asked.has('sum') || asked.has('bounds')) yield* refuseSum(group.tallies, { of: 'sum', allowOverlap, codes })
  else if (asked.has('average')) yield* refuseSum(group.tallies, { of: 'average', allowOverlap, codes })
  else if (asked.has('min') || asked.has('max')) {
    refuseMixed(group.tallies)
    refuseMeasures(group.tallies)
  } else return
  const tally = tallyOf(group.tallies)
  if (tally !== null && group.unit != null) shiftBetween(tally.measure, group.unit)
}

function groupsAsked({ args, census }: Asked): number {
  const groups = census?.groups(filterIn(args), keysIn(args['groupBy'])) ?? mostGroups
  return Math.min(groups, mostGroups)
}

builder.queryField('aggregate', (t) =>
  t.field({
    ...costs({
      needsCensus: true,
      weight: (asked) => taking(asked) + (asked.args['unit'] == null ? 4 : 12) * groupsAsked(asked),
      items: groupsAsked,
    }),
    type: [groupType],
    nullable: true,
    description:
      'Figures grouped, added up, averaged and counted, in code list order and by period, at most 10,000 groups. A sum or an average of figures that overlap (a category and one of its descendants, a group and its members, a total and a part, a month and its year to date, trade and exports) is refused with WOULD_DOUBLE_COUNT, as is the sum of a stock over time. The sum of a ratio is refused with BAD_USER_INPUT, a sum of several measures with UNIT_MISMATCH. Figures of several datasets are refused with WOULD_MIX_DATASETS unless they are grouped by DATASET or only counted.',
    args: {
      filter: t.arg({ type: filterType, required: true, description: 'Selects the figures.' }),
      groupBy: t.arg({
        type: [groupKeyType],
        required: true,
        description: 'The properties to group by. An empty list makes one group of all figures.',
      }),
      unit: t.arg({
        type: unitType,
        description:
          'The unit of all groups. The default is the base unit of each group’s measure. Figures in another currency are converted first, each by the exchange rate of its own days as known at the time the filter selects. A group without a rate has no sum, with a reason.',
      }),
      allowOverlap: t.arg.boolean({
        defaultValue: false,
        description: 'Allows sums of figures that overlap. The other refusals still apply.',
      }),
    },
    resolve: async (_, { filter, groupBy, unit, allowOverlap }, { view }, info) => {
      const [keys = []] = resolveKeys([groupBy], view.snapshot.codes)
      const asked = fieldsBelow(info)
      const mixed = !combined.some((field) => asked.has(field))
      const exchange = unit == null ? null : new StoredRates(view, unit, filter.asOf)
      const groupsFound = await groupsOf(view, {
        filter,
        keys: [keys],
        most: mostGroups,
        before: false,
        exchange,
        mixed,
      })
      const found = listOf(groupsFound)
      const rates = exchange?.series ?? []
      const order = orderOf(
        found.map(([header]) => header),
        keys,
      )
      const groups = order.map((at): AggregateGroup => {
        const [header, tallies] = found[at] as (typeof found)[number]
        return { ...header, tallies, unit, rates }
      })
      const checked = (function* () {
        for (const group of groups) {
          yield* refuse(group, asked, view, allowOverlap ?? false)
          yield
        }
      })()
      await view.pace.run(checked)
      return groups
    },
  }),
)
