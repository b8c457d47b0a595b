import { numbers, Slice } from '../../../items.js'
import type { Frame, Reporter } from '../../../statement.js'
import { frontedLevel, phraseAt } from '../cues.js'
import type { Role, State } from '../state.js'
import { flowNamed, metricsIn } from '../subject.js'
import { verb } from '../words.js'
import { framesOf } from './named.js'

/** Ends a clause that says of which part a share is, behind which the subject goes on: "trade, of which oil made up 41 percent, was". */
const behindInserted = /^\s*,\s*(?:was|were|stood at|reached|amounted to|totall?ed|came to)\s*$/i
const inserted = /,\s*of which\b[^,;]*$/i

const despite = /\bdespite an?\s*$/i
const despiteIn = /^\s*(?:[a-z-]+ ){0,3}(?:in|of)\b/i

const fronted = /^\W*(?:up|down)(?: by)?(?: (?:about|nearly|over|some))?\s*$/i

/**
 * Reads what a number is of that a sentence begins with: "Up 5 percent on the year, exports reached 3 bn", "At 3 bn, exports
 * were up"; null of any other.
 */
export function frontedOf(
  state: State,
  { before, after, role }: { readonly before: Slice; readonly after: Slice; readonly role: Role },
  reporter: Reporter | null,
): readonly Frame[] | null {
  const { items, text, sentence, fresh, lastRole } = state
  if (role === 'LEVEL' && lastRole === 'SHARE' && behindInserted.test(before.text)) {
    const said = Slice.of(text, { start: sentence.start, end: before.span.start })
    const head = said.slice(0, inserted.exec(said.text)?.index ?? 0)
    const [found, ...others] = metricsIn(head.text)
    if (found === undefined || others.length > 0) return null
    return framesOf(state, { found, metrics: [found], before: head, after }, 1, role, reporter)
  }
  const isDespite = role === 'CHANGE' && !fresh && state.frames.length === 1 && despite.test(before.text)
  if (isDespite) return despiteIn.test(after.text) ? [] : state.frames
  if (!fresh) return null
  if (role === 'LEVEL' && frontedLevel.test(before.text)) return levelAhead(state, after, reporter)
  const part = role === 'LEVEL' ? insertedLevel(state, before, reporter) : null
  if (part !== null) return part
  if (role !== 'CHANGE' || !fronted.test(before.text)) return null
  // A number before it was not read.
  if (before.span.start > sentence.start) return []
  const next = items.find(({ kind, start }) => numbers.has(kind) && start >= after.span.start)
  if (next?.kind !== 'AMOUNT' || next.start >= sentence.end) return null
  const words = Slice.of(text, { start: after.span.start, end: next.start })
  const rest = words.slice(/^[^,;:()]{0,60},\s/.exec(words.text)?.[0].length ?? words.text.length)
  const metrics = metricsIn(rest.text)
  const found = metrics.at(-1)
  if (found === undefined || found.isVerb === true || metrics.length > 1 || found.metric === 'BALANCE') return null
  const behind = Slice.of(text, { start: next.end, end: Math.min(sentence.end, next.end + 160) })
  return framesOf(state, { found, metrics, before: rest, after: behind }, 1, 'LEVEL', reporter)
}

const withLevel =
  /^\W*(?:the )?(?<name>\p{sc=Latn}[^,;:()]{2,60}), (?:at|with|worth|valued at) (?:about |nearly |over |some )?$/iu
const tookPart =
  /^[\x81\x8F]*,? (?:also )?(?:accounted for|took up|made up|represented|constituted|comprised) [^.;]{0,40}\x82(?:\x8F*,? of (?:the |its |all |total |overall )*(?<flow>exports|imports)\b(?! and))?/i

// Reads the trade of what has a share behind it: "Processing trade, at 6 bn, took up 22 percent".
function insertedLevel(state: State, before: Slice, reporter: Reporter | null): readonly Frame[] | null {
  const name = withLevel.exec(before.text)?.groups?.['name'] ?? ''
  const dimension = name === '' ? null : state.context.vocabulary.dimensionOf(name)
  const part = tookPart.exec(state.text.slice(before.span.end, state.sentence.end))
  if (part === null || !/^(?:ENTERPRISE_TYPE|REGIME|PARTNER)$/.test(dimension ?? '')) return null
  const phrase = { ...phraseAt(before, before.text.indexOf(name), name.length), dimension: null }
  return [{ metric: flowNamed(part.groups?.['flow'] ?? ''), phrases: [phrase], reporter }]
}

// Reads the subject of the clause behind a level: "At 3 bn, exports to the EU were up".
function levelAhead(state: State, after: Slice, reporter: Reporter | null): readonly Frame[] | null {
  const comma = /^\s*,\s/.exec(after.text)
  if (comma === null) return null
  const rest = after.slice(comma[0].length)
  const words = rest.slice(0, verb.exec(rest.text)?.index ?? 0)
  const metrics = metricsIn(words.text)
  const [found, ...others] = metrics
  if (found === undefined || found.isVerb === true || others.length > 0) return null
  return framesOf(state, { found, metrics, before: words, after: after.slice(after.text.length) }, 1, 'LEVEL', reporter)
}
