import { picturePalette } from '../charts/palette.js'
import type { Palette } from '../charts/surface.js'
import type { Theme } from '../data/state.js'
import type { Charted } from './about.js'
import { sketch, type Tools } from './drawing.js'
import { sans, serif } from './font.js'
import { heightFor, type Size } from './size.js'
import { escaped, linesOf } from './text.js'

export function pictureOf(chart: Charted, theme: Theme, size: Size, tools: Tools): string {
  const { model, words, asOf, revised, source } = chart
  const palette = picturePalette(theme)
  const page = pageOf(size.width, palette, tools)
  page.lines(model.title, { size: page.isNarrow ? 20 : 24, weight: 600, family: serif, fill: palette.ink, most: 3 })
  if (asOf !== null) page.lines(asOf, { size: 14, weight: 400, fill: palette.quiet, most: 2 })
  const foot = page.foot(source, words.site, revised)
  const top = page.used()
  const around = top + foot.height
  const heightOf = (least: number): number => heightFor(size, around + least)
  // A chart that needs more than there is is drawn smaller.
  const roomFor = (least: number): number => Math.max(60, heightOf(least) - around)
  const place = { x: page.margin, y: top }
  const { markup, least } = sketch(model, page.inner, roomFor, palette, tools, place)
  const height = heightOf(least)
  return page.whole(model.title, chart.description, height, markup + foot.at(height))
}

export function pictureOfSentence(sentence: string, site: string, theme: Theme, size: Size, tools: Tools): string {
  const palette = picturePalette(theme)
  const page = pageOf(size.width, palette, tools)
  const height = heightFor(size, 0)
  page.lines(sentence, { size: 16, weight: 600, fill: palette.alarm, most: 8 })
  return page.whole(sentence, sentence, height, page.foot('', site, null).at(height))
}

interface Type {
  readonly size: number
  readonly weight: 400 | 600
  readonly family?: string
  readonly fill: string
  readonly most: number
}

interface Foot {
  readonly height: number
  readonly at: (height: number) => string
}

function pageOf(width: number, palette: Palette, { measure, measureTitle }: Tools) {
  const isNarrow = width < 560
  const margin = isNarrow ? 16 : 24
  const inner = width - 2 * margin
  let top = isNarrow ? 12 : 18
  const parts: string[] = []
  const textAt = (text: string, x: number, y: number, { size, weight, family = sans, fill }: Type, more = ''): string =>
    `<text x="${x}" y="${y}" font-family="${family}" font-size="${size}" font-weight="${weight}" fill="${fill}"${more}>${escaped(text)}</text>`
  return {
    ...{ isNarrow, margin, inner, used: () => top + 8 },
    lines(text: string, type: Type): void {
      const widths = type.family === serif ? measureTitle : measure
      const widthOf = (line: string): number => widths(line, type.size, type.weight)
      for (const line of linesOf(text, inner, type.most, widthOf)) {
        top += Math.round(type.size * 1.3)
        parts.push(textAt(line, margin, top, type))
      }
      top += 3
    },
    foot(source: string, site: string, revised: string | null): Foot {
      const small = { size: 13, weight: 400, fill: palette.quiet, most: 3 } as const
      const name = { size: 14, weight: 600, family: serif, fill: palette.ink, most: 1 } as const
      const nameWidth = measureTitle(site, name.size, name.weight) + 18
      const lines = linesOf(source, inner - nameWidth - 24, 3, (line) => measure(line, small.size, small.weight))
      const note = revised === null ? 0 : 22
      const rows = Math.max(1, lines.length) * 18
      const end = isNarrow ? 12 : 18
      const noted = { ...small, weight: 600, fill: palette.aged } as const
      const left = width - margin - nameWidth
      const at = (height: number): string => {
        const base = height - end - rows
        const rule = base - 6
        const mark = `<path d="M${margin + 5},${rule - 16}l5,5l-5,5l-5,-5z" fill="none" stroke="${palette.aged}" stroke-width="1.5"/>`
        return [
          ...(revised === null ? [] : [mark, textAt(revised, margin + 18, rule - 7, noted)]),
          `<path d="M${margin},${rule + 0.5}H${width - margin}" stroke="${palette.rule}"/>`,
          ...lines.map((line, index) => textAt(line, margin, base + 14 + index * 18, small)),
          logo(left, base + 3, palette),
          textAt(site, left + 18, base + 14, name),
        ].join('')
      }
      return { height: end + rows + note + 10, at }
    },
    whole: (title: string, description: string, height: number, markup: string): string =>
      [
        `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="${sans}">`,
        `<title>${escaped(title)}</title><desc>${escaped(description)}</desc>`,
        `<rect width="${width}" height="${height}" fill="${palette.card}"/>`,
        ...parts,
        markup,
        '</svg>',
      ].join(''),
  }
}

const logo = (x: number, y: number, { series }: Palette): string =>
  [7, 9, 12]
    .map(
      (high, index) =>
        `<rect x="${x + index * 5}" y="${y + 12 - high}" width="3.5" height="${high}" fill="${series[index === 2 ? 1 : 0]}"/>`,
    )
    .join('')
