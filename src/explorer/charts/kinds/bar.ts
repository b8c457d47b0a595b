import { rect } from '@observablehq/plot'
import { numberAt } from '../../data/number.js'
import type { Drawing } from '../drawing.js'
import { type ChartModel, isSelected } from '../model.js'
import { isSigned, type Linear, position, wordsOf } from '../parts/axis.js'
import { type Entry, legend, legendHeight, revisedEntry, seriesEntry, unsettledEntries } from '../parts/legend.js'
import { colourOf, markerPaths } from '../parts/markers.js'
import { plotted, telling } from '../parts/plotted.js'
import { isUnsettled } from '../parts/points.js'
import { growthOf } from '../parts/rate-text.js'
import { element, saying } from '../parts/svg.js'
import { drawTexts, type Text } from '../parts/texts.js'
import type { Palette, Room, Surface } from '../surface.js'
import { type Columns, columnsOf, marksWidth, type NamedRow } from './bar-columns.js'
import { barRows } from './bar-rows.js'
import type { ChartKind } from './kind.js'

const [header, leastRow, usualRow, denseRow, dense] = [32, 26, 38, 30, 15]
const mostThick = 22

export const bar: ChartKind = {
  leastHeight: (model, room) => {
    const rows = barRows(model)
    const columns = columnsOf(model, rows, room)
    const heights = columns.named.map(({ lines }) => heightOf(lines.length, leastRow))
    return header + heights.reduce((sum, each) => sum + each, 0) + foot(model, columns, room)
  },
  draw: drawBars,
}

const heightOf = (lines: number, row: number): number => Math.max(row, lines * 17 + 8)
const foot = (model: ChartModel, columns: Columns, room: Room): number =>
  legendHeight(entriesOf(model, columns), room) + 4

interface PlacedRow extends NamedRow {
  readonly middle: number
  readonly height: number
  readonly thick: number
}

function drawBars(model: ChartModel, surface: Surface): Drawing {
  const { width, palette } = surface
  const rows = barRows(model)
  const columns = columnsOf(model, rows, surface)
  const below = foot(model, columns, surface)
  const usual = rows.length >= dense ? denseRow : usualRow
  const row = Math.max(leastRow, Math.min(usual, (surface.height - header - below) / Math.max(1, rows.length)))
  let top = header
  const placed = columns.named.map((named): PlacedRow => {
    const height = heightOf(named.lines.length, row)
    top += height
    return { ...named, height, middle: top - height / 2, thick: Math.min(mostThick, row - 8) }
  })
  const height = Math.max(surface.height, top + below)
  const x = scaleOf(columns)
  const bars = placed.filter(({ row }) => row.kind !== 'whole' && row.point.value !== null)
  const svg = plotted(surface, {
    ...{ height, x, y: null },
    marks: [
      () => rules(placed, x, columns, model, surface),
      rect(bars, {
        ...{ x1: 0, x2: ({ row }: PlacedRow) => numberAt(row.point.value) },
        ...{ y1: ({ middle, thick }: PlacedRow) => middle - thick / 2, y2: (each: PlacedRow) => endOf(each) },
        ...{ rx2: 4, fill: (each: PlacedRow) => fillOf(each, model, palette) },
        render: telling(bars, ({ row }) => (row.series === null ? { class: 'others' } : saying(row.series, row.point))),
      }),
      () =>
        element(
          surface.document,
          'g',
          { fill: 'none' },
          ...placed.flatMap((each) => marksOf(each, x, columns, surface)),
        ),
      () => changes(placed, columns, surface),
      () =>
        drawTexts(
          [...heads(columns, model, surface), ...placed.flatMap((each) => textsOf(each, x, columns, model, surface))],
          surface,
        ),
      () => legend(entriesOf(model, columns), top, surface),
    ],
  })
  const spots = placed.flatMap(({ row: { series, point }, middle }) =>
    series === null || point.value === null
      ? []
      : { series: series.key, period: model.at, x: position(x, Number(point.value)), y: middle },
  )
  return { svg, frame: { left: 0, right: width, top: header, bottom: top, along: 'y', spots } }
}

const endOf = ({ middle, thick }: PlacedRow): number => middle + thick / 2

function scaleOf({ from, to, named }: Columns): Linear {
  const numbers = named.flatMap(({ row: { kind, point } }) =>
    kind === 'whole' || point.value === null ? [] : Number(point.value),
  )
  const [low, high] = [Math.min(0, ...numbers), Math.max(0, ...numbers)]
  return { domain: low === high ? [0, 1] : [low, high], range: [from, to] }
}

function fillOf({ row: { series, kind, point } }: NamedRow, model: ChartModel, palette: Palette): string {
  if (kind === 'others' || series === null) return palette.barSoft
  if (isSigned(model)) return point.value?.startsWith('-') ? palette.down : palette.up
  const metrics = metricsOf(model)
  return metrics.length > 1 ? colourOf({ colour: metrics.indexOf(series.metric) + 1 }, palette) : palette.bar
}

const metricsOf = ({ series }: ChartModel): readonly string[] => [
  ...new Set(series.filter(isSelected).map(({ metric }) => metric)),
]

function rules(
  rows: readonly PlacedRow[],
  x: Linear,
  columns: Columns,
  model: ChartModel,
  surface: Surface,
): SVGElement {
  const { document, palette, width } = surface
  const line = (x1: number, y1: number, x2: number, y2: number, stroke: string): SVGElement =>
    element(document, 'line', { x1, y1, x2, y2, stroke })
  const last = rows.at(-1)
  const bottom = last === undefined ? header : last.middle + last.height / 2
  return element(
    document,
    'g',
    { 'stroke-width': 1, 'shape-rendering': 'crispEdges' },
    line(0, header, width, header, palette.othersText),
    ...rows.map(({ middle, height }) => line(0, middle + height / 2, width, middle + height / 2, palette.grid)),
    ...(isSigned(model) ? [line(position(x, 0), header, position(x, 0), bottom, palette.othersText)] : []),
    ...(columns.changeAt === null
      ? []
      : [line(columns.changeAt.zero, header, columns.changeAt.zero, bottom, palette.rule)]),
  )
}

function marksOf(
  { row: { kind, point }, middle, thick }: PlacedRow,
  x: Linear,
  { from, to }: Columns,
  surface: Surface,
): readonly SVGElement[] {
  const { document, palette } = surface
  const { value, qualifier, newer } = point
  if (value === null) return []
  const isNegative = value.startsWith('-')
  const end = kind === 'whole' ? from - 8 : position(x, Number(value))
  const isOpen = kind !== 'whole' && (qualifier === 'OVER' || qualifier === 'UNDER')
  const way = qualifier === 'OVER' ? 1 : -1
  const tip = end + (way > 0 ? 9 : -10)
  const at = newer === null ? null : position(x, Number(newer))
  const isWithin = kind !== 'whole' && at !== null && at >= from - 1 && at <= to + 1
  const after = end + 8 + surface.measure(point.short, 14, 600) + (qualifier === 'OVER' ? 10 : 0)
  return [
    isOpen &&
      element(document, 'path', {
        ...{ d: `M${tip - 6 * way},${middle - 5}L${tip},${middle}L${tip - 6 * way},${middle + 5}`, class: 'open' },
        ...{ stroke: way > 0 ? palette.ink : palette.card, 'stroke-width': 2 },
      }),
    isWithin &&
      element(document, 'path', {
        ...{ d: `M${at},${middle - thick / 2 - 2}V${middle + thick / 2 + 2}`, 'data-newer': newer },
        ...{ stroke: palette.aged, 'stroke-width': 2 },
      }),
    isUnsettled(point) &&
      !isNegative &&
      element(document, 'circle', { cx: after + 8, cy: middle, r: 3, stroke: palette.quiet, 'stroke-width': 2.5 }),
  ].filter((mark) => mark !== false)
}

function changes(rows: readonly PlacedRow[], { changeAt }: Columns, { document, palette }: Surface): SVGElement {
  const bars = rows.flatMap(({ row: { point }, middle }) => {
    const growth = growthOf(point)
    if (growth === null || changeAt === null) return []
    const [wide, fill] = [Number(growth) * changeAt.pixel, growth.startsWith('-') ? palette.down : palette.up]
    const x = changeAt.zero + Math.min(0, wide)
    return element(document, 'rect', { x, y: middle - 5, width: Math.abs(wide), height: 10, rx: 2, fill })
  })
  return element(document, 'g', {}, ...bars)
}

function heads(columns: Columns, model: ChartModel, { palette, measure }: Surface): Text[] {
  const { drawing } = wordsOf(model)
  const usual = { y: header / 2 + 2, fill: palette.quiet, size: 13 } as const
  const { label } = model.periods[model.at] ?? { label: '' }
  const unit = drawing.unitAt(model.reference === 100 ? '' : model.unit, label)
  const [next, end] = columns.shareAt === null ? [drawing.growth, columns.growthAt] : [drawing.share, columns.shareAt]
  const last = end === null ? columns.from : end - measure(next, 13, 400) - 12 - measure(unit, 13, 400)
  return [
    { ...usual, x: Math.max(columns.nameAt, Math.min(columns.from, last)), text: unit },
    ...(columns.shareAt === null
      ? []
      : [{ ...usual, x: columns.shareAt, text: drawing.share, anchor: 'end' } as const]),
    ...(columns.growthAt === null
      ? []
      : [{ ...usual, x: columns.growthAt, text: drawing.growth, anchor: 'end' } as const]),
    ...(columns.revisedAt === null
      ? []
      : [{ ...usual, x: columns.revisedAt, text: drawing.revised, anchor: 'end' } as const]),
  ]
}

function textsOf(
  { row, lines, middle }: PlacedRow,
  x: Linear,
  columns: Columns,
  model: ChartModel,
  surface: Surface,
): Text[] {
  const { palette } = surface
  const { point, growth, share, kind, revised } = row
  const isBold = kind !== 'others'
  const negative = point.value?.startsWith('-') === true
  const end = kind === 'whole' || point.value === null ? columns.from - 8 : position(x, Number(point.value))
  const open = point.qualifier === 'OVER' && point.value !== null && kind !== 'whole' ? 10 : 0
  const value: Text = {
    ...{ y: middle, text: point.short, size: 14, fill: point.value === null ? palette.othersText : palette.ink },
    ...(negative && kind !== 'whole'
      ? { x: Math.min(end, position(x, 0)) - 8, anchor: 'end' }
      : { x: end + 8 + open, anchor: 'start' }),
    weight: point.value === null ? 400 : 600,
  }
  const after = surface.measure(point.short, 14, 600) + marksWidth(point) + 18 + (value.x ?? 0)
  const note = wordsOf(model).drawing.total
  const hasNote = kind === 'whole' && after + surface.measure(note, 13, 400) < columns.to
  const usual = { y: middle, size: 14, anchor: 'end' } as const
  return [
    ...lines.map(
      (line, index): Text => ({
        ...{ ...line, x: columns.nameAt, y: middle + (index - (lines.length - 1) / 2) * 17, size: 14 },
        ...{ weight: isBold ? 600 : 400, fill: palette.ink },
      }),
    ),
    ...(columns.rankAt === null ? [] : [{ ...usual, x: columns.rankAt, text: row.rank, fill: palette.quiet } as const]),
    value,
    ...(hasNote ? [{ x: after, y: middle, size: 13, text: note, fill: palette.quiet } as const] : []),
    ...(columns.shareAt === null ? [] : [{ ...usual, x: columns.shareAt, text: share, fill: palette.ink } as const]),
    ...(columns.growthAt === null || growth === null
      ? []
      : [
          {
            ...{ ...usual, x: columns.growthAt, text: growth.text, isItalic: growth.isComputed },
            fill: growth.isDisputed ? palette.alarm : growth.isComputed ? palette.quiet : palette.ink,
          } as const,
        ]),
    ...(columns.revisedAt === null || revised === null
      ? []
      : [{ ...usual, size: 13, x: columns.revisedAt, text: `◇ ${revised}`, fill: palette.aged } as const]),
  ]
}

function entriesOf(model: ChartModel, { growthAt, named }: Columns): readonly Entry[] {
  const { drawing } = wordsOf(model)
  const metrics = metricsOf(model)
  const names = metrics.map((metric) => model.series.find((each) => each.metric === metric)?.names.metric ?? metric)
  const hasColours = metrics.length > 1 && !isSigned(model) && model.series.some(({ category }) => category !== null)
  const points = named.map(({ row }) => row.point)
  const isPrinted = named.some(({ row }) => row.growth?.isComputed === false)
  const isComputed = named.some(({ row }) => row.growth?.isComputed === true)
  return [
    ...(hasColours ? names.map((name, index) => seriesEntry({ colour: index + 1 }, name, markerPaths.square)) : []),
    ...unsettledEntries(model, points),
    ...revisedEntry(model, points, 'M0,-7V7'),
    ...(growthAt === null ? [] : [{ text: drawing.growthNote(isPrinted, isComputed) }]),
  ]
}
