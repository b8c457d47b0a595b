import type { Slice } from '../../../items.js'
import { type Frame, type Phrase, type Reporter, valueMetric } from '../../../statement.js'
import { asFor, bothTogether, phraseAt, samePhrases } from '../cues.js'
import { levelAfter } from '../groups.js'
import { isGeneric, listOf, noun, nounBefore, phrase } from '../nouns.js'
import { isMoney } from '../scope.js'
import { sentenceSubject, sentenceWords } from '../sentence.js'
import type { Role, State } from '../state.js'
import { type FoundMetric, isName } from '../subject.js'
import { directionWord, forecast, foreign, regimes, verb } from '../words.js'
import { formerOf } from './dealings.js'
import { exampleBefore, nameBefore, nextOf } from './examples.js'
import { labelled } from './headings.js'
import { flowSold, goodsSold, moverBefore } from './movers.js'
import { reporterInForce } from './owners.js'
import { isPartner, nextPartners, nextRanked, ranked, regimeBefore, traderBefore } from './partners.js'

const goodsNoun = new RegExp(
  `^\\W*(?:the )?\\p{sc=Latn}[\\p{sc=Latn}\\s,&-]{1,50}?(?:goods|products|materials|equipment|machinery|appliances|components|fuels|vehicles|commodities|foodstuffs|chemicals|pharmaceuticals|metals|textiles|minerals|circuits|devices|phones|smartphones|handsets|computers|laptops|tablets|chips|semiconductors|autos|cars|automobiles|tyres|tires|toys|furniture|shoes|footwear|clothing|garments|apparel|ships|vessels|batteries|plastics|steel|aluminium|aluminum|fertili[sz]ers|earths|oils?|gas|coal|ores?|crude|petroleum|gasoline|diesel|coffee|tea|cocoa|sugar|rice|wheat|corn|maize|soybeans?|cotton|tobacco|wood|timber|paper|rubber|leather|fish|seafood|meat|beef|poultry|fruits?|vegetables|nuts|flowers|wines?|beverages|gold|silver|diamonds|copper|zinc|nickel|cement|glass|ceramics|jewell?e?ry|instruments|electronics|medicines|cereals|grains?)\\s+(?:also |meanwhile )?(?:was |were )?${directionWord}`,
  'iu',
)

const nameMoved = new RegExp(
  `^\\W*(?:the )?(?!(?:it|they|this|that|these|those|we)\\b)[\\p{sc=Latn}][\\p{sc=Latn}\\s&'-]{2,50}? (?:also |meanwhile )?(?:${directionWord})(?: by)?\\s*$`,
  'iu',
)

/** Indicates a name at the head of a sentence whose change leads to an amount of money: "Footwear fell by 3 percent to 2 bn euros". */
function isWorth(state: State, before: Slice): boolean {
  const item = state.items.find(({ kind, start }) => kind === 'PERCENT' && start >= before.span.end)
  const level = item === undefined || !nameMoved.test(before.text) ? null : levelAfter(state, item)
  return level !== null && isMoney(level)
}

/** Reads the trade with the partner, or in the goods, that a sentence ranks: "the EU was the largest partner, at 3 bn". */
export function partnerTrade(state: State, before: Slice, count: number, role: Role): readonly Frame[] | null {
  const words = sentenceWords(state, before.span.end)
  const rank = state.fresh ? ranked.exec(words.text) : null
  // "Italy was the top customer, and China the main supplier with" is of the second.
  if (
    rank !== null &&
    /\b(?:was|were|is|are|remained)\b[^;]*,\s*(?:and|while|whereas|but)\s/i.test(words.text.slice(0, rank.index))
  )
    return null
  if (count !== 1 || rank === null || (role !== 'LEVEL' && role !== 'CHANGE')) return null
  const [phrase] = sentenceSubject(state, words, Number.POSITIVE_INFINITY) ?? []
  const { partners, exported, imported } = rank.groups ?? {}
  if (phrase === undefined || (partners !== undefined && !isPartner(state, phrase))) return null
  state.subjects = [phrase]
  const { received, provided } = dealing.exec(before.text)?.groups ?? {}
  const isExport = (exported ?? received) !== undefined
  const metric = isExport ? 'EXPORTS' : (imported ?? provided) !== undefined ? 'IMPORTS' : 'TRADE'
  return [{ metric, phrases: [phrase], reporter: reporterInForce(state) }]
}

const dealing =
  /[,;]\s*(?:and )?(?:(?<received>receiving|buying|purchasing|importing|taking)|(?<provided>supplying|providing|selling|shipping|exporting|delivering))\s*(?:goods worth |about |nearly |over |almost |some )*$/i

const besides =
  /^\s*,?\s*(?:and|while|whereas|but)\s+(?:the )?(?<name>[\p{sc=Latn}][^,;:()]{2,60}),\s+with\s+(?:about |nearly |over )?$/iu

/** Reads what another part has, in a clause of its own: "private firms reached 3 bn, while foreign firms, with 2 bn,". */
export function besideWith({ fresh, frames, context }: State, before: Slice): readonly Frame[] | null {
  const name = besides.exec(before.text)?.groups?.['name'] ?? ''
  const [first] = frames
  const dimension = context.vocabulary.dimensionOf(name)
  if (fresh || name === '' || first === undefined || dimension === null) return null
  const phrase: Phrase = { ...phraseAt(before, before.text.indexOf(name), name.length), dimension: null }
  const isAlike = first.phrases.some(({ text }) => context.vocabulary.dimensionOf(text) === dimension)
  return isAlike ? [{ ...first, metric: valueMetric(first.metric), phrases: [phrase] }] : []
}

const goesOn =
  /\b(?:it|they|these|(?:the|their) (?:total |combined )?(?:total|figure|value|amount))\s+(?:once again |again |also |even )?(?:reached|was|were|stood at|amounted to|total+ed|exceeded|surpassed|topped|passed|hit|came (?:in )?(?:to|at)|(?:rose|climbed|grew|increased|fell|dropped) to)\s*$|^\W*(?:brought|saw) an? (?:[a-z]+ )?(?:rebound|recovery|rise|jump|fall|drop|decline|increase) to\s*$/i
const topicAhead = new RegExp(
  `^\\W*(?:${asFor}) (?:the )?(\\p{sc=Latn}[^,;:()]{1,50}?)(?: group| sector)?, (?:it|they)\\b`,
  'iu',
)
const bringsTotal =
  /^\W*(?:that|this) (?:brought|brings|took|takes|lifted|pushed) the (?:total|overall (?:figure|value))\b[^,;]*\bto\s*$/i

/** Names before the words of a rate what is none of trade: "Tourism receipts kept rising, up by". */
const ofOtherAccount =
  /^\W*(?:(?:however|meanwhile|similarly|likewise),? )?(?:the |its |their )?(?:[\w-]+ ){0,3}(?:costs?|bills?|receipts|remittances|transfers|production|output|consumption|inflation|investments?|incomes?|orders|demand|reserves|tourism|spending|employment|activity|debt|loans|deposits|freight|traffic|throughput) (?!of\b)[^,;]{3,60},/i

const growthRate = /^\W*(?:[^,;:]{2,40},\s)?the (?:[a-z-]+ )?(?:growth(?: rate)?|rate of growth)\b/i

/** Ends what says whose share a number is, where that is not what the text speaks of. */
const otherHolder =
  /^\W*(?!(?:it|they|this|these|that|with|and)\b)\p{sc=Latn}[^;:()]{2,90}\s(?:with|having|holding) an? (?:[a-z]+ )?(?:share|proportion) of\s*$/iu

const ownRegime = /(?:^|,|\band|\bwhile)\s*(?:its|the [a-z]+['’]s)\s+(?:[a-z]+ )?trade\b[^,;]*$/i

const alike =
  /^[^,;:()]{0,60}(?:[,;]\s*(?:and |while |whereas |but )*|\s(?:and|while|whereas) )[^,;:()]{2,70}\b(?:account|represent|constitut|compris|ma[dk]|t[ao]+k)/i

const withOther =
  /^\W*(?:[Ww]ith(?: regard to)?|[Aa]s for|[Rr]egarding|[Tt]o|[Ff]rom) (?:the )?(\p{Lu}[^,;:()]{1,40}?),? (?:it|they|(?:the|its|their) (?:total |combined )?(?:value|figure|amount|total|rate|growth)) (?:[a-z]+ly )?(?:[a-z]+)(?: (?:by|to|up|down|at))*\s*$/u

/** Reads the next partner of a flow that the text speaks of: "With ASEAN it surged". */
function otherPartner({ fresh, frames }: State, before: Slice): Phrase | null {
  const name = fresh ? (withOther.exec(before.text)?.[1] ?? '') : ''
  const isOfPartner = frames.length === 1 && frames[0]?.phrases[0]?.dimension === 'PARTNER'
  if (name === '' || !isOfPartner) return null
  return { ...phraseAt(before, before.text.indexOf(name), name.length), dimension: 'PARTNER' }
}

// Indicates the trade of which the sentence before tells both flows: "exports were 9 bn and imports 7 bn. In May, it was 3 bn".
const isBothInOne = ({ fresh, told, hasBoth }: State, before: Slice): boolean =>
  fresh &&
  hasBoth &&
  /\bit\b/i.test(before.text) &&
  (['EXPORTS', 'IMPORTS'] as const).every((flow) => told.some(({ metric }) => metric === flow)) &&
  told.every(({ phrases }) => phrases.length === 0)

// "of which, the growth of mobile phones is 13 percent"
const growthOf =
  /^\W*(?:of which,? |among (?:them|these|which),? |and |while )?(?:the )?growth(?: rates?)? of (?:the )?(?=[a-z])/i

const totalValue = /(?:^|[,;])\s*the total (?:value|volume|amount)\b[^,;]*$/i

// Indicates the value of what both flows of the sentence before are.
function isOfFlowsTold({ fresh, told, frames, hasBoth }: State, { text }: Slice): boolean {
  if (!fresh || !valueOfThem.test(text)) return false
  const said = told.length > 0 ? told : frames
  const isOfTotals = said.every(({ phrases, metric }) => phrases.length === 0 && metric !== 'BALANCE')
  return isOfTotals && (told.length === 0 ? hasBoth : new Set(told.map(({ metric }) => metric)).size > 1)
}

const valueOfThem =
  /^(?:\W*(?:in|for|during)\b[^,;]{0,30},)?\W*(?:the|its|this) (?:total )?(?:value|volume|amount) [a-z]+(?: up| down)?(?: to| at)?\s*$/i

const ofThose = /^\W*(?:of|among) (?:(?:the|these|those|its|total|all) )+$/i

// "Of the imports, beef from the region was 3 bn"
export function amongThose(
  { context, told }: State,
  before: Slice,
  { metric, start, end }: FoundMetric,
  reporter: Reporter | null,
): readonly Frame[] | null {
  const behind = before.slice(end)
  if (!ofThose.test(before.text.slice(0, start)) || !/^\s*,\s*\S/.test(behind.text)) return null
  const [named] = nounBefore(behind.trimmed(/^\s*,/).trimmed(/\s(?:from|to) (?:the|this|that|these|those) .*$/is), 1)
  const isGoods = named !== undefined && context.vocabulary.dimensionOf(named.text) === 'PRODUCT'
  if (!isGoods || (metric !== 'EXPORTS' && metric !== 'IMPORTS')) return null
  const [partner] = told.flatMap(({ phrases }) => phrases.filter(({ dimension }) => dimension === 'PARTNER'))
  return [{ metric, phrases: partner === undefined ? [named] : [partner, named], reporter }]
}

export function withoutMetric(state: State, before: Slice, count: number, role: Role): readonly Frame[] | null {
  const inForce = state.frames
  const [first] = inForce
  if (state.fresh && role === 'LEVEL' && state.introduced.length > 0 && !/\S/.test(before.text)) return state.introduced
  const isSubject = state.fresh
    ? !state.continues || /^\W*(?:notably|specifically|within)\b/i.test(before.text)
    : ownRegime.test(before.text)
  const regime = isSubject ? regimeBefore(before) : null
  if (regime !== null) {
    state.subjects = [regime]
    return [{ metric: 'TRADE', phrases: [regime], reporter: reporterInForce(state) }]
  }
  const next = nextRanked(state, before) ?? nextPartners(state, before, count)
  if (next !== null) return next
  const listed = role === 'CHANGE' && count === 1 ? nameBefore(before) : null
  const side = first === undefined || first.metric === 'BALANCE' ? state.flow : valueMetric(first.metric)
  if (listed !== null && side !== null) return [{ metric: side, phrases: [listed], reporter: reporterInForce(state) }]
  const sold = count === 1 ? goodsSold(state, before, side) : null
  if (sold !== null) return sold
  const mover = count === 1 && side !== null ? moverBefore(before) : null
  if (mover !== null && side !== null) return [{ metric: side, phrases: [mover], reporter: reporterInForce(state) }]
  const name = count === 1 ? labelled(state, before) : null
  if (name !== null) return [{ metric: state.flow ?? 'TRADE', phrases: [name], reporter: reporterInForce(state) }]
  const trader = role === 'LEVEL' && count === 1 ? traderBefore(state, before) : null
  if (trader !== null) return [{ metric: 'TRADE', phrases: [trader], reporter: reporterInForce(state) }]
  if (first === undefined) return null
  // "The surplus widened. The total value dropped by 3 percent" goes back to all trade.
  const isOfAll = totalValue.test(before.text) ? first.metric === 'BALANCE' : isOfFlowsTold(state, before)
  if (isOfAll && count === 1) return [{ metric: 'TRADE', phrases: [], reporter: reporterInForce(state) }]
  const other = count === 1 ? otherPartner(state, before) : null
  if (other !== null) return [{ ...first, metric: valueMetric(first.metric), phrases: [other] }]
  const has = (flow: Frame['metric']): boolean => inForce.some(({ metric }) => metric === flow)
  const isOfBoth = state.hasBoth || has('TRADE') || (has('EXPORTS') && has('IMPORTS'))
  if (isOfBoth && count === 1 && bothTogether.test(before.text))
    return [{ ...first, metric: 'TRADE', phrases: samePhrases([first]) }]
  const those =
    /\b(?:(?:those|that|shipments|sales)\s+(?:(?:sent|shipped|destined|directed|going|bound|channell?ed|coming)\s+)?(?:(to|from)|with|of|by|under|via|through)|the (?:total )?(?:value|figure|number|amount) (?:with|to|from|of(?= (?:the )?(?:[\w-]+ )?(?:enterprises|companies|firms)\b))|the (?:total )?(?:value|figure|number|amount) for(?= (?:the )?(?!months?\b|quarters?\b|years?\b|period|first|second|third|fourth|whole|same|full|half|country|nation|total)[a-z]{3}))\s+/i.exec(
      before.text,
    )
  const metric = flowSold(state, before, valueMetric(first.metric))
  if (metric === null) return null
  const listedNext = those === null && count === 1 ? nextOf(state, before) : []
  const shown = listedNext.length === 0 && those === null ? exampleBefore(before, []) : null
  const words =
    shown !== null
      ? shown
      : listedNext.length > 0
        ? listedNext
        : those === null
          ? nounBefore(before.slice(growthOf.exec(before.text)?.[0].length ?? 0).trimmed(/\s*[(]\s*$/), count)
          : null
  if (those !== null) {
    const pointed = formerOf(state, before.slice(those.index + those[0].search(/\S+\s*$/)))
    if (pointed !== null) return pointed.map((phrase) => ({ ...first, metric, isDeficit: false, phrases: [phrase] }))
    const rest = before.slice(those.index + those[0].length).trimmed(/\s*[(]\s*$/u)
    const aside =
      count === 1 ? /,\s*(?:its|the|a|an|including|such as|excluding)\s[^,]*,/i.exec(rest.text)?.index : undefined
    const [part] = nounBefore(aside === undefined ? rest : rest.slice(0, aside), 1)
    const parts = part === undefined ? [] : listOf(before.slice(those.index + those[0].length), count, state.context)
    const whole = listOf(noun(rest.slice(0, verb.exec(rest.text)?.index ?? rest.text.length)), count, state.context)
    const several = whole.length === count ? whole.map((each) => phrase(each, null)) : nounBefore(rest, count)
    const phrases = count > 1 ? several : part ? [part] : []
    if (phrases.length > 0 && parts.length > 0 && !phrases.some(({ text }) => isGeneric(text)))
      return phrases.map((phrase) => ({
        ...first,
        metric: metric !== 'BALANCE' || those[1] === undefined ? metric : those[1] === 'to' ? 'EXPORTS' : 'IMPORTS',
        // "The deficit with China was 3 bn, that with Mexico 2 bn"
        isDeficit: first.isDeficit === true && /^that with/i.test(those[0]),
        phrases: [{ ...phrase, dimension: / (?:of|by|for|under|via|through)\s/i.test(those[0]) ? null : 'PARTNER' }],
      }))
    return null
  }
  const named = (words ?? []).filter(
    ({ text }) =>
      !verb.test(text) &&
      !/\b(?:said|says|it)$/i.test(text) &&
      !/^(?:positive|negative|healthy|strong|sharp)$|\b(?:high|low|record|peak)$/i.test(text) &&
      !/^(?:(?:second|third|fourth|fifth)-|highest|lowest|record|it|this|that|they|which|these|those|growth|increase|decrease|rise|value|volume|revenues?|receipts?|earnings|proceeds|turnover|share|figure|total|result|up|down|year|quarter|month|week|compared|pace|period|time|number|end|beginning|basis|times|proportion|percentage|ratio|weight)\b/i.test(
        text,
      ),
  )
  if (/\b(?:together|combined|jointly)\b/i.test(before.text) && inForce.length > 1) return inForce
  // "Imports of cars rose; electric cars made up 88 percent" is a share of those.
  const isAlike = state.lastRole === 'SHARE' && alike.test(before.text)
  const isOfPart = role === 'SHARE' && !state.fresh && !isAlike && first.phrases.length > 0 && named.length > 0
  const ofGoods = /^(?:PRODUCT|undefined)$/
  if (isOfPart && named.some(({ text }) => ofGoods.test(state.context.vocabulary.dimensionOf(text) ?? 'undefined')))
    return null
  if (named.length === 0) {
    // "The growth rate was 7 percent" behind both flows is of neither.
    const isOfSeveral = state.fresh && new Set(state.told.map(({ metric }) => metric)).size > 1
    if (isOfSeveral && role === 'CHANGE' && growthRate.test(before.text)) return null
    const isWhole = first.phrases.length === 0 && bringsTotal.test(before.text)
    if (isWhole) return [{ ...first, metric: 'TRADE' }]
    if (role === 'SHARE' && state.fresh && !state.continues && otherHolder.test(before.text)) return null
    if (role === 'CHANGE' && state.fresh && ofOtherAccount.test(before.text)) return null
    const isMore = goesOn.test(before.text)
    const topic = isMore && state.fresh ? (topicAhead.exec(before.text)?.[1] ?? '') : ''
    if (topic !== '' && isName(topic))
      return [
        { ...first, phrases: [{ ...phraseAt(before, before.text.indexOf(topic), topic.length), dimension: null }] },
      ]
    // The same in three quarters is one.
    const isOne = inForce.every(
      (each) => each.metric === first.metric && each.phrases[0]?.text === first.phrases[0]?.text,
    )
    if (isMore && isOne && count === 1) return isBothInOne(state, before) ? [{ ...first, metric: 'TRADE' }] : [first]
    return state.fresh && role === 'LEVEL' && !isMore ? null : inForce
  }
  const isKnown = named.every(({ text }) => state.context.vocabulary.dimensionOf(text) !== null || regimes.test(text))
  const economy = named.map(({ text }) => text).join(' ')
  const isFollowing = !state.fresh || state.continues || listedNext.length > 0
  if (foreign.test(economy) || forecast.test(economy)) return null
  const isRow = count > 1 && named.length === count && first.phrases.length > 0 && /^(?:EX|IM)PORTS$/.test(metric)
  const isSomeKnown = named.some(({ text }) => state.context.vocabulary.dimensionOf(text) !== null)
  const isGoods =
    state.side?.metric === metric && named.length === 1 && (goodsNoun.test(before.text) || isWorth(state, before))
  const isDropped = !isGoods && !isKnown && !(isRow && isSomeKnown) && (!isFollowing || named.length !== count)
  if (isDropped) return state.fresh && (!state.continues || role === 'LEVEL') ? null : inForce
  state.subjects = named
  return named.map((phrase) => ({
    metric: regimes.test(phrase.text) && metric === 'BALANCE' ? 'TRADE' : metric,
    isDeficit: first.isDeficit ?? false,
    phrases: [phrase],
    reporter: first.reporter,
  }))
}
