import type { Surface } from '../../charts/surface.js'

export function measureIn(element: Element): Surface['measure'] {
  const context = element.ownerDocument.createElement('canvas').getContext('2d')
  const { fontFamily } = getComputedStyle(element)
  const known = new Map<string, number>()
  return (text, size, weight) => {
    const key = `${size} ${weight} ${text}`
    let width = known.get(key)
    if (width === undefined && context !== null) {
      context.font = `${weight} ${size}px ${fontFamily}`
      width = context.measureText(text).width
      known.set(key, width)
    }
    return width ?? 0
  }
}
