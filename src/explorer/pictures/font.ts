import type { Surface } from '../charts/surface.js'

export type Measure = Surface['measure']

/** The families of pictures: their own fonts first, then what a reader has who opens an SVG. */
export const sans = "'Source Sans 3', 'Noto Sans SC', system-ui, 'PingFang SC', 'Microsoft YaHei', sans-serif"
export const serif = "'Source Serif 4', 'Noto Sans SC', Georgia, 'Songti SC', SimSun, serif"

/** The widths of the characters of a font, relative to its size. */
export type Widths = Readonly<Record<string, number>>

/** Returns the width of texts in a font, from the widths of its characters; Chinese ones are squares. */
export function measureWith(regular: Widths, bold: Widths): Measure {
  const [light, heavy] = [widthsOf(regular), widthsOf(bold)]
  return (text, size, weight) => {
    const widthOf = weight >= 600 ? heavy : light
    let width = 0
    for (const letter of text) width += widthOf(letter)
    return width * size
  }
}

function widthsOf(widths: Widths): (letter: string) => number {
  const known = new Map(Object.entries(widths))
  return (letter) => known.get(letter) ?? 1
}
