import type { GraphQLResolveInfo } from 'graphql'
import { type Category, type CategoryRef, categoryText, type Metric, total } from '../../domain/codes/codes.js'
import type { Dataset } from '../../domain/codes/dataset.js'
import { onlyOne } from '../../domain/codes/default-dataset.js'
import {
  type ConnectionArgs,
  defaultOrder,
  type IndicatorFilter,
  type IndicatorQuery,
  type ListScope,
} from '../../domain/observations/filter.js'
import { seriesKey } from '../../domain/observations/series-key.js'
import type { Period } from '../../domain/periods/period.js'
import { baseOf } from '../../domain/units/unit.js'
import { Refusal } from '../../errors.js'
import { readDatasetFacets, readMetricFacets, readPeriodFacets } from '../../store/query/counts/facets.js'
import { pageSizes, refuseLonger, sizeOf } from '../../store/query/page.js'
import type { Indicator } from '../../store/query/rows.js'
import type { View } from '../../store/query/view.js'
import { builder, type TypeRef } from '../builder.js'
import { type Asked, costs, filterIn, filterWeight, pageOf, taking } from '../cost.js'
import { connectionArgs, connectionOf, type LazyConnection, pageCosts } from '../relay/connection.js'
import {
  categoryType,
  datasetType,
  dimensionType,
  indicatorType,
  metricType,
  releaseType,
  seriesType,
} from '../relay/node.js'
import { contentsSelected, fieldsBelow } from '../selection.js'
import { filterType, orderType } from './indicator-filter.js'
import { frequencyType } from './series.js'
import { unitType } from './unit.js'

type Facet<Name extends string, Of> = Readonly<Record<Name, Of>> & { readonly count: number }
type CategoryFacet = Facet<'category', Category>
type MetricFacet = Facet<'metric', Metric>
type DatasetFacet = Facet<'dataset', Dataset>
type PeriodFacet = Facet<'period', Period>

interface IndicatorListing extends LazyConnection<Indicator> {
  readonly facets: () => Promise<readonly CategoryFacet[]>
  readonly metrics: () => Promise<readonly MetricFacet[]>
  readonly datasets: () => Promise<readonly DatasetFacet[]>
  readonly periods: () => Promise<readonly PeriodFacet[]>
}

const mostItems = 10_000

const listWeight = 400

/** The cost of reading a page: each figure is a row of the store. */
const reading = (asked: Asked): number =>
  listWeight + filterWeight(asked) + 5 * pageOf(asked.args, pageSizes.usual, pageSizes.most)

const counting = ({ sizes }: Asked): number => 200 + sizes.figures / 1000

const facetType = builder.objectRef<CategoryFacet>('Facet').implement({
  description: 'A category with the number of its figures.',
  fields: (t) => ({
    dimension: t.field({
      type: dimensionType,
      description: 'The dimension.',
      resolve: ({ category }) => category.dimension,
    }),
    category: t.expose('category', { type: categoryType, description: 'The category.' }),
    count: t.expose('count', { type: 'Count', description: 'The number of figures.' }),
  }),
})

const metricFacetType = builder.objectRef<MetricFacet>('MetricFacet').implement({
  description: 'A metric with the number of its figures.',
  fields: (t) => ({
    metric: t.expose('metric', { type: metricType, description: 'The metric.' }),
    count: t.expose('count', { type: 'Count', description: 'The number of figures.' }),
  }),
})

const datasetFacetType = builder.objectRef<DatasetFacet>('DatasetFacet').implement({
  description: 'A dataset with the number of its figures.',
  fields: (t) => ({
    dataset: t.expose('dataset', { type: datasetType, description: 'The dataset.' }),
    count: t.expose('count', { type: 'Count', description: 'The number of figures.' }),
  }),
})

const periodFacetType = builder.objectRef<PeriodFacet>('PeriodFacet').implement({
  description: 'A period with the number of its figures.',
  fields: (t) => ({
    period: t.expose('period', { type: 'Period', description: 'The period.' }),
    frequency: t.field({
      type: frequencyType,
      description: 'The frequency of its figures.',
      resolve: ({ period }) => period.frequency,
    }),
    count: t.expose('count', { type: 'Count', description: 'The number of figures.' }),
  }),
})

const indicatorConnection = connectionOf<Indicator, IndicatorListing>(indicatorType, counting)
builder.objectField(indicatorConnection, 'facets', (t) =>
  t.field({
    ...costs({ weight: counting, items: ({ sizes }) => sizes.categories }),
    type: [facetType],
    description:
      'The categories of the figures that match the filter without its categories and within, each with the number of its figures.',
    resolve: (list) => bounded(list.facets()),
  }),
)

builder.objectField(indicatorConnection, 'metrics', (t) =>
  t.field({
    ...costs({ weight: counting, items: ({ sizes }) => sizes.metrics }),
    type: [metricFacetType],
    description:
      'The metrics of the figures that match the filter without its top-level metrics, each with the number of its figures, in code list order.',
    resolve: (list) => bounded(list.metrics()),
  }),
)

builder.objectField(indicatorConnection, 'datasets', (t) =>
  t.field({
    ...costs({ weight: counting, items: ({ sizes }) => sizes.datasets }),
    type: [datasetFacetType],
    description:
      'The datasets of the figures that match the filter without its top-level datasets, each with the number of its figures, in code list order.',
    resolve: (list) => list.datasets(),
  }),
)

builder.objectField(indicatorConnection, 'periods', (t) =>
  t.field({
    ...costs({ weight: counting, items: ({ sizes }) => Math.min(sizes.figures, mostItems) }),
    type: [periodFacetType],
    description:
      'The periods of the figures that match the filter without its top-level periods, from and to, each with the number of its figures, by last day, then by length, shortest first.',
    resolve: (list) => bounded(list.periods()),
  }),
)

async function bounded<T>(reading: Promise<readonly T[]>): Promise<readonly T[]> {
  const facets = await reading
  refuseLonger(facets.length, mostItems, 'facets')
  return facets
}

/** A list whose parts are read at most once each, when a field selects them. */
class IndicatorList implements IndicatorListing {
  readonly #view: View
  readonly #query: IndicatorQuery
  readonly #given: ConnectionArgs
  readonly #info: GraphQLResolveInfo
  #page: ReturnType<View['page']> | null = null
  #count: Promise<number> | null = null
  #facets: ReturnType<View['facets']> | null = null

  constructor(view: View, query: IndicatorQuery, given: ConnectionArgs, info: GraphQLResolveInfo) {
    sizeOf(given) // refuses too many, whether the page itself is asked for or not
    this.#view = view
    this.#query = query
    this.#given = given
    this.#info = info
  }

  page() {
    this.#page ??= this.#view.page(this.#query, this.#given, contentsSelected(this.#info))
    return this.#page
  }

  count() {
    this.#count ??= this.#readCount()
    return this.#count
  }

  async facets() {
    return (await this.#readFacets()).facets
  }

  async metrics() {
    return readMetricFacets(this.#view, this.#query)
  }

  async datasets() {
    return readDatasetFacets(this.#view, this.#query)
  }

  async periods() {
    const { filter, scope } = this.#query
    return readPeriodFacets(this.#view, { filter: withoutPeriods(filter), scope })
  }

  async #readCount(): Promise<number> {
    const total = fieldsBelow(this.#info).has('facets') ? (await this.#readFacets()).total : null
    return total ?? this.#view.count(this.#query)
  }

  #readFacets() {
    this.#facets ??= this.#view.facets(this.#query)
    return this.#facets
  }
}

const withoutPeriods = ({ periods: _, from: __, to: ___, ...rest }: IndicatorFilter): IndicatorFilter => rest

const filterArg = () =>
  builder.args((t) => ({ filter: t.field({ type: filterType, description: 'Selects the figures.' }) }))

builder.queryFields((t) => ({
  indicators: t.field({
    ...pageCosts(reading),
    type: indicatorConnection,
    nullable: true,
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
      new IndicatorList(view, { filter: filter ?? {}, scope: null, order: orderBy ?? defaultOrder }, given, info),
  }),
  periods: t.field({
    ...costs({
      needsCensus: true,
      weight: taking,
      items: ({ args, census, sizes }) => census?.groups(filterIn(args), [{ by: 'PERIOD' }]) ?? sizes.figures,
    }),
    type: [periodFacetType],
    nullable: true,
    description:
      'The periods of the figures that a filter selects, each with the number of its figures, by last day, then by length, shortest first.',
    args: filterArg(),
    resolve: async (_, { filter }, { view }) => {
      const facets = await readPeriodFacets(view, { filter: filter ?? {}, scope: null })
      refuseLonger(facets.length, mostItems, 'periods')
      return facets
    },
  }),
  indicator: t.field({
    ...costs({ weight: ({ sizes }) => 10 + sizes.datasets * sizes.measures }),
    type: indicatorType,
    nullable: true,
    description:
      'The current figure with these codes, or null if there is none. A code that does not exist is an error, UNKNOWN_CODE, and a figure that several datasets have is AMBIGUOUS.',
    args: {
      dataset: t.arg.string({
        description:
          'The code of the dataset. The default is the only one that has such a figure, or the default dataset of the server.',
      }),
      metric: t.arg.string({ required: true, description: 'The code of the metric.' }),
      categories: t.arg.stringList({
        defaultValue: [categoryText(total)],
        description: 'The categories of the breakdown: "EU", or "PARTNER:EU" if the code alone is ambiguous.',
      }),
      period: t.arg({ type: 'Period', required: true, description: 'The period.' }),
      measure: t.arg({ type: unitType, description: 'Any unit of the measure, for a metric with several measures.' }),
    },
    resolve: async (_, { dataset, metric, categories, period, measure }, { view }) => {
      const { codes, defaultDataset } = view.snapshot
      const found = codes.findMetric(metric)
      const holding = codes.datasets.filter((each) => codes.contentsOf(each).metrics.includes(found))
      const datasets = dataset == null ? holding : [codes.findDataset(dataset)]
      const refs = (categories ?? [categoryText(total)]).map((name): CategoryRef => {
        const { dimension, code } = codes.findCategory(name)
        return { dimension: dimension.code, code }
      })
      const measures = measure == null ? found.measures : [baseOf(measure)]
      const { frequency } = period
      const parts = { metric: found.code, categories: refs, frequency }
      const keys = datasets.flatMap(({ code }) =>
        measures.map((each) => seriesKey({ ...parts, dataset: code, measure: each })),
      )
      const all = await view.current(keys, period)
      const datasetOf = ({ release }: Indicator): Dataset => release.dataset
      const own = onlyOne(all, (each) => datasetOf(each).code, defaultDataset, 'The figure')
      const figures = all.filter((each) => own !== null && datasetOf(each) === datasetOf(own))
      if (figures.length > 1)
        throw new Refusal('BAD_USER_INPUT', `${metric} has this figure in several measures: choose one with measure.`, {
          allowed: figures.map(({ unit }) => baseOf(unit)),
        })
      return figures[0] ?? null
    },
  }),
}))

function withIndicators<T>(type: TypeRef<T>, description: string, scopeOf: (noun: T) => ListScope): void {
  builder.objectField(type, 'indicators', (t) =>
    t.field({
      ...pageCosts(reading),
      type: indicatorConnection,
      description,
      args: { ...connectionArgs(), ...filterArg() },
      resolve: (noun, { filter, ...given }, { view }, info) =>
        new IndicatorList(view, { filter: filter ?? {}, scope: scopeOf(noun), order: defaultOrder }, given, info),
    }),
  )
}

withIndicators(metricType, 'Its figures, in the usual order.', ({ id }) => ({ kind: 'metric', id }))
withIndicators(
  categoryType,
  'The figures that are broken down by it, in the usual order; those below it are not.',
  ({ id }) => ({ kind: 'category', id }),
)
withIndicators(seriesType, 'Its figures, the newest period first.', ({ id }) => ({ kind: 'series', id }))
withIndicators(datasetType, 'Its figures, in the usual order.', ({ code }) => ({ kind: 'dataset', code }))
withIndicators(releaseType, 'All that it printed, as it printed it, what it only confirmed included.', ({ code }) => ({
  kind: 'release',
  code,
}))
