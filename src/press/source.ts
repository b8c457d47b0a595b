import type { Language } from '../domain/text/language.js'
import { matchesOf } from '../lib/matches.js'
import { economies } from './grammar/economy-list.js'
import { linesOf } from './lines.js'
import { type Closed, invisible, isPrintable, lineEnd, partsOfHeading, space, withoutSpaces } from './spaces.js'

/** A range of UTF-16 code units. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A text and, for each of its code units, where it begins in the original; the original itself if `starts` is null. */
export interface ExtractedText {
  readonly text: string
  readonly starts: readonly number[] | null
}

/**
 * The text that grammars read: half-width digits, plain spaces, no invisible characters, "\n" at the end of paragraphs and
 * headings only. `original` maps its spans to the original.
 */
export interface Source {
  readonly text: string
  /** The same without the replacement of traditional characters, apostrophes and months, for the words of categories. */
  readonly shown: string
  readonly language: Language
  readonly original: (span: Span) => Span
}

const han = /\p{Script=Han}/u

/** Traditional forms of the characters that grammars know, each with its simplified form. */
const pairs = [
  ...'進进貿贸總总億亿萬万長长減减與与對对東东歐欧韓韩國国業业電电產产額额佔占幣币個个環环價价計计統统關关當当較较點点擴扩縮缩降降達达為为爲为別别開开協协議议臺台灣湾聯联盟盟區区園园澤泽陽阳亞亚漲涨總总單单間间雙双順顺差差約约過过創创歷历據据顯显發发佈布質质機机車车船船鋰锂積积體体數数處处理理設设備备農农鋼钢鐵铁礦矿煤煤氣气從从夥伙伴伴類类實实績绩經经營营戶户內内蘇苏廣广遼辽寧宁陝陕雲云貴贵龍龙濱滨慶庆門门帶带動动資资負负獻献貢贡預预測测標标劃划續续繼继穩稳邊边場场採采購购稅税試试驗验緩缓於于匯汇團团紹绍獲获時时貨货錄录優优勢势產产響响聯联絡络價价衛卫圖图區区陸陆參参鐘钟戶户題题領领項项輪轮輛辆飛飞廠厂億亿啟启舊旧學学養养塊块勞劳動动該该噸吨隻只條条種种紡纺織织飾饰鞋鞋傢家裝装連连變变觀观調调緊紧鮮鲜蘋苹葉叶導导線线網网維维紙纸輕轻紅红藥药醫医療疗儀仪燈灯轉转肅肃廈厦爾尔漢汉鄭郑濟济煙烟義义烏乌溫温溼湿運运輸输穀谷糧粮藝艺術术絲丝綢绸腳脚島岛濰潍僅仅粵粤鄰邻銷销橋桥結结構构鎮镇縣县鄉乡黃黄滬沪閩闽魯鲁贛赣瓊琼隴陇嶺岭錦锦撫抚蘆芦鹽盐揚扬無无錫锡興兴麗丽蕪芜馬马銅铜寶宝雞鸡蘭兰銀银頭头遠远婁娄懷怀畢毕騰腾滄沧臨临欽钦賓宾賀贺憑凭滿满還还這这會会來来後后隨随復复強强態态趨趋紀纪記记報报訊讯稱称說说員员師师專专獨独僑侨債债腦脑話话視视訂订櫃柜載载艙舱艦舰儲储鏡镜圓圆磚砖鑽钻錶表遊游戲戏傘伞簾帘襪袜紗纱絨绒藍蓝綠绿豬猪鴨鸭蝦虾魚鱼薑姜麥麦飲饮煉炼瀝沥潤润膠胶纖纤鋁铝鋅锌鉛铅鎳镍鈦钛鎢钨錳锰鉻铬週周準准衝冲擺摆壓压勵励勁劲競竞爭争極极權权歸归決决況况淨净滯滞漸渐潛潜層层屆届嚴严難难礎础應应庫库彈弹徑径憂忧戰战執执擔担擁拥擇择斷断晉晋暢畅曆历殘残殼壳沒没瑪玛畝亩畫画盡尽監监碼码確确禮礼筆笔節节範范築筑簡简簽签籌筹紛纷純纯級级細细終终組组給给絕绝緒绪編编縱纵羅罗職职脫脱舉举號号補补製制複复規规親亲覺觉訪访許许評评詳详認认談谈請请論论證证識识讓让豐丰賣卖賴赖趕赶跡迹踐践軌轨軍军軟软辦办迴回適适選选遷迁遞递郵邮釋释針针銳锐錯错鍵键鎖锁鏈链鑒鉴閉闭階阶際际險险隊队雖虽離离雜杂靈灵韌韧頂顶須须頻频顆颗願愿顧顾風风餘余館馆駐驻驅驱鬆松鬥斗鵬鹏齊齐齡龄邁迈瀋沈産产現现兩两華华馮冯駛驶驟骤費费顏颜攝摄見见熱热滾滚們们將将並并呂吕鞏巩陳陈則则鄧邓劉刘張张楊杨趙赵吳吴孫孙蔣蒋謝谢閻阎譚谭鍾钟盧卢賈贾龔龚喪丧麼么樂乐喬乔習习書书買买亂乱虧亏褻亵侖仑倉仓眾众偉伟傳传傷伤倫伦偽伪傭佣儉俭傾倾償偿兒儿黨党獸兽岡冈冊册寫写沖冲凍冻涼凉湊凑幾几鳳凤凱凯擊击鑿凿剛刚刪删劑剂卻却廳厅厲厉厭厌敘叙嘆叹嚇吓嗎吗聽听嗆呛鳴鸣啞哑嘩哗圍围聖圣壞坏堅坚壇坛墳坟墜坠壟垄墊垫牆墙壯壮聲声壺壶夠够誇夸夾夹奪夺奮奋獎奖奧奥婦妇媽妈寵宠審审憲宪宮宫寬宽尋寻壽寿塵尘嘗尝堯尧屬属屢屡歲岁豈岂嶽岳峽峡巒峦帥帅帳帐幫帮廟庙廢废異异棄弃彌弥彎弯徹彻憶忆慫怂憐怜戀恋懇恳惡恶惱恼悅悦懸悬驚惊懼惧慘惨懲惩慣惯憤愤懶懒撲扑掃扫擾扰拋抛搶抢護护擬拟攔拦掛挂揮挥損损換换擲掷搖摇撐撑敗败敵敌齋斋斬斩曠旷曇昙晝昼曬晒曉晓暈晕暫暂殺杀槍枪棧栈欄栏樹树樣样檔档樁桩夢梦檢检樓楼歡欢殲歼毀毁湯汤溝沟瀘泸淚泪潔洁灑洒澆浇濁浊瀏浏渾浑濃浓濤涛漣涟漁渔濕湿濾滤濫滥灘滩滅灭災灾爐炉爍烁爛烂煩烦燒烧燭烛燙烫愛爱爺爷犧牺狀状猶犹獅狮獄狱獵猎璽玺瘋疯盜盗盤盘蓋盖睜睁瞞瞒矚瞩矯矫礙碍禍祸穢秽窮穷竊窃豎竖筍笋篩筛籃篮糾纠練练紳绅繞绕綁绑綜综綱纲繩绳綿绵緣缘罷罢罰罚聰聪腸肠膚肤脈脉膽胆臘腊臟脏艱艰莊庄莖茎蓮莲瑩莹蕭萧薩萨蠟蜡虛虚蟲虫襯衬襲袭覽览觸触討讨訓训講讲詐诈訴诉診诊詞词譯译詩诗誠诚誕诞詢询語语誤误諸诸諾诺讀读課课誰谁謀谋謊谎謂谓謎谜謹谨譜谱譴谴貝贝財财責责賢贤販贩貪贪貧贫貯贮貫贯貳贰賤贱貸贷賊贼賄贿賦赋賭赌賞赏賜赐賠赔賬账贈赠贊赞贏赢躍跃踴踊軋轧軒轩輔辅輝辉輩辈輯辑轄辖轎轿辭辞辯辩違违遲迟遜逊邏逻遺遗釀酿醬酱裡里裏里釘钉釣钓鈔钞鑰钥鈕钮鉤钩鉑铂鈴铃銘铭鋪铺鋒锋錢钱鍋锅鍛锻鑄铸鑑鉴閃闪問问闖闯閒闲悶闷閣阁閱阅闊阔陰阴陣阵隱隐隸隶雛雏讎雠靂雳霧雾頁页頑顽頓顿頒颁頌颂頗颇頸颈顛颠飢饥飯饭飽饱餅饼餓饿饋馈馭驭馳驰駕驾騎骑騙骗騷骚驕骄鯨鲸鳥鸟鴻鸿鷹鹰齒齿龜龟颱台檯台麵面鬱郁鬚须係系儘尽彙汇註注徵征捨舍乾干幹干籲吁慾欲韆千捲卷薦荐榮荣嶄崭',
]
const traditional = new Map(pairs.flatMap((sign, at) => (at % 2 === 0 ? [[sign, pairs[at + 1] ?? sign] as const] : [])))

function languageOf(text: string): Language {
  let [chinese, latin] = [0, 0]
  for (const sign of text.slice(0, 200_000)) {
    if (sign <= '\x7f') latin += (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z') ? 1 : 0
    else if (han.test(sign)) chinese += 1
  }
  return chinese * 4 > latin ? 'ZH' : 'EN'
}

export function sourceOf(extracted: ExtractedText, given: Language | null = null): Source {
  const language = given ?? languageOf(extracted.text)
  const closed = language === 'ZH' ? withoutSpaces(extracted.text) : null
  const { text } = closed ?? extracted
  const signs: string[] = []
  const shown: string[] = []
  const from: number[] = []
  const push = (sign: string, at: number, as: string = sign): void => {
    signs.push(sign)
    shown.push(as)
    from.push(at)
  }
  const lines = linesOf(text, language)
  const gaps = gapsOf(text, lines, closed)
  const owners = language === 'EN' ? ownersIn(text) : none
  const capitals = language === 'EN' ? smallMonthsIn(text) : none
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? ''
    if (gaps.has(at)) push(' ', at)
    if (owners.has(at)) push("'", at)
    if (lines.has(at)) {
      if (lines.get(at) === 'break') push('\n', at)
      else if (language === 'EN' && signs.at(-1) !== ' ') push(' ', at)
    } else if (sign === ' ' || (!isPrintable(sign) && space.test(sign))) {
      if (signs.at(-1) !== ' ' && signs.at(-1) !== '\n') push(' ', at)
    } else if (isPrintable(sign) || !(invisible.test(sign) || combining.test(sign))) {
      const mark = language === 'ZH' ? chineseMark(text, at) : null
      const read = capitals.has(at)
        ? sign.toUpperCase()
        : ((language === 'EN' ? misread(text, at) : null) ?? simplified(plain(sign, language), language))
      push(mark ?? read, at, !isPrintable(sign) && kept.test(sign) ? sign : plain(sign, language))
    }
  }
  const end = (at: number): number => (at < 0 ? 0 : (from[at] ?? text.length - 1) + 1)
  const { starts } = extracted
  const place = (read: number): number => {
    const at = closed === null ? read : (closed.kept[read] ?? extracted.text.length)
    return starts === null ? at : (starts[at] ?? starts.at(-1) ?? 0)
  }
  return {
    text: signs.join(''),
    shown: shown.join(''),
    language,
    original: (span) => {
      const first = from[span.start] ?? text.length
      const last = Math.max(end(span.end - 1), first)
      return { start: place(first), end: last > first ? place(last - 1) + 1 : place(first) }
    },
  }
}

// The last byte of a mark and the letter behind it, which a page in UTF-8 that was taken for GBK shows as one character: "China鈥檚".
const lastBytes = { 147: '\x96', 148: '\x97', 152: "'", 153: "'", 156: '"', 157: '"' }
const letters = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ']
const gbk = new TextDecoder('gbk')
const misreadings = new Map(
  Object.entries(lastBytes).flatMap(([byte, mark]) =>
    letters.map((letter) => {
      const shown = gbk.decode(Uint8Array.of(Number(byte), letter.charCodeAt(0)))
      return [shown, { mark, letter }] as const
    }),
  ),
)

function misread(text: string, at: number): string | null {
  if (text[at] === '鈥') return misreadings.get(text[at + 1] ?? '')?.mark ?? null
  return text[at - 1] === '鈥' ? (misreadings.get(text[at] ?? '')?.letter ?? null) : null
}

const none: ReadonlySet<number> = new Set()

// The accents of letters that are written as two signs; names are known without them.
const combining = /[\u0300-\u036F]/u

const names = economies
  .flatMap((each) => each.names.split('|'))
  .filter((name) => /^[A-Z][a-z]+(?: [A-Z][a-z]+)*(?<!s)$/u.test(name))
const owner = new RegExp(
  `\\b(?:${names.join('|')})(?=s (?:private|state-owned|foreign|foreign-(?:invested|funded)|external|total|overall|goods|merchandise|trade|exports?|imports?|customs|largest|biggest|main|top|two)\\b)`,
  'gu',
)

/** Returns the places of possessives that have lost their apostrophe: "Chinas foreign trade". */
const ownersIn = (text: string): ReadonlySet<number> =>
  new Set(matchesOf(owner, text).map(({ 0: name, index }) => index + name.length))

const smallMonth =
  /\b(?:january|february|april|june|july|august|september|october|november|december)\b|\b(?:march|may)(?= ?(?:(?:19|20)\d\d\b|[-–] ?[a-z]+ (?:19|20)\d\d\b))/g

const smallMonthsIn = (text: string): ReadonlySet<number> =>
  new Set(matchesOf(smallMonth, text).map(({ index }) => index))

/** Matches a word that has lost the space before a number or month: "and10.4 percent", "inJuly". */
const glued =
  /\b(?:and|of|by|to|from|than|at|up|down|about|over|nearly|was|were|reached|totall?ed)(?=\d[\d.,]*\s?(?:%|per ?cent\b|(?:m|b|tr)illion\b|bn\b|mn\b))|\b\d[\d.,]* ?(?:m|b|tr)illion(?=US\b|USD\b|U\.S\.|yuan\b|dollars\b|euros\b|ton(?:ne)?s\b)|\b(?:January|February|March|April|May|June|July|August|September|October|November|December),(?=(?:19|20)\d\d\b)|\b(?:in|of|for|during|by|and|to)(?=(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)/g

function gapsOf(text: string, lines: ReturnType<typeof linesOf>, closed: Closed | null): ReadonlySet<number> {
  const found = new Set<number>()
  if (closed === null) return new Set(matchesOf(glued, text).map(({ 0: word, index }) => index + word.length))
  if (closed.gaps.size === 0) return found
  const breaks = [...lines].flatMap(([at, kind]) => (kind === 'break' ? [at] : []))
  let from = 0
  for (const end of [...breaks, text.length]) {
    for (const at of partsOfHeading(text.slice(from, end), from, closed.gaps)) found.add(at)
    from = end + 1
  }
  return found
}

/** The marks of Chinese sentences, which some texts have in their Latin forms: 出口5270亿元,增长9.2%;进口4444.8亿元. */
const chineseMarks: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
  '.': '。',
}
const beforeMark = /[\p{Script=Han}”）》%％]/u
const behindMark = /[\p{Script=Han}“（《]/u

function chineseMark(text: string, at: number): string | null {
  const mark = chineseMarks[text[at] ?? '']
  if (mark === undefined) return null
  const [before, behind] = [text[at - 1] ?? '', text[at + 1] ?? '']
  const isBeside =
    mark === '。'
      ? beforeMark.test(before) && (behindMark.test(behind) || lineEnd.test(behind) || behind === '')
      : beforeMark.test(before) || behindMark.test(behind)
  return isBeside ? mark : null
}

function plain(sign: string, language: Language): string {
  if (sign <= '\x7f') return sign === '`' && language === 'EN' ? "'" : sign
  const code = sign.charCodeAt(0)
  if (code >= 0xff01 && code <= 0xff5e) {
    const half = String.fromCharCode(code - 0xfee0)
    return language === 'ZH' && /[,;:!?()]/.test(half) ? sign : half
  }
  if (sign === '￥') return '¥'
  if (sign === '−' || sign === '﹣') return '-'
  if (sign === '％' || sign === '﹪') return '%'
  if (language === 'ZH') return smallMarks[sign] ?? sign
  return englishMarks[sign] ?? sign
}

// The small forms of marks: 总额2亿美元﹐增长5%.
const smallMarks: Readonly<Record<string, string>> = {
  '﹐': '，',
  '﹑': '、',
  '﹔': '；',
  '﹕': '：',
  '﹙': '（',
  '﹚': '）',
}

// V8 keeps a text in half the space, and runs smaller patterns on it, if all of it is Latin-1. The dashes are where Windows-1252
// has them; no text has other signs there, as they are control characters.
const englishMarks: Readonly<Record<string, string>> = {
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '´': "'",
  '“': '"',
  '”': '"',
  '–': '\x96',
  '—': '\x97',
  '―': '\x97',
  '•': '\x95',
  '。': '.',
  '、': ',',
}

/** Matches the marks that the words of categories keep. */
const kept = /[‘’“”–—―•]/u

const simplified = (sign: string, language: Language): string =>
  language === 'ZH' ? (traditional.get(sign) ?? sign) : sign

/** Splits at paragraph ends and sentence ends; a full stop inside a number or an abbreviation ends none. */
export function sentencesOf({ text, language }: Pick<Source, 'text' | 'language'>): readonly Span[] {
  const ends =
    language === 'ZH'
      ? /[。！？!?\n]+[”’」』）)"]*/g
      : /[.!?]+["”')\]]*(?=\s|$)|(?<=[\p{L}\d%)]{3}|\d%)\.(?=\p{Lu}\p{Ll}+\s)|\n+/gu
  const spans: Span[] = []
  let from = 0
  const add = (to: number): void => {
    let [start, end] = [from, to]
    while (start < end && /[\s\n]/.test(text[start] ?? '')) start += 1
    while (end > start && /[\s\n]/.test(text[end - 1] ?? '')) end -= 1
    if (end > start) spans.push({ start, end })
    from = to
  }
  for (const { 0: mark, index } of matchesOf(ends, text)) {
    if (language === 'EN' && /^[.][^?!]*$/.test(mark) && isAbbreviation(text, index, index + mark.length)) continue
    add(index + mark.length)
  }
  add(text.length)
  return spans
}

// Those that may also end a sentence, before a word that begins one.
const ending = String.raw`U\.S|U\.K|E\.U|a\.m|p\.m|p\.p|p\.c|y\.o\.y|m\.o\.m|n\.e\.[cs]|n\.i\.e|bn|mln|bln|Inc|Ltd|Co|Corp`
const mayEnd = new RegExp(`(?:^|[^A-Za-z])(?:${ending})$`)
const abbreviations = new RegExp(
  String.raw`(?:^|[^A-Za-z])(?:${ending}|[A-Z]|U\.N|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mr|Mrs|Ms|Dr|No|vs|VS|approx|est|[Ii]mp|[Ee]xp|incl|excl|St|e\.g|i\.e|cf|R|O)$`,
)

function isAbbreviation(text: string, at: number, after: number): boolean {
  const before = text.slice(Math.max(0, at - 12), at)
  if (!abbreviations.test(before)) return false
  if (mayEnd.test(before))
    return (
      !/^\s+(?:[A-Z][a-z]+|In|The)\b/.test(text.slice(after, after + 40)) ||
      !startsSentence(text.slice(after, after + 40))
    )
  return true
}

const startsSentence = (rest: string): boolean =>
  /^\s+(?:The|In|On|Of|At|By|For|With|Among|While|But|And|Meanwhile|However|Exports?|Imports?|Trade|This|That|These|It|As|After|Compared|From|During|Total)\b/.test(
    rest,
  )
