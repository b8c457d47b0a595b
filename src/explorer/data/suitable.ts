import type { Chart, State } from './state.js'

/** Holds what decides which drawings suit a question. `depth` is that of the level of the tree. */
export interface Seen extends Pick<State, 'by' | 'form'> {
  readonly depth: number
  readonly periods: number
  readonly series: number
  readonly metrics: number
}

type Reason = 'onePeriod' | 'oneSeries' | 'negative' | 'noPlaces' | 'noGrowth'

export function reasonAgainst(chart: Chart, seen: Seen): Reason | null {
  const { by, form, depth, periods, series, metrics } = seen
  switch (chart) {
    case 'line':
      return periods < 2 ? 'onePeriod' : null
    case 'slope':
    case 'heat':
    case 'multiples':
      return periods < 2 ? 'onePeriod' : series < 2 ? 'oneSeries' : null
    case 'stacked':
      return periods < 2 ? 'onePeriod' : isWhole(seen) ? null : series < 2 ? 'oneSeries' : 'negative'
    case 'map':
      return by === 'LOCATION' && depth === 0 && metrics === 1 ? null : 'noPlaces'
    case 'rates':
      return form === 'level' ? null : 'noGrowth'
    case 'bar':
    case 'table':
      return null
  }
}

function isWhole({ by, form, series, metrics }: Seen): boolean {
  if (series < 2 || (form !== 'level' && form !== 'share')) return false
  return by === 'TOTAL' ? form === 'level' && metrics === 2 : metrics === 1
}

/** Chooses the drawing that suits the data: lines from three periods on, bars for one, slopes for two. */
export function chartFor({ metrics, form }: Pick<State, 'metrics' | 'form'>, { periods, series }: Seen): Chart {
  const isBalance = metrics.length === 2 && metrics.includes('EXPORTS') && metrics.includes('IMPORTS')
  if (isBalance && form === 'level' && series === 2 && periods > 1) return 'stacked'
  if (periods >= 3) return 'line'
  return periods === 2 && series > 1 ? 'slope' : 'bar'
}
