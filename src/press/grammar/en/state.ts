import type { Period } from '../../../domain/periods/period.js'
import type { Item } from '../../items.js'
import type { Clock } from '../../periods.js'
import type { Span } from '../../source.js'
import type { Frame, Metric, Phrase, Statement, Vocabulary } from '../../statement.js'
import { mainEconomy, mainRegion } from '../economies.js'
import { longName } from './lexing/short-names.js'
import type { Context } from './nouns.js'
import { previousUnlessSaid } from './scope.js'

/** BASE is a level of the period that another is compared with: up from 3.2 billion in August. */
export type Role = Statement['role'] | 'BASE'

/** The context in force in an English text, and the sentence that is read. */
export interface State {
  /** The whole text with its items masked; `plain` is without masks. */
  readonly text: string
  readonly plain: string
  readonly clock: Clock
  readonly context: Context
  period: Period | null
  month: Period | null
  /** The flow that the heading above names: what is said under "Imports" of goods or partners is of imports. */
  flow: Metric | null
  /** The flow that the paragraph speaks of from a sentence on: "On the export side, …". */
  section: Metric | null
  /** Indicates that the last heading is on services. */
  isOnServices: boolean
  /** The period of the first figure. */
  mainPeriod: Period | null
  frames: readonly Frame[]
  /** The subject that "their" refers to. */
  subjects: readonly Phrase[]
  /** The partner that a paragraph speaks of: "In trade with the United States, …". */
  paragraph: readonly Phrase[]
  /** The only partner of the balances of the sentence that gave some last in the paragraph: its flows follow. */
  balanced: { readonly sentence: Span; readonly phrases: readonly Phrase[] } | null
  /** The sentence of the last number that is an average, of which the next may give others: "The growth rate was highest in". */
  averaged: Span | null
  /** The last sentence that tells a change from one period to another, and the first of them. */
  spanned: { readonly sentence: Span; readonly from: Item } | null
  /** The category that the flows of a sentence have in common by reference: "with exports under the regime up and imports down". */
  shared: readonly Phrase[]
  /** The only flow that the sentence before names, and the sign of its last direction. */
  side: { readonly metric: Metric; readonly sign: Item['sign'] } | null
  /** The last of a list of names that have their numbers in brackets. */
  listed: {
    readonly metric: Metric
    readonly role: 'SHARE' | 'CHANGE' | 'LEVEL'
    readonly sign: Item['sign']
    readonly end: number
  } | null
  /** The last of a list of names with a number each, in the manner that the first is told. */
  chain: {
    readonly text: string
    readonly metric: Metric
    readonly dimension: Phrase['dimension']
    readonly kind: Item['kind']
    readonly role: 'SHARE' | 'CHANGE' | 'LEVEL'
    readonly sign: Item['sign']
    readonly hasShare: boolean
  } | null
  /** The last of a list of numbers with a partner behind each. */
  placed: {
    readonly sentence: Span
    readonly metric: Metric
    readonly role: 'SHARE' | 'CHANGE'
    readonly sign: Item['sign']
  } | null
  /** The end of the last amount in brackets of a list of names in the sentence. */
  bracketed: number | null
  /** The figure before a bracket that has the share of a part. */
  outside: Frame | null
  /** The flow of which a sentence without numbers has named goods, just before. */
  spoken: Metric | null
  /** The frames of the levels of the sentence before, or of its changes. */
  told: readonly Frame[]
  sharesOnly: boolean
  /** The subjects of the amounts at the head of the lines below: "Trade amounted to:". */
  introduced: readonly Frame[]
  /** The region that the paragraph has named last, with the metric of its figure. */
  place: Frame | null
  sentence: Span
  items: readonly Item[]
  lastRole: Role | null
  hasBoth: boolean
  /** Indicates that no number of the sentence has been read. */
  fresh: boolean
  /** Indicates that the sentence begins with a reference to the one before. */
  continues: boolean
  /** The direction of the last change in an amount: "fell 2 billion, or 3 percent". */
  amountSign: number
  afterAmount: boolean
  /** The end of the words after a number that named its metric. */
  consumed: number
}

export function initialState(text: string, plain: string, clock: Clock, vocabulary: Vocabulary): State {
  const main = mainEconomy(plain)
  const region = main === null || main.code === 'CN' ? mainRegion(plain) : null
  return {
    text,
    plain,
    clock,
    context: {
      shortNames: (words) => longName(plain, words),
      main,
      vocabulary,
      speaksOfServices: /(?:goods|merchandise) (?:and|&) services/i.test(plain),
      dividesExports:
        /\bnational exports\b/i.test(plain) && /\b(?:re-?exports|free[- ]zones? exports|total exports)\b/i.test(plain),
      hasScales: /\d ?(?:million|billion|trillion|mln|bln|mn|bn)\b/i.test(plain),
      region: region === null ? null : { kind: 'REGION', words: region },
      comparesWithPrevious: main?.isMonthly === true || previousUnlessSaid.test(plain),
    },
    period: null,
    month: null,
    mainPeriod: null,
    flow: null,
    section: null,
    isOnServices: false,
    frames: [],
    subjects: [],
    paragraph: [],
    balanced: null,
    averaged: null,
    spanned: null,
    shared: [],
    side: null,
    listed: null,
    chain: null,
    placed: null,
    bracketed: null,
    outside: null,
    spoken: null,
    told: [],
    sharesOnly: false,
    introduced: [],
    place: null,
    sentence: { start: 0, end: 0 },
    items: [],
    lastRole: null,
    hasBoth: false,
    fresh: true,
    continues: false,
    amountSign: 1,
    afterAmount: false,
    consumed: 0,
  }
}

export function enterParagraph(
  state: State,
  { keepsChain, keepsSide }: Record<'keepsChain' | 'keepsSide', boolean>,
): void {
  state.place = null
  if (!keepsChain) state.chain = null
  state.section = null
  state.told = []
  state.paragraph = []
  state.balanced = null
  state.averaged = null
  if (!keepsSide) state.side = null
}

export function enterSentence(state: State): void {
  state.lastRole = null
  state.listed = null
  state.bracketed = null
  state.outside = null
  state.shared = []
  state.fresh = true
  state.amountSign = 1
  state.afterAmount = false
}
