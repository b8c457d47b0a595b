import type { PrintedObservation } from '../../domain/observations/printed.js'
import type { Period } from '../../domain/periods/period.js'
import type { Unit } from '../../domain/units/unit.js'

type Told = Pick<PrintedObservation, 'categories' | 'unit' | 'value' | 'decimals' | 'qualifier' | 'status'>
type Known = Pick<PrintedObservation, 'flags' | 'changes' | 'share' | 'shareOf' | 'shareChange' | 'note' | 'release'>

/**
 * One number with what it is a number of: a printed figure, or one that was computed, of which less is known. Null for a
 * metric or period that is not one: a sum over several.
 */
export interface OutputObservation extends Told, Partial<Known> {
  readonly metric: string | null
  readonly period: Period | null
  /** The measure of its series, where others of the same metric are there that its unit does not tell it from. */
  readonly measure?: Unit
  /** Of a number that was computed: why there is none, or what else is to be said. */
  readonly reason?: string | null
}

/** The code that tells its metric from all others beside it: EXPORTS, or EXPORTS.USD. */
export const metricCode = ({ metric, measure }: OutputObservation): string =>
  (metric ?? allOf) + (measure === undefined ? '' : `.${measure}`)

/** The code of what is not broken down by a dimension, in formats where every number has a place in each: SDMX's total. */
export const allOf = '_T'
