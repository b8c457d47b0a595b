import type { CategoryRef } from '../../domain/codes/codes.js'
import type { Finding } from '../../domain/observations/finding.js'
import type { Observation } from '../../domain/observations/observation.js'
import type { Text } from '../../domain/text/language.js'

/** The file of an observation, and the columns of its value, its change and its share. */
export interface Source {
  readonly file: string
  readonly value: string | null
  readonly change: string | null
  readonly share: string | null
}

/** The name of a category as a file gives it, and the code of its parent in the same dimension. */
export interface CategoryLabel extends CategoryRef {
  readonly name: Text
  readonly parent: string | null
}

/** One item read from the files of a release: an observation, the label of a category, or the faults of a row. */
export type Item =
  | { readonly observation: Observation; readonly row: number | null; readonly source: Source | null }
  | { readonly label: CategoryLabel }
  | { readonly faults: readonly Finding[] }
