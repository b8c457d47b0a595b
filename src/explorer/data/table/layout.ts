import type { RateFragment as Rate } from '../../../generated/gql/explorer/graphql.js'
import type { Words } from '../../i18n/en.js'
import type { Form } from '../state.js'
import { type Cell, type Grid, labelOf } from './grid.js'

const kinds = ['level', 'shown', 'growthPrinted', 'growthComputed', 'sharePrinted', 'shareComputed'] as const
export type Kind = (typeof kinds)[number]

export interface LayoutRow {
  readonly key: string
  readonly label: string
  readonly cells: readonly Cell[]
  readonly kinds: readonly Kind[]
}

export interface Column {
  readonly label: string
  readonly decimals: number
}

/** Arranges the grid in rows and columns. Lines of rates appear only if a cell has a number. */
export function tableLayoutOf(
  grid: Grid,
  turned: boolean,
  withShares: boolean,
  words: Words,
  form: Form = 'level',
): { readonly columns: readonly Column[]; readonly rows: readonly LayoutRow[] } {
  const series = grid.rows.map((row) => ({ key: row.key, label: labelOf(row, grid, words), cells: row.cells }))
  const periods = grid.periods.map(words.period)
  const byPeriod = grid.periods.map((period, index) => ({
    key: period,
    label: periods[index] ?? period,
    cells: series.flatMap(({ cells }) => cells[index] ?? []),
  }))
  const rows = (turned ? byPeriod : series).map((row) => ({
    ...row,
    kinds: form === 'level' ? kindsOf(row.cells, withShares) : (['shown'] as const),
  }))
  const labels = turned ? series.map(({ label }) => label) : periods
  const columns = labels.map((label, index) => {
    const decimals = rows.map(({ cells }) => decimalsOf(cells[index]?.value ?? ''))
    return { label, decimals: Math.max(0, ...decimals) }
  })
  return { columns, rows }
}

export const decimalsOf = (decimal: string): number => decimal.split('.')[1]?.length ?? 0

export const rateOf = (cell: Cell, kind: Kind): Rate | null =>
  kind === 'level' || kind === 'shown' ? null : kind.startsWith('growth') ? cell.growth : cell.share

function kindsOf(cells: readonly Cell[], withShares: boolean): Kind[] {
  const has = (kind: Kind): boolean =>
    kind !== 'shown' &&
    cells.some((cell) => {
      const rate = rateOf(cell, kind)
      return rate === null || (kind.endsWith('Printed') ? rate.reported : rate.value) !== null
    })
  return kinds.filter((kind) => (withShares || !kind.startsWith('share')) && has(kind))
}
