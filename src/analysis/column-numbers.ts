import type { Agreement } from '../domain/numbers/agreement.js'
import type { CanonicalText } from '../domain/numbers/decimal.js'
import { canonicalOver, isSurelyPositive, nearlyAgrees, nearRounded, type Scaled } from '../domain/numbers/near.js'
import { type Block, noScale, qualifierOf, statusOf } from '../store/query/columns/block.js'
import type { SeriesRows } from '../store/query/columns/series.js'
import { type Division, notKnown } from './divisions.js'

/**
 * The numbers that are computed of the figures of a series, from columns, without objects: each is undefined where only
 * the exact computation can tell.
 */
export interface ColumnNumbers {
  /** The indexes of the figures for which that computation may need others that have to be read. */
  readonly undecided: readonly number[]
  value(index: number): CanonicalText | null | undefined
  reported(index: number): CanonicalText | null | undefined
  agreement(index: number): Agreement | undefined
}

export class ColumnOfLevels implements ColumnNumbers {
  readonly undecided = []
  readonly #block: Block
  readonly #rows: readonly number[]
  readonly #exponent: number

  constructor({ block, rows }: SeriesRows, exponent: number) {
    this.#block = block
    this.#rows = rows
    this.#exponent = exponent
  }

  value(index: number): CanonicalText | null | undefined {
    const row = this.#rows[index] as number
    const scaled = this.#block.scaled('value', row)
    if (scaled !== null) return canonicalOver(scaled, this.#exponent)
    return this.#block.has('value', row) ? undefined : null
  }

  reported(index: number): CanonicalText | null | undefined {
    const hasScale = this.#block.columns.scale[this.#rows[index] as number] !== noScale
    return hasScale ? this.value(index) : null
  }

  agreement(index: number): Agreement {
    return this.#block.has('value', this.#rows[index] as number) ? 'AGREES' : 'NOT_REPORTED'
  }
}

/** Stand for quotients that only the exact computation can tell, and for those whose divisor is not known. */
const [undecided, missing] = [Number.NaN, Number.POSITIVE_INFINITY]

export class ColumnOfRatios implements ColumnNumbers {
  readonly undecided: readonly number[]
  readonly #block: Block
  readonly #rows: readonly number[]
  readonly #printed: Division['printed']
  readonly #near: Float64Array

  constructor({ block, rows }: SeriesRows, division: Division) {
    this.#block = block
    this.#rows = rows
    this.#printed = division.printed
    this.#near = new Float64Array(rows.length)
    const left: number[] = []
    for (let index = 0; index < rows.length; index++) {
      const near = quotientOf(block, rows[index] as number, division)
      this.#near[index] = near
      if (Number.isNaN(near)) left.push(index)
    }
    this.undecided = left
  }

  value(index: number): CanonicalText | null | undefined {
    const near = this.#near[index] as number
    return near === missing ? null : (nearRounded(near) ?? undefined)
  }

  reported(index: number): CanonicalText | null | undefined {
    const printed = this.#printedRate(index)
    return printed && canonicalOver(printed, 0)
  }

  agreement(index: number): Agreement | undefined {
    const near = this.#near[index] as number
    if (near === missing) return 'NOT_COMPUTABLE'
    const printed = this.#printedRate(index)
    if (Number.isNaN(near) || printed === undefined) return undefined
    if (printed === null) return 'NOT_REPORTED'
    return nearlyAgrees(near, printed.digits / 10 ** printed.places, printed.places) ? 'AGREES' : undefined
  }

  #printedRate(index: number): Scaled | null | undefined {
    const row = this.#rows[index] as number
    if (this.#printed === null || !this.#block.has(this.#printed, row)) return null
    return this.#block.scaled(this.#printed, row) ?? undefined
  }
}

function quotientOf(block: Block, row: number, { ratio, divisorOf }: Division): number {
  const divisor = divisorOf(row)
  if (divisor === null) return undecided
  if (divisor === notKnown) return missing
  const [a, b] = [exactLevel(block, row), exactLevel(block, divisor)]
  if (a === null || b === null || !isSurelyPositive(b, decimalsOf(block, divisor))) return undecided
  return ratio(a, b)
}

function exactLevel(block: Block, row: number): Scaled | null {
  const isExact = qualifierOf(block, row) === 'EXACT' && statusOf(block, row) !== 'NIL'
  return isExact ? block.scaled('value', row) : null
}

function decimalsOf({ columns }: Block, row: number): number | null {
  const scale = columns.scale[row] as number
  return scale === noScale ? null : scale
}
