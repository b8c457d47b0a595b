import type { Item } from '../../items.js'
import type { State } from './state.js'
import { changeTail, directionWord, shareAfter } from './words.js'

export const changeAfter = new RegExp(
  `^(?!\\s+-{1,2}\\s)[\\s-]*(?!\\s*(?:[a-z]+ing (?:by|at|from)|(?:faster|slower) than)\\b)(?:${directionWord}|above|below|wider)\\b`,
  'i',
)
export const ofCurrency =
  /\b(?:yuan|renminbi|dollar|euro|yen|rupee|rouble|ruble|peso|won|sterling|franc|krona|lira|currency)(?:, which| that)? (?:has |have |had )?(?:[a-z]+ly )?(?:gained|lost|appreciated|depreciated|weakened|strengthened|fallen|risen|slipped|climbed|slumped)\b[^,;]*$/i
// "exports of 2 bn grew"
export const finiteMove =
  /^\s*(?:also |[a-z]+ly )?(?:rose|fell|grew|shrank|slid|climbed|jumped|dropped|increased|decreased|declined|surged|soared|slipped|expanded|contracted|plunged|edged)\b/i
export const increaseOf =
  /\b(?:increase|decrease|rise|fall|drop|gain|decline|reduction|shrinkage|growth|narrowing|widening|improvement|deterioration|jump|surge)s?(?: in (?:(?!\b(?:with|resulted in|resulting in|led to|leading to) (?:an? |the )?)[^,;])*)? of(?: less than| more than| about| almost| nearly| around| over| some| approximately| roughly| just (?:under|over))?\s*$/i
export const changeWithin = new RegExp(`^[\\s-]*(?:[a-z-]+[\\s]){0,3}?(?:${directionWord})\\b`, 'i')
export const changeTowards = new RegExp(
  `\\b(?:${directionWord})(?:\\s+rate)?\\s+(?:of|to|at|by|was|reached|hit)(?:\\s+\\w+){0,2}\\s*$`,
  'i',
)

/** Says, directly beside a number, that it or what it changed is an average. */
export const perDay =
  /^[\s,]*(?:by (?:the )?daily average|(?:per|a|each) (?:(?:working|business|trading) )?day|daily|on average)\b/i

// "rose 10 percent by volume but fell 24 percent by value"
export const inVolumeAndValue = /^\s*(?:by|in) (?:volume|quantity|weight)\b[^.;]*\b(?:by|in) value\b/i

/** Turns behind a level to what is no value: "to 3 bn, while import prices rose", "while in volume terms, exports rose". */
export const toPrices =
  /^\W*(?:while|but|whereas|and|as|though|although) (?:[a-z-]+ ){0,4}(?:prices|price of|volume terms)\b/i

export const newSubject =
  /^.*\bprices?\b.*\band (?=(?:the |its |[\p{sc=Latn} ]{2,20}['’]s )?(?:[a-z]+ )?(?:trade|exports|imports|deficit|surplus)\b)(?!.*\bprices?\b)/isu

export const lifted =
  /\b(?:increas(?:ed|ing)|lift(?:ed|ing)|boost(?:ed|ing)|rais(?:ed|ing)|push(?:ed|ing) up|driv(?:ing|en)|drove) (?:[^,;]{0,40} )?(?:trade|exports|imports|growth)\b[^,;]{0,30}\bby\s*$/i

/** Begins the cause of a change: "amid lower prices" says nothing of what the rate is of. */
export const becauseOf =
  /\b(?:amid|as (?:their |its |the |global )?prices|due to|owing to|because of|thanks to|driven by|on the back of|as a result of|on (?:lower|higher|weaker|stronger|rising|falling|soft|strong))\b.*$/is

/** Says that a rate is what another is compared with: "up slightly on the 7.2 percent growth of May". */
export const rateBefore =
  /\b(?:from|on|than|against|compared (?:with|to))\s+(?:the|an?|its)\s+$|^\W*the (?:growth|rise|gain|increase|decline|drop|fall|decrease)(?: rate)? was\s+$/i

export const comparedRate =
  /\b(?:compared (?:with|to)|in (?:comparison|contrast) (?:with|to)|against|versus)\s+(?:the |an? )?(?:[a-z-]+ )?(?:growth(?: rate)?|(?:increase|gain|rise|decline|fall|decrease|drop|contraction)s?) of\s*$/i

/** Makes a rate one of an earlier period: "decelerating from November's 22% rise". */
export const ofPeriod = /['’]s\s*$/
export const comparedWith = /\b(?:compar(?:ed|ing) (?:with|to)|than|against|versus|from|after|following)\s+(?:the )?$/i
export const isRateNoun =
  /^\s*(?:[a-z-]+\s)?(?:growth|rise|gain|increase|jump|surge|clip|pace|rate|decline|decrease|drop|fall|contraction|expansion|slump|reduction)\b/i

export const inBrackets =
  /\b(?:increases?|growth|gains?|rises?|declines?|decreases?|falls?|drops?|rose|fell|increased|decreased) (?:were |was |is |are )?(?:seen|recorded|reported|registered|noted|posted|observed)?\s*(?:in|for|of|included?|were|was)\b/i

export const atGrowth =
  /\b(?:fastest|highest|largest|strongest|biggest|sharpest|steepest) (?:growth|increase|rise|gain|decline|fall|drop)(?: rate)?,? (?:at|of|with)\s*$/i

/** Says behind a rate which other one it is above: "3 percent higher than the national average", "than the expansion in April". */
export const aboveOther =
  /^(?:\s*(?:,\s*)?and\s+[\x82\x8F]+)*\s*(?:higher|lower|faster|slower|more|less) than (?:that of )?(?:the |its |their )?(?:(?:national|country['’]s|nation['’]s|overall|[a-z-]+) )?(?:average|growth|expansion|rate|pace)\b(?![^,;]*\bby\s+\x82)/i

export const changeBy =
  /\b(?:rise|increase|growth|gain|jump|surge|expansion|decline|drop|fall|decrease|reduction|contraction) (?:in|of) [^,;]{2,60}\sby\s*$/i

/** Makes an amount one by which something is higher: "2.2 billion (4.7%) higher than", "a 2.2 billion (4.7%) rise in". */
export const higherBehind =
  /^\s*[(][\x82\x8F]+[)]\s*(?:(?:higher|lower|more|less|above|below)\b|(?:annual |monthly |year-on-year |month-on-month )?(?:increase|rise|growth|gain|jump|decrease|decline|fall|drop|reduction)s? (?:in|of|from|to)\b)/

export const earlierRate =
  /\b(?:vis[- ][aà][- ]vis|than|from|against|compared (?:with|to)) (?:the |its )?(?:rate(?: of)? )?(?:change|growth|rate|increase|decrease|rise|fall|decline)s?\b[^,;()]*\x85\x8F* [(]\s*$|\bcompared (?:with|to) \x85\x8F* [(](?:\x82\x8F*[)],? and \x85\x8F* [(])?$/i

/** Introduces the later of two rates: "growth accelerated from 1.3 percent in May to". */
export const movedTo = /\bfrom \x82\x8F* in (?:the )?\x85\x8F*,? to (?:about |nearly |over )?$/i

export const addsToGrowth =
  /\bcontribut(?:ed|es|ing) to (?:the |its |an? )?(?:(?:nation|country|economy|China|\p{sc=Latn}{3,20})['’]s |national |overall )(?:overall |total |year-on-year )?$/iu

export const ofGrowth =
  /^\W*(?:(?:in|during|for|over) [^,;:()]{0,40},\s*)?(?:the )?(?:year-on-year |annual )?(?:growth(?: rates?)?|rates? of growth) (?:of|in) [^;%]*\b(?:stood at|was|were|reached|hit|came (?:in )?(?:to|at)|registered)\s*$/i

/** Says who has a share of the whole before: "of which private companies had", "general trade, at 3 bn, took". */
export const holdsShare =
  /\bof which,? (?:the )?(?:[\w-]+ ){1,4}(?:took|had|held|handled|conducted)(?: (?:about|nearly|over|some))?\s*$/i
const took = /^,?\s*(?:took|had|held|contributed)(?: (?:about|nearly|over|some))?\s*$/i
// "It is followed by China, Spain and India, with", "was sent to the UK and amounted to 541 million, which is"
const followedInTurn = /\bfollowed by (?:the )?\p{Lu}[^.;()\x81-\x88]{5,120},? with (?:shares of )?$/u
const whichIs = /^,? (?:which (?:is|was|equals|equalled|makes up|made up)|reaching)(?: about| nearly)? $/
const whereTook = /\bwhere [^,;]{2,40} (?:took|had|held|claimed)\s*$/i
const isMore = /^[\x82\x8F\s]+(?:more|less|higher|lower|above|below|greater|fewer|smaller)\b/
export const tookShare = ({ text, sentence, lastRole, frames }: State, before: string, start: number): boolean =>
  whereTook.test(before) ||
  (lastRole === 'LEVEL' && took.test(before) && /[\x82\x8F] of\b/u.test(text.slice(sentence.start, start))) ||
  (lastRole === 'LEVEL' &&
    whichIs.test(before) &&
    frames[0]?.phrases[0]?.dimension === 'PARTNER' &&
    !isMore.test(text.slice(start, start + 60))) ||
  (/^(?:SHARE|LEVEL)$/.test(lastRole ?? 'SHARE') && followedInTurn.test(before))

/** Ends what says by how much something missed or beat an earlier level: "fell short of the 3 bn of a year earlier by". */
export const shortBy = /\b(?:(?:f[ae]ll|falling) short of|exceed(?:ed|ing)|surpass(?:ed|ing)) the\b[^;,]*\bby\s*$/i

/** Gives the rate of a flow whose level stands before it in a bracket: "exports (3 bn) rose 5 percent and imports (2 bn)". */
export const withoutVerb = /\b(?:and|while) (?:the |its )?(?:exports|imports) [(][)]\s*(?:by\s*)?$/i

/** Looks back at what was when something else was: "the high base of last year, when trade grew by". */
export const pastWhen = /,\s*when\s[^,;]*$/i

/** Introduces a level that each of several exceeds: "30 items with an export value of over 1 billion". */
export const threshold =
  /\b(?:there (?:are|were)|items|products|commodities|markets|partners|groups|countries|companies|firms|provinces)\b[^,;]{0,40}\b(?:with|having) (?:an? )?(?:export|import|trade)s? (?:(?:value|turnover|revenue)s? )?(?:of )?(?:over|more than|above|exceeding|at least)\s*$|^\s*(?:with|having) (?:export|import)s? (?:above|over|of (?:more than|over))\s*$/i

export const averageOf =
  /^\W*(?:and |but )?(?:the )?(?:daily average|average daily|(?:monthly |weekly )?average|averaged)(?: value of| of)?(?: total)? (?:exports?|imports?|trade)\b/i
export const largestChange =
  /^\W*(?:and |but )?(?:the )?(?:(?:commodity|product|goods) groups? with the |(?:commodity|commodities|product|products|country|countries|partner|partners) with the )?(?:(?:second|third)-)?(?:largest|biggest|highest|greatest|sharpest|steepest) (?:annual |monthly )?(?:increase|decrease|rise|fall|drop|decline|gain|growth|increment|reduction)s?\b/i

/** Repeats a share whose whole an earlier one has named: "or 14.6% of the total; with the US, up by 6.9%, or 12.6%". */
export const orShare = /^\s*,?\s*or\s*$/i
export const ofTotal = /,\s*or [\d\x81.,]*\s*(?:%|per ?cent)?\s*of (?:the |its |all )?(?:total|overall|country['’]s)\b/i
export const shareInBracket =
  /[(][^()]*\b(?:share of\b|of (?:the |its |all )?(?:total|overall|imports|exports|trade|country['’]s)\b)[^()]*[)]/i

export const shareReached =
  /^\s*,?\s*(?:from\s+)?(?:to|reaching|to reach)\s*$|^[^,;]{0,70}\band (?:amounted to|reached|stood at|came to|was|made up|constituted|accounted for)\s*$/i

/** Introduces the share of the period reported on behind that of an earlier one: "which was 51.6% in January 2008, was". */
export const andThen =
  /^\s*(?:(?:in|for|during) (?:the )?[\x85\x8F]+)?,\s*(?:it )?(?:was|rose to|fell to|increased to|decreased to|declined to|grew to|reached|stood at|dropped to|climbed to)\s*$/i

const movedBehind = new RegExp(`^\\s*[)]\\s+(?:(?:also )?${directionWord}(?: by)?(?: as much as)?\\s*)?$`, 'i')

/** Indicates the share in a bracket of what then changes, where one before says of what: "those to Sweden (10.2%) climbed by". */
export function isShareOfMoved({ text }: State, before: string, after: string, start: number): boolean {
  const paragraph = text.slice(Math.max(0, start - 500), start)
  return (
    movedBehind.test(after) &&
    /[(]\s*$/.test(before) &&
    shareInBracket.test(paragraph.slice(paragraph.lastIndexOf('\n') + 1))
  )
}

export const ofFinance =
  /^\s*(?:[a-z]+ )?(?:economy|(?:economic |trading |export )?(?:giant|powerhouse)|market|fund|deal|package)\b|^\s*(?:worth )?(?:of|in) (?:[a-z-]+ ){0,2}(?:credits?|loans?|lending|funds|funding|financing|subsid(?:y|ies)|aid|investments?|tax(?:es)?|revenues?|bonds?|deposits?|compensation|insurance|guarantees)\b(?! (?:goods|products|equipment))/i

/** Says that a share is one of enterprises: "of the city's export enterprises", not "of the exports of its enterprises". */
export const ofFirms =
  /^\s*of (?:the |all |its |total )*(?:(?!(?:exports|imports|trade|total|value|volume)\b)[\p{sc=Latn}'’-]+ ){0,3}(?:enterprises|companies|firms|businesses|exporters|importers)(?=\s*[.,;)]|\s+(?:in|during|engaged)\b|\s*$)/iu

const otherAccount =
  /\b(?:current[- ]account|(?<!\btrade\b.*)current (?:deficit|surplus)|invisibles?|balance of payments(?! basis)|services account|(?:capital|financial|transfers?|(?:primary |secondary )?income) (?:account|deficit|surplus|balance)|(?:deficit|surplus|balance) (?:on|of|in) (?:net )?(?:income|transfers|capital)\b(?! goods)|(?:official |private )?capital transactions)\b(?!.*\b(?:trade|merchandise|exports?|imports?|goods)\b)/is

const bareBalance =
  /^(?!.*\b(?:trade|merchandise|goods|exports?|imports?|visible|commodit(?:y|ies))\b).*\b(?:deficit|surplus|shortfall)\b/is

const longest = 600

const comparesIt = /^\W*(?:this|that|it) (?:is |was )?compare[sd]?\b/i

/** Indicates a number of another account, or of one of which the sentence before has told. */
export function isOfAccount({ text, sentence, frames }: State, said: string): boolean {
  if (otherAccount.test(said.slice(-longest))) return true
  if (frames.length > 0) return false
  if (comparesIt.test(said)) return true
  if (!bareBalance.test(text.slice(sentence.start, Math.min(sentence.end, sentence.start + longest)))) return false
  const before = text.slice(Math.max(0, sentence.start - longest), sentence.start).trimEnd()
  return otherAccount.test(before.slice(Math.max(0, before.slice(0, -1).search(/[^.!?\n]*$/))))
}

export const ofState =
  /\bbalance\b[^,;]*\b(?:was|is|remained) (?:un)?(?:favou?rable|positive|negative|active|passive) (?:by|at|in the amount of)\s*$/i

export const isOfYear = ({ items, text }: State, { end }: Item): boolean => {
  const next = items.find(({ start }) => start >= end)
  return next?.kind === 'PERIOD' && /^ (?:[a-z]+ed )?(?:in|for|during|of) (?:the )?$/i.test(text.slice(end, next.start))
}

export const isRevised = /^ ?[(,] ?revised (?:(?:up|down)(?:wards?)? )?from\b/i

/** The next of a list with its number in brackets: "with Netherlands ($4.8), Hong Kong (". */
export const nextInBrackets =
  /^[\s)]*[,;]?\s*(?:(?:and|but|while)\s+)?(?:the\s+)?\p{Lu}[\p{sc=Latn} .'-]{1,40}\s*[(]\s*$|^\s*[)]\s*(?:[,;]|\band\b)\s*(?:and\s+)?(?!(?:or|which|equivalent|worth)\b)\p{sc=Latn}[\p{sc=Latn}\s&.'-]{2,50}[(]\s*$/u

export const whenIt = /\b(?:whereas|when|while)\s+(?:it|they)\s+(?:was|were|had been|stood at)\s*$/i

const swingOf = /\b(?:turnaround|swing|deterioration|worsening) of\s*$/i

/** Goes on with a list of changes in amounts: "a larger deficit in oil by 2.9 bn, 'chemicals' by 1.3 bn". */
const nextBy = /^[\s,]*(?:and )?(?:in )?(?:["']?\p{sc=Latn}[^,;:()]{1,60}|(["'])\p{sc=Latn}[^;:()"']{1,80}\1) by\s*$/iu

const andOfChange =
  /\b(?:rises?|increases?|falls?|drops?|decreases?|declines?|growth|reductions?|gains?) of [^.;]{0,40} in (?:[a-z]+ )?(?:exports|imports)\b[^.;]{0,60},? and (?:an? [a-z]+ )?of\s*$/i

/** Indicates an amount by which something changed, not one that it reached. */
export const isOfChange = (before: string, said: string, isBehindChange: boolean): boolean =>
  swingOf.test(before) || andOfChange.test(said) || (isBehindChange && nextBy.test(before))

/** Indicates a share of what stands behind it, which may have moved to it: "rose to 17 percent of exports". */
export const isShareBehind = (before: string, after: string): boolean =>
  shareAfter.test(after.replace(/^\s*[)]/u, '')) && (!changeTail.test(before) || /\bto\s*$/.test(before))

const annualBasis = /^\W*(?:[^,;]{2,40}\b(?:said|showed|shows|that)\b,? )?on an annual basis,?\s/i
export const moved = new RegExp(`\\b${directionWord}\\b`, 'i')
// "On an annual basis, the value was 3 billion" tells a level of no part of a year.
export const isOnAnnualBasis = (opened: string): boolean => annualBasis.test(opened) && !moved.test(opened)

// "exports of 3 bn growing 5 percent"
const ofFlowGrowing =
  /\b(?:exports|imports|trade) of\s+(?:growing|rising|increasing|expanding|falling|declining|dropping|shrinking)(?: by)?\s*$/i
export const isMovedOf = (before: string, after: string): boolean =>
  /\bof\s*$/i.test(before) && (finiteMove.test(after) || ofFlowGrowing.test(`${before}${after}`))
