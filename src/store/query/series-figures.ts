import { type Period, periodOf } from '../../domain/periods/period.js'
import { ColumnRow } from './columns/column-row.js'
import type { SeriesRows } from './columns/series.js'
import type { Snapshot } from './metadata-snapshot.js'
import { type Indicator, toIndicator } from './rows.js'

export interface SeriesFigures {
  readonly length: number
  readonly rows: SeriesRows | null
  ordinal(index: number): number
  period(index: number): Period
  indicator(index: number): Indicator
}

/** Figures as rows of a block; an object of a figure is made when it is asked for. */
export class FiguresInMemory implements SeriesFigures {
  readonly rows: SeriesRows
  readonly #snapshot: Snapshot

  constructor(rows: SeriesRows, snapshot: Snapshot) {
    this.rows = rows
    this.#snapshot = snapshot
  }

  get length(): number {
    return this.rows.rows.length
  }

  ordinal(index: number): number {
    const { block, rows } = this.rows
    return block.columns.period[rows[index] as number] as number
  }

  period(index: number): Period {
    const { block, place } = this.rows
    return periodOf(this.ordinal(index), block.entry(place).frequency)
  }

  indicator(index: number): Indicator {
    const { block, rows } = this.rows
    return toIndicator(new ColumnRow(block, rows[index] as number), this.#snapshot)
  }
}

export class FiguresRead implements SeriesFigures {
  readonly rows = null
  readonly #indicators: readonly Indicator[]

  constructor(indicators: readonly Indicator[]) {
    this.#indicators = indicators.toSorted((a, b) => a.period.ordinal - b.period.ordinal)
  }

  get length(): number {
    return this.#indicators.length
  }

  ordinal(index: number): number {
    return this.period(index).ordinal
  }

  period(index: number): Period {
    return this.indicator(index).period
  }

  indicator(index: number): Indicator {
    return this.#indicators[index] as Indicator
  }
}
