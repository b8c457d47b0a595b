import type { Drawing } from '../drawing.js'
import { type ChartModel, type ChartSeries, isSelected } from '../model.js'
import { numbersOf, position, valueAxis, wordsOf } from '../parts/axis.js'
import { type EndLabel, fitting, labelHeight, labelTexts, measureLabels, widest } from '../parts/end-labels.js'
import { gridLines } from '../parts/grid-lines.js'
import { knowledgeEntries, legend, legendHeight } from '../parts/legend.js'
import { colourOf } from '../parts/markers.js'
import { plotted } from '../parts/plotted.js'
import { knowledgeMarks, lineMark, markerMarks, pointsOf, spotsOf, timeScale } from '../parts/points.js'
import { said } from '../parts/said.js'
import { drawTexts, type Text } from '../parts/texts.js'
import type { Surface } from '../surface.js'
import type { ChartKind } from './kind.js'

const [top, gap] = [34, 14]
const narrow = 560

export const slope: ChartKind = {
  leastHeight: (model, room) => {
    const entries = entriesOf(endsOf(model))
    return Math.max(260, model.series.filter(isSelected).length * labelHeight + top + 24 + legendHeight(entries, room))
  },
  draw: drawSlope,
}

function endsOf(model: ChartModel): ChartModel {
  const { series, periods } = model
  const known = periods.flatMap((_, index) => (series.some(({ points }) => points[index]?.value != null) ? index : []))
  const [first, last] = [known[0] ?? 0, known.at(-1) ?? 0]
  const kept = <T>(all: readonly T[]): T[] => all.filter((_, index) => index === first || index === last)
  return {
    ...model,
    ...{ periods: kept(periods), at: first === last ? 0 : 1 },
    series: series.map((each) => ({ ...each, points: kept(each.points) })),
  }
}

const entriesOf = (model: ChartModel) =>
  knowledgeEntries(
    model,
    model.series.filter(isSelected).flatMap(({ points }) => points),
  )

function drawSlope(whole: ChartModel, surface: Surface): Drawing {
  const model = endsOf(whole)
  const { series, periods } = model
  const { width, height, palette } = surface
  if (periods.length < 2) return said(wordsOf(model).drawing.only.onePeriod, surface)
  const entries = entriesOf(model)
  const under = height - legendHeight(entries, surface)
  const bottom = under - 24
  const axis = valueAxis(numbersOf(series), model, bottom - top)
  const y = { domain: axis.domain, range: [bottom, top] } as const
  const yOf = (value: string): number => position(y, Number(value))

  const chosen = series.filter(isSelected)
  const most = width * (width < narrow ? 0.34 : 0.3)
  const room = bottom - top + 30
  const labelled = (index: number, isNamed: boolean) => {
    const labels = chosen.flatMap((each): readonly EndLabel[] => {
      const point = each.points[index]
      return point?.value == null
        ? []
        : [{ series: each, name: isNamed ? each.label : '', value: point.short, y: yOf(point.value) }]
    })
    return fitting(measureLabels(labels, most, surface), room)
  }
  const [starts, ends] = [labelled(0, width >= narrow), labelled(1, true)]
  const left = widest(starts) + gap
  const right = width - widest(ends) - gap
  const x = timeScale(periods, [left, right])
  const selected = pointsOf(chosen, model)
  const others = pointsOf(
    series.filter((each) => !isSelected(each)),
    model,
  )
  const stroke = ({ series }: { readonly series: ChartSeries }): string => colourOf(series, palette)
  const heads = periods.map(({ label }, index): Text => {
    const anchor = index === 0 ? 'start' : 'end'
    return { x: index === 0 ? left : right, y: 10, text: label, weight: 650, fill: palette.ink, anchor }
  })
  const unit = model.reference === 100 ? '' : model.unit
  const isClear = right - left > surface.measure(heads.map(({ text }) => text).join('') + unit, 13, 650) + 48
  const extent = [top - 12, bottom + 12] as const
  const svg = plotted(surface, {
    ...{ height, x, y },
    marks: [
      () => gridLines({ domain: axis.domain, ticks: [] }, y, [left, right], model.reference, surface),
      others.length === 0 ? null : lineMark(others, 1.1, stroke),
      lineMark(selected, 6, () => palette.card),
      lineMark(selected, 2.5, stroke),
      ...markerMarks(selected, surface),
      ...knowledgeMarks(selected, { x, y }, () => false, surface),
      () =>
        drawTexts(
          [
            ...heads,
            ...(isClear
              ? [{ x: (left + right) / 2, y: 10, text: unit, fill: palette.quiet, anchor: 'middle' } as const]
              : []),
            ...labelTexts(starts, left - gap, extent, surface, 'end'),
            ...labelTexts(ends, right + gap, extent, surface),
          ],
          surface,
        ),
      () => legend(entries, under, surface),
    ],
  })
  const spots = spotsOf([...selected, ...others], x, y).map((spot) => ({
    ...spot,
    period: whole.periods.findIndex(({ code }) => code === periods[spot.period]?.code),
  }))
  return { svg, frame: { left, right, top, bottom, along: 'x', spots } }
}
