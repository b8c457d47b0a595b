import type { Discrepancy } from '../../../domain/findings/discrepancies.js'
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
import { type Check, cellKey, type Draft } from './lib/draft.js'
import { type HistoryRow, readHistory } from './lib/history.js'
import type { CheckedRelease } from './lib/release.js'
import { isOfColumn } from './units.js'

type Row = HistoryRow & Cell

/**
 * Reports values that do not follow from those of the same series in neighbouring periods (UNIT_SUSPECT,
 * REVISION_SUSPECT): a column, a place or a cell is off by a factor, or its numbers belong to another metric, row or
 * period. An error if several cells agree, otherwise a warning. Leaves out values that another observation confirms,
 * and those that `checkUnits` reports.
 */
export const checkPlausibility: Check = async (release, earlier) => {
  const suspectUnits = earlier.filter(({ kind, part }) => kind === 'UNIT_SUSPECT' && part !== 'change')
  const suspectCells = new Set(suspectUnits.map(({ subject }) => cellKey(subject)))
  const isReported = (row: HistoryRow): boolean =>
    suspectCells.has(cellKey(row)) || suspectUnits.some(({ column }) => column !== undefined && isOfColumn(row, column))
  const rows = (await readHistory(release)).filter((row) => !isReported(row)).map((row) => rowOf(row, release))
  const exchanged = exchangedMetrics(rows)
  const shifted = shiftedRows(rows)
  const suspects = new Set([
    ...rows.filter(isOut),
    ...exchanged.flatMap(({ pairs }) => pairs.flatMap(({ pair }) => pair)),
    ...shifted.flatMap(({ cells }) => cells),
  ])
  const confirmed = await readConfirmed(release, [...suspects])
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

async function readConfirmed(release: CheckedRelease, suspects: readonly Row[]): Promise<ReadonlySet<Row>> {
  if (suspects.length === 0) return new Set()
  const [ids, periods] = [suspects.map(({ series_id }) => series_id), suspects.map(({ period }) => period)]
  const cells = Prisma.sql`SELECT * FROM unnest(${ids}::int[], ${periods}::int[])`
  const confirmed = await release.tx.$queryRaw<{ series_id: number; period: number }[]>(confirmedCells(release, cells))
  const keys = new Set(confirmed.map(cellKey))
  return new Set(suspects.filter((row) => keys.has(cellKey(row))))
}

const largest = (cells: readonly Row[]): Row =>
  cells.reduce((a, b) => (b.isTotal !== a.isTotal ? (b.isTotal ? b : a) : Number(b.value) > Number(a.value) ? b : a))

type Rest = Pick<Draft, 'kind' | 'severity'> &
  Partial<Pick<Draft, 'about' | 'others'>> & { readonly says: (row: Row) => Discrepancy }

const maxNamed = 20

function finding(cells: readonly Row[], { says, ...rest }: Rest): Draft {
  const row = largest(cells)
  const others = cells.filter((cell) => cell !== row).slice(0, maxNamed)
  return { subject: row, others, says: says(row), ...rest }
}

function columnFinding({ cells, of }: OffTogether<Row>): Draft {
  const factors = cells.map(factorOf).sort((a, b) => a - b)
  const factor = factors[Math.floor(factors.length / 2)] ?? 1
  return finding(cells, {
    kind: 'UNIT_SUSPECT',
    severity: 'ERROR',
    about: 'column by its history',
    says: (row) => ({
      ...{ code: 'COLUMN_OFF_HISTORY', n: cells.length, of },
      ...{ factor: twoDigits(factor), likely: likelyError(factor, row) },
    }),
  })
}

function likelyError(factor: number, { isYearToDate, months }: Row): 'MONTH' | 'YEAR_TO_DATE' | 'UNIT' {
  if (isYearToDate && months > 2 && isClose(factor, 1 / months)) return 'MONTH'
  return !isYearToDate && factor > 0 && factor < 1.5 * 12 && factor > 1.5 && !isPowerOfTen(factor)
    ? 'YEAR_TO_DATE'
    : 'UNIT'
}

function exchangedFinding({ pairs, of }: { pairs: readonly Exchanged<Row>[]; of: number }): Draft {
  const cells = pairs.flatMap(({ pair }) => pair)
  const row = largest(cells)
  const [first, second] = pairs.find(({ pair }) => pair.includes(row))?.pair ?? [row, row]
  const other = row === first ? second : first
  return finding(cells, {
    kind: 'REVISION_SUSPECT',
    severity: pairs.length > 2 || pairs.length === of ? 'ERROR' : 'WARNING',
    about: `exchanged with ${other.metric}`,
    says: () => ({
      ...{ code: 'COLUMNS_EXCHANGED', n: pairs.length, of },
      ...{ first: first.metric, second: second.metric },
    }),
  })
}

function shiftedFinding({ cells, by, of }: Shifted<Row>): Draft {
  // A few rows of many may fit by chance, for example a place and its zones that changed together.
  const isSure = cells.length > 5 || cells.length > of * 0.7
  return finding(cells, {
    kind: 'REVISION_SUSPECT',
    severity: isSure ? 'ERROR' : 'WARNING',
    about: 'shifted',
    says: () => ({ code: 'ROWS_SHIFTED', n: cells.length, from: cells[0]?.row ?? null, isAfter: by > 0 }),
  })
}

const repeatedFinding = ({ cells, of }: OffTogether<Row>): Draft =>
  finding(cells, {
    kind: 'REVISION_SUSPECT',
    severity: cells.length > 1 ? 'ERROR' : 'WARNING',
    about: 'repeated',
    says: () => ({ code: 'REPEATED', n: cells.length, of }),
  })

function placeFinding(cells: readonly Row[]): Draft {
  const factors = [...new Set(cells.map((cell) => twoDigits(factorOf(cell))))]
  return finding(cells, {
    kind: 'UNIT_SUSPECT',
    severity: 'WARNING',
    about: 'place',
    says: ({ yoy }) => ({ code: 'PLACE_OFF', others: cells.length - 1, factors, growth: yoy }),
  })
}

const alikeFinding = ({ cells, of }: OffTogether<Row>): Draft =>
  finding(cells, {
    kind: 'UNIT_SUSPECT',
    severity: 'WARNING',
    about: 'alike',
    says: (row) => ({
      ...{ code: 'ALIKE_OFF', n: cells.length, of },
      ...{ isAbove: excess(row) > 0, factor: twoDigits(factorOf(row)) },
    }),
  })

function cellFinding(row: Row): Draft {
  const isSure = row.isTotal && row.neighbours === 3 && row.high <= row.low * 3 && Math.abs(excess(row)) > Math.log(5)
  return finding([row], {
    kind: 'UNIT_SUSPECT',
    severity: isSure ? 'ERROR' : 'WARNING',
    others: [row.nearest],
    says: () => ({
      ...{ code: 'CELL_OFF', value: row.value ?? '0', low: String(row.low), high: String(row.high) },
      ...{ perMonth: row.isYearToDate ? String(row.rate) : null, neighbours: row.neighbours },
      ...{ growth: row.yoy, check: checkFor(row) },
    }),
  })
}

const factorOf = ({ rate, low, high }: Cell): number => rate / Math.sqrt(low * high)

const twoDigits = (factor: number): string => new Decimal(factor).toSignificantDigits(2).toFixed()

const isClose = (a: number, b: number): boolean => a / b < 1.5 && b / a < 1.5
const isPowerOfTen = (factor: number): boolean => {
  const exponent = Math.round(Math.log10(Math.abs(factor)))
  return exponent !== 0 && isClose(Math.abs(factor), 10 ** exponent)
}

function checkFor(row: Row): 'SIGN' | 'PLACE' | 'UNIT' | 'DECIMAL_POINT' {
  if (row.rate < 0) return 'SIGN'
  const factor = factorOf(row)
  if (!isPowerOfTen(factor)) return 'PLACE'
  return Math.abs(Math.log10(factor)) > 2.5 ? 'UNIT' : 'DECIMAL_POINT'
}
