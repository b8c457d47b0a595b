import { type Markish, plot, type RenderFunction } from '@observablehq/plot'
import type { Surface } from '../surface.js'
import type { Linear } from './axis.js'
import { type Attributes, adorn } from './svg.js'

const pictureFont = "'Source Sans 3','Noto Sans SC',sans-serif"

interface Parts {
  readonly height: number
  /** Is null for positions in pixels. */
  readonly x: Linear | null
  readonly y: Linear | null
  readonly marks: readonly Markish[]
}

export function plotted({ document, width }: Surface, { height, x, y, marks }: Parts): SVGSVGElement {
  const svg = plot({
    ...{ document, width, height, margin: 0, marks: [...marks] },
    x: optionsOf(x),
    y: optionsOf(y),
  }) as SVGSVGElement
  // The policy of the page allows no inline styles.
  svg.querySelector('style')?.remove()
  for (const name of ['class', 'text-anchor', 'font-size', 'fill']) svg.removeAttribute(name)
  for (const group of svg.querySelectorAll('[aria-label]')) group.removeAttribute('aria-label')
  adorn(svg, {
    ...{ 'font-family': pictureFont, 'font-size': 13 },
    'data-scale-x': x === null ? null : JSON.stringify(x),
    'data-scale-y': y === null ? null : JSON.stringify(y),
  })
  return svg
}

const optionsOf = (scale: Linear | null) =>
  scale === null
    ? ({ type: 'identity', axis: null } as const)
    : ({ type: 'linear', axis: null, domain: scale.domain, range: scale.range } as const)

/** Says on each element of a mark the datum it stands for; a line stands for its first. */
export const telling =
  <Datum>(data: readonly Datum[], say: (datum: Datum) => Attributes): RenderFunction =>
  (index, scales, values, dimensions, context, next) => {
    const group = next?.(index, scales, values, dimensions, context) ?? null
    for (const child of group?.children ?? []) {
      const bound = (child as Element & { readonly __data__?: number | readonly number[] }).__data__
      const datum = data[Array.isArray(bound) ? bound[0] : bound]
      shorten(child)
      if (datum !== undefined) adorn(child, say(datum))
    }
    return group
  }

/** Rounds to hundredths of a pixel: a document holds thousands of marks. */
function shorten(child: Element): void {
  for (const name of ['x', 'y', 'cx', 'cy', 'width', 'height']) {
    const text = child.getAttribute(name)
    if (text !== null && text.length > 6) adorn(child, { [name]: Number(text) })
  }
}
