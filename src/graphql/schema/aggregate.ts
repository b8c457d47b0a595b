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
import { askedBelow } from '../asked.js'
import { builder } from '../builder.js'
import { type Asked, costs, filterIn, keysIn, taking } from '../cost.js'
import { categoryType, metricType } from '../relay/node.js'
import { boundsType } from './indicator.js'
import { filterType } from './indicator-filter.js'
import { unitType } from './unit.js'

const mostGroups = 10_000

const groupByType = builder.enumType('GroupBy', {
  description: 'What figures can be grouped by.',
  values: {
    METRIC: { description: 'What is measured.' },
    CATEGORY: { description: 'The category in a dimension.' },
    PERIOD: { description: 'The period.' },
  } satisfies Record<(typeof groupBys)[number], object>,
})

/** The input GroupKey. */
export const groupKeyType = builder.inputRef<GroupKey>('GroupKey').implement({
  description: 'One thing that the figures of a group have in common.',
  fields: (t) => ({
    by: t.field({ type: groupByType, required: true, description: 'What it is.' }),
    dimension: t.string({
      description:
        'The code of a dimension: with CATEGORY, and only there. Figures that are not broken down by it are in no group.',
    }),
    level: t.int({
      description:
        'With CATEGORY: figures below this level of the tree count for the category at it that they are below, the roots being level 1. ' +
        'Where there is a figure of a category and of one below it, the upper one stands for both; figures above the level are in no group.',
    }),
  }),
})

/** Gives a type what its figures have in common. */
export function withHeader<T extends Header>(type: ObjectRef<typeof builder.$inferSchemaTypes, T>): void {
  builder.objectFields(type, (t) => ({
    metric: t.field({
      type: metricType,
      nullable: true,
      description: 'Their metric, where they are grouped by METRIC.',
      resolve: (header) => (header as T).metric,
    }),
    categories: t.field({
      ...costs({ items: ({ sizes }) => sizes.crossed }),
      type: [categoryType],
      description: 'Their categories, one for each CATEGORY that they are grouped by.',
      resolve: (header) => (header as T).categories,
    }),
    period: t.field({
      type: 'Period',
      nullable: true,
      description: 'Their period, where they are grouped by PERIOD.',
      resolve: (header) => (header as T).period,
    }),
  }))
}

/** Figures that have their keys in common, and the unit that is asked for all groups. */
interface AggregateGroup extends Header {
  readonly tallies: readonly Tally[]
  readonly unit: Unit | null | undefined
}

const groupType = builder.objectRef<AggregateGroup>('AggregateGroup')
withHeader(groupType)

type Maybe<T> = T | null | undefined

/** The one measure that a group's levels are of, and a number of them in a unit of it. */
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
    unit: t.field({ type: unitType, description: 'The unit to give it in; that of all groups where it is left out.' }),
  }))

groupType.implement({
  description: 'Figures that have their keys in common, taken together.',
  fields: (t) => ({
    sum: t.field({
      type: 'Decimal',
      nullable: true,
      description:
        'Their levels added up, exact; "-" adds nothing. Null where none has a level. What is over or under a number adds that number.',
      args: unitArg(),
      resolve: (group, { unit }) => inUnit(group, unit, sumOf),
    }),
    bounds: t.field({
      type: boundsType,
      nullable: true,
      description:
        'What the sum lies between by the printed digits and qualifiers of all of them; an end is open where a figure’s is. Null where none has a level, and where one is ABOUT.',
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
      description: 'The sum by the count, to 12 significant digits, half away from zero.',
      args: unitArg(),
      resolve: (group, { unit }) => inUnit(group, unit, averageOf),
    }),
    min: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'The smallest of their levels.',
      args: unitArg(),
      resolve: (group, { unit }) => inUnit(group, unit, ({ least }) => least),
    }),
    max: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'The largest of their levels.',
      args: unitArg(),
      resolve: (group, { unit }) => inUnit(group, unit, ({ most }) => most),
    }),
    count: t.int({
      description: 'How many of them have a level; "-" counts as 0 and is one of them.',
      resolve: (group) => total(group, ({ count }) => count),
    }),
    missing: t.int({
      description: 'How many have none: missing, confidential or not applicable.',
      resolve: (group) => total(group, ({ missing }) => missing),
    }),
  }),
})

/** Refuses what cannot be made of the figures of a group. */
function* refuse(group: AggregateGroup, asked: ReadonlySet<string>, view: View, allowOverlap: boolean): Steps<void> {
  const { codes } = view.snapshot
  if (asked.has('sum') || asked.has('bounds')) yield* refuseSum(group.tallies, { of: 'sum', allowOverlap, codes })
  else if (asked.has('average')) yield* refuseSum(group.tallies, { of: 'average', allowOverlap, codes })
  else if (asked.has('min') || asked.has('max')) refuseMeasures(group.tallies)
  else return
  const tally = measured(group)
  if (tally !== undefined && group.unit != null) shiftBetween(tally.measure, group.unit)
}

/** How many groups there will be, at most. */
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
      'Figures added up, averaged and counted by what they have in common; in code list order and by period, at most 10,000 groups. ' +
      'A sum or an average of figures that hold each other (a category and one below it, a group and its members, a total and a part, a month and its ' +
      'year to date, trade and exports) is WOULD_DOUBLE_COUNT. So is a sum of a stock over time; one of a ratio is BAD_USER_INPUT, and one of several measures UNIT_MISMATCH.',
    args: {
      filter: t.arg({ type: filterType, required: true, description: 'Which figures.' }),
      groupBy: t.arg({
        type: [groupKeyType],
        required: true,
        description: 'What the figures of a group have in common; nothing: one group of all.',
      }),
      unit: t.arg({
        type: unitType,
        description: 'The unit of all groups; the base unit of each one’s measure where it is left out.',
      }),
      allowOverlap: t.arg.boolean({
        defaultValue: false,
        description: 'Add up figures that hold each other all the same. It lifts none of the other refusals.',
      }),
    },
    resolve: async (_, { filter, groupBy, unit, allowOverlap }, { view }, info) => {
      const [keys = []] = resolveKeys([groupBy], view.snapshot.codes)
      const found = await groupsOf(view, { filter, keys: [keys], most: mostGroups, before: false, exchange: null })
      const groups = found.flatMap(({ headers: [header], tallies }): AggregateGroup[] =>
        header === undefined ? [] : [{ ...header, tallies, unit }],
      )
      const asked = askedBelow(info)
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
