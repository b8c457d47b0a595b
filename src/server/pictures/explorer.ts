import { fileURLToPath } from 'node:url'
import { packageFile } from '../../lib/package-file.js'
import { DrawThread, type Send } from './thread.js'

export type Language = 'en' | 'zh'

export interface About {
  readonly title: string
  readonly site: string
  readonly places: { readonly page: string; readonly embed: string; readonly picture: string }
  /** The height in pixels of a frame of the given width that shows the whole chart. */
  readonly height: number
  readonly preview: { readonly width: number; readonly height: number }
}

export interface FirstPage {
  readonly language: string
  readonly theme: string
  readonly head: string
  readonly root: string
  readonly style: string
  /** The answers that it was rendered from, as JSON without "<". */
  readonly given: string
}

interface Picture {
  readonly svg: string
  readonly scale: number
}

const dist = packageFile('dist/')
const fonts = new URL('fonts/', dist)

const fontFile = (name: string): string => fileURLToPath(new URL(name, fonts))

export const latinFonts = ['sans-400.ttf', 'sans-600.ttf', 'serif-600.ttf', 'sans-400-italic.ttf'].map(fontFile)
export const chineseFonts = fontFile('chinese.br')

const thread = new DrawThread({
  built: new URL('explorer-server/server.js', dist).href,
  widths: fontFile('widths.json'),
})

const nothing: Send = () => Promise.reject(new Error('There is nothing to ask for.'))

/**
 * Runs the functions of the explorer on a thread of its own. An address that cannot be drawn is an error with a code of
 * the catalogue and a message in the language.
 */
export const explorer = {
  chart: (search: string, language: Language, send: Send): Promise<Picture> =>
    thread.call('chart', [search, language], send),
  about: (search: string, language: Language, origin: string, width: number, send: Send): Promise<About> =>
    thread.call('about', [search, language, origin, width], send),
  embed: (search: string, language: Language, origin: string, send: Send): Promise<string> =>
    thread.call('embed', [search, language, origin], send),
  page: (search: string, language: Language, origin: string, send: Send): Promise<FirstPage> =>
    thread.call('page', [search, language, origin], send),
  sentence: (sentence: string, search: string, language: Language): Promise<string> =>
    thread.call('sentence', [sentence, search, language], nothing),
  embedFault: (sentence: string, search: string, language: Language): Promise<string> =>
    thread.call('embedFault', [sentence, search, language], nothing),
  embedStyle: (): Promise<string> => thread.call('embedStyle', [], nothing),
}
