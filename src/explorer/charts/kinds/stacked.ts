import { dot, rectY } from '@observablehq/plot'
import { compare, negated, sum } from '../../data/number.js'
import type { Drawing } from '../drawing.js'
import { type ChartModel, type ChartPoint, type ChartSeries, isSelected } from '../model.js'
import { type Linear, position, valueAxis, wordsOf } from '../parts/axis.js'
import { revisedDot, revisedEntries, slotsOf } from '../parts/columns.js'
import { type EndLabel, fitting, measureLabels } from '../parts/end-labels.js'
import { frameOfTime } from '../parts/frame-of-time.js'
import { legendHeight } from '../parts/legend.js'
import { colourOf } from '../parts/markers.js'
import { plotted, telling } from '../parts/plotted.js'
import { said } from '../parts/said.js'
import { element, saying } from '../parts/svg.js'
import type { Surface } from '../surface.js'
import { drawBalance, tradeOf } from './balance.js'
import type { ChartKind } from './kind.js'

const mostBlocks = 1000

export const stacked: ChartKind = {
  leastHeight: (model, room) => 260 + legendHeight(revisedEntries(model), room),
  draw: (model, surface) => {
    const trade = tradeOf(model)
    return trade === null ? drawParts(model, surface) : drawBalance(model, trade, surface)
  },
}

interface Block {
  readonly series: ChartSeries
  readonly point: ChartPoint
  readonly period: number
  readonly from: number
  readonly to: number
  readonly x1: number
  readonly x2: number
}

function drawParts(model: ChartModel, surface: Surface): Drawing {
  const { height, palette, document } = surface
  const { periods, whole } = model
  const { drawing } = wordsOf(model)
  const parts = model.series.filter(isSelected)
  if (!areParts(model)) return said(drawing.only.notParts, surface)
  const frame = frameOfTime(model, revisedEntries(model), surface)
  const stacks = periods.map((_, period) => stackOf(parts, period))
  const rests = restsOf(
    model,
    stacks.map(({ high }) => high),
  )
  const ends = stacks.flatMap(({ low, high }) => [low, high])
  const axis = valueAxis([...ends, ...rests.map(({ to }) => to)], model, frame.tall)
  const y = frame.scaleOf(axis)

  const last = periods.length - 1
  const labels = labelsOf(model, stacks[last]?.blocks ?? [], rests.find(({ period }) => period === last) ?? null, y)
  const shown = fitting(measureLabels(labels, frame.most, surface, frame.room), frame.room)
  const { left, right } = frame.sidesOf(axis, shown)
  const slots = slotsOf(model, left, right)
  const place = <T extends { readonly period: number }>(block: T) => ({
    ...block,
    ...(slots[block.period] ?? { x1: 0, x2: 0 }),
  })
  const blocks = stacks.flatMap((stack) => stack.blocks).map(place)
  const others = rests.map(place)
  const middles = slots.map(({ x1, x2 }) => (x1 + x2) / 2)
  const around = frame.drawn(axis, y, shown, right, middles)
  const svg = plotted(surface, {
    ...{ height, x: null, y },
    marks: [
      around.grid,
      rectY(others, {
        ...{ x1: 'x1', x2: 'x2', y1: 'from', y2: 'to', fill: palette.barSoft },
        render: telling(others, ({ point }) => (whole === null ? {} : { ...saying(whole, point), class: 'others' })),
      }),
      blocks.length > mostBlocks
        ? () => element(document, 'g', { stroke: palette.card, 'stroke-width': 0.75 }, ...pathsOf(blocks, y, surface))
        : rectY(blocks, {
            ...{ x1: 'x1', x2: 'x2', y1: 'from', y2: 'to', fill: ({ series }: Block) => colourOf(series, palette) },
            ...{ stroke: palette.card, strokeWidth: 0.75 },
            render: telling(blocks, ({ series, point }) => saying(series, point)),
          }),
      dot(
        blocks.filter(({ point }) => point.newer !== null),
        {
          ...revisedDot(palette),
          x: ({ x1, x2 }: Block) => (x1 + x2) / 2,
          y: ({ from, to }: Block) => (from + to) / 2,
        },
      ),
      around.texts,
      around.legend,
    ],
  })
  const spots = blocks.map(({ series, period, from, to, x1, x2 }) => {
    return { series: series.key, period, x: (x1 + x2) / 2, y: position(y, (from + to) / 2) }
  })
  const { top, bottom } = frame
  return { svg, frame: { left, right, top, bottom, along: 'x', spots } }
}

function pathsOf(blocks: readonly Block[], y: Linear, { document, palette }: Surface): readonly SVGElement[] {
  const corners = new Map<ChartSeries, string>()
  const at = (number: number): number => Math.round(number * 100) / 100
  for (const { series, from, to, x1, x2 } of blocks) {
    const block = `M${at(x1)},${at(position(y, from))}H${at(x2)}V${at(position(y, to))}H${at(x1)}Z`
    corners.set(series, (corners.get(series) ?? '') + block)
  }
  return [...corners].map(([series, d]) =>
    element(document, 'path', { d, fill: colourOf(series, palette), 'data-series': series.key }),
  )
}

function stackOf(parts: readonly ChartSeries[], period: number) {
  let [low, high] = [0, 0]
  const blocks = parts.flatMap((series): Omit<Block, 'x1' | 'x2'> | readonly [] => {
    const point = series.points[period]
    if (point?.value == null) return []
    const number = Number(point.value)
    const from = number < 0 ? low : high
    if (number < 0) low += number
    else high += number
    return { series, point, period, from, to: from + number }
  })
  return { blocks, low, high }
}

function restsOf({ whole, fromReference }: ChartModel, highs: readonly number[]) {
  if (whole === null || !fromReference) return []
  return whole.points.flatMap((point, period) => {
    const [from, to] = [highs[period] ?? 0, Number(point.value)]
    return point.value === null || from === 0 || to <= from ? [] : { point, period, from, to }
  })
}

/** Indicates series of one metric that do not add up to more than the total. */
function areParts(model: ChartModel): boolean {
  const { series, whole, periods, reference, fromReference } = model
  const parts = series.filter(isSelected)
  if (reference !== 0 || new Set(parts.map(({ metric }) => metric)).size !== 1) return false
  if (parts.some(({ category }) => category === null)) return false
  return (
    !fromReference ||
    whole === null ||
    periods.every((_, period) => {
      const total = whole.points[period]?.value ?? null
      const values = parts.flatMap(({ points }) => points[period]?.value ?? [])
      return total === null || compare(sum([...values, negated(slack(total))]), total) <= 0
    })
  )
}

/** Returns one part in ten thousand, for rounded numbers. */
const slack = (total: string): string => {
  const [whole = '0'] = total.split('.')
  return whole.length > 4 ? whole.slice(0, -4) : '0.01'
}

function labelsOf(
  model: ChartModel,
  blocks: readonly Omit<Block, 'x1' | 'x2'>[],
  rest: { readonly from: number; readonly to: number } | null,
  y: Linear,
): readonly EndLabel[] {
  const { drawing } = wordsOf(model)
  const own = blocks.map(({ series, point, from, to }): EndLabel => {
    return { series, name: series.label, value: point.short, y: position(y, (from + to) / 2) }
  })
  if (rest === null) return own
  const { count, point } = model.others
  const isLast = model.at === model.periods.length - 1
  const value = isLast && point !== null ? point.short : ''
  return [
    ...own,
    { series: { colour: null }, name: drawing.others(count), value, y: position(y, (rest.from + rest.to) / 2) },
  ]
}
