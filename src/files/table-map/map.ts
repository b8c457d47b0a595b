import { isCode } from '../../domain/codes/code-text.js'
import { excerpt, listBounds } from '../../domain/input-bounds.js'
import type { ObservationStatus } from '../../domain/observations/observation.js'
import type { Frequency, Period } from '../../domain/periods/period.js'
import type { Unit } from '../../domain/units/unit.js'
import { formatCount } from '../../errors.js'
import { formatPath, preview } from '../input/messages.js'
import { codeFault, type NamedUnit, unitsAt } from '../input/row.js'
import type { Encoding } from '../input/transcode.js'
import { countPlaceholders, longestMark, matched, placeholderNames, unknownPlaceholders } from './header-text.js'

/** The span of a figure in the table of a month; PERIOD is the period of the table itself. */
export type Span = 'MONTH' | 'YEAR_TO_DATE' | 'PERIOD'
export type NoValue = 'NIL' | 'MISSING' | 'NOT_APPLICABLE' | 'CONFIDENTIAL'
/** The expected header text with the placeholders of header-text.ts, several alternatives, or null for any text. */
export type HeaderText = string | readonly string[] | null
export type ColumnUnit = Unit | 'OF_ROW'

interface Headed<Is extends string> {
  readonly is: Is
  readonly header: readonly HeaderText[]
  readonly optional?: boolean
  readonly fill?: boolean
}
export interface Level {
  readonly name: string
  readonly labels?: readonly string[]
  readonly ends?: readonly string[]
  readonly complete?: boolean
}
export interface CategoryColumn extends Headed<'category'> {
  readonly dimension: string
  readonly language: 'EN' | 'ZH' | 'EITHER'
  readonly total?: readonly string[]
  readonly aliases?: Readonly<Record<string, string>>
  readonly codes?: Readonly<Record<string, string>>
  readonly parents?: Readonly<Record<string, string>>
  readonly names?: Readonly<Record<string, string>>
  readonly begins?: Readonly<Record<string, string>>
  readonly levels?: readonly Level[]
  readonly indent?: boolean
  readonly ofWhich?: readonly string[]
}
export interface FigureColumn extends Headed<'value' | 'growth' | 'share'> {
  readonly metric?: string
  readonly span?: Span
  readonly decimals?: number
  readonly unit?: ColumnUnit
  /** The column stands for one or more adjacent columns, whose headers state their periods. */
  readonly across?: boolean
  readonly zero?: NoValue
  readonly categories?: Readonly<Record<string, string>>
  /** The period of one column of `across`, and the mark of its header, which the reader sets. */
  readonly period?: Period
  readonly mark?: string
}
interface WordColumn<Is extends string, Word extends string | null> extends Headed<Is> {
  readonly words: Readonly<Record<string, Word>>
}
export interface PeriodColumn extends Headed<'period'> {
  readonly part?: 'YEAR' | 'MONTH'
  readonly frequency?: Exclude<Frequency, 'YEAR_TO_DATE'>
}
export type TableColumn =
  | CategoryColumn
  | FigureColumn
  | WordColumn<'metric', string>
  | WordColumn<'span', Span>
  | WordColumn<'unit', Unit | null>
  | PeriodColumn
  | Headed<'flag'>
  | Headed<'nothing'>
/** The statuses of figures by their marks; null is a mark that says nothing about it. */
export type Marks = Readonly<Record<string, ObservationStatus | null>>
interface UnitLine {
  readonly row: number | 'above' | 'below'
  readonly texts: Readonly<Record<string, Unit>>
  readonly besides?: readonly string[]
  readonly decimals?: Readonly<Record<string, number>>
}
interface Title {
  readonly text: string
  readonly metrics?: Readonly<Record<string, string>>
}
/** The map of a wide table; maps/table-map.schema.json describes each key. */
export interface TableMap {
  readonly title: string
  readonly notes?: readonly string[]
  readonly encoding?: Encoding
  readonly delimiter?: ',' | ';' | '\t'
  readonly sheet?: string
  readonly titles?: readonly Title[]
  readonly header: number
  readonly unit: Unit | UnitLine
  readonly before?: number
  readonly footnotes?: readonly string[]
  readonly end?: readonly string[]
  readonly symbols?: Readonly<Record<string, NoValue>>
  readonly marks?: Marks
  readonly thousands?: string
  readonly decimalMark?: '.' | ','
  readonly below?: 'growth'
  readonly columns: readonly TableColumn[]
}

/** Returns the contradictions in a map that conforms to its schema, a line each, with JSON path. */
export const tableMapFaults = (map: TableMap): string[] => [
  ...sizeFaults(map),
  ...placeholderFaults(map.sheet ?? '', 'sheet'),
  ...titleFaults(map),
  ...unitFaults(map),
  ...numberFaults(map),
  ...columnFaults(map),
  ...layoutFaults(map),
]

function sizeFaults({ titles = [], columns, unit, sheet = '' }: TableMap): string[] {
  const ofUnit = typeof unit === 'string' ? [] : [...Object.keys(unit.texts), ...(unit.besides ?? [])]
  const ofColumns = columns.flatMap(({ header }) => header.flatMap((each) => each ?? []))
  const counts: readonly (readonly [path: string, count: number, most: number])[] = [
    ['columns', columns.length, listBounds.columns],
    ['columns', ofColumns.length, most.headerTexts],
    ['unit', ofUnit.length, most.unitTexts],
    ['titles', titles.length, most.titles],
  ]
  const tooMany = counts.flatMap(([path, count, limit]) => {
    const [found, allowed] = [formatCount(count), formatCount(limit)]
    return count > limit ? `${path}: There are ${found} texts or columns here, and ${allowed} are allowed.` : []
  })
  const full = [sheet, ...titles.map(({ text }) => text), ...ofUnit, ...ofColumns].find(
    (text) => countPlaceholders(text) > most.placeholders,
  )
  if (full === undefined) return tooMany
  return [...tooMany, `whole file: ${preview(full)} has more than ${most.placeholders} placeholders.`]
}

const most = { headerTexts: 2000, unitTexts: 100, titles: 100, placeholders: 20 }

function titleFaults({ titles = [] }: TableMap): string[] {
  const [first] = titles
  const names = Object.keys(first?.metrics ?? {})
  return titles.flatMap(({ text, metrics = {} }, index) => [
    ...placeholderFaults(text, `titles[${index}].text`),
    ...names
      .filter((name) => !Object.hasOwn(metrics, name))
      .map((name) => `titles[${index}].metrics: The name ${name} of titles[0].metrics is missing.`),
    ...Object.keys(metrics)
      .filter((name) => !names.includes(name))
      .map((name) => `titles[0].metrics: The name ${name} of titles[${index}].metrics is missing.`),
  ])
}

export const unitsOfTable = ({ unit, columns }: TableMap): readonly NamedUnit[] => [
  ...(typeof unit === 'string' ? [['unit', unit] as const] : unitsAt('unit.texts', unit.texts)),
  ...columns.flatMap((column, index): readonly NamedUnit[] => {
    const path = `columns[${index}]`
    if (column.is === 'unit') return unitsAt(`${path}.words`, column.words)
    return 'unit' in column && column.unit !== 'OF_ROW' ? [[`${path}.unit`, column.unit]] : []
  }),
]

function unitFaults({ unit, header }: TableMap): string[] {
  if (typeof unit === 'string') return []
  const faults: string[] = []
  for (const each of Object.keys(unit.decimals ?? {}))
    if (!Object.values(unit.texts).some((named) => named === each))
      faults.push(`${formatPath('unit.decimals', each)}: This unit does not occur in "texts".`)
  if (typeof unit.row === 'number' && unit.row > header)
    faults.push(`unit.row: ${unit.row} exceeds the number of header rows, ${header}.`)
  for (const [index, text] of (unit.besides ?? []).entries())
    faults.push(...placeholderFaults(text, formatPath('unit.besides', index)))
  return faults
}

function numberFaults({ symbols = {}, marks = {}, thousands, decimalMark }: TableMap): string[] {
  const faults = Object.keys(symbols)
    .filter((text) => /\p{N}/u.test(text))
    .map((text) => `${formatPath('symbols', text)}: A symbol replaces a number, so it cannot contain a digit.`)
  for (const mark of Object.keys(marks))
    if (mark.length > longestMark || /^$|^[\s\d.,'%+-]/.test(mark))
      faults.push(
        `${formatPath('marks', mark)}: A mark follows a number: it has 1 to ${longestMark} characters, and cannot begin with a digit, a separator or %.`,
      )
  if (thousands !== undefined && thousands === decimalMark)
    faults.push(`decimalMark: "${decimalMark}" is the thousands separator already.`)
  return faults
}

function columnFaults({ columns, header }: TableMap): string[] {
  const faults: string[] = []
  const seen = new Map<string, string>()
  const once = (subject: string, path: string) => {
    const other = seen.get(subject)
    if (other !== undefined) faults.push(`${path}: ${other} is ${subject} already.`)
    seen.set(subject, other ?? path)
  }
  const unitOf = new Map<string, FigureColumn['unit']>()
  const has = (is: TableColumn['is']) => columns.some((column) => column.is === is)
  for (const [index, column] of columns.entries()) {
    const path = `columns[${index}]`
    const texts = column.header.length
    if (texts !== header)
      faults.push(`${path}.header: There are ${texts} texts for ${header} header rows. ${writeNull}`)
    for (const [row, texts] of column.header.entries())
      for (const text of typeof texts === 'string' ? [texts] : (texts ?? []))
        faults.push(...placeholderFaults(text, `${path}.header[${row}]`))
    if (column.is === 'category') {
      once(`the dimension ${column.dimension}`, path)
      faults.push(...categoryFaults(column, path))
    } else if (column.is === 'metric' || column.is === 'span') {
      once(`the ${column.is} of a row`, path)
    } else if (column.is === 'period') {
      once(`the ${column.part?.toLowerCase() ?? 'period'} of a row`, path)
    } else if (column.is === 'unit') {
      once('the unit of a row', path)
    } else if (column.is === 'flag') {
      if (figuresOfFlags(columns, index) < 0)
        faults.push(`${path}: The column before it has no figures, to which its flags could belong.`)
    } else if (column.is !== 'nothing') {
      faults.push(...columnUnitFaults(column, path, has('unit'), unitOf))
      faults.push(...ownCategoryFaults(column, columns, path))
      const of = Object.entries(column.categories ?? {}).map((ref) => ` of ${ref.join(':')}`)
      once(`the ${column.is} of ${column.metric ?? 'the metric of a row'}${of.join('')} in ${spanOf(column)}`, path)
      for (const key of ['metric', 'span'] as const) {
        const twice = column[key] !== undefined && has(key)
        if (twice) faults.push(`${path}.${key}: A column of the table states the ${key} already. Remove one of them.`)
        if (column[key] === undefined && !has(key) && !(key === 'span' && column.across))
          faults.push(`${path}.${key}: The key is missing, and no column of the table states the ${key}.`)
      }
    }
  }
  if (has('unit') && ![...unitOf.values()].includes('OF_ROW'))
    faults.push('columns: Rows state a unit, and no column of figures has "unit": "OF_ROW".')
  if (!has('value') && !has('growth') && !has('share')) faults.push('columns: There is no column of figures.')
  return faults
}

function layoutFaults({ columns, before, unit, below }: TableMap): string[] {
  const faults: string[] = []
  const isStated = ({ header }: TableColumn) => header[0] !== null && header[0] !== undefined
  if (before !== undefined && !columns.some(isStated))
    faults.push('before: The first header row has no text by which it can be found.')
  if (typeof unit !== 'string' && unit.row === 'above' && before === undefined)
    faults.push('unit.row: "above" requires "before", the number of rows that may precede the header.')
  const periods = columns.flatMap((column, index) => (column.is === 'period' ? [{ ...column, index }] : []))
  const [whole, year, month] = [undefined, 'YEAR', 'MONTH'].map((part) => periods.find((each) => each.part === part))
  if (whole && (year || month)) faults.push(`columns[${whole.index}]: Other columns state parts of the period already.`)
  const isBelowYears = periods.length === 1 && month !== undefined && columns.every(isOfYears)
  if (month && !year && !isBelowYears)
    faults.push(`columns[${month.index}].part: No column states the year of this month.`)
  for (const { part, frequency, index } of periods)
    if (part !== undefined && frequency !== undefined)
      faults.push(`columns[${index}].frequency: A part of a period has none. Remove one of both keys.`)
  const hasSpan = columns.some(({ is }) => is === 'span')
  for (const [index, column] of columns.entries()) {
    if (below === 'growth' && 'fill' in column && column.fill)
      faults.push(`columns[${index}].fill: Cells are not filled down in a table with growth below its figures.`)
    if (!('across' in column) || !column.across) {
      if (names(column, ['{mark}']))
        faults.push(`columns[${index}].header: {mark} stands beside the period of columns with "across".`)
      continue
    }
    faults.push(...monthFaults(column, `columns[${index}].header`))
    if (hasSpan)
      faults.push(
        `columns[${index}].across: The columns state their periods, so no column of the table can state the span.`,
      )
    const isYear = periods.length === 1 && periods[0]?.part === 'YEAR' && lacksYear(column)
    if (periods.length > 0 && !isYear && !isBelowYears)
      faults.push(`columns[${index}].across: A column of the table states the period already.`)
    if (!names(column, ['{year}', '{yy}', ...partsOfYear]))
      faults.push(
        `columns[${index}].across: The header states no period. Write {year}, {month}, {monthName} or {quarter} where it stands.`,
      )
  }
  return faults
}

/**
 * Returns the place of the figures to which a column of flags belongs, or -1. Between them there may be others of flags
 * and columns that are not read, unless the figures are of columns with `across`.
 */
export function figuresOfFlags(columns: readonly TableColumn[], flag: number): number {
  const at = columns.findLastIndex(({ is }, index) => index < flag && is !== 'flag' && is !== 'nothing')
  const column = columns[at]
  if (column?.is !== 'value' && column?.is !== 'growth' && column?.is !== 'share') return -1
  return column.across && at < flag - 1 ? -1 : at
}

const partsOfYear = ['{month}', '{monthName}', '{monthRoman}', '{quarter}', '{quarterRoman}']

const names = ({ header }: TableColumn, placeholders: readonly string[]): boolean =>
  header.flatMap((texts) => texts ?? []).some((text) => placeholders.some((each) => text.includes(each)))

function spanOf(column: FigureColumn): string {
  if (!column.across) return column.span ?? 'its span'
  const part = partsOfYear.find((each) => names(column, [each]))
  return `${column.span ?? 'PERIOD'} of ${part?.slice(1, -1) ?? 'years'}`
}

function monthFaults(column: FigureColumn, path: string): string[] {
  if (lacksYear(column) || names(column, partsOfYear)) return []
  const isOfMonths = (text: string) =>
    text.split(/\s?[-–—/~]\s?|\s\p{L}{1,5}\s/u).every((part) => matched(part, '{monthName}') !== null)
  return column.header.flatMap((texts, row) =>
    [texts ?? []].flat().flatMap((text) => {
      const message = `"${excerpt(text, 100)}" names months, whose figures are not those of whole years. Write {monthName} for the last one, as in "Jan-{monthName}" with "span": "YEAR_TO_DATE".`
      return isOfMonths(text) ? [`${path}[${row}]: ${message}`] : []
    }),
  )
}

/**
 * Indicates that a column with `across` has headers of months or quarters only: the title, the import or the rows state
 * the year.
 */
export const lacksYear = (column: TableColumn): boolean =>
  'across' in column && column.across === true && !names(column, ['{year}', '{yy}'])

/** Tells columns of figures whose headers state years, to which rows may add their months. */
const isOfYears = (column: TableColumn): boolean =>
  !('span' in column || 'across' in column) ||
  'words' in column ||
  (column.across === true && !lacksYear(column) && !names(column, partsOfYear))

function columnUnitFaults(
  { metric, span, unit, categories = {} }: FigureColumn,
  path: string,
  hasRowUnit: boolean,
  unitOf: Map<string, FigureColumn['unit']>,
): string[] {
  const figure = `${metric}|${span}|${JSON.stringify(categories)}`
  const other = unitOf.has(figure) && unitOf.get(figure) !== unit
  unitOf.set(figure, unit)
  if (other) return [`${path}.unit: Another column of the same figure has a different unit.`]
  if (unit !== 'OF_ROW' || hasRowUnit) return []
  return [`${path}.unit: No column of the table states the unit of a row.`]
}

function ownCategoryFaults({ categories = {} }: FigureColumn, columns: readonly TableColumn[], path: string): string[] {
  const named = columns.flatMap((column) => (column.is === 'category' ? [column.dimension] : []))
  return Object.keys(categories).flatMap((dimension) => {
    const key = formatPath(`${path}.categories`, dimension)
    if (named.includes(dimension)) return [`${key}: A column of the table states the ${dimension} already.`]
    return dimension === 'TOTAL' || !isCode(dimension) ? [`${key}: ${nameDimension}`] : []
  })
}

const writeNull = 'Write null for a row without text.'

const placeholderFaults = (text: string, path: string): string[] =>
  unknownPlaceholders(text).map((found) => `${path}: ${found} is not one of ${placeholderNames}.`)

const nameDimension = 'Name a dimension, and the labels of its total in "total".'

function categoryFaults(
  { dimension, total = [], aliases = {}, codes = {}, parents = {}, begins = {}, levels = [], indent }: CategoryColumn,
  path: string,
): string[] {
  const faults: string[] = []
  if (indent && levels.length > 0) faults.push(`${path}.indent: "levels" define the tree already. Remove one of them.`)
  const checkCode = (key: string, code: string) => {
    if (!isCode(code)) faults.push(`${path}.${key}: ${codeFault(code)}, none of them full-width.`)
  }
  checkCode('dimension', dimension)
  for (const [label, code] of Object.entries(codes)) checkCode(formatPath('codes', label), code)
  for (const [text, code] of Object.entries(begins)) checkCode(formatPath('begins', text), code)
  for (const [label, code] of Object.entries(parents)) checkCode(formatPath('parents', label), code)
  if (dimension === 'TOTAL') faults.push(`${path}.dimension: TOTAL is not a breakdown. ${nameDimension}`)
  for (const [label, target] of Object.entries(aliases))
    if (Object.hasOwn(aliases, target))
      faults.push(`${formatPath(`${path}.aliases`, label)}: ${preview(target)} is itself an alias. Name its target.`)
  const seen = new Map(total.map((label) => [label, `${path}.total`]))
  for (const [index, { labels = [], ends = [], complete }] of levels.entries()) {
    const level = `${path}.levels[${index}]`
    if (labels.length === 0 && ends.length === 0) faults.push(`${level}: "labels" or "ends" is required.`)
    if (complete && labels.length === 0) faults.push(`${level}.complete: "labels" is required.`)
    for (const label of labels) {
      const other = seen.get(label)
      if (other !== undefined) faults.push(`${level}.labels: ${preview(label)} is in ${other} already.`)
      else if (Object.hasOwn(aliases, label)) faults.push(`${level}.labels: ${preview(label)} is an alias.`)
      seen.set(label, `${level}.labels`)
    }
  }
  return faults
}
