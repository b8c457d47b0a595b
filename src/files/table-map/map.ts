import { isCode } from '../../domain/codes/code-text.js'
import { listBounds } from '../../domain/input-bounds.js'
import { isUnit, type Unit, units } from '../../domain/units/unit.js'
import { formatCount } from '../../errors.js'
import { formatPath, preview } from '../input/messages.js'
import { notCode, unitFault } from '../input/row.js'
import type { Encoding } from '../input/transcode.js'
import { countPlaceholders, placeholderNames, unknownPlaceholders } from './header-text.js'

/** The span of a figure in the table of a month, or the period of the table itself. */
export type Span = 'MONTH' | 'YEAR_TO_DATE' | 'PERIOD'
export type NoValue = 'NIL' | 'MISSING' | 'NOT_APPLICABLE' | 'CONFIDENTIAL'
/** An expected header text with the placeholders {year}, {month}, {number} and {words}, several alternatives, or null for any text. */
export type HeaderText = string | readonly string[] | null
export type ColumnUnit = Unit | 'OF_ROW'

interface Headed<Is extends string> {
  readonly is: Is
  readonly header: readonly HeaderText[]
  readonly optional?: boolean
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
  readonly levels?: readonly Level[]
  readonly indent?: boolean
  readonly ofWhich?: readonly string[]
}
export interface FigureColumn extends Headed<'value' | 'growth' | 'share'> {
  readonly metric?: string
  readonly span?: Span
  readonly decimals?: number
  readonly unit?: ColumnUnit
}
interface WordColumn<Is extends string, Word extends string | null> extends Headed<Is> {
  readonly words: Readonly<Record<string, Word>>
}
export type TableColumn =
  | CategoryColumn
  | FigureColumn
  | WordColumn<'metric', string>
  | WordColumn<'span', Span>
  | WordColumn<'unit', Unit | null>
  | Headed<'period'>
  | Headed<'nothing'>
interface UnitLine {
  readonly row: number
  readonly texts: Readonly<Record<string, Unit>>
  readonly besides?: readonly string[]
  readonly decimals?: Readonly<Record<string, number>>
}
export interface Title {
  readonly text: string
  readonly metrics?: Readonly<Record<string, string>>
}
/** A map of a wide table. maps/table-map.schema.json describes each key. */
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

/** Returns the contradictions in a map that conforms to its schema, a line each, with JSON path. */
export const tableMapFaults = (map: TableMap): string[] => [
  ...sizeFaults(map),
  ...placeholderFaults(map.sheet ?? '', 'sheet'),
  ...titleFaults(map),
  ...unitFaults(map),
  ...columnFaults(map),
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
  const tooMany = counts.filter(([, count, limit]) => count > limit)
  const full = [sheet, ...titles.map(({ text }) => text), ...ofUnit, ...ofColumns].find(
    (text) => countPlaceholders(text) > most.placeholders,
  )
  return [
    ...tooMany.map(
      ([path, count, limit]) =>
        `${path}: There are ${formatCount(count)} texts or columns here, and ${formatCount(limit)} are allowed.`,
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
      .map((name) => `titles[${index}].metrics: The name ${name} of titles[0].metrics is missing.`),
    ...Object.keys(metrics)
      .filter((name) => !names.includes(name))
      .map((name) => `titles[0].metrics: The name ${name} of titles[${index}].metrics is missing.`),
  ])
}

const unknownUnit = (text: string, path: string): string[] =>
  isUnit(text) ? [] : [`${path}: ${unitFault(text, `The units are ${units.join(', ')}.`)}`]

function unitFaults({ unit, header }: TableMap): string[] {
  if (typeof unit === 'string') return unknownUnit(unit, 'unit')
  const faults = Object.entries(unit.texts).flatMap(([text, each]) => unknownUnit(each, formatPath('unit.texts', text)))
  for (const each of Object.keys(unit.decimals ?? {}))
    if (!Object.values(unit.texts).some((named) => named === each))
      faults.push(`${formatPath('unit.decimals', each)}: This unit does not occur in "texts".`)
  if (unit.row > header) faults.push(`unit.row: ${unit.row} exceeds the number of header rows, ${header}.`)
  for (const [index, text] of (unit.besides ?? []).entries())
    faults.push(...placeholderFaults(text, formatPath('unit.besides', index)))
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
    if (column.header.length !== header)
      faults.push(
        `${path}.header: There are ${column.header.length} texts for ${header} header rows. Write null for a row without text.`,
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
        if (twice) faults.push(`${path}.${key}: A column of the table states the ${key} already. Remove one of them.`)
        if (column[key] === undefined && !has(key))
          faults.push(`${path}.${key}: The key is missing, and no column of the table states the ${key}.`)
      }
    }
  }
  if (has('unit') && ![...unitOf.values()].includes('OF_ROW'))
    faults.push('columns: Rows state a unit, and no column of figures has "unit": "OF_ROW".')
  if (!has('category')) faults.push('columns: There is no category column.')
  if (!has('value') && !has('growth') && !has('share')) faults.push('columns: There is no column of figures.')
  return faults
}

function columnUnitFaults(
  { metric, span, unit }: FigureColumn,
  path: string,
  hasRowUnit: boolean,
  unitOf: Map<string, FigureColumn['unit']>,
): string[] {
  const figure = `${metric}|${span}`
  const other = unitOf.has(figure) && unitOf.get(figure) !== unit
  unitOf.set(figure, unit)
  if (other) return [`${path}.unit: Another column of the same figure has a different unit.`]
  if (unit === undefined) return []
  if (unit === 'OF_ROW') return hasRowUnit ? [] : [`${path}.unit: No column of the table states the unit of a row.`]
  return unknownUnit(unit, `${path}.unit`)
}

const placeholderFaults = (text: string, path: string): string[] =>
  unknownPlaceholders(text).map((found) => `${path}: ${found} is not one of ${placeholderNames}.`)

function categoryFaults(
  { dimension, total = [], aliases = {}, codes = {}, parents = {}, levels = [], indent }: CategoryColumn,
  path: string,
): string[] {
  const faults: string[] = []
  if (indent && levels.length > 0) faults.push(`${path}.indent: "levels" define the tree already. Remove one of them.`)
  for (const [key, code] of [
    ['dimension', dimension] as const,
    ...Object.entries(codes).map(([label, each]) => [formatPath('codes', label), each] as const),
    ...Object.entries(parents).map(([label, each]) => [formatPath('parents', label), each] as const),
  ])
    if (!isCode(code)) faults.push(`${path}.${key}: ${notCode(code)}, none of them full-width.`)
  if (dimension === 'TOTAL')
    faults.push(
      `${path}.dimension: TOTAL is not a breakdown. Name a dimension, and the labels of its total in "total".`,
    )
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
