import { rect } from '@observablehq/plot'
import type { Drawing } from '../drawing.js'
import type { ChartModel, ChartPoint, ChartSeries } from '../model.js'
import { isSigned, wordsOf } from '../parts/axis.js'
import { type Entry, legend, legendHeight, revisedEntry } from '../parts/legend.js'
import { markerPaths } from '../parts/markers.js'
import { plotted, telling } from '../parts/plotted.js'
import { isProvince, mapSize, tileOf } from '../parts/provinces.js'
import { said } from '../parts/said.js'
import {
  inkOn,
  type Shades,
  shadeOf,
  shadesAround100,
  shadesAroundZero,
  shadesHeight,
  shadesLegend,
  shadesOfLevels,
} from '../parts/shades.js'
import { sorted } from '../parts/sorted.js'
import { element, saying } from '../parts/svg.js'
import { drawTexts, shortened, type Text, wrapped } from '../parts/texts.js'
import type { Palette, Room, Surface } from '../surface.js'
import type { ChartKind } from './kind.js'

const [leastTile, mostTile, mostWide] = [44, 68, 118]

/** The sizes of numbers, each with the room that it leaves in its tile. */
const numberSizes = [
  [13, 8],
  [11, 2],
  [10, 0],
] as const

/** Draws a tile for each category, coloured by its number: provinces in their place, others by rank. */
export const map: ChartKind = {
  leastHeight: (model, room) => {
    const layout = layoutOf(model, room)
    return layout.rows * leastTile + foot(entriesOf(model, layout), room)
  },
  draw: drawMap,
}

interface Place {
  readonly series: ChartSeries
  readonly point: ChartPoint
  readonly column: number
  readonly row: number
  readonly brief: string | null
}

interface Layout {
  readonly columns: number
  readonly rows: number
  readonly places: readonly Place[]
  readonly isMap: boolean
}

const metricsOf = ({ series }: ChartModel): ReadonlySet<string> => new Set(series.map(({ metric }) => metric))

function layoutOf(model: ChartModel, { width }: Pick<Room, 'width'>): Layout {
  const { at, language } = model
  const series = sorted({ ...model, sort: 'value' })
  const isMap = series.length > 0 && series.every(({ category }) => category !== null && isProvince(category))
  const columns = isMap ? mapSize.columns : Math.max(3, Math.min(9, Math.floor(width / mostWide)))
  const places = series.flatMap((each, index): Place | readonly [] => {
    const point = each.points[at]
    const tile = isMap ? tileOf(each.category ?? '') : null
    if (point === undefined || (isMap && tile === null)) return []
    const place = tile ?? { column: index % columns, row: Math.floor(index / columns) }
    return { series: each, point, column: place.column, row: place.row, brief: tile?.[language] ?? null }
  })
  return { columns, rows: Math.max(1, ...places.map(({ row }) => row + 1)), places, isMap }
}

const foot = (entries: readonly Entry[], room: Room): number => shadesHeight + 14 + legendHeight(entries, room)

interface Box extends Place {
  readonly left: number
  readonly top: number
}

function drawMap(model: ChartModel, surface: Surface): Drawing {
  const { width, palette, document } = surface
  if (metricsOf(model).size > 1) return said(wordsOf(model).drawing.only.severalMetrics, surface)
  const layout = layoutOf(model, surface)
  const { columns, rows, places } = layout
  const entries = entriesOf(model, layout)
  const below = foot(entries, surface)
  const tall = Math.max(leastTile, Math.min(mostTile, (surface.height - below) / rows))
  const wide = Math.min(mostWide, width / columns)
  const start = (width - wide * columns) / 2
  const boxes = places.map((place): Box => ({ ...place, left: start + place.column * wide, top: place.row * tall }))
  const shades = shadesOf(places, model, palette)
  const bottom = rows * tall
  const height = Math.max(surface.height, bottom + below)
  const fill = ({ point }: Place): string =>
    point.value === null ? palette.card : (shades.colours[shadeOf(shades, Number(point.value))] ?? palette.card)
  const isBrief = places.some(({ series }) => linesOf(series.label, wide - 2, tall - 2, surface.measure) === null)
  const tile = { wide: wide - 2, tall: tall - 2, isBrief }
  const svg = plotted(surface, {
    ...{ height, x: null, y: null },
    marks: [
      rect(boxes, {
        ...{
          x1: 'left',
          x2: ({ left }: Box) => left + wide - 2,
          y1: 'top',
          y2: ({ top }: Box) => top + tall - 2,
          rx: 3,
        },
        ...{ fill, stroke: ({ point }: Box) => (point.value === null ? palette.grid : 'none') },
        render: telling(boxes, ({ series, point }) => saying(series, point)),
      }),
      () => element(document, 'g', {}, ...boxes.flatMap((each) => revisedMark(each, wide, surface))),
      () =>
        drawTexts(
          boxes.flatMap((each) => textsOf(each, tile, shades, surface)),
          surface,
        ),
      () => shadesLegend(shades, 0, bottom + 14, model, surface).drawing,
      () => legend(entries, bottom + 6 + shadesHeight, surface),
    ],
  })
  const spots = boxes.flatMap(({ series, point, left, top }) =>
    point.value === null ? [] : { series: series.key, period: model.at, x: left + wide / 2, y: top + tall / 2 },
  )
  return { svg, frame: { left: start, right: width - start, top: 0, bottom, along: 'both', spots } }
}

function shadesOf(places: readonly Place[], model: ChartModel, palette: Palette): Shades {
  const numbers = places.flatMap(({ point }) => (point.value === null ? [] : Number(point.value)))
  if (model.reference === 100) return shadesAround100(palette)
  if (isSigned(model) || numbers.some((number) => number < 0)) return shadesAroundZero(numbers, palette)
  return shadesOfLevels(numbers, palette)
}

function entriesOf(model: ChartModel, { places, isMap }: Layout): readonly Entry[] {
  const { drawing } = wordsOf(model)
  const label = model.periods[model.at]?.label ?? ''
  return [
    { text: drawing.tiles(drawing.unitAt(model.reference === 100 ? '' : model.unit, label), isMap) },
    ...revisedEntry(
      model,
      places.map(({ point }) => point),
    ),
  ]
}

function revisedMark({ point, left, top }: Box, wide: number, { document, palette }: Surface): readonly SVGElement[] {
  if (point.newer === null) return []
  const mark = { d: markerPaths.diamond, fill: palette.card, stroke: palette.aged, 'stroke-width': 1.5 }
  return [
    element(document, 'path', {
      ...mark,
      transform: `translate(${left + wide - 10},${top + 9})`,
      'data-newer': point.newer,
    }),
  ]
}

/** Returns the name and the number below it. Where one name has no room, all are brief. */
function textsOf(
  { series, point, brief, left, top }: Box,
  { wide, tall, isBrief }: { readonly wide: number; readonly tall: number; readonly isBrief: boolean },
  shades: Shades,
  { palette, measure }: Surface,
): Text[] {
  const x = left + wide / 2
  const isKnown = point.value !== null
  const fill = isKnown ? inkOn(shades, shadeOf(shades, Number(point.value)), palette) : palette.othersText
  const lines = linesOf(series.label, wide, tall, measure)
  const shorter = shortened(series.label, wide - 8, (text) => measure(text, 13, 600))
  const names =
    isBrief && brief !== null
      ? [{ text: brief, full: series.label }]
      : (lines?.map((text) => ({ text, full: null })) ?? [shorter])
  const size = numberSizes.find(([size, margin]) => measure(point.short, size, 400) <= wide - margin)?.[0]
  const isWritten = isKnown && size !== undefined // a number that is cut off would be another number
  const rows = names.length + (isWritten ? 1 : 0)
  const yOf = (row: number): number => top + tall / 2 + (row - (rows - 1) / 2) * 16
  const usual = { x, fill, anchor: 'middle' } as const
  return [
    ...names.map((name, row): Text => ({ ...usual, ...name, y: yOf(row), weight: 600 })),
    ...(isWritten ? [{ ...usual, text: point.short, full: null, size, y: yOf(names.length) }] : []),
  ]
}

function linesOf(name: string, wide: number, tall: number, measure: Room['measure']): readonly string[] | null {
  const lines = wrapped(name, wide - 8, (text) => measure(text, 13, 600))
  const most = tall >= 52 ? 2 : 1
  return lines.length <= most && lines.every((line) => !isBroken(line, name)) ? lines : null
}

function isBroken(line: string, text: string): boolean {
  const after = text[text.indexOf(line) + line.length] ?? ' '
  return !text.includes(line) || (/\w$/.test(line) && /\w/.test(after)) // a hyphen was added, or none was needed
}
