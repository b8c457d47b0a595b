import { type Captures, matched } from './header-text.js'
import { beginsHeader } from './layout.js'
import type { TableMap } from './map.js'

export interface UnitText {
  readonly row: number
  readonly column: string | null
  readonly text: string
}

export interface HeaderDate extends Captures {
  readonly row: number
  readonly column: string | null
  readonly text: string
}

export const maxAbove = 5
const mostLines = 200

export class TitleRows {
  readonly #map: TableMap
  readonly texts: UnitText[] = []
  /** The first texts of all rows, whatever they are about. */
  readonly lines: UnitText[] = []
  readonly stated: HeaderDate[] = []
  metrics: Readonly<Record<string, string>> | null = null
  rows = 0

  constructor(map: TableMap) {
    this.#map = map
  }

  /** Returns true for a row above the header: blank, or with a title in one cell or repeated in all. */
  takes(cells: readonly string[]): boolean {
    if (this.#takesTitle(cells)) return true
    const { before = 0 } = this.#map
    if (this.rows >= (before || maxAbove)) return false
    const isBlank = cells.every((cell) => cell === '')
    const skips = before > 0 ? !beginsHeader(this.#map, cells) : isBlank && hasFirstText(this.#map)
    if (!skips) return false
    this.rows++
    this.#addTexts(cells)
    return true
  }

  #addTexts(cells: readonly string[]): void {
    const { unit } = this.#map
    const texts = cells.flatMap((text) => (text === '' ? [] : [{ row: this.rows, column: null, text }]))
    this.lines.push(...texts.slice(0, mostLines - this.lines.length))
    if (typeof unit === 'object' && unit.row === 'above') this.texts.push(...texts)
  }

  #takesTitle(cells: readonly string[]): boolean {
    const { titles, before = 0 } = this.#map
    if (titles === undefined || this.rows >= (before || maxAbove)) return false
    const [text, ...others] = new Set(cells.filter((cell) => cell !== ''))
    if (others.length > 0) return false
    const [found] = titles.flatMap((title) => {
      const match = text === undefined ? null : matched(text, title.text)
      return match === null ? [] : [{ title, match }]
    })
    if (text !== undefined && !found) return false
    this.rows++
    if (text === undefined || !found) return true
    this.#addTexts([text])
    this.metrics ??= found.title.metrics ?? null
    this.stated.push({ row: this.rows, column: null, text, ...found.match })
    return true
  }
}

const hasFirstText = ({ columns }: TableMap): boolean => columns.some(({ header }) => header[0] !== null)
