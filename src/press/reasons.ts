import type { Language } from '../domain/text/language.js'
import type { Unplaced } from './statement.js'

interface Comparison {
  readonly computed: string
  readonly low: string | null
  readonly high: string | null
  readonly printed: string
}

interface Printed {
  readonly stored: string
  readonly release: string
  readonly printed: string
}

type Parameters = {
  NOTHING_TO_COMPARE: object
  SAME_IN_STORE: { readonly release: string }
  DIFFERS_FROM_STORE: Printed
  REVISED_SINCE: Printed
  SUM_AGREES: Comparison & { readonly terms: string }
  SUM_DIFFERS: Comparison & { readonly terms: string }
  SHARE_AGREES: Comparison & { readonly total: string }
  SHARE_DIFFERS: Comparison & { readonly total: string }
  GROWTH_AGREES: Comparison & { readonly base: string }
  GROWTH_DIFFERS: Comparison & { readonly base: string }
  BASE_REVISED: Comparison & { readonly base: string }
  TWO_VALUES: { readonly printed: string; readonly other: string }
  UNKNOWN_METRIC: { readonly metric: string }
  UNKNOWN_CATEGORY: { readonly words: string; readonly nearest: readonly string[] }
  SEVERAL_CATEGORIES: { readonly words: readonly string[] }
  OTHER_REPORTER: { readonly reporter: string }
  ADJUSTED: object
  NEGATED: object
  NOT_STORED: { readonly metric: string; readonly category: string; readonly period: string; readonly unit: string }
  NOT_PRINTED: { readonly release: string }
  SAME_WHEN_ROUNDED: Printed
  SUPERSEDED: Printed & { readonly current: string; readonly since: string }
  SHARE_CHANGE_AGREES: Comparison & { readonly base: string }
  SHARE_CHANGE_DIFFERS: Comparison & { readonly base: string }
} & { readonly [Code in Unplaced]: object }

export type PressReasonCode = keyof Parameters

/** The reason for the class of a proposal, or for a number without one: a code with its parameters. */
export type PressReason<Code extends PressReasonCode = PressReasonCode> = {
  readonly [C in Code]: { readonly code: C; readonly params: Parameters[C] }
}[Code]

type Wordings = {
  readonly [Code in PressReasonCode]: {
    readonly en: (params: Parameters[Code]) => string
    readonly zh: (params: Parameters[Code]) => string
  }
}

const range = ({ computed, low, high }: Comparison): string =>
  low === null || high === null ? computed : `${computed} (${low} to ${high})`
const rangeZh = ({ computed, low, high }: Comparison): string =>
  low === null || high === null ? computed : `${computed}（介于${low}与${high}之间）`

const wordings: Wordings = {
  NOTHING_TO_COMPARE: { en: () => 'There is nothing to compare it with.', zh: () => '没有可比较的数据。' },
  SAME_IN_STORE: {
    en: ({ release }) => `The store has the same figure (${release}).`,
    zh: ({ release }) => `库中有相同数据（${release}）。`,
  },
  DIFFERS_FROM_STORE: {
    en: ({ stored, release, printed }) => `The store has ${stored} (${release}); the text has ${printed}.`,
    zh: ({ stored, release, printed }) => `库中为${stored}（${release}），文中为${printed}。`,
  },
  REVISED_SINCE: {
    en: ({ stored, release, printed }) => `An earlier release has ${stored} (${release}); the text has ${printed}.`,
    zh: ({ stored, release, printed }) => `此前发布为${stored}（${release}），文中为${printed}。`,
  },
  SUM_AGREES: {
    en: ({ terms }) => `The sum ${terms} agrees.`,
    zh: ({ terms }) => `${terms}之和相符。`,
  },
  SUM_DIFFERS: {
    en: (params) => `${params.terms} is ${range(params)}; the text has ${params.printed}.`,
    zh: (params) => `${params.terms}为${rangeZh(params)}，文中为${params.printed}。`,
  },
  SHARE_AGREES: {
    en: ({ total }) => `Its share of ${total} agrees.`,
    zh: ({ total }) => `占${total}的比重相符。`,
  },
  SHARE_DIFFERS: {
    en: (params) => `Its share of ${params.total} is ${range(params)} %; the text has ${params.printed} %.`,
    zh: (params) => `占${params.total}的比重为${rangeZh(params)}%，文中为${params.printed}%。`,
  },
  GROWTH_AGREES: {
    en: ({ base }) => `Its growth from ${base} agrees.`,
    zh: ({ base }) => `相对${base}的增速相符。`,
  },
  GROWTH_DIFFERS: {
    en: (params) => `Its growth from ${params.base} is ${range(params)} %; the text has ${params.printed} %.`,
    zh: (params) => `相对${params.base}的增速为${rangeZh(params)}%，文中为${params.printed}%。`,
  },
  BASE_REVISED: {
    en: (params) =>
      `Its growth from ${params.base} is ${range(params)} %, and the text has ${params.printed} %: the base has been revised.`,
    zh: (params) => `相对${params.base}的增速为${rangeZh(params)}%，文中为${params.printed}%：基数已修订。`,
  },
  TWO_VALUES: {
    en: ({ printed, other }) => `The text has ${printed} and also ${other}.`,
    zh: ({ printed, other }) => `文中既有${printed}，又有${other}。`,
  },
  UNKNOWN_METRIC: {
    en: ({ metric }) => `The code lists have no metric ${metric}.`,
    zh: ({ metric }) => `代码表中没有指标${metric}。`,
  },
  UNKNOWN_CATEGORY: {
    en: ({ words, nearest }) =>
      `The code lists have no category "${words}".${nearest.length > 0 ? ` The nearest are ${nearest.join(', ')}.` : ''}`,
    zh: ({ words, nearest }) =>
      `代码表中没有类别“${words}”。${nearest.length > 0 ? `最接近的有${nearest.join('、')}。` : ''}`,
  },
  SEVERAL_CATEGORIES: {
    en: ({ words }) => `It is broken down by several categories: ${words.map((each) => `"${each}"`).join(', ')}.`,
    zh: ({ words }) => `该数据按多个类别细分：${words.join('、')}。`,
  },
  OTHER_REPORTER: {
    en: ({ reporter }) => `It is about "${reporter}", not about the economy of the dataset.`,
    zh: ({ reporter }) => `该数据属于“${reporter}”，不属于数据集的经济体。`,
  },
  NO_SUBJECT: { en: () => 'The text does not say what it measures.', zh: () => '文中未说明该数字的含义。' },
  NO_PERIOD: { en: () => 'The text does not state a period that can be stored.', zh: () => '文中没有可存储的时期。' },
  CHANGE_IN_AMOUNT: { en: () => 'It is a change in an amount, not a level.', zh: () => '这是增减额，不是数值。' },
  CONTRIBUTION: { en: () => 'It is a contribution to growth.', zh: () => '这是对增长的拉动。' },
  RATE_DIFFERENCE: { en: () => 'It is a difference between growth rates.', zh: () => '这是增速之差。' },
  PRICE: { en: () => 'It is a price or an index.', zh: () => '这是价格或指数。' },
  FORECAST: { en: () => 'It is a forecast or a target.', zh: () => '这是预测或目标。' },
  AVERAGE: { en: () => 'It is an average over periods.', zh: () => '这是多个时期的平均。' },
  CONVERSION: {
    en: () => "It is the publisher's conversion into another currency.",
    zh: () => '这是发布者折算的其他货币金额。',
  },
  THRESHOLD: {
    en: () => 'It repeats a figure of the text as a threshold or rounded.',
    zh: () => '这是文中某数据的门槛值或约数。',
  },
  SECOND_VALUE: { en: () => 'The text has another number for the same.', zh: () => '文中对同一项另有数字。' },
  REPEATED: { en: () => 'The text states this number elsewhere.', zh: () => '文中另有说明该数字的语句。' },
  OTHER_BASE: {
    en: () => 'Its base is an average or not a period of the store.',
    zh: () => '其基期为平均值或非库中的时期。',
  },
  AMBIGUOUS_LIST: {
    en: () => 'The numbers and names of the list do not pair.',
    zh: () => '列举的数字与名称不能一一对应。',
  },
  TOO_LONG: {
    en: () => 'Its sentence has too many words without a number to be read.',
    zh: () => '所在语句中无数字的文字过长，未予解读。',
  },
  UNREADABLE_NUMBER: {
    en: () => 'It is not one number: its digits are mixed with letters, or its scales do not follow one another.',
    zh: () => '不能读作一个数：数字中混有字母，或数量级不连贯。',
  },
  NO_UNIT: { en: () => 'It has no unit, or none of the store.', zh: () => '没有单位，或库中无此单位。' },
  AMBIGUOUS_CURRENCY: {
    en: () => 'Its currency may be one of several: the text does not say whose it is.',
    zh: () => '有多种货币使用该名称或符号，文中未说明是哪一种。',
  },
  RANGE: { en: () => 'It is an end of a range, not a figure.', zh: () => '这是区间的一端，不是数据。' },
  SERVICES: {
    en: () => 'It is of services, or of goods and services together.',
    zh: () => '该数字属于服务贸易，或为货物和服务贸易合计。',
  },
  ADJUSTED: {
    en: () => 'It is adjusted for seasons or working days; figures of the store are not.',
    zh: () => '该数据经季节或工作日调整，库中数据未经调整。',
  },
  NEGATED: { en: () => 'The text denies the number.', zh: () => '文中否定了该数字。' },
  NOT_STORED: {
    en: ({ metric, category, period, unit }) =>
      `The store has no figure of ${metric} (${category}) for ${period}${unit === '' ? '' : ` in ${unit}`}.`,
    zh: ({ metric, category, period, unit }) =>
      `库中没有${metric}（${category}）${period}${unit === '' ? '' : `以${unit}计`}的数据。`,
  },
  NOT_PRINTED: {
    en: ({ release }) => `The figure of the store (${release}) has no such number, and none can be computed.`,
    zh: ({ release }) => `库中数据（${release}）没有该数字，也无法计算。`,
  },
  SAME_WHEN_ROUNDED: {
    en: ({ stored, release, printed }) =>
      `The store has ${stored} (${release}); the text has ${printed}, which rounding explains.`,
    zh: ({ stored, release, printed }) => `库中为${stored}（${release}），文中为${printed}，差异可由舍入解释。`,
  },
  SUPERSEDED: {
    en: ({ stored, release, printed, current, since }) =>
      `The text has ${printed}, as ${release} had (${stored}); since ${since}, the figure is ${current}.`,
    zh: ({ stored, release, printed, current, since }) =>
      `文中为${printed}，与${release}（${stored}）一致；${since}起为${current}。`,
  },
  SHARE_CHANGE_AGREES: {
    en: ({ base }) => `The change of its share since ${base} agrees.`,
    zh: ({ base }) => `其比重相对${base}的变化相符。`,
  },
  SHARE_CHANGE_DIFFERS: {
    en: (params) =>
      `Its share has changed by ${range(params)} percentage points since ${params.base}; the text has ${params.printed}.`,
    zh: (params) => `其比重相对${params.base}变化${rangeZh(params)}个百分点，文中为${params.printed}。`,
  },
}

/** The reasons of numbers that are no figures, as opposed to figures that could not be told. */
export const noFigures: ReadonlySet<PressReasonCode> = new Set([
  ...(['CHANGE_IN_AMOUNT', 'CONTRIBUTION', 'RATE_DIFFERENCE', 'PRICE', 'FORECAST', 'AVERAGE'] as const),
  ...(['CONVERSION', 'THRESHOLD', 'REPEATED', 'NO_UNIT', 'RANGE', 'SERVICES'] as const),
])

export const pressReasonCodes = Object.keys(wordings) as PressReasonCode[]

export function pressReasonText({ code, params }: PressReason, language: Language): string {
  const wording = wordings[code][language === 'ZH' ? 'zh' : 'en'] as (params: object) => string
  return wording(params)
}
