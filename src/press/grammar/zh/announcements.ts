import { type Item, Slice } from '../../items.js'
import type { Span } from '../../source.js'
import { type Phrase, type Unplaced, valueMetric } from '../../statement.js'
import { beyondRound, shareBase } from './clauses.js'
import type { Discourse } from './discourse.js'
import type { Comparison } from './periods.js'
import { announcing, isNoun, isShortNoun, way } from './refusals.js'
import { metricsIn } from './subject.js'
import {
  concerning,
  fastestOf,
  grownGoods,
  inRegard,
  labelOf,
  ofAllTrade,
  placeOf,
  titledMetric,
  topicOf,
  zoneOf,
} from './topics.js'
import {
  flowOf,
  flowOfGoods,
  foretelling,
  inTurn,
  movingShare,
  nation,
  only,
  otherCountry,
  otherOffice,
  predicate,
  province,
  provincesOnly,
  shareGoesOn,
  vagueShare,
} from './words.js'

const pace =
  /(?:增速|增幅|降幅|涨幅|跌幅|势头)[^，]*(?:加快|放缓|减缓|收窄|扩大|回升|回落|提高|提升|下降|加大|趋缓|向好)$/u

const paceOf =
  /([增涨升降跌减])(?:幅|速|势|长|少)?(?:更|最|较|也|更为|最为|尤为|十分|非常)*(?:深|大|多|高|快|猛|明显|显著|突出|强劲|迅猛|惊人|可观)$/u

// Tells a rate roughly, before its number: 汽车出口增幅超过一倍，达107.4%.
const vagueRate = /(?:增[幅速]|涨幅|增长|增)(?:均|也|已)*(?:超过?|逾)$/u

/** Reads a clause without numbers, which may announce what the numbers behind it are of: 民营企业进出口稳步增长. */
export function announce(
  told: Discourse,
  words: Slice,
  span: Span,
  items: readonly Item[],
  comparison: Comparison,
): void {
  // A pace that is compared says nothing of what the next change is against: 增速较去年12月加快.
  if (!pace.test(words.text)) told.now.announced = comparison
  if (/^[\s“]*[与同和][^，]*相比$/u.test(words.text)) told.now.compared = comparison
  const turned = /由[负正]转([正负])$|增速(?:[仍依]然?|继续|均|也)*为(正)$/u.exec(words.text)
  const sign = turned?.[1] ?? turned?.[2]
  const paced = vagueRate.test(words.text) ? '增' : (paceOf.exec(words.text)?.[1] ?? '')
  told.now.pace = sign === undefined ? paced : sign === '正' ? '增' : '降'
  told.now.isOneWay = way.test(words.text)
  if (inTurn.test(words.text)) {
    told.now.turns = told.now.stated.slice(-2)
    told.now.directions = words.text.match(/(?<=一)./gu) ?? []
  }
  told.zone = zoneOf(words) ?? told.zone
  if (told.zone !== null && inRegard.test(words.text)) {
    told.frames = [{ metric: 'TRADE', phrases: [], reporter: told.zone }]
    told.now.isAnnounced = true
    return
  }
  const place = told.partOfMain(placeOf(words, told.vocabulary))
  if (place !== null) {
    told.frames = [{ metric: 'TRADE', phrases: [], reporter: place }]
    told.now.isAnnounced = true
    return
  }
  const isNext = /[；;]/u.test(told.text[span.start - 1] ?? '')
  const isLabel = (isNext || span.start === told.now.sentence.start) && /^[：:]/u.test(told.text.slice(span.end))
  if (isLabel && told.isListed && ofAllTrade.test(words.text)) {
    told.frames = [{ metric: 'TRADE', phrases: [], reporter: told.speaker }]
    told.now.isAnnounced = true
    return
  }
  const label = isLabel ? labelOf(words, told.isListed, told.vocabulary) : null
  const topics = label ?? topicOf(words, told.vocabulary) ?? fastestOf(words, told.frames)
  const named = topics?.every((each) => isNoun(each, told.vocabulary)) ? topics : null
  const metrics = metricsIn(announcing(words.text, named))
  const [metric, ...others] = metrics
  // 对东盟进出口农产品继续增长 is of goods with this partner.
  const isOpen = label === null && (named ?? []).every(({ dimension }) => dimension === 'PARTNER')
  const goods =
    metric !== undefined && others.length === 0 && isOpen ? grownGoods(words.text, metric.end, told.vocabulary) : null
  const topic = goods === null ? named : null
  const isList =
    (topic?.length ?? 1) === 1 &&
    /^，(?:金额|货值|数量|(?:进出口|出口|进口)[值额])?(?:同比|按年)?(?:分别|依次)/u.test(
      told.text.slice(span.end, span.end + 10),
    )
  const flow = others.at(-1) ?? (isList ? metric : undefined)
  if (flow !== undefined) {
    // 坚果和牛肉进口增长较快，分别增长5%和7%
    const count = others.length > 0 ? metrics.length : words.text.slice(0, flow.start).split(/[、和与及]/u).length
    const head = told.headOf(words.slice(0, flow.end), count)
    const isOther = ({ text, dimension }: Phrase): boolean =>
      dimension === null && told.vocabulary.dimensionOf(text) === 'PARTNER'
    const isNamed =
      head.phrases.every((each) => isShortNoun(each, told.vocabulary)) &&
      (others.length > 0 || !head.phrases.some(isOther))
    told.now.flows = isNamed ? (told.framesFor(head, 'LEVEL', null) ?? []) : []
  }
  told.now.topics = topic ?? told.now.topics
  told.now.fresh ||= isNext && label !== null
  told.now.isNewTopic = topic !== null
  if (topic?.length === 1) told.now.named = [...told.now.named, ...topic].slice(-12)
  if (topic !== null && topic.length > 1) told.list = topic
  if (metric !== undefined && others.length === 0) {
    const head = told.headOf(words.slice(0, goods ?? metric.end), 1)
    const isNamed = !head.refersBack && head.phrases.every((each) => isShortNoun(each, told.vocabulary))
    if (topic !== null) told.frames = [{ ...metric, phrases: topic.length === 1 ? topic : [], reporter: told.speaker }]
    else if (isNamed) {
      const isOfAll = head.isGroup === true || wholeTrade.test(words.text)
      if (head.phrases.length > 0 || isOfAll) told.now.topics = []
      told.now.isOfGroup = head.isGroup === true
      told.frames = isOfAll
        ? [{ metric: metric.metric, phrases: [], reporter: told.speaker }]
        : (told.framesFor(head, 'LEVEL', null) ?? told.frames)
    }
    told.now.isAnnounced = isNamed
    told.now.announcedGoods = goods === null ? null : metric.metric
  }
  // Of what other words than goods concern, the totals behind them may be: 对于后期走势，出口增速下降3%.
  const concerned = topic === null ? concerning.exec(words.text)?.[1] : undefined
  told.now.isOfGroup ||= concerned !== undefined && metric === undefined && !nation.test(concerned)
  told.now.isForecast ||= foretelling.test(words.text)
  const isOfThat = topic !== null && /^[\s“]*该(?:地区|区域)/u.test(words.text)
  told.now.isForeign ||= isOfThat || otherOffice.test(words.text)
  told.now.isPartial ||= otherCountry.test(words.text)
  const own = told.speaker?.kind === 'REGION' ? told.speaker.words : ''
  const side =
    flowOf(words.text.startsWith(own) ? words.text.slice(own.length) : words.text) ??
    (isLabel ? flowOfGoods(words.text) : null)
  if (side !== null) {
    told.frames = [{ metric: side, phrases: [], reporter: told.speaker }]
    told.now.ofWhich = true
  }
  const isVague = items.some(({ kind }) => kind === 'OTHER')
  const goesOn = shareGoesOn.test(told.text.slice(span.end, span.end + 24))
  const share = (isVague && vagueShare.exec(words.text)) || (goesOn && movingShare.exec(words.text)) || null
  if (share !== null) {
    const head = told.headOf(words.slice(0, share.index), 1)
    told.frames = told.framesFor(head, 'SHARE', shareBase('')) ?? told.frames
    told.now.fresh = false
    told.now.lastRole = 'SHARE'
  }
  const passed = beyondRound.exec(words.text)
  if (passed !== null) {
    const head = told.headOf(words.slice(0, passed.index), 1)
    told.frames = told.framesFor(head, 'LEVEL', null) ?? told.frames
    told.now.fresh = false
  }
}

// 对非美市场的出口较快，整体出口仍保持增长，全年出口17.92万亿元
const wholeTrade = /^[\s]*(?:整体|总体)的?(?:进出口|出口|进口|外贸)/u

// 机电产品增速保持平稳（6.8%）
const pacedName = /([^，、；：（）()。]{2,16}?)(?:增速|增幅|升幅|增长率)[^，；：（）()。]{0,12}$/u

const nameAtEnd = /([^、，；：（）()。与和及是为的\s]{2,14})$/u

// A record has the value that is in brackets behind it, at another time: 刷新了2009年1月创下的最高纪录（391亿美元）.
const ofRecord = /(?:[纪记]录|新[高低]|(?:次|最)[高低大小多](?:[值点位]|水平)?|[高低][点位]|峰值)$/u

/**
 * Reads the name before a bracket that begins with a number of it: 东盟（1.1万亿元）, or says why the number is none of
 * whom the text is about. Null if there is no such name.
 */
export function nameBracketed(told: Discourse, { start }: Span, first: Item): Unplaced | null {
  const { text, now, vocabulary } = told
  const opened = start - 1
  const isBare =
    /[（(]/u.test(text[opened] ?? '') && only.test(Slice.of(text, { start, end: first.start }).trimmed(predicate).text)
  if (!isBare || first.kind === 'POINTS') return null
  const said = text.slice(Math.max(0, opened - 24), opened)
  // 与德国（2010年约1.23万亿美元）相比
  if (/^[^（）()]*[）)]相比/u.test(text.slice(start, start + 60))) return 'NO_SUBJECT'
  if (/\x85\x8F*$/u.test(said) || ofRecord.test(said)) return 'SECOND_VALUE'
  const before = Slice.of(text, { start: now.sentence.start, end: opened })
  const paced = first.kind === 'PERCENT' ? pacedName.exec(before.text) : null
  if (paced?.[1] !== undefined) {
    const end = before.text.length - paced[0].length + paced[1].length
    const head = told.headOf(before.slice(before.text.length - paced[0].length, end), 1)
    if (!head.phrases.every((each) => isShortNoun(each, vocabulary))) return 'NO_SUBJECT'
    told.frames = told.framesFor(head, 'CHANGE', null) ?? []
    told.name(head)
    now.pace = '增'
    return null
  }
  const name = /\p{Script=Han}|”/u.test(text[opened - 1] ?? '') ? nameAtEnd.exec(before.text)?.[1] : undefined
  if (name === undefined || metricsIn(name).length > 0) return null
  const [inForce] = told.frames
  const metric = !now.fresh && inForce !== undefined ? valueMetric(inForce.metric) : titledMetric(before.text)
  if (metric === null) return null
  const dimension = vocabulary.dimensionOf(name)
  const isPlace = province.exec(name)?.[0] === name
  if (isPlace && (told.main?.kind !== 'REGION' || ofProvinces.test(name))) return 'NO_SUBJECT'
  const phrase = before.slice(before.text.length - name.length)
  const named: Phrase = { text: name, span: phrase.span, dimension: dimension === 'PARTNER' ? 'PARTNER' : null }
  if (!isPlace && !isShortNoun(named, vocabulary)) return 'NO_SUBJECT'
  told.frames = isPlace
    ? [{ metric, phrases: [], reporter: told.partOfMain({ kind: 'REGION', words: name }) }]
    : [{ metric, phrases: [named], reporter: told.speaker }]
  now.fresh = false
  now.topics = []
  return null
}

const ofProvinces = new RegExp(`^(?:${provincesOnly})`, 'u')
