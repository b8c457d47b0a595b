import type { CategoryRef } from '../../domain/codes/codes.js'
import type { Finding } from '../../domain/observations/finding.js'
import type { Observation } from '../../domain/observations/observation.js'
import type { Text } from '../../domain/text/language.js'

export interface Source {
  readonly file: string
  readonly value: string | null
  readonly change: string | null
  readonly share: string | null
}

export interface CategoryLabel extends CategoryRef {
  readonly name: Text
  readonly parent: string | null
}

export type Item =
  | {
      readonly observation: Observation
      readonly row: number | null
      readonly source: Source | null
      readonly dataset?: string | null
    }
  | { readonly label: CategoryLabel }
  | { readonly notice: string }
  | { readonly faults: readonly Finding[] }

type Required = 'kind' | 'severity' | 'message' | 'file' | 'row' | 'key'

export const fileFinding = (finding: Pick<Finding, Required> & Partial<Finding>): Finding => ({
  discrepancy: null,
  expected: null,
  reported: null,
  unit: null,
  found: null,
  column: null,
  indicators: [],
  ...finding,
})
