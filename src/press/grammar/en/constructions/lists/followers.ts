import { type Item, Slice } from '../../../../items.js'
import { type Phrase, valueMetric } from '../../../../statement.js'
import { phraseAt } from '../../cues.js'
import { sentenceWords } from '../../sentence.js'
import type { State } from '../../state.js'
import { flowNamed, metricsIn, onlyFlow } from '../../subject.js'
import { lastTurn } from '../../words.js'
import { reporterInForce } from '../owners.js'
import { type Around, isListed, type Listed } from './listed.js'

export const ofFlows =
  /^\s*(?:share )?(?:of|to) (?:the |its |total |all |overall |goods |merchandise |(?!(?:the|its|total|all|overall|goods|merchandise) )[\p{sc=Latn}. ]{2,20}['’]s )*(?:\p{Lu}\p{sc=Latn}+ )?(?:goods )?(export(?:s|ed goods)?|import(?:s|ed goods)?|(?:foreign )?trade)\b(?! (?:with|surplus|deficit|balance|in services))/iu

const follower =
  /^(?:[^;]{0,80}?\b(?=followed by\b|ahead of\b))?\s*[)]?\s*(?:(?:,|;|\band\b|\bfollowed by\b|\bthen\b|\bahead of\b|\bas well as\b)\s*)+(?:by )?(?:the )?(\p{Lu}[^,;()]{1,40}?)\s*,?\s+(?:(?:at|with|on|for)(?: an? share of)?|accounting for)\s*$/u

const representing =
  /^\s*(?:(?:on|in|of|for) (?:exports|imports|dispatches|shipments|deliveries|introductions|arrivals|purchases))?\s*,?\s*(?:representing|accounting for|which represents?|being|(?:that is,? |i\.e\. )?(?:the )?equivalent (?:of|to)|equal to|or)\s*(?:about |nearly |over )?$/i

function shareOfAmount(state: State, item: Item, { after, from }: Around): Listed | null {
  const [frame] = state.frames
  const flow = ofFlows.exec(after.text)?.[1] ?? ''
  if (item.kind !== 'PERCENT' || item.sign !== 0 || state.lastRole !== 'LEVEL' || flow === '') return null
  const isOne = state.frames.length === 1 && frame?.phrases.length === 1 && frame.metric !== 'BALANCE'
  if (!isOne || !representing.test(Slice.of(state.text, { start: from, end: item.start }).text)) return null
  return { role: 'SHARE', sign: 0, frames: [{ ...frame, metric: flowNamed(flow) }] }
}

function otherShare(state: State, item: Item, { after, from }: Around): Listed | null {
  const [frame] = state.frames
  const flow = ofFlows.exec(after.text)?.[1] ?? ''
  if (item.kind !== 'PERCENT' || state.lastRole !== 'SHARE' || frame === undefined) return null
  const between = Slice.of(state.text, { start: from, end: item.start }).text
  const isSecond = /^\s*of (?:the |total |all )*(?:exports|imports)\s*,? and (?:for )?$/i.test(between)
  if (flow === '' || !isSecond || state.frames.length > 1) return null
  return { role: 'SHARE', sign: 0, frames: [{ ...frame, metric: flowNamed(flow) }] }
}

const within =
  /^\s*[(](?:including|of which|of that|thereof|incl\.)(?: the)? (\p{sc=Latn}[^,;:()]{1,50}?)(?:\s*[,:\x96-]|\s+(?:with|at))?\s*$/u
const otherFlow =
  /^\s*[)]\s*,?\s*(?:and |while |whereas )?(?:in|for|of) (?:the |total |all )*(exports|imports)\s*(?:[\x96:-]|(?:it )?was|(?:it )?amounted to|(?:it )?stood at)?\s*$/i

/** Reads the share of a part in a bracket, and behind it that of the whole in the other flow: "86% (including the EU 79%), in imports 67%". */
export function shareWithin(state: State, item: Item, { before }: Around): Listed | null {
  const [frame, ...others] = state.frames
  if (item.kind !== 'PERCENT' || item.sign !== 0 || frame === undefined || others.length > 0) return null
  if (state.lastRole !== 'SHARE') return null
  const name = within.exec(before.text)?.[1] ?? ''
  if (isListed(name)) {
    state.outside = frame
    const phrases = [phraseAt(before, before.text.lastIndexOf(name), name.length)]
    return { role: 'SHARE', sign: 0, frames: [{ ...frame, phrases }] }
  }
  const flow = otherFlow.exec(before.text)?.[1]
  const { outside } = state
  if (flow === undefined || outside === null) return null
  return { role: 'SHARE', sign: 0, frames: [{ ...outside, metric: flowNamed(flow) }] }
}

const followedAt = /^\s*,?\s*followed by (?:the )?(\p{sc=Latn}[^,;:()]{1,50}?) (?:at|with)\s*$/u
const alike =
  /^\s*(?:share )?(?:of [^,;()]{0,40})?(?:,\s*(?:and\s+)?|\s*and\s+)(?:the )?(\p{sc=Latn}[^,;:()]{1,50}?)(?: by)?\s*$/u

/** Reads the next of several alike whose verb the first has: "private firms contributed 54 percent, and state-owned ones 16". */
function nextAlike({ frames, lastRole, context }: State, item: Item, before: Slice, said: string): Listed | null {
  const name = (alike.exec(before.text) ?? followedAt.exec(before.text))?.[1] ?? ''
  const [frame] = frames
  const [phrase] = frame?.phrases ?? []
  const { dimensionOf } = context.vocabulary
  if (item.kind !== 'PERCENT' || item.sign !== 0 || !/^(?:SHARE|CHANGE|LEVEL)$/.test(lastRole ?? '')) return null
  if (name === '' || frame === undefined || phrase === undefined || frames.length > 1 || dimensionOf(name) === null)
    return null
  if (dimensionOf(name) !== dimensionOf(phrase.text) || name === phrase.text) return null
  const next = phraseAt(before, before.text.lastIndexOf(name), name.length)
  const sign = lastRole === 'SHARE' ? 0 : lastTurn(said)
  if (lastRole !== 'SHARE' && sign === 0) return null
  const own = [{ ...frame, metric: valueMetric(frame.metric), phrases: [{ ...next, dimension: phrase.dimension }] }]
  return { role: sign === 0 ? 'SHARE' : 'CHANGE', sign, frames: own }
}

const ofEach =
  /(?:[:(,;]|\band\b)\s*[(]?\s*(?:and )?(?:(?:such as|including|like|notably|namely|especially|e\.g\.),? )?(?:the )?(\p{sc=Latn}[^,;:()]{1,60}?) by\s*$/u
const someGoods =
  /\b(?:some|several|many|certain|a number of) (?:commodities|goods|products|items)\b[^.:]{0,200}?(?::|,? (?:such as|including|like|notably|namely|especially|e\.g\.)(?= ))/i

/** Reads the goods that a list names with a rate each: "the exports of some goods fell, such as garments by 24.8%, fruits by". */
function changeOfEach(state: State, item: Item, before: Slice, said: string): Listed | null {
  const name = ofEach.exec(before.text)?.[1] ?? ''
  const opening = someGoods.exec(said)?.[0]
  if (item.kind !== 'PERCENT' || item.sign !== 0 || opening === undefined || !isListed(name)) return null
  const head = said.slice(0, said.indexOf(opening) + opening.length)
  const named = metricsIn(head)
  const flow = named.length > 0 ? onlyFlow(named) : state.continues ? state.side?.metric : null
  const [metric, sign] = [flow ?? null, lastTurn(head)]
  if (metric === null || sign === 0) return null
  const phrase = phraseAt(before, before.text.lastIndexOf(name), name.length)
  const frame = { metric, phrases: [phrase], reporter: reporterInForce(state) }
  return { role: 'CHANGE', sign, frames: [frame] }
}

function nextShare(state: State, item: Item, before: Slice, after: Slice): Listed | null {
  const found = follower.exec(before.text)
  const [frame] = state.frames
  if (item.kind !== 'PERCENT' || item.sign !== 0 || state.lastRole !== 'SHARE' || found === null) return null
  if (
    frame === undefined ||
    frame.phrases.length !== 1 ||
    !/^\s*(?:share\b|of |[,;.]|and\b|respectively\b|$)/.test(after.text)
  )
    return null
  const name = found[1] ?? ''
  if (!isListed(name)) return null
  const phrase: Phrase = { ...phraseAt(before, before.text.lastIndexOf(name), name.length), dimension: 'PARTNER' }
  return { role: 'SHARE', sign: 0, frames: [{ ...frame, phrases: [phrase] }] }
}

/** Reads the next of those that the sentence has given a number: with a share each, or a change. */
export const nextFollower = (state: State, item: Item, around: Around): Listed | null =>
  changeOfEach(state, item, around.before, sentenceWords(state, item.start).text) ??
  nextShare(state, item, around.before, around.after) ??
  nextAlike(state, item, around.before, sentenceWords(state, item.start).text) ??
  otherShare(state, item, around) ??
  shareOfAmount(state, item, around)
