import { Slice } from '../../../items.js'
import type { Frame, Reporter } from '../../../statement.js'
import { economyAt } from '../../economies.js'
import { complements } from '../complements.js'
import { asFor, phraseAt, pronoun } from '../cues.js'
import { isGeneric, listOf, noun } from '../nouns.js'
import type { State } from '../state.js'
import { type FoundMetric, flowFrom, metricsIn } from '../subject.js'
import { directionWord, verb } from '../words.js'
import { isListed } from './lists/listed.js'

const opening = new RegExp(
  `^\\W*(?:(?:and|but|whil(?:e|st)|whereas)\\s+)?(?:${asFor}|in terms of|turning to|for|in|on|among|within|under|of (?:the |its )?(?:total|overall))\\s+[^,;:()]*$`,
  'i',
)
const behindComma = /^[^,;:()]{0,60},\s*(?:however,?\s+)?/
const bySide =
  /(?:^|[,;]|\b(?:and|while|whereas|but))\s*(?:and |while |whereas |but )?(?:in|for|on)\s+(?:the )?(?:total )?$/i
const nameBehind =
  /^\s*[\x96\x97-]?\s*(?:the )?(?!(?:to|from|of|by|with|in|for|was|were)\b)([\p{sc=Latn}][^,;:()]{1,60}?)(?:\s+(?:with|at)|\s*[\x96\x97(-])\s*$/u
const pointing = /^(?:those|that)\s+(?:[a-z]+(?:ed|nt|ing)\s+)?(?:to|of|from|with|in)\s+(?:the )?/i
const noSubject =
  /^(?:country|nation|economy|bloc|there|excluding|including|which|who|driven|led|up|down|after|before|when|where|with|the|of which|on|in|for|by|compared)\b|\b(?:total|value|turnover|figure|growth|increase|decrease|rise|fall|decline|trend|situation|result)$/i

// Says more of the flow before it: "In May exports to ASEAN, including Vietnam, expanded by".
const insertion = /^\s*(?:including|such as|mainly|notably|especially|particularly|led by|headed by|driven by)\b/i

/**
 * Reads the subject behind an opening that names a flow: "As for imports, Germany had the first place with", which is no
 * figure of all imports; undefined where the flow itself is the subject, null if the subject cannot be read.
 */
export function behindOpening(
  state: State,
  before: Slice,
  { metric, start, end }: FoundMetric,
  count: number,
  reporter: Reporter | null,
): readonly Frame[] | null | undefined {
  const rest = before.slice(end)
  const direct = count === 1 && bySide.test(before.text.slice(0, start)) ? nameBehind.exec(rest.text) : null
  const own = direct?.[1] ?? ''
  if (metric !== 'BALANCE' && isListed(own))
    return [{ metric, phrases: [phraseAt(rest, (direct?.[0] ?? '').lastIndexOf(own), own.length)], reporter }]
  const comma = behindComma.exec(rest.text)
  if (metric === 'BALANCE' || comma === null || !opening.test(before.text.slice(0, start))) return undefined
  // "In May China's trade with ASEAN, the EU and Japan was" has no opening.
  if (count > 1 && complements(rest, count, state.context, false).phrases.length === count) return undefined
  const clause = rest.slice(comma[0].length)
  if (insertion.test(clause.text)) return undefined
  if (/\b(?:bought|sold|purchased|shipped|supplied|delivered)\b/i.test(clause.text)) return undefined
  const stop = verb.exec(clause.text)?.index ?? clause.text.length
  const those = pointing.exec(clause.text)
  const words = noun(clause.slice(those?.[0].length ?? 0, stop))
  const home = economyAt(words.text)
  const isHome = home !== null && home.economy === state.context.main && home.end === words.text.length
  if (words.text === '' || isHome || isGeneric(words.text) || pronoun.test(words.text) || noSubject.test(words.text))
    return undefined
  const names = listOf(words, count, state.context)
  if (names.length !== count || !names.every(({ text }) => isListed(text) && !/,/.test(text))) return null
  const dimension = those !== null && !/ (?:of|in)\s+(?:the )?$/i.test(those[0]) ? 'PARTNER' : null
  return names.map(({ text, span }) => ({ metric, phrases: [{ text, span, dimension }], reporter }))
}

const resumes = new RegExp(
  `^[^()]{0,30}[)]\\s*,\\s*(?:also |both |then )?(?:was |were |has |have )?${directionWord}\\b`,
  'i',
)
const inserted =
  /^[\s\S]*(?=,\s*(?:including|led by|headed by|such as|mainly|notably|of which|driven by|especially|particularly)\s+[^,;:()]+$)/i

/** Returns the words of a subject that goes on behind an insertion: "Exports of food, led by oranges (3 bn), grew by". */
export function resumed(state: State, before: Slice): Slice | null {
  if (!resumes.test(before.text)) return null
  const open = state.text.lastIndexOf('(', before.span.start)
  if (open < state.sentence.start) return null
  const words = Slice.of(state.text, { start: state.sentence.start, end: open })
  const found = inserted.exec(words.text)
  return found === null || metricsIn(found[0]).length === 0 ? null : words.slice(0, found[0].length)
}

const behindColon =
  /^[^;:()]{0,60}:\s*(?:the )?([\p{sc=Latn}][^,;:()]{1,60}?)(?:,?\s+(?:valued at|worth|totall?ing|amounting to|at|with)|\s+[(])\s*$/iu

export function firstBehindColon(
  before: Slice,
  { metric, end }: FoundMetric,
  reporter: Reporter | null,
): readonly Frame[] | null {
  const rest = before.slice(end)
  const found = behindColon.exec(rest.text)
  const name = found?.[1] ?? ''
  if (found === null || metric === 'BALANCE' || !isListed(name)) return null
  return [{ metric, phrases: [phraseAt(rest, found[0].lastIndexOf(name), name.length)], reporter }]
}

type Groups = Readonly<Record<string, string | undefined>>
type Told = Pick<Frame, 'metric' | 'isDeficit'>

/** Describes a beginning of a sentence: the metric of its figure, and whether that is a partner's. */
type Head = readonly [pattern: RegExp, told: (groups: Groups) => Told, isPartner: boolean]

const byFlow = ({ flow = '' }: Groups): Told => ({ metric: flowFrom(flow) })
const byTrader = ({ bought }: Groups): Told => ({ metric: bought === undefined ? 'IMPORTS' : 'EXPORTS' })
const partner = String.raw`(?:[Tt]he )?(?<name>\p{Lu}[^,;:()]{1,40}?)`
const goods = '(?:goods|products|commodities|merchandise)'

const heads: readonly Head[] = [
  // "Trade with the EU was in deficit by"
  [
    new RegExp(
      `^\\W*(?:[Ff]oreign |[Tt]he )?[Tt]rade with ${partner} (?:was|is|remained|ended|closed|recorded|showed|posted|registered|resulted)(?: in)?(?: an?)? (?:(?<deficit>deficit)|surplus)\\b`,
      'u',
    ),
    ({ deficit }) => ({ metric: 'BALANCE', isDeficit: deficit !== undefined }),
    true,
  ],
  // "ASEAN was the largest trading partner and the trade volume stood at"
  [
    new RegExp(
      `^\\W*(?:[^,;:()]{2,40}, )?${partner} (?:was|is|remained|became|continued to be|remains) [^,;:()]{0,40}\\btrad(?:e|ing) partner(?: (?:in|for|during) [^,;:()]{0,30})?,? (?:and|with) (?:the |its |their )?(?:bilateral |mutual |total )?(?:trade (?:volume|value|turnover)|(?:(?:volume|value) of )?imports and exports)\\b`,
      'u',
    ),
    () => ({ metric: 'TRADE' }),
    true,
  ],
  // "The largest market was Germany, where exports"
  [
    new RegExp(
      `^\\W*(?:[Tt]he |[Oo]ur )?(?:[\\p{Ll}-]+ ){0,4}(?:partner|market|destination|supplier|source|buyer|customer) (?:was|is|remained) (?:again |still )?${partner}, (?:where|(?:to|from|with) which) (?:the |its )?(?<flow>exports|imports)\\b`,
      'u',
    ),
    byFlow,
    true,
  ],
  // "Germany took goods worth"
  [
    new RegExp(
      `^\\W*${partner} (?:(?<bought>took|bought|purchased|received|absorbed)|supplied|delivered|sold|provided) ${goods} (?:worth|valued at|for|with a value of|to the value of)\\s`,
      'u',
    ),
    byTrader,
    true,
  ],
  // "From China goods worth"
  [
    new RegExp(`^\\W*(?:[Ff]rom|(?<bought>[Tt]o)) ${partner},? ${goods} (?:worth|valued at|with a value of)\\s`, 'u'),
    byTrader,
    true,
  ],
  // "In the section machinery, exports"
  [
    /^\W*(?:[Ii]n|[Ww]ithin|[Uu]nder|[Ff]or) the (?:\p{Ll}+ )?(?:section|category|group|division|chapter) (?:of )?["']?(?<name>\p{sc=Latn}[^,;:()"]{1,60}?)["'’]?, (?:the |total )?(?<flow>exports|imports)\b(?! (?:of|to|from)\b)/u,
    byFlow,
    false,
  ],
  // "Beef was the main export product in November, reaching"
  [
    /^\W*(?:[^,;:()]{2,40}, )?(?:[Tt]he )?(?<name>\p{sc=Latn}[^,;:()]{1,50}?) (?:was|is|were|are|remain(?:s|ed)?|became|continued to be) (?:again |still |once again )?(?:(?:the|our|its|\p{sc=Latn}+['’]s) )?(?:country['’]s )?(?:most important|main|top|leading|largest|biggest|principal|key) (?<flow>export|import) (?:product|item|commodity|good|category|group|earner)(?: (?:in|for|during|of) [^,;:()]{0,40})?,? (?:reaching|totall?ing|amounting to|worth|at|with|valued at|generating|fetching|earning)\s/u,
    byFlow,
    false,
  ],
  // "Most exported were chemicals, at"
  [
    /^\W*(?:[Tt]he )?(?:goods )?[Mm]ost (?<flow>exported|imported)(?: goods| products)? (?:were|was) (?:the )?(?<name>\p{sc=Latn}[^,;:()]{1,60}?),? (?:at|with|worth|for)\s/u,
    byFlow,
    false,
  ],
  // "The largest export group, machinery, fell by"
  [
    new RegExp(
      `^\\W*[Tt]he (?:[\\p{Ll}-]+ ){0,3}(?:largest|biggest|main|top|leading|most important) (?<flow>export|import) (?:group|category|item|product|commodity|section|good), (?:the )?(?<name>\\p{sc=Latn}[^,;:()]{1,60}?), (?=(?:was|were|has|have|had|amounted|stood|reached|total+ed|${directionWord})\\b)`,
      'u',
    ),
    byFlow,
    false,
  ],
]

/** Reads what a sentence begins with where its flow has no name of its own, as "Germany took goods worth". */
export function headed(state: State, before: Slice, reporter: Reporter | null): readonly Frame[] | null {
  if (!state.fresh) return null
  for (const [pattern, told, isPartner] of heads) {
    const { groups } = pattern.exec(before.text) ?? {}
    const name = groups?.['name'] ?? ''
    if (groups === undefined || !isListed(name)) continue
    const found = economyAt(name)
    const isEconomy = found?.end === name.length
    const isKnown = isEconomy || state.context.vocabulary.dimensionOf(name) === 'PARTNER'
    if (isPartner && isEconomy && found.economy.code === state.context.main?.code) return null
    // Others than partners take goods as well.
    if (told === byTrader && !isKnown) return null
    const phrase = phraseAt(before, before.text.indexOf(name), name.length)
    state.subjects = [{ ...phrase, dimension: isPartner || isKnown ? 'PARTNER' : null }]
    return [{ ...told(groups), phrases: state.subjects, reporter }]
  }
  return null
}
