import { categoryText, isCode, total } from '../domain/codes.js'
import { type Printed, printedText } from '../domain/decimal.js'
import type { Change, Figure, ShareBase } from '../domain/indicator.js'
import { isYearBefore } from '../domain/period.js'
import { seriesKey } from '../domain/series.js'
import { guard } from '../domain/spreadsheet.js'
import { baseOf, isRate } from '../domain/unit.js'
import { Refusal } from '../errors.js'

/** A figure to be written, and the code of its release where the file is a history. */
export interface FigureOf {
  readonly figure: Figure
  readonly release?: string
}

/** The columns that a file of the tidy format has, beside those that every one has. */
export interface CsvOptions {
  /** Codes of the dimensions that figures are broken down by, a column each; TOTAL need not be among them. */
  readonly dimensions: readonly string[]
  /** The most changes that any figure has. */
  readonly changes: number
  /** Whether there is a column `release`: a history, rows of one release together. */
  readonly release: boolean
}

const batch = 500

const first = ['metric']
const level = ['period', 'value', 'unit', 'decimals', 'qualifier', 'status', 'flags']
const pair = ['change', 'change_base']
const share = ['share', 'share_of', 'share_change']
const notes = ['note', 'note_zh']
const taken: ReadonlySet<string> = new Set(
  [first, level, pair, share, notes, ['dimension', 'category', 'release']].flat(),
)

/**
 * Figures as text of the tidy CSV format, from which `readers/csv.ts` reads the same again: batches of rows, the header
 * with the first. BAD_USER_INPUT for a dimension that no column can be named by, a plain error for a figure that does
 * not fit the columns: nothing is cut.
 */
export async function* writeCsv(figures: AsyncIterable<FigureOf>, options: CsvOptions): AsyncGenerator<string> {
  const rowOf = rowWriter(options)
  let text = headOf(options)
  let rows = 0
  for await (const each of figures) {
    text += rowOf(each)
    if (++rows % batch > 0) continue
    yield text
    text = ''
  }
  if (text !== '') yield text
}

/** A cell of free text by RFC 4180, guarded against spreadsheets that take it for a formula; empty for null. */
export const textCell = (text: string | null): string => {
  if (text === null) return ''
  const safe = guard(text)
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

function rowWriter(options: CsvOptions): (each: FigureOf) => string {
  const dimensions = dimensionColumns(options)
  const indexes = new Map(dimensions.map((code, index) => [code, index]))
  const releaseCell = releaseWriter()
  return ({ figure, release }) => {
    const { metric, period, unit, value, decimals, qualifier, status, flags, note } = figure
    const cells = [
      metric,
      ...categoryCells(figure, indexes),
      period.text,
      value === null ? '' : numberCell(figure, { value, decimals: decimals ?? 0 }),
      unit,
      decimals === null || decimals >= 0 ? '' : String(decimals),
      qualifier === 'EXACT' ? '' : qualifier,
      status,
      textCell(flags),
      ...changeCells(figure, options.changes),
      ...shareCells(figure),
      textCell(note.en),
      textCell(note.zh),
    ]
    if (options.release) cells.push(releaseCell(figure, release))
    return `${cells.join(',')}\n`
  }
}

function categoryCells(figure: Figure, indexes: ReadonlyMap<string, number>): string[] {
  const cells = new Array<string>(indexes.size).fill('')
  for (const { dimension, code } of figure.categories) {
    const index = indexes.get(dimension)
    if (index !== undefined) cells[index] = code
    else if (figure.categories.length > 1 || dimension !== total.dimension || code !== total.code)
      unfit(figure, `there is no column ${dimension}`)
  }
  return cells
}

/** A number as it was printed. */
function numberCell(figure: Figure, number: Printed): string {
  if (number.value.decimalPlaces() > Math.max(0, number.decimals))
    unfit(figure, `${number.value.toFixed()} has more digits than ${number.decimals} decimals allow`)
  return printedText(number)
}

function changeCells(figure: Figure, columns: number): string[] {
  const { changes } = figure
  if (changes.length > columns) unfit(figure, `it has ${changes.length} changes, and there are columns for ${columns}`)
  const cells = changes.flatMap((change) => [
    numberCell(figure, changeNumber(figure, change)),
    isYearBefore(change.base, figure.period) ? '' : change.base.text,
  ])
  while (cells.length < 2 * columns) cells.push('')
  return cells
}

/** The unit of its figure alone says whether a change is in percent or in points. */
function changeNumber(figure: Figure, { percent, points }: Change): Printed {
  const inPoints = isRate(figure.unit)
  const [right, wrong] = inPoints ? [points, percent] : [percent, points]
  if (right === null || wrong !== null)
    return unfit(figure, `a change of what is in ${figure.unit} is in ${inPoints ? 'percentage points' : 'percent'}`)
  return right
}

function shareCells(figure: Figure): [share: string, of: string, change: string] {
  const { share, shareOf, shareChange } = figure
  if ((shareOf === null) !== (share === null && shareChange === null))
    unfit(figure, 'a share and what it is a share of go together')
  return [
    share === null ? '' : numberCell(figure, share),
    shareOf === null ? '' : shareBase(shareOf),
    shareChange === null ? '' : numberCell(figure, shareChange),
  ]
}

const shareBase = ({ metric, category }: ShareBase): string =>
  category.dimension === total.dimension && category.code === total.code
    ? metric
    : `${metric}|${categoryText(category)}`

/** The cells of one release stand together, or no reader would take them. */
function releaseWriter(): (figure: Figure, release: string | undefined) => string {
  const begun = new Set<string>()
  let current: string | undefined
  return (figure, release) => {
    if (release === undefined) return unfit(figure, 'it has no release, and there is a column for it')
    if (release === current) return release
    if (begun.has(release)) unfit(figure, `${release} comes back after ${current}`)
    begun.add(release)
    current = release
    return release
  }
}

function unfit(figure: Figure, why: string): never {
  const { frequency, text } = figure.period
  const key = seriesKey({ ...figure, measure: baseOf(figure.unit), frequency })
  throw new Error(`${key} of ${text} does not fit the file that is written: ${why}`)
}
