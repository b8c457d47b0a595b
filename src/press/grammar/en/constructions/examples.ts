import type { Slice } from '../../../items.js'
import { type Frame, type Phrase, valueMetric } from '../../../statement.js'
import { phraseAt } from '../cues.js'
import { isGeneric, listOf, noun, phrase } from '../nouns.js'
import type { Role, State } from '../state.js'
import { metricsIn } from '../subject.js'
import { verb } from '../words.js'

const example =
  /\b(?:(in particular|such as|namely|notably|mainly|particularly|especially|includ(?:ing|es?|ed)|led by)\s+(?:those (?:to|from|of|in) )?|(?:for|to|from|of|in|with)\s+)(?:the )?(?:"\s*)?([^,;:()"]{2,110}?)"?\s*[(](?:by\s*)?$/i

/**
 * Returns the words before a bracket, if they are an example of the subject, or the subject has no other: "to most
 * destinations, in particular the Philippines (", "exports contracted for coal (".
 */
export function exampleBefore(before: Slice, phrases: readonly Phrase[]): readonly Phrase[] | null {
  const found = example.exec(before.text)
  const name = found?.[2] ?? ''
  if (found === null || (found[1] === undefined && phrases.length > 0)) return null
  const at = found.index + found[0].lastIndexOf(name)
  const whole = noun(before.slice(at, at + name.length))
  // "in the exchange with Korea" names Korea.
  const words = whole.slice(/^.*\bwith (?:the )?(?=\p{Lu})/su.exec(whole.text)?.[0].length ?? 0)
  // "deficit of Slovakia was recorded with Korea" names the partner behind the verb.
  const stop = verb.exec(words.text)
  if (stop !== null && found[1] === undefined) {
    const from = before.text.lastIndexOf(words.text) + stop.index
    const behind = exampleBefore(before.slice(from), phrases)
    const ahead = noun(words.slice(0, stop.index))
    return behind ?? (isGeneric(ahead.text) || ahead.text === '' ? null : [phrase(ahead, null)])
  }
  return isGeneric(words.text) || words.text === '' || metricsIn(words.text).length > 0
    ? null
    : [{ text: words.text, span: words.span, dimension: null }]
}

const bracketed =
  /(?:^.*(?:[,;:\x95]|\b(?:are|were|is|was|from|included?|includes|including|recorded|registered|by|in|to|of|for|areas|than)\s)|^[\s)]*(?:(?:and|while|whilst|but)\s+)?)\s*(?:(?:to|from|by|in|of|and)\s+)*(?:the\s+)?([^,;:()]{2,60}?)\s*[(]\s*(?:(?:up|down|rising|falling)\s+(?:by\s+)?)?$/is

export function nameBefore(before: Slice): Phrase | null {
  const found = bracketed.exec(before.text)
  const name = found?.[1] ?? ''
  if (found === null) return null
  const at = found.index + found[0].lastIndexOf(name)
  const words = noun(before.slice(at, at + name.length))
  const isName =
    words.text !== '' && !isGeneric(words.text) && metricsIn(words.text).length === 0 && !verb.test(words.text)
  return isName ? { text: words.text, span: words.span, dimension: null } : null
}

/** Reads the next of several of which the first had a number. */
export const nextOf = (state: State, before: Slice): readonly Phrase[] =>
  [nextWithComma, nextInRow, nextWith]
    .map((read) => read(state, before))
    .find((found) => found.length > 0 && found.every(({ text }) => !verb.test(text))) ?? []

function nextWith(state: State, before: Slice): readonly Phrase[] {
  const found =
    /(?:^[\s)]*|[,;]|\bwas(?= followed by))\s*(?:and |followed by |ahead of |then )+(?:the )?([^,;]{2,50}?),?\s+(?:with|at)(?: (?:about|almost|nearly|around|some|over|close to))?\s+$|^\s*[,;]\s*(?:the )?((?:(?!\b(?:followed|ahead)\b)[^,;]){2,50}?)\s+(?:with|at)\s+$|(?:\bfollowed by|^[\s)]*and)\s+(?:the )?([^,;()]{2,40}?)\s*$/i.exec(
      before.text,
    )
  const source =
    /\b(?:mainly|mostly|chiefly|largely|primarily)\s+from (?:the )?([^,;()]{3,50}?)(?: sector)? with\s*$/i.exec(
      before.text,
    )
  if (source !== null && !state.fresh)
    return [phraseAt(before, source.index + source[0].indexOf(source[1] ?? ''), (source[1] ?? '').length)]
  const second =
    state.frames[0]?.phrases[0] === undefined
      ? null
      : /^\W*(?:the )?(?:second|third|next|runner-up)(?:[ -](?:largest|biggest))?(?: (?:place|market|partner|destination))? (?:was|came|is)\s+(?:the )?(\p{Lu}[^,;()]{1,40}?),?\s+(?:with|at)\s*$/iu.exec(
          before.text,
        )
  if (second !== null) return [phraseAt(before, second[0].lastIndexOf(second[1] ?? ''), (second[1] ?? '').length)]
  const name = found?.[1] ?? found?.[2] ?? found?.[3] ?? ''
  if (/\s(?:by|to|from|of)$/.test(name) || (found?.[3] !== undefined && verb.test(name))) return []
  const isNamed = /^\p{Lu}/u.test(name) || state.context.vocabulary.dimensionOf(name) !== null
  const isOfPartners = state.frames[0]?.phrases[0] !== undefined && /\bfollowed by\b/i.test(before.text)
  if (found === null || (state.fresh && !isOfPartners) || !isNamed) return []
  return [phraseAt(before, found.index + found[0].lastIndexOf(name), name.length)]
}

function nextWithComma(state: State, before: Slice): readonly Phrase[] {
  const found = /[:;]\s*(?:and |with )*(?:the )?(\p{Lu}[^,;:()]{1,40}),\s*$/u.exec(before.text)
  const name = found?.[1] ?? ''
  if (found === null || state.frames[0]?.phrases[0] === undefined) return []
  return [phraseAt(before, found.index + found[0].lastIndexOf(name), name.length)]
}

/** Reads the next of several in the same clause: "…, followed by the EU, up 5 percent to 3 bn". */
function nextInRow(state: State, before: Slice): readonly Phrase[] {
  const found = /[,;]\s*(?:and |followed by |then )+(?:the )?([^,;]{2,50}),[^,;]*$/i.exec(before.text)
  if (found === null || state.fresh) return []
  const from = found.index + found[0].lastIndexOf(`${found[1]},`)
  const words = noun(before.slice(from, from + (found[1] ?? '').length))
  const isKnown = state.context.vocabulary.dimensionOf(words.text) !== null
  return isKnown ? [{ text: words.text, span: words.span, dimension: null }] : []
}

/** Reads "most exports went to the United States, goods to the value of" behind the metric. */
export function destination(before: Slice, end: number): Phrase | null {
  const found =
    /^(?:\s+(?:in|during|for))?\s+(?:went to|came from|were (?:sent|shipped) to|originated (?:in|from))\s+(?:the )?([A-Z][^,;:\d]{1,40}?)(?:[,:][^,;]*|\s+(?:with|at)\s*)$/u.exec(
      before.text.slice(end),
    )
  const name = found?.[1] ?? ''
  return found === null
    ? null
    : { ...phraseAt(before, end + found[0].indexOf(name), name.length), dimension: 'PARTNER' }
}

export function followerBefore(before: Slice, end: number): Phrase | null {
  const found =
    /\bfollowed by (?:the )?([^,;]{2,60}?),?\s+with\s+(?:an? |its |bilateral |total |combined |two-way |the )*$/i.exec(
      before.text.slice(0, end),
    )
  const name = found?.[1] ?? ''
  return found === null
    ? null
    : { ...phraseAt(before, found.index + found[0].indexOf(name), name.length), dimension: 'PARTNER' }
}

const comesNext =
  /^\W*(?:then )?(?:the )?(\p{Lu}[^;:()]{1,90}?),? (?:(?:came|were|was|comes|ranked) (?:next|second|third)|followed)(?: (?:in line|behind|suit))?,?\s+(?:with|at|accounting for|taking|holding)\s+(?:about |nearly |over )?(?:(?:an? |the )?(?:[a-z]+ )?(?:shares?|proportions?|percentages?|values?|amounts?) (?:of|at)\s+)?$/u

/**
 * Reads those that follow one whose number is told: "followed by Japan and India, with 7 bn and 6 bn", "Japan and India came
 * next with shares of".
 */
export function nextFollowers(state: State, before: Slice, count: number, role: Role): readonly Frame[] | null {
  const [frame, ...others] = state.frames
  if (frame === undefined || frame.phrases[0] === undefined) return null
  const names =
    state.fresh && others.every(({ metric }) => metric === frame.metric) ? comesNext.exec(before.text) : null
  const isOfOne = !state.fresh && others.length === 0 && frame.phrases[0].dimension === 'PARTNER'
  const phrases =
    names !== null
      ? namesIn(state, before, names, count, frame.phrases[0].dimension)
      : isOfOne && count > 1 && role === 'LEVEL'
        ? followersBefore(state, before, count)
        : []
  return phrases.length === 0
    ? null
    : phrases.map((phrase) => ({ ...frame, metric: valueMetric(frame.metric), phrases: [phrase] }))
}

export function followersBefore(state: State, before: Slice, count: number): readonly Phrase[] {
  const found = /\bfollowed by (?:the )?([^;()]{3,100}?),?\s+(?:with|at)\s+(?:an? |its |their |total )*$/i.exec(
    before.text,
  )
  return found === null ? [] : namesIn(state, before, found, count, 'PARTNER')
}

function namesIn(
  { context }: State,
  before: Slice,
  found: RegExpExecArray,
  count: number,
  dimension: Phrase['dimension'],
): readonly Phrase[] {
  const names = found[1] ?? ''
  const from = found.index + found[0].indexOf(names)
  const phrases = listOf(before.slice(from, from + names.length), count, context)
  const isList = phrases.length === count && phrases.every(({ text }) => /^\p{Lu}/u.test(text))
  return isList ? phrases.map(({ text, span }) => ({ text, span, dimension })) : []
}
