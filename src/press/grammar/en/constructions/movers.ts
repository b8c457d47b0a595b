import type { Slice } from '../../../items.js'
import { type Frame, type Metric, type Phrase, valueMetric } from '../../../statement.js'
import { economyAt } from '../../economies.js'
import { phraseAt } from '../cues.js'
import { type Context, isGeneric, listOf, noun, phrase, splitAt } from '../nouns.js'
import type { State } from '../state.js'
import { isName, metricsIn, onlyFlow } from '../subject.js'
import { directionWord, verb } from '../words.js'
import { isListed } from './lists/listed.js'
import { reporterInForce } from './owners.js'

const moving = new RegExp(
  `\\b(?:offset|driven|led|boosted|caused|explained|moderated|reinforced) (?:[a-z]+ )?by (?:the )?([\\p{sc=Latn}][^,;:()]{1,50}?), (?:which )?(?:was |were )?${directionWord}[^,;]*$`,
  'iu',
)

/** Reads what offset or drove a change, with a verb of its own: "partly offset by sugar, which fell", "led by cars, up". */
export function moverBefore(before: Slice): Phrase | null {
  const found = moving.exec(before.text)
  const name = found?.[1] ?? ''
  if (found === null || isGeneric(name) || metricsIn(name).length > 0 || verb.test(name)) return null
  return phraseAt(before, found.index + found[0].indexOf(name), name.length)
}

const sold =
  '(?:(?<sales>sales|shipments|deliveries|earnings|receipts|proceeds)|(?<purchases>purchases|arrivals))(?: abroad)?(?: also| [a-z]+ly)?(?: was| were| has| have)?'
const moved = `${directionWord}(?: [a-z]+ly)?(?: (?:by|from|to|about|around|nearly|almost|over|some))*\\s*$`
const soldGoods = new RegExp(
  `(?:^\\W*|[,;:]\\s*(?:and\\s+)?|\\b(?:with|while|whereas|but|as|that)\\s+)(?:the |lower |higher |increased )?(?<name>(?:(?!\\b(?:with|while|whereas|but|as|that)\\b)[^,;:()]){2,60}?) ${sold} ${moved}`,
  'i',
)
const soldGroup = new RegExp(
  `^\\W*(?<name>\\p{Lu}\\p{sc=Latn}*(?: \\p{sc=Latn}+){0,2}(?:, \\p{sc=Latn}+(?: \\p{sc=Latn}+){0,2}){1,3} and \\p{sc=Latn}+(?: \\p{sc=Latn}+){0,2}) ${sold} ${moved}`,
  'u',
)
const atHome = /\b(?:retail|domestic|home|local|wholesale|internal|online|its|their|total|overall|company|group)\b/i

export function goodsSold(state: State, before: Slice, side: Metric | null): readonly Frame[] | null {
  const found = soldGroup.exec(before.text) ?? soldGoods.exec(before.text)
  const { name = '', sales } = found?.groups ?? {}
  const metric: Metric = sales === undefined ? 'IMPORTS' : 'EXPORTS'
  if (found === null || side !== metric || atHome.test(name) || !isListed(name)) return null
  const phrases = [phraseAt(before, before.text.lastIndexOf(name), name.length)]
  state.subjects = phrases
  return [{ metric, phrases, reporter: reporterInForce(state) }]
}

const changeIn =
  /^[\s-]*(?:[a-z-]+ )?(?:increase|growth|rise|gain|jump|surge|decline|drop|decrease|fall|expansion|contraction|reduction) (?:in(?! relation\b)|of) (?:the )?(\p{sc=Latn}[^,;:().]{1,50}?)(?=\s*(?:[,;.)]|$)|\s+(?:and|while|but|as well as)\b)/iu
const noGoods =
  /\b(?:demand|orders?|activity|output|production|consumption|confidence|supply|supplies|numbers?|costs?|competitiveness|world|global|purchases|sales|shipments|deliveries|flows?|total|turnover)\b/i

const determiner = /^(?:the|an?|its|their|this|that|these|those|all|both|each|every|most|some)\b/i

const changeWith =
  /^[\s-]*(?:increase|growth|rise|gain|jump|decline|drop|decrease|fall|contraction|reduction) with (?:the )?(\p{Lu}[\p{sc=Latn} .]{1,40}?)(?=\s*(?:[,;.)]|$)|\s+and\b)/u

/** Reads the next partner of a trade behind its rate: "trade with Brazil rose by 3%, 4% increase with Russia". */
function partnerChanged({ fresh, frames }: State, after: Slice): readonly Frame[] | null {
  const [frame, ...others] = frames
  const name = changeWith.exec(after.text)?.[1] ?? ''
  if (fresh || name === '' || frame?.metric !== 'TRADE' || others.length > 0) return null
  if (frame.phrases[0]?.dimension !== 'PARTNER' || frame.phrases.length > 1) return null
  return [{ ...frame, phrases: [{ ...phraseAt(after, after.text.indexOf(name), name.length), dimension: 'PARTNER' }] }]
}

/** Reads what changed behind a rate, of the flow that the sentence has told: "due to a 2% drop in oil and a 5% rise in cars". */
export function partChanged(state: State, after: Slice): readonly Frame[] | null {
  const partner = partnerChanged(state, after)
  if (partner !== null) return partner
  const found = changeIn.exec(after.text)
  const name = found?.[1] ?? ''
  const flow = onlyFlow(state.frames)
  const [frame] = state.frames
  if (found === null || state.fresh || frame === undefined || (flow !== 'EXPORTS' && flow !== 'IMPORTS')) return null
  if (!isListed(name) || determiner.test(name) || noGoods.test(name) || metricsIn(name).length > 0) return null
  const phrase = phraseAt(after, found[0].lastIndexOf(name), name.length)
  // A number or period within is no part of a name.
  if (phrase.span.end - phrase.span.start > name.length) return null
  state.consumed = phrase.span.end
  return [{ ...frame, metric: valueMetric(flow), phrases: [phrase] }]
}

/** Returns the flow of what is sold or purchased behind figures of both flows: sales are no imports. Null if only the other was told. */
export function flowSold({ fresh, told }: State, before: Slice, metric: Metric): Metric | null {
  const other = metric === 'IMPORTS' ? 'EXPORTS' : 'IMPORTS'
  const words = metric === 'IMPORTS' ? /\b(?:sales|shipments) (?:of|to|by)\b/i : /\bpurchases (?:of|from|by)\b/i
  const isOther = fresh && (metric === 'IMPORTS' || metric === 'EXPORTS') && words.test(before.text)
  return isOther ? (told.some((each) => each.metric === other) ? other : null) : metric
}

const ownMove = new RegExp(
  `^\\W*(?:(?:meanwhile|however|similarly|likewise|alternately|conversely|in contrast|on the other hand),? )?(?:the )?(?:(?:revenues?|earnings|receipts|proceeds|income) from )?(?:the )?(?<name>\\p{sc=Latn}[^,;:().\\x81-\\x8F]{2,50}?) (?:also |further |only )?(?:has |have |had |was |were )?${directionWord}(?: [a-z]+ly)?(?: (?:during|in|over|for)\\s[^,;]{0,30}?)?\\s+from(?: (?:an?|about|around|nearly|almost|over|some|just))*\\s*$`,
  'iu',
)
const noSubject =
  /^(?:it|they|he|she|which|who|there|prices?|growth|figures?|income|gdp|volumes?|revenues?|values?|surplus|deficit|gap|balance|trade)\b/i

/** Reads goods or a partner that a sentence begins with and says to have moved, of the flow in force: "Bananas fell from". */
export function ownMover(state: State, before: Slice): readonly Frame[] | null {
  const name = ownMove.exec(before.text)?.groups?.['name'] ?? ''
  const flow = onlyFlow(state.frames) ?? state.flow ?? state.section ?? state.side?.metric ?? null
  const isUnknown = !state.fresh || name === '' || (flow !== 'EXPORTS' && flow !== 'IMPORTS')
  if (isUnknown || determiner.test(name) || noGoods.test(name) || noSubject.test(name)) return null
  if (!isListed(name) || isGeneric(name) || metricsIn(name).length > 0 || economyAt(name) !== null) return null
  const phrases = [phraseAt(before, before.text.indexOf(name), name.length)]
  state.subjects = phrases
  return [{ metric: flow, phrases, reporter: reporterInForce(state) }]
}

const about = '(?:\\s+(?:a total of|about|around|more than|over|nearly|almost|some|up to))*\\s*$'
const goods = '(?:goods|products|commodities|merchandise|items)'
const others = '(?:the )?(?:rest of the world|foreign|other countries)'
const fromAbroad = `from (?:abroad|overseas|${others})`

const wasTraded = (metric: 'TRADE' | 'EXPORTS' | 'IMPORTS'): RegExp =>
  new RegExp(
    `^\\s*(?:worth )?of ${goods} (?:that )?(?:\\p{Lu}\\p{sc=Latn}+|it|the \\p{sc=Latn}+) ${metric === 'TRADE' ? 'traded' : metric === 'EXPORTS' ? '(?:exported|shipped abroad|sold abroad)' : '(?:imported|bought abroad)'}\\b(?! (?:to|from|with)\\b)`,
    'u',
  )

const sales: readonly (readonly [metric: Metric, before: RegExp, after: RegExp])[] = [
  [
    'EXPORTS',
    new RegExp(`\\b(?:sold|shipped|selling|shipping)${about}`, 'i'),
    new RegExp(`^\\s*worth of ${goods} (?:abroad|overseas|to ${others})`, 'iu'),
  ],
  [
    'IMPORTS',
    new RegExp(`\\b(?:bought|purchased|buying|purchasing)${about}`, 'i'),
    new RegExp(`^\\s*worth of ${goods} ${fromAbroad}`, 'iu'),
  ],
  [
    'IMPORTS',
    new RegExp(`\\b(?:bought|purchased|buying|purchasing) ${goods} (?:worth|valued at)${about}`, 'i'),
    new RegExp(`^\\s*${fromAbroad}`, 'iu'),
  ],
  ['TRADE', new RegExp(`\\btraded ${goods} (?:worth|valued at)${about}`, 'i'), /(?:)/u],
  [
    'TRADE',
    new RegExp(`\\btraded(?: only)?${about}`, 'i'),
    new RegExp(`^\\s*(?:worth )?(?:of|in) ${goods}\\b(?! (?:with|to|from|between)\\b)`, 'u'),
  ],
  ...(['TRADE', 'EXPORTS', 'IMPORTS'] as const).map((metric) => [metric, /(?:)/u, wasTraded(metric)] as const),
]

const goodsTraded =
  /^[\s-]*(?:worth )?of (?<name>\p{sc=Latn}[^,;:.()\x81-\x8F]{2,60}?) (?:(?:were|was) |(?=(?:ex|im)ported\s*[,;.]))(?:(?<sold>exported|shipped abroad|sold abroad)|imported|bought from abroad)\b(?! by\b)(?: (?:to|from) (?:the )?(?<partner>\p{Lu}[\p{sc=Latn} .]{1,40}?)(?=\s*[,;.]|\s(?:in|during|over|up|down|with|and|last|this)\b|$))?/u

/** Reads goods that a number of the passive is of: "3 million tonnes of crude oil were imported", with whom they are traded. */
function traded(state: State, after: Slice): readonly Frame[] | null {
  const found = goodsTraded.exec(after.text)
  const { name = '', sold, partner = '' } = found?.groups ?? {}
  if (found === null || !isListed(name) || isGeneric(name) || metricsIn(name).length > 0) return null
  const phrases = [name, ...(partner === '' ? [] : [partner])].map((each) =>
    phraseAt(after, after.text.indexOf(each), each.length),
  )
  state.consumed = after.slice(0, found[0].length).span.end
  return [{ metric: sold === undefined ? 'IMPORTS' : 'EXPORTS', phrases, reporter: reporterInForce(state) }]
}

const tradedGoods = new RegExp(`\\btraded (?:${goods} (?:worth|valued at))?(?: only)?${about}`, 'i')
const withWhom =
  /^\s*(?:(?:worth )?(?:of|in) (?:goods|products|commodities|merchandise) )?with (?:the )?(?<name>[\p{sc=Latn}][^,;:.()]{1,60}?)(?=\s*(?:[,;.(]|$)|\s+(?:in|during|over|for|while)\b)/u

export function soldAbroad(state: State, before: Slice, after: Slice): readonly Frame[] | null {
  const { name = '' } = tradedGoods.test(before.text) ? (withWhom.exec(after.text)?.groups ?? {}) : {}
  if (name !== '') {
    const phrase: Phrase = { ...phraseAt(after, after.text.indexOf(name), name.length), dimension: 'PARTNER' }
    return [{ metric: 'TRADE', phrases: isGeneric(name) ? [] : [phrase], reporter: reporterInForce(state) }]
  }
  const goods = traded(state, after)
  if (goods !== null) return goods
  const found = sales.find(([, ahead, behind]) => ahead.test(before.text) && behind.test(after.text))
  const traders = found === undefined ? null : tradersIn(state, before)
  return found === undefined || traders === null
    ? null
    : [{ metric: found[0], phrases: traders, reporter: reporterInForce(state) }]
}

const trading =
  /(?:^\W*|[,;]\s+|\b(?:and|while|that|but) )(?:(?:in|during) (?:the )?\s*,?\s*)?(?:the |its |(?:\p{Lu}\p{sc=Latn}+|country|nation)['’]s )*(?<name>[\p{sc=Latn}-]+(?: [\p{sc=Latn}-]+){0,3} (?:enterprises|companies|firms|businesses|corporations)) (?:also |together |alone )?(?:traded|sold|shipped|bought|purchased)\b/iu

/** Returns the kind of firms that trade, none if none are named; null of firms that are no category. */
function tradersIn({ context }: State, before: Slice): readonly Phrase[] | null {
  const name = trading.exec(before.text)?.groups?.['name']
  if (name === undefined) return []
  const isKind = context.vocabulary.dimensionOf(name) === 'ENTERPRISE_TYPE'
  return isKind ? [phraseAt(before, before.text.indexOf(name), name.length)] : null
}

const toTrade =
  /^\s*to (?:(?:the|its|total|overall|national|foreign|\p{Lu}[\p{sc=Latn} ]{1,20}?['’]s|country['’]s) )*(?:trade|exports|imports)\b[^,;]*,\s*(?:up |down )?$/u
const contributed = /\bcontribut\w+ (?:[a-z]+ )?\x81\x8F*$/u
const withRecords =
  /^[^,;.]*\b(?:records?|performance|transactions?|activit(?:y|ies))\b[^,;.]*,\s*(?:an? (?:[a-z]+ )?(?:increase|rise|growth|decrease|decline|fall|drop) of|(?:which (?:is|was) )?(?:up|down)(?: by)?)?\s*$/i

/**
 * Indicates a rate of the level before it: "Private firms contributed 26 bn to foreign trade, up 7 percent", "640,000 firms with
 * import and export records, up 7 percent".
 */
export function isOfLevelBefore({ text, sentence, lastRole, frames }: State, before: Slice): boolean {
  const [frame, ...others] = frames
  if (lastRole !== 'LEVEL' || frame === undefined || others.length > 0) return false
  if (frame.metric === 'TRADING_ENTERPRISES') return withRecords.test(before.text)
  return toTrade.test(before.text) && contributed.test(text.slice(sentence.start, before.span.start))
}

const relative =
  /\b(?:recorded|registered|seen|noted|observed|posted|reported|found|was|were|came|occurred)\s+(?:in|by|for|from|with|among)\s+(?:the )?([^;:()]{2,80}?),? which\s[^,;]*$/i

/** Returns what a relative clause is about, which no total is: "the largest fall in exports was seen in toys, which went down by". */
export function recordedIn(before: Slice, end: number, count: number, context: Context): readonly Phrase[] | undefined {
  const found = relative.exec(before.text.slice(end))
  if (found === null) return undefined
  const names = before.slice(end + found.index + found[0].indexOf(found[1] ?? '')).slice(0, (found[1] ?? '').length)
  const parts = count > 1 ? splitAt(names, /,? followed by (?:the )?/gi) : [noun(names)]
  const each = parts.length === count ? parts : listOf(names, count, context)
  return each.filter(({ text }) => isName(text)).map((part) => phrase(part, null))
}
