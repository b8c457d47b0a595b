import type { Item, Slice } from '../../items.js'
import type { Span } from '../../source.js'
import {
  type Frame,
  type Phrase,
  type Reporter,
  reporterKey,
  type Statement,
  type Unplaced,
  type Vocabulary,
} from '../../statement.js'
import { isPortName } from './clauses.js'
import { beyondEach } from './quantities.js'
import type { Sentence } from './sentence.js'
import { china, type Head, isEmptyHead, metricsIn } from './subject.js'
import { isNoName, leavingOut, provincesOnly, trader } from './words.js'

/** Words that contain an adverb, a verb or a conjunction, or name a time: they are no noun phrase. */
const noNoun =
  /^(?:享惠|享受|主要$|部分$|扭$|[扭逆]转|终结|上$|是|则|比(?![利亚萨绍特])|各[省市区州县地国]|起(?:我国|中国|全[国省市区])|这(?![几二两三四五六七八九十])|那(?!曲)|也|就|已|仍|还|却|再|继(?!电)|推动|助推|带动|促使|拉动|支撑|促进|有力|有效|强力|持续|进一步|使|令(?!牌)|若|如果|虽|因(?!特)|由于|随着|考虑|鉴于|尽管|得益于|受益于|截至|按照?|目前|以来|近期|当前|均在|连续|超过|达到|成为|为(?!华)|尤其|特别|随后|其后|此后|期间|翻[阅开看]|翻?查[阅看]|浏览|梳理|盘点|打开|细[看数])|已经|持平|刷新|同比|环比|造成|就有|就已|仍然|依然|连续|继续|均在|使得|导致|致使|出现|呈现|保持|成为|表示|认为|显示(?!模组|屏|器|面板|板|仪|产品|设备|技术|终端)|意味|达到|突破|超过|首次|再次|也是|[，。；！？]|^[\d一二三四五六七八九十]+多?个(?:省|地市|城市|国家|区县)|^(?:前值|预期|市场预期|预测值)|验放|放行|签发|受理|监管(?!方式|区|场所)|^海关(?!特殊|监管)|政策项?$|(?:外贸|经济|[出进]口)[大强][省市]$|(?:促进|推动|带动|助推|拉动|支撑|稳定)$|(?<=..)(?:(?:对(?!虾|讲|接)|自(?![动行贸由主产有营治来]))(?=..)|[对向自从](?:中国|我国|华)$)|(?:以[来后前上下]|在|是|后|(?<![衣附])着|了|使得|就有|方面|之中|同时)$|^[一二三四五六七八九十两几数多]*个?(?:季度|年度?|月份?|周|日|天)(?:来|间|里|内)?$/u

export const isTrader = ({ text }: Phrase, { dimensionOf }: Vocabulary): boolean =>
  trader.test(text) && dimensionOf(text) === null

/** A province by one character, a port, and one that goods pass through, which are no categories. */
const placeName =
  /^(?:[京津冀晋辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔滇藏陕陇宁新]|经\p{Script=Han}+(?:口岸|关区)|[^，]*的\p{Script=Han}{2,6}港)$/u

export const isNoun = ({ text }: Phrase, { dimensionOf }: Vocabulary): boolean =>
  /[\p{Script=Han}A-Za-z]/u.test(text) &&
  !isNoName(text) &&
  !placeName.test(text) &&
  (dimensionOf(text) !== null || !(noNoun.test(text) || trader.test(text) || metricsIn(text)[0]?.start === 0))

export const isShortNoun = (phrase: Phrase, vocabulary: Vocabulary): boolean =>
  isNoun(phrase, vocabulary) &&
  (/^\p{Script=Han}{2,6}$|^[铜铝锌镍锡铅煤糖茶酒]$|^\p{Script=Han}{5,10}(?:产品|商品|设备|材料|部件)$/u.test(
    phrase.text,
  ) ||
    vocabulary.dimensionOf(phrase.text) !== null)

const ofEachBeyond = /^的(?:贸易伙伴|伙伴|国家|地区|市场|企业|省[市份区]|城市|商品|产品)/u

const boundOfEach = /[均都].*(?:超|逾|高于|不低于|以上)/u

const elsewhere = /^(?:经由?|通过|来自|源自|销往|输往|运往|发往|流向|[经由]\p{Script=Han}{2,8}[进出]口)/u

const bound = /(?:超过?|突破|站稳|稳定在|保持在|维持在|高于|不低于|逾|在)$/u

const ratio = /每(?:进?出口|进口|生产|销售|卖出)?$|就有(?:约|近|超过?)?$/u

/** Passing a threshold, in a clause without a subject behind what its sentence has stated: 再次突破2000亿元大关. */
const passing =
  /(?:首次|再次|首度|再度|连续|继续|第[^，]{1,3}次|历史性|一举)[^，]{0,4}(?:突破|超过|超|达到|站上|迈上|跨过|跨越)|^[\s]*(?:继(?!续)|[为是].{0,6}(?:突破|超过|站上|迈上))/u

interface Said {
  readonly head: Head
  readonly words: Slice
  readonly after: string
  readonly item: Item
  readonly role: Statement['role']
  readonly count: number
  readonly now: Pick<Sentence, 'lastRole' | 'isStreak' | 'topics' | 'datedFrom'>
}

// Rounds a share, which without a period is of the time of who speaks: 美国仍是最大的出口市场，占出口的17%左右.
const isRounded = ({ qualifier }: Item, words: string, after: string): boolean =>
  qualifier === 'ABOUT' || /(?:约|大致|大概)(?:占|$)/u.test(words) || /^(?:左右|上下)/u.test(after)

/** Returns why numbers are no figures of what the words before them name; null if they may be. */
export function refusalOf(
  { head, words, after, item, role, count, now }: Said,
  vocabulary: Vocabulary,
): Unplaced | null {
  const named = [...head.phrases, head.second].filter((each) => each !== null)
  const isLevel = role === 'LEVEL'
  const isUnknown = item.measure !== 'ENTERPRISE' && !named.every((each) => isNoun(each, vocabulary))
  // What an amount comes to by the minute is no figure: 相当于每分钟都有超过1000万元.
  if (isLevel && /相当于/u.test(words.text)) return 'CONVERSION'
  // A part of what was told: 其中300亿元销往东盟.
  if (isLevel && isEmptyHead(head) && elsewhere.test(after)) return 'NO_SUBJECT'
  // One bound of several is none of each.
  if (count === 1 && !isLevel && boundOfEach.test(words.text)) return 'THRESHOLD'
  if (isLevel && /(?:[均都]|继续)[^，]*在$/u.test(words.text) && /^(?:以上|左右|上下|之上)/u.test(after))
    return 'THRESHOLD'
  if (isLevel && /超过|超|逾|以上/u.test(words.text) && ofEachBeyond.test(after)) return 'THRESHOLD'
  if (isLevel && count > 1 && /^[^，]{0,2}(?:台阶|大关|关口)/u.test(after)) return 'THRESHOLD'
  const isOfPresent = now.topics.length > 0 || /目前|当前|如今/u.test(words.text)
  if (role === 'SHARE' && isOfPresent && item.start < now.datedFrom && isRounded(item, words.text, after))
    return 'NO_PERIOD'
  if (head.isGroup && count === 1 && now.topics.length === 0) return 'NO_SUBJECT'
  if (isUnknown || (isLevel && ratio.test(words.text))) return 'NO_SUBJECT'
  // Each period of a run exceeds the bound.
  if (isLevel && now.isStreak && bound.test(words.text)) return 'THRESHOLD'
  return isLevel && now.lastRole !== null && isEmptyHead(head) && passing.test(words.text) ? 'THRESHOLD' : null
}

const withoutRates = /^(?:剔除|扣除)汇[率兑](?:因素|影响)后?$/u

// An amount whose only rate leaves out the rates of exchange has that rate: 进出口总值3412.7亿美元，扣除汇率因素，增速6.8%.
export const leavesOut = (words: string, { lastRole }: Pick<Sentence, 'lastRole'>): boolean =>
  leavingOut.test(words) && !(lastRole === 'LEVEL' && withoutRates.test(words))

const isOfSame = (one: Frame, other: Frame): boolean =>
  reporterKey(one.reporter) === reporterKey(other.reporter) &&
  one.phrases.length === other.phrases.length &&
  one.phrases.every(({ text }, at) => text === other.phrases[at]?.text)

const isPartOfRegion = ({ phrases, reporter }: Frame, main: Reporter | null): boolean =>
  main?.kind !== 'REGION' &&
  reporter?.kind === 'REGION' &&
  reporter.isMain === false &&
  (main !== null || !isPortName(reporter)) &&
  phrases.some(({ text }) => !/[省市州县区]$/u.test(text))

const ofProvinces =
  /^(?:东部|中部|西部(?!陆海)|东北|中西部|长江经济带|长三角|长江三角洲|京津冀)(?:地区|区域|省市|三省)?$/u

const provinceOfName = new RegExp(`^(${provincesOnly})(?:省|市|(?:壮族|回族|维吾尔)?自治区)?$`, 'u')

const isOffice = (reporter: Reporter | null): boolean => reporter?.kind === 'REGION' && reporter.words.endsWith('海关')

function isOtherProvince(...places: readonly [Reporter | null, Reporter | null]): boolean {
  const [name, own] = places.map((each) => provinceOfName.exec(reporterKey(each))?.[1])
  return name !== undefined && own !== undefined && name !== own
}

/** Indicates the nation or an area of several provinces in a text about one of them: 中部地区实现进出口1.53万亿元. */
const isAroundRegion = (reporter: Reporter | null, main: Reporter | null): boolean =>
  main?.kind === 'REGION' && (reporter === china || (reporter?.kind === 'REGION' && ofProvinces.test(reporter.words)))

/** Indicates trade with China, which another country counted, in a text that is about no region: 据美方统计，美国对中国出口. */
const isOfChinaItself = ({ phrases }: Frame, main: Reporter | null): boolean =>
  main?.kind !== 'REGION' && phrases.some(({ text }) => /^(?:中国(?:大陆|内地)?|华)$/u.test(text))

interface InForce {
  readonly main: Reporter | null
  readonly speaker: Reporter | null
  readonly now: Pick<Sentence, 'stated'>
  readonly about: { readonly area: Frame | null }
}

/** Returns the frames to go on with if those found are of another place than the text is about; null if they are not. */
export function ofOtherPlace(
  found: readonly Frame[],
  { reporter, isThat }: Head,
  { main, speaker, now, about }: InForce,
): readonly Frame[] | null {
  // 长三角民营企业进出口9亿元，增长3%: the rate is of the same.
  const isTold = found.every(
    (frame) => now.stated.some((each) => isOfSame(each, frame)) || frame.reporter === about.area?.reporter,
  )
  const isOpen = (reporter === null && !isTold) || isThat === true
  if (isOpen && found.some((frame) => isPartOfRegion(frame, main))) return found
  if (found.some((frame) => isOfChinaItself(frame, main))) return []
  if (found.some((frame) => isAroundRegion(frame.reporter, main))) return found
  // 江苏进出口下降27.8% in a text about Guangdong, of which no office of Jiangsu speaks
  const isOther = ({ reporter: place }: Frame): boolean =>
    isOtherProvince(place, main) && !(isOffice(speaker) && reporterKey(speaker) === reporterKey(place))
  return found.some(isOther) ? found : null
}

const remark = /^[\s“]*(?:为|是|系|创下?|刷新|继)/u

/** Indicates a remark on what precedes it, whose periods are not spoken of: 为今年单月首次突破600亿元. */
export function remarks(words: string, { start }: Span, items: readonly Item[]): boolean {
  const opening = remark.exec(words)
  return opening !== null && items.every((each) => each.kind !== 'PERIOD' || each.start >= start + opening[0].length)
}

const becomes =
  /^[\s]*(?:仍|依然|依旧|继续|持续)*(?:成为|成了|是|为|保持|跃升|晋升|跻身|稳居|稳坐|位居|位列|高居|居|巩固)/u

const sharing = /^[\s“]*占(?!领|据)/u

/** Returns the words that may announce a metric: not what a subject has become, as 成为我国第一大外贸主体. */
export const announcing = (words: string, topic: readonly Phrase[] | null): string =>
  topic === null && (becomes.test(words) || sharing.test(words))
    ? ''
    : words.slice(0, exceeding.exec(words)?.index).replace(record, '')

const exceeding = /(?:高|低|快|慢|好|优|强|大|多|少)于|高出|领先|跑赢/u

const record =
  /(?<=.)(?:[再又均也续]|双双|首次|连续)*(?:创|刷新|改写)[^，]{0,16}(?:新高|纪录|记录|高位|高点|次高|新低)$|(?<=.)[位稳高]?[居列][^，]{0,6}(?:首位?|第一位?|前[列三]|榜首)$/u

export const pointsAtList =
  /(?:上述|以上|这)[几二两三四五六七八九十]*个?[^，]{0,4}(?:伙伴|市场|国家|地区|经济体|产品|商品)/u

export const ofAim =
  /(?:完成|达到|实现|占)了?[^，]{0,8}(?:目标|任务|计划)[^，]{0,4}的$|^[\s]*(?:远|略|稍|大幅|明显|显著)?(?:[好高低差优强弱大小][于过]|[超不逊][过及于])?(?:此前|市场|机构)?的?(?:预期|预测|预估|预计)(?:中值|均值|值)?的?[为是]?(?:同比|按年|年)?(?:增长|上升|下降|[增升涨降跌减])?$/u

/** Indicates a number of some enterprises, of whom what follows is: 出口过亿元企业145家，合计出口513亿元. */
export const isGroupOfTraders = ({ measure }: Item, words: string): boolean =>
  measure === 'ENTERPRISE' && beyondEach.test(words)

/** Says what drove several that have rates of their own: 消费提升带动笔记本电脑、手机出口分别增长. */
export const driving =
  /^[^，]*?(?:带动|拉动|推动)(?=[^，、]{2,20}、[^，]{2,40}(?:进出口|出口|进口)[值额]?(?:同比)?分别(?:同比)?)/u

/** An attribute of what follows it: 进口占比重较大的东营. */
export const attribute =
  /^(?:此前|之前)[^，]*?的(?=(?:进出口|[出进]口)(?!商品|产品))|^.*(?:占[^，]{0,12}(?:比重|比例|份额)|占比|[出进]口(?:总?[值额量]|规模))(?:较|最|更|很|相对|比较)?[大高小低]的(?=.{2})/u

export const way = /^[\s“]*(?:以|通过)[^，]{2,20}(?:方式|形式|渠道)$/u
