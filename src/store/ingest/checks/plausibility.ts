import { Decimal } from '../../../domain/numbers/decimal.js'
import {
  type Cell,
  type Exchanged,
  excess,
  exchangedMetrics,
  isOut,
  movedTogether,
  type OffTogether,
  outAlike,
  repeated,
  type Shifted,
  shiftedRows,
  wholePlaces,
} from '../../../domain/observations/plausibility.js'
import { Prisma } from '../../../generated/prisma/client.js'
import { type Checked, type Found, inUnit, type Ref, type Subject } from './check.js'
import { type HistoryRow, readHistory } from './history.js'
import { confirmed } from './levels.js'

interface Row extends Cell, Subject {
  readonly yoy: string | null
  readonly nearest: Ref
}

/**
 * Finds levels that do not follow from those of the same series beside them. UNIT_SUSPECT: a column, a place or a cell is
 * off by a factor; REVISION_SUSPECT: numbers that belong to another metric, another row or the period before. An error
 * where several cells agree, a warning where one does; none where another figure confirms the level. `isTold` are cells
 * that another check has told of.
 */
export async function checkPlausibility(
  tx: Prisma.TransactionClient,
  checked: Checked,
  isTold: (row: HistoryRow) => boolean,
): Promise<Found[]> {
  const rows = (await readHistory(tx, checked)).filter((row) => !isTold(row)).map((row) => cellOf(row, checked))
  const exchanged = exchangedMetrics(rows)
  const shifted = shiftedRows(rows)
  const suspects = new Set([
    ...rows.filter(isOut),
    ...exchanged.flatMap(({ pairs }) => pairs.flatMap(({ pair }) => pair)),
    ...shifted.flatMap(({ cells }) => cells),
  ])
  const sure = await confirmedRows(tx, checked, [...suspects])
  const isOpen = (row: Row): boolean => !sure.has(row)
  const told = new Set<Row>()
  const take = <T>(found: readonly T[], cellsOf: (each: T) => readonly Row[]): T[] =>
    found.filter((each) => {
      const cells = cellsOf(each)
      if (cells.some((cell) => told.has(cell))) return false
      for (const cell of cells) told.add(cell)
      return true
    })
  const open = rows.filter(isOpen)
  const swaps = take(
    exchanged
      .map(({ pairs, of }) => ({ of, pairs: pairs.filter(({ pair }) => pair.every(isOpen)) }))
      .filter(({ pairs, of }) => pairs.length > 1 || (pairs.length === 1 && of === 1)),
    ({ pairs }) => pairs.flatMap(({ pair }) => pair),
  )
  const columns = take(movedTogether(open.filter((row) => !told.has(row))), ({ cells }) => cells)
  const runs = take(
    shifted.filter(({ cells }) => cells.filter(isOpen).length > cells.length / 2),
    ({ cells }) => cells,
  )
  const flows = new Set(checked.codes.metrics.filter(({ additivity }) => additivity === 'FLOW').map(({ code }) => code))
  const stale = take(repeated(open.filter(({ metric }) => flows.has(metric))), ({ cells }) => cells)
  const out = open.filter((row) => !told.has(row) && isOut(row))
  const places = take(wholePlaces(out, rows), (cells) => cells)
  const many = take(
    outAlike(
      out.filter((row) => !told.has(row)),
      rows,
    ),
    ({ cells }) => cells,
  )
  return [
    ...columns.map(movedFinding),
    ...swaps.map(exchangedFinding),
    ...runs.map(shiftedFinding),
    ...stale.map(repeatedFinding),
    ...places.map(placeFinding),
    ...many.map(alikeFinding),
    ...out.filter((row) => !told.has(row)).map(cellFinding),
  ]
}

function cellOf(row: HistoryRow, { codes }: Checked): Row {
  const [, categories = '', measure = ''] = row.key.split('|')
  const table = [row.source, row.frequency, row.unit, row.period].join(' ')
  const isYearToDate = row.frequency === 'YEAR_TO_DATE'
  const { series_id, period, frequency, release_id, unit, value, yoy, nearest } = row
  return {
    ...{ series_id, period, frequency, release_id, unit, value, yoy, nearest },
    table,
    column: `${table} ${row.metric_id}`,
    metric: codes.metricById(row.metric_id).code,
    place: `${categories}|${measure}`,
    row: row.source_row,
    isTotal: row.is_total,
    isYearToDate,
    months: isYearToDate ? (period % 16) + 1 : 1,
    rate: Number(row.rate),
    low: Number(row.low),
    high: Number(row.high),
    neighbours: row.neighbours,
    isNew: row.is_new,
    isPrecise: row.is_precise,
    isRepeated: row.is_repeated,
  }
}

/** The suspects that another figure confirms. */
async function confirmedRows(
  tx: Prisma.TransactionClient,
  checked: Checked,
  suspects: readonly Row[],
): Promise<ReadonlySet<Row>> {
  if (suspects.length === 0) return new Set()
  const [ids, periods] = [suspects.map(({ series_id }) => series_id), suspects.map(({ period }) => period)]
  const cells = Prisma.sql`SELECT * FROM unnest(${ids}::int[], ${periods}::int[])`
  const near = await tx.$queryRaw<{ series_id: number; period: number }[]>(confirmed(checked, cells))
  const keys = new Set(near.map(({ series_id, period }) => `${series_id} ${period}`))
  return new Set(suspects.filter(({ series_id, period }) => keys.has(`${series_id} ${period}`)))
}

const largest = (cells: readonly Row[]): Row =>
  cells.reduce((a, b) => (b.isTotal !== a.isTotal ? (b.isTotal ? b : a) : Number(b.value) > Number(a.value) ? b : a))

function movedFinding({ cells, of }: OffTogether<Row>): Found {
  const row = largest(cells)
  const factors = cells.map(factorOf).sort((a, b) => a - b)
  const factor = factors[Math.floor(factors.length / 2)] ?? 1
  return {
    ...suspect('UNIT_SUSPECT', 'ERROR', row, cells),
    about: 'column by its history',
    words: (name) =>
      `${cells.length} of ${of} levels here are some ${shown(factor)} times those of the periods beside them, among them ${name}: ${columnAdvice(factor, row)}`,
  }
}

function columnAdvice(factor: number, { unit, isYearToDate, months }: Row): string {
  if (isYearToDate && months > 2 && near(factor, 1 / months))
    return 'are they of the month, and not of the year to date?'
  if (!isYearToDate && factor > 0 && factor < 1.5 * 12 && factor > 1.5 && !isPowerOfTen(factor))
    return `are they in ${unit}, in another currency, or of the year to date?`
  return `are they in ${unit}, or in another unit or currency?`
}

function exchangedFinding({ pairs, of }: { pairs: readonly Exchanged<Row>[]; of: number }): Found {
  const cells = pairs.flatMap(({ pair }) => pair)
  const row = largest(cells)
  const [first, second] = pairs.find(({ pair }) => pair.includes(row))?.pair ?? [row, row]
  const other = row === first ? second : first
  const severity = pairs.length > 2 || pairs.length === of ? 'ERROR' : 'WARNING'
  return {
    ...suspect('REVISION_SUSPECT', severity, row, cells),
    about: `exchanged with ${other.metric}`,
    words: (name) =>
      `In ${pairs.length} of ${of} places ${first.metric} and ${second.metric} fit the periods beside them the other way round, among them ${name}: are the two exchanged?`,
  }
}

function shiftedFinding({ cells, by, of }: Shifted<Row>): Found {
  const row = largest(cells)
  // A few rows of many may look so by chance: a place and its zones that moved together.
  const isSure = cells.length > 5 || cells.length > of * 0.7
  return {
    ...suspect('REVISION_SUSPECT', isSure ? 'ERROR' : 'WARNING', row, cells),
    about: 'shifted',
    words: (name) =>
      `${cells.length} rows from row ${cells[0]?.row} on have numbers that fit the row ${by > 0 ? 'after' : 'before'} them, among them ${name}: is the column shifted against its labels?`,
  }
}

function repeatedFinding({ cells, of }: OffTogether<Row>): Found {
  const row = largest(cells)
  return {
    ...suspect('REVISION_SUSPECT', cells.length > 1 ? 'ERROR' : 'WARNING', row, cells),
    about: 'repeated',
    words: (name) =>
      `${cells.length} of ${of} levels here ${cells.length > 1 ? 'are those' : 'is that'} of the period before, digit for digit, ${cells.length > 1 ? 'among them ' : ''}${name}: is this figure of the period before?`,
  }
}

function placeFinding(cells: readonly Row[]): Found {
  const row = largest(cells)
  const factors = cells.map((cell) => shown(factorOf(cell)))
  return {
    ...suspect('UNIT_SUSPECT', 'WARNING', row, cells),
    about: 'place',
    words: (name) =>
      `${name} and ${cells.length - 1} other levels of the same place are ${[...new Set(factors)].join(', ')} times those of the periods beside them${growthOf(row)}: is the row that of another place, or is the place measured otherwise since?`,
  }
}

function alikeFinding({ cells, of }: OffTogether<Row>): Found {
  const row = largest(cells)
  return {
    ...suspect('UNIT_SUSPECT', 'WARNING', row, cells),
    about: 'alike',
    words: (name) =>
      `${cells.length} of ${of} levels here are far ${excess(row) > 0 ? 'above' : 'below'} the periods beside them, among them ${name}, ${shown(factorOf(row))} times: did all of them move so, or is their unit another?`,
  }
}

function cellFinding(row: Row): Found {
  const sure = row.isTotal && row.neighbours === 3 && row.high <= row.low * 3 && Math.abs(excess(row)) > Math.log(5)
  return {
    ...suspect('UNIT_SUSPECT', sure ? 'ERROR' : 'WARNING', row, [row]),
    others: [row.nearest],
    words: (name) =>
      `${name} is ${inUnit(row.value ?? '0', row.unit)}${monthly(row)}, and ${row.neighbours === 1 ? 'the period' : `the ${row.neighbours} periods`} beside it ${row.neighbours === 1 ? 'has' : 'have'} ${rangeOf(row)}${growthOf(row)}: ${advice(row)}`,
  }
}

const suspect = (
  kind: 'UNIT_SUSPECT' | 'REVISION_SUSPECT',
  severity: 'ERROR' | 'WARNING',
  row: Row,
  cells: readonly Row[],
): Omit<Found, 'words'> => ({
  kind,
  severity,
  subject: row,
  part: 'value',
  others: cells.filter((cell) => cell !== row).slice(0, named),
  expected: null,
  reported: row.value,
})

/** A finding names so many figures beside its subject at most. */
const named = 20

const factorOf = ({ rate, low, high }: Cell): number => rate / Math.sqrt(low * high)

/** Two digits of a factor. */
const shown = (factor: number): string => new Decimal(factor).toSignificantDigits(2).toFixed()

const near = (a: number, b: number): boolean => a / b < 1.5 && b / a < 1.5
const isPowerOfTen = (factor: number): boolean => {
  const exponent = Math.round(Math.log10(Math.abs(factor)))
  return exponent !== 0 && near(Math.abs(factor), 10 ** exponent)
}

const monthly = ({ isYearToDate, rate, unit }: Row): string =>
  isYearToDate ? `, ${inUnit(new Decimal(rate).toSignificantDigits(4), unit)} a month` : ''

function rangeOf({ low, high, unit, isYearToDate }: Row): string {
  const [least, most] = [low, high].map((each) => inUnit(new Decimal(each).toSignificantDigits(4), unit))
  return `${least === most ? least : `${least} to ${most}`}${isYearToDate ? ' a month' : ''}`
}

const growthOf = ({ yoy }: Row): string =>
  yoy === null ? '' : `, and its change says ${yoy.startsWith('-') ? '' : '+'}${yoy} %`

function advice(row: Row): string {
  if (row.rate < 0) return 'is its sign right?'
  const factor = factorOf(row)
  if (!isPowerOfTen(factor)) return 'is it the number of another place, period or unit?'
  return Math.abs(Math.log10(factor)) > 2.5
    ? 'is it in another unit?'
    : 'is its decimal point where it belongs, and are all its digits there?'
}
