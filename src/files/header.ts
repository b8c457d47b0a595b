import { codeText, isCode } from '../domain/codes/code-text.js'
import { listBounds, textBounds } from '../domain/input-bounds.js'
import { nearest } from '../domain/text/nearest.js'

/** The columns of the tidy format, beside those that are named by a dimension's code. */
export const columns = [
  'metric',
  'dimension',
  'category',
  'period',
  'value',
  'unit',
  'decimals',
  'qualifier',
  'status',
  'flags',
  'change',
  'change_base',
  'share',
  'share_of',
  'share_change',
  'note',
  'note_zh',
  'release',
] as const
export type Column = (typeof columns)[number]

const required: readonly Column[] = ['metric', 'period', 'value', 'unit']
const repeatable: ReadonlySet<string> = new Set(['change', 'change_base'])
const known: ReadonlySet<string> = new Set(columns)

/** Which cell of a record holds what, from 0. */
export interface Header {
  readonly names: readonly string[]
  /** The one cell of a column; -1 where the file has none. */
  readonly at: Readonly<Record<Column, number>>
  /** Columns named by a dimension, in order of its code. */
  readonly dimensions: readonly { readonly code: string; readonly at: number }[]
  /** Each change with its base period; -1 where that has no column. */
  readonly changes: readonly { readonly change: number; readonly base: number }[]
}

/** What is wrong with a header, and with which of its columns; `found` is null where that is missing. */
export interface HeaderFault {
  readonly column: string | null
  readonly found: string | null
  readonly message: string
}

/** What is wrong with a header of so many columns; null where nothing is. */
export const tooManyColumns = (count: number): HeaderFault | null =>
  count <= listBounds.columns
    ? null
    : {
        column: null,
        found: null,
        message: `The header has ${count} columns, and ${listBounds.columns} are allowed: is it CSV?`,
      }

/** What a file's first record says of its columns, or everything that is wrong with it. */
export function readHeader(
  given: readonly string[],
):
  | { readonly header: Header; readonly faults?: never }
  | { readonly header?: never; readonly faults: readonly HeaderFault[] } {
  const names = given.map((name) => (name.length > textBounds.header.most ? name : codeText(name)))
  const present = new Set<string | null>(names)
  const faults: HeaderFault[] = []
  const fault = (column: string | null, message: string) =>
    faults.push({ column, found: present.has(column) ? column : null, message })
  const seen = new Set<string>()
  const twice = new Set<string>()
  for (const [index, name] of names.entries()) {
    if (!known.has(name) && !isDimension(name)) fault(name, unknownColumn(name, index))
    else if (seen.has(name) && !repeatable.has(name)) twice.add(name)
    seen.add(name)
  }
  for (const name of twice) fault(name, `There are several columns "${name}": one figure a row, so keep one of them.`)
  for (const name of required) if (!seen.has(name)) fault(name, `The column "${name}" is missing.`)
  if (seen.has('dimension') !== seen.has('category'))
    fault(
      seen.has('dimension') ? 'category' : 'dimension',
      'Of the columns "dimension" and "category" one is missing: they go together.',
    )
  const byDimension = names.filter(isDimension)
  if (byDimension.length > 0 && (seen.has('dimension') || seen.has('category')))
    fault(
      byDimension[0] ?? null,
      `A file has either the columns "dimension" and "category" or columns named by dimensions, not both.`,
    )
  if (byDimension.length === 0 && !seen.has('dimension') && !seen.has('category'))
    fault(
      null,
      'Nothing says what figures are broken down by: add the columns "dimension" and "category", or a column for each dimension, named by its code in capitals like PRODUCT. Their cells may be empty.',
    )
  const changes = positions(names, 'change')
  const bases = positions(names, 'change_base')
  if (bases.length > 0 && bases.length !== changes.length)
    fault('change_base', 'Where there is a column "change_base", each column "change" has its own, in the same order.')
  if (faults.length > 0) return { faults }
  const header = {
    names,
    at: Object.fromEntries(columns.map((name) => [name, names.indexOf(name)])) as Record<Column, number>,
    dimensions: byDimension.sort((a, b) => (a < b ? -1 : 1)).map((code) => ({ code, at: names.indexOf(code) })),
    changes: changes.map((change, order) => ({ change, base: bases[order] ?? -1 })),
  }
  return { header }
}

/** A code in capitals, or in a script that has none; not a known column that was written in capitals. */
const isDimension = (name: string): boolean =>
  isCode(name) && /\p{L}/u.test(name) && name === name.toUpperCase() && !known.has(name.toLowerCase())

function unknownColumn(name: string, index: number): string {
  if (name.includes('\uFFFD')) return 'The header is not text in UTF-8: save the file as CSV in UTF-8.'
  if (name === '') return `Column ${index + 1} has no name: take it out, or name it.`
  const alike = nearest(name, columns)
  const advice = alike.length > 0 ? `Did you mean ${alike.map((each) => `"${each}"`).join(' or ')}? ` : ''
  return `There is no column "${name.slice(0, 100)}". ${advice}The columns are ${columns.join(', ')}, and for a dimension its code in capitals.`
}

const positions = (names: readonly string[], wanted: string): number[] =>
  names.flatMap((name, index) => (name === wanted ? [index] : []))
