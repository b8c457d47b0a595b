import type { Frame, Metric } from '../../../../statement.js'
import type { State } from '../../state.js'
import { metricsIn, onlyFlow } from '../../subject.js'

const isExport = /\b(?:exports?|exported|exporting|re-?exports?|destinations?|buyers?|customers?)\b/i
const isImport = /\b(?:imports?|imported|importing|suppliers?|sources?|origins?)\b/i
const ofBalance = /\b(?:(deficits?|shortfalls?)|surplus(?:es)?)\b/i
export const ofShare =
  /\b(?:shares?|structure|composition|dominated|consist(?:ed|s|ing)|composed|account(?:s|ed|ing)? for|proportions?|portions?|per ?cent(?:age)? of|represent(?:s|ed|ing)?|made up)\b/i

/** Returns what the words ahead of a list are of, or else what the text speaks of; null if that is not one. */
export function metricOf(state: State, header: string): Pick<Frame, 'metric' | 'isDeficit'> | null {
  const balance = ofBalance.exec(header)
  const [exported, imported] = [isExport.test(header), isImport.test(header)]
  if (balance !== null) return exported || imported ? null : { metric: 'BALANCE', isDeficit: balance[1] !== undefined }
  if (exported !== imported) return { metric: exported ? 'EXPORTS' : 'IMPORTS' }
  const last = exported ? metricsIn(header).at(-1)?.metric : undefined
  if (exported) return last === 'EXPORTS' || last === 'IMPORTS' ? { metric: last } : null
  const named = metricsIn(header).at(-1)?.metric
  if (named === 'TRADE' || named === 'EXPORTS' || named === 'IMPORTS') return { metric: named }
  const told: Metric | null = onlyFlow(state.frames) ?? state.section ?? state.flow ?? state.side?.metric ?? null
  return told === null || told === 'BALANCE' ? null : { metric: told }
}
