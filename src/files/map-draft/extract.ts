import { placeholder } from '../maps/map-files.js'
import { openStatus, statusOfYear } from './across.js'
import type { Role } from './categories.js'
import type { Cells } from './cells.js'
import { isNamedBy } from './codes.js'
import type { Grid } from './grid.js'
import { statusInNotes } from './label-marks.js'

/** The columns of an extract from a database. The ids are numbers that are no figures, beside a column of values. */
export interface Extract {
  readonly value: Cells | null
  readonly ids: ReadonlySet<Cells>
  readonly flags: ReadonlySet<Cells>
}

const valueName =
  /^(?:obs[ _]?)?(?:value|valeur|valor|wert|valore|waarde|wartość|värde|værdi|verdi|arvo|hodnota|значение)$/iu
const idName = /(?:^|[ _])d?g?u?id$/i
const technicalName = /^(?:vector|coordinate|decimals?|scalar[ _]id)$/i
const flagName = /^(?:obs[ _])?(?:status|symbols?|flags?(?: codes?)?|conf(?:identiality)?(?:[ _]status)?|footnotes?)$/i

export function extractOf(columns: readonly Cells[]): Extract {
  const at = columns.findIndex(({ isFigure, name }) => isFigure && valueName.test(name))
  const [value = null] = at < 0 ? [] : [columns[at] as Cells]
  if (value === null) return { value, ids: new Set(), flags: new Set() }
  const isTwin = (cells: Cells) =>
    columns.some((each) => each !== cells && !each.isFigure && isNamedBy(cells, each) && isNamedBy(each, cells))
  const isId = (cells: Cells) => {
    const isConstant = cells.distinct.size === 1 && cells.values.length > 1
    return technicalName.test(cells.name) || (idName.test(cells.name) && (isConstant || isTwin(cells)))
  }
  const isOfFlags = ({ name, isFigure, values }: Cells) =>
    !isFigure && flagName.test(name) && values.length > 0 && values.every((text) => /^[^\d\s]{1,3}$/u.test(text))
  return { value, ids: new Set(columns.filter(isId)), flags: new Set(columns.slice(at + 1).filter(isOfFlags)) }
}

/** Describes a column of flags, of which those of figures without a value have other statuses than the rest. */
export function flagRole({ cells, distinct }: Cells, value: Cells, grid: Grid): Role {
  const statusOf = (mark: string): string => {
    const known = statusInNotes(grid, mark) ?? (/^[pre]$/.test(mark) ? statusOfYear(mark) : null)
    const isAlone = cells.every((text, row) => text !== mark || !/\d/.test(value.cells[row] ?? ''))
    return known ?? (isAlone ? placeholder(`the status of "${mark}" without a value: ${valueless}`) : openStatus(mark))
  }
  const marks = Object.fromEntries([...distinct].sort().map((mark) => [mark, statusOf(mark)]))
  return { is: 'flag', marks, guess: `has flags of "${value.name}": ${Object.keys(marks).join(', ')}.` }
}

const valueless = 'CONFIDENTIAL, NOT_APPLICABLE or null'
