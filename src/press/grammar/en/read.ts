import type { Period } from '../../../domain/periods/period.js'
import type { Steps } from '../../../lib/steps.js'
import { type Item, numbers, readableParts, Slice } from '../../items.js'
import type { Clock } from '../../periods.js'
import type { Source, Span } from '../../source.js'
import type { Frame, LooseNumber, Reading, Statement, Unplaced, Vocabulary } from '../../statement.js'
import { isBaseOfOther, qualifierOf } from './constructions/comparisons/bases.js'
import { earlierNumber } from './constructions/comparisons/earlier-numbers.js'
import { leaveSpan } from './constructions/comparisons/earlier-period.js'
import { followedBy, isMentionedOnce, leadsToEarlier } from './constructions/comparisons/earlier-rates.js'
import { areByQuarter, areOfOne, basesOf, periodsOf } from './constructions/comparisons/series.js'
import { isImpossible, isMisread, movesFrom, passes, untold } from './constructions/doubts/doubts.js'
import { isUnnamed } from './constructions/doubts/names.js'
import { areOfServices } from './constructions/doubts/services.js'
import { HeadingPeriods, sectionOf, takeLabel, takeListHead, takeUnnumbered } from './constructions/headings.js'
import { beginChain, ranksOn } from './constructions/lists/chains.js'
import { listedNumber, sideOf } from './constructions/lists/lists.js'
import { ownMover } from './constructions/movers.js'
import { withPlaces } from './constructions/partners.js'
import { counted, countedIn, measured } from './constructions/quantities.js'
import { rangesIn } from './constructions/ranges.js'
import { regional } from './constructions/regions.js'
import { wholeOf } from './constructions/shares/shares.js'
import { behindShare, isImproved, metricOfWhole, signIn } from './cues.js'
import { FrameReader } from './frames.js'
import { type Group, groupsOf, levelAfter, respective, withUnits } from './groups.js'
import { conversionsIn, withoutConversions } from './lexing/conversions.js'
import { Currencies } from './lexing/currencies.js'
import { withGoods } from './lexing/goods.js'
import { englishLexer } from './lexing/lexer.js'
import { withParts } from './parts-of-trade.js'
import { takeTold } from './period-words.js'
import { PeriodReader } from './periods.js'
import { readable, wholeSentences } from './readable.js'
import { inVolumeAndValue } from './role-words.js'
import { roleOf } from './roles.js'
import {
  adjusted,
  adjustedFrom,
  adjustedTo,
  announcedPeriod,
  currencyOfTerms,
  inTerms,
  isOfOthers,
  ofTrend,
  ofWorld,
  onCumulative,
  revises,
  scaled,
  scaleOf,
  sinceLast,
} from './scope.js'
import {
  completes,
  inheritedSign,
  isAside,
  isBaseOfFrames,
  leaveAnswer,
  leaveNumber,
  leaveSentence,
  levelSign,
  pointsBack,
  retracted,
  toldIn,
} from './sentence.js'
import { enterParagraph, enterSentence, initialState, type Role, type State } from './state.js'

export function* readEnglish(source: Source, clock: Clock, vocabulary: Vocabulary): Steps<Reading> {
  const all = withoutConversions(englishLexer(source), source.text)
  const { text, items } = readable(source.text, all)
  const reader = new EnglishReader(text, source.text, clock, withGoods(vocabulary), items)
  for (const [sentence, own] of readableParts(wholeSentences(source.text, items), items, reader.loose)) {
    yield* reader.read(sentence, own)
    reader.loose.push(...rangesIn(own, source.text, sentence), ...conversionsIn(own, source.text, sentence))
    yield
  }
  const { statements, loose } = reader
  return { statements: withParts(withPlaces(statements, source.text), source.text, vocabulary), loose }
}

class EnglishReader implements Reading {
  readonly statements: Statement[] = []
  readonly loose: LooseNumber[] = []
  readonly #state: State
  readonly #periods: PeriodReader
  readonly #reader: FrameReader
  readonly #currencies: Currencies
  #mentions: readonly Item[] = []
  #isHeading = false
  #periodBefore: Period | null = null
  #paragraph = 0
  #isAdjusted = false
  #isOfOthers = false
  #signs = new Map<Role, number>()
  #isCumulative = false
  readonly #headings = new HeadingPeriods()
  #scale: number | null = null
  /** The frames in force before an average, which says nothing of the next sentence. */
  #suspended: readonly Frame[] = []
  /** The frames of the last forecast: "less than the expected 8.9 percent, following an 8.5 percent fall in September". */
  #forecast: readonly Frame[] = []

  constructor(text: string, plain: string, clock: Clock, vocabulary: Vocabulary, items: readonly Item[]) {
    this.#state = initialState(text, plain, clock, vocabulary)
    this.#state.period = announcedPeriod(this.#state, items)
    this.#periods = new PeriodReader(this.#state)
    this.#reader = new FrameReader(this.#state)
    this.#currencies = new Currencies(this.#state.context, items, plain)
  }

  *read(sentence: Span, all: readonly Item[]): Steps<void> {
    const { period } = this.#state
    yield* this.#sentence(sentence, all)
    const { text } = Slice.of(this.#state.text, sentence)
    if (revises.test(text) && period !== null) this.#state.period = period
    this.#state.side = sideOf(text)
  }

  *#sentence(sentence: Span, all: readonly Item[]): Steps<void> {
    const text = this.#state.text.slice(sentence.start, sentence.end)
    this.#isAdjusted = adjustedFrom.test(text) || (this.#isAdjusted && !adjustedTo.test(text))
    this.#isHeading = !/[.!?]["')\]]*$/u.test(text)
    const isParagraph = sentence.start === 0 || this.#state.text[sentence.start - 1] === '\n'
    if (isParagraph) {
      this.#scale = null
      this.#isOfOthers = isOfOthers(this.#state.plain, text)
      leaveAnswer(this.#state, text)
      enterParagraph(this.#state, { keepsChain: ranksOn.test(text), keepsSide: ofTrend.test(text) })
    }
    this.#scale = scaleOf(text) ?? this.#scale
    const items = withUnits(this.#state, this.#scale === null ? all : scaled(all, this.#scale))
    this.#state.sentence = sentence
    this.#state.items = items
    if (isParagraph) {
      if (isAside(this.#state, this.statements, this.#paragraph)) this.#state.period = this.#state.mainPeriod
      const before = this.statements.slice(this.#paragraph)
      this.#paragraph = this.statements.length
      if (this.#isCumulative) this.#state.period = this.#state.mainPeriod ?? this.#state.period
      if (!completes(this.#state, text, before)) this.#periods.toMain(this.#isHeading)
      const isBare = this.#isHeading && !items.some(({ kind }) => numbers.has(kind))
      if (isBare) this.#headings.take(this.#state, text)
      else this.#state.period = this.#headings.above(this.#state) ?? this.#state.period
    }
    this.#mentions = items.filter(({ kind }) => kind === 'PERIOD')
    enterSentence(this.#state)
    this.#signs.clear()
    this.#forecast = []
    if (this.#state.frames.length === 0) this.#state.frames = this.#suspended
    this.#suspended = []
    this.#state.continues = pointsBack.test(text)
    const own = items.filter(({ kind }) => numbers.has(kind))
    this.#isCumulative = onCumulative.test(text)
    this.#periods.leaveEarlier()
    if (this.#isOfOthers || ofWorld.test(text)) {
      this.#periodBefore = this.#state.period
      this.#refuse(own, 'NO_SUBJECT')
      return
    }
    if (own.length === 0) {
      this.#currencies.take(currencyOfTerms(Slice.of(this.#state.text, sentence).text, null))
      takeUnnumbered(this.#state, text, this.#isHeading)
      this.#periods.takePeriods(this.#mentions, { isBackground: true, isTold: false })
      return
    }
    takeLabel(this.#state, sentence)
    this.#state.section = sectionOf(text) ?? this.#state.section
    const before = this.#state.period
    this.#periods.onlyPeriod(own[0]?.start ?? sentence.end)
    let done = sentence.start
    const said = this.statements.length
    for (const group of groupsOf(this.#state, own)) {
      const last = group.items.at(-1)
      if (last === undefined) continue
      this.#group(group, done)
      done = last.end
      yield
    }
    const added = this.statements.slice(said)
    if (isParagraph && added.length > 0) this.#headings.takeView(this.#state)
    this.#state.spoken = null
    this.#state.told = toldIn(added)
    this.#state.sharesOnly = added.length > 0 && added.every(({ role }) => role === 'SHARE')
    const rest = items.filter(({ kind, start }) => kind === 'PERIOD' && start >= done)
    this.#periods.takePeriods(rest, { isBackground: true, isTold: added.length > 0 })
    leaveSentence(this.#state, text, before, added)
    leaveSpan(this.#state)
    takeListHead(this.#state, text)
  }

  #group(group: Group, from: number): void {
    const { after } = group
    let { items } = group
    const last = items.at(-1)
    const [first] = items
    if (first === undefined || last === undefined) return
    this.#periodBefore = this.#state.period
    this.#periods.takePeriods(this.#mentions.filter(({ start }) => start >= from && start < first.start))
    const open =
      this.#state.consumed <= group.before.span.start || this.#state.consumed > first.start
        ? group.before
        : Slice.of(this.#state.text, { start: Math.max(from, this.#state.consumed), end: first.start })
    const rest = behindShare(this.#state, from, open)
    // The currency of a change stands between it and its level: "rose 1.4 percent in yuan terms to".
    const before = rest.slice(inTerms.exec(rest.text)?.[0].length ?? 0)
    if (this.#state.frames.length === 0 && leadsToEarlier(before.text)) this.#state.frames = this.#forecast
    const told = this.statements.findLast(({ role }) => role === 'CHANGE')
    const isTold = told?.sentence === this.#state.sentence
    const against = (isTold ? told : this.statements.at(-1))?.base ?? null
    const past = items.length === 1 ? earlierNumber(this.#state, first, before.text, after.text, against) : null
    if (past !== null) {
      const signs = new Map(this.#signs)
      this.#add({ ...first, sign: past.sign }, past.role, past.frame, before.text, after, past.period, 'YEAR_AGO')
      this.#mentions = this.#mentions.filter(({ start }) => start > past.end)
      this.#signs = signs
      return
    }
    const listed = items.length === 1 ? listedNumber(this.#state, first, { before, after, from }) : null
    if (listed !== null) items = [{ ...first, sign: listed.role === 'SHARE' ? first.sign : listed.sign }]
    const role = listed?.role ?? roleOf(this.#state, this.#periods, first, before.text, after.text, from)
    this.#currencies.take(currencyOfTerms(rest.text, role === 'CHANGE' ? after.text : null))
    if (typeof role === 'object') {
      const changed = role.reason === 'CHANGE_IN_AMOUNT'
      if (changed) this.#state.amountSign = signIn(before.text, after.text, this.#state.amountSign)
      if (changed || role.reason === 'AVERAGE') {
        const frames = this.#reader.framesFor(before, after, items.length, 'LEVEL')
        if (changed && (frames !== null || this.#state.fresh))
          this.#state.frames = frames ?? (this.#state.continues ? this.#state.frames : [])
        if (changed) this.#state.fresh = false
        else {
          this.#suspended = this.#state.frames
          this.#state.frames = []
        }
      }
      const { fresh, text, sentence } = this.#state
      const isOfBoth = role.reason === 'PRICE' && fresh && inVolumeAndValue.test(text.slice(last.end, sentence.end))
      if (isOfBoth) {
        this.#refuse(items, role.reason)
        this.#take(this.#reader.framesFor(before, after, 1, 'CHANGE') ?? [], null)
        return
      }
      if (role.reason === 'RATE_DIFFERENCE' && fresh) {
        this.#state.frames = this.#reader.framesFor(before, after, 1, 'CHANGE') ?? []
        this.#state.fresh = first.kind !== 'NUMBER' || this.#state.frames.length === 0
      }
      this.#refuse(items, role.reason)
      return
    }
    const reached = role === 'CHANGE' ? levelAfter(this.#state, last) : null
    if (reached !== null) this.#currencies.take(this.#currencies.measureOf(reached))
    if (this.#currencies.isOpen(first, this.#state.plain)) {
      const frames = this.#reader.framesFor(before, after, items.length, 'LEVEL') ?? []
      this.#refuse(items, 'AMBIGUOUS_CURRENCY')
      // The changes of such an amount are told without it.
      const isTold = frames.length === items.length && frames.every(({ phrases }) => phrases.length === 0)
      if (role === 'LEVEL' && isTold) this.#take(frames, role)
      return
    }
    const trading = listed !== null ? null : counted(this.#state, first, before, this.#reader.reporter())
    const traders = trading && regional(this.#state, trading, before, items.length, role)
    const isBase = isBaseOfFrames(this.#state, role, before.text)
    const bases = basesOf(this.#state, this.#periods, items)
    const isOfOne = areOfOne(bases) || areByQuarter(this.#state, items)
    const frames =
      trading !== null
        ? traders
        : isBaseOfOther(this.#state, role, before.text, from)
          ? null
          : isBase
            ? (ownMover(this.#state, before) ?? this.#state.frames)
            : listed !== null
              ? regional(this.#state, listed.frames, before, 1, role)
              : this.#reader.framesFor(before, after, isOfOne ? 1 : items.length, role)
    const inWords = traders ?? (frames && measured(this.#state, first, frames, { before, after, reached }))
    const ofWhole = role === 'SHARE' ? wholeOf(this.#state, inWords, before, after) : inWords
    const others = respective(this.#state, this.statements, items, ofWhole ?? [], before.text, role)
    const found = others?.map(({ frame }) => frame) ?? ofWhole
    const isUntold = frames !== null && isMisread(this.#state, frames, { role, before, isListed: listed !== null })
    const isNameless = found?.some((frame) => isUnnamed(frame, this.#state.context)) === true
    if (found === null || found.length === 0 || isUntold || isNameless) {
      this.#refuse(items, 'NO_SUBJECT')
      return
    }
    const isRepeated = isOfOne && found.length === 1
    const inTurn = found.length === 1 ? periodsOf(this.#state, items, last, role) : []
    const isByPeriod = inTurn.length > 0 && (items.length === 1 || items.length === inTurn.length)
    const pairs =
      isByPeriod ||
      found.length === items.length ||
      isRepeated ||
      (items.length === 1 && /\b(?:both|each)\b/i.test(`${before.text} ${after.text.slice(0, 6)}`))
    if (!pairs) {
      this.#refuse(items, 'AMBIGUOUS_LIST')
      return
    }
    this.#take(found, null)
    if (listed === null && (role === 'LEVEL' || role === 'SHARE'))
      beginChain(this.#state, first, { role, frames: found, sign: 0 })
    const start = Math.max(this.#state.sentence.start, first.start - 400)
    const said = Slice.of(this.#state.text, { start, end: first.start }).text
    if (areOfServices(this.#state, found, said, first)) {
      this.#state.mainPeriod ??= this.#periods.periodFor(last, role, before)
      for (const item of items) this.loose.push({ item, reason: 'SERVICES', sentence: this.#state.sentence })
      this.#state.lastRole = role
      return
    }
    const earlier = role === 'CHANGE' ? followedBy(this.#state, last, before.text, told) : null
    const baseOfEarlier = isTold && told.base === null ? 'YEAR_AGO' : null
    const period =
      earlier ?? listed?.period ?? this.#periods.ofMonth(last, role, this.#periods.periodFor(last, role, before))
    const isAside = earlier !== null || isMentionedOnce(this.#state, first)
    const signs = new Map(this.#signs)
    for (const [index, each] of (isByPeriod ? inTurn : []).entries()) {
      const [frame, item] = [found[0], items[items.length === 1 ? 0 : index]]
      if (frame !== undefined && item !== undefined) this.#add(item, role, frame, before.text, after, each, null)
    }
    for (const [index, item] of (isByPeriod ? [] : items).entries()) {
      const targets = isRepeated || items.length === 1 ? found : found.slice(index, index + 1)
      const own = group.directions[index] || before.text
      const each = others?.[index]?.period ?? period
      const base = earlier !== null ? baseOfEarlier : (bases[index] ?? null)
      for (const frame of targets) this.#add(item, role, frame, own, after, each, base)
    }
    // What the change is compared with says nothing of the next number.
    if (isAside) [this.#state.period, this.#signs] = [this.#periodBefore ?? (earlier && this.#state.period), signs]
    this.#state.lastRole = role
    this.#state.afterAmount = false
  }

  #take(frames: readonly Frame[], role: Role | null): void {
    this.#state.frames = frames
    this.#state.fresh = false
    if (role !== null) this.#state.lastRole = role
  }

  #refuse(items: readonly Item[], reason: Unplaced): void {
    for (const item of items) this.loose.push({ item, reason, sentence: this.#state.sentence })
    leaveNumber(this.#state, reason, this.#periodBefore)
    // What changed by the next number is what could not be told.
    if (reason === 'FORECAST' && this.#state.frames.length > 0) this.#forecast = this.#state.frames
    if (untold.has(reason) || (reason === 'PRICE' && movesFrom(this.#state, items))) this.#state.frames = []
    if (!passes(reason, this.#state.lastRole)) this.#state.lastRole = null
  }

  #add(
    item: Item,
    role: Role,
    frame: Frame,
    before: string,
    after: Slice,
    period: Period | null,
    base: Item | 'YEAR_AGO' | null,
  ): void {
    const isLevel = role === 'LEVEL' || role === 'BASE'
    const measure = this.#currencies.measureOf(item)
    if (isLevel) this.#currencies.take(measure)
    if (role === 'BASE' && period === null) {
      this.#refuse([item], 'NO_PERIOD')
      return
    }
    if (role === 'BASE' && period !== null) this.#periods.takeBase(period)
    const whole = role === 'SHARE' ? (metricOfWhole(this.#state, after.text) ?? frame.metric) : null
    if (isImpossible(this.#state, role, frame, whole, period)) {
      if (role === 'SHARE' && /^\s*(?:share )?of\b/i.test(after.text))
        this.loose.push(...retracted(this.statements, this.#state.sentence, frame))
      this.#refuse([item], 'NO_SUBJECT')
      return
    }
    let sign = role === 'SHARE' && item.sign < 0 ? -1 : 1
    if (role === 'CHANGE' || role === 'SHARE_CHANGE')
      sign = item.sign || signIn(before, after.text, inheritedSign(this.#state, this.#signs, role, before))
    if (role === 'CHANGE' && frame.isDeficit === true && isImproved(before, after.text)) sign = -1
    if (role === 'CHANGE') this.#signs.clear()
    if (role === 'CHANGE' || role === 'SHARE_CHANGE') this.#signs.set(role, sign)
    if (isLevel) sign = levelSign(this.#state, item, frame, { role, before, after: after.text })
    if (role !== 'BASE') takeTold(this.#state, period)
    this.#state.hasBoth ||= frame.metric === 'TRADE' && frame.phrases.length === 0
    const isYearly = role !== 'CHANGE' || base === 'YEAR_AGO'
    const against = isYearly ? null : this.#periods.against(item, period, base)
    if (against === 'OTHER') {
      this.#refuse([item], 'OTHER_BASE')
      return
    }
    const isAdjusted =
      this.#isAdjusted || adjusted.test(sinceLast(this.#state.text.slice(this.#state.sentence.start, item.start)))
    this.statements.push({
      role: role === 'BASE' ? 'LEVEL' : role,
      item: role !== 'SHARE_CHANGE' ? { ...item, qualifier: qualifierOf(role, before) } : item,
      value: `${sign < 0 ? '-' : ''}${item.value}`,
      measure: countedIn(item, frame) ?? (isLevel ? (measure ?? this.#currencies.current) : this.#currencies.ofRates),
      frame,
      period,
      base: against,
      shareOf: whole === null ? null : { metric: whole, phrases: [] },
      sentence: this.#state.sentence,
      isAdjusted,
      rule: `en.${role.toLowerCase()}`,
      isHeading: this.#isHeading,
    })
  }
}
