import { excerpt, listBounds } from '../../domain/input-bounds.js'
import type { Text } from '../../domain/text/language.js'
import { unescapeFormula } from '../../domain/text/spreadsheet.js'
import type { UnitInfo, UnitRow } from '../../domain/units/unit.js'
import { formatCount } from '../../errors.js'
import { didYouMean } from '../input/messages.js'
import { type Line, type Report, removal, shownTextFault } from './lines.js'

export const unitColumns = ['measure', 'factor', 'symbol', 'pattern_en', 'pattern_zh'] as const

type UnitLine = Line<'code' | 'name_en' | 'name_zh' | (typeof unitColumns)[number]>
type Known = ReadonlyMap<string, Pick<UnitInfo, 'base' | 'exponent' | 'row'>>

const exponents = { least: -12, most: 18 }
const reserved = ['OF_ROW'] // a word of table maps

/** Reads units, each a power of ten of its measure. An empty cell keeps the text of a known unit, and "-" removes it. */
export function unitsOf(lines: readonly UnitLine[], others: readonly UnitInfo[], report: Report): UnitRow[] {
  const known: Known = new Map(others.map((info) => [info.unit, info]))
  const found = new Map<string, UnitLine>()
  for (const line of lines) {
    const { code } = line.cells
    const twin = found.get(code)
    const fault = unitCodeFault(code)
    if (fault !== null) report(line, 'code', fault)
    else if (twin) report(line, 'code', `"${code}" occurs already in row ${twin.row}.`)
    else found.set(code, line)
  }
  const count = new Set([...known.keys(), ...found.keys()]).size
  const [first] = lines
  if (first !== undefined && count > listBounds.units) {
    const message = `There would be ${formatCount(count)} units, and ${formatCount(listBounds.units)} are allowed.`
    report(first, 'code', message)
    return []
  }
  return [...found.values()].flatMap((line) => unitOf(line, found, known, report) ?? [])
}

function unitCodeFault(code: string): string | null {
  const shown = `"${excerpt(code, 100)}"`
  if (reserved.includes(code)) return `${shown} is a word of table maps. Choose another code.`
  if (/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/.test(code) && code.length <= 50) return null
  return `${shown} is not the code of a unit: write capital letters A to Z, digits and single underscores, at most 50, as in BARREL_THOUSAND.`
}

function unitOf(line: UnitLine, found: ReadonlyMap<string, UnitLine>, known: Known, report: Report): UnitRow | null {
  const { code, measure } = line.cells
  const before = known.get(code)
  const exponent = exponentOf(line, before, report)
  if (exponent === null) return null
  const fault = measureFault(line, exponent, found, known)
  if (fault !== null) {
    report(line, 'measure', fault)
    return null
  }
  if (before !== undefined && (before.base !== measure || before.exponent !== exponent)) {
    const what = `${code} is 10^${before.exponent} ${before.base}, and its measure and factor never change.`
    report(line, before.base === measure ? 'factor' : 'measure', `${what} Add a unit with another code.`)
    return null
  }
  const own = before?.row
  const text = (column: Exclude<keyof UnitLine['cells'], 'code' | 'measure' | 'factor'>, old: string | null = null) =>
    textOf(line, column, old, report)
  return {
    code,
    measure,
    exponent,
    name: { en: text('name_en', own?.name.en), zh: text('name_zh', own?.name.zh) },
    symbol: text('symbol', own?.symbol),
    pattern: patternsOf(
      line,
      { en: text('pattern_en', own?.pattern.en), zh: text('pattern_zh', own?.pattern.zh) },
      report,
    ),
  }
}

function exponentOf(line: UnitLine, before: Pick<UnitInfo, 'exponent'> | undefined, report: Report): number | null {
  const { factor, code, measure } = line.cells
  if (factor === '' && before !== undefined) return before.exponent
  if (factor === '' && code === measure) return 0
  const isPower = factor.length <= 20 && /^(10*|0\.0*1)$/.test(factor)
  const exponent = factor.startsWith('0') ? 2 - factor.length : factor.length - 1
  if (isPower && exponent >= exponents.least && exponent <= exponents.most) return exponent
  const stated = factor === '' ? 'The factor is missing' : `"${excerpt(factor)}" is not a factor`
  const rule = `write how many ${excerpt(measure)} one ${code} has, as a power of ten in digits: 1000, 10000 or 0.1, from 10^${exponents.least} to 10^${exponents.most}. A unit with another factor is a measure of its own.`
  report(line, 'factor', `${stated}: ${rule}`)
  return null
}

function measureFault(line: UnitLine, exponent: number, found: ReadonlyMap<string, UnitLine>, known: Known) {
  const { code, measure } = line.cells
  if (measure === code)
    return exponent === 0 ? null : `${code} is the base unit of its own measure, so its factor must be 1.`
  const base = known.get(measure)?.base ?? found.get(measure)?.cells.measure
  if (base === measure) return null
  const shown = `"${excerpt(measure, 100)}"`
  if (base !== undefined) return `${shown} is not a base unit, but a unit of ${excerpt(base, 100)}. Name the base unit.`
  const bases = [...known].flatMap(([unit, info]) => (info.base === unit ? [unit] : []))
  const added = [...found].flatMap(([unit, { cells }]) => (cells.measure === unit ? [unit] : []))
  const hint = didYouMean(measure, [...bases, ...added])
  return `There is no unit ${shown}. ${hint} Add a row for the base unit, with its own code as the measure and the factor 1.`.replace(
    '  ',
    ' ',
  )
}

function textOf(line: UnitLine, column: keyof UnitLine['cells'], old: string | null, report: Report): string | null {
  const cell = line.cells[column]
  if (cell === '') return old
  if (cell === removal) return null
  const text = unescapeFormula(cell)
  const fault = shownTextFault(text, 'unit')
  if (fault !== null) report(line, column, `This text ${fault}`)
  return text
}

function patternsOf(line: UnitLine, pattern: Text, report: Report): Text {
  for (const [column, text] of [
    ['pattern_en', pattern.en],
    ['pattern_zh', pattern.zh],
  ] as const)
    if (text !== null && text.split('{}').length !== 2)
      report(line, column, `"${excerpt(text)}" needs {} once, where the number stands, as in "{} barrels".`)
  return pattern
}
