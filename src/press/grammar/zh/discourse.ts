import { type Period, yearBefore } from '../../../domain/periods/period.js'
import { type Item, Slice } from '../../items.js'
import type { Clock } from '../../periods.js'
import type { Span } from '../../source.js'
import { whoSpeaks } from '../../spaces.js'
import {
  type Frame,
  type Phrase,
  type Reporter,
  type Statement,
  type Unplaced,
  type Vocabulary,
  valueMetric,
} from '../../statement.js'
import { answers, asks, isPortName, quotesData, type ShareBase, shareBase, told } from './clauses.js'
import type { Dated } from './dated.js'
import { About, framesFor, isPartner, type Partner, toldOfOne } from './frames.js'
import { mirrored } from './pairs.js'
import { type Comparison, noComparison, PeriodsInForce } from './periods.js'
import { flowBehind, goodsBehind, goodsCounted, wayBehind } from './quantities.js'
import { isShortNoun } from './refusals.js'
import { aboveOther, bareRate, comparedAt, exceeds, fromPace, keptAt, paceOf } from './roles.js'
import { inTurn, newSentence, type Sentence } from './sentence.js'
import { mainReporter, provinceOf, speakerOf, Traders } from './speakers.js'
import { china, type Head, headOf, isEmptyHead, lead, metricsIn } from './subject.js'
import { point, titledMetric, titleOf } from './topics.js'
import { predicate, regions, shareWords } from './words.js'

// How all trade has changed since the month before is a remark on a longer period: 5月份、6月份均环比增长1.2%.
const onMonthBefore = /^(?=[^。]*环比)(?![^。]*\x81)/u

const opening = /^[\s“]*(?:从|按|分|就|在|我国|全国|中国|\x85)/u

const isArea = ({ kind, words }: Reporter): boolean => kind === 'REGION' && regions.test(words)

const labelled = /^[^，。：:]{1,16}[：:]/u

const bySection =
  /^[\s“]*(?:[^，。；：\x81-\x88]{2,16}(?:说|表示|指出|介绍)[，：]“?)?(?:从|分|按)\p{Script=Han}{2,8}(?:[来上]?看|分)，/u

const isShort = /^[^，；、：]{2,30}[。！]?$/u

/** Ends the words for what has an amount of the total: 成都市占475亿美元. */
const has = /占[了据]?(?:约|近|超)?$/u

// Rates by working days are no changes of the amounts: 按平均工作日水平计算，进出口环比增长0.6%.
const byWorkingDays =
  /工作日(?:[数天]|水平|因素|差异)*(?:的?(?:可比)?口径|调整|平均|计算)|(?:按|经|剔除|扣除)[^，。；]{0,6}工作日/u

const bilateral = /(?:双边|双方|两国|两地)[^，]{0,4}(?:贸易|外贸|进出口)/u

/** The context that the text so far gives to its next sentence. */
export class Discourse {
  readonly text: string
  readonly vocabulary: Vocabulary
  readonly periods: PeriodsInForce
  readonly #kinds: ReadonlyMap<number, string>
  main: Reporter | null
  speaker: Reporter | null
  currency = 'CNY'
  frames: readonly Frame[] = []
  /** The last list that the paragraph has named without numbers. */
  list: readonly Phrase[] = []
  /** The frames that the sentences before have stated of one category, or the last one of several. */
  before: readonly Frame[] = []
  /** The partner of which the paragraph has told goods: 对日本出口纺织品6亿元. */
  partner: Partner | null = null
  /** The only partner that the paragraph has named last, without a number: 德国是最大的贸易伙伴. */
  #neighbour: Phrase | null = null
  readonly about: About
  now: Sentence = newSentence({ start: 0, end: 0 })
  #listed: { readonly kind: string; readonly frames: readonly Frame[]; readonly period: Period | null } | null = null
  zone: Reporter | null = null
  /** Indicates that the line belongs to a list, whose items may begin with names without codes. */
  isListed = false
  #title: Phrase | null = null
  /** Indicates that who asks speaks in the line, whose numbers are no statistics. */
  #isAsked = false
  #isAskedInside = false
  readonly #traders: Traders
  #wasOnOther = false
  countsTraders = false

  constructor(text: string, kinds: ReadonlyMap<number, string>, clock: Clock, vocabulary: Vocabulary) {
    this.text = text
    this.#kinds = kinds
    this.periods = new PeriodsInForce(text, clock)
    this.vocabulary = vocabulary
    this.#traders = new Traders(text)
    this.about = new About(vocabulary)
    this.main = mainReporter(text) ?? provinceOf(text)
    this.speaker = this.main
  }

  get #opensWithPeriod(): boolean {
    const { start } = this.now.sentence
    const isFirst = start === 0 || this.text[start - 1] === '\n'
    return isFirst && /^[\s　]*(?:在|回顾)?\x85/u.test(this.text.slice(start, start + 20))
  }

  begin(sentence: Span): void {
    const { start, end } = sentence
    const words = this.text.slice(start, end)
    const isLine = this.text[start - 1] === '\n'
    const isPoint = isLine || this.#kinds.has(start) || point.test(words)
    this.before = isPoint ? [] : toldOfOne(this.before, this.now.stated, this.frames)
    this.#wasOnOther = !isLine && /^[\s“]*其中/u.test(words) && this.now.isOnOther === true
    const [topic, ...others] = this.now.topics
    if (topic !== undefined) this.#neighbour = others.length === 0 && isPartner(topic, this.vocabulary) ? topic : null
    // 机电产品出口优势明显。一季度，出口600亿元 is of these goods.
    const said = this.text.slice(this.now.sentence.start, start)
    const isCarried = this.now.fresh && others.length === 0 && !isLine && isShort.test(said)
    const carried = isCarried ? topic : undefined
    const goods = isLine || this.now.goods.length > 1 ? null : (this.now.goods[0] ?? null)
    this.now = newSentence(sentence, opening.test(words), goods, start + words.search(/\x85|$/u))
    this.now.isHeading = !/[。！？；;，,：:]/u.test(words.trimStart().replace(whoSpeaks, ''))
    if (isLine) this.periods.widen()
    if (isLine || start === 0) {
      this.#isAsked = asks.test(words)
      this.#isAskedInside = false
      this.#title = null
      this.partner = null
      this.#neighbour = null
      this.list = []
      this.countsTraders = false
      this.zone = null
      const kind = this.#kinds.get(start) ?? null
      this.#beginItem(kind)
      this.isListed = (this.isListed || kind !== null) && labelled.test(words)
    }
    // A question inside a paragraph ends with its mark.
    else if (!this.#isAsked && asks.test(words)) [this.#isAsked, this.#isAskedInside] = [true, true]
    else if (this.#isAskedInside && this.text[start - 1] === '？') [this.#isAsked, this.#isAskedInside] = [false, false]
    if (answers.test(words)) this.#isAsked = false
    if (/^[\s“]*其中/u.test(words)) this.periods.resume()
    if (bySection.test(words)) this.periods.toMain()
    this.now.topics = [this.#title ?? carried ?? []].flat()
    this.periods.begin(words)
    this.about.begin(words)
    this.speaker = speakerOf(words, this.main)
    this.now.isOfTrader = this.#traders.hears(sentence)
    this.#title = titleOf(Slice.of(this.text, sentence), this.vocabulary) ?? this.#title
  }

  #beginItem(kind: string | null): void {
    const { frames } = this
    const { period } = this.periods
    if (kind === null) this.#listed = null
    else if (kind === this.#listed?.kind) {
      if (this.#listed.frames.length > 0) this.frames = this.#listed.frames
      this.periods.period = this.#listed.period ?? this.periods.period
    } else this.#listed = { kind, frames, period }
  }

  /** Ends a sentence, before which a period was in force. */
  end(before: Period | null): void {
    this.#endTitle()
    this.#leaveNation()
    this.periods.end(before, this.#opensWithPeriod)
    const { start, end } = this.now.sentence
    const isOfAll = this.now.stated.every(({ phrases }) => phrases.length === 0)
    if (isOfAll && onMonthBefore.test(this.text.slice(start, end))) this.periods.toMain()
  }

  /** Indicates a clause of who asks, in a sentence that has not quoted statistics. */
  isAskedAt({ start }: Span): boolean {
    return this.#isAsked && !quotesData(this.text.slice(this.now.sentence.start, start))
  }

  #endTitle(): void {
    const { sentence, isHeading, topics } = this.now
    if (!isHeading || topics.length > 0 || !this.#kinds.has(sentence.start)) return
    const metric = titledMetric(this.text.slice(sentence.start, sentence.end))
    this.isListed = metric !== null
    if (metric === null) return
    this.frames = [{ metric, phrases: [], reporter: this.speaker }]
    if (this.#listed !== null) this.#listed = { ...this.#listed, frames: this.frames }
  }

  /** Goes back to the region whose figures a sentence has compared with those of the nation behind them. */
  #leaveNation(): void {
    const isOfNation = this.main?.kind === 'REGION' && this.frames[0]?.reporter?.kind === 'ECONOMY'
    const own = this.now.stated.findLast(({ reporter }) => reporter?.kind === 'REGION')
    if (isOfNation && own !== undefined) this.frames = [own]
  }

  partOfMain(place: Reporter | null): Reporter | null {
    const found = told(this.main, place)
    return found?.kind === 'REGION' && found.isMain === false ? found : null
  }

  headOf(words: Slice, count: number): Head {
    const sold = count === 1 ? this.#soldToChina(words) : null
    return sold ?? headOf(words, count, this.speaker, this.vocabulary)
  }

  /** Reads what the words on both sides of an amount say that it is of; null for goods without a name. */
  headAround(words: Slice, behind: Slice, count: number): Head | null {
    const before = words.trimmed(has).trimmed(exceeds)
    const spoken = this.headOf(before, count)
    const isOther = exceeds.test(words.text)
    const [name, ...others] = spoken.phrases
    if (isOther && (name === undefined || others.length > 0 || this.vocabulary.dimensionOf(name.text) === null))
      return null
    const around = spoken.metrics.length > 0 ? null : (flowBehind(before, behind) ?? wayBehind(behind))
    if (around !== null) {
      const head = this.headOf(around.of, count)
      const isTold = around.isIntroduced ? head.metrics.length === 0 : head.isWhole
      if (isTold || (around.isWay && isEmptyHead(spoken))) return { ...head, metrics: metricsIn(around.flow.text) }
    }
    const goods = count === 1 ? goodsBehind(words, behind, spoken, this.vocabulary) : null
    if (goods?.length === 0) return null
    return goods === null ? spoken : { ...spoken, phrases: goods, isWhole: false }
  }

  /** Reads what a partner sells to China, of whose trade the text has told: 中国对俄出口311亿美元；俄罗斯对华出口363亿美元. */
  #soldToChina(words: Slice): Head | null {
    const rest = words.trimmed(predicate).trimmed(lead)
    const [found, ...others] = metricsIn(rest.text)
    if (found === undefined || others.length > 0 || this.speaker?.kind === 'REGION') return null
    const sold = mirrored(rest.slice(0, found.start), found, this.vocabulary)
    const name = sold?.phrases[0]?.text
    const isTold = [...this.before, ...this.frames].some(({ phrases }) => phrases.some(({ text }) => text === name))
    // What the partner itself counts is another figure.
    const isCounted = /统计|数据|公布|发布|显示|海关|报道/u.test(
      this.text.slice(this.now.sentence.start, words.span.end),
    )
    if (sold === null || !isTold || isCounted) return null
    const { metric, phrases } = sold
    return { metrics: [{ metric }], phrases, second: null, reporter: null, isWhole: false, refersBack: false }
  }

  /** Remembers what a number that is no figure says of the next. */
  passOver(words: Slice, reason: Unplaced, date: Dated | null): void {
    const isSecond = reason === 'SECOND_VALUE'
    this.now.isDecline = isSecond && /[降跌减]幅/u.test(words.text)
    if (isSecond && fromPace.test(words.text)) this.now.pace = '增'
    if (date?.place !== 'BASE') this.#remember(words, reason)
  }

  /** A number that is no figure may name what the next one is of: 对东盟进出口增速高于整体2个百分点，占15%. */
  #remember(words: Slice, reason: Unplaced): void {
    if (reason === 'SECOND_VALUE') {
      const isShare = shareWords.test(words.text)
      if (isShare) this.now.lastRole = 'SHARE'
      const end = words.text.search(isShare ? /占|比重|份额/u : /[由从][^由从]*$/u)
      const said = this.headOf(words.slice(0, Math.max(0, end)), 1)
      if (isEmptyHead(said)) return
      const share = isShare ? shareBase(words.text.slice(end)) : null
      this.frames = this.framesFor(said, isShare ? 'SHARE' : 'CHANGE', share) ?? []
      this.name(said)
      this.now.isAnnounced = true
      return
    }
    if (reason === 'CHANGE_IN_AMOUNT' && !aboveOther.test(words.text)) {
      const said = this.headOf(words, 1)
      if (isEmptyHead(said)) return
      this.frames = this.framesFor(said, 'LEVEL', null) ?? this.frames
      this.now.isAnnounced = true
      return
    }
    const kept = reason === 'THRESHOLD' ? words.text.search(keptAt) : -1
    const pace = reason === 'RATE_DIFFERENCE' ? paceOf(words.text) : ''
    if (kept >= 0 || pace !== '') {
      const said = this.headOf(kept < 0 ? words : words.slice(0, kept), 1)
      this.now.pace = pace
      if (isEmptyHead(said)) return
      const isNamed = said.metrics.length === 1 && said.phrases.every((each) => isShortNoun(each, this.vocabulary))
      this.frames = isNamed ? (this.framesFor(said, 'CHANGE', null) ?? []) : []
      this.now.isAnnounced = true
      return
    }
    if (reason !== 'RATE_DIFFERENCE' && reason !== 'CONTRIBUTION' && reason !== 'PRICE') return
    const ends = comparedAt(words.text)
    const count = words.text.slice(0, ends).split(/[、和与及]/u).length
    const several = reason === 'RATE_DIFFERENCE' && count > 1 ? this.headOf(words.slice(0, ends), count) : null
    // 枣庄、潍坊和泰安进出口增速高于30%，分别达到133.1%、57.1%和42.6%
    if (several?.metrics.length === 1 && several.phrases.length === count) {
      this.now.flows = this.framesFor(several, 'CHANGE', null) ?? []
      this.now.pace = /[降跌减]/u.test(words.text.slice(ends)) ? '降' : '增'
      return
    }
    const head = this.headOf(words.slice(0, ends), 1)
    if (head.metrics.length !== 1 || head.phrases.length !== 1) return
    this.frames = this.framesFor(head, 'CHANGE', null) ?? this.frames
    this.now.isAnnounced ||= reason === 'PRICE'
  }

  directionsOf(words: string, count: number): readonly string[] {
    const { pace, directions } = this.now
    this.now.pace = paceOf(words)
    if (pace !== '' && bareRate.test(words)) return Array.from({ length: count }, () => pace)
    return count === directions.length && /^幅度/u.test(words) ? directions : []
  }

  inTurn(head: Head, role: Statement['role'], count: number): readonly Frame[] | null {
    return inTurn(this.now, head, role, count)
  }

  /**
   * Indicates a rate that may be against the other year that the sentence before has compared with: 比2019年同期增长42.6%.
   * 其中，出口增长56.2%.
   */
  isBasedAsBefore({ text: words, span }: Slice, comparison: Comparison): boolean {
    if (byWorkingDays.test(this.text.slice(this.now.sentence.start, span.end))) return true
    const { period } = this.periods
    const { base } = comparison
    const isOther = base !== null && base !== (period && yearBefore(period))
    const isCarried = this.now.comparedPeriod !== null
    if (isOther && (isCarried || (this.now.lastRole === null && this.now.compared === noComparison)))
      [this.now.compared, this.now.comparedPeriod] = [comparison, period]
    else if (isCarried && /同比/u.test(words)) [this.now.compared, this.now.comparedPeriod] = [noComparison, null]
    const isDoubtful = period !== null && this.now.comparedPeriod === period && this.now.lastRole === 'LEVEL'
    const isUntold = (this.#wasOnOther || isDoubtful) && base === null && !/同比|环比|[比较与]/u.test(words)
    this.now.isOnOther = (this.now.isOnOther ?? true) && (isOther || isUntold)
    return isUntold
  }

  /** Returns the comparison of a change that states none: not that of a change of another period, or before a level. */
  comparedIn(words: string): Comparison {
    const { compared, comparedPeriod, lastRole } = this.now
    const isOther = comparedPeriod !== null && (comparedPeriod !== this.periods.period || lastRole === 'LEVEL')
    return isOther || /同比|环比/u.test(words) ? noComparison : compared
  }

  /** Goes on with what has passed several bounds: 出口连续跨过2万亿、3万亿美元两大台阶，达到3.3万亿美元. */
  goOnWith(frames: readonly Frame[]): void {
    if (!frames.every(({ phrases }) => phrases.every((each) => isShortNoun(each, this.vocabulary)))) return
    this.frames = frames
    this.now.isAnnounced = frames.length > 0
  }

  // Notes what a number names, which ends what was announced.
  name({ phrases, metrics }: Head): void {
    const { now } = this
    if (phrases.length > 0) [now.topics, now.isOfGroup] = [[], false]
    if (phrases.length > 0 && metrics.length > 0) now.isForeign = false
    now.isNewTopic = false
    now.named = []
  }

  keepPartner(frames: readonly Frame[], isOther: boolean): void {
    this.about.hear(frames, this.now.isHeading)
    const [frame] = frames
    const [phrase, ...others] = frame?.phrases.filter((each) => isPartner(each, this.vocabulary)) ?? []
    const arePairs = frames.every(
      ({ phrases }) => phrases.length === 2 && phrases.some(({ text }) => text === phrase?.text),
    )
    if (frame !== undefined && phrase !== undefined && arePairs)
      this.partner = others.length > 0 ? null : { phrase, metric: valueMetric(frame.metric) }
    else if (isOther) this.partner = null
  }

  /** Returns what 上述贸易伙伴 and the like mean of the last list. */
  listed({ metrics }: Head, count: number): readonly Frame[] {
    const [last] = this.frames
    const metric = metrics[0] ?? (last && { metric: valueMetric(last.metric) })
    if (metric === undefined || this.list.length !== count) return []
    return this.list.map((phrase) => ({ ...metric, phrases: [phrase], reporter: this.speaker }))
  }

  framesFor(
    head: Head,
    role: Statement['role'],
    share: ShareBase | null,
    words = '',
    item?: Item,
  ): readonly Frame[] | null {
    const counted = item === undefined ? null : goodsCounted(head, item, this)
    if (counted !== null) return counted
    // Areas of several provinces are told in texts about the nation.
    if (head.reporter !== null && head.isWhole && !isPortName(head.reporter))
      this.main ??= isArea(head.reporter) ? china : head.reporter
    const isOfArea = this.about.area !== null && head.phrases.length > 0
    if (isOfArea && this.now.topics.every(({ text }) => regions.test(text))) this.now.topics = []
    const told = {
      main: this.main,
      speaker: this.speaker,
      inForce: this.frames,
      before: isOfArea ? [] : this.before,
      partner: this.partner,
      isAboutPartner: this.about.isOf(this.partner),
      now: this.now,
      list: this.list,
      isAccrued: /^[\s]*(?:累计|合计|共计)/u.test(words),
      hasListedPeriods: this.periods.listed.length > 1,
      vocabulary: this.vocabulary,
    }
    const frames = this.about.narrowed(head, framesFor(head, role, share, told))
    return bilateral.test(words) ? this.#between(frames) : frames
  }

  #between(frames: readonly Frame[] | null): readonly Frame[] | null {
    if (frames === null || frames.some(({ phrases }) => phrases.length > 0)) return frames
    const partner = this.#neighbour
    return partner && frames.map((frame) => ({ ...frame, phrases: [{ ...partner, dimension: 'PARTNER' }] }))
  }
}
