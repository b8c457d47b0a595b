import type { ChartModel } from '../charts/model.js'
import { pagePalette } from '../charts/palette.js'
import { sketch, type Tools } from './drawing.js'

/** The sizes in which the page has its first chart, and the windows that they are for; a style sheet shows one. */
const sizes = [
  { name: 'narrow', width: 343, height: 540, windows: '(width < 640px)' },
  { name: 'middle', width: 700, height: 440, windows: '(640px <= width < 1024px)' },
  { name: 'wide', width: 1280, height: 500, windows: '(width >= 1024px)' },
] as const

/** Stands for the drawing while the page is rendered, which is done several times. */
const mark = '<!--first drawing-->'

/** Returns a function that notes which chart the page shows, and one that draws it into the markup of the page. */
export function firstDrawings(tools: Tools) {
  let noted: ChartModel | null = null
  return {
    note(model: ChartModel): string {
      noted = model
      return mark
    },
    drawInto(html: string): { readonly html: string; readonly style: string } {
      const drawn = noted === null || !html.includes(mark) ? [] : drawingsOf(noted, tools)
      const markup = drawn.map((each) => each.markup).join('')
      return { html: html.replace(mark, () => markup), style: drawn.map(({ rule }) => rule).join('') }
    },
  }
}

const drawingsOf = (model: ChartModel, tools: Tools) =>
  sizes.map(({ name, width, height, windows }) => {
    const { markup, least } = sketch(model, width, () => height, pagePalette, tools)
    return { markup: `<div class="${name}">${markup}</div>`, rule: `@media ${windows}{${roomFor(least)}}` }
  })

/** Returns what keeps room for a chart that is higher than its window. The page does so once it has drawn its own. */
const roomFor = (height: number): string =>
  `.card:has(.chart-view:not([data-bare]) .first-drawing){--least:${height}px}`
