import { type CategoryRef, total } from '../../domain/codes/codes.js'
import { type PrintedObservation, shiftPoint } from '../../domain/observations/printed.js'
import type { Period } from '../../domain/periods/period.js'
import { shiftBetween, type Unit } from '../../domain/units/unit.js'

type Required = Pick<PrintedObservation, 'categories' | 'unit' | 'value' | 'decimals' | 'qualifier' | 'status'>
type Optional = Pick<
  PrintedObservation,
  'dataset' | 'flags' | 'changes' | 'share' | 'shareOf' | 'shareChange' | 'note' | 'release'
>

/** The metric or period of a sum over several is null. */
export interface OutputObservation extends Required, Partial<Optional> {
  readonly metric: string | null
  readonly period: Period | null
  readonly measure?: Unit
  readonly reason?: string | null
}

export const metricCode = ({ metric, measure }: OutputObservation): string =>
  (metric ?? allOf) + (measure === undefined ? '' : `.${measure}`)

export const allOf = '_T'

export function byDimension(
  categories: readonly CategoryRef[],
  dimensions: readonly string[],
): (CategoryRef | undefined)[] {
  const lost = categories.find(({ dimension }) => dimension !== total.dimension && !dimensions.includes(dimension))
  if (lost !== undefined) throw new Error(`There is no column for the dimension ${lost.dimension}.`)
  return dimensions.map((code) => categories.find(({ dimension }) => dimension === code))
}

export function valueIn(target: Unit, { value, unit, decimals }: OutputObservation): string | null {
  if (value === null) return null
  const shift = shiftBetween(unit, target)
  return shift === 0 ? value : shiftPoint(value, shift, Math.max(0, (decimals ?? 0) - shift))
}
