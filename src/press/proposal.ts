import type { Qualifier } from '../domain/observations/observation.js'
import type { PressReason } from './reasons.js'
import type { Span } from './source.js'

const proposalClasses = ['CONFIRMED', 'PLAIN', 'CONTRADICTED', 'NOT_PLACED'] as const
export type ProposalClass = (typeof proposalClasses)[number]

interface ProposedChange {
  readonly percent: string | null
  readonly points: string | null
  readonly base: string
}

export interface StoredMatch {
  readonly status: 'SAME' | 'REVISED' | 'NEW'
  readonly value: string | null
  readonly unit: string | null
  readonly yoyChange: string | null
  readonly share: string | null
  readonly release: string | null
}

/**
 * A figure that a text states. Numbers are plain decimals; spans are UTF-16 code units of the text, and the span of a
 * number contains its digits. `category` is null, and `words` are the text's, where the code lists have none.
 */
export interface Proposal {
  /** The economy, as a code, or the region, in the text's words, that the text names; null if it names none. */
  readonly reporter: string | null
  readonly metric: string
  readonly dimension: string | null
  readonly category: string | null
  readonly words: string | null
  readonly period: string | null
  readonly value: string | null
  readonly unit: string | null
  readonly qualifier: Qualifier
  readonly yoyChange: string | null
  readonly share: string | null
  readonly shareOf: string | null
  readonly shareChange: string | null
  readonly changes: readonly ProposedChange[]
  readonly class: ProposalClass
  readonly reason: PressReason
  readonly rule: string
  readonly sentence: Span
  readonly spans: {
    readonly value: Span | null
    readonly yoyChange: Span | null
    readonly share: Span | null
    readonly shareChange: Span | null
    readonly changes: readonly Span[]
  }
  readonly stored: StoredMatch
}

/** A number that looks like a figure and is none, or cannot be told. */
export interface NotPlaced {
  readonly text: string
  readonly span: Span
  readonly sentence: Span
  readonly reason: PressReason
}

export interface Proposals {
  readonly language: 'en' | 'zh'
  readonly publishedAt: string | null
  readonly proposals: readonly Proposal[]
  readonly notPlaced: readonly NotPlaced[]
}
