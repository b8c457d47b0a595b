import { refuseMeasures, refuseSum, type Summing } from '../../domain/aggregation/double-count.js'
import { sumOf, type Tally } from '../../domain/aggregation/tally.js'
import { Decimal } from '../../domain/numbers/decimal.js'
import { convert, shiftBetween, type Unit } from '../../domain/units/unit.js'
import { finish, mapCells, mapSteps, type Steps } from '../../lib/steps.js'
import { contributionOf, growthOf, type Made, type Measure, shareOf } from './measure.js'
import { lineOf, type Mark, markOfMade, markOfSum, ranksOf, type Table, tallyOf } from './table.js'

export type Cell = Decimal | null
type Tallies = readonly Tally[] | null

/** A mark with its place, rows and columns counted from 0. */
export interface PlacedMark extends Mark {
  readonly row: number
  readonly column: number
}

/** What the cells of a table are to hold. */
export interface Filling extends Omit<Summing, 'of'> {
  readonly measure: Measure
  /** The unit that figures are added up in; null: the base unit of their measure. */
  readonly unit: Unit | null
  /** Of SHARE and CONTRIBUTION: the total that a cell is a part of. */
  readonly wholeOf: (tally: Tally) => Tally | null
}

/** The numbers of a table. */
export interface Filled {
  readonly cells: readonly (readonly Cell[])[]
  readonly marks: readonly PlacedMark[]
  /** What they are in; null where nothing says it. */
  readonly unit: Unit | null
  /** The total of a line of the table's cells, where the measure has one. Refuses what `refuseSum` does. */
  readonly totalOf: ((line: readonly Tallies[]) => Steps<Cell>) | null
}

/** Fills a table. Refuses sums that are none: those of its cells here, those of its lines when they are asked for. */
export function* fill(table: Table, filling: Filling): Steps<Filled> {
  if (filling.measure === 'COUNT') return yield* counted(table)
  yield* mapCells(table.cells, (cell) => cell && refuseCell(cell, filling))
  switch (filling.measure) {
    case 'VALUE':
      return yield* valued(table, filling)
    case 'RANK':
      return yield* ranked(table)
    case 'YOY_CHANGE':
      return yield* computed(table, 'PERCENT', growthOf)
    case 'SHARE':
      return yield* computed(table, 'PERCENT', (tally) => shareOf(tally, filling.wholeOf(tally)))
    case 'CONTRIBUTION':
      return yield* computed(table, 'PERCENTAGE_POINT', (tally) => contributionOf(tally, filling.wholeOf(tally)))
  }
}

function refuseCell(cell: readonly Tally[], { unit, ...summing }: Filling): void {
  finish(refuseSum(cell, { ...summing, of: 'sum' }))
  const tally = tallyOf(cell)
  if (unit !== null && tally !== undefined) shiftBetween(tally.measure, unit)
}

function* counted({ cells }: Table): Steps<Filled> {
  const countOf = (cell: Tallies): Cell => cell && new Decimal(cell.reduce((sum, { count }) => sum + count, 0))
  return {
    cells: yield* mapCells(cells, countOf),
    marks: [],
    unit: 'NUMBER',
    *totalOf(line) {
      return countOf(line.flatMap((each) => each ?? []))
    },
  }
}

function* valued({ cells }: Table, { unit, ...summing }: Filling): Steps<Filled> {
  const all = cells.flat().flatMap((each) => each ?? [])
  refuseMeasures(all)
  const inUnit = (tally: Tally): Cell => {
    const sum = sumOf(tally)
    return sum && convert(sum, tally.measure, unit ?? tally.measure)
  }
  const numberOf = (cell: Tallies): Cell => {
    const tally = cell && tallyOf(cell)
    return tally ? inUnit(tally) : null
  }
  return {
    cells: yield* mapCells(cells, numberOf),
    marks: yield* marksOf(cells, markOfSum),
    unit: unit ?? tallyOf(all)?.measure ?? null,
    *totalOf(line) {
      const tallies = lineOf(line)
      yield* refuseSum(tallies, { ...summing, of: 'sum' })
      return numberOf(tallies)
    },
  }
}

function* ranked({ cells, columns }: Table): Steps<Filled> {
  const ranks = yield* mapSteps(
    columns,
    (_, at) => {
      const column = cells.map((row) => row[at] ?? null)
      refuseMeasures(column.flatMap((each) => each ?? []))
      return ranksOf(
        column.map((cell) => {
          const tally = cell && tallyOf(cell)
          return tally ? sumOf(tally) : null
        }),
      )
    },
    1,
  )
  const numbers = yield* mapCells(
    cells.map(() => ranks),
    (column, at): Cell => {
      const rank = column[at]
      return rank == null ? null : new Decimal(rank)
    },
  )
  return { cells: numbers, marks: yield* marksOf(cells, markOfSum), unit: 'NUMBER', totalOf: null }
}

function* computed({ cells }: Table, unit: Unit, make: (tally: Tally) => Made): Steps<Filled> {
  const made = new Map<Tally, Made>()
  const numbers = yield* mapCells(cells, (cell): Cell => {
    const tally = cell && tallyOf(cell)
    if (!tally) return null
    const found = make(tally)
    made.set(tally, found)
    return found.value
  })
  const markOf = (tally: Tally): Mark | null => {
    const found = made.get(tally)
    return found === undefined ? null : markOfMade(tally, found)
  }
  return { cells: numbers, marks: yield* marksOf(cells, markOf), unit, totalOf: null }
}

function* marksOf(cells: Table['cells'], of: (tally: Tally) => Mark | null): Steps<PlacedMark[]> {
  const marks: PlacedMark[] = []
  yield* mapCells(cells, (cell, row, column) => {
    const tally = cell && tallyOf(cell)
    const mark = tally ? of(tally) : null
    if (mark !== null) marks.push({ row, column, ...mark })
  })
  return marks
}
