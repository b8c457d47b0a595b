import type { Agreement } from '../domain/numbers/agreement.js'
import type { Bounds } from '../domain/numbers/bounds.js'
import type { CanonicalText } from '../domain/numbers/decimal.js'
import { unknown } from '../domain/numbers/quantity.js'
import type { ObservationStatus, Qualifier } from '../domain/observations/observation.js'
import type { Period } from '../domain/periods/period.js'
import type { Reason } from '../domain/reasons.js'
import type { Indicator, SeriesRef } from '../store/query/rows.js'
import type { SeriesFigures } from '../store/query/series-figures.js'
import type { ColumnNumbers } from './column-numbers.js'
import { DerivedValue } from './derived-value.js'

/** One number of a series; what is not selected is not computed. */
export interface Point {
  readonly period: Period
  readonly indicator: Indicator | null
  readonly status: ObservationStatus
  readonly qualifier: Qualifier
  readonly value: CanonicalText | null
  readonly bounds: Bounds | null
  readonly reported: CanonicalText | null
  readonly derived: DerivedValue
  agreement(): Agreement | Promise<Agreement>
  reason(): Promise<Reason | null>
}

type Derive = (indicator: Indicator) => DerivedValue

/** The figures of a series, with what is computed of them: from columns where they suffice, otherwise exactly. */
export class Line {
  readonly figures: SeriesFigures
  readonly numbers: ColumnNumbers | null
  readonly #derive: Derive
  readonly #derived: (DerivedValue | undefined)[] = []

  constructor(figures: SeriesFigures, numbers: ColumnNumbers | null, derive: Derive) {
    this.figures = figures
    this.numbers = numbers
    this.#derive = derive
  }

  get undecided(): Iterable<number> {
    return this.numbers?.undecided ?? Array(this.figures.length).keys()
  }

  /** Computes the exact number anew, as long as some of its inputs have not been read. */
  derive(index: number): DerivedValue {
    const derived = this.#derive(this.figures.indicator(index))
    this.#derived[index] = derived
    return derived
  }

  derived(index: number): DerivedValue {
    return this.#derived[index] ?? this.derive(index)
  }

  value(index: number): CanonicalText | null {
    const found = this.numbers?.value(index)
    return found === undefined ? this.derived(index).value : found
  }

  reported(index: number): CanonicalText | null {
    const found = this.numbers?.reported(index)
    return found === undefined ? this.derived(index).reported : found
  }

  agreement(index: number): Agreement | Promise<Agreement> {
    return this.numbers?.agreement(index) ?? this.derived(index).agreement()
  }
}

class FigurePoint implements Point {
  readonly period: Period
  readonly #line: Line
  readonly #index: number

  constructor(period: Period, line: Line, index: number) {
    this.period = period
    this.#line = line
    this.#index = index
  }

  get indicator(): Indicator {
    return this.#line.figures.indicator(this.#index)
  }

  get status(): ObservationStatus {
    return this.indicator.status
  }

  get qualifier(): Qualifier {
    return this.indicator.qualifier
  }

  get value(): CanonicalText | null {
    return this.#line.value(this.#index)
  }

  get bounds(): Bounds | null {
    return this.derived.bounds
  }

  get reported(): CanonicalText | null {
    return this.#line.reported(this.#index)
  }

  get derived(): DerivedValue {
    return this.#line.derived(this.#index)
  }

  agreement(): Agreement | Promise<Agreement> {
    return this.#line.agreement(this.#index)
  }

  reason(): Promise<Reason | null> {
    return this.derived.reason()
  }
}

const missing = new DerivedValue(unknown({ code: 'NO_INDICATOR', observation: null, asOf: false }), {
  observation: null,
})

export class Gap implements Point {
  readonly period: Period
  readonly indicator = null
  readonly status = 'MISSING'
  readonly qualifier = 'EXACT'
  readonly value = null
  readonly bounds = null
  readonly reported = null
  readonly derived = missing

  constructor(period: Period) {
    this.period = period
  }

  agreement(): Agreement | Promise<Agreement> {
    return missing.agreement()
  }

  reason(): Promise<Reason | null> {
    return missing.reason()
  }
}

const noFigure = -1

/** A line aligned with the periods of its table. */
export class SeriesRow {
  readonly series: SeriesRef
  readonly #line: Line
  readonly #gaps: readonly Gap[]
  readonly #indexes: Int32Array

  constructor(series: SeriesRef, line: Line, gaps: readonly Gap[]) {
    this.series = series
    this.#line = line
    this.#gaps = gaps
    this.#indexes = new Int32Array(gaps.length).fill(noFigure)
    const { figures } = line
    for (let index = 0, column = 0; index < figures.length; index++, column++) {
      const ordinal = figures.ordinal(index)
      while (column < gaps.length && gaps[column]?.period.ordinal !== ordinal) column += 1
      if (column === gaps.length) throw new Error(`the table has no period ${ordinal} of ${series.key}`)
      this.#indexes[column] = index
    }
  }

  get points(): readonly Point[] {
    return this.#gaps.map((gap, column) => {
      const index = this.#indexes[column] as number
      return index === noFigure ? gap : new FigurePoint(gap.period, this.#line, index)
    })
  }

  get values(): readonly (CanonicalText | null)[] {
    return Array.from(this.#indexes, (index) => (index === noFigure ? null : this.#line.value(index)))
  }
}
