import { parseHTML } from 'linkedom'
import { createElement } from 'react'
import { type Language, parseState } from './data/state.js'
import { words as all } from './i18n/all.js'
import { chartOf } from './pictures/about.js'
import { checkParameters } from './pictures/address.js'
import { asking, type Send } from './pictures/asking.js'
import type { Tools } from './pictures/drawing.js'
import { Embed, EmbedFault, embedStyle, frameHeight } from './pictures/embed.js'
import { measureWith, type Widths } from './pictures/font.js'
import { placesOf, preview } from './pictures/head.js'
import { documentOf } from './pictures/markup.js'
import { firstPageOf } from './pictures/page.js'
import { pictureOf, pictureOfSentence } from './pictures/picture.js'
import { partsOf, usualSize } from './pictures/size.js'

/**
 * Draws what the server has of the explorer, given the widths of the characters of its fonts. `send` answers the requests of
 * the page; a Fault, with the code of the error, is thrown for an address that cannot be drawn.
 */
export function openExplorer(regular: Widths, bold: Widths, title: Widths) {
  const { document } = parseHTML('<!doctype html><html><body></body></html>')
  const tools: Tools = { document, measure: measureWith(regular, bold), measureTitle: measureWith(title, title) }
  return {
    async chart(search: string, language: Language, send: Send) {
      const { size, chart } = partsOf(search, all[language])
      const charted = await chartOf(chart, language, asking(send).ask)
      return { svg: pictureOf(charted, charted.state.theme ?? 'light', size, tools), scale: size.scale }
    },

    sentence(sentence: string, search: string, language: Language): string {
      const { theme } = parseState(search)
      return pictureOfSentence(sentence, all[language].site, theme ?? 'light', sizeOf(search, language), tools)
    },

    /** Returns what an address shows, for those who link to it, and how high a frame of a width is to be. */
    async about(search: string, language: Language, origin: string, width: number, send: Send) {
      checkParameters(search, all[language])
      const chart = await chartOf(search, language, asking(send).ask)
      const places = placesOf(search, language, origin)
      const height = frameHeight(chart, width, tools)
      return { title: chart.model.title, site: all[language].site, preview, places, height }
    },

    embedStyle: () => embedStyle,

    async embed(search: string, language: Language, origin: string, send: Send): Promise<string> {
      checkParameters(search, all[language])
      const chart = await chartOf(search, language, asking(send).ask)
      const places = placesOf(search, language, origin)
      return documentOf(createElement(Embed, { chart, language, places, tools }))
    },

    page: (search: string, language: Language, origin: string, send: Send) =>
      firstPageOf(search, language, origin, send, tools),

    embedFault(sentence: string, search: string, language: Language): string {
      const { theme } = parseState(search)
      return documentOf(createElement(EmbedFault, { words: all[language], theme, sentence }))
    },
  }
}

function sizeOf(search: string, language: Language) {
  const said = new URLSearchParams(search)
  const size = new URLSearchParams(
    ['width', 'height'].flatMap((name) => [said.get(name)].flatMap((value) => (value === null ? [] : [[name, value]]))),
  )
  try {
    return partsOf(size.toString(), all[language]).size
  } catch {
    return usualSize
  }
}
