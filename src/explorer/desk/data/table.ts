import type { DraftMapQuery } from '../../../generated/gql/desk/graphql.js'
import { escaped } from './csv.js'

export type MapDraft = NonNullable<DraftMapQuery['draftMap']>

export interface TableFile {
  readonly name: string
  /** The bytes, as Base64: their character encoding is guessed. */
  readonly content: string
}

/** The most bytes of a file that is drafted: a million letters in Base64. */
export const mostBytesOfFile = 750_000

export async function tableFileOf(file: File): Promise<TableFile> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const parts: string[] = []
  const piece = 0x80_00 // as many arguments as every browser takes
  for (let at = 0; at < bytes.length; at += piece) parts.push(String.fromCharCode(...bytes.subarray(at, at + piece)))
  return { name: file.name, content: btoa(parts.join('')) }
}

export interface Cell {
  readonly row: number
  readonly column: number
}

export const keyOf = ({ row, column }: Cell): string => `${row}:${column}`

export type CellTexts = readonly (readonly string[])[]

export const withCell = (rows: CellTexts, { row, column }: Cell, text: string): CellTexts =>
  rows.map((cells, at) => {
    if (at !== row) return cells
    const padded = [...cells, ...Array.from({ length: Math.max(0, column + 1 - cells.length) }, () => '')]
    return padded.map((cell, index) => (index === column ? text : cell))
  })

/** Writes corrected cells as CSV. The byte order mark says that it is UTF-8, whatever the map says of the original. */
export const csvOfCells = (rows: CellTexts, delimiter: string): string =>
  `\uFEFF${rows.map((cells) => cells.map((cell) => escaped(cell, delimiter)).join(delimiter)).join('\r\n')}\r\n`

export function parsedMap(map: string): { readonly delimiter?: unknown } | null {
  try {
    const value: unknown = JSON.parse(map)
    return typeof value === 'object' && value !== null ? value : null
  } catch {
    return null
  }
}

export function delimiterOf(map: string): string {
  const delimiter = parsedMap(map)?.delimiter
  return typeof delimiter === 'string' && delimiter.length === 1 ? delimiter : ','
}

/** Returns the cell that a finding is about: the first of its row if it names no column of the table. */
export function cellOf(
  finding: { readonly row: number | null; readonly column: string | null },
  { columns }: Pick<MapDraft, 'columns'>,
): Cell | null {
  if (finding.row === null) return null
  const column = finding.column === null ? -1 : columns.indexOf(finding.column)
  return { row: finding.row - 1, column: Math.max(0, column) }
}

/** Indicates a table whose cells are all there, so that it can be corrected. */
export const isWhole = ({ rows, rowCount, columnCount }: MapDraft): boolean =>
  rows.length === rowCount &&
  rows.every((cells) => cells.length <= columnCount && cells.every((cell) => cell.length < 1000))
