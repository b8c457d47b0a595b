import type { Frequency } from '../../generated/gql/explorer/graphql.js'
import type { Chart, Form } from '../data/state.js'

export interface LevelName {
  readonly one: string
  readonly many: string
}

export interface TitleParts {
  readonly metrics: readonly string[]
  readonly places: readonly string[]
  readonly form: Form
  readonly chart: Chart
  readonly breakdown: LevelName | null
  readonly isRanking: boolean
  readonly frequency: Frequency
  readonly from: string
  readonly to: string
  readonly base: string | null
}

export const mostNamed = 3
