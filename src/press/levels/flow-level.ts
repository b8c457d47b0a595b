import { Decimal, powerOfTen } from '../../domain/numbers/decimal.js'
import type { Period } from '../../domain/periods/period.js'
import type { Metric, Statement } from '../statement.js'

/** A level of a metric, whose amount is in the unit of its measure. */
export interface FlowLevel {
  readonly metric: Metric
  readonly measure: string
  readonly period: Period
  readonly amount: Decimal
  /** The place of its last digit. */
  readonly unit: Decimal
}

const flows: ReadonlySet<Metric> = new Set(['EXPORTS', 'IMPORTS', 'TRADE'])

export const flowLevel = (statement: Statement): FlowLevel | null =>
  flows.has(statement.frame.metric) ? levelOf(statement) : null

export function levelOf({ role, measure, frame: { metric }, period, value, item }: Statement): FlowLevel | null {
  if (role !== 'LEVEL' || measure === null || period === null) return null
  const scale = powerOfTen(item.exponent)
  const decimals = value.split('.')[1]?.length ?? 0
  return {
    ...{ metric, measure, period },
    amount: new Decimal(value).times(scale),
    unit: powerOfTen(item.exponent - decimals),
  }
}

export const contains = (whole: Period, part: Period): boolean => whole.first <= part.first && whole.last >= part.last

const days = ({ first, last }: Period): number => (Date.parse(last) - Date.parse(first)) / 86_400_000 + 1

/** Returns the part of a level that falls into a period by its number of days. */
export const partIn = (period: Period, level: FlowLevel): Decimal =>
  level.amount.times(days(period)).div(days(level.period))

/** Indicates whether two sums of levels differ by no more than the levels are rounded. */
export const agree = (one: Decimal, other: Decimal, levels: readonly FlowLevel[]): boolean =>
  one
    .minus(other)
    .abs()
    .lessThanOrEqualTo(Decimal.sum(...levels.map(({ unit }) => unit)).div(2))

export function keepLargest(levels: Map<string, FlowLevel>, key: string, level: FlowLevel): void {
  const before = levels.get(key)
  if (before === undefined || before.amount.lessThan(level.amount)) levels.set(key, level)
}
