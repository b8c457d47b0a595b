import type { ObjectRef } from '@pothos/core'
import { refuseMeasures, refuseSum } from '../../domain/aggregation/double-count.js'
import { averageOf, boundsOfSum, sumOf, type Tally } from '../../domain/aggregation/tally.js'
import type { Decimal } from '../../domain/numbers/decimal.js'
import {
  compareHeaders,
  type GroupKey,
  type groupBys,
  type Header,
  resolveKeys,
} from '../../domain/observations/group-key.js'
import { convert, shiftBetween, type Unit } from '../../domain/units/unit.js'
import type { Steps } from '../../lib/steps.js'
import { groupsOf } from '../../store/query/groups.js'
import type { View } from '../../store/query/view.js'
import { builder } from '../builder.js'
import { type Asked, costs, filterIn, keysIn, taking } from '../cost.js'
import { categoryType, metricType } from '../relay/node.js'
import { fieldsBelow } from '../selection.js'
import { boundsType } from './indicator.js'
import { filterType } from './indicator-filter.js'
import { unitType } from './unit.js'

const mostGroups = 10_000

const groupByType = builder.enumType('GroupBy', {
  description: 'The properties that figures can be grouped by.',
  values: {
    METRIC: { description: 'The metric.' },
    CATEGORY: { description: 'The category in a dimension.' },
    PERIOD: { description: 'The period.' },
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

/** Adds the fields of a group header to a type. */
export function withHeader<T extends Header>(type: ObjectRef<typeof builder.$inferSchemaTypes, T>): void {
  builder.objectFields(type, (t) => ({
    metric: t.field({
      type: metricType,
      nullable: true,
      description: 'The metric, if grouped by METRIC.',
      resolve: (header) => (header as T).metric,
    }),
    categories: t.field({
      ...costs({ items: ({ sizes }) => sizes.crossed }),
      type: [categoryType],
      description: 'The categories, one for each key of CATEGORY.',
      resolve: (header) => (header as T).categories,
    }),
    period: t.field({
      type: 'Period',
      nullable: true,
      description: 'The period, if grouped by PERIOD.',
      resolve: (header) => (header as T).period,
    }),
  }))
}

interface AggregateGroup extends Header {
  readonly tallies: readonly Tally[]
  readonly unit: Unit | null | undefined
}

const groupType = builder.objectRef<AggregateGroup>('AggregateGroup')
withHeader(groupType)

type Maybe<T> = T | null | undefined

/** The tally of the first measure with levels: sums of several measures are refused before. */
const measured = ({ tallies }: AggregateGroup): Tally | undefined =>
  tallies.find(({ count }) => count > 0) ?? tallies[0]

function inUnit(group: AggregateGroup, asked: Maybe<Unit>, of: (tally: Tally) => Decimal | null): Decimal | null {
  const tally = measured(group)
  if (tally === undefined) return null
  const unit = asked ?? group.unit ?? tally.measure
  shiftBetween(tally.measure, unit) // refuses another measure, whether there is a number or not
  const value = of(tally)
  return value && convert(value, tally.measure, unit)
}

const total = ({ tallies }: AggregateGroup, of: (tally: Tally) => number): number =>
  tallies.reduce((sum, tally) => sum + of(tally), 0)

const unitArg = () =>
  builder.args((t) => ({
    unit: t.field({
      type: unitType,
      description: 'The unit of the result. The default is the unit chosen for all groups.',
    }),
  }))

groupType.implement({
  description: 'The figures that share the values of all group keys, aggregated.',
  fields: (t) => ({
    sum: t.field({
      type: 'Decimal',
      nullable: true,
      description:
        'The exact sum of the levels. A printed "-" counts as 0, and "over" or "under" a number counts as that number. Null if no figure has a level.',
      args: unitArg(),
      resolve: (group, { unit }) => inUnit(group, unit, sumOf),
    }),
    bounds: t.field({
      type: boundsType,
      nullable: true,
      description:
        'The interval that contains the sum, given the printed digits and qualifiers of the figures. An end is open if it is open for one of them. Null if no figure has a level or one is ABOUT.',
      args: unitArg(),
      resolve: (group, { unit }) => {
        const end = (which: 'low' | 'high') => inUnit(group, unit, (tally) => boundsOfSum(tally)?.[which] ?? null)
        const tally = measured(group)
        const bounds = tally && boundsOfSum(tally)
        const [low, high] = [end('low'), end('high')]
        return bounds ? { ...bounds, low, high } : null
      },
    }),
    average: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'The sum divided by the count, rounded half away from zero to 12 significant digits.',
      args: unitArg(),
      resolve: (group, { unit }) => inUnit(group, unit, averageOf),
    }),
    min: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'The smallest level.',
      args: unitArg(),
      resolve: (group, { unit }) => inUnit(group, unit, ({ least }) => least),
    }),
    max: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'The largest level.',
      args: unitArg(),
      resolve: (group, { unit }) => inUnit(group, unit, ({ most }) => most),
    }),
    count: t.int({
      description: 'The number of figures with a level. A printed "-" is a level of 0.',
      resolve: (group) => total(group, ({ count }) => count),
    }),
    missing: t.int({
      description: 'The number of figures without a level: missing, confidential or not applicable.',
      resolve: (group) => total(group, ({ missing }) => missing),
    }),
  }),
})

/** Throws if one of the selected fields cannot be computed for the group. */
function* refuse(group: AggregateGroup, asked: ReadonlySet<string>, view: View, allowOverlap: boolean): Steps<void> {
  const { codes } = view.snapshot
  if (asked.has('sum') || asked.has('bounds')) yield* refuseSum(group.tallies, { of: 'sum', allowOverlap, codes })
  else if (asked.has('average')) yield* refuseSum(group.tallies, { of: 'average', allowOverlap, codes })
  else if (asked.has('min') || asked.has('max')) refuseMeasures(group.tallies)
  else return
  const tally = measured(group)
  if (tally !== undefined && group.unit != null) shiftBetween(tally.measure, group.unit)
}

/** The upper bound of the number of groups. */
function groupsAsked({ args, census }: Asked): number {
  const groups = census?.groups(filterIn(args), keysIn(args['groupBy'])) ?? mostGroups
  return Math.min(groups, mostGroups)
}

builder.queryField('aggregate', (t) =>
  t.field({
    ...costs({
      needsCensus: true,
      weight: (asked) => taking(asked) + 4 * groupsAsked(asked),
      items: groupsAsked,
    }),
    type: [groupType],
    description:
      'Figures grouped, added up, averaged and counted, in code list order and by period, at most 10,000 groups. A sum or an average of figures that overlap (a category and one of its descendants, a group and its members, a total and a part, a month and its year to date, trade and exports) is refused with WOULD_DOUBLE_COUNT, as is the sum of a stock over time. The sum of a ratio is refused with BAD_USER_INPUT, a sum of several measures with UNIT_MISMATCH.',
    args: {
      filter: t.arg({ type: filterType, required: true, description: 'Selects the figures.' }),
      groupBy: t.arg({
        type: [groupKeyType],
        required: true,
        description: 'The properties to group by. An empty list makes one group of all figures.',
      }),
      unit: t.arg({
        type: unitType,
        description: 'The unit of all groups. The default is the base unit of each group’s measure.',
      }),
      allowOverlap: t.arg.boolean({
        defaultValue: false,
        description: 'Allows sums of figures that overlap. The other refusals still apply.',
      }),
    },
    resolve: async (_, { filter, groupBy, unit, allowOverlap }, { view }, info) => {
      const [keys = []] = resolveKeys([groupBy], view.snapshot.codes)
      const found = await groupsOf(view, { filter, keys: [keys], most: mostGroups, before: false, exchange: null })
      const groups = found.flatMap(({ headers: [header], tallies }): AggregateGroup[] =>
        header === undefined ? [] : [{ ...header, tallies, unit }],
      )
      const asked = fieldsBelow(info)
      const checked = (function* () {
        for (const group of groups) {
          yield* refuse(group, asked, view, allowOverlap ?? false)
          yield
        }
      })()
      await view.pace.run(checked)
      return groups.sort(compareHeaders(keys))
    },
  }),
)
