import { type Period, parsePeriod, yearBefore } from '../../../domain/periods/period.js'
import type { Item } from '../../items.js'
import { type Clock, mention, type PeriodMention, resolve, wider } from '../../periods.js'
import { type Dated, datedValues, isBesideExpected, type Pair, samePartOf } from './dated.js'
import { atBase, beyond } from './words.js'

export interface Comparison {
  readonly base: Period | null
  readonly isOther: boolean
  /** The bases of a list, one for each change: 与2018年、2019年同期相比，分别增长25.3%和20.5%. */
  readonly inTurn?: readonly (Period | null)[]
}

export const noComparison: Comparison = { base: null, isOther: false }

const quartersIn = (period: Period | null): readonly Period[] =>
  period === null ? [] : quartersOf(Number(period.last.slice(0, 4)), Number(period.last.slice(5, 7)) / 3)

/** The periods that a Chinese text speaks of. */
export class PeriodsInForce {
  readonly #text: string
  readonly #clock: Clock
  period: Period | null = null
  /** Indicates that a sentence speaks of a year that is not over, of which the text has told no part. */
  #isUnfinished = false
  #isByQuarter = false
  // The period of whose parts the sentence has told, which is spoken of behind it.
  #divided: Period | null = null
  #range: Period | null = null
  listed: readonly Period[] = []
  /** The period that the text is about, which is that of its first figure. */
  main: Period | null = null
  #mainBefore: Period | null = null

  /** The past period that the sentence before spoke of last, and the one in force before the sentence that resumes it. */
  #left: Period | null = null
  told: Period | null = null
  #outer: Period | null = null
  /** The period of the sentence of which 其中 has told a part: 2024年进出口9亿元，其中12月当月进出口1亿元. */
  #whole: Period | null = null
  #pair: Pair | null = null
  #pairEnd = 0
  #foretold: Period | null = null

  constructor(text: string, clock: Clock) {
    this.#text = text
    this.#clock = clock
  }

  begin(sentence: string): void {
    this.listed = []
    this.#range = null
    this.#isByQuarter = /分季度|按季度?来?看/u.test(sentence)
  }

  // Indicates numbers that may be of the parts of a period, not of what was listed.
  isOfParts(words: string): boolean {
    return this.listed.length > 1 || this.#isByQuarter || /[季月]/u.test(words)
  }

  /** Leaves the period of a forecast, which a clause with what came instead takes up: 机构预计6月出口增长5%，实际出口增长6%. */
  setAside(before: Period | null): void {
    if (this.period !== before) this.#foretold = this.period
    this.period = before
  }

  takeUp(): void {
    this.period = this.#foretold ?? this.period
  }

  widen(): void {
    const isPast = this.period !== null && this.main !== null && this.period.last < this.main.first
    this.period = isPast ? this.main : wider(this.period, this.main)
  }

  toMain(): void {
    if (this.main !== null && isWithin(this.period, this.main)) this.period = this.main
  }

  before(period: Period | null): Period | null {
    return resolve({ kind: 'PREVIOUS' }, this.#clock, period)
  }

  /**
   * Leaves an earlier year, which is mentioned for comparison only, as an earlier month is behind other numbers. What is
   * said of its own trade at the head of a sentence, as 2016年进出口达9亿元，增长3%, ends with the sentence.
   */
  leavePast(before: Period | null, isContinued: boolean, isOwn = false): void {
    const isPast = this.period !== null && this.main !== null && this.period.last < this.main.first
    if (isPast && isOwn) return
    if (isPast) this.period = before ?? this.main
    else if (isContinued && isEarlierOne(this.period, before)) this.period = before
  }

  /** Puts periods in force, and returns the one that the changes of their clause are measured against. */
  take(items: readonly Item[]): Comparison {
    let listEnd = -1
    let baseEnd = -1
    let comparison = this.#sincePair(items[0])
    for (const { period, start, end, measure } of items) {
      if (period === null) continue
      const [before, after] = [this.#text.slice(Math.max(0, start - 3), start), this.#text.slice(end, end + 16)]
      const isNextBase =
        baseEnd >= 0 && /^(?:同期)?[、和与及]$/u.test(this.#text.slice(baseEnd, start)) && /^同期/u.test(after)
      if (isNextBase) {
        const next = comparisonWith(period, this.period, this.#clock, after)
        comparison = { ...next, inTurn: [...(comparison.inTurn ?? [comparison.base]), next.base] }
        continue
      }
      baseEnd = -1
      const isOwn = hasRates.test(this.#text.slice(end, end + 60))
      const isDated = datedBase.test(this.#text.slice(Math.max(0, start - 16), start))
      if (
        isDated ||
        (atBase.test(before) && !isOwn && (listEnd !== start - 1 || /[比较]$/u.test(before))) ||
        /^(?:同期)?相比/u.test(after)
      ) {
        comparison = comparisonWith(period, this.period, this.#clock, after)
        baseEnd = end
      } else if (isOfTrend(this.#text.slice(Math.max(0, start - 8), start), after)) {
        listEnd = -1
      } else if (
        !beyond.test(before) &&
        (valueOfPast.test(after) || (/[（(]$/u.test(before) && rateOfPast.test(after)))
      ) {
        this.period = resolve(samePartOf(period), this.#clock, this.period)
      } else if (
        beyond.test(before) ||
        isBesideExpected(this.#text, start) ||
        (/截至$|截止到?$/u.test(before) && /^[末底]/u.test(after))
      ) {
        listEnd = -1
      } else if (
        !/^同(?:期|月)|^以来|^起/u.test(after) &&
        (!/[自从由]$/u.test(before) ||
          /^(?:份?的?(?:数据|情况|总体|整体|总量|累计|走势|表现)*(?:来|上)?看|(?:回落|下降|降|回升|上升|升|反弹)[至到])/u.test(
            after,
          ))
      ) {
        const found = this.#resolved(period)
        if (this.told !== null && /其中[，,\s]?$/u.test(before) && isWithin(found, this.told)) this.#whole = this.told
        const isListed =
          this.listed.length > 0 && listEnd >= 0 && /^[、和与及]$/u.test(this.#text.slice(listEnd, start))
        const range = measure === 'QUARTERS' ? quartersIn(found) : []
        if (range.length > 0) [this.listed, this.#range] = [range, found]
        else if (found !== null) this.listed = isListed ? [...this.listed, found] : [found]
        listEnd = end
        this.period = found
      }
    }
    return comparison
  }

  // Returns what a change behind two values is against: 由2013年的9亿元增长到2023年的19亿元，累计增长93%.
  #sincePair(first: Item | undefined): Comparison {
    if (this.#pair === null || this.period === null || first?.kind !== 'PERCENT') return noComparison
    const [said] = sincePair.exec(this.#text.slice(this.#pairEnd, first.start)) ?? []
    const [from, to] = this.#pair.map((each) => each && resolve(each, this.#clock, this.period))
    const isOfBoth = from?.frequency === this.period.frequency && (to ?? this.period) === this.period
    if (said === undefined || !isOfBoth || from === yearBefore(this.period)) return noComparison
    return ofWhole.test(said) ? { base: from, isOther: false } : { base: null, isOther: true }
  }

  resume(): void {
    if (this.#left === null) return
    this.#outer = this.period
    this.period = this.#left
  }

  /**
   * Ends a sentence, with the period that was in force before it where the sentence was about none that is over. `isTopic`
   * indicates that the sentence begins a paragraph with its period, which the paragraph then is about.
   */
  end(before: Period | null, isTopic = false): void {
    // A period that is only remarked on behind the figures, as 6月由负转正, is not spoken of.
    if (this.told !== null) this.period = this.#divided ?? this.told
    this.told = null
    this.#divided = null
    this.#pair = null
    this.#foretold = null
    const spoken = this.period
    if (!isTopic || this.#mainBefore === null) this.leavePast(this.#outer ?? before, false)
    this.#mainBefore = this.main
    if (this.#whole !== null && isWithin(this.period, this.#whole)) this.period = this.#whole
    this.#outer = null
    this.#whole = null
    this.#left = this.period === spoken ? null : spoken
    if (this.#isUnfinished && this.period === null) this.period = before
    this.#isUnfinished = false
  }

  datedIn(items: readonly Item[]): ReadonlyMap<Item, Dated> {
    const found = new Map(datedValues(this.#text, items, this.#pair))
    let from: PeriodMention | null = null
    let isDoubtful = false
    let isOfMonth = false
    let next: PeriodMention | null = null
    for (const [number, date] of found) {
      // 降幅由5月的34%收窄至16%, of a text about the months to June
      if (date.place === 'TO' && date.period === null && next !== null) found.set(number, { ...date, period: next })
      if (date.place === 'OWN' || (date.place === 'TO' && date.period !== null && !isDoubtful)) continue
      if (date.place === 'TO' && isDoubtful && isOfMonth) found.set(number, { ...date, isDoubtful })
      else if (date.place === 'TO' && isDoubtful) found.delete(number)
      if (date.place === 'TO') continue
      // Of a text that is published later, 上年 is the year before that of its figures.
      const isYear = isLastYear(date.period) && this.period?.frequency === 'ANNUAL'
      const period: PeriodMention | null = isYear ? { kind: 'YEAR_AGO' } : date.period
      next = this.#monthBehind(period)
      isDoubtful = date.isAlone && next === null && !this.#isLike(period, date.isForetold)
      // What a month's rate turned to is none of the year in force: 由4月的14.7%降至1%.
      isOfMonth = period?.kind === 'PERIOD' && period.part.frequency === 'MONTHLY'
      if (isDoubtful || isYear) found.set(number, { ...date, period, isDoubtful })
      if (!isDoubtful && date.place === 'FROM') from = period
    }
    if (from !== null) this.#pair = [from, [...found.values()].find(({ place }) => place === 'TO')?.period ?? null]
    if (from !== null) this.#pairEnd = Math.max(...[...found.keys()].map(({ end }) => end))
    return found
  }

  /** Returns the last month of the period in force, if the month before it is the one mentioned. */
  #monthBehind(mentioned: PeriodMention | null): PeriodMention | null {
    const found = mentioned && resolve(mentioned, this.#clock, this.period)
    if (found?.frequency !== 'MONTHLY' || this.period === null || this.period.frequency === 'MONTHLY') return null
    const [year, month] = [Number(this.period.last.slice(0, 4)), Number(this.period.last.slice(5, 7))]
    return found.text === `${year}-${`${month - 1}`.padStart(2, '0')}` ? mention(year, 'MONTHLY', month) : null
  }

  #isLike(mentioned: PeriodMention | null, isForetold: boolean): boolean {
    const inForce = (isForetold ? this.#foretold : null) ?? this.period
    const found = mentioned && resolve(mentioned, this.#clock, inForce)
    if (!found || inForce === null || found.last >= inForce.last) return false
    return found.frequency === inForce.frequency || (isToDate(found) && isToDate(inForce))
  }

  /**
   * Puts a period in force for a number of its own: that of 2013 in 由2013年的25%提升到2017年的26.5%. `spoken` is what the text
   * has spoken of; `isEarlier` indicates that the text does not go on about it.
   */
  during(mentioned: PeriodMention, tell: () => void, spoken: Period | null = this.period, isEarlier = false): void {
    const [before, main, told] = [this.period, this.main, this.told]
    this.period = resolve(mentioned, this.#clock, spoken)
    tell()
    this.period = before
    if (isEarlier) [this.main, this.told] = [main, told]
  }

  /** Reads a year that is not over as the part of it that the text speaks of. */
  #resolved(mentioned: PeriodMention): Period | null {
    const { year, month } = this.#clock
    const isFirst = this.period === null
    // 上月 and 全年 at the head of a text are those before its publication.
    const ahead: PeriodMention =
      isFirst && mentioned.kind === 'PREVIOUS'
        ? { kind: 'LAST_MONTH' }
        : isFirst && mentioned.kind === 'FULL_YEAR' && month <= 3
          ? mention('LAST', 'ANNUAL')
          : mentioned
    const found = resolve(ahead, this.#clock, this.period)
    const isOfYear = mentioned.kind === 'PERIOD' || mentioned.kind === 'FULL_YEAR'
    if (!isOfYear || found?.frequency !== 'ANNUAL' || Number(found.text) !== year) return found
    // 全年 of a year that is not over is of none of its parts.
    if (mentioned.kind === 'FULL_YEAR') {
      this.#isUnfinished = true
      return null
    }
    const part = [this.period, this.main].find(
      (each) => each !== null && isToDate(each) && each.text.startsWith(found.text),
    )
    if (part !== undefined || month === 12) return part ?? found
    this.#isUnfinished = true
    return null
  }

  /** Divides the period in force into as many parts as a list has numbers, if it can be divided so. */
  divide(count: number): void {
    const parts = partsOf(this.period, '分别', count)
    if (parts.length > 0) this.listed = parts
  }

  listedFor(words: string, count: number, isEach: boolean): readonly Period[] | null {
    const parts = this.listed.length <= 1 ? partsOf(this.period, words, count, this.#isByQuarter) : []
    if (parts.length > 0) {
      this.#divided = this.period
      this.main ??= this.period
      this.listed = parts
    }
    const isMatched = this.listed.length > 1 && (count === this.listed.length || (count === 1 && isEach))
    if (isMatched) this.#divided ??= this.#range
    return isMatched ? this.listed : null
  }
}

/** Returns what the changes of a clause are measured against: 与2019年同期相比, of which `after` follows the year. */
function comparisonWith(mentioned: PeriodMention, inForce: Period | null, clock: Clock, after: string): Comparison {
  const isSame =
    /^同(?:期|月)/u.test(after) ||
    (mentioned.kind === 'PERIOD' && mentioned.part.frequency === 'ANNUAL' && inForce?.frequency !== 'ANNUAL')
  const found = mentioned.kind === 'PREVIOUS' ? monthBefore(inForce, clock) : resolve(mentioned, clock, inForce)
  const isOther = found === null || /^(?:同期)?(?:均值|平均)/u.test(after)
  const years =
    found === null || inForce === null ? 0 : Number(found.last.slice(0, 4)) - Number(inForce.last.slice(0, 4))
  const base = isSame && inForce !== null ? yearsFrom(inForce, years, clock) : found
  // The last year of a text that is published later than its figures is that before them.
  const isLater = base !== null && inForce !== null && base.last >= inForce.last && isLastYear(mentioned)
  // Of a period that is named behind it, 去年同期 is a year earlier.
  const isAhead = inForce === null && isSame && isLastYear(mentioned)
  return { base: isOther || isLater || isAhead ? null : base, isOther }
}

/** Returns the period that ends a month earlier: of six months, the first five. */
function monthBefore(inForce: Period | null, clock: Clock): Period | null {
  if (inForce === null || !isToDate(inForce)) return resolve({ kind: 'PREVIOUS' }, clock, inForce)
  return resolve(
    mention(Number(inForce.last.slice(0, 4)), 'YEAR_TO_DATE', Number(inForce.last.slice(5, 7)) - 1),
    clock,
    inForce,
  )
}

const isWithin = (part: Period | null, whole: Period): boolean =>
  part !== null && whole.first <= part.first && part.last <= whole.last

const isToDate = ({ frequency, text }: Period): boolean =>
  frequency === 'YEAR_TO_DATE' || (frequency === 'QUARTERLY' && text.endsWith('Q1')) || text.endsWith('H1')

const sincePair =
  /^[，；](?:其间|期间|[一二两三四五六七八九十]+年[间来]?|总共|累计|总计|共|实现|大幅|净)*(?:增长|增加|扩大|提高|提升|上升|增|下降|减少|降|减)了?(?:约|近|超过?)?$/u
const ofWhole = /间|[二两三四五六七八九十]年|总共|累计|总计/u

/** Says of 去年 that what follows is its value: 去年同期顺差为146亿元, 上年同月为146亿元. */
const valueOfPast =
  /^同[期月](?:仅|则|曾)?(?:[为是]|(?:只|仅)?有\x81|(?:货物|外贸|对外|贸易)*(?:进出口|出口|进口|顺差|逆差)(?:总?[值额量])?(?:则|仅|曾|只|约)*(?:为|是|达|有)?\x81|(?:这一|该|其|所占|的)*(?:比重|占比|份额|比例)(?:则|仅|曾|只|约)*(?:为|是|达)\x82)/u

// 出口增长7%（上年同期增长6%）
const rateOfPast = /^同[期月](?:则|曾|为|是)*(?:同比)?(?:增长|增加|上升|下降|减少|[增降升])\x82/u

/** Indicates a period that only says since when or how it has gone on: 延续了去年的增长势头, 在去年高基数的基础上. */
const isOfTrend = (before: string, after: string): boolean =>
  (/(?:延续|扭转|保持|承接|接续|改变|走出|摆脱|维持|巩固)了?(?:自|从)?$/u.test(before) &&
    /^[^，。；\x81-\x88]{0,10}(?:态势|势头|增势|升势|涨势|跌势|趋势|走势|格局|局面|颓势|水平|增长|下降)/u.test(
      after,
    )) ||
  /^(?:同期)?的?[较很]?[高低]?基数/u.test(after)

/** Goes on with rates of the period that others are compared with: 与1月份出口增长18.2%相比. */
const hasRates = /^[^，。；\x82]*(?:[出进]口|外贸)[^，。；\x82]*\x82[^，。；]*相比/u

const datedBase = /[比较][^，。；]{2,12}前的?$/u

const isLastYear = (mentioned: PeriodMention | null): boolean =>
  mentioned?.kind === 'PERIOD' && mentioned.year === 'LAST'

/** Returns the parts of a period that a list of its numbers gives: 前三个季度进出口分别为6.57、7.67和8.88万亿元. */
function partsOf(period: Period | null, words: string, count: number, isByQuarter = false): readonly Period[] {
  const [, year = '', last = ''] = /^(\d{4})-01\/\1-(\d\d)$|^(\d{4})-Q1$/u.exec(period?.text ?? '') ?? []
  if (!/分别|依次/u.test(words)) return []
  const quarters =
    isByQuarter || /[二两三四各]个?季度/u.test(words)
      ? period?.frequency === 'ANNUAL'
        ? 4
        : period?.text.endsWith('H1')
          ? 2
          : 0
      : 0
  if (quarters > 0 && count === quarters) return quartersOf(Number(period?.last.slice(0, 4)), quarters)
  if (count < 3) return []
  const form = Number(last) === 3 * count ? 'Q' : Number(last) === count ? '0' : null
  if (form === null) return []
  return Array.from({ length: count }, (_, at) => parsePeriod(`${year}-${form}${at + 1}`)).filter(
    (each) => each !== null,
  )
}

const quartersOf = (year: number, count: number): readonly Period[] =>
  Array.from({ length: count }, (_, at) => parsePeriod(`${year}-Q${at + 1}`)).filter((each) => each !== null)

function yearsFrom(period: Period, years: number, clock: Clock): Period | null {
  let found: Period | null = period
  for (let step = 0; step < -years && found !== null; step++) found = resolve({ kind: 'YEAR_AGO' }, clock, found)
  return found
}

const isEarlierOne = (period: Period | null, before: Period | null): boolean =>
  period !== null && before !== null && period.frequency === before.frequency && period.last < before.last
