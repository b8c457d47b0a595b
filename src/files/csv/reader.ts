import { codeFrom, codeRule, codeText, isCode } from '../../domain/codes/code-text.js'
import { type CategoryRef, total } from '../../domain/codes/codes.js'
import { excerpt, textBounds } from '../../domain/input-bounds.js'
import { type Printed, printed } from '../../domain/numbers/decimal.js'
import {
  type Change,
  type Observation,
  qualifiers,
  type ShareBase,
  stageStatus,
  statuses,
} from '../../domain/observations/observation.js'
import { type Period, readPeriod, yearBefore } from '../../domain/periods/period.js'
import { nearest } from '../../domain/text/nearest.js'
import { baseOf, isRate, isUnit, type Unit, units } from '../../domain/units/unit.js'
import type { CsvOptions, Parts, Problem, Reading } from '../input/reader.js'
import { Row, wrong } from '../input/row.js'
import { type Header, readHeader, tooManyColumns } from './header.js'
import { Fault, records } from './records.js'

/**
 * The tidy format, one figure a row, with the columns of header.ts. A row that cannot be read yields its problems and
 * reading goes on; it ends early only without a usable header, or where quotes have lost their sense.
 */
export async function* csv(bytes: AsyncIterable<Uint8Array>, options: CsvOptions): AsyncGenerator<Reading> {
  const { file } = options
  const failed = (row: number, ...problems: Pick<Problem, 'column' | 'found' | 'message'>[]): Reading => ({
    place: { file, row, column: null },
    problems: problems.map((problem) => ({ file, row, ...problem })),
  })
  let row = 0
  let rows = 0
  let names: readonly string[] = []
  let read: ReturnType<typeof figureReader> | null = null
  for await (const batch of records(bytes))
    for (const record of batch) {
      row++
      if (record instanceof Fault) {
        const column = record.index === null ? null : (names[record.index] ?? null)
        yield failed(row, { column, found: record.found, message: record.message })
        if (read === null) return
        rows++
      } else if (record.every((cell) => cell === '')) {
        // Spreadsheets leave such rows behind, of commas where there was once a cell.
      } else if (read !== null) {
        rows++
        yield read(row, record)
      } else {
        const tooMany = tooManyColumns(record.length)
        if (tooMany !== null) return yield failed(row, tooMany)
        const { header, faults } = readHeader(record)
        if (faults) return yield failed(row, ...faults)
        names = header.names
        read = figureReader(header, options)
      }
    }
  const nothing = { column: null, found: null }
  if (read === null) yield failed(1, { ...nothing, message: emptyFile })
  else if (rows === 0) yield failed(row + 1, { ...nothing, message: 'There is no figure below the header.' })
}

const emptyFile = 'The file is empty: its first row names the columns, among them metric, period, value and unit.'

/**
 * Reads the rows below a header of the tidy format. Where cells are empty: no category is TOTAL:ALL, decimals are the
 * printed ones, the status is the stage's or MISSING without a value, a change is on the same period a year before, a
 * share is of the same metric's TOTAL:ALL. Rows of one release stand together, and each names one or none does.
 */
function figureReader(
  header: Header,
  { file, stage, stageOf, pointZero }: CsvOptions,
): (row: number, cells: readonly string[]) => Reading {
  const releaseOf = releaseReader()
  const codeOf = remembered(code)
  const unitOf = remembered(unitFrom)
  const rateOf = remembered(printed)
  const parts: Parts = {
    change: header.changes.length > 0 ? 'change' : null,
    share: header.at.share >= 0 ? 'share' : null,
  }

  return (number, cells) => {
    const row = new Row({ file, row: number, column: null }, header, cells)
    if (cells.length !== header.names.length) {
      const message = `This row has ${cells.length} cells where the header has ${header.names.length}: put a cell that holds a comma in quotes.`
      row.report(null, null, message)
      return row.failed()
    }
    const metric = row.read('metric', codeOf)
    const categories = categoriesOf(row, codeOf)
    const period = row.read('period', readPeriod)
    const unit = row.read('unit', unitOf)
    const value = row.optional('value', printed)
    const isPrinted = unit === undefined || pointZero?.has(unit) !== true
    const decimals = decimalsOf(row, value, isPrinted)
    const qualifier = row.optional('qualifier', qualifierFrom) ?? 'EXACT'
    const status =
      row.optional('status', statusFrom) ??
      (value === null ? 'MISSING' : stageStatus[stageOf?.(releaseText(row.text('release'))) ?? stage])
    const changes = changesOf(row, period, unit, rateOf)
    const share = row.optional('share', rateOf)
    const shareChange = row.optional('share_change', rateOf)
    const shareOf = row.optional('share_of', shareBase)
    const flags = row.note('flags', 'flags')
    const note = { en: row.note('note'), zh: row.note('note_zh') }
    if (value === null && qualifier !== 'EXACT')
      row.report('qualifier', qualifier, 'A qualifier belongs to a value: leave it empty where there is none.')
    if (value && (status === 'MISSING' || status === 'NIL'))
      row.report('status', status, `${status} says that no value was printed: leave out either it or the value.`)
    if (shareOf && share === null && shareChange === null)
      row.report('share_of', row.text('share_of'), 'There is no share that this could belong to: leave it empty.')
    const release = releaseOf(row)
    if (row.problems.length > 0 || !metric || !categories || !period || !unit || value === undefined)
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
    return { place: { ...row.place, column: 'value' }, figure, parts, release }
  }
}

/** A release's code in its one spelling; what is far too long for one is told as it stands. */
const releaseText = (text: string): string => (text.length > textBounds.header.most ? text : codeText(text))

/** Reads the release of row after row; null where they name none. */
function releaseReader(): (row: Row) => string | null {
  let current: string | null = null
  let last = 0
  // By the row in which it ended.
  const ended = new Map<string, number>()
  return (row) => {
    if (row.header.at.release < 0) return null
    const named = releaseText(row.text('release'))
    const report = (message: string) => row.report('release', named, message)
    if (current !== null && named !== current) {
      const end = ended.get(named)
      if (named === '') report('This row names no release, and those above do: write of which it is, in every row.')
      else if (current === '')
        report('This row names a release, and those above name none: write of which they are, in every row or in none.')
      else if (end !== undefined)
        report(`The rows of this release ended in row ${end}: move this one up to them, so that they stand together.`)
      else {
        ended.set(current, last)
        current = named
      }
    }
    current ??= named
    if (named === current) last = row.place.row
    return named || null
  }
}

function categoriesOf(row: Row, code: Parse<string>): readonly CategoryRef[] | undefined {
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

const totalStandsAlone = 'A figure that is broken down is no total: leave this cell empty, or the other dimensions.'

/** The printed digits, or those that the column says; null without a value. `zero`: whether a lone 0 was printed. */
function decimalsOf(row: Row, value: Printed | null | undefined, zero: boolean): number | null | undefined {
  const said = row.optional('decimals', digitsFrom)
  if (said === null && value?.decimals === 1 && !zero && value.value.isInteger()) return 0
  if (said === null) return value?.decimals ?? null
  if (said === undefined || value === undefined) return undefined
  if (value === null) row.report('decimals', String(said), 'Without a value there are no decimals: leave it empty.')
  else if (!value.value.times(`1e${said}`).isInteger())
    row.report('decimals', String(said), `The value ${row.text('value')} has more digits than ${said} decimals allow.`)
  return said
}

function digitsFrom(text: string): number {
  if (/^-?\d{1,2}$/.test(text)) return Number(text) || 0
  return wrong(
    `"${excerpt(text)}" is not a number of digits: write 2 for 41.76, or -3 for 556000 printed to the thousand.`,
  )
}

function changesOf(
  row: Row,
  period: Period | undefined,
  unit: Unit | undefined,
  printed: Parse<Printed>,
): readonly Change[] {
  const changes: Change[] = []
  for (const { change, base } of row.header.changes) {
    const text = row.cells[change] ?? ''
    const baseText = row.cells[base] ?? ''
    if (text === '' && baseText !== '')
      row.report('change_base', baseText, 'There is no change that this is the base of: leave it empty.')
    if (text === '') continue
    const number = row.readText('change', text, printed)
    const on = baseText === '' ? yearBeforeOf(row, period) : row.readText('change_base', baseText, readPeriod)
    if (number === undefined || on === undefined || period === undefined || unit === undefined) continue
    if (on.last >= period.last)
      row.report('change_base', baseText, `A change in ${period.text} is measured against a period before it.`)
    if (changes.some((other) => other.base.text === on.text))
      row.report('change', text, `There are two changes against ${on.text}: keep one of them.`)
    const rate = isRate(unit)
    changes.push({ percent: rate ? null : number, points: rate ? number : null, base: on })
  }
  return changes
}

const yearBeforeOf = (row: Row, period: Period | undefined): Period | undefined =>
  period && row.readText('period', period.text, () => yearBefore(period))

type Parse<T> = (text: string) => T

/** Tables repeat a few texts a million times: what each of them says, where it says something. */
function remembered<T>(parse: Parse<T>): Parse<T> {
  const known = new Map<string, T>()
  return (text) => {
    const seen = known.get(text)
    if (seen !== undefined) return seen
    const read = parse(text)
    if (known.size >= 10_000) known.clear()
    known.set(text, read)
    return read
  }
}

const code = (text: string): string => {
  const found = text.length > textBounds.header.most ? text : codeText(text)
  if (isCode(found)) return found
  if (text === '') return wrong('This cell is empty: it holds a code.')
  const begin = text.slice(0, textBounds.code.most)
  return wrong(`"${excerpt(text, 100)}" is not a code: ${codeRule}, like "${codeFrom(begin)}".`)
}

function unitFrom(text: string): Unit {
  if (isUnit(text)) return text
  if (text === '') return wrong(`This cell is empty: it holds a unit, like CNY_TRILLION; NUMBER where none is stated.`)
  const alike = nearest(text, units)
  return wrong(
    `There is no unit "${excerpt(text, 100)}". Did you mean ${(alike.length > 0 ? alike : units).join(', ')}?`,
  )
}

/** Reads one of a few words. */
const oneOf =
  <Word extends string>(words: readonly Word[]) =>
  (text: string): Word =>
    words.find((word) => word === text) ?? wrong(`"${excerpt(text, 100)}" is none of ${words.join(', ')}.`)
const qualifierFrom = oneOf(qualifiers)
const statusFrom = oneOf(statuses)

/** "EXPORTS", which is its TOTAL:ALL, or "EXPORTS|PRODUCT:SHIPS". */
function shareBase(text: string): ShareBase {
  const [metric = '', category, ...more] = codeText(text.slice(0, textBounds.header.most)).split('|')
  const [dimension = '', of = '', ...rest] =
    category === undefined ? [total.dimension, total.code] : category.split(':')
  if (more.length > 0 || rest.length > 0 || ![metric, dimension, of].every(isCode))
    return wrong(`"${excerpt(text, 100)}" is not what a share is of: write EXPORTS or EXPORTS|PRODUCT:SHIPS.`)
  return { metric, category: { dimension, code: of } }
}
