import { repeated } from '../../repetition.js'
import type { Metric } from '../../statement.js'

export const rising =
  '多(?:支出|花费|付出)|跃升|飙升|抬升|回升|回涨|递增|[劲骤陡剧暴净高续]增|净增[加长]|[暴续微翻大劲][涨升]|看涨|上扬|上行|走强|扩张|增长|增加|提高|提升|上升|上涨|扩大|攀升|激增|猛增|大增|成长|走高|(?<!较)快增|增|涨|升'
export const falling =
  '负增长|净减少|[锐骤剧猛大续][减降跌]|暴跌|走[低弱跌]|滑落|跌落|回撤|下行|缩水|收缩|缩减|重挫|倒退|递减|下降|减少|回落|下滑|下跌|降低|缩小|收窄|萎缩|衰退|下挫|微降|减|降|跌|缩'
const adverbs =
  '[较比](?:前|上)一年(?:同期)?|[以按](?:人民币|美元)(?:计价|计算|计)|(?:出人意料|罕见|意外|超预期)地|意外(?=[增减升降下回上])|[（(](?:[以按])?(?:人民币|美元)(?:计价|计算|计|值|口径)?[）)]|(?:突破|超过?|逾|迈上|站上|跨过)[百千万亿]+元(?:大关)?|[与和跟](?=同比)|同比|环比|按年|按月|年(?=[增减升降涨跌])|(?<!同)月(?=[增减升降涨跌])|(?<=[较比])同[期月]|当年|骤然|陡然|逆转为|扭转为|(?:向?[上下])?(?:修正|修订|修)(?=[为至到])|分别|各自|各(?=[增降减升长])|曾经|曾|一度|(?<![人天])才|均|都|双双|合计|共计|累计|总计|共|达到|达|为|是|约|大约|接近|逼近|直逼|逼|近|超过|超|逾|突破|高于|(?:(?:今年|开年|年初|有[记纪]录|有统计)?以来|年内)(?=首[次度])|首次|首度|首(?=[超破突])|再[次度]|继之?后|又|再|甚至|出现(?=了?(?:[增降涨跌升负]|$))|仅仅|[仅只]有|仅|只|已经|已|则|也|亦(?!庄)|还|仍然?|却|[也还则]有|实现|完成|录得|创下|创[记纪]录的?|连续(?=[跨突超迈站])|接连|相继|先后|依然|依旧|高达|多达|继续|持续|保持|大幅度?|小幅度?|幅度|强劲|涨幅|跌幅|升幅|迅猛|迅速|成倍|急剧|快速|较快|稳步|明显|显著|逐[步季月年]|进一步|略|微|下|了|至|到|即|由|的|将近|不足|不到|多|每|当月|当季|单月|逆势|就|整体|总体|增速|增幅|增长率|成长率|年增率|年减率|降幅|减幅|速度|规模|提速|加快|放缓|反弹|较|(?<!相)比|价值|货值|金额|破|迈上|跨过|站上|站稳|稳居|跨越|跃上|冲上|月度|台阶|关口|历史同期|历史上(?![升涨])|历史性|历史|依次|反而|反倒|因此|因而|由此|恢复(?=性?增|$)|进而|随之|相应|折合(?=[增下上升减])|花费|耗资|用汇|虽然|虽|尚|转正|转为|转而|转|正(?=增长|成长)|相对于?|相较于?|(?<![方以])便|竟|更|以(?=[增升涨降跌]|下降)|(?<=分别|双双)以'

/** Everything that may stand between the words of a category and a number. */
export const predicate = new RegExp(`(?:${repeated(falling, rising, adverbs)}|[\\s"“”'：:、—-])+$`, 'u')
export const shareWords = /占(?!领|据|有|用|地)|占据了?(?:约|近|超过?)?$|(?<!同)比重|份额|占比/

export const twoBases = /(同比|环比)[、和与及](?!\1)(同比|环比)[^，]*$/u

/** A share in words, whose exact number follows: 民营企业进出口占比首次突破五成，达到50.1%. */
export const vagueShare =
  /(?:占比|占[^，]{0,12}(?:比重|份额|总值|总额)|比重|份额)(?:首次|再次|已|也|均|分别)*(?:突破|超过?|逾|接近|近|达到?|升至)*$/u

export const movingShare =
  /(?:占[^，]{0,16}(?:比重|份额|比例|总值|总额)|占比|比重|份额)[^，]{0,8}(?:提升|提高|上升|攀升|扩大|增加|变化|下降|降低|回落|收窄|优化)[^，]{0,4}$/u
export const shareGoesOn =
  /^，[\x80-\x8F]*(?:已|也|并|分别)*[\x80-\x8F]*(?:[由从]|达到?|升至|(?:提升|提高|上升|跃升|攀升|增加|下降|降低|回落|降)[至到为])/u

export interface MetricWord {
  readonly metric: Metric
  readonly pattern: string
  readonly isDeficit?: boolean
}

/** Economies by one character, of which each names only one: not 新 for 新加坡 and 新西兰. */
export const shortNames: Readonly<Record<string, string>> = {
  欧: '欧盟',
  美: '美国',
  日: '日本',
  韩: '韩国',
  朝: '朝鲜',
  蒙: '蒙古',
  俄: '俄罗斯',
  白: '白俄罗斯',
  哈: '哈萨克斯坦',
  塔: '塔吉克斯坦',
  英: '英国',
  德: '德国',
  法: '法国',
  意: '意大利',
  荷: '荷兰',
  葡: '葡萄牙',
  希: '希腊',
  丹: '丹麦',
  挪: '挪威',
  芬: '芬兰',
  奥: '奥地利',
  波: '波兰',
  捷: '捷克',
  匈: '匈牙利',
  罗: '罗马尼亚',
  澳: '澳大利亚',
  加: '加拿大',
  墨: '墨西哥',
  智: '智利',
  秘: '秘鲁',
  沙: '沙特',
  非: '非洲',
  肯: '肯尼亚',
  印: '印度',
  孟: '孟加拉国',
  越: '越南',
  泰: '泰国',
  缅: '缅甸',
  老: '老挝',
  柬: '柬埔寨',
  菲: '菲律宾',
  拉: '拉美',
  台: '台湾',
}
// The short names, as part of a pattern.
const oneCharacter = `[${Object.keys(shortNames).join('')}]`

const value = '(?:商品(?!车|房)|货物)?(?:贸易)?(?:总值|总额|总量|总规模|金额|值|额|规模)?'
/** The words before a flow, of which none consists of others: 货物贸易出口. */
const ofAll = '(?:外贸|对外贸易|货物|贸易|自营|(?<!海关)总){0,4}'
export const metricWords: readonly MetricWord[] = [
  { metric: 'EXPORT_QUANTITY', pattern: '(?:外贸)?出口(?:数量|量)' },
  { metric: 'IMPORT_QUANTITY', pattern: '(?:外贸)?进口(?:数量|量)' },
  {
    metric: 'TRADING_ENTERPRISES',
    pattern:
      '(?:有|实际有)?(?:进出口|出口|外贸)实绩的?(?:外贸|进出口|民营)?(?:经营主体|企业)(?:数量|数)?|外贸(?:经营)?主体(?:数量)?|外贸企业(?:数量|数)',
  },
  { metric: 'BALANCE', pattern: '(?:货物|外贸|对外|进出口){0,4}(?:贸易)?(?:顺差|差额)(?:总?[额值])?' },
  { metric: 'BALANCE', pattern: '(?:货物|外贸|对外|进出口){0,4}(?:贸易)?逆差(?:总?[额值])?', isDeficit: true },
  {
    metric: 'TRADE',
    pattern: `${ofAll}进出口${value}|(?:双边|货物|对外){0,3}贸易的?(?:总值|总额|额|值|总量)|双边外贸(?:总值|总额|额|值)?|外贸(?![出进]口)(?:总值|总额|总量|规模|值|额)?|(?:对外|货物|双边)贸易(?!出口|进口|[顺逆]差)|(?<=中${oneCharacter}|[闽粤浙苏沪鲁渝川桂赣皖鄂湘京津]台)(?:两[国地])?(?:双边)?贸易(?:总值|总额|额|值|总量)?|(?<=[对与](?:${oneCharacter}|(?!外)\\p{Script=Han}{2,5}))贸易`,
  },
  {
    metric: 'EXPORTS',
    pattern: `${ofAll}出口(?:创汇额?|${value})|创汇额?|(?<=出口数?量)[、和及与]?(?:金额|货值|值|额)`,
  },
  { metric: 'IMPORTS', pattern: `${ofAll}进口${value}|(?<=进口数?量)[、和及与]?(?:金额|货值|值|额)` },
]

/** Words that contain the characters of a metric but name something else. */
export const protectedWords =
  /(?:出口加工|进出口加工)区|(?:一般|加工|边境小额|边民互市|来料加工|进料加工|来料加工装配|服务|转口|易货|补偿|市场采购|数字|保税|小额|过境)贸易|(?:出料)?加工贸易|自由贸易(?:试验区|港|区|协定)?|贸易(?:伙伴|方式|区|国|商|战|摩擦|结构|便利)|外贸(?:新业态|结构|发展|增长|伙伴|形势|综合服务)|(?:进|出)口(?:商(?!品)|退税|关税|国|岸|产品结构|市场|来源)|进出口(?:商会|公司|银行|岸)|外贸新三样/gu

/** Words that precede a partner, unless they begin a name: 自 in 自东盟, not in 自贸试验区. */
export const preposition = {
  towards: '对(?!虾)',
  with: '同(?!期)',
  to: '向(?!日葵)',
  from: '自(?![动贸由行主产有营治])',
} as const

export const partnerBefore = new RegExp(
  `^(?:(?:同期|其中|，)?)(${preposition.towards}|与|${preposition.with}|和|跟|${preposition.to}|${preposition.from}|从|至|输往|来自)(.+)$`,
  'u',
)

export const localSelf =
  /^(?:该地区|该区域|我省|我市|我区|我州|我县|全省|全市|全区|全州|全县|本省|本市|该省|该市|全关区|关区|辖区)(?:的)?/u
export const cityNames =
  '深圳|广州|东莞|佛山|惠州|珠海|苏州|南京|无锡|宁波|杭州|温州|金华|义乌|青岛|烟台|济南|厦门|福州|泉州|大连|沈阳|武汉|长沙|郑州|成都|西安|合肥|南昌|长春|哈尔滨|昆明|南宁|贵阳|太原|石家庄|兰州'
export const cities = new RegExp(`^(?:${cityNames})`, 'u')
export const provincesOnly =
  '北京|天津|河北|山西|内蒙古|辽宁|吉林|黑龙江|上海|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|重庆|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆'
// Parts of provinces, by the one character of the province: 粤西, 苏北, 川东北.
export const partsOfProvinces = '[苏皖湘赣浙闽桂粤川鲁豫冀辽鄂滇黔](?:[东南西北]{1,3}|中)|晋[东南西北]|陕[东南北中]'
export const provinceNames = `${provincesOnly}|${cityNames}`
const placeNames = `${provinceNames}|${partsOfProvinces}`
/** The nation, of which 我省 does not speak. */
export const nation =
  /^(?:我国|(?:中国|祖国)(?:大陆|内地)|中国国(?=$|进出口|[出进]口|外贸|货物|对外)|中国|我(?![国省市区州县们])|全国|大陆|内地|本国)(?:对外(?!贸易)|的)?/u
export const ofNation = new RegExp(
  `^(?:我国|中国)的?(?=${provincesOnly}|(?:[东中]部|西部|东北|中西部|长三角|京津冀|大湾区)(?:地区|省市))`,
  'u',
)
export const province = new RegExp(
  `^(?:${placeNames})(?:省|市(?!场)|壮族自治区|回族自治区|维吾尔自治区|自治区|口岸|关区|地区)?(?:全省|全市|全区)?(?=$|[^银海商大石航])`,
  'u',
)
export const place = new RegExp(
  `^(?:经(?!济|开)|通过|从|在)?(?![对与同向自从])(?:(?:${provinceNames})(?:省|市|壮族自治区|回族自治区|维吾尔自治区|自治区)?)?[\\p{Script=Han}]{1,6}?(?:省|(?<!互)市(?!场)|自治州|州|(?<=\\p{Script=Han}{2})(?<![东欧同联])盟|新区|片区|关区|口岸|自贸港|自由贸易港|综合保税区|综保区|合作区|开发区|示范区)(?:全省|全市|全区)?(?=$|对|与|向|自|以|外贸|进|出|实|的|[\\p{Script=Han}]{2})`,
  'u',
)
export const agency =
  /(?:^|[据经获自从讯电，。（(记者\n\x8F])\s*([\p{Script=Han}]{2,6})海关(?!总署|监管|特殊|查验|注册|备案)/u
export const noPlace =
  /^(?:中国|我国|全国|有关|各地|国家|美国|英国|法国|德国|韩国|日本|印度|俄罗斯|越南|周[一二三四五六日]|星期|从|据|与|和|及|的)|(?:中国|我国|全国|从|据|与|和|及|的|在|新增)$/u
export const ownTrade = new RegExp(
  `(?<![、和与及])(?:${provinceNames})(?:省|市|壮族自治区|回族自治区|维吾尔自治区|自治区)?(?:全省|全市|全区|实现|累计)*(?:外贸|货物贸易|对外贸易|进出口|(?:出口|进口)(?!加工区))`,
  'u',
)
export const baseOfAll = new RegExp(
  `^占[\\s\\x80-\\x8F]*(?:同期)?(?:我国|中国|全国|[全本我该][省市区州县]|(?:${placeNames})(?:省|市|(?:壮族|回族|维吾尔)?自治区)?)?(?:同期)?的?`,
  'u',
)
export const regions =
  /^(?:东部|中部|西部(?!陆海)|东北(?:三省)?|中西部|长江经济带|长三角|珠三角|粤港澳大湾区|京津冀|大湾区|长江三角洲)(?:地区|区域|省市|\d+省市|[二三四\d]省[一二\d]市|(?:内地)?(?:\d{1,2}|九)市)?/u

export const forecast =
  /展望|(?<=(?:增速|增幅|出口|进口|外贸|[顺逆]差|总[值额])[则也亦]?)料(?=[亦将会为达升降回增跌扩收从由自放]|[上下][降滑跌升])|预计|预测|预期|有望|力争|目标|计划|将(?:达|增长|超|突破|在|为|至)|估计将|或将|要达到|预估|可望|明年|可能[会将]?(?=达|超|突破|[增降升跌减]|下[降滑跌]|上升|扩大|收窄|回[升落]|放缓|加快|转为)/
export const foretelling =
  /(?:预计|预测|(?<![于过及如出])预期|预估|估计|(?:分析[员师]|机构|银行|业[内界]|专家|学者)[^，]{0,6}料)$/u
export const contribution = /拉动|拉高|贡献|带动|推高|拖累/
export const price = /均价|单价|价格|[进出]口价(?!值)|每(?:吨|台|辆|桶|个|件)|人均|汇率|指数/
const side =
  /^[\s、“]*(?:在|从)?(?:主要|大宗|重点)?(出口|进口)(?:的\p{Script=Han}{2,10}(?=产品|商品))?的?(?:主要|大宗|重点)?(?:商品|产品|货物|贸易方式|方式|市场|目的地|目的国|来源地|来源国|国家|地区|企业|主体|品类)?(?:结构)?(?:中|方面|端|看|来看)$/u

const mixed =
  /^(?:[全我本][国省市区州])?的?(?:主要|大宗|重点)(出口|进口)(?:商品|产品|货物)(?:[涨升增]跌互现|[涨升增][降跌减]不一|增减互现|[有互][增涨升][有互][减降跌]|各有[增涨升][减降跌]|[涨升增]多[降跌减]少|[降跌减]多[涨升增]少)$/u

export function flowOf(clause: string): 'EXPORTS' | 'IMPORTS' | null {
  const found = side.exec(clause) ?? mixed.exec(clause)
  return found === null ? null : found[1] === '出口' ? 'EXPORTS' : 'IMPORTS'
}

const goods = /^[\s]*(?:主要|大宗|重点)?(出口|进口)的?(?:主要|大宗|重点)?(?:商品|产品|货物)$/u

export function flowOfGoods(label: string): 'EXPORTS' | 'IMPORTS' | null {
  const found = goods.exec(label)
  return found === null ? null : found[1] === '出口' ? 'EXPORTS' : 'IMPORTS'
}

export const isNoName = (text: string): boolean =>
  /^(?:企业|公司|商品|产品|货物|国家|市场|品牌|主体|规模|快件|邮件|邮包|包裹|清单|报关单|订单|作为|金额|贸易|另?一个|[由从自到])$|企业[对自从向与]|(?:较同期|增速从)$|^以?上述?[两二三四五几][种大类]|^[两二三四五六七八九十几]*(?:大?类|种)(?:产品|商品|货物)?$|^[两二三四五六七八九十几]+[市省州县区国地]$/u.test(
    text,
  )

export const trader =
  /(?:公司|集团|工厂|厂商)$|^(?:乐观|受访|被调查|样本)[^，]{0,6}企业$|^(?:某|该|这|那|这家|那家|一家|本)[^，]{0,8}(?:企业|厂)$/u
/** At the head of a clause, says that the figures behind it leave something out. */
export const leavingOut =
  /^[\s“、]*(?:如果|如|若|在)?(?:剔除|扣除|不含|不包括|不计|排除|除去|若不考虑)(?!汇[率兑]因素(?:（[^）]*）)?(?:同比)?[增升涨下降减])/u

export const foreignSubject =
  /全球|世界|国际市场|世贸组织|WTO|国际货币基金|IMF|GDP|国内生产总值|PMI|订单|乐观|信心|增加值|社会消费|购物|零售总?额|营业额|投资|外资|税收|吞吐量|班列|货运|人次|价格|成交|景气|就业|人口|CPI|PPI|股|公司|集团|交货值|成交|签约|利润|成本|贷款|信用保险|承保|合同金?额|依存度|税款|(?:利用|渗透|覆盖|普及|国产化|自给)率|服务(?:贸易)?(?:进出口|出口|进口|总额|[顺逆]差|差额)/

/** Names an office whose figures of trade are on another basis. */
export const otherOffice = /外汇(?:管理)?局|国际收支/u

/** Introduces what another country has counted: 最新的美国贸易数据显示. */
export const otherCountry =
  /^[\s“]*(?:据|根据|按)?[^，]{0,6}(?:US Census|(?:美国|日本|韩国|越南|俄罗斯|英国|印度|德国)(?:商务部|人口普查局|财务省|海关|统计局|产业部|官方|贸易(?=数据|统计)))[^，]{0,24}(?:公布|发布|数据|统计)[^，]{0,8}(?:显示|表明|指出)$/u

export const atBase = /(?:比|较|与|同|跟|和|相比|相[对较比]于)$/u
/** Says that what follows is over: 逆转了1月份的下降. */
export const reversing = '(?:扭转|逆转|终结|结束)了?'
/** The pattern of an amount that another is said to exceed, which is mentioned for comparison only. */
export const beyond = new RegExp(
  `(?:超过|超出|多出|刷新|超|高于|低于|多于|少于|大于|小于|好于|差于|快于|慢于|优于|逊于|强于|弱于|次于|不及|不如|${reversing}|继|接近|追平|相当于|高出)$`,
  'u',
)

export const only = /^[、和及与以，\s]*$/u
// 纺织品（包括纺织纱线、织物及制品）
export const members =
  /[（(](?:主要)?(?:包括|包含|含)[^（）()，。\d\x81-\x88]{2,40}、[^（）()，。\d\x81-\x88]{2,40}[）)]/gu

/** Notes in brackets on all changes: （同比，下同）. */
export const notes = /(?:人民币)?[（(][^（）()]{0,20}(?:下同|均为同比|均同)[^（）()]{0,12}[）)]/gu
/** Remarks in brackets without numbers, which divide no clause: 欧盟（27国，不含英国）, 差额（出口减进口）. */
export const asides =
  /(?<=\p{Script=Han})[（(](?=[^（）()]*(?:[，；]|口减进口|[含括]\p{Script=Han}{1,3}国[）)]))(?![^（）()]*(?:美元|人民币))[^（）()。\x81-\x88]{1,24}[）)]/gu
/** Names everyone as the partner, which says no more than the flow: 对全球出口. */
export const everyone = /(?:对|向|自|从|面向)(?:全球|世界)(?:市场|各国|各地)?(?=[出进]口(?!额?占))/gu
/** Says whose trade a place leads, which is not that of the figures behind: 拉萨市领跑全区外贸，进出口23亿元. */
export const ahead =
  /(?<=\p{Script=Han}{2})(?:持续|继续|稳步|强势|始终)*(?:领跑|领衔|引领)[^，。；：\x81-\x8F]{0,10}(?:外贸|进出口)，(?=进出口|出口|进口)/gu
/** Says that of two amounts one rose and the other fell, whose rates follow one by one. */
export const inTurn = /^[\s“]*一(?:[增升涨]一[减降跌]|[减降跌]一[增升涨])$/u
export const ofRegion = new RegExp(`占(?:同期|当期)?(?:${regions.source.slice(1)}|${placeNames})`, 'u')
