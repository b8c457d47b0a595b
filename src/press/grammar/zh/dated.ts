import { type Item, numbers } from '../../items.js'
import type { PeriodMention } from '../../periods.js'
import type { Statement, Unplaced } from '../../statement.js'

/** A number that its clause dates: FROM and TO of 由2013年的25%提升到2017年的26.5%, BASE of 比上年的4.3万亿元扩大, OWN of 一季度增长4%、二季度增长7%. */
export interface Dated {
  readonly place: 'FROM' | 'TO' | 'BASE' | 'OWN'
  /** The period; null if it may be another than it seems, as nothing says which the number behind it has. */
  readonly period: PeriodMention | null
}

const from = /[由从自]$/u
const compared = /(?:[比较]|[次高低多少优]于|[已也仍]?超过?了?|接近)$/u
const to = /^[^，；。\uE001-\uE008]{0,8}[至到为]了?$/u

/** Returns the numbers of a clause that have a period of their own right before them. */
export function datedValues(text: string, items: readonly Item[]): ReadonlyMap<Item, Dated> {
  const found = new Map<Item, Dated>()
  const paired = new Set<Item>()
  for (const [index, { period, start, end }] of items.entries()) {
    const [number, first] = [items[index + 1], items[index - 1]]
    if (period === null || number === undefined || !numbers.has(number.kind)) continue
    const between = text.slice(end, number.start)
    const isBase = number.kind === 'AMOUNT' && compared.test(text.slice(Math.max(0, start - 4), start))
    if (isBase && /^(?:同[期月])?的?$/u.test(between)) found.set(number, { place: 'BASE', period: null })
    const isFrom = from.test(text.slice(Math.max(0, start - 1), start))
    const isTo = first !== undefined && found.has(first) && to.test(text.slice(first.end, start))
    if (!/^(?:同[期月])?的?$/u.test(between) || !(isFrom || isTo)) continue
    const isYearAgo = between.startsWith('同')
    found.set(number, { place: isFrom ? 'FROM' : 'TO', period: isYearAgo ? { kind: 'YEAR_AGO' } : period })
    if (isTo) paired.add(first)
  }
  if (found.size === 0)
    for (const [number, period] of ownPeriods(text, items)) found.set(number, { place: 'OWN', period })
  for (const [number, { place }] of found)
    if (place === 'FROM' && !paired.has(number)) found.set(number, { place, period: null })
  return found
}

/** Returns the numbers of a clause in which each follows a period of its own, with that period. */
function ownPeriods(text: string, items: readonly Item[]): readonly (readonly [Item, PeriodMention])[] {
  const found: [Item, PeriodMention][] = []
  for (const [index, item] of items.entries()) {
    const before = items[index - 1]
    if (item.period !== null) {
      const isBase = /[比较与同由从自至到]$/u.test(text.slice(Math.max(0, item.start - 1), item.start))
      if (isBase || (before !== undefined && !numbers.has(before.kind))) return []
    } else if (!numbers.has(item.kind) || before?.period == null) return []
    else found.push([item, before.period])
  }
  return found.length > 1 ? found : []
}

/** The pattern of a clause that begins with the period of its trade: 2016年我国进出口达9亿元. */
export const datedTrade =
  /^[\s\uE0FF]*\uE005\uE0FF*(?!同[期月])[^\uE001-\uE008]{0,24}(?:进出口|出口|进口|外贸|贸易|[顺逆]差)/u

/** Ends the words before a dated number. */
export const datedBy = /[由从自]?的?$/u

/** Decides what a dated number states; `previous` is what the number before it does. */
export function datedRole(
  { place, period }: Dated,
  { kind }: Item,
  text: string,
  role: Statement['role'] | { readonly reason: Unplaced },
  lastRole: Statement['role'] | null,
  previous: Statement['role'] | null,
): Statement['role'] | { readonly reason: Unplaced } {
  if (place === 'OWN') return role
  if (period === null) return { reason: 'SECOND_VALUE' }
  if (place === 'TO') return previous ?? { reason: 'NO_SUBJECT' }
  if (kind === 'PERCENT' && lastRole === 'SHARE' && text === '') return 'SHARE'
  return role === 'CHANGE' && !/(?:增速|增幅|增长率)$/u.test(text) ? { reason: 'NO_SUBJECT' } : role
}
