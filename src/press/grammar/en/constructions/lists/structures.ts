import { type Item, numbers, Slice } from '../../../../items.js'
import type { Frame, Metric, Phrase } from '../../../../statement.js'
import { phraseAt } from '../../cues.js'
import { noun } from '../../nouns.js'
import type { State } from '../../state.js'
import { isName } from '../../subject.js'
import { foreign } from '../../words.js'
import { reporterInForce } from '../owners.js'

const structure =
  /^\W*(?:in [^,;:]{1,40}, )?(?:the )?(?:structure|composition|breakdown) of (?:the )?(?:(?:total )?value of )?(?:the )?(?:goods |merchandise |total )*(exports|imports)\b[^:;]*?\b(?:was|is|were|has been)(?: as follows)?\s*(:)?/i

const isOwnName = (text: string): boolean => isName(text) && !foreign.test(text)

/** Reads one of the parts of a flow: "The structure of exports was: manufactured goods 89.9%, oil 4.8%", or the rate first. */
export function partOfStructure(state: State, { kind, sign, start, end }: Item): readonly Frame[] | null {
  const { text, items, sentence } = state
  const found = structure.exec(Slice.of(text, sentence).text)
  if (kind !== 'PERCENT' || sign !== 0 || found === null) return null
  const last = items.findLast((each) => numbers.has(each.kind) && each.end <= start)
  const next = items.find((each) => numbers.has(each.kind) && each.start >= end)
  const colon = text.indexOf(':', sentence.start)
  const words =
    found[2] === undefined
      ? Slice.of(text, { start: end, end: next?.start ?? sentence.end })
      : Slice.of(text, { start: Math.max(last?.end ?? 0, colon + 1), end: start })
  const name = noun(words)
  if (!isOwnName(name.text) || /[;:()]/.test(name.text)) return null
  const phrase: Phrase = { text: name.text, span: name.span, dimension: null }
  return [
    { metric: /^e/i.test(found[1] ?? '') ? 'EXPORTS' : 'IMPORTS', phrases: [phrase], reporter: reporterInForce(state) },
  ]
}

const first =
  /^\W*(?:in (?<flow>exports|imports),?(?: too,)? ?)?(?:the )?(?<name>\p{Lu}[^,;:()]{1,40}?) (?:ranked|came|was|placed|stood)(?: in)? first(?:,?\s+(?:with|at)|\s*[(])\s*$/iu

/** Reads the first of the partners that the sentence before speaks of: "Azerbaijan ranked first with". */
export function rankedFirst(state: State, item: Item, before: Slice): readonly Frame[] | null {
  const { flow, name = '' } = first.exec(before.text)?.groups ?? {}
  const named = flow === undefined ? undefined : /^e/i.test(flow) ? 'EXPORTS' : 'IMPORTS'
  const metric: Metric | undefined = named ?? state.side?.metric
  if (item.kind !== 'AMOUNT' || !state.fresh || metric === undefined || !isOwnName(name)) return null
  const phrase: Phrase = { ...phraseAt(before, before.text.indexOf(name), name.length), dimension: 'PARTNER' }
  state.subjects = [phrase]
  return [{ metric, phrases: [phrase], reporter: reporterInForce(state) }]
}
