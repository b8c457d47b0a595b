import type { Period } from '../../../../../domain/periods/period.js'
import { type Item, numbers, type Slice } from '../../../../items.js'
import { resolve } from '../../../../periods.js'
import { type Frame, type Metric, type Phrase, valueMetric } from '../../../../statement.js'
import { noun } from '../../nouns.js'
import { sentenceWords } from '../../sentence.js'
import type { State } from '../../state.js'
import { flowFrom, metricsIn, onlyFlow } from '../../subject.js'
import { isListed, type Listed } from '../lists/listed.js'
import { reporterInForce } from '../owners.js'

const flow =
  "(?:the |its |total |all |overall |goods |merchandise |(?:(?!(?:the|its|total|all|overall|goods|merchandise) )\\p{Lu}\\p{sc=Latn}+ )?\\p{sc=Latn}+['’]s |\\p{Lu}\\p{sc=Latn}+ (?=(?:ex|im)ports?\\b))*(?<flow>exports?|imports?)"
const name = '(?<name>[\\p{sc=Latn}][^,;:()]{1,70}?)'
const turned =
  '(?:rose|fell|grew|increased|decreased|declined|dropped|climbed|jumped|shrank|slipped|expanded|went|moved|changed|narrowed|widened|surged|plunged)'

const moves = [
  new RegExp(`\\bshare of (?:the )?${name} in ${flow}\\b[^,;:()]{0,40}? (?:also |has )?${turned}\\b`, 'iu'),
  new RegExp(`\\bshare of ${flow} (?:to|from|of) (?:the )?${name} (?:also |has )?${turned}\\b`, 'iu'),
  new RegExp(`\\bshare of (?:the )?${name} ${flow} (?:also |has )?${turned}\\b`, 'iu'),
  new RegExp(`\\b(?<flow>export|import) share of (?:the )?${name} (?:also |has )?(?:${turned}|saw|recorded)\\b`, 'iu'),
  new RegExp(
    `(?:^|, |\\band |[ ]{2})(?:the )?${name}['’]s? share (?:of|in) ${flow}\\b[^,;:()]{0,40}? ${turned}\\b`,
    'iu',
  ),
  new RegExp(`\\bshare (?:of|in) ${flow} (?:to|from) (?:the )?${name}(?= *[\x96\x97-])`, 'iu'),
]
const pointing = /\b(?:its|their|this|these|those|that) [^,;:()]{0,40}$|^(?:this|these|those|that)\b/i
const ownShare = /\b(?:its|their) share\b|\bshare of (?:this|that|these|those) [a-z]/i
const isFrom = /\bfrom\s*$/i
const leads =
  /^(?![^.;]*\b(?:shares?|exports|imports|edged|rose|fell|[a-z]+(?:ined|ased|pped|bed))\b)[^.;]{0,60}?\bto\s*$/i

/** Returns the words ahead of the first of two shares, if an item is the second, or the first and has a period of its own. */
function saidBefore(state: State, item: Item, before: Slice): Slice | null {
  if (isFrom.test(before.text)) return periodBehind(state, item) === null ? null : sentenceWords(state, item.start)
  if (!leads.test(before.text)) return null
  const last = state.items.findLast((each) => numbers.has(each.kind) && each.end <= item.start)
  return last?.kind !== 'PERCENT' || last.start < state.sentence.start ? null : sentenceWords(state, last.start)
}

function periodBehind({ items, text, clock, period }: State, { end }: Item): Period | null {
  const next = items.find(({ start }) => start >= end)
  const isOwn = next?.kind === 'PERIOD' && /^ (?:in|for|during|of) (?:the )?$/i.test(text.slice(end, next.start))
  return isOwn && next.period !== null ? resolve(next.period, clock, period) : null
}

/** Reads the share that one has moved to or, with its period, from: "the share of gold rose from 42.5% to 62.1%". */
export function shareMoved(state: State, item: Item, { before }: { readonly before: Slice }): Listed | null {
  if (item.kind !== 'PERCENT' || item.sign !== 0) return null
  const said = saidBefore(state, item, before)
  if (said === null) return shareReached(state, item)
  if (!/\bshare\b/i.test(said.text) || !isFrom.test(said.text)) return null
  const moved = ofShare(state, said)
  const period = isFrom.test(before.text) ? periodBehind(state, item) : null
  return moved !== null && period !== null ? { ...moved, period } : moved
}

const reached = new RegExp(`\\b(?:${turned}|edged (?:up|down))(?: [a-z]+)? to\\s*$`, 'i')
const moving = '(?:also |has )?[a-z]+(?: up| down)?(?: [a-z]+ly)?'
const memberOf = '(?:the )?(?:member (?:countries|states) of (?:the )?)?'
const bareShare = new RegExp(
  `(?:^\\W*|, |\\b(?:and|but|while|whereas) )(?:the |its )?(?:share of (?:the )?(?<of>\\p{Lu}[^,;:()]{1,40}?)|(?<own>\\p{Lu}[^,;:()]{1,40}?)(?:['’]s)? share) ${moving} to\\s*$`,
  'u',
)
const flowTo = new RegExp(
  `(?:^\\W*|[,;] |\\b(?:and|but|while|whereas) )(?:the )?(?:(?<flow>[Ee]xports|[Ii]mports) )?(?:to|from) ${memberOf}(?<name>\\p{Lu}[^,;:()]{1,60}?)(?: ${moving})? to\\s*$`,
  'u',
)

/** Reads the share that one has moved to: "the US share declined to 17 percent", behind shares "exports to ASEAN rose to 17 percent". */
function shareReached(state: State, item: Item): Listed | null {
  const said = sentenceWords(state, item.start)
  const { text } = said
  const isMoved = reached.test(text)
  const bare = isMoved ? bareShare.exec(text) : null
  const [frame] = state.frames
  const isBehindShares = state.lastRole === 'SHARE' || (state.fresh && state.sharesOnly)
  if (!isMoved && !isBehindShares) return null
  const metric = bare && (onlyFlow(metricsIn(text)) ?? (frame === undefined ? null : valueMetric(frame.metric)))
  if (bare !== null && (metric === 'EXPORTS' || metric === 'IMPORTS' || metric === 'TRADE'))
    return shareNamed(state, said, metric, bare.groups?.['of'] ?? bare.groups?.['own'] ?? '', null)
  const own = isMoved && /\bshare of\b[^;]*\b(?:ex|im)ports?\b/i.test(text) ? ofShare(state, said) : null
  if (own !== null || !isBehindShares || frame === undefined) return own
  const { flow: to, name: partner = '' } = flowTo.exec(text)?.groups ?? {}
  if (to === undefined && state.fresh) return null
  return shareNamed(state, said, to === undefined ? valueMetric(frame.metric) : flowFrom(to), partner, 'PARTNER')
}

function shareNamed(
  state: State,
  said: Slice,
  metric: Metric,
  text: string,
  dimension: Phrase['dimension'],
): Listed | null {
  if (!isListed(text)) return null
  const at = said.text.lastIndexOf(text)
  return shareOf(state, metric, { text, span: said.slice(at, at + text.length).span, dimension })
}

function ofShare(state: State, said: Slice): Listed | null {
  const from = /^.*(?:;|\b(?:whil(?:e|st)|whereas)\b)/is.exec(said.text)?.[0].length ?? 0
  const clause = said.slice(from)
  const found = moves.map((each) => each.exec(clause.text)).find((each) => each != null)
  if (found == null) return ownShare.test(clause.text) ? ofSame(state) : null
  const { name: own = '', flow: of = '' } = found.groups ?? {}
  if (pointing.test(own)) return ofSame(state)
  const at = clause.text.indexOf(own, found.index)
  // "The share of oil exports in total exports" is that of oil.
  const words = noun(clause.slice(at, at + own.length).trimmed(new RegExp(` ${of.replace(/s$/i, '')}s?$`, 'i')))
  if (!isListed(words.text)) return null
  return shareOf(state, flowFrom(of), { text: words.text, span: words.span, dimension: null })
}

function ofSame(state: State): Listed | null {
  const [frame, ...others] = state.frames
  const [phrase] = frame?.phrases ?? []
  if (frame === undefined || phrase === undefined || others.length > 0 || frame.metric === 'BALANCE') return null
  return shareOf(state, valueMetric(frame.metric), phrase)
}

const shareOf = (state: State, metric: Metric, phrase: Phrase): Listed => {
  const frame: Frame = { metric, phrases: [phrase], reporter: reporterInForce(state) }
  return { role: 'SHARE', sign: 0, frames: [frame] }
}
