import { isCode } from '../../domain/codes/code-text.js'
import { type CategoryRef, categoryText, total } from '../../domain/codes/codes.js'
import type { ShareBase } from '../../domain/observations/observation.js'
import type { PrintedChange, PrintedObservation } from '../../domain/observations/printed.js'
import { seriesKey } from '../../domain/observations/series-key.js'
import { isYearBefore } from '../../domain/periods/period.js'
import { escapeFormula } from '../../domain/text/spreadsheet.js'
import { baseOf, isRate } from '../../domain/units/unit.js'
import { Refusal } from '../../errors.js'

/** The columns that a file of the tidy format has, beside those that every one has. */
export interface CsvOptions {
  /** Codes of the dimensions that figures are broken down by, a column each; TOTAL need not be among them. */
  readonly dimensions: readonly string[]
  /** The most changes that any figure has. */
  readonly changes: number
  /** Whether there is a column `release`: a history, rows of one release together. */
  readonly release: boolean
}

const first = ['metric']
const level = ['period', 'value', 'unit', 'decimals', 'qualifier', 'status', 'flags']
const pair = ['change', 'change_base']
const share = ['share', 'share_of', 'share_change']
const notes = ['note', 'note_zh']
const taken: ReadonlySet<string> = new Set(
  [first, level, pair, share, notes, ['dimension', 'category', 'release']].flat(),
)

/**
 * Figures as text of the tidy CSV format, from which `readers/csv.ts` reads the same again: a text for each batch, the
 * header with the first. BAD_USER_INPUT for a dimension that no column can be named by, a plain error for a figure that
 * does not fit the columns: nothing is cut.
 */
export async function* writeCsv(
  batches: AsyncIterable<readonly PrintedObservation[]>,
  options: CsvOptions,
): AsyncGenerator<string> {
  const rowOf = rowWriter(options)
  let text = headOf(options)
  for await (const batch of batches) {
    for (const figure of batch) text += rowOf(figure)
    yield text
    text = ''
  }
  if (text !== '') yield text
}

/** A cell of free text by RFC 4180, guarded against spreadsheets that take it for a formula; empty for null. */
export const textCell = (text: string | null): string => {
  if (text === null) return ''
  const safe = escapeFormula(text)
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A file says somewhere what figures are broken down by, even where none is. */
const dimensionColumns = ({ dimensions }: CsvOptions): readonly string[] =>
  dimensions.length > 0 ? dimensions : [total.dimension]

function headOf(options: CsvOptions): string {
  const dimensions = dimensionColumns(options)
  const unnamed = dimensions.filter((code) => !isColumn(code))
  if (unnamed.length > 0) {
    const message = `No column can be named by the dimension ${unnamed.map((code) => `"${code}"`).join(', ')}: here it is a code in capitals, or in a script that has none, and not the name of another column. Leave its figures out.`
    throw new Refusal('BAD_USER_INPUT', message)
  }
  const changes = Array.from({ length: options.changes }, () => pair).flat()
  const release = options.release ? ['release'] : []
  return `${[first, dimensions, level, changes, share, notes, release].flat().join(',')}\n`
}

/** What a reader knows for a dimension: a name in capitals that is no other column's. */
const isColumn = (code: string): boolean =>
  isCode(code) && /\p{L}/u.test(code) && code === code.toUpperCase() && !taken.has(code.toLowerCase())

function rowWriter(options: CsvOptions): (figure: PrintedObservation) => string {
  const indexes = new Map(dimensionColumns(options).map((code, index) => [code, index]))
  const releaseCell = releaseWriter()
  // Figures of one category share their list of categories: a million rows have a few thousand.
  const known = new WeakMap<readonly CategoryRef[], string>()
  const noChanges = ',,'.repeat(options.changes)
  return (figure) => {
    const { metric, categories, period, unit, value, decimals, qualifier, status, flags, note } = figure
    let cells = known.get(categories)
    if (cells === undefined) {
      cells = categoryCells(figure, indexes)
      known.set(categories, cells)
    }
    let row = `${metric},${cells},${period.text},${value ?? ''},${unit},`
    if (decimals !== null && decimals < 0) row += decimals
    // All values of a unit may end so: without a word a reader would take the zero for one that nobody printed.
    else if (decimals === 1 && value?.endsWith('.0')) row += decimals
    row += qualifier === 'EXACT' ? `,,${status},` : `,${qualifier},${status},`
    if (flags !== null) row += textCell(flags)
    row += figure.changes.length > 0 ? changeCells(figure, options.changes) : noChanges
    row += figure.shareOf === null && figure.share === null && figure.shareChange === null ? ',,,' : shareCells(figure)
    row += note.en === null && note.zh === null ? ',,' : `,${textCell(note.en)},${textCell(note.zh)}`
    return options.release ? `${row},${releaseCell(figure)}\n` : `${row}\n`
  }
}

function categoryCells(figure: PrintedObservation, indexes: ReadonlyMap<string, number>): string {
  const cells = new Array<string>(indexes.size).fill('')
  for (const { dimension, code } of figure.categories) {
    const index = indexes.get(dimension)
    if (index !== undefined) cells[index] = code
    else if (figure.categories.length > 1 || dimension !== total.dimension || code !== total.code)
      unfit(figure, `there is no column ${dimension}`)
  }
  return cells.join(',')
}

/** With a comma before each cell, as `shareCells`. */
function changeCells(figure: PrintedObservation, columns: number): string {
  const { changes, period } = figure
  if (changes.length > columns) unfit(figure, `it has ${changes.length} changes, and there are columns for ${columns}`)
  let cells = ''
  for (const change of changes)
    cells += `,${changeNumber(figure, change)},${isYearBefore(change.base, period) ? '' : change.base.text}`
  return cells + ',,'.repeat(columns - changes.length)
}

/** The unit of its figure alone says whether a change is in percent or in points. */
function changeNumber(figure: PrintedObservation, { percent, points }: PrintedChange): string {
  const inPoints = isRate(figure.unit)
  const [right, wrong] = inPoints ? [points, percent] : [percent, points]
  if (right === null || wrong !== null)
    return unfit(figure, `a change of what is in ${figure.unit} is in ${inPoints ? 'percentage points' : 'percent'}`)
  return right
}

function shareCells(figure: PrintedObservation): string {
  const { share, shareOf, shareChange } = figure
  if (shareOf === null || (share === null && shareChange === null))
    return unfit(figure, 'a share and what it is a share of go together')
  return `,${share ?? ''},${shareBase(shareOf)},${shareChange ?? ''}`
}

/** What a share is a share of, as the tidy format has it: TRADE, or TRADE|PARTNER:EU. */
export const shareBase = ({ metric, category }: ShareBase): string =>
  category.dimension === total.dimension && category.code === total.code
    ? metric
    : `${metric}|${categoryText(category)}`

/** The cells of one release stand together, or no reader would take them. */
function releaseWriter(): (figure: PrintedObservation) => string {
  const begun = new Set<string>()
  let current: string | undefined
  return (figure) => {
    const { release } = figure
    if (release === current) return release
    if (begun.has(release)) unfit(figure, `${release} comes back after ${current}`)
    begun.add(release)
    current = release
    return release
  }
}

function unfit(figure: PrintedObservation, why: string): never {
  const { frequency, text } = figure.period
  const key = seriesKey({ ...figure, measure: baseOf(figure.unit), frequency })
  throw new Error(`${key} of ${text} does not fit the file that is written: ${why}`)
}
