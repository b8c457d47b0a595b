import { agreementSign } from '../../data/table/grid.js'
import type { Drawing } from '../drawing.js'
import type { ChartModel, ChartPoint, ChartSeries } from '../model.js'
import { position, type tickTexts, valueAxis, wordsOf } from '../parts/axis.js'
import { gridLines } from '../parts/grid-lines.js'
import { type Entry, legend, legendHeight, tint } from '../parts/legend.js'
import { plotted } from '../parts/plotted.js'
import { growthText } from '../parts/rate-text.js'
import { said } from '../parts/said.js'
import { sorted } from '../parts/sorted.js'
import { type Attributes, element } from '../parts/svg.js'
import { drawTexts, shortened, type Text } from '../parts/texts.js'
import type { Palette, Surface } from '../surface.js'
import type { ChartKind } from './kind.js'

const [head, leastRow, mostRow] = [34, 26, 64]
const leastBand = 2
const narrow = 560

/** Draws growth as it was printed, filled, and as it is computed, hollow. */
export const rates: ChartKind = {
  leastHeight: (model, room) => {
    const rows = rowsOf(model)
    return head + rows.length * leastRow + legendHeight(entriesOf(model, rows), room) + 8
  },
  draw: drawRates,
}

interface Row {
  readonly series: ChartSeries
  readonly name: string
  readonly period: number
  readonly point: ChartPoint | null
}

const isKnown = ({ growth }: ChartPoint): boolean => growth.reported !== null || growth.value !== null
const mostRows = 40

function rowsOf(model: ChartModel): readonly Row[] {
  const { periods, at } = model
  const series = sorted(model)
  const groups = series.map((each) => ({
    series: each,
    rows: each.points.flatMap((point, period): Row | readonly [] =>
      isKnown(point) ? { series: each, name: periods[period]?.label ?? '', period, point } : [],
    ),
  }))
  const all = groups.filter(({ rows }) => rows.length > 0)
  const [only] = all
  if (only !== undefined && all.length === 1) return only.rows
  const heads = (group: (typeof all)[number]): Row => ({
    series: group.series,
    name: group.series.label,
    period: at,
    point: null,
  })
  const grouped = all.flatMap((group) => [heads(group), ...group.rows])
  if (grouped.length <= mostRows && periods.length > 1 && all.length <= 6) return grouped
  return series.flatMap((each): Row | readonly [] => {
    const point = each.points[at]
    return point !== undefined && isKnown(point) ? { series: each, name: each.label, period: at, point } : []
  })
}

function drawRates(model: ChartModel, surface: Surface): Drawing {
  const { width, palette, measure, document } = surface
  const { drawing } = wordsOf(model)
  const rows = rowsOf(model)
  const known = rows.flatMap(({ point, ...row }) => (point === null ? [] : { ...row, point }))
  if (known.length === 0) return said(drawing.only.noGrowth, surface)
  const entries = entriesOf(model, rows)
  const below = legendHeight(entries, surface) + 8
  const row = Math.max(leastRow, Math.min(mostRow, (surface.height - head - below) / rows.length))
  const bottom = head + rows.length * row
  const height = Math.max(surface.height, bottom + below)
  const axis = valueAxis(
    known.flatMap(({ point: { growth } }) =>
      [growth.reported, growth.value, growth.bounds?.low ?? null, growth.bounds?.high ?? null].flatMap((each) =>
        each === null ? [] : Number(each),
      ),
    ),
    { fromReference: false, reference: 0, exponent: 0, unit: '%', language: model.language },
    width * 0.6,
    90,
  )
  const most = width * (width < narrow ? 0.34 : 0.26)
  const isHead = (index: number): boolean => rows[index]?.point === null
  const widthOf = (text: string): number => measure(text, 14, 600)
  const names = rows.map(({ name }, index) => shortened(name, isHead(index) ? width : most, widthOf))
  const left = Math.max(...names.map(({ text }, index) => (isHead(index) ? 0 : widthOf(text)))) + 24
  const text = Math.max(...known.map(({ point }) => measure(growthText(point)?.text ?? '', 13, 400)))
  const ends = axis.ticks.map(({ text }) => measure(text, 13, 400) / 2)
  const right = width - Math.max(text + 16, ends.at(-1) ?? 0)
  const x = { domain: axis.domain, range: [left + (ends[0] ?? 0), right] } as const
  const yOf = (index: number): number => head + (index + 0.5) * row
  const svg = plotted(surface, {
    ...{ height, x, y: null },
    marks: [
      () => gridLines(axis, x, [head - 8, bottom], 0, surface, 'down'),
      () =>
        element(
          document,
          'g',
          {},
          ...rows.flatMap(({ series, period, point }, index) =>
            point === null
              ? []
              : dotsOf(
                  series,
                  model.periods[period]?.code ?? '',
                  point,
                  (value) => position(x, Number(value)),
                  yOf(index),
                  palette,
                  document,
                ),
          ),
        ),
      () =>
        drawTexts(
          [
            ...axisTexts(axis, x, surface),
            ...names.map((name, index): Text => {
              const [weight, fill] = isHead(index) ? ([650, palette.ink] as const) : ([400, palette.quiet] as const)
              return { ...name, x: 0, y: yOf(index), size: 14, weight, fill }
            }),
            ...rows.flatMap(({ point }, index) =>
              point === null ? [] : valueText(point, yOf(index), (value) => position(x, Number(value)), palette),
            ),
          ],
          surface,
        ),
      () => legend(entries, bottom, surface),
    ],
  })
  const spots = rows.flatMap(({ series, period, point }, index) => {
    const value = point?.growth.reported ?? point?.growth.value ?? null
    return value === null ? [] : { series: series.key, period, x: position(x, Number(value)), y: yOf(index) }
  })
  return { svg, frame: { left, right, top: head, bottom, along: 'y', spots } }
}

const axisTexts = (
  axis: Parameters<typeof tickTexts>[0],
  x: Parameters<typeof tickTexts>[1],
  { palette }: Surface,
): Text[] =>
  axis.ticks.map(({ value, text }) => ({ x: position(x, value), y: 12, text, fill: palette.quiet, anchor: 'middle' }))

function dotsOf(
  series: ChartSeries,
  code: string,
  { growth }: ChartPoint,
  xOf: (value: string) => number,
  y: number,
  palette: Palette,
  document: Document,
): readonly SVGElement[] {
  const { reported, value, bounds } = growth
  const colour = isDisputed(growth) ? palette.alarm : palette.bar
  const [low, high] = [
    bounds === null ? null : xOf(bounds.low ?? value ?? '0'),
    bounds === null ? null : xOf(bounds.high ?? value ?? '0'),
  ]
  const made = (name: string, attributes: Attributes): SVGElement => element(document, name, attributes)
  const says = { 'data-series': series.key, 'data-period': code }
  return [
    low !== null &&
      high !== null &&
      high - low > leastBand &&
      made('rect', { x: low, y: y - 4, width: high - low, height: 8, fill: colour, 'fill-opacity': tint }),
    reported !== null &&
      value !== null &&
      made('line', { x1: xOf(reported), x2: xOf(value), y1: y, y2: y, stroke: colour, 'stroke-width': 2 }),
    value !== null &&
      made('circle', {
        ...says,
        cx: xOf(value),
        cy: y,
        r: 7.5,
        fill: 'none',
        stroke: colour,
        'stroke-width': 2.25,
        'data-computed': value,
      }),
    reported !== null &&
      made('circle', { ...says, cx: xOf(reported), cy: y, r: 5, fill: palette.bar, 'data-printed': reported }),
  ].filter((each) => each !== false)
}

const isDisputed = (growth: ChartPoint['growth']): boolean => agreementSign(growth) === '≠'

function valueText(point: ChartPoint, y: number, xOf: (value: string) => number, palette: Palette): readonly Text[] {
  const { reported, value } = point.growth
  const text = growthText(point)
  if (text === null) return []
  const x = Math.max(...[reported, value].flatMap((each) => (each === null ? [] : xOf(each)))) + 14
  return [{ x, y, text: text.text, fill: text.isDisputed ? palette.alarm : palette.ink, isItalic: text.isComputed }]
}

function entriesOf(model: ChartModel, rows: readonly Row[]): readonly Entry[] {
  const { drawing } = wordsOf(model)
  const growths = rows.flatMap(({ point }) => (point === null ? [] : point.growth))
  const ring = (stroke: string): Attributes => ({
    d: 'M-6,0a6,6 0 1,0 12,0a6,6 0 1,0 -12,0z',
    fill: 'none',
    stroke,
    'stroke-width': 2.25,
  })
  const entries: readonly (Entry & { readonly isUsed: boolean })[] = [
    {
      ...{ text: drawing.printed, isUsed: growths.some(({ reported }) => reported !== null) },
      mark: ({ bar }) => ({ d: 'M-5,0a5,5 0 1,0 10,0a5,5 0 1,0 -10,0z', fill: bar }),
    },
    {
      ...{ text: drawing.computed, mark: ({ bar }) => ring(bar) },
      isUsed: growths.some((growth) => growth.value !== null && !isDisputed(growth)),
    },
    { text: drawing.computedDiffers, mark: ({ alarm }) => ring(alarm), isUsed: growths.some(isDisputed) },
  ]
  return entries.filter(({ isUsed }) => isUsed)
}
