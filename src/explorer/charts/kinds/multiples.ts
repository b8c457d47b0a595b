import { dot, line } from '@observablehq/plot'
import type { Drawing } from '../drawing.js'
import type { ChartModel, ChartPoint, ChartSeries } from '../model.js'
import { isSigned, type Linear, numbersOf, numberText, position, valueAxis, wordsOf } from '../parts/axis.js'
import { legend, legendHeight, revisedEntry } from '../parts/legend.js'
import { plotted, telling } from '../parts/plotted.js'
import { timeScale } from '../parts/points.js'
import { growthText } from '../parts/rate-text.js'
import { sorted } from '../parts/sorted.js'
import { element, saying } from '../parts/svg.js'
import { drawTexts, shortened, type Text } from '../parts/texts.js'
import type { Room, Surface } from '../surface.js'
import type { ChartKind } from './kind.js'

const [leastPanel, mostPanel, between] = [132, 190, 34]
const [head, tick, foot] = [20, 18, 22]

export const multiples: ChartKind = {
  leastHeight: (model, room) => {
    const series = sorted(model)
    return rowsOf(series, room) * leastPanel + legendHeight(entriesOf(model, series), room)
  },
  draw: drawMultiples,
}

const columnsOf = ({ width }: Pick<Room, 'width'>): number => (width >= 900 ? 4 : width >= 600 ? 3 : 2)
const rowsOf = ({ length }: readonly ChartSeries[], room: Room): number =>
  Math.max(1, Math.ceil(length / columnsOf(room)))

function entriesOf(model: ChartModel, series: readonly ChartSeries[]) {
  const { drawing } = wordsOf(model)
  const note = { text: drawing.ownScales(model.fromReference, model.reference === 100 ? '' : model.unit) }
  return [
    note,
    ...revisedEntry(
      model,
      series.flatMap(({ points }) => points),
    ),
  ]
}

interface Panel {
  readonly series: ChartSeries
  readonly x: Linear
  readonly y: Linear
  readonly left: number
  readonly right: number
  readonly top: number
  readonly ticks: ReturnType<typeof valueAxis>['ticks']
  readonly dots: readonly Dot[]
}

interface Dot {
  readonly series: ChartSeries
  readonly point: ChartPoint
  readonly period: number
  readonly x: number
  readonly y: number | null
}

function drawMultiples(model: ChartModel, surface: Surface): Drawing {
  const { width, palette, document } = surface
  const shown = sorted(model)
  const columns = columnsOf(surface)
  const rows = rowsOf(shown, surface)
  const entries = entriesOf(model, shown)
  const below = legendHeight(entries, surface)
  const tall = Math.max(leastPanel, Math.min(mostPanel, (surface.height - below) / rows))
  const height = Math.max(surface.height, rows * tall + below)
  const gap = width < 600 ? 20 : between
  const wide = (width - (columns - 1) * gap) / columns
  const panels = shown.map((series, index) =>
    panelOf(series, (index % columns) * (wide + gap), Math.floor(index / columns) * tall, wide, tall, model, surface),
  )
  const dots = panels.flatMap((panel) => panel.dots)
  const marked = panels.flatMap(marksOf)
  const newer = panels.flatMap(newerOf)
  const svg = plotted(surface, {
    ...{ height, x: null, y: null },
    marks: [
      () => element(document, 'g', {}, ...panels.flatMap((panel) => backgroundOf(panel, model, surface))),
      line(dots, {
        ...{ x: 'x', y: 'y', z: ({ series }: Dot) => series.key, stroke: palette.bar, strokeWidth: 2 },
        ...{ strokeLinejoin: 'round', strokeLinecap: 'round' },
        render: telling(dots, ({ series }) => ({ 'data-series': series.key })),
      }),
      dot(marked, {
        ...{ x: 'x', y: 'y', r: ({ isLast }: Marked) => (isLast ? 4 : 3), stroke: palette.bar, strokeWidth: 1.5 },
        fill: ({ isLast }: Marked) => (isLast ? palette.bar : palette.card),
        render: telling(marked, ({ series, point }) => saying(series, point)),
      }),
      dot(newer, { x: 'x', y: 'y', r: 5, symbol: 'diamond', stroke: palette.aged, strokeWidth: 1.5 }),
      () =>
        drawTexts(
          panels.flatMap((panel) => textsOf(panel, model, surface)),
          surface,
        ),
      () => legend(entries, Math.min(height - below, rows * tall), surface),
    ],
  })
  const spots = dots.flatMap(({ series, period, x, y }) => (y === null ? [] : { series: series.key, period, x, y }))
  return { svg, frame: { left: 0, right: width, top: 0, bottom: height - below, along: 'both', spots } }
}

function panelOf(
  series: ChartSeries,
  left: number,
  top: number,
  wide: number,
  tall: number,
  model: ChartModel,
  { measure }: Surface,
): Panel {
  const axis = valueAxis(numbersOf([series]), model, tall, 36)
  const last = series.points.findLast(({ value }) => value !== null)
  const right = left + wide
  const end = right - (last === undefined ? 4 : measure(last.short, 13, 650) + 12)
  const y = { domain: axis.domain, range: [top + tall - foot - 12, top + head + tick] } as const
  const x = timeScale(model.periods, [left + 6, end])
  const dots = series.points.map(
    (point, period): Dot => ({
      ...{ series, point, period },
      x: position(x, model.periods[period]?.time ?? 0),
      y: point.value === null ? null : position(y, Number(point.value)),
    }),
  )
  return { series, x, y, left, right, top, ticks: axis.ticks, dots }
}

interface Marked extends Dot {
  readonly isLast: boolean
}

function marksOf({ dots }: Panel): readonly Marked[] {
  const known = dots.filter(({ y }) => y !== null)
  const last = known.at(-1)
  const lowest = known.toSorted((one, other) => (other.y ?? 0) - (one.y ?? 0))[0]
  if (last === undefined || lowest === undefined) return []
  return [...(lowest === last || known.length < 3 ? [] : [{ ...lowest, isLast: false }]), { ...last, isLast: true }]
}

const newerOf = ({ dots, y }: Panel): readonly Pick<Dot, 'x' | 'y'>[] =>
  dots.flatMap(({ point, x }) => (point.newer === null ? [] : { x, y: position(y, Number(point.newer)) }))

function backgroundOf({ dots, y, left, right, ticks }: Panel, model: ChartModel, { document, palette }: Surface) {
  const base = position(y, Math.max(y.domain[0], Math.min(y.domain[1], model.reference)))
  const runs = runsOf(dots)
  const areas = runs.map((run) => {
    const line = run.map(({ x, y }) => `${Math.round(x * 10) / 10},${Math.round((y ?? 0) * 10) / 10}`).join('L')
    const d = `M${Math.round((run[0]?.x ?? 0) * 10) / 10},${base}L${line}V${base}Z`
    return element(document, 'path', { d, fill: palette.bar, 'fill-opacity': 0.1 })
  })
  const lines = ticks
    .filter((_, index) => (ticks.length - 1 - index) % 2 === 0 || index === 0)
    .map(({ value }) => {
      const at = Math.round(position(y, value)) + 0.5
      const stroke = value === model.reference ? palette.othersText : palette.grid
      return element(document, 'line', { x1: left, x2: right, y1: at, y2: at, stroke })
    })
  return [...(model.fromReference ? areas : []), ...lines]
}

function runsOf(dots: readonly Dot[]): readonly (readonly Dot[])[] {
  const runs: Dot[][] = [[]]
  for (const each of dots) {
    if (each.y === null) runs.push([])
    else runs.at(-1)?.push(each)
  }
  return runs.filter(({ length }) => length > 1)
}

function textsOf(panel: Panel, model: ChartModel, { measure, palette }: Surface): Text[] {
  const { series, left, right, top, y, ticks, dots } = panel
  const last = dots.findLast(({ y }) => y !== null)
  const growth = last === undefined || !model.fromReference ? null : growthText(last.point)
  const growthWidth = growth === null ? 0 : measure(growth.text, 13, 600) + 12
  const name = shortened(series.label, right - left - growthWidth, (text) => measure(text, 14, 650))
  const small = { size: 12, fill: palette.quiet } as const
  const strong = { y: top + 10, size: 13, weight: 600, anchor: 'end' } as const
  const highest = ticks.at(-1)?.value
  return [
    { ...name, x: left, y: top + 10, size: 14, weight: 650, fill: palette.ink },
    ...(growth === null
      ? []
      : [
          {
            ...{ ...strong, x: right, text: growth.text, isItalic: growth.isComputed },
            fill: growth.text.includes('−') ? palette.down : palette.up,
          },
        ]),
    ...(highest === undefined
      ? []
      : [
          {
            ...{ ...strong, ...small, weight: 400 as const, x: right, y: position(y, highest) - 9 },
            text: numberText(highest, model, isSigned(model)),
          },
        ]),
    ...marksOf(panel).flatMap(({ isLast, point, x, y: at }): Text[] => {
      const middle = at ?? 0
      if (isLast) {
        const least = top + head + tick + 7
        return [{ x: x + 8, y: Math.max(least, middle), text: point.short, size: 13, weight: 650, fill: palette.bar }]
      }
      const half = measure(point.short, 12, 400) / 2
      const isClear = middle + 24 < y.range[0] && x - half > left && x + half < panel.x.range[1]
      return isClear ? [{ ...small, x, y: middle + 14, text: point.short, anchor: 'middle' }] : []
    }),
    ...periodTexts(panel, model, palette.quiet, measure),
  ]
}

function periodTexts(
  { x, y, left, right }: Panel,
  { periods }: ChartModel,
  fill: string,
  measure: Room['measure'],
): Text[] {
  const [first, last] = [periods[0], periods.at(-1)]
  if (first === undefined || last === undefined || first === last) return []
  const isOneYear = first.code.slice(0, 4) === last.code.slice(0, 4)
  const [start, end] = isOneYear ? [first.tick, last.tick] : [first.label, last.label]
  const usual = { y: y.range[0] + 13, size: 12, fill } as const
  const half = measure(end, 12, 400) / 2
  return [
    { ...usual, x: left, text: start },
    { ...usual, x: Math.min(x.range[1], right - half), text: end, anchor: 'middle' },
  ]
}
