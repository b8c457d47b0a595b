import { agreementSign, type Cell, differs, type Grid, labelOf, type Rate } from '../data/grid.js'
import { grouped, rounded, signed } from '../data/number.js'
import { spanOf } from '../data/period.js'
import type { Chart, Language } from '../data/state.js'
import type { Words } from '../i18n/en.js'

/** A number in a chart. `end` is "open" for a lower bound, "closed" for an upper bound and "vague" for "about". */
export interface Mark {
  readonly period: string
  readonly label: string
  readonly value: string | null
  readonly low: string | null
  readonly high: string | null
  readonly end: 'exact' | 'open' | 'closed' | 'vague'
  readonly text: string
  /** The computed number next to a printed one. */
  readonly other: string | null
  readonly differs: boolean
}

export interface ChartSeries {
  readonly key: string
  readonly label: string
  readonly marks: readonly Mark[]
}

export const places = 2

export function chartSeriesOf(grid: Grid, chart: Chart, words: Words, language: Language): ChartSeries[] {
  return grid.rows.map((row) => ({
    key: row.key,
    label: labelOf(row, grid, language),
    marks: row.cells.flatMap((cell, index) => {
      const period = grid.periods[index] ?? ''
      const mark = markOf(cell, chart, words)
      return mark === null ? [] : [{ period, label: words.period(spanOf(period)), ...mark }]
    }),
  }))
}

export const levelText = ({ value, qualifier, status, figure }: Cell, words: Words): string =>
  value === null
    ? figure === null
      ? words.noFigure
      : words.statuses[status]
    : words.qualified[qualifier].replace('#', grouped(value))

type Drawn = Omit<Mark, 'period' | 'label'>

function markOf(cell: Cell, chart: Chart, words: Words): Drawn | null {
  if (chart === 'growth') return rateMark(cell.growth, words, signed)
  if (chart === 'shares') return rateMark(cell.share, words, grouped)
  const { value, low, high, qualifier, figure } = cell
  if (figure === null) return null
  const end = ({ EXACT: 'exact', OVER: 'open', UNDER: 'closed', ABOUT: 'vague' } as const)[qualifier]
  return { value, low, high, end, text: levelText(cell, words), other: null, differs: false }
}

function rateMark(rate: Rate, words: Words, written: (decimal: string) => string): Drawn | null {
  const { reported, value } = rate
  const computed = value === null ? null : rounded(value, places)
  if (reported === null && (value === null || computed === null)) return null
  const number = reported ?? computed ?? ''
  const same = computed === null || !differs(rate)
  const text = reported === null ? `${written(number)} ${words.computed}` : written(number)
  return {
    value: reported ?? value,
    low: null,
    high: null,
    end: reported === null ? 'vague' : 'exact',
    text: same ? text : `${text} ${agreementSign(rate)} ${written(computed)}`,
    other: reported === null ? null : value,
    differs: !same,
  }
}
