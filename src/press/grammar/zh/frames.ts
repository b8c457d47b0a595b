import {
  type Frame,
  type Phrase,
  type Reporter,
  reporterKey,
  type Statement,
  type Vocabulary,
  valueMetric,
} from '../../statement.js'
import { isWithin, type ShareBase, samePhrases, told } from './clauses.js'
import type { Sentence } from './sentence.js'
import { china, type Head, isEmptyHead } from './subject.js'
import { regions } from './words.js'

/** A partner with the flow in which goods of it are told. */
export interface Partner {
  readonly phrase: Phrase
  readonly metric: Frame['metric']
}

interface Told {
  readonly main: Reporter | null
  readonly speaker: Reporter | null
  readonly inForce: readonly Frame[]
  readonly before: readonly Frame[]
  readonly partner: Partner | null
  readonly isAboutPartner: boolean
  readonly now: Sentence
  readonly list: readonly Phrase[]
  readonly hasListedPeriods: boolean
  /** Indicates a total of several periods: 前三季度累计10万亿元. */
  readonly isAccrued: boolean
  readonly vocabulary: Vocabulary
}

/** Returns what the words before a number are of, from themselves and what the text has said; null if that is not told. */
export function framesFor(
  head: Head,
  role: Statement['role'],
  share: ShareBase | null,
  {
    main,
    speaker,
    inForce,
    before,
    partner: other,
    isAboutPartner,
    now,
    list,
    hasListedPeriods,
    isAccrued,
    vocabulary,
  }: Told,
): readonly Frame[] | null {
  const [first] = inForce
  const continues = !now.fresh || now.ofWhich || now.isAnnounced
  const named = head.phrases.length > 0 || head.isWhole ? head.phrases : now.topics
  const isOfPlaces = named.length > 1 && named.every(({ dimension }) => dimension === 'LOCATION')
  const that = head.isThat === true ? [...before, ...inForce].findLast(isOfRegion) : undefined
  const isNobody = head.isThat === true && that === undefined && main?.kind !== 'REGION'
  const reporter = told(
    main,
    that?.reporter ?? head.reporter ?? (isOfPlaces ? main : continues ? (first?.reporter ?? speaker) : speaker),
  )
  const made = (
    metrics: readonly Pick<Frame, 'metric' | 'isDeficit'>[],
    phrases: readonly Phrase[],
  ): readonly Frame[] => {
    const own =
      phrases.length > 0 ? phrases.map((phrase) => [phrase, head.second].filter((each) => each !== null)) : [[]]
    return metrics.flatMap((metric) => own.map((each) => ({ ...metric, phrases: each, reporter })))
  }
  const metric = share?.metric ?? (first && valueMetric(first.metric))
  const pointed = pointedAt(head, { now, list, inForce, before })
  if (pointed !== null) return pointed.map((frame) => (frame.reporter === null ? { ...frame, reporter } : frame))
  if (isEmptyHead(head)) {
    const isOfTopics = now.fresh || share !== null || (now.isNewTopic && (now.topics.length > 1 || now.pace !== ''))
    if (now.topics.length > 0 && metric !== undefined && isOfTopics) {
      const isSame =
        !now.fresh &&
        inForce.length === now.topics.length &&
        first?.phrases.some(({ text }) => now.topics.some((topic) => topic.text === text))
      const own = share?.metric === undefined && first !== undefined ? { ...first, metric } : { metric }
      return isSame ? inForce : made([own], now.topics)
    }
    const isPart = now.ofWhich || hasListedPeriods
    const isUntold = role === 'LEVEL' && now.fresh && !isPart && !now.isAnnounced
    return isUntold && !(isAccrued && inForce.length === 1) ? null : inForce
  }
  const isOfGoods =
    head.phrases.length > 0 &&
    head.phrases.every(({ text }) => /^(?:PRODUCT)?$/u.test(vocabulary.dimensionOf(text) ?? ''))
  const isOfPartner = other !== null && isOfGoods && head.second === null && head.reporter === null
  // 自非洲进口农产品9亿元，其中芝麻4亿元 is from there.
  if (now.isPart && !now.fresh && !isOfPartner && isWithin(inForce, head, vocabulary)) return null
  const back = now.topics.length > 0 ? now.topics : samePhrases(inForce)
  if (head.isSide === true) {
    const partners = back.filter((each) => isPartner(each, vocabulary))
    return partners.length === 1 ? made(head.metrics, partners) : null
  }
  if (head.refersBack) return head.metrics.length > 0 ? made(head.metrics, back) : null
  if (head.metrics.length === 0) {
    if (metric === undefined) return null
    const isNamed = head.phrases.every(({ text }) => vocabulary.dimensionOf(text) !== null)
    const isListed =
      now.ofWhich ||
      share !== null ||
      ((!now.fresh || now.isNewTopic) && inForce.some(({ phrases }) => phrases.length > 0)) ||
      // 对欧盟进出口增长7%。对巴西、南非分别增长69%、75%.
      (isOnlyPartners(head.phrases) && inForce.every(({ phrases }) => isOnlyPartners(phrases)))
    if (head.phrases.length > 0 && !isNamed && !isListed) return null
    // 对欧盟出口服装360亿美元；美国264亿美元 is of the same goods.
    const isNext = head.phrases.length > 0 && head.phrases.every((each) => isPartner(each, vocabulary))
    const partner =
      (!now.fresh || (now.ofWhich && isOfPartner)) && first?.phrases.length === 2
        ? first.phrases.find((each) => (each.dimension === 'PARTNER') !== isNext)
        : undefined
    const isQuantity = role === 'CHANGE' && !now.fresh && first?.metric.endsWith('_QUANTITY') === true
    const own = made([{ metric: isQuantity ? first.metric : metric }], head.phrases)
    return partner === undefined ? own : own.map((frame) => ({ ...frame, phrases: [partner, ...frame.phrases] }))
  }
  const isUntold = head.phrases.length > 0 && head.reporter === null && now.fresh && !now.isOpened && !now.ofWhich
  if (that !== undefined && that.phrases.length > 0)
    return head.phrases.length > 0 ? null : made(head.metrics, that.phrases)
  // 东北地区焕发活力，农业机械进口增长62%.
  const isOfArea =
    head.phrases.length > 0 && head.reporter === null && now.topics.some(({ dimension }) => dimension === 'LOCATION')
  if (isOfArea && main?.kind !== 'REGION') return null
  if (isNobody || (isUntold && main?.kind !== 'REGION' && before.length > 0 && before.every(isOfRegion))) return null
  if (isOfPartner && head.phrases.every(({ dimension }) => dimension === null)) {
    // Goods of the same flow in another sentence may be of the partner or of all, unless the text is about the partner.
    const isSame = head.metrics.every(({ metric }) => metric === other.metric)
    if (now.fresh && !now.isOpened && !now.ofWhich && isSame && !isAboutPartner) return null
    if (!now.fresh || (now.ofWhich && isSame))
      return made(head.metrics, head.phrases).map((frame) => ({ ...frame, phrases: [other.phrase, ...frame.phrases] }))
  }
  if (head.phrases.length > 0 || head.isWhole) return made(head.metrics, head.phrases)
  if (now.topics.length > 0) return made(head.metrics, now.topics)
  // Flows behind 民营企业对东盟进出口9亿元 may be of both, of one or of all.
  if (!continues && before.length > 0 && before.every(({ phrases }) => phrases.length > 1)) return null
  if (!continues && isOfPart(before))
    return bothWays(before)
      ? made(head.metrics, samePhrases(before)).map((frame) => ({
          ...frame,
          reporter: before[0]?.reporter ?? reporter,
        }))
      : null
  const isSameFlow = now.isAnnounced && now.fresh && first?.metric === head.metrics[0]?.metric
  const isOfBoth = first?.phrases.length === 2 && (isSameFlow || isTradeTold([...before, ...now.stated, first], first))
  if (continues && isOfBoth) return head.metrics.map((metric) => ({ ...metric, phrases: first.phrases, reporter }))
  if (continues && first?.phrases.length === 2) return null
  const isOtherFlow =
    now.announcedGoods !== null && now.announcedGoods !== 'TRADE' && head.metrics[0]?.metric !== now.announcedGoods
  return made(head.metrics, continues && !isOtherFlow ? samePhrases(inForce) : [])
}

export const isPartner = ({ text, dimension }: Phrase, { dimensionOf }: Vocabulary): boolean =>
  dimension === 'PARTNER' || dimensionOf(text) === 'PARTNER'

const isOnlyPartners = (phrases: readonly Phrase[]): boolean =>
  phrases.length > 0 && phrases.every(({ dimension }) => dimension === 'PARTNER')

const keyOf = ({ metric, phrases, reporter }: Frame): string =>
  [metric, reporterKey(reporter), ...phrases.map(({ text }) => text)].join('|')

// 对欧盟进出口增长5%，达829亿元 states one of them.
export const isStated = (stated: readonly Frame[], frame: Frame): boolean =>
  stated.some((each) => each === frame || keyOf(each) === keyOf(frame))

export const toldOfOne = (
  before: readonly Frame[],
  stated: readonly Frame[],
  inForce: readonly Frame[],
): readonly Frame[] => {
  // Another place that a sentence has told of without a figure may go on: 江苏进出口下降27.8%。出口下降25%.
  if (stated.length === 0) return inForce.some(isOfRegion) ? inForce : before
  const all = [...before, ...stated]
  return isOfPart(all) ? all.slice(-12) : stated
}

const isOfRegion = ({ reporter, phrases }: Frame): boolean =>
  (reporter?.kind === 'REGION' && reporter.isMain === false) ||
  phrases.some(({ dimension }) => dimension === 'LOCATION')

/** Indicates figures of one category or of one part of a region, which a total without a name behind them may be of too. */
const isOfPart = (frames: readonly Frame[]): boolean =>
  frames.length > 0 &&
  (frames.every((frame) => frame.phrases.length === 0 && isOfRegion(frame)) ||
    (frames.every(({ phrases }) => phrases.length === 1) && samePhrases(frames).length === 1))

/** Indicates that a category is told both ways, whose exports, imports or balance follow: 农产品进出口…。出口…. */
const bothWays = (frames: readonly Frame[]): boolean => {
  const metrics = new Set(frames.map(({ metric }) => metric))
  const isOneCategory = frames.every(({ phrases }) => phrases.length > 0)
  return (
    isOneCategory &&
    (metrics.has('TRADE') || metrics.has('BALANCE') || (metrics.has('EXPORTS') && metrics.has('IMPORTS')))
  )
}

// Indicates that the trade of what was told last was told too, of which the flows may follow: 民营企业对东盟进出口9亿元，其中出口5亿元.
function isTradeTold(told: readonly Frame[], last: Frame): boolean {
  const key = keyOf({ ...last, metric: 'TRADE' })
  return told.some((frame) => keyOf(frame) === key)
}

interface Spoken {
  readonly now: Pick<Sentence, 'stated' | 'shared' | 'flows' | 'topics' | 'isNewTopic' | 'fresh'>
  readonly list: readonly Phrase[]
  readonly inForce: readonly Frame[]
  readonly before: readonly Frame[]
}

const several = /^([前后]?)([两二三四五]?)者$/u
const counts: Readonly<Record<string, number>> = { 两: 2, 二: 2, 三: 3, 四: 4, 五: 5 }
const countedItems = /^([两二三四])(?:项|个?指标)$/u
const oneWay = /^(?:该|这一|此)(?:(?:类|贸易)?方式|类(?:产品|商品|货物)|(?:类|项)?业务)$/u

/** Returns what 前者, 后者, 前两者, 三者, 两项 and 该方式 mean of what the text has told; null for other words. */
function pointedAt({ phrases, metrics }: Head, told: Spoken): readonly Frame[] | null {
  const words = phrases[0]?.text ?? ''
  const ofMetric = (frames: readonly Frame[]): readonly Frame[] => {
    const [metric, ...others] = metrics
    if (metric === undefined) return frames
    const isOfParts = frames.every((frame) => frame.phrases.length > 0)
    return isOfParts && others.length === 0 ? frames.map((frame) => ({ ...frame, ...metric })) : []
  }
  if (oneWay.test(words)) return samePhrases(told.inForce).length === 1 ? ofMetric(told.inForce.slice(0, 1)) : []
  const item = counts[countedItems.exec(words)?.[1] ?? '']
  if (item !== undefined) {
    const frames = told.now.fresh ? told.before : told.now.stated
    return frames.length === item ? ofMetric(frames) : []
  }
  const [, side, number = ''] = several.exec(words) ?? []
  if (side === undefined || side + number === '') return null
  const count = counts[number] ?? 1
  const all = framesBefore(told, side === '' ? count : 2)
  if (side !== '前') return ofMetric(all.slice(-count))
  return ofMetric(count === 1 ? all.slice(-2, -1) : all.slice(0, count))
}

function framesBefore({ now, list, inForce }: Spoken, count: number): readonly Frame[] {
  const topics = now.topics.length === count ? now.topics : list
  const [last] = inForce
  const metric = last === undefined ? 'TRADE' : valueMetric(last.metric)
  const ofNames = topics.map((phrase): Frame => ({ metric, phrases: [phrase], reporter: last?.reporter ?? null }))
  if (now.isNewTopic && ofNames.length >= count) return ofNames
  // 其中呼伦贝尔市下降2.6%，后两者 are of the list before it.
  const named = now.stated.filter(({ phrases }) => phrases.length > 0)
  if (named.length > count && named.length < now.stated.length) return named
  if (now.stated.length >= count) return now.stated
  const found = [now.shared, now.flows].find((frames) => frames.length >= count)
  return found ?? (ofNames.length >= count ? ofNames : [])
}

const isArea = ({ reporter, phrases }: Frame): boolean =>
  phrases.length === 0 && reporter?.kind === 'REGION' && reporter.isMain === false && regions.test(reporter.words)

// Turns to the nation: 今年以来，我国外贸稳中向好. Not 占我国外贸总值.
const ofNation = /(?:^|[\s“，；：\x85\x8F])(?:我国|中国|全国)(?:整体)?(?:外贸|对外贸易|货物贸易|进出口|[出进]口)/u

/** Tells what a text is about whose title and first figure are of one partner or area: its sentences tell of parts of that. */
export class About {
  readonly #vocabulary: Vocabulary
  #title: Frame | null = null
  #isTold = false
  #isOver = false
  // Indicates that the last figure was of others, of which the next parts may be too.
  #isDoubtful = false

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary
  }

  get #frame(): Frame | null {
    return this.#isTold && !this.#isOver ? this.#title : null
  }

  /** The area that a text is about. */
  get area(): Frame | null {
    return this.#frame !== null && isArea(this.#frame) ? this.#frame : null
  }

  isOf(partner: Partner | null): boolean {
    return partner !== null && this.#frame?.phrases.some(({ text }) => text === partner.phrase.text) === true
  }

  // What the nation has ends what the text was about.
  begin(sentence: string): void {
    this.#isOver ||= this.#isTold && ofNation.test(sentence)
  }

  /** Notes what a figure is of. */
  hear(frames: readonly Frame[], isHeading: boolean): void {
    const [frame, ...others] = frames
    if (this.#isOver || frame === undefined) return
    if (this.#title === null) {
      if (isHeading && others.length === 0 && this.#isSubject(frame)) this.#title = frame
      else this.#isOver = true
    } else if (!this.#isTold && !isHeading && others.length === 0 && this.#isSame(frame)) this.#isTold = true
    else if (!this.#isTold) this.#isOver = !frames.every((each) => this.#isSame(each))
    else this.#isDoubtful = !frames.every((each) => this.#isWithin(each))
  }

  /** Returns frames as those of the partner or area that the text is about, if they name firms, goods or ways of trading only. */
  narrowed(head: Head, frames: readonly Frame[] | null): readonly Frame[] | null {
    const about = this.#frame
    if (about === null || frames === null || frames.length === 0) return frames
    const isTotal = head.reporter === null && frames.every(({ reporter, phrases }) => (reporter ?? phrases[0]) == null)
    if (isTotal) return frames.map((each) => ({ ...each, reporter: about.reporter }))
    if (head.reporter === china && !frames.every((each) => this.#isWithin(each))) this.#isOver = true
    const arePlain = frames.every(({ reporter, phrases: [phrase, ...others] }) => {
      const isOfMain = reporter === null || reporterKey(reporter) === reporterKey(about.reporter) || reporter === china
      return phrase !== undefined && others.length === 0 && isOfMain && this.#isPart(phrase)
    })
    if (head.reporter !== null || !arePlain) return frames
    if (this.#isDoubtful) return null
    const { reporter, phrases } = about
    return frames.map((each) =>
      phrases.length > 0
        ? { ...each, reporter: each.reporter ?? reporter, phrases: [...phrases, ...each.phrases] }
        : { ...each, reporter },
    )
  }

  #isSubject(frame: Frame): boolean {
    const [phrase, ...others] = frame.phrases
    return isArea(frame) || (phrase !== undefined && others.length === 0 && isPartner(phrase, this.#vocabulary))
  }

  #isSame({ reporter, phrases }: Frame): boolean {
    const [own] = this.#title?.phrases ?? []
    const [phrase, ...others] = phrases
    if (own === undefined)
      return phrase === undefined && reporterKey(reporter) === reporterKey(this.#title?.reporter ?? null)
    // 非洲国家 is 非洲.
    return (
      phrase !== undefined &&
      others.length === 0 &&
      (phrase.text.startsWith(own.text) || own.text.startsWith(phrase.text))
    )
  }

  #isWithin(frame: Frame): boolean {
    const [own] = this.#title?.phrases ?? []
    if (own === undefined) return reporterKey(frame.reporter) === reporterKey(this.#title?.reporter ?? null)
    return frame.phrases.some(({ text }) => text.startsWith(own.text) || own.text.startsWith(text))
  }

  #isPart(phrase: Phrase): boolean {
    if (
      phrase.dimension === 'LOCATION' ||
      /^(?:LOCATION|TOTAL)$/u.test(this.#vocabulary.dimensionOf(phrase.text) ?? '')
    )
      return false
    return this.area !== null || !isPartner(phrase, this.#vocabulary)
  }
}
