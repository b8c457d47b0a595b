import { isSingle, refuseMeasures, refuseSum, type Summing } from '../../domain/aggregation/double-count.js'
import { sumOf, type Tally } from '../../domain/aggregation/tally.js'
import { type CanonicalText, Decimal } from '../../domain/numbers/decimal.js'
import { canonicalOver } from '../../domain/numbers/near.js'
import { convert, shiftBetween, type Unit } from '../../domain/units/unit.js'
import { groupBy } from '../../lib/group-by.js'
import { finish, mapCells, mapSteps, type Steps } from '../../lib/steps.js'
import { type Computed, contributionOf, growthOf, type PivotContent, shareOf } from './content.js'
import { lineOf, type Mark, markOfComputed, markOfSum, ranksOf, type Table, talliesIn, tallyOf } from './table.js'

export type Cell = Decimal | CanonicalText | null
type Tallies = readonly Tally[] | null

export interface PlacedMark extends Mark {
  readonly row: number
  readonly column: number
}

interface Filling extends Omit<Summing, 'of'> {
  readonly content: PivotContent
  readonly unit: Unit | null
  readonly wholeOf: (tally: Tally) => Tally | null
}

export interface Filled {
  readonly cells: readonly (readonly Cell[])[]
  readonly marks: readonly PlacedMark[]
  readonly unit: Unit | null
  /** Returns the total of a row or column, for contents that have one; throws what `refuseSum` throws. */
  readonly totalOf: ((line: readonly Tallies[]) => Steps<Cell>) | null
}

/** Computes the cells of a table; throws what `refuseSum` throws for any of them. */
export function* fill(table: Table, filling: Filling): Steps<Filled> {
  if (filling.content === 'COUNT') return yield* counted(table)
  yield* mapCells(table.cells, (cell) => cell && refuseCell(cell, filling))
  switch (filling.content) {
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

function refuseCell(cell: readonly Tally[], { unit, allowOverlap, codes }: Filling): void {
  if (!isSingle(cell)) finish(refuseSum(cell, { of: 'sum', allowOverlap, codes }))
  const tally = tallyOf(cell)
  if (unit !== null && tally !== null) shiftBetween(tally.measure, unit)
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
  const all = cells.flatMap(talliesIn)
  refuseMeasures(all)
  const numberOf = (cell: Tallies): Cell => {
    const tally = tallyOf(cell)
    if (tally === null) return null
    const { measure, scaled = null } = tally
    const to = unit ?? measure
    if (scaled !== null) return canonicalOver(scaled, shiftBetween(to, measure))
    const sum = sumOf(tally)
    return sum && convert(sum, measure, to)
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

function* ranked({ cells, columns, rows }: Table): Steps<Filled> {
  const datasets = [...groupBy([...rows.keys()], (row) => rows[row]?.dataset?.code ?? '').values()]
  const ranks = yield* mapSteps(
    columns,
    (_, at) => {
      const column = cells.map((row) => row[at] ?? null)
      refuseMeasures(column.flatMap((each) => each ?? []))
      const tallies = column.map(tallyOf)
      const sums = tallies.map((tally) => tally && sumOf(tally))
      const ranks = new Map(
        datasets.flatMap((own) =>
          ranksOf(own.map((row) => sums[row] ?? null)).map((rank, place) => [own[place], rank]),
        ),
      )
      return sums.map((_, row) => ranks.get(row) ?? null)
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

function* computed({ cells }: Table, unit: Unit, compute: (tally: Tally) => Computed): Steps<Filled> {
  const results = new Map<Tally, Computed>()
  const numbers = yield* mapCells(cells, (cell): Cell => {
    const tally = tallyOf(cell)
    if (tally === null) return null
    const result = compute(tally)
    results.set(tally, result)
    return result instanceof Decimal ? result : null
  })
  const markOf = (tally: Tally): Mark | null => markOfComputed(tally, results.get(tally) as Computed)
  return { cells: numbers, marks: yield* marksOf(cells, markOf), unit, totalOf: null }
}

function* marksOf(cells: Table['cells'], of: (tally: Tally) => Mark | null): Steps<PlacedMark[]> {
  const marks: PlacedMark[] = []
  yield* mapCells(cells, (cell, row, column) => {
    const tally = tallyOf(cell)
    const mark = tally && of(tally)
    if (mark !== null) marks.push({ row, column, ...mark })
  })
  return marks
}
