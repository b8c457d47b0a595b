import type { Period } from '../../../../../domain/periods/period.js'
import { matchesOf } from '../../../../../lib/matches.js'
import { type Item, numbers, type Slice } from '../../../../items.js'
import { type Frame, type Metric, reporterKey, type Unplaced } from '../../../../statement.js'
import { economyAt } from '../../../economies.js'
import { isBehindValue, levelAfter } from '../../groups.js'
import { isGeneric, noun } from '../../nouns.js'
import { isMoney, isOffice } from '../../scope.js'
import { inSentence, sentenceWords } from '../../sentence.js'
import type { Role, State } from '../../state.js'
import { metricsIn } from '../../subject.js'
import { directionWord, ofWorld, verb } from '../../words.js'
import { isPairWithoutFlows } from '../comparisons/earlier-rates.js'
import { startsLater } from './forecasts.js'
import { isComparison, isOfOtherEconomy, isShareOfAnother, isUntraded, ofMost, processed } from './others.js'
import { isOfAverages, isOfTimeBefore, isPerYear } from './per-year.js'
import { isOfGoodsVolume, isOfVolume, isUnitless } from './volumes.js'

/** The reasons of numbers of which nothing is known that the next number could be of. */
export const untold: ReadonlySet<Unplaced> = new Set([
  'UNREADABLE_NUMBER',
  'NO_SUBJECT',
  'FORECAST',
  'NO_UNIT',
  'AMBIGUOUS_CURRENCY',
  'AMBIGUOUS_LIST',
])

/** The reasons of numbers that stand beside a figure, and say nothing of what follows. */
const passing: ReadonlySet<Unplaced> = new Set(['CONVERSION', 'FORECAST', 'SECOND_VALUE'])

/** Indicates that what follows a number may go on from the one before it, as it may from that which an earlier share is of. */
export const passes = (reason: Unplaced, last: Role | null): boolean =>
  passing.has(reason) || (reason === 'RATE_DIFFERENCE' && last === 'SHARE')

interface Words {
  readonly clause: string
  readonly before: string
  readonly after: string
}

/** A number in a bracket behind a name, which is then not of what was told before: "3 bn to Japan and to Italy (". */
const nameAndBracket =
  /(?:[,;]|\b(?:and|from|to|with|of))\s+(?:the )?(?!(?:registered|recorded|posted|showed|saw|marked|had|experienced) an?\b|which|year|month|quarter|period|goods|merchandise|exports|imports|trade)[^(),;]*\p{sc=Latn}{3,}[^()]*[(]\s*$/u

const behindPreposition =
  /\b(?:in|for|with|to|from)\s+(?:the )?([\p{sc=Latn}](?:(?!\b(?:in|for|with|to|from)\b)[^()])*)[(]\s*$/iu

function leavesOut(before: Slice, frames: readonly Frame[]): boolean {
  const found = behindPreposition.exec(before.text)
  const [, name = ''] = found ?? []
  const isOther =
    /^\p{Lu}/u.test(name) &&
    frames.every(({ phrases }) => phrases.every(({ text }) => !name.includes(text) && !text.includes(name.trim())))
  if (found === null || (!isOther && frames.some(({ phrases }) => phrases.length > 0))) return false
  const at = found.index + found[0].lastIndexOf(found[1] ?? '')
  const words = noun(before.slice(at, at + (found[1] ?? '').length))
  return words.text !== '' && !isGeneric(words.text) && metricsIn(words.text).length === 0
}

/** Indicates a statement that cannot be true, so that the sentence was not understood. */
export function isImpossible(
  { context, clock }: State,
  role: Role,
  frame: Frame,
  whole: Metric | null,
  period: Period | null,
): boolean {
  const isNation = ['', context.main?.code].includes(reporterKey(frame.reporter))
  if (isComparison(context, frame)) return true
  const isOfItself = whole === frame.metric || role === 'SHARE_CHANGE'
  if (isOfItself && frame.phrases.length === 0 && isNation) return true
  const flows: readonly (Metric | null)[] = ['EXPORTS', 'IMPORTS']
  if (whole !== frame.metric && flows.includes(whole) && flows.includes(frame.metric)) return true
  if (period !== null && startsLater(clock, period)) return true
  const isAhead = period?.frequency === 'ANNUAL' && clock.year !== null && Number(period.text) >= clock.year
  return isAhead && isOffice(context)
}

/** Indicates balances of partners that a sentence inherits, which speaks of none: "Italy (9 bn) and Spain (5 bn) were". */
const isInheritedBalance = (state: State, frames: readonly Frame[]): boolean =>
  !state.continues &&
  frames.every(({ metric, phrases }) => metric === 'BALANCE' && phrases.length > 0) &&
  !inSentence(state, ofBalance)

/** Indicates frames that are none of the number's: the words before it name something else, or nothing of a balance. */
export function isMisread(
  state: State,
  frames: readonly Frame[],
  { role, before, isListed }: { readonly role: Role; readonly before: Slice; readonly isListed: boolean },
): boolean {
  if (frames === state.frames && nameAndBracket.test(before.text)) return true
  if (role === 'SHARE' && frames.every(({ metric }) => metric === 'BALANCE')) return true
  if (
    role === 'CHANGE' &&
    behindDash.test(before.text) &&
    bothInDashes.test(sentenceWords(state, before.span.start).text)
  )
    return true
  const isOwn = /\b(?:exceed|surpass|outpac|outstripp|topp|outweigh|short of)[^;]*\bby\s*$/i.test(before.text)
  const { dimensionOf } = state.context.vocabulary
  const isOfGoods = frames.every(({ phrases }) => phrases.some(({ text }) => dimensionOf(text) === 'PRODUCT'))
  const isOfBalance = role === 'LEVEL' ? !isOwn : role === 'CHANGE' && isOfGoods
  if (isOfBalance && frames.length > 0 && isInheritedBalance(state, frames)) return true
  const added = role === 'CHANGE' ? addedSubject.exec(before.text)?.[1] : undefined
  if (added !== undefined && metricsIn(added).length === 0) return true
  if (!isListed && frames.every(({ phrases }) => phrases.length === 0) && isOfRest(state, before)) return true
  return (role === 'CHANGE' || role === 'LEVEL') && !isListed && leavesOut(before, frames)
}

/** Goes on with a subject behind dashes, between which both flows have their levels: "trade - exports of 3 and imports of 2 bn - was". */
const behindDash =
  /^\s*(?:(?:in|for)\s+(?:the\s+)?)?[-\x96\x97]{1,2}\s+(?:was|were|rose|fell|grew|increased|decreased|declined|dropped|jumped|climbed)\b/i
const bothInDashes =
  /\s[-\x96\x97]{1,2}\s[^-\x96\x97;]*\b(?:exports|imports)\b[^-\x96\x97;]*\band\b[^-\x96\x97;]*\b(?:exports|imports)\b[^-\x96\x97;]*$/i

const toRest = /\b(?:to|from|with) (?:the )?(?:rest of the world|remaining [a-z]+)\b[^,;]*$/i
/** Names several that are no category, whose other flow follows: "exports to other countries rose 2% and imports". */
const withOthers =
  /\b(?:exports|imports|shipments|trade) (?:to|from|with) (?:the |all )?other (?:countries|economies|markets|nations|partners|destinations)\b[^;]*,? (?:and|while|whereas|but) (?:the |its )?(?:exports|imports)\b[^;]*$/i

const addedSubject =
  /\b(?:adding|noting|saying|stating|stressing) that (?:the )?(?!(?:it|they|this|that|these)\b)([\p{sc=Latn} '-]{3,50})$/iu

const isOfRest = ({ text, sentence, told }: State, before: Slice): boolean =>
  (toRest.test(before.text) && told.some(({ phrases }) => phrases.length > 0)) ||
  withOthers.test(text.slice(sentence.start, before.span.end))

const ofBalance = /\b(?:deficits?|surplus(?:es)?|balances?|gap|shortfall|net)\b/i

// A ratio of one flow to the other is neither a change nor a share.
const ratio =
  /\bexports?(?:['’]s?)? coverage (?:of )?imports?\b|\bcoverage of (?:the )?(?:imports by exports|exports by imports)\b|\b(?:cover(?:age)?|(?:export|import)s? ?[-/ \x96\x97] ?(?:to[- ])?(?:export|import)s?(?: cover(?:age)?)?)[- ](?:ratio|rate|index)\b|\bratio of [^;]*?\b(?:exports|imports)\b[^;]*? to (?:the )?(?:imports|exports)\b|\bexchange rate\b/i

const comparedWith = /\b(?:against|compared (?:with|to)|versus|(?:up |down )?from)\s+(?:an? )?$/i

const annualized = /\bannuali[sz]ed\b[^,;]*$/i

// Says what moved a flow, and stands before what did with an amount in a bracket.
const cause = new RegExp(
  `\\b(?:due|owing|attribut(?:ed|able)|thanks|because of|explained|caused|driven|led|offset|boosted|on account of|(?:${directionWord})s?(?: (?:in|of) [^,;()]{1,40})? (?:was|were|is|are|has been|have been) (?:mainly |also |mostly )?(?:recorded|registered|observed|noted|reported|seen|found|posted|in|for|with|from)|(?:recorded|registered|had|saw|showed|posted|experienced|with) (?:the|an?) (?:[a-z]+ ){0,3}(?:${directionWord})s?)\\b`,
  'i',
)

const parts =
  /(?:(?<!\b(?:to|with|from|between|between [A-Za-z ]{2,40} and) )|(?<=\bfrom )(?=[^,;:(]{0,60}\b(?:products|commodities|items|categories)\b))\b(?:the|these|those|all|its|our) (?:(?:first|top|main|largest|leading|biggest|major|most important|principal) )*(?:two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|\d+) (?:[a-z]+ ){0,3}?(?:countries|partners|markets|destinations|suppliers|products|groups|commodities|items|economies|sources|sectors|categories|industries|divisions|sections|chapters|branches|states|provinces|regions)\b(?:, (?:all|both|each|which)\b[^,;:()]{3,60},)?(?:[^,;:(]| together,)*\b(?:account|ma[dk]e|represent|total|absorb|constitut|t[ao]+k|receiv|suppl|compris|stood|amount|reach|were|was|had)[a-z]*(?: (?:up|for|to|at))?\s*(?:about |nearly |over |almost |some )?$/i

const mostOfFlow =
  /\b(?:most|(?:majority|bulk|remainder|rest)|half|third|quarter) of (?:the |its |our |all |these |total |(?!(?:the|its|our|all|these|total) )[\p{sc=Latn} ]{2,20}['’]s )*(?:[\p{sc=Latn}-]+ )?(?:exports|imports|trade)\b[^,;:()]{0,20}[,(]\s*(?:about |nearly |over |almost |some |or |with |worth |at )*$/iu

const tradedBy =
  /(?:^\W*(?:[^,;]{3,40},\s)?|[,;]\s*(?:and|while|whereas|but)\s|\b(?:while|whereas)\s)(?:the )?(\p{Lu}[\p{sc=Latn}. ]{1,30}?) (?:also )?(?:exported|imported)\s*(?:about |nearly |over |almost |some )?$/u

const isOfOther = ({ context }: State, said: string): boolean => {
  const name = tradedBy.exec(said)?.[1] ?? ''
  const found = name === '' ? null : economyAt(name)
  return found !== null && found.end === name.length && found.economy.code !== context.main?.code
}

// Leaves out several, of which a name would be one only: "Excluding gold, oil and weaponry, exports grew".
const withoutSeveral = /^\W*excluding [^.;,]*,[^.;]*?,\s*(?:exports|imports|trade)\b[^,;]*$/i

const homeward = /\b(to|from) (?:the )?(?=(\p{Lu}[\p{sc=Latn}. ]{2,30}))/gu

/** Indicates the trade of others with the economy that a text is about: "Russia's exports to Serbia" in a text of Serbia. */
function isOfOtherSide({ context: { main } }: State, said: string, after: string): boolean {
  const last = metricsIn(said).at(-1)
  if (last?.metric !== 'EXPORTS' && last?.metric !== 'IMPORTS') return false
  const clause = /^[^,;]*/.exec(
    `${said.slice(last.end)} ${/^\s*(?:in goods |worth of goods )?to\s[^,;]*/.exec(after)?.[0] ?? ''}`,
  )
  return matchesOf(homeward, clause?.[0] ?? '').some(([, link, name = '']) => {
    const found = economyAt(name)
    const isHome = found?.start === 0 && found.economy.code === main?.code
    return isHome && link === (last.metric === 'EXPORTS' ? 'to' : 'from')
  })
}

// Gives two changes of one and what both are compared with: "by 3% and 24% compared to 9 bn and 7 bn".
const comparedInTurn =
  /\x82\x8F*,? and (?:by )?\x82\x8F*[^\x81-\x84;]{0,40}\b(?:compared (?:to|with)|from|than|over|against)\b[^\x81-\x84;,]{0,20}\x81\x8F*,? and [^\x81-\x84;,]{0,20}\x81\x8F*[^;]*\brespectively\b/u

function isInTurn(state: State, { start }: Item): boolean {
  const { text, sentence } = state
  if (!inSentence(state, comparedInTurn)) return false
  const all = text.slice(sentence.start, sentence.end)
  const found = comparedInTurn.exec(all)
  const at = start - sentence.start
  return found !== null && at >= found.index && at < found.index + found[0].length
}

const numberBefore = ({ items, sentence }: State, { start }: Item): Item | undefined =>
  items.findLast((each) => numbers.has(each.kind) && each.start >= sentence.start && each.end <= start)

const ofWholeYear =
  /\b(?:annual|yearly|12-month|twelve-month) (?:goods |merchandise |trade |total )*(?:balance|surplus|deficit|exports|imports|trade)\b[^,;]*$/i

const nextChange = /^\s*(?:in|for|of|from|to) [^,;()]{2,60},?\s+and\s*$/i

const sumOfList =
  /\b(?:were|are) [^;]*,[^;]*\band\b[^;,]*,\s*(?:(?:which|that)\s+)?(?:together |jointly |altogether |in total )?account(?:ed|ing) (?:together |jointly )?for\s*(?:about |nearly |over |almost |some )?$/i

const sumOfNames =
  /\p{Lu}[^;:()]{1,80},[^;:()]{1,60}\band\b[^;:(),]{1,40} (?:was|were|are|remained) (?:the|its|our)\b[^;]*,\s*(?:(?:which|that)\s+)?(?:together |jointly )?(?:account(?:ed|ing) for|represent(?:ed|ing)|with|ma(?:de|king) up)\s*(?:about |nearly |over |almost |some )?$/u

// Names something else than the flow that a sentence is about: "As for imports, turbines were at the top, with".
const ofOther =
  /\breflect(?:s|ed|ing)? (?:in part )?the (?:delivery|purchase|sale|arrival|import|export)s? of (?:an? |about )?$|^\W*(?:as for|regarding|concerning|with regard to) (?:the )?(?:imports|exports)(?: side)?, (?!they\b|it\b|those\b|these\b|the (?:total|value)\b)[^.]{0,200}\b(?:was|were|is|are|ranked|came|remained)\b[^;]*$/i

const higherIn =
  /\b(?:higher|lower|increased|reduced|weaker|stronger|rising|falling) (?:exports|imports|dispatches|arrivals|sales|purchases|deliveries) (?:(?:of|to|from|in)\s|(?:were|was) (?:[a-z]+ly )?(?:recorded|registered|observed|noted|reported|seen|posted)\b)[^;]*$/i

const againstBalance =
  /^[^;]*\b(?:compared (?:to|with)|against|versus|from) an? (?:[a-z]+ )?(?:deficit|surplus)(?: of)?\s*$/i

const mainChange =
  /\b(?:main|largest|biggest|highest|greatest|sharpest|strongest|most (?:significant|notable|pronounced)) (?:[a-z-]+ )?(?:increases?|decreases?|rises?|falls?|declines?|drops?|gains?|reductions?)\b/i

// Matches a change to another concept of trade: "As for the cross-border movement of goods".
const otherConcept =
  /^\W*(?:as for|according to|under|following|in|by|on) the (?:[\w-]+ )?(?:cross-border|national|community|ownership|customs) (?:movements?|concept|principle|methodology|approach)\b/i

const ofPrices =
  /\b(?:due|owing?|thanks|owes (?:a lot|much)) to (?:higher |rising |lower )?prices, with [^,;]{2,30} (?:up|down)(?: by)?\s*$|\bprices of (?:the |its |total )*(?:imports|exports|traded goods)\b[^,;]*$|\bprices? (?:of|for) (?:(?!\b(?:exports|imports|trade|whil(?:e|st)|but)\b)[^;])*\band [^,;]{2,30} (?:up|down|rose|fell|grew|increased|decreased|declined|dropped|surged|climbed|jumped)(?: by)?\s*$/i
// "exports rose 3 percent, mineral products excluded by"
const isExcluded =
  /^\W*(?:except(?:ing| for)?|apart from|aside from|with the exception of) [^,;:]{2,60},\s*(?:up|down)(?: by)?\s*$|\b[a-z]{3,} excluded,?\s*(?:[\x96\x97-]\s*)?(?:(?:rose|fell|grew|increased|decreased|declined|dropped)\s+)?(?:by\s*,?\s*)?(?:respectively,?\s*)?$/i
const byAverage =
  /^\W*(?:based on|on the basis of|by|in terms of|going by) (?:the )?(?:(?:daily|monthly) averages?|averages? (?:per|a|for each) (?:working |business )?day)\b/i
const withoutCosts = /^\W*(?:excluding|without) [^,;]*\b(?:costs?|charges)\b[^,;]*,/i
const forYear = /^\W*for (?:the )?(?:full |whole |entire )?(?:year)?(?: as a whole)?,?[^;]*?\b(?:estimates|foresees)\b/i

/** Indicates a rate that has an earlier one behind it: "output grew 3.9 percent in May from 2.2 percent in April". */
export const movesFrom = ({ text, sentence }: State, items: readonly Item[]): boolean =>
  /^[^;.\x81-\x84]*\b(?:from|compared (?:with|to)|against|versus) \x82/.test(
    text.slice(items.at(-1)?.end, sentence.end),
  )

const ofTrend =
  /^\W*(?:the |according to (?:the )?)?(?:development |long-term )?trend (?:data|shows?|points?|figures|series|component|cycle)\b/i

const ofPartner =
  /^\s*(?:(?:went|going|was|were|came|coming) )?(?:(?:sent|shipped|destined|exported|imported) )?(?:to|from|with|for)\b/i
const ofFlow =
  /^\s*(?:(?:fell|fall|falls|was|were|accounted|came) )?(?:(?:to|for|on) the share of )?(?:exports|imports)\b/i

const lastNational = /\bnational exports\b(?!.*\b(?:exports|imports|deficit|surplus|balance|trade)\b)/is

// Says in what part of the trade of the main economy a partner comes first: "the UAE led in non-oil exports at".
const ofAnother =
  /^\W*(?:[Tt]he )?(\p{Lu}[\p{sc=Latn}. ]{1,30}) (?:led|followed|topped|headed|ranked|came (?:first|second|third|next))\b[^,;:]{0,20}\b(?:in|with)\s[^;:]*\b(?:exports|imports)\b/u

const withOwn =
  /\b(?:ranked|came|was|placed) (?:second|third|fourth|fifth|next) with (?:exports|imports) (?:of|worth|valued at|totall?ing|amounting to)\s*$/i

const isOfAnother = (said: string): boolean => {
  const name = ofAnother.exec(said)?.[1] ?? ''
  return name !== '' && economyAt(name)?.end === name.length && !withOwn.test(said)
}

const isAlone = ({ before, after }: Words): boolean => /[(]\s*$/.test(before) && /^\s*[)]/.test(after)
const moves = new RegExp(
  `\\b(?:${directionWord}|worsened|deteriorated|halved|(?:doubl|tripl)ed|changes?|growth)\\b`,
  'i',
)

// "due to a 23% increase in re-exports (3 bn) when domestic exports (1 bn) rose by"
const increaseIn =
  /\x82\x8F* (?:[a-z]+ )?(?:increase|rise|growth|gain|decrease|decline|drop|fall) in [^,;()]{2,40} [(]$/u
const movedBehind =
  /^\s*[)]\s+(?:also )?(?:rose|fell|grew|increased|decreased|declined|dropped|climbed|expanded|contracted)\b/i
const rolling =
  /\b(?:rolling|trailing|moving) (?:12|twelve)[- ]month\b[^;]*$|\b(?:12|twelve)[- ]month (?:rolling|trailing|moving)\b[^;]*$/i

// Goes on from one of several increases: "increases of 3 bn (+2%) in exports of cars and 2 bn (+5%) in toys".
const ofChanges = /\b(?:increases|decreases|rises|falls|declines|drops) of \x81[^.;]*\band\s*$/i
// Says what an amount is lower than: "exports were 4 bn or 6 percent lower at constant rates than in the same period".
const thanBefore = /^\s*or [\x82\x8F]+ (?:less|more|lower|higher)\b[^,;.\x81-\x84]{0,50}\bth(?:an|at)\b/i
const kept =
  /\b(?:keep|hold|maintain|leav)ing (?:the|its) [^,;]{2,40} (?:above|over|below|under|at (?:more|less) than)(?: the)?\s*$/i
const partOf = /\bpart of (?:the|an?|its) (?:[a-z-]+ )?$/i
/** Ends with a flow that moved to a rate, which then is a share of something: "exports to ASEAN rose to". */
const flowTo =
  /\b(?:exports|imports|shipments)\b(?:(?!\b(?:growth|rates?|pace|increases?|rises?|gains?|declines?|falls?)\b)[^,;.])* (?:rose|fell|grew|shrank|slipped|edged|climbed|dropped|increased|decreased|declined)(?: up| down)? to\s*$/i
const monthlyRate = /\bmonthly growth rates? of [^,;]*$/i

// Says of a percentage that it is what a part contributed to growth.
const toGrowth =
  /\bcontributi(?:on|ng) (?:rate|ratio)\b|\bcontributions? (?:of [^,;.]{2,60} )?to [^,;.]{2,60}\bgrowth\b|\bnet (?:trade|exports) (?:dragg|subtract|shav|knock|pull|contribut)/i
const ofGrowth =
  /^ (?:of|to) (?:the |its |China['’]s |their |total |overall )*(?:[a-z]+ ){0,4}(?:growth|increment|increase)\b/i

// Says behind a percentage that it is one of an earlier level, which is no change: "(101.3% of May 2023)".
const ofEarlier =
  /^ of (?:the )?(?:(?:level|value|figure|amount|volume) (?:of|in|for) )?(?:the )?\x85\x8F*\s*(?:[),.;]|$)/u

/** Returns why it cannot be told what a number is of, from words that leave no doubt that it is no figure of trade. */
export function doubtOf(state: State, item: Item, words: Words): Unplaced | null {
  const { kind, sign, start, end } = item
  const { clause, before, after } = words
  const { text, plain, sentence, context, lastRole } = state
  const said = text.slice(sentence.start, start).replace(/[\x81-\x8F]+/gu, '')
  const near = said.slice(-300)
  const isForeign = isOffice(context)
  if (kind === 'PERCENT' && sign === 0 && ofEarlier.test(text.slice(end, end + 120))) return 'NO_SUBJECT'
  if (kind === 'PERCENT' && sign === 0 && (processed.test(after) || ofMost.test(before))) return 'NO_SUBJECT'
  if (kind === 'PERCENT' && isOfTimeBefore(before, after)) return 'RATE_DIFFERENCE'
  if (kind === 'PERCENT' && (ofWorld.test(before) || isShareOfAnother(state, after))) return 'NO_SUBJECT'
  if (isUntraded(state, near) || (isForeign && isOfAnother(said))) return 'NO_SUBJECT'
  if (isOfOtherEconomy(state, item, words, said)) return 'NO_SUBJECT'
  if (otherConcept.test(said) && state.mainPeriod !== null && state.fresh) return 'SECOND_VALUE'
  if (forYear.test(said)) return 'FORECAST'
  if (byAverage.test(said) || (kind === 'PERCENT' && (isPerYear(state, item) || isOfAverages(state, start))))
    return 'AVERAGE'
  if (ofPrices.test(near)) return 'PRICE'
  if (isExcluded.test(before) || withoutCosts.test(said) || isPairWithoutFlows(state, item)) return 'SECOND_VALUE'
  if (parts.test(plain.slice(Math.max(sentence.start, start - 200), start))) return 'NO_SUBJECT'
  if (/\b(?:would|will|could|should) (?:be|reach|amount|total|stand|exceed)\b[^;]*$/i.test(said)) return 'FORECAST'
  if (isForeign && !context.dividesExports && lastNational.test(said)) return 'NO_SUBJECT'
  if (/,\s+(?:with|to|from) (?:which|whom)\b(?! (?:its |the )?(?:exports|imports|trade)\b)[^;]*$/i.test(said))
    return 'NO_SUBJECT'
  if (
    mostOfFlow.test(near) ||
    (said.length < 200 && withoutSeveral.test(said)) ||
    (isForeign && isOfOtherSide(state, near, after))
  )
    return 'NO_SUBJECT'
  if (isInTurn(state, item)) return 'AMBIGUOUS_LIST'
  if (rolling.test(plain.slice(Math.max(sentence.start, start - 300), start))) return 'NO_PERIOD'
  if (kind === 'AMOUNT') {
    if (/^\s*(?:and|or) (?:up|more|above|over)\b(?! (?:by|to|from|than)\b)/i.test(after)) return 'NO_SUBJECT'
    if (ofOther.test(said) || isOfOther(state, near) || partOf.test(before) || kept.test(before)) return 'NO_SUBJECT'
    if (
      ofChanges.test(text.slice(sentence.start, start)) &&
      /^\s*[(]\x82\x8F*[)] in\b/u.test(text.slice(end, end + 60))
    )
      return 'CHANGE_IN_AMOUNT'
    if (item.measure === null && isUnitless(before, clause)) return 'NO_UNIT'
    if (isForeign && ofWholeYear.test(near) && /^(?:MONTHLY|QUARTERLY)$/.test(state.period?.frequency ?? ''))
      return 'NO_PERIOD'
    if (
      state.afterAmount &&
      nextChange.test(before) &&
      !verb.test(before) &&
      /^\s*(?:in|for|of|from|to)\b/i.test(after)
    )
      return 'CHANGE_IN_AMOUNT'
    const unread = lastRole === null ? numberBefore(state, item) : undefined
    if (unread !== undefined && /\bcompared (?:to|with) (?:the )?$/i.test(before)) return 'NO_SUBJECT'
    if (unread?.kind === 'PERCENT' && /^\s*[(]\s*(?:(?:to|at)\s*)?$/i.test(before) && /^\s*[)]/.test(after))
      return 'NO_SUBJECT'
    const isOfFlow = !state.fresh && state.frames.length > 0 && state.frames.every(({ metric }) => metric !== 'BALANCE')
    if (isOfFlow && againstBalance.test(before) && metricsIn(before).length === 1) return 'NO_SUBJECT'
    if (sign === 0 && isAlone(words) && higherIn.test(near)) return 'CHANGE_IN_AMOUNT'
    const isCompared = /^\s*(?:,\s*)?or [\x82\x8F]+ (?:less|more|lower|higher|fewer)\b/i.test(text.slice(end, end + 60))
    const isLevel =
      /\b(?:worth|to|at|reached|totall?ed)\s*$/i.test(before) ||
      (/\bw(?:as|ere)\s*$/i.test(before) && !thanBefore.test(text.slice(end, end + 120)))
    if (isCompared && !isLevel) return 'CHANGE_IN_AMOUNT'
    if (lastRole === 'BASE' && isAlone(words)) return 'CONVERSION'
    const last = said.slice(/^.*(?:;|\bwhil(?:e|st)\b|\bwhereas\b)/is.exec(said)?.[0].length ?? 0)
    const isOfMoved = movedBehind.test(after) || increaseIn.test(text.slice(sentence.start, start))
    if (sign === 0 && isAlone(words) && !isOfMoved && cause.test(last) && moves.test(last)) return 'CHANGE_IN_AMOUNT'
    if (sign === 0 && isAlone(words) && inSentence(state, mainChange)) return 'CHANGE_IN_AMOUNT'
    if (
      item.measure === null &&
      /^\s*(?:barrels|units|pieces|kilograms|(?:kilo|hecto)?lit(?:re|er)s|kl|MT|heads?|animals|bales|bags|carats|dozens?|pairs|doses|cubic|square|containers|MMBtu|[GMTk]Wh|(?:giga|mega|kilo)watt|people|persons|passengers|visitors|tourists)\b/i.test(
        after,
      )
    )
      return 'NO_UNIT'
    if (/\bof which,?\s*(?:about |nearly |some )?$/i.test(before) && !ofPartner.test(after) && !ofFlow.test(after))
      return 'NO_SUBJECT'
    // "of which 5 bn were exports and 3 bn imports": the metric before is of the number before.
    if (
      /^\s*that of (?!(?:exports|imports|exported|imported)\b)/i.test(after) ||
      /^\s*(?:[(][^()]*[)]\s*)?(?:was|were) (?:the )?(?:value of )?(?:ex|im)ported\b[^,;]*\band\s*$/i.test(before)
    )
      return 'NO_SUBJECT'
    const isCount = item.measure === 'ENTERPRISE' && isForeign
    return isCount && /^\s*(?:[a-z]+ )?(?:export|import|trade)\b/.test(after) ? 'NO_SUBJECT' : null
  }
  if (kind !== 'PERCENT') return null
  if (ratio.test(clause) || monthlyRate.test(near)) return 'NO_SUBJECT'
  const isBehindShare = lastRole === 'SHARE' || state.sharesOnly
  if (!isBehindShare && flowTo.test(clause) && /^\s*from \x82/.test(text.slice(end, end + 8))) return 'NO_SUBJECT'
  if (toGrowth.test(clause) || (/\bcontribut\w+\b/i.test(clause) && ofGrowth.test(after))) return 'CONTRIBUTION'
  if (lastRole === null && comparedWith.test(before) && inSentence(state, ratio)) return 'NO_SUBJECT'
  if (annualized.test(clause) || /^\s*,?\s*(?:at an )?annuali[sz]ed\b/i.test(after)) return 'RATE_DIFFERENCE'
  const isRow = /^\s*(?:,|and\b)\s*(?:and )?[\x82\x84]/u.test(text.slice(end, end + 10))
  const isOneOfAll = !isRow && !/^\s*(?:,|and\b)/.test(after) && !/(?:,|\band)\s*$/.test(before)
  if (isOneOfAll && (sumOfList.test(said) || sumOfNames.test(said))) return 'NO_SUBJECT'
  if (lastRole === 'SHARE' && comparedWith.test(before)) return 'RATE_DIFFERENCE'
  const reached = isForeign && isOfVolume(near) ? levelAfter(state, item) : undefined
  const isVolume = reached === null || (reached !== undefined && !isMoney(reached))
  if (isForeign && ((isVolume && !isBehindValue(state, item)) || ofTrend.test(said))) return 'PRICE'
  if (isOfGoodsVolume(state, near) && levelAfter(state, item) === null) return 'PRICE'
  const isSpokenOf = (lastRole === 'LEVEL' && /^\s*[(]\s*$/.test(before)) || inSentence(state, moves)
  return sign === 0 && isAlone(words) && !isSpokenOf ? 'NO_SUBJECT' : null
}
