import { codeText } from '../../domain/codes/code-text.js'
import { listBounds, type TextKind, textFault } from '../../domain/input-bounds.js'
import { unescapeFormula } from '../../domain/text/spreadsheet.js'
import type { Line, Report } from './sheet.js'

/** Stands in a cell where what there is is to be taken away; an empty cell leaves it. */
export const nothing = '-'

const codes: ReadonlySet<string> = new Set(['dimension', 'code', 'parent', 'members', 'identity'])
const texts: Readonly<Record<string, TextKind>> = { name_en: 'name', name_zh: 'name', description: 'description' }

/** Lines of code lists with codes in their one spelling. Texts that are too long, or hold control characters, are reported. */
export function withinBounds<Name extends string>(
  lines: readonly Line<Name>[] | null,
  report: Report,
): readonly Line<Name>[] | null {
  return lines?.map((line) => ({ ...line, cells: cellsOf(line, report) })) ?? null
}

function cellsOf<Name extends string>(line: Line<Name>, report: Report): Line<Name>['cells'] {
  const cells = Object.entries<string>(line.cells).map(([column, text]) => {
    if (codes.has(column)) return [column, codeText(text)]
    const kind = texts[column]
    const fault = kind === undefined ? null : textFault(text, kind)
    if (fault !== null) report(line, column, `This text ${fault.message}`)
    return [column, text]
  })
  return Object.fromEntries(cells)
}

/** A cell as `CodeListRows` has it: null for one that is empty, an empty text for one that takes away. */
export const said = (cell: string): string | null =>
  cell === '' ? null : cell === nothing ? '' : unescapeFormula(cell)

/** Left out where the cell is empty. */
export function synonymsOf(line: Line<'synonyms'>, report: Report): { synonyms?: readonly string[] } {
  const { synonyms: cell } = line.cells
  if (cell === '') return {}
  const words = cell === nothing ? [] : unescapeFormula(cell).split(/[;；]/)
  const synonyms = words.map((word) => word.trim()).filter((word) => word !== '')
  const fault = synonyms.map((word) => textFault(word, 'synonym')).find((each) => each !== null)
  if (fault) report(line, 'synonyms', `A synonym ${fault.message}`)
  if (synonyms.length > listBounds.synonyms)
    report(line, 'synonyms', `There are ${synonyms.length} synonyms, and ${listBounds.synonyms} are allowed.`)
  return { synonyms }
}

/** Left out where the cell is empty. */
export const identityOf = ({ cells: { identity } }: Line<'identity'>): { identity?: string } =>
  identity === '' ? {} : { identity: identity === nothing ? '' : identity.trim() }
