import { draw, leastHeight } from '../charts/draw.js'
import type { ChartModel } from '../charts/model.js'
import type { Palette } from '../charts/surface.js'
import type { Measure } from './font.js'

export interface Tools {
  readonly document: Document
  readonly measure: Measure
  readonly measureTitle: Measure
}

interface Sketch {
  readonly markup: string
  readonly least: number
}

/**
 * Draws a chart as markup, as high as `heightFor` returns for the least height, or as that. With a `place`, the drawing
 * has the size of its room there.
 */
export function sketch(
  model: ChartModel,
  width: number,
  heightFor: (least: number) => number,
  palette: Palette,
  tools: Tools,
  place: { readonly x: number; readonly y: number } | null = null,
): Sketch {
  const least = leastHeight(model, { width, measure: tools.measure })
  const height = heightFor(least)
  const own = Math.max(height, least)
  const { svg } = draw(model, { width, height: own, palette, document: tools.document, measure: tools.measure })
  for (const name of ['width', 'height']) svg.removeAttribute(name)
  for (const text of svg.querySelectorAll('text')) keepWidth(text, tools.measure)
  const placed = place === null ? {} : { ...place, width, height }
  const attributes = { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${width} ${own}`, ...placed }
  for (const [name, value] of Object.entries(attributes)) svg.setAttribute(name, String(value))
  return { markup: svg.outerHTML, least }
}

/** Keeps a text as wide in the fonts of the reader as in those that it was placed by. */
function keepWidth(text: SVGTextElement, measure: Measure): void {
  const [size, weight] = ['font-size', 'font-weight'].map((name) => Number(text.getAttribute(name)))
  if (!size || text.children.length > 0) return
  const width = measure(text.textContent ?? '', size, weight as Parameters<Measure>[2])
  text.setAttribute('textLength', width.toFixed(1))
  text.setAttribute('lengthAdjust', 'spacingAndGlyphs')
}
