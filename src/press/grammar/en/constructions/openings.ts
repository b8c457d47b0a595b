import { Slice } from '../../../items.js'
import type { Frame, Phrase, Reporter } from '../../../statement.js'
import { economyAt } from '../../economies.js'
import { phraseAt, pronoun } from '../cues.js'
import { isGeneric, listOf, noun } from '../nouns.js'
import type { State } from '../state.js'
import { type FoundMetric, metricsIn } from '../subject.js'
import { directionWord, verb } from '../words.js'
import { isListed } from './lists/listed.js'

/** Opens a sentence or clause before a comma: "As for imports, …". */
const opening =
  /^\W*(?:(?:and|but|whil(?:e|st)|whereas)\s+)?(?:as (?:for|regards)|regarding|concerning|with (?:regard|respect) to|in terms of|in the case of|turning to|for|in|on|among|within|under|of (?:the |its )?(?:total|overall))\s+[^,;:()]*$/i
const behindComma = /^[^,;:()]{0,60},\s*(?:however,?\s+)?/
/** Goes on with the other flow: ", and in imports Machinery with". */
const bySide =
  /(?:^|[,;]|\b(?:and|while|whereas|but))\s*(?:and |while |whereas |but )?(?:in|for|on)\s+(?:the )?(?:total )?$/i
const nameBehind =
  /^\s*[–—-]?\s*(?:the )?(?!(?:to|from|of|by|with|in|for|was|were)\b)([\p{L}][^,;:()]{1,60}?)(?:\s+(?:with|at)|\s*[–—(-])\s*$/u
const pointing = /^(?:those|that)\s+(?:[a-z]+(?:ed|nt|ing)\s+)?(?:to|of|from|with|in)\s+(?:the )?/i
const noSubject =
  /^(?:country|nation|economy|bloc|there|excluding|including|which|who|driven|led|up|down|after|before|when|where|with|the|of which|on|in|for|by|compared)\b|\b(?:total|value|turnover|figure|growth|increase|decrease|rise|fall|decline|trend|situation|result)$/i

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
  const clause = rest.slice(comma[0].length)
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
  /^[^;:()]{0,60}:\s*(?:the )?([\p{L}][^,;:()]{1,60}?)(?:,?\s+(?:valued at|worth|totall?ing|amounting to|at|with)|\s+[(])\s*$/iu

/** Reads the first of several behind a colon: "Imports by use: intermediate goods, valued at". */
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

const moves = `(?=(?:was|were|has|have|had|amounted|stood|reached|total+ed|${directionWord})\\b)`
/** Names at the head of a sentence what its flow is of, apart from that. */
const heads: readonly RegExp[] = [
  /^\W*(?:[Tt]he |[Oo]ur )?(?:[\p{Ll}-]+ ){0,4}(?:partner|market|destination|supplier|source|buyer|customer) (?:was|is|remained) (?:again |still )?(?:the )?(?<name>\p{Lu}[^,;:()]{1,40}?), (?:where|(?:to|from|with) which) (?:the |its )?(?<flow>exports|imports)\b/u,
  /^\W*(?:[Ii]n|[Ww]ithin|[Uu]nder|[Ff]or) the (?:\p{Ll}+ )?(?:section|category|group|division|chapter) (?:of )?["“'‘]?(?<name>\p{L}[^,;:()"”]{1,60}?)["”'’]?, (?:the |total )?(?<flow>exports|imports)\b(?! (?:of|to|from)\b)/u,
  /^\W*(?:[Tt]he )?(?:goods )?[Mm]ost (?<flow>exported|imported)(?: goods| products)? (?:were|was) (?:the )?(?<name>\p{L}[^,;:()]{1,60}?),? (?:at|with|worth|for)\s/u,
  new RegExp(
    `^\\W*[Tt]he (?:[\\p{Ll}-]+ ){0,3}(?:largest|biggest|main|top|leading|most important) (?<flow>export|import) (?:group|category|item|product|commodity|section|good), (?:the )?(?<name>\\p{L}[^,;:()]{1,60}?), ${moves}`,
    'u',
  ),
]
/** Names a partner by what it does with the goods. */
const partners: readonly RegExp[] = [
  /^\W*(?:[Tt]he )?(?<name>\p{Lu}[^,;:()]{1,40}?) (?:(?<bought>took|bought|purchased|received|absorbed)|supplied|delivered|sold|provided) (?:goods|products|commodities|merchandise) (?:worth|valued at|for|with a value of|to the value of)\s/u,
  /^\W*(?:[Ff]rom|(?<bought>[Tt]o)) (?:the )?(?<name>\p{Lu}[^,;:()]{1,40}?),? (?:goods|products|commodities|merchandise) (?:worth|valued at|with a value of)\s/u,
]

/** Says how the trade with a partner was balanced: "Trade with the EU was in deficit by". */
const balanced =
  /^\W*(?:[Ff]oreign |[Tt]he )?[Tt]rade with (?:the )?(?<name>\p{Lu}[^,;:()]{1,40}?) (?:was|is|remained|ended|closed|recorded|showed|posted|registered|resulted)(?: in)?(?: an?)? (?:(?<deficit>deficit)|surplus)\b/u

/** Reads what a sentence begins with where its flow has no name of its own: "The largest market was Germany, where exports". */
export function headed(state: State, before: Slice, reporter: Reporter | null): readonly Frame[] | null {
  if (!state.fresh) return null
  const { name: with_ = '', deficit } = balanced.exec(before.text)?.groups ?? {}
  if (isListed(with_)) {
    const phrase: Phrase = { ...phraseAt(before, before.text.indexOf(with_), with_.length), dimension: 'PARTNER' }
    state.subjects = [phrase]
    return [{ metric: 'BALANCE', isDeficit: deficit !== undefined, phrases: [phrase], reporter }]
  }
  const head = heads.map((each) => each.exec(before.text)?.groups).find((each) => each !== undefined)
  const partner = head ?? partners.map((each) => each.exec(before.text)?.groups).find((each) => each !== undefined)
  const { name = '', flow, bought } = partner ?? {}
  const economy = economyAt(name)
  const isOther = economy?.end === name.length && economy.economy.code !== state.context.main?.code
  if (!isListed(name) || (flow === undefined && !isOther)) return null
  const metric = (flow === undefined ? bought !== undefined : /^e/i.test(flow)) ? 'EXPORTS' : 'IMPORTS'
  const phrase: Phrase = {
    ...phraseAt(before, before.text.indexOf(name), name.length),
    dimension: isOther ? 'PARTNER' : null,
  }
  state.subjects = [phrase]
  return [{ metric, phrases: [phrase], reporter }]
}
