import type { ObjectRef } from '@pothos/core'
import type { GraphQLResolveInfo } from 'graphql'
import { type Category, type CategoryRef, categoryText, total } from '../../domain/codes/codes.js'
import {
  type ConnectionArgs,
  defaultOrder,
  type IndicatorFilter,
  type IndicatorQuery,
  type Scope,
} from '../../domain/observations/filter.js'
import { seriesKey } from '../../domain/observations/series-key.js'
import { baseOf } from '../../domain/units/unit.js'
import { Refusal } from '../../errors.js'
import { pageSizes, refuseLonger, sizeOf } from '../../store/query/page.js'
import type { Indicator } from '../../store/query/rows.js'
import type { View } from '../../store/query/view.js'
import { builder } from '../builder.js'
import { type Asked, costs, filterWeight, pageOf } from '../cost.js'
import {
  connectionArgs,
  connectionOf,
  type LazyConnection,
  lazyConnection,
  once,
  pageCosts,
} from '../relay/connection.js'
import { categoryType, dimensionType, indicatorType, metricType, releaseType, seriesType } from '../relay/node.js'
import { cursorsSelected, fieldsBelow, partsSelected } from '../selection.js'
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

/** The cost of reading a page: each figure is a row of the store. */
const reading = (asked: Asked): number =>
  10 + filterWeight(asked) + 5 * pageOf(asked.args, pageSizes.usual, pageSizes.most)

/** The cost of counting the figures that match a filter. */
const counting = ({ sizes }: Asked): number => 200 + sizes.figures / 1000

const facetType = builder.objectRef<Facet>('Facet').implement({
  description: 'A category with the number of its figures.',
  fields: (t) => ({
    dimension: t.field({
      type: dimensionType,
      description: 'The dimension.',
      resolve: ({ category }) => category.dimension,
    }),
    category: t.expose('category', { type: categoryType, description: 'The category.' }),
    count: t.exposeInt('count', { description: 'The number of figures.' }),
  }),
})

const indicatorConnection = connectionOf<Indicator, IndicatorListing>(indicatorType, counting)
builder.objectField(indicatorConnection, 'facets', (t) =>
  t.field({
    ...costs({ weight: counting, items: ({ sizes }) => sizes.categories }),
    type: [facetType],
    description:
      'The categories of the figures that match the filter without its categories and within, each with the number of its figures.',
    resolve: async (list) => {
      const facets = await list.facets()
      refuseLonger(facets.length, mostItems, 'facets')
      return facets
    },
  }),
)

function list(view: View, query: IndicatorQuery, given: ConnectionArgs, info: GraphQLResolveInfo): IndicatorListing {
  sizeOf(given) // refuses too many, whether the page itself is asked for or not
  const asked = fieldsBelow(info)
  const facets = once(() => view.facets(query))
  return {
    ...lazyConnection({
      page: () => view.page(query, given, { parts: partsSelected(info), cursors: cursorsSelected(info) }),
      count: async () => (asked.has('facets') ? (await facets()).total : null) ?? view.count(query),
    }),
    facets: async () => (await facets()).facets,
  }
}

const filterArg = () =>
  builder.args((t) => ({ filter: t.field({ type: filterType, description: 'Selects the figures.' }) }))

builder.queryFields((t) => ({
  indicators: t.field({
    ...pageCosts(reading),
    type: indicatorConnection,
    description: 'Figures selected by metric, dimension, category, period, unit, value and more.',
    args: {
      ...filterArg(),
      orderBy: t.arg({
        type: [orderType],
        description:
          'The order, most significant key first. The default is newest period first, then metrics and categories in code list order.',
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
    description: 'The current figure with these codes, or null.',
    args: {
      metric: t.arg.string({ required: true, description: 'The code of the metric.' }),
      categories: t.arg.stringList({
        defaultValue: [categoryText(total)],
        description: 'The categories of the breakdown: "EU", or "PARTNER:EU" if the code alone is ambiguous.',
      }),
      period: t.arg({ type: 'Period', required: true, description: 'The period.' }),
      measure: t.arg({ type: unitType, description: 'Any unit of the measure, for a metric with several measures.' }),
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
        throw new Refusal('BAD_USER_INPUT', `${metric} has this figure in several measures: choose one with measure.`, {
          allowed: figures.map(({ unit }) => baseOf(unit)),
        })
      return figures[0] ?? null
    },
  }),
}))

/** Returns the named categories, or null if one does not exist. */
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

/** Adds the list of its figures to a type. */
function withIndicators<T>(
  type: ObjectRef<typeof builder.$inferSchemaTypes, T>,
  description: string,
  scopeOf: (noun: T) => Scope,
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
