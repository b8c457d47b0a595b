import { merged, type Tally } from '../domain/aggregation/tally.js'
import { total } from '../domain/codes/codes.js'
import type { IndicatorFilter } from '../domain/observations/filter.js'
import type { Header } from '../domain/observations/group-key.js'
import { frequencies, type Period } from '../domain/periods/period.js'
import { groupsOf, listOf } from '../store/query/groups/groups.js'
import type { View } from '../store/query/view.js'
import type { StoredRates } from './currency.js'

type TotalOf = (tally: Tally) => Tally | null

/**
 * Loads TOTAL:ALL for the datasets, metrics, days and measures of tallies, as known at the filter's `asOf`, in one
 * statement. Prefers the same frequency among several for the same days; converts to the currency of the tallies.
 */
export async function totalsOf(
  view: View,
  { asOf }: IndicatorFilter,
  tallies: readonly Tally[],
  before: boolean,
  exchange: StoredRates | null,
): Promise<TotalOf> {
  const parts = (await view.pace.map(tallies, (tally) => tally.parts)).flat()
  const days = new Set<Period>()
  await view.pace.map(parts, (part) => part.periods.forEach((period) => void days.add(period)))
  const periods = [...days]
  const [first] = periods
  if (first === undefined) return () => null
  const from = periods.reduce((a, b) => (b.first < a.first ? b : a), first)
  const to = periods.reduce((a, b) => (b.last > a.last ? b : a), first)
  const [datasets, metrics] = [parts.map(({ dataset }) => dataset), parts.map(({ metric }) => metric)].map(distinct)
  const byHeader = listOf(
    await groupsOf(view, {
      filter: { asOf, datasets, metrics, dimensions: [total.dimension], from, to },
      keys: [[{ by: 'DATASET' }, { by: 'METRIC' }, { by: 'PERIOD' }]],
      most: 2 ** 31 - 1, // no limit: these groups are not part of an answer
      before,
      exchange: null, // parts and totals are matched by the measure in which they were printed
    }),
  )
  const found = new Map<string, () => Tally>()
  const rank = ({ period }: Header): number => frequencies.indexOf(period?.frequency ?? 'ANNUAL')
  for (const [header, totals] of byHeader.sort(([a], [b]) => rank(a) - rank(b))) {
    const { dataset, metric, period } = header
    if (dataset === null || metric === null || period === null) continue
    for (const tally of totals) {
      const days = `${dataset.code} ${metric.code} ${tally.measure} ${period.ordinal}`
      const whole = (): Tally => exchange?.of(tally, period) ?? tally
      found.set(`${days} ${period.frequency}`, whole)
      if (!found.has(days)) found.set(days, whole)
    }
  }
  return (tally) => {
    const wholes = new Map<string, Tally | null>()
    for (const part of tally.parts)
      for (const { ordinal, frequency } of part.periods) {
        const days = `${part.dataset} ${part.metric} ${part.measure} ${ordinal}`
        if (wholes.get(days)) continue
        const whole = found.get(`${days} ${frequency}`) ?? found.get(days)
        wholes.set(days, whole?.() ?? null)
      }
    const list = [...wholes.values()]
    return list.length === 0 || list.includes(null) ? null : merged(list.filter((each) => each !== null))
  }
}

const distinct = (codes: readonly string[]): string[] => [...new Set(codes)]
