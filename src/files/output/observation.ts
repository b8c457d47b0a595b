import type { PrintedObservation } from '../../domain/observations/printed.js'
import type { Period } from '../../domain/periods/period.js'
import type { Unit } from '../../domain/units/unit.js'

type Required = Pick<PrintedObservation, 'categories' | 'unit' | 'value' | 'decimals' | 'qualifier' | 'status'>
type Optional = Pick<PrintedObservation, 'flags' | 'changes' | 'share' | 'shareOf' | 'shareChange' | 'note' | 'release'>

/** A printed or computed observation. The metric or period of a sum over several is null. */
export interface OutputObservation extends Required, Partial<Optional> {
  readonly metric: string | null
  readonly period: Period | null
  /** The measure, if the file has several measures of the metric. */
  readonly measure?: Unit
  readonly reason?: string | null
}

export const metricCode = ({ metric, measure }: OutputObservation): string =>
  (metric ?? allOf) + (measure === undefined ? '' : `.${measure}`)

export const allOf = '_T'
