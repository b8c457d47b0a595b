import { pixels } from '../data/number.js'

/** Holds a number from the day on which it was printed until another replaced it; `to` is null for the current one. */
export interface Vintage {
  readonly value: string
  readonly from: string
  readonly to: string | null
}

interface Step<Of extends Vintage> {
  readonly vintage: Of
  readonly x: readonly [number, number]
  readonly y: number
}

const [above, below] = [26, 12]
const rest = 0.16
const gap = 12

/** Places vintages in time; the vertical scale shows differences, not levels. */
export function stepsOf<Of extends Vintage>(
  vintages: readonly Of[],
  width: number,
  height: number,
): readonly Step<Of>[] {
  const times = vintages.map(({ from }) => Date.parse(from))
  const [first, last] = [Math.min(...times), Math.max(...times)]
  const numbers = vintages.map(({ value }) => pixels(value))
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)]
  const xOf = (time: number): number =>
    last === first ? 0 : Math.min(width, ((time - first) / (last - first)) * width * (1 - rest))
  return vintages.map((vintage, at) => {
    const part = most === least ? 0.5 : ((numbers[at] ?? 0) - least) / (most - least)
    return {
      vintage,
      x: [xOf(times[at] ?? first), vintage.to === null ? width : xOf(Date.parse(vintage.to))],
      y: height - below - part * (height - above - below),
    }
  })
}

/** Returns where texts begin so that none overlaps, or null for those left out; the last is always there. */
export function apart(
  texts: readonly { readonly x: number; readonly width: number }[],
  most: number,
): readonly (number | null)[] {
  const last = texts.at(-1)
  const end = last === undefined ? most : Math.max(0, Math.min(last.x, most - last.width))
  let taken = Number.NEGATIVE_INFINITY
  return texts.map(({ x, width }, at) => {
    if (at === texts.length - 1) return end
    if (x < taken || x + width + gap > end) return null
    taken = x + width + gap
    return x
  })
}
