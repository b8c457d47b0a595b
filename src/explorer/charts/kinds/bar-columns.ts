import type { ChartModel, ChartPoint } from '../model.js'
import { wordsOf } from '../parts/axis.js'
import { isUnsettled } from '../parts/points.js'
import { growthOf } from '../parts/rate-text.js'
import { type Text, wrappedTo } from '../parts/texts.js'
import type { Room } from '../surface.js'
import type { BarRow } from './bar-rows.js'

/** The columns of a ranking, in pixels; numbers are aligned at their right. Null if there is no room. */
export interface Columns {
  readonly rankAt: number | null
  readonly nameAt: number
  readonly from: number
  readonly to: number
  readonly shareAt: number | null
  readonly growthAt: number | null
  readonly revisedAt: number | null
  /** The zero of the small bars of growth, and the pixels of one percent. */
  readonly changeAt: { readonly zero: number; readonly pixel: number } | null
  readonly named: readonly NamedRow[]
}

export interface NamedRow {
  readonly row: BarRow
  readonly lines: readonly Pick<Text, 'text' | 'full'>[]
}

const gap = 24
const [narrow, wide] = [560, 900]
const changeWidth = 90
const leastBar = 20

export function columnsOf(model: ChartModel, rows: readonly BarRow[], { width, measure }: Room): Columns {
  const { drawing } = wordsOf(model)
  const isNarrow = width < narrow
  const between = isNarrow ? 12 : gap
  const columnOf = (texts: readonly string[], head: string): number =>
    texts.every((text) => text === '')
      ? 0
      : Math.max(measure(head, 13, 400), ...texts.map((text) => measure(text, 14, 400))) + between
  const isLevel = model.fromReference
  const growths = rows.map(({ growth }) => growth?.text ?? '')
  const revised = columnOf(
    rows.map(({ revised }) => (revised === null ? '' : `◇ ${revised}`)),
    drawing.revised,
  )
  const hasRates = isLevel && !(isNarrow && revised > 0)
  const rate = hasRates ? columnOf(growths, drawing.growth) : 0
  const isWhole = rows.every(({ series }) => series?.category == null)
  const shares = rows.map((row) => (hasRates && !isWhole ? row.share : ''))
  const part = columnOf(shares, drawing.share)
  const values = rows.map(({ point }) => measure(point.short, 14, 600) + marksWidth(point))
  const value = Math.max(0, ...values) + 8

  const rank = isNarrow || rows.every((row) => row.rank === '') ? 0 : 44
  const widthOf = (text: string): number => measure(text, 14, 600)
  const word = Math.max(...rows.flatMap(({ name }) => name.split(' ').map(widthOf)))
  const free = width - revised - rate - part - value - leastBar - rank - 16
  const most = isNarrow ? Math.max(width * 0.3, Math.min(word, free)) : Math.min(width * 0.28, 300)
  const named = rows.map((row) => ({ row, lines: wrappedTo(row.name, 2, most, widthOf) }))
  const name = Math.max(0, ...named.flatMap(({ lines }) => lines.map(({ text }) => widthOf(text))))
  const before = rank + name + 16

  const room = width - revised - before - value - leastBar
  const growth = rate <= room ? rate : 0
  const share = growth + part <= room ? part : 0
  const change = growth === 0 || width < wide ? 0 : changeWidth + between

  const right = width - revised - growth - share - change
  const hasNegative = rows.some(({ kind, point }) => kind !== 'whole' && point.value?.startsWith('-') === true)
  const hasPositive = rows.some(({ kind, point }) => kind !== 'whole' && point.value?.startsWith('-') === false)
  return {
    rankAt: rank === 0 ? null : 28,
    nameAt: rank,
    from: before + (hasNegative ? value : 0),
    to: Math.max(before + leastBar, right - (hasPositive || !hasNegative ? value : 0)),
    shareAt: share === 0 ? null : right + share,
    growthAt: growth === 0 ? null : right + share + growth,
    revisedAt: revised === 0 ? null : right + share + growth + revised,
    changeAt: change === 0 ? null : changeOf(rows, width - changeWidth),
    named,
  }
}

export const marksWidth = (point: ChartPoint): number =>
  (point.qualifier === 'OVER' ? 10 : 0) + (isUnsettled(point) ? 14 : 0)

function changeOf(rows: readonly BarRow[], left: number): Columns['changeAt'] {
  const numbers = rows.flatMap(({ point }) => {
    const growth = growthOf(point)
    return growth === null ? [] : Number(growth)
  })
  const [low, high] = [Math.min(0, ...numbers), Math.max(0, ...numbers)]
  const pixel = changeWidth / (high - low || 1)
  return { zero: left - low * pixel, pixel }
}
