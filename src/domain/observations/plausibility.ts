// Compares levels with the nearest ones of their series. Binary floats suffice: they decide which findings are reported,
// never what is stored or answered.

import { groupBy } from '../../lib/group-by.js'

export const band = { yearToDate: 2, other: 3 } as const

export const sampleSize = 5000

export interface Cell {
  /** The column of the file, metric, frequency, unit and period: cells that one mistake affects together. */
  readonly column: string
  readonly table: string
  readonly metric: string
  readonly place: string
  readonly row: number | null
  readonly isTotal: boolean
  readonly isYearToDate: boolean
  readonly months: number
  readonly rate: number
  readonly low: number
  readonly high: number
  readonly neighbours: number
  /** Indicates that its neighbours are of other releases, so that a mistake cannot affect them too. */
  readonly isNew: boolean
  readonly isPrecise: boolean
  readonly isRepeated: boolean
}

const most = 0.9
const columnFactor = 2.5

/** Returns the logarithm of the factor by which a level is above (positive) or below its neighbours; 0 within them. */
export function excess({ rate, low, high }: Cell): number {
  if (rate <= 0) return Number.NEGATIVE_INFINITY
  return rate > high ? Math.log(rate / high) : rate < low ? Math.log(rate / low) : 0
}

export function isOut(cell: Cell): boolean {
  const factor = cell.isYearToDate && cell.months > 2 ? band.yearToDate : band.other
  return cell.isPrecise && Math.abs(excess(cell)) > Math.log(factor)
}

export interface OffTogether<C extends Cell> {
  readonly cells: readonly C[]
  readonly of: number
}

/**
 * Returns the columns of which nearly all cells moved in the same direction; then, among the rest, tables of which
 * nearly all columns did, in more than one place or in the total.
 */
export function movedTogether<C extends Cell>(cells: readonly C[]): OffTogether<C>[] {
  const judged = cells.filter(({ isNew, isPrecise }) => isNew && isPrecise)
  const columns = [...groupBy(judged, ({ column }) => column).values()].flatMap(together)
  const taken = new Set(columns.flatMap((each) => each.cells))
  const rest = judged.filter((cell) => !taken.has(cell))
  const tables = [...groupBy(rest, ({ table }) => table).values()]
    .filter((group) => group.some(({ isTotal }) => isTotal) || new Set(group.map(({ place }) => place)).size > 1)
    .flatMap(together)
  return [...columns, ...tables]
}

function together<C extends Cell>(group: readonly C[]): OffTogether<C>[] {
  if (group.length < 2) return []
  for (const sign of [1, -1]) {
    const off = group.filter((cell) => excess(cell) * sign > Math.log(columnFactor))
    if (off.length < 2 || off.length < group.length * most) continue
    const factors = off.map(excess)
    // Two cells may move together by chance, unless by the same factor.
    if (off.length === 2 && Math.abs((factors[0] ?? 0) - (factors[1] ?? 0)) > Math.log(1.5)) continue
    return [{ cells: off, of: group.length }]
  }
  return []
}

/**
 * Returns cells that repeat the period before. A year to date repeats if nothing was added, so that only totals and
 * columns that repeat nearly everywhere count.
 */
export const repeated = <C extends Cell>(cells: readonly C[]): OffTogether<C>[] =>
  [...groupBy(cells, ({ table }) => table).values()].flatMap((table) => {
    const same = table.filter(({ isRepeated, isNew }) => isNew && isRepeated)
    const columns = groupBy(table, ({ column }) => column)
    const found = same.filter(({ column, isYearToDate, isTotal }) => {
      const all = columns.get(column) ?? []
      const repeating = same.filter((cell) => cell.column === column).length
      return !isYearToDate || isTotal || (all.length > 2 && repeating >= all.length * most)
    })
    return found.length === 0 ? [] : [{ cells: found, of: table.length }]
  })

const middle = ({ low, high }: Cell): number => (Math.log(low) + Math.log(high)) / 2
const level = ({ rate }: Cell): number => Math.log(rate)

export interface Exchanged<C extends Cell> {
  readonly pair: readonly [C, C]
  readonly gain: number
}

const tellApart = Math.log(1.25)

const swap = { few: { agree: 0.8, ratio: 0.5 }, many: { agree: 0.7, ratio: 0.75 } } as const

/** Returns pairs of cells of two metrics whose numbers fit better exchanged, in tables where most or several do. */
export function exchangedMetrics<C extends Cell>(cells: readonly C[]): { pairs: Exchanged<C>[]; of: number }[] {
  const judged = cells.filter(({ isNew, rate }) => isNew && rate > 0)
  return [...groupBy(judged, ({ table }) => table).values()].flatMap((table) => {
    const metrics = [...groupBy(table, ({ metric }) => metric).values()]
    return metrics.flatMap((first, index) => metrics.slice(index + 1).flatMap((second) => exchange(first, second)))
  })
}

function exchange<C extends Cell>(first: readonly C[], second: readonly C[]): { pairs: Exchanged<C>[]; of: number }[] {
  const others = new Map(second.map((cell) => [cell.place, cell]))
  const pairs: (Exchanged<C> & { own: number; other: number })[] = []
  for (const a of first) {
    const b = others.get(a.place)
    if (b === undefined || Math.abs(middle(a) - middle(b)) < tellApart) continue
    const own = Math.abs(level(a) - middle(a)) + Math.abs(level(b) - middle(b))
    const other = Math.abs(level(a) - middle(b)) + Math.abs(level(b) - middle(a))
    pairs.push({ pair: [a, b], gain: own - other, own, other })
  }
  const better = pairs.filter(({ gain }) => gain > 0)
  const strong = pairs.filter(({ own, other }) => other < own * 0.35 && own > 2 * Math.log(2))
  const sum = (of: 'own' | 'other'): number => pairs.reduce((total, pair) => total + pair[of], 0)
  const { agree, ratio } = pairs.length < 5 ? swap.few : swap.many
  const whole = pairs.length >= 2 && better.length >= pairs.length * agree && sum('other') < sum('own') * ratio
  const found = whole ? better : strong
  return found.length === 0 ? [] : [{ pairs: found, of: pairs.length }]
}

export interface Shifted<C extends Cell> {
  readonly cells: readonly C[]
  readonly by: 1 | -1
  readonly of: number
}

const run = { rows: 3, gain: 3, cost: 0.15, fit: 0.4 } as const

export function shiftedRows<C extends Cell>(cells: readonly C[]): Shifted<C>[] {
  const judged = cells.filter(({ isNew, rate, row }) => isNew && rate > 0 && row !== null)
  return [...groupBy(judged, ({ column }) => column).values()].flatMap((column) => {
    const sorted = column.toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0))
    const runs = ([1, -1] as const).map((by) => bestRun(sorted, by))
    return runs
      .filter(isShift)
      .sort((a, b) => b.gain - a.gain)
      .slice(0, 1)
  })
}

interface Run<C extends Cell> extends Shifted<C> {
  readonly gain: number
  readonly own: number
  readonly other: number
}

const isShift = ({ cells, gain, own, other }: Run<Cell>): boolean =>
  cells.length >= run.rows && gain > run.gain && other < own * run.fit

function bestRun<C extends Cell>(sorted: readonly C[], by: 1 | -1): Run<C> {
  const own = sorted.map((cell) => Math.abs(level(cell) - middle(cell)))
  const other = sorted.map((cell, index) => {
    const neighbour = sorted[index + by]
    return neighbour === undefined ? Number.POSITIVE_INFINITY : Math.abs(level(cell) - middle(neighbour))
  })
  let best = { from: 0, to: 0, gain: 0 }
  let from = 0
  let sum = 0
  for (const index of sorted.keys()) {
    sum += (own[index] ?? 0) - (other[index] ?? 0) - run.cost
    if (sum <= 0) {
      sum = 0
      from = index + 1
    } else if (sum > best.gain) best = { from, to: index + 1, gain: sum }
  }
  const within = (of: readonly number[]): number => of.slice(best.from, best.to).reduce((a, b) => a + b, 0)
  const cells = sorted.slice(best.from, best.to)
  return { cells, by, of: sorted.length, gain: best.gain, own: within(own), other: within(other) }
}

const alike = { cells: 3, part: 0.1 } as const

export function outAlike<C extends Cell>(out: readonly C[], all: readonly C[]): OffTogether<C>[] {
  const columns = groupBy(all, ({ column }) => column)
  return [...groupBy(out, (cell) => `${cell.column} ${excess(cell) > 0}`).values()].flatMap((cells) => {
    const of = columns.get(cells[0]?.column ?? '')?.length ?? 0
    return cells.length >= alike.cells && cells.length >= of * alike.part ? [{ cells, of }] : []
  })
}

/**
 * Returns the outliers of places where most cells are out in the same direction: the place is measured differently, or
 * the row belongs to another.
 */
export function wholePlaces<C extends Cell>(out: readonly C[], all: readonly C[]): C[][] {
  const sizes = new Map([...groupBy(all, placeOf)].map(([place, cells]) => [place, cells.length]))
  return [...groupBy(out, placeOf)].flatMap(([place, cells]) => {
    const sameWay = cells.every((cell) => excess(cell) > 0) || cells.every((cell) => excess(cell) < 0)
    return cells.length >= 2 && sameWay && cells.length > (sizes.get(place) ?? 0) / 2 ? [cells] : []
  })
}

const placeOf = ({ place, isYearToDate, months, row }: Cell): string =>
  row === null ? `${place} ${isYearToDate ? months : ''}` : `${place} ${row}`
