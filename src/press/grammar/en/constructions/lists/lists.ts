import { matchesOf } from '../../../../../lib/matches.js'
import { type Item, numbers, Slice } from '../../../../items.js'
import { type Metric, type Phrase, valueMetric } from '../../../../statement.js'
import { isOfOthers, phraseAt } from '../../cues.js'
import { isMainland, listOf, noun, splitAt } from '../../nouns.js'
import { isOfAccount } from '../../role-words.js'
import { ofTrend } from '../../scope.js'
import { sentenceWords } from '../../sentence.js'
import type { State } from '../../state.js'
import { metricsIn, onlyFlow } from '../../subject.js'
import { changeTail, directions, directionWord, lastTurn, ofWorld } from '../../words.js'
import { isShareOfAnother } from '../doubts/others.js'
import { isOfAverages } from '../doubts/per-year.js'
import { reporterInForce } from '../owners.js'
import { shareByFlow } from '../shares/by-flow.js'
import { shareMoved } from '../shares/moves.js'
import { partOfWhole } from '../shares/of-whole.js'
import { exceeding, isSignedInBracket } from '../sums.js'
import { amountByArea, byArea } from './areas.js'
import { besideNumber, numberOfPartner } from './behind.js'
import { levelAndShare, numberInBracket, shareWithLevel } from './brackets.js'
import { beginChain, nextOfChain } from './chains.js'
import { amountInBrackets } from './elided.js'
import { rateOfEach, rateOfPartner, rateWithoutVerb, shareAgainst, shareInTerms } from './flows.js'
import { nextFollower, shareWithin } from './followers.js'
import { flowIn } from './header.js'
import { shareOf } from './holders.js'
import { leaderOf } from './leaders.js'
import { type Around, isListed, type Listed, ownListed, rankedBehind } from './listed.js'
import { inParallel } from './parallel.js'
import { ofTraders, ranking, shareThatWent } from './rankings.js'
import { inReverse } from './reversed.js'
import { goodsPlaced, nextRanked, partnersBy, partOfStructure, placedAt, rankedFirst, toppedBy } from './structures.js'

const opening = new RegExp(
  `^\\s*(?:an? )?(?:${directionWord}|plus|minus)?(?: of)?\\s*(?:by\\s+)?(?:\x81\\s*(?:,|or|;|/)\\s*(?:by\\s+|an?\\s+|${directionWord}\\s+(?:of\\s+|by\\s+)?)?)?$`,
  'i',
)
const closing =
  /^\s*(?:(?:each\s*)?[)]|(?:share )?of (?:the |all |total |overall |[\p{sc=Latn}]+['’]s )*(?:exports|imports|total)\b[^()]{0,20}[)]|to\s*$|,?\s*(?:compared|year)\b[^()]*[)])/iu

const intro =
  /\b(?:(?:highlights?|attention|emphasis) (?:goes |go |is |are )?(?:to|on)|(?:ex|im)ported (?:the )?most (?:goods )?(?:to|from)|(?:mostly|mainly|largely|primarily|chiefly|principally|predominantly) (?:sent|shipped|destined|directed|delivered|sold|exported|imported|bought|purchased|sourced|going|coming|went|came) (?:to|for|from)|highlighting|involv(?:ed?s?|ing)|concern(?:ed|ing)|affect(?:ed|ing)|c[ao]m(?:e|es|ing) (?:\w+ly )?from|attribut(?:able|ed) (?:\w+ly )?to|due (?:\w+ly )?to|owing (?:\w+ly )?to|(?:driven|led|offset|boosted|supported|weighed down|caused|conditioned|determined|influenced|explained|accounted for|pushed up|lifted|underpinned|spearheaded) (?:\w+ly )?by|dominated (?:\w+ly )?by|(?:consist(?:ed|s|ing)|composed|made up) (?:\w+ly )?of|on account of|thanks to|reflect(?:ed|ing)|includ(?:es?|ed|ing)|such as|(?:in particular|namely|notably|particularly|especially),?|among (?:them|these|which)|(?:recorded|registered|observed|seen|noted|reported|posted|experienced|found|marked|pronounced|recorded mainly) (?:in|for|by|with|among|from)|there (?:were|was|are)|with (?:[a-z]+ )?(?:increases|decreases|rises|falls|declines|drops|gains|growth) (?:in|of|for|to|from)|(?:these|they) (?:were|are|included?)|(?:contributors?|contributions?|drivers?|partners?|markets?|destinations?|sources?|suppliers?|buyers?|countries|categories|commodities|products|goods|items|origins?|shares?|highlights?|next in) [^,;:()]{0,60}?\b(?:were|was|are|is))(?: the)?(?:\s*:\s*|\s+)(?:(?:mainly|mostly|in particular|especially|particularly|notably) )?(?:(?:the |an? )?(?:increased?|rise|higher|lower|decreased?|decline|growth|fall|drop|reduction|reduced|growing|rising|falling)s? (?:(?:sales|purchases|shipments|deliveries|exports|imports|demand) )?(?:in|of|for|to|from) )?(?:(?:those|that|sales|purchases|shipments|deliveries) (?:to|from|of|in) )?/gi

const under =
  /^\W*(?:under|within|among|in|of) (?:the )?(?:goods |merchandise )?(?:imports|exports)\b[^,:]{0,40}[,:]\s*/i

const nextMark =
  /^\s*(?:(?:(?:share )?of [^()]{0,40})?[)]\s*)?(?:(?:,|;|\band\b|\bas well as\b|\bfollowed by\b|\bthen\b|\bplus\b|\bbut also\b|&|\balong with\b)\s*)+(?:also |of which,? |chiefly |notably |in particular,? )?(?:(?:to|from|of|in|by|for|with) )?(?:the )?(?:(?:growth|increase|rise|fall|decrease|decline|drop|reduction) (?:of|in) )?/i

const movedWith = new RegExp(
  `\\b(?:exports|imports|shipments|sales|purchases|deliveries|they|and|but|while) (?:also |[a-z]+ly )*(${directionWord}) (?:also |[a-z]+ly |in particular )*(?:to|from|with) (?:the )?(?=\\p{Lu})`,
  'giu',
)

const moving = new RegExp(
  `^[^,;:()]*\\b(?:exports|imports|purchases|sales|shipments)(?: [^,;:()]{0,40}?)?,? (?:${directionWord})(?: [a-z]+ly)?(?:\\s+(?:for|to|from)(?: the)?(?:\\s*:\\s*|\\s+)|[^,;:()]{0,40}:\\s+(?:the )?)`,
  'i',
)

// Goes on in the other direction: "), but grew from Australia (".
const nextTurn = new RegExp(
  `^[^()]{0,40}[)]?\\s*[,;]?\\s*(?:but|while|whereas|and|yet)\\s+(?:they |it )?(${directionWord})(?: [a-z]+ly)?\\s+(?:for|to|from|in|with)\\s+(?:the )?`,
  'i',
)

const inQuotes = /"\s*(\p{sc=Latn}[^"]{2,160}?)\s*"\s*$/u

// "in particular \"office machines and recording equipment\" (by 3 bn or 5%)": a name in quotes may have any words.
function quotedName(words: Slice, place: 'NEXT' | 'HEAD' | null): Slice | null {
  const found = inQuotes.exec(words.text)
  const name = found?.[1] ?? ''
  const ahead = words.text.slice(0, found?.index ?? 0)
  const isNext = nextMark.exec(ahead)?.[0].length === ahead.length
  const isFirst = /\b(?:in|of|for|as|by|particular|namely|notably|including|particularly|especially),? $/i.test(ahead)
  if (name === '' || !(place === 'NEXT' ? isNext : isFirst) || metricsIn(name).length > 0) return null
  return words
    .slice(found?.index ?? 0)
    .slice(found?.[0].indexOf(name) ?? 0)
    .slice(0, name.length)
}

/** Returns the name before a bracket: behind what begins a list, behind the number before, or at the head of a sentence. */
function nameIn({ context }: State, words: Slice, place: 'NEXT' | 'HEAD' | null): Slice | null {
  let from = 0
  if (place === 'NEXT') from = (nextTurn.exec(words.text) ?? nextMark.exec(words.text))?.[0].length ?? 0
  else {
    for (const found of matchesOf(intro, words.text)) from = found.index + found[0].length
    if (from === 0) from = moving.exec(words.text)?.[0].length ?? 0
    for (const found of matchesOf(movedWith, words.text)) from = Math.max(from, found.index + found[0].length)
    if (from === 0) from = under.exec(words.text)?.[0].length ?? 0
  }
  if (from === 0 && place !== 'HEAD') return null
  const rest = words.slice(from)
  if (
    /[;:()]|\b(?:whil(?:e|st)|whereas|but|which)\b/i.test(rest.text) ||
    (from === 0 && /,/.test(rest.text) && splitAt(noun(rest), /,/g, true).length > 1)
  )
    return null
  const name = noun(rest)
  const plain = name.slice(
    /^(?:exported|imported) the most (?:to|from) (?:the )?|^(?:section|group|division|chapter) (?:of )?['"]?/i.exec(
      name.text,
    )?.[0].length ?? 0,
  )
  if (isMainland(plain.text, context)) return plain
  // Behind a semicolon, a name may be long.
  return isListed(plain.text, place === 'NEXT' && /^[^,]*;/.test(words.text) ? 16 : 9) ? plain : null
}

function flowOf(state: State, said: string, behind: string): Metric | null {
  const named = metricsIn(said)
  const [before, last] = [named.at(-2), named.at(-1)]
  if (last !== undefined) {
    const isPair = before !== undefined && before.metric !== last.metric && last.start - before.end < 12
    return isPair || last.metric === 'BALANCE' ? null : valueMetric(last.metric)
  }
  const main = flowIn(said)
  if (main !== null) return main
  if (state.continues && state.side !== null) return state.side.metric
  const later = metricsIn(behind)
  if (later.length > 0) return onlyFlow(later)
  const ofGoods = flowIn(behind)
  if (ofGoods !== null) return ofGoods
  return state.frames.length > 0 ? onlyFlow(state.frames) : state.flow
}

const ofShares =
  /\b(?:shares?|structure|composition|dominated|consist(?:ed|s|ing)|composed|proportion|account(?:s|ed|ing)? for|represent(?:s|ed|ing)?|ma(?:de|kes?|king) up|compris(?:e|es|ed|ing)|per ?cent of)\b/i

// Says where most of a flow goes or comes from, so that rates are shares: "exports were mostly sent to".
const sentMostly =
  /\b(?:exports|imports)\b[^,;]{0,40}\b(?:mostly|mainly|largely|primarily|chiefly|principally|predominantly) (?:sent|shipped|destined|directed|delivered|sold|exported|imported|bought|purchased|sourced|going|coming|went|came) (?:to|for|from)\b[^;]*$/i

// "(8.4%) and tea (6.1%) posted the fastest annual increases"
const movedBehind = new RegExp(
  `^[^;]*?[)]\\s+(?:also |all |both )?(?:(?:posted|recorded|registered|reported|showed|saw|had) (?:the )?(?:(?:fastest|highest|largest|biggest|sharpest|strongest|steepest|greatest|annual|yearly|year-on-year|notable|significant|considerable) )+)?(${directionWord})\\b`,
  'i',
)

function withFlow(words: Slice): Slice | null {
  const found = /^\W*(?:exports|imports)(?: of goods)? (?:to|from|of) (?:the )?([^,;:()]{2,60}?)\s*$/i.exec(words.text)
  const name = found?.[1] ?? ''
  if (found === null || !isListed(name)) return null
  const at = found.index + found[0].lastIndexOf(name)
  return words.slice(at, at + name.length)
}

const ofTotal = /[\x82\x8F] of (?:the )?(?:total )?(?:exports|imports|trade) [(]/u

function followed({ lastRole, frames, text, sentence }: State, words: Slice): Slice | null {
  const found = /^[^;]{0,80}?;?\s*\b(?:followed by|ahead of)\s+(?:the )?/i.exec(words.text)
  // "15% of total exports (3 bn), followed by Japan ("
  const isBehindShare =
    lastRole === 'LEVEL' && words.text.startsWith(')') && ofTotal.test(text.slice(sentence.start, words.span.start))
  if (
    !(lastRole === 'SHARE' || isBehindShare) ||
    found === null ||
    frames.length !== 1 ||
    frames[0]?.phrases.length !== 1
  )
    return null
  const name = noun(words.slice(found[0].length))
  return isListed(name.text) && !/[,;:()]/.test(name.text) ? name : null
}

const numberBefore = ({ items, sentence }: State, open: number): number =>
  items.findLast(({ kind, end }) => numbers.has(kind) && end <= open)?.end ?? sentence.start

// Goes on with the other flow: "and Austria (7.8%) and imported most from Germany (".
const otherFlow = /\b(?:and|while) (?:it )?(?:ex|im)ported (?:the )?most (?:goods )?(?:to|from)\b/i

/** Reads one of a list of goods or partners with a rate in brackets: "the decrease in exports involved motor vehicles (". */
function listedInBrackets(state: State, item: Item, { after, from: last }: Around): Listed | null {
  if (item.kind !== 'PERCENT' || !closing.test(after.text) || isOfOthers(state, item.start)) return null
  const { sentence, listed } = state
  const open = state.text.lastIndexOf('(', item.start)
  if (open < sentence.start) return null
  const inside = state.text.slice(open + 1, item.start).replace(/[\x82-\x8F]/gu, '')
  if (!opening.test(inside)) return null
  const number = last <= open ? last : numberBefore(state, open)
  const words = Slice.of(state.text, { start: Math.max(sentence.start, number), end: open })
  const follows = listed?.end === number ? null : followed(state, words)
  const isNext = (follows !== null || listed?.end === number) && !otherFlow.test(words.text)
  const place = isNext ? 'NEXT' : number <= sentence.start ? 'HEAD' : null
  const behind = state.text.slice(item.end, sentence.end)
  const verbBehind = place === 'HEAD' && item.sign === 0 ? movedBehind.exec(behind) : null
  const name =
    follows ?? quotedName(words, place) ?? nameIn(state, words, place) ?? (verbBehind === null ? null : withFlow(words))
  if (name === null) return null
  const said = sentenceWords(state, name.span.start).text.slice(-800)
  const ranked = isNext ? null : rankedBehind.exec(behind)
  const [, market, source] = ranked ?? []
  const ofRank = market === undefined ? (source === undefined ? null : 'IMPORTS') : 'EXPORTS'
  const whole = ofWhole.exec(after.text)?.[0]
  const ofOwn = whole === undefined ? null : onlyFlow(metricsIn(whole))
  const ofListed = (listed ?? state.frames[0])?.metric ?? null
  const metric = ofOwn ?? (isNext ? ofListed : (ofRank ?? flowOf(state, said, behind)))
  if (metric === null) return null
  const mark = isNext ? (nextMark.exec(words.text)?.[0] ?? '') : ''
  const turned = isNext ? matchesOf(directions, nextTurn.exec(words.text)?.[1] ?? '')[0] : undefined
  const turn =
    matchesOf(directions, inside).at(-1) ??
    turned ??
    (verbBehind === null ? undefined : matchesOf(directions, verbBehind[1] ?? '')[0]) ??
    (isNext ? undefined : matchesOf(directions, said).at(-1))
  const trend = ofTrend.exec(said)?.[1] ?? ''
  const before =
    trend !== '' ? (/^up/i.test(trend) ? 1 : -1) : state.continues || ofTrend.test(said) ? (state.side?.sign ?? 0) : 0
  const isShare =
    whole !== undefined ||
    ranked !== null ||
    (isNext
      ? follows !== null || listed?.role === 'SHARE'
      : ofShares.test(said) || isOfLargest(state, said) || (turn === undefined && sentMostly.test(said)))
  const isChange = item.sign !== 0 || turn !== undefined || listed?.role === 'CHANGE' || before !== 0
  if (!isShare && !isChange) return null
  const role = item.sign === 0 && isShare ? 'SHARE' : 'CHANGE'
  // A part of a part may have a share of either.
  if (role === 'SHARE' && /\bof which\b/i.test(mark)) return null
  const told: Item['sign'] =
    turn === undefined ? (isNext ? (listed?.sign ?? 1) : before || 1) : turn[1] === undefined ? 1 : -1
  const sign = item.sign === 0 ? told : item.sign
  state.listed = { metric, role, sign: isNext && turned === undefined ? (listed?.sign ?? sign) : sign, end: item.end }
  const names = /^\s*each\b/.test(after.text) ? listOf(name, 2, state.context) : [name]
  const reporter = reporterInForce(state)
  return {
    role,
    sign,
    frames: names.map(({ text, span }) => ({ metric, phrases: [{ text, span, dimension: null }], reporter })),
  }
}

const ofWhole = /^\s*(?:share )?of\b[^()]*/
const amongLargest =
  /\b(?:main|largest|biggest|top|leading|key|principal|most important|foremost|next|further|other)\b[^,;:()]{0,50}\b(?:partners?|markets?|destinations?|sources?|suppliers?|buyers?|countries|commodities|products|goods|items|groups|categories|origins?|in (?:exports|imports))\b/i

/** Indicates the rates of a list of the largest, or behind a sentence of shares, where no word says that they are changes. */
const isOfLargest = ({ text, sentence, sharesOnly }: State, said: string): boolean =>
  (sharesOnly || amongLargest.test(said)) &&
  text.slice(sentence.start, sentence.end).search(directions) < 0 &&
  !/\b(?:growth|changes?|dynamic|rates?)\b/i.test(said)

/** Returns the only flow that a sentence names, and whether it rises or falls. */
export function sideOf(sentence: string): State['side'] {
  const metric = onlyFlow(metricsIn(sentence))
  if (metric !== 'EXPORTS' && metric !== 'IMPORTS') return null
  return { metric, sign: lastTurn(sentence) }
}

function namedInBracket(state: State, item: Item, before: Slice, after: Slice): Listed | null {
  const found = /[(](?:of which |including |thereof )?(?:the )?([\p{sc=Latn}][^:();]{1,40}):\s*$/u.exec(before.text)
  const next = /^\s*[,;]\s*(?:the )?([\p{sc=Latn}][^:();]{1,40}):\s*$/u.exec(before.text)
  const name = (found ?? next)?.[1] ?? ''
  const [frame] = state.frames
  if (item.kind !== 'PERCENT' || item.sign === 0 || frame === undefined || !isListed(name)) return null
  if (state.frames.length !== 1 || !/^\s*[),;]/.test(after.text)) return null
  const metric = valueMetric(frame.metric)
  if (metric === 'BALANCE') return null
  const phrase = phraseAt(before, before.text.lastIndexOf(name), name.length)
  return { role: 'CHANGE', sign: item.sign, frames: [{ ...frame, metric, phrases: [phrase] }] }
}

const ofFlow = "(?:[A-Z]\\w+(?:['’]s)? )*(?:exports|imports)"
const largest = new RegExp(
  `^(?<opening>[^]*?)\\b(?:largest|biggest|main|top|leading|principal|chief|key|primary|foremost|(?:most|single most) important)\\s+(?:(?:single|foreign|overseas|individual|non-EU|trading)\\s+)*(?:(?<exported>exports?|exporting)\\s+|(?<imported>imports?|importing)\\s+|(?:trading|trade|sales)\\s+)?(?:(?<market>market|destination|buyer|customer|recipient)|(?<source>source|supplier|origin|country of origin)|(?<partner>partner))s?(?:\\s+countr(?:y|ies))?(?:\\s+(?:for|of|in|by)\\s+(?<flow>${ofFlow}))?(?:\\s+(?:in|during|for)\\s*)?[^,;:()]{0,12}?,?\\s+(?:was|were|is|are|remained|remains)\\s+(?:once again |again |still )?(?:the )?(?<name>\\p{Lu}[^,;:()]{1,40}?)(?:,|\\s*[(]|\\s)(?:\\s*(?:with|at|accounting for|taking|representing|receiving|buying|supplying|purchasing|worth|which (?:accounted for|received|supplied|took|had|held|bought|absorbed|made up|represented))\\s*)?(?:an? |its |their )?(?:(?:exports?|imports?|purchases|sales|deliveries|(?:bilateral |two-way |total )?trade|total) (?:of |worth |${directionWord}(?: by)? )?)?(?:(?:with )?an? )?(?:(?:estimated |total |export |import )*(?:share|value|total|turnover|volume|amount)s? of |worth )?(?:about |around |nearly |almost |over |some )?$`,
  'iu',
)

// Lets the patterns of ranks be tried only where there is one.
const isRanked = /\b(?:largest|biggest|highest|main|top|leading|principal|chief|key|primary|foremost|important)\b/i

/** Reads what the largest partner has: a figure of that partner, never a total. */
function largestOf(state: State, item: Item, said: string, before: Slice): Listed | null {
  if (!state.fresh || (item.kind !== 'PERCENT' && item.kind !== 'AMOUNT')) return null
  const found = isRanked.test(said) ? largest.exec(said) : null
  const { opening = '', exported, imported, market, source, flow = '', name = '' } = found?.groups ?? {}
  if (found === null || !/^\p{Lu}/u.test(name) || !isListed(name)) return null
  const stated = metricsIn(`${opening} ${flow}`).at(-1)?.metric
  const metric: Metric =
    exported !== undefined
      ? 'EXPORTS'
      : imported !== undefined
        ? 'IMPORTS'
        : stated === 'EXPORTS' || stated === 'IMPORTS'
          ? stated
          : market !== undefined
            ? 'EXPORTS'
            : source !== undefined
              ? 'IMPORTS'
              : (partnersBy(state) ?? 'TRADE')
  const at = before.text.lastIndexOf(name)
  if (at < 0) return null
  const phrase: Phrase = { ...phraseAt(before, at, name.length), dimension: 'PARTNER' }
  state.subjects = [phrase]
  const sign = item.sign || (changeTail.test(said) ? lastTurn(said) : 0)
  const role = item.kind === 'AMOUNT' ? 'LEVEL' : sign === 0 ? 'SHARE' : 'CHANGE'
  if (/[(]\s*$/.test(said)) state.listed = { metric, role, sign, end: item.end }
  return { role, sign, frames: [{ metric, phrases: [phrase], reporter: reporterInForce(state) }] }
}

const ahead = /^\W*with (?:an? )?(?:export |import )?share of\s*$/i
const rankedNext =
  /^\s*(?:of (?:the )?(?:total|all)?[^,]{0,30})?,\s*(?:the )?(\p{sc=Latn}[^,;:()]{1,60}?)\s+(?:was|were|is|are|remained)\s[^,;.]{0,60}?\b(?:groups?|goods|products?|markets?|partners?|destinations?|sources?|suppliers?|commodity)\b/iu

function shareAhead(state: State, item: Item, said: string, after: Slice): Listed | null {
  const found = rankedNext.exec(after.text)
  const name = found?.[1] ?? ''
  if (item.kind !== 'PERCENT' || !ahead.test(said) || found === null || !isListed(name)) return null
  const flow = /\bexport/i.test(found[0]) ? 'EXPORTS' : /\bimport/i.test(found[0]) ? 'IMPORTS' : null
  const metric = flow ?? flowOf(state, '', '')
  if (metric === null) return null
  const phrase = phraseAt(after, found[0].indexOf(name), name.length)
  state.subjects = [phrase]
  return { role: 'SHARE', sign: 0, frames: [{ metric, phrases: [phrase], reporter: reporterInForce(state) }] }
}

const ofMarkets =
  /^\W*(?:in terms of|among|by|regarding|as for) (?:the )?(?:(export)|(import))(?:s|ed|ing)? (?:markets?|destinations?|sources?|partners?|countries)\b[^,]{0,20},\s*(?:the )?(?<name>\p{Lu}[^,;:()]{1,40}?)\s+(?:was|were|is|remained|continued to be)\s+(?:the )?(?:largest|biggest|top|leading|main)\b[^,;()]{0,30}?,?\s+(?:with|at|reaching)\s+(?:an? )?(?:estimated |total |export |import )*(?:(?:turnover|value|share) of )?$/iu
const ofLargestShare =
  /\b(?:largest|highest|biggest) share (?:in|of) (?:total |all |the )*(?:(exports)|(imports))\b[^,;]{0,30}?\s(?:was|belonged to|went to|came from)\s+(?:the )?(?<name>\p{Lu}[^,;:()]{1,40}?),?\s+(?:with|at)\s*$/iu

function largestMarket(state: State, item: Item, said: string, before: Slice): Listed | null {
  const found = isRanked.test(said) ? (ofMarkets.exec(said) ?? ofLargestShare.exec(said)) : null
  const name = found?.groups?.['name'] ?? ''
  const at = before.text.lastIndexOf(name)
  if (!state.fresh || item.kind === 'POINTS' || found === null || !isListed(name) || at < 0) return null
  const metric = found[1] === undefined ? 'IMPORTS' : 'EXPORTS'
  const phrase: Phrase = { ...phraseAt(before, at, name.length), dimension: 'PARTNER' }
  state.subjects = [phrase]
  const role = item.kind === 'AMOUNT' ? 'LEVEL' : item.sign === 0 ? 'SHARE' : 'CHANGE'
  return { role, sign: item.sign, frames: [{ metric, phrases: [phrase], reporter: reporterInForce(state) }] }
}

/** Tries the lists of names with a number each. */
export function listedNumber(state: State, item: Item, around: Around): Listed | null {
  const found = ownListed(state, listedOf(state, item, around), around)
  if (found !== null) beginChain(state, item, found)
  return found
}

function listedOf(state: State, item: Item, around: Around): Listed | null {
  const { before, after } = around
  if (item.kind === 'AMOUNT' && (exceeding.test(before.text) || isSignedInBracket(state, item))) return null
  // "the current account surplus, which included services (-3 bn) and income (1 bn)"
  if (item.kind === 'AMOUNT' && isOfAccount(state, state.text.slice(state.sentence.start, item.start))) return null
  if (item.kind === 'PERCENT' && (ofWorld.test(before.text) || isShareOfAnother(state, after.text))) return null
  if (item.kind === 'PERCENT' && isOfAverages(state, item.start)) return null
  const inFlow = shareByFlow(state, item)
  if (inFlow !== null) return inFlow
  const divided = partOfWhole(state, item)
  if (divided !== null) return divided
  const part = partOfStructure(state, item)
  if (part !== null) return { role: 'SHARE', sign: 0, frames: part }
  const top = toppedBy(state, item)
  if (top !== null) return { role: 'SHARE', sign: 0, frames: top }
  const trader = ofTraders(state, item, around)
  if (trader !== null) return trader
  const moved = shareMoved(state, item, around)
  if (moved !== null) return moved
  const leader =
    rankedFirst(state, item, before) ??
    placedAt(state, item, before) ??
    goodsPlaced(state, item, before) ??
    nextRanked(state, item, before)
  if (leader !== null) return { role: 'LEVEL', sign: 0, frames: leader }
  const inBrackets = levelAndShare(state, item, around) ?? listedInBrackets(state, item, around)
  if (inBrackets !== null) return inBrackets
  const amount = amountInBrackets(state, item)
  if (amount !== null) return { role: 'LEVEL', sign: 0, frames: amount }
  const next =
    namedInBracket(state, item, before, after) ??
    byArea(state, item, before, after) ??
    amountByArea(state, item, before, after) ??
    shareWithin(state, item, around) ??
    numberOfPartner(state, item, around) ??
    nextOfChain(state, item, around) ??
    nextFollower(state, item, around)
  if (next !== null || item.start - state.sentence.start > 1000) return next
  const said = sentenceWords(state, item.start).text
  return (
    besideNumber(state, item, said, around) ??
    rateOfEach(state, item, said, before) ??
    rateWithoutVerb(state, item, said, around) ??
    rateOfPartner(state, item, said, around) ??
    shareAgainst(state, item, around) ??
    shareInTerms(state, item, around) ??
    largestOf(state, item, said, before) ??
    largestMarket(state, item, said, before) ??
    shareOf(state, item, said, before, after) ??
    shareAhead(state, item, said, after) ??
    leaderOf(state, item, said, around) ??
    shareThatWent(state, item, said, around) ??
    ranking(state, item, said, around) ??
    numberInBracket(state, item, around) ??
    shareWithLevel(state, item, around) ??
    inParallel(state, item) ??
    inReverse(state, item)
  )
}
