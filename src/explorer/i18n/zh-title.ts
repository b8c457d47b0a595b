import { isWholeYear, spanOf } from '../data/period.js'
import { type LevelName, mostNamed, type TitleParts } from './title.js'

const halves = ['上半年', '下半年']

export const dayInChinese = (date: string): string =>
  `${date.slice(0, 4)}年${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`

export const periodInChinese = (period: string): string => {
  const { frequency, year } = spanOf(period)
  return frequency === 'ANNUAL' ? `${year}年` : `${year}年${tickInChinese(period)}`
}

export function tickInChinese(period: string): string {
  const { frequency, year, first, last } = spanOf(period)
  if (frequency === 'ANNUAL') return `${year}年`
  if (frequency === 'HALF_YEARLY') return halves[last / 6 - 1] ?? ''
  if (frequency === 'QUARTERLY') return `${'一二三四'[last / 3 - 1]}季度`
  return last === first ? `${last}月` : `${first}—${last}月`
}

const often = {
  ANNUAL: '',
  HALF_YEARLY: '半年度',
  QUARTERLY: '季度',
  MONTHLY: '月度',
  YEAR_TO_DATE: '年内累计',
} as const

export function titleInChinese(parts: TitleParts): string {
  const { metrics, places, breakdown, frequency, from, to, isRanking } = parts
  const span = spanInChinese(from, to)
  if (isRanking && breakdown !== null && parts.form === 'level')
    return `${span}${metrics.join('、')}最多的${places.length}${breakdown.many}`
  const base = parts.form === 'index' && parts.base !== null ? `${periodInChinese(parts.base)}=100` : ''
  const notes = [from === to ? '' : often[frequency], base].filter((text) => text !== '').join('，')
  return `${span}${subject(parts)}${notes === '' ? '' : `（${notes}）`}`
}

function subject(parts: TitleParts): string {
  const { metrics, form } = parts
  const of = ofPlaces(parts)
  const metric = `${of}${metrics.join('、')}`
  if (parts.chart === 'rates') return `${metric}同比增速的公布值与推算值`
  switch (form) {
    case 'growth':
      return `${metric}同比增速`
    case 'change':
      return `${metric}环比变化`
    case 'share':
      return `${metric}占比`
    case 'index':
      return `${metric}指数`
    case 'cumulative':
      return `${metric}年内累计`
    case 'single':
      return `${metric}单月值`
    case 'balance':
      return `${of}贸易差额`
    case 'contribution':
      return `${of}对${metrics.join('、')}增长的拉动`
    case 'level':
      return metric
  }
}

function ofPlaces({ places, breakdown, isRanking }: TitleParts): string {
  if (breakdown === null) return ''
  return isRanking || places.length > mostNamed || places.length === 0 ? `各${breakdown.one}` : places.join('、')
}

function spanInChinese(from: string, to: string): string {
  if (from === to) return periodInChinese(isWholeYear(from) ? spanOf(from).year : from)
  const [first, last] = [spanOf(from), spanOf(to)]
  if (first.year === last.year && first.first === 1 && last.last === 12) return `${first.year}年`
  return `${periodInChinese(from)}至${first.year === last.year ? tickInChinese(to) : periodInChinese(to)}`
}

const levels: Readonly<Record<string, readonly LevelName[]>> = {
  LOCATION: [
    { one: '省份', many: '个省份' },
    { one: '城市', many: '个城市' },
    { one: '区域', many: '个区域' },
  ],
}

export const levelInChinese = (dimension: string, depth: number, name: string): LevelName =>
  levels[dimension]?.[depth] ?? { one: name, many: `项${name}` }
