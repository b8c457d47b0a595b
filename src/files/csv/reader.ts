import { codeFrom, codeText, isCode } from '../../domain/codes/code-text.js'
import { type CategoryRef, total } from '../../domain/codes/codes.js'
import { excerpt, textBounds } from '../../domain/input-bounds.js'
import { type Printed, printed } from '../../domain/numbers/decimal.js'
import {
  type Change,
  type Observation,
  qualifiers,
  stageStatus,
  statuses,
} from '../../domain/observations/observation.js'
import { type Period, readPeriod, yearBefore } from '../../domain/periods/period.js'
import { unescapeFormula } from '../../domain/text/spreadsheet.js'
import { baseOf, type Unit } from '../../domain/units/unit.js'
import { refuse } from '../../errors.js'
import { memoizeByText } from '../../lib/memo.js'
import { type CsvOptions, detail, failure, type Parts, type Place, type Reading } from '../input/reader.js'
import { boundedNote, changeIn, codeFault, Row, unitFrom, unitsExplained } from '../input/row.js'
import { parseShareBase } from '../input/share-base.js'
import { type Column, type Header, readHeader, tooManyColumns } from './header.js'
import { cellCountFault, Fault, records } from './records.js'

/**
 * Reads the tidy format: one observation a row, with the columns of header.ts. A row with faults yields its problems and
 * reading continues. Reading ends early if the header is unusable or a quote is never closed.
 */
export async function* csv(bytes: AsyncIterable<Uint8Array>, options: CsvOptions): AsyncGenerator<Reading> {
  const placeOf = (row: number): Place => ({ file: options.file, row, column: null })
  let row = 0
  let rows = 0
  let names: readonly string[] = []
  let read: ReturnType<typeof figureReader> | null = null
  for await (const batch of records(bytes))
    for (const record of batch) {
      row++
      if (record instanceof Fault) {
        yield failure(placeOf(row), record.detail(names))
        if (read === null) return
        rows++
      } else if (record.every((cell) => cell === '')) {
        // Spreadsheets leave rows of commas behind where cells were cleared.
      } else if (read !== null) {
        rows++
        yield read(placeOf(row), record)
      } else {
        const tooMany = tooManyColumns(record.length)
        if (tooMany !== null) return yield failure(placeOf(row), tooMany)
        const { header, faults } = readHeader(record)
        if (faults) return yield failure(placeOf(row), ...faults)
        names = header.names
        read = figureReader(header, options)
      }
    }
  if (read === null) yield failure(placeOf(1), detail(emptyFile))
  else if (rows === 0) yield failure(placeOf(row + 1), detail('There is no figure below the header.'))
}

const emptyFile = 'The file is empty: its first row names the columns, among them metric, period, value and unit.'

class TidyRow extends Row {
  readonly header: Header
  readonly cells: readonly string[]

  constructor(place: Place, header: Header, cells: readonly string[]) {
    super(place)
    this.header = header
    this.cells = cells
  }

  text(column: Column): string {
    const at = this.header.at[column]
    return at < 0 ? '' : (this.cells[at] ?? '') // reading index -1 of an array is slow
  }

  read<T>(column: Column, parse: (text: string) => T): T | undefined {
    return this.readText(column, this.text(column), parse)
  }

  optional<T>(column: Column, parse: (text: string) => T): T | null | undefined {
    const text = this.text(column)
    return text === '' ? null : this.readText(column, text, parse)
  }
}

/**
 * Returns a function that reads the rows below a header. Empty cells have defaults: the category TOTAL:ALL, the printed
 * decimals, the status of the stage (MISSING without a value), the change on a year before, and the share of the same
 * metric's TOTAL:ALL. Rows of one release are adjacent, and either all rows name a release or none does.
 */
function figureReader(
  header: Header,
  { stage, stageOf, pointZero }: CsvOptions,
): (place: Place, cells: readonly string[]) => Reading {
  const releaseOf = releaseReader()
  // Tables repeat a few texts a million times.
  const codeOf = memoizeByText(code)
  const unitOf = memoizeByText(unit)
  const rateOf = memoizeByText(printed)
  const parts: Parts = {
    change: header.changes.length > 0 ? 'change' : null,
    share: header.at.share >= 0 ? 'share' : null,
  }

  return (place, cells) => {
    const row = new TidyRow(place, header, cells)
    if (cells.length !== header.names.length) {
      row.report(null, null, cellCountFault(cells.length, header.names.length))
      return row.failed()
    }
    const dataset = row.optional('dataset', codeOf)
    const metric = row.read('metric', codeOf)
    const categories = categoriesOf(row, codeOf)
    const period = row.read('period', readPeriod)
    const unit = row.read('unit', unitOf)
    const value = row.optional('value', printed)
    const decimals = decimalsOf(row, value, unit === undefined || pointZero?.has(unit) !== true)
    const qualifier = row.optional('qualifier', oneOf(qualifiers)) ?? 'EXACT'
    const status =
      row.optional('status', oneOf(statuses)) ??
      (value === null ? 'MISSING' : stageStatus[stageOf?.(releaseText(row.text('release'))) ?? stage])
    const changes = changesOf(row, period, unit, rateOf)
    const share = row.optional('share', rateOf)
    const shareChange = row.optional('share_change', rateOf)
    const shareOf = row.optional('share_of', parseShareBase)
    const flags = row.optional('flags', (text) => unescapeFormula(boundedNote(text, 'flags'))) ?? null
    const note = { en: row.optional('note', noteFrom) ?? null, zh: row.optional('note_zh', noteFrom) ?? null }
    if (value === null && qualifier !== 'EXACT')
      row.report('qualifier', qualifier, 'A qualifier requires a value. Leave the cell empty if there is no value.')
    if (value && (status === 'MISSING' || status === 'NIL'))
      row.report('status', status, `${status} says that no value was printed. Remove the status or the value.`)
    if (shareOf && share === null && shareChange === null)
      row.report('share_of', row.text('share_of'), 'This row has no share. Leave the cell empty.')
    const release = releaseOf(row)
    if (
      row.problems.length > 0 ||
      !metric ||
      !categories ||
      !period ||
      !unit ||
      value === undefined ||
      dataset === undefined
    )
      return row.failed()
    const figure: Observation = {
      metric,
      categories,
      period,
      unit: value === null ? baseOf(unit) : unit,
      value: value === null ? null : value.value,
      decimals: decimals ?? null,
      qualifier,
      status,
      flags,
      changes,
      share: share ?? null,
      shareOf: shareOf ?? (share || shareChange ? { metric, category: total } : null),
      shareChange: shareChange ?? null,
      note,
    }
    return { place: { ...row.place, column: 'value' }, figure, parts, dataset, release }
  }
}

const releaseText = (text: string): string => (text.length > textBounds.header.most ? text : codeText(text))

function releaseReader(): (row: TidyRow) => string | null {
  let current: string | null = null
  let last = 0
  const lastRowOf = new Map<string, number>()
  return (row) => {
    if (row.header.at.release < 0) return null
    const named = releaseText(row.text('release'))
    const report = (message: string) => row.report('release', named, message)
    if (current !== null && named !== current) {
      const end = lastRowOf.get(named)
      if (named === '') report('This row names no release, and the rows above do. Name the release in every row.')
      else if (current === '')
        report('This row names a release, and the rows above do not. Name the release in every row or in none.')
      else if (end !== undefined)
        report(`The rows of this release ended in row ${end}. Move this row up, so that they are adjacent.`)
      else {
        lastRowOf.set(current, last)
        current = named
      }
    }
    current ??= named
    if (named === current) last = row.place.row
    return named || null
  }
}

function categoriesOf(row: TidyRow, code: Parse<string>): readonly CategoryRef[] | undefined {
  const { at, dimensions } = row.header
  if (at.dimension >= 0) {
    if (row.text('dimension') === '' && row.text('category') === '') return [total]
    const dimension = row.read('dimension', code)
    const category = row.read('category', code)
    return dimension === undefined || category === undefined ? undefined : [{ dimension, code: category }]
  }
  const found: CategoryRef[] = []
  for (const { code: dimension, at: index } of dimensions) {
    const text = row.cells[index] ?? ''
    if (text === '') continue
    const category = row.readText(dimension, text, code)
    if (category !== undefined) found.push({ dimension, code: category })
  }
  if (found.length > 1 && found.some(({ dimension }) => dimension === total.dimension))
    row.report(total.dimension, row.cells[row.header.names.indexOf(total.dimension)] ?? null, totalStandsAlone)
  return found.length > 0 ? found : [total]
}

const totalStandsAlone = 'TOTAL cannot be combined with other dimensions. Leave this cell or the others empty.'

/** Returns the printed or the stated decimals, null without a value. `zero` is false if a sole decimal 0 was not printed. */
function decimalsOf(row: TidyRow, value: Printed | null | undefined, zero: boolean): number | null | undefined {
  const stated = row.optional('decimals', digitsFrom)
  if (stated === null && value?.decimals === 1 && !zero && value.value.isInteger()) return 0
  if (stated === null) return value?.decimals ?? null
  if (stated === undefined || value === undefined) return undefined
  if (value === null)
    row.report('decimals', String(stated), 'Decimals require a value. Leave the cell empty if there is no value.')
  else if (!value.value.times(`1e${stated}`).isInteger())
    row.report(
      'decimals',
      String(stated),
      `The value ${row.text('value')} has more digits than ${stated} decimals allow.`,
    )
  return stated
}

function digitsFrom(text: string): number {
  if (/^-?\d{1,2}$/.test(text)) return Number(text) || 0
  const advice = 'write 2 for 41.76, or -3 for 556000 printed to the thousand'
  return refuse(`"${excerpt(text)}" is not a number of decimals: ${advice}.`)
}

function changesOf(
  row: TidyRow,
  period: Period | undefined,
  unit: Unit | undefined,
  printed: Parse<Printed>,
): readonly Change[] {
  const changes: Change[] = []
  for (const { change, base } of row.header.changes) {
    const text = row.cells[change] ?? ''
    const baseText = row.cells[base] ?? ''
    if (text === '' && baseText !== '')
      row.report('change_base', baseText, 'This base belongs to no change. Leave the cell empty.')
    if (text === '') continue
    const number = row.readText('change', text, printed)
    const on = baseText === '' ? yearBeforeOf(row, period) : row.readText('change_base', baseText, readPeriod)
    if (number === undefined || on === undefined || period === undefined || unit === undefined) continue
    if (on.last >= period.last)
      row.report('change_base', baseText, `The base of a change in ${period.text} must be an earlier period.`)
    if (changes.some((other) => other.base.text === on.text))
      row.report('change', text, `There are two changes against ${on.text}. Keep one of them.`)
    changes.push(changeIn(unit, number, on))
  }
  return changes
}

const yearBeforeOf = (row: TidyRow, period: Period | undefined): Period | undefined =>
  period && row.readText('period', period.text, () => yearBefore(period))

const noteFrom = (text: string): string => unescapeFormula(boundedNote(text))

type Parse<T> = (text: string) => T

const code = (text: string): string => {
  const found = text.length > textBounds.header.most ? text : codeText(text)
  if (isCode(found)) return found
  if (text === '') return refuse('This cell is empty, and a code is expected.')
  return refuse(`${codeFault(text)}, like "${codeFrom(text.slice(0, textBounds.code.most))}".`)
}

const parseUnit = (text: string): Unit => unitFrom(unitsExplained())(text)

const unit = (text: string): Unit =>
  text === ''
    ? refuse('This cell is empty, and a unit is expected, like CNY_TRILLION. Without a unit, write NUMBER.')
    : parseUnit(text)

const oneOf =
  <Word extends string>(words: readonly Word[]) =>
  (text: string): Word =>
    words.find((word) => word === text) ?? refuse(`"${excerpt(text, 100)}" is not one of ${words.join(', ')}.`)
