import type { Period } from '../domain/periods/period.js'
import type { Item } from './items.js'
import type { Span } from './source.js'

export type Metric =
  | ('TRADE' | 'EXPORTS' | 'IMPORTS' | 'BALANCE')
  | ('EXPORT_QUANTITY' | 'IMPORT_QUANTITY' | 'TRADING_ENTERPRISES' | 'FREE_TRADE_ZONES')

export const quantityMetric = (metric: Metric): Metric | null =>
  metric === 'EXPORTS' ? 'EXPORT_QUANTITY' : metric === 'IMPORTS' ? 'IMPORT_QUANTITY' : null

export const valueMetric = (metric: Metric): Metric =>
  metric === 'EXPORT_QUANTITY' ? 'EXPORTS' : metric === 'IMPORT_QUANTITY' ? 'IMPORTS' : metric

/** A category in the words of a text, with the dimension that its place in the sentence suggests. */
export interface Phrase {
  readonly text: string
  readonly span: Span
  readonly dimension: 'PARTNER' | 'LOCATION' | null
}

/** Whom a figure is about, if the text says so: a country's code, or the words for a place inside the country. */
export type Reporter =
  | { readonly kind: 'ECONOMY'; readonly code: string; readonly words: string; readonly isMain?: boolean }
  | { readonly kind: 'REGION'; readonly words: string; readonly isMain?: boolean }

export const reporterKey = (reporter: Reporter | null): string =>
  reporter === null ? '' : reporter.kind === 'REGION' ? placeOf(reporter.words) : reporter.code

/** Returns the name of a place: 福建省 is 福建, 重庆海关 is 重庆, and 南京海关 speaks for 江苏. */
function placeOf(words: string): string {
  const customs = words.replace(/海关$/u, '')
  const province = customs === words ? undefined : provinces[customs]
  return province ?? customs.replace(rank, '')
}

const rank = /(?<=.{2})(?:省|市|地区|(?:壮族|回族|维吾尔)?自治区)$/u

const provinces: Readonly<Record<string, string>> = {
  南京: '江苏',
  杭州: '浙江',
  福州: '福建',
  济南: '山东',
  成都: '四川',
  武汉: '湖北',
  长沙: '湖南',
  郑州: '河南',
  合肥: '安徽',
  南昌: '江西',
  石家庄: '河北',
  太原: '山西',
  西安: '陕西',
  南宁: '广西',
  昆明: '云南',
  贵阳: '贵州',
  沈阳: '辽宁',
  长春: '吉林',
  哈尔滨: '黑龙江',
  兰州: '甘肃',
  西宁: '青海',
  银川: '宁夏',
  乌鲁木齐: '新疆',
  呼和浩特: '内蒙古',
  海口: '海南',
  拉萨: '西藏',
}

export interface Frame {
  readonly metric: Metric
  /** The categories that together break the figure down: none for a total, one per dimension. */
  readonly phrases: readonly Phrase[]
  readonly reporter: Reporter | null
  readonly isDeficit?: boolean
}

/** One number of a text and what it says. */
export interface Statement {
  readonly role: 'LEVEL' | 'CHANGE' | 'SHARE' | 'SHARE_CHANGE' | 'POINTS'
  readonly item: Item
  readonly value: string
  readonly measure: string | null
  readonly frame: Frame
  readonly period: Period | null
  /** The period that a change is measured against; null for a year earlier. */
  readonly base: Period | null
  readonly shareOf: Pick<Frame, 'metric' | 'phrases'> | null
  readonly sentence: Span
  readonly rule: string
  readonly isHeading: boolean
  readonly isAdjusted?: boolean
}

export type Unplaced =
  | 'NO_SUBJECT'
  | 'NO_PERIOD'
  | 'CHANGE_IN_AMOUNT'
  | 'CONTRIBUTION'
  | 'RATE_DIFFERENCE'
  | 'PRICE'
  | 'FORECAST'
  | 'AVERAGE'
  | 'CONVERSION'
  | 'THRESHOLD'
  | 'SECOND_VALUE'
  | 'REPEATED'
  | 'OTHER_BASE'
  | 'AMBIGUOUS_LIST'
  | 'UNREADABLE_NUMBER'
  | 'TOO_LONG'
  | 'NO_UNIT'
  | 'AMBIGUOUS_CURRENCY'
  | 'RANGE'
  | 'SERVICES'

export interface LooseNumber {
  readonly item: Item
  readonly reason: Unplaced
  readonly sentence: Span
}

export interface Reading {
  readonly statements: readonly Statement[]
  readonly loose: readonly LooseNumber[]
}

/** The parts of the code lists and of the dataset that a grammar needs. */
export interface Vocabulary {
  readonly dimensionOf: (words: string) => string | null
  readonly currency: string | null
}
