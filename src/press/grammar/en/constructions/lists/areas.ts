import type { Item, Slice } from '../../../../items.js'
import type { Phrase } from '../../../../statement.js'
import { phraseAt } from '../../cues.js'
import type { State } from '../../state.js'
import { metricsIn } from '../../subject.js'
import { changeTail, lastTurn } from '../../words.js'
import { reporterInForce } from '../owners.js'
import { isListed, type Listed } from './listed.js'

const areaBehind =
  /^\s*(?:for|to|from|with) (?:the )?((?:(?:non|extra|intra)[- ])?(?:EU|EA|euro) ?(?:area|countries|zone)?|\p{Lu}[\p{sc=Latn}.]*(?: \p{Lu}[\p{sc=Latn}.]*){0,3}(?: (?:countries|States|area))?)(?=\s*(?:,|;|\.|[)]|$|and\b))/u

/** Reads the partners of rates by themselves: "exports increased by 2.0% for EU countries and by 1.4% for China". */
export function byArea(state: State, item: Item, before: Slice, after: Slice): Listed | null {
  const name = areaBehind.exec(after.text)
  const [frame] = state.frames
  if (item.kind !== 'PERCENT' || item.sign !== 0 || name === null || metricsIn(name[1] ?? '').length > 0) return null
  const bare =
    /^[^,;]*?\b(exports|imports|outgoing flows|incoming flows)(?: of goods)? (?:[a-z]+ly )?(?:[a-z]+)(?: by)?\s*$/i.exec(
      before.text,
    )
  const isFirst = bare !== null && changeTail.test(before.text)
  const isNext =
    state.lastRole === 'CHANGE' && state.listed !== null && /^[^,;]{0,40}\band (?:by )?$/i.test(before.text)
  const metric = isFirst ? (metricsIn(bare[1] ?? '')[0]?.metric ?? null) : isNext ? (frame?.metric ?? null) : null
  if (metric !== 'EXPORTS' && metric !== 'IMPORTS') return null
  const sign = lastTurn(before.text) || (state.listed?.sign ?? 1)
  const at = name[0].lastIndexOf(name[1] ?? '')
  const phrase: Phrase = { ...phraseAt(after, at, (name[1] ?? '').length), dimension: 'PARTNER' }
  state.listed = { metric, role: 'CHANGE', sign, end: item.end }
  state.consumed = phrase.span.end
  return { role: 'CHANGE', sign, frames: [{ metric, phrases: [phrase], reporter: reporterInForce(state) }] }
}

/** Reads the parts of a level in a bracket: "the balance was 3.9 bn (3.5 bn for non-EU countries and 0.4 bn for". */
export function amountByArea(state: State, item: Item, before: Slice, after: Slice): Listed | null {
  const { frames, lastRole, listed } = state
  const [frame] = frames
  const name = areaBehind.exec(after.text)?.[1] ?? ''
  if (item.kind !== 'AMOUNT' || name === '' || lastRole !== 'LEVEL' || frame === undefined || frames.length > 1)
    return null
  const isFirst = /^\s*[(]\s*(?:of which )?$/i.test(before.text) && frame.phrases.length === 0
  const isNext = listed?.role === 'LEVEL' && /^[^,;()]{0,40}(?:,|\band)\s*$/i.test(before.text)
  if (!(isFirst || isNext) || !isListed(name) || (item.sign !== 0 && frame.metric !== 'BALANCE')) return null
  const phrase: Phrase = { ...phraseAt(after, after.text.indexOf(name), name.length), dimension: 'PARTNER' }
  state.listed = { metric: frame.metric, role: 'LEVEL', sign: item.sign, end: item.end }
  state.consumed = phrase.span.end
  const isDeficit = item.sign === 0 && frame.isDeficit === true
  return { role: 'LEVEL', sign: item.sign, frames: [{ ...frame, isDeficit, phrases: [phrase] }] }
}
