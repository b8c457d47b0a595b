import type { Item } from '../../items.js'
import type { Statement, Unplaced } from '../../statement.js'
import { contribution, falling, forecast, foreignSubject, price, rising, shareWords } from './words.js'

interface Said {
  readonly isPartial: boolean
  readonly isForecast: boolean
  readonly lastRole: Statement['role'] | null
  readonly directions: readonly string[]
  readonly pace: string
}

const changedFrom = /[由从][^，；]{0,12}$/u

/** Says behind an amount that it became another one: 出口由2.7万亿元增至2.9万亿元. */
const becomesOther = /^[^，；]{0,8}[至到为]/u

/** Says behind the rate of another period how that has changed since: 6.4%的降幅大幅收窄. */
const ofOtherPeriod = /^的[增降涨跌](?:幅|速)[^，]{0,4}(?:收窄|扩大|回落|回升|放缓|加快)/u

const thanOf = /(?:增速|增幅|降幅)[^，]{0,6}(?:高于|低于|快于|慢于|优于)[^，增升涨降跌]{0,10}$/u

/** Says of what the amount is that another exceeds: 超过外商投资企业的432亿美元. */
export const exceeds =
  /^[\s]*(?:已|也|还|并|且|仅)?(?:超过了?|超出|高于|多于|低于|少于|不及|次于|领先于?)(?=[^，]{2,12}的$)/u

/** Says that an amount is the difference to another: 高出全商品顺差8.2亿元, but not 高出去年同期，达. */
export const aboveOther =
  /^[\s“]*(?:高出|超出|多出|少于|多于)(?!了?$)[^，]*(?:顺差|逆差|差额|[出进]口|贸易|总?[值额])(?:约|近)?$/u

const moreThan = /[比较][^，]*[多少高低]出?了?(?:约|近)?$/u

export const comparedAt = (words: string): number =>
  /均价|单价|价格|增速|增幅|高于|低于|快于|高出|拉动|贡献|对(?:同期|全|我|整体)/u.exec(words)?.index ?? 0

/** Says behind a first estimate that another has replaced it: 前值467.4亿美元修正为465.9亿美元. */
const revisedTo = /^(?:被|已)?(?:向?[上下])?(?:修正|修订|修)(?:为|至|到)/u

const target =
  /^(?:[^，。；]{0,8}(?:没有|毫?无)(?:悬念|问题|疑问)|[^，。；]{0,6}(?:指日可待|可期|在望))|^(?:左右|以上|上下|之上)?的?(?:全年|年度|预期|双边|外贸|贸易|进出口|出口|进口|增长|总?[值额]|规模)*(?:目标|任务)/u

/** Names a rate of growth that moves from what follows: 对东盟增速由8.3%回落至4.9%. */
export const fromPace = /(?:增速|增幅|涨幅|增长率)[^，降跌减]{0,8}[由从]$/u

export const bareRate =
  /^[\s]*(?:(?:分别|高|仅|均|也|已)*(?:达到?|为|至|到|是|有)?|[但而却又也仍]?(?:有所|小幅|大幅|明显)?(?:收窄|缩小|扩大|回落|回升|放缓|加快|下滑|下降|上升|提升|提高|[降升跌增])了?[至到为])$/u

const ofMarket =
  /^[^，于超及合过]*(?:机构|市场|分析[员师]|经济学家|路透|彭博|此前|先前)[^，]{0,12}(?:预计|预测|预期|预估)(?![的值])/u
/** Says what others expected of the fact before it, and no more: 出口增长11.2%，市场预期为5%；进口下降3.7%. */
const besideFact =
  /^[\s]*(?:此前|先前)?(?:机构|市场|分析[员师]|经济学家|路透|彭博)\p{Script=Han}{0,4}(?:预计|预测|预期|预估)[为是]?(?:同比)?(?:增长|下降|增|降|升|跌)?$/u
/** Begins what came, behind what others expected: 实际出口增长6%. */
export const actual = /^[\s]*(?:而|但|然而|不过)?(?:实际|结果|最终|官方|公布)/u

const changedBy = new RegExp(
  `(?:${falling}|增长|增加|净增|新增|扩大|多(?:支出|花费|付出))(?:了|约|近|超)?$|(?:[增减]|增长|增加|减少|扩大)的?(?:量|额|值|规模)(?:达到|达|为|超过|超|约|近|了)*$`,
  'u',
)
const tellsChange = new RegExp(`${falling}|${rising}|增速|增幅|降幅|同比|环比`, 'u')

// Says of a rate that it moved by what follows, which may say what it moved to: 增速下降9个百分点至2%.
const movedRate =
  /(?:([增涨])|[降跌减])[幅速](?![^，]{0,20}[高低快慢]于)[^，]{0,24}(?:下降|下滑|下跌|回落|放缓|收窄|缩小|减缓|回升|上升|提升|提高|加快|扩大|反弹|跌|降|升)了?(?:约|近)?$/u

/** Returns the direction of the rate that the words say moved; empty if they say no such thing. */
export const paceOf = (text: string): string => {
  const found = movedRate.exec(text)
  return found === null ? '' : (found[1] ?? '降')
}

/** Decides what a number states, where what others expected goes on to the end of their sentence: 机构预计出口增长5%，进口增长0.3%. */
export function roleIn(
  now: Said & { isForecast: boolean },
  item: Item,
  text: string,
  after: string,
  previous: Statement['role'] | null,
): ReturnType<typeof roleOf> {
  if (actual.test(text)) now.isForecast = false
  const role = roleOf(now, item, text, after, previous)
  const isForecast = typeof role === 'object' && role.reason === 'FORECAST'
  now.isForecast ||= isForecast && ofMarket.test(text) && !besideFact.test(text)
  return role
}

// Says that a rate has stayed above what follows: 增速始终保持在20%以上.
export const keptAt = /(?:同比|环比)?(?:[增涨降跌][幅速]|增长率)[^，]{0,24}(?:维持|保持|稳定)(?:在|了)?$/u

// Compares a rate with that of another place, which its next numbers are not of: 小于全国下降24.7%的幅度.
const besideOther = /^[\s]*(?:明显|显著|远|略|均|也)?(?:[大小高低快慢好优]于|超过|不及|跑赢|落后于)/u
const ofRate = /^的(?:幅度|水平|[增降涨跌][速幅])/u

// What is counted without its unit may be goods: 出口稀土4.75万，增长6%.
const inTenThousands = 4
const ofMoney = /(?:[口易]总?[额值]|金额|[顺逆]差额?|创汇额?)[^，]{0,8}$/u

/** Decides what a number states, from the words around it in its clause. */
function roleOf(
  { isPartial, isForecast, lastRole, directions, pace }: Said,
  { kind, sign, measure, exponent }: Item,
  text: string,
  after: string,
  previous: Statement['role'] | null,
): Statement['role'] | { readonly reason: Unplaced } {
  if (isPartial && kind !== 'UNREADABLE') return { reason: 'NO_SUBJECT' }
  if (kind === 'UNREADABLE') return { reason: measure === 'RANGE' ? 'RANGE' : 'UNREADABLE_NUMBER' }
  if (isForecast || forecast.test(text)) return { reason: 'FORECAST' }
  if (
    kind !== 'POINTS' &&
    foreignSubject.test(text.replace(/外资(?:企业|(?=[、和与及]))|外商投资(?:企业|(?=[、和与及]))/gu, ''))
  )
    return { reason: 'NO_SUBJECT' }
  if (kind === 'NUMBER') return { reason: 'NO_UNIT' }
  if (kind === 'AMOUNT') {
    if (measure === null && exponent === inTenThousands && !ofMoney.test(text)) return { reason: 'NO_SUBJECT' }
    if (target.test(after)) return { reason: 'FORECAST' }
    if (price.test(text)) return { reason: 'PRICE' }
    if (/平均每|每(?:秒|分钟|小时|天)/u.test(text)) return { reason: 'AVERAGE' }
    if (changedFrom.test(text) && becomesOther.test(after)) return { reason: 'SECOND_VALUE' }
    if (/刷新[^，]*$/u.test(text) || revisedTo.test(after)) return { reason: 'SECOND_VALUE' }
    if (aboveOther.test(text) || moreThan.test(text) || /^[\s]*(?:多|少|高|低)出?了?(?:约|近)?$/u.test(text))
      return { reason: 'CHANGE_IN_AMOUNT' }
    if (changedBy.test(text)) return { reason: 'CHANGE_IN_AMOUNT' }
    return /约合|折合|^合$/u.test(text) ? { reason: 'CONVERSION' } : 'LEVEL'
  }
  const isShare = shareWords.test(text)
  if (kind === 'PERCENT' && /^(?:左右|以上|上下|之上)?的(?:年度|全年|预期|增长)*(?:目标|任务|计划)/u.test(after))
    return { reason: 'FORECAST' }
  if (kind === 'PERCENT' && ofOtherPeriod.test(after)) return { reason: 'RATE_DIFFERENCE' }
  if (kind === 'PERCENT' && besideOther.test(text) && ofRate.test(after)) return { reason: 'RATE_DIFFERENCE' }
  if (kind === 'PERCENT' && thanOf.test(text)) return { reason: 'RATE_DIFFERENCE' }
  if (kind === 'PERCENT' && keptAt.test(text) && /^(?:以上|左右|上下|之上)/u.test(after)) return { reason: 'THRESHOLD' }
  if (contribution.test(text)) return { reason: 'CONTRIBUTION' }
  if (kind === 'POINTS') {
    const isRate = /增速|[增降跌]幅|增长率|高于|快于|高出|低于|加快|放缓|提速/u.test(text)
    if (isShare || (!isRate && (lastRole === 'SHARE' || previous === 'SHARE'))) return 'SHARE_CHANGE'
    return /提速|加快|放缓|回升|回落/u.test(text) && !/[降跌]幅/u.test(text) ? 'POINTS' : { reason: 'RATE_DIFFERENCE' }
  }
  const withRates = text.replace(/(?:剔除|扣除)汇[率兑][^，]{0,8}/u, '')
  if (/均价|单价|价格|[进出]口价(?!值)|汇率|指数/u.test(withRates)) return { reason: 'PRICE' }
  if (isShare && /[由从][^，]{0,8}$/u.test(text)) return { reason: 'SECOND_VALUE' }
  if (
    changedFrom.test(text) &&
    /^(?:骤然|陡然|突然|迅速|大幅|小幅)?(?:逆转|扭转|转|变|扩大|收窄|回升|回落|上升|下降|下滑|上涨|反弹|跃升|跳升|飙升|攀升|走[高低]|升|降|跌|涨|提|加快|加速|放缓|减速)/u.test(
      after,
    )
  )
    return { reason: 'SECOND_VALUE' }
  if (/平均|年均/u.test(text)) return { reason: 'AVERAGE' }
  const isReached = /^(?:提升|提高|上升|下降|回落|增加|跃升|攀升|扩大|降低|收窄|减少)?(?:至|到|达|为)/u.test(text)
  if (isShare || (isReached && (previous === 'SHARE_CHANGE' || lastRole === 'SHARE_CHANGE'))) return 'SHARE'
  const isResult =
    /^(?:已|也|并)*(?:达到|达|为|[升降增]?[至到]|(?:提高|提升|上升|下降|回落|跃升|攀升|扩大|增加|降低|收窄|减少)[到至])(?:了)?$/u.test(
      text.trim(),
    )
  // 占进出口总值近三成（29.2%）
  if (lastRole === 'SHARE' && (isResult || text.trim() === '')) return 'SHARE'
  // 增速较上月加快10个百分点，达11%
  if (lastRole === 'POINTS' && isResult) return 'CHANGE'
  const isChange =
    tellsChange.test(text) ||
    sign !== 0 ||
    (directions.length > 0 && /^幅度/u.test(text)) ||
    (pace !== '' && bareRate.test(text)) ||
    /^的(?:增|降)/u.test(after)
  return isChange ? 'CHANGE' : { reason: 'NO_SUBJECT' }
}
