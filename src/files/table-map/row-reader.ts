import { type CategoryRef, total } from '../../domain/codes/codes.js'
import { excerpt, textBounds } from '../../domain/input-bounds.js'
import { type Printed, printed } from '../../domain/numbers/decimal.js'
import { type Observation, type ReleaseStage, stageStatus } from '../../domain/observations/observation.js'
import { type Period, parsePeriod, yearBefore } from '../../domain/periods/period.js'
import { baseOf, type Unit } from '../../domain/units/unit.js'
import { formatCount, refuse } from '../../errors.js'
import { getOwn } from '../input/messages.js'
import { changeIn } from '../input/row.js'
import { flagsIn, statusOf } from './flag-text.js'
import type { TableHead } from './header.js'
import {
  type ColumnUnit,
  type FigureColumn,
  figuresOfFlags,
  type NoValue,
  type Span,
  type TableColumn,
  type TableMap,
} from './map.js'
import { plainNumber, unmarked } from './number-text.js'
import { rowPeriod } from './row-period.js'
import { SplitYears } from './split-years.js'

type Part = FigureColumn['is']

interface Group {
  readonly metric: string | null
  readonly span: Span | null
  readonly unit: ColumnUnit | null
  readonly period: Period | null
  readonly at: Readonly<Record<Part, number>>
  readonly first: number
  readonly categories: readonly CategoryRef[]
  readonly flagsAt: readonly number[]
  readonly mark: string | null
}

interface RowFacts {
  readonly categories: readonly CategoryRef[]
  readonly metric: string | null
  readonly span: Span | null
  /** The unit is null for a row without one, whose columns in that unit have no figure. */
  readonly unit: Unit | null
  readonly period: Period | null
  readonly marks: readonly string[]
}

export type ReadCell = <T>(index: number, parse: (text: string) => T) => T | undefined

export function rowReader(map: TableMap, head: TableHead, stage: ReleaseStage) {
  const groups = groupsOf(map.columns)
  const wordsAt = (is: 'metric' | 'span' | 'unit') => map.columns.findIndex((column) => column.is === is)
  const [metricAt, spanAt, unitAt] = [wordsAt('metric'), wordsAt('span'), wordsAt('unit')]
  const periods = map.columns.flatMap((column, at) => (column.is === 'period' ? [{ at, column }] : []))
  const periodAt = periods[0]?.at ?? -1
  const splitYears = new SplitYears()
  const isAcross = groups.every(({ period }) => period !== null)

  function facts(cell: ReadCell, categories: readonly CategoryRef[]): RowFacts | undefined {
    const metric = metricAt < 0 ? null : cell(metricAt, (text) => oneOf(text, map.columns[metricAt]))
    const span = spanAt < 0 ? null : cell(spanAt, (text) => oneOf(text, map.columns[spanAt]) as Span | null)
    const unit = unitAt < 0 ? null : cell(unitAt, (text) => oneOf(text, map.columns[unitAt]) as Unit | null)
    const ofRow = periodAt < 0 ? undefined : rowPeriod(periods, cell, splitYears, map.marks)
    const stated = periodAt < 0 ? head.period : ofRow?.period
    const period = stated && periodAt >= 0 ? cell(periodAt, () => expectedPeriod(stated, head.period)) : stated
    if (metric === undefined || span === undefined || unit === undefined) return undefined
    if (period === undefined || (period === null && !isAcross)) return undefined
    const byMonth = groups.some((group) => group.period === null && (group.span ?? span) !== 'PERIOD')
    // A table without these columns was refused with its header.
    if (byMonth && period !== null && period.frequency !== 'MONTHLY')
      return cell(periodAt < 0 ? spanAt : periodAt, () => refuse(`${period.text} is not a month. ${noMonth}`))
    return { categories, metric, span, unit, period, marks: ofRow?.marks ?? [] }
  }

  function figures(cell: ReadCell, row: RowFacts | undefined) {
    return groups.map((group): { readonly group: Group; readonly figure?: Observation } => {
      const { at } = group
      const unit = group.unit === 'OF_ROW' ? (row?.unit ?? null) : (group.unit ?? head.unit)
      const most = group.unit === null && typeof map.unit === 'object' ? map.unit.decimals?.[head.unit] : undefined
      const read = (text: string, is: Part) =>
        unit === null && row ? noNumber(text, map) : numberOf(text, map, at[is], is === 'value' ? most : undefined)
      const part = (is: Part) => (at[is] < 0 ? null : cell(at[is], (text) => read(text, is)))
      const [value, growth, share] = [part('value'), part('growth'), part('share')]
      const metric = group.metric ?? row?.metric
      const span = group.span ?? row?.span
      // Beside columns of periods, rows state either their year or their month.
      const inYear = group.period && periodAt >= 0 && row?.period ? withYear(group.period, row.period) : group.period
      const of = inYear ?? row?.period ?? null
      const period = row && span && of && periodOf(span, of)
      const failed =
        value === undefined || growth === undefined || share === undefined || !row || !metric || !period || !unit
      const base = !failed && isPrinted(growth) ? cell(at.growth, () => yearBefore(period)) : null
      if (failed || base === undefined) return { group }
      const number = isPrinted(value) ? value : null
      // A mark after growth says nothing about the level beside it.
      const ofLevel = number === null ? [growth, share] : [number]
      const printed = ofLevel.flatMap((each) => (isPrinted(each) ? (each.mark ?? []) : []))
      const found = group.flagsAt.map((flagAt) => cell(flagAt, (text) => flagsIn(text, map.marks)))
      if (found.includes(undefined)) return { group }
      const stated = found.flatMap((flags) => flags ?? [])
      const flags = [...printed, ...(group.mark === null ? [] : [group.mark]), ...row.marks, ...stated]
      const own = [number?.mark ?? [], group.mark ?? [], row.marks, stated].flat()
      const status = cell(at.value < 0 ? group.first : at.value, () => statusOf(own, map.marks, number !== null))
      if (status === undefined) return { group }
      const missing = isPrinted(value) || value === null ? 'MISSING' : value
      const figure: Observation = {
        metric,
        categories: breakdownOf(
          group.categories.length > 0 ? [...row.categories, ...group.categories] : row.categories,
        ),
        period,
        unit: number ? unit : baseOf(unit),
        value: number?.value ?? null,
        decimals: number?.decimals ?? null,
        qualifier: 'EXACT',
        status: number ? (status ?? stageStatus[stage]) : (status ?? missing),
        flags: flags.length > 0 ? [...new Set(flags)].join(' ') : null,
        changes: base && isPrinted(growth) ? [changeIn(unit, printedOf(growth), base)] : [],
        share: isPrinted(share) ? printedOf(share) : null,
        shareOf: isPrinted(share) ? { metric, category: total } : null,
        shareChange: null,
        note: { en: null, zh: null },
      }
      return { group, figure }
    })
  }

  return { facts, figures }
}

function groupsOf(columns: readonly TableColumn[]): Group[] {
  const groups = new Map<string, Group>()
  for (const [index, column] of columns.entries()) {
    if (column.is === 'flag') {
      const figures = figuresOfFlags(columns, index)
      const [key = '', group] = [...groups].find(([, { at }]) => Object.values(at).includes(figures)) ?? []
      if (group) groups.set(key, { ...group, flagsAt: [...group.flagsAt, index] })
    }
    if (column.is !== 'value' && column.is !== 'growth' && column.is !== 'share') continue
    const { metric = null, span = null, unit = null, period = null, mark = null } = column
    const key = `${metric}|${span}|${period?.text ?? ''}|${JSON.stringify(column.categories ?? {})}`
    const group = groups.get(key) ?? {
      metric,
      span,
      unit,
      period,
      at: { value: -1, growth: -1, share: -1 },
      first: index,
      categories: ownCategories(column),
      flagsAt: [],
      mark,
    }
    groups.set(key, { ...group, at: { ...group.at, [column.is]: index } })
  }
  return [...groups.values()]
}

const ownCategories = ({ categories = {} }: FigureColumn): readonly CategoryRef[] =>
  Object.entries(categories).map(([dimension, code]) => ({ dimension, code }))

const breakdownOf = (categories: readonly CategoryRef[]): readonly CategoryRef[] =>
  categories.length === 0 ? [total] : categories.toSorted((a, b) => (a.dimension < b.dimension ? -1 : 1))

const longest = textBounds.number.most

interface Marked extends Printed {
  readonly mark?: string
}

const isPrinted = (part: Marked | NoValue | null | undefined): part is Marked =>
  typeof part === 'object' && part !== null

const printedOf = ({ value, decimals }: Marked): Printed => ({ value, decimals })

function numberOf(text: string, map: TableMap, index: number, mostInUnit: number | undefined): Marked | NoValue {
  const { symbols, columns } = map
  const symbol = getOwn(symbols, isOverflow(text) ? overflow : text)
  if (symbol) return symbol
  if (isOverflow(text)) return refuse(tooNarrow)
  const column = columns[index]
  if (text === '') return refuse(`This cell is empty, and a number${listed(symbols)} is expected.`)
  if (text.length > longest)
    return refuse(`This cell has ${formatCount(text.length)} characters, and ${longest} are allowed in a number.`)
  const [digits, mark] = unmarked(text, map.marks)
  const number = printed(plainNumber(digits, map))
  const most = (column && 'decimals' in column ? column.decimals : undefined) ?? mostInUnit
  if (most !== undefined && number.decimals > most)
    return refuse(
      `This column has at most ${most} decimals, and ${text} has ${number.decimals}. Is the point a decimal point?`,
    )
  const isZero = column?.is === 'value' && column.zero !== undefined && number.value.isZero()
  if (isZero && column.zero) return column.zero
  return mark === null ? number : { ...number, mark }
}

/** The symbol of maps for any number of "#", which programs show in a column too narrow for its number. */
export const overflow = '###'

export const isOverflow = (text: string): boolean => /^#{2,}$/.test(text)

const tooNarrow =
  'This cell shows "#" because its column was too narrow for the number. Widen the column and save again, or add "###": "MISSING" to the symbols of the map.'

function noNumber(text: string, { symbols }: TableMap): null {
  return text === '' || getOwn(symbols, text)
    ? null
    : refuse('This row has no unit, so the cell cannot contain a number.')
}

const listed = (symbols: Readonly<Record<string, NoValue>> = {}): string =>
  Object.entries(symbols)
    .map(([symbol, status]) => ` or "${symbol}" (${status})`)
    .join('')

function oneOf(text: string, column: TableColumn | undefined): string | null {
  const words: Readonly<Record<string, string | null>> = column && 'words' in column ? column.words : {}
  const meant = getOwn(words, text)
  return meant === undefined ? refuse(`"${excerpt(text, 100)}" is not one of ${Object.keys(words).join(', ')}.`) : meant
}

function expectedPeriod(period: Period, expected: Period | null): Period {
  if (expected && expected.text !== period.text)
    return refuse(
      `This row is of ${period.text}, and the period of the import is ${expected.text}. Remove the row or the period.`,
    )
  return period
}

/** Joins the period of a column with the year, or below years with the month, of a row. */
const withYear = (ofColumn: Period, ofRow: Period): Period =>
  ofRow.frequency === 'MONTHLY'
    ? parsePeriod(`${ofColumn.text}${ofRow.text.slice(4)}`)
    : parsePeriod(`${ofRow.text.slice(0, 4)}${ofColumn.text.slice(4)}`)

const noMonth = 'This row has figures of a month or a year to date, so it needs a month, like 2024-12.'

const periodOf = (span: Span, period: Period): Period =>
  span === 'YEAR_TO_DATE' ? parsePeriod(`${period.text.slice(0, 4)}-01/${period.text}`) : period
