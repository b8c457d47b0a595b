import { matchesOf } from '../../../lib/matches.js'
import { Slice } from '../../items.js'
import type { Frame, Phrase } from '../../statement.js'
import { economyAt } from '../economies.js'
import { reporterIn } from './complements.js'
import { type Context, isGeneric, noun } from './nouns.js'
import type { State } from './state.js'
import { type FoundMetric, metricsIn } from './subject.js'
import { changeTail, directions, directionWord, verb } from './words.js'

/** A change that repeats no subject: "…, a year-on-year increase of", "…, reflecting growth of". */
export const appositive =
  /^\s*,\s*(?:after )?having\s+(?:[a-z]+\s+){1,3}(?:by )?$|^(?:\s*(?:in|for|during)\s*(?=,))?\s*[,(\x97\x96-]?\s*(?:and |or |also )?(?:[a-z]+ing|with|up|down|which (?:is|was))?\s*(?:a|an|the)\s+(?:(?!(?:exports?|imports?|trade|surplus|deficit)\b)[a-z-]+\s+){0,4}?(?:growth|increase|rise|gain|jump|surge|decline|drop|decrease|fall|expansion|contraction|reduction)(?: rate)?(?: of| by)?\s*$|^\s*[,(\x97\x96-]?\s*(?:and )?(?:marking|reflecting|representing|demonstrating|showing|achieving|recording|registering)\s+(?:a |an )?(?:[a-z-]+\s+){0,3}$/i
export const passive = new RegExp(
  `^\\s*(?:was|were|(?:has|have|had) been) (?:shipped|sold|exported|imported|purchased|bought|sent|delivered)\\b[^,;]{0,60},\\s*(?:an? )?${directionWord}(?: of| by)?\\s*$`,
  'i',
)
export const possession =
  /\b(?:s[ae]w|seen|record(?:s|ed|ing)|post(?:s|ed|ing)|present(?:s|ed|ing)|register(?:s|ed|ing)|achiev(?:e|es|ed|ing)|contribut(?:e|es|ed|ing)|generat(?:e|es|ed|ing)|reported|had|has|witnessed|reali[sz]ed|logged|enjoyed|brought|ran|runs|completed|handled|netted|obtained)\b(?!(?: (?:yesterday|today|earlier|late|last|this|on|in|an?|the|week|month|statement|report|release|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[(][^()]*[)]))* that\b)|\b(?:were|are|remained) [^,;]{3,60}?\b(?:partners|markets),? with(?: annual| bilateral| total)*\b/i

export const mainDriver =
  /\b(?:was|were|is|are|remained) (?:the |one of the )?(?:main|biggest|largest|key|top|leading) (?:drivers?|contributors?|sources? of growth)\b/i

export const ofBalance = /\bthan (?:the|an?) (?:deficit|surplus|shortfall) of\s*$/i

export const asFor = 'as (?:for|to|regards)|regarding|concerning|with (?:regard|respect) to|in the case of'

// "At 3 bn, exports were up"
export const frontedLevel = /^\W*at(?: (?:about|nearly|over|some|more than))?\s*$/i

export const pronoun = /^(?:it|they|we|this|that|these)$/i

export const isThatValue = /^\s*(?:the|that|this) (?:[a-z]+ )?(?:value|figure|amount|sum)\b/i

export const samePhrases = (frames: readonly Frame[]): readonly Phrase[] =>
  frames.length === 1 ? (frames[0]?.phrases ?? []) : []

export const lastClause = (text: string): string => text.slice(clauseStart(text))

export function clauseStart(text: string): number {
  let from = 0
  for (const { 0: mark, index } of matchesOf(
    /[;:"]|\x97|--|,\s+(?=(?:whil(?:e|st)|but|and|with|as|whereas|although)\b)|\b(?:whil(?:e|st)|whereas|but)\b|,/gi,
    text,
  ))
    from = index + mark.length
  return from
}

export const isShareBase = (text: string, at: number): boolean =>
  /\b(?:share|proportion|percent|part|growth|drop|increase|decline) (?:of|in) (?:the |its |total |all |overall |\p{sc=Latn}+['’]s )*$/iu.test(
    text.slice(0, at),
  ) && /\bshare|proportion/i.test(text.slice(Math.max(0, at - 40), at))

function shareEnd(text: string): number {
  const found =
    /^\s*[)]?\s*(?:share )?(?:of|in|to) [^,;.\x97]*?(?=[,;.\x97()]|\s(?:whil(?:e|st)|whereas|after|having|and (?=(?:[a-z]+ing|rose|fell|grew|increased|decreased|declined|was|were)\b)|and (?=(?:the )?(?:exports|imports) for\b)|(?:which|that) (?=(?:rose|fell|grew|increased|decreased|declined|dropped|climbed|was|were)\b)|up|down|an? \x80?(?:increase|rise)|$))/i.exec(
      text,
    )
  return found === null ? 0 : found[0].length
}

/** Says what a difference of rates is against: "2.9 percentage points higher than the growth rate of all exports, accounting for". */
const thanRate =
  /^\s*(?:higher|lower|faster|slower|above|below|more|less) (?:than |the )[^,;]{0,60}?\bgrowth[^,;]{0,40},/i

/** Drops what a share before is of, which the next number is not: "57 percent of the trade value, with 19 trillion". */
export function behindShare({ plain, text, sentence, lastRole }: State, from: number, open: Slice): Slice {
  const isUntold =
    /(?:%|per ?cent)$/.test(plain.slice(Math.max(0, from - 8), from)) && /^\s*(?:share )?of\b/.test(open.text)
  // "accounted for 4 bn of the region's trade, an increase of"
  const isPart =
    lastRole === 'LEVEL' &&
    /^\s*of (?:the |its )?(?:total|overall|whole|[\w ]{2,20}['’]s)\b/.test(open.text) &&
    /\baccount\w* for (?:about |nearly |over |some )?\x81\x8F*$/u.test(text.slice(sentence.start, from))
  // "fell from 80.6% in August 2022 to"
  const isTimed = /^ (?:in|for|during) (?:the )?\x85\x8F* to /u.test(text.slice(from, from + 80))
  const rest = (lastRole === 'SHARE' && !isTimed) || isUntold || isPart ? open.slice(shareEnd(open.text)) : open
  return rest.slice(thanRate.exec(rest.text)?.[0].length ?? 0)
}

const ofTrade =
  /^\W*(?:out )?of (?:(?:the|its|this|total|all|overall|foreign|external|merchandise|goods) )*trade\b[^;:\x81-\x84]{0,40},/i

/** Returns the metric that a share is of: what it is followed by, or the trade that the sentence begins with. */
export const metricOfWhole = ({ text, sentence }: State, after: string): Frame['metric'] | null =>
  ofTrade.test(text.slice(sentence.start, sentence.end)) ? 'TRADE' : shareMetric(after)

export function shareMetric(after: string): Frame['metric'] | null {
  const end =
    /[,;.]|[)]\s+(?:and|but|while)\b|\s(?:and|but|whil(?:e|st)|whereas) (?:of|in) /i.exec(after)?.index ?? after.length
  const [found] = metricsIn(after.slice(0, end))
  return found?.metric ?? null
}

const directionAfter = new RegExp(
  `^[\\s-]*(?!(?:against|compared|versus|after|following)\\b)(?:percentage points? )?(?:[a-z-]+\\s){0,3}?(${directionWord})\\b`,
  'i',
)

const atPace = /\bat an? (?:[a-z]+ly )?(?:faster|slower|sharper|steeper|deeper|larger|smaller|greater|higher|lower)\s+/i

/** Says what a rate came to, which keeps its sign: "export growth moderated to", "the decline eased to". */
const rateMovedTo =
  /\b(?:(growth|pace|expansion|increase|gain|rise|uptrend|that of (?:exports|imports)(?= (?:was |were )?cut))|decline|fall|drop|decrease|contraction|slump|reduction)(?: rate)?(?: (?:in|of) [^,;]{1,40}(?:, [^,;]{2,60},)?)? (?:was |has |had |also |further )*(?:moderat|slow|eas|f[ae]ll|drop|declin|dip|decelerat|weaken|cool|narrow|sl[ia]d|slip|accelerat|quicken|widen|deepen|reduced|improv|shr[aiu]nk|edged|cut)[a-z]*(?: (?:down|up|[a-z]+ly))? to (?:only |just |about |around |a |an )*$/i

/** Says behind a bracket which way its rate goes: "3 bn (6.7%) lower than in May". */
const behindBracket =
  /^\s*[)] (?:(higher|more|above|up|larger|greater)|lower|less|below|down|fewer|smaller)(?: (?:than|on|compared)|[,;.]|$)/i

// "fell even faster by"
const fellFaster =
  /(?<=\b(?:f[ae]ll|fallen|dropp?(?:ed)?|declined?|shr[au]nk|slid|slumped|decreased?|plunged|contracted|tumbled|sank|narrowed) (?:even |much |far |still )?)(?:faster|deeper|quicker|larger|higher|more)(?= by\b)/gi
const slowdownFrom =
  /\b(?:slow-?down|moderation|deceleration|cooling|easing|acceleration|pick-?up) from (?:the |a |an )?(?:rate of |growth of )?$/i
const steadierFrom = /,\s*(?:narrow|slow|eas|moderat|cool|accelerat|quicken|decelerat)[a-z]* from (?:the |an? )?$/i

// "a decrease was recorded in the exports of" many words
const wasRecorded = /^[a-z]+ (?:was|were) (?:[a-z]+ )?(?:registered|recorded|observed|noted|seen|reported)\b/i

/** Compares a rate with another of the same direction: "fell 16 percent, faster than the". */
export const pacedThan = /\b(?:slower|faster|sharper|steeper|deeper|quicker|milder) than (?:the |in )?$/i

export function signIn(before: string, after: string, inherited: number): number {
  const behind = /[(]\s*$/.test(before) ? behindBracket.exec(after) : null
  if (behind !== null) return behind[1] === undefined ? -1 : 1
  const kept = rateMovedTo.exec(before.slice(-160))
  if (kept !== null) return kept[1] === undefined ? -1 : 1
  // "Grew 12 percent, down from 15 percent in May" compares it with a rise.
  if (
    /\b(?:(?:up|down|slightly|higher|lower) from|(?:though|but|and|also|much|far|slightly|,) (?:lower|higher|stronger|weaker|better|worse) than) (?:the )?$/i.test(
      before,
    ) &&
    !directionAfter.test(after)
  )
    return 1
  // "Fell 16 percent, faster than the 15 percent of May" compares it with a fall.
  if (pacedThan.test(before) && !directionAfter.test(after)) return inherited
  // "Grew 10 percent, narrowing from the 22 percent rate of May" compares it with a rise.
  if (steadierFrom.test(before) && /^[\s-]*(?:rate|pace|reading)\b/i.test(after)) return inherited
  if (slowdownFrom.test(before) && !directionAfter.test(after)) return inherited
  const clause = before.slice(-160).replace(atPace, 'at a ').replace(fellFaster, '')
  const next = directionAfter.exec(after.slice(0, after.search(/[,;.]|$/u)))
  const [, side] = /^\s*(above|below)\b/i.exec(after) ?? []
  if (side !== undefined) return /^b/i.test(side) ? -1 : 1
  const last = matchesOf(directions, clause).at(-1)
  const isNear =
    last !== undefined &&
    (clause.length - last.index - last[0].length < 70 || wasRecorded.test(clause.slice(last.index))) &&
    !/[;]/u.test(clause.slice(last.index))
  // "an increase of 5 percent in May and a 3 percent fall in June"
  const isOwn = next !== null && /\b(?:and|or|but|while) an?\s*$/i.test(clause)
  const isDirect = last !== undefined && !isOwn && changeTail.test(clause)
  const word = next !== null && !isDirect ? null : isNear ? last : null
  const chosen = word ?? matchesOf(directions, next?.[1] ?? '')[0]
  return chosen === undefined ? inherited : chosen[1] === undefined ? 1 : -1
}

const counts = ['three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
const countedBack = new RegExp(
  `\\b(?:the|these|those) (${counts.join('|')}) (?:trad(?:e|ing) )?(?:countr|state|econom|market|partner|nation)`,
)

// "the five countries" are none of which the text has spoken by another number.
export function areOthers(behind: string, phrases: readonly Phrase[]): boolean {
  const [, count] = countedBack.exec(behind.toLowerCase()) ?? []
  if (count === undefined || phrases.length === counts.indexOf(count) + 3) return false
  return phrases.some(({ text }) => !text.includes(count))
}

export function verbPartner(after: Slice): Phrase | null {
  const found =
    /^\s*(?:(?:in|of|worth of) (?:goods|products|commodities|merchandise)\s+)?(?:[(][^()]*[)]\s*)?(?:to|from)\s+((?:the )?[^,;.()]+?)(?=\s+(?:in|whil(?:e|st)|and|on|during|with|up|down|for|under|through|via|within)\b|[,;.()]|$)/i.exec(
      after.text,
    )
  if (found === null) return null
  const from = found[0].length - (found[1] ?? '').length
  const words = noun(after.slice(from, found[0].length))
  return words.text === '' || isGeneric(words.text)
    ? null
    : { text: words.text, span: words.span, dimension: 'PARTNER' }
}

export const isPartnerName = ({ vocabulary }: Context, name: string): boolean =>
  vocabulary.dimensionOf(name) === 'PARTNER' || economyAt(name)?.end === name.length

export const phraseAt = (words: Slice, from: number, length: number): Phrase => {
  const part = words.slice(from, from + length)
  return { text: part.text, span: part.span, dimension: null }
}

export const reporterOnly = ({ text }: Phrase, _: Slice, context: Context): boolean => {
  const { reporter, rest } = reporterIn(
    new Slice(
      text,
      [...text].map((__, at) => at),
    ),
    context,
  )
  return reporter !== null && noun(rest).text === ''
}

const exclusion =
  /\b(?:excluding|exclusive of|excl\.|except(?: for)?|stripping out|not including|net of|outside(?= (?!the\b|of\b)[a-z]))\s+(?:the )?([^,;()\x97]{2,80})/i

/** Reads what figures leave out, with the word that says so: a part of a total, which has no code. */
export function leftOut(words: Slice): Phrase | null {
  const found = exclusion.exec(words.text)
  if (found === null) return null
  const length = verb.exec(found[1] ?? '')?.index ?? (found[1] ?? '').length
  const part = words.slice(found.index, found.index + found[0].length - (found[1] ?? '').length + length)
  const trimmed = part.trimmed(/(?:\s+(?:for|in|during|of))?\s*$/u)
  return { text: trimmed.text, span: trimmed.span, dimension: null }
}

export function leftOutAll({ text, sentence: { start } }: State, end: number): Phrase | null {
  const said = Slice.of(text, { start, end: Math.max(start, Math.min(end, start + 200)) })
  const at = exclusion.exec(said.text)?.index ?? -1
  return at >= 0 &&
    /^\W*(?:the )?(?:(?:trade |foreign trade |preliminary )*(?:data|figures|statistics|results) )?$/i.test(
      said.text.slice(0, at),
    )
    ? leftOut(said)
    : null
}

export const joined = (phrase: Phrase, rest: Phrase): Phrase => ({
  ...phrase,
  text: `${phrase.text} ${rest.text}`,
})

/** Drops the place of a subject that is the main economy: "foreign companies in China". */
export function withoutHome(words: Slice, context: Context): Slice {
  const at = /\s+in\s+(?=(?:the )?[A-Z])/u.exec(words.text)
  if (at === null) return words
  const { reporter } = reporterIn(noun(words.slice(at.index + at[0].length)), context)
  const isHome =
    reporter?.kind === 'ECONOMY'
      ? reporter.isMain === true
      : reporter !== null && reporter.words === context.region?.words
  return isHome ? words.slice(0, at.index) : words
}

/** A level that comes before the one it is the base of: "the deficit widened from 2 bn in May to". */
export const movedFrom =
  /\b(?:surplus|deficit|balance|gap|exports?|imports?|trade|sales|shipments|deliveries|purchases|earnings|receipts)\b(?:[^,;]*|[^;]*,\s*(?:going|moving|changing|shifting|passing|swinging|turning)\s+|,\s*which (?:[a-z]+ ){1,2})\bfrom\s+(?:[a-z]+\s+){0,3}$/i

export const between = /^\s*(?:,|and|,\s*and|&)\s*(?:about |nearly |over |by |an? )?$/i
export const turn = new RegExp(`^\\s*(?:,|and|,\\s*and)\\s+(?:an? )?${directionWord}(?: of| by)?\\s*$`, 'i')
export const changeAfter = new RegExp(`^[\\s-]*(?:${directionWord})\\b`, 'i')

export const bothTogether =
  /(?:^|,|\b(?:with|whil(?:e|st)|and))\s*(?:the |a )?(?:overall |combined |grand )?total(?: (?:trade )?(?:value|volume|amount))?\s+(?:(?:was|were|hit|hitting|reach\w*|st(?:oo|an)d\w*|amount\w*|c[ao]m\w*|total\w*|at|to|of|in)\b\s*)+$/i

const bothNamed = /\b(?:exports and imports|imports and exports)\b/i

/** Says that one rate is of each flow: "both exports and imports decreased by". */
const bothFlows = new RegExp(
  `\\b(?:both (?:the )?(?:[a-z-]+ ){0,3}(?:exports and imports|imports and exports) (?:in the [a-z ]{3,30} )?(?:[a-z]+ )?|(?:exports and imports|imports and exports) (?:both|each) )${directionWord}(?: by)?\\s*$`,
  'i',
)

/** Indicates a change and a level of each of both flows: "exports and imports grew by 6% to 5 bn and 7% to 4 bn respectively". */
export const isInPairs = ({ text, sentence }: State, { text: words }: FoundMetric, after: Slice): boolean =>
  bothNamed.test(words) &&
  /^(?:[\s,()]|to|and|by|at)*respectively\b/i.test(
    Slice.of(text, { start: after.span.start, end: after.text === '' ? 0 : sentence.end }).text,
  )

/** Indicates a change of each of both flows: "both exports and imports rose by", "exports and imports fell 4 percent each". */
export const areBoth = (before: Slice, after: Slice): boolean =>
  bothFlows.test(before.text) || (/^\s*each\b/i.test(after.text) && bothNamed.test(before.text))

const comparedWith = /\b(?:above|below|higher than|lower than|exceeded|faster than|slower than) (?:that|those) of\b/i
const ofEconomy = /\b(?:exports|imports) of (?:the )?(\p{Lu}[\p{sc=Latn} .]{1,30}?) [(]/u

/** Indicates the rates of other economies: "the growth of Spanish exports was above that of Germany (0.9%)". */
export function isOfOthers({ text, sentence, context }: State, end: number): boolean {
  const said = text.slice(sentence.start, end)
  const name = ofEconomy.exec(said)?.[1] ?? ''
  const found = economyAt(name)
  const isOther = found !== null && found.end === name.length && found.economy.code !== context.main?.code
  return comparedWith.test(said) || isOther
}

export const changeOf =
  /\b(?:advances?|increases?|rises?|growth|gains?|drops?|falls?|declines?|decreases?|contractions?|reductions?)\s+(?:(?:was|were) (?:observed|recorded|registered|seen) )?of\s*$|\band\s+(?:of|by)\s*$|,\s*of\s*$/i

/** Begins what has the number where a metric with words alone precedes it: "exports of cars doubled, and those of toys". */
export const thoseBehind =
  /(?:,\s*(?:and|whil(?:e|st)|whereas|but)?|\b(?:and|whil(?:e|st)|whereas|but))\s+(?:those|that)\s+(?:(?:sent|shipped|destined|directed|going|bound|channell?ed|coming)\s+)?(?:to|from|for|with|of|in|on|under|via|through|outside|within)\s/i

export const exceeds =
  /\b(exports?|imports?)(?: [^.;:]{0,70},)? (?:exceeded|surpassed|outpaced|outstripped|topped) (?:the )?(?:exports?|imports?) by\s*$/i

/** Matches a rate with a sign behind an amount, so that those without are rates as well: "shrimp, 5 bn (-3.9%); bananas, 3 bn (2.9%)". */
export const signedBeside = /\d(?: ?[A-Za-z€$]+){1,2} [(][+\-\x96−]\d[\d.,]* ?(?:%|per ?cent)/u

export const partOfBalance =
  /^\s*(?:share )?of (?:the )?(?:(?:total|overall|whole|trade|[a-z]+['’]s) )*(?:deficit|surplus|gap|shortfall|GDP)\b/i

export const exceededFigure =
  /\b(?:exceed|surpass|topp|beat|overtak|outstripp|outpac)(?:ing|ed|s|e|en)?\s+(?:the )?(?:[a-z-]+\s+){0,3}?(?:figures?|levels?|values?|amounts?|totals?) of\s*(?:about |nearly |over |some )?$/i

// A deficit that improves becomes smaller: "a 5 percent improvement", "the deficit improved by 5 percent".
export const isImproved = (before: string, after: string): boolean =>
  /^[\s-]*improvement\b/i.test(after) || /\bimprov(?:ed|es|ing)(?: slightly| further| again)?(?: by)?\s*$/i.test(before)
