import { codeRule, isCode } from '../../domain/codes/code-text.js'
import { listBounds } from '../../domain/input-bounds.js'
import { isUnit, type Unit, units } from '../../domain/units/unit.js'
import { formatPath, preview, didYouMean } from '../input/messages.js'
import type { Encoding } from '../input/transcode.js'
import { countPlaceholders, placeholderNames, unknownPlaceholders } from './header-text.js'

/** What a table is for: the month asked for, January to it, or the period asked for as it stands. */
export type Span = 'MONTH' | 'YEAR_TO_DATE' | 'PERIOD'
/** What a symbol in place of a number says. */
export type NoValue = 'NIL' | 'MISSING' | 'NOT_APPLICABLE' | 'CONFIDENTIAL'
/** A header text with {year}, {month}, {number} and {words}; several that will do; null where it does not matter. */
export type HeaderText = string | readonly string[] | null
/** The unit of a column: that of the table, one of its own, or the one that each row says. */
export type ColumnUnit = Unit | 'OF_ROW'

interface Headed<Is extends string> {
  readonly is: Is
  readonly header: readonly HeaderText[]
  readonly optional?: boolean
}
/** A level of the tree that rows make, told by whole labels or by their endings. */
export interface Level {
  readonly name: string
  readonly labels?: readonly string[]
  readonly ends?: readonly string[]
  readonly complete?: boolean
}
/** A column whose cells name what a row's figures are of. */
export interface CategoryColumn extends Headed<'category'> {
  readonly dimension: string
  readonly language: 'EN' | 'ZH' | 'EITHER'
  readonly total?: readonly string[]
  readonly aliases?: Readonly<Record<string, string>>
  readonly codes?: Readonly<Record<string, string>>
  readonly parents?: Readonly<Record<string, string>>
  readonly names?: Readonly<Record<string, string>>
  readonly levels?: readonly Level[]
  readonly indent?: boolean
  readonly ofWhich?: readonly string[]
}
/** A column of numbers; a row may say the metric and the span instead. */
export interface FigureColumn extends Headed<'value' | 'growth' | 'share'> {
  readonly metric?: string
  readonly span?: Span
  readonly decimals?: number
  readonly unit?: ColumnUnit
}
/** A column that says in each row what another leaves open. */
interface WordColumn<Is extends string, Word extends string | null> extends Headed<Is> {
  readonly words: Readonly<Record<string, Word>>
}
/** A column, by what it holds. */
export type TableColumn =
  | CategoryColumn
  | FigureColumn
  | WordColumn<'metric', string>
  | WordColumn<'span', Span>
  | WordColumn<'unit', Unit | null>
  | Headed<'period'>
  | Headed<'nothing'>
/** Where the table says its unit, and what it may say. */
interface UnitLine {
  readonly row: number
  readonly texts: Readonly<Record<string, Unit>>
  readonly besides?: readonly string[]
  readonly decimals?: Readonly<Record<string, number>>
}
/** A title above the header, and the metrics that names stand for in a table that bears it. */
export interface Title {
  readonly text: string
  readonly metrics?: Readonly<Record<string, string>>
}
/** How to read a wide table; maps/table-map.schema.json says what each key means. */
export interface TableMap {
  readonly title: string
  readonly notes?: readonly string[]
  readonly encoding?: Encoding
  readonly sheet?: string
  readonly titles?: readonly Title[]
  readonly header: number
  readonly unit: Unit | UnitLine
  readonly footnotes?: readonly string[]
  readonly symbols?: Readonly<Record<string, NoValue>>
  readonly thousands?: string
  readonly below?: 'growth'
  readonly columns: readonly TableColumn[]
}

/** How a map that its schema allows contradicts itself: a line each, with the JSON path. */
export const tableMapFaults = (map: TableMap): string[] => [
  ...sizeFaults(map),
  ...placeholderFaults(map.sheet ?? '', 'sheet'),
  ...titleFaults(map),
  ...unitFaults(map),
  ...columnFaults(map),
]

/** A map's header texts are compared with every cell of a header, one after the other. */
function sizeFaults({ titles = [], columns, unit, sheet = '' }: TableMap): string[] {
  const ofUnit = typeof unit === 'string' ? [] : [...Object.keys(unit.texts), ...(unit.besides ?? [])]
  const ofColumns = columns.flatMap(({ header }) => header.flatMap((each) => each ?? []))
  const counts: readonly (readonly [path: string, count: number, most: number])[] = [
    ['columns', columns.length, listBounds.columns],
    ['columns', ofColumns.length, most.headerTexts],
    ['unit', ofUnit.length, most.unitTexts],
    ['titles', titles.length, most.titles],
  ]
  const tooMany = counts.filter(([, count, limit]) => count > limit)
  const full = [sheet, ...titles.map(({ text }) => text), ...ofUnit, ...ofColumns].find(
    (text) => countPlaceholders(text) > most.placeholders,
  )
  return [
    ...tooMany.map(
      ([path, count, limit]) => `${path}: There are ${count} texts or columns here, and ${limit} are allowed.`,
    ),
    ...(full === undefined ? [] : [`whole file: ${preview(full)} has more than ${most.placeholders} placeholders.`]),
  ]
}

const most = { headerTexts: 2000, unitTexts: 100, titles: 100, placeholders: 20 }

function titleFaults({ titles = [] }: TableMap): string[] {
  const [first] = titles
  const names = Object.keys(first?.metrics ?? {})
  return titles.flatMap(({ text, metrics = {} }, index) => [
    ...placeholderFaults(text, `titles[${index}].text`),
    ...names
      .filter((name) => !Object.hasOwn(metrics, name))
      .map((name) => `titles[${index}].metrics: It lacks ${name}, which titles[0].metrics has.`),
    ...Object.keys(metrics)
      .filter((name) => !names.includes(name))
      .map((name) => `titles[0].metrics: It lacks ${name}, which titles[${index}].metrics has.`),
  ])
}

const unknownUnit = (text: string, path: string): string[] =>
  isUnit(text) ? [] : [`${path}: There is no unit ${preview(text)}. ${didYouMean(text, units) || units.join(', ')}`]

function unitFaults({ unit, header }: TableMap): string[] {
  if (typeof unit === 'string') return unknownUnit(unit, 'unit')
  const faults = Object.entries(unit.texts).flatMap(([text, each]) => unknownUnit(each, formatPath('unit.texts', text)))
  for (const each of Object.keys(unit.decimals ?? {}))
    if (!Object.values(unit.texts).some((named) => named === each))
      faults.push(`${formatPath('unit.decimals', each)}: No text of "texts" means this unit.`)
  if (unit.row > header) faults.push(`unit.row: ${unit.row} is no header row: there are ${header}.`)
  for (const [index, text] of (unit.besides ?? []).entries())
    faults.push(...placeholderFaults(text, formatPath('unit.besides', index)))
  return faults
}

function columnFaults({ columns, header }: TableMap): string[] {
  const faults: string[] = []
  const seen = new Map<string, string>()
  const once = (what: string, path: string) => {
    const other = seen.get(what)
    if (other !== undefined) faults.push(`${path}: ${other} is of ${what} already.`)
    seen.set(what, other ?? path)
  }
  const unitOf = new Map<string, FigureColumn['unit']>()
  const has = (is: TableColumn['is']) => columns.some((column) => column.is === is)
  for (const [index, column] of columns.entries()) {
    const path = `columns[${index}]`
    if (column.header.length !== header)
      faults.push(
        `${path}.header: It has ${column.header.length} texts for ${header} header rows: write null for none.`,
      )
    for (const [row, texts] of column.header.entries())
      for (const text of typeof texts === 'string' ? [texts] : (texts ?? []))
        faults.push(...placeholderFaults(text, `${path}.header[${row}]`))
    if (column.is === 'category') {
      once(`the dimension ${column.dimension}`, path)
      faults.push(...categoryFaults(column, path))
    } else if (column.is === 'metric' || column.is === 'span' || column.is === 'period') {
      once(`the ${column.is} of a row`, path)
    } else if (column.is === 'unit') {
      once('the unit of a row', path)
      for (const [word, unit] of Object.entries(column.words))
        if (unit !== null) faults.push(...unknownUnit(unit, formatPath(`${path}.words`, word)))
    } else if (column.is !== 'nothing') {
      faults.push(...columnUnitFaults(column, path, has('unit'), unitOf))
      once(`the ${column.is} of ${column.metric ?? 'the metric of a row'} in ${column.span ?? 'its span'}`, path)
      for (const key of ['metric', 'span'] as const) {
        const twice = column[key] !== undefined && has(key)
        if (twice) faults.push(`${path}.${key}: A column of the table says the ${key} already: leave out either.`)
        if (column[key] === undefined && !has(key))
          faults.push(`${path}.${key}: It is missing, and no column of the table says the ${key}.`)
      }
    }
  }
  if (has('unit') && ![...unitOf.values()].includes('OF_ROW'))
    faults.push('columns: Rows say a unit, and no column of figures has "unit": "OF_ROW".')
  if (!has('category')) faults.push('columns: There is no category column: nothing says what a row is of.')
  if (!has('value') && !has('growth') && !has('share')) faults.push('columns: There is no column of figures.')
  return faults
}

/** The columns of one figure are in one unit. */
function columnUnitFaults(
  { metric, span, unit }: FigureColumn,
  path: string,
  ofRow: boolean,
  unitOf: Map<string, FigureColumn['unit']>,
): string[] {
  const figure = `${metric}|${span}`
  const other = unitOf.has(figure) && unitOf.get(figure) !== unit
  unitOf.set(figure, unit)
  if (other) return [`${path}.unit: Another column of the same figure has another unit.`]
  if (unit === undefined) return []
  if (unit === 'OF_ROW') return ofRow ? [] : [`${path}.unit: No column of the table says the unit of a row.`]
  return unknownUnit(unit, `${path}.unit`)
}

const placeholderFaults = (text: string, path: string): string[] =>
  unknownPlaceholders(text).map((found) => `${path}: ${found} is none of ${placeholderNames}.`)

function categoryFaults(
  { dimension, total = [], aliases = {}, codes = {}, parents = {}, levels = [], indent }: CategoryColumn,
  path: string,
): string[] {
  const faults: string[] = []
  if (indent && levels.length > 0) faults.push(`${path}.indent: "levels" tell the tree already: leave out either.`)
  for (const [key, code] of [
    ['dimension', dimension] as const,
    ...Object.entries(codes).map(([label, each]) => [formatPath('codes', label), each] as const),
    ...Object.entries(parents).map(([label, each]) => [formatPath('parents', label), each] as const),
  ])
    if (!isCode(code))
      faults.push(`${path}.${key}: ${preview(code)} is not a code: ${codeRule}, none of them full-width.`)
  if (dimension === 'TOTAL')
    faults.push(`${path}.dimension: TOTAL is no breakdown: name a dimension, and the labels of its total in "total".`)
  for (const [label, target] of Object.entries(aliases))
    if (Object.hasOwn(aliases, target))
      faults.push(
        `${formatPath(`${path}.aliases`, label)}: ${preview(target)} is an alias itself: name what that stands for.`,
      )
  const seen = new Map(total.map((label) => [label, `${path}.total`]))
  for (const [index, { labels = [], ends = [], complete }] of levels.entries()) {
    const level = `${path}.levels[${index}]`
    if (labels.length === 0 && ends.length === 0)
      faults.push(`${level}: Neither "labels" nor "ends" say what is of it.`)
    if (complete && labels.length === 0) faults.push(`${level}.complete: There are no "labels" that could be missing.`)
    for (const label of labels) {
      const other = seen.get(label)
      if (other !== undefined) faults.push(`${level}.labels: ${preview(label)} is in ${other} already.`)
      else if (Object.hasOwn(aliases, label)) faults.push(`${level}.labels: ${preview(label)} is an alias.`)
      seen.set(label, `${level}.labels`)
    }
  }
  return faults
}
