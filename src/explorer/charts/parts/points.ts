import { dot, line, type Markish, ruleX } from '@observablehq/plot'
import { numberAt } from '../../data/number.js'
import type { Spot } from '../frame.js'
import { type ChartModel, type ChartPeriod, type ChartPoint, type ChartSeries, isSelected } from '../model.js'
import type { Surface } from '../surface.js'
import { type Linear, position } from './axis.js'
import { breakMark, tint, unsettled } from './legend.js'
import { colourOf, symbolOf, symbols } from './markers.js'
import { telling } from './plotted.js'
import { element, saying } from './svg.js'

interface Placed {
  readonly series: ChartSeries
  readonly point: ChartPoint
  readonly period: ChartPeriod
  readonly index: number
}

export const pointsOf = (series: readonly ChartSeries[], { periods }: Pick<ChartModel, 'periods'>): readonly Placed[] =>
  series.flatMap((each) =>
    each.points.flatMap((point, index) => {
      const period = periods[index]
      return period === undefined ? [] : { series: each, point, period, index }
    }),
  )

export const spotsOf = (points: readonly Placed[], x: Linear, y: Linear): readonly Spot[] =>
  points.flatMap(({ series, point, index, period }) =>
    point.value === null
      ? []
      : { series: series.key, period: index, x: position(x, period.time), y: position(y, Number(point.value)) },
  )

export function timeScale(periods: readonly ChartPeriod[], range: readonly [number, number]): Linear {
  const times = periods.map(({ time }) => time)
  const [first, last] = [Math.min(...times), Math.max(...times)]
  return first < last ? { domain: [first, last], range } : { domain: [first - 1, first + 1], range }
}

const timeOf = ({ period }: Placed): number => period.time
const levelOf = ({ point }: Placed): number | null => numberAt(point.value)
const tell = ({ series, point }: Placed) => saying(series, point)

export const lineMark = (points: readonly Placed[], strokeWidth: number, stroke: (point: Placed) => string): Markish =>
  line(points, {
    ...{ x: timeOf, y: levelOf, z: ({ series }: Placed) => series.key, stroke, strokeWidth },
    ...{ strokeLinejoin: 'round', strokeLinecap: 'round' },
    render: telling(points, ({ series }) => ({ 'data-series': series.key })),
  })

const radius = 4
const leastBand = 2
const arrow = 16

/** Marks each number: hollow for "about", with an open arrow for "over" and "under". */
export function markerMarks(points: readonly Placed[], { palette }: Surface): readonly Markish[] {
  const stroke = ({ series }: Placed): string => colourOf(series, palette)
  const isVague = ({ point }: Placed): boolean => point.qualifier === 'ABOUT'
  return symbolsOf(points).map(([symbol, group]) =>
    dot(group, {
      ...{ x: timeOf, y: levelOf, r: radius, symbol, strokeWidth: 1.5 },
      fill: (each: Placed) => (isVague(each) ? palette.card : stroke(each)),
      stroke: (each: Placed) => (isVague(each) ? stroke(each) : palette.card),
      render: telling(group, tell),
    }),
  )
}

const symbolsOf = (points: readonly Placed[]) =>
  symbols.flatMap((symbol) => {
    const group = points.filter(({ series }) => symbolOf(series) === symbol)
    return group.length === 0 ? [] : [[symbol, group] as const]
  })

export function knowledgeMarks(
  all: readonly Placed[],
  { x, y }: { readonly x: Linear; readonly y: Linear },
  isBanded: (point: ChartPoint) => boolean,
  surface: Surface,
): readonly Markish[] {
  const { palette, document } = surface
  const points = all.filter(({ point }) => point.value !== null)
  const stroke = ({ series }: Placed): string => (isSelected(series) ? colourOf(series, palette) : palette.othersText)
  const open = points.filter(({ point }) => point.qualifier === 'OVER' || point.qualifier === 'UNDER')
  const banded = points.filter(({ point }) => isBanded(point))
  const revised = points.filter(({ point }) => point.newer !== null)
  const holed = points.filter(({ point, series }) => isUnsettled(point) && isSelected(series))
  const broken = points.filter(({ point }) => point.status === 'BREAK')
  return [
    banded.length === 0
      ? null
      : ruleX(banded, {
          ...{ x: timeOf, stroke, strokeOpacity: tint, strokeWidth: 10, strokeLinecap: 'butt' },
          y1: ({ point }: Placed) => numberAt(point.low),
          y2: ({ point }: Placed) => numberAt(point.high),
        }),
    holed.length === 0 ? null : dot(holed, { x: timeOf, y: levelOf, r: 1.6, fill: palette.card }),
    () =>
      element(
        document,
        'g',
        { fill: 'none', 'stroke-width': 1.5 },
        ...open.map((each) => openArrow(each, x, y, stroke(each), surface)),
        ...broken.map((each) => {
          const at = `translate(${tenth(position(x, timeOf(each)))},${tenth(position(y, Number(each.point.value)))})`
          return element(document, 'path', { ...breakMark, stroke: stroke(each), transform: at })
        }),
      ),
    revised.length === 0
      ? null
      : dot(revised, {
          ...{ x: timeOf, y: ({ point }: Placed) => numberAt(point.newer), symbol: 'diamond', r: radius + 2 },
          ...{ stroke: palette.aged, fill: 'none', strokeWidth: 1.75 },
          render: telling(revised, ({ series, point }) => ({
            'data-series': series.key,
            'data-period': point.period,
            'data-newer': point.newer,
          })),
        }),
  ]
}

const tenth = (number: number): number => Math.round(number * 10) / 10
export const isUnsettled = ({ status }: ChartPoint): boolean => unsettled.some((each) => each === status)

/** Returns the numbers that are marked even where there is no room for all: the last, and those that are not plain. */
export const remarkable = (points: readonly Placed[]): readonly Placed[] => [
  ...new Set([
    ...points.filter(({ point }) => point.value !== null && (point.qualifier === 'ABOUT' || isUnsettled(point))),
    ...points.filter(({ point, series }) => series.points.findLast(({ value }) => value !== null) === point),
    ...lonely(points),
  ]),
]

/** Returns the numbers between gaps, which no line shows. */
export function lonely(points: readonly Placed[]): readonly Placed[] {
  const hasNumber = ({ series }: Placed, index: number): boolean => series.points[index]?.value != null
  return points.filter((each) => {
    return each.point.value !== null && !hasNumber(each, each.index - 1) && !hasNumber(each, each.index + 1)
  })
}

export const dotMark = (points: readonly Placed[], r: number, fill: (point: Placed) => string): Markish =>
  dot(points, { x: timeOf, y: levelOf, r, fill, render: telling(points, tell) })

export const isWide = (low: string | null, high: string | null, scale: Linear): boolean =>
  low !== null && high !== null && Math.abs(position(scale, Number(high)) - position(scale, Number(low))) > leastBand

function openArrow({ point, period }: Placed, x: Linear, y: Linear, stroke: string, { document }: Surface): SVGElement {
  const [left, middle] = [position(x, period.time), position(y, Number(point.value))]
  const way = point.qualifier === 'OVER' ? -1 : 1
  const end = middle + way * (radius + arrow)
  const d = `M${left},${middle + way * (radius + 2)}V${end}M${left - 4},${end - way * 5}L${left},${end}L${left + 4},${end - way * 5}`
  return element(document, 'path', { d, stroke, class: 'open' })
}
