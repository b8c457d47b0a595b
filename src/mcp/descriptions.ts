import { z } from 'zod'
import {
  McpDescribeDatasetDocument,
  McpDescribeDimensionDocument,
  McpDescribeMetricDocument,
  type McpDescribeMetricQuery,
  McpDescribeStoreDocument,
  McpDescribeUnitDocument,
} from '../generated/gql/mcp/graphql.js'
import { type Ask, known } from './ask.js'
import { category, categoryOf, listing, paged, part, versioned, versionOf } from './figure.js'
import type { Result } from './tool.js'

const coded = z.object({ code: z.string(), name: z.string() })
const codes = z.array(z.string())

const release = z.object({
  code: z.string(),
  title: z.string(),
  publisher: z.string(),
  publishedAt: z.string(),
  stage: z.string(),
  retractedAt: z.string().nullable(),
  citation: z.string(),
})

const coverage = z
  .array(z.object({ frequency: z.string(), first: z.string(), last: z.string(), figures: z.int() }))
  .describe('The first and the last period with a figure, by frequency.')

const overview = z.object({
  figures: z.int().describe('The number of current figures.'),
  series: z.int(),
  latestRelease: release.nullable(),
  datasets: z.array(
    coded.extend({
      agency: z.string(),
      reporter: z.string().nullable(),
      metrics: codes,
      dimensions: codes,
      latestRelease: release.nullable(),
    }),
  ),
  metrics: z.array(coded),
  dimensions: z.array(coded),
})

const dataset = coded.extend({
  description: z.string().nullable(),
  agency: z.string(),
  reporter: z.string().nullable(),
  licence: z.string().nullable(),
  homepage: z.string().nullable(),
  contents: z.array(z.object({ metric: z.string(), name: z.string(), measures: codes, dimensions: codes })),
  coverage,
  releases: z.array(release).describe('The newest releases, at most 10.'),
  releaseCount: z.int(),
  calendar: z.array(z.object({ at: z.string(), title: z.string() })).describe('The releases that were announced.'),
})

const metric = coded.extend({
  inChinese: z.string(),
  description: z.string().nullable(),
  additivity: z.string().describe('FLOW adds up over categories and time, STOCK over categories, RATIO not at all.'),
  identity: z.string().nullable().describe('The metrics of which it is the sum or difference.'),
  measures: codes.describe('The base units of its figures.'),
  dimensions: codes,
  coverage,
})

const dimension = coded.extend({
  description: z.string().nullable(),
  parent: z.string().nullable(),
  ...paged,
  categories: z.array(category.extend({ children: z.int() })),
})

const unit = coded.extend({ base: z.string(), factor: z.string().describe('The number of base units in one, exact.') })

export const description = z.object({
  ...versioned,
  store: overview.optional(),
  dataset: dataset.optional(),
  metric: metric.optional(),
  dimension: dimension.optional(),
  units: z.array(unit).optional(),
})
export type Description = Result<z.output<typeof description>>

export type Language = 'EN' | 'ZH'

export async function describeStore(ask: Ask, language: Language): Promise<Description> {
  const { store, metrics, dimensions } = await ask(McpDescribeStoreDocument, { language })
  const { indicators, series, latestRelease } = store
  const datasets = store.datasets.map(({ metrics, dimensions, releases, ...rest }) => ({
    ...{ ...rest, metrics: metrics.map(codeOf), dimensions: dimensions.map(codeOf) },
    latestRelease: releases.nodes[0] ?? null,
  }))
  const lines = datasets.map(
    ({ code, name, metrics, dimensions, latestRelease }) =>
      `- ${code}: ${name}. Metrics: ${listed(metrics)}. Dimensions: ${listed(dimensions)}. Newest release: ${latestRelease?.citation ?? 'none'}`,
  )
  const overview = {
    ...{ figures: indicators, series, latestRelease, datasets },
    ...{ metrics: known(metrics), dimensions: known(dimensions) },
  }
  const text = [`${indicators} figures of ${series} series in ${datasets.length} datasets:`, ...lines].join('\n')
  return { content: { ...versionOf(store), store: overview }, text }
}

export async function describeDataset(ask: Ask, code: string, language: Language): Promise<Description> {
  const { dataset, periods, store } = await ask(McpDescribeDatasetDocument, { code, language })
  const { contents, releases, ...rest } = known(dataset)
  const described = {
    ...{ ...rest, coverage: coverageOf(known(periods)), releases: releases.nodes, releaseCount: releases.totalCount },
    contents: contents.map(({ metric, measures, dimensions }) => ({
      ...{ metric: metric.code, name: metric.name, measures, dimensions: dimensions.map(codeOf) },
    })),
  }
  const text = [
    `${rest.code}: ${rest.name}. ${rest.description ?? ''}`,
    ...described.contents.map(
      ({ metric, name, measures, dimensions }) =>
        `- ${metric}: ${name}, in ${listed(measures)}, by ${listed(dimensions)}`,
    ),
    ...described.coverage.map(coverageLine),
    `Newest release: ${described.releases[0]?.citation ?? 'none'}`,
  ]
  return { content: { ...versionOf(store), dataset: described }, text: text.join('\n') }
}

export async function describeMetric(ask: Ask, code: string, language: Language): Promise<Description> {
  const { metric, periods, store } = await ask(McpDescribeMetricDocument, { code, language })
  const { dimensions, ...rest } = known(metric)
  const described = { ...rest, dimensions: dimensions.map(codeOf), coverage: coverageOf(known(periods)) }
  const { name, description, additivity, identity, measures } = described
  const text = [
    `${rest.code}: ${name}. ${description ?? ''}`,
    `${additivity}${identity === null ? '' : `, ${rest.code} = ${identity}`}, in ${listed(measures)}, by ${listed(described.dimensions)}`,
    ...described.coverage.map(coverageLine),
  ]
  return { content: { ...versionOf(store), metric: described }, text: text.join('\n') }
}

interface Part {
  readonly parent?: string | undefined
  readonly first: number
  readonly after?: string | undefined
}

export async function describeDimension(
  ask: Ask,
  code: string,
  language: Language,
  { parent, first, after }: Part,
): Promise<Description> {
  const { dimension, store } = await ask(McpDescribeDimensionDocument, { code, parent, language })
  const { categories: all, ...rest } = known(dimension)
  const { items, ...page } = part(all, first, after)
  const categories = items.map(({ children, ...node }) => ({
    ...categoryOf({ ...node, dimension: { code } }),
    children: children.length,
  }))
  const lines = categories.map(
    ({ code, name, isAggregate, children }) =>
      `${code}: ${name}${isAggregate ? ', a group' : ''}${children > 0 ? `, ${children} below it` : ''}`,
  )
  return {
    content: { ...versionOf(store), dimension: { ...rest, parent: parent ?? null, ...page, categories } },
    text: `${rest.code}: ${rest.name}. ${listing('categories', page, lines)}`,
  }
}

/** Describes the units that a unit can be converted to, or all units for null. */
export async function describeUnit(ask: Ask, code: string | null, language: Language): Promise<Description> {
  const { units, store } = await ask(McpDescribeUnitDocument, { unit: code, language })
  const lines = known(units).map(({ code, name, base, factor }) => `- ${code}: ${name}, ${factor} ${base}`)
  return { content: { ...versionOf(store), units: known(units) }, text: lines.join('\n') }
}

const listed = (codes: readonly string[]): string => codes.join(', ') || 'none'

const codeOf = ({ code }: { readonly code: string }): string => code

type Periods = NonNullable<McpDescribeMetricQuery['periods']>

/** Returns the span of each frequency; periods are in order of time. */
function coverageOf(periods: Periods): z.output<typeof coverage> {
  const spans = new Map<string, z.output<typeof coverage>[number]>()
  for (const { frequency, period, count } of periods) {
    const { first = period, figures = 0 } = spans.get(frequency) ?? {}
    spans.set(frequency, { frequency, first, last: period, figures: figures + count })
  }
  return [...spans.values()]
}

const coverageLine = ({ frequency, first, last, figures }: z.output<typeof coverage>[number]): string =>
  `${frequency}: ${first} to ${last}, figures: ${figures}`
