import { Refusal } from '../../errors.js'
import type { Steps } from '../../lib/steps.js'
import { type Additivity, type Category, type CodeLists, refOf, total } from '../codes/codes.js'
import { isUnknown, metricsMeet, type Overlap, overlaps, type Part, type PartAt } from './overlap.js'
import type { Tally } from './tally.js'

/** What is to be made of figures, and whether they may count something twice. */
export interface Summing {
  /** An average needs no metric that can be added up over time, but figures that do not hold each other. */
  readonly of: 'sum' | 'average'
  readonly allowOverlap: boolean
  readonly additivityOf: (metric: string) => Additivity
}

const named = 3

/** How metrics may be added up, by their codes. */
export const additivityIn =
  (codes: CodeLists) =>
  (metric: string): Additivity =>
    codes.findMetric(metric).additivity

/**
 * Refuses a sum that is none: UNIT_MISMATCH of several measures, BAD_USER_INPUT of a ratio, WOULD_DOUBLE_COUNT of a
 * stock over time and of figures that hold each other. Only the last is lifted by `allowOverlap`.
 */
export function* refuseSum(tallies: readonly Tally[], { of, allowOverlap, additivityOf }: Summing): Steps<void> {
  const counted = tallies.filter(({ count }) => count > 0)
  refuseMeasures(counted)
  const [tally] = counted
  if (tally === undefined || tally.count < 2) return
  const kinds = new Set(tally.parts.map(({ metric }) => additivityOf(metric)))
  if (of === 'sum' && kinds.has('RATIO'))
    throw ratio(tally.parts.filter(({ metric }) => additivityOf(metric) === 'RATIO'))
  if (of === 'sum' && kinds.has('STOCK'))
    refuseStock(tally.parts.filter(({ metric }) => additivityOf(metric) === 'STOCK'))
  if (allowOverlap) return
  const found = yield* overlaps(
    tally.parts.filter(({ metric }) => additivityOf(metric) !== 'RATIO').sort(inOrder),
    named + 1,
  )
  if (found.length > 0) throw doubleCount(found)
}

/** By metric, measure, category and period, so that the same figures are told of in the same words. */
function inOrder(a: Part, b: Part): number {
  if (a.metric !== b.metric) return a.metric < b.metric ? -1 : 1
  if (a.measure !== b.measure) return a.measure < b.measure ? -1 : 1
  const byCategory = (a.categories[0]?.rank ?? 0) - (b.categories[0]?.rank ?? 0)
  return byCategory || (a.periods[0]?.ordinal ?? 0) - (b.periods[0]?.ordinal ?? 0)
}

/** UNIT_MISMATCH where figures with a level are of several measures. */
export function refuseMeasures(tallies: readonly Tally[]): void {
  const measures = [...new Set(tallies.filter(({ count }) => count > 0).map(({ measure }) => measure))].sort()
  if (measures.length < 2) return
  throw new Refusal(
    'UNIT_MISMATCH',
    `Figures in ${measures.join(' and in ')} cannot be taken together: choose one with the filter's unit, or group them apart by METRIC.`,
    { allowed: measures },
  )
}

const ratio = (parts: readonly Part[]): Refusal =>
  new Refusal('BAD_USER_INPUT', `${parts[0]?.metric} is a ratio: its figures cannot be added up.`, {
    allowed: ['average', 'min', 'max', 'count', 'missing'],
  })

function refuseStock(parts: readonly Part[]): void {
  for (const metric of new Set(parts.map((each) => each.metric))) {
    const periods = parts.filter((each) => each.metric === metric).flatMap((each) => each.periods)
    const first = periods[0]
    const other = periods.find(({ ordinal }) => ordinal !== first?.ordinal)
    if (first !== undefined && other !== undefined)
      throw new Refusal(
        'WOULD_DOUBLE_COUNT',
        `${metric} is a stock: what was there in ${first.text} may be there in ${other.text} too, so that they cannot be added up.`,
        { didYouMean: ['group by PERIOD', 'average'] },
      )
  }
}

function doubleCount(found: readonly Overlap[]): Refusal {
  const told = found.slice(0, named).map(([a, b]) => `${nameOf(a)} and ${nameOf(b)} (${why(a, b)})`)
  const more = found.length > named ? ', and more' : ''
  return new Refusal('WOULD_DOUBLE_COUNT', `Added up, figures would be counted twice: ${told.join('; ')}${more}.`, {
    didYouMean: [...new Set(found.flatMap(([a, b]) => remedies(a, b))), 'allowOverlap: true'],
  })
}

const nameOf = ({ metric, categories, period }: PartAt): string =>
  `${metric} ${categories.map(refOf).join(' x ')} ${period.text}`

function why(a: PartAt, b: PartAt): string {
  if (a.metric !== b.metric) return `${a.metric} and ${b.metric} have a part in common`
  const [one, other] = differing(a, b)
  if (one !== undefined && other !== undefined) return whyCategories(one, other)
  if (dimensionsOf(a) !== dimensionsOf(b)) return 'broken down by different dimensions'
  if (a.measure !== b.measure) return `one is in ${a.measure}, the other in ${b.measure}`
  return a.period.text === b.period.text ? 'several releases printed it' : 'days in common'
}

function whyCategories(a: Category, b: Category): string {
  const unknown = [a, b].find(isUnknown)
  if (unknown !== undefined) return `the members of ${unknown.code} are not known`
  for (const [one, other] of [
    [a, b],
    [b, a],
  ] as const) {
    for (let above = other.parent; above !== null; above = above.parent)
      if (above === one) return `${other.code} is below ${one.code}`
    if (one.members?.includes(other)) return `${other.code} is a member of ${one.code}`
  }
  return 'with members in common'
}

/** The first categories of one dimension that two figures do not have in common. */
function differing(a: PartAt, b: PartAt): [Category?, Category?] {
  for (const one of a.categories) {
    const other = b.categories.find(({ dimension }) => dimension === one.dimension)
    if (other !== undefined && other !== one) return [one, other]
  }
  return []
}

const dimensionsOf = ({ categories }: PartAt): string =>
  categories
    .map(({ dimension }) => dimension.code)
    .sort()
    .join(', ')

/** Any of what would keep two figures apart, as it is to be asked for. */
function remedies(a: PartAt, b: PartAt): string[] {
  const found: string[] = []
  if (a.metric !== b.metric && metricsMeet(a.metric, b.metric)) found.push('group by METRIC')
  const [one] = differing(a, b)
  if (one !== undefined) found.push(`group by CATEGORY of ${one.dimension.code}`)
  if (dimensionsOf(a) !== dimensionsOf(b)) {
    const totals = [a, b].some(({ categories }) => categories[0]?.dimension.code === total.dimension)
    if (totals) found.push(`leave out ${total.dimension}`)
    else found.push(...[a, b].map((each) => `filter by dimensions: ${dimensionsOf(each)}`))
  }
  if (a.measure !== b.measure) found.push('filter by unit')
  if (a.period.text !== b.period.text) found.push('group by PERIOD')
  if (a.period.frequency !== b.period.frequency) found.push('filter by frequency')
  return found.length > 0 ? found : ['filter by one release']
}
