import type { Steps } from '../../../lib/steps.js'
import { type Item, masked, numbers, partsOf, Slice } from '../../items.js'
import type { Clock } from '../../periods.js'
import { type Source, type Span, sentencesOf } from '../../source.js'
import {
  type Frame,
  type LooseNumber,
  type Phrase,
  type Reading,
  type Reporter,
  type Statement,
  type Unplaced,
  type Vocabulary,
  valueMetric,
} from '../../statement.js'
import {
  answers,
  asks,
  beyondRound,
  clausesWith,
  type Group,
  groupsOf,
  isOfItself,
  isOfPart,
  type ShareBase,
  shareBase,
  signOf,
  together,
  told,
} from './clauses.js'
import { withDollars } from './currencies.js'
import { type Dated, datedBy, datedRole, datedValues } from './dated.js'
import { framesFor } from './frames.js'
import { chineseLexer } from './lexer.js'
import { type Comparison, noComparison, PeriodsInForce } from './periods.js'
import { measured } from './quantities.js'
import {
  announcing,
  attribute,
  isNoun,
  isPartOfRegion,
  isShortNoun,
  isTrader,
  pointsAtList,
  refusalOf,
  remarks,
  way,
} from './refusals.js'
import { comparedAt, roleOf } from './roles.js'
import { newSentence } from './sentence.js'
import { type Said, statementOf } from './statements.js'
import { type Head, headOf, isEmptyHead, mainReporter, metricsIn } from './subject.js'
import { titleOf, topicOf } from './topics.js'
import {
  asides,
  flowOf,
  forecast,
  foreignSubject,
  foretelling,
  inTurn,
  leavingOut,
  movingShare,
  notes,
  only,
  otherOffice,
  predicate,
  shareGoesOn,
  shareWords,
  twoBases,
  vagueShare,
} from './words.js'

export function* readChinese(source: Source, clock: Clock, vocabulary: Vocabulary): Steps<Reading> {
  const items = withDollars(chineseLexer(source), source.text)
  const hidden = (words: string): string => '\uE0FF'.repeat(words.length)
  const text = masked(source.text, items).replace(notes, hidden).replace(asides, hidden)
  const reader = new ChineseReader(text, clock, vocabulary)
  for (const [sentence, own] of partsOf(sentencesOf({ text, language: 'ZH' }), items)) {
    yield* reader.read(sentence, own)
    yield
  }
  return reader
}

class ChineseReader implements Reading {
  readonly statements: Statement[] = []
  readonly loose: LooseNumber[] = []
  readonly #text: string
  readonly #vocabulary: Vocabulary
  #main: Reporter | null
  #speaker: Reporter | null
  readonly #periods: PeriodsInForce
  #currency = 'CNY'
  #frames: readonly Frame[] = []
  /** The last list that the paragraph has named without numbers. */
  #list: readonly Phrase[] = []
  #now = newSentence({ start: 0, end: 0 })
  /** The category that the line begins with, as its title. */
  #title: Phrase | null = null
  /** Indicates that who asks speaks in the line, whose numbers are no statistics. */
  #isAsked = false
  /** Indicates that the line has counted the enterprises that trade. */
  #countsTraders = false
  constructor(text: string, clock: Clock, vocabulary: Vocabulary) {
    this.#text = text
    this.#periods = new PeriodsInForce(text, clock)
    this.#vocabulary = vocabulary
    this.#main = mainReporter(text)
    this.#speaker = this.#main
  }

  *read(sentence: Span, items: readonly Item[]): Steps<void> {
    this.#now = newSentence(sentence)
    this.#now.isHeading = !/[。！？；;，,：:]/u.test(this.#text.slice(sentence.start, sentence.end))
    if (this.#text[sentence.start - 1] === '\n') this.#periods.widen()
    if (this.#text[sentence.start - 1] === '\n' || sentence.start === 0) {
      this.#isAsked = asks.test(this.#text.slice(sentence.start, sentence.end))
      this.#title = null
      this.#list = []
      this.#countsTraders = false
    }
    if (answers.test(this.#text.slice(sentence.start, sentence.end))) this.#isAsked = false
    this.#now.topics = this.#title === null ? [] : [this.#title]
    this.#periods.listed = []
    this.#speaker = mainReporter(this.#text.slice(sentence.start, sentence.end)) ?? this.#main
    this.#title = titleOf(Slice.of(this.#text, sentence), this.#vocabulary) ?? this.#title
    const first = this.#periods.period
    let [outer, told] = [first, this.#frames]
    for (const { span, items: own, place } of clausesWith(this.#text, sentence, this.#now.isHeading, items)) {
      if (place === 'BEHIND') [this.#periods.period, this.#frames] = [outer, told]
      const before = this.#periods.period
      if (place === 'INSERTED') [outer, told] = [before, this.#frames]
      this.#clause(span, own)
      // What stands in brackets says nothing of what follows them.
      if (/[（(]/u.test(this.#text[span.start - 1] ?? '')) this.#periods.period = before
      yield
    }
    this.#periods.end(first)
  }

  #clause(span: Span, items: readonly Item[]): void {
    const words = Slice.of(this.#text, span)
    if (/美元(?:计|口径)/u.test(this.#text.slice(span.start, span.end))) this.#currency = 'USD'
    else if (/人民币(?:计|口径)/u.test(words.text)) this.#currency = 'CNY'
    const isOfWhich = /^[\s“、]*(?:同期|此外|另外|这)?其中/u.test(words.text)
    this.#now.ofWhich ||= isOfWhich
    this.#now.isPart ||= isOfWhich
    if (leavingOut.test(words.text)) this.#now.isPartial = true
    const before = this.#periods.period
    if (this.#isAsked) {
      for (const item of items)
        if (numbers.has(item.kind)) this.loose.push({ item, reason: 'NO_SUBJECT', sentence: this.#now.sentence })
      return
    }
    const own = items.filter(({ kind }) => numbers.has(kind))
    const { announced } = this.#now
    this.#now.isStreak = items.some(({ measure }) => measure === 'STREAK')
    this.#now.announced = noComparison
    const taken = this.#periods.take(items)
    const comparison = taken === noComparison ? announced : taken
    // Neither a forecast nor what is left out changes what the text speaks of.
    if (forecast.test(words.text) || leavingOut.test(words.text)) this.#periods.period = before
    if (!this.#now.fresh && remarks(words.text, span, items)) this.#periods.period = before
    if (own.length === 0) {
      this.#now.announced = comparison
      this.#now.isOneWay = way.test(words.text)
      if (inTurn.test(words.text)) this.#now.turns = this.#now.stated.slice(-2)
      const topics = topicOf(words, this.#vocabulary)
      const topic = topics?.every((each) => isNoun(each, this.#vocabulary)) ? topics : null
      const [metric, ...others] = metricsIn(announcing(words.text, topic))
      this.#now.topics = topic ?? this.#now.topics
      this.#now.isNewTopic = topic !== null
      if (topic !== null && topic.length > 1) this.#list = topic
      if (metric !== undefined && others.length === 0) {
        const named = headOf(words.slice(0, metric.end), 1, this.#speaker, this.#vocabulary)
        const isNamed = !named.refersBack && named.phrases.every((each) => isShortNoun(each, this.#vocabulary))
        if (topic !== null)
          this.#frames = [{ metric: metric.metric, phrases: topic.length === 1 ? topic : [], reporter: this.#speaker }]
        else if (isNamed) this.#frames = this.#framesFor(named, 'LEVEL', null) ?? this.#frames
        this.#now.isAnnounced = isNamed
      }
      this.#now.isForecast ||= foretelling.test(words.text)
      this.#now.isForeign ||= otherOffice.test(words.text)
      const side = flowOf(words.text)
      if (side !== null) {
        this.#frames = [{ metric: side, phrases: [], reporter: this.#speaker }]
        this.#now.ofWhich = true
      }
      const isVague = items.some(({ kind }) => kind === 'OTHER')
      const goesOn = shareGoesOn.test(this.#text.slice(span.end, span.end + 24))
      const share = (isVague && vagueShare.exec(words.text)) || (goesOn && movingShare.exec(words.text)) || null
      if (share !== null) {
        const head = headOf(words.slice(0, share.index), 1, this.#speaker, this.#vocabulary)
        this.#frames = this.#framesFor(head, 'SHARE', shareBase('')) ?? this.#frames
        this.#now.fresh = false
        this.#now.lastRole = 'SHARE'
      }
      const passed = beyondRound.exec(words.text)
      if (passed !== null) {
        const head = headOf(words.slice(0, passed.index), 1, this.#speaker, this.#vocabulary)
        this.#frames = this.#framesFor(head, 'LEVEL', null) ?? this.#frames
        this.#now.fresh = false
      }
      return
    }
    const isContinued = !this.#now.fresh
    let previous: Statement['role'] | null = null
    const dated = datedValues(this.#text, items)
    for (const group of groupsOf(this.#text, span, own)) {
      const [first] = group.numbers
      const date = (first && dated.get(first.item)) ?? null
      const tell = (): void => {
        previous = this.#group(group, comparison, previous, date)
      }
      if (date === null || date.period === null) tell()
      else this.#periods.during(date.period, tell)
      if (previous !== null) this.#now.lastRole = previous
    }
    this.#now.isPart = false
    // An earlier year is mentioned for comparison only, as an earlier month is behind other numbers.
    this.#periods.leavePast(before, isContinued)
  }

  #group(
    group: Group,
    comparison: Comparison,
    previous: Statement['role'] | null,
    date: Dated | null,
  ): Statement['role'] | null {
    const { after } = group
    const undated = date === null || date.period === null ? group.words : group.words.trimmed(datedBy)
    const words = undated.slice(attribute.exec(undated.text)?.[0].length ?? 0)
    const [first] = group.numbers
    if (first === undefined) return null
    const { lastRole } = this.#now
    const plain = roleOf(this.#now, first.item, words.text, after, previous)
    const role = date === null ? plain : datedRole(date, first.item, words.text, plain, lastRole, previous)
    if (first.item.kind === 'AMOUNT') this.#now.isPrice = typeof role === 'object' && role.reason === 'PRICE'
    else if (typeof role === 'string' && this.#now.isPrice && only.test(words.trimmed(predicate).text))
      return this.#refuse(group, 'PRICE')
    const count = group.numbers.length
    const all = (reason: Unplaced, kept?: readonly Frame[]): null => this.#refuse(group, reason, kept)
    if (typeof role === 'object') {
      if (date?.place !== 'BASE') this.#remember(words, role.reason)
      return all(role.reason)
    }
    const isShare = role === 'SHARE' || role === 'SHARE_CHANGE'
    const at = isShare ? words.text.search(/占|比重|份额/u) : -1
    const cut = at >= 0 ? words.slice(0, at) : words.trimmed(twoBases)
    const share = isShare ? shareBase(at >= 0 ? words.text.slice(at) : '') : null
    const head = headOf(cut, count, this.#speaker, this.#vocabulary)
    const isContinued = previous !== null && only.test(cut.text)
    const pointed = pointsAtList.test(cut.text) ? this.#listed(head, count) : this.#inTurn(head, role, count)
    const own = pointed ?? (isContinued ? this.#frames : this.#framesFor(head, role, share))
    const found = measured(first.item, cut, own, {
      isTraders: this.#countsTraders,
      speaker: head.isWhole ? told(this.#main, head.reporter) : this.#speaker,
      vocabulary: this.#vocabulary,
    })
    const refusal = refusalOf({ head, words, after, count, item: first.item, role, now: this.#now }, this.#vocabulary)
    this.#now.isForeign ||= head.phrases.some((each) => isTrader(each, this.#vocabulary))
    if (refusal !== null && pointed === null) return all(refusal)
    // A part that is told in one way of trading has two categories.
    if (this.#now.isOneWay && head.phrases.length > 0) return all('NO_SUBJECT')
    const isTogether =
      isShare &&
      [...head.phrases.map(({ text }) => text), head.reporter?.words ?? ''].some((each) => together.test(each))
    const isOfEach = isTogether && count > 1 && this.#now.stated.length >= count
    if (isTogether && !isOfEach) return all('NO_SUBJECT')
    if (at >= 0 && isOfPart(words.text.slice(at))) return all('NO_SUBJECT', this.#frames)
    if (head.reporter === null && found?.some((frame) => isPartOfRegion(frame, this.#main)))
      return all('NO_SUBJECT', found)
    const isUntold = this.#now.isForeign && head.phrases.length === 0 && !head.isWhole
    if (found === null || found.length === 0 || isUntold) return all('NO_SUBJECT')
    if (found.some(({ metric, phrases }) => /QUANTITY/.test(metric) && phrases.length === 0)) return all('NO_SUBJECT')
    if (isShare && found.some((frame) => isOfItself(frame, share, words.text))) return all('NO_SUBJECT')
    const bases = role === 'CHANGE' && count === 2 && found.length === 1 ? twoBases.exec(words.text) : null
    const isSpread = isEmptyHead(head) && count > found.length && this.#now.stated.length >= count
    const isDistributed = isOfEach || (isSpread && bases === null)
    const frames = isDistributed ? this.#now.stated.slice(-count) : found
    if (role === 'LEVEL') this.#now.stated.push(...frames)
    else if (role === 'CHANGE') this.#now.stated.push(...frames.filter((frame) => !this.#now.stated.includes(frame)))
    if (head.phrases.length > 0) this.#now.topics = []
    this.#now.isNewTopic = false
    this.#frames = frames
    this.#countsTraders ||= frames[0]?.metric === 'TRADING_ENTERPRISES'
    this.#now.fresh = false
    const isEach = /均|都|双双|各/u.test(words.text)
    const periods = frames.length === 1 ? this.#periods.listedFor(words.text, count, isEach) : null
    const isPaired = periods !== null || bases !== null || count === frames.length || (count === 1 && isEach)
    if (!isPaired) return all('AMBIGUOUS_LIST')
    if (role === 'CHANGE' && comparison.isOther) return all('OTHER_BASE')
    if (role === 'CHANGE' && /[比较]的$/u.test(words.text)) return all('RATE_DIFFERENCE')
    let sign = 1
    const { base } = comparison
    const isSigned = group.numbers.some(({ item }) => item.sign !== 0)
    for (const [index, { item, before }] of group.numbers.entries()) {
      if (role !== 'LEVEL' && role !== 'SHARE')
        sign = signOf(item, date === null ? before : '', after, index === 0 || isSigned ? 1 : sign)
      if (periods !== null)
        for (const period of count === 1 ? periods : periods.slice(index, index + 1)) {
          this.#periods.period = period
          for (const frame of frames) this.#state(group, item, role, frame, { sign, base, share, words: cut.text })
        }
      const targets = periods !== null ? [] : count === 1 || bases !== null ? frames : frames.slice(index, index + 1)
      const said = bases?.[index + 1] ?? cut.text
      for (const frame of targets) this.#state(group, item, role, frame, { sign, base, share, words: said })
    }
    return role
  }

  /** A number that is no figure may name what the next one is of: 对东盟进出口增速高于整体2个百分点，占15%. */
  #remember(words: Slice, reason: Unplaced): void {
    if (reason === 'SECOND_VALUE') {
      const isShare = shareWords.test(words.text)
      if (isShare) this.#now.lastRole = 'SHARE'
      const end = words.text.search(isShare ? /占|比重|份额/u : /[由从][^由从]*$/u)
      const said = headOf(words.slice(0, Math.max(0, end)), 1, this.#speaker, this.#vocabulary)
      if (isEmptyHead(said)) return
      const share = isShare ? shareBase(words.text.slice(end)) : null
      this.#frames = this.#framesFor(said, isShare ? 'SHARE' : 'CHANGE', share) ?? []
      this.#now.isAnnounced = true
      return
    }
    if (reason !== 'RATE_DIFFERENCE' && reason !== 'CONTRIBUTION' && reason !== 'PRICE') return
    const head = headOf(words.slice(0, comparedAt(words.text)), 1, this.#speaker, this.#vocabulary)
    if (head.metrics.length !== 1 || head.phrases.length !== 1) return
    this.#frames = this.#framesFor(head, 'CHANGE', null) ?? this.#frames
    this.#now.isAnnounced ||= reason === 'PRICE'
  }

  #refuse({ numbers, words }: Group, reason: Unplaced, kept: readonly Frame[] = []): null {
    // What changed by the next number is what could not be told.
    if (reason === 'NO_SUBJECT' || reason === 'FORECAST') {
      this.#frames = kept
      this.#now.isForeign ||= foreignSubject.test(words.text)
    }
    for (const { item } of numbers) this.loose.push({ item, reason, sentence: this.#now.sentence })
    return null
  }

  /** Returns the next of the frames whose changes follow one by one. */
  #inTurn(head: Head, role: Statement['role'], count: number): readonly Frame[] | null {
    const [next, ...others] = this.#now.turns
    if (next === undefined || role !== 'CHANGE' || count > 1 || !isEmptyHead(head)) return null
    this.#now.turns = others
    return [next]
  }

  /** Returns what 上述贸易伙伴 and the like mean of the last list. */
  #listed({ metrics }: Head, count: number): readonly Frame[] {
    const [last] = this.#frames
    const metric = metrics[0] ?? (last && { metric: valueMetric(last.metric) })
    if (metric === undefined || this.#list.length !== count) return []
    return this.#list.map((phrase) => ({ ...metric, phrases: [phrase], reporter: this.#speaker }))
  }

  #framesFor(head: Head, role: Statement['role'], share: ShareBase | null): readonly Frame[] | null {
    const told = {
      main: this.#main,
      speaker: this.#speaker,
      inForce: this.#frames,
      now: this.#now,
      hasListedPeriods: this.#periods.listed.length > 1,
      vocabulary: this.#vocabulary,
    }
    if (head.reporter !== null && head.isWhole) this.#main ??= head.reporter
    return framesFor(head, role, share, told)
  }

  #state(group: Group, item: Item, role: Statement['role'], frame: Frame, said: Said): void {
    const period = this.#periods.period
    this.#periods.main ??= period
    if (role === 'LEVEL' && item.measure !== null && /^[A-Z]{3}$/.test(item.measure)) this.#currency = item.measure
    this.statements.push(
      statementOf(group, item, role, frame, {
        ...said,
        period,
        monthBefore: this.#periods.before(period),
        currency: this.#currency,
        now: this.#now,
        text: this.#text,
      }),
    )
  }
}
