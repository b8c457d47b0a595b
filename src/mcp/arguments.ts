import { z } from 'zod'
import { boundedList, excerpt, listBounds, type TextKind, textBounds } from '../domain/input-bounds.js'
import { orderFields } from '../domain/observations/filter.js'
import { frequencies } from '../domain/periods/period.js'
import { languages } from '../domain/text/language.js'
import { formatCount, Refusal } from '../errors.js'
import type { IndicatorFilter } from '../generated/gql/mcp/graphql.js'

const text = (kind: TextKind): z.ZodString => z.string().max(textBounds[kind].most)
const list = <Item extends z.ZodType>(item: Item, most: number = listBounds.values): z.ZodArray<Item> =>
  z.array(item).max(most)
const range = z.strictObject({
  eq: text('number').optional(),
  gt: text('number').optional(),
  gte: text('number').optional(),
  lt: text('number').optional(),
  lte: text('number').optional(),
})
const period = text('period')

export const argument = {
  text,
  language: z.enum(languages).default('EN').describe('The language of names, texts and reasons.'),
  unit: text('unit').describe(
    'The unit of the numbers, such as CNY_BILLION; it selects the figures of its measure. The default is the base unit of each measure.',
  ),
  asOf: text('moment').describe(
    'Figures as known at this time instead of now, with an offset: 2023-06-01T00:00:00+08:00.',
  ),
  first: (most: number, usual: number) => z.int().min(1).max(most).default(usual),
  after: text('id').describe('The value `next` of the previous page, to continue with the same other arguments.'),
  moment: text('moment'),
  period,
  version: z
    .int()
    .min(0)
    .max(2 ** 31 - 1),
}

export const selection = {
  datasets: list(text('code')).describe('Codes of datasets, such as CN_TRADE.'),
  metrics: list(text('code')).describe('Codes of metrics, such as EXPORTS.'),
  dimensions: list(text('code')).describe(
    'Figures broken down by these dimensions and no others, such as PRODUCT; ["TOTAL"] selects totals.',
  ),
  categories: list(text('reference')).describe(
    'Figures of any of these categories: EU, or PARTNER:EU if the code alone is ambiguous.',
  ),
  crossedWith: list(text('reference')).describe(
    'Figures that are also of any of these categories, of another dimension.',
  ),
  within: list(text('reference')).describe('Figures of these categories and of those below them in the tree.'),
  releases: list(text('code')).describe('Figures as these releases printed them, superseded ones included.'),
  periods: list(period).describe('Exactly these periods: 2023, 2023-H1, 2023-Q4, 2023-12 or 2023-01/2023-11.'),
  from: period.describe('Periods whose last day is on or after the first day of this one.'),
  to: period.describe('Periods whose last day is on or before the last day of this one.'),
  frequency: list(z.enum(frequencies)).describe('Series of any of these frequencies.'),
  latest: z.int().min(1).max(listBounds.values).describe('The newest n periods of each series.'),
  text: text('search').describe('Words that occur in codes, names or synonyms of the metric or of a category.'),
}

/** The selection of figures by their numbers, written as text. */
export const numbers = {
  value: range.describe('The printed level, in `unit` or else in base units, such as {"gte": "1000"}.'),
  yoyChange: range.describe('The printed change in percent against a year before.'),
  share: range.describe('The printed share in percent.'),
}

export const orderBy = list(
  z.strictObject({ field: z.enum(orderFields), direction: z.enum(['ASC', 'DESC']).default('ASC') }),
  listBounds.keys,
).describe('The order, most significant key first. The default is newest period first.')

type Selected = { readonly [Name in keyof (typeof selection & typeof numbers)]?: unknown } & {
  readonly unit?: unknown
  readonly asOf?: unknown
}

export function filterOf(args: Selected): IndicatorFilter {
  const { datasets, metrics, dimensions, categories, crossedWith, within, releases, periods, from, to } = args
  const { frequency, latest, text, value, yoyChange, share, unit, asOf } = args
  const and = crossedWith === undefined ? undefined : [{ categories: crossedWith }]
  return {
    ...{ datasets, metrics, dimensions, categories, and, within, releases, periods, from, to, frequency, latest, text },
    ...{ value, yoyChange, share, unit, asOf },
  } as IndicatorFilter
}

const shown = 10 // faults in a message

/** Returns the arguments with their defaults. Throws BAD_USER_INPUT or LIMIT_EXCEEDED with the first faults. */
export function readArguments<Schema extends z.ZodObject>(schema: Schema, args: unknown): z.output<Schema> {
  // Each wrong item of a list would be a fault.
  for (const [name, value] of Object.entries(args ?? {}))
    if (Array.isArray(value)) boundedList(excerpt(name), value.length, listBounds.values)
  const { data, error } = schema.safeParse(args ?? {})
  if (error === undefined) return data as z.output<Schema>
  const faults = error.issues.slice(0, shown).map((issue) => faultOf(issue, Object.keys(schema.shape)))
  const isTooMuch = error.issues.every(({ code }) => code === 'too_big')
  throw new Refusal(isTooMuch ? 'LIMIT_EXCEEDED' : 'BAD_USER_INPUT', faults.join(' '))
}

function faultOf(issue: z.core.$ZodIssue, known: readonly string[]): string {
  const place = issue.path.join('.')
  switch (issue.code) {
    case 'unrecognized_keys': {
      const names = issue.keys.slice(0, shown).map((key) => `"${excerpt(key)}"`)
      const all = place === '' ? ` The arguments are ${known.join(', ')}.` : ''
      return `${place || 'The call'} has no ${names.join(', ')}.${all}`
    }
    case 'too_big': {
      const noun = issue.origin === 'string' ? ' characters' : issue.origin === 'array' ? ' items' : ''
      return `${place} exceeds the limit of ${formatCount(Number(issue.maximum))}${noun}.`
    }
    case 'invalid_value':
      return `${place} must be one of ${issue.values.join(', ')}.`
    default:
      return `${place || 'The arguments'}: ${issue.message}.`
  }
}
