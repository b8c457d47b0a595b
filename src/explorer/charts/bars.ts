import { pixels } from '../data/number.js'
import type { ChartSeries, Mark } from './chart-series.js'
import { type Scale, scaleFor, widthOf } from './scale.js'

/** The pixel positions of a bar and its texts; `from` is at zero, `to` is null if there is no number. */
export interface Bar {
  readonly mark: Mark
  readonly y: number
  readonly from: number
  readonly to: number | null
  readonly range: readonly [number, number] | null
  readonly other: number | null
  readonly textAt: number
  readonly isLast: boolean
}

export interface Bars {
  readonly height: number
  readonly scale: Scale
  readonly axis: number
  readonly labelsAbove: boolean
  readonly labelWidth: number
  readonly groups: readonly { readonly group: ChartSeries; readonly y: number; readonly bars: readonly Bar[] }[]
  readonly shown: number
  readonly of: number
}

export const barHeight = 18
/** The width of the arrow that marks an open bound ("over 1,000"). */
export const openEnd = 22
const pitch = 22
const apart = 14
const mostBars = 90
const top = 4

/**
 * Computes bars for each series and period; `whole` is the value of a full bar. If there are too many, the newest periods
 * are kept.
 */
export function barsOf(all: readonly ChartSeries[], width: number, whole: number | null): Bars {
  const periods = [...new Set(all.flatMap(({ marks }) => marks.map(({ period }) => period)))]
  const order =
    all.find(({ marks }) => marks.length === periods.length)?.marks.map(({ period }) => period) ?? periods.sort()
  const shown = order.slice(-Math.max(1, Math.floor(mostBars / Math.max(1, all.length))))
  const groups = all
    .map((group) => ({ ...group, marks: group.marks.filter(({ period }) => shown.includes(period)) }))
    .filter(({ marks }) => marks.length > 0)
  const marks = groups.flatMap((group) => group.marks)

  const labelsAbove = width < 620
  const labelWidth = labelsAbove ? 0 : Math.min(250, width * 0.3, longest(groups.map(({ label }) => label)) + 20)
  const periodWidth = shown.length > 1 ? longest(marks.map(({ label }) => label)) + 12 : 0
  const start = labelWidth + periodWidth + 1
  const numbers = marks
    .flatMap(({ value, high, other }) => [value, high, other].flatMap((each) => each ?? []))
    .map(pixels)
  const room = Math.min(
    longest(marks.filter(({ value }) => value !== null).map(({ text }) => text)) + 14,
    (width - start) * 0.62,
  )
  const ends = width - room - (marks.some(({ end }) => end === 'open') ? openEnd : 0)
  const scale = scaleFor(whole === null ? numbers : [...numbers, whole], start, ends, (ends - start) / 90)
  const zero = scale.at(0)

  let y = top
  const placed = groups.map((group) => {
    const groupY = y
    if (labelsAbove) y += pitch
    const bars = group.marks.map((mark): Bar => {
      const bar = barOf(mark, y, scale, zero, mark.period === shown.at(-1))
      y += pitch
      return bar
    })
    y += apart
    return { group, y: groupY, bars }
  })
  return {
    height: y + 22,
    scale,
    axis: y,
    labelsAbove,
    labelWidth,
    groups: placed,
    shown: shown.length,
    of: periods.length,
  }
}

function barOf(mark: Mark, y: number, scale: Scale, zero: number, isLast: boolean): Bar {
  const at = (decimal: string | null): number | null => (decimal === null ? null : scale.at(pixels(decimal)))
  const to = at(mark.value)
  const [low, high, other] = [at(mark.low), at(mark.high), at(mark.other)]
  const range = low !== null && high !== null && high - low >= 2 ? ([low, high] as const) : null
  const end = Math.max(zero, to ?? zero, range?.[1] ?? zero, (other ?? zero) + (other === null ? 0 : 6))
  return { mark, y, from: zero, to, range, other, textAt: end + (mark.end === 'open' ? openEnd : 0) + 7, isLast }
}

const longest = (texts: readonly string[]): number => Math.max(0, ...texts.map((text) => widthOf(text)))
