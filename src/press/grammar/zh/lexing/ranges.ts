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
  const between = text.slice(first.end, text[second.start] === '-' ? second.start + 1 : second.start)
  // The signs of two columns of a row stand as the dash of a range does.
  return /^(?:至|到|[—–~～])$/u.test(between) || (between === '-' && isProse(text, first.start))
}

function isProse(text: string, at: number): boolean {
  const end = text.indexOf('\n', at)
  return /[，。；]/u.test(text.slice(text.lastIndexOf('\n', at) + 1, end < 0 ? undefined : end))
}
