import { merged, type Tally } from '../domain/aggregation/tally.js'
import { total } from '../domain/codes/codes.js'
import type { IndicatorFilter } from '../domain/observations/filter.js'
import type { Group } from '../domain/observations/group-key.js'
import { frequencies, type Period } from '../domain/periods/period.js'
import { groupsOf } from '../store/query/groups.js'
import type { View } from '../store/query/view.js'
import type { Exchange } from './currency.js'

/** The total that figures of a tally are parts of: each metric and period once; null where one of those has none. */
export type TotalOf = (tally: Tally) => Tally | null

/**
 * The figures of TOTAL:ALL for the metrics, days and measures of some tallies, known at the filter's viewpoint: one
 * statement. Of several for the same days, the one of the same frequency; in the currency that the tallies are in.
 */
export async function totalsOf(
  view: View,
  { asOf }: IndicatorFilter,
  tallies: readonly Tally[],
  before: boolean,
  exchange: Exchange | null,
): Promise<TotalOf> {
  const parts = (await view.pace.map(tallies, (tally) => tally.parts)).flat()
  const days = new Set<Period>()
  await view.pace.map(parts, (part) => part.periods.forEach((period) => void days.add(period)))
  const periods = [...days]
  const [first] = periods
  if (first === undefined) return () => null
  const from = periods.reduce((a, b) => (b.first < a.first ? b : a), first)
  const to = periods.reduce((a, b) => (b.last > a.last ? b : a), first)
  const metrics = [...new Set(parts.map(({ metric }) => metric))]
  const groups = await groupsOf(view, {
    filter: { asOf, metrics, dimensions: [total.dimension], from, to },
    keys: [[{ by: 'METRIC' }, { by: 'PERIOD' }]],
    most: 2 ** 31 - 1, // as many as there are: they are of no answer
    before,
    exchange: null, // parts and their total are of one measure before they are exchanged
  })
  const found = new Map<string, () => Tally>()
  const place = ({ headers: [header] }: Group): number => frequencies.indexOf(header?.period?.frequency ?? 'ANNUAL')
  for (const {
    headers: [header],
    tallies: own,
  } of groups.sort((a, b) => place(a) - place(b))) {
    if (!header?.metric || !header.period) continue
    const { metric, period } = header
    for (const tally of own) {
      const days = `${metric.code} ${tally.measure} ${period.ordinal}`
      const whole = (): Tally => exchange?.of(tally, period) ?? tally
      found.set(`${days} ${period.frequency}`, whole)
      if (!found.has(days)) found.set(days, whole)
    }
  }
  return (tally) => {
    const wholes = new Map<string, Tally | null>()
    for (const part of tally.parts)
      for (const { ordinal, frequency } of part.periods) {
        const days = `${part.metric} ${part.measure} ${ordinal}`
        if (wholes.get(days)) continue
        const whole = found.get(`${days} ${frequency}`) ?? found.get(days)
        wholes.set(days, whole?.() ?? null)
      }
    const list = [...wholes.values()]
    return list.length === 0 || list.includes(null) ? null : merged(list.filter((each) => each !== null))
  }
}
