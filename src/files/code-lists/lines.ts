import { CsvError, parse } from 'csv-parse/sync'
import { excerpt, listBounds, shortened } from '../../domain/input-bounds.js'
import { formatCount } from '../../errors.js'
import { dialect } from '../csv/records.js'
import { notUtf8 } from '../input/row.js'

export interface Line<Name extends string> {
  readonly file: string
  readonly row: number
  readonly cells: Readonly<Record<Name, string>>
}

export type Report = (
  place: { readonly file: string; readonly row: number },
  column: string | null,
  message: string,
) => void

/**
 * Reads the rows of a small CSV file with the given columns, in any order. The cells of absent optional columns are empty.
 * Reports rows with a wrong number of cells, and returns null for unknown columns or misplaced quotes.
 */
export function readLines<Name extends string>(
  file: string,
  text: string,
  columns: readonly Name[],
  report: Report,
  needed = columns,
): Line<Name>[] | null {
  const records = recordsOf(file, text, report)
  if (!records) return null
  const [names, ...rows] = records
  const header = { file, row: 1 }
  if (names && names.length > listBounds.columns) {
    report(
      header,
      null,
      `The header has ${formatCount(names.length)} columns, and ${formatCount(listBounds.columns)} are allowed.`,
    )
    return null
  }
  const duplicates = names?.filter((name, index) => names.indexOf(name) !== index) ?? []
  const unknown = names?.filter((name) => !columns.some((column) => column === name)) ?? []
  const missing = needed.filter((column) => !names?.includes(column))
  const least =
    needed.length < columns.length ? ` Only ${needed.join(' and ')} ${needed.length > 1 ? 'are' : 'is'} required.` : ''
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
