/** A mark of a number, as it stands in a drawing. */
export interface Mark {
  readonly element: Element
  readonly series: string
  readonly period: string
  readonly value: string
  /** Its extent in pixels; a dot has the same twice. */
  readonly x: readonly [number, number]
  readonly y: readonly [number, number]
}

/** Returns the marks that say their number. */
export const marksOf = (svg: Element): Mark[] =>
  [...svg.querySelectorAll('[data-value]')].map((element) => ({
    ...{ element, series: said(element, 'data-series'), period: said(element, 'data-period') },
    ...{ value: said(element, 'data-value'), ...extent(element) },
  }))

const said = (element: Element, name: string): string => element.getAttribute(name) ?? ''
const number = (element: Element, name: string): number => Number(element.getAttribute(name) ?? 'none')

function extent(element: Element): { readonly x: readonly [number, number]; readonly y: readonly [number, number] } {
  if (element.localName === 'rect') {
    const [x, y] = [number(element, 'x'), number(element, 'y')]
    return { x: [x, x + number(element, 'width')], y: [y, y + number(element, 'height')] }
  }
  if (element.localName === 'circle') {
    const [x, y] = [number(element, 'cx'), number(element, 'cy')]
    return { x: [x, x], y: [y, y] }
  }
  const moved = /translate\(([^,]+),([^)]+)\)/.exec(said(element, 'transform'))
  if (moved !== null) return { x: [Number(moved[1]), Number(moved[1])], y: [Number(moved[2]), Number(moved[2])] }
  const points = pointsOf(said(element, 'd'))
  const [x, y] = [points.map(([x]) => x), points.map(([, y]) => y)]
  return { x: [Math.min(...x), Math.max(...x)], y: [Math.min(...y), Math.max(...y)] }
}

/** Returns the points of a path of absolute commands. */
export function pointsOf(path: string): (readonly [number, number])[] {
  const points: (readonly [number, number])[] = []
  let [x, y] = [0, 0]
  for (const [, command = '', rest = ''] of path.matchAll(/([MLHVACZ])([^MLHVACZ]*)/g)) {
    const numbers = rest
      .split(/[\s,]+/)
      .filter((text) => text !== '')
      .map(Number)
    if (command === 'H') x = numbers[0] ?? x
    else if (command === 'V') y = numbers[0] ?? y
    else if (command !== 'Z') [x, y] = [numbers.at(-2) ?? x, numbers.at(-1) ?? y]
    if (command !== 'Z') points.push([x, y])
  }
  return points
}

/** Returns the points of the line of a series, in order. */
export const lineOf = (svg: Element, series: string): (readonly [number, number])[] => {
  const lines = [...svg.querySelectorAll('path[data-series]:not([data-period])')].filter(
    (path) => path.getAttribute('data-series') === series,
  )
  return pointsOf(lines.at(-1)?.getAttribute('d') ?? '')
}

export interface Box {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

type Measure = (text: string, size: number, weight: 400 | 500 | 600 | 650) => number

/** Returns the extents of the texts of a drawing. */
export const textsOf = (svg: Element, measure: Measure): Box[] =>
  [...svg.querySelectorAll('text')].map((element) => {
    const size = number(element, 'font-size')
    const text = [...element.childNodes].find(({ nodeType }) => nodeType === 3)?.textContent ?? ''
    const width = measure(text, size, number(element, 'font-weight') as 400)
    const [x, y] = [number(element, 'x'), number(element, 'y')]
    const anchor = element.getAttribute('text-anchor')
    const left = anchor === 'end' ? x - width : anchor === 'middle' ? x - width / 2 : x
    return { text, left, right: left + width, top: y - size * 0.72, bottom: y + size * 0.08 }
  })

/** Returns what is wrong with the texts of a drawing: which overlap, and which are cut off. */
export function misplaced(svg: Element, measure: Measure): string[] {
  const texts = textsOf(svg, measure)
  const [width, height] = [number(svg, 'width'), number(svg, 'height')]
  return texts.flatMap((one, index) => [
    ...(one.left < -0.5 || one.right > width + 0.5 || one.top < -0.5 || one.bottom > height + 0.5
      ? [`${one.text} is cut off`]
      : []),
    ...texts
      .slice(index + 1)
      .filter((other) => {
        const across = Math.min(one.right, other.right) - Math.max(one.left, other.left)
        const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)
        return across > 0.5 && down > 0.5
      })
      .map((other) => `${one.text} lies over ${other.text}`),
  ])
}
