import { z } from 'zod'
import { Refusal } from '../errors.js'
import type {
  FigureFragment,
  IntervalFragment,
  NamedCategoryFragment,
  VersionFragment,
} from '../generated/gql/mcp/graphql.js'

const decimal = z.string().describe('An exact decimal number.')

export const interval = z
  .object({
    low: decimal.nullable().describe('The lower bound; null if it is open.'),
    lowInclusive: z.boolean(),
    high: decimal.nullable().describe('The upper bound; null if it is open.'),
    highInclusive: z.boolean(),
  })
  .nullable()
  .describe('The interval that the printed digits and the qualifier allow.')

export const reasoned = {
  reasonCode: z.string().nullable(),
  reason: z.string().nullable().describe('The reason why there is no number, or why it differs from the printed one.'),
}

export const category = z.object({
  code: z.string().describe('The dimension and the code: PARTNER:EU.'),
  name: z.string(),
  isAggregate: z.boolean().describe('True for a group, whose figures must not be added to those of its members.'),
})

export const figure = z.object({
  id: z.string(),
  series: z.string().describe('The key of the series.'),
  dataset: z.string(),
  metric: z.string(),
  metricName: z.string(),
  categories: z.array(category),
  period: z.string(),
  frequency: z.string(),
  value: decimal.nullable().describe('The exact level in `unit`; null if none was printed.'),
  unit: z.string().describe('The unit of `value` and `bounds`.'),
  printed: z.string().nullable().describe('The level as it was printed, with its unit.'),
  written: z.string().nullable().describe('The level as text in the unit that was asked for.'),
  qualifier: z.string().describe('EXACT, or OVER, UNDER or ABOUT the number.'),
  bounds: interval,
  status: z.string().describe('The observation status given by the office.'),
  yoyChange: decimal.nullable().describe('The printed change in percent against a year before.'),
  changes: z
    .array(z.object({ base: z.string(), percent: decimal.nullable(), points: decimal.nullable() }))
    .describe('All printed changes, with their base periods.'),
  share: decimal.nullable().describe('The printed share in percent.'),
  shareOf: z.string().nullable().describe('The whole of the share: TRADE of TOTAL:ALL.'),
  shareChange: decimal.nullable().describe('The printed change of the share in percentage points.'),
  note: z.string().nullable(),
  knownFrom: z.string().describe('The time of publication, from which the figure was known.'),
  knownTo: z.string().nullable().describe('The time at which another version replaced it; null while it is current.'),
  release: z.string().describe('The code of the release that printed it.'),
  citation: z.string().describe('A sentence that cites the figure and its source.'),
})
export type Figure = z.output<typeof figure>

interface Coded {
  readonly code: string
  readonly dimension: { readonly code: string }
}

export const referenceOf = ({ code, dimension }: Coded): string => `${dimension.code}:${code}`

export const categoryOf = (node: NamedCategoryFragment) => ({
  code: referenceOf(node),
  name: node.name,
  isAggregate: node.isAggregate,
})

export const intervalOf = (bounds: IntervalFragment | null): z.output<typeof interval> => bounds

/** `unit` is the unit that was asked for, if any. */
export function figureOf(node: FigureFragment, unit: string | undefined): Figure {
  const { series, dataset, metric, shareOf, categories, printed, written, release } = node
  const { id, period, frequency, value, qualifier, bounds, status, yoyChange, changes, share, shareChange } = node
  const { note, knownFrom, knownTo, citation } = node
  return {
    ...{ id, series: series.key, dataset: dataset.code, metric: metric.code, metricName: metric.name },
    ...{ categories: categories.map(categoryOf), period, frequency, value, unit: unit ?? series.measure },
    ...{ printed, written, qualifier, bounds: intervalOf(bounds), status, yoyChange, changes, share },
    shareOf: shareOf && `${shareOf.metric.code} of ${referenceOf(shareOf.category)}`,
    ...{ shareChange, note, knownFrom, knownTo, release: release.code, citation },
  }
}

/** Returns a line for people: the citation, and the value if a unit was asked for. */
export const lineOf = ({ citation, value, written }: Figure, unit: string | undefined): string =>
  unit === undefined || value === null ? citation : `${citation}. In ${unit}: ${value} (${written})`

/** The version of the store that an answer is of, and the time as of which its figures were known. */
export const versioned = {
  storeVersion: z.int().describe('The version of the store that answered.'),
  storeStamp: z.string(),
}
export const known = {
  asOf: z.string().nullable().describe('The time as of which the figures were known; null for the newest.'),
  ...versioned,
}

export const versionOf = ({ version, stamp }: VersionFragment) => ({ storeVersion: version, storeStamp: stamp })

export const paged = {
  total: z.int().describe('The number of items in the whole list.'),
  next: z.string().nullable().describe('Pass it as `after` for the next page; null on the last one.'),
}

interface Page {
  readonly totalCount: number
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean }
}

export const pageOf = ({ totalCount, pageInfo: { endCursor, hasNextPage } }: Page) => ({
  total: totalCount,
  next: hasNextPage ? endCursor : null,
})

/** Returns the items of a whole list after a place that `next` named. Throws INVALID_CURSOR for any other place. */
export function part<Item>(list: readonly Item[], first: number, after: string | undefined) {
  const start = after === undefined ? 0 : /^\d{1,9}$/.test(after) ? Number(after) : Number.NaN
  if (!(start <= list.length)) throw new Refusal('INVALID_CURSOR', 'after is not a value of `next` of this list.')
  const end = start + first
  return { items: list.slice(start, end), total: list.length, next: end < list.length ? String(end) : null }
}

/** Returns the lines of a list under a heading that says how much of it they are, and how to continue. */
export function listing(
  noun: string,
  { total, next }: { total: number; next: string | null },
  lines: string[],
): string {
  const more = next === null ? [] : [`For more, repeat the call with after: ${JSON.stringify(next)}`]
  return [
    total === 0 ? `No ${noun} match.` : `${lines.length} of ${total} ${noun}:`,
    ...lines.map((line) => `- ${line}`),
    ...more,
  ].join('\n')
}
