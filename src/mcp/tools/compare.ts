import { z } from 'zod'
import { listBounds } from '../../domain/input-bounds.js'
import { formatCount, Refusal, refuse } from '../../errors.js'
import {
  type ComputedNumberFragment,
  McpCompareDocument,
  type McpCompareQuery,
} from '../../generated/gql/mcp/graphql.js'
import { argument, filterOf, numbers, orderBy, selection } from '../arguments.js'
import { known } from '../ask.js'
import {
  figure,
  figureOf,
  interval,
  intervalOf,
  known as knowledge,
  listing,
  paged,
  pageOf,
  reasoned,
  referenceOf,
  versionOf,
} from '../figure.js'
import { refuseOtherMeasure } from '../other-measure.js'
import { tool } from '../tool.js'

const maxSums = 100

const computed = z.object({
  value: z.string().nullable().describe('The computed number: a quotient to 12 significant digits, any other exact.'),
  bounds: interval,
  reported: z.string().nullable().describe('The printed number.'),
  agreement: z.string().describe('AGREES, ROUNDING, BASE_REVISED, DISAGREES, NOT_COMPUTABLE or NOT_REPORTED.'),
  ...reasoned,
  base: z
    .object({ period: z.string(), printed: z.string().nullable(), release: z.string() })
    .nullable()
    .describe('The other figure of the computation: a year earlier, or the whole.'),
})

const comparison = figure.extend({
  growth: computed.describe('The change in percent against the same period a year before.'),
  impliedBase: computed.describe('The level of a year earlier that the printed growth implies.'),
  shareOfWhole: computed.describe('The share in percent of the whole: that of the printed share, or the total.'),
  contribution: computed.describe('The contribution to the growth of that whole, in percentage points.'),
})

const sum = z.object({
  dataset: z.string().nullable(),
  metric: z.string().nullable(),
  period: z.string().nullable(),
  categories: z.array(z.string()),
  sum: z.string().nullable(),
  bounds: interval,
  count: z.int().describe('The number of figures with a level.'),
  missing: z.int().describe('The number of figures without one.'),
  rates: z.array(z.string()).describe('The series of the exchange rates used, if any.'),
  ...reasoned,
})

const groupings = ['DATASET', 'METRIC', 'PERIOD']

export const compare = tool({
  name: 'compare',
  title: 'Compare figures',
  description:
    'Growth, share and contribution of each figure, computed exactly from printed levels, with bounds and how the result agrees with what was printed. `sumBy` also adds up all figures that are selected; a sum that would count something twice (a group and its members, a total and a part, a month and its year to date) is refused with WOULD_DOUBLE_COUNT.',
  input: z
    .strictObject({
      ...selection,
      ...numbers,
      unit: argument.unit,
      asOf: argument.asOf.describe(
        'Figures and comparisons as known at this time. By default, figures are those of now, each compared with what was known when its release was published.',
      ),
      orderBy,
      sumBy: z
        .array(argument.text('code'))
        .max(listBounds.keys)
        .describe(
          'Adds up the selected figures for each DATASET, METRIC, PERIOD or category of a dimension, such as PARTNER; [] is one sum of all. Needs `unit`.',
        ),
      after: argument.after,
    })
    .partial()
    .extend({ first: argument.first(50, 10), language: argument.language }),
  output: z.object({
    ...knowledge,
    ...paged,
    figures: z.array(comparison),
    sums: z.array(sum).optional(),
  }),
  async run(args, ask) {
    const { unit, asOf, orderBy, sumBy, first, after, language } = args
    if (sumBy !== undefined && unit === undefined) refuse('sumBy needs the unit of the sums, such as unit: "CNY".')
    const groupBy = (sumBy ?? []).map((by) => (groupings.includes(by) ? { by } : { by: 'CATEGORY', dimension: by }))
    const shared = { filter: filterOf(args), orderBy, first, after, unit, language, asOf }
    const variables = { ...shared, sum: sumBy !== undefined, groupBy }
    const data = await ask(McpCompareDocument, variables).catch((error) => {
      throw inTermsOfSumBy(error)
    })
    const { nodes, ...list } = known(data.indicators)
    if (list.totalCount === 0) await refuseOtherMeasure(args, ask)
    const page = pageOf(list)
    const figures = nodes.map(({ derived: { growth, impliedBase, share, contribution }, ...node }) => ({
      ...figureOf(node, unit),
      ...{ growth: computedOf(growth), impliedBase: computedOf(impliedBase) },
      ...{ shareOfWhole: computedOf(share), contribution: computedOf(contribution) },
    }))
    const sums = data.aggregate?.map(sumOf)
    if (sums !== undefined && sums.length > maxSums)
      throw new Refusal(
        'LIMIT_EXCEEDED',
        `There are ${formatCount(sums.length)} sums; the limit is ${maxSums}. Select fewer figures, or add up by less.`,
      )
    const content = { asOf: asOf ?? null, ...versionOf(data.store), ...page, figures, ...(sums && { sums }) }
    const lines = figures.map(lineOf)
    const totals = (sums ?? []).map((each) => lineOfSum(each, unit ?? ''))
    return { content, text: [listing('figures', page, lines), ...totals].join('\n') }
  },
})

/** Replaces the remedies of a sum that is refused by those that this tool has. */
function inTermsOfSumBy(error: unknown): unknown {
  if (!(error instanceof Refusal) || error.code !== 'WOULD_DOUBLE_COUNT') return error
  const { didYouMean = [] } = error.extensions
  const remedies = didYouMean.flatMap((remedy) => {
    const [, by] = /^group by (?:CATEGORY of )?(\w+)$/u.exec(remedy) ?? []
    if (by !== undefined) return [`add ${by} to sumBy`]
    return /^(?:filter by|leave out) /.test(remedy) ? [remedy] : []
  })
  return new Refusal(error.code, error.message, { didYouMean: remedies })
}

const computedOf = ({ base, bounds, ...rest }: ComputedNumberFragment): z.output<typeof computed> => ({
  ...{ ...rest, bounds: intervalOf(bounds) },
  base: base && { period: base.period, printed: base.formatted, release: base.release.code },
})

type Group = NonNullable<McpCompareQuery['aggregate']>[number]

type Sum = z.output<typeof sum>

const sumOf = ({ dataset, metric, categories, bounds, rates, ...rest }: Group): Sum => ({
  ...{ dataset: dataset?.code ?? null, metric: metric?.code ?? null, categories: categories.map(referenceOf) },
  ...{ ...rest, bounds: intervalOf(bounds), rates: rates.map(({ key }) => key) },
})

type Comparison = z.output<typeof comparison>

function lineOf({ citation, growth, shareOfWhole, contribution }: Comparison): string {
  const told = [
    worded('growth', growth, '%'),
    worded('share', shareOfWhole, '%'),
    worded('contribution', contribution, 'percentage points'),
  ].filter((each) => each !== null)
  return `${citation}. Computed: ${told.join('; ') || 'nothing'}.`
}

function worded(name: string, { value, reported, agreement, reason }: z.output<typeof computed>, unit: string) {
  if (value === null && reported === null) return null
  const printed = reported === null ? 'none printed' : `${reported} printed`
  return `${name} ${value === null ? 'unknown' : `${value} ${unit}`} (${printed}, ${agreement}${reason ? `: ${reason}` : ''})`
}

function lineOfSum({ dataset, metric, period, categories, sum, count, missing, reason }: Sum, unit: string): string {
  const of = [dataset, metric, ...categories, period].filter((each) => each !== null).join(' ')
  const number = sum === null ? 'unknown' : `${sum} ${unit}`
  const left = missing > 0 ? `; without a level: ${missing}` : ''
  return `Sum${of && ` of ${of}`}: ${number} (figures: ${count}${left})${reason ? `. ${reason}` : ''}`
}
