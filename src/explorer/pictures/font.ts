import { type Font, parse } from 'opentype.js'
import type { Surface } from '../charts/surface.js'

export type Measure = Surface['measure']

/** The families of pictures: their own fonts first, then what a reader has who opens an SVG. */
export const sans = "'Source Sans 3', 'Noto Sans SC', system-ui, 'PingFang SC', 'Microsoft YaHei', sans-serif"
export const serif = "'Source Serif 4', 'Noto Sans SC', Georgia, 'Songti SC', SimSun, serif"

/** Returns the width of texts in a font, from the widths of its glyphs; those of Chinese characters are squares. */
export function measureWith(regular: Uint8Array, bold: Uint8Array): Measure {
  const [light, heavy] = [widthsOf(regular), widthsOf(bold)]
  return (text, size, weight) => {
    const widthOf = weight >= 600 ? heavy : light
    let width = 0
    for (const letter of text) width += widthOf(letter)
    return width * size
  }
}

function widthsOf(bytes: Uint8Array): (letter: string) => number {
  const font: Font = parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength))
  const known = new Map<string, number>()
  return (letter) => {
    const found = known.get(letter)
    if (found !== undefined) return found
    const glyph = font.charToGlyph(letter)
    const width = glyph.index === 0 ? 1 : (glyph.advanceWidth ?? 0) / font.unitsPerEm
    if (known.size < mostKnown) known.set(letter, width)
    return width
  }
}

const mostKnown = 10_000
