import { categoryText, total } from '../../domain/codes/codes.js'
import { excerpt } from '../../domain/input-bounds.js'
import { printedText } from '../../domain/numbers/decimal.js'
import type { Observation } from '../../domain/observations/observation.js'
import type { Period } from '../../domain/periods/period.js'
import { Refusal } from '../../errors.js'
import { getOrInsert } from '../../lib/memo.js'
import { Pace } from '../../lib/pace.js'
import type { Steps } from '../../lib/steps.js'
import type { Encoding } from '../input/transcode.js'
import { isPlaceholder, parseTableMap, placeholder } from '../maps/map-files.js'
import { columnAt } from '../table-map/header.js'
import { matched } from '../table-map/header-text.js'
import type { TableMap } from '../table-map/map.js'
import { table } from '../table-map/reader.js'
import { type Marks, openStatus, statusOfFlags } from './across.js'
import { namesCategories, openDimension } from './categories.js'
import { type DraftColumn, draftColumns } from './columns.js'
import { type EncodingGuess, guessEncoding } from './encoding.js'
import { openHeaderIn } from './frequency.js'
import { filled, type Grid, type GridBounds, inPieces, readGrid, rowsBelow, statesEncoding } from './grid.js'
import { statusInNotes } from './label-marks.js'
import { markOf, numberStyle } from './numbers.js'
import { checkPeriod } from './period-text.js'
import { buddhistYears } from './roles.js'
import { type TitlePeriod, titlePeriods } from './title.js'
import { titleScope } from './title-scope.js'
import { withTotal } from './totals.js'
import { unitStated } from './units/unit-text.js'
import { draftUnits } from './units/units.js'
import { isSymbol, symbolMeaning, symbolProposal } from './words.js'

interface DraftRequest {
  readonly file: string
  readonly encoding: Encoding | null
  readonly sheet: string | null
  readonly period: Period | null
  /** The dimensions of the store: labels whose header names none are of the only one. */
  readonly dimensions?: readonly { readonly code: string }[]
  readonly bounds?: GridBounds
  readonly pace?: Pace
}

export interface Draft {
  readonly map: Readonly<Record<string, unknown>>
  readonly guesses: readonly string[]
  readonly placeholders: readonly string[]
  readonly figures: readonly string[]
  readonly problems: readonly string[]
}

export interface DraftedTable {
  readonly draft: Draft
  readonly rows: Grid['rows']
  /** The names by which problems refer to the columns of the file; empty if the header lacks what the names depend on. */
  readonly columns: readonly string[]
  readonly width: number
}

const shown = 10

export const draftMap = async (bytes: Uint8Array, request: DraftRequest): Promise<Draft> =>
  (await draftTable(bytes, request)).draft

/** Drafts a map of a table. Throws BAD_USER_INPUT if the file has no header or figures, or exceeds the bounds. */
export async function draftTable(bytes: Uint8Array, request: DraftRequest): Promise<DraftedTable> {
  const { file, encoding, sheet, period, dimensions = [], bounds = null, pace = new Pace() } = request
  const rest = async (): Promise<void> => {
    if (pace.due()) await pace.rest()
  }
  const isText = !statesEncoding(bytes)
  const guessed: EncodingGuess = isText ? await pace.run(guessEncoding(bytes)) : { encoding: 'utf-8', isProbable: true }
  const found = encoding ?? guessed.encoding
  const isDoubtful = encoding === null && !guessed.isProbable
  const grid = await readGrid(bytes, { file, sheet, encoding, guessed: guessed.encoding, bounds, pace })
  const above = grid.rows.slice(0, grid.firstHeader)
  const below = rowsBelow(grid)
  const [first = [file]] = above.map((cells) => [...new Set(filled(cells))]).filter((texts) => texts.length > 0)
  const heading = first.join(', ')
  const unitBelow = await pace.run(firstUnit(below.flatMap(filled)))
  const context = [heading, ...above.flatMap(filled)]
    .slice(0, 20)
    .concat(unitBelow ?? [])
    .join(' ')
  await rest()
  const drafted = await pace.run(draftColumns(grid, context))
  await rest()
  const summed = await pace.run(withTotal(grid, withDimension(drafted, onlyDimension(dimensions))))
  const title = titled(above, summed)
  await rest()
  const unit = await pace.run(draftUnits(grid, title.columns))
  const { columns } = unit
  if (period !== null) checkPeriod(grid, columns, period)
  await rest()
  const byColumn = figureColumns(grid, columns)
  const numbers = byColumn.flat()
  const symbols = symbolsOf(numbers)
  await rest()
  const notes = below.map((cells) => filled(cells)[0] ?? '').filter((text) => text !== '' && text !== unit.line)
  const { guess: separators, ...style } = await pace.run(
    numberStyle(byColumn, grid.delimiter !== ',' || /[\u00c0-\u04ff]/.test(context)),
  )
  await rest()
  const marks = marksOf(numbers)
  const statuses: Marks = {
    // Only Eurostat has flags beside the symbol ":".
    ...Object.fromEntries(
      marks.map((mark) => [
        mark,
        ':' in symbols ? statusOfFlags(mark) : (statusInNotes(grid, mark) ?? openStatus(mark)),
      ]),
    ),
    ...Object.assign({}, ...columns.map((column) => column.marks)),
  }
  const before = above.some((cells) => filled(cells).length > 0) ? Math.min(50, grid.firstHeader + spare) : null
  const scope = titleScope(grid, columns, title.stated)
  const map = {
    title: scope?.title ?? excerpt(heading, 200),
    ...(isText && found !== 'utf-8' && { encoding: isDoubtful ? unknownEncoding : found }),
    ...(grid.delimiter !== ',' && { delimiter: grid.delimiter }),
    ...(sheet !== null && { sheet }),
    ...(title.stated !== null && { titles: [{ text: title.stated.pattern }] }),
    ...(before !== null && { before }),
    header: grid.firstData - grid.firstHeader,
    unit: unit.unit,
    ...(notes[0] !== undefined && { end: [beginOf(notes[0])] }),
    ...(Object.keys(symbols).length > 0 && { symbols }),
    ...(Object.keys(statuses).length > 0 && { marks: statuses }),
    ...style,
    columns: columns.map(({ column }) => column),
  }
  const guesses = [
    ...(isText ? [encodingGuess(found, encoding !== null, isDoubtful)] : []),
    ...(grid.delimiter === ',' ? [] : [`Cells are separated by ${grid.delimiter === ';' ? 'semicolons' : 'tabs'}.`]),
    headerGuess(grid),
    ...(before === null ? [] : [`The header may begin up to ${before} rows down; what precedes it is not read.`]),
    ...title.guesses,
    ...(scope === null ? [] : [scope.guess]),
    ...new Set(columns.map(({ guess }) => guess)),
    ...unit.guesses,
    ...Object.entries(symbols).map(([text, meaning]) =>
      text === ''
        ? `An empty cell in place of a number is ${meaning}.`
        : `"${text}" in place of a number is ${isPlaceholder(meaning) ? 'not known' : meaning}.`,
    ),
    ...marks.map((mark) => `"${mark}" after a number is ${markName(statuses[mark])}. It becomes a flag of the figure.`),
    ...(separators === null ? [] : [separators]),
    ...(notes[0] === undefined ? [] : [`The table ends before the row that begins "${beginOf(notes[0])}".`]),
    ...zeroGuess(numbers),
  ]
  const placeholders = placeholdersIn(map)
  const { figures, problems, columns: names } = await preview(bytes, map, { file, sheet, period }, pace)
  const width = grid.rows.reduce((widest, { length }) => Math.max(widest, length), 0)
  const named = Array.from({ length: names.length === 0 ? 0 : width }, (_, at) => names[at] ?? columnAt(at))
  return { draft: { map, guesses, placeholders, figures, problems }, rows: grid.rows, columns: named, width }
}

export const mapText = (map: Draft['map']): string => JSON.stringify(map, null, 2)

function onlyDimension(dimensions: readonly { readonly code: string }[]): string | null {
  const [only, ...others] = dimensions.filter(({ code }) => code !== total.dimension)
  return only === undefined || others.length > 0 ? null : only.code
}

function* firstUnit(texts: readonly string[]): Steps<string | null> {
  for (const text of texts) {
    if (unitStated(text) !== null) return text
    yield
  }
  return null
}

function withDimension(columns: readonly DraftColumn[], dimension: string | null): readonly DraftColumn[] {
  const [only, ...others] = columns.filter(({ column }) => column['is'] === 'category')
  if (dimension === null || only?.column['dimension'] !== openDimension(only?.name ?? '') || others.length > 0)
    return columns
  const guess = only.guess.replace(
    namesCategories,
    `${namesCategories} of ${dimension}, the only dimension of the store`,
  )
  return columns.map((each) => (each === only ? { ...only, guess, column: { ...only.column, dimension } } : each))
}

const unknownEncoding = placeholder('the encoding; draft the map again with --encoding, like windows-1250')

function encodingGuess(found: Encoding, isGiven: boolean, isDoubtful: boolean): string {
  if (isGiven) return `The encoding is ${found}, as given.`
  if (isDoubtful) return `The encoding is not clear: some letters are improbable in ${found}. Name it with --encoding.`
  return found === 'utf-8' ? 'The encoding is utf-8.' : `The encoding is guessed: ${found}.`
}

const spare = 5

function headerGuess({ firstHeader, firstData }: Grid): string {
  const rows = firstData - firstHeader
  return rows === 1 ? `Row ${firstData} is the header.` : `Rows ${firstHeader + 1} to ${firstData} are the header.`
}

const statesPeriod = ({ column }: DraftColumn): boolean =>
  column['is'] === 'period' ||
  column['is'] === buddhistYears ||
  (column['across'] === true && /\{(year|yy)\}/.test(JSON.stringify(column['header'])))

function beginOf(note: string): string {
  const [word = note] = /^[^:：.\d]{1,30}[:：]?/.exec(note) ?? []
  const begin = word.trim().length > 1 ? word : note.slice(0, 30)
  return (note.length > begin.length && !/[:：]$/.test(begin) ? begin.replace(/\s\S*$/u, '') : begin).trim()
}

function symbolsOf(numbers: readonly string[]): Record<string, string> {
  const found = [...new Set(numbers.filter(isSymbol))].slice(0, mostSymbols)
  return Object.fromEntries(found.map((text) => [text, symbolMeaning(text) ?? openSymbol(text)]))
}

function openSymbol(text: string): string {
  const proposal = symbolProposal(text)
  const perhaps = proposal === null ? '' : `, perhaps ${proposal}`
  return placeholder(`what "${text}" means${perhaps}: NIL, MISSING, NOT_APPLICABLE or CONFIDENTIAL`)
}

const mostSymbols = 20

function figureColumns({ rows, firstData, lastData }: Grid, columns: readonly DraftColumn[]): string[][] {
  const places = columns.flatMap(({ isFigure, at }) => (isFigure ? at : []))
  const data = rows.slice(firstData, lastData + 1).filter((cells) => filled(cells).length > 0)
  return places.map((at) => data.map((cells) => cells[at] ?? ''))
}

const markName = (status: string | null = null): string =>
  status === null || isPlaceholder(status) ? 'a mark' : status

const marksOf = (numbers: readonly string[]): string[] =>
  [...new Set(numbers.flatMap((text) => markOf(text) ?? []))].slice(0, mostSymbols)

function zeroGuess(numbers: readonly string[]): string[] {
  const count = numbers.filter((text) => /^0(\.0+)?$/.test(text)).length
  return count === 0
    ? []
    : [`0 occurs ${count} times. If it means that nothing was reported, add "zero": "MISSING" to the column.`]
}

interface TitleGuess {
  readonly columns: readonly DraftColumn[]
  readonly stated: TitlePeriod | null
  readonly guesses: readonly string[]
}

/** Takes the period of a table from its title, if columns do not state it and the title states it completely. */
function titled(above: Grid['rows'], columns: readonly DraftColumn[]): TitleGuess {
  if (columns.some(statesPeriod)) return { columns, stated: null, guesses: [] }
  const { understood, unclear } = titlePeriods([...new Set(above.flatMap(filled))])
  const [title] = understood
  if (title === undefined || new Set(understood.map(periodText)).size > 1) {
    const texts = [...understood.map(({ text }) => text), ...unclear]
      .slice(0, 2)
      .map((text) => `"${excerpt(text, 100)}"`)
    const named = texts.length === 0 ? '' : ` The period is not clear from ${texts.join(' and ')}.`
    const header = columns.find(({ isFigure, name }) => isFigure && /(?<!\d)(?:19|20)\d\d(?!\d)/.test(name))?.name
    const guess =
      header === undefined
        ? `No text states the period: import the table with --period.${named}`
        : `The period in headers like "${header}" is not understood: write {year} and {month} or {quarter} for it, with "across": true.`
    return { columns, stated: null, guesses: [guess] }
  }
  const isWhole = ({ column, isFigure }: DraftColumn) => isFigure && column['span'] === 'PERIOD'
  const isToDate = title.isToDate && columns.every((each) => !each.isFigure || isWhole(each))
  const guess = `The period of the table is in its title, "${title.pattern}"${title.isToDate ? ': a year to date' : ''}.`
  if (!isToDate) return { columns, stated: title, guesses: [guess] }
  const cumulated = columns.map((each) =>
    isWhole(each) ? { ...each, column: { ...each.column, span: 'YEAR_TO_DATE' } } : each,
  )
  return { columns: cumulated, stated: title, guesses: [guess] }
}

const periodText = ({ text, pattern }: TitlePeriod): string => JSON.stringify(matched(text, pattern))

function placeholdersIn(value: unknown): string[] {
  if (typeof value === 'string') return isPlaceholder(value) ? [value] : []
  if (typeof value !== 'object' || value === null) return []
  return [...new Set(Object.values(value).flatMap(placeholdersIn))]
}

const stands: Readonly<Record<string, string>> = {
  is: 'nothing',
  unit: 'NUMBER',
  span: 'YEAR_TO_DATE',
  frequency: 'ANNUAL',
  encoding: 'latin1',
}

type PreviewOptions = Pick<DraftRequest, 'file' | 'sheet' | 'period'>

async function preview(bytes: Uint8Array, map: object, options: PreviewOptions, pace: Pace) {
  const open = new Map<string, number>()
  const numbered = (what: string) => getOrInsert(open, what, () => open.size + 1)
  const text = JSON.stringify(map, (key, value) => {
    if (typeof value !== 'string' || !isPlaceholder(value)) return value
    const [, separator] = /^<fill in: "([.,])" for /.exec(value) ?? []
    if (separator !== undefined) return separator
    if (key === 'categories') return { [`UNKNOWN_DIMENSION${numbered(value)}`]: `CATEGORY${numbered(value)}` }
    const years = openHeaderIn(value)
    if (years !== null) return years
    if (value.startsWith(placeholder('the unit of').slice(0, -1))) return 'NUMBER'
    if (value.startsWith(placeholder('the status of').slice(0, -1))) return null
    if (key === 'metric' || value.startsWith(placeholder('the metric of').slice(0, -1)))
      return `UNKNOWN_METRIC${numbered(value)}`
    return stands[key] ?? (key === 'dimension' ? `UNKNOWN_DIMENSION${numbered(value)}` : 'MISSING')
  })
  const figures: string[] = []
  const problems: string[] = []
  let columns: readonly string[] = []
  const named = (names: readonly string[]): void => {
    columns = names
  }
  try {
    const read: TableMap = await parseTableMap(text, 'draft')
    for await (const reading of table(inPieces(bytes, pace), read, { stage: 'MONTHLY', ...options, named })) {
      if (reading.figure) figures.push(lineOf(reading.figure))
      if (reading.notice && !problems.includes(reading.notice)) problems.push(reading.notice)
      for (const { row, column, message } of reading.problems ?? [])
        if (problems.length < shown)
          problems.push(`row ${row}${column === null ? '' : `, column ${column}`}: ${message}`)
      if (figures.length >= shown || problems.length >= shown) break
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    problems.push(
      ...error.message
        .split('\n')
        .slice(0, shown)
        .map((line) => excerpt(line, 500)),
    )
  }
  return { figures, problems, columns }
}

function lineOf({ metric, categories, period, value, decimals, unit, status, changes }: Observation): string {
  const growth = changes.flatMap(({ percent }) => (percent ? [`, change ${printedText(percent)}%`] : [])).join('')
  const figure = value === null ? status : `${printedText({ value, decimals: decimals ?? 0 })} ${unit}`
  const line = `${metric} ${categories.map(categoryText).join(' ')} ${period.text}: ${figure}${growth}`
  return line.replaceAll(/UNKNOWN_(METRIC|DIMENSION)\d*/g, '?')
}
