import type { ChartModel } from '../model.js'
import type { Surface } from '../surface.js'
import { type Linear, periodRoom, periodTexts, periodTicks, tickRoom, tickTexts, type ValueAxis } from './axis.js'
import { labelTexts, type measureLabels, widest } from './end-labels.js'
import { gridLines } from './grid-lines.js'
import { type Entry, legend, legendHeight } from './legend.js'
import { drawTexts } from './texts.js'

type Labels = ReturnType<typeof measureLabels>

const [top, gap] = [24, 14]

/** Frames a chart whose periods run from left to right: an axis, labels at the ends, periods and a legend below. */
export function frameOfTime({ periods, reference }: ChartModel, entries: readonly Entry[], surface: Surface) {
  const { width, height } = surface
  const under = height - legendHeight(entries, surface)
  const bottom = under - periodRoom(periods)
  return {
    ...{ top, bottom },
    ...{ tall: bottom - top, room: bottom - top + 16, most: width * (width < 500 ? 0.32 : 0.26) },
    scaleOf: ({ domain }: ValueAxis): Linear => ({ domain, range: [bottom, top] }),
    sidesOf: (axis: ValueAxis, labels: Labels) => ({
      left: tickRoom(axis, surface),
      right: width - widest(labels) - (labels.length > 0 ? gap : 8),
    }),
    drawn(axis: ValueAxis, y: Linear, labels: Labels, right: number, middles: readonly number[]) {
      return {
        grid: () => gridLines(axis, y, [0, right], reference, surface),
        texts: () =>
          drawTexts(
            [
              ...tickTexts(axis, y, 0, surface),
              ...periodTexts(periodTicks(periods, middles, surface), bottom + 16, surface),
              ...labelTexts(labels, right + gap, [top - 8, bottom + 8], surface),
            ],
            surface,
          ),
        legend: () => legend(entries, under, surface),
      }
    },
  }
}
