import { matchesOf } from '../../../lib/matches.js'
import type { Slice } from '../../items.js'
import {
  type Frame,
  type Phrase,
  quantityMetric,
  type Reporter,
  reporterKey,
  type Vocabulary,
} from '../../statement.js'
import { divide, pairWith } from './pairs.js'
import {
  cities,
  localSelf,
  metricWords,
  nation,
  ofNation,
  place,
  predicate,
  preposition,
  protectedWords,
  province,
  regions,
  shortNames,
} from './words.js'

export interface Head {
  readonly metrics: readonly Pick<Frame, 'metric' | 'isDeficit'>[]
  /** The categories, divided into as many as there are numbers where that is possible. */
  readonly phrases: readonly Phrase[]
  /** A second category that applies to each of the others, as the partner of 对美国出口机电产品. */
  readonly second: Phrase | null
  readonly reporter: Reporter | null
  readonly isWhole: boolean
  /** Indicates that the words point at the place told last: 该市. */
  readonly isThat?: boolean
  readonly isGroup?: boolean
  readonly refersBack: boolean
  /** Indicates the own side of a trade whose partner the text has named: 中方出口. */
  readonly isSide?: boolean
}

export const china: Reporter = { kind: 'ECONOMY', code: 'CN', words: '我国', isMain: true }
export const lead =
  /^(?:月度|[\s、，,“”"【】《（）()]|(?:以|按|按照)?(?:美元|人民币)(?:计价|计算|口径|计)|其中|这(?:就|正|便)?是|实际(?=[出进])|同[期月]|此前|[单仅只]看|此外|另外|同时|与此同时|从而|所以|因此|因而|于是|而且|而|虽然|但是|不过|只是|但|并且|并|且|以及|及|尽管|当月|当季|单季|单月|年内|[二两三四五六七八九十]个月|(?:[二两三四]个|各|分)季度|上述|受[^，]{0,12}影响|(?:剔除|扣除)汇[率兑][^，]{0,6}(?:因素|影响)后?|外贸“[^”]{2,6}”(?=\p{Script=Han}{2,})|具体来看|从[^，]{1,12}看|分[^，]{1,10}看|[一二三四五六七八九十](?:是|、(?=\p{Script=Han}{4}))|的|比如|例如|使得|致使|导致|考虑到?|鉴于|由于|因为|(?:今年|去年|年初|开年)?以来|海关(?=累计)|目前|近期|当前|近年来|期间|在(?=(?:进出口|进口|出口)(?:数量|量|值|额))|仅|(?:主要)?原因是|如(?=[\p{Script=Han}]{1,6}$)|[比较][^，]{2,12}前的?$|[比较](?:同期|同月)?(?:水平)?|[与同](?:同期|同月)?相比|相比$|[和与](?=、?(?:我国|中国|全[国省市区]|[我本][省市区]|进出口|[出进]口|外贸))|我们(?:的)?|即(?=\p{Script=Han}{2})|(?:该|这一)(?:$|(?=比重|占比|份额)|(?:数[值字据额]|规模|金额|体量)(?:已经?|也|仍|首次|再次)*$)|(?:具有|具备|拥有)[^，、的]{2,12}的(?=\p{Script=Han}{2,})|(?:有力|有效|强力|强劲|共同|进一步|直接|持续|成功)*(?:推动|助推|带动|促使|拉动|支撑|助力|推升|促进)(?:了|着)?(?=外贸|货物贸易|对外贸易|进出口|整体|[全我本][国省市区州县]))+/u
export const reported =
  /^.*(?:公布|显示(?!模组|屏|器|面板|板|仪|产品|设备|技术|终端)|介绍|表示|指出|获悉|发布|统计)(?:的|了)?/u
const tail =
  /(?:贸易[额值]|(?<=.)总[值额量]|在[该当本]月|的|等(?:国家|产品|贸易伙伴|主要贸易伙伴)?|之间|(?<!大宗)商品|累计|合计|规模所|所|(?<=.{2})(?:目前|当前|如今)|(?<=、.*)(?:[\d两二三四五六七八九]个?(?:地市|城市|[市州])|[\d两二三四五六七八九十]+(?:个|大)?(?:主要|重点|传统)?(?:贸易伙伴|市场|经济体|国家和地区|国家))|(?<=、.*[^、和及与])“[^”]{2,8}”(?:产品)?)+$/u
const ofGroup = /等(?:新兴|主要|传统|其他|重点|周边)*(?:市场|地区|经济体|国家和地区)$/u
const apposition =
  /^(?:我国|全国|全省|中国)?(?:第[一二三四五六七八九十\d]*大?|最大|主要|首要|传统)*(?:贸易伙伴|出口市场|进口来源地|出口目的地|贸易伙伴国|邻国|邻邦)/u

const groupOfPartners =
  /^(?:前[一二三四五六七八九十\d]*(?:大(?!多数))?|(?<!前[一二三四五六七八九十\d]*)[几数两二三四五六七八九十]大|主要|重点|传统|新兴|其他|其它|部分|各|多数|大多数)+(?:贸易)?(?:伙伴|市场|国家|地区|经济体)(?:国家|国|地区|和地区)*$/u

const next = /^其次(?:则|还)?[是为]/u

/** Says what a number is compared with: 与5月相比, of which the month is left out. */
const compared = /^(?:分别|均|都)?(?:[与同跟和较][^，]{0,8}相比|[较比](?:同期|同月)(?=$|[增降减升上下]))/u

const withChina = /[与和同跟](?:我国|中国|中方)$/u

const ownSide = /^(?:[中我]方|(?:中国|我国|(?:祖国)?大陆)方面)(?=$|[对自从向])/u

/**
 * Ends the words before a surplus, which may have become a deficit: 对美贸易由去年同期的顺差3亿元转为逆差2亿元,
 * 出口减去进口的贸易收支为顺差.
 */
const turnedFrom =
  /(?:贸易|外贸|进出口)?(?:差额|收支|平衡)?(?:\p{Script=Han}{2}地)?[由从](?:同[期月])?的?$|(?:出口额?减去?进口额?后?的)?(?:贸易|外贸|进出口)?(?:差额|收支)(?:为|是|呈现?|出现)?$/u

// Names all trade before a flow, with a word between them: 对外贸易累计进出口.
const allTrade = /^(?:(?:对外|货物)?贸易|外贸)(?:累计|合计|共计|总计|共|的)*$/u

// Ends the words before the period of a rate: 出口增速在6月达到11%.
const paceIn = /(?:[增降涨跌][幅速]|增长率)在$/u

export const isEmptyHead = ({ metrics, phrases, reporter, refersBack }: Head): boolean =>
  metrics.length === 0 && phrases.length === 0 && reporter === null && !refersBack

/** Reads the words before a number, up to its verb, as metric, categories and reporter. */
export function headOf(words: Slice, count: number, speaker: Reporter | null, { dimensionOf }: Vocabulary): Head {
  const before = words.trimmed(predicate)
  let rest = (/在$/u.test(words.text) ? before : before.trimmed(paceIn))
    .trimmed(lead)
    .trimmed(reported)
    .trimmed(lead)
    .trimmed(next)
  const found = metricsIn(rest.text)
  const first = found[0]
  const last = found.at(-1)
  const behind = last === undefined ? null : rest.slice(last.end).trimmed(compared)
  const after = behind === null || /^在/u.test(behind.text) ? null : trimmedNoun(behind)
  rest = first === undefined ? rest : rest.slice(0, first.start)
  if (first?.metric === 'BALANCE') rest = rest.trimmed(turnedFrom)
  if (/^(?:数量|总值|总额|总量|总规模|金额)$/u.test(rest.text)) rest = rest.slice(0, 0)
  const own = ownSide.exec(rest.text)?.[0]
  if (own !== undefined) {
    const side = { metrics: found, phrases: [], second: null, reporter: null, isWhole: false }
    if (rest.text === own) return { ...side, refersBack: true, isSide: true }
    rest = rest.slice(own.length)
  }
  const isLocal = speaker?.kind === 'REGION' && first?.metric === 'TRADE'
  const places = placesIn(rest, count, isLocal ? dimensionOf : null)
  if (places !== null)
    return { metrics: found, phrases: places, second: null, reporter: null, isWhole: false, refersBack: false }
  const isPlaces = listOfPlaces.test(rest.text)
  const spoken = isPlaces
    ? { rest, reporter: null, isWhole: false }
    : reporterOf(rest, speaker, first?.text ?? '', dimensionOf)
  const isThat = spoken.isWhole && rest.text.startsWith('该')
  rest = spoken.rest.trimmed(lead).trimmed(allTrade)
  const refersBack =
    /^(?:(?:对|与|自|从|向|同|和)其|其|双边|两国|双方)$/u.test(rest.text) || /^双边/u.test(first?.text ?? '')
  const metrics =
    found.length === 0
      ? []
      : found.length === count || found.length === 1
        ? found
        : [last ?? found[0]].filter((each) => each !== undefined)
  if (refersBack && /^(?:双边|两国|双方)?$/u.test(rest.text.replace(/^(?:对|与|自|从|向|同|和)?其$/u, '')))
    return { metrics, phrases: [], second: null, reporter: spoken.reporter, isWhole: false, refersBack: true }
  const divided = divide(rest.trimmed(/^以.{2,20}为主的/u), dimensionOf)
  const isOfOther = dimensionOf(divided.main?.text ?? '') === 'PARTNER'
  // The trade of a partner with China is China's with it.
  const isBilateral = isOfOther && first?.metric === 'TRADE' && withChina.test(rest.text)
  const partner = isBilateral ? divided.main : divided.partner
  const abroad = !isBilateral && found.length > 0 && spoken.reporter === null && isOfOther
  const main = abroad || isBilateral ? null : divided.main
  const other: Reporter | null = abroad
    ? { kind: 'ECONOMY', code: divided.main?.text ?? '', words: divided.main?.text ?? '' }
    : null
  const isSum = /合计|共计|总计/u.test(words.text)
  const product = after !== null && after.text !== '' ? phrasesOf(after, count, null, dimensionOf, isSum) : []
  const partners = partner === null ? [] : phrasesOf(partner, count, 'PARTNER', dimensionOf)
  const mains = main === null ? [] : phrasesOf(main, count, isPlaces ? 'LOCATION' : null, dimensionOf, isSum)
  const lists = [partners, mains, product].filter((each) => each.length > 0)
  const phrases = lists.find((each) => each.length === count && count > 1) ?? lists[0] ?? []
  const others = lists.filter((each) => each !== phrases)
  return {
    metrics,
    phrases,
    second: others[0]?.[0] ?? null,
    reporter: isBilateral ? china : (other ?? spoken.reporter),
    isWhole: (abroad || spoken.isWhole) && phrases.length === 0,
    isThat,
    isGroup: phrases.length === 0 && groupOfPartners.test((partner ?? main)?.text ?? ''),
    refersBack: false,
  }
}

interface FoundMetric extends Pick<Frame, 'metric' | 'isDeficit'> {
  readonly text: string
  readonly start: number
  readonly end: number
}

const metricPattern = new RegExp(metricWords.map(({ pattern }) => `(${pattern})`).join('|'), 'gu')

export function metricsIn(text: string): readonly FoundMetric[] {
  const open = text
    .replace(protectedWords, (word) => '□'.repeat(word.length))
    .replace(/(?<=[出进]口[^，]{2,60})贸易[额值](?=$|[^\p{Script=Han}]|分别|合计|达|为|增|下|均)/u, '□□□')
  const found: FoundMetric[] = []
  for (const match of matchesOf(metricPattern, open)) {
    const kind = metricWords[match.slice(1).findIndex((group) => group !== undefined)]
    if (kind === undefined) continue
    const { index } = match
    const before = found.at(-1)
    const next = {
      metric: kind.metric,
      isDeficit: kind.isDeficit ?? false,
      text: match[0],
      start: index,
      end: index + match[0].length,
    }
    // 出口量值分别增长5%和8% is of both.
    const isBoth = before?.end === index && quantityMetric(kind.metric) === before.metric
    const isAdjacent = isBoth || (before !== undefined && /^[、和与及以]+$/u.test(text.slice(before.end, index)))
    if (found.length > 0 && !isAdjacent) found.length = 0
    found.push(next)
  }
  return found
}

interface Spoken {
  readonly rest: Slice
  readonly reporter: Reporter | null
  readonly isWhole: boolean
}

/** Indicates that 全省, 全市 or 关区 means whom a text is about: not the province of a city, nor that of a district of customs. */
const isOfSpeaker = (own: string, reporter: Reporter): boolean => {
  const isDistrict = /(?:关区|口岸)$/u.test(reporterKey(reporter))
  if (/关区|辖区/u.test(own)) return isDistrict || /海关$/u.test(reporter.words)
  return !isDistrict && !(/省/u.test(own) && cities.test(reporterKey(reporter)))
}

function reporterOf(
  words: Slice,
  speaker: Reporter | null,
  metric: string,
  dimensionOf: Vocabulary['dimensionOf'],
): Spoken {
  if (ofNation.test(words.text)) return reporterOf(words.trimmed(ofNation), speaker, metric, dimensionOf)
  const { text } = words
  const cut = (length: number) =>
    words
      .slice(length)
      .trimmed(/^一[省市区州县]|^(?:外贸)?企业(?=[对自从向与])/u)
      .trimmed(/^[（(](?:不?(?:包)?含|包括)[^（）()]*[）)]/u)
      .trimmed(/^(?:的|外贸|货物贸易|对外贸易|实现|完成|累计|，|[\s])+(?=$)/u)
  const own = localSelf.exec(text)
  if (own) {
    const isOwn = speaker?.kind === 'REGION' && isOfSpeaker(own[0], speaker)
    const region: Reporter = isOwn ? speaker : { kind: 'REGION', words: own[0].replace(/的$/, '') }
    return { rest: cut(own[0].length), reporter: region, isWhole: true }
  }
  const town = speaker?.kind === 'REGION' ? (speaker.words.endsWith('海关') ? reporterKey(speaker) : speaker.words) : ''
  const inner = town !== '' && text.startsWith(town) ? text.slice(town.length).replace(rankOfPlace, '') : text
  if (!nation.test(inner) && namedZone.test(inner))
    return { rest: cut(text.length), reporter: { kind: 'REGION', words: text }, isWhole: true }
  // 上海海关关区 is 上海关区.
  const district = town.endsWith('关区') ? `${town.slice(0, -2)}海关关区` : ''
  if (district !== '' && text.startsWith(district))
    return { rest: cut(district.length), reporter: speaker, isWhole: true }
  if (town !== '' && text.startsWith(town) && !/^口岸/u.test(text.slice(town.length)))
    return {
      rest: cut(town.length + (rankOfPlace.exec(text.slice(town.length))?.[0].length ?? 0)),
      reporter: speaker,
      isWhole: true,
    }
  const whole = nation.exec(text)
  if (whole) return { rest: cut(whole[0].length), reporter: china, isWhole: true }
  const area = place.exec(text)
  const inProvince = province.exec(text)
  const isArea =
    area !== null && /(?:新区|片区|口岸|自贸港|自由贸易港|保税区|综保区|合作区|开发区|示范区)$/u.test(area[0])
  const named = inProvince !== null && !(isArea && area[0].length > inProvince[0].length) ? inProvince : null
  const isKind = area !== null && /[大强][省市]$|^[两二三四五六七八九十几]+[市省州县区]$/u.test(area[0])
  const found = named ?? (dimensionOf(text) === null ? (regions.exec(text) ?? (isKind ? null : area)) : null)
  if (found) {
    const name = found[0].replace(/(?:全省|全市|全区)$/u, '').replace(/^(?:经|通过|从|在)/u, '')
    return { rest: cut(found[0].length), reporter: { kind: 'REGION', words: name }, isWhole: true }
  }
  const isTown =
    /^外贸/u.test(metric) &&
    /^(?!.*(?:[读看懂说解图问数聚]|完成|实现|[推拉带]动|促进|支撑|助力|提前|确保))\p{Script=Han}{2,4}$/u.test(text) &&
    dimensionOf(text) === null
  if (isTown) return { rest: words.slice(text.length), reporter: { kind: 'REGION', words: text }, isWhole: true }
  return { rest: words, reporter: null, isWhole: false }
}

const namedZone =
  /^\p{Script=Han}{2,10}(?:综合保税区|综保区|保税物流中心|出口加工区|保税港区|自贸试验区|经开区|高新区)(?:[A-Z]区)?$/u

const listOfPlaces = new RegExp(`^${province.source.slice(1).replace(/\(\?=\$.*$/u, '')}[、和与]`, 'u')

const rankOfPlace = /^(?:(?:海关)?关区|省|市|地区|关区|(?:壮族|回族|维吾尔)?自治区)/u

function placesIn(
  words: Slice,
  count: number,
  dimensionOf: Vocabulary['dimensionOf'] | null,
): readonly Phrase[] | null {
  const isProvince = province.test(words.text) || regions.test(words.text) || /^[东中][、和]/u.test(words.text)
  if (count < 2 || (!isProvince && dimensionOf === null)) return null
  const parts = split(
    words
      .trimmed(predicate)
      .trimmed(tail)
      .trimmed(/(?:等.{0,6}|[\d二两三四五六七八九]个?)(?:地州|地市|城市|[省市州县区]|地区)$/u),
    /[、及与]|(?<!呼)和/gu,
  )
  const isPlace = ({ text }: Slice): boolean =>
    province.exec(text)?.[0] === text ||
    regions.exec(text)?.[0] === text ||
    namedZone.test(text) ||
    (dimensionOf?.(text) === null &&
      /^[\p{Script=Han}]{2,5}$/u.test(text) &&
      !/(?:产品|商品|品|企业|贸易|方式|国家)$|^[对自与向从]/u.test(text))
  // 中、西部地区 are two.
  const [area = ''] = /部(?:地区|省市)?$/u.exec(parts.at(-1)?.text ?? '') ?? []
  const isShort = ({ text }: Slice): boolean => area !== '' && /^[东中西]$/u.test(text)
  const isList = parts.length === count && parts.every((each) => isShort(each) || isPlace(each))
  const named = (part: Slice): string => (isShort(part) ? part.text + area : part.text)
  return isList ? parts.map((part) => ({ text: named(part), span: part.span, dimension: 'LOCATION' })) : null
}

const trimmedNoun = (words: Slice): Slice =>
  words
    .trimmed(predicate)
    .trimmed(/^(?:的|了|，|\s)+/u)
    .trimmed(tail)

export function phrasesOf(
  words: Slice,
  count: number,
  dimension: Phrase['dimension'],
  dimensionOf: Vocabulary['dimensionOf'],
  isSum = false,
): readonly Phrase[] {
  let whole = words
    .trimmed(predicate)
    .trimmed(apposition)
    .trimmed(tail)
    .trimmed(/^(?:主要|其他主要)(?=.)/u)
    .trimmed(
      /^(?:东盟|欧盟|金砖|中亚|海湾|中东|非洲|拉美|欧洲|东南亚)国家(?!和?地区|市场|之间|[、和及与])(?=\p{Script=Han}{2,4}[、和及与])/u,
    )
    .trimmed(/^“?(?!一带一路)[^“”、]{2,6}”(?!(?:类|产品|商品|货物|设备)、)(?=\p{Script=Han}{2,}、)/u)
  whole = whole.trimmed(/^\p{Script=Han}{2,6}(?:产品|商品|货物)中(?=\p{Script=Han}{2,})/u)
  whole = whole.trimmed(/^(?:最大|首要|主要)?的?(?:贸易|出口|进口)(?:市场|伙伴|来源地|目的地)(?=.{2})/u)
  const examples =
    count === 1
      ? /^.+、.+?(?:等(?:主要|其他|各类|[\x81-\x8F][类种个]?)*|[\d两二三四五六七八九十]+大类)(?=.{2})/u.exec(whole.text)
      : null
  if (examples !== null && !/、/u.test(whole.text.slice(examples[0].length))) whole = whole.slice(examples[0].length)
  if (whole.text === '') return []
  const one = (quoted: Slice): Phrase => {
    const named = quoted.trimmed(/^“(?!.*”)/u)
    const isWay = /.方式$/u.test(named.text) && dimensionOf(named.text) === null
    const part = isWay && dimensionOf(named.text.slice(0, -2)) !== null ? named.slice(0, named.text.length - 2) : named
    const other = pairWith(part)
    return other === null
      ? { text: (dimension === 'PARTNER' && shortNames[part.text]) || fullName(part.text), span: part.span, dimension }
      : { text: shortNames[other.text] ?? other.text, span: other.span, dimension: 'PARTNER' }
  }
  const isOne = isSum || oneName.test(whole.text) || dimensionOf(whole.text) !== null || !/、/.test(whole.text)
  if (count === 1 && isOne) return [one(whole)]
  const byComma = split(whole, /、/gu)
  const last = byComma.at(-1)
  const full =
    last === undefined ? byComma : [...byComma.slice(0, -1), ...split(last, /(?:以及|和(?!地区)|及(?!其)|与)/gu)]
  // 汽车、金属矿及矿砂和原油 are three.
  const byAnd = last === undefined ? byComma : [...byComma.slice(0, -1), ...split(last, /和(?!地区)/gu)]
  const chosen = [byComma, full, byAnd].find((each) => each.length === count) ?? full
  const shared = /(?:企业|贸易|地区)$/u.exec(chosen.at(-1)?.text ?? '')?.[0] ?? ''
  // 中、西部地区 are two.
  const area = /^[东中西](部.*)$/u.exec(chosen.at(-1)?.text ?? '')?.[1] ?? ''
  const withShared = (phrase: Phrase): Phrase =>
    area !== '' && /^[东中西]$/u.test(phrase.text) ? { ...phrase, text: phrase.text + area } : withKind(phrase)
  const withKind = (phrase: Phrase): Phrase =>
    dimensionOf(phrase.text) === null && dimensionOf(phrase.text + shared) !== null
      ? { ...phrase, text: phrase.text + shared }
      : phrase
  return chosen
    .map((part) => part.trimmed(ofGroup).trimmed(tail).trimmed(partnerFirst))
    .filter(({ text }) => text !== '')
    .map((part) => withShared(one(part)))
}

const fullName = (text: string): string => text.replace(/^高新产品$/u, '高新技术产品')

/** The name of a chapter of goods or of an industry, which lists what it has: 纸浆、纸及其制品, 铁路、船舶和其他运输设备制造业. */
const oneName =
  /^[^、]{1,6}(?:、[^、和与]{1,6}){1,3}(?:及|和)其?(?:制品|零件|部件|附件)$|^[^、业]{1,8}(?:、[^、业]{1,8}){0,3}(?:、|和|及)其他[^、业]{1,10}业$/u

export function split(words: Slice, at: RegExp): Slice[] {
  const parts: Slice[] = []
  let from = 0
  for (const { 0: sign, index } of matchesOf(at, words.text)) {
    if (index > from) parts.push(words.slice(from, index))
    from = index + sign.length
  }
  if (from < words.text.length) parts.push(words.slice(from))
  return parts
}

const partnerFirst = new RegExp(`^(?:${preposition.towards}|与|${preposition.from})`, 'u')
