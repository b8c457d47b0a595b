import { Refusal } from '../../errors.js'
import { FairSemaphore } from '../../lib/fair-semaphore.js'
import { chineseFonts, latinFonts } from './explorer.js'
import { unpackedFonts } from './font-files.js'

const busy = (): Refusal => new Refusal('UNAVAILABLE', 'The server is drawing many pictures. Retry in a moment.')
// Each takes a thread of Node's pool, which files and compression need as well.
const turns = new FairSemaphore({ executing: 2, waiting: 100 }, busy)

const fonts = { loadSystemFonts: false, defaultFontFamily: 'Source Sans 3' }
const chineseFiles = unpackedFonts(chineseFonts)

/** Draws an SVG with the fonts of dist/fonts, on a thread of its own. Throws UNAVAILABLE if too many pictures wait. */
export function pngOf(
  svg: string,
  scale: number,
  signal: AbortSignal,
  client: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const draw = async (): Promise<Uint8Array<ArrayBuffer>> => {
    const { renderAsync } = await import('@resvg/resvg-js') // a native library
    const font = { ...fonts, fontFiles: [...latinFonts, ...(await chineseFiles())] }
    const options = { font, fitTo: { mode: 'zoom', value: scale }, logLevel: 'off' } as const
    const image = await renderAsync(withKnownFonts(svg), options, signal)
    // Stands for the pixels that the library holds, which the collection of garbage does not see.
    void new ArrayBuffer(image.width * image.height * 4)
    return new Uint8Array(image.asPng())
  }
  return turns.run(draw, signal, client)
}

/**
 * Names the font of Chinese characters, because the library ignores the weight where it finds one, and known weights. The
 * widths of texts, which are for other fonts, would apply to each part of a text.
 */
const withKnownFonts = (svg: string): string =>
  svg
    .replace(/ (?:textLength|lengthAdjust)="[^"]*"/g, '')
    .replace(/<text\b.*?<\/text>/gs, (text) =>
      text.replace(/>([^<]+)/g, (_, content: string) => `>${content.replace(chinese, wrapped)}`),
    )
    .replaceAll('font-weight="650"', 'font-weight="600"')

const chinese = /[\p{sc=Han}\u3000-\u303f\uff00-\uffef]+/gu
const wrapped = `<tspan font-family="'Noto Sans SC'">$&</tspan>`
