import type { CategoryRef } from '../codes/codes.js'
import type { Decimal, Printed } from '../numbers/decimal.js'
import type { Scaled } from '../numbers/near.js'
import { isYearBefore, type Period } from '../periods/period.js'
import type { Text } from '../text/language.js'
import type { Unit } from '../units/unit.js'

export const qualifiers = ['EXACT', 'OVER', 'UNDER', 'ABOUT'] as const
export type Qualifier = (typeof qualifiers)[number]

/** The status that the office gives (SDMX's OBS_STATUS in words); never computed from history. */
export const statuses = [
  'NORMAL',
  'PRELIMINARY',
  'FINAL',
  'REVISED',
  'ESTIMATED',
  'BREAK',
  'NIL',
  'NOT_APPLICABLE',
  'MISSING',
  'CONFIDENTIAL',
] as const
export type ObservationStatus = (typeof statuses)[number]

export const stages = ['FLASH', 'MONTHLY', 'REVISED', 'YEARBOOK'] as const
export type ReleaseStage = (typeof stages)[number]

export const stageStatus = {
  FLASH: 'PRELIMINARY',
  MONTHLY: 'NORMAL',
  REVISED: 'REVISED',
  YEARBOOK: 'FINAL',
} as const satisfies Record<ReleaseStage, ObservationStatus>

export interface Change<Value = Printed> {
  readonly percent: Value | null
  readonly points: Value | null
  readonly base: Period
}

export interface ShareBase {
  readonly metric: string
  readonly category: CategoryRef
}

export interface Observation {
  readonly metric: string
  /** The order is that of dimension codes; TOTAL:ALL alone if the observation is not broken down. */
  readonly categories: readonly CategoryRef[]
  readonly period: Period
  readonly unit: Unit
  readonly value: Decimal | null
  /** The value in the base unit, without a Decimal; null without a level and for too many digits. May be left out. */
  readonly scaled?: Scaled | null
  /** The printed decimal places; negative for a rounded whole number (-3 for 556,000). */
  readonly decimals: number | null
  readonly qualifier: Qualifier
  readonly status: ObservationStatus
  readonly flags: string | null
  readonly changes: readonly Change[]
  readonly yoy?: Printed | null
  readonly share: Printed | null
  readonly shareOf: ShareBase | null
  readonly shareChange: Printed | null
  readonly note: Text
}

export type PrintedLevel = Pick<Observation, 'value' | 'decimals' | 'qualifier' | 'unit'>

export interface ReleaseMetadata {
  readonly code: string
  readonly title: string
  readonly publisher: string
  readonly publishedAt: string
  readonly stage: ReleaseStage
  readonly url: string | null
  readonly note: string | null
}

/** The metadata of a release to import. The default of `dataset` is the only one of the store. */
export interface ReleaseHead extends ReleaseMetadata {
  readonly dataset?: string | null
}

interface Changed<C> {
  readonly changes: readonly C[]
  readonly period: Period
}

export const yoyOf = <C extends { readonly percent: unknown; readonly base: Period }>({
  changes,
  period,
}: Changed<C>) => changes.find(({ percent, base }) => percent !== null && isYearBefore(base, period))

export const yoyPercent = (observation: Observation): Printed | null =>
  observation.yoy ?? yoyOf(observation)?.percent ?? null
