import type { DecimalRange, FindingKind, FindingsQuery } from '../../../generated/gql/explorer/graphql.js'
import type { Answered } from '../answered.js'
import { compare, numberAt, pixels, sum } from '../number.js'

export type FindingsData = Answered<FindingsQuery>
export type Finding = FindingsData['checks']['nodes'][number]
export type FoundFigure = Finding['indicators'][number]
type Counts = readonly FindingsData['all']['counts'][number][]
type Counted = Pick<Counts[number], 'triage' | 'kind' | 'count'>
type Triage = Counted['triage']

interface Group {
  readonly count: number
  readonly kinds: readonly { readonly kind: FindingKind; readonly count: number }[]
}

export function groupOf(counts: readonly Counted[], triage: Triage): Group {
  const byKind = new Map<FindingKind, number>()
  for (const each of counts)
    if (each.triage === triage) byKind.set(each.kind, (byKind.get(each.kind) ?? 0) + each.count)
  const kinds = [...byKind].map(([kind, count]) => ({ kind, count })).sort((one, other) => other.count - one.count)
  return { kinds, count: kinds.reduce((total, { count }) => total + count, 0) }
}

export interface SizeClass {
  readonly low: string
  readonly high: string | null
  readonly count: number
}

const limits = ['0', '0.1', '0.3', '1', '3', '10', '30', '100'] as const

/** Counts revisions by size; revisions without a size are left out. */
export function sizesOf(counts: Counts, kind: FindingKind | null): SizeClass[] {
  const ofKind = counts.filter((each) => each.triage === 'REVISION' && (kind === null || each.kind === kind))
  return limits.map((low, at) => ({
    low,
    high: limits[at + 1] ?? null,
    count: ofKind.reduce((total, { percent, count }) => total + (percent?.low === low ? count : 0), 0),
  }))
}

export const sizeText = ({ low, high }: Pick<SizeClass, 'low' | 'high'>): string => `${low}-${high ?? ''}`

export function rangeOf(size: string | null): DecimalRange | null {
  const [gte = '', lt = ''] = size?.split('-') ?? []
  return gte === '' ? null : { gte, ...(lt === '' ? {} : { lt }) }
}

export const isWithin = ({ low, high }: SizeClass, size: string | null): boolean => {
  const { gte = '0', lt = null } = rangeOf(size) ?? {}
  return compare(low, gte ?? '0') >= 0 && (lt == null || (high !== null && compare(high, lt) <= 0))
}

export const expectedOf = ({ reported, difference }: Finding): string | null =>
  reported === null || difference === null ? null : sum([reported, difference])

/** Returns the places of two numbers on one scale from 0, between 0 and 1. */
export function placesOf(one: string, other: string): readonly [number, number] {
  const [first, second] = [pixels(one), pixels(other)]
  const [least, most] = [Math.min(0, first, second), Math.max(0, first, second)]
  const span = most - least || 1
  return [(first - least) / span, (second - least) / span]
}

/** Returns the lengths of bars for differences, relative to the largest; null for rates. */
export function barsOf(
  findings: readonly Finding[],
  baseUnits: (finding: Finding) => string | null,
): (number | null)[] {
  const lengths = findings.map((finding) => numberAt(baseUnits(finding)))
  const most = Math.max(...lengths.map((length) => Math.abs(length ?? 0)), 0) || 1
  return lengths.map((length) => (length === null ? null : length / most))
}
