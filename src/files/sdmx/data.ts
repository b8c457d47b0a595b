import type { Period } from '../../domain/periods/period.js'
import type { Language } from '../../domain/text/language.js'
import type { Component, Flow } from './components.js'

export interface MessageHead {
  readonly id: string
  readonly prepared: string
  readonly language: Language
}

/** The action of a recipient on the observations of a data set, and the time for which they were known. */
export interface DataSetHead {
  readonly action: 'Replace' | 'Append' | 'Delete'
  readonly validFrom: string | null
  readonly validTo: string | null
}

/** An observation, or a series without any if it has no period. Rows of a dataset and of a series follow each other. */
export interface DataRow {
  readonly set: DataSetHead
  readonly key: readonly string[]
  readonly period: Period | null
  /** The cells of the columns of the message; empty in a deletion. */
  readonly cells: readonly (string | null)[]
}

export interface DataMessage {
  readonly head: MessageHead
  readonly flow: Flow
  readonly measures: readonly Component[]
  readonly attributes: readonly Component[]
  readonly layout: 'series' | 'flat'
  nameOf(component: Component, id: string): NonNullable<Component['name']> | null
  readonly rows: AsyncIterable<readonly DataRow[]>
}
