import type { Steps } from '../../../lib/steps.js'
import { hide, type Item, isCurrencyCode, masked, numbers, readableParts, Slice } from '../../items.js'
import type { Clock } from '../../periods.js'
import { type Source, type Span, sentencesOf } from '../../source.js'
import type { Frame, LooseNumber, Reading, Statement, Unplaced, Vocabulary } from '../../statement.js'
import { announce, nameBracketed } from './announcements.js'
import {
  clausesWith,
  type Group,
  groupsOf,
  isOfItself,
  isOfPart,
  shareBase,
  shareOfTrade,
  shareStart,
  signOf,
  together,
  told,
} from './clauses.js'
import { type Dated, datedBy, datedRole, datedTrade, directionOf, isRateOfPeriod } from './dated.js'
import { Discourse } from './discourse.js'
import { isStated } from './frames.js'
import { withDollars, withUnits } from './lexing/currencies.js'
import { chineseLexer } from './lexing/lexer.js'
import { markedLines, withoutCauses, withoutMarks, withoutOrdinals } from './lexing/marks.js'
import { withRanges } from './lexing/ranges.js'
import { type Comparison, noComparison } from './periods.js'
import { measured, namedBehind, volumesAsValues } from './quantities.js'
import {
  attribute,
  driving,
  isGroupOfTraders,
  isNoun,
  isTrader,
  leavesOut,
  ofAim,
  ofOtherPlace,
  pointsAtList,
  refusalOf,
  remarks,
} from './refusals.js'
import { actual, exceeds, roleIn } from './roles.js'
import { type BesideWhole, besideWhole, type InvertedShare, invertedShare, partOfPartner } from './shares.js'
import { withoutOtherEconomies } from './speakers.js'
import { type Said, statementOf } from './statements.js'
import { isEmptyHead, metricsIn } from './subject.js'
import { columnsOf, rowOf, type Table } from './tables.js'
import { countsPartners, titledMetric } from './topics.js'
import {
  ahead,
  asides,
  everyone,
  forecast,
  foreignSubject,
  members,
  notes,
  ofRegion,
  only,
  predicate,
  twoBases,
} from './words.js'

export function* readChinese(source: Source, clock: Clock, vocabulary: Vocabulary): Steps<Reading> {
  const found = withRanges(withUnits(withoutOrdinals(chineseLexer(source), source.text), source.text), source.text)
  const all = withDollars(found, source.text)
  const [marked, items] = withoutCauses(withoutMarks(masked(source.text, all), source.text), all)
  const masks = volumesAsValues(marked, items)
  const text = [notes, asides, everyone, ahead, members].reduce((words, each) => words.replace(each, hide), masks)
  const reader = new ChineseReader(new Discourse(text, markedLines(source.text), clock, vocabulary))
  for (const [sentence, own] of readableParts(sentencesOf({ text, language: 'ZH' }), items, reader.loose)) {
    yield* reader.read(sentence, own)
    yield
  }
  return withoutOtherEconomies(reader)
}

class ChineseReader implements Reading {
  readonly statements: Statement[] = []
  readonly loose: LooseNumber[] = []
  readonly #told: Discourse
  #table: Table | null = null
  #itemsOfSentence: readonly Item[] = []

  constructor(told: Discourse) {
    this.#told = told
  }

  *read(sentence: Span, items: readonly Item[]): Steps<void> {
    const { speaker, now, text } = this.#told
    const title = now.isHeading ? titledMetric(text.slice(now.sentence.start, now.sentence.end)) : null
    const before = { speaker, period: this.#told.periods.period, metric: title }
    this.#told.begin(sentence)
    this.#itemsOfSentence = items
    if (this.#row(sentence, items, before)) return
    const first = this.#told.periods.period
    let [outer, told] = [first, this.#told.frames]
    for (const { span, items: own, place } of clausesWith(this.#told.text, sentence, this.#told.now.isHeading, items)) {
      if (place === 'BEHIND') [this.#told.periods.period, this.#told.frames] = [outer, told]
      const before = this.#told.periods.period
      if (place === 'INSERTED') [outer, told] = [before, this.#told.frames]
      this.#clause(span, own)
      // What stands in brackets says nothing of what follows them.
      if (/[（(]/u.test(this.#told.text[span.start - 1] ?? '')) this.#told.periods.period = before
      yield
    }
    this.#told.end(first)
  }

  #row(line: Span, items: readonly Item[], before: Omit<Table, 'columns'>): boolean {
    const { text, vocabulary, main } = this.#told
    const columns = columnsOf(text.slice(line.start, line.end))
    if (columns !== null) this.#table = { ...before, columns }
    const table = this.#table
    if (columns !== null || table === null) return columns !== null
    const row = rowOf(table.columns, text, line, items, vocabulary)
    if (row === null) {
      if (!this.#told.now.isHeading) this.#table = null
      return false
    }
    this.#told.periods.period = table.period
    this.#told.now.isHeading = false
    for (const { item, role, sign, metric: own } of row.cells) {
      const metric = own ?? table.metric
      if (metric === null) this.loose.push({ item, reason: 'NO_SUBJECT', sentence: line })
      else {
        const frame = { metric, phrases: row.phrases, reporter: told(main, table.speaker) }
        const share = role === 'SHARE' ? { metric } : null
        this.#state({ after: '', words: Slice.of('', line) }, item, role, frame, { sign, base: null, share, words: '' })
      }
    }
    return true
  }

  #clause(span: Span, items: readonly Item[]): void {
    const words = Slice.of(this.#told.text, span).trimmed(/^[\s“]*作为[^，]{1,16}的(?=\p{Script=Han}{2})/u)
    if (/美元(?:计|口径)/u.test(this.#told.text.slice(span.start, span.end))) this.#told.currency = 'USD'
    else if (/人民币(?:计|口径)/u.test(words.text)) this.#told.currency = 'CNY'
    const own = items.filter(({ kind }) => numbers.has(kind))
    const isOfWhich = /^[\s“、]*(?:同期|此外|另外|这)?其中/u.test(words.text)
    this.#told.now.ofWhich ||= isOfWhich
    this.#told.now.isPart ||= isOfWhich
    const isLeftOut = leavesOut(words.text, this.#told.now)
    this.#told.now.isPartial ||= isLeftOut
    const before = this.#told.periods.period
    if (this.#told.isAskedAt(span)) {
      this.#leave(own, 'NO_SUBJECT')
      return
    }
    const named = namedBehind(this.#told.text, span.start, own, this.#itemsOfSentence)
    const { announced } = this.#told.now
    this.#told.now.isStreak = items.some(({ measure }) => measure === 'STREAK')
    this.#told.now.announced = noComparison
    const taken = this.#told.periods.take(named?.periods ?? items)
    if (named !== null) this.#told.periods.divide(own.length)
    const spoken = announced === noComparison ? this.#told.comparedIn(words.text) : announced
    const comparison = taken === noComparison ? spoken : taken
    // Neither a forecast nor what is left out changes what the text speaks of.
    if (forecast.test(words.text) || isLeftOut) this.#told.periods.setAside(before)
    else if (actual.test(words.text)) this.#told.periods.takeUp()
    if (!this.#told.now.fresh && remarks(words.text, span, items)) this.#told.periods.period = before
    if (own.every((item) => countsPartners(this.#told.text, item))) {
      this.#leave(own, 'NO_SUBJECT')
      announce(this.#told, words, span, items, comparison)
      return
    }
    const beside = besideWhole(this.#told, span, own[0] as Item)
    if (beside !== null) this.#besideWhole(beside, own[0] as Item, span)
    const refused = beside === null ? nameBracketed(this.#told, span, own[0] as Item) : null
    if (refused !== null) {
      this.#leave(own, refused)
      return
    }
    const isContinued = !this.#told.now.fresh
    let previous: Statement['role'] | null = null
    const dated = this.#told.periods.datedIn(items)
    for (const found of groupsOf(this.#told.text, beside?.rest ?? span, own.slice(beside === null ? 0 : 1))) {
      const group = named === null ? found : { ...found, words: named.words }
      const date = dated.get(group.numbers[0]?.item as Item) ?? null
      const compared = date?.place === 'BASE' || group.isReached ? noComparison : comparison
      const tell = (): void => {
        previous = this.#group(group, compared, previous, date)
      }
      const isEarlier = date?.place === 'FROM' || date?.place === 'BASE'
      if (date === null || date.period === null || date.isDoubtful) tell()
      else this.#told.periods.during(date.period, tell, date.place === 'OWN' ? before : undefined, isEarlier)
      if (previous !== null) this.#told.now.lastRole = previous
    }
    this.#told.now.isPart = false
    // An earlier year is mentioned for comparison only, as an earlier month is behind other numbers.
    const isTold = previous === 'LEVEL' || (previous === null && this.#told.now.isAnnounced)
    const isOwn = !isContinued && isTold && datedTrade.test(this.#told.text.slice(span.start, span.end))
    this.#told.periods.leavePast(before, isContinued, isOwn)
  }

  #besideWhole({ whole, role, sign }: BesideWhole, item: Item, span: Span): void {
    const group = { after: '', words: Slice.of('', span) }
    if (typeof whole === 'string') this.#leave([item], whole)
    else this.#state(group, item, role, whole, { sign, base: null, share: null, words: '' })
    if (role === 'LEVEL') this.#told.now.lastRole = 'SHARE'
  }

  #group(
    group: Group,
    comparison: Comparison,
    previous: Statement['role'] | null,
    date: Dated | null,
  ): Statement['role'] | null {
    const { after } = group
    const undated = date === null || date.isDoubtful ? group.words : group.words.trimmed(datedBy)
    const words = undated.slice((attribute.exec(undated.text) ?? driving.exec(undated.text))?.[0].length ?? 0)
    const [first] = group.numbers
    if (first === undefined) return null
    const { now, vocabulary } = this.#told
    const inverted =
      first.item.kind === 'PERCENT' && group.numbers.length === 1 ? invertedShare(words, group.behind) : null
    if (inverted !== null) return this.#inverted(group, inverted)
    const plain = isRateOfPeriod(this.#told.text, first.item, words.text, now.lastRole)
      ? 'CHANGE'
      : roleIn(now, first.item, words.text, after, previous)
    const role = date === null ? plain : datedRole(date, first.item, [words.text, after], plain, now, previous)
    const isOfSame = only.test(words.trimmed(predicate).text)
    const isOfOther = role === 'CHANGE' && metricsIn(words.text).length === 0
    if (typeof role === 'object' && role.reason === 'PRICE') now.isPrice = true
    else if (first.item.kind === 'AMOUNT' || metricsIn(words.text).length > 0) now.isPrice = false
    else if (now.isPrice && (isOfSame || isOfOther)) {
      // The price of other goods, of which the text goes on: 铁矿石均价下跌39.9%，原油下跌45.4%.
      if (!isOfSame) this.#told.frames = []
      return this.#refuse(group, 'PRICE')
    }
    const count = group.numbers.length
    const all = (reason: Unplaced, kept?: readonly Frame[]): null => this.#refuse(group, reason, kept)
    if (typeof role === 'object') {
      this.#told.passOver(words, role.reason, date)
      return all(role.reason)
    }
    const isShare = role === 'SHARE' || role === 'SHARE_CHANGE'
    const at = isShare ? shareStart(words.text) : -1
    const cut = at >= 0 ? words.slice(0, at) : words.trimmed(twoBases)
    const said = isShare ? shareBase(at >= 0 ? words.text.slice(at) : '') : null
    if (count > 1 && count === now.named.length) now.topics = now.named
    const head = role === 'LEVEL' ? this.#told.headAround(cut, group.behind, count) : this.#told.headOf(cut, count)
    const isAside = role === 'LEVEL' && exceeds.test(words.text)
    const inForce = this.#told.frames
    if (head === null) return all('NO_SUBJECT', isAside ? inForce : [])
    const isContinued = previous !== null && only.test(cut.text)
    const pointed = pointsAtList.test(cut.text) ? this.#told.listed(head, count) : this.#told.inTurn(head, role, count)
    const own = pointed ?? (isContinued ? inForce : this.#told.framesFor(head, role, said, words.text, first.item))
    const counted = measured(first.item, cut, own, {
      isTraders: this.#told.countsTraders,
      inForce: this.#told.frames,
      speaker: head.isWhole ? told(this.#told.main, head.reporter) : this.#told.speaker,
      vocabulary,
    })
    const ofPartner = at < 0 ? null : partOfPartner(words.slice(at), head, counted, vocabulary)
    const found = ofPartner?.frames ?? counted
    const share = ofPartner?.share ?? (role === 'SHARE' ? shareOfTrade(found, words.text) : null) ?? said
    const refusal = refusalOf({ head, words, after, count, item: first.item, role, now }, vocabulary)
    now.isForeign ||= head.phrases.some((each) => isTrader(each, vocabulary))
    if (refusal === 'THRESHOLD' && count > 1) this.#told.goOnWith(found ?? [])
    if (refusal !== null && pointed === null) return all(refusal)
    // A part that is told in one way of trading has two categories.
    if (now.isOneWay && head.phrases.length > 0) return all('NO_SUBJECT')
    const isTogether =
      isShare &&
      [...head.phrases.map(({ text }) => text), head.reporter?.words ?? ''].some((each) => together.test(each))
    const isOfEach = isTogether && count > 1 && now.stated.length >= count
    if (isTogether && !isOfEach) return all('NO_SUBJECT')
    if (at >= 0 && ofPartner === null && isOfPart(words.text.slice(at), vocabulary))
      return all('NO_SUBJECT', this.#told.frames)
    const elsewhere = ofOtherPlace(found ?? [], head, this.#told)
    if (elsewhere !== null) return all('NO_SUBJECT', elsewhere)
    if (now.isOfTrader && head.reporter === null) return all('NO_SUBJECT')
    const isOfRegion = isShare && this.#told.main?.kind !== 'REGION' && ofRegion.test(words.text)
    if (isOfRegion && found?.every(({ phrases, reporter }) => phrases.length > 0 && reporter?.kind !== 'REGION'))
      return this.#retract(group, found)
    const isUntold = (now.isForeign || now.isOfGroup) && head.phrases.length === 0 && !head.isWhole
    if (found === null || found.length === 0 || isUntold) return all('NO_SUBJECT')
    if (found.some(({ metric, phrases }) => /QUANTITY/.test(metric) && phrases.length === 0)) return all('NO_SUBJECT')
    const isKnown =
      isEmptyHead(head) &&
      ((role === 'SHARE_CHANGE' && now.lastRole === 'SHARE') || (date?.place === 'TO' && previous === 'SHARE'))
    if (isShare && !isKnown && found.some((frame) => isOfItself(frame, share, words.text))) return all('NO_SUBJECT')
    const bases = role === 'CHANGE' && count === 2 && found.length === 1 ? twoBases.exec(words.text) : null
    const isEarlier = isAside || date?.place === 'FROM' || date?.place === 'BASE'
    const isSpread = isEmptyHead(head) && count > found.length && now.stated.length >= count
    const isDistributed = isOfEach || (isSpread && bases === null)
    const frames = isDistributed ? now.stated.slice(-count) : found
    if (role === 'SHARE') now.shared.push(...frames)
    else if (role === 'CHANGE' || (role === 'LEVEL' && !isEarlier))
      now.stated.push(...frames.filter((frame) => !isStated(now.stated, frame)))
    this.#told.name(head)
    this.#told.keepPartner(frames, !isEmptyHead(head))
    this.#told.frames = frames
    this.#told.countsTraders ||= frames[0]?.metric === 'TRADING_ENTERPRISES'
    now.fresh = false
    const isEach = /均|都|双双|各/u.test(words.text)
    // Rates without a subject are of what was listed, not of the parts of a period.
    const isOpen = isEmptyHead(head) && !this.#told.periods.isOfParts(words.text)
    const periods = frames.length === 1 && !isOpen ? this.#told.periods.listedFor(words.text, count, isEach) : null
    const inTurn = role === 'CHANGE' && comparison.inTurn?.length === count ? comparison.inTurn : null
    const isPaired =
      inTurn !== null || periods !== null || bases !== null || count === frames.length || (count === 1 && isEach)
    const isOfSeveral = periods === null && frames.length === 1 && this.#told.periods.listed.length > 1
    if (!isPaired || (isOfSeveral && /分别|依次/u.test(words.text))) return all('AMBIGUOUS_LIST')
    if (role === 'CHANGE' && (comparison.isOther || this.#told.isBasedAsBefore(words, comparison)))
      return all('OTHER_BASE')
    if (role === 'CHANGE' && /[比较]的$/u.test(words.text)) return all('RATE_DIFFERENCE')
    let sign = 1
    const { base } = comparison
    const directions = this.#told.directionsOf(words.text, count)
    const isSigned = group.numbers.some(({ item }) => item.sign !== 0)
    for (const [index, { item, before }] of group.numbers.entries()) {
      if (role !== 'LEVEL' && role !== 'SHARE')
        sign = signOf(item, directions[index] ?? directionOf(date, before), after, index === 0 || isSigned ? 1 : sign)
      if (role === 'CHANGE' && now.isDecline) [sign, now.isDecline] = [-1, false]
      if (role === 'CHANGE' && date?.place !== 'BASE') now.isFalling = sign < 0
      if (date?.place === 'FROM') now.isDecline = /[降跌减]幅/u.test(words.text)
      if (periods !== null)
        for (const period of count === 1 ? periods : periods.slice(index, index + 1)) {
          this.#told.periods.period = period
          for (const frame of frames) this.#state(group, item, role, frame, { sign, base, share, words: cut.text })
        }
      const isOfOne = count === 1 || bases !== null || inTurn !== null
      const targets = periods !== null ? [] : isOfOne ? frames : frames.slice(index, index + 1)
      const based = bases?.[index + 1] ?? cut.text
      const own = inTurn === null ? base : (inTurn[index] ?? null)
      for (const frame of targets) this.#state(group, item, role, frame, { sign, base: own, share, words: based })
    }
    if (isAside) this.#told.frames = inForce
    return role
  }

  /** Takes back what a sentence has stated of a category that its share is said to be of a region: 占长三角出口总值的47%. */
  #retract(group: Group, found: readonly Frame[]): null {
    const { sentence } = this.#told.now
    for (let at = this.statements.length - 1; at >= 0 && this.statements[at]?.sentence === sentence; at--) {
      const { frame, item } = this.statements[at] as Statement
      if (!found.includes(frame)) continue
      this.loose.push({ item, reason: 'NO_SUBJECT', sentence })
      this.statements.splice(at, 1)
    }
    return this.#refuse(group, 'NO_SUBJECT')
  }

  #inverted(group: Group, { metric, subject, region }: InvertedShare): Statement['role'] | null {
    const { isPartial, isForecast, isOfTrader } = this.#told.now
    const head = this.#told.headOf(subject, 1)
    const [phrase, ...others] = head.phrases
    const spoken = region === null ? null : this.#told.headOf(region, 1)
    const isNamed =
      phrase !== undefined &&
      others.length === 0 &&
      isNoun(phrase, this.#told.vocabulary) &&
      (spoken === null ||
        (spoken.phrases.length === 0 &&
          (/地区$|国家$/u.test(phrase.text) || this.#told.vocabulary.dimensionOf(phrase.text) === 'PARTNER')))
    if (isPartial || isForecast || isOfTrader || forecast.test(group.words.text) || !isNamed)
      return this.#refuse(group, 'NO_SUBJECT')
    const reporter = told(this.#told.main, (spoken ?? head).reporter ?? this.#told.speaker)
    const frame: Frame = { metric, phrases: [spoken === null ? phrase : { ...phrase, dimension: 'PARTNER' }], reporter }
    this.#told.frames = [frame]
    this.#told.now.fresh = false
    for (const { item } of group.numbers)
      this.#state(group, item, 'SHARE', frame, { sign: 1, base: null, share: { metric }, words: '' })
    return 'SHARE'
  }

  #refuse({ numbers, words }: Group, reason: Unplaced, kept: readonly Frame[] = []): null {
    // The next numbers are changes of what could not be told.
    if (reason === 'NO_SUBJECT' && numbers.some(({ item }) => item.kind === 'AMOUNT')) this.#told.now.stated.length = 0
    this.#told.now.isOfGroup ||= numbers.some(({ item }) => isGroupOfTraders(item, words.text))
    if (reason === 'NO_SUBJECT' || (reason === 'FORECAST' && !ofAim.test(words.text))) {
      this.#told.frames = kept
      this.#told.now.isForeign ||= foreignSubject.test(words.text)
    }
    for (const { item } of numbers) this.loose.push({ item, reason, sentence: this.#told.now.sentence })
    return null
  }

  #leave(items: readonly Item[], reason: Unplaced): void {
    for (const item of items) this.loose.push({ item, reason, sentence: this.#told.now.sentence })
  }

  #state(group: Pick<Group, 'after' | 'words'>, item: Item, role: Statement['role'], frame: Frame, said: Said): void {
    const period = this.#told.periods.period
    this.#told.periods.main ??= period
    this.#told.periods.told = period
    if (role === 'LEVEL' && item.measure !== null && isCurrencyCode(item.measure)) this.#told.currency = item.measure
    this.statements.push(
      statementOf(group, item, role, frame, {
        ...said,
        period,
        monthBefore: this.#told.periods.before(period),
        currency: this.#told.currency,
        now: this.#told.now,
        text: this.#told.text,
      }),
    )
  }
}
