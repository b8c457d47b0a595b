import type { Item, Slice } from '../../items.js'
import type { Frame, Phrase, Reporter, Vocabulary } from '../../statement.js'
import { likeGoods } from './quantities.js'
import { lead, metricsIn, phrasesOf, reported, split } from './subject.js'
import { localSelf, nation, partsOfProvinces, preposition, province, provinceNames } from './words.js'

const rank =
  /^(.{2,30}?)(?:目前|当前|如今|仍然|仍|继续|依然|依旧|已|则|均|稳居|依次|分别)*(?:(?:为|是|作为|成为|保持|位居|位列|高居|跃居|升至|稳居|稳坐|居|列|跃升为|晋升为)(?:我国|我省|我市|我|中国|全国|全省)?.{0,12}(?:伙伴|市场|主力|主体|来源|目的地|大宗|方式|[出进]口(?:商品|产品|货物))|次之$|(?:紧|尾)随其后$|(?:分|位|紧)?[列居排][其之]后$|(?:分别?|依次)(?:位?列|位?居|排名?)(?:在)?[、和\s]*(?:至|到)?位?$|(?<=^[^在、]{2,8})(?:位?列|位?居|排名?|排在)\s*位?$|[位排]?居?(?:第二|其次|次席)位?$|(?:位?居|[位稳]列|排名|列)前.{0,2}位?$)/u
/** The pattern of a clause that ends with the names of what it ranks: 前三大贸易伙伴为欧盟、东盟和美国. */
const ranked =
  /^(?:我国|我省|我市|全国|全省|全市)?(?:的)?(?:主要|最大的?)?(?:(?:各[省市区州县]+)?(?:进出口|出口|进口)(?:总?[值额])?(?:最大|最多|居前|靠前|(?:位居|排名?|排在|列)(?:前[^，]{0,3}位?)?)的?(?:[^，]{0,3}(?:商品|产品|国家|地区|市场|伙伴|城市))?|(?:进出口|出口|进口)的?(?:主要|大宗)?(?:商品|产品|货物)[“”]*|(?:贸易|外贸)伙伴|出口市场|进口市场|进口来源地|出口目的地|贸易方式|市场)(?:国|地区|国家)?(?:依次|分别|主要)?(?:为|是|包括|有)(.{2,60})$/u
const ranksNext =
  /^(?:其次|再次|随后|接下来|紧随其后的?|(?:位列|位居|排名|排在)?(?:其后|次席)的?)(?:依次|分别|则)?(?:为|是)(.{2,60})$/u
// 前三大贸易伙伴东盟、欧盟和美国，进出口分别为…
const rankAhead = /^(?:(?:主要|重要|最大)的?)?(?:贸易伙伴|(?:进出口|出口|进口|贸易)?(?:目的地|来源地|来源国|市场))/u
/** Says what leads: 拉动增长的主力仍是机电产品, 出口增长最快的是锂电池. */
const leading =
  /^[^，]{0,24}?(?:主力军?|动力|引擎|亮点|增长点|支柱|龙头|大头|最[快高大多猛亮强好][^，、是为]{0,6}的|最(?:为)?(?:主要|重要)的|最为?(?:突出|明显|显著|亮眼|强劲|迅猛|抢眼)的|居首的|第一的)(?:产品|商品|市场|国家|地区|城市)?(?:仍|依然|依旧|还|就|则|当)?(?:是|为|属|数)(.{2,30})$/u
const mainly =
  /^(?:贸易方式|(?:进出口|外贸|出口|进口)(?:商品|产品|货物|结构|市场)?)?(?:仍|主要|依然)?以(.{2,16}?)为主$|^主要(?:进出口|出口|进口)(?!商品|产品|货物|市场|国|来源)(.{2,30})$/u

const tradedWith = new RegExp(
  `(?:^|[^\\p{Script=Han}]|[省市国]|\\p{Script=Han}{2,4}?)(?:${preposition.towards}|与|${preposition.from}|${preposition.with})(.{2,60}?)(?:进出口|出口|进口|经贸往来|经贸合作|贸易)(?!商|国)`,
  'u',
)

// 对欧盟、美国等传统市场也保持增势
const growsWithSeveral = new RegExp(
  `^(?:${preposition.towards}|与|${preposition.from}|${preposition.with})([^，、]{2,8}(?:、[^，、]{2,8})+?)等[^，、]{0,6}(?:市场|国家|地区|经济体|伙伴)(?:也|均|都|则|仍|继续)*(?:保持|呈现?|实现|延续|维持)[^，、]{0,4}(?:增势|增长|升势|态势|势头)$`,
  'u',
)

/** A list whose numbers follow in the next clause: 船舶、家用电器出口增势良好，分别出口…. */
const listOfGoods = /^([^，]{2,80}、[^，、]{2,20}?)(?<![作成]为)(?:进出口|出口|进口)(?![商国品])[^，、]{2,16}$/u

const severalGrown =
  /^([^，]{2,40}、[^，、]{2,12}?)(?:的)?(?:(?:进出口|出口|进口|外贸)(?:值)?)?(?:增速|增幅|增势|涨幅|增长)(?:更|较|最|均|也|表现)*(?:领跑|领先|居前|靠前|前列|快|高|大|猛|强劲|迅猛|迅速|突出|明显|显著|亮眼|良好|可观)[^，、]{0,4}$/u

// 服装、箱包、钢材等也出现了不同程度的增长
const severalMoved =
  /^([^，]{2,40}、[^，、]{2,12}?)等?(?:也|均|都|则|还|亦)*(?:出现|实现|保持|呈现|有)了?(?:不同程度|不同幅度|一定程度|一定幅度)的?(?:增长|下降|上涨|回落|下滑|增加|减少|回升)$/u

const severalDriving =
  /^([^，]{2,40}、[^，、]{2,16}?)(?:对)?(?:(?:进出口|出口|进口|外贸)(?:增长)?的?)?(?:拉动|带动|支撑)(?:进出口|出口|进口|外贸)?(?:增长)?的?(?:作用)?(?:明显|突出|显著|强劲|较强|有力)$/u

const leadingShare =
  /^([^，、]{2,12}?)(?:的)?(?:(?:进出口|出口|进口|贸易)?(?:份额|占比|比重|规模|体量|总?[值额])|(?:进出口|出口|进口)?(?:增速|增幅|增势|降幅))(?:最|居首|更|较|最为)(?:大|高|多|快|猛|深|明显|显著)?$/u

const fastest =
  /^([^，、和与及]{2,8}?)(?:的)?(?:进出口|出口|进口|外贸)?(?:增速|增幅|增势|涨幅|降幅|跌幅|增长|下降)(?:最|更|较|最为|更为)(?:大|高|快|猛|深|明显|显著)$/u

/** Returns what has the highest rate, of a kind with what the sentence has told; null if it is not said or told. */
export function fastestOf(clause: Slice, inForce: readonly Frame[]): readonly Phrase[] | null {
  const words = clause.trimmed(lead)
  const name = fastest.exec(words.text)?.[1]
  const [phrase] = inForce.flatMap(({ phrases }) => phrases)
  if (name === undefined || phrase === undefined || metricsIn(name).length > 0) return null
  return [
    {
      text: name,
      span: words.slice(0, name.length).span,
      dimension: phrase.dimension === 'LOCATION' ? 'LOCATION' : null,
    },
  ]
}

const listOfPlaces =
  /^([\p{Script=Han}]{2,5}(?:、[\p{Script=Han}]{2,5})+(?:和[\p{Script=Han}]{2,5})?)等[^，]{0,8}?(?:地州|地市|城市|省份|省市|省区|市县)[^，]*$/u

const area_ = '(?:东部|中部|西部|东北|中西部|长三角|珠三角|京津冀|长江经济带)(?:地区|三省|省市)?'
const areas = new RegExp(`^${area_}(?:、${area_})*`, 'u')

// 三是边境小额贸易持续稳定发展
export const point = /^[\s“]*(?:[一二三四五六七八九十]{1,2}是|[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．])/u

const wayGrown =
  /^((?!对外|外贸|货物|国际|全国|全[省市区]|我[国省市])\p{Script=Han}{2,10}?(?:贸易|电商|互市|采购|业态))(?:继续|持续|保持|稳步|快速|蓬勃|不断|平稳|稳定|加快|进一步|规模|发展|增长)/u

// Names what stands out, whose numbers follow: 汽车零件一枝独秀.
const stands =
  /^([^，、和与及]{2,12}?)(?:的)?(?:进出口|出口|进口)?(?:仍|依然|继续|则|更是|最为?|尤其|持续)?(?:表现(?:最为?|十分|尤为|非常|更为|依然)?(?:亮眼|突出|抢眼|强劲|优异|不俗|出色)|独占鳌头|一枝独秀|拔得头筹|独领风骚|一马当先|名列前茅|居首位?|[位稳]居(?:首位|榜首|第一))$/u

// Names where a flow or balance mainly comes from, whose numbers follow: 逆差主要来自智利和德国.
const comesFrom =
  /(?:[顺逆]差|进口|出口)[额值]?(?:主要|大多|多)?(?:来自|源自|来源于|产生于|集中[在于])([^，]{2,60}?)(?:等[^等]{0,10})?$/u

// Names what the next clauses are about: 畜产品方面.
const inAspect = /^(\p{Script=Han}{2,10}(?:[、和]\p{Script=Han}{2,10})*)方面$/u

// Names goods of which the next clause tells: 对于备受关注的锂电池，5月出口增速回落.
export const concerning = /^对于(?:[^，、的]{2,10}的)?(\p{Script=Han}{2,10}?)(?:来说|来讲|而言)?$/u

const wayAdded =
  /(?:新增|新设|新添|新开展|开展)了?([\p{Script=Han}“”]{2,10}?)(?:的|这一|等)?(?:外贸|贸易)?(?:新)?(?:业态|模式|方式)$/u

/** Returns the way of trading that a point of several or a clause about a new one names. */
function wayNamed(clause: string, words: Slice): Phrase | null {
  const name = (point.test(clause) ? wayGrown.exec(words.text)?.[1] : undefined) ?? wayAdded.exec(words.text)?.[1]
  if (name === undefined) return null
  const at = words.text.lastIndexOf(name)
  const { text, span } = words.slice(at, at + name.length)
  return { text, span, dimension: null }
}

/** Returns the categories that a clause without numbers speaks of: 东盟为我国第一大贸易伙伴. */
export function topicOf(clause: Slice, { dimensionOf }: Vocabulary): readonly Phrase[] | null {
  const words = clause.trimmed(lead).trimmed(reported).trimmed(lead).trimmed(nation).trimmed(localSelf).trimmed(lead)
  const traded = tradedWith.exec(words.text)
  if (traded?.[1] !== undefined && !/[，。]/u.test(traded[1])) {
    const from = words.text.indexOf(traded[1], traded.index)
    const named = words.slice(from, from + traded[1].length)
    const parts = named.trimmed(/^\x81\x8F*/u).trimmed(/等.{0,10}$|(?:之间)?(?:均|都)?(?:有|开展|存在|发生|的)$/u)
    const phrases = phrasesOf(parts, parts.text.split(/、|和(?!地区)/u).length, 'PARTNER', dimensionOf)
    if (phrases.some(({ text }) => dimensionOf(text) !== null || /(?:国家|地区)$/u.test(text))) return phrases
  }
  const partnersGrown = growsWithSeveral.exec(words.text)?.[1]
  if (partnersGrown !== undefined) {
    const from = words.text.indexOf(partnersGrown)
    const named = words.slice(from, from + partnersGrown.length)
    return phrasesOf(named, named.text.split(/、|和(?!地区)/u).length, 'PARTNER', dimensionOf)
  }
  const grown = [severalGrown, severalMoved, severalDriving].map((each) => each.exec(words.text)?.[1]).find(Boolean)
  const goods = grown === undefined ? listOfGoods.exec(words.text) : null
  if (goods?.[1] !== undefined) {
    const part = words.slice(0, goods[1].length).trimmed(province)
    const phrases = phrasesOf(part, part.text.split(/[、和]/u).length, null, dimensionOf)
    if (phrases.some(({ text }) => dimensionOf(text) !== null)) return phrases
  }
  const led = leadingShare.exec(words.text)?.[1]
  if (led !== undefined && dimensionOf(led) !== null) return phrasesOf(words.slice(0, led.length), 1, null, dimensionOf)
  const ranking = words.trimmed(province).trimmed(localSelf)
  if (grown !== undefined) {
    const part = words.slice(0, grown.length)
    return phrasesOf(part, part.text.split(/[、和]/u).length, null, dimensionOf)
  }
  const last =
    ranked.exec(ranking.text)?.[1] ??
    ranksNext.exec(words.text)?.[1] ??
    mainly
      .exec(ranking.text)
      ?.slice(1)
      .find((each) => each !== undefined) ??
    leading.exec(words.text)?.[1]
  if (last !== undefined) {
    const part = words.slice(words.text.lastIndexOf(last), words.text.lastIndexOf(last) + last.length)
    return phrasesOf(part, part.text.split(/[、和]/u).length, null, dimensionOf)
  }
  const found = rank.exec(words.text)
  if (found) {
    const part = words
      .slice(0, (found[1] ?? '').length)
      .trimmed(/(?:(?:进出口|出口|进口)(?:总值|总额|值|额|规模)?(?:增速|增幅)?)?(?:仍然|仍|继续|依然|已|则|均)*$/u)
    const phrases = phrasesOf(part, part.text.split(/[、和]/).length, null, dimensionOf)
    const isPlaces = phrases.length > 1 && phrases.every(({ text }) => province.exec(text)?.[0] === text)
    return phrases.length > 0 ? phrases.map((each) => (isPlaces ? { ...each, dimension: 'LOCATION' } : each)) : null
  }
  const shining = stands.exec(ranking.text)?.[1]
  const kind = shining === undefined ? null : dimensionOf(shining)
  if (shining !== undefined && kind !== 'LOCATION' && kind !== 'TOTAL' && (kind !== null || likeGoods.test(shining)))
    return phrasesOf(ranking.slice(0, shining.length), 1, null, dimensionOf)
  const towns = listOfPlaces.exec(words.text)?.[1]
  if (towns !== undefined)
    return split(words.slice(0, towns.length), /、|和/gu).map(({ text, span }) => ({
      text,
      span,
      dimension: 'LOCATION',
    }))
  const area = areas.exec(words.text)
  if (area) {
    const part = words.slice(0, area[0].length)
    return phrasesOf(part, part.text.split('、').length, null, dimensionOf).map((phrase) => ({
      ...phrase,
      dimension: 'LOCATION',
    }))
  }
  const sources = comesFrom.exec(words.text)?.[1]
  if (sources !== undefined) {
    const from = words.text.lastIndexOf(sources)
    const part = words.slice(from, from + sources.length)
    const phrases = phrasesOf(part, sources.split(/、|和(?!地区)/u).length, 'PARTNER', dimensionOf)
    if (phrases.some(({ text }) => dimensionOf(text) === 'PARTNER')) return phrases
  }
  const aspect = inAspect.exec(words.text)?.[1]
  if (aspect !== undefined && (likeGoods.test(aspect) || dimensionOf(aspect) !== null))
    return phrasesOf(words.slice(0, aspect.length), aspect.split(/[、和]/u).length, null, dimensionOf)
  const concerned = concerning.exec(words.text)?.[1]
  if (
    concerned !== undefined &&
    !nation.test(concerned) &&
    (likeGoods.test(concerned) || dimensionOf(concerned) !== null)
  ) {
    const from = words.text.lastIndexOf(concerned)
    const { text, span } = words.slice(from, from + concerned.length)
    return [{ text, span, dimension: null }]
  }
  const way = wayNamed(clause.text, words)
  if (way !== null) return [way]
  const partners = split(words.trimmed(rankAhead), /、|和(?!地区)/gu)
  if (partners.length > 1 && partners.every(({ text }) => dimensionOf(text) === 'PARTNER'))
    return partners.map(({ text, span }) => ({ text, span, dimension: 'PARTNER' }))
  const group = /等(?:“)?(.{2,12})$/u.exec(words.text)
  const listed = group === null ? words : words.slice(words.text.length - (group[1] ?? '').length)
  const whole = listed.text.split('、')
  if ((group !== null || whole.length > 1) && whole.every((part) => dimensionOf(part) !== null))
    return [{ text: listed.text, span: listed.span, dimension: null }]
  if (whole.length > 1) return null
  for (let length = Math.min(14, ranking.text.length); length >= 2; length--) {
    const part = ranking.slice(0, length)
    const dimension = dimensionOf(part.text)
    if (dimension !== null && dimension !== 'PARTNER' && dimension !== 'LOCATION' && dimension !== 'TOTAL')
      return [{ text: part.text, span: part.span, dimension: null }]
  }
  return null
}

/** Indicates how many the partners are that a clause speaks of: 对25个沿线国家有进出口贸易. */
export const countsPartners = (text: string, { measure, start, end }: Item): boolean =>
  measure === 'ITEM' &&
  (/^[^，；。\x81-\x88]{0,16}(?:国家|地区)[^，；。\x81-\x88]*(?=，)/u.test(text.slice(end, end + 40)) ||
    // 进口规模超百亿元的国家和地区有51个
    /(?:国家|地区|省[份市区]|城市|企业)(?:共?有|达到?|增至|为)$/u.test(text.slice(Math.max(0, start - 8), start)))

export function titledMetric(words: string): Frame['metric'] | null {
  const flows = new Set(words.replace(/进出口/gu, '□').match(/[出进]口|□/gu))
  if (flows.size > 0) return flows.size > 1 || flows.has('□') ? 'TRADE' : flows.has('出口') ? 'EXPORTS' : 'IMPORTS'
  return /外贸|贸易|伙伴|市场|企业|主体|国别|地区|商品|产品/u.test(words) ? 'TRADE' : null
}

export const ofAllTrade = /^[\s]*(?:外贸)?(?:总体|规模|总规模|总量|总值|总额)$/u

/** Returns the category that labels what follows its colon: 欧盟：4.4万亿元. */
export function labelOf(words: Slice, isListed: boolean, vocabulary: Vocabulary): readonly Phrase[] | null {
  const name = words
    .trimmed(/^[①-❿]/u)
    .trimmed(lead)
    .trimmed(/^[对与自从]/u)
  const dimension = vocabulary.dimensionOf(name.text)
  const isName = /^[\p{Script=Han}“”]{2,12}$/u.test(name.text) && metricsIn(name.text).length === 0
  if (dimension === 'TOTAL' || (dimension === null && !(isListed && isName))) return null
  return [{ text: name.text, span: name.span, dimension: dimension === 'PARTNER' ? 'PARTNER' : null }]
}

const grown =
  /^(.{2,30}?)(?:的)?(?:规模|数量|需求|总量|金额|总值|值|增势|势头|态势)?(?:继续|保持|延续|维持|实现|稳步|快速|高速|持续|大幅|明显|显著|较快|均|呈|呈现|不断|平稳|稳定|整体|总体|逐步|成倍|双双|恢复|由[升降增减]转)*(?:增长|扩大|增加|上升|提升|攀升|回升|走高|走强|向好|下降|回落|减少|下滑|收缩|强劲|旺盛|活跃|良好|亮眼|提速|放缓|回暖|趋稳|较快|[增降])[^，]{0,4}$/u
const adverb =
  /^(?:延续|扭转|摆脱|走出|快速|持续|继续|稳|逐|呈|止|依然|仍|均|也|已|实现|保持|大幅|较|总|整体|[增降]|逆势|表现|同比|环比|进一步|再|首|全面|不|明显|显著|温和|小幅|略|企稳|回|转|双|平|强|高(?!新)|低|维持|面临|受|由|从|在|以|为|成)/u
const abstract =
  /(?:结构|竞争力|动能|形势|质量|能力|水平|贡献|作用|韧性|活力|优势|规模|增速|市场|需求|格局|压力|整体|商品|(?<![农林水畜矿])产品|货物|体量|份额|比重|占比|品牌|业务|方式|业态|模式|主体|企业)$/u

/** Returns where the name of the goods ends of which a clause says that their trade grew: 出口机电产品保持增长. */
export function grownGoods(words: string, metricEnd: number, { dimensionOf }: Vocabulary): number | null {
  const name = grown.exec(words.slice(metricEnd))?.[1]
  const isBothWays = /进出口$/u.test(words.slice(0, metricEnd))
  if (!/[进出]口$/u.test(words.slice(0, metricEnd))) return null
  // 进出口贸易持续增长 names no goods.
  if (isBothWays && dimensionOf(name ?? '') === null && !likeGoods.test(name ?? '')) return null
  if (name === undefined) return null
  const isNoun =
    !adverb.test(name) &&
    !abstract.test(name) &&
    !/^[自从由]|实现|不断|持续|稳步|优化|改善|进一步|加快|保持/u.test(name)
  const isGoods = dimensionOf(name) !== null || isNoun || /等[^等]{2,8}$/u.test(name)
  return isGoods && metricsIn(name).length === 0 ? metricEnd + name.length : null
}

const zone =
  /^((?:\p{Script=Han}{2,8}?)?(?:综合保税区|综保区|自由?贸易?试验区|自贸区|保税[区港]|保税港区|经开区|高新区|开发区|合作区|新区|口岸|园区|片区))(?:实现|不断|持续|加快|积极|充分|呈现|保持|聚焦|作为|成为|发展|着力|发挥|稳步|已|正)/u

export function zoneOf(clause: Slice): Reporter | null {
  const words = clause
    .trimmed(lead)
    .trimmed(/^.*期间/u)
    .trimmed(lead)
  const name = zone.exec(words.text)?.[1]
  return name === undefined ? null : { kind: 'REGION', words: name, isMain: false }
}

const rankedPlace = new RegExp(
  `^(?:省会)?((?:${provinceNames})[省市]?|(?:${partsOfProvinces})(?:地区)?|[东南西北]疆|\\p{Script=Han}{2,6}?(?:市|自治州|州|盟|县|新区))(?:整体|总体|仍|依然|依旧|继续|持续|保持|领跑|领先|稳居|位居|位列|排名|排在|居|成为|作为|表现|增[势速长]|一马当先|独占|是|为)`,
  'u',
)
const leadsRegion = /^(\p{Script=Han}{2,3}?)(?:继续|持续|依然|仍)?(?:领跑|领先|稳居|位居|位列|居)全[省市区州]/u

export function placeOf(clause: Slice, { dimensionOf }: Vocabulary): Reporter | null {
  const { text } = clause.trimmed(lead)
  const led = leadsRegion.exec(text)?.[1]
  const name =
    rankedPlace.exec(text)?.[1] ?? (led !== undefined && !/[增值量速额口贸企率比]|规模/u.test(led) ? led : null)
  const dimension = name === null ? null : dimensionOf(name)
  const isPlace = name !== null && (dimension === null || dimension === 'LOCATION') && metricsIn(text).length === 0
  return isPlace && !/、|[和与]\p{Script=Han}/u.test(text) ? { kind: 'REGION', words: name } : null
}

export const inRegard =
  /^[\s“]*(?:从)?(?:规模|总量|体量|数量|质量|结构|速度|效益|增速|业务量)(?:上|方面|上?来?看|而言)$/u

const titled = /^[\s—–•·-]*(?:[（(]?[一二三四五六七八九十\d]+[）)、.．])?\s*([\p{Script=Han}]{2,16})[。：:]$/u

export function titleOf(sentence: Slice, { dimensionOf }: Vocabulary): Phrase | null {
  const found = titled.exec(sentence.text)
  const name = found?.[1] ?? ''
  if (found === null || dimensionOf(name) === null) return null
  const { text, span } = sentence.slice(found[0].lastIndexOf(name), found[0].lastIndexOf(name) + name.length)
  return { text, span, dimension: null }
}
