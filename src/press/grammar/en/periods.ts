import { isYearBefore, type Period, periodBefore, yearBefore } from '../../../domain/periods/period.js'
import { type Item, numbers, type Slice } from '../../items.js'
import { isRelative, resolve, resolveBase, samePart, wider } from '../../periods.js'
import type { Span } from '../../source.js'
import {
  divides,
  figureOf,
  introducesBase,
  isNamedBase,
  isOfCause,
  isOverWhole,
  leadsSentence,
  leadsToBase,
  opensClause,
  sharedBase,
  sharesBase,
  thenIn,
  thusChanged,
} from './base-words.js'
import { ComparedLevels } from './compared-levels.js'
import { earlierPeriod, movedSince } from './constructions/comparisons/earlier-period.js'
import { isLabel, isOverItself, labelledPeriod } from './constructions/comparisons/reported.js'
import { frontedLevel } from './cues.js'
import {
  aheadOfPeriod,
  andLevel,
  asQuarter,
  behindAmount,
  earlier,
  headsSentence,
  isAhead,
  isAsideOf,
  isBracketed,
  isChangeBy,
  isInParagraph,
  isLeft,
  isLeftBehind,
  isLevelOver,
  isOfNext,
  isOfPastRate,
  isOnMonth,
  isOnYear,
  isOpened,
  isPassing,
  isSeasonal,
  isSince,
  isTurned,
  isYearOfPart,
  isYearOrSame,
  monthOf,
  monthOfSame,
  ofCause,
  ofMonths,
  opensParagraph,
  partNamed,
  resolveAt,
  resolveIn,
  samePeriod,
  sinceWords,
  yearOnYear,
} from './period-words.js'
import { movedTo } from './role-words.js'
import { withoutRevisions } from './scope.js'
import type { Role, State } from './state.js'

/** Finds which period a number is of, and which it is compared with. */
export class PeriodReader {
  readonly #state: State
  #stated: {
    readonly sentence: Span | null
    readonly isPrevious: boolean
    readonly isBefore: boolean
    readonly period: Period | null
  } = { sentence: null, isPrevious: false, isBefore: false, period: null }

  /** The last sentence whose paragraph begins with what all of its changes are against. */
  #fronted: Span | null = null
  #onYear: Span | null = null
  #yearly: Span | null = null
  /**
   * The last sentence with adjusted changes on the period before. The parts that follow without a base are on the period before
   * as well where the paragraph begins so, and cannot be told where it does not.
   */
  #adjusted: { readonly sentence: Span; readonly period: Period; readonly isFirst: boolean } | null = null
  #topic = false
  readonly #levels = new ComparedLevels()

  constructor(state: State) {
    this.#state = state
  }

  onlyPeriod(first: number): void {
    const own = this.#state.items.filter(
      (item) =>
        item.kind === 'PERIOD' &&
        !this.isBase(item) &&
        !isSince(this.#state, item) &&
        !isBracketed(this.#state, item) &&
        !isOfPastRate(this.#state, item),
    )
    if (own.length === 0) this.#state.period = monthOfSame(this.#state)
    if (own.length === 0 || own.some(({ start }) => start < first)) return
    const isFronted = frontedLevel.test(this.#state.text.slice(this.#state.sentence.start, first))
    const isAside = (each: Item): boolean => isOfCause(this.#state, each) || isOfNext(this.#state, each)
    if (!isFronted && own.slice(0, 20).some(isAside)) return
    const found = own.slice(0, isFronted ? 1 : own.length).map((each) => resolveAt(this.#state, each))
    if (new Set(found).size === 1 && found[0] != null) this.#state.period = found[0]
  }

  /**
   * Leaves an earlier period: what follows a year that the sentence before compared with, or begins a paragraph, is of the
   * period reported on.
   */
  leaveEarlier(): void {
    const wasTopic = this.#topic
    this.#topic = isOpened(this.#state)
    if (isLeftBehind(this.#state, wasTopic)) this.#state.period = this.#state.mainPeriod
  }

  /** Goes back to the period reported on at a heading, and to the whole of a part at a paragraph. */
  toMain(isHeading: boolean): void {
    const { period, mainPeriod } = this.#state
    const isPast = isHeading || period === null || isLeft(this.#state)
    this.#state.period = isPast ? (mainPeriod ?? period) : wider(period, mainPeriod)
  }

  /** Puts periods in force, but none after the publication, and no earlier one that is mentioned without a number. */
  takePeriods(items: readonly Item[], { isBackground, isTold } = { isBackground: false, isTold: false }): void {
    for (const item of items) {
      if (item.period === null || this.isBase(item)) continue
      if (isSince(this.#state, item) || isLabel(this.#state, item)) continue
      if (/^[^\w,]*(?:high|low|record)\b(?!-)/i.test(this.#state.text.slice(item.end, item.end + 10))) continue
      const found = resolveAt(this.#state, item)
      if (isBackground && (found === null || isYearOfPart(this.#state, found, item.start))) continue
      if (found && (isAhead(this.#state, found) || isPassing(this.#state, item, found, isBackground, isTold))) continue
      if (found !== null || /^(?:OTHER|PAST)$/.test(item.period.kind)) this.#state.period = found
    }
  }

  /** Indicates that a period is what something is compared with; remembers one at the head of the sentence. */
  isBase({ start, end, period }: Item): boolean {
    if (isRelative(period)) return true
    if (
      isTurned(this.#state, { start, end }) ||
      isOverWhole(this.#state, start, period) ||
      /^ when (?:the |its )?(?:ex|im)ports\b/.test(this.#state.text.slice(end, end + 20))
    )
      return false
    if (this.#isBracketedBase({ start, end })) return true
    const ahead = this.#state.text.slice(this.#state.sentence.start, start)
    const isOver = /^[^\d\x81-\x88\x8F]*\bover (?:the (?:period )?)?(?:from )?$/i.test(ahead)
    const isLong = period?.kind === 'PERIOD' && /^(?:YEAR_TO_DATE|HALF_YEARLY)$/.test(period.part.frequency)
    if (isOver && (isLong || /^(?:the )?(?:last|past|latest|whole|full)\b/i.test(this.#state.plain.slice(start, end))))
      return false
    const said = withoutRevisions(this.#state.text.slice(Math.max(this.#state.sentence.start, start - 90), start))
    if (this.#state.lastRole === 'BASE' && behindAmount.test(said)) return true
    const own = this.#state.plain.slice(start, end)
    // "exports from June 2023 to May 2024" are of that time.
    const isSpan = / (?:to|through|until|till|up to) /.test(own)
    if (
      isSpan &&
      (isLong
        ? /^from\s/i.test(own) && !/\bperiod (?:ranging )?$/.test(said)
        : period?.kind === 'OTHER' && /\bfrom $/i.test(said))
    )
      return false
    if (isOverItself(this.#state, { start, end }, period)) return false
    // "amounted to 3 bn euros over the first eleven months" is of these.
    if (isLong && isLevelOver.test(said)) return false
    return introducesBase(said) || (/^from\s/i.test(own) && /[\x82\x8F] $/u.test(said))
  }

  #isBracketedBase({ start, end }: Span): boolean {
    const last = this.#state.items.findLast((each) => each.kind === 'PERIOD' && each.end < start)
    return last !== undefined && isNamedBase(this.#state.text, last.end, { start, end }) && this.isBase(last)
  }

  isBaseItem(from: number, to: number): boolean {
    const near = this.#state.items.findLast(({ kind, start }) => kind === 'PERIOD' && start >= from && start < to)
    return near !== undefined && this.isBase(near) && !yearOnYear.test(this.#state.plain.slice(near.start, near.end))
  }

  baseAfter(item: Item, next: Item | undefined): Item | null {
    const end = next?.start ?? Math.min(this.#state.sentence.end, item.end + 160)
    const rest = this.#state.items.filter((each) => numbers.has(each.kind) && each.start > item.start)
    let number = rest[0]
    let before = item.end
    for (const each of rest) {
      number = each
      if (each.kind === 'POINTS' || !leadsToBase(this.#state.text.slice(before, each.start), each.kind)) break
      // "rose 1.8 percent to 2 bn, compared with the 8.4 percent jump the month before" is no change on the month.
      if (
        each.kind === 'PERCENT' &&
        item.kind === 'PERCENT' &&
        /\b(?:compared|against|versus)\b|\bfrom\s+(?:the\s+|an?\s+)?$/i.test(this.#state.text.slice(before, each.start))
      )
        break
      ;[before, number] = [each.end, undefined]
    }
    const limit = Math.min(Math.max(end, before + 100), number?.start ?? this.#state.sentence.end)
    for (const each of this.#state.items) {
      if (each.kind !== 'PERIOD' || each.start < item.end || each.start >= limit) continue
      if (divides(this.#state.text.slice(item.end, each.start))) break
      // "slowed to 19.5% from the previous month's 31.7%" is no change on the month.
      if (/^(?:['’]s\s|\s\x82)/.test(this.#state.text.slice(each.end, each.end + 3))) break
      if (this.isBase(each)) return each
    }
    const isShared = number?.kind === item.kind && sharesBase(this.#state.text.slice(item.end, number.start))
    if (number === undefined || !isShared || next !== undefined || this.baseBefore(item) !== null) return null
    return sharedBase(this.#state, item, this.baseAfter(number, undefined))
  }

  #lastBase({ start }: Span): Item | undefined {
    return this.#state.items.findLast((each) => each.kind === 'PERIOD' && each.end <= start && this.isBase(each))
  }

  baseBefore(changed: Item): Item | null {
    if (movedTo.test(this.#state.text.slice(this.#state.sentence.start, changed.start))) return null
    // "fell from May to June by 2 bn (3 percent)"
    const amount = this.#state.items.findLast(({ kind, end }) => kind === 'AMOUNT' && end <= changed.start)
    const isBracketed = amount !== undefined && /^ [(]$/.test(this.#state.text.slice(amount.end, changed.start))
    const item = isBracketed && isChangeBy(this.#state, amount) ? amount : changed
    const found = this.#lastBase(item)
    if (found === undefined) return null
    const isLeading = leadsSentence(this.#state.text.slice(this.#state.sentence.start, found.start))
    const between = this.#state.text.slice(found.end, item.start).replace(thenIn, '')
    const isInClause = opensClause.test(this.#state.text.slice(this.#state.sentence.start, found.start))
    const isClose =
      !this.#state.items.some((each) => numbers.has(each.kind) && each.start > found.start && each.end <= item.start) &&
      (!/[;,]|\s[-\x96\x97]{1,2}\s/u.test(between) || thusChanged.test(between))
    const isOfClause = isInClause && !/;|\b(?:whereas|while|but)\b/u.test(between)
    return isLeading || isClose || isOfClause ? found : null
  }

  periodFor(item: Item, role: Role, before: Slice): Period | null {
    const past = role === 'BASE' ? null : (labelledPeriod(this.#state, item) ?? earlierPeriod(this.#state, item, role))
    if (past !== null) return past
    const end = Math.min(this.#state.sentence.end, item.end + 120)
    for (const each of this.#state.items) {
      if (each.kind !== 'PERIOD' || each.start < item.end || each.start >= end || each.period === null) continue
      if (each.period.kind === 'SAME_MONTH' && resolveIn(this.#state, each.period) === null) continue
      const behind = withoutRevisions(this.#state.text.slice(item.end, each.start)).replace(/[(][^()]*[)]/gu, '')
      const between = role === 'BASE' ? behind : behind.replace(aheadOfPeriod, '')
      if (role !== 'BASE' && isRelative(each.period) && /^\s*(?:from|over|on)\s*$/i.test(behind)) continue
      if (role === 'BASE' && /[\x81-\x84]/u.test(between)) break
      // "grew 9% to November" is of the months up to it.
      if (role === 'CHANGE' && /^\s*(?:to|until|till|up to)\s+$/i.test(between)) return null
      if (/\bover\s[^\x81]*\x81/u.test(between)) break
      if (
        /[,;\x97(]|--|\b(?:whil(?:e|st)|whereas|but|than|from|against|compared|versus|due to|because|owing to|thanks to|amid|introduced|imposed|on top of|after|outpac\w+)\b/i.test(
          between,
        ) ||
        (/\band\b/i.test(between) && role !== 'BASE' && !(role === 'CHANGE' && andLevel.test(between)))
      )
        break
      if (role === 'BASE' || (!this.isBase(each) && !sinceWords.test(between))) {
        const named = resolveAt(this.#state, each)
        const found =
          role === 'BASE'
            ? earlier(partNamed(this.#state, named, item, before.text, each), this.#state.period, each)
            : isYearOfPart(this.#state, named, item.start)
              ? this.#state.period
              : named
        // What a change followed is mentioned once.
        if (
          role !== 'BASE' &&
          !isAsideOf(this.#state, item, each, found) &&
          !/\b(?:follow(?:ing|ed|s)|after|having|in contrast to|had been)\b[^,;]*$/i.test(before.text)
        )
          this.#state.period = found
        return found
      }
    }
    if (role !== 'BASE') {
      this.#state.period = this.#comparedWith(item) ?? this.#state.period
      return this.#state.period
    }
    const base = this.#lastBase(item)
    if (base?.period && (/[(]\s*$/u.test(before.text) || figureOf.test(this.#state.text.slice(base.end, item.start))))
      return earlier(resolve(base.period, this.#state.clock, this.#state.period), this.#state.period, base)
    // "In May compared to April, the surplus decreased from 3 bn"
    const leading = /\bfrom\s*$/i.test(before.text) ? this.baseBefore(item) : null
    const stated = leading && resolveAt(this.#state, leading)
    return stated ?? this.#impliedBase(before.text) ?? this.#levels.baseOf(this.#state)
  }

  takeBase(base: Period): void {
    this.#levels.take(this.#state, base)
  }

  /** Goes back to the period reported on behind a longer one: "the increase compared with March 2023" is of no quarter. */
  #comparedWith(item: Item): Period | null {
    const { clock, mainPeriod: main, period } = this.#state
    const base = (this.baseBefore(item) ?? this.baseAfter(item, undefined))?.period ?? null
    const found = base && resolve(base, clock, period)
    if (found === null || main === null || period === null) return null
    const isOfMain = found.frequency === main.frequency && found.frequency !== period.frequency
    return isOfMain && (isYearBefore(found, main) || periodBefore(main)?.text === found.text) ? main : null
  }

  #impliedBase(before: string): Period | null {
    const { period, lastRole, context } = this.#state
    if (lastRole !== 'CHANGE' || period === null || !/^\s*,?\s*from\s/i.test(before)) return null
    const { sentence, isPrevious, isBefore } = this.#stated
    if (sentence === this.#state.sentence && (isPrevious || isBefore))
      return resolve({ kind: 'PREVIOUS' }, this.#state.clock, period)
    return context.comparesWithPrevious ? null : yearBefore(period)
  }

  ofMonth(item: Item, role: Role, period: Period | null): Period | null {
    const base = role === 'CHANGE' ? (this.baseBefore(item) ?? this.baseAfter(item, undefined)) : null
    return base === null ? period : monthOf(this.#state, base, period)
  }

  /** Returns the base of a change; null for a year earlier. */
  against(item: Item, period: Period | null, stated: Item | null): Period | null | 'OTHER' {
    const base = isOnYear(this.#state, item) ? null : this.#against(item, period, stated)
    if (base === null) this.#yearly = this.#state.sentence
    return base
  }

  #against(item: Item, period: Period | null, stated: Item | null): Period | null | 'OTHER' {
    const base = stated ?? this.baseBefore(item) ?? movedSince(this.#state, item)
    const { sentence } = this.#state
    const isOnPrevious = this.#stated.isPrevious || this.#stated.isBefore || this.#levels.areOnPrevious
    if (base?.period) {
      const isSame = samePeriod.test(this.#state.plain.slice(base.start, base.end))
      const isOver = /\bover $/i.test(this.#state.text.slice(Math.max(0, base.start - 6), base.start))
      const isNear = this.#levels.areOnPrevious && isInParagraph(this.#state, this.#levels.sentence)
      const isChangeOnPrevious = this.#stated.isPrevious || this.#stated.isBefore || isNear
      const isAsBefore = isSame && (this.#stated.sentence === sentence ? isOnPrevious : isOver && isChangeOnPrevious)
      if (isAsBefore && period !== null) return resolve({ kind: 'PREVIOUS' }, this.#state.clock, period)
      const found = period && asQuarter(resolveBase(base.period, this.#state.clock, period), period)
      const isBefore = found !== null && period !== null && periodBefore(period)?.text === found.text
      this.#stated = { sentence, isPrevious: base.period.kind === 'PREVIOUS', isBefore, period }
      const isAdjusted = /\badjust(?:ed|ments?)\b/i.test(this.#state.text.slice(sentence.start, sentence.end))
      const isOnBefore = isAdjusted && (isBefore || base.period.kind === 'PREVIOUS')
      this.#adjusted =
        isOnBefore && period !== null ? { sentence, period, isFirst: !isInParagraph(this.#state, this.#yearly) } : null
      if (stated === null && opensParagraph(this.#state, base, isBefore)) this.#fronted = sentence
      const isYear = found !== null && period !== null && isYearBefore(found, period)
      this.#levels.takeChange(isYear || base.period.kind === 'YEAR_AGO', isAdjusted)
      this.#onYear = isYear && headsSentence(this.#state, base) ? sentence : null
      if (base.period.kind === 'YEAR_AGO' || period === null) return null
      if (found === null)
        return base.period.kind === 'PREVIOUS' && !ofMonths.test(this.#state.plain.slice(base.start, base.end))
          ? null
          : 'OTHER'
      if (
        base.period.kind === 'PERIOD' &&
        base.period.year === null &&
        found.frequency === period.frequency &&
        found.ordinal >= period.ordinal
      )
        return yearBefore(found)
      if (isYearOrSame(found, period)) return null
      // "from 2018" for a part of a year means the same part of it.
      const isWholeYear = found.frequency === 'ANNUAL' && period.frequency !== 'ANNUAL'
      if (!isWholeYear) return found
      const part = samePart(period, Number(found.last.slice(0, 4)))
      return part !== null && isYearOrSame(part, period) ? null : part
    }
    if (period !== null && isOnMonth(this.#state, item, period, isOnPrevious)) {
      this.#stated = { sentence, isPrevious: true, isBefore: false, period }
      return resolve({ kind: 'PREVIOUS' }, this.#state.clock, period)
    }
    // "rose 2 percent month on month, while imports rose 3 percent"
    const { isPrevious, isBefore } = this.#stated
    const isAsStated = isPrevious || (isBefore && this.#yearly !== sentence)
    const isCause = (isPrevious || isBefore) && this.#stated.period === period && ofCause(this.#state, item.start)
    if (((this.#stated.sentence === sentence && isAsStated) || isCause) && period !== null)
      return resolve({ kind: 'PREVIOUS' }, this.#state.clock, period)
    const isAfter = (this.#yearly?.start ?? -1) < (this.#fronted?.start ?? -1)
    if (isAfter && isInParagraph(this.#state, this.#fronted) && period !== null)
      return resolve({ kind: 'PREVIOUS' }, this.#state.clock, period)
    const isAdjusted = isSeasonal(this.#state.text.slice(this.#state.sentence.start, item.start))
    const isShort = period?.frequency === 'MONTHLY' || period?.frequency === 'QUARTERLY'
    if (isShort && isInParagraph(this.#state, this.#onYear)) return null
    if (isShort && period !== null && this.#comparesAsBefore(period)) return null
    if (isShort && isAdjusted && period !== null)
      this.#adjusted = { sentence, period, isFirst: !isInParagraph(this.#state, this.#yearly) }
    const isOnBefore = (isAdjusted || this.#levels.areComparedIn(sentence)) && this.#yearly !== sentence
    const isDefault = this.#state.context.comparesWithPrevious && !this.#levels.areYearly
    if (isShort && ((isDefault && this.#yearly !== sentence) || isOnBefore))
      return this.#levels.beforeUnsaid(period, isOnBefore)
    const before = this.#adjusted
    const isPart = this.#state.frames.some(({ phrases }) => phrases.length > 0)
    if (period === null || before === null || !isPart || before.sentence === sentence) return null
    if (before.period.text !== period.text || !isInParagraph(this.#state, before.sentence)) return null
    return before.isFirst ? resolve({ kind: 'PREVIOUS' }, this.#state.clock, period) : 'OTHER'
  }

  /** Indicates a change of the same period, of a month that of a total, as one that the sentence before compares with a year earlier. */
  #comparesAsBefore(period: Period): boolean {
    const { sentence, isPrevious, isBefore, period: before } = this.#stated
    if (period.frequency === 'MONTHLY' && this.#state.frames.some(({ phrases }) => phrases.length > 0)) return false
    if (sentence === null || isPrevious || isBefore || before?.text !== period.text) return false
    return this.#state.sentence.start - sentence.end < 300 && isInParagraph(this.#state, sentence)
  }
}
