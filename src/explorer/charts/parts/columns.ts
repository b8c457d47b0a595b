import { type ChartModel, isSelected } from '../model.js'
import type { Palette } from '../surface.js'
import { type Entry, revisedEntry } from './legend.js'

export function slotsOf(
  { periods }: ChartModel,
  left: number,
  right: number,
): readonly { readonly x1: number; readonly x2: number }[] {
  const pitch = (right - left) / Math.max(1, periods.length)
  const wide = Math.min(64, Math.max(1, pitch * 0.72))
  return periods.map((_, index) => {
    const middle = left + (index + 0.5) * pitch
    return { x1: middle - wide / 2, x2: middle + wide / 2 }
  })
}

export const revisedDot = ({ aged, card }: Palette) =>
  ({ symbol: 'diamond', r: 4.5, fill: card, stroke: aged, strokeWidth: 1.5 }) as const

export function revisedEntries(model: ChartModel): readonly Entry[] {
  return revisedEntry(
    model,
    model.series.filter(isSelected).flatMap(({ points }) => points),
  )
}
