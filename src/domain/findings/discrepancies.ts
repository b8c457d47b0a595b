import type { Unit } from '../units/unit.js'

/** The number in the base unit of a discrepancy, as decimal text. */
export type Amount = string
export type Named = Readonly<Record<'series' | 'period', string>>

/** The parameters of a sentence, by the code of the discrepancy. Rates and factors are texts as written. */
interface Parameters {
  DUPLICATE: { readonly n: number; readonly rows: readonly number[]; readonly isEqual: boolean }
  TOTALS_EXCHANGED: { readonly other: string }
  MONTHS_EXCHANGED: { readonly n: number; readonly of: number }
  FALL_BELOW_ZERO: { readonly rate: string }
  BASES_APART: { readonly rate: string; readonly base: Amount; readonly terms: string; readonly sum: Amount }
  BASE_JUMPS: { readonly rate: string; readonly base: Amount; readonly before: Amount }
  SUM_EXCEEDS_WHOLE: Record<'value' | 'sum' | 'low', Amount> & { readonly n: number; readonly dimension: string }
  PART_EXCEEDS_WHOLE: Record<'value' | 'whole', Amount>
  COLUMN_OFF_HISTORY: {
    readonly n: number
    readonly of: number
    readonly factor: string
    readonly likely: 'MONTH' | 'YEAR_TO_DATE' | 'UNIT'
  }
  COLUMNS_EXCHANGED: { readonly n: number; readonly of: number; readonly first: string; readonly second: string }
  ROWS_SHIFTED: { readonly n: number; readonly from: number | null; readonly isAfter: boolean }
  REPEATED: { readonly n: number; readonly of: number }
  PLACE_OFF: { readonly others: number; readonly factors: readonly string[]; readonly growth: string | null }
  ALIKE_OFF: { readonly n: number; readonly of: number; readonly isAbove: boolean; readonly factor: string }
  CELL_OFF: Record<'value' | 'low' | 'high', Amount> & {
    readonly perMonth: Amount | null
    readonly neighbours: number
    readonly growth: string | null
    readonly check: 'SIGN' | 'PLACE' | 'UNIT' | 'DECIMAL_POINT'
  }
  GROWTH_UNEXPLAINED: Record<'value' | 'base', Amount> & {
    readonly rate: string
    readonly low: string
    readonly high: string
    readonly hint: 'DECIMAL_POINT' | 'REVISED' | null
  }
  SHARE_UNEXPLAINED: Record<'value' | 'base', Amount> & Record<'rate' | 'rateLow' | 'rateHigh' | 'low' | 'high', string>
  REVISED_FAR: Record<'value' | 'was', Amount> & { readonly isTotal: boolean }
  TOTAL_DIFFERS: {
    readonly value: Amount
    readonly low: Amount | null
    readonly high: Amount | null
    readonly terms: string
    readonly together: boolean
  }
  COLUMN_OFF: { readonly off: number; readonly n: number; readonly factor: string; readonly by: By } & {
    readonly power: number | null
  }
  GROWTH_COLUMN_OFF: { readonly factor: string; readonly n: number }
  CELL_FACTOR: { readonly value: Amount; readonly factor: string; readonly by: By }
  YEAR_TO_DATE_DIFFERS: Record<'value' | 'implied', Amount> & {
    readonly percent: string | null
    readonly reason: 'FALLS' | 'WRONG' | 'VALUE_REVISED' | 'MONTHS_REVISED'
  }
  YEAR_TO_DATE_FALLS: Record<'value' | 'before', Amount> & { readonly falls: number; readonly of: number }
}

// In the order in which comparisons are preferred.
const comparisons = {
  EARLIER: { en: 'an earlier release', zh: '此前发布的数值' },
  IDENTITY: { en: 'the identity of the metric', zh: '指标构成关系' },
  MONTH: { en: 'the month and the preceding year to date', zh: '当月数与上月累计' },
  SAME_DAYS: { en: 'the stored value of the same days', zh: '已存的相同时期数值' },
  STORED: { en: 'the stored year to date of the month before', zh: '已存的上月累计' },
  YEAR_BEFORE: { en: 'the value of the year before and the growth since', zh: '上年同期数值和同比增速' },
  YEAR_TO_DATE: { en: 'the year to date', zh: '累计数' },
} as const
export type By = keyof typeof comparisons

export type DiscrepancyCode = keyof Parameters
type Of<Code extends DiscrepancyCode> = { readonly code: Code } & Readonly<Parameters[Code]>
export type Discrepancy = { [Code in DiscrepancyCode]: Of<Code> }[DiscrepancyCode]

export type StoredDiscrepancy = Discrepancy & { readonly unit: Unit; readonly names: readonly Named[] }

export interface Words {
  readonly name: string
  readonly others: readonly string[]
  readonly unit: string
  readonly amount: (amount: Amount | null) => string
  readonly verb: (singular: 'is' | 'has' | 'was') => string
  readonly shortRate: (rate: string) => string
  /** Rounds to four significant digits. */
  readonly short: (amount: Amount) => string
  readonly metric: (code: string) => string
  readonly dimension: (code: string) => string
}
export type Wording<Code extends DiscrepancyCode> = (said: Of<Code>, words: Words) => string

const decimalPoint = { en: 'Check the position of the decimal point.', zh: '请检查小数点的位置。' } as const
const exchanged = { en: 'Check whether the two columns are exchanged.', zh: '请检查两列是否互换。' } as const

export const wordings: {
  readonly [Code in DiscrepancyCode]: { readonly en: Wording<Code>; readonly zh: Wording<Code> }
} = {
  DUPLICATE: {
    en: ({ n, rows, isEqual }, { name, verb }) =>
      `${name} ${verb('is')} printed ${n} times${rows.length > 0 ? ` (rows ${rows.join(', ')})` : ''} with ${isEqual ? 'the same content.' : 'different content. Keep only the correct one.'}`,
    zh: ({ n, rows, isEqual }, { name }) =>
      `${name}公布了${n}次${rows.length > 0 ? `（第${rows.join('、')}行）` : ''}，内容${isEqual ? '相同。' : '不同，请只保留正确的一项。'}`,
  },
  TOTALS_EXCHANGED: {
    en: ({ other }, { name, verb }) =>
      `${name} ${verb('has')} the value expected of ${other.toLowerCase()} by what is stored, and vice versa. ${exchanged.en}`,
    zh: ({ other }, { name, metric }) => `按已存数据，${name}的数值应属于${metric(other)}，反之亦然。${exchanged.zh}`,
  },
  MONTHS_EXCHANGED: {
    en: ({ n, of }, { name }) =>
      `In ${n} of ${of} rows, exports of the month are what the years to date of imports imply, and vice versa, for example ${inside(name)}. Check whether the two columns of the month are exchanged.`,
    zh: ({ n, of }, { name }) =>
      `${of}行中有${n}行的当月出口与进口累计数推算的当月值一致，进口亦然，例如${name}。请检查当月的两列是否互换。`,
  },
  FALL_BELOW_ZERO: {
    en: ({ rate }, { name, verb }) =>
      `${name} ${verb('has')} a printed change of ${rate} %, but values of this metric are never negative, so they cannot fall by more than 100 %.`,
    zh: ({ rate }, { name }) => `${name}公布的变化为${rate}%，但该指标没有负值，降幅不可能超过100%。`,
  },
  BASES_APART: {
    en: ({ rate, base, terms, sum }, { name, verb, short, metric }) =>
      `${name} ${verb('has')} printed growth of ${rate} %, which implies ${short(base)} one year earlier, but the growth of ${named(terms, metric)} implies ${short(sum)}. One of these growth rates is wrong.`,
    zh: ({ rate, base, terms, sum }, { name, short, metric }) =>
      `${name}公布的增速为${rate}%，推算上年同期为${short(base)}，而按${named(terms, metric)}的增速推算为${short(sum)}。其中有一个增速有误。`,
  },
  BASE_JUMPS: {
    en: ({ rate, base, before }, { name, verb, others, short }) =>
      `${name} ${verb('has')} printed growth of ${rate} %, which implies ${short(base)} one year earlier, but the growth of ${others[0]} implies ${short(before)} one month before that. Check the position of the decimal point, and whether the year before was revised.`,
    zh: ({ rate, base, before }, { name, others, short }) =>
      `${name}公布的增速为${rate}%，推算上年同期为${short(base)}，而按${others[0]}的增速推算，此前一个月为${short(before)}。请检查小数点的位置，以及上年数据是否经过修订。`,
  },
  SUM_EXCEEDS_WHOLE: {
    en: ({ value, n, dimension: by, sum, low }, { name, verb, amount, dimension }) =>
      `${name} ${verb('is')} ${amount(value)}, but its ${n} parts by ${dimension(by)} add up to ${amount(sum)}, or at least ${amount(low)} before rounding.`,
    zh: ({ value, n, dimension: by, sum, low }, { name, amount, dimension }) =>
      `${name}为${amount(value)}，但其按${dimension(by)}分的${n}个分项合计为${amount(sum)}，舍入前至少为${amount(low)}。`,
  },
  PART_EXCEEDS_WHOLE: {
    en: ({ value, whole }, { name, verb, others, amount }) =>
      `${name} ${verb('is')} ${amount(value)}, which exceeds ${others[0]}, of which it is a part: ${amount(whole)}.`,
    zh: ({ value, whole }, { name, others, amount }) =>
      `${name}为${amount(value)}，超过其所属的${others[0]}：${amount(whole)}。`,
  },
  COLUMN_OFF_HISTORY: {
    en: ({ n, of, factor, likely }, { name, unit }) => {
      const check = {
        MONTH: 'of the month instead of the year to date',
        YEAR_TO_DATE: `in ${unit}, in another currency, or of the year to date`,
        UNIT: `in ${unit}, or in another unit or currency`,
      }
      return `${n} of ${of} values here are about ${factor} times those of neighbouring periods, for example ${inside(name)}. Check whether they are ${check[likely]}.`
    },
    zh: ({ n, of, factor, likely }, { name, unit }) => {
      const check = {
        MONTH: '是否为当月数而非累计数',
        YEAR_TO_DATE: `单位是否为${unit}、是否为其他货币或累计数`,
        UNIT: `单位是否为${unit}，或为其他单位、货币`,
      }
      return `${of}个数值中有${n}个约为相邻时期的${factor}倍，例如${name}。请检查${check[likely]}。`
    },
  },
  COLUMNS_EXCHANGED: {
    en: ({ n, of, first, second }, { name, metric }) =>
      `In ${n} of ${of} places, ${metric(first)} and ${metric(second)} fit neighbouring periods better if they are exchanged, for example ${inside(name)}. ${exchanged.en}`,
    zh: ({ n, of, first, second }, { name, metric }) =>
      `${of}处中有${n}处的${metric(first)}与${metric(second)}互换后更符合相邻时期，例如${name}。${exchanged.zh}`,
  },
  ROWS_SHIFTED: {
    en: ({ n, from, isAfter }, { name }) =>
      `From row ${from} on, ${n} rows have numbers that fit the row ${isAfter ? 'after' : 'before'} them, for example ${inside(name)}. Check whether the column is shifted against its labels.`,
    zh: ({ n, from, isAfter }, { name }) =>
      `从第${from}行起，${n}行的数值更符合其${isAfter ? '下' : '上'}一行，例如${name}。请检查该列是否与行名错位。`,
  },
  REPEATED: {
    en: ({ n, of }, { name }) =>
      `${n} of ${of} values here ${n > 1 ? 'repeat' : 'repeats'} that of the period before exactly${n > 1 ? ', for example' : ':'} ${name}. Check whether the numbers are of the period before.`,
    zh: ({ n, of }, { name }) =>
      `${of}个数值中有${n}个与上一时期完全相同${n > 1 ? '，例如' : '：'}${name}。请检查是否为上一时期的数据。`,
  },
  PLACE_OFF: {
    en: ({ others, factors, growth }, { name }) =>
      `${name} and ${others} other ${others === 1 ? 'value' : 'values'} of the same place are ${factors.join(' and ')} times those of neighbouring periods${printedGrowth(growth)}. Check whether the row belongs to another place, and whether the place is measured differently now.`,
    zh: ({ others, factors, growth }, { name }) =>
      `${name}及同一地区的另外${others}个数值为相邻时期的${factors.join('和')}倍${printedGrowthZh(growth)}。请检查该行是否属于其他地区，以及该地区的统计口径是否改变。`,
  },
  ALIKE_OFF: {
    en: ({ n, of, isAbove, factor }, { name }) =>
      `${n} of ${of} values here are far ${isAbove ? 'above' : 'below'} those of neighbouring periods, for example ${inside(name)}, by a factor of ${factor}. Check whether they are in another unit.`,
    zh: ({ n, of, isAbove, factor }, { name }) =>
      `${of}个数值中有${n}个远${isAbove ? '高' : '低'}于相邻时期，例如${name}，为${factor}倍。请检查是否为其他单位。`,
  },
  CELL_OFF: {
    en: ({ value, low, high, perMonth, neighbours, growth, check }, { name, verb, amount, short }) => {
      const [from, to] = [short(low), short(high)]
      const range = `${from === to ? from : `between ${from} and ${to}`}${perMonth === null ? '' : ' a month'}`
      const those =
        neighbours === 1 ? 'that of the neighbouring period is' : `those of ${neighbours} neighbouring periods are`
      return `${name} ${verb('is')} ${amount(value)}${perMonth === null ? '' : ` (${short(perMonth)} a month)`}, but ${those} ${range}${printedGrowth(growth)}. ${checks[check].en}`
    },
    zh: ({ value, low, high, perMonth, neighbours, growth, check }, { name, amount, short }) => {
      const [from, to] = [short(low), short(high)]
      const monthly = perMonth === null ? '' : '每月'
      const range = `${monthly}${from === to ? from : `${from}至${to}`}`
      return `${name}为${amount(value)}${perMonth === null ? '' : `（每月${short(perMonth)}）`}，而相邻${neighbours}个时期为${range}${printedGrowthZh(growth)}。${checks[check].zh}`
    },
  },
  GROWTH_UNEXPLAINED: {
    en: ({ value, base, rate, low, high, hint }, { name, shortRate, verb, others, amount }) => {
      const why = {
        DECIMAL_POINT: ` ${decimalPoint.en}`,
        REVISED: ' The value of the year before was revised since, or is measured differently.',
      }
      return `${name} ${verb('is')} ${amount(value)} with printed growth of ${rate} %, but its growth from ${others[0]} (${amount(base)}) is between ${shortRate(low)} % and ${shortRate(high)} %.${hint === null ? '' : why[hint]}`
    },
    zh: ({ value, base, rate, low, high, hint }, { name, shortRate, others, amount }) => {
      const why = { DECIMAL_POINT: decimalPoint.zh, REVISED: '上年数值此后经过修订，或统计口径不同。' }
      return `${name}为${amount(value)}，公布的增速为${rate}%，而相对于${others[0]}（${amount(base)}）的增速在${shortRate(low)}%至${shortRate(high)}%之间。${hint === null ? '' : why[hint]}`
    },
  },
  SHARE_UNEXPLAINED: {
    en: ({ value, base, rate, rateLow, rateHigh, low, high }, { name, shortRate, verb, others, amount }) =>
      `${name} ${verb('is')} ${amount(value)} with a printed share of ${rate} % (${shortRate(rateLow)} % to ${shortRate(rateHigh)} %), but its share of ${others[0]} (${amount(base)}) is between ${shortRate(low)} % and ${shortRate(high)} %.`,
    zh: ({ value, base, rate, rateLow, rateHigh, low, high }, { name, shortRate, others, amount }) =>
      `${name}为${amount(value)}，公布的占比为${rate}%（${shortRate(rateLow)}%至${shortRate(rateHigh)}%），而占${others[0]}（${amount(base)}）的比重在${shortRate(low)}%至${shortRate(high)}%之间。`,
  },
  REVISED_FAR: {
    en: ({ value, was, isTotal }, { name, verb, amount }) =>
      `${name} ${verb('is')} ${amount(value)}, but ${verb('was')} ${amount(was)} before. ${isTotal ? 'A total is not expected to change by more than 20 %.' : 'This is a large change for a revision.'} Check the unit and the column.`,
    zh: ({ value, was, isTotal }, { name, amount }) =>
      `${name}为${amount(value)}，此前为${amount(was)}。${isTotal ? '合计的变化一般不超过20%。' : '作为修订，变化过大。'}请检查单位和列。`,
  },
  TOTAL_DIFFERS: {
    en: ({ value, low, high, terms, together }, { name, verb, amount, metric }) => {
      const range =
        low === null
          ? `at most ${amount(high)}`
          : high === null
            ? `at least ${amount(low)}`
            : `between ${amount(low)} and ${amount(high)}`
      return `${name} ${verb('is')} ${amount(value)}, but ${named(terms, metric)} ${together ? 'of the same release' : 'as known at the time'} is ${range}.`
    },
    zh: ({ value, low, high, terms, together }, { name, amount, metric }) => {
      const range =
        low === null
          ? `不超过${amount(high)}`
          : high === null
            ? `不低于${amount(low)}`
            : `在${amount(low)}至${amount(high)}之间`
      return `${name}为${amount(value)}，而${together ? '同一次发布的' : '当时已知的'}${named(terms, metric)}${range}。`
    },
  },
  COLUMN_OFF: {
    en: ({ off, n, factor, by, power }, { name, unit }) =>
      `${off} of ${n} values in this column are ${factor} times the value expected from ${comparisons[by].en}, for example ${inside(name)}. Check whether the column is in ${unit} or in ${power === null ? 'another currency' : `10^${power} ${unit}`}.`,
    zh: ({ off, n, factor, by, power }, { name, unit }) =>
      `该列${n}个数值中有${off}个为${comparisons[by].zh}推算值的${factor}倍，例如${name}。请检查该列的单位是${unit}还是${power === null ? '其他货币' : `10^${power}${unit}`}。`,
  },
  GROWTH_COLUMN_OFF: {
    en: ({ factor, n }, { name }) =>
      `Growth in this column is ${factor} times the growth one release before (median of ${n} cells), for example ${inside(name)}. ${decimalPoint.en}`,
    zh: ({ factor, n }, { name }) =>
      `该列的增速为上一次发布的${factor}倍（${n}个单元格的中位数），例如${name}。${decimalPoint.zh}`,
  },
  CELL_FACTOR: {
    en: ({ value, factor, by }, { name, verb, amount }) =>
      `${name} ${verb('is')} ${amount(value)}, about ${factor} times the value expected from ${comparisons[by].en}. ${decimalPoint.en}`,
    zh: ({ value, factor, by }, { name, amount }) =>
      `${name}为${amount(value)}，约为${comparisons[by].zh}推算值的${factor}倍。${decimalPoint.zh}`,
  },
  YEAR_TO_DATE_DIFFERS: {
    en: ({ value, implied, percent, reason }, { name, verb, others: [whole, before], amount }) => {
      const other = before === undefined ? `${whole}, which covers the same days,` : `${whole} minus ${before}`
      const gap = percent === null ? '' : ` (a difference of ${percent} %)`
      return `${name} ${verb('is')} ${amount(value)}, but ${other} is ${amount(implied)}${gap}. ${revisions[reason].en}`
    },
    zh: ({ value, implied, percent, reason }, { name, others: [whole, before], amount }) => {
      const other = before === undefined ? `相同时期的${whole}` : `${whole}减${before}`
      return `${name}为${amount(value)}，而${other}为${amount(implied)}${percent === null ? '' : `（相差${percent}%）`}。${revisions[reason].zh}`
    },
  },
  YEAR_TO_DATE_FALLS: {
    en: ({ value, before, falls, of }, { name, verb, others, amount }) =>
      `${name} ${verb('is')} ${amount(value)}, which is less than ${others[0]} (${amount(before)}).${falls > 1 ? ` In this column, ${falls} of ${of} years to date fall.` : ''} A year to date falls only if earlier months are revised.`,
    zh: ({ value, before, falls, of }, { name, others, amount }) =>
      `${name}为${amount(value)}，小于${others[0]}（${amount(before)}）。${falls > 1 ? `该列${of}个累计数中有${falls}个下降。` : ''}只有以前月份经过修订，累计数才会下降。`,
  },
}

const checks = {
  SIGN: { en: 'Check the sign.', zh: '请检查正负号。' },
  PLACE: {
    en: 'Check whether it is the number of another place, period or unit.',
    zh: '请检查是否为其他地区、时期或单位的数值。',
  },
  UNIT: { en: 'Check the unit.', zh: '请检查单位。' },
  DECIMAL_POINT: {
    en: 'Check the position of the decimal point, and whether digits are missing.',
    zh: '请检查小数点的位置，以及是否缺少数字。',
  },
} as const

const revisions = {
  FALLS: {
    en: 'The year to date falls: earlier months were revised, or one of the two is wrong.',
    zh: '累计数下降：以前月份经过修订，或其中一个数值有误。',
  },
  WRONG: { en: 'One of the values is wrong or in another unit.', zh: '其中一个数值有误，或单位不同。' },
  VALUE_REVISED: { en: 'One of the values was revised.', zh: '其中一个数值经过修订。' },
  MONTHS_REVISED: { en: 'Earlier months were revised.', zh: '以前月份经过修订。' },
} as const

const plus = (rate: string): string => `${rate.startsWith('-') ? '' : '+'}${rate}`
const printedGrowth = (rate: string | null): string =>
  rate === null ? '' : `, and the printed growth is ${plus(rate)} %`
const printedGrowthZh = (rate: string | null): string => (rate === null ? '' : `，公布的增速为${plus(rate)}%`)
const named = (terms: string, metric: (code: string) => string): string => terms.replace(/[^\s+-]+/g, metric)
export const inside = (name: string): string => name.replace(/^[A-Z](?=[a-z])/, (first) => first.toLowerCase())
