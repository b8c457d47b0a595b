import type { Slice } from '../../../../items.js'
import type { Frame, Phrase, Reporter } from '../../../../statement.js'
import { phraseAt, pronoun } from '../../cues.js'
import { isGeneric, nounBefore } from '../../nouns.js'
import type { Role, State } from '../../state.js'
import { type FoundMetric, metricsIn, subjectAt } from '../../subject.js'
import { isNoName, verb } from '../../words.js'

export function behindColon(
  before: Slice,
  { metric, end }: FoundMetric,
  count: number,
  reporter: Reporter | null,
): readonly Frame[] | null {
  const colon = before.text.indexOf(':', end)
  const part = before.slice(colon + 1).trimmed(/,\s*$/u)
  if (colon < 0 || metric === 'BALANCE' || metricsIn(part.text).length > 0) return null
  const phrases = nounBefore(part, count)
  const areNames = phrases.every(
    ({ text }) => !isGeneric(text) && !isNoName(text) && !verb.test(text) && !pronoun.test(text),
  )
  return phrases.length === count && areNames
    ? phrases.map((phrase) => ({ metric, phrases: [phrase], reporter }))
    : null
}

export const suchOf = ({ subjects }: State, before: Slice, { start }: FoundMetric): readonly Phrase[] | null =>
  /\bsuch\s*$/i.test(before.text.slice(0, start)) ? subjects : null

/** Returns what a metric names whose value another gives: "crude oil exports fell, with export turnover of". */
export function namedByOther(
  { context }: State,
  before: Slice,
  metrics: readonly FoundMetric[],
  found: FoundMetric,
): readonly Phrase[] {
  const other = metrics.findLast(({ end }) => end <= found.start)
  if (other === undefined || other.metric !== found.metric) return []
  return subjectAt(before.slice(0, found.start), other, [other], 1, context).phrases
}

function moreTraded(after: Slice, reporter: Reporter | null): readonly Frame[] | null {
  const found =
    /^\s*(?:more|less|fewer) (?:goods )?(?:were |was )?(exported|imported) (?:to|from) (?:the )?(\p{Lu}[^,;.]{1,40}?)(?=\s(?:than|in|during|compared)\b|[,;.]|$)/u.exec(
      after.text,
    )
  const name = found?.[2] ?? ''
  if (found === null) return null
  const phrase: Phrase = { ...phraseAt(after, found[0].lastIndexOf(name), name.length), dimension: 'PARTNER' }
  return [{ metric: found[1] === 'exported' ? 'EXPORTS' : 'IMPORTS', phrases: [phrase], reporter }]
}

/** Indicates a share of the goods before, not of trade: "exports of chips rose 45 percent, with those to Japan making up half of the total". */
const isOfGoods = ({ fresh, frames }: State, before: Slice, after: Slice): boolean =>
  !fresh &&
  frames.some(({ phrases }) => phrases.length > 0) &&
  /,\s*with\s[^,;]{2,60}\s(?:accounting for|making up|representing|comprising)(?: (?:about|nearly|over|around|some))*\s*$/i.test(
    before.text,
  ) &&
  /^\s*of (?:the |their |its )?total(?: value| amount)?(?=[,;.]|$)/i.test(after.text)

const leaders =
  /(?:['’]s|\bthe|\bits)\s+(?:(?:top|largest|main|leading|biggest|major)\s+)?(?:(export)|(import)|trad(?:e|ing)) (?:markets?|partners?|destinations?|sources?|suppliers?)\s(?:were|was|are|is|included?)\s*:?\s*/i

function nextLeader(state: State, said: Slice, reporter: Reporter | null): readonly Frame[] | null {
  const opening = leaders.exec(said.text)
  if (opening === null) return null
  const from = Math.max(opening.index + opening[0].length, said.text.lastIndexOf(';') + 1)
  const name =
    /^\s*(?:and )?(?:the )?(\p{Lu}[^,;:]{1,60}?)(?: member states| countries)?,\s*(?:(?:accounting for|making up|with|representing)\s*)?$/u.exec(
      said.text.slice(from),
    )
  if (name === null) return null
  const words = name[1] ?? ''
  const metric = opening[1] !== undefined ? 'EXPORTS' : opening[2] !== undefined ? 'IMPORTS' : 'TRADE'
  const phrase: Phrase = { ...phraseAt(said, from + name[0].indexOf(words), words.length), dimension: 'PARTNER' }
  state.subjects = [phrase]
  return [{ metric, phrases: [phrase], reporter }]
}

const tradingPartner =
  /(?:^\W*|[,;]\s*)(?:the )?(\p{Lu}[\p{sc=Latn} .'-]{1,30}?)\s(?:was|were|is|are|remained|received|took|came|ranked|topped|led)\b[^,;:()]*,\s*(?:(purchas|buy|tak|receiv|absorb|import)|sell|supply|provid|deliver|export)ing\s*(?:about |over |nearly )?$/u

function shareOfPartner(before: Slice, reporter: Reporter | null): readonly Frame[] | null {
  const [all, name = '', buys] = tradingPartner.exec(before.text) ?? []
  if (all === undefined) return null
  const from = before.text.lastIndexOf(all) + all.indexOf(name)
  const phrase: Phrase = { ...phraseAt(before, from, name.length), dimension: 'PARTNER' }
  return [{ metric: buys === undefined ? 'IMPORTS' : 'EXPORTS', phrases: [phrase], reporter }]
}

/** Reads one number by the words on both sides of it; null if it cannot be told what it is of, undefined if others may. */
export function aroundOne(
  state: State,
  { before, after, said }: { readonly before: Slice; readonly after: Slice; readonly said: Slice },
  role: Role,
  reporter: Reporter | null,
): readonly Frame[] | null | undefined {
  const traded = role === 'CHANGE' ? moreTraded(after, reporter) : null
  if (traded !== null) return traded
  if (role === 'SHARE' && isOfGoods(state, before, after)) return null
  const partner = role === 'SHARE' && state.fresh ? shareOfPartner(before, reporter) : null
  if (partner !== null) return partner
  return role === 'SHARE' || role === 'LEVEL' ? (nextLeader(state, said, reporter) ?? undefined) : undefined
}
