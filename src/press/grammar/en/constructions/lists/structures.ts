import { type Item, numbers, Slice } from '../../../../items.js'
import type { Frame, Metric, Phrase } from '../../../../statement.js'
import { economyAt } from '../../../economies.js'
import { phraseAt } from '../../cues.js'
import { noun } from '../../nouns.js'
import type { State } from '../../state.js'
import { flowFrom, isName } from '../../subject.js'
import { foreign } from '../../words.js'
import { reporterInForce } from '../owners.js'
import { ranksByTrade } from '../partners.js'

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
  const head = items.find((each) => numbers.has(each.kind) && each.start >= sentence.start)?.start ?? 0
  const ahead = Slice.of(text, { start: sentence.start, end: Math.max(head, sentence.start) }).text
  if (found[2] === undefined && ahead.length - found[0].length > 12) return null
  const colon = text.indexOf(':', sentence.start)
  const words =
    found[2] === undefined
      ? Slice.of(text, { start: end, end: next?.start ?? sentence.end })
      : Slice.of(text, { start: Math.max(last?.end ?? 0, colon + 1), end: start })
  const name = noun(words)
  if (!isOwnName(name.text) || /[;:()]/.test(name.text)) return null
  const phrase: Phrase = { text: name.text, span: name.span, dimension: null }
  return [{ metric: flowFrom(found[1] ?? ''), phrases: [phrase], reporter: reporterInForce(state) }]
}

const first =
  /^\W*(?:in (?<flow>exports|imports),?(?: too,)? ?|(?:on|for) the (?<side>export|import) side,? )?(?:the )?(?<name>\p{Lu}[^,;:()]{1,40}?) (?:ranked|came|was|placed|stood)(?: also| likewise| again)?(?: in)? first(?:,?\s+(?:with|at)|\s*[(])\s*$/iu

export function rankedFirst(state: State, item: Item, before: Slice): readonly Frame[] | null {
  const { flow, side, name = '' } = first.exec(before.text)?.groups ?? {}
  const said = flow ?? side
  const named = said === undefined ? undefined : flowFrom(said)
  const metric: Metric | undefined = named ?? state.side?.metric
  if (item.kind !== 'AMOUNT' || !state.fresh || metric === undefined || !isOwnName(name)) return null
  const phrase: Phrase = { ...phraseAt(before, before.text.indexOf(name), name.length), dimension: 'PARTNER' }
  state.subjects = [phrase]
  return [{ metric, phrases: [phrase], reporter: reporterInForce(state) }]
}

const topping =
  /^\W*(?:topping|heading|leading) (?:the )?(?:list of )?(?:the )?(?:[\p{sc=Latn}'’]+ ){0,2}(?<flow>exports|imports)\b[^,;:()]{0,80}? with (?:an? )?\x82\x8F*(?: share)?(?: of [^,;:()]{3,40})? (?:was|were) (?:the )?(?<name>\p{sc=Latn}[^,;:()]{1,60}?)(?:,| with | at | valued )/iu

/** Reads the share of what tops a list, ahead of its name: "Topping the list of exports with a 53% share was copper, with". */
export function toppedBy(state: State, item: Item): readonly Frame[] | null {
  const { text, sentence } = state
  const said = Slice.of(text, sentence)
  const found = item.kind === 'PERCENT' ? topping.exec(text.slice(sentence.start, sentence.end)) : null
  const { flow = '', name = '' } = found?.groups ?? {}
  if (found === null || !isOwnName(name) || found[0].indexOf('\x82') + sentence.start !== item.start) return null
  const phrase: Phrase = phraseAt(said, said.text.indexOf(name), name.length)
  const metric = flowFrom(flow)
  return [{ metric, phrases: [phrase], reporter: reporterInForce(state) }]
}

const ordinal = '(?:first|second|third|fourth|fifth|next|last)'
const place = `(?:in |at |on )?(?:the )?${ordinal} (?:place|position|spot|rank)`
const inFlow =
  '(?: (?:in terms of|in|by|for|among) (?:the )?(?:total |all )*(?<flow>exports|imports)(?: volume| value)?)?'
const placed = [
  new RegExp(
    `^\\W*(?:[^,;:()]{3,60} (?:noted|said|added|stated) that )?(?:the )?(?<name>\\p{Lu}[^,;:()]{1,40}?) (?:is|was|ranks|ranked|comes|came|takes|took|holds|held|occupies|occupied) ${place}${inFlow}(?: [\x96\x97-]|,? (?:with|at))\\s*$`,
    'iu',
  ),
  new RegExp(
    `^\\W*(?:in|at|on) (?:the )?${ordinal} (?:place|position|spot|rank) (?:is|was|comes|came) (?:the )?(?<name>\\p{Lu}[^,;:()]{1,40}?)(?: [\x96\x97-]|,? (?:with|at)|,? (?<flow>exports|imports)(?: to it| from it)? (?:amount(?:ed)?(?: to)?|reach(?:ed)?|total(?:led|ed)?|stood at|were|are))\\s*$`,
    'iu',
  ),
]

const dealing = new RegExp(
  `^\\W*(?:the )?(?<name>\\p{Lu}[^,;:()\\x8F]{1,40}?)[\\x8F]* (?:is|was|ranks|ranked|comes|came|placed|stood)(?: in)?(?: the)? ${ordinal}(?: place| position| spot)?(?: (?:on|in|among) the [^,;:()]{3,40}?)?,? with (?<deal>purchases|orders|deliveries|supplies) (?:of|worth|valued at|totall?ing|amounting to)\\s*$`,
  'iu',
)

const next =
  /\bthe (?:second|third|fourth|fifth|next)[- ](?:highest|largest|biggest|most important) (?<flow>export|import)(?:ed)?(?: product| item| commodity| good)?, (?<name>[\p{sc=Latn}][^,;:()]{1,40}), (?:at|with|worth|valued at)\s*$/iu

const occupied = new RegExp(
  `^\\W*(?:the )?${ordinal} (?:place|position|spot|rank) (?:is|was) (?:occupied|taken|held) by (?:the )?(?<name>\\p{sc=Latn}[^,;:()]{1,50}?)(?: (?:commodity |product )?group)?,? (?:with|at)\\s*$`,
  'iu',
)

/** Reads the next in a list of goods of one flow: "The third place was occupied by the fertilizers commodity group with". */
export function goodsPlaced(state: State, item: Item, before: Slice): readonly Frame[] | null {
  const name = item.kind === 'AMOUNT' && state.fresh ? (occupied.exec(before.text)?.groups?.['name'] ?? '') : ''
  const metric = state.side?.metric
  const isPartner = economyAt(name) !== null || state.context.vocabulary.dimensionOf(name) === 'PARTNER'
  if (metric === undefined || metric === 'BALANCE' || isPartner || !isOwnName(name)) return null
  const phrase: Phrase = { ...phraseAt(before, before.text.lastIndexOf(name), name.length), dimension: null }
  state.subjects = [phrase]
  return [{ metric, phrases: [phrase], reporter: reporterInForce(state) }]
}

export function nextRanked(state: State, item: Item, before: Slice): readonly Frame[] | null {
  const { name = '', flow = '' } = (item.kind === 'AMOUNT' ? next.exec(before.text)?.groups : null) ?? {}
  if (name === '' || !isOwnName(name)) return null
  const phrase: Phrase = { ...phraseAt(before, before.text.lastIndexOf(name), name.length), dimension: null }
  const metric = flowFrom(flow)
  return [{ metric, phrases: [phrase], reporter: reporterInForce(state) }]
}

export function placedAt(state: State, item: Item, before: Slice): readonly Frame[] | null {
  if (item.kind !== 'AMOUNT' || !state.fresh) return null
  const groups = [...placed, dealing].map((each) => each.exec(before.text)?.groups).find((each) => each !== undefined)
  const { name = '', flow, deal } = groups ?? {}
  // What a partner purchases is exported to it.
  const said = deal === undefined ? flow : /^[po]/i.test(deal) ? 'exports' : 'imports'
  const inForce = ranksByTrade(state) ? 'TRADE' : state.side?.metric
  const stated = said === undefined ? inForce : flowFrom(said)
  const isPartner = economyAt(name) !== null || state.context.vocabulary.dimensionOf(name) === 'PARTNER'
  if (!isPartner || stated === undefined || !isOwnName(name)) return null
  const phrase: Phrase = { ...phraseAt(before, before.text.indexOf(name), name.length), dimension: 'PARTNER' }
  state.subjects = [phrase]
  return [{ metric: stated, phrases: [phrase], reporter: reporterInForce(state) }]
}

/** Returns the flow by which the sentence before ranks partners: "the share of the top ten trading partners by imports". */
export function partnersBy({ text, sentence, side }: State): Metric | null {
  const said = text.slice(Math.max(0, sentence.start - 300), sentence.start)
  const isSo =
    /\bpartners (?:by|in terms of) (?:total |volume of |value of )?(?:exports|imports)\b[^.\n]*\.?\s*$/i.test(said)
  return isSo ? (side?.metric ?? null) : null
}
