import { own } from '../schema-check.js'
import { matched } from './header-text.js'
import type { TableColumn, TableMap, Title } from './map.js'

/** A header text that says a year or a month, and where it stands. */
export interface Stated {
  readonly row: number
  readonly column: string | null
  readonly text: string
  readonly year: string | undefined
  readonly month: string | undefined
}

/** So many rows may stand above a header: titles, and blank rows between them. */
export const maxAbove = 5

/** The rows above the header of a table whose map knows titles. */
export class Above {
  readonly #titles: readonly Title[] | undefined
  readonly stated: Stated[] = []
  /** What stands for the names of metrics in the map; null where no title says it. */
  metrics: Readonly<Record<string, string>> | null = null
  rows = 0

  constructor({ titles }: TableMap) {
    this.#titles = titles
  }

  /** Whether a row stands above the header: a title, in one cell or repeated in all of them, or a blank row. */
  takes(cells: readonly string[]): boolean {
    if (this.#titles === undefined || this.rows === maxAbove) return false
    const [text, ...others] = new Set(cells.filter((cell) => cell !== ''))
    if (others.length > 0) return false
    const said = text === undefined ? [] : this.#titles.map((title) => ({ title, match: matched(text, title.text) }))
    const found = said.find(({ match }) => match !== null)
    if (text !== undefined && !found) return false
    this.rows++
    if (text === undefined || !found?.match) return true
    this.metrics ??= found.title.metrics ?? null
    this.stated.push({ row: this.rows, column: null, text, year: found.match['year'], month: found.match['month'] })
    return true
  }
}

/**
 * The map as far as a table goes by it: without the optional columns that its header lacks, and with the metrics that
 * its title says. Null where no title says the metrics that the map leaves to it.
 */
export function fitted(map: TableMap, header: readonly (readonly string[])[], { metrics }: Above): TableMap | null {
  const names = map.titles?.some((title) => title.metrics !== undefined) ?? false
  if (names && metrics === null) return null
  const columns = present(map.columns, header).map((column) =>
    'metric' in column && column.metric !== undefined
      ? { ...column, metric: own(metrics ?? {}, column.metric) ?? column.metric }
      : column,
  )
  return { ...map, columns }
}

/** A table that is as wide as the map has all of its columns: what does not fit is told of each. */
function present(columns: readonly TableColumn[], header: readonly (readonly string[])[]): readonly TableColumn[] {
  if (header.every(({ length }) => length === columns.length)) return columns
  const found: TableColumn[] = []
  for (const column of columns) {
    const at = found.length
    const fits = column.header.every((text, row) => text === null || matched(header[row]?.[at] ?? '', text) !== null)
    if (fits || !column.optional) found.push(column)
  }
  return found
}
