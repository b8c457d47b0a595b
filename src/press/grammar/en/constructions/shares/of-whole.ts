import { getOrInsert, memoizeByObject } from '../../../../../lib/memo.js'
import { type Item, Slice } from '../../../../items.js'
import type { Metric, Phrase } from '../../../../statement.js'
import { economyAt } from '../../../economies.js'
import { noun } from '../../nouns.js'
import type { State } from '../../state.js'
import { flowFrom, flowNamed } from '../../subject.js'
import { isListed, type Listed } from '../lists/listed.js'
import { reporterInForce } from '../owners.js'

interface Part {
  readonly numbers: readonly Item[]
  readonly phrase: Phrase
}

interface Division {
  readonly metric: Metric
  /** The level of the whole, if the sentence gives it: "Of the 364 bn of goods that the UK exported". */
  readonly whole: Item | null
  readonly parts: readonly Part[]
}

const level = '\\x81\\x8F*'
const what = '(?: (?:worth )?(?:of|in) (?:all |total )?(?:goods|merchandise|products|commodities|exports|imports))?'
const ofLevel = new RegExp(
  `^\\W*of (?:the |its |total |(?!(?:the|its|total) )[\\p{sc=Latn} ]{2,20}['’]s )*(?:(?<flow>exports|imports)(?: of goods)? (?:of|worth|valued at|totall?ing) )?${level}${what}(?: (?:that|which) [^,;:()]{2,40}? (?<verb>exported|imported|earned from exports|spent on imports)| (?<passive>exported|imported))?[^,;:()]{0,60},\\s*(?:(?:nearly|about|almost|over|more than|some|around)\\s+)?(?:[a-z-]+\\s*[(])?$`,
  'iu',
)
const ofThose =
  /^\W*(?:of|among) (?:these|them|this|which|(?:the |its )*(?:total |all )*(?:goods )?(?<flow>exports|imports)(?: of goods)?),?\s*(?:about |nearly |almost |some )?$/i
/** Divides the flow that was named just before: "imports totalled 20 bn, of which", "imports totalled 20 bn:". */
const ofBefore =
  /\x81\x8F*(?: worth of goods| in [\x85\x8F]+)*(?:,? of which,?|:)\s*(?:about |nearly |almost |some )?$/i
const ofOwn =
  /^\s*of (?:the |its |total |all |(?!(?:the|its|total|all) )[\p{sc=Latn} ]{2,20}['’]s )*(?:(?!(?:goods|total|all) )(?<adjective>(?:extra-)?\p{sc=Latn}{2,15}) )?(?:goods )?(?<flow>exports|imports)\b[^,;:()]{0,40}?(?=\s(?:was|were|is|are|consist(?:ed|s)? of|comprised?|went to|came from)[\s\x8F])/iu

const joins = /^(?:\s*[(]|,? or (?:about |around |nearly |almost )?)\s*$/i
const verbs =
  /^\s*[)]?,?\s*(?:(?<partner>(?:went|were (?:sold|sent|shipped|exported|dispatched)|was (?:sold|sent|shipped|exported)|were destined|was destined) (?:to|for)|(?:came|originated|were (?:bought|purchased|imported|sourced)|was (?:bought|purchased|imported|sourced)) (?:from|in))|(?<part>was|were|is|are|consist(?:ed|s)? of|comprised?|came from|fell on|of)|(?<bare>to|from))?[\s\x8F]+(?:the )?/i
const divides = /\s*(?:[,;]\s*)?(?:\b(?:and|while|whereas)\b\s*)?(?:the (?:rest|remainder|remaining)\s*[(]?\s*)?$/i
const ends = /^[^.;:()\x81-\x88]*/u

function partsFrom(state: State, items: readonly Item[], skip: number): readonly Part[] {
  const { text, sentence } = state
  const parts: Part[] = []
  for (let at = 0; at < items.length; ) {
    const run = [items[at] as Item]
    while (at + run.length < items.length) {
      const next = items[at + run.length] as Item
      if (!joins.test(text.slice(run.at(-1)?.end ?? 0, next.start))) break
      run.push(next)
    }
    const from = (run.at(-1)?.end ?? 0) + (at === 0 ? skip : 0)
    const next = items[at + run.length]
    const words = Slice.of(text, { start: from, end: next?.start ?? sentence.end })
    // "Africa accounted for 30 percent and Asia for 12 percent" has its names ahead of the numbers.
    if (parts.length > 0 && /^\s*(?:and|whil(?:e|st)|whereas|but)\b/i.test(words.text)) break
    const found = verbs.exec(words.text)
    const isFirst = parts.length === 0
    if (found === null || (isFirst && found.groups?.['partner'] === undefined && found.groups?.['part'] === undefined))
      break
    const rest = words.slice(found[0].length)
    const own = rest.slice(0, ends.exec(rest.text)?.[0].length ?? 0)
    const isLast = next === undefined
    const trimmed = isLast ? own : own.trimmed(divides)
    // Another clause goes on behind the name of the last part.
    const clause = /,? (?:while|whereas|but|compared|up|down|which|as|in|during|for|from)\b/i.exec(trimmed.text)?.index
    const name = noun(trimmed.slice(0, clause ?? trimmed.text.length))
    const isBare = found.groups?.['bare'] !== undefined
    if (isBare && parts.at(-1)?.phrase.dimension !== 'PARTNER') break
    if (!isListed(name.text, 12) && !/^re-?exports$/i.test(name.text)) break
    const isPartner = (isBare || found.groups?.['partner'] !== undefined) && isPlace(name.text)
    parts.push({ numbers: run, phrase: { ...pick(name), dimension: isPartner ? 'PARTNER' : null } })
    at += run.length
  }
  return parts
}

const isPlace = (name: string): boolean =>
  economyAt(name) !== null ||
  /\b(?:countries|states|area|union|region|markets|economies|EU|ASEAN|Asia|Africa|Europe|America|Oceania)\b/i.test(name)

const pick = ({ text, span }: Slice): Pick<Phrase, 'text' | 'span'> => ({ text, span })

/** Returns the only flow that the sentence, or the one before, has told of all goods. */
function flowTold(frames: State['frames']): Metric | null {
  const [frame, ...others] = frames
  const isWhole = frame !== undefined && others.length === 0 && frame.phrases.length === 0
  return isWhole && (frame.metric === 'EXPORTS' || frame.metric === 'IMPORTS') ? frame.metric : null
}

function divisionOf(state: State, item: Item): Division | null {
  const { text, sentence, items } = state
  const numbers = items.filter(
    ({ kind, sign, start }) => (kind === 'AMOUNT' || kind === 'PERCENT') && sign === 0 && start >= item.start,
  )
  const said = text.slice(Math.max(sentence.start, item.start - 300), item.start)
  const [, next] = numbers
  const ahead = next === undefined ? '' : text.slice(sentence.start, next.start)
  const level = item.kind === 'AMOUNT' ? ofLevel.exec(ahead)?.groups : undefined
  const flow = level?.['flow'] ?? level?.['verb'] ?? level?.['passive']
  if (flow !== undefined) {
    const metric = flowFrom(flow)
    return { metric, whole: item, parts: partsFrom(state, numbers.slice(1), 0) }
  }
  const own = item.kind === 'PERCENT' ? ofOwn.exec(text.slice(item.end, sentence.end)) : null
  const { adjective } = own?.groups ?? {}
  // "43 percent of vehicle imports" are of a part already.
  const isWhole = adjective === undefined || economyAt(adjective.replace(/^extra-/i, '')) !== null
  if (own !== null && isWhole && state.fresh && numbers.length > 1)
    return {
      metric: flowNamed(own.groups?.['flow'] ?? ''),
      whole: null,
      parts: partsFrom(state, numbers, own[0].length),
    }
  const those = state.fresh ? ofThose.exec(said) : null
  const named = those?.groups?.['flow']
  const metric =
    those === null
      ? ofBefore.test(said) && !state.fresh
        ? flowTold(state.frames)
        : null
      : named === undefined
        ? flowTold(state.told)
        : flowNamed(named)
  return metric === null ? null : { metric, whole: null, parts: partsFrom(state, numbers, 0) }
}

const known = memoizeByObject((_: State['items']) => new Map<string, Division | null>())

/** Reads a number of a whole that is divided into parts named behind theirs: "Of these, 44% were raw materials, 17% fuels". */
export function partOfWhole(state: State, item: Item): Listed | null {
  if (item.kind !== 'AMOUNT' && item.kind !== 'PERCENT') return null
  const divisions = known(state.items)
  const inForce = [...divisions.values()].find((each) => each !== null && holds(each, item))
  const division = inForce ?? getOrInsert(divisions, `${item.start}`, () => divisionOf(state, item))
  if (division === null || division === undefined || division.parts.length === 0) return null
  const { metric, whole, parts } = division
  const reporter = reporterInForce(state)
  if (item === whole) return { role: 'LEVEL', sign: 0, frames: [{ metric, phrases: [], reporter }] }
  const part = parts.find(({ numbers }) => numbers.includes(item))
  if (part === undefined) return null
  const role = item.kind === 'AMOUNT' ? 'LEVEL' : 'SHARE'
  return { role, sign: 0, frames: [{ metric, phrases: [part.phrase], reporter }] }
}

const holds = ({ whole, parts }: Division, item: Item): boolean =>
  whole === item || parts.some(({ numbers }) => numbers.includes(item))
