import { monthlyMetric } from './generate.js'

/** What a client asks: GraphQL over HTTP, with a text that is the same each time. */
export interface Question {
  readonly query: string
  readonly variables: Readonly<Record<string, unknown>>
}

const page = `query Page($metrics: [String!], $dimensions: [String!], $periods: [Period!], $least: Decimal) {
  indicators(filter: { metrics: $metrics, dimensions: $dimensions, periods: $periods, value: { gte: $least } },
    orderBy: [{ field: VALUE, direction: DESC }], first: 50) {
    nodes { metric { code name } category { code name dimension { code } } value(unit: CNY_10_THOUSAND) }
  }
}`

const one = `query One($metrics: [String!], $categories: [String!], $least: Decimal) {
  indicators(filter: { metrics: $metrics, categories: $categories, value: { gte: $least } }, orderBy: [{ field: PERIOD, direction: ASC }], first: 50) {
    nodes { period value(unit: CNY_10_THOUSAND) metric { code name } category { code name } }
  }
}`

const derived = `query Derived($metrics: [String!], $categories: [String!], $least: Decimal) {
  growth: series(filter: { metrics: $metrics, categories: $categories, value: { gte: $least } }, transform: YOY_PERCENT) { ...table }
  share: series(filter: { metrics: $metrics, categories: $categories, value: { gte: $least } }, transform: SHARE) { ...table }
}
fragment table on SeriesTable { periods rows { series { key } points { value reported agreement } } }`

const table = `query Table($metrics: [String!], $categories: [String!], $dimension: String, $asOf: DateTime, $least: Decimal) {
  pivot(filter: { metrics: $metrics, categories: $categories, asOf: $asOf, value: { gte: $least } },
    rows: [{ by: CATEGORY, dimension: $dimension }], columns: [{ by: PERIOD }]) {
    rowHeaders { categories { code } } columnHeaders { period } cells unit
  }
}`

const facets = `query Facets($metrics: [String!], $dimensions: [String!], $least: Decimal) {
  indicators(filter: { metrics: $metrics, dimensions: $dimensions, value: { gte: $least } }, first: 0) {
    totalCount facets { category { code } count }
  }
}`

const metric = (n: number): string =>
  n % 20 < 3 ? (['TRADE', 'EXPORTS', 'IMPORTS'][n % 20] as string) : `METRIC_${(n % 20) - 2}`
const dimension = (n: number): string => 'ABCDE'[n % 5] as string
/** The code of one of 270 at the third level of a dimension, which every store of more than 300,000 figures has. */
const leaf = (dimension: string, n: number): string =>
  `${dimension}${n % 10}_${Math.floor(n / 10) % 9}_${Math.floor(n / 90) % 3}`
const category = (dimension: string, n: number): string => `${dimension}:${leaf(dimension, n)}`

const chart = `query Chart($metrics: [String!], $least: Decimal) {
  series(filter: { metrics: $metrics, from: "2022-01", to: "2023-12", value: { gte: $least } }, first: 350) {
    periods unit rows { series { key } values }
  }
}`

const graphilePage = `query Page($metric: String, $dimension: String, $period: Int, $least: BigFloat) {
  page(metric: $metric, dimension: $dimension, period: $period, atLeast: $least, first: 50) {
    nodes { metric { code name } category { code name dimension { code } } value }
  }
}`

const graphileOne = `query One($metric: String, $dimension: String, $category: String, $least: BigFloat) {
  one(metric: $metric, dimension: $dimension, category: $category, atLeast: $least, first: 50) {
    nodes { period value metric { code name } category { code name } }
  }
}`

/** The number that the store has for a year. */
export const ordinal = (year: unknown): number => (Number(year) * 12 + 11) * 16 + 11

/**
 * The questions of the table, by name; `n` makes each another one. All of them can be answered by hand too, from the
 * parameters in `variables` alone.
 */
export const questions = {
  page: (n: number): Question => ({
    query: page,
    variables: {
      metrics: [metric(n)],
      dimensions: [dimension(Math.floor(n / 20))],
      periods: [`${2014 + (Math.floor(n / 100) % 10)}`],
      least: least(n),
    },
  }),
  one: (n: number): Question => ({
    query: one,
    variables: {
      metrics: [metric(n)],
      categories: [category(dimension(n), Math.floor(n / 20) * 7 + n)],
      least: least(n),
    },
  }),
  /** `page`, as PostGraphile is asked. */
  graphilePage: (n: number): Question => ({
    query: graphilePage,
    variables: {
      metric: metric(n),
      dimension: dimension(Math.floor(n / 20)),
      period: ordinal(2014 + (Math.floor(n / 100) % 10)),
      least: least(n),
    },
  }),
  /** `one`, as PostGraphile is asked. */
  graphileOne: (n: number): Question => ({
    query: graphileOne,
    variables: {
      metric: metric(n),
      dimension: dimension(n),
      category: leaf(dimension(n), Math.floor(n / 20) * 7 + n),
      least: least(n),
    },
  }),
  derived: (n: number): Question => ({
    query: derived,
    variables: { metrics: [monthlyMetric], categories: several('A', (n % 4) * 20, 20), least: least(n) },
  }),
  chart: (n: number): Question => ({ query: chart, variables: { metrics: [monthlyMetric], least: least(n) } }),
  table: (n: number): Question => ({
    query: table,
    variables: fifty(n),
  }),
  asOf: (n: number): Question => ({
    query: table,
    variables: { ...fifty(n), asOf: '2024-02-15T00:00:00Z' },
  }),
  facets: (n: number): Question => ({
    query: facets,
    variables: {
      metrics: Array.from({ length: 10 }, (_, index) => metric(n + index)),
      dimensions: [dimension(n)],
      least: least(n),
    },
  }),
} as const

export type Name = keyof typeof questions

/** Below every level that there is, so that each question is another and finds all the same. */
const least = (n: number): string => `${n % 1_000_000}`

const several = (dimension: string, from: number, count: number): string[] =>
  Array.from({ length: count }, (_, index) => category(dimension, from + index))
const fifty = (n: number) => ({
  metrics: [metric(n)],
  categories: several(dimension(n), n * 13, 50),
  dimension: dimension(n),
  least: least(n),
})
