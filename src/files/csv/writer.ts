import { type CategoryRef, categoryText, total } from '../../domain/codes/codes.js'
import { changeColumns, isDimensionCode, lastColumns, levelColumns } from '../../domain/codes/dimension-code.js'
import type { ShareBase } from '../../domain/observations/observation.js'
import type { PrintedChange, PrintedObservation } from '../../domain/observations/printed.js'
import { seriesKey } from '../../domain/observations/series-key.js'
import { isYearBefore } from '../../domain/periods/period.js'
import { escapeFormula } from '../../domain/text/spreadsheet.js'
import { baseOf, isRate } from '../../domain/units/unit.js'
import { Refusal } from '../../errors.js'
import { memoizeByObject } from '../../lib/memo.js'
import type { Table } from '../output/table.js'

export interface CsvOptions {
  readonly dimensions: readonly string[]
  readonly changes: number
  /** Adds a column `release`, for a history with adjacent rows of a release. */
  readonly release: boolean
}

/**
 * Writes observations in the tidy CSV format, a text for each batch. Throws BAD_USER_INPUT for a dimension that cannot name
 * a column, and an Error for an observation that does not fit the columns.
 */
export const writeCsv = (
  batches: AsyncIterable<readonly PrintedObservation[]>,
  options: CsvOptions,
): AsyncGenerator<string> => writeLines(headOf(options), batches, rowWriter(options))

export async function* writeLines<T>(
  header: string,
  batches: AsyncIterable<readonly T[]>,
  lineOf: (item: T) => string,
): AsyncGenerator<string> {
  let text = header
  for await (const batch of batches) {
    for (const item of batch) text += lineOf(item)
    yield text
    text = ''
  }
  if (text !== '') yield text
}

export const quoteCell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** Writes a text cell by RFC 4180, escaped so that a spreadsheet does not read a formula. Null gives an empty cell. */
export const textCell = (text: string | null): string => (text === null ? '' : quoteCell(escapeFormula(text)))

const dimensionColumns = ({ dimensions }: CsvOptions): readonly string[] =>
  dimensions.length > 0 ? dimensions : [total.dimension]

function headOf(options: CsvOptions): string {
  const dimensions = dimensionColumns(options)
  const unnamed = dimensions.filter((code) => !isDimensionCode(code))
  if (unnamed.length > 0) {
    const message = `The dimension ${unnamed.map((code) => `"${code}"`).join(', ')} cannot name a column of this format, which requires a code in capitals, or in a script without case, that differs from other columns. Exclude its figures.`
    throw new Refusal('BAD_USER_INPUT', message)
  }
  const changes = Array.from({ length: options.changes }, () => changeColumns).flat()
  const release = options.release ? ['release'] : []
  return `${['dataset', 'metric', ...dimensions, ...levelColumns, ...changes, ...lastColumns, ...release].join(',')}\n`
}

function rowWriter(options: CsvOptions): (figure: PrintedObservation) => string {
  const indexes = new Map(dimensionColumns(options).map((code, index) => [code, index]))
  const releaseCell = releaseWriter()
  // Observations of one category share their list of categories.
  const cellsOf = memoizeByObject((categories: readonly CategoryRef[]) => categoryCells(categories, indexes))
  const noChanges = ',,'.repeat(options.changes)
  // Most observations share these parts with the one before.
  let last: PrintedObservation | null = null
  let [lead, middle, end, tail, plain] = ['', '', '', '', '']
  return (figure) => {
    const { categories, value, decimals, flags, note } = figure
    const { cells, lost } = cellsOf(categories)
    if (lost !== null) unfit(figure, `there is no column ${lost}`)
    if (last === null || !isAlike(figure, last)) {
      const { dataset, metric, period, unit, qualifier, status } = figure
      lead = `${dataset},${metric},`
      middle = `,${period.text},`
      end = `,${unit},`
      tail = qualifier === 'EXACT' ? `,,${status},` : `,${qualifier},${status},`
      plain = end + tail
      last = figure
    }
    let row = lead + cells + middle + (value ?? '')
    // Otherwise a reader might count the zero as not printed.
    row +=
      (decimals !== null && decimals < 0) || (decimals === 1 && value?.endsWith('.0')) ? end + decimals + tail : plain
    if (flags !== null) row += textCell(flags)
    row += figure.changes.length > 0 ? changeCells(figure, options.changes) : noChanges
    row += figure.shareOf === null && figure.share === null && figure.shareChange === null ? ',,,' : shareCells(figure)
    row += note.en === null && note.zh === null ? ',,' : `,${textCell(note.en)},${textCell(note.zh)}`
    return options.release ? `${row},${releaseCell(figure)}\n` : `${row}\n`
  }
}

const isAlike = (one: PrintedObservation, other: PrintedObservation): boolean =>
  one.period === other.period &&
  one.metric === other.metric &&
  one.unit === other.unit &&
  one.status === other.status &&
  one.qualifier === other.qualifier &&
  one.dataset === other.dataset

function categoryCells(categories: readonly CategoryRef[], indexes: ReadonlyMap<string, number>) {
  const cells = new Array<string>(indexes.size).fill('')
  for (const { dimension, code } of categories) {
    const index = indexes.get(dimension)
    if (index !== undefined) cells[index] = code
    else if (categories.length > 1 || dimension !== total.dimension || code !== total.code)
      return { cells: '', lost: dimension }
  }
  return { cells: cells.join(','), lost: null }
}

function changeCells(figure: PrintedObservation, columns: number): string {
  const { changes, period } = figure
  if (changes.length > columns)
    unfit(figure, `it has ${changes.length} changes, and the file has columns for ${columns}`)
  let cells = ''
  for (const change of changes)
    cells += `,${changeNumber(figure, change)},${isYearBefore(change.base, period) ? '' : change.base.text}`
  return cells + ',,'.repeat(columns - changes.length)
}

function changeNumber(figure: PrintedObservation, { percent, points }: PrintedChange): string {
  const [right, wrong, expected] = isRate(figure.unit)
    ? [points, percent, 'percentage points']
    : [percent, points, 'percent']
  if (right === null || wrong !== null)
    return unfit(figure, `a change of a value in ${figure.unit} must be in ${expected}`)
  return right
}

function shareCells(figure: PrintedObservation): string {
  const { share, shareOf, shareChange } = figure
  if (shareOf === null || (share === null && shareChange === null)) return unfit(figure, 'a share requires its base')
  return `,${share ?? ''},${shareBaseText(shareOf)},${shareChange ?? ''}`
}

export const shareBaseText = ({ metric, category }: ShareBase): string =>
  category.dimension === total.dimension && category.code === total.code
    ? metric
    : `${metric}|${categoryText(category)}`

function releaseWriter(): (figure: PrintedObservation) => string {
  const begun = new Set<string>()
  let current: string | undefined
  return (figure) => {
    const { release } = figure
    if (release === current) return release
    if (begun.has(release)) unfit(figure, `the release ${release} recurs after ${current}`)
    begun.add(release)
    current = release
    return release
  }
}

function unfit(figure: PrintedObservation, why: string): never {
  const { frequency, text } = figure.period
  const key = seriesKey({ ...figure, measure: baseOf(figure.unit), frequency })
  throw new Error(`${key} of ${text} does not fit the file: ${why}.`)
}

export const writeTableCsv = ({ columns, rows }: Table, comment = ''): AsyncGenerator<string> =>
  writeLines(
    `${comment === '' ? '' : `# ${comment}\n`}${columns.map(({ label }) => textCell(label)).join(',')}\n`,
    rows,
    (cells) => `${cells.map((cell, at) => (columns[at]?.kind === 'text' ? textCell(cell) : (cell ?? ''))).join(',')}\n`,
  )
