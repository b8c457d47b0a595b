import { compare } from '../../data/number.js'
import { type ChartModel, type ChartPoint, type ChartSeries, isSelected } from '../model.js'
import { growthOf } from './rate-text.js'

const numbers = {
  value: ({ value }: ChartPoint) => value,
  growth: growthOf,
  share: ({ share }: ChartPoint) => share.reported ?? share.value,
}

export function sorted({ series, sort, at, language }: ChartModel): readonly ChartSeries[] {
  const selected = series.filter(isSelected)
  if (sort === 'name') {
    const { compare } = new Intl.Collator(language === 'zh' ? 'zh-Hans-CN' : 'en')
    return selected.toSorted((one, other) => compare(one.label, other.label))
  }
  const numberOf = ({ points: { [at]: point } }: ChartSeries) => (point === undefined ? null : numbers[sort](point))
  return selected.toSorted((one, other) => {
    const [left, right] = [numberOf(one), numberOf(other)]
    if (left === null || right === null) return Number(left === null) - Number(right === null)
    return compare(right, left)
  })
}
