import { Slice } from '../../items.js'
import type { Span } from '../../source.js'
import type { Frame, Metric, Reporter } from '../../statement.js'
import type { State } from './state.js'
import { isGeneric, metricsIn, noun, nounBefore } from './subject.js'
import { directionWord, foreign, notValue, verb } from './words.js'

/** Returns the only flow that a heading names. */
export function flowIn(heading: string): Metric | null {
  const flows = new Set(metricsIn(heading).map(({ metric }) => metric))
  const [flow = null] = flows
  return flows.size === 1 && (flow === 'EXPORTS' || flow === 'IMPORTS') ? flow : null
}

export const onSide = /^\s*(?:on|for) the (import|export) side,/i

const risen = new RegExp(
  `(?:^|[;,]\\s*(?:and|while|but)?|\\band\\b)\\s*((?:[\\p{L}][\\p{L}'-]*,?\\s(?:and |of |[(][^()]*[)] )?){1,7}?)(?:also |was |were |had )?(?:${directionWord})\\b[^,;]{0,25}$`,
  'iu',
)

/** Reads what rose or fell under a heading that names the flow, or "on the import side". */
export function underHeading(
  state: State,
  before: Slice,
  count: number,
  reporter: Reporter | null,
): readonly Frame[] | null {
  const { flow, fresh } = state
  const side = onSide.exec(before.text)
  const metric = side === null ? flow : /^i/i.test(side[1] ?? '') ? 'IMPORTS' : 'EXPORTS'
  if (metric === null || count !== 1 || !(fresh || /[;]|\band\b/.test(before.text))) return null
  const rest = before.slice(side?.[0].length ?? 0)
  const found = risen.exec(rest.text)
  const name = found?.[1] ?? ''
  if (found === null) return null
  const from = found.index + found[0].indexOf(name)
  const words = noun(rest.slice(from, from + (verb.exec(name)?.index ?? name.length)))
  if (/^(?:those|that|these|this|it|they|its)\b/i.test(name.trim())) return null
  if (words.text === '' || isGeneric(words.text) || foreign.test(words.text) || notValue.test(words.text)) return null
  const phrases = [{ text: words.text, span: words.span, dimension: null }]
  state.subjects = phrases
  return [{ metric, phrases, reporter: reporter }]
}

/** Remembers what a sentence without numbers is about, for "their" in the next. */
export function takeTopic(state: State, { start, end }: Span): void {
  const words = Slice.of(state.text, { start, end: Math.min(end, start + 200) })
  const found = nounBefore(
    words.slice(
      0,
      /\b(?:ha(?:s|ve|d)|remain\w*|bec[ao]me|continu\w*|was|were|is|are|play\w*|took|maintain\w*)\b/i.exec(words.text)
        ?.index ?? 0,
    ),
    1,
  )
  const [one] = found
  if (one !== undefined && state.context.vocabulary.dimensionOf(one.text) !== null) state.subjects = found
}
