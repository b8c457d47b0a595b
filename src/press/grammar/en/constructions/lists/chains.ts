import { type Item, Slice } from '../../../../items.js'
import { type Metric, type Phrase, valueMetric } from '../../../../statement.js'
import { listOf } from '../../nouns.js'
import type { State } from '../../state.js'
import { flowFrom } from '../../subject.js'
import { directions, lastTurn } from '../../words.js'
import { reporterInForce } from '../owners.js'
import { ranksByTrade } from '../partners.js'
import { leading } from './header.js'
import { type Around, isListed, type Listed } from './listed.js'

const whole =
  "(?:\\s*(?:share )?(?:of|to|in) (?:the |its |total |all |overall |(?!(?:the|its|total|all|overall) )[\\p{sc=Latn}. ]{2,20}['’]s )*(?:exports?|imports?|trade|total|export value|import value|[\\p{sc=Latn}]+ goods)\\b[^,;()]{0,40}?)?"
const byNext =
  '(?:(?:which |it |this )?(?:is |was |were )?(?:followed by|ahead of)|(?:next|then|second) (?:came|comes|was)|then|and|as well as|along with|&)'
const link = `(?:(?:\\s*[,;\x97])?\\s*${byNext}(?:\\s+${byNext})?|\\s*[,;])\\s*(?:by |with |from |to )?(?:the )?`
const otherFlow =
  '(?:\\s*[,;])?\\s*(?:and |while |whereas |but )?(?:in|for) (?:the )?(?:total )?(?<flow>exports|imports)(?: side)?,?\\s*(?:[\x96\x97:-]\\s*)?(?:(?:it|they) )?(?:(?:was|were|is|are) )?(?:(?:within|from|to|by) )?(?:the )?'
export const separator =
  '(?:,?\\s+(?:followed )?(?:with|at|for|by|to|valued at|and (?:amounted to|reached|totall?ed)|which (?:account(?:ed|s)? for|represent(?:ed|s)?|made up|stood at|held|took|received|bought|absorbed|supplied|totall?(?:ed|s)|amount(?:ed|s) to|reached|(?:was|were) (?:worth|valued at))|totall?ing|amounting to|reaching|standing at|accounting for|contributing|representing|making up|supplying|taking|fetching|earning|to the value of|worth)(?:\\s+(?:an?|its))?(?:\\s+(?:export|import|market|total|estimated))*(?:\\s+(?:share|weight|stake|quota|proportion|value|turnover|total|amount|earnings|sales|purchases|export|import)s?)?(?:\\s+(?:of|at|worth|amounting to))?|\\s*[\x96\x97:-](?:\\s*(?:by|at|with))?|\\s*[(]|,)?\\s*(?:(?:about|around|almost|nearly|close to|over|under|some|approximately|roughly|just over|just under|more than|less than|at least)\\s*)?$'
const name = '(?<name>"?[\\p{sc=Latn}][^,;:()]{1,60}?)"?'

const changeNoun = '(?:\\s*(?:growth|increase|decrease|rise|fall|gain|drop|decline))?'
const next = new RegExp(`^(?:\\s*[)])?${changeNoun}${whole}(?:\\s*[)])?${link}${name}${separator}`, 'iu')
// Behind a semicolon, a name may have commas: "; plastics, rubber and articles thereof".
const nextPart = new RegExp(
  `^(?:\\s*[)])?${whole}(?:\\s*[)])?\\s*;\\s*(?:and )?(?:the )?(?<name>[\\p{sc=Latn}][^;:()]{1,80}?)${separator}`,
  'iu',
)
const nextInFlow = new RegExp(`^(?:\\s*[)])?${whole}(?:\\s*[)])?${otherFlow}${name}${separator}`, 'iu')
const sameInFlow = new RegExp(
  `^${whole}(?:\\s*[)])?(?:\\s*[,;])?\\s*(?:and |while |whereas |but )?(?:in|of|for) (?:the )?(?:total )?(?<flow>exports|imports)(?:\\s*(?:[\x96\x97-]|(?:it )?(?:was|stood at|amounted to|reached)))?\\s*(?:to )?$`,
  'iu',
)
const nextRanked = new RegExp(
  `^${changeNoun}${whole}(?:\\s*[)])?(?:\\s*[,;])?\\s*(?:and |while |whereas )?(?:with )?(?:the )?${name} (?:rounded (?:out|off) the [\\w\x81-\x8F ]{1,20}|(?:(?:took|held|occupied|came|ranked|was|stood)(?: in)?(?: the)? |in (?:the )?)?(?:second|third|fourth|fifth|next)(?: place| position| spot| rank)?),?${separator}`,
  'iu',
)
const rankedSecond = new RegExp(
  `^\\W*(?:and |while |meanwhile,? )?(?:the )?${name} (?:rounded (?:out|off) the [\\w\x81-\x8F ]{1,20}|(?:came|ranked|was|took|stood|placed|followed|trailed|occupied|held)(?: in)?(?: the| its)?(?: (?:second|third|fourth|fifth|next)(?:[- ]largest)?(?: place| position| spot| rank)?)?),?${separator}`,
  'iu',
)
const followedBy = new RegExp(
  `^\\W*(?:this|these|it|they|that|the (?:country|category|group|latter)) (?:was|were|is|are) (?:then )?followed by (?:the )?(?<name>"?[\\p{sc=Latn}][^;:()]{1,80}?)"?${separator}`,
  'iu',
)

const thenCome = new RegExp(
  `^\\W*(?:then|next|after (?:it|that|them|this)|behind (?:it|them)) (?:come|came|comes|follow|follows|followed|are|were|is|was)\\s*:?\\s*(?:the )?${name}${separator}`,
  'iu',
)

const rest =
  /^(?:(?:as )?compared|as|against|versus|from|to|with|than|up|down|and|or|while|whereas|but|of|rest|remainder|others?(?! (?:[a-z]+ )?(?:goods|products|countries|articles|items|commodities|regions)$)|all|both|together|altogether|balance|total|those|that|these|it|they|each|which|its|their|increase|decrease|services)\b|(?:^|\s)(?:supplied|provided|delivered|bought|purchased|took|received|absorbed)$|\b(?:the|its) (?:main|largest|top|leading|biggest)\b/i

const ofFlow = /^ (?:of|in) (?:the )?(imports?|exports?)(?: values?)?\b/

/** Remembers the last of a list of names with numbers, so that what follows in the same manner goes on with it. */
export function beginChain(state: State, { kind, end }: Item, { role, frames, sign }: Listed): void {
  const [frame, ...others] = frames
  // "including 133 bn of imports, down 22 percent" has named the flow of the rate.
  const [behind = '', flow = ''] = role === 'LEVEL' ? (ofFlow.exec(state.text.slice(end, end + 40)) ?? []) : []
  if (flow !== '' && flowFrom(flow) === frame?.metric) state.consumed = end + behind.length
  const [phrase] = frame?.phrases ?? []
  if (frame === undefined || phrase === undefined || others.length > 0 || frame.metric === 'BALANCE') return
  const isOne = state.chain?.text === phrase.text && state.chain.metric === valueMetric(frame.metric)
  if (isOne && state.chain !== null)
    state.chain = { ...state.chain, hasShare: state.chain.hasShare || role === 'SHARE' }
  else
    state.chain = {
      text: phrase.text,
      metric: valueMetric(frame.metric),
      dimension: phrase.dimension,
      kind,
      role,
      sign,
      hasShare: role === 'SHARE' || (state.chain?.hasShare ?? false),
    }
}

function isInForce({ chain, frames }: State): boolean {
  const [frame, ...others] = frames
  return chain !== null && others.length === 0 && frame?.phrases[0]?.text === chain.text
}

/** Reads the next of a list: "with a share of 20.4%, followed by China at 9%, and in imports Russia with 49%". */
export function nextOfChain(state: State, item: Item, { from, after }: Around): Listed | null {
  const { chain, fresh } = state
  if (chain === null || !isInForce(state) || item.start - from > 200) return null
  const words = Slice.of(state.text, { start: from, end: item.start })
  if (!fresh && chain.role === 'SHARE' && item.kind === 'PERCENT' && item.sign === 0) {
    const other = sameInFlow.exec(words.text)?.groups?.['flow']
    if (other !== undefined)
      return shareOf(state, flowFrom(other), {
        text: chain.text,
        span: state.frames[0]?.phrases[0]?.span ?? words.span,
        dimension: chain.dimension,
      })
  }
  if (item.kind !== chain.kind) return ofSame(state, item, words)
  const found = fresh
    ? (followedBy.exec(words.text) ?? thenCome.exec(words.text) ?? rankedNext(words.text))
    : (nextInFlow.exec(words.text) ?? nextRanked.exec(words.text) ?? next.exec(words.text) ?? nextPart.exec(words.text))
  const { name: own = '', flow } = found?.groups ?? {}
  if (found === null || rest.test(own) || !isListed(own)) return null
  if (chain.dimension === 'PARTNER' && !/^\p{Lu}/u.test(own) && state.context.vocabulary.dimensionOf(own) !== 'PARTNER')
    return null
  const at = words.text.lastIndexOf(own, words.text.length)
  const part = words.slice(at, at + own.length)
  const phrase: Phrase = { text: part.text, span: part.span, dimension: chain.dimension }
  // "Italy and Iraq with 0.8 bn each" are two.
  const names = /^\s*each\b/.test(after.text) ? listOf(part, 2, state.context) : [part]
  const inForce = fresh && chain.dimension === 'PARTNER' && ranksByTrade(state) ? 'TRADE' : chain.metric
  const metric = flow === undefined ? inForce : flowFrom(flow)
  if (chain.role === 'SHARE')
    return item.sign === 0 && state.lastRole !== 'CHANGE' ? shareOf(state, metric, phrase) : null
  if (chain.role === 'CHANGE' && item.sign === 0 && chain.sign === 0) return null
  const sign = chain.role === 'LEVEL' ? 0 : item.sign === 0 ? chain.sign : item.sign
  const reporter = reporterInForce(state)
  return {
    role: chain.role,
    sign,
    frames: names.map(({ text, span }) => ({ metric, phrases: [{ ...phrase, text, span }], reporter })),
  }
}

export const ranksOn =
  /^\W*(?:(?:this|these|it|they) (?:was|were|is|are) (?:then )?followed by|(?:the )?\p{sc=Latn}[^.;:()]{1,60}? (?:placed|ranked|came|was|took|stood|followed|finished)(?: in| at)?(?: the| its)? (?:second|third|fourth|fifth|next))\b/iu

const isSecond = /\b(?:second|third|fourth|fifth|next|followed|trailed|rounded)\b/i

function rankedNext(text: string): RegExpExecArray | null {
  return isSecond.test(text) ? rankedSecond.exec(text) : null
}

const shareOf = (state: State, metric: Metric, phrase: Phrase): Listed => ({
  role: 'SHARE',
  sign: 0,
  frames: [{ metric, phrases: [phrase], reporter: reporterInForce(state) }],
})

function ofSame(state: State, item: Item, words: Slice): Listed | null {
  const { chain, frames, text, sentence, lastRole } = state
  if (chain?.kind !== 'AMOUNT' || item.kind !== 'PERCENT' || item.sign !== 0 || lastRole !== 'LEVEL') return null
  const turn = lastTurn(leading(state))
  if (turn !== 0 && /[(]\s*$/.test(words.text)) return { role: 'CHANGE', sign: turn, frames }
  const isNamed = /^\s*,?\s*(?:(?:and|or|with) )?an? (?:market )?share of\s*$/i.test(words.text)
  const isBeside = /^\s*(?:[,;/]|or)\s*$/i.test(words.text) && /[(][^()]*$/.test(text.slice(sentence.start, item.start))
  const all = text.slice(sentence.start, sentence.end)
  const isShare =
    isNamed ||
    (isBeside && (chain.hasShare || (all.search(directions) < 0 && !/\b(?:growth|changes?|rates?)\b/i.test(all))))
  return isShare ? { role: 'SHARE', sign: 0, frames } : null
}
