import type {
  NamedFragment,
  ProposalClass,
  ProposeQuery,
  Qualifier,
  Unit,
} from '../../../generated/gql/desk/graphql.js'
import type { Answered } from '../../data/answered.js'
import { isPeriod } from '../../data/period.js'
import type { Mark, Span } from './marks.js'

export type Category = Pick<NamedFragment, 'code' | 'en' | 'zh' | 'dimension'>

interface OtherChange {
  readonly percent: string
  readonly base: string
}

/** The fields of a figure that are published: texts as they are typed, in the notation of the tidy CSV. */
export interface Fields {
  readonly metric: string
  readonly category: Category | null
  readonly period: string
  readonly value: string
  readonly unit: Unit | ''
  readonly decimals: string
  readonly qualifier: Qualifier
  readonly growth: string
  readonly share: string
  readonly shareOf: string
  readonly shareChange: string
  /** The changes against other periods than that of the year before, which are published as they were read. */
  readonly otherChanges: readonly OtherChange[]
}

export type Field = Exclude<keyof Fields, 'otherChanges' | 'decimals' | 'shareOf'>

type Reading = Answered<ProposeQuery>['proposeFigures']
type Proposal = NonNullable<Reading>['proposals'][number]
type Reason = { readonly code: string; readonly en: string; readonly zh: string }

export type Class = ProposalClass | 'NOT_PLACED'
export type Decision = 'ACCEPTED' | 'REJECTED' | 'OPEN'

/** A figure at the desk: what was read, and what it has become. */
export interface Draft {
  readonly key: string
  readonly class: Class
  readonly sentence: Span
  readonly spans: readonly Span[]
  readonly words: string
  readonly nearest: readonly Category[]
  readonly reason: Reason | null
  readonly stored: Proposal['stored']
  readonly fields: Fields
  /** The fields as they were read; a number that was not placed has those that the text leaves no doubt of. */
  readonly read: Fields
  readonly decision: Decision
}

export const totalCode = 'ALL'

export const wouldRevise = ({ stored, reason }: Pick<Draft, 'stored' | 'reason'>): boolean =>
  stored !== null && reason?.code !== 'SAME_IN_STORE'

/**
 * Returns the figures and numbers of a text, in its order. Confirmed figures are accepted to begin with, unless they would
 * revise the store.
 */
export function draftsOf(reading: NonNullable<Reading>, text: string): readonly Draft[] {
  const figures = reading.proposals.map((proposal, at): Draft => {
    const fields = fieldsOf(proposal)
    const isPlaced = fields.category !== null
    return {
      key: `figure-${at}`,
      class: isPlaced ? proposal.class : 'NOT_PLACED',
      sentence: proposal.sentence,
      spans: distinct(publishedSpans(proposal)),
      ...{ words: proposal.words, nearest: proposal.nearest, reason: proposal.reason, stored: proposal.stored },
      ...{ fields, read: fields },
      decision:
        proposal.class === 'CONFIRMED' && !wouldRevise(proposal) && problemsOf(fields).length === 0
          ? 'ACCEPTED'
          : 'OPEN',
    }
  })
  const others = reading.notPlaced.filter(({ reason }) => reason.code !== 'REPEATED')
  const numbers = others.map(({ number, sentence, reason }, at): Draft => {
    const fields = { ...blank, value: digitsOf(text.slice(number.start, number.end)) }
    return {
      ...{ key: `number-${at}`, class: 'NOT_PLACED', sentence, spans: [number] },
      ...{ words: text.slice(number.start, number.end), nearest: [], reason, stored: null },
      ...{ fields, read: fields, decision: 'OPEN' },
    }
  })
  return [...figures, ...numbers].sort((one, other) => startOf(one) - startOf(other))
}

/** The numbers that can be published: a change in points against another period has no column of its own. */
function publishedSpans({ spans, changes }: Proposal): readonly Span[] {
  let at = 0
  return spans.flatMap(({ field, span }) => {
    if (field !== 'changes') return span
    const change = changes[at++]
    return change?.points == null || change.isYearOnYear ? span : []
  })
}

const startOf = ({ spans, sentence }: Draft): number => spans[0]?.start ?? sentence.start

function distinct(spans: readonly Span[]): readonly Span[] {
  const byStart = new Map(spans.map((span) => [span.start, span]))
  return [...byStart.values()].sort((one, other) => one.start - other.start)
}

const blank: Fields = {
  ...{ metric: '', category: null, period: '', value: '', unit: '', decimals: '', qualifier: 'EXACT' },
  ...{ growth: '', share: '', shareOf: '', shareChange: '', otherChanges: [] },
}

function fieldsOf({ spans, changes, shareOf, ...proposal }: Proposal): Fields {
  const printed = (name: string): string => spans.find(({ field }) => field === name)?.printed ?? ''
  const ofChanges = spans.filter(({ field }) => field === 'changes')
  return {
    metric: proposal.metric.code,
    category: proposal.category,
    period: proposal.period,
    value: printed('value'),
    unit: proposal.unit ?? '',
    decimals: (proposal.decimals ?? 0) < 0 ? String(proposal.decimals) : '',
    qualifier: proposal.qualifier,
    growth: printed('yoyChange'),
    share: printed('share'),
    shareChange: printed('shareChange'),
    shareOf: shareOf === null ? '' : wholeOf(shareOf),
    otherChanges: changes.flatMap(({ base, points, isYearOnYear }, at) => {
      const percent = ofChanges[at]?.printed
      return isYearOnYear || points !== null || percent === undefined ? [] : { percent, base }
    }),
  }
}

const wholeOf = ({ metric, category }: NonNullable<Proposal['shareOf']>): string =>
  category.code === totalCode ? metric.code : `${metric.code}|${category.dimension.code}:${category.code}`

const digitsOf = (words: string): string => numberOf(/[-−]?\d[\d,]*(?:\.\d+)?/.exec(words.normalize('NFKC'))?.[0] ?? '')

/** Returns a number as the tidy CSV writes it: "+1,234.5" and "9.9%" are typed as texts print them. */
export const numberOf = (typed: string): string =>
  typed.normalize('NFKC').trim().replaceAll(',', '').replace('−', '-').replace(/^\+/, '').replace(/\s*%$/, '')

export const marksOf = (drafts: readonly Draft[]): readonly Mark[] =>
  drafts.flatMap((draft) =>
    draft.spans.map((span) => ({
      ...{ span, key: draft.key, kind: classOf(draft), isStruck: draft.decision === 'REJECTED' },
    })),
  )

const decimal = /^-?\d{1,38}(\.\d{1,30})?$/
const numbers = ['value', 'growth', 'share', 'shareChange'] as const satisfies readonly Field[]

export function problemsOf(fields: Fields): readonly Field[] {
  const wrong = numbers.filter((name) => fields[name] !== '' && !decimal.test(fields[name]))
  const isEmpty = numbers.slice(0, 3).every((name) => fields[name] === '') && fields.otherChanges.length === 0
  return [
    ...(fields.metric === '' ? (['metric'] as const) : []),
    ...(fields.category === null ? (['category'] as const) : []),
    ...(isPeriod(fields.period) ? [] : (['period'] as const)),
    ...(fields.unit === '' ? (['unit'] as const) : []),
    ...(isEmpty ? (['value'] as const) : []),
    ...wrong,
  ]
}

export type Change =
  | { readonly kind: 'read'; readonly drafts: readonly Draft[] }
  | { readonly kind: 'edit'; readonly key: string; readonly fields: Partial<Fields> }
  | { readonly kind: 'restore'; readonly key: string }
  | { readonly kind: 'decide'; readonly key: string; readonly decision: Decision }

/** Returns the drafts after a change. A figure with a problem is not accepted, and one that is edited is decided anew. */
export function changed(drafts: readonly Draft[], change: Change): readonly Draft[] {
  if (change.kind === 'read') return change.drafts
  return drafts.map((draft) => {
    if (draft.key !== change.key) return draft
    if (change.kind === 'edit') {
      return { ...draft, fields: { ...draft.fields, ...followingFrom(change.fields, draft.fields) }, decision: 'OPEN' }
    }
    if (change.kind === 'restore') return { ...draft, fields: draft.read, decision: 'OPEN' }
    const isRefused = change.decision === 'ACCEPTED' && problemsOf(draft.fields).length > 0
    return isRefused ? draft : { ...draft, decision: change.decision }
  })
}

/** Returns a correction with what it makes void: printed digits, and what was said of another figure. */
function followingFrom(correction: Partial<Fields>, { shareOf }: Fields): Partial<Fields> {
  const isAnother = (['metric', 'category', 'period'] as const).some((name) => correction[name] !== undefined)
  return {
    ...(correction.value !== undefined && { decimals: '' }),
    ...(isAnother && { otherChanges: [], ...(shareOf !== '' && { share: '', shareOf: '', shareChange: '' }) }),
    ...correction,
  }
}

export const isEdited = ({ fields, read }: Draft): boolean => fields !== read

/** Returns the class of a figure; what was found of it as it was read says nothing of what it has become. */
export const classOf = (draft: Draft): Class =>
  isEdited(draft) ? (problemsOf(draft.fields).length === 0 ? 'PLAIN' : 'NOT_PLACED') : draft.class

export const isStoredFor = ({ fields, read, stored }: Draft): boolean =>
  stored !== null && (['metric', 'category', 'period'] as const).every((name) => fields[name] === read[name])

export const acceptedOf = (drafts: readonly Draft[]): readonly Draft[] =>
  drafts.filter(({ decision }) => decision === 'ACCEPTED')

export interface Counts {
  readonly accepted: number
  readonly open: number
  readonly left: number
}

export function countsOf(drafts: readonly Draft[]): Counts {
  const accepted = acceptedOf(drafts).length
  const open = drafts.filter((each) => each.decision === 'OPEN' && problemsOf(each.fields).length === 0).length
  return { accepted, open, left: drafts.length - accepted - open }
}
