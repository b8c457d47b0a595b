import { readdir, readFile } from 'node:fs/promises'
import { isUnit, type Unit, units } from '../domain/unit.js'
import { Refusal } from '../errors.js'
import { checkSchema, pathOf, type Schema, shown, suggestion } from './schema-check.js'
import type { Encoding } from './transcode.js'

/** What a table is for: the month asked for, January to it, or the period asked for as it stands. */
export type Span = 'MONTH' | 'YEAR_TO_DATE' | 'PERIOD'
/** What a symbol in place of a number says. */
export type NoValue = 'NIL' | 'MISSING' | 'NOT_APPLICABLE' | 'CONFIDENTIAL'
/** A header text with {year}, {month} and {number}; several that will do; null where it does not matter. */
export type HeaderText = string | readonly string[] | null

interface Headed<Is extends string> {
  readonly is: Is
  readonly header: readonly HeaderText[]
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
  readonly language: 'EN' | 'ZH'
  readonly total?: readonly string[]
  readonly aliases?: Readonly<Record<string, string>>
  readonly codes?: Readonly<Record<string, string>>
  readonly parents?: Readonly<Record<string, string>>
  readonly names?: Readonly<Record<string, string>>
  readonly levels?: readonly Level[]
}
/** A column of numbers; a row may say the metric and the span instead. */
export interface FigureColumn extends Headed<'value' | 'growth' | 'share'> {
  readonly metric?: string
  readonly span?: Span
  readonly decimals?: number
}
/** A column that says in each row what another leaves open. */
export interface WordColumn<Is extends string, Word extends string> extends Headed<Is> {
  readonly words: Readonly<Record<string, Word>>
}
/** A column, by what it holds. */
export type TableColumn =
  | CategoryColumn
  | FigureColumn
  | WordColumn<'metric', string>
  | WordColumn<'span', Span>
  | Headed<'period'>
  | Headed<'nothing'>
/** Where the table says its unit, and what it may say. */
export interface UnitLine {
  readonly row: number
  readonly texts: Readonly<Record<string, Unit>>
  readonly besides?: readonly string[]
}
/** How to read a wide table; maps/table-map.schema.json says what each key means. */
export interface TableMap {
  readonly title: string
  readonly notes?: readonly string[]
  readonly encoding?: Encoding
  readonly header: number
  readonly unit: Unit | UnitLine
  readonly footnotes?: readonly string[]
  readonly symbols?: Readonly<Record<string, NoValue>>
  readonly thousands?: string
  readonly columns: readonly TableColumn[]
}

const folder = new URL('../../src/readers/maps/', import.meta.url)
const schemaName = 'table-map.schema.json'

/** The names of the maps that ship, in order: files that name the schema, as other formats may have maps of their own. */
export async function tableMaps(): Promise<string[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.json')).sort()
  const maps = files.map(async (file) => {
    const { $schema } = JSON.parse(await readFile(new URL(file, folder), 'utf8')) as { readonly $schema?: string }
    return $schema === `./${schemaName}` ? [file.slice(0, -'.json'.length)] : []
  })
  return (await Promise.all(maps)).flat()
}

/** A map that ships, by its name; BAD_USER_INPUT with the nearest names where there is none. */
export async function tableMap(name: string): Promise<TableMap> {
  const names = await tableMaps()
  if (!names.includes(name)) {
    const advice = suggestion(name, names) || `The maps are ${names.join(', ')}.`
    throw new Refusal('BAD_USER_INPUT', `There is no map "${name.slice(0, 100)}". ${advice}`)
  }
  return parseTableMap(await readFile(new URL(`${name}.json`, folder), 'utf8'), `${name}.json`)
}

/** The JSON Schema of maps, as it is published. */
export const tableMapSchema = async (): Promise<Schema> =>
  JSON.parse(await readFile(new URL(schemaName, folder), 'utf8')) as Schema

/** A map from its JSON; BAD_USER_INPUT names everything that is wrong: a line each, with file and JSON path. */
export async function parseTableMap(text: string, file: string): Promise<TableMap> {
  const refuse = (faults: readonly string[]) => {
    throw new Refusal('BAD_USER_INPUT', faults.map((fault) => `${file}, ${fault}`).join('\n'))
  }
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    return refuse([`the whole: This is not JSON: ${(error as Error).message}.`])
  }
  const faults = checkSchema(value, await tableMapSchema())
  if (faults.length > 0) return refuse(faults)
  const map = value as TableMap
  const contradictions = [...unitFaults(map), ...columnFaults(map)]
  return contradictions.length > 0 ? refuse(contradictions) : map
}

function unitFaults({ unit, header }: TableMap): string[] {
  const unknown = (text: string, path: string) =>
    isUnit(text) ? [] : [`${path}: There is no unit ${shown(text)}. ${suggestion(text, units) || units.join(', ')}`]
  if (typeof unit === 'string') return unknown(unit, 'unit')
  const faults = Object.entries(unit.texts).flatMap(([text, each]) => unknown(each, pathOf('unit.texts', text)))
  if (unit.row > header) faults.push(`unit.row: ${unit.row} is no header row: there are ${header}.`)
  for (const [index, text] of (unit.besides ?? []).entries())
    faults.push(...placeholderFaults(text, pathOf('unit.besides', index)))
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
    } else if (column.is !== 'nothing') {
      once(`the ${column.is} of ${column.metric ?? 'the metric of a row'} in ${column.span ?? 'its span'}`, path)
      for (const key of ['metric', 'span'] as const) {
        const twice = column[key] !== undefined && has(key)
        if (twice) faults.push(`${path}.${key}: A column of the table says the ${key} already: leave out either.`)
        if (column[key] === undefined && !has(key))
          faults.push(`${path}.${key}: It is missing, and no column of the table says the ${key}.`)
      }
    }
  }
  if (!has('category')) faults.push('columns: There is no category column: nothing says what a row is of.')
  if (!has('value') && !has('growth') && !has('share')) faults.push('columns: There is no column of figures.')
  return faults
}

const placeholderFaults = (text: string, path: string): string[] =>
  [...text.matchAll(/\{.*?\}/g)].flatMap(([found]) =>
    /^\{(year|month|number)\}$/.test(found) ? [] : [`${path}: ${found} is none of {year}, {month}, {number}.`],
  )

function categoryFaults({ dimension, total = [], aliases = {}, levels = [] }: CategoryColumn, path: string): string[] {
  const faults: string[] = []
  if (dimension === 'TOTAL')
    faults.push(`${path}.dimension: TOTAL is no breakdown: name a dimension, and the labels of its total in "total".`)
  for (const [label, target] of Object.entries(aliases))
    if (Object.hasOwn(aliases, target))
      faults.push(
        `${pathOf(`${path}.aliases`, label)}: ${shown(target)} is an alias itself: name what that stands for.`,
      )
  const seen = new Map(total.map((label) => [label, `${path}.total`]))
  for (const [index, { labels = [], ends = [], complete }] of levels.entries()) {
    const level = `${path}.levels[${index}]`
    if (labels.length === 0 && ends.length === 0)
      faults.push(`${level}: Neither "labels" nor "ends" say what is of it.`)
    if (complete && labels.length === 0) faults.push(`${level}.complete: There are no "labels" that could be missing.`)
    for (const label of labels) {
      const other = seen.get(label)
      if (other !== undefined) faults.push(`${level}.labels: ${shown(label)} is in ${other} already.`)
      else if (Object.hasOwn(aliases, label)) faults.push(`${level}.labels: ${shown(label)} is an alias.`)
      seen.set(label, `${level}.labels`)
    }
  }
  return faults
}
