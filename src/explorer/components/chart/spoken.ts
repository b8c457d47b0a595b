import { type ChartModel, type ChartPoint, isSelected } from '../../charts/model.js'
import { growthText } from '../../charts/parts/rate-text.js'
import type { Pointed } from '../../charts/pointing.js'
import type { Words } from '../../i18n/en.js'

export function spoken(model: ChartModel, { period, listed }: Pointed, words: Words): string {
  const label = model.periods[period]?.label ?? ''
  const texts = listed.map(({ series, point }) => {
    const growth = model.fromReference ? growthText(point)?.text : undefined
    return [`${series.label} ${valued(model, point, words)}`, ...(growth === undefined ? [] : [growth])].join(' ')
  })
  return words.labelled(label, words.listed(texts))
}

export function summary(model: ChartModel, words: Words): string {
  const { series, at, periods } = model
  const selected = series.filter(isSelected)
  const texts = selected.slice(0, most).flatMap(({ label, points: { [at]: point } }) => {
    return point?.value == null ? [] : `${label} ${valued(model, point, words)}`
  })
  return words.labelled(periods[at]?.label ?? '', words.listed(texts))
}

const most = 6

const valued = ({ unit, reference }: ChartModel, { full, value }: ChartPoint, words: Words): string =>
  value === null || reference === 100 ? full : unit === '%' ? `${full}%` : full + words.afterNumber(unit)
