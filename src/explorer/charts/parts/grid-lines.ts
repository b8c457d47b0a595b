import type { Surface } from '../surface.js'
import { type Linear, position, type ValueAxis } from './axis.js'
import { element } from './svg.js'

/** Draws the grid of a value axis; the line of the reference is darker. `across` is its extent in pixels. */
export function gridLines(
  { ticks, domain }: ValueAxis,
  scale: Linear,
  [from, to]: readonly [number, number],
  reference: number,
  { document, palette }: Surface,
  direction: 'across' | 'down' = 'across',
): SVGElement {
  const isSeen = reference >= domain[0] && reference <= domain[1]
  const values = [
    ...ticks.map(({ value }) => value).filter((value) => !isSeen || value !== reference),
    ...(isSeen ? [reference] : []),
  ]
  return element(
    document,
    'g',
    { 'stroke-width': 1, 'shape-rendering': 'crispEdges' },
    ...values.map((value) => {
      const at = position(scale, value)
      const ends = direction === 'across' ? { x1: from, x2: to, y1: at, y2: at } : { x1: at, x2: at, y1: from, y2: to }
      return element(document, 'line', { ...ends, stroke: value === reference ? palette.othersText : palette.grid })
    }),
  )
}
