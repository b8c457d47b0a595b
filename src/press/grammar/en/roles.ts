import { memoizeByObject } from '../../../lib/memo.js'
import { type Item, numbers } from '../../items.js'
import type { Unplaced } from '../../statement.js'
import { baseOfPeriod, bound, isEarlierLevel, whichWas } from './constructions/comparisons/bases.js'
import { followedBy, fromRate } from './constructions/comparisons/earlier-rates.js'
import { isWhenReported } from './constructions/comparisons/reported.js'
import { doubtOf } from './constructions/doubts/doubts.js'
import { isForetold } from './constructions/doubts/forecasts.js'
import { countRole } from './constructions/quantities.js'
import { isInOther } from './constructions/shares/shares.js'
import { exceeding, isComparedInBracket, isInTurn } from './constructions/sums.js'
import { raisesFlow } from './constructions/transitive.js'
import { exceededFigure, isOfOthers, lastClause, partOfBalance, signedBeside } from './cues.js'
import { isBehindValue, isConversion, levelAfter } from './groups.js'
import { isEarlierAfter, isPreviousAfter } from './period-words.js'
import type { PeriodReader } from './periods.js'
import {
  aboveOther,
  addsToGrowth,
  andThen,
  atGrowth,
  averageOf,
  becauseOf,
  changeAfter,
  changeBy,
  changeTowards,
  changeWithin,
  comparedRate,
  comparedWith,
  earlierRate,
  higherBehind,
  holdsShare,
  inBrackets,
  increaseOf,
  isMovedOf,
  isOfAccount,
  isOfChange,
  isOfYear,
  isOnAnnualBasis,
  isRateNoun,
  isRevised,
  isShareBehind,
  isShareOfMoved,
  largestChange,
  lifted,
  moved,
  movedTo,
  newSubject,
  nextInBrackets,
  ofCurrency,
  ofFinance,
  ofFirms,
  ofGrowth,
  ofPeriod,
  ofState,
  ofTotal,
  orShare,
  pastWhen,
  perDay,
  rateBefore,
  shareInBracket,
  shareReached,
  shortBy,
  threshold,
  tookShare,
  toPrices,
  whenIt,
  withoutVerb,
} from './role-words.js'
import { isMoney, isOffice, revises, withoutRevisions } from './scope.js'
import type { Role, State } from './state.js'
import { metricsIn } from './subject.js'
import {
  average,
  changeTail,
  contribution,
  directionWord,
  foreign,
  inVolume,
  notValue,
  share,
  towards,
  verb,
} from './words.js'

/** Decides what a number states, from the words on its two sides. */
export function roleOf(
  state: State,
  periods: PeriodReader,
  item: Item,
  before: string,
  after: string,
  from: number,
): Role | { readonly reason: Unplaced } {
  const { kind, sign, start, end } = item
  const clause = lastClause(before)
  const next = after.slice(0, /[,;.]/u.exec(after)?.index ?? 60)
  if (kind === 'UNREADABLE') return { reason: 'UNREADABLE_NUMBER' }
  const doubt = doubtOf(state, item, { clause, before, after })
  if (doubt !== null) return { reason: doubt }
  const masked = state.text.slice(state.sentence.start, start)
  if (isForetold({ clause, before, after, said: masked })) return { reason: 'FORECAST' }
  if (
    average.test(clause) ||
    perDay.test(before) ||
    perDay.test(after) ||
    /^\s*by (?:the )?daily average\b/i.test(after)
  )
    return { reason: 'AVERAGE' }
  if (/\bthat of\b/i.test(before) && average.test(masked)) return { reason: 'AVERAGE' }
  // The number of an earlier month: "below the previous month's 97 billion".
  if (/(?:^|\s)['’]s\s*$/.test(before)) return kind === 'AMOUNT' ? 'BASE' : { reason: 'RATE_DIFFERENCE' }
  const said = masked.replace(/[\x81-\x8F]+/gu, '')
  const near = said.slice(-400)
  // "The export volume decreased by 0.3% to 2.7 billion dollars" is a value.
  const reached = kind === 'PERCENT' && /\bvolumes?\b/i.test(near) ? levelAfter(state, item) : null
  const isValued = (reached !== null && isMoney(reached)) || (isBehindValue(state, item) && !toPrices.test(before))
  if (kind === 'PERCENT' && ofCurrency.test(said)) return { reason: 'NO_SUBJECT' }
  if (/^[\W\d]*(?:the )?real (?:goods|exports?|imports?|trade)\b/i.test(said)) return { reason: 'PRICE' }
  if (kind !== 'AMOUNT' && (inVolume.test(said) || /[(]\s*(?:in )?real(?: terms)?:?\s*$/i.test(before)))
    return { reason: 'PRICE' }
  if (
    (!isValued && notValue.test(clause.slice(newSubject.exec(clause)?.[0].length ?? 0))) ||
    (kind !== 'AMOUNT' && notValue.test(next.replace(becauseOf, '').slice(0, 30)))
  )
    return { reason: 'PRICE' }
  if (kind !== 'AMOUNT' && !isValued && isOfVolume(state, lastClause(near))) return { reason: 'PRICE' }
  if (kind === 'PERCENT' && isOffice(state.context) && changeInVolume.test(next)) return { reason: 'PRICE' }
  if (/\bbase\s*[(]\s*$/i.test(before)) return { reason: 'NO_SUBJECT' }
  const part = lastSentencePart(said.slice(-600))
  if (averageOf.test(part)) return { reason: 'AVERAGE' }
  // What increased most is told by its increase.
  const isReached = /[(]to\s*$/i.test(before) || (state.lastRole === 'CHANGE' && /^\s*to\s*$/i.test(before))
  if (largestChange.test(part) && kind === 'AMOUNT' && !isReached) return { reason: 'CHANGE_IN_AMOUNT' }
  if (largestChange.test(part) && /[(]\s*$/.test(before)) return { reason: 'NO_SUBJECT' }
  // A level "on an annual basis" is of no part of a year.
  const first = state.items.find((each) => numbers.has(each.kind))?.start ?? start
  const opened = state.plain.slice(state.sentence.start, first)
  const isAlone = kind === 'PERCENT' ? first === start : isOfYear(state, item)
  if (isOnAnnualBasis(opened) && !isAlone) return { reason: 'NO_PERIOD' }
  if (kind === 'NUMBER') return countRole(state, { clause, before, after })
  if (kind === 'AMOUNT') {
    if (isOfChange(before, said, state.afterAmount)) return { reason: 'CHANGE_IN_AMOUNT' }
    if (/^\s*(?:per|an?) (?:barrel|tonnes?|tons?|unit|kilo\w*|litre|pound|ounce|[kM]Wh)\b/i.test(after))
      return { reason: 'PRICE' }
    // Behind a relative clause: "3 bn, which is twice the value of oil, at".
    if (state.lastRole === 'LEVEL' && /^,\s*,[^;]*\b(?:at|with)\s*$/.test(before)) return { reason: 'NO_SUBJECT' }
    if (ofFinance.test(after) || /^\s*(?:annually )?each\b/i.test(after)) return { reason: 'NO_SUBJECT' }
    if (isWithoutScale(state, item)) return { reason: 'NO_UNIT' }
    if (foreign.test(clause) || threshold.test(before) || isOfAccount(state, said)) return { reason: 'NO_SUBJECT' }
    if (revises.test(lastClause(withoutRevisions(near)) + (isRevised.test(after) ? '' : next)))
      return { reason: 'SECOND_VALUE' }
    const amountBefore = state.items.findLast((each) => each.kind === 'AMOUNT' && each.end <= start)
    if (state.lastRole === 'LEVEL' && isConversion(amountBefore, item, before)) return { reason: 'CONVERSION' }
    if (
      /^\s*(?:,\s*)?or\s+(?:(?:about|around|nearly|just (?:below|under|over|above)|approximately|roughly|some)\s*)?$/i.test(
        before,
      ) &&
      state.lastRole === 'LEVEL'
    )
      return { reason: 'CONVERSION' }
    if (isComparedInBracket(state, item, near)) return 'LEVEL'
    // "imports - EUR 3 bn" has a dash.
    const isSigned = sign !== 0 && !/^[+-]\s/.test(state.plain.slice(start, start + 2))
    const isBalance = (): boolean =>
      isOfBalance(near) && (metricsIn(near).length > 0 || (state.frames[0]?.metric ?? 'BALANCE') === 'BALANCE')
    if (isSigned && !isBalance() && state.frames[0]?.metric !== 'BALANCE') return { reason: 'CHANGE_IN_AMOUNT' }
    if (sign !== 0 && state.lastRole === 'CHANGE' && /[(]\s*$/.test(before) && /^\s*[)]/.test(after))
      return { reason: 'CHANGE_IN_AMOUNT' }
    if (higherBehind.test(state.text.slice(end, state.sentence.end))) return { reason: 'CHANGE_IN_AMOUNT' }
    if (/[(]\s*by\s*$/i.test(before) || (sign !== 0 && /[(]\s*$/.test(before) && !isOfBalance(near)))
      return { reason: 'CHANGE_IN_AMOUNT' }
    if (/[(]\s*(?:about|around|approximately|roughly|nearly|or)?\s*$/i.test(before) && /^\s*[)]/u.test(after))
      return periods.isBaseItem(from, start)
        ? 'BASE'
        : (state.lastRole === 'LEVEL' || state.lastRole === 'CHANGE') &&
            !nextInBrackets.test(before) &&
            metricsIn(before).length === 0
          ? { reason: 'CONVERSION' }
          : 'LEVEL'
    if (state.lastRole === 'CHANGE' && /^\s*(?:above|below|(?:more|less|higher|lower) than) (?:the )?$/i.test(before))
      return 'BASE'
    if (
      /\b(?:over|than|against|versus|compared (?:with|to)) the (?:total )?(?:exports?|imports?|surplus|deficit|figure|value|level) of\s*$/i.test(
        before,
      )
    )
      return 'BASE'
    if (isEarlierLevel(state, item, before) || (whichWas.test(before) && periods.isBaseItem(from, start))) return 'BASE'
    const beyond = exceededFigure.exec(before)
    if (beyond !== null) return /record/i.test(beyond[0]) ? { reason: 'NO_SUBJECT' } : 'BASE'
    if (state.lastRole === 'LEVEL' && /^[^,;()]{0,20},?\s*after\s*$/i.test(before)) return 'BASE'
    if (baseOfPeriod.test(before)) return 'BASE'
    if (/\bin (?:deficit|surplus) (?:by|of|at)\s*$/i.test(before) || ofState.test(before)) return 'LEVEL'
    if (isInTurn(state, item, before) || exceeding.test(masked.slice(-200))) return 'LEVEL'
    if (/^\s*[)]\s*and\s*$/i.test(before) && /\b(?:against|compared (?:with|to)|versus)\s[^;]*$/i.test(said))
      return 'BASE'
    // "up from 72 bn in April and 65 bn a year ago"
    if (
      state.lastRole === 'BASE' &&
      /^\s*(?:(?:recorded |registered |posted |reported |observed )?(?:in|of|for|during)\s*)?(?:,\s*)?(?:and|or)\s+(?:from\s+|an? (?:surplus|deficit|total|figure) of\s+)?$/i.test(
        before,
      )
    )
      return 'BASE'
    const isFlowBehind = /,\s*against\s*$/i.test(before) && /^\s*(?:worth )?of (?:exports|imports)\b/i.test(after)
    const isQualified = bound.test(before) && !periods.isBaseItem(end, end + 8)
    if (
      !isQualified &&
      !isFlowBehind &&
      /(?:(?<!\bsuffer(?:s|ed|ing)? )\bfrom|compared (?:with|to)|in (?:comparison|contrast) (?:with|to)|opposed to|relative to|versus|\bvs\.?|against|\bsince|\bthan|\binstead of|\b(?:double|triple|twice|half))(?:\s+(?:a|an|the|its|just|only|some|around|approximately|roughly|about|nearly|over|revised|downwardly|upwardly|unrevised|slightly|record|all-time|previous|levels?|figures?|values?|amount|deficits?|surplus(?:es)?|of|trade|initial|estimated|corresponding|similar|that|last|month's|year's|as|high|low|goods|and|services))*\s*(?:['’]s\s*)?$/i.test(
        before,
      )
    )
      return 'BASE'
    if (
      state.lastRole === 'CHANGE' &&
      /^\s*(?:(?:up|down|higher|lower|more|less)\s+)?(?:over|on|from|in)\s+(?:(?!to\b)[\w-]+\s+){0,5}$/i.test(before) &&
      isEarlierAfter(state, end)
    )
      return 'BASE'
    if (/\bafter\s*$/i.test(before) && isPreviousAfter(state, end)) return 'BASE'
    if (whenIt.test(before) && whenIt.test(masked)) return 'BASE'
    if (/\b(?:previous|prior|earlier|old) (?:record|high|peak)(?: high)? of\s*$/i.test(before)) return 'BASE'
    if (/\bgained\s*$/i.test(before) && /^\s*,\s*(?:up|down|an? (?:increase|decrease|rise|fall))\b/i.test(after))
      return 'LEVEL'
    if (/:\s*$/.test(before) && /^\s*worth of\b/.test(after)) return 'LEVEL'
    const isMoved = isMovedOf(before, after) || /^ (?:up|down) from \x81/.test(state.text.slice(end, end + 15))
    if (!isMoved && changeAfter.test(after) && !(/\bat\s*$/i.test(before) && /^\s*\w+\s+by\s*$/.test(after)))
      return { reason: 'CHANGE_IN_AMOUNT' }
    if (/\b(?:originally|previously|initially|first) (?:reported|published|estimated)(?: (?:at|as))?\s*$/i.test(before))
      return { reason: 'SECOND_VALUE' }
    if (/[(]\s*(?:originally|previously|initially|revised from)\s*$/i.test(before)) return { reason: 'SECOND_VALUE' }
    if (/\b(?:increase|decrease|rise|fall|decline|growth|drop)s?\b[^,;]*\bby\s*$/i.test(before))
      return { reason: 'CHANGE_IN_AMOUNT' }
    if (
      /\bby\s+$/i.test(before) &&
      (metricsIn(before).length > 0 || /\b(?:those|that) (?:from|to|with|of) [^,;]{2,60}\sby\s+$/i.test(before)) &&
      !/\b(?:exceeded|surpassed|outpaced|outstripped|topped)\b/i.test(before)
    )
      return { reason: 'CHANGE_IN_AMOUNT' }
    if (/\bor\s+(?:by\s+)?$/i.test(before) && state.lastRole === 'CHANGE') return { reason: 'CHANGE_IN_AMOUNT' }
    if (/^\s*,\s*(?:or )?by\s*$/i.test(before)) return { reason: 'CHANGE_IN_AMOUNT' }
    if (/\b(?:ma(?:de|kes?|king)|t(?:ook|akes?|aking|aken)) up\s*(?:about |nearly |over )?$/i.test(before))
      return 'LEVEL'
    const isIncrease = increaseOf.test(before)
    if (towards.test(before) && !isIncrease) return 'LEVEL'
    if (isIncrease || changeTail.test(before)) return { reason: 'CHANGE_IN_AMOUNT' }
    return 'LEVEL'
  }
  if (kind === 'PERCENT' && /\b(?:share|proportion|ratio)s?\b[^,;]*\bfrom\s*$/i.test(near))
    return { reason: 'RATE_DIFFERENCE' }
  if (kind === 'POINTS') {
    if (foreign.test(clause) && state.lastRole !== 'SHARE') return { reason: 'NO_SUBJECT' }
    if (lifted.test(before)) return { reason: 'CONTRIBUTION' }
    if (/^\s*(?:faster|slower|quicker)\b/i.test(after)) return { reason: 'RATE_DIFFERENCE' }
    if (state.lastRole === 'SHARE' || /\b(?:share|proportion)\b/i.test(before)) return 'SHARE_CHANGE'
    return contribution.test(clause) ? { reason: 'CONTRIBUTION' } : { reason: 'RATE_DIFFERENCE' }
  }
  const isOther = /\b(?:vs\.?|versus|prior)\s*$/i.test(before) && followedBy(state, item, before) === null
  if (isOther || /[(]range\s*$/i.test(before) || addsToGrowth.test(before)) return { reason: 'RATE_DIFFERENCE' }
  const isOfPeriod = ofPeriod.test(state.plain.slice(Math.max(0, start - 4), start))
  if (isOfPeriod && (isRateNoun.test(after) || comparedWith.test(before.replace(/['’]s\s*$/, ''))))
    return { reason: 'RATE_DIFFERENCE' }
  if (
    rateBefore.test(before) &&
    followedBy(state, item, before) === null &&
    /^\s*(?:[a-z-]+\s)?(?:growth|rise|gain|increase|clip|pace|rate|decline|drop|fall|contraction|expansion|slump|(?:lower|higher|smaller|larger|slower|faster|less|more|weaker|stronger)(?= than))\b/i.test(
      after,
    )
  )
    return { reason: 'RATE_DIFFERENCE' }
  if (earlierRate.test(masked)) return { reason: 'RATE_DIFFERENCE' }
  if (kind === 'PERCENT' && aboveOther.test(state.text.slice(end, state.sentence.end)))
    return { reason: 'RATE_DIFFERENCE' }
  if (comparedRate.test(before) && followedBy(state, item, before) === null) return { reason: 'RATE_DIFFERENCE' }
  if (/^\s*(?:share )?of (?:the )?(?:world|global)/i.test(after) || ofFirms.test(after)) return { reason: 'NO_SUBJECT' }
  if (partOfBalance.test(after)) return { reason: 'CONTRIBUTION' }
  if (
    /^\s*of (?:the |this |total |overall |all |national |country['’]s |nation['’]s )*(?:increase|decrease|growth|gain|rise|decline|fall|drop|reduction)\b/i.test(
      after,
    )
  )
    return { reason: 'CONTRIBUTION' }
  // "exports, worth 3 bn or 20 percent of the total, …; Japan with 1 bn or 7 percent"
  if (
    state.lastRole === 'LEVEL' &&
    !state.afterAmount &&
    /^\s*,?\s*or\s+(?:(?:about|around|nearly|almost|over|some|approximately|roughly|just over|just under|the equivalent of|equivalent to) )?$/i.test(
      before,
    ) &&
    !changeAfter.test(after)
  )
    return 'SHARE'
  if (orShare.test(before) && state.lastRole === 'CHANGE' && ofTotal.test(said)) return 'SHARE'
  if (/\band [^,;:()]{2,50}\sfor\s*$/i.test(before) && /\baccount(?:ed|s|ing) for [^;]*$/i.test(said)) return 'SHARE'
  if (state.bracketed !== null && /^\s*,\s*$/.test(before) && /^\s*[)]/.test(after) && shareInBracket.test(said))
    return 'SHARE'
  if (
    /^\s*or\s*$/i.test(after.slice(0, 4)) &&
    /^[^;]*\b(?:accounting for|share)\b/i.test(said) &&
    /;[^;]*,\s*$/u.test(before)
  )
    return 'SHARE'
  if (/^\s*share\b(?! of (?:the )?(?:world|global))/i.test(after)) return 'SHARE'
  if (pastWhen.test(before) && !isWhenReported(state, start)) return { reason: 'NO_SUBJECT' }
  if ((holdsShare.test(before) && !isRateNoun.test(after)) || tookShare(state, before, start)) return 'SHARE'
  if (state.lastRole === 'SHARE' && /^[^,;]{0,30},\s*(?:standing at|reaching|hitting)\s*$/i.test(before)) return 'SHARE'
  if (state.lastRole === 'SHARE_CHANGE' && shareReached.test(before)) return 'SHARE'
  if (isInOther(state, start, before, after) || (state.lastRole === 'SHARE' && andThen.test(before))) return 'SHARE'
  if (
    state.afterAmount &&
    /^\s*,?\s*(?:corresponding|equivalent|equal|amounting) to\s*(?:an? [a-z]+ of\s*)?$/i.test(before)
  )
    return 'CHANGE'
  if (/\bcontribut\w+(?: [a-z]+){0,2}\s*$/i.test(before) && /^\s*(?:to|of) [^,;.]{0,50}\bgrowth\b/i.test(after))
    return { reason: 'CONTRIBUTION' }
  if (share.test(before) && isRateNoun.test(after)) return 'CHANGE'
  if (share.test(before) || isShareBehind(before, after)) return 'SHARE'
  if (foreign.test(clause) || foreign.test(next)) return { reason: 'NO_SUBJECT' }
  if (/[(]\s*$/.test(before) && isOfOthers(state, start)) return { reason: 'NO_SUBJECT' }
  if (sign === 0 && isShareOfMoved(state, before, after, start)) return 'SHARE'
  const isInBracket = sign === 0 && /^\s*[(]\s*$/.test(before) && /^\s*[)]/.test(after)
  const isOfShares =
    !moved.test(lastSentencePart(said)) &&
    !signedBeside.test(state.plain.slice(state.sentence.start, state.sentence.end))
  // "(3.7% y.o.y.)" is a change.
  const isTimed = state.items.some((each) => each.kind === 'PERIOD' && each.start >= end && each.start <= end + 4)
  if (isInBracket && state.lastRole === 'LEVEL' && !state.afterAmount && isOfShares && !isTimed) return 'SHARE'
  const isChange =
    sign !== 0 ||
    (state.lastRole === 'SHARE' && /^\s*[)]\s*(?:by )?$/.test(before) && moved.test(said)) ||
    (state.lastRole === 'LEVEL' && withoutVerb.test(said)) ||
    (state.lastRole === 'BASE' && shortBy.test(said)) ||
    ofGrowth.test(said) ||
    atGrowth.test(before) ||
    changeBy.test(before) ||
    (kind === 'PERCENT' && raisesFlow(state, start)) ||
    /\b(?:growth|increases?|declines?|decreases?)\b[^,;]{0,30}\b(?:at|of|to|was|were|is|are|been|reached)\s*$/i.test(
      clause,
    ) ||
    changeTail.test(before) ||
    changeWithin.test(next) ||
    ((fromRate.test(before) || /\bafter\s*$/i.test(before)) && followedBy(state, item, before) !== null) ||
    /^\s*(?:above|below)\b/i.test(next) ||
    changeTowards.test(clause) ||
    (/\bor\s+(?:less than |about |nearly )?$/i.test(before) && state.amountSign !== 0) ||
    (/[(]\s*$/u.test(before) && (state.lastRole === 'LEVEL' || state.afterAmount)) ||
    (/[(]\s*$/u.test(before) && /^\s*[)]/.test(after) && state.lastRole === 'CHANGE') ||
    (/[(]\s*$/.test(before) && /^\s*[)]/.test(after) && inBrackets.test(masked)) ||
    (state.lastRole === 'LEVEL' && /^\s*,?\s*by\s+$/i.test(before) && state.amountSign !== 0) ||
    (state.lastRole === 'LEVEL' && /\band\s+[\w\s'-]{1,60}\sby\s*$/i.test(before)) ||
    (state.lastRole === 'CHANGE' && /^\s*(?:and|,)\s*(?:[\w'-][\w\s'-]*\s)?(?:by|of)?\s*$/i.test(before)) ||
    (state.lastRole === 'CHANGE' && (/\bby\s*$/i.test(before) || movedTo.test(masked))) ||
    (/^(?:LEVEL|CHANGE)$/.test(state.lastRole ?? '') &&
      /(?:[,;]|\band)\s+(?:those|that) (?:of|to|from|with|outside|within) [\p{sc=Latn}\d\s.&'’-]{1,60}$/iu.test(
        before,
      )) ||
    (state.lastRole === 'CHANGE' && /(?:\band|,)\s*(?:by )?$/i.test(before) && metricsIn(before).length === 0) ||
    (/^(?:LEVEL|CHANGE|SHARE_CHANGE)$/.test(state.lastRole ?? '') && isWithoutVerb(before))
  return isChange ? 'CHANGE' : { reason: 'NO_SUBJECT' }
}

/** Indicates an amount of money that has lost its scale, as others of the text have one: "EUR 25457" beside "EUR 19000.2 mln". */
const isWithoutScale = ({ plain, items, context }: State, item: Item): boolean => {
  if (!context.hasScales || item.exponent > 0 || !isMoney(item)) return false
  const digits = plain.slice(item.digits.start, item.digits.end)
  const isLong = isOffice(context) ? /^\d{1,6}(?:\.\d{1,2})?$/ : /^(?:\d{4,6}|\d{1,4}\.\d{1,2})$/
  const isCompared = /\b(?:from|than) $/i.test(plain.slice(Math.max(0, item.start - 5), item.start))
  return (isCompared && /^\d{1,3}(?:\.\d+)?$/.test(digits)) || (isLong.test(digits) && areUnscaled(items))
}
const areUnscaled = memoizeByObject((items: readonly Item[]) =>
  items.every(({ kind, exponent }) => kind !== 'AMOUNT' || exponent === 0),
)

/** Indicates a change in volume; Chinese texts call values so. */
const isOfVolume = ({ context }: State, clause: string): boolean =>
  isOffice(context) && /\bvolumes? of (?:[a-z]+ ){0,2}(?:exports?|imports?|trade)\b/i.test(clause)

const changeInVolume =
  /^[\s-]*(?:increase|decrease|rise|fall|drop|decline|growth|gain) in (?:the )?(?:export|import) volumes?\b(?! of trade)/i

const hasMoved = new RegExp(`\\b(?:deteriorated|worsened|${directionWord})\\s*[(]?\\s*$`, 'i')

const isOfBalance = (said: string): boolean => {
  if (hasMoved.test(said)) return false
  const last = metricsIn(said.replace(/\bin (?:[a-z]+ )?trade(?= with\b)/i, '')).at(-1)
  return last === undefined || last.metric === 'BALANCE'
}

function isWithoutVerb(before: string): boolean {
  const joined =
    /^[^;.]*?(?:,(?:\s*(?:and|whil(?:e|st)))?|\b(?:and|whil(?:e|st)))\s+([^,;]{1,80}?)(?:\s+by)?\s*$/i.exec(before)?.[1]
  const isPartner = /^(?:with|to|from) (?:the )?\p{Lu}/u.test(joined ?? '')
  return joined !== undefined && (isPartner || metricsIn(joined).length === 1) && !verb.test(joined)
}

const lastSentencePart = (said: string): string =>
  said.slice(/^.*(?:;|\bwhil(?:e|st)\b|\bwhereas\b)/is.exec(said)?.[0].length ?? 0)
