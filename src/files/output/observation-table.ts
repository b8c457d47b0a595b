import type { CategoryRef } from '../../domain/codes/codes.js'
import { yoyOf } from '../../domain/observations/observation.js'
import type { Digits, PrintedObservation } from '../../domain/observations/printed.js'
import { inLanguage } from '../../domain/text/language.js'
import { baseOf, type Unit } from '../../domain/units/unit.js'
import { groupBy } from '../../lib/group-by.js'
import { memoizeByObject } from '../../lib/memo.js'
import { shareBaseText } from '../csv/writer.js'
import type { Labels, Word } from './labels.js'
import { byDimension, valueIn } from './observation.js'
import type { Cell, Column, Table } from './table.js'

export interface FigureColumns {
  readonly dimensions: readonly string[]
  /** The units of values, with the decimals of the most precise one, negative for a rounded whole number. */
  readonly units: readonly (Digits & { readonly unit: Unit; readonly places: number })[]
  /** The units of all figures, those without a value included. */
  readonly usedUnits: readonly Unit[]
  readonly rates: Readonly<Record<'yoy' | 'share' | 'shareChange', Digits | null>>
}

type CellOf = (figure: PrintedObservation) => Cell
export type CellColumn = Column & { readonly cellOf: CellOf }

type Values = 'as printed' | 'by measure'

export function figureTable(
  figures: AsyncIterable<readonly PrintedObservation[]>,
  known: FigureColumns,
  labels: Labels,
  values: Values,
): Table {
  const { names, namesOf } = seriesColumns(known, labels)
  const columns = [...periodColumns(labels), ...printedColumns(known, labels, values)]
  const rowOf = (figure: PrintedObservation): Cell[] => [
    ...namesOf(figure),
    ...columns.map(({ cellOf }) => cellOf(figure)),
  ]
  return {
    columns: [...names, ...columns],
    rows: (async function* () {
      for await (const batch of figures) yield batch.map(rowOf)
    })(),
  }
}

const label = (name: Word, kind: Column['kind'], labels: Labels): Column => ({ name, label: labels.word(name), kind })

export function seriesColumns({ dimensions }: Pick<FigureColumns, 'dimensions'>, labels: Labels) {
  const categoryCells = cellsOfCategories(dimensions, labels)
  const names: Column[] = [
    label('dataset', 'text', labels),
    label('metric', 'text', labels),
    label('metric_name', 'text', labels),
    ...dimensions.flatMap((code): Column[] => [
      { name: code, label: labels.dimension(code), kind: 'text' },
      { name: `${code}_name`, label: labels.word('name').replace('{}', labels.dimension(code)), kind: 'text' },
    ]),
  ]
  const namesOf = ({ dataset, metric, categories }: PrintedObservation): Cell[] => [
    dataset,
    metric,
    labels.metric(metric),
    ...categoryCells(categories),
  ]
  return { names, namesOf }
}

export const periodColumns = (labels: Labels): CellColumn[] => [
  { ...label('period', 'text', labels), cellOf: ({ period }) => period.text },
  { ...label('first_day', 'day', labels), cellOf: ({ period }) => period.first },
  { ...label('last_day', 'day', labels), cellOf: ({ period }) => period.last },
  { ...label('frequency', 'text', labels), cellOf: ({ period }) => period.frequency },
]

export function printedColumns({ units, rates }: FigureColumns, labels: Labels, values: Values): CellColumn[] {
  const text = (name: Word, cellOf: CellOf): CellColumn => ({ ...label(name, 'text', labels), cellOf })
  const number = (name: Word, digits: Digits | null, cellOf: CellOf): CellColumn => ({
    ...label(name, 'number', labels),
    digits,
    cellOf,
  })
  return [
    ...(values === 'as printed' ? [number('value', widest(units), ({ value }) => value)] : byMeasure(units, labels)),
    text('unit', ({ unit }) => unit),
    { ...number('decimals', { whole: 3, decimals: 0 }, ({ decimals }) => decimals?.toString() ?? null), scale: 0 },
    text('qualifier', ({ qualifier }) => qualifier),
    text('status', ({ status }) => status),
    text('flags', ({ flags }) => flags),
    number('yoy_change', rates.yoy, (figure) => yoyOf(figure)?.percent ?? null),
    text('changes', otherChanges),
    number('share', rates.share, ({ share }) => share),
    text('share_of', ({ shareOf }) => shareOf && shareBaseText(shareOf)),
    number('share_change', rates.shareChange, ({ shareChange }) => shareChange),
    text('note', ({ note }) => inLanguage(note, labels.language)),
    text('release', ({ release }) => release),
  ]
}

/** Formats the changes beside the yearly one in percent: "5.3% 2021", or "1.2pp 2022" in percentage points. */
function otherChanges(figure: PrintedObservation): Cell {
  const yoy = yoyOf(figure)
  const others = figure.changes.filter((change) => change !== yoy || change.points !== null)
  const texts = others.map((change) => {
    const percent = change.percent === null || change === yoy ? '' : `${change.percent}% `
    const points = change.points === null ? '' : `${change.points}pp `
    return percent + points + change.base.text
  })
  return texts.join('; ') || null
}

function byMeasure(units: FigureColumns['units'], labels: Labels): CellColumn[] {
  return [...groupBy(units, ({ unit }) => baseOf(unit))].map(([base, printed]) => {
    const target = printed.length === 1 && printed[0] ? printed[0].unit : base
    const measure = target === 'NUMBER' ? '' : ` (${labels.unit(target)})`
    return {
      name: `value_${target}`,
      label: labels.word('value') + measure,
      kind: 'number',
      cellOf: (figure) => (baseOf(figure.unit) === base ? valueIn(target, figure) : null),
    }
  })
}

export function widest(all: readonly Digits[]): Digits | null {
  if (all.length === 0) return null
  return {
    whole: Math.max(...all.map(({ whole }) => whole)),
    decimals: Math.max(...all.map(({ decimals }) => decimals)),
  }
}

const cellsOfCategories = (dimensions: readonly string[], labels: Labels) =>
  memoizeByObject((categories: readonly CategoryRef[]) =>
    byDimension(categories, dimensions).flatMap((category): Cell[] =>
      category === undefined ? [null, null] : [category.code, labels.category(category)],
    ),
  )
