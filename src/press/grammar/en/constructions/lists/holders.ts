import { type Item, numbers, Slice } from '../../../../items.js'
import type { Phrase } from '../../../../statement.js'
import { phraseAt, pronoun } from '../../cues.js'
import type { State } from '../../state.js'
import { flowNamed, onlyFlow } from '../../subject.js'
import { reporterInForce } from '../owners.js'
import { ofFlows } from './followers.js'
import { isListed, type Listed } from './listed.js'

const holder =
  /^\W*(?:(?:in|for|during|by|over|overall|meanwhile|notably|specifically|at the same time)\b[^,]{0,40},\s*)?(?:the )?([\p{sc=Latn}][^,;:()]{1,60}?)(?:,\s(?:the|its|our|[\p{sc=Latn}]+['’]s)\s[^,;()]{3,60},|,?\s+which|,(?=\s+(?:accounting|representing|making|constituting|comprising|contributing|taking)\b)|\s+(?:was|were|is|are|remained|remains|became)\s[^,;()]{3,80},)?\s+(?:alone |together |also )?(?:account(?:ed|s|ing)? for|represent(?:ed|s|ing)|ma(?:de|kes?|king) up|constitut(?:ed|es|ing)|compris(?:ed|es|ing)|t(?:ook|akes?|aking)(?: up)?|contribut(?:ed|es|ing)|received|absorbed|accepted|bought|purchased|supplied|provided|with a share of)\s+(?:about |around |nearly |almost |over |some |just |more than |less than )?$/iu
const ofAll = /^\s*of (?:the |all )?(?:total|overall)\b(?! [a-z]+s\b)/i
const longHolder =
  /^\W*([\p{sc=Latn}][^;:()]{1,110}?) (?:accounted for|represented|made up|constituted|comprised)\s+(?:about |around |nearly |almost |over |more than |less than )?$/iu

const clause = /^\s*(?:of [^,;]{2,60})?[;,]\s*(?:and |while |whereas |but )?(?![\s]|(?:which|with)\b)([^;,]{3,90})$/i
const andHolds =
  /^\s*(?:of [^,;]{2,60}?\s)?,?\s*(?:and|but) (?:account(?:ed|s) for|represent(?:ed|s)|ma(?:de|kes?) up|t(?:ook|akes?)(?: up)?|received|absorbed|bought|purchased|supplied|provided|delivered|contributed)\s+(?:about |around |nearly |almost |over |some )?$/i

function sinceNumber({ items, text }: State, { start }: Item): string {
  const last = items.findLast((each) => numbers.has(each.kind) && each.end <= start)
  return Slice.of(text, { start: last?.end ?? start, end: start }).text
}

function otherShare(state: State, item: Item, before: string, after: string): Listed | null {
  const [frame, ...others] = state.frames
  const flow = state.lastRole === 'SHARE' && andHolds.test(before) ? (ofFlows.exec(after)?.[1] ?? '') : ''
  if (flow === '' || item.kind !== 'PERCENT' || frame === undefined || others.length > 0) return null
  return { role: 'SHARE', sign: 0, frames: [{ ...frame, metric: flowNamed(flow) }] }
}

/** Reads whose share of a flow a sentence begins with: "Botswana accounted for 5.1% of exports". */
export function shareOf(state: State, item: Item, said: string, before: Slice, after: Slice): Listed | null {
  const since = state.fresh ? '' : sinceNumber(state, item)
  const other = otherShare(state, item, since, after.text)
  if (other !== null) return other
  const words = state.fresh ? said : (clause.exec(since)?.[1] ?? '')
  const name = holder.exec(words)?.[1] ?? longName(words)
  // "accounted for 7 bn (43%) of total exports"
  const behind = Slice.of(state.text, { start: item.end, end: state.sentence.end }).text.replace(/^\s*[(][^()]*[)]/, '')
  const named = (ofFlows.exec(after.text) ?? ofFlows.exec(behind))?.[1] ?? ''
  // "of the total" is of the flow that the text speaks of.
  const inForce = item.kind === 'PERCENT' && ofAll.test(after.text) ? onlyFlow(state.frames) : null
  const flow = named === '' && inForce !== null ? inForce : named
  const at = before.text.lastIndexOf(name)
  if (!/^(?:PERCENT|AMOUNT)$/.test(item.kind) || item.sign !== 0 || flow === '' || at < 0) return null
  if (
    !isListed(name) ||
    pronoun.test(name) ||
    /^(?:they|these|those|this|the|top|both|all|other|total|each|which)\b/i.test(name)
  )
    return null
  const phrase: Phrase = phraseAt(before, at, name.length)
  state.subjects = [phrase]
  const metric = flowNamed(flow)
  const role = item.kind === 'AMOUNT' ? 'LEVEL' : 'SHARE'
  return { role, sign: 0, frames: [{ metric, phrases: [phrase], reporter: reporterInForce(state) }] }
}

/** Returns a name with commas that a sentence begins with, if all of it is a name: "Pearls, precious metals and articles thereof". */
function longName(said: string): string {
  const name = longHolder.exec(said)?.[1] ?? ''
  const isWhole =
    !/^(?:in|on|at|for|from|during|by|over|among|of|as|with|while|after|according|overall|meanwhile|notably|specifically)\b/i.test(
      name,
    )
  return isWhole && name.includes(',') && !/,\s*(?:which|the|its|a|an|while|but|with|up|down|followed)\b/i.test(name)
    ? name
    : ''
}
