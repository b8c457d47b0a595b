import { type Period, parsePeriod } from '../../domain/periods/period.js'
import { type Captures, matched, plain } from './header-text.js'
import type { FigureColumn, Marks, TableColumn, TableMap } from './map.js'

type Rows = readonly (readonly string[])[]

interface Layout {
  readonly columns: readonly TableColumn[]
  readonly marks: Marks | undefined
  /** Indicates that more header rows follow, so that blank cells may be merged ones. */
  readonly isPartial?: boolean
}

interface Placement {
  readonly offset: number
  readonly trailing: number
  readonly columns: readonly TableColumn[]
}

/**
 * Finds the columns of a map in header rows: skips blank columns at both ends, leaves out optional ones that the header
 * lacks, and repeats those with `across`. The columns are those of the map if the header does not fit.
 */
export function placedIn(rows: Rows, { columns, marks }: TableMap, year: string | undefined): Placement {
  const table = { columns, marks }
  const width = Math.max(0, ...rows.map(({ length }) => length))
  const blank = Array.from({ length: width }, (_, at) => rows.every((cells) => (cells[at] ?? '') === ''))
  const begin = Math.max(0, blank.indexOf(false))
  const [first] = columns
  const usual = first !== undefined && !first.optional && begin > 0 && !fits(first, rows, 0) ? begin : 0
  const offset = offsetsOf(columns, begin).find((each) => fitsFrom(table, rows, each, year)) ?? usual
  const end = blank.lastIndexOf(false) + 1
  const isSimple = !columns.some(isAcross) && rows.every(({ length }) => length - offset === columns.length)
  const placed = isSimple ? columns : present(table, rows, offset, year)
  const extra = width - offset - placed.length
  const trailing = extra > 0 && end <= offset + placed.length ? extra : 0
  return { offset, trailing, columns: placed }
}

function offsetsOf(columns: readonly TableColumn[], begin: number): number[] {
  const named = columns.findIndex(({ header }) => header.some((text) => text !== null))
  const least = Math.max(0, begin - (named < 0 ? columns.length : named))
  return [0, ...Array.from({ length: begin - least + 1 }, (_, at) => least + at).filter((at) => at > 0)]
}

const fitsFrom = (table: Layout, rows: Rows, offset: number, year: string | undefined): boolean =>
  present(table, rows, offset, year).every(
    (column, at) => ('period' in column && column.period) || fits(column, rows, offset + at),
  )

export const isAcross = (column: TableColumn): boolean => 'across' in column && column.across === true

function fits({ header }: TableColumn, rows: Rows, at: number): boolean {
  return header.every((text, row) => text === null || matchAt(rows, row, at, text) !== null)
}

/**
 * Matches a header cell. An empty one, of a column with another text, may be part of a merged cell, whose text is in its
 * first column or row.
 */
export function matchAt(rows: Rows, row: number, at: number, expected: string | readonly string[]): Captures | null {
  const own = rows[row]?.[at] ?? ''
  const match = matched(own, expected)
  if (match !== null || own !== '' || rows.every((cells) => (cells[at] ?? '') === '')) return match
  const left = rows[row]?.slice(0, at).findLast((text) => text !== '') ?? ''
  const above = rows.slice(0, row).findLast((cells) => (cells[at] ?? '') !== '')?.[at] ?? ''
  return matched(left, expected) ?? matched(above, expected)
}

function present(
  { columns, marks = {}, isPartial = false }: Layout,
  rows: Rows,
  offset: number,
  year: string | undefined,
): readonly TableColumn[] {
  const found: TableColumn[] = []
  for (let index = 0; index < columns.length; index++) {
    const column = columns[index] as TableColumn
    if ('across' in column && column.across) {
      const end = columns.findIndex((each, at) => at > index && !isAcross(each) && each.is !== 'flag')
      const run = columns.slice(index, end < 0 ? undefined : end)
      found.push(...periodsAcross(run, { rows, marks, isPartial, year, begin: offset + found.length }))
      index += run.length - 1
    } else if (fits(column, rows, offset + found.length) || !column.optional) found.push(column)
  }
  return found
}

interface AcrossRequest {
  readonly rows: Rows
  readonly marks: Marks
  readonly isPartial: boolean
  readonly year: string | undefined
  readonly begin: number
}

/** Repeats adjacent columns with `across`, each as often as it fits, and then all of them again, as in years above metrics. */
function periodsAcross(run: readonly TableColumn[], { rows, marks, isPartial, year, begin }: AcrossRequest) {
  const found: TableColumn[] = []
  const width = rows[0]?.length ?? 0
  const cellAt = (row: number) => rows[row]?.[begin + found.length] ?? ''
  // A merged cell has its text in its first column only.
  const merged: string[] = []
  const periodAt = (column: FigureColumn): TableColumn | null => {
    if (!isPartial && column.header.every((_, row) => cellAt(row) === '')) return null
    const captures = column.header.map((text, row) =>
      text === null ? {} : matched(cellAt(row) || (merged[row] ?? ''), text),
    )
    if (captures.includes(null)) return null
    const captured: Captures = Object.assign(year === undefined ? {} : { year }, ...captures)
    const [period, mark] = [periodFrom(captured), markIn(captured, marks)]
    if (period === null || mark === null) return null
    return { ...column, span: column.span ?? 'PERIOD', period, ...(mark !== '' && { mark }) }
  }
  const add = (column: FigureColumn, flag: TableColumn | undefined): boolean => {
    const count = found.length
    while (width > begin + found.length) {
      const isAfter = found.length > count && found.at(-1)?.is !== 'flag'
      const isFlag = flag !== undefined && isAfter && isOfFlags(flag, column, rows, begin + found.length)
      const next = isFlag ? flag : periodAt(column)
      if (next === null) break
      for (const row of rows.keys()) merged[row] = cellAt(row) || (merged[row] ?? '')
      found.push(next)
    }
    return found.length > count
  }
  const own = run.flatMap((column, at) =>
    'across' in column ? [{ column, flag: run[at + 1]?.is === 'flag' ? run[at + 1] : undefined }] : [],
  )
  // A column may first stand after repetitions of others, like the growth of the last year.
  const placed = new Set<FigureColumn>()
  let count = -1
  while (count < found.length) {
    count = found.length
    for (const { column, flag } of own) if (add(column, flag)) placed.add(column)
    if (own.length === 1) break
  }
  found.push(...own.flatMap(({ column }) => (placed.has(column) || column.optional ? [] : [column])))
  return found
}

function isOfFlags(flag: TableColumn, { header }: TableColumn, rows: Rows, at: number): boolean {
  return header.every((period, row) => {
    const [cell, left, own] = [rows[row]?.[at] ?? '', rows[row]?.[at - 1] ?? '', flag.header[row] ?? null]
    if (own !== null) return matched(cell, own) !== null
    return period === null || cell === '' || cell === left
  })
}

function markIn({ mark = '' }: Captures, marks: Marks): string | null {
  return mark === '' ? '' : (Object.keys(marks).find((each) => plain(each) === mark) ?? null)
}

export function periodFrom({ year, month, quarter }: Captures): Period | null {
  if (year === undefined || year.startsWith('0')) return null
  if (quarter !== undefined) return parsePeriod(`${year}-Q${quarter}`)
  return parsePeriod(month === undefined ? year : `${year}-${month.padStart(2, '0')}`)
}

/** Stands for a year that another place states. */
export const anyYear = '2000'

/** Indicates whether a row has all texts of the first header row of a map, after any number of blank cells. */
export function beginsHeader({ columns, marks, header }: TableMap, cells: readonly string[]): boolean {
  const begun = columns.map((column) => ({ ...column, header: column.header.slice(0, 1) }))
  // Columns with the same period above different texts are told apart by the rows that follow.
  const first = begun.filter(
    (column, at) => !isAcross(column) || !begun.slice(0, at).some((each) => isAlike(each, column)),
  )
  const begin = cells.findIndex((cell) => cell !== '')
  const isPartial = header > 1
  return offsetsOf(first, Math.max(0, begin)).some(
    (offset) =>
      fitsFrom({ columns: first, marks, isPartial }, [cells], offset, anyYear) ||
      (isPartial && fitsMerged(first, cells, offset)),
  )
}

/**
 * Compares the first of several header rows with columns of which others may stand below the end of a merged cell: how many
 * columns one with `across` stands for is known from the rows below only.
 */
function fitsMerged(columns: readonly TableColumn[], cells: readonly string[], offset: number): boolean {
  const failed = new Set<string>()
  const from = (index: number, at: number): boolean => {
    const column = columns[index]
    if (column === undefined) return true
    const place = `${index} ${at}`
    if (at >= cells.length || failed.has(place)) return false
    failed.add(place)
    if (!isAcross(column)) return fits(column, [cells], at) && from(index + 1, at + 1)
    const [text = null] = column.header
    for (let end = at; end < cells.length; end++) {
      const isMerged = end > at && cells[end] === ''
      if (text !== null && !isMerged && matched(cells[end] ?? '', text) === null) return false
      if (from(index + 1, end + 1)) return true
    }
    return false
  }
  return from(0, offset)
}

const isAlike = (one: TableColumn, other: TableColumn): boolean =>
  isAcross(one) && `${one.header}` === `${other.header}`
