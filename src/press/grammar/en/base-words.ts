import { memoizeByText } from '../../../lib/memo.js'
import { type Item, numbers } from '../../items.js'
import type { PeriodMention } from '../../periods.js'
import type { Span } from '../../source.js'
import type { State } from './state.js'

const baseWords =
  /(?:\babove|\bbelow|\b(?:double|triple|quadruple|twice|half)(?=\s$)|(?<!\b(?:first|second|other|latter) )\bhalf of(?=\s$)|\b(?:double|triple|twice|half)\s+that|\bhalf of (?:the|that)\s+(?:[\w-]+\s+){0,3}?(?:in|of|for)|\b(?:double|triple|twice|half)\s+the\s+(?:reported\s+|previous\s+)?(?=\s?$)|\b(?:double|triple|twice|half)\s+(?:the|that)\s+(?:[\w-]+\s+){0,3}?(?:in|of|for)|(?<!\bother )\bthan\s+(?:the|that|those|(?:what (?:was|had been) |(?:was|were) )?(?:recorded|registered|seen|observed|reported))\s+(?:[\w-]+\s+){0,4}?(?:in|of|for|during|over)|\bfrom (?:a |an |the )?(?:[\w-]+ ){0,3}?(?:high|low|peak|record) (?:in|of)|\bthan|\bover|\bfrom|(?<!\b(?:first|only|worst|[a-z]{2,}est|most [a-z]+)\s(?:[\w-]+\s){0,4})\bsince|\b(?:the )?same (?:[a-z]+ )?as|\bsimilar to|(?:compar(?:ed|ing)|in (?:comparison|contrast|relation)|with (?:respect|regard)|relative|opposed) (?:with|to)(?:(?!\bto (?:reach|stand|total|hit)\b|\b(?:reach|totall?|hitt)ing\b)[^,;.]){0,70}|\bcompares (?:with|to)|\bversus|\bvs\.?|\bvis[- ][aà][- ]vis|\bagainst|\bon(?<!\b(?:went|go|goes|going|gone|carr(?:y|ies|ied)|early|later) on)|\bbefore|relative to|opposed to|(?:in relation|with respect) to|compared|\b(?:from|on|over|against)\s+the\s+(?:[a-z-]+ ){0,2}?(?:exports|imports|surplus|deficit|shortfall|gap|balance)\s+(?:[a-z]+ed\s+)?(?:in|for|during)|than\s+(?:the |that )?(?:[\w-]+ ){0,3}?(?:rate|pace|level|growth|figure)s? (?:in|of|for|during|at)|(?:than|over|on|from|against) (?:the |a |an |its )?(?:[\w-]+ ){0,2}?(?:average|rate|pace|level|growth|figure|clip|rise|gain|increase|decline|drop|fall|decrease|contraction|expansion|slump|jump|surge|slide|total|value)s?(?: [a-z]+){0,5}? (?:in|of|for|during|at))\s+(?:the |a |an |its |their |revised |those of |level |levels |value |values |same |in |figure |deficit |surplus |gap |of |that (?:for )?|recorded |reported |reached |posted |registered |achieved |seen |set |period |month of |last |record |trade |goods |pre-[a-z]+ |(?:first|whole) (?=$))*$/i

/** The second of two levels that one is compared with: "16 million against 11 million in June (down 3%) and 9 million in". */
const againstBoth =
  /\b(?:against|from|compared (?:with|to)|versus)\s+(?:[(][^()]*[)]\s*)?(?:(?:in|of|for|during)\s*)?(?:[(][^()]*[)]\s*)?(?:,\s*)?and\s+(?:[(][^()]*[)]\s*)?(?:in|of|for|during)\s*$/i

// Opens another clause: "from 19 percent in April, and in June exports rose".
const opensAnother = /,\s+and (?:in|during|for) (?:the )?$/i

const beyondWords =
  /\b(?:exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|top(?:s|ped|ping)?|overt(?:ake|akes|ook|aken|aking)|outpac(?:e|es|ed|ing)|match(?:es|ed|ing)?|equal(?:s|led|ing)?|beat(?:s|ing)?)\s+(?:that|those|the (?:[\w-]+ ){0,2}?(?:total|level|figure|value|volume|amount|sum|size|scale|record|peak))\b[^,;.]{0,50}$|\b(?:exceed|surpass|outperform|outstrip|eclips|top|beat)[a-z]*\s+(?:the |that of |those of |its )?(?:(?:full|whole|entire)[- ]year |figures? for |levels? of )?$|\b(?:(?:exceed|surpass|outstripp|eclips|topp|doubl|tripl|match)(?:ing|ed)|beat(?:ing)?|short of) the (?:(?:recorded|registered|posted|seen|reported) )?(?:of|in|for|during) (?:the )?$/i

/**
 * Indicates that masked words end with what introduces a base, as "against 5 bn euros (6 bn dollars) in". Each period is asked
 * about for several numbers.
 */
export const introducesBase = memoizeByText(introduces, 200)

function introduces(said: string): boolean {
  const before = said
    .replace(/(?<=[a-z])\x8F+(?= )/gu, '')
    .replace(/\bon \x86\x8F*,?\s*(?:that\s+)?/gu, '')
    .replace(/[(][\x81-\x84\x8F]+[)] /gu, '')
    .replace(
      /\b(?:from|over|on|(?:above|below) (?:the|their|its) (?:level|value)s? (?:of|in|from)) \x85\x8F* (?=(?:(?:in|during) (?:the )?)?$)/u,
      '',
    )
    .replace(/^\W*compared (?:with|to) (?:the )?\x85\x8F*,? (?=(?!and\b|or\b|in\b|of\b)[a-z])/i, '')
    .replace(/(?<![\x81-\x8F] )\b(?:over|(?:more|less|fewer) than) (?=[\x81\x82\x87])/gi, '')
    .replace(/[\x82\x87]\x8F*\s+(?=(?:that|those|the (?:level|value|figure|amount))\s+(?:of|in)\b)/gu, 'than ')
    .replace(/[\x81-\x84]\x8F*,\s*/gu, '')
    .replace(/(?:[\x81-\x8F]\s*)+/gu, '')
    .replace(/,?\s*respectively,?/i, '')
    .replace(/(?<=\b(?:with|to|than|from|over|on|against) )the (?:same |corresponding )?period $/i, 'the ')
  return baseWords.test(before) || beyondWords.test(before) || (againstBoth.test(before) && !opensAnother.test(said))
}

/** The words between a change and the levels that it lies between: "10 percent, to 5 bn in June from the revised May figure of". */
const toBase =
  /^[\s,()]*(?:or|to|reaching|to reach|(?:to|(?:to )?reach(?:ing)?) (?:the|a) level of|from its level of|worth|(?:(?:in|during|for)(?:\s*the (?:quarter|month|period|year) under review)?[\s,]+|(?:higher|lower|more|less|greater|smaller|up|down|increase|rise|gain|jump|decrease|decline|fall|drop|reduction)\s+)?(?:from|over|on|above|below|than|(?:as )?against|versus|(?:(?:as|when) )?compared (?:with|to))(?:\s+(?:the|a|an|its))?(?:\s+revised)?(?:\s+(?:surplus|deficit|value|level|figure|amount|total)(?: of)?)?)?[\s,]*(?:(?:about|nearly|a record)\s*)?$/i

// Stands between two changes with one base: "rose 3 percent and", "a 3 percent rise in exports and a".
export const sharesBase = (between: string): boolean =>
  /^\s*(?:,\s*)?(?:and|whil(?:e|st))\s[^,;.\x81-\x8F]{0,40}$/i.test(between) ||
  /^[\s-]*(?:[a-z-]+ )?(?:increase|decrease|rise|fall|growth|drop|decline|gain|reduction) in (?:exports|imports) and an? $/i.test(
    between,
  )

const inReal = /^\s*[(]\s*(?:in )?(?:real|nominal|volume|price-adjusted)(?: terms)?[:,]?\s*$/i

export function leadsToBase(between: string, next: Item['kind']): boolean {
  const words = between.replace(/[\x81-\x8F]+/gu, '').replace(/,\s*respectively\b/i, '')
  return toBase.test(words) || inReal.test(words) || (next === 'AMOUNT' && /^\s*and\s*$/i.test(words))
}

/**
 * Indicates a period that names the one before, "the preceding quarter (Q1 2024)", not "compared to April 2018, April 2019
 * exports", or that of the next level compared with: "6 bn in January, and a surplus of 7 bn in February last year".
 */
export const isNamedBase = (text: string, from: number, { start, end }: Span): boolean =>
  andLevel.test(text.slice(from, start)) ||
  (/^(?: [(]|, )$/.test(text.slice(from, start)) &&
    !/^ (?:total |goods |merchandise )*(?:exports|imports|trade)\b/i.test(text.slice(end, end + 40)))
const andLevel =
  /^,? (?:and|or) (?:from )?(?:an? (?:surplus|deficit|total|figure) of )?\x81\x8F* (?:in|for|during) (?:the )?$/u

export const opensClause =
  /(?:[;:]|\b(?:whereas|while|but|and|that|as)),?\s+(?:on an?|in comparison (?:with|to)|(?:when |as )?compared (?:with|to)|relative to|in relation to|against) (?:the )?$/i

export const figureOf =
  /^(?:['’]s)?\s*(?:(?:record|revised|final|initial|previous)\s+)?(?:(?:(?:(?:all-time |record )?(?:figure|value|level|amount|total|high|low|peak|record|(?:trade )?(?:surplus|deficit|gap)|exports|imports) )?(?:of|at)|:)\s+)?$|^(?: (?:trade |goods )*(?:surplus|deficit|exports|imports|figure))?,\s+(?:which|when (?:it|they|(?:the|that) (?:figure|amount|total|value|level|sum|surplus|deficit|balance))) (?:had )?(?:been |stood|was|were|amounted|reached|totall?ed)(?: valued| worth| estimated)?(?: at| to)?\s+$/i

/** Behind a base, introduces the change against it: "compared to 3 billion in June, showing a decrease of". */
export const thusChanged =
  /^\s*,\s*(?:(?:thus |and )?(?:show|register|record|reflect|mark|represent)ing\s+)?an?\s+(?:[a-z]+\s)?(?:increase|decrease|rise|fall|growth|decline|drop|gain|reduction)\s+of\s*$/i

// "The largest increase on May 2023 was in imports from Norway, which were 3 percent higher"
const ofLargest =
  /^(?:\W*among [^,;\x81-\x88]{2,50}, )?[^,;\x81-\x88]{0,60}\b(?:largest|biggest|highest|sharpest|strongest|steepest|greatest) (?:[a-z]+ )?(?:increase|decrease|rise|fall|growth|decline|drop|gain)s? (?:in [a-z ]{1,40} )?(?:on|over|from|compared (?:with|to)) (?:the )?$/i

export const leadsSentence = (said: string): boolean =>
  ofLargest.test(said) ||
  /^\s*(?:(?:meanwhile|moreover|however|in addition|overall|similarly|likewise|also),?\s+)?(?:[^,;\x81-\x88]{0,80}\b(?:in|for|during) [\x85\x8F]+,? ?)?(?:(?:in |on |when |as )?(?:comparison|compared|comparing|relative|versus|against)\b[^,;\x82]*$|on (?:an? |the )$|$)/i.test(
    said,
  )

/** Divides a change from a period behind it, which then is not its base. */
export const divides = (between: string): boolean =>
  /[;]|\b(?:whil(?:e|st)|whereas|but|and an?)\b|,(?!\s*(?:respectively,?\s|compared|year|when compared|up|from|over|versus|against|on|or|to)\b|\s*$)/i.test(
    between,
  )

/** Indicates a period over which something changed: "declined 20 percent over the full year", "Over 2023, exports". */
export const isOverWhole = ({ text, sentence }: State, start: number, period: PeriodMention | null): boolean =>
  (/^(?:FULL_YEAR|TO_DATE)$/.test(period?.kind ?? '') && /\bover (?:the )?$/i.test(text.slice(0, start).slice(-10))) ||
  (period?.kind === 'PERIOD' &&
    period.part.frequency === 'ANNUAL' &&
    /^\W*over $/i.test(text.slice(sentence.start, start)) &&
    /^\x85\x8F*,/.test(text.slice(start, start + 30)))

export const isClosedAt = (text: string, at: number): boolean => /^[\s\x8F]*[)]/.test(text.slice(at, at + 30))

/** The period reported on, behind the one it is compared with: "compared to March 2023, in March 2024 exports fell by". */
export const thenIn = /^,\s*(?:in|for|during)\s+[\x85\x8F]+/u

// The pace of an earlier period, without a number: "outpacing July's gains", "a slowdown from the rapid growth seen last year".
const gains =
  '(?:growth|gains?|increases?|rises?|jumps?|surges?|pace|rates?|declines?|falls?|drops?|slumps?|contraction)'
const comparedGains =
  '(?:outpac\\w+|match\\w+|beat\\w*|exceed\\w+|surpass\\w+|topp\\w+|from|than|after|following|with|to|unlike|extending)'
const aheadOfGains = new RegExp(`\\b${comparedGains} (?:the )?$`, 'i')
const behindGains = new RegExp(`^(?:['’]s)? (?:[a-z-]+ ){0,2}${gains}\\b(?! (?:of|to|by) [\\x81\\x82])`, 'i')
const gainsSeen = new RegExp(
  `\\b${comparedGains} (?:the |an? )(?:[a-z-]+ ){0,2}${gains} (?:that was )?(?:seen|recorded|registered|posted|reported|witnessed|enjoyed) (?:in |during |for )?(?:the )?$`,
  'i',
)
export const isOfPastGains = (before: string, after: string): boolean =>
  (aheadOfGains.test(before) && behindGains.test(after)) || gainsSeen.test(before)

const namesEvent =
  /,?\s(?!(?:in|for|during|of|over|through|throughout|from|since|and|that|said|exports|imports|trade)\s$)[a-z]+\s$/

// Indicates the year of what is none of trade, behind which the period follows: "the base of the epidemic last year, from January to May, exports".
export function isOfEvent({ items, text, sentence }: State, { start, end }: Span): boolean {
  const next = items.find((each) => each.start >= end && (each.kind === 'PERIOD' || numbers.has(each.kind)))
  const isAside = text[end] === ',' && namesEvent.test(text.slice(sentence.start, start))
  return isAside && next?.kind === 'PERIOD' && /^, (?:from |in |during |between )?$/.test(text.slice(end, next.start))
}

const causes =
  /(?:,\s(?:as|since|when|after|because)|\b(?:due to|owing to|because of|stemming from|caused by|amid|thanks to|following))\s[^;]{20,}$/i
// "lower than the 7.5 percent target set by the premier in March"
const isSet =
  /\b(?:target|goal|forecast|projection|estimate|plan|tariffs?|duties|measures|agreement|deal)s?\b[^,;]{0,20}\b(?:set|made|announced|issued|given|fixed|introduced|imposed|launched|signed|agreed|unveiled|declared)\b[^,;]{0,50}$/i

/** Indicates a period of a cause behind the numbers: "imports rose 5 percent, as prices jumped due to a storm in March". */
export function isOfCause({ items, text, sentence }: State, { start }: Item): boolean {
  const last = items.findLast((each) => numbers.has(each.kind) && each.end <= start)
  const between = text.slice(last?.end ?? sentence.start, start).replace(/[\x81-\x8F]+/gu, '')
  return causes.test(between) || (last !== undefined && isSet.test(between))
}

const ofLevel = /\x81\x8F*(?: ?[(][^()]*[)])?,? (?:up|down)(?: by)? $/u

// Returns what two rates are on, but of "trade was 3 bn, up 27 percent and 21 percent over the same period of 2019" null for the first.
export const sharedBase = ({ text, sentence }: State, { start }: Item, base: Item | null): Item | null =>
  base?.period?.kind === 'SAME_PART' && ofLevel.test(text.slice(sentence.start, start)) ? null : base
