import { Decimal } from './decimal.js'
import { refuseMeasures, refuseSum, type Summing } from './double-count.js'
import { contributionOf, growthOf, type Made, type Measure, shareOf } from './measure.js'
import { lineOf, type Mark, markOfMade, markOfSum, ranksOf, type Table, tallyOf } from './pivot.js'
import { sumOf, type Tally } from './tally.js'
import { convert, shiftBetween, type Unit } from './unit.js'

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
  readonly totalOf: ((line: readonly Tallies[]) => Cell) | null
}

/** Fills a table. Refuses sums that are none: those of its cells here, those of its lines when they are asked for. */
export function fill(table: Table, filling: Filling): Filled {
  if (filling.measure === 'COUNT') return counted(table)
  for (const cell of table.cells.flat()) if (cell !== null) refuseCell(cell, filling)
  switch (filling.measure) {
    case 'VALUE':
      return valued(table, filling)
    case 'RANK':
      return ranked(table)
    case 'YOY_CHANGE':
      return computed(table, 'PERCENT', growthOf)
    case 'SHARE':
      return computed(table, 'PERCENT', (tally) => shareOf(tally, filling.wholeOf(tally)))
    case 'CONTRIBUTION':
      return computed(table, 'PERCENTAGE_POINT', (tally) => contributionOf(tally, filling.wholeOf(tally)))
  }
}

function refuseCell(cell: readonly Tally[], { unit, ...summing }: Filling): void {
  refuseSum(cell, { ...summing, of: 'sum' })
  const tally = tallyOf(cell)
  if (unit !== null && tally !== undefined) shiftBetween(tally.measure, unit)
}

function counted({ cells }: Table): Filled {
  const countOf = (cell: Tallies): Cell => cell && new Decimal(cell.reduce((sum, { count }) => sum + count, 0))
  const totalOf = (line: readonly Tallies[]): Cell => countOf(line.flatMap((each) => each ?? []))
  return { cells: mapped(cells, countOf), marks: [], unit: 'NUMBER', totalOf }
}

function valued({ cells }: Table, { unit, ...summing }: Filling): Filled {
  refuseMeasures(cells.flat().flatMap((each) => each ?? []))
  const inUnit = (tally: Tally): Cell => {
    const sum = sumOf(tally)
    return sum && convert(sum, tally.measure, unit ?? tally.measure)
  }
  const numberOf = (cell: Tallies): Cell => {
    const tally = cell && tallyOf(cell)
    return tally ? inUnit(tally) : null
  }
  return {
    cells: mapped(cells, numberOf),
    marks: marksOf(cells, markOfSum),
    unit: unit ?? tallyOf(cells.flat().flatMap((each) => each ?? []))?.measure ?? null,
    totalOf: (line) => {
      const tallies = lineOf(line)
      refuseSum(tallies, { ...summing, of: 'sum' })
      return numberOf(tallies)
    },
  }
}

function ranked({ cells, columns }: Table): Filled {
  const ranks = columns.map((_, at) => {
    const column = cells.map((row) => row[at] ?? null)
    refuseMeasures(column.flatMap((each) => each ?? []))
    return ranksOf(
      column.map((cell) => {
        const tally = cell && tallyOf(cell)
        return tally ? sumOf(tally) : null
      }),
    )
  })
  const numbers = cells.map((_, at) =>
    ranks.map((column): Cell => {
      const rank = column[at]
      return rank == null ? null : new Decimal(rank)
    }),
  )
  return { cells: numbers, marks: marksOf(cells, markOfSum), unit: 'NUMBER', totalOf: null }
}

function computed({ cells }: Table, unit: Unit, make: (tally: Tally) => Made): Filled {
  const made = new Map<Tally, Made>()
  const numberOf = (cell: Tallies): Cell => {
    const tally = cell && tallyOf(cell)
    if (!tally) return null
    const found = make(tally)
    made.set(tally, found)
    return found.value
  }
  const numbers = mapped(cells, numberOf)
  const markOf = (tally: Tally): Mark | null => {
    const found = made.get(tally)
    return found === undefined ? null : markOfMade(tally, found)
  }
  return { cells: numbers, marks: marksOf(cells, markOf), unit, totalOf: null }
}

const mapped = (cells: Table['cells'], of: (cell: Tallies) => Cell): Cell[][] => cells.map((row) => row.map(of))

function marksOf(cells: Table['cells'], of: (tally: Tally) => Mark | null): PlacedMark[] {
  return cells.flatMap((line, row) =>
    line.flatMap((cell, column) => {
      const tally = cell && tallyOf(cell)
      const mark = tally ? of(tally) : null
      return mark === null ? [] : [{ row, column, ...mark }]
    }),
  )
}
