import { type Bounds, printedBounds } from '../../domain/numbers/bounds.js'
import { Decimal, type Printed } from '../../domain/numbers/decimal.js'
import { overlap } from '../../domain/numbers/interval.js'
import { type Quantity, quantityOf } from '../../domain/numbers/quantity.js'
import type { Observation, Qualifier } from '../../domain/observations/observation.js'
import { baseOf, convert, type Unit, unitInfo } from '../../domain/units/unit.js'
import { printed, textOf } from '../arithmetic.js'
import { amountOf } from '../assemble.js'
import type { Statement } from '../statement.js'

/** The number of a text, in the base unit of its measure or in percent. */
export interface Stated extends Printed {
  readonly qualifier: Qualifier
  readonly bounds: Bounds
  readonly text: string
}

/** The official number for a statement: printed, or else computed from printed levels. */
export interface Official {
  readonly value: Decimal | null
  readonly bounds: Bounds | null
  readonly qualifier: Qualifier
  readonly text: string
  readonly computed: Quantity | null
}

export function statedBy(statement: Statement): Stated | null {
  const { role, item, value } = statement
  const { qualifier } = item
  if (role !== 'LEVEL') {
    const number = printed(value, item.exponent)
    const sign = role === 'POINTS' || role === 'SHARE_CHANGE' ? ' pp' : ' %'
    return { ...number, qualifier, bounds: boundsFor(number, qualifier), text: `${value}${sign}` }
  }
  const amount = amountOf(statement)
  if (amount === null) return null
  const number = inBase(new Decimal(amount.value), amount.decimals, amount.unit)
  return { ...number, qualifier, bounds: boundsFor(number, qualifier), text: textOf(amount) }
}

const inBase = (value: Decimal, decimals: number, unit: Unit): Printed => ({
  value: convert(value, unit, baseOf(unit)),
  decimals: decimals - unitInfo(unit).exponent,
})

/** The interval of a printed number. About a number is within its rounding, whose zeros at the end are no digits. */
function boundsFor(number: Printed, qualifier: Qualifier): Bounds {
  const { value } = number
  switch (qualifier) {
    case 'EXACT':
      return printedBounds(number)
    case 'OVER':
      return { low: value, high: null, lowInclusive: false, highInclusive: false }
    case 'UNDER':
      return { low: null, high: value, lowInclusive: false, highInclusive: false }
    case 'ABOUT': {
      const zeros = /0*$/.exec(value.abs().times(new Decimal(10).pow(number.decimals)).toFixed(0))?.[0].length ?? 0
      return printedBounds({ value, decimals: value.isZero() ? number.decimals : number.decimals - zeros })
    }
  }
}

export function levelIn(figure: Observation): Official | null {
  const { value, decimals, unit, qualifier, status } = figure
  if (status === 'NIL') return { ...quantityOf(figure), qualifier: 'EXACT', text: '-', computed: null }
  if (value === null || decimals === null) return null
  const number = inBase(value, decimals, unit)
  const text = textOf({ value: value.toFixed(), unit })
  return { value: number.value, bounds: boundsFor(number, qualifier), qualifier, text, computed: null }
}

export const rateIn = (rate: Printed | null | undefined): Official | null =>
  rate == null
    ? null
    : {
        value: rate.value,
        bounds: printedBounds(rate),
        qualifier: 'EXACT',
        text: `${rate.value.toFixed()} %`,
        computed: null,
      }

/** Compares a number of a text with the official one; a computed one is rounded to the digits of the text. */
export function compare(stated: Stated, official: Official): 'AGREES' | 'WITHIN_ROUNDING' | 'DISAGREES' {
  const isEqual = official.value !== null && isSame(stated, official.value, official.computed !== null)
  const isCompatible =
    stated.qualifier === official.qualifier || (stated.qualifier === 'ABOUT' && official.qualifier === 'EXACT')
  if (isEqual && isCompatible) return 'AGREES'
  return official.bounds !== null && overlap(stated.bounds, official.bounds) ? 'WITHIN_ROUNDING' : 'DISAGREES'
}

function isSame({ value, decimals }: Stated, official: Decimal, isComputed: boolean): boolean {
  if (!isComputed) return value.equals(official)
  const rounded =
    decimals >= 0 ? official.toDecimalPlaces(decimals) : official.toNearest(new Decimal(10).pow(-decimals))
  return rounded.equals(value)
}
