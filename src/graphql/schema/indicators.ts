import type { ObjectRef } from '@pothos/core'
import type { GraphQLResolveInfo } from 'graphql'
import { type Category, type CategoryRef, categoryText, total } from '../../domain/codes/codes.js'
import {
  type ConnectionArgs,
  defaultOrder,
  type IndicatorFilter,
  type IndicatorQuery,
  type ListScope,
} from '../../domain/observations/filter.js'
import { seriesKey } from '../../domain/observations/series-key.js'
import { baseOf } from '../../domain/units/unit.js'
import { Refusal } from '../../errors.js'
import { pageSizes, refuseLonger, sizeOf } from '../../store/query/page.js'
import type { Indicator } from '../../store/query/rows.js'
import type { View } from '../../store/query/view.js'
import { askedBelow } from '../asked.js'
import { builder } from '../builder.js'
import { type Asked, costs, filterWeight, pageOf } from '../cost.js'
import { cursorsAsked, partsAsked } from '../parts.js'
import {
  connectionArgs,
  connectionOf,
  type LazyConnection,
  lazyConnection,
  once,
  pageCosts,
} from '../relay/connection.js'
import { categoryType, dimensionType, indicatorType, metricType, releaseType, seriesType } from '../relay/node.js'
import { filterType, orderType } from './indicator-filter.js'
import { unitType } from './unit.js'

interface Facet {
  readonly category: Category
  readonly count: number
}

interface IndicatorListing extends LazyConnection<Indicator> {
  readonly facets: () => Promise<readonly Facet[]>
}

const mostItems = 10_000

/** What it costs to read a page: each figure is a row of the store. */
const reading = (asked: Asked): number =>
  10 + filterWeight(asked) + 5 * pageOf(asked.args, pageSizes.usual, pageSizes.most)

/** What it costs to count all figures that a filter leaves. */
const counting = ({ sizes }: Asked): number => 200 + sizes.figures / 1000

const facetType = builder.objectRef<Facet>('Facet').implement({
  description: 'A category that is left to choose.',
  fields: (t) => ({
    dimension: t.field({
      type: dimensionType,
      description: 'Its dimension.',
      resolve: ({ category }) => category.dimension,
    }),
    category: t.expose('category', { type: categoryType, description: 'The category.' }),
    count: t.exposeInt('count', { description: 'How many figures there are of it.' }),
  }),
})

const indicatorConnection = connectionOf<Indicator, IndicatorListing>(indicatorType, counting)
builder.objectField(indicatorConnection, 'facets', (t) =>
  t.field({
    ...costs({ weight: counting, items: ({ sizes }) => sizes.categories }),
    type: [facetType],
    description:
      'The categories of the list, were the filter’s own categories and within not given, each with its figures counted.',
    resolve: async (list) => {
      const facets = await list.facets()
      refuseLonger(facets.length, mostItems, 'facets')
      return facets
    },
  }),
)

function list(view: View, query: IndicatorQuery, given: ConnectionArgs, info: GraphQLResolveInfo): IndicatorListing {
  sizeOf(given) // refuses too many, whether the page itself is asked for or not
  const asked = askedBelow(info)
  const facets = once(() => view.facets(query))
  return {
    ...lazyConnection({
      page: () => view.page(query, given, { parts: partsAsked(info), cursors: cursorsAsked(info) }),
      count: async () => (asked.has('facets') ? (await facets()).total : null) ?? view.count(query),
    }),
    facets: async () => (await facets()).facets,
  }
}

const filterArg = () => builder.args((t) => ({ filter: t.field({ type: filterType, description: 'Which figures.' }) }))

builder.queryFields((t) => ({
  indicators: t.field({
    ...pageCosts(reading),
    type: indicatorConnection,
    description: 'Figures, by dimension, by unit, by anything that is known of them.',
    args: {
      ...filterArg(),
      orderBy: t.arg({
        type: [orderType],
        description:
          'The keys of their order, the weightiest first; the newest period first, then metrics and categories in code list order, where it is left out.',
      }),
      ...connectionArgs(),
    },
    resolve: (_, { filter, orderBy, ...given }, { view }, info) =>
      list(view, { filter: filter ?? {}, scope: null, order: orderBy ?? defaultOrder }, given, info),
  }),
  indicator: t.field({
    ...costs({ weight: 10 }),
    type: indicatorType,
    nullable: true,
    description: 'The current figure of these codes; null where there is none.',
    args: {
      metric: t.arg.string({ required: true, description: 'The code of its metric.' }),
      categories: t.arg.stringList({
        defaultValue: [categoryText(total)],
        description: 'What it is broken down by: "EU", or "PARTNER:EU" where the code alone is ambiguous.',
      }),
      period: t.arg({ type: 'Period', required: true, description: 'Its period.' }),
      measure: t.arg({ type: unitType, description: 'Any unit of its measure, where the metric is held in several.' }),
    },
    resolve: async (_, { metric, categories, period, measure }, { view }) => {
      const { codes } = view.snapshot
      const found = codes.metric(metric)
      const refs = resolveRefs(view, categories ?? [categoryText(total)])
      if (found === null || refs === null) return null
      const measures = measure == null ? found.measures : [baseOf(measure)]
      const { frequency } = period
      const keys = measures.map((each) => seriesKey({ metric, categories: refs, measure: each, frequency }))
      const figures = await view.current(keys, period)
      if (figures.length > 1)
        throw new Refusal('BAD_USER_INPUT', `${metric} has this figure in several measures: say which.`, {
          allowed: figures.map(({ unit }) => baseOf(unit)),
        })
      return figures[0] ?? null
    },
  }),
}))

/** The categories that are named; null where one does not exist, so that the figure does not either. */
function resolveRefs(view: View, names: readonly string[]): readonly CategoryRef[] | null {
  try {
    return names.map((name) => {
      const { dimension, code } = view.snapshot.codes.findCategory(name)
      return { dimension: dimension.code, code }
    })
  } catch (error) {
    if (error instanceof Refusal && error.code === 'UNKNOWN_CODE') return null
    throw error
  }
}

/** Gives a noun the list of its figures. */
function withIndicators<T>(
  type: ObjectRef<typeof builder.$inferSchemaTypes, T>,
  description: string,
  scopeOf: (noun: T) => ListScope,
): void {
  builder.objectField(type, 'indicators', (t) =>
    t.field({
      ...pageCosts(reading),
      type: indicatorConnection,
      description,
      args: { ...connectionArgs(), ...filterArg() },
      resolve: (noun, { filter, ...given }, { view }, info) =>
        list(
          view,
          { filter: (filter ?? {}) as IndicatorFilter, scope: scopeOf(noun as T), order: defaultOrder },
          given,
          info,
        ),
    }),
  )
}

withIndicators(metricType, 'Its figures, in the usual order.', ({ id }) => ({ kind: 'metric', id }))
withIndicators(
  categoryType,
  'The figures that are broken down by it, in the usual order; those below it are not.',
  ({ id }) => ({
    kind: 'category',
    id,
  }),
)
withIndicators(seriesType, 'Its figures, the newest period first.', ({ id }) => ({ kind: 'series', id }))
withIndicators(releaseType, 'All that it printed, as it printed it, what it only confirmed included.', ({ code }) => ({
  kind: 'release',
  code,
}))
