import type { Unit } from '../../domain/units/unit.js'
import type { Encoding } from '../transcode.js'

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
export interface WordColumn<Is extends string, Word extends string | null> extends Headed<Is> {
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
export interface UnitLine {
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
