import { memoizeByObject } from '../../lib/memo.js'
import { currenciesOf, isRate, type UnitInfo } from '../units/unit.js'
import type { CodeLists } from './codes.js'

/**
 * Returns the units of which a store has figures: those of the measures of its series, the currencies of its exchange
 * rates, and the units of growth and shares.
 */
export const unitsInUse: (codes: CodeLists) => readonly UnitInfo[] = memoizeByObject((codes) => {
  const measures = codes.metrics.flatMap((metric) => metric.measures)
  const bases = new Set<string>([...measures, ...measures.flatMap((measure) => currenciesOf(measure))])
  return codes.units.filter(({ unit, base }) => bases.has(base) || isRate(unit))
})
