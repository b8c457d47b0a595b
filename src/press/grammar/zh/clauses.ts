import { matchesOf } from '../../../lib/matches.js'
import { type Item, isCurrencyCode, Slice, withItems } from '../../items.js'
import type { Span } from '../../source.js'
import { type Frame, type Phrase, type Reporter, reporterKey, type Vocabulary } from '../../statement.js'
import { likeGoods } from './quantities.js'
import { type Head, metricsIn } from './subject.js'
import { baseOfAll, falling, province, rising } from './words.js'

const directions = new RegExp(`(${falling})|(${rising})`, 'gu')

export interface ShareBase {
  readonly metric: Frame['metric'] | undefined
  /** The partner of whose trade it is a share; none for a share of all trade. */
  readonly partner?: Phrase
}

export const shareBase = (text: string): ShareBase => ({ metric: metricsIn(text).at(-1)?.metric })

export function samePhrases(frames: readonly Frame[]): readonly Phrase[] {
  const [first] = frames
  const isSame = frames.every(
    ({ phrases }) => phrases.map(({ text }) => text).join() === first?.phrases.map(({ text }) => text).join(),
  )
  return isSame ? (first?.phrases ?? []) : frames.flatMap(({ phrases }) => phrases.slice(0, 1))
}

export function signOf({ kind, sign }: Item, before: string, after: string, inherited: number): number {
  if (sign !== 0) return sign
  // A rate that slows to another is still one of growth.
  if (/(?:增速|增幅|增长率)[^，]*(?:[至到]|(?:收窄|缩小|扩大|回落|回升|放缓|加快|下滑|提升|提高)为)$/u.test(before))
    return 1
  if (/[降跌]幅[^，]*(?:扩大|收窄|缩小|加深)[^，]*[至到为]$/u.test(before)) return -1
  if (kind === 'POINTS' && /(?:放|减|趋)缓[^，]{0,4}$/u.test(before)) return -1
  const found = matchesOf(directions, before).at(-1)
  if (found !== undefined) return found[1] === undefined ? 1 : -1
  if (/降幅/u.test(before) || /^的(?:同比|累计)?[降跌]/u.test(after)) return -1
  return inherited
}

function clausesOf(text: string, { start, end }: Span, isHeading: boolean): readonly Span[] {
  const marks = isHeading
    ? /[，,；;：:【】\s]|[（(](?=[^（）()]*[\x81-\x84])|[）)]|(?<=[\p{Script=Han}”])——/gu
    : /[，,；;：:【】]|[（(](?=[^（）()]*[\x81-\x84])|[）)](?=[，。；,;、])|(?<=[\p{Script=Han}”])——/gu
  const clauses: Span[] = []
  let from = start
  for (const { index, 0: mark } of matchesOf(marks, text.slice(start, end))) {
    if (isInList(text, start + index, from) || isInPair(text, start + index)) continue
    if (start + index > from) clauses.push({ start: from, end: start + index })
    from = start + index + mark.length
  }
  if (from < end) clauses.push({ start: from, end })
  return clauses
}

/** Indicates a comma between the numbers of a list: 分别为16亿元，8亿元和4亿元. */
const isInList = (text: string, at: number, from: number): boolean =>
  /[，,]/u.test(text[at] ?? '') &&
  /[\x81-\x84\x8F]/u.test(text[at - 1] ?? '') &&
  /[\x81-\x84]/u.test(text[at + 1] ?? '') &&
  /分别|依次/u.test(text.slice(from, at))

// Indicates the comma between what a value was and what it became: 由2013年的10万亿元，增长到2023年的19万亿元.
const isInPair = (text: string, at: number): boolean =>
  pairBegins.test(text.slice(Math.max(0, at - 32), at)) && pairEnds.test(text.slice(at, at + 12))
const pairBegins = /[由从自](?:\x85\x8F*的)?[\x81\x82]\x8F*$/u
const pairEnds = /^[，,][^，,；。\x81-\x88]{1,6}[至到为]了?[\x81\x82\x85]/u

const joined = new RegExp(`^[、，,和及与以\\s]*(?:分别)?(?:${falling}|${rising})?(?:了|约|近|逾|超)?$`, 'u')

const hasPeriod = /\x85/u

/** Consecutive numbers of one role: 5.26万亿元、4.68万亿元和4.21万亿元. */
export interface Group {
  readonly numbers: readonly { readonly item: Item; readonly before: string }[]
  readonly words: Slice
  readonly after: string
  readonly behind: Slice
  /** Indicates a rate that points before it lead to: 回升2个百分点至11%. */
  readonly isReached: boolean
}

/** Tells values from quantities, which follow each other without a word: 进口硫磺78万吨、1.4亿美元. */
const isMoney = ({ measure }: Item): boolean => measure === null || isCurrencyCode(measure)

export function groupsOf(text: string, span: Span, own: readonly Item[]): readonly Group[] {
  const groups: { numbers: { item: Item; before: string }[]; words: Slice; behind: Slice }[] = []
  let from = span.start
  for (const item of own) {
    const words = Slice.of(text, { start: from, end: item.start }).trimmed(/^[，,](?=\p{Script=Han})/u)
    const last = groups.at(-1)
    if (last !== undefined) last.behind = words
    const isSame =
      last?.numbers[0]?.item.kind === item.kind &&
      isMoney(last.numbers[0].item) === isMoney(item) &&
      joined.test(words.text) &&
      (item.kind === 'AMOUNT' ? /^[、，,和及与以\s]/u.test(words.text) : words.text !== '') &&
      !hasPeriod.test(text.slice(from, item.start))
    if (last !== undefined && isSame) last.numbers.push({ item, before: words.text })
    else groups.push({ numbers: [{ item, before: words.text }], words, behind: words.slice(0, 0) })
    from = item.end
  }
  const last = groups.at(-1)
  if (last !== undefined) last.behind = Slice.of(text, { start: from, end: span.end })
  return groups.map((group, index) => ({
    ...group,
    after: group.behind.text,
    isReached: groups[index - 1]?.numbers[0]?.item.kind === 'POINTS' && /^[至到为]/u.test(group.words.text),
  }))
}

interface Clause {
  readonly span: Span
  readonly items: readonly Item[]
  /** INSERTED begins with 其中 between two clauses of numbers, and BEHIND follows what is inserted, after a semicolon. */
  readonly place: 'INSERTED' | 'BEHIND' | null
}

/** Returns the clauses of a sentence: in 一季度出口…，其中，3月份下降…；进口…, the imports are of the first quarter. */
export function* clausesWith(
  text: string,
  sentence: Span,
  isHeading: boolean,
  items: readonly Item[],
): Generator<Clause> {
  let [hasNumbers, hasInserted] = [false, false]
  for (const [span, own] of withItems(clausesOf(text, sentence, isHeading), items)) {
    const isNext = /[；;]/u.test(text[span.start - 1] ?? '')
    const isBehind = isNext && hasInserted
    if (isNext) [hasNumbers, hasInserted] = [false, false]
    const isInserted = hasNumbers && !hasInserted && /^[\s“、]*其中/u.test(text.slice(span.start, span.end))
    hasInserted ||= isInserted
    hasNumbers ||= own.some(({ kind }) => kind !== 'PERIOD')
    yield { span, items: own, place: isBehind ? 'BEHIND' : isInserted ? 'INSERTED' : null }
  }
}

/** Indicates the share of a total in itself: what has it was not understood, as 前五大市场合计占出口总值的60%. */
export const isOfItself = ({ metric, phrases, reporter }: Frame, share: ShareBase | null, words: string): boolean =>
  phrases.length === 0 &&
  (share?.metric ?? metric) === metric &&
  !(
    reporter?.kind === 'REGION' &&
    (reporter.isMain === false || /占(?:同期)?(?:全国|我国|全省|全区|全市)/u.test(words))
  )

export const shareOfTrade = (frames: readonly Frame[] | null, words: string): ShareBase | null =>
  /^[\s]*占(?:比)?(?:为|达|约|近|超)*$/u.test(words) &&
  frames?.length === 1 &&
  frames.every(({ metric, phrases }) => phrases.length === 0 && (metric === 'EXPORTS' || metric === 'IMPORTS'))
    ? { metric: 'TRADE' }
    : null

/** A threshold without digits, whose exact number follows: 出口突破万亿元，达到1.15万亿元. */
export const beyondRound =
  /(?:首次|再次|已|又)*(?:突破|超过|超|逾|迈上|跨过|站上|达到)[百千万亿]+元(?:大关|台阶|关口)?$/u

export const isPortName = ({ words }: Reporter): boolean =>
  /\p{Script=Han}{2}口岸$/u.test(words) && province.exec(words)?.[0] !== words

/** Marks a place that is another than what the text is about: a province of the nation, a city of a province. */
export function told(main: Reporter | null, reporter: Reporter | null): Reporter | null {
  const isPort = reporter?.kind === 'REGION' && main === null && isPortName(reporter)
  const isOther = main !== null && reporter !== null && reporterKey(reporter) !== reporterKey(main)
  const isPart = reporter?.kind === 'REGION' && (isPort || isOther)
  if (!isPart) return reporter
  return { ...reporter, words: reporter.words.endsWith('海关') ? reporterKey(reporter) : reporter.words, isMain: false }
}

export const together =
  /^(?:[\d二两三四五六七八九](?:[者国省市地州家]|大[^，]{0,4}(?:市场|伙伴|经济体|产品))|这|上述|以上)/u

export function isOfPart(words: string, { dimensionOf }: Vocabulary): boolean {
  const [metric] = metricsIn(words)
  const base = words.slice(0, metric?.start).replace(baseOfAll, '')
  const dimension = metric === undefined ? null : dimensionOf(base)
  return (
    /^(?:对|与|自|从)(?!外|期)/u.test(base) ||
    likeGoods.test(base) ||
    /(?:产品|商品)$/u.test(base) ||
    (dimension !== null && !/LOCATION|TOTAL/.test(dimension))
  )
}

export const answers =
  /^[\s“]*(?:[^。！？：，]{0,16}(?:答(?:道)?|回应|回答)|[^。！？：，记媒]{0,16}(?:发言人|负责人|[司局署关处]长|主任)\p{Script=Han}{0,3})：/u

/** Reads who asks, before a colon at the head of a paragraph: 路透社记者：去年…. */
export const asks =
  /^[^。！？：答]{0,20}(?:记者|媒体)(?:提?问)?：|^(?:提?问|记者问)：|^[^。！？：答]{2,24}(?:提问|问)：/u

const quoted =
  /[据按]\p{Script=Han}{0,6}海关(?:总署)?(?:的?数据|统计|公布|发布)|(?:^|[，。：？；\x8F]|海关(?:总署)?|官方|报告|公布|发布|介绍)\p{Script=Han}{0,6}(?:数据|统计|数字)\p{Script=Han}{0,4}(?:显示|表明)/u
const othersData =
  /(?:[美日韩英法德俄印]国?方?|欧盟|越南|机构|协会|彭博|路透|研究)\p{Script=Han}{0,10}(?:数据|统计|数字)/u

/** Indicates that the words before a number of who asks quote the customs' statistics: 海关数据显示，上半年进出口下降3%. */
export const quotesData = (said: string): boolean => {
  const question = said.replace(/^[^：。]{0,24}：/u, '')
  return quoted.test(question) && !othersData.test(question)
}

/** Indicates the intersection of two categories: 消费品进口61.8亿元，其中自欧盟进口17.5亿元. */
export function isWithin(inForce: readonly Frame[], { phrases, second }: Head, { dimensionOf }: Vocabulary): boolean {
  const [outer, ...others] = inForce
  const [inner] = phrases
  const whole = outer?.phrases[0]
  if (whole === undefined || inner === undefined || second !== null || others.length > 0) return false
  if (whole.text === inner.text) return false
  if (dimensionOf(whole.text) === 'PARTNER' && dimensionOf(inner.text) === 'PARTNER') return false
  const isOther = (one: Phrase, other: Phrase): boolean => one.dimension !== null && one.dimension !== other.dimension
  return isOther(whole, inner) || isOther(inner, whole)
}

const inWhole =
  /在(?:同期)?(?:(?:我国|中国|全国|全(?:地区|关区|[省市区])|[我本该][省市区])|(?=(?:整体|总体)?的?(?:外贸|对外贸易|货物贸易|进出口|出口|进口|贸易)))(?:整体|总体)?的?(?:(?:外贸|对外贸易|货物贸易|进出口|出口|进口|贸易)(?:整体|总[值额量]|规模)?)?(?:中|里)?的?所?$/u

export function shareStart(text: string): number {
  const at = text.search(/独?占|比重|份额/u)
  return at < 0 ? at : (inWhole.exec(text.slice(0, at))?.index ?? at)
}
