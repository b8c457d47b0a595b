import { ticks } from 'd3-array'
import { grouped } from '../data/number.js'

/** Maps numbers to pixels. The range always includes zero, so that bars are proportional to their numbers. */
export interface Scale {
  readonly low: number
  readonly high: number
  readonly at: (number: number) => number
  readonly ticks: readonly Tick[]
}

export interface Tick {
  readonly at: number
  readonly text: string
}

export function scaleFor(numbers: readonly number[], start: number, end: number, count: number): Scale {
  const least = Math.min(0, ...numbers)
  const most = Math.max(0, ...numbers)
  const steps = ticks(least, most === least ? least + 1 : most, Math.max(1, count))
  const step = steps.length > 1 ? (steps[1] ?? 0) - (steps[0] ?? 0) : most - least || 1
  const low = Math.min(least, Math.floor(least / step) * step)
  const high = Math.max(most, Math.ceil(most / step - 1e-9) * step)
  const at = (number: number): number => start + ((number - low) / (high - low || 1)) * (end - start)
  const places = Math.min(mostPlaces, Math.max(0, Math.ceil(-Math.log10(step) - 1e-9)))
  const shown = ticks(low, high === low ? low + 1 : high, Math.max(1, count))
  return { low, high, at, ticks: shown.map((tick) => ({ at: at(tick), text: grouped(plain(tick, places)) })) }
}

const mostPlaces = 38

const plain = (tick: number, places: number): string =>
  Math.abs(tick) < 1e21 ? (tick + 0).toFixed(places) : String(BigInt(tick))

const wide = /[⺀-鿿豈-﫿＀-￯—“”]/

/** Estimates the width of a text in pixels before it is drawn. */
export const widthOf = (text: string, size = 13): number =>
  [...text].reduce((sum, letter) => sum + size * (wide.test(letter) ? 1 : 0.58), 0)

export function fitted(text: string, width: number, size = 13): string {
  if (widthOf(text, size) <= width) return text
  const letters = [...text]
  while (letters.length > 1 && widthOf(`${letters.join('')}…`, size) > width) letters.pop()
  return `${letters.join('').trimEnd()}…`
}
