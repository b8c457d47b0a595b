import type { Part } from '../../../domain/aggregation/overlap.js'
import type { Before, Tally } from '../../../domain/aggregation/tally.js'
import { Decimal, divide, halfOf, hundred, zero } from '../../../domain/numbers/decimal.js'
import type { Scaled } from '../../../domain/numbers/near.js'
import type { ObservationStatus } from '../../../domain/observations/observation.js'
import type { Unit } from '../../../domain/units/unit.js'
import { type Block, qualifierOf, statusOf } from './block.js'

type YearBefore = ((row: number) => number | null) | null

/** The aggregate of one figure, whose numbers are computed when they are read: most results need few of them. */
export class FigureTally implements Tally {
  readonly measure: Unit
  readonly status: ObservationStatus
  readonly count: 0 | 1
  readonly nil: 0 | 1
  readonly missing: 0 | 1
  readonly over: 0 | 1
  readonly under: 0 | 1
  readonly about: 0 | 1
  readonly reason = null
  readonly divided = false
  readonly #block: Block
  readonly #row: number
  readonly #partOf: (row: number) => Part
  readonly #yearBefore: YearBefore
  #level: Decimal | null | undefined
  #before: Before | null | undefined
  #parts: readonly Part[] | null = null

  constructor(block: Block, row: number, partOf: (row: number) => Part, yearBefore: YearBefore) {
    const status = statusOf(block, row)
    const qualifier = qualifierOf(block, row)
    const hasLevel = status === 'NIL' || block.has('value', row)
    const count = hasLevel ? 1 : 0
    this.measure = block.entryOf(row).measure
    this.status = status
    this.count = count
    this.nil = status === 'NIL' ? 1 : 0
    this.missing = hasLevel ? 0 : 1
    this.over = qualifier === 'OVER' ? count : 0
    this.under = qualifier === 'UNDER' ? count : 0
    this.about = qualifier === 'ABOUT' ? count : 0
    this.#block = block
    this.#row = row
    this.#partOf = partOf
    this.#yearBefore = yearBefore
  }

  get sum(): Decimal {
    return this.#levelOrNull ?? zero
  }

  get scaled(): Scaled | null {
    return this.nil === 1 ? null : this.#block.scaled('value', this.#row)
  }

  get low(): Decimal {
    return boundOf(this.#block, this.#row, this.#levelOrNull, 'OVER')
  }

  get high(): Decimal {
    return boundOf(this.#block, this.#row, this.#levelOrNull, 'UNDER')
  }

  get lowInclusive(): boolean {
    return this.#isInclusive((level) => level.greaterThan(0))
  }

  get highInclusive(): boolean {
    return this.#isInclusive((level) => level.lessThan(0))
  }

  get least(): Decimal | null {
    return this.#levelOrNull
  }

  get most(): Decimal | null {
    return this.#levelOrNull
  }

  get before(): Before | null {
    this.#before ??=
      this.#yearBefore === null ? null : beforeOf(this, this.#block, this.#row, this.#yearBefore(this.#row))
    return this.#before
  }

  get parts(): readonly Part[] {
    this.#parts ??= this.count === 1 ? [this.#partOf(this.#row)] : []
    return this.#parts
  }

  get #levelOrNull(): Decimal | null {
    if (this.#level === undefined) this.#level = levelOf(this.#block, this.#row)
    return this.#level
  }

  #isInclusive(isNearZero: (level: Decimal) => boolean): boolean {
    const level = this.#levelOrNull
    if (level === null || this.nil === 1) return true
    return qualifierOf(this.#block, this.#row) === 'EXACT' && isNearZero(level)
  }
}

function levelOf(block: Block, row: number): Decimal | null {
  if (statusOf(block, row) === 'NIL') return zero
  const text = block.text('value', row)
  return text === null ? null : new Decimal(text)
}

/** Returns the bound of a level on the side that a qualifier leaves closed; 0 if there is none. */
function boundOf(block: Block, row: number, level: Decimal | null, closed: 'OVER' | 'UNDER'): Decimal {
  if (level === null || statusOf(block, row) === 'NIL') return zero
  const qualifier = qualifierOf(block, row)
  if (qualifier === closed) return level
  if (qualifier !== 'EXACT') return zero
  const half = halfOf(-(block.columns.scale[row] as number))
  return closed === 'OVER' ? level.minus(half) : level.plus(half)
}

function beforeOf(own: Tally, block: Block, row: number, yearBefore: number | null): Before {
  const level = own.count === 1 && yearBefore !== null ? levelOf(block, yearBefore) : null
  const isInexact = level !== null && yearBefore !== null && qualifierOf(block, yearBefore) !== 'EXACT'
  const implied = impliedBase(own, block, row)
  return {
    count: level === null ? 0 : 1,
    inexact: isInexact ? 1 : 0,
    reason: null,
    sum: level ?? zero,
    low: level === null || yearBefore === null ? zero : boundOf(block, yearBefore, level, 'OVER'),
    printed: implied === null ? 0 : 1,
    implied: implied ?? zero,
  }
}

function impliedBase({ sum, count }: Tally, block: Block, row: number): Decimal | null {
  const yoy = block.text('yoy', row)
  if (count === 0 || yoy === null) return null
  const divisor = hundred.plus(yoy)
  return divisor.greaterThan(0) ? divide(sum.times(hundred), divisor) : null
}
