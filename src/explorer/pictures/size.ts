import type { Words } from '../i18n/en.js'
import { checkParameters, invalid } from './address.js'
import { excerpt } from './text.js'

/** The size of a picture in pixels; `scale` is the number of pixels of a PNG for each of them. */
export interface Size {
  readonly width: number
  /** Is null for the usual height, or more where the chart needs it. */
  readonly height: number | null
  readonly scale: number
}

const bounds = {
  width: { least: 320, most: 2000 },
  height: { least: 200, most: 1600 },
  scale: { least: 1, most: 3 },
} as const satisfies Readonly<Record<keyof Size, object>>

export const usualSize: Size = { width: 1200, height: null, scale: 1 }
const usualHeight = 630
const mostPixels = 4_000_000

export function heightFor({ width, height, scale }: Size, needed: number): number {
  const most = Math.min(bounds.height.most, Math.floor(mostPixels / (width * scale ** 2)))
  return height ?? Math.min(most, Math.max(usualHeight, needed))
}

/** Divides the address of a picture into its size and the address of its chart. Throws a Fault for what is neither. */
export function partsOf(search: string, words: Words): { readonly size: Size; readonly chart: string } {
  const said = new URLSearchParams(search)
  const read = <Usual extends number | null>(name: keyof Size, usual: Usual): number | Usual => {
    const { least, most } = bounds[name]
    const text = said.get(name)
    if (text === null || text === '') return usual
    const number = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN
    if (number >= least && number <= most) return number
    throw invalid(words.picture.oddParameter(name, excerpt(text), words.picture.numberBetween(least, most)))
  }
  checkParameters(search, words, Object.keys(bounds))
  const size = {
    width: read('width', usualSize.width),
    height: read('height', usualSize.height),
    scale: read('scale', usualSize.scale),
  }
  if (size.width * (size.height ?? usualHeight) * size.scale ** 2 > mostPixels)
    throw invalid(words.picture.tooManyPixels(mostPixels.toLocaleString('en')))
  for (const name of Object.keys(bounds)) said.delete(name)
  return { size, chart: said.toString() }
}
