import { codeText } from '../../domain/codes/code-text.js'
import { changeColumns, isDimensionCode, tidyColumns } from '../../domain/codes/dimension-code.js'
import { excerpt, listBounds, textBounds } from '../../domain/input-bounds.js'
import { formatCount } from '../../errors.js'
import { didYouMean } from '../input/messages.js'
import { detail, type ProblemDetail } from '../input/reader.js'

export type Column = (typeof tidyColumns)[number]

const required: readonly Column[] = ['metric', 'period', 'value', 'unit']
const repeatable: ReadonlySet<string> = new Set(changeColumns)
const known: ReadonlySet<string> = new Set(tidyColumns)

export interface Header {
  readonly names: readonly string[]
  readonly at: Readonly<Record<Column, number>>
  readonly dimensions: readonly { readonly code: string; readonly at: number }[]
  readonly changes: readonly { readonly change: number; readonly base: number }[]
}

export function tooManyColumns(count: number): ProblemDetail | null {
  if (count <= listBounds.columns) return null
  const [found, most] = [formatCount(count), formatCount(listBounds.columns)]
  return detail(`The header has ${found} columns, and ${most} are allowed. Is this CSV?`)
}

export function readHeader(
  cells: readonly string[],
):
  | { readonly header: Header; readonly faults?: never }
  | { readonly header?: never; readonly faults: readonly ProblemDetail[] } {
  const names = cells.map((name) => (name.length > textBounds.header.most ? name : codeText(name)))
  const present = new Set<string | null>(names)
  const faults: ProblemDetail[] = []
  const fault = (column: string | null, message: string) =>
    faults.push({ column, found: present.has(column) ? column : null, message })
  const seen = new Set<string>()
  const twice = new Set<string>()
  for (const [index, name] of names.entries()) {
    if (!known.has(name) && !isDimensionCode(name)) fault(name, unknownColumn(name, index))
    else if (seen.has(name) && !repeatable.has(name)) twice.add(name)
    seen.add(name)
  }
  for (const name of twice) fault(name, `The column "${name}" occurs twice. A row holds one figure: keep one of them.`)
  for (const name of required) if (!seen.has(name)) fault(name, `The column "${name}" is missing.`)
  const inTwoColumns = seen.has('dimension') || seen.has('category')
  if (seen.has('dimension') !== seen.has('category'))
    fault(seen.has('dimension') ? 'category' : 'dimension', oneIsMissing)
  const byDimension = names.filter(isDimensionCode)
  if (byDimension.length > 0 && inTwoColumns) fault(byDimension[0] ?? null, twoBreakdowns)
  if (byDimension.length === 0 && !inTwoColumns) fault(null, noBreakdown)
  const changes = positions(names, 'change')
  const bases = positions(names, 'change_base')
  if (bases.length > 0 && bases.length !== changes.length)
    fault('change_base', 'Each column "change" needs its own column "change_base", in the same order.')
  if (faults.length > 0) return { faults }
  const header = {
    names,
    at: Object.fromEntries(tidyColumns.map((name) => [name, names.indexOf(name)])) as Record<Column, number>,
    dimensions: byDimension.sort((a, b) => (a < b ? -1 : 1)).map((code) => ({ code, at: names.indexOf(code) })),
    changes: changes.map((change, order) => ({ change, base: bases[order] ?? -1 })),
  }
  return { header }
}

const oneIsMissing = 'The columns "dimension" and "category" go together, and one of them is missing.'
const twoBreakdowns =
  'A file has either the columns "dimension" and "category" or columns named by dimensions, not both.'
const noBreakdown =
  'No column states the breakdown: add the columns "dimension" and "category", or a column for each dimension, named by its code in capitals, like PRODUCT. Their cells may be empty.'

function unknownColumn(name: string, index: number): string {
  if (/[\uFFFD\0]/.test(name)) return 'The header is not text in UTF-8. Save the file as CSV in UTF-8.'
  if (name === '') return `Column ${index + 1} has no name. Name or remove it.`
  const advice = didYouMean(name, tidyColumns)
  return `There is no column "${excerpt(name, 100)}".${advice && ` ${advice}`} The columns are ${tidyColumns.join(', ')}, and for a dimension its code in capitals.`
}

const positions = (names: readonly string[], wanted: string): number[] =>
  names.flatMap((name, index) => (name === wanted ? [index] : []))
