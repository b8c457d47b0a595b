import type { ChartModel, ChartPoint, ChartSeries } from '../model.js'
import type { Palette, Room, Surface } from '../surface.js'
import { wordsOf } from './axis.js'
import { colourOf, markerPaths, symbolOf } from './markers.js'
import { type Attributes, element } from './svg.js'
import { drawTexts, type Text, wrapped } from './texts.js'

/** Explains a mark, which is a path around a centre, within 16 by 12 pixels; a mere sentence has none. */
export interface Entry {
  readonly text: string
  readonly mark?: (palette: Palette) => Attributes
}

interface Line {
  readonly entry: Entry
  readonly text: string
  readonly isFirst: boolean
  readonly x: number
  readonly row: number
}

const legendRow = 20
const [indent, gap, size] = [20, 20, 13]

function placed(entries: readonly Entry[], { width, measure }: Room): readonly Line[] {
  const lines: Line[] = []
  let [x, row] = [0, 0]
  for (const entry of entries) {
    const before = entry.mark === undefined ? 0 : indent
    const texts = wrapped(entry.text, width - before, (text) => measure(text, size, 400))
    const wide = before + Math.max(0, ...texts.map((text) => measure(text, size, 400)))
    if (x > 0 && x + wide > width) [x, row] = [0, row + 1]
    lines.push(...texts.map((text, index) => ({ entry, text, isFirst: index === 0, x: x + before, row: row + index })))
    if (texts.length > 1) [x, row] = [0, row + texts.length]
    else x += wide + gap
  }
  return lines
}

export const legendHeight = (entries: readonly Entry[], room: Room): number =>
  entries.length === 0 ? 0 : (Math.max(...placed(entries, room).map(({ row }) => row)) + 1) * legendRow + 8

export function legend(entries: readonly Entry[], top: number, surface: Surface): SVGElement {
  const { document, palette } = surface
  const lines = placed(entries, surface).map((line) => ({ ...line, y: top + 8 + (line.row + 0.5) * legendRow }))
  const marks = lines.flatMap(({ entry: { mark }, isFirst, x, y }) =>
    mark === undefined || !isFirst
      ? []
      : element(document, 'path', { ...mark(palette), transform: `translate(${x - indent + 8},${Math.round(y)})` }),
  )
  const texts = lines.map(({ text, x, y }): Text => {
    return { x, y, text, size, fill: palette.quiet }
  })
  return element(document, 'g', {}, ...marks, drawTexts(texts, surface))
}

const lined: Attributes = { fill: 'none', 'stroke-width': 1.5 }
const quiet =
  (d: string): Entry['mark'] =>
  ({ quiet }) => ({ ...lined, d, stroke: quiet })

export function knowledgeEntries(
  model: ChartModel,
  points: readonly ChartPoint[],
  isBanded: (point: ChartPoint) => boolean = () => false,
): readonly Entry[] {
  const { drawing, statuses } = wordsOf(model)
  const numbers = points.filter(({ value }) => value !== null)
  const entryIf = (holds: (point: ChartPoint) => boolean, text: string, mark: Entry['mark']): readonly Entry[] =>
    numbers.some(holds) ? [{ text, ...(mark === undefined ? {} : { mark }) }] : []
  return [
    ...entryIf(({ qualifier }) => qualifier === 'ABOUT', drawing.about, quiet(markerPaths.circle)),
    ...entryIf(({ qualifier }) => qualifier === 'OVER', drawing.over, quiet('M0,6V-6M-4,-1L0,-6L4,-1')),
    ...entryIf(({ qualifier }) => qualifier === 'UNDER', drawing.under, quiet('M0,-6V6M-4,1L0,6L4,1')),
    ...entryIf(isBanded, drawing.bounds, ({ quiet }) => ({
      d: 'M-5,-6h10v12h-10z',
      fill: quiet,
      'fill-opacity': tint,
    })),
    ...unsettledEntries(model, numbers),
    ...entryIf(
      ({ status }) => status === 'BREAK',
      statuses.BREAK,
      ({ quiet }) => ({ ...lined, ...breakMark, stroke: quiet }),
    ),
    ...revisedEntry(model, numbers),
  ]
}

export const revisedEntry = (
  model: ChartModel,
  points: readonly ChartPoint[],
  d = markerPaths.diamond,
): readonly Entry[] =>
  points.some(({ value, newer }) => value !== null && newer !== null)
    ? [{ text: wordsOf(model).drawing.revised, mark: ({ aged }) => ({ ...lined, d, stroke: aged }) }]
    : []

export const unsettledEntries = (model: ChartModel, points: readonly ChartPoint[]): readonly Entry[] =>
  unsettled
    .filter((status) => points.some((point) => point.value !== null && point.status === status))
    .map((status) => ({ text: wordsOf(model).statuses[status], mark: piercedMark }))

export const tint = 0.28
export const breakMark: Attributes = { d: 'M0,-9V9', 'stroke-dasharray': '3 2' }
export const unsettled = ['PRELIMINARY', 'ESTIMATED'] as const
const piercedMark = ({ quiet, card }: Palette): Attributes => ({
  ...{ d: 'M-3,0a3,3 0 1,0 6,0a3,3 0 1,0 -6,0z', fill: card, stroke: quiet, 'stroke-width': 2.5 },
})

export const seriesEntry = (
  series: Pick<ChartSeries, 'colour'>,
  text: string,
  d = markerPaths[symbolOf(series)],
): Entry => ({
  text,
  mark: (palette) => ({ d, fill: colourOf(series, palette) }),
})
