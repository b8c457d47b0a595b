import type { CategoryRef } from '../codes/codes.js'
import type { Decimal, Printed } from '../numbers/decimal.js'
import { isYearBefore, type Period } from '../periods/period.js'
import type { Text } from '../text/language.js'
import type { Unit } from '../units/unit.js'

/** How a printed number is meant. OVER: greater than it, never equal to it. UNDER: less. ABOUT: near it. */
export const qualifiers = ['EXACT', 'OVER', 'UNDER', 'ABOUT'] as const
export type Qualifier = (typeof qualifiers)[number]

/** The office's own word about a figure (SDMX's OBS_STATUS in plain words), never computed from its history. */
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

/** The status of a figure with a level of which a file says nothing: that of its release's stage. */
export const stageStatus = {
  FLASH: 'PRELIMINARY',
  MONTHLY: 'NORMAL',
  REVISED: 'REVISED',
  YEARBOOK: 'FINAL',
} as const satisfies Record<ReleaseStage, ObservationStatus>

/** A printed change, in percent, or in percentage points where the figure itself is a rate, on its base period. */
export interface Change {
  readonly percent: Printed | null
  readonly points: Printed | null
  readonly base: Period
}

/** What a printed share is a share of. */
export interface ShareBase {
  readonly metric: string
  readonly category: CategoryRef
}

/** One figure as a release prints it: what a reader yields, what is ingested, what a writer takes. */
export interface Observation {
  readonly metric: string
  /** In order of dimension code; TOTAL:ALL alone where the figure is not broken down. */
  readonly categories: readonly CategoryRef[]
  readonly period: Period
  /** The unit it is printed in; the measure's base unit where no level is printed. */
  readonly unit: Unit
  /** In `unit`, at most 38 significant digits; null where no level is printed. */
  readonly value: Decimal | null
  /** Printed digits after the point, in `unit`; negative where a whole number is printed rounded (556,000: -3). */
  readonly decimals: number | null
  readonly qualifier: Qualifier
  readonly status: ObservationStatus
  /** The office's own flag letters. */
  readonly flags: string | null
  readonly changes: readonly Change[]
  readonly share: Printed | null
  readonly shareOf: ShareBase | null
  /** In percentage points, on a year before. */
  readonly shareChange: Printed | null
  readonly note: Text
}

/** What a release says of itself. */
export interface ReleaseMetadata {
  readonly code: string
  readonly title: string
  readonly publisher: string
  /** RFC 3339, with the publisher's own offset. */
  readonly publishedAt: string
  readonly stage: ReleaseStage
  readonly url: string | null
  readonly note: string | null
}

/** The printed change in percent on the same period of the year before; undefined where none was printed. */
export const yoyOf = ({ changes, period }: Pick<Observation, 'changes' | 'period'>): Change | undefined =>
  changes.find(({ percent, base }) => percent !== null && isYearBefore(base, period))
