import type { ChartSeries } from '../model.js'
import type { Surface } from '../surface.js'
import { textColourOf } from './markers.js'
import { dodged, type Text, wrapped } from './texts.js'

export interface EndLabel {
  readonly series: Pick<ChartSeries, 'colour'>
  readonly name: string
  readonly value: string
  readonly y: number
}

interface Measured {
  readonly label: EndLabel
  readonly lines: readonly string[]
  readonly size: number
  readonly height: number
  readonly valueAt: number
  readonly isBelow: boolean
  readonly width: number
}

export const labelHeight = 19
const gap = 6
const lineHeight = 1.2

/** Measures labels within a width: a long name takes several lines. Those that no room is left for are not measured. */
export function measureLabels(
  labels: readonly EndLabel[],
  most: number,
  { measure }: Surface,
  room = Number.POSITIVE_INFINITY,
): readonly Measured[] {
  return labels.slice(0, Math.ceil(room / labelHeight) + 1).map((label) => {
    const isNamed = label.series.colour !== null
    const size = isNamed ? 14 : 13
    const weight = isNamed ? 650 : 400
    const lines = wrapped(label.name, most, (text) => measure(text, size, weight))
    const last = measure(lines.at(-1) ?? '', size, weight)
    const value = measure(label.value, size, isNamed ? 500 : 400)
    const isBelow = label.value !== '' && lines.length > 0 && last + gap + value > most
    const valueAt = isBelow || lines.length === 0 ? 0 : last + gap
    const count = lines.length + (isBelow ? 1 : 0)
    return {
      ...{ label, lines, size, valueAt, isBelow },
      height: Math.max(labelHeight, (count - 1) * size * lineHeight + labelHeight),
      width: Math.max(...lines.map((line) => measure(line, size, weight)), label.value === '' ? 0 : valueAt + value),
    }
  })
}

export function fitting(labels: readonly Measured[], room: number): readonly Measured[] {
  let used = 0
  const first = labels.findIndex(({ height }) => {
    used += height
    return used > room
  })
  return first === -1 ? labels : labels.slice(0, first)
}

/** Places labels beside each other without overlaps; `anchor` end grows to the left. */
export function labelTexts(
  labels: readonly Measured[],
  x: number,
  [top, bottom]: readonly [number, number],
  { palette }: Surface,
  anchor: 'start' | 'end' = 'start',
): Text[] {
  const middles = dodged(
    labels.map(({ label, height }) => ({ y: label.y, height })),
    top,
    bottom,
  )
  return labels.flatMap(({ label, lines, size, valueAt, isBelow, width }, index) => {
    const isNamed = label.series.colour !== null
    const fill = textColourOf(label.series, palette)
    const rows = lines.length + (isBelow ? 1 : 0)
    const yOf = (row: number): number => (middles[index] ?? 0) + (row - (Math.max(1, rows) - 1) / 2) * size * lineHeight
    const left = anchor === 'start' ? x : x - width
    return [
      ...lines.map((text, row): Text => ({ x: left, y: yOf(row), text, size, weight: isNamed ? 650 : 400, fill })),
      ...(label.value === ''
        ? []
        : [
            {
              x: left + valueAt,
              y: yOf(Math.max(0, rows - 1)),
              text: label.value,
              size,
              weight: isNamed ? 500 : 400,
              fill,
            } as const,
          ]),
    ]
  })
}

export const widest = (labels: readonly Measured[]): number => Math.max(0, ...labels.map(({ width }) => width))
