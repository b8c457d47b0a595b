import { pixels } from '../data/number.js'
import { spanOf, timeOf } from '../data/period.js'
import type { ChartSeries, Mark } from './chart-series.js'
import { type Scale, scaleFor, type Tick, widthOf } from './scale.js'

export interface Dot {
  readonly mark: Mark
  readonly x: number
  readonly y: number
}

export interface Lines {
  readonly height: number
  readonly scale: Scale
  readonly left: number
  readonly right: number
  readonly bottom: number
  readonly dates: readonly Tick[]
  readonly lines: readonly Line[]
  readonly of: number
}

export interface Line {
  readonly group: ChartSeries
  readonly dots: readonly Dot[]
  readonly path: string
  readonly nameAt: number | null
}

export const mostLines = 8
const top = 14
const nameHeight = 17

/** Computes a line for each of the first series. A missing number interrupts the line. */
export function linesOf(
  all: readonly ChartSeries[],
  periods: readonly string[],
  width: number,
  label: (period: string) => string,
): Lines {
  const height = Math.round(Math.min(420, Math.max(260, width * 0.45)))
  const bottom = height - 28
  const groups = all.filter(({ marks }) => marks.some(({ value }) => value !== null)).slice(0, mostLines)
  const numbers = groups.flatMap(({ marks }) => marks.flatMap(({ value }) => (value === null ? [] : pixels(value))))
  const scale = scaleFor(numbers, bottom, top, height / 60)
  const left = Math.max(...scale.ticks.map(({ text }) => widthOf(text, 12)), 10) + 10
  const names =
    width >= 620 ? Math.min(220, width * 0.28, Math.max(0, ...groups.map((group) => widthOf(group.label))) + 16) : 14
  const right = width - names
  const x = placing(periods, left + 12, right - 12)
  const lines = groups.map((group) => lineOf(group, periods, x, scale))
  const named =
    width >= 620
      ? spread(
          lines.map(({ dots }) => dots.at(-1)?.y ?? null),
          top,
          bottom,
        )
      : lines.map(() => null)
  return {
    ...{ height, scale, left, right, bottom },
    dates: datesOf(periods, x, label),
    lines: lines.map((line, index) => ({ ...line, nameAt: named[index] ?? null })),
    of: all.length,
  }
}

function lineOf(
  group: ChartSeries,
  periods: readonly string[],
  x: (period: string) => number,
  scale: Scale,
): Omit<Line, 'nameAt'> {
  const dots = group.marks.flatMap((mark) =>
    mark.value === null ? [] : [{ mark, x: x(mark.period), y: scale.at(pixels(mark.value)) }],
  )
  const after = (one: Dot, other: Dot | undefined): boolean =>
    other !== undefined && periods.indexOf(one.mark.period) === periods.indexOf(other.mark.period) + 1
  const path = dots
    .map((dot, index) => `${after(dot, dots[index - 1]) ? 'L' : 'M'}${dot.x.toFixed(1)},${dot.y.toFixed(1)}`)
    .join('')
  return { group, dots, path }
}

function placing(periods: readonly string[], start: number, end: number): (period: string) => number {
  const places = periods.map(timeOf)
  const [first, last] = [Math.min(...places), Math.max(...places)]
  return (period) =>
    last === first ? (start + end) / 2 : start + ((timeOf(period) - first) / (last - first)) * (end - start)
}

function datesOf(periods: readonly string[], x: (period: string) => number, label: (period: string) => string): Tick[] {
  const shown: Tick[] = []
  for (const period of periods) {
    const text = periods.length > 12 && spanOf(period).last === 12 ? spanOf(period).year : label(period)
    const at = x(period)
    const before = shown.at(-1)
    if (before === undefined || at - before.at > (widthOf(text, 12) + widthOf(before.text, 12)) / 2 + 10)
      shown.push({ at, text })
  }
  return shown
}

/** Moves labels apart vertically so that they do not overlap, in the same order. */
function spread(wished: readonly (number | null)[], least: number, most: number): (number | null)[] {
  const placed = wished.flatMap((y, index) => (y === null ? [] : [{ y, index }])).sort((one, other) => one.y - other.y)
  for (const [at, each] of placed.entries())
    each.y = Math.max(each.y, (placed[at - 1]?.y ?? least - nameHeight) + nameHeight)
  let limit = most
  for (const each of placed.toReversed()) {
    each.y = Math.min(each.y, limit)
    limit = each.y - nameHeight
  }
  return wished.map((_, index) => placed.find((each) => each.index === index)?.y ?? null)
}
