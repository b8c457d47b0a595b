import type { Text } from '../text/language.js'

/** The dataflow of SDMX: a body of figures that one agency maintains. */
export interface Dataset {
  readonly id: number
  readonly code: string
  readonly name: Text
  readonly description: Text
  readonly agency: string | null
  /** The ISO 3166 code of the economy or region whose figures it holds; null if REPORTER is one of its dimensions. */
  readonly reporter: string | null
  readonly licence: string | null
  readonly homepage: string | null
  readonly calendar: readonly PlannedRelease[]
  readonly rank: number
}

export interface PlannedRelease {
  readonly title: string
  readonly at: string
}

export const exchangeRates = 'EXCHANGE_RATES'
