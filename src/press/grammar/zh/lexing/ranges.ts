import type { Item } from '../../../items.js'

const measured: ReadonlySet<Item['kind']> = new Set(['AMOUNT', 'PERCENT', 'POINTS', 'NUMBER'])

/** Marks the two numbers of each range, which are no figures: 增长5%至6%, 18万亿—19万亿元. */
export function withRanges(items: readonly Item[], text: string): readonly Item[] {
  const read = [...items]
  for (const [at, first] of items.entries()) {
    const second = items[at + 1]
    if (second === undefined || !isRange(first, second, text)) continue
    const start = text[second.start] === '-' ? second.start + 1 : second.start
    read[at] = { ...first, kind: 'UNREADABLE', measure: 'RANGE' }
    read[at + 1] = { ...second, start, kind: 'UNREADABLE', measure: 'RANGE' }
  }
  return read
}

function isRange(first: Item, second: Item, text: string): boolean {
  if (!measured.has(first.kind) || (first.kind !== 'NUMBER' && first.kind !== second.kind)) return false
  if (!measured.has(second.kind) || second.kind === 'NUMBER' || first.sign !== 0) return false
  if (/[由从自]$/u.test(text.slice(Math.max(0, first.start - 1), first.start))) return false
  if (isChangeTo(first, second, text)) return false
  const between = text.slice(first.end, text[second.start] === '-' ? second.start + 1 : second.start)
  // The signs of two columns of a row stand as the dash of a range does.
  return /^(?:至|到|[—–~～])$/u.test(between) || (between === '-' && isProse(text, first.start))
}

/** Indicates a change in amount and the level that it led to, unlike two ends near each other: 增加2亿元至9亿元. */
function isChangeTo(first: Item, second: Item, text: string): boolean {
  if (first.kind !== 'AMOUNT' || !moved.test(text.slice(Math.max(0, first.start - 6), first.start))) return false
  const [low, high] = [first, second].map(({ value, exponent }) => Number(value) * 10 ** exponent) as [number, number]
  return high < low || high >= 3 * low
}
const moved = /(?:增加|扩大|减少|收窄|缩小|净增)了?约?$/u

function isProse(text: string, at: number): boolean {
  const end = text.indexOf('\n', at)
  return /[，。；]/u.test(text.slice(text.lastIndexOf('\n', at) + 1, end < 0 ? undefined : end))
}
