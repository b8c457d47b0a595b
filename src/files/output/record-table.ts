import { total } from '../../domain/codes/codes.js'
import type { Digits, PrintedObservation } from '../../domain/observations/printed.js'
import { type Period, placeOf } from '../../domain/periods/period.js'
import { baseOf, shiftBetween, type Unit } from '../../domain/units/unit.js'
import { formatCount, Refusal } from '../../errors.js'
import type { Labels, Word } from './labels.js'
import { valueIn } from './observation.js'
import { type CellColumn, type FigureColumns, periodColumns, printedColumns, widest } from './observation-table.js'
import { type Cell, type Column, type Table, tableOf } from './table.js'

export const recordShapes = ['long', 'wide'] as const
export const recordLabels = ['code', 'name', 'both'] as const

export interface RecordOptions {
  /** `long` has a row for each figure, `wide` a row for each series and a column for each period. */
  readonly shape: (typeof recordShapes)[number]
  readonly labels: (typeof recordLabels)[number]
  /** The unit of the values; null is the base unit of each measure. */
  readonly unit: Unit | null
  readonly comment: boolean
}

type Figures = AsyncIterable<readonly PrintedObservation[]>

const most = 100_000

const printedNames: readonly string[] = [
  'qualifier',
  'status',
  'yoy_change',
  'share',
  'share_of',
  'note',
  'release',
] satisfies Word[]

/** Returns the columns of records, with titles in the language of `labels`; of wide ones, those before the periods. */
export function recordColumns(known: FigureColumns, labels: Labels, options: RecordOptions): readonly CellColumn[] {
  const target = targetOf(options)
  const coded = <Code extends string>(
    name: string,
    word: Word,
    codeOf: (figure: PrintedObservation) => Code,
    nameOf: (code: Code, figure: PrintedObservation) => string,
  ): CellColumn[] => {
    const code: CellColumn = { name, label: labels.word(word), kind: 'text', cellOf: codeOf }
    const named: CellColumn = {
      name: options.labels === 'both' ? `${name}_name` : name,
      label: labels.word('name').replace('{}', code.label),
      kind: 'text',
      cellOf: (figure) => nameOf(codeOf(figure), figure),
    }
    return { code: [code], name: [named], both: [code, named] }[options.labels]
  }
  const refOf = ({ categories: [category = total] }: PrintedObservation) => category
  const codeOf = (name: 'dataset' | 'metric') => (figure: PrintedObservation) => figure[name]
  const categoryName = (_: string, figure: PrintedObservation) => labels.category(refOf(figure))
  const about = [
    coded('dataset', 'dataset', codeOf('dataset'), labels.dataset),
    coded('metric', 'metric', codeOf('metric'), labels.metric),
    coded('dimension', 'dimension', (figure) => refOf(figure).dimension, labels.dimension),
    coded('category', 'category', (figure) => refOf(figure).code, categoryName),
  ].flat()
  const unit = coded('unit', 'unit_of_value', target, labels.unit)
  const periods = periodColumns(labels)
  if (options.shape === 'wide') return [...about, ...periods.filter(({ name }) => name === 'frequency'), ...unit]
  const number = (name: Word, digits: Digits | null, cellOf: CellColumn['cellOf']): CellColumn => {
    return { name, label: labels.word(name), kind: 'number', digits, cellOf }
  }
  return [
    ...about,
    ...periods,
    number('value', digitsOf(known, options), (figure) => valueIn(target(figure), figure)),
    ...unit,
    { ...number('decimals', { whole: 3, decimals: 0 }, (figure) => decimalsIn(target(figure), figure)), scale: 0 },
    ...printedColumns(known, labels, 'as printed').filter(({ name }) => printedNames.includes(name)),
  ]
}

const targetOf =
  ({ unit }: RecordOptions) =>
  (figure: Pick<PrintedObservation, 'unit'>): Unit =>
    unit ?? baseOf(figure.unit)

export function unitsOfRecords({ units, usedUnits }: FigureColumns, options: RecordOptions) {
  const target = targetOf(options)
  return [...new Set(usedUnits.map((unit) => target({ unit })))].map((unit) => {
    const printed = units.filter((each) => target(each) === unit)
    const places = printed.map((each) => each.places - shiftBetween(each.unit, unit))
    return { unit, decimals: places.length === 0 ? null : Math.max(...places) }
  })
}

function decimalsIn(target: Unit, { unit, decimals }: PrintedObservation): Cell {
  return decimals === null ? null : String(decimals - shiftBetween(unit, target))
}

function digitsOf({ units }: FigureColumns, { unit: given }: RecordOptions): Digits | null {
  return widest(
    units.map(({ unit, whole, decimals }) => {
      const shift = shiftBetween(unit, given ?? baseOf(unit))
      return { whole: Math.max(1, whole + shift), decimals: Math.max(0, decimals - shift) }
    }),
  )
}

/** Programs find columns by name, so the headers are the same in every language. */
const headed = ({ name, kind, digits = null, scale }: Column): Column => ({
  ...{ name, label: name, kind, digits },
  ...(scale !== undefined && { scale }),
})

export const longTable = (figures: Figures, columns: readonly CellColumn[]): Table => ({
  columns: columns.map(headed),
  rows: (async function* () {
    for await (const batch of figures) yield batch.map((figure) => columns.map(({ cellOf }) => cellOf(figure)))
  })(),
})

/**
 * Reads figures into a table with a row for each series, in the order of their first figures, and a column for each
 * period. Throws LIMIT_EXCEEDED for more than 100,000 cells.
 */
export async function wideTable(
  figures: Figures,
  columns: readonly CellColumn[],
  options: RecordOptions,
): Promise<Table> {
  const target = targetOf(options)
  const rows = new Map<string, { readonly cells: readonly Cell[]; readonly values: Map<string, Cell> }>()
  const periods = new Map<string, Period>()
  for await (const batch of figures) {
    for (const figure of batch) {
      const { dataset, metric, categories, period } = figure
      const key = JSON.stringify([dataset, metric, categories, target(figure), period.frequency])
      const row = rows.get(key) ?? { cells: columns.map(({ cellOf }) => cellOf(figure)), values: new Map() }
      row.values.set(period.text, valueIn(target(figure), figure))
      rows.set(key, row)
      periods.set(period.text, period)
    }
    refuseWider(rows.size, periods.size)
  }
  const sorted = [...periods.values()].sort((a, b) => placeOf(a) - placeOf(b))
  return tableOf(
    [...columns.map(headed), ...sorted.map(({ text }): Column => headed({ name: text, label: text, kind: 'number' }))],
    [...rows.values()].map(({ cells, values }) => [...cells, ...sorted.map(({ text }) => values.get(text) ?? null)]),
  )
}

function refuseWider(series: number, periods: number): void {
  if (series * periods <= most) return
  const size = `${formatCount(series)} series of ${formatCount(periods)} periods`
  const message = `A wide table has at most ${formatCount(most)} cells, and ${size} need more. Choose a frequency, fewer periods or categories, or shape=long.`
  throw new Refusal('LIMIT_EXCEEDED', message)
}
