import { matchesOf } from '../../../../../lib/matches.js'
import type { Item, Slice } from '../../../../items.js'
import type { Phrase } from '../../../../statement.js'
import { isPartnerName, phraseAt } from '../../cues.js'
import type { State } from '../../state.js'
import { flowNamed, metricsIn, subjectAt } from '../../subject.js'
import { directions, directionWord, lastTurn } from '../../words.js'
import { reporterInForce } from '../owners.js'
import { isListed, type Listed } from './listed.js'

const howMuch = '(?:\\s+(?:just|about|around|almost|over|some|as much as|[a-z]+ly))*'
const ownRate = new RegExp(
  `(?:[,(:\x96\x97-]|\\b(?:and|while|whereas))\\s*(?:the )?(exports|imports) by${howMuch}\\s*$`,
  'i',
)

/** Reads the rate of each flow behind the verb of both: "both exports and imports decreased, exports by 6% and imports by". */
export function rateOfEach(state: State, item: Item, said: string, before: Slice): Listed | null {
  const flow = ownRate.exec(before.text)?.[1] ?? ''
  if (item.kind !== 'PERCENT' || item.sign !== 0 || flow === '') return null
  const all = metricsIn(said)
  const [both] = all
  if (both?.metric !== 'TRADE') return null
  const turns = matchesOf(directions, said)
  const isOne = new Set(turns.map(([, down]) => down === undefined)).size === 1
  // A second rate with a verb of its own is none of both.
  if (!isOne || all.slice(1).some(({ metric, start, end }) => metric !== 'BALANCE' && !isBy(said, start, end)))
    return null
  const words = state.fresh ? before : null
  const own = words === null ? undefined : metricsIn(words.text)[0]
  const phrases =
    words === null
      ? (state.frames[0]?.phrases ?? [])
      : own === undefined
        ? []
        : subjectAt(words, own, [own], 1, state.context).phrases
  const sign: Item['sign'] = turns[0]?.[1] === undefined ? 1 : -1
  return { role: 'CHANGE', sign, frames: [{ metric: flowNamed(flow), phrases, reporter: reporterInForce(state) }] }
}

const isBy = (said: string, start: number, end: number): boolean =>
  /(?:[,(:\x96\x97-]|\b(?:and|while|whereas))\s*(?:the )?$/i.test(said.slice(0, start)) &&
  /^ by\b/i.test(said.slice(end))

const withoutVerb = new RegExp(
  `^\\W*(?:the )?(exports|imports)(?: of goods)? (?:to|from) (?:the )?([^,;:()]{2,60}?) by${howMuch}\\s*$`,
  'i',
)

/** Reads a sentence that leaves out the verb of the one before: "Exports to Asia rose by 18 percent. Exports to Africa by". */
export function rateWithoutVerb(state: State, item: Item, said: string, { before, after }: Sides): Listed | null {
  const [, flow = '', name = ''] = withoutVerb.exec(said) ?? []
  const { side } = state
  if (item.kind !== 'PERCENT' || item.sign !== 0 || !isListed(name) || !/^\s*\.?\s*$/.test(after.text)) return null
  const metric = flowNamed(flow)
  if (side === null || side.sign === 0 || side.metric !== metric) return null
  const phrase: Phrase = { ...phraseAt(before, before.text.lastIndexOf(name), name.length), dimension: 'PARTNER' }
  return { role: 'CHANGE', sign: side.sign, frames: [{ metric, phrases: [phrase], reporter: reporterInForce(state) }] }
}

const goingTo = new RegExp(
  `^\\W*(?:[\\p{sc=Latn} ]{2,30}['’]s )?(exports|imports)(?: of goods)? (?:(?:were|was|have|has|had|also|are) )*${directionWord}(?: fast| further| again| [a-z]+ly)* (?:to|from) (?:the )?([^,;:()]{2,50}?), (?:up|down|rising|falling)(?: by)?\\s*$`,
  'iu',
)
const again = new RegExp(`^\\s*,?\\s*(?:and|but|while)\\s+(?:they |also )*${directionWord}(?: by)?\\s*$`, 'i')
const whichMoved = new RegExp(
  `,\\s*(?:(?:and |including |especially |particularly |notably |mainly )*(?:to|from)) (?:the )?([^,;:()]{2,50}?), which (?:also )?${directionWord}(?: by)?\\s*$`,
  'iu',
)
const partnerBehind =
  /^\s*(?:to|from) (?:the )?([\p{sc=Latn}][^,;:()\x81-\x88]{1,50}?)(?=\s*(?:,|;|\.|$)|\s+(?:and|while|in|during)\b)/u

// "fell 7.4 percent, customs said, and was down 10.9 percent with Japan"
const againWith = new RegExp(
  `(?:(?:^|,)\\s*(?:and|but|while)\\s+(?:it |also |was |were )*|^\\W*(?:however, )?it (?:was )?)${directionWord}(?: by)?\\s*$`,
  'i',
)
const partnerAfter = (link: string, ends: string): RegExp =>
  new RegExp(
    `^\\s*${link} (?:the )?((?:\\p{Lu}\\.){2,}|\\p{Lu}[^,;:()\\x81-\\x88.]{1,50}?)(?=\\s*(?:,|;|\\.|$)|\\s+(?:${ends})\\b)`,
    'u',
  )
const withBehind = partnerAfter('with', 'and|while|but|in|during')

/** Reads the partners of one flow with a verb each: "exports grew to Asia, up 5%, and by 6% to Africa, especially to Egypt, which rose". */
export function rateOfPartner(state: State, item: Item, said: string, { before, after }: Sides): Listed | null {
  if (item.kind !== 'PERCENT' || item.sign !== 0) return null
  const [frame] = state.frames
  const [phrase] = frame?.phrases ?? []
  const first = state.fresh ? goingTo.exec(said) : null
  const isNext =
    !state.fresh && state.lastRole === 'CHANGE' && phrase?.dimension === 'PARTNER' && state.frames.length === 1
  const moved = isNext ? whichMoved.exec(before.text) : null
  const isTrade = isNext && frame?.metric === 'TRADE' && againWith.test(before.text)
  const behind = isTrade
    ? withBehind.exec(after.text)
    : isNext && again.test(before.text)
      ? partnerBehind.exec(after.text)
      : null
  const name = first?.[2] ?? moved?.[1] ?? behind?.[1] ?? ''
  const metric = first === null ? frame?.metric : flowNamed(first[1] ?? '')
  if (metric === undefined || metric === 'BALANCE' || !isListed(name)) return null
  const side = behind === null ? before : after
  const partner: Phrase = { ...phraseAt(side, side.text.lastIndexOf(name), name.length), dimension: 'PARTNER' }
  if (behind !== null) state.consumed = partner.span.end
  const sign = lastTurn(before.text) || 1
  return { role: 'CHANGE', sign, frames: [{ metric, phrases: [partner], reporter: reporterInForce(state) }] }
}

const ofShare =
  /\bin terms of (?:the )?(?:shares?|contribution) (?:in|of|to) (?:the |total |all |overall )*(exports?|imports?|trade)\b[^,;:()]{0,20}, (?:the )?([\p{sc=Latn}][^,;:()]{1,50}?) (?:recorded|registered|had|held|took|posted|contributed|stood at|came to|were|was|with|at) (?:an? )?(?:share of )?(?:about |around |nearly |almost |over )?$/iu

export function shareInTerms(state: State, item: Item, { before }: Sides): Listed | null {
  const [, flow = '', name = ''] = ofShare.exec(before.text) ?? []
  if (item.kind !== 'PERCENT' || item.sign !== 0 || !isListed(name)) return null
  const phrase = phraseAt(before, before.text.lastIndexOf(name), name.length)
  const text = state.context.shortNames(name) ?? name
  const frame = { metric: flowNamed(flow), phrases: [{ ...phrase, text }], reporter: reporterInForce(state) }
  return { role: 'SHARE', sign: 0, frames: [frame] }
}

interface Sides {
  readonly before: Slice
  readonly after: Slice
}

const againstShare = /,?\s*(?:against|compared (?:with|to)|versus)\s*(?:about |just |only )?$/i
const andShare = /^\s*,?\s*and\s*(?:about |just |only )?$/i
const forWhom = partnerAfter('for', 'and')

// Reads the shares of others that one is compared with: "its share was 15.2 percent, against 15 percent for the U.S. and 13 for the EU".
export function shareAgainst(state: State, item: Item, { before, after }: Sides): Listed | null {
  const [frame, ...others] = state.frames
  const name = forWhom.exec(after.text)?.[1] ?? ''
  const isLed = againstShare.test(before.text) || andShare.test(before.text)
  if (item.kind !== 'PERCENT' || state.lastRole !== 'SHARE' || !isLed || frame === undefined || others.length > 0)
    return null
  if (frame.phrases[0]?.dimension !== 'PARTNER' || !isPartnerName(state.context, name)) return null
  const partner: Phrase = { ...phraseAt(after, after.text.indexOf(name), name.length), dimension: 'PARTNER' }
  state.consumed = partner.span.end
  return { role: 'SHARE', sign: 0, frames: [{ ...frame, phrases: [partner] }] }
}
