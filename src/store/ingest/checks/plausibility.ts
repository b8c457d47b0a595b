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
import { confirmedCells } from './lib/comparisons.js'
import { type Check, cellKey, type Draft, inUnit, roundedInUnit } from './lib/draft.js'
import { type HistoryRow, readHistory } from './lib/history.js'
import type { CheckedRelease } from './lib/release.js'
import { isOfColumn } from './units.js'

type Transaction = Prisma.TransactionClient

type Row = HistoryRow & Cell

/**
 * UNIT_SUSPECT and REVISION_SUSPECT: values that do not follow from those of the same series in neighbouring periods. A
 * column, a place or a cell is off by a factor, or its numbers belong to another metric, row or period. An error if
 * several cells agree, otherwise a warning. Values that another observation confirms are left out, and so are those
 * that are reported by `checkUnits`.
 */
export const checkPlausibility: Check = async (tx, release, earlier) => {
  const suspectUnits = earlier.filter(({ kind, part }) => kind === 'UNIT_SUSPECT' && part !== 'change')
  const suspectCells = new Set(suspectUnits.map(({ subject }) => cellKey(subject)))
  const isReported = (row: HistoryRow): boolean =>
    suspectCells.has(cellKey(row)) || suspectUnits.some(({ column }) => column !== undefined && isOfColumn(row, column))
  const rows = (await readHistory(tx, release)).filter((row) => !isReported(row)).map((row) => rowOf(row, release))
  const exchanged = exchangedMetrics(rows)
  const shifted = shiftedRows(rows)
  const suspects = new Set([
    ...rows.filter(isOut),
    ...exchanged.flatMap(({ pairs }) => pairs.flatMap(({ pair }) => pair)),
    ...shifted.flatMap(({ cells }) => cells),
  ])
  const confirmed = await readConfirmed(tx, release, [...suspects])
  const isOpen = (row: Row): boolean => !confirmed.has(row)
  // Each cell is part of one finding: kinds that explain more cells come first.
  const taken = new Set<Row>()
  const take = <T>(groups: readonly T[], cellsOf: (group: T) => readonly Row[]): T[] =>
    groups.filter((group) => {
      const cells = cellsOf(group)
      if (cells.some((cell) => taken.has(cell))) return false
      for (const cell of cells) taken.add(cell)
      return true
    })
  const isLeft = (row: Row): boolean => !taken.has(row)
  const open = rows.filter(isOpen)
  const swaps = take(
    exchanged
      .map(({ pairs, of }) => ({ of, pairs: pairs.filter(({ pair }) => pair.every(isOpen)) }))
      .filter(({ pairs, of }) => pairs.length > 1 || (pairs.length === 1 && of === 1)),
    ({ pairs }) => pairs.flatMap(({ pair }) => pair),
  )
  const columns = take(movedTogether(open.filter(isLeft)), cellsIn)
  const shifts = take(
    shifted.filter(({ cells }) => cells.filter(isOpen).length > cells.length / 2),
    cellsIn,
  )
  const isFlow = ({ metric }: Row): boolean => release.codes.metric(metric)?.additivity === 'FLOW'
  const repetitions = take(repeated(open.filter(isFlow)), cellsIn)
  const out = open.filter((row) => isLeft(row) && isOut(row))
  const places = take(wholePlaces(out, rows), (cells) => cells)
  const alike = take(outAlike(out.filter(isLeft), rows), cellsIn)
  return [
    ...columns.map(columnFinding),
    ...swaps.map(exchangedFinding),
    ...shifts.map(shiftedFinding),
    ...repetitions.map(repeatedFinding),
    ...places.map(placeFinding),
    ...alike.map(alikeFinding),
    ...out.filter(isLeft).map(cellFinding),
  ]
}

const cellsIn = ({ cells }: { readonly cells: readonly Row[] }): readonly Row[] => cells

function rowOf(row: HistoryRow, { codes }: CheckedRelease): Row {
  const table = [row.source, row.frequency, row.unit, row.period].join(' ')
  const metric = codes.metricById(row.metric_id).code
  return { ...row, table, column: `${table} ${row.metric_id}`, metric, place: `${row.categories}|${row.measure}` }
}

async function readConfirmed(
  tx: Transaction,
  release: CheckedRelease,
  suspects: readonly Row[],
): Promise<ReadonlySet<Row>> {
  if (suspects.length === 0) return new Set()
  const [ids, periods] = [suspects.map(({ series_id }) => series_id), suspects.map(({ period }) => period)]
  const cells = Prisma.sql`SELECT * FROM unnest(${ids}::int[], ${periods}::int[])`
  const confirmed = await tx.$queryRaw<{ series_id: number; period: number }[]>(confirmedCells(release, cells))
  const keys = new Set(confirmed.map(cellKey))
  return new Set(suspects.filter((row) => keys.has(cellKey(row))))
}

const largest = (cells: readonly Row[]): Row =>
  cells.reduce((a, b) => (b.isTotal !== a.isTotal ? (b.isTotal ? b : a) : Number(b.value) > Number(a.value) ? b : a))

type Rest = Pick<Draft, 'kind' | 'severity' | 'message'> & Partial<Pick<Draft, 'about' | 'others'>>

const finding = (row: Row, cells: readonly Row[], rest: Rest): Draft => ({
  subject: row,
  others: cells.filter((cell) => cell !== row).slice(0, maxNamed),
  ...rest,
})

const maxNamed = 20

function columnFinding({ cells, of }: OffTogether<Row>): Draft {
  const row = largest(cells)
  const factors = cells.map(factorOf).sort((a, b) => a - b)
  const factor = factors[Math.floor(factors.length / 2)] ?? 1
  return finding(row, cells, {
    kind: 'UNIT_SUSPECT',
    severity: 'ERROR',
    about: 'column by its history',
    message: (name) =>
      `${cells.length} of ${of} values here are about ${twoDigits(factor)} times those of neighbouring periods, for example ${name}. Check whether they are ${likelyError(factor, row)}.`,
  })
}

function likelyError(factor: number, { unit, isYearToDate, months }: Row): string {
  if (isYearToDate && months > 2 && isClose(factor, 1 / months)) return 'of the month instead of the year to date'
  if (!isYearToDate && factor > 0 && factor < 1.5 * 12 && factor > 1.5 && !isPowerOfTen(factor))
    return `in ${unit}, in another currency, or of the year to date`
  return `in ${unit}, or in another unit or currency`
}

function exchangedFinding({ pairs, of }: { pairs: readonly Exchanged<Row>[]; of: number }): Draft {
  const cells = pairs.flatMap(({ pair }) => pair)
  const row = largest(cells)
  const [first, second] = pairs.find(({ pair }) => pair.includes(row))?.pair ?? [row, row]
  const other = row === first ? second : first
  return finding(row, cells, {
    kind: 'REVISION_SUSPECT',
    severity: pairs.length > 2 || pairs.length === of ? 'ERROR' : 'WARNING',
    about: `exchanged with ${other.metric}`,
    message: (name) =>
      `In ${pairs.length} of ${of} places, ${first.metric} and ${second.metric} fit neighbouring periods better if they are exchanged, for example ${name}. Check whether the two columns are exchanged.`,
  })
}

function shiftedFinding({ cells, by, of }: Shifted<Row>): Draft {
  // A few rows of many may fit by chance, for example a place and its zones that changed together.
  const isSure = cells.length > 5 || cells.length > of * 0.7
  return finding(largest(cells), cells, {
    kind: 'REVISION_SUSPECT',
    severity: isSure ? 'ERROR' : 'WARNING',
    about: 'shifted',
    message: (name) =>
      `From row ${cells[0]?.row} on, ${cells.length} rows have numbers that fit the row ${by > 0 ? 'after' : 'before'} them, for example ${name}. Check whether the column is shifted against its labels.`,
  })
}

const repeatedFinding = ({ cells, of }: OffTogether<Row>): Draft =>
  finding(largest(cells), cells, {
    kind: 'REVISION_SUSPECT',
    severity: cells.length > 1 ? 'ERROR' : 'WARNING',
    about: 'repeated',
    message: (name) =>
      `${cells.length} of ${of} values here ${cells.length > 1 ? 'repeat' : 'repeats'} that of the period before exactly${cells.length > 1 ? ', for example' : ':'} ${name}. Check whether the numbers are of the period before.`,
  })

function placeFinding(cells: readonly Row[]): Draft {
  const row = largest(cells)
  const factors = [...new Set(cells.map((cell) => twoDigits(factorOf(cell))))]
  return finding(row, cells, {
    kind: 'UNIT_SUSPECT',
    severity: 'WARNING',
    about: 'place',
    message: (name) =>
      `${name} and ${cells.length - 1} other ${cells.length === 2 ? 'value' : 'values'} of the same place are ${factors.join(' and ')} times those of neighbouring periods${growthOf(row)}. Check whether the row belongs to another place, and whether the place is measured differently now.`,
  })
}

function alikeFinding({ cells, of }: OffTogether<Row>): Draft {
  const row = largest(cells)
  return finding(row, cells, {
    kind: 'UNIT_SUSPECT',
    severity: 'WARNING',
    about: 'alike',
    message: (name) =>
      `${cells.length} of ${of} values here are far ${excess(row) > 0 ? 'above' : 'below'} those of neighbouring periods, for example ${name}, by a factor of ${twoDigits(factorOf(row))}. Check whether they are in another unit.`,
  })
}

function cellFinding(row: Row): Draft {
  const isSure = row.isTotal && row.neighbours === 3 && row.high <= row.low * 3 && Math.abs(excess(row)) > Math.log(5)
  const monthly = row.isYearToDate ? ' a month' : ''
  const perMonth = row.isYearToDate ? ` (${roundedInUnit(row.rate, row.unit)} a month)` : ''
  const [low, high] = [roundedInUnit(row.low, row.unit), roundedInUnit(row.high, row.unit)]
  const range = `${low === high ? low : `between ${low} and ${high}`}${monthly}`
  const neighbours =
    row.neighbours === 1 ? 'that of the neighbouring period' : `those of ${row.neighbours} neighbouring periods`
  return finding(row, [row], {
    kind: 'UNIT_SUSPECT',
    severity: isSure ? 'ERROR' : 'WARNING',
    others: [row.nearest],
    message: (name) =>
      `${name} is ${inUnit(row.value, row.unit)}${perMonth}, but ${neighbours} ${row.neighbours === 1 ? 'is' : 'are'} ${range}${growthOf(row)}. ${advice(row)}`,
  })
}

const factorOf = ({ rate, low, high }: Cell): number => rate / Math.sqrt(low * high)

const twoDigits = (factor: number): string => new Decimal(factor).toSignificantDigits(2).toFixed()

const isClose = (a: number, b: number): boolean => a / b < 1.5 && b / a < 1.5
const isPowerOfTen = (factor: number): boolean => {
  const exponent = Math.round(Math.log10(Math.abs(factor)))
  return exponent !== 0 && isClose(Math.abs(factor), 10 ** exponent)
}

const growthOf = ({ yoy }: Row): string =>
  yoy === null ? '' : `, and the printed growth is ${yoy.startsWith('-') ? '' : '+'}${yoy} %`

function advice(row: Row): string {
  if (row.rate < 0) return 'Check the sign.'
  const factor = factorOf(row)
  if (!isPowerOfTen(factor)) return 'Check whether it is the number of another place, period or unit.'
  return Math.abs(Math.log10(factor)) > 2.5
    ? 'Check the unit.'
    : 'Check the position of the decimal point, and whether digits are missing.'
}
