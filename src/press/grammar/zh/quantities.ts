import { type Item, isCurrencyCode, Slice } from '../../items.js'
import {
  type Frame,
  type Phrase,
  quantityMetric,
  type Reporter,
  type Vocabulary,
  valueMetric,
} from '../../statement.js'
import type { Sentence } from './sentence.js'
import { type Head, metricsIn } from './subject.js'
import { predicate } from './words.js'

const enterprises = /(?:外贸|进出口|实绩).*(?:企业|主体)|(?:企业|主体).*(?:外贸|进出口|实绩)/u

/** Names enterprises that trade more than an amount, or some others that are not all: 进出口超亿美元的企业. */
export const beyondEach =
  /(?:[超过逾破]|以上)[^，]{0,6}(?:亿|万)?美?元?的?[^，]{0,4}企业|(?:重点|龙头|规模以上|上市|样本)[^，]{0,4}企业/u

/** Returns what a number of enterprises or zones counts; null if it is not trade. */
function countedBy(
  words: Slice,
  measure: string,
  { dimensionOf }: Vocabulary,
  isTraders: boolean,
): (Pick<Head, 'phrases'> & { readonly metric: Frame['metric'] }) | null {
  const { text } = words.trimmed(predicate)
  if (/备案|注册|新增|认证|培育|签发|涉及|指导/u.test(text) || beyondEach.test(text)) return null
  if (measure === 'ITEM')
    return /(?:自贸试验区|自由贸易试验区|自贸区)(?:总数|数量)?$/u.test(text)
      ? { metric: 'FREE_TRADE_ZONES', phrases: [] }
      : null
  const kind = /(民营|国有|外商投资|外资|私营)(?:外贸|进出口|类)?企业/u.exec(text)
  if (kind === null) return enterprises.test(text) ? { metric: 'TRADING_ENTERPRISES', phrases: [] } : null
  const { span } = words.slice(kind.index, kind.index + kind[0].length)
  const name = `${kind[1]}企业`
  return (isTraders || enterprises.test(text)) && dimensionOf(name) !== null
    ? { metric: 'TRADING_ENTERPRISES', phrases: [{ text: name, span, dimension: null }] }
    : null
}

const volume = /(?<=[出进]口)量(?=[^，。；\x81-\x88]{0,8}(?:\x82\x8F*)?，?(?:为|达到?|至|约为?|是)?\x81)/gu

/** Spells a volume that is told in money as a value: 出口量下降15.2%，为1159亿美元. */
export function volumesAsValues(masked: string, items: readonly Item[]): string {
  const byStart = new Map(items.map((item) => [item.start, item]))
  return masked.replace(volume, (sign: string, at: number) => {
    const measure = byStart.get(masked.indexOf('\x81', at))?.measure ?? ''
    return isCurrencyCode(measure) || measure === 'DOLLAR' ? '额' : sign
  })
}

/** The measure of a level: 个 counts pieces, but zones where the metric does. */
export const measureOf = ({ metric }: Frame, { measure }: Pick<Item, 'measure'>): string | null =>
  metric === 'FREE_TRADE_ZONES' ? 'ZONE' : measure

const notGoods =
  /^(?:的|价值)?(?:[、，占位居稳]|规模|台阶|大关|关口|以上|左右|上下|新高|目标|水平|人民币|高位|历史|[记纪]录|同比|环比|门槛|量级)|出口|进口|外贸|贸易|[顺逆]差/u
export const likeGoods =
  /(?:电路|稀土)$|[品料材机车船器备件物粮油矿钢铝铜煤气豆肉鱼果菜茶酒衣鞋服纸木药具电池片板]$|(?:到|至|往|销)\p{Script=Han}{2,8}$/u

const flowBehindIt =
  /^的(?:外贸|货物贸易|对外贸易)?(?:(?:进出口|出口|进口|外贸)(?:总?[值额量]|总?规模|业绩|体量)?|(?:贸易)?[顺逆]差)(?=$|[，。、（]|[中里内]|位?[居列]|排|稳居|领跑|领先|名列|跻身|荣?登)/u
const introduces = /(?:以|凭借?|靠|加上|加之|连同)(?:约|近|超过?)?$/u

interface Around {
  readonly flow: Slice
  readonly of: Slice
  readonly isIntroduced: boolean
  readonly isWay: boolean
}

/** Returns what an amount is of whose flow is behind it: 以3万亿元的出口值居首, 全省3万亿元的进出口总额中. */
export function flowBehind(words: Slice, behind: Slice): Around | null {
  const found = flowBehindIt.exec(behind.text)
  if (found === null) return null
  const of = words.trimmed(introduces).trimmed(/^[\s，]*在/u)
  return {
    flow: behind.slice(1, found[0].length),
    of,
    isIntroduced: introduces.test(words.text) || /[顺逆]差$/u.test(found[0]),
    isWay: false,
  }
}

const byWay =
  /^(?:经由?|通过|以)(\p{Script=Han}{2,12}?)(?:方式|渠道|形式|平台)(?:实现|完成)?的?(?:进出口|出口|进口)(?=$|[，。；、])/u

export function wayBehind(behind: Slice): Around | null {
  const found = byWay.exec(behind.text)
  if (found?.[1] === undefined) return null
  const [from, end] = [found[0].indexOf(found[1]), found[0].length]
  const of = behind.slice(from, from + found[1].length)
  return { flow: behind.slice(end - (/进出口$/u.test(found[0]) ? 3 : 2), end), of, isIntroduced: false, isWay: true }
}

/** Returns the goods that follow their amount: 出口11万亿元机电产品; no phrases if they seem to be goods without a name. */
export function goodsBehind(
  words: Slice,
  behind: Slice,
  { phrases, metrics }: Head,
  { dimensionOf }: Vocabulary,
): readonly Phrase[] | null {
  const isOfVerb = phrases.length === 0 && metrics.length === 1 && /[进出]口了?$/u.test(words.trimmed(bound).text)
  if (!isOfVerb || notGoods.test(behind.text)) return null
  const said = behind.trimmed(/[。！？\s]+”?$/u)
  const name = said.trimmed(/^(?:的|价值)+/u).trimmed(predicate)
  if (!/^[\p{Script=Han}“”、]{2,20}$/u.test(name.text)) return null
  const isNamed =
    dimensionOf(name.text) !== null ||
    /^的(?!各|多[种样]|大量|相关|此类|这)\p{Script=Han}{2,6}[品车机船]$/u.test(said.text)
  if (isNamed) return [{ text: name.text, span: name.span, dimension: null }]
  return behind.text.startsWith('的') || likeGoods.test(name.text) ? [] : null
}

// Indicates a number of goods: 293万辆.
const countsGoods = ({ kind, measure }: Item): boolean =>
  kind === 'AMOUNT' &&
  measure !== null &&
  !isCurrencyCode(measure) &&
  !/^(?:ENTERPRISE|PERSON|RECORD|DOLLAR)$/u.test(measure)

interface Spoken {
  readonly now: Sentence
  readonly speaker: Reporter | null
  readonly vocabulary: Vocabulary
}

// Returns the goods of the sentence before for a number of them without their name: 出口玩具300万个。6月出口50万个，出口值2亿元.
export function goodsCounted(
  { metrics: [metric, ...others], phrases: [name, ...more], isWhole, isGroup }: Head,
  item: Item,
  { now, speaker, vocabulary }: Spoken,
): readonly Frame[] | null {
  if (metric === undefined || others.length > 0 || !countsGoods(item)) return null
  const names = [name, ...more].filter((each) => each !== undefined)
  const isOfPartner = names.some(({ text, dimension }) => (dimension ?? vocabulary.dimensionOf(text)) === 'PARTNER')
  if (!isOfPartner) now.goods = [...now.goods.filter(({ text }) => text !== name?.text), ...names].slice(-2)
  if (!now.fresh || now.ofWhich || now.isAnnounced || now.topics.length > 0 || name !== undefined || isGroup)
    return null
  if (now.goodsBefore !== null && !isWhole) return [{ ...metric, phrases: [now.goodsBefore], reporter: speaker }]
  // Nor are the amounts that follow of all trade.
  now.isForeign = true
  return null
}

const bound = /(?:约|近|超过?|逾|突破|达到?|共|累计)+$/u

interface Counting {
  readonly isTraders: boolean
  readonly speaker: Reporter | null
  readonly inForce: readonly Frame[]
  readonly vocabulary: Vocabulary
}

/** Turns frames of values into those of what a level counts: tonnes, enterprises, zones. */
export function measured(
  { kind, measure }: Item,
  words: Slice,
  frames: readonly Frame[] | null,
  { isTraders, speaker, vocabulary, inForce }: Counting,
): readonly Frame[] | null {
  if (kind === 'PERCENT' && /(?:货值|价值|金额)/u.test(words.text))
    return frames?.map((frame) => ({ ...frame, metric: valueMetric(frame.metric) })) ?? null
  // 手机出口低迷，数量下跌5.6%
  if (kind === 'PERCENT' && /^[\s“]*数量/u.test(words.text))
    return (
      frames?.flatMap((frame) => {
        const metric = quantityMetric(valueMetric(frame.metric))
        return metric === null ? [] : { ...frame, metric }
      }) ?? null
    )
  if (kind !== 'AMOUNT' || measure === null) return frames
  // What is counted is goods: those that the number before was of, in 自俄罗斯进口原油2吨，自沙特进口1吨.
  const goods = inForce[0]?.phrases.find(({ dimension }) => dimension === null)
  if (isCurrencyCode(measure)) return frames?.map((frame) => ({ ...frame, metric: valueMetric(frame.metric) })) ?? null
  const counted = countedBy(words, measure, vocabulary, isTraders)
  if (counted !== null) return [{ metric: counted.metric, phrases: counted.phrases, reporter: speaker }]
  // 突破10万家，达到10.3万家
  if (measure === 'ENTERPRISE' && inForce[0]?.metric === 'TRADING_ENTERPRISES' && words.trimmed(predicate).text === '')
    return inForce
  if (measure === 'ENTERPRISE' || measure === 'PERSON' || measure === 'RECORD') return null
  return (
    frames?.flatMap((frame) => {
      const metric = quantityMetric(valueMetric(frame.metric))
      const isOfPartner = frame.phrases.every(({ dimension }) => dimension === 'PARTNER')
      const phrases =
        isOfPartner && goods !== undefined && frame.phrases.length > 0 ? [...frame.phrases, goods] : frame.phrases
      return metric === null || phrases.length === 0 || (isOfPartner && goods === undefined)
        ? []
        : { ...frame, metric, phrases }
    }) ?? null
  )
}

interface NamedBehind {
  readonly words: Slice
  readonly periods: readonly Item[]
}

// Says of amounts what they are: 268亿美元，这是贵州外贸在2014年创下的最新纪录.
const naming =
  /^(?:…{1,2}|，|——)?这(?:就|正|便)?是([^，。；\x81-\x84]{2,48}?)(?:所?(?:创造|实现|取得|交出|录得|创下|达到))?的(?:最新|亮眼|历史)?(?:新?[纪记]录|数据|成绩单?|答卷|数字|业绩|新高)/u
const longestNaming = 80

const joined = /^[、和]$/u

/** Returns what the amounts of a clause are of, if only the words behind them say it; `items` are those of the sentence. */
export function namedBehind(
  text: string,
  start: number,
  numbers: readonly Item[],
  items: readonly Item[],
): NamedBehind | null {
  const [first, last] = [numbers[0], numbers.at(-1)]
  if (first === undefined || last === undefined) return null
  const found = naming.exec(text.slice(last.end, last.end + longestNaming))
  if (found?.[1] === undefined) return null
  const isList = numbers.every(
    ({ kind, start: at }, index) =>
      kind === 'AMOUNT' && (index === 0 || joined.test(text.slice(numbers[index - 1]?.end, at))),
  )
  const from = last.end + found[0].indexOf(found[1])
  const end = from + found[1].length
  const words = Slice.of(text, { start: from, end }).trimmed(/[在于]$/u)
  const [metric, ...others] = metricsIn(words.text)
  const own = Slice.of(text, { start, end: first.start }).text
  const isOther = own !== '' && metricsIn(own)[0]?.metric !== metric?.metric
  if (!isList || metric?.end !== words.text.length || others.length > 0 || isOther) return null
  return { words, periods: items.filter((each) => each.kind === 'PERIOD' && each.start >= from && each.end <= end) }
}
