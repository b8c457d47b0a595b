import { numberAt } from '../data/number.js'

const margin = 3

/** Returns the path of a line through the values, with a gap where there is no number, and where it ends. */
export function sparklineOf(
  values: readonly (string | null)[],
  width: number,
  height: number,
): { readonly path: string; readonly end: readonly [number, number] | null } {
  const numbers = values.map(numberAt)
  const known = numbers.filter((number) => number !== null)
  const [least, most] = [Math.min(...known), Math.max(...known)]
  const step = (width - 2 * margin) / Math.max(1, values.length - 1)
  let path = ''
  let end: readonly [number, number] | null = null
  let isPenDown = false
  for (const [index, number] of numbers.entries()) {
    if (number !== null) {
      const part = most === least ? 0.5 : (number - least) / (most - least)
      end = [tenth(margin + index * step), tenth(height - margin - part * (height - 2 * margin))]
      path += `${isPenDown ? 'L' : 'M'}${end[0]},${end[1]}`
      // A line of length 0 with round ends is a dot.
      if (!isPenDown && (numbers[index + 1] ?? null) === null) path += 'h0'
    }
    isPenDown = number !== null
  }
  return { path, end }
}

const tenth = (number: number): number => Math.round(number * 10) / 10
