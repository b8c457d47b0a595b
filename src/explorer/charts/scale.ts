import { ticks } from 'd3-array'
import { grouped } from '../data/number.js'

/** From the numbers of a chart to its pixels. Zero is always in it: a bar that begins elsewhere lies. */
export interface Scale {
  readonly low: number
  readonly high: number
  readonly at: (number: number) => number
  readonly ticks: readonly Tick[]
}

/** A number of an axis: chosen to be round, and none of the office's. */
export interface Tick {
  readonly at: number
  readonly text: string
}

/** A scale for the numbers, from one pixel to another, with about so many ticks; round at both ends. */
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

/** As many digits as the API's decimals have at most. */
const mostPlaces = 38

/** Without the exponent that binary floats have from 1e21, and without the sign of zero. */
const plain = (tick: number, places: number): string =>
  Math.abs(tick) < 1e21 ? (tick + 0).toFixed(places) : String(BigInt(tick))

const wide = /[⺀-鿿豈-﫿＀-￯—“”]/

/** About how wide a text is, in pixels, before it is drawn: enough to leave room for it. */
export const widthOf = (text: string, size = 13): number =>
  [...text].reduce((sum, letter) => sum + size * (wide.test(letter) ? 1 : 0.58), 0)

/** The text, cut so that it is no wider, with an ellipsis where it was. */
export function fitted(text: string, width: number, size = 13): string {
  if (widthOf(text, size) <= width) return text
  const letters = [...text]
  while (letters.length > 1 && widthOf(`${letters.join('')}…`, size) > width) letters.pop()
  return `${letters.join('').trimEnd()}…`
}
