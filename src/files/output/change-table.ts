import { Decimal } from '../../domain/numbers/decimal.js'
import { differenceOf, type FigureChange, kindOf, percentOf } from '../../domain/observations/figure-change.js'
import type { Observation } from '../../domain/observations/observation.js'
import type { Digits, PrintedObservation } from '../../domain/observations/printed.js'
import { baseOf, convert, shiftBetween } from '../../domain/units/unit.js'
import type { Labels } from './labels.js'
import { type FigureColumns, periodColumns, printedColumns, seriesColumns, widest } from './observation-table.js'
import type { Cell, Column, Table } from './table.js'

type PrintedFigureChange = FigureChange<PrintedObservation>

/** The decimals of a percentage, whose quotient may have no last digit. */
const percentDecimals = 6

export function changeTable(
  changes: AsyncIterable<readonly PrintedFigureChange[]>,
  known: FigureColumns,
  labels: Labels,
): Table {
  const { names, namesOf } = seriesColumns(known, labels)
  const periods = periodColumns(labels)
  const printed = printedColumns(known, labels, 'as printed')
  const sides = (['before', 'after'] as const).map((side) => ({
    side,
    columns: printed.map(({ cellOf: _, ...column }): Column => {
      return { ...column, name: `${column.name}_${side}`, label: labels.word(side).replace('{}', column.label) }
    }),
  }))
  const digits = widestIn(known.units)
  const number = (name: 'difference' | 'percent', digits: Digits | null): Column => {
    return { name, label: labels.word(name), kind: 'number', digits }
  }
  const percentDigits = digits && { whole: digits.whole + digits.decimals + 3, decimals: percentDecimals }
  const columns: Column[] = [
    { name: 'kind', label: labels.word('kind'), kind: 'text' },
    ...names,
    ...periods.map(({ cellOf: _, ...column }) => column),
    ...printed.flatMap((_, at) => sides.flatMap((side) => side.columns[at] ?? [])),
    number('difference', digits && { ...digits, whole: digits.whole + 1 }),
    { ...number('percent', percentDigits), scale: percentDecimals },
  ]
  const rowOf = (change: PrintedFigureChange): Cell[] => {
    const figure = change.after ?? change.before
    if (figure === null) throw new Error('A change has no figure.')
    const cells = printed.flatMap(({ cellOf }) => sides.map(({ side }) => change[side] && cellOf(change[side])))
    return [
      kindOf(change),
      ...namesOf(figure),
      ...periods.map(({ cellOf }) => cellOf(figure)),
      ...cells,
      ...differences(change),
    ]
  }
  return {
    columns,
    rows: (async function* () {
      for await (const batch of changes) yield batch.map(rowOf)
    })(),
  }
}

function differences({ before, after }: PrintedFigureChange): readonly [difference: Cell, percent: Cell] {
  if (before === null || after === null) return [null, null]
  const change = { before: levelOf(before), after: levelOf(after) }
  const difference = differenceOf(change)
  const inUnit = difference && convert(difference, baseOf(after.unit), after.unit)
  return [inUnit?.toFixed() ?? null, percentOf(change)?.toDecimalPlaces(percentDecimals).toFixed() ?? null]
}

const levelOf = (figure: PrintedObservation): Observation => ({
  ...figure,
  value: figure.value === null ? null : new Decimal(figure.value),
  changes: [],
  share: null,
  shareChange: null,
})

const widestIn = (units: FigureColumns['units']): Digits | null =>
  widest(
    units.flatMap(({ unit, whole, decimals }) =>
      units
        .filter((other) => baseOf(other.unit) === baseOf(unit))
        .map((other) => {
          const shift = shiftBetween(unit, other.unit)
          return { whole: Math.max(1, whole + shift), decimals: Math.max(0, decimals - shift) }
        }),
    ),
  )
