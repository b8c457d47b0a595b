import type { Drawing } from '../drawing.js'
import { type ChartModel, type ChartPoint, type ChartSeries, isSelected } from '../model.js'
import { numbersOf, position, valueAxis, wordsOf } from '../parts/axis.js'
import { type EndLabel, fitting, labelHeight, measureLabels } from '../parts/end-labels.js'
import { frameOfTime } from '../parts/frame-of-time.js'
import { type Entry, knowledgeEntries, legendHeight } from '../parts/legend.js'
import { colourOf } from '../parts/markers.js'
import { plotted } from '../parts/plotted.js'
import {
  dotMark,
  isWide,
  knowledgeMarks,
  lineMark,
  lonely,
  markerMarks,
  pointsOf,
  remarkable,
  spotsOf,
  timeScale,
} from '../parts/points.js'
import type { Surface } from '../surface.js'
import type { ChartKind } from './kind.js'

const [thick, thin, halo] = [2.5, 1.1, 6]
const [mostPeriods, mostMarkers, leastPitch] = [24, 600, 11]
const namedOthers = 3

export const line: ChartKind = {
  leastHeight: (model, room) => 260 + legendHeight(entriesOf(model, bandedIn(model, 260)), room),
  draw: drawLines,
}

function drawLines(model: ChartModel, surface: Surface): Drawing {
  const { series, periods } = model
  const { height, palette } = surface
  const isBanded = bandedIn(model, height)
  const frame = frameOfTime(model, entriesOf(model, isBanded), surface)
  const axis = valueAxis(numbersOf(series), model, frame.tall)
  const y = frame.scaleOf(axis)
  const yOf = (value: string): number => position(y, Number(value))

  const shown = endLabels(model, yOf, frame.room, frame.most, surface)
  const { left, right } = frame.sidesOf(axis, shown)
  const x = timeScale(periods, [left, right])
  const middles = periods.map(({ time }) => position(x, time))
  const around = frame.drawn(axis, y, shown, right, middles)

  const selected = pointsOf(series.filter(isSelected), model)
  const others = pointsOf(
    series.filter((each) => !isSelected(each)),
    model,
  )
  const stroke = ({ series }: { readonly series: ChartSeries }): string => colourOf(series, palette)
  const isDense =
    periods.length > mostPeriods || selected.length > mostMarkers || (right - left) / periods.length < leastPitch
  const svg = plotted(surface, {
    ...{ height, x, y },
    marks: [
      around.grid,
      others.length === 0 ? null : lineMark(others, thin, stroke),
      lineMark(selected, halo, () => palette.card),
      lineMark(selected, thick, stroke),
      dotMark(lonely(others), 1.75, stroke),
      ...markerMarks(isDense ? remarkable(selected) : selected, surface),
      ...knowledgeMarks(selected, { x, y }, isBanded, surface),
      around.texts,
      around.legend,
    ],
  })
  const { top, bottom } = frame
  return { svg, frame: { left, right, top, bottom, along: 'x', spots: spotsOf([...selected, ...others], x, y) } }
}

function bandedIn({ series }: ChartModel, height: number): (point: ChartPoint) => boolean {
  const numbers = numbersOf(series.filter(isSelected))
  const scale = { domain: [Math.min(0, ...numbers), Math.max(0, ...numbers)], range: [height, 0] } as const
  return ({ low, high }) => isWide(low, high, scale)
}

function entriesOf(model: ChartModel, isBanded: (point: ChartPoint) => boolean): readonly Entry[] {
  const points = model.series.filter(isSelected).flatMap(({ points }) => points)
  return knowledgeEntries(model, points, isBanded)
}

function endLabels(model: ChartModel, yOf: (value: string) => number, room: number, most: number, surface: Surface) {
  const ends = model.series.flatMap((series): readonly EndLabel[] => {
    const last = series.points.findLast(({ value }) => value !== null)
    return last?.value == null ? [] : [{ series, name: series.label, value: last.short, y: yOf(last.value) }]
  })
  const selected = ends.filter(({ series }) => isSelected(series))
  const others = ends.filter(({ series }) => !isSelected(series)).sort((one, other) => one.y - other.y)
  const wished = measureLabels([...selected, ...others.slice(0, namedOthers)], most, surface, room)
  if (wished.length === ends.length && fitting(wished, room).length === ends.length) return wished
  const named = fitting(wished, room - labelHeight)
  const rest = [...selected, ...others].slice(named.length)
  const middle = rest.sort((one, other) => one.y - other.y)[Math.floor(rest.length / 2)]?.y ?? 0
  const name = wordsOf(model).drawing.others(rest.length)
  return [...named, ...measureLabels([{ series: { colour: null }, name, value: '', y: middle }], most, surface)]
}
