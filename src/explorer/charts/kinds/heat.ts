import { percentsOfMean } from '../../data/number.js'
import type { Drawing } from '../drawing.js'
import type { ChartModel, ChartPoint, ChartSeries } from '../model.js'
import { isSigned, type Kind, numberText, periodTexts, periodTicks, wordsOf } from '../parts/axis.js'
import { type Entry, legend, legendHeight, revisedEntry } from '../parts/legend.js'
import { markerPaths } from '../parts/markers.js'
import { plotted } from '../parts/plotted.js'
import {
  inkOn,
  type Shades,
  shadeOf,
  shadesAround100,
  shadesAroundZero,
  shadesHeight,
  shadesLegend,
} from '../parts/shades.js'
import { sorted } from '../parts/sorted.js'
import { element, saying } from '../parts/svg.js'
import { drawTexts, shortened, type Text } from '../parts/texts.js'
import type { Palette, Room, Surface } from '../surface.js'
import type { ChartKind } from './kind.js'

const [leastRow, mostRow] = [13, 30]
const beside = 120
const narrow = 640
/** The most cells that are marks of their own. Of more, each colour is one path. */
const mostCells = 1000
const mostName = { narrow: 0.3, wide: 0.22 } as const

/**
 * Draws a cell for each series and period, coloured by the distance of its number from the average of its row, or from
 * zero.
 */
export const heat: ChartKind = {
  leastHeight: (model, room) => {
    const series = sorted(model)
    return headOf(model) + series.length * leastRow + foot(notesOf(model, series, room), room)
  },
  draw: drawHeat,
}

const headOf = ({ periods }: ChartModel): number => (periods.some(({ year }) => year !== null) ? 42 : 26)
const foot = (notes: readonly Entry[], room: Room): number => shadesHeight + 10 + legendHeight(notes, room)

const hasRoom = (model: ChartModel, { width, measure }: Room): boolean =>
  width * mostName.wide + 420 + measure(wordsOf(model).drawing.ownMean, 13, 400) <= width

const notesOf = (model: ChartModel, series: readonly ChartSeries[], room: Room): readonly Entry[] => [
  ...(hasRoom(model, room) ? [] : [{ text: wordsOf(model).drawing.ownMean }]),
  ...entriesOf(model, series),
]

interface Cell {
  readonly series: ChartSeries
  readonly point: ChartPoint
  readonly period: number
  readonly shown: string | null
  readonly left: number
  readonly top: number
}

function drawHeat(model: ChartModel, surface: Surface): Drawing {
  const { width, palette, measure, document } = surface
  const series = sorted(model)
  const head = headOf(model)
  const below = foot(notesOf(model, series, surface), surface)
  const row = Math.max(leastRow, Math.min(mostRow, (surface.height - head - below) / Math.max(1, series.length)))
  const size = row < 15 ? 11 : row < 20 ? 12 : 13
  const most = width * (width < narrow ? mostName.narrow : mostName.wide)
  const names = series.map(({ label }) => shortened(label, most, (text) => measure(text, size, 400)))
  const left = Math.max(0, ...names.map(({ text }) => measure(text, size, 400))) + 10
  const right = hasLevels(model) && width >= narrow ? width - beside - 20 : width
  const wide = (right - left) / Math.max(1, model.periods.length)
  const cells = series.flatMap((each, index) => {
    const shown = shownNumbers(each, model)
    return each.points.map((point, period): Cell => {
      return {
        series: each,
        point,
        period,
        shown: shown[period] ?? null,
        left: left + period * wide,
        top: head + index * row,
      }
    })
  })
  const shades = shadesOf(cells, model, palette)
  const bottom = head + series.length * row
  const height = Math.max(surface.height, bottom + below)
  const fill = ({ shown }: Cell): string =>
    shown === null ? palette.card : (shades.colours[shadeOf(shades, Number(shown))] ?? palette.card)
  const middles = model.periods.map((_, index) => left + (index + 0.5) * wide)
  const { drawing, right: end } = shadesLegend(
    shades,
    width < narrow ? 0 : left,
    bottom + 14,
    scaleKind(model),
    surface,
  )
  const note = noteOf(model, shades)
  const isBeside = hasRoom(model, surface)
  const levels = right < width ? levelsOf(series, right + 20, head, row, model, surface) : null
  const svg = plotted(surface, {
    ...{ height, x: null, y: null },
    marks: [
      // Hundreds of cells are made faster one by one than by a mark of the library.
      () => {
        const made =
          cells.length > mostCells
            ? pathsOf(cells, wide, row, fill, surface)
            : cells.map((each) => cellOf(each, wide, row, fill(each), surface))
        return element(document, 'g', {}, ...made)
      },
      () => element(document, 'g', {}, ...cells.flatMap((each) => revisedMark(each, wide, surface))),
      () =>
        drawTexts(
          [
            ...periodTexts(periodTicks(model.periods, middles, surface), 10, surface),
            ...names.map(
              (name, index): Text => ({
                ...{ ...name, x: left - 10, y: head + (index + 0.5) * row, anchor: 'end', size, fill: palette.ink },
              }),
            ),
            ...cells.flatMap((each) => numberOf(each, shades, wide, row, model, surface)),
            ...(levels?.texts ?? []),
            ...(isBeside ? [{ x: end + 20, y: bottom + 19, text: note, fill: palette.quiet }] : []),
          ],
          surface,
        ),
      ...(levels === null ? [] : [() => levels.bars]),
      () => drawing,
      () =>
        legend(
          [...(isBeside ? [] : [{ text: note }]), ...entriesOf(model, series)],
          bottom + 6 + shadesHeight,
          surface,
        ),
    ],
  })
  const spots = cells.flatMap(({ series, point, period, left, top }) =>
    point.value === null ? [] : { series: series.key, period, x: left + wide / 2, y: top + row / 2 },
  )
  return { svg, frame: { left, right, top: head, bottom, along: 'both', spots } }
}

function cellOf(
  { series, point, shown, left, top }: Cell,
  wide: number,
  row: number,
  fill: string,
  { document, palette }: Surface,
): SVGElement {
  const place = { x: left, y: top, width: wide - 1, height: row - 1, fill }
  const marks = shown === null ? { stroke: palette.grid } : { ...saying(series, point), 'data-shown': shown }
  return element(document, 'rect', { ...place, ...marks })
}

function pathsOf(
  cells: readonly Cell[],
  wide: number,
  row: number,
  fill: (cell: Cell) => string,
  { document, palette }: Surface,
): readonly SVGElement[] {
  const corners = new Map<string, string>()
  const at = (number: number): number => Math.round(number * 100) / 100
  for (const cell of cells) {
    const colour = cell.shown === null ? '' : fill(cell)
    const place = `M${at(cell.left)},${at(cell.top)}h${at(wide - 1)}v${at(row - 1)}h${at(1 - wide)}Z`
    corners.set(colour, (corners.get(colour) ?? '') + place)
  }
  return [...corners].map(([colour, d]) => {
    const paint = colour === '' ? { fill: palette.card, stroke: palette.grid } : { fill: colour }
    return element(document, 'path', { d, ...paint })
  })
}

/**
 * Indicates levels, which are seen against the average of their row; an index is seen against 100, others against zero.
 */
const isOwnMean = ({ fromReference }: ChartModel): boolean => fromReference
const hasLevels = isOwnMean

const shownNumbers = ({ points }: ChartSeries, model: ChartModel): readonly (string | null)[] => {
  const values = points.map(({ value }) => value)
  return isOwnMean(model) ? percentsOfMean(values) : values
}

function shadesOf(cells: readonly Cell[], model: ChartModel, palette: Palette): Shades {
  if (isOwnMean(model) || model.reference === 100) return shadesAround100(palette)
  return shadesAroundZero(
    cells.flatMap(({ shown }) => (shown === null ? [] : Number(shown))),
    palette,
  )
}

const scaleKind = (model: ChartModel): Kind =>
  isOwnMean(model) ? { ...model, exponent: 0, reference: 100, fromReference: false } : model

function noteOf(model: ChartModel, { thresholds }: Shades): string {
  const { drawing } = wordsOf(model)
  if (isOwnMean(model)) return drawing.ownMean
  if (model.reference === 100) return drawing.index
  return drawing.aroundZero(numberText(thresholds.at(-1) ?? 0, model, false), model.unit)
}

function entriesOf(model: ChartModel, series: readonly ChartSeries[]): readonly Entry[] {
  const points = series.flatMap(({ points }) => points)
  const missing = points.some(({ value }) => value === null)
  return [
    ...revisedEntry(model, points),
    ...(missing
      ? [
          {
            text: wordsOf(model).noFigure,
            mark: ({ grid, card }: Palette) => ({ d: 'M-7.5,-5.5h15v11h-15z', fill: card, stroke: grid }),
          },
        ]
      : []),
  ]
}

function revisedMark({ point, left, top }: Cell, wide: number, { document, palette }: Surface): readonly SVGElement[] {
  if (point.newer === null) return []
  const transform = `translate(${left + Math.min(wide - 8, wide - 8)},${top + 8}) scale(.8)`
  const mark = { d: markerPaths.diamond, fill: palette.card, stroke: palette.aged, 'stroke-width': 1.5 }
  return [element(document, 'path', { ...mark, transform, 'data-newer': point.newer })]
}

function numberOf(
  { shown, left, top }: Cell,
  shades: Shades,
  wide: number,
  row: number,
  model: ChartModel,
  { palette, measure }: Surface,
): Text[] {
  if (shown === null) return []
  const shade = shadeOf(shades, Number(shown))
  if (shade > 0 && shade < shades.colours.length - 1) return []
  const kind = scaleKind(model)
  const number = kind.reference === 100 ? Math.round(Number(shown)) : Number(Number(shown).toPrecision(3))
  const text = numberText(number, kind, isSigned(kind))
  if (measure(text, 11, 500) > wide - 4) return []
  const fill = inkOn(shades, shade, palette)
  return [{ x: left + (wide - 1) / 2, y: top + (row - 1) / 2, text, size: 11, weight: 500, fill, anchor: 'middle' }]
}

/** Returns the levels at one period, so that extremes of small series are seen in proportion. */
function levelsOf(
  series: readonly ChartSeries[],
  left: number,
  head: number,
  row: number,
  model: ChartModel,
  surface: Surface,
): { readonly bars: SVGElement; readonly texts: readonly Text[] } {
  const { document, palette, measure } = surface
  const points = series.map(({ points }) => points[model.at])
  const levels = points.map((point) => Math.max(0, Number(point?.value ?? 0)))
  const most = Math.max(...levels) || 1
  const room = beside - 8 - Math.max(...points.map((point) => measure(point?.short ?? '', 12, 400)))
  const tall = Math.min(10, row - 8)
  const rows = points.flatMap((point, index) => {
    if (point?.value == null) return []
    const width = Math.max(1, ((levels[index] ?? 0) / most) * room)
    return { point, width, middle: head + (index + 0.5) * row }
  })
  const bars = rows.map(({ width, middle }) =>
    element(document, 'rect', { x: left, y: middle - tall / 2, width, height: tall, rx: 1, fill: palette.bar }),
  )
  const texts = rows.map(({ point, width, middle }): Text => {
    return { x: left + width + 6, y: middle, text: point.short, size: 12, fill: palette.ink }
  })
  return { bars: element(document, 'g', {}, ...bars), texts: [...headsOf(left, head, model, surface), ...texts] }
}

function headsOf(left: number, head: number, model: ChartModel, { palette, measure, width }: Surface): readonly Text[] {
  const label = model.periods[model.at]?.label ?? ''
  const title = wordsOf(model).drawing.unitAt(model.unit, label)
  const lines = measure(title, 12, 400) <= width - left ? [title] : [label, model.unit]
  return lines.map((text, index): Text => {
    const y = head - 16 - (lines.length - 1 - index) * 15
    const line = shortened(text, width - left, (each) => measure(each, 12, 400))
    return { ...line, x: left, y, size: 12, fill: palette.quiet }
  })
}
