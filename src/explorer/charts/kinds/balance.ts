import { dot, line, rectY } from '@observablehq/plot'
import { brief, negated, numberAt, scaled, signed, sum } from '../../data/number.js'
import type { Drawing } from '../drawing.js'
import { type ChartModel, type ChartPoint, type ChartSeries, isSelected } from '../model.js'
import { position, valueAxis, wordsOf } from '../parts/axis.js'
import { revisedDot, revisedEntries, slotsOf } from '../parts/columns.js'
import { type EndLabel, measureLabels } from '../parts/end-labels.js'
import { frameOfTime } from '../parts/frame-of-time.js'
import { plotted, telling } from '../parts/plotted.js'
import { saying } from '../parts/svg.js'
import type { Surface } from '../surface.js'

interface Trade {
  readonly exports: ChartSeries
  readonly imports: ChartSeries
}

export function tradeOf({ series, reference, fromReference }: ChartModel): Trade | null {
  const selected = series.filter(isSelected)
  const [exports, imports] = ['EXPORTS', 'IMPORTS'].map((code) => selected.find(({ metric }) => metric === code))
  if (!fromReference || reference !== 0 || exports === undefined || imports === undefined) return null
  return exports.category === imports.category ? { exports, imports } : null
}

interface Bar {
  readonly series: ChartSeries
  readonly point: ChartPoint
  readonly period: number
  readonly to: number
}

export function drawBalance(model: ChartModel, { exports, imports }: Trade, surface: Surface): Drawing {
  const { height, palette } = surface
  const { periods, exponent } = model
  const { drawing } = wordsOf(model)
  const frame = frameOfTime(model, revisedEntries(model), surface)
  const barsOf = (series: ChartSeries, way: 1 | -1): Bar[] =>
    series.points.flatMap((point, period) =>
      point.value === null ? [] : { series, point, period, to: way * Number(point.value) },
    )
  const bars = [...barsOf(exports, 1), ...barsOf(imports, -1)]
  const rests = periods.map((period, index) => {
    const [out, into] = [exports.points[index]?.value, imports.points[index]?.value]
    return { period, index, value: out == null || into == null ? null : sum([out, negated(into)]) }
  })
  const { domain, ticks } = valueAxis(
    bars.map(({ to }) => to),
    model,
    frame.tall,
  )
  // Imports are drawn downwards, yet they are not negative.
  const unsigned = ticks.map(({ value, text }) => ({ value, text: value < 0 ? text.replace('−', '') : text }))
  const axis = { domain, ticks: unsigned }
  const y = frame.scaleOf(axis)

  const labels = [exports, imports].flatMap((series, index): readonly EndLabel[] => {
    const last = series.points.findLast(({ value }) => value !== null)
    if (last?.value == null) return []
    const half = (Number(last.value) / 2) * (index === 0 ? 1 : -1)
    return [{ series: { colour: index + 1 }, name: series.names.metric, value: last.short, y: position(y, half) }]
  })
  const lastRest = rests.findLast(({ value }) => value !== null)?.value ?? null
  const balance: readonly EndLabel[] =
    lastRest === null
      ? []
      : [
          {
            ...{ series: { colour: 0 }, name: drawing.balance, y: position(y, Number(lastRest)) },
            value: signed(brief(exponent === 0 ? lastRest : scaled(lastRest, exponent), 3)),
          },
        ]
  const shown = measureLabels([...labels, ...balance], frame.most, surface)
  const { left, right } = frame.sidesOf(axis, shown)
  const slots = slotsOf(model, left, right)
  const middleOf = (period: number): number => ((slots[period]?.x1 ?? 0) + (slots[period]?.x2 ?? 0)) / 2
  const middles = slots.map((_, index) => middleOf(index))
  const around = frame.drawn(axis, y, shown, right, middles)
  const fill = ({ series }: Bar): string => (series === exports ? palette.series[0] : palette.series[1]) ?? palette.ink
  type Rest = (typeof rests)[number]
  const usual = { x: ({ index }: Rest) => middleOf(index), y: ({ value }: Rest) => numberAt(value) }
  const svg = plotted(surface, {
    ...{ height, x: null, y },
    marks: [
      around.grid,
      rectY(bars, {
        ...{ x1: ({ period }: Bar) => slots[period]?.x1, x2: ({ period }: Bar) => slots[period]?.x2, y1: 0, y2: 'to' },
        ...{ fill, fillOpacity: 0.85 },
        render: telling(bars, ({ series, point }) => saying(series, point)),
      }),
      dot(
        bars.filter(({ point }) => point.newer !== null),
        { ...revisedDot(palette), x: ({ period }: Bar) => middleOf(period), y: ({ to }: Bar) => to / 2 },
      ),
      line(rests, { ...usual, stroke: palette.card, strokeWidth: 6 }),
      line(rests, { ...usual, stroke: palette.ink, strokeWidth: 2.5 }),
      dot(rests, {
        ...{ ...usual, r: periods.length > 24 ? 0 : 4, fill: palette.ink, stroke: palette.card, strokeWidth: 1.5 },
        render: telling(rests, ({ period, value }) => ({ 'data-balance': value, 'data-period': period.code })),
      }),
      around.texts,
      around.legend,
    ],
  })
  const spots = bars.map(({ series, period, to }) => {
    return { series: series.key, period, x: middleOf(period), y: position(y, to) }
  })
  const { top, bottom } = frame
  return { svg, frame: { left, right, top, bottom, along: 'x', spots } }
}
