import { renderToString } from 'react-dom/server'
import { App } from '../app.js'
import type { ChartModel } from '../charts/model.js'
import { FirstDrawingContext } from '../components/first-drawing.js'
import { Fault } from '../data/asking/ask.js'
import { keyOf } from '../data/asking/given.js'
import { type Rendering, RenderingContext } from '../data/asking/rendering.js'
import { type Language, parseState } from '../data/state.js'
import { words as all } from '../i18n/all.js'
import { chartOf } from './about.js'
import { asking, type Send } from './asking.js'
import type { Tools } from './drawing.js'
import { firstDrawings } from './first-drawings.js'
import { Head, placesOf } from './head.js'
import { markupOf } from './markup.js'
import { sheetOf } from './sheet.js'

interface FirstPage {
  readonly language: string
  readonly theme: string
  readonly head: string
  readonly root: string
  readonly style: string
  /** The answers that it was rendered from, as JSON without "<". */
  readonly given: string
}

/**
 * The most letters of a page; a larger one is sent without its contents, which take less time to fetch than to read
 * twice.
 */
const mostLetters = 2_000_000

/** The most rounds of rendering: more than the page has queries that depend on each other. */
const mostRounds = 6

/** Renders the page of an address. A question that is refused stays open, so that the page asks it and says why. */
export async function firstPageOf(
  search: string,
  language: Language,
  origin: string,
  send: Send,
  tools: Tools,
): Promise<FirstPage> {
  const { ask, answers, askFor } = asking(send)
  const { note, drawInto } = firstDrawings(tools)
  const blank = await renderAll({ search, language }, note, answers, (address) => askFor(address).catch(nullIfRefused))
  const { root, style } = sheetOf(blank)
  const drawn = drawInto(root)
  const given = jsonOf(Object.fromEntries([...answers].map(([address, data]) => [keyOf(address), data])))
  const chart = await chartOf(search, language, ask).catch(nullIfRefused)
  const places = placesOf(search, language, origin)
  return {
    ...{ language: all[language].tag, theme: parseState(search).theme ?? 'system' },
    head: markupOf(<Head chart={chart} words={all[language]} language={language} places={places} />),
    ...(given.length + drawn.html.length > mostLetters
      ? { root: '', style: '', given: '' }
      : { root: drawn.html, style: style + drawn.style, given }),
  }
}

async function renderAll(
  reader: Pick<Rendering, 'search' | 'language'>,
  draw: (model: ChartModel) => string,
  answers: ReadonlyMap<string, unknown>,
  askFor: (address: string) => Promise<unknown>,
): Promise<string> {
  const asked = new Set<string>()
  for (let round = 1; ; round++) {
    const wanted = new Set<string>()
    const answerTo = (address: string): unknown => {
      if (!asked.has(address)) wanted.add(address)
      return answers.get(address)
    }
    const html = renderToString(
      <RenderingContext value={{ ...reader, answerTo }}>
        <FirstDrawingContext value={draw}>
          <App />
        </FirstDrawingContext>
      </RenderingContext>,
    )
    if (wanted.size === 0 || round === mostRounds) return html
    for (const address of wanted) asked.add(address)
    await Promise.all([...wanted].map(askFor))
  }
}

function nullIfRefused(error: unknown): null {
  if (error instanceof Fault && error.kind === 'refused') return null
  throw error
}

/** Returns JSON in which no text can end the element that it stands in, or begin a comment. */
const jsonOf = (value: unknown): string => JSON.stringify(value).replace(/</g, '\\u003c')
