import { z } from 'zod'
import { formatCount, Refusal } from '../../errors.js'
import { McpGetSeriesDocument, type McpGetSeriesQuery, type Transform } from '../../generated/gql/mcp/graphql.js'
import { argument, filterOf, selection } from '../arguments.js'
import { known } from '../ask.js'
import {
  category,
  categoryOf,
  interval,
  known as knowledge,
  listing,
  paged,
  pageOf,
  reasoned,
  versionOf,
} from '../figure.js'
import { tool } from '../tool.js'

const transforms = [
  'LEVEL',
  'YOY_PERCENT',
  'PERIOD_PERCENT',
  'SHARE',
  'CONTRIBUTION',
  'INDEX',
  'CUMULATIVE',
  'SINGLE_PERIOD',
  'BALANCE',
] as const satisfies readonly Transform[]

const maxPoints = 1000

const point = z.object({
  period: z.string(),
  value: z.string().nullable().describe('The exact number in the unit of the table; null for a gap, with a reason.'),
  qualifier: z.string(),
  bounds: interval,
  reported: z.string().nullable().describe('The same number as printed, if it was.'),
  agreement: z.string().describe('The comparison of the computed number with the printed one.'),
  status: z.string(),
  ...reasoned,
  release: z.string().nullable().describe('The code of the release of the figure; see `sources`.'),
  knownFrom: z.string().nullable(),
})

export const getSeries = tool({
  name: 'get_series',
  title: 'Get series',
  description:
    'Series side by side, one number for each period: levels, or growth, shares, contributions, an index, sums and balances computed exactly. All series must have one frequency. The answer has at most 1,000 points.',
  input: z
    .strictObject({
      ...selection,
      unit: argument.unit.describe(
        'The unit of the numbers. Currencies are converted by the exchange rates of the same days. The default is the base unit.',
      ),
      asOf: argument.asOf,
      transform: z
        .enum(transforms)
        .describe('LEVEL is the default. BALANCE is EXPORTS - IMPORTS, for the metric TRADE. INDEX needs `base`.'),
      base: argument.period.describe('The period in which INDEX is 100.'),
      after: argument.after,
    })
    .partial()
    .extend({ first: argument.first(50, 10), language: argument.language }),
  output: z.object({
    ...knowledge,
    ...paged,
    unit: z.string(),
    periods: z.array(z.string()),
    series: z.array(
      z.object({
        key: z.string(),
        dataset: z.string(),
        metric: z.string(),
        metricName: z.string(),
        categories: z.array(category),
        frequency: z.string(),
        points: z.array(point),
      }),
    ),
    rates: z.array(z.string()).describe('The series of the exchange rates used, if any.'),
    sources: z.array(z.object({ release: z.string(), citation: z.string() })),
  }),
  async run(args, ask) {
    const { unit, asOf, transform, base, first, after, language } = args
    const filter = filterOf({ ...args, unit: undefined })
    const variables = { filter, transform: transform ?? 'LEVEL', base, first, after, unit, language }
    const { series, store } = await ask(McpGetSeriesDocument, variables)
    const { rows, periods, rates, unit: own, ...list } = known(series)
    const count = rows.length * periods.length
    if (count > maxPoints)
      throw new Refusal(
        'LIMIT_EXCEEDED',
        `The answer has ${formatCount(count)} points (${rows.length} series with ${periods.length} periods); the limit is ${formatCount(maxPoints)}. Ask for fewer series with first, or for fewer periods with from, to or latest.`,
      )
    const page = pageOf(list)
    const lines = rows.map(
      ({ series: { key }, points }) =>
        `${key} in ${own}: ${points.map(({ period, value }) => `${period} ${value ?? '-'}`).join('; ')}`,
    )
    const sources = sourcesOf(rows)
    const cited = sources.map(({ citation }) => `Source: ${citation}`)
    const content = {
      ...{ asOf: asOf ?? null, ...versionOf(store), ...page, unit: own, periods, series: rows.map(seriesOf) },
      ...{ rates: rates.map(({ key }) => key), sources },
    }
    return { content, text: [listing('series', page, lines), ...cited].join('\n') }
  },
})

type Row = NonNullable<McpGetSeriesQuery['series']>['rows'][number]

const seriesOf = ({ series: { key, frequency, dataset, metric, categories }, points }: Row) => ({
  ...{ key, dataset: dataset.code, metric: metric.code, metricName: metric.name },
  ...{ categories: categories.map(categoryOf), frequency },
  points: points.map(({ indicator, ...rest }) => ({
    ...rest,
    release: indicator?.release.code ?? null,
    knownFrom: indicator?.knownFrom ?? null,
  })),
})

function sourcesOf(rows: readonly Row[]) {
  const releases = rows.flatMap(({ points }) => points.map(({ indicator }) => indicator?.release))
  const found = new Map(releases.flatMap((release) => (release ? [[release.code, release.citation]] : [])))
  return [...found].map(([release, citation]) => ({ release, citation }))
}
