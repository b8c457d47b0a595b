import type { Drawing } from '../drawing.js'
import type { Surface } from '../surface.js'
import { plotted } from './plotted.js'
import { drawTexts, wrapped } from './texts.js'

const size = 15

export function said(sentence: string, surface: Surface): Drawing {
  const { width, height, palette, measure } = surface
  const lines = wrapped(sentence, width - 32, (text) => measure(text, size, 400))
  const texts = lines.map((text, index) => ({
    ...{ x: width / 2, y: height / 2 + (index - (lines.length - 1) / 2) * 22, text, size, fill: palette.quiet },
    anchor: 'middle' as const,
  }))
  return { svg: plotted(surface, { height, x: null, y: null, marks: [() => drawTexts(texts, surface)] }), frame: null }
}
