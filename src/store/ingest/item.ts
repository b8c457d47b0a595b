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

/** One item read from the files of a release: an observation, the label of a category, or the faults of a row. */
export type Item =
  | { readonly observation: Observation; readonly row: number | null; readonly source: Source | null }
  | { readonly label: CategoryLabel }
  | { readonly faults: readonly Finding[] }

type Required = 'kind' | 'severity' | 'message' | 'file' | 'row' | 'key'

/** Returns a finding about what a file contains, not about the value of an observation. */
export const fileFinding = (finding: Pick<Finding, Required> & Partial<Finding>): Finding => ({
  expected: null,
  reported: null,
  unit: null,
  found: null,
  column: null,
  indicators: [],
  ...finding,
})
