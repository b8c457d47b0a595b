import type { Period } from '../../../../domain/periods/period.js'
import { Slice } from '../../../items.js'
import { resolve } from '../../../periods.js'
import type { Span } from '../../../source.js'
import { type Frame, type Metric, type Phrase, type Reporter, valueMetric } from '../../../statement.js'
import { economyAt } from '../../economies.js'
import { isPartnerName, phraseAt } from '../cues.js'
import { isGeneric, noun, nounBefore, splitAt } from '../nouns.js'
import type { State } from '../state.js'
import { flowFrom, metricsIn, subjectAt } from '../subject.js'
import { directionWord, foreign, notValue, regimes, verb } from '../words.js'
import { takeIntroduced, tellsAllTrade } from './introduced.js'
import { isListed } from './lists/listed.js'
import { reporterInForce } from './owners.js'
import { mostOf } from './partners.js'
import { topicOf } from './regions.js'

export function flowIn(heading: string): Metric | null {
  const flows = new Set(metricsIn(heading).map(({ metric }) => metric))
  const goods =
    /\b(?:major|main|key|top|principal) (export|import)(?:ed)? (?:commodities|products|goods|items|movements|partners|markets|destinations|sources|suppliers)\b/i.exec(
      heading,
    )
  if (goods !== null) return flowFrom(goods[1] ?? '')
  const [flow = null] = flows
  return flows.size === 1 && (flow === 'EXPORTS' || flow === 'IMPORTS') ? flow : null
}

export const onSide =
  /^\s*(?:(?:on|for) the (?=(?:import|export) side)|under (?:merchandise |goods )?)(import|export)s?(?: side)?,/i

const ofFlow =
  /^\s*for (?:the |its |total |overall |all |goods |merchandise |foreign )*(exports?|imports?|outgoing flows|incoming flows|trade)\b(?! (?:to|from|with|of|in|by)\b)/i

/** Reads the flow behind a rate: "the rates of growth were revised to 4.7 percent for trade and 11.3 percent for exports". */
export function flowBehind(
  state: State,
  before: Slice,
  after: Slice,
  reporter: Reporter | null,
): readonly Frame[] | null {
  const found = ofFlow.exec(after.text)
  const isRate =
    /\b(?:growth|rates?|increases?|declines?|gains?|rises?|drops?|data|(?:in|de)creased|rose|fell)\b/i.test(before.text)
  const isNext = state.lastRole === 'CHANGE' && /^\s*,?\s*(?:and|,)\s*(?:by )?$/i.test(before.text)
  if (found === null || !(isRate || isNext) || metricsIn(before.text).some(({ metric }) => metric !== 'TRADE'))
    return null
  const flow = (found[1] ?? '').toLowerCase()
  state.consumed = after.slice(0, found[0].length).span.end
  const metric = /^[eo]/.test(flow) ? 'EXPORTS' : flow.startsWith('i') ? 'IMPORTS' : 'TRADE'
  const partner = withPartner.exec(before.text)?.[1]
  const phrases =
    partner === undefined
      ? isNext && state.frames.length === 1
        ? (state.frames[0]?.phrases ?? [])
        : []
      : [{ ...phraseAt(before, before.text.indexOf(partner), partner.length), dimension: 'PARTNER' as const }]
  return [{ metric, phrases, reporter }]
}

const withPartner =
  /\b(?:trade(?: flows)?|flows|exchanges) with (?:the )?([\p{sc=Latn}\d][\p{sc=Latn}\d. -]{1,40}?) (?:rose|fell|grew|increased|decreased|declined|dropped|were|was)\b/iu

const risen = new RegExp(
  `(?:^|[;,]\\s*(?:and|whil(?:e|st)|but)?|\\band\\b)\\s*((?:[\\p{sc=Latn}][\\p{sc=Latn}'-]*,?\\s(?:and |of |& |[(][^()]*[)] )?){1,9}?)(?:also |was |were |had )?(?:${directionWord})\\b[^,;]{0,25}$`,
  'iu',
)

const sides =
  /^\W*(?:(?:on|for) the (import|export)s? side|(?:as (?:for|regards)|regarding|concerning|turning to|with (?:regard|respect) to) (?:the )?(import|export)s)\b/i

export function sectionOf(sentence: string): Metric | null {
  const found = sides.exec(sentence)
  const flow = found?.[1] ?? found?.[2]
  return flow === undefined ? null : /^i/i.test(flow) ? 'IMPORTS' : 'EXPORTS'
}

const amounted =
  /^\W*(?:the )?([\p{sc=Latn}][^,;:()]{1,60}?)(?:\s+(?:also |alone )?(?:reached|amounted to|totall?ed|stood at|came to|posted|recorded|registered|earned|fetched|generated|(?:was|were) (?:worth|valued at))|,\s+(?:at|worth|with))\s*(?:about |nearly |almost |over |some )?$/iu

function levelUnder(
  { flow, section, fresh, continues, context }: State,
  before: Slice,
  reporter: Reporter | null,
): readonly Frame[] | null {
  const metric = flow ?? section
  const found = fresh && !continues ? amounted.exec(before.text) : null
  const name = found?.[1] ?? ''
  const home = economyAt(name)
  const isHome = home !== null && home.end === name.length && home.economy === context.main
  if (
    metric === null ||
    found === null ||
    isHome ||
    !isListed(name) ||
    /^(?:it|they|this|these|those|which)\b/i.test(name)
  )
    return null
  return [{ metric, phrases: [phraseAt(before, before.text.indexOf(name), name.length)], reporter }]
}

const pointing = /^(?:those|that|these|this|it|they|its|of|to|from|with|in)\b/i

/** Reads what rose or fell under a heading that names the flow, or "on the import side". */
export function underHeading(
  state: State,
  before: Slice,
  count: number,
  reporter: Reporter | null,
): readonly Frame[] | null {
  const { fresh } = state
  const flow = state.flow ?? state.section
  const level = count === 1 ? levelUnder(state, before, reporter) : null
  if (level !== null) return level
  const side = onSide.exec(before.text)
  const metric = side === null ? flow : /^i/i.test(side[1] ?? '') ? 'IMPORTS' : 'EXPORTS'
  if (metric === null || count !== 1 || !(fresh || /[;]|\band\b/.test(before.text))) return null
  const rest = before.slice(side?.[0].length ?? 0)
  const found = risen.exec(rest.text)
  const name = found?.[1] ?? ''
  if (found === null) return null
  const opening = /^(?:within|in|among|under|at)\b[^,]*,\s*(?:the )?/i.exec(name)?.[0].length ?? 0
  const from = found.index + found[0].indexOf(name) + opening
  const own = name.slice(opening)
  const words = noun(rest.slice(from, from + (verb.exec(own)?.index ?? own.length)))
  if ([own.trim(), words.text].some((text) => pointing.test(text))) return null
  if (words.text === '' || isGeneric(words.text) || foreign.test(words.text) || notValue.test(words.text)) return null
  const phrases = [{ text: words.text, span: words.span, dimension: null }]
  state.subjects = phrases
  return [{ metric, phrases, reporter: reporter }]
}

const partnerOf =
  /\b(?:(?:largest|biggest|top|main|leading) trad(?:e|ing) partner of (?:the )?(?<behind>\p{Lu}[\p{sc=Latn} ]{1,30}?)(?=[,.;]|\s(?:for|since|in)\b)|(?<ahead>\p{Lu}\p{sc=Latn}+(?: \p{Lu}\p{sc=Latn}+)*)['’]s (?:[a-z]+[- ])?(?:largest|biggest|top|main|leading) trad(?:e|ing) partner\b)/u

function partnerOfHome(words: Slice, context: State['context']): Phrase | null {
  const { groups: { ahead, behind } = {}, index = 0 } = partnerOf.exec(words.text) ?? {}
  const name = ahead ?? behind ?? ''
  return name !== '' && isPartnerName(context, name)
    ? { ...phraseAt(words, words.text.indexOf(name, index), name.length), dimension: 'PARTNER' }
    : null
}

const bareAhead =
  /^\W*(?:(?:in|during|for|over) [^,;:()]{0,40}, )?(?:the (?:total )?value of )?(?:(?:the |its )?(?:\p{Lu}[\p{sc=Latn} .]{1,30}['’]s |\p{sc=Latn}+['’]s )?)?(?:(?:total|overall|foreign|goods|merchandise) )*$/iu

// Names goods that moved a flow: the next sentence goes on with others of that flow.
const drivers =
  /^\W*(?:the )?(?:main |major |biggest |largest |key )*(?:contributors?|drivers?) (?:to|of|behind) (?:the )?(?:higher|lower|increased?|decreased?|growth|rise|gain|fall|drop|decline)(?: (?:in|of))? (?:total )?(exports|imports) (?:was|were|included?)\b/i

const rankedPartners =
  /^\W*(?:(?:in|for|during|among|by) [^,]{3,60}, )?(?:the )?(?<names>[^;:()]{5,160}?)\s(?:were|are|was|is|remain(?:ed|s)?|became)\s[^,;]{0,50}?\b(?:partners|markets|destinations|sources|suppliers|partner(?=[^,;]{0,40}, followed by))\b/i

const partnersAre =
  /^[^;:()]{0,160}?\b(?:partners|markets|destinations|sources|suppliers) (?:were|are|remained|included) (?<names>[^;:()]{5,160}?)[.,]?$/i

const partnersNamed =
  /\b(?:partners|markets|destinations|sources|suppliers)(?:,? (?:namely|including|that is)|\s*(?:--|[-\x96\x97]|[:(,]))\s*(?<names>\p{Lu}[^;:()]{3,140}?|the [^;:()]{3,140}?)(?:\s*(?:--|[\x96\x97)])|,?\s(?:all|gathered|grew|rose|fell|was|were|went|saw|kept|continued|maintained|expanded|increased|declined)\b)/iu

const followedBy =
  /^[^,;]{0,90}, followed by ([^;:()]{2,90}?)(?=,? (?:according|the GAC|data|customs|figures|it|he|she|said)\b|[,;.]?$|\.\s)/i

const nextIs =
  /^\W*(?:(?:following|behind|after|trailing) (?:it|(?:the )?[\p{sc=Latn} .]{2,30}?) (?:was|were|came|comes|is)|(?:next|second|third) (?:was|came|comes|is)) (?:the )?(\p{Lu}[\p{sc=Latn} .]{1,40}?)[,.]?$/iu

const seenIn =
  /\b(?:is|was|were|are) (?:[a-z]+ )?(?:seen|found|recorded|registered|observed|made|achieved) (?:in|with) (?:the )?(\p{Lu}[\p{sc=Latn} .]{1,30}?)[,.]?$/u

// Occurs in each of the patterns above.
const ofPartners = /partner|market|destination|source|supplier/i

const apart = /,\s*(?:and\s+)?|\s+and\s+/gi

/** Returns the partners that a sentence without numbers ranks, whose trade the next one tells: "Their trade grew 3 percent, 4 percent and". */
function partnersRanked(state: State, words: Slice): readonly Phrase[] {
  if (!ofPartners.test(words.text)) return []
  const { names = '' } =
    (rankedPartners.exec(words.text) ?? partnersAre.exec(words.text) ?? partnersNamed.exec(words.text))?.groups ?? {}
  if (names === '') return []
  const at = words.text.indexOf(names)
  const end = at + names.length
  const behind = followedBy.exec(words.text.slice(end))
  const [said, followers = ''] = behind ?? ['']
  const next = end + said.length
  const parts = [words.slice(at, end), words.slice(next - followers.length, next)].flatMap((part) =>
    splitAt(part, apart),
  )
  const phrases = parts.map(({ text, span }): Phrase => ({ text, span, dimension: 'PARTNER' }))
  return phrases.every(({ text }) => isPartnerName(state.context, text)) ? phrases : []
}

const onServices = /^\W*(?:(?:[IVX]+|\d{1,2})[.)]\s*)?(?:(?:international )?trade in )?services\b[^:]{0,90}$/i

/** Takes the flow that a heading or short sentence without numbers names, and what it is about. */
export function takeUnnumbered(state: State, text: string, isHeading: boolean): void {
  if (isHeading) state.isOnServices = onServices.test(text)
  // A question asks for what the answer tells, often of something else.
  if (/[?]["”’')]*$/.test(text)) return
  takeTopic(state, state.sentence)
  if (tellsAllTrade(text)) state.frames = [{ metric: 'TRADE', phrases: [], reporter: reporterInForce(state) }]
  const flow = flowIn(text)
  if (isHeading && state.items.length === 0 && flow !== null) state.period = state.mainPeriod ?? state.period
  const introduces = flow === null && /:\s*$/.test(text)
  if ((isHeading && !introduces) || (flow !== null && text.length < 70 && !verb.test(text))) state.flow = flow
}

const leadsList =
  /\b(?:increases?|decreases?|rises?|falls?|declines?|gains?|drops?|changes|movements)\b[^.;]{0,30}:\s*$/i

/** Takes the flow of the list that a sentence leads to: "The change (up by 3 percent) in imports reflected increases in:". */
export function takeListHead(state: State, text: string): void {
  if (leadsList.test(text)) state.flow = flowIn(text) ?? state.flow
}

const firstVerb = new RegExp(
  `\\b(?:play(?:ed|s)?|took|takes?|kept|keeps?|holds?|leads?|stands?|serves?|forms?|emerges?|emerged|still|maintain\\w*|bec[ao]mes?|${directionWord})\\b|${verb.source}`,
  'i',
)

const inHome =
  /\s+(?:in (?:\p{Lu}\p{sc=Latn}+(?: \p{Lu}\p{sc=Latn}+)?|(?:the |this |our )?(?:country|province|city|region))|of (?:the |this |our )(?:country|province|city|region))\s*$/u

/** Remembers what a sentence without numbers is about, for "their" in the next. */
function takeTopic(state: State, { start, end }: Span): void {
  takeIntroduced(state, { start, end })
  state.place = topicOf(state.plain.slice(start, end), state.context) ?? state.place
  const words = Slice.of(state.text, { start, end: Math.min(end, start + 320) })
  const from =
    /^\W*(?:(?:\w+ ){0,3}(?:statistics|data|figures) (?:show|reveal|indicate)(?:s|ed|d)? that |(?:\w+, )?(?:the )?(?:share|proportion) of )/i.exec(
      words.text,
    )?.[0].length ?? 0
  const said = words.slice(from)
  const found = nounBefore(said.slice(0, firstVerb.exec(said.text)?.index ?? 0).trimmed(inHome), 1)
  const [, next = ''] = nextIs.exec(words.text) ?? seenIn.exec(words.text) ?? []
  if (isPartnerName(state.context, next)) {
    const at = words.text.lastIndexOf(next)
    state.subjects = [{ ...phraseAt(words, at, next.length), dimension: 'PARTNER' }]
    state.frames = []
    return
  }
  const partners = partnersRanked(state, words)
  if (partners.length > 1) {
    state.subjects = partners
    state.frames = []
    return
  }
  const most = mostOf(words)
  if (most !== null) {
    state.subjects = most.phrases
    state.frames = [{ ...most, reporter: reporterInForce(state) }]
    return
  }
  const [, driven] = drivers.exec(words.text) ?? []
  if (driven !== undefined) {
    state.frames = [{ metric: flowFrom(driven), phrases: [], reporter: reporterInForce(state) }]
    return
  }
  const trade = metricsIn(words.text)[0]
  const traded = trade === undefined ? null : subjectAt(words, trade, [trade], 1, state.context).phrases
  const isOfGoods = traded?.length === 1 && traded[0]?.dimension !== 'PARTNER' && verb.test(words.text)
  state.spoken = isOfGoods ? (trade?.metric ?? null) : null
  if (trade !== undefined && traded?.length === 1 && traded[0]?.dimension === 'PARTNER') {
    state.subjects = traded
    state.frames = [{ metric: trade.metric, phrases: traded, reporter: reporterInForce(state) }]
    return
  }
  const { dimensionOf } = state.context.vocabulary
  if (trade !== undefined && traded?.length === 1 && dimensionOf(traded[0]?.text ?? '') !== null) {
    state.subjects = traded
    state.frames = [{ metric: trade.metric, phrases: traded, reporter: reporterInForce(state) }]
    return
  }
  if (
    trade !== undefined &&
    trade.isVerb !== true &&
    traded?.length === 0 &&
    bareAhead.test(words.text.slice(0, trade.start))
  ) {
    const { reporter } = subjectAt(words, trade, [trade], 1, state.context)
    const isMoved = verb.test(words.text.slice(trade.end, trade.end + 60)) && /\.\s*$/.test(words.text)
    if (isMoved) state.frames = [{ metric: trade.metric, phrases: [], reporter: reporter ?? reporterInForce(state) }]
    if (isMoved) return
  }
  const [one] = found
  const economy = economyAt(one?.text ?? '')
  const isEconomy = economy !== null && economy.end === one?.text.length && economy.economy !== state.context.main
  const home = state.context.main?.code ?? 'CN'
  const served =
    economy?.economy.code === home && economy.end === one?.text.length ? partnerOfHome(words, state.context) : null
  if (served !== null) {
    state.subjects = [served]
    return
  }
  if (one === undefined || (dimensionOf(one.text) === null && !isEconomy)) return
  state.subjects = found
  // What follows is of neither figure told before: "Private firms are the main force. The trade of these firms".
  if (dimensionOf(one.text) === 'ENTERPRISE_TYPE' && state.frames.length > 1) state.frames = []
  if (regimes.test(one.text)) {
    state.frames = [{ metric: 'TRADE', phrases: found, reporter: reporterInForce(state) }]
    return
  }
  // "Russia stood out. Trade with the country rose" is of Russia.
  if (isEconomy || dimensionOf(one.text) === 'PARTNER')
    state.frames = state.frames.slice(0, 1).map((frame) => ({
      ...frame,
      metric: valueMetric(frame.metric),
      phrases: [{ ...one, dimension: 'PARTNER' }],
    }))
}

const label = /^\s*(?:[-\x95]\s*)?(?:the )?([\p{sc=Latn}][^:;.\n]{1,70}?):\s*$/iu
// "China: down 69 million", "EU - up 108 million"
const movedLabel =
  /^\s*(?:[-\x95]\s*)?(?:the )?([\p{sc=Latn}][^:;.,\n]{1,50}?)(?::| [-\x96\x97]) (?:up|down|rose|fell|increased|decreased|higher|lower)(?: by)?\s*$/iu

/** Reads what stands before a colon at the head of a line or sentence: "Ships: 5,804 units", "Africa: a surplus of". */
export function labelled(state: State, before: Slice): Phrase | null {
  const found = label.exec(before.text) ?? movedLabel.exec(before.text)
  const name = found?.[1] ?? ''
  if (!state.fresh || found === null || metricsIn(name).length > 0 || foreign.test(name) || notValue.test(name))
    return null
  const at = found[0].indexOf(name)
  const words = noun(before.slice(at, at + name.length))
  const isKnown = state.context.vocabulary.dimensionOf(words.text) !== null
  return isKnown || (state.flow !== null && words.text !== '' && !isGeneric(words.text))
    ? { text: words.text, span: words.span, dimension: null }
    : null
}

const worldZone = /^(?:Africa|Asia|Europe|(?:North|South|Latin) America|Americas?|Oceania|Middle East)$/

/** Returns the partner that a heading consists of: "Asia". */
function zoneNamed({ text, sentence, context: { main } }: State, heading: string): readonly Phrase[] {
  const name = heading.replace(/^\W+|\W+$/gu, '')
  const found = economyAt(name)
  const isOther = found !== null && found.end === name.length && found.economy !== main && main !== null
  if (!(worldZone.test(name) || isOther)) return []
  const words = Slice.of(text, sentence)
  return [{ ...phraseAt(words, words.text.indexOf(name), name.length), dimension: 'PARTNER' }]
}

export function takeLabel(state: State, { start, end }: Span): void {
  takeIntroduced(state, { start, end })
  const words = Slice.of(state.text, { start, end: Math.min(end, start + 80) })
  const colon = words.text.indexOf(':')
  const found = label.exec(words.text.slice(0, colon + 1))
  const name = found?.[1] ?? ''
  const dimension = state.context.vocabulary.dimensionOf(name)
  const isWorldZone = worldZone.test(name)
  const economy = economyAt(name)
  const isHome = economy?.economy.code === (state.context.main?.code ?? null)
  const isEconomy =
    economy?.end === name.length && /^\s*(?:trade|turnover|exports|imports)\b/.test(words.text.slice(colon + 1))
  // "Textiles: Imports were 9 bn; exports were 84 bn" is of textiles.
  const isOfGoods = dimension === 'PRODUCT' && /^\s*(?:imports|exports)\b/i.test(words.text.slice(colon + 1))
  if (found === null || isHome || !(dimension === 'PARTNER' || isEconomy || isWorldZone || isOfGoods)) return
  const at = found[0].indexOf(name)
  const { text, span } = words.slice(at, at + name.length)
  state.paragraph = [{ text, span, dimension: isOfGoods ? null : 'PARTNER' }]
}

/** Returns the period that a heading without numbers consists of or ends with: "Commodity groups, January-September 2016". */
function headingPeriod({ items, sentence, clock, period }: State, text: string): Period | null {
  const [own, ...others] = items
  const isLast = own !== undefined && others.length === 0 && own.end >= sentence.end - 1
  const isWhole = /^\W*(?:in )?(?:the )?[\x85\x8F]\W*$/i.test(text)
  return isLast && own.period?.kind === 'PERIOD' && (isWhole || /,[^,]*$/.test(text))
    ? resolve(own.period, clock, period)
    : null
}

const narrower = /^\W*(?:on|at) (?:a|the) (?:monthly|quarterly) (?:level|basis)\b/i

export class HeadingPeriods {
  /** The period of the first line, which is of no paragraph once the text has told figures of another. */
  #title: Period | null = null
  #last: Period | null = null
  #zone: readonly Phrase[] = []

  take(state: State, text: string): void {
    this.#zone = zoneNamed(state, text)
    this.#last = headingPeriod(state, text)
    if (state.sentence.start === 0) this.#title = this.#last
  }

  /** Takes the period of a paragraph that begins with a narrower view: "On a monthly level, exports in May". */
  takeView({ text, sentence, period, mainPeriod }: State): void {
    const isView = narrower.test(text.slice(sentence.start, sentence.end))
    if (isView && period !== null && period.text !== mainPeriod?.text) this.#last = period
  }

  /** Returns the period that a heading has put in force; a partner that it names is what the next paragraph is about. */
  above(state: State): Period | null {
    const { mainPeriod } = state
    if (this.#zone.length > 0) state.paragraph = this.#zone
    this.#zone = []
    const isOfTitle = this.#last === this.#title && mainPeriod !== null && mainPeriod.text !== this.#title?.text
    return isOfTitle ? null : this.#last
  }
}
