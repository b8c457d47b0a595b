import { matchesOf } from '../../../../../lib/matches.js'
import type { Frame, Metric } from '../../../../statement.js'
import type { State } from '../../state.js'
import { metricsIn, onlyFlow } from '../../subject.js'

const isExport = /\b(?:exports?|exported|exporting|re-?exports?|destinations?|buyers?|customers?)\b/i
const isImport = /\b(?:imports?|imported|importing|suppliers?|sources?|origins?)\b/i
const ofBalance = /\b(?:(deficits?|shortfalls?)|surplus(?:es)?)\b/gi
export const ofShare =
  /\b(?:shares?|structure|composition|dominated|consist(?:ed|s|ing)|composed|account(?:s|ed|ing)? for|proportions?|portions?|per ?cent(?:age)? of|represent(?:s|ed|ing)?|made up)\b/i

export const pointers =
  'under|over|about|around|nearly|almost|roughly|approximately|some|just|close|less|more|at|it|its|they|this|that|these|those|which|both|all|others?(?! (?:[a-z]+ )?(?:goods|products|countries|articles|items|commodities|regions)$)|each|total'

/** Returns the flow that words name, or those who buy or sell; null if they name both or none. */
export function flowIn(words: string): 'EXPORTS' | 'IMPORTS' | null {
  const [exported, imported] = [isExport.test(words), isImport.test(words)]
  if (exported === imported) return null
  return exported ? 'EXPORTS' : 'IMPORTS'
}

/** Returns what the words ahead of a list are of, or else what the text speaks of; null if that is not one. */
export function metricOf(state: State, header: string): Pick<Frame, 'metric' | 'isDeficit'> | null {
  const balance = matchesOf(ofBalance, header).at(-1)
  const isOfFlow = isExport.test(header) || isImport.test(header)
  if (balance !== undefined) return isOfFlow ? null : { metric: 'BALANCE', isDeficit: balance[1] !== undefined }
  const flow = flowIn(header)
  if (flow !== null) return { metric: flow }
  const last = metricsIn(header).at(-1)?.metric
  if (last === 'EXPORTS' || last === 'IMPORTS' || (last === 'TRADE' && !isOfFlow)) return { metric: last }
  const ahead = flowIn(leading(state))
  if (ahead !== null && !isOfFlow) return { metric: ahead }
  const told: Metric | null = onlyFlow(state.frames) ?? state.section ?? state.flow ?? state.side?.metric ?? null
  return isOfFlow || told === null || told === 'BALANCE' ? null : { metric: told }
}

/** Returns the sentence that a list takes up: "Four of them increased. These were Japan, with 3 bn (4 percent), and Peru". */
export function leading({ text, sentence }: State): string {
  const isTakenUp = /^\W*(?:these|they|those) (?:were|are)\b/i.test(text.slice(sentence.start, sentence.start + 40))
  return isTakenUp ? (/[^.\n]*[.\n]\s*$/.exec(text.slice(0, sentence.start))?.[0] ?? '') : ''
}
