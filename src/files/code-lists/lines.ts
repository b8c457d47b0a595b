import { CsvError, parse } from 'csv-parse/sync'
import { excerpt, isBlank, listBounds, shortened, type TextKind, textFault } from '../../domain/input-bounds.js'
import { unescapeFormula } from '../../domain/text/spreadsheet.js'
import { formatCount } from '../../errors.js'
import { dialect } from '../csv/records.js'
import type { Place } from '../input/reader.js'
import { notUtf8 } from '../input/row.js'

export const nameColumns = ['name_en', 'name_zh', 'description'] as const

/** The text of a cell that removes a value. An empty cell keeps it. */
export const removal = '-'

export const textOrNull = (cell: string): string | null =>
  cell === '' ? null : cell === removal ? '' : unescapeFormula(cell)

export interface Line<Name extends string> {
  readonly file: string
  readonly row: number
  readonly cells: Readonly<Record<Name, string>>
}

export type Report = (place: Pick<Place, 'file' | 'row'>, column: string | null, message: string) => void

export function shownTextFault(text: string, kind: TextKind): string | null {
  if (text !== '' && isBlank(text)) return 'has no visible character. Write one, or leave it empty.'
  return textFault(text, kind)?.message ?? null
}

/**
 * Reads the rows of a small CSV file with the given columns, in any order. The cells of absent optional columns are empty.
 * Reports rows with a wrong number of cells, and returns null for unknown columns or misplaced quotes.
 */
export function readLines<Name extends string>(
  file: string,
  text: string,
  columns: readonly Name[],
  report: Report,
  needed: readonly Name[] | ((names: readonly string[]) => readonly Name[]) = columns,
): Line<Name>[] | null {
  const records = recordsOf(file, text, report)
  if (!records) return null
  const [names, ...rows] = records
  const header = { file, row: 1 }
  if (names && names.length > listBounds.columns) {
    const [count, most] = [formatCount(names.length), formatCount(listBounds.columns)]
    report(header, null, `The header has ${count} columns, and ${most} are allowed.`)
    return null
  }
  const duplicates = names?.filter((name, index) => names.indexOf(name) !== index) ?? []
  const unknown = names?.filter((name) => !columns.some((column) => column === name)) ?? []
  const required = typeof needed === 'function' ? needed(names ?? []) : needed
  const missing = required.filter((column) => !names?.includes(column))
  const least =
    required.length < columns.length
      ? ` Only ${required.join(' and ')} ${required.length > 1 ? 'are' : 'is'} required.`
      : ''
  const right = `The columns are ${columns.join(', ')}.${least}`
  for (const name of duplicates) report(header, name, `There are two columns "${name}".`)
  for (const name of unknown.slice(0, listBounds.columns))
    report(header, shortened(name, 100), `There is no column "${excerpt(name)}". ${right}`)
  for (const name of missing) report(header, name, `The column "${name}" is missing. ${right}`)
  if (!names || duplicates.length > 0 || unknown.length > 0 || missing.length > 0) return null
  const empty = columns.map((name) => [name, ''])
  const lines: Line<Name>[] = []
  for (const [index, values] of rows.entries()) {
    const place = { file, row: index + 2 }
    if (values.every((value) => value === '')) continue
    if (values.length !== names.length) {
      report(place, null, `This row has ${values.length} cells, and the header has ${names.length}.`)
      continue
    }
    for (const [at, value] of values.entries()) if (/[\0\uFFFD]/.test(value)) report(place, names[at] ?? null, notUtf8)
    const filled = values.map((value, at) => [names[at], value.normalize('NFC')])
    const cells = Object.fromEntries([...empty, ...filled]) as Record<Name, string>
    lines.push({ ...place, cells })
  }
  return lines
}

function recordsOf(file: string, text: string, report: Report): string[][] | null {
  try {
    return parse(text, dialect)
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const message = 'A quote is misplaced. Put the whole cell in quotes and double the quote inside.'
    report({ file, row: Number(error['records']) + 1 }, null, message)
    return null
  }
}
