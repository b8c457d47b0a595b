import type { CodeLists } from '../domain/codes/codes.js'
import { total } from '../domain/codes/codes.js'
import { compareWithPrinted, reportedLevel, reportedRate } from '../domain/numbers/agreement.js'
import { Decimal } from '../domain/numbers/decimal.js'
import { growth, minus, percentage, plus, type Quantity, quantityOf } from '../domain/numbers/quantity.js'
import type { Observation, Qualifier } from '../domain/observations/observation.js'
import { isYearBefore, type Period } from '../domain/periods/period.js'
import { baseOf, convert, type Unit } from '../domain/units/unit.js'
import type { Draft, DraftIndex } from './assemble.js'
import type { ProposalClass, StoredMatch } from './proposal.js'
import type { PressReason } from './reasons.js'
import type { Statement } from './statement.js'

/** A figure of the store, as it was printed last. */
export interface KnownFigure {
  readonly value: string | null
  readonly decimals: number | null
  readonly unit: Unit
  readonly qualifier: Qualifier
  readonly yoyChange: string | null
  readonly share: string | null
  readonly release: string
  readonly publishedAt: string
}

/** Looks a figure up by metric, category, period and measure; any measure if that is null. */
export type KnownFigures = (
  metric: string,
  category: { readonly dimension: string; readonly code: string },
  period: Period,
  measure: string | null,
) => KnownFigure | null

export interface Verdict {
  readonly class: ProposalClass
  readonly reason: PressReason
  readonly stored: StoredMatch
}

export interface Evidence {
  readonly drafts: DraftIndex
  readonly codes: CodeLists
  readonly known: KnownFigures
  readonly publishedAt: string | null
}

type Finding = { readonly agrees: boolean | null; readonly reason: PressReason }

/** Compares a draft with the others of its text and with the store. */
export function judge(draft: Draft, evidence: Evidence): Verdict {
  const stored = storedOf(draft, evidence)
  const match: StoredMatch = {
    status: 'NEW',
    value: null,
    unit: null,
    yoyChange: null,
    share: null,
    release: null, // biome-ignore format: one line
    ...(stored && {
      value: stored.value,
      unit: stored.unit,
      yoyChange: stored.yoyChange,
      share: stored.share,
      release: stored.release,
    }),
  }
  const same = stored && compareStored(draft, stored, evidence.publishedAt)
  const status = same === null || stored === null ? 'NEW' : same.agrees === true ? 'SAME' : 'REVISED'
  const result = (of: ProposalClass, reason: PressReason): Verdict => ({
    class: of,
    reason,
    stored: { ...match, status },
  })
  if (draft.placement.reason !== null) return result('NOT_PLACED', draft.placement.reason)
  const findings = [
    rivalOf(draft),
    same,
    ...sumsOf(draft, evidence),
    shareFinding(draft, evidence),
    ...growthsOf(draft, evidence),
  ].filter((each) => each !== null)
  const wrong = findings.find(({ agrees }) => agrees === false)
  if (wrong !== undefined) return result('CONTRADICTED', wrong.reason)
  const right = findings.find(({ agrees }) => agrees === true)
  if (right !== undefined) return result('CONFIRMED', right.reason)
  return result('PLAIN', findings[0]?.reason ?? { code: 'NOTHING_TO_COMPARE', params: {} })
}

function rivalOf({ level, rival }: Draft): Finding | null {
  if (level === null || rival === null) return null
  return { agrees: false, reason: { code: 'TWO_VALUES', params: { printed: textOf(level), other: textOf(rival) } } }
}

export const textOf = ({ value, unit }: { readonly value: string; readonly unit: string }): string => `${value} ${unit}`

function storedOf({ frame, placement, period, measure }: Draft, { known }: Evidence): KnownFigure | null {
  const { dimension, category } = placement
  if (dimension === null || category === null) return null
  return known(frame.metric, { dimension, code: category }, period, measure?.replace("'", '') ?? null)
}

/** Texts of one day state the same version of a figure. */
const sameDay = 24 * 3_600_000

function compareStored(draft: Draft, stored: KnownFigure, publishedAt: string | null): Finding | null {
  const { level } = draft
  const yoy = yearlyOf(draft)
  const release = stored.release
  const isLater = publishedAt !== null && Date.parse(publishedAt) - Date.parse(stored.publishedAt) > sameDay
  const differs = (own: string, other: string): Finding => ({
    agrees: isLater ? null : false,
    reason: {
      code: isLater ? 'REVISED_SINCE' : 'DIFFERS_FROM_STORE',
      params: { stored: other, release, printed: own },
    },
  })
  if (level !== null && stored.value !== null) {
    const own = observation(draft)
    const other = knownObservation(draft, stored)
    if (own === null || other === null) return null
    if (level.statement.item.qualifier !== stored.qualifier) return null
    const result =
      level.statement.item.qualifier === 'EXACT'
        ? compareWithPrinted(quantityOf(other), reportedLevel(own))
        : sameValue(own, other)
    if (result === 'DIFFERS') return differs(textOf(level), textOf({ value: stored.value, unit: stored.unit }))
    if (result !== 'AGREES' && result !== 'ROUNDING') return null
  } else if (level !== null || yoy === null) return null
  if (yoy !== null && stored.yoyChange !== null && !isSameRate(yoy, stored.yoyChange))
    return differs(`${yoy.value} %`, `${stored.yoyChange} %`)
  if (level === null && stored.yoyChange === null) return null
  const share = draft.share?.value
  if (share !== undefined && stored.share !== null && !new Decimal(share).equals(stored.share))
    return differs(`${share} %`, `${stored.share} %`)
  return { agrees: true, reason: { code: 'SAME_IN_STORE', params: { release } } }
}

function isSameRate({ value, item }: Statement, stored: string): boolean {
  const error = item.exponent > 0 ? new Decimal(10).pow(item.exponent).dividedBy(2) : 0
  return new Decimal(value).minus(stored).abs().lessThanOrEqualTo(error)
}

const sameValue = (a: Observation, b: Observation): 'AGREES' | 'DIFFERS' =>
  a.value !== null &&
  b.value !== null &&
  convert(a.value, a.unit, baseOf(a.unit)).equals(convert(b.value, b.unit, baseOf(b.unit)))
    ? 'AGREES'
    : 'DIFFERS'

const yearlyOf = ({ changes, period }: Draft): Statement | null =>
  changes.find(({ statement, base }) => statement.role === 'CHANGE' && isYearBefore(base, period))?.statement ?? null

export const yoyOf = (draft: Draft): string | null => yearlyOf(draft)?.value ?? null

function* sumsOf(draft: Draft, { drafts, codes }: Evidence): Generator<Finding> {
  for (const { code, identity } of codes.metrics) {
    if (
      identity === null ||
      (code !== draft.frame.metric && !identity.some(({ metric }) => metric === draft.frame.metric))
    )
      continue
    const of = (metric: string): Draft | undefined => drafts.beside(metric, draft.period, draft)
    const whole = quantityIn(of(code))
    const terms = identity.map(({ metric, sign }) => ({ sign, quantity: quantityIn(of(metric)) }))
    if (whole === null || terms.some(({ quantity }) => quantity === null)) continue
    const sum = terms.reduce<Quantity | null>((so, { sign, quantity }) => {
      if (quantity === null) return so
      return so === null ? quantity : sign < 0 ? minus(so, quantity) : plus(so, quantity)
    }, null)
    const reported = reportedLevel(observation(of(code)))
    const text = identity
      .map(({ metric, sign }, at) => (at === 0 ? metric : `${sign < 0 ? '-' : '+'} ${metric}`))
      .join(' ')
    const unit = of(code)?.level?.unit
    if (sum === null || reported === null || unit === undefined) continue
    const comparison = comparisonOf(sum, of(code)?.level?.value ?? '', unit)
    const result = compareWithPrinted(sum, reported)
    if (result === 'DIFFERS')
      yield { agrees: false, reason: { code: 'SUM_DIFFERS', params: { ...comparison, terms: text } } }
    else if (result === 'AGREES' || result === 'ROUNDING')
      yield { agrees: true, reason: { code: 'SUM_AGREES', params: { ...comparison, terms: text } } }
  }
}

function shareFinding(draft: Draft, { drafts, known }: Evidence): Finding | null {
  const { share, period, measure } = draft
  const own = quantityIn(draft)
  // A balance is no part of a total, whatever it is compared with.
  if (share === null || own === null || share.shareOf === null || draft.frame.metric === 'BALANCE') return null
  const { metric } = share.shareOf
  const whole = drafts.total(metric, period, measure)
  const stored = whole ? null : known(metric, total, period, measure)
  const quantity = quantityIn(whole) ?? (stored && quantityIn(draft, stored))
  const reported = reportedRate(printed(share.value))
  if (quantity === null || reported === null) return null
  const computed = percentage(own, quantity)
  const params = { ...comparisonOf(computed, share.value, null), total: metric }
  const result = compareWithPrinted(computed, reported)
  if (result === 'DIFFERS') return { agrees: false, reason: { code: 'SHARE_DIFFERS', params } }
  return result === 'NOT_COMPUTABLE' || result === 'NOT_REPORTED'
    ? null
    : { agrees: true, reason: { code: 'SHARE_AGREES', params } }
}

/** The relative error of an implied base beyond which a revision does not explain it. */
const mostRevised = new Decimal('0.1')

function* growthsOf(draft: Draft, { drafts, known }: Evidence): Generator<Finding> {
  const { frame, placement, measure } = draft
  const own = quantityIn(draft)
  for (const { statement, base } of draft.changes) {
    if (own === null || statement.role !== 'CHANGE') continue
    const before = drafts.beside(frame.metric, base, draft)
    const { dimension, category } = placement
    const stored =
      before?.level || dimension === null || category === null
        ? null
        : known(frame.metric, { dimension, code: category }, base, measure)
    const quantity = before?.level ? quantityIn(before) : stored && quantityIn(draft, stored)
    const reported = reportedRate(printed(statement.value, statement.item.exponent))
    if (quantity === null || reported === null) continue
    const computed = growth(own, quantity)
    const params = { ...comparisonOf(computed, statement.value, null), base: base.text }
    const result = compareWithPrinted(computed, reported)
    if (result === 'AGREES' || result === 'ROUNDING') yield { agrees: true, reason: { code: 'GROWTH_AGREES', params } }
    else if (result === 'DIFFERS' && computed.value !== null) {
      const factor = computed.value.plus(100).dividedBy(reported.value.plus(100))
      const isFar = factor.minus(1).abs().greaterThan(mostRevised)
      yield isFar
        ? { agrees: false, reason: { code: 'GROWTH_DIFFERS', params } }
        : { agrees: null, reason: { code: 'BASE_REVISED', params } }
    }
  }
}

/** The exponent is that of the last digit that a rate is told to, if it is told in hundreds of percent. */
export const printed = (text: string, exponent = 0) => ({
  value: new Decimal(text),
  decimals: exponent > 0 ? -exponent : (text.split('.')[1]?.length ?? 0),
})

export function comparisonOf({ value, bounds }: Quantity, text: string, unit: Unit | null) {
  const short = (number: Decimal | null | undefined): string | null =>
    number == null ? null : (unit === null ? number : convert(number, baseOf(unit), unit)).toDecimalPlaces(4).toFixed()
  return { computed: short(value) ?? '', low: short(bounds?.low), high: short(bounds?.high), printed: text }
}

function quantityIn(draft: Draft | undefined, stored: KnownFigure | null = null): Quantity | null {
  const found = stored && draft ? knownObservation(draft, stored) : observation(draft)
  return found && quantityOf(found)
}

function observation(draft: Draft | undefined): Observation | null {
  const { level, period, frame } = draft ?? {}
  if (!level || !period || !frame) return null
  const { value, unit, decimals } = level
  return observationOf(frame.metric, period, unit, value, decimals, level.statement.item.qualifier)
}

function knownObservation(
  { frame, period }: Draft,
  { value, decimals, unit, qualifier }: KnownFigure,
): Observation | null {
  return value === null || decimals === null
    ? null
    : observationOf(frame.metric, period, unit, value, decimals, qualifier)
}

const observationOf = (
  metric: string,
  period: Period,
  unit: Unit,
  value: string,
  decimals: number,
  qualifier: Qualifier,
): Observation => ({
  metric,
  categories: [total],
  period,
  unit,
  value: new Decimal(value),
  decimals,
  qualifier,
  status: 'NORMAL',
  flags: null,
  changes: [],
  share: null,
  shareOf: null,
  shareChange: null,
  note: { en: null, zh: null },
})
