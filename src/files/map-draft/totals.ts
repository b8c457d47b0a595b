import { getOrInsert } from '../../lib/memo.js'
import type { Steps } from '../../lib/steps.js'
import { placeholder } from '../maps/map-files.js'
import { noTotal } from './categories.js'
import type { DraftColumn } from './columns.js'
import { filled, type Grid } from './grid.js'
import { markedNumber, numberStyle } from './numbers.js'

/** Asks whether a row is the total, if no label is known as it and its figures are at least the sums of the others. */
export function* withTotal(grid: Grid, drafts: readonly DraftColumn[]): Steps<DraftColumn[]> {
  const labels = drafts.filter(({ column }) => column['is'] === 'category')
  const [only, ...others] = labels
  if (only === undefined || others.length > 0 || only.column['total'] !== undefined) return [...drafts]
  const found = yield* sumIn(grid, drafts, only.at[0] ?? 0)
  if (found === null) return [...drafts]
  const { label, isEqual } = found
  const sums = isEqual ? 'the sums of the others' : 'at least the sums of the others'
  const open = placeholder(`"${label}" if it is the total, as its figures are ${sums}; otherwise remove "total"`)
  const guess = only.guess.replace(noTotal, `The figures of "${label}" are ${sums}.`)
  return drafts.map((draft) =>
    draft === only ? { ...draft, column: { ...draft.column, total: [open] }, guess } : draft,
  )
}

const most = 1000
const least = 4

interface Count {
  columns: number
  equal: number
  more: number
}

function* sumIn(
  { rows, firstData, lastData }: Grid,
  drafts: readonly DraftColumn[],
  labelAt: number,
): Steps<{ readonly label: string; readonly isEqual: boolean } | null> {
  const places = drafts.flatMap(({ column, at }) => (column['is'] === 'value' ? at : []))
  const data = rows.slice(firstData, lastData + 1).filter((cells) => filled(cells).length > 1)
  if (places.length === 0 || data.length > most) return null
  const { decimalMark, thousands } = yield* numberStyle(places.map((at) => data.map((cells) => cells[at] ?? '')))
  const isComma = decimalMark === ',' || thousands === '.'
  const counts = new Map<string, Count>()
  for (const group of groupsOf(data, drafts)) {
    if (group.length < 3) continue
    for (const at of places) {
      yield
      const numbers = group.map((cells) => numberIn(cells[at] ?? '', isComma) ?? 0)
      const sum = numbers.reduce((whole, each) => whole + each, 0)
      for (const [row, number] of numbers.entries()) {
        const count = getOrInsert(counts, group[row]?.[labelAt] ?? '', () => ({ columns: 0, equal: 0, more: 0 }))
        const isAtEnd = row === 0 || row === group.length - 1
        count.columns++
        if (number === 0) continue
        if (isNear(sum - number, number, group.length)) count.equal++
        else if (isAtEnd && group.length >= least && number > sum - number && sum > number) count.more++
      }
    }
  }
  counts.delete('')
  const [label, found] = [...counts].find(([, { columns, equal, more }]) => (equal + more) * 2 > columns) ?? []
  return label === undefined || found === undefined ? null : { label, isEqual: found.equal * 2 > found.columns }
}

/** Divides rows by the columns that state what else their figures are of, in which empty cells repeat the one above. */
function groupsOf(data: readonly (readonly string[])[], drafts: readonly DraftColumn[]) {
  const keys = drafts.flatMap(({ column, at }) => (['period', 'metric', 'unit'].includes(`${column['is']}`) ? at : []))
  const groups = new Map<string, (readonly string[])[]>()
  let last: readonly string[] = []
  for (const cells of data) {
    const above = last
    last = keys.map((at, index) => cells[at] || (above[index] ?? ''))
    getOrInsert(groups, JSON.stringify(last), () => []).push(cells)
  }
  return groups.values()
}

function numberIn(text: string, isComma: boolean): number | null {
  const printed = markedNumber(text)?.number ?? text
  const digits = isComma ? printed.replace(/[^\d,-]/g, '').replace(',', '.') : printed.replace(/[^\d.-]/g, '')
  return /^-?\d+(?:\.\d+)?$/.test(digits) ? Number(digits) : null
}

// Tells a sum that differs by no more than the rounding of its parts.
const isNear = (sum: number, total: number, parts: number): boolean => {
  const decimals = `${total}`.split('.')[1]?.length ?? 0
  return Math.abs(sum - total) <= Math.max(1e-9 * Math.abs(total), 0.5 * Math.sqrt(parts) * 0.1 ** decimals)
}
