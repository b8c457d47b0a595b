import { matchesOf } from '../../../lib/matches.js'
import { memoizeByText } from '../../../lib/memo.js'
import type { Slice } from '../../items.js'
import type { Span } from '../../source.js'
import type { Phrase, Reporter, Vocabulary } from '../../statement.js'
import type { Economy } from '../economy-list.js'
import { verb } from './words.js'

export interface Context {
  /** Returns the name that the text gives for a short form; null if it gives none. */
  readonly shortNames: (words: string) => string | null
  readonly main: Economy | null
  readonly vocabulary: Vocabulary
  readonly speaksOfServices: boolean
  /** Indicates a text of which "national exports" are one part, beside re-exports or those of free zones. */
  readonly dividesExports: boolean
  readonly hasScales: boolean
  /** Indicates a text whose changes are against the month or quarter before unless it says otherwise. */
  readonly comparesWithPrevious: boolean
  /** The region that a text is about; null where it is about a country. */
  readonly region: Reporter | null
}

const lead =
  /^(?:['’]s(?!\w)|[\s,;:()"'.&\x96\x97-]|\b(?:\d+-(?:nation|member|country|state)|(?:customs|balance[- ]of[- ]payments|BOP|payments)-based|headline|two-way|formal|and(?: of(?! which| these| them))?|whil(?:e|st)|but|as|with|meanwhile|however|also|whereas|although|though|because|consequently|therefore|thus|hence|nevertheless|nonetheless|instead|accordingly|subsequently|additionally|likewise|similarly|besides|correspondingly|among (?:them|these|which)|of (?:which|these|this total|them)|of(?= [a-z])(?! (?:which|these|this|them|course)\b)|the|a|an|its|this|that|these|(?:my |our )?country's|nation's|province's|city's|(?:autonomous )?region's|municipality's|kingdom's|republic's|sultanate's|emirate's|bloc's|island's|their|total|overall|combined|own|turnaround|notably|therein|furthermore|in addition|moreover|specifically|respectively|both|all|year-on-year|when|where|by (?:nation|country|sector|destination|product|item|region)|according to [^,]*|said|says|showed?|in contrast|on the other hand|nearly|almost|just|tiny|slim|hefty|huge|whopping|sizeable|unexpected|export-led|(?:deterioration|worsening|improvement)(?= of\b|$)|short$|short(?= of)|which means|means?$|close(?= to)|close$|about|around|roughly|approximately|for(?= )(?: the\b)?(?: (?:same|whole))?|during|in|over|at|from|on|to|by|same period|period|such as|including|includes?|included|comprising|comprise[sd]?|consist(?:s|ed|ing) of|especially|particularly|mainly|only|first|second|third(?! countr)|fourth|to be (?:more )?(?:specific|precise|exact)|be (?:more )?(?:specific|precise|exact)|as a result|result|resulting in|resulting|ensuing|leaving|putting|lifting|raising|bringing|pulling|dragging|pushing|sending|taking|shrinking|narrowing|widening|wide(?:r|ned)|narrow(?:er|ed)|swelling|yielding|giving|showing|left|revised|thereby|meaning|led by|following|after|estimated|estimate(?:s|d)? (?:for|of)|estimate|(?:total )?(?:foreign exchange |export )?(?:earnings|receipts|revenues?|proceeds|income) (?:from|for)|expenditures? on|spending on|value of|volume of|amount of|scale of|worth of|some|alone|cumulative|collective|accumulated|calendar-? and seasonally[- ]adjusted|calendar|customs-cleared|(?:non-)?seasonally|seasonally-adjusted|(?:working|trading)[- ]days?(?:[- ]adjusted)?|calendar(?:[- ]adjusted)?|adjusted|unadjusted|reason|half-year|year-round|current|nominal|monthly|annual|annually|country's|nation's|province's|city's|municipality's|country|national|provincial|municipal|local(?!ly| \w+ly)|locally generated|gross|aggregate|already|going|then|global(?= (?:trade|exports|imports)\b|$)|record(?! (?:high|low|of)\b)|record (?:high|low)(?= (?:monthly|quarterly|annual)\b|$)|more|most|slightly|main|goods|merchandise|commodity|foreign(?! (?:products|enterprises|companies|firms|businesses|funded)\b)|our|international|(?:yuan|CNY|RMB|dollar|USD|euro|EUR) ?-denominated|external|further|non-adjusted|provisional|preliminary|initial|data|figures|agency|that the|term|terms|as well|equivalent|corresponding|respective|net|sharper|steeper|larger|bigger|smaller|slower|faster|robust|(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|reviewed|cited|reporting)(?![\w-]))+/i
const tailNoun =
  /(?:[\s,;:·()"'&\x96\x97-]|(?<!\b\w)\.(?=$)|\b(?=\w)(?<!\/)(?:and|or|with|in|of|to|from|the|for|as|by|at|on|total|combined|value|also|both|a|an|its|their|was|were|is|are|valued|such|during|over|between|through|compared|comparison|contrast|against|versus|(?<=(?:^|\b(?:total|all|overall|other|foreign|such|various|exports?|imports?|exported|imported|traded|of|in|the|its|these|those))\s?)goods|however|meanwhile|which|that|when|whil(?:e|st)|year-on-year|respectively|together|has|have|had|so|far|still|again|now|alone|month|period|same|there|thereby|thus|hence|unexpectedly|surprisingly|abruptly|noticeably|sharply|slightly|significantly|substantially|considerably|markedly|only|achieved|fetch(?:ed|ing)|grossed|earned|earning|recorded|registered|posted|reali[sz]ed|completed|accumulated|obtained|reported|notably|strongly|steadily|moderately|marginally|modestly|rapidly|dramatically|continuously)(?!\w)|(?<!\w)products' (?=\w))+$/i
const generic =
  /^(?:(?:the |Chinese )*mainland|(?:at )?(?:a |the )?(?:cost|price)(?: of)?|(?:rest of (?:the )?)?world|break (?:(?:it|this|that|them) )?down|world's (?:[a-z]+-)?(?:largest|biggest) (?:economy|trader|trading nation|exporter|importer)|(?:second|third|fourth|fifth)-(?:highest|largest|lowest|smallest|biggest)(?: on record| ever)?|all countries|sources|destinations|abroad|overseas|goods|merchandise|products|commodities|total|all|overall|goods and commodities|(?:first|same) (?:period|months?)|country|nation|sum|third countries and (?:the )?EU(?: countries)?|(?:the )?EU and (?:third|non-EU) countries|trade(?: turnover)?|trade in goods|(?:(?:foreign |overall )?trade )?balance(?: of trade)?(?: in goods)?|(?:corresponding )?(?:values|figures)|value|period|year|months?|quarter|(?:reference|referent|reporting|reported|observed|reviewed|given|said) period|referent|reference|(?:(?:latest|these|those|this|that|the) )?(?:figures?|numbers?|data|totals?)(?: (?:broke|breaks?|brought|put|took|sent|lifted|raised))?|variance|date|weight|review|etcetera|etc|settle|FOB|CIF|FOB-CIF|(?:FOB-CIF |FOB |CIF )?commercial|reporting|performance|results?|rate|push(?:ed|es)? past|outcome|showing|trend|situation|than|revenues?|receipts?|earnings|proceeds|share|(?:general|special) trade system|imports and exports|exports and imports|trade figures(?: cumulative)?|it|them|(?:(?:US |U\.S\. )?[a-z]+ )?terms|(?:(?:national|community|cross-border) )?concept|billion|(?:U\.?S\.? )?dollars|more|less|increase|decrease|growth|rise|fall|decline|drop|(?:those|these|the same|same) (?:countries|nations|economies)|metropolis|megacity|(?:[a-z]+ern |island |coastal |inland |border |port |manufacturing |industrial )+(?:province|city|municipality)|(?:(?:south|north|east|west|southeast|central|latin)(?:ern)? )?[a-z]+n (?:country|nation|state)|countries|nations|economies|global|worldwide|there\.?|exports?|imports?|higher|lower|up|down|ports?)$/i

const rankBehind =
  /,\s*(?:the|its|an?)\s+(?:[a-z-]+\s){0,3}?(?:[a-z]+-)?(?:largest|biggest|main|leading|top)\b[^,]*,?\s*$/i

const ofPlace = /\s(?:of|in) (?:the|this|our) (?:province|city|municipality|autonomous region)$/i

const dataBehind =
  /(?:^|,?\s+)(?:(?:detailed|official|preliminary|customs|trade) ){1,3}(?:data|figures|statistics)(?: (?:put|puts|showe?d?|shows?|reveale?d?))?$/i

const shortForm = /\s[(][A-Z][A-Z.&]{1,7}[)]?$/

const saidThat =
  /^.*\b(?:announced|said|says|reported|showed|shows|revealed|stated|confirmed|disclosed|added|adding|noted|noting)(?: (?:today|yesterday|earlier|also))? that\s+/i

const ofCategory = /^(?:(?:product|commodity|goods) )?(?:category|section) of (?=\p{Ll})/u

const aroundNoun = [saidThat, lead, ofCategory, tailNoun, rankBehind, ofPlace, shortForm, dataBehind]

export function noun(words: Slice): Slice {
  const { start, end } = nounIn(words.text)
  return words.slice(start, end)
}

const nounIn = memoizeByText((text): Span => {
  let [start, end] = [0, text.length]
  // Ends when none of them has changed anything since the last that did.
  for (let [next, unchanged] = [0, 0]; unchanged < aroundNoun.length; next = (next + 1) % aroundNoun.length) {
    const found = (aroundNoun[next] ?? lead).exec(text.slice(start, end))
    unchanged = found === null || found[0] === '' ? unchanged + 1 : 0
    if (found?.index === 0) start += found[0].length
    else if (found) end = start + found.index
  }
  return { start, end }
}, 500)

const mainland = /^(?:the )?mainland(?: of China)?$/i

// The mainland is a partner of Hong Kong.
export const isMainland = (text: string, { main }: Context): boolean =>
  mainland.test(text) && /^(?:HK|MO|TW)$/.test(main?.code ?? '')

export const isGeneric = (text: string): boolean => generic.test(text)

/** Divides a list into as many parts as there are numbers; one part if that is impossible. */
export function listOf(words: Slice, count: number, { vocabulary }: Context): readonly Slice[] {
  if (count === 1) return [words]
  const repeated = splitAt(words, /,?\s+and\s+(?:(?:that|those)\s+)?(?:with|to|from|of|in|for)\s+/gi)
  if (repeated.length === count) return repeated
  const whole = splitAt(words, /,?\s*\bas well as\s+|,\s*(?:and\s+)?|\s+and\s+|;\s*/gi, true)
  if (whole.length === count) return whole
  const parts = splitAt(words, /,?\s*\bas well as\s+|,\s*(?:and\s+)?|\s+and\s+|;\s*/gi)
  if (parts.length === count) return parts
  const byComma = splitAt(words, /,\s*(?:as well as\s+|and\s+)?|;\s*/gi)
  if (byComma.length === count) return byComma
  const last = byComma.at(-1)
  if (last !== undefined) {
    const merged = [...byComma.slice(0, -1), ...splitAt(last, /\s+and\s+(?!parts\b|components\b)/gi)]
    if (merged.length === count) return merged
    // "metals, machinery and plastics and rubber" ends with a name that has "and".
    const at = /\s+and\s+/i.exec(last.text)
    if (at !== null && byComma.length > 1 && byComma.length === count - 1)
      return [...byComma.slice(0, -1), last.slice(0, at.index), last.slice(at.index + at[0].length)]
  }
  return parts.every(({ text }) => vocabulary.dimensionOf(text) !== null) ? parts : [words]
}

const compound =
  /\b(?:mechanical and electrical|machinery and (?:electrical|electronics?)|textiles? and (?:garments?|clothing|apparels?)|(?:garments?|clothing|apparels?) and (?:accessories|textiles?)|iron and steel|steel and iron|bags and (?:suitcases|containers|luggage|cases)|agriculture, (?:forestry,? and fishing|fishing,? and forestry|hunting,? and forestry)|mining and quarrying|food(?: products)?, (?:drinks?|beverages?),? and tobacco(?: products)?|beverages and tobacco|mineral fuels, lubricants,? and related (?:materials|products)|machinery and transport equipment|oils?,? and fats|animal and vegetable oils|vehicles, parts,? and accessories|belt and road|electricity, gas,? and steam|raw materials and fuels)\b/gi

export function splitAt(words: Slice, at: RegExp, isWhole = false): Slice[] {
  const parts: Slice[] = []
  let from = 0
  const text = isWhole ? words.text.replace(compound, (name) => '_'.repeat(name.length)) : words.text
  for (const { 0: mark, index } of matchesOf(at, text)) {
    parts.push(words.slice(from, index))
    from = index + mark.length
  }
  parts.push(words.slice(from))
  return parts.map(noun).filter(({ text }) => text !== '')
}

export const phrase = (words: Slice, dimension: Phrase['dimension']): Phrase => ({
  text: words.text,
  span: words.span,
  dimension,
})

/** Reads a subject that names no metric: the words before the verb, after the last boundary. */
export function nounBefore(whole: Slice, count: number): readonly Phrase[] {
  const words = whole.slice(
    /^.*\b(?:(?:among|of) which|(?:said|says|announced|reported|showed?|shows|indicated|revealed|add(?:ed|ing)|not(?:ed|ing))(?: [^,;:]{1,30})? that)\s+/is.exec(
      whole.text,
    )?.[0].length ?? 0,
  )
  const stop = lastVerb(words.text)
  const text = words.slice(0, stop)
  if (count > 1) {
    // "Among them, cars, ships and toys rose" names three.
    const names = text.slice(lastBoundary(text.text, 2)).trimmed(/^\s*(?:them|these|those|which|this),\s/i)
    const all = splitAt(names, /,?\s*\bas well as\s+|,\s*(?:and\s+)?|\s+and\s+|;\s*/gi, true)
    // "phones, chips, computers and parts" are three where there are three numbers.
    const byComma = splitAt(names, /,\s*(?:and\s+)?|;\s*/gi, true)
    const parts = all.length !== count && byComma.length === count ? byComma : all
    return parts.length >= count ? parts.slice(-count).map((part) => phrase(part, null)) : []
  }
  let from = 0
  for (const { 0: mark, index } of matchesOf(
    /[;:()"\x97]|(?<!\b[A-Z])\.|,(?=\s*(?:and|whil(?:e|st)|but|as|with|whereas)\b)|,|\b(?:whil(?:e|st)|but|whereas|although|(?<!\bsuch )as|with|that|why)\b|^\s*and\b/gi,
    text.text,
  )) {
    from = index + mark.length
  }
  const found = noun(text.slice(from).trimmed(/\s+such as\s.*$/is)).trimmed(/['’]s$/u)
  return found.text === '' || found.text.split(' ').length > 9 ? [] : [phrase(found, null)]
}

const verbs = new RegExp(verb.source, 'gi')

function lastVerb(text: string): number {
  const found = matchesOf(verbs, text)
  // The first verb of the last run of verbs and adverbs.
  let at = text.length
  for (let index = found.length - 1; index >= 0; index--) {
    const one = found[index]
    if (one === undefined) break
    const between = text.slice(one.index + one[0].length, at)
    if (at !== text.length && between.trim().split(/\s+/).length > 3) break
    if (at !== text.length && /[,;:]/.test(between)) break
    at = one.index
  }
  return at
}

export function lastBoundary(text: string, count: number): number {
  const marks =
    count > 1
      ? /[;:()"]|\s[\x96-]\s|(?<!\b[A-Z])\.|\b(?:whil(?:e|st)|but|with|that|said|says|show(?:ed|s)?|indicated|revealed|which|when|where|because|meanwhile|however|saw|led by|driven by|than|among|of|in|on|for|from|to|by|as)\b/gi
      : /[,;:()"\x97]|\s[\x96-]\s|(?<!\b[A-Z])\.|\b(?:whil(?:e|st)|but|with|that|said|says|which|when|where|because|since|meanwhile|however|also|saw|see|recorded|registered|estimated(?= the\b)|achieved|generated|witnessed|logged|posted|led by|driven by|than|among|of|in|on|for|from|to|by|as|and the|resulting in|(?:surpass|exceed|outpac|outstripp|outweigh)(?:ing|ed)|outweighs?|put(?= [^,;]{1,40}['’]s\b)|reported|show(?:ed|s)?|indicat(?:es|ed)|reveal(?:s|ed)|suggest(?:s|ed)|caus(?:ed|es|ing)|forc(?:ed|es|ing)|enabl(?:ed|es|ing)|allow(?:ed|s|ing)|help(?:ed|s|ing)?|push(?:ed|es|ing)?(?: up)?|lift(?:ed|s|ing)?|boost(?:ed|s|ing)?|propel(?:s|led|ling)?|drove(?: up)?|had|has|a|an|was|were|rose|fell|increased|decreased|dominat\w+|(?:continued|continues|began) to \w+)\b/gi
  // "In breakdown, trade with" begins behind its comma.
  let from =
    count > 1
      ? (/^\s*(?:in|on|by|at|for|as|amid|despite|following|according to|based on|thanks to|owing to|due to|because of|(?:boosted|supported|driven|helped|buoyed|lifted|hit|affected) by) [^,]{1,60},\s/i.exec(
          text,
        )?.[0].length ?? 0)
      : 0
  for (const { 0: mark, index } of matchesOf(marks, text)) from = Math.max(from, index + mark.length)
  return from
}
