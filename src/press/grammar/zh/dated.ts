import { type Item, numbers } from '../../items.js'
import type { PeriodMention } from '../../periods.js'
import type { Statement, Unplaced } from '../../statement.js'
import { forecast, foreignSubject, reversing, shareWords } from './words.js'

/**
 * A number that its clause dates: FROM and TO of 由2013年的25%提升到2017年的26.5%, BASE of 比上年的4.3万亿元扩大, OWN of
 * 一季度增长4%、二季度增长7%.
 */
export interface Dated {
  readonly place: 'FROM' | 'TO' | 'BASE' | 'OWN'
  /** The period; null if it is the one in force, or not known. */
  readonly period: PeriodMention | null
  /** Indicates that nothing else says that the period is the one it seems: the other number has none, or only a comparison follows. */
  readonly isAlone: boolean
  readonly isDoubtful: boolean
  /** Indicates that a word for its direction follows the period: 由上月的下降2%转为增长3%. */
  readonly isChange: boolean
  /** Indicates that what the value becomes is foretold: 增速料由8月的6%放缓至4%, of which the first is a fact. */
  readonly isForetold: boolean
}

const certain = { isAlone: false, isDoubtful: false, isChange: false, isForetold: false } as const

/** The periods of two numbers of a sentence, the second of which is null for the one in force. */
export type Pair = readonly [PeriodMention, PeriodMention | null]

const from = /[由从自]$/u
const compared = new RegExp(
  `(?:[比较]|[次高低多少优逊大小好差快慢强弱]于|不及|不如|刷新了?|打破了?|${reversing}|[已也仍]?超[过出]?了?|接近)$`,
  'u',
)
// Ends a comparison with a rate, as 高于4月的8% and 较4月的8%放缓.
const endsComparison =
  /^(?:$|[，。；）)]|相比|的(?:局面|态势|势头|趋势|走势|跌势|颓势)|[及和与、][^，。；]{0,6}(?:预期|预测|预估|预计|\x85)|(?:有所|略有|明显|显著|大幅|小幅|进一步|再度?)?(?:缩小|放缓|回落|回升|加快|收窄|扩大|提高|提升|上升|下降|走[高低])[了]?(?:$|[，。；）)\x83])|(?:大体|大致|基本|几乎)?(?:持平|相当|一致|相同|接近|相近))/u
const ends = new RegExp(`${reversing}$`, 'u')
/** Joins what is compared with a rate to what was expected: 差于市场预期的3%及9月的2%. */
export const isBesideExpected = (text: string, at: number): boolean =>
  /[及和与]$/u.test(text.slice(Math.max(0, at - 1), at)) && besideExpected.test(text.slice(Math.max(0, at - 32), at))
const besideExpected =
  /[高低大小优逊好差快慢强弱]于(?:(?:市场|机构|此前|普遍)*(?:预期|预测|预估|预计)|[^，。；\x81-\x88]{0,4}\x85[^，。；\x81-\x88]{0,6}[\x81\x82])[^，。；]{0,16}[及和与]$/u
const turned =
  '(?:同比|按年|年|正|负)?(?:[微小略大]幅?)?(?:增长|成长|增加|下降|减少|衰退|上涨|下跌|上升|[增降减涨跌升])'
const to = new RegExp(`^[，,]?[^，；。\x81-\x88]{0,8}?[至到为]了?(?:[顺逆]差|${turned})?$`, 'u')
/** Says that a value was reached in the period before it: 刷新2024年录得的9921亿美元. */
const made = '(?:刚刚?|此前|曾)?(?:录得|创下|创造|实现)'
const foretold = (text: string, at: number): boolean =>
  forecast.test(text.slice(Math.max(0, at - 24), at).replace(/^.*[，。；：]/su, ''))
const ofDate = new RegExp(`^(?:同[期月])?(?:${made})?的?(?:[顺逆]差|${turned})?$`, 'u')
const ofTurn = new RegExp(`${turned}$`, 'u')
const ofTotal = /^的(?:水平|规模|总[值额量]|金额|数额|体量|成绩)/u
const ofRate = /^的(?:累计|整体|总体|同比)?[增降涨跌]/u

const fromOf = new RegExp(`[由从自](?:${turned})?$`, 'u')
const besides = /^(?:的\p{Script=Han}{2,4})?(?:大体|大致|基本|几乎)?(?:相比|持平|相当|一致|相同|接近|相近)/u

// Returns what 同期 behind a year means: 去年同期, but also 2019年同期.
export const samePartOf = (year: PeriodMention): PeriodMention =>
  year.kind === 'PERIOD' && typeof year.year === 'number' && year.part.frequency === 'ANNUAL'
    ? { kind: 'SAME_PART', year: year.year }
    : { kind: 'YEAR_AGO' }

/** Returns the numbers of a clause that have a period of their own right before them; `kept` are the periods of the sentence. */
export function datedValues(text: string, items: readonly Item[], kept: Pair | null = null): ReadonlyMap<Item, Dated> {
  const found = new Map<Item, Dated>()
  for (const [index, { period, start, end, measure }] of items.entries()) {
    const [number, next, first] = [items[index + 1], items[index + 2], items[index - 1]]
    if (period === null || number === undefined || !numbers.has(number.kind)) continue
    const between = text.slice(end, number.start)
    if (!ofDate.test(between)) continue
    const own: PeriodMention = between.startsWith('同') ? samePartOf(period) : period
    const isRate = number.kind === 'PERCENT' && ofRate.test(text.slice(number.end, number.end + 4))
    const isEnded = ends.test(text.slice(Math.max(0, start - 3), start))
    const isOfRate =
      number.kind === 'PERCENT' &&
      (between.includes('的') || isEnded) &&
      endsComparison.test(text.slice(number.end, number.end + 8))
    const isBase = isRate || isOfRate || (number.kind === 'AMOUNT' && !ofTurn.test(between))
    const isCompared =
      compared.test(text.slice(Math.max(0, start - 4), start)) ||
      isBesideExpected(text, start) ||
      (/[与同跟和]$/u.test(text.slice(Math.max(0, start - 1), start)) &&
        besides.test(text.slice(number.end, number.end + 10)))
    if (isBase && isCompared)
      found.set(number, {
        ...certain,
        place: 'BASE',
        period: own,
        // 前11个月…超过2008年全年9亿元的水平 is of all of that year.
        isAlone: !isRate && !(measure === 'WHOLE' && ofTotal.test(text.slice(number.end, number.end + 4))),
        isChange: isOfRate && ofTurn.test(between),
      })
    const isFrom = from.test(text.slice(Math.max(0, start - 1), start))
    const before = first === undefined ? undefined : found.get(first)
    const isTo = before?.place === 'FROM' && to.test(text.slice(first?.end, start))
    if (!(isFrom || isTo)) continue
    const isChange = ofTurn.test(between)
    const isForetold = isFrom ? foretold(text, start) : before?.isForetold === true
    found.set(number, { ...certain, place: isFrom ? 'FROM' : 'TO', period: own, isAlone: isFrom, isChange, isForetold })
    if (isTo && first !== undefined) found.set(first, { ...before, isAlone: false })
    const isOpen = isFrom && next?.kind === number.kind && to.test(text.slice(number.end, next.start))
    if (isOpen) found.set(next, { ...certain, place: 'TO', period: null, isForetold })
  }
  if (found.size === 0)
    for (const [number, period] of ownPeriods(text, items)) found.set(number, { ...certain, place: 'OWN', period })
  const [first, second, ...others] = items
  const isKept =
    kept !== null &&
    found.size === 0 &&
    (first?.kind === 'AMOUNT' || first?.kind === 'PERCENT') &&
    second?.kind === first.kind &&
    others.every(({ kind }) => kind !== 'PERIOD') &&
    fromOf.test(text.slice(Math.max(0, first.start - 8), first.start)) &&
    to.test(text.slice(first.end, second.start))
  if (isKept) {
    const isChange = ofTurn.test(text.slice(Math.max(0, first.start - 8), first.start))
    const isForetold = foretold(text, first.start)
    found.set(first, { ...certain, place: 'FROM', period: kept[0], isChange, isForetold })
    found.set(second, { ...certain, place: 'TO', period: kept[1], isForetold })
  }
  return found
}

function ownPeriods(text: string, items: readonly Item[]): readonly (readonly [Item, PeriodMention])[] {
  const found: [Item, PeriodMention][] = []
  for (const [index, item] of items.entries()) {
    const before = items[index - 1]
    if (item.period !== null) {
      const isBase = /[比较与同由从自至到]$/u.test(text.slice(Math.max(0, item.start - 1), item.start))
      if (isBase || (before !== undefined && !numbers.has(before.kind))) return []
    } else if (!numbers.has(item.kind) || before?.period == null) return []
    else found.push([item, before.period])
  }
  return found.length > 1 ? found : []
}

export const datedTrade = /^[\s\x8F]*\x85\x8F*(?!同[期月])[^\x81-\x88]{0,24}(?:进出口|出口|进口|外贸|贸易|[顺逆]差)/u

export const datedBy = new RegExp(
  `(?:(?:(?:[则也亦]?(?:预?料|预计))?将?[由从自与同跟和及]|(?:远远?|略微?|稍微?|大幅|明显|显著|一举|已|[同环相](?=比))?${compared.source.slice(0, -1)})(?:同[期月])?(?:${made})?的?(?:${turned})?|(?:同[期月])?的?)$`,
  'u',
)

export const directionOf = (date: Dated | null, before: string): string =>
  date?.place === 'TO' ? before.replace(/^.*[至到为]了?/u, '') : date?.place === 'BASE' ? ofBase(date, before) : before

/** Returns the direction of a rate that another is compared with: 跌幅大于9月的6%, 扭转9月的下降6%. */
const ofBase = ({ isChange }: Dated, before: string): string =>
  (isChange ? ofTurn.exec(before)?.[0] : /([增降涨跌])[幅速]/u.exec(before)?.[1]) ?? ''

/** Decides what a dated number states; `previous` is what the number before it does. */
export function datedRole(
  { place, period, isDoubtful, isChange, isForetold }: Dated,
  { kind, sign }: Item,
  [text, after]: readonly [string, string],
  role: Statement['role'] | { readonly reason: Unplaced },
  { lastRole, isFalling }: { readonly lastRole: Statement['role'] | null; readonly isFalling: boolean },
  previous: Statement['role'] | null,
): Statement['role'] | { readonly reason: Unplaced } {
  if (place === 'OWN') return role
  if (isDoubtful) return { reason: 'SECOND_VALUE' }
  if (place === 'TO' && (isForetold || isForecast(role))) return { reason: 'FORECAST' }
  if (place === 'TO') return previous ?? (period === null ? role : { reason: 'NO_SUBJECT' })
  if (place === 'BASE' && kind === 'AMOUNT') return 'LEVEL'
  if (place === 'BASE') {
    // What a decline is higher than may be another decline: 下降6%，高于9月的4%.
    const isNamed = /[增降涨跌][幅速]/u.test(text + after)
    const isSigned = sign !== 0 || isChange || !isFalling || isNamed
    const isOther = shareWords.test(text) || foreignSubject.test(text) || isForecast(role)
    return (lastRole === 'CHANGE' || isNamed) && isSigned && !isOther ? 'CHANGE' : { reason: 'RATE_DIFFERENCE' }
  }
  if (kind === 'AMOUNT') return typeof role === 'object' && role.reason === 'SECOND_VALUE' ? 'LEVEL' : role
  const isOfPace = /(?:[增降涨跌]幅|增速|增长率)/u.test(text) && !foreignSubject.test(text)
  if (kind === 'PERCENT' && isForecast(role) && isOfPace) return 'CHANGE'
  if (kind === 'PERCENT' && (isChange || (sign !== 0 && role === 'CHANGE'))) return 'CHANGE'
  if (kind === 'PERCENT' && lastRole === 'SHARE' && text === '') return 'SHARE'
  return role === 'CHANGE' && !/(?:[增降涨跌]幅|增速|增长率)(?:则|也|已|均)?$/u.test(text)
    ? { reason: 'NO_SUBJECT' }
    : role
}

const bareMove =
  /^(?:则|又|再|却|也|仅|才|已|分别|为|是|达到?|(?:反弹|回升|回落|下滑|加快|放缓|扩大|收窄|跳升|飙升|升|降)[至到为])*$/u

/** Indicates the rate of another period that stands behind it, with no word for a change: 8月出口同比5.3%，前值7.1%. */
export const isRateOfPeriod = (
  text: string,
  { kind, start }: Item,
  words: string,
  lastRole: Statement['role'] | null,
): boolean =>
  kind === 'PERCENT' &&
  lastRole === 'CHANGE' &&
  bareMove.test(words) &&
  /(?:^|[，,；;（(\s])\x85\x8F*份?$/u.test(text.slice(0, start - words.length).slice(-24))

const isForecast = (role: Statement['role'] | { readonly reason: Unplaced }): boolean =>
  typeof role === 'object' && role.reason === 'FORECAST'
