import { Refusal } from '../../errors.js'
import type { Steps } from '../../lib/steps.js'
import { type Category, type CodeLists, refOf, total } from '../codes/codes.js'
import { componentsOf } from '../codes/identity.js'
import { placeOf } from '../periods/period.js'
import type { Unit } from '../units/unit.js'
import { hasUnknownMembers, type Overlap, overlaps, type Part, type PartAt } from './overlap.js'
import type { Tally } from './tally.js'

export interface Summing {
  readonly of: 'sum' | 'average'
  readonly allowOverlap: boolean
  readonly codes: CodeLists
}

const mostNamed = 3

/**
 * Throws for a sum without a meaning: WOULD_MIX_DATASETS for several datasets, UNIT_MISMATCH for several measures,
 * BAD_USER_INPUT for a ratio, WOULD_DOUBLE_COUNT for a stock over time and for observations that overlap, unless
 * `allowOverlap` is set.
 */
export function* refuseSum(tallies: readonly Tally[], { of, allowOverlap, codes }: Summing): Steps<void> {
  const counted = tallies.filter(({ count }) => count > 0)
  refuseMixed(counted)
  refuseMeasures(counted)
  const [tally] = counted
  if (tally === undefined || tally.count < 2) return
  const additivityOf = ({ metric }: Part) => codes.findMetric(metric).additivity
  const [ratio] = tally.parts.flatMap((part) => (additivityOf(part) === 'RATIO' ? [part.metric] : [])).sort()
  if (of === 'sum' && ratio !== undefined)
    throw new Refusal('BAD_USER_INPUT', `${ratio} is a ratio: its figures cannot be added up.`, {
      allowed: ['average', 'min', 'max', 'count', 'missing'],
    })
  if (of === 'sum') refuseStock(tally.parts.filter((part) => additivityOf(part) === 'STOCK'))
  if (allowOverlap) return
  const added = tally.parts.filter((part) => additivityOf(part) !== 'RATIO').sort(inOrder)
  const identityOf = (metric: string) => codes.metric(metric)?.identity
  const found = yield* overlaps(added, mostNamed + 1, (metric) => componentsOf(metric, identityOf))
  if (found.length > 0) throw doubleCount(found)
}

export const isSingle = (tallies: readonly Tally[]): boolean => tallies.length < 2 && (tallies[0]?.count ?? 0) < 2

function inOrder(a: Part, b: Part): number {
  if (a.metric !== b.metric) return a.metric < b.metric ? -1 : 1
  if (a.measure !== b.measure) return a.measure < b.measure ? -1 : 1
  for (const [index, { rank }] of a.categories.entries()) {
    const difference = rank - (b.categories[index]?.rank ?? 0)
    if (difference !== 0) return difference
  }
  return a.categories.length - b.categories.length || firstPlace(a) - firstPlace(b)
}

const firstPlace = ({ periods: [first] }: Part): number => (first === undefined ? 0 : placeOf(first))

export function refuseMixed(tallies: readonly Tally[]): void {
  const [first, second] = [...new Set(tallies.flatMap(({ parts }) => parts.map(({ dataset }) => dataset)))].sort()
  if (first !== undefined && second !== undefined) throw mixedDatasets(first, second)
}

export const mixedDatasets = (one: string, other: string): Refusal =>
  new Refusal(
    'WOULD_MIX_DATASETS',
    `Figures of the datasets ${one} and ${other} are not combined: choose one with filter.datasets, or group by DATASET without totals.`,
    { allowed: [one, other] },
  )

export function refuseMeasures(tallies: readonly Tally[]): void {
  const found = new Set<Unit>()
  for (const { count, measure } of tallies) if (count > 0) found.add(measure)
  if (found.size < 2) return
  const measures = [...found].sort()
  throw new Refusal(
    'UNIT_MISMATCH',
    `Figures in ${measures.join(' and in ')} cannot be combined: choose one with the unit of the filter, or group by METRIC.`,
    { allowed: measures },
  )
}

function refuseStock(parts: readonly Part[]): void {
  for (const metric of [...new Set(parts.map((each) => each.metric))].sort()) {
    const periods = parts
      .filter((each) => each.metric === metric)
      .flatMap((each) => each.periods)
      .sort((a, b) => placeOf(a) - placeOf(b))
    const [first] = periods
    const other = periods.find(({ ordinal }) => ordinal !== first?.ordinal)
    if (first !== undefined && other !== undefined)
      throw new Refusal(
        'WOULD_DOUBLE_COUNT',
        `${metric} is a stock: the figures of ${first.text} and ${other.text} may count the same thing and cannot be added up.`,
        { didYouMean: ['group by PERIOD', 'average'] },
      )
  }
}

function doubleCount(found: readonly Overlap[]): Refusal {
  const pairs = found.slice(0, mostNamed).map(([a, b]) => `${nameOf(a)} and ${nameOf(b)} (${why(a, b)})`)
  const more = found.length > mostNamed ? ', and more' : ''
  return new Refusal('WOULD_DOUBLE_COUNT', `Added up, figures would be counted twice: ${pairs.join('; ')}${more}.`, {
    didYouMean: [...new Set(found.flatMap(([a, b]) => remedies(a, b))), 'allowOverlap: true'],
  })
}

const nameOf = ({ metric, categories, period }: PartAt): string =>
  `${metric} ${categories.map(refOf).join(' x ')} ${period.text}`

function why(a: PartAt, b: PartAt): string {
  if (a.metric !== b.metric) return `${a.metric} and ${b.metric} share a component`
  const [one, other] = differing(a, b)
  if (one !== undefined && other !== undefined) return whyCategories(one, other)
  if (dimensionsOf(a) !== dimensionsOf(b)) return 'broken down by different dimensions'
  if (a.measure !== b.measure) return `one is in ${a.measure}, the other in ${b.measure}`
  return a.period.text === b.period.text ? 'printed by several releases' : 'the periods share days'
}

function whyCategories(a: Category, b: Category): string {
  const unknown = [a, b].find(hasUnknownMembers)
  if (unknown !== undefined) return `the members of ${unknown.code} are not known`
  for (const [one, other] of [
    [a, b],
    [b, a],
  ] as const) {
    for (let above = other.parent; above !== null; above = above.parent)
      if (above === one) return `${other.code} is below ${one.code}`
    if (one.members?.includes(other)) return `${other.code} is a member of ${one.code}`
  }
  return 'the groups share members'
}

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

function remedies(a: PartAt, b: PartAt): string[] {
  const found: string[] = []
  if (a.metric !== b.metric) found.push('group by METRIC')
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
