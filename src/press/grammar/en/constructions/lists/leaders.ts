import type { Item } from '../../../../items.js'
import { type Frame, type Metric, type Phrase, valueMetric } from '../../../../statement.js'
import { shareMetric } from '../../cues.js'
import { noun } from '../../nouns.js'
import type { State } from '../../state.js'
import { flowFrom, isName, metricsIn, onlyFlow, subjectAt } from '../../subject.js'
import { directionWord, firstTurn, foreign, notValue } from '../../words.js'
import { reporterInForce } from '../owners.js'
import type { Around, Listed } from './listed.js'

const isOwnName = (text: string): boolean =>
  isName(text) && text.split(' ').length <= 10 && !foreign.test(text) && !notValue.test(text) && !pointing.test(text)
const pointing =
  /^(?:it|its|they|this|that|these|those|which|both|all|other(?! [a-z]+ (?:products|goods|articles|materials|equipment)\b)|each|total|the)\b|^the (?:top|first)\b/i

interface Leader {
  readonly metric: Metric | null
  readonly name: string
  readonly dimension: Phrase['dimension']
}

function listed(state: State, item: Item, { before }: Around, { metric, name, dimension }: Leader): Listed | null {
  const at = before.text.lastIndexOf(name)
  if (metric === null || metric === 'BALANCE' || at < 0) return null
  const words = before.slice(at, at + name.length)
  if (!isOwnName(noun(words).text)) return null
  const phrase: Phrase = { text: words.text, span: words.span, dimension }
  const turn = item.sign === 0 ? changeIn.exec(before.text)?.[1] : undefined
  const sign = turn === undefined ? item.sign : firstTurn(turn) || 1
  const role = item.kind === 'AMOUNT' ? 'LEVEL' : sign === 0 ? 'SHARE' : 'CHANGE'
  state.subjects = [phrase]
  return {
    role,
    sign: role === 'LEVEL' ? 0 : sign,
    frames: [{ metric, phrases: [phrase], reporter: reporterInForce(state) }],
  }
}

const changeIn = new RegExp(
  `\\b(${directionWord})(?: (?:by|of|about|around|almost|over|more than|less than|some|further|[a-z]+ly))*\\s*$`,
  'i',
)
const start =
  '^\\W*(?:(?:in|for|during|by|among|overall|meanwhile|as before)\\b[^,;:]{0,40},\\s*)?(?:(?:al)?though )?(?:the )?'
const most =
  '(?:first|largest|biggest|main|top|leading|principal|chief|key|primary|foremost|(?:single )?most important)'

/** Says that a partner or goods come first: "Germany was the largest market with", "Fuels were the largest category:". */
const first = new RegExp(
  `${start}(?<name>[\\p{sc=Latn}][^;:()]{1,70}?) (?:was|were|is|are|remain(?:ed|s)|became|continued to be|(?:positioned|consolidated|established) itself as|emerged as|stood out as) (?:also |still |again |once again |by far |once more )*(?:the|its|our|\\p{Lu}\\p{sc=Latn}+['’]s)(?: single| by far the)? ${most} (?:single |individual |foreign |broad |product |commodity |economic )*(?:(?<exported>export|exported)|(?<imported>import|imported))? ?(?:(?<market>market|destination|customer|buyer|outlet)|(?<source>supplier|source|origin|country of origin|country of consignment)|(?<goods>category|group|product|item|commodity|section|component)|(?:trad(?:e|ing) )?partner (?:for|in) (?:the |total |extra-EU |EU |its |\\p{Lu}\\p{sc=Latn}+ )*(?<flow>exports|imports)(?: of goods)?)(?: (?:for|of|in|among) [^,;:()]{1,40}?)?(?:,? (?:with|at|and|accounting for|representing|taking|worth|receiving|supplying|which)\\b|[:,]| [(]|(?=\\s*$))\\s*(?<behind>[^;()]{0,40})$`,
  'iu',
)
const behindFirst =
  /^(?:an? |its )?(?:goods (?:worth|valued at) |(?:share|value|total|exports?|imports?|purchases|sales|deliveries)(?: worth| of| totall?ing)* |(?:exports|imports) (?:were|totall?ed|amounted to|reached|stood at|came to) |accounted for |about |nearly |over |some )*$/i

const mostly = new RegExp(
  `${start}(?<name>\\p{Lu}[^,;:()]{1,40}?) (?:also |again )?(?:(?:(?:supplied|delivered|provided|shipped)|(?:took|bought|received|absorbed|purchased)) (?:the )?(?:most|largest share)(?: of)?(?: the| our| its)?|(?:(?:took|held) the lead|led|ranked first|came first) in(?: the| its| our)?(?: \\p{sc=Latn}+['’]s)?) (?<flow>exports|imports)(?:,? (?:with|at|worth)| [(])\\s*$`,
  'iu',
)

function firstOf(state: State, item: Item, said: string, around: Around): Listed | null {
  if (!state.fresh) return nextFirstOf(state, item, around)
  const named = mostly.exec(said)?.groups
  if (named !== undefined) {
    const metric = flowFrom(named['flow'] ?? '')
    return item.sign === 0
      ? listed(state, item, around, { metric, name: named['name'] ?? '', dimension: 'PARTNER' })
      : null
  }
  const { name = '', exported, imported, market, source, goods, flow, behind = '' } = first.exec(said)?.groups ?? {}
  if (name === '' || !(behindFirst.test(behind) || changeIn.test(behind)) || item.sign !== 0) return null
  if (goods === undefined && !/^\p{Lu}/u.test(name)) return null
  const ofWhole = item.kind === 'PERCENT' ? shareMetric(/^\s*of\b[^,;.]*/.exec(around.after.text)?.[0] ?? '') : null
  const stated = onlyFlow(metricsIn(said.slice(said.indexOf(name) + name.length)))
  const ofFlow = flow === undefined ? null : flowFrom(flow)
  const isBought = market !== undefined && imported === undefined
  const isSold = source !== undefined && exported === undefined
  const metric =
    exported !== undefined || isBought
      ? 'EXPORTS'
      : imported !== undefined || isSold
        ? 'IMPORTS'
        : (ofFlow ?? ofWhole ?? stated ?? inForce(state))
  return listed(state, item, around, { metric, name, dimension: goods === undefined ? 'PARTNER' : null })
}

/** Reads what a second clause says to be the largest of a flow: "and China was the largest import market with". */
function nextFirstOf(state: State, item: Item, around: Around): Listed | null {
  const clause = /^\s*,? (?:and|while|whereas) ([^,;]+)$/i.exec(around.before.text)?.[1] ?? ''
  const { name = '', exported, imported, market, source, behind = '' } = first.exec(clause)?.groups ?? {}
  const isFirst = /^\p{Lu}/u.test(name) && behindFirst.test(behind) && item.sign === 0
  const isSold = exported !== undefined || (imported === undefined && market !== undefined)
  if (!isFirst || (exported ?? imported ?? market ?? source) === undefined) return null
  return listed(state, item, around, { metric: isSold ? 'EXPORTS' : 'IMPORTS', name, dimension: 'PARTNER' })
}

const inForce = ({ flow, side, frames }: State): Metric | null =>
  flow ?? side?.metric ?? (frames.length > 0 ? onlyFlow(frames) : null)

const flowWords = '(?:goods |merchandise |total |overall |domestic )*(exports|imports)'
const moving = 'increase|rise|growth|expansion|gain|decrease|decline|fall|drop|contraction|reduction|upturn|downturn'

const moved = new RegExp(
  `(?:\\b(?:${moving})s? (?:in|of) (?:the )?${flowWords}\\b[^;:()]{0,40}?\\b(?:explained|driven|led|caused|attribut(?:ed|able)|due|owing|supported|boosted|accounted for|underpinned)(?: [a-z]+ly)?(?: by| to)|\\b(?:contributed|contributing|contributors?)(?: [a-z]+)? to the (?:${moving})(?: in ${flowWords})?(?: [^,;:()]{1,30}?)? (?:were|was|is|are))(?: mainly| mostly| primarily)? (?:the |an? |higher |lower |increased )*(?:(?:${moving})s? in |(?:exports|imports|sales|shipments|deliveries) of )?(?<name>[\\p{sc=Latn}][^;:()]{1,70}?),? (?:which |that )?(?:also )?(?:was |were |had |have )?(?<turn>${directionWord})(?: by)?(?: about| nearly| some| over)?\\s*$`,
  'iu',
)

/** Reads the change of what moved a flow: a figure of that, never of the flow. */
function moverOf(state: State, item: Item, said: string, around: Around): Listed | null {
  const found = item.kind === 'PERCENT' && item.sign === 0 ? moved.exec(said) : null
  const { name = '', turn = '' } = found?.groups ?? {}
  if (found === null) return null
  const flow = found[1] ?? found[2]
  const metric = flow === undefined ? inForce(state) : flowFrom(flow)
  const own = listed(state, item, around, { metric, name, dimension: null })
  return own && { ...own, role: 'CHANGE', sign: firstTurn(turn) || 1 }
}

const holding =
  /^(?:[^;:()]*\bthat )?\W*(?:(?:in|among|by|for)\b[^,]{0,40}, )?(?:the )?(?<name>[\p{sc=Latn}][^;:()]{1,80}?),? (?:with an? (?:[a-z]+ )?share of|accounting for|representing|making up|comprising|constituting|which (?:account|represent|constitut|compris|ma[dk]e)[a-z]*(?: for| up)?)\s+(?:about |nearly |over |almost )?$/iu

function holderOf(state: State, item: Item, said: string, around: Around): Listed | null {
  const name =
    item.kind === 'PERCENT' && item.sign === 0 && state.fresh ? (holding.exec(said)?.groups?.['name'] ?? '') : ''
  const whole =
    /^\s*(?:share )?of (?:the |its |total |all |overall |goods |merchandise |\p{Lu}\p{sc=Latn}+['’]s )*(exports|imports)\b(?! of)/iu.exec(
      around.after.text,
    )?.[1]
  if (name === '' || whole === undefined || metricsIn(name).length > 0) return null
  return listed(state, item, around, { metric: flowFrom(whole), name, dimension: null })
}

const follows = /^\W*(?:this|these|it|they|that) (?:was|were|is|are) followed by (?:the )?/i
const nextName =
  /^(?:[^()]*\bfollowed by|[\s)]*(?:[,;]\s*and|[,;]|and|as well as))\s+(?:the )?([\p{sc=Latn}][^;:()]{1,60}?)\s*[(]\s*$/iu

/** Reads the shares of what comes next behind the largest of the sentence before: "This was followed by cars (13 percent), up". */
function followerOf(state: State, item: Item, said: string, around: Around): Listed | null {
  const metric = state.side?.metric ?? null
  if (
    item.kind !== 'PERCENT' ||
    item.sign !== 0 ||
    !follows.test(said) ||
    !/^\s*(?:of [^()]{1,30})?[)]/.test(around.after.text)
  )
    return null
  const name = nextName.exec(around.before.text)?.[1] ?? ''
  return name === ''
    ? null
    : listed(state, item, around, { metric: metric && valueMetric(metric), name, dimension: null })
}

const flowChange = new RegExp(`\\b(?<turn>${moving}) (?:in|of) (?:the )?${flowWords} of\\s*$`, 'i')
const eachFlow =
  /^\s+(?:in|for) (exports?|imports?|shipments|dispatches|deliveries|introductions|arrivals|purchases)\b/i
const ofBoth = new RegExp(
  `\\b(?:${moving})s? (?:of|in) (?:the )?(?<name>[\\p{sc=Latn}][^,;:()]{1,60}?)(?: stood out| was noted| were noted)? [(]\\s*$`,
  'iu',
)

const outward = /^(?:exp|disp|ship|deliv)/i
const flowBehind =
  /^\s*(?:(?:in|of|on|for)|(?:(?:fell|falls|accounted|came) )?(?:to|for) the share of) (exports|dispatches|shipments|deliveries|imports|introductions|arrivals|purchases)\b(?! (?:(?:and|or) (?:exports|imports)|of|to|from)\b)/i
const nextAmount =
  /^[^.;:()]*?(?:,|\band|\bwhile|\brespectively)\s+(?:of which |including )?(?:about |nearly |over )?$/i

function amountOfFlow(state: State, item: Item, { before, after }: Around): Listed | null {
  const flow = item.kind === 'AMOUNT' ? flowBehind.exec(after.text)?.[1] : undefined
  const [frame, ...others] = state.frames
  const found = metricsIn(before.text).at(-1)
  if (flow === undefined) return null
  const metric: Metric = outward.test(flow) ? 'EXPORTS' : 'IMPORTS'
  const reporter = reporterInForce(state)
  if (found?.metric === 'TRADE') {
    const { phrases } = subjectAt(before, found, [found], 1, state.context)
    return { role: 'LEVEL', sign: 0, frames: [{ metric, phrases: phrases.slice(0, 1), reporter }] }
  }
  const isNext = !state.fresh && others.length === 0 && frame !== undefined && frame.metric !== 'BALANCE'
  return isNext && (nextAmount.test(before.text) || /^\s*(?:in|on) (?:exports|dispatches),? and\s*$/i.test(before.text))
    ? { role: 'LEVEL', sign: 0, frames: [{ ...frame, metric }] }
    : null
}

const byPartner = new RegExp(
  `(?:^|[\\s;,])(?:(?<flow>exports|imports)|they|it|and|while|but)\\s+(?<turn>${directionWord}) (?:mainly |mostly )?(?:to|from) (?:the )?(?<name>\\p{Lu}[^,;:()]{1,40}?|[\\p{sc=Latn}-]+ (?:[\\p{sc=Latn}-]+ ){0,2}(?:countries|states|markets)) by\\s*$`,
  'iu',
)

function changeByPartner(state: State, item: Item, around: Around): Listed | null {
  const {
    flow,
    turn = '',
    name = '',
  } = (item.kind === 'PERCENT' ? byPartner.exec(around.before.text)?.groups : null) ?? {}
  if (name === '') return null
  const metric: Metric | null = flow === undefined ? onlyFlow(state.frames) : flowFrom(flow)
  const own = listed(state, item, around, { metric, name, dimension: 'PARTNER' })
  return own && { ...own, role: 'CHANGE', sign: firstTurn(turn) || 1 }
}

const sourceOf =
  /\b(?:coming|came|stemm(?:ed|ing)|deriv(?:ed|ing)|result(?:ed|ing)|contributed) (?:mainly |mostly )?(?:from|by) (?:the )?(?<name>[\p{sc=Latn}][^,;:()]{1,50}?) of\s*$/iu

function partOfBalance(state: State, item: Item, around: Around): Listed | null {
  const name = item.kind === 'AMOUNT' ? (sourceOf.exec(around.before.text)?.groups?.['name'] ?? '') : ''
  const at = around.before.text.lastIndexOf(name)
  const [frame] = state.frames
  if (name === '' || frame?.metric !== 'BALANCE' || state.frames.length > 1 || !isOwnName(name)) return null
  const { text, span } = around.before.slice(at, at + name.length)
  return { role: 'LEVEL', sign: 0, frames: [{ ...frame, phrases: [{ text, span, dimension: null }] }] }
}

const nextFlow =
  /^\s+(?:for|in) (?:exports?|imports?|shipments|dispatches|deliveries|introductions|arrivals|purchases),? (?:and|respectively)\s*$/i

const heldBy = /(?:^[^:]*:|^[^()]*[)]\s*(?:,|;|and|,\s*and))\s*(?:the )?([\p{sc=Latn}][^;:()]{1,70}?)\s*[(]\s*$/u

function sharePerFlow(
  state: State,
  item: Item,
  said: string,
  around: Around,
  { metric }: Pick<Frame, 'metric'>,
): Listed | null {
  const { before } = around
  const [frame, ...others] = state.frames
  const isNext = nextFlow.test(before.text) && state.lastRole === 'SHARE'
  if (isNext && frame !== undefined && others.length === 0)
    return { role: 'SHARE', sign: 0, frames: [{ ...frame, metric }] }
  const name = /\bshares?\b/i.test(said) ? (heldBy.exec(before.text)?.[1] ?? '') : ''
  return name === '' ? null : listed(state, item, around, { metric, name, dimension: null })
}

/** Reads the change of a flow that it names itself: "(a rise in exports of 3% and a fall in imports of 5%)", "(-2% in exports". */
function perFlow(state: State, item: Item, said: string, around: Around): Listed | null {
  if (item.kind !== 'PERCENT') return null
  const { turn = '' } = flowChange.exec(said)?.groups ?? {}
  const flow = turn === '' ? eachFlow.exec(around.after.text)?.[1] : flowChange.exec(said)?.[2]
  if (flow === undefined) return null
  const metric: Metric = outward.test(flow) ? 'EXPORTS' : 'IMPORTS'
  const [frame, ...others] = state.frames
  const isOne = others.every(({ phrases }) => phrases[0]?.text === frame?.phrases[0]?.text)
  const own = { metric, phrases: frame?.phrases ?? [], reporter: reporterInForce(state) }
  if (turn !== '') return isOne ? { role: 'CHANGE', sign: firstTurn(turn) || 1, frames: [own] } : null
  if (item.sign === 0) return sharePerFlow(state, item, said, around, own)
  const name = ofBoth.exec(said)?.groups?.['name']
  if (name !== undefined) return listed(state, item, around, { metric, name, dimension: null })
  const isNext = /^\s+in (?:exports|imports),? and\s*$/i.test(around.before.text) && state.lastRole === 'CHANGE'
  return isNext && isOne && frame !== undefined ? { role: 'CHANGE', sign: item.sign, frames: [own] } : null
}

const balanceOf =
  /\b(?:(negative|deficit)|positive|surplus)?(?:es|s)?(?: trade)?(?: balances?)? (?:was|were) (?:recorded|obtained|noted|registered|achieved|reali[sz]ed) (?:in (?:the )?(?:trade|turnover) )?with (?:the )?(?<name>[^,;:()]{2,60}?) [\x96\x97-]\s*$/i
const nextBalance =
  /^[^;:(]*?(?:,|\band)\s+(?:in (?:the )?(?:trade|turnover) )?with (?:the )?(?<name>[^,;:()]{2,60}?) [\x96\x97-]\s*$/i

/** Reads a balance behind a dash and its partner: "the negative balance was recorded with Asia – EUR 3 bn, and with Africa – EUR 1 bn". */
function balanceBehindDash(state: State, item: Item, said: string, { before }: Around): Listed | null {
  if (item.kind !== 'AMOUNT') return null
  const first = /\bbalances?\b|\bdeficit|\bsurplus/i.test(said) ? balanceOf.exec(said) : null
  const [frame] = state.frames
  const next = frame?.metric === 'BALANCE' && !state.fresh ? nextBalance.exec(before.text) : null
  const name = (first ?? next)?.groups?.['name'] ?? ''
  const at = before.text.lastIndexOf(name)
  if (name === '' || at < 0 || !isOwnName(name)) return null
  const { text, span } = before.slice(at, at + name.length)
  const isDeficit = first === null ? frame?.isDeficit === true : first[1] !== undefined
  return {
    role: 'LEVEL',
    sign: item.sign,
    frames: [
      {
        metric: 'BALANCE',
        phrases: [{ text, span, dimension: 'PARTNER' }],
        reporter: reporterInForce(state),
        isDeficit,
      },
    ],
  }
}

/** Reads a figure of goods or a partner that a sentence names as the largest, as a cause, or with a share. */
export const leaderOf = (state: State, item: Item, said: string, around: Around): Listed | null =>
  perFlow(state, item, said, around) ??
  amountOfFlow(state, item, around) ??
  changeByPartner(state, item, around) ??
  partOfBalance(state, item, around) ??
  balanceBehindDash(state, item, said, around) ??
  firstOf(state, item, said, around) ??
  moverOf(state, item, said, around) ??
  holderOf(state, item, said, around) ??
  followerOf(state, item, said, around)
