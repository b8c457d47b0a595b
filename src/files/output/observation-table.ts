import { type CategoryRef, total } from '../../domain/codes/codes.js'
import { type Digits, type PrintedObservation, shiftPoint } from '../../domain/observations/printed.js'
import { isYearBefore } from '../../domain/periods/period.js'
import { inLanguage } from '../../domain/text/language.js'
import { baseOf, shiftBetween, type Unit } from '../../domain/units/unit.js'
import { memoizeByObject } from '../../lib/memo.js'
import { shareBaseText } from '../csv/writer.js'
import type { Labels } from './labels.js'
import type { Cell, Column, Table } from './table.js'

export interface FigureColumns {
  readonly dimensions: readonly string[]
  readonly units: readonly (Digits & { readonly unit: Unit })[]
  readonly rates: Readonly<Record<'yoy' | 'share' | 'shareChange', Digits | null>>
}

/** Values are in one column next to their unit, or in a column for each measure. */
type Values = 'as printed' | 'by measure'

export function figureTable(
  figures: AsyncIterable<readonly PrintedObservation[]>,
  known: FigureColumns,
  labels: Labels,
  values: Values,
): Table {
  const { dimensions, rates } = known
  const columns = values === 'as printed' ? [asPrinted(known, labels)] : byMeasure(known, labels)
  const text = (name: Parameters<Labels['word']>[0]): Column => ({ name, label: labels.word(name), kind: 'text' })
  const day = (name: 'first_day' | 'last_day'): Column => ({ name, label: labels.word(name), kind: 'day' })
  const rate = (name: 'yoy_change' | 'share' | 'share_change', digits: Digits | null): Column => ({
    ...text(name),
    kind: 'number',
    digits,
  })
  const all: Column[] = [
    text('metric'),
    text('metric_name'),
    ...dimensions.flatMap((code): Column[] => [
      { name: code, label: labels.dimension(code), kind: 'text' },
      { name: `${code}_name`, label: labels.word('name').replace('{}', labels.dimension(code)), kind: 'text' },
    ]),
    text('period'),
    day('first_day'),
    day('last_day'),
    text('frequency'),
    ...columns.map(({ column }) => column),
    text('unit'),
    { ...text('decimals'), kind: 'number', digits: { whole: 3, decimals: 0 } },
    text('qualifier'),
    text('status'),
    text('flags'),
    rate('yoy_change', rates.yoy),
    text('changes'),
    rate('share', rates.share),
    text('share_of'),
    rate('share_change', rates.shareChange),
    text('note'),
    text('release'),
  ]
  const categoryCells = cellsOfCategories(dimensions, labels)
  const rowOf = (figure: PrintedObservation): Cell[] => {
    const { metric, period, unit, decimals, changes, share, shareOf, shareChange } = figure
    const yoy = changes.find(({ percent, base }) => percent !== null && isYearBefore(base, period))
    const others = changes.filter((change) => change !== yoy || change.points !== null)
    return [
      metric,
      labels.metric(metric),
      ...categoryCells(figure.categories),
      period.text,
      period.first,
      period.last,
      period.frequency,
      ...columns.map(({ cellOf }) => cellOf(figure)),
      unit,
      decimals === null ? null : String(decimals),
      figure.qualifier,
      figure.status,
      figure.flags,
      yoy?.percent ?? null,
      others.length === 0 ? null : others.map((change) => changeText(change, change === yoy)).join('; '),
      share,
      shareOf === null ? null : shareBaseText(shareOf),
      shareChange,
      inLanguage(figure.note, labels.language),
      figure.release,
    ]
  }
  return {
    columns: all,
    rows: (async function* () {
      for await (const batch of figures) yield batch.map(rowOf)
    })(),
  }
}

/** Formats a change: "5.3% 2021", or "1.2pp 2022" in percentage points. */
function changeText({ percent, points, base }: PrintedObservation['changes'][number], isYoy: boolean): string {
  const numbers = [percent !== null && !isYoy ? `${percent}%` : null, points === null ? null : `${points}pp`]
  return `${numbers.filter((each) => each !== null).join(' ')} ${base.text}`
}

interface ValueColumn {
  readonly column: Column
  readonly cellOf: (figure: PrintedObservation) => Cell
}

const asPrinted = ({ units }: FigureColumns, labels: Labels): ValueColumn => ({
  column: { name: 'value', label: labels.word('value'), kind: 'number', digits: widest(units) },
  cellOf: ({ value }) => value,
})

function byMeasure({ units }: FigureColumns, labels: Labels): ValueColumn[] {
  const measures = [...new Set(units.map(({ unit }) => baseOf(unit)))]
  return measures.map((base) => {
    const printed = units.filter(({ unit }) => baseOf(unit) === base)
    const target = printed.length === 1 && printed[0] ? printed[0].unit : base
    const name = target === 'NUMBER' ? '' : ` (${labels.unit(target)})`
    return {
      column: { name: `value_${target}`, label: labels.word('value') + name, kind: 'number' },
      cellOf: ({ value, unit, decimals }) => {
        if (value === null || baseOf(unit) !== base) return null
        const shift = shiftBetween(unit, target)
        return shift === 0 ? value : shiftPoint(value, shift, Math.max(0, (decimals ?? 0) - shift))
      },
    }
  })
}

function widest(all: readonly Digits[]): Digits | null {
  if (all.length === 0) return null
  return {
    whole: Math.max(...all.map(({ whole }) => whole)),
    decimals: Math.max(...all.map(({ decimals }) => decimals)),
  }
}

function cellsOfCategories(
  dimensions: readonly string[],
  labels: Labels,
): (categories: readonly CategoryRef[]) => readonly Cell[] {
  return memoizeByObject((categories) => {
    const cells = dimensions.flatMap((code): Cell[] => {
      const category = categories.find(({ dimension }) => dimension === code)
      return category === undefined ? [null, null] : [category.code, labels.category(category)]
    })
    const rest = categories.find(({ dimension }) => dimension !== total.dimension && !dimensions.includes(dimension))
    if (rest !== undefined) throw new Error(`There is no column for the dimension ${rest.dimension}.`)
    return cells
  })
}
