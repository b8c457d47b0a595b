import { parsePeriod } from '../../../../domain/periods/period.js'
import { type Item, Slice } from '../../../items.js'
import type { Frame, Metric, Reporter } from '../../../statement.js'
import { phraseAt, samePhrases } from '../cues.js'
import type { State } from '../state.js'
import { flowFrom, metricsIn, subjectAt } from '../subject.js'
import { reporterInForce, reporterOf } from './owners.js'

const adds = '(?:bring|tak|mak|lift|push|giv|yield)ing'
/** Introduces the sum of what the sentence has told: "for a total of", "bringing the total to". */
const toTotal = new RegExp(
  `(?:^|,|\\band)\\s*(?:for|or|${adds}) (?:the |a |an |its |their )?(?:overall |combined |grand |aggregate )?(?<part>half-year |first-half )?total(?: (?:trade )?(?:value|volume|amount))?(?: (?:to|of|at))+\\s*(?:about |nearly |over )?$`,
  'i',
)
const ofBoth =
  /\b(?:combined|total|aggregate|joint) (?:value|amount|total|figure) of (?:the two|both)(?: flows)? (?:was|were|reached|came to|stood at|amounted to|hit) (?:about |nearly |over )?$/i
const toTrade = new RegExp(
  `(?:^|,|\\band)\\s*${adds} (?:the |its |their )?(?:two-way|bilateral|mutual) trade(?: (?:value|volume|turnover))?(?: to)\\s*(?:about |nearly |over )?$`,
  'i',
)
const making = new RegExp(`(?:^|,|\\band)\\s*(?:or|${adds})(?: a total of)?\\s*(?:about |nearly |over )?$`, 'i')
const inAll = /^\s*(?:in all|in total|altogether|all told|taken together|overall)\b/i

/** Reads the sum of both flows that the sentence has told; none if the sum is of something else. */
export function sumTold(state: State, before: Slice, after: Slice): readonly Frame[] | null {
  const total =
    toTotal.exec(before.text) ??
    ofBoth.exec(before.text) ??
    (samePhrases(state.frames).length === 0 ? toTrade.exec(before.text) : null)
  if (state.fresh || (total === null && !(making.test(before.text) && inAll.test(after.text)))) return null
  const { start } = state.sentence
  const said = Slice.of(state.text, { start, end: Math.max(start, before.span.start) }).text
  const flows = new Set(metricsIn(said.slice(-600)).map(({ metric }) => metric))
  const isOfTrade = state.frames.length > 0 && state.frames.every(({ metric }) => metric === 'TRADE')
  const [frame] = state.frames
  if (frame === undefined || !(isOfTrade || (flows.has('EXPORTS') && flows.has('IMPORTS')))) return []
  if (total?.groups?.['part'] !== undefined) {
    const [, year = ''] = /^(\d{4})-Q2$/.exec(state.period?.text ?? '') ?? []
    if (year === '') return []
    state.period = parsePeriod(`${year}-H1`)
  } else if (isOfTrade) return []
  const phrases = samePhrases(state.frames)
  // The flows of goods may be those of several.
  if (!isOfTrade && phrases.some(({ dimension }) => dimension !== 'PARTNER')) return []
  return [{ ...frame, metric: 'TRADE', isDeficit: false, phrases }]
}

const wholeTold =
  /\x82\x8F* of (?:the |its |(?!(?:the|its) )\p{sc=Latn}+['’]s )*(?:total|overall) (?:foreign |goods )*(?<flow>imports and exports|exports and imports|trade|exports|imports)(?: value| volume)?(?:,? of|,? worth| at) (?:about |nearly |over )?$/iu

function wholeOfShare({ text, sentence, lastRole, frames }: State, { span }: Slice): readonly Frame[] | null {
  const said = text.slice(Math.max(sentence.start, span.end - 160), span.end)
  const flow = lastRole === 'SHARE' ? wholeTold.exec(said)?.groups?.['flow'] : undefined
  const [frame] = frames
  if (flow === undefined || frame === undefined) return null
  const metric: Metric = /^exports$/i.test(flow) ? 'EXPORTS' : /^imports$/i.test(flow) ? 'IMPORTS' : 'TRADE'
  return [{ ...frame, metric, isDeficit: false, phrases: [] }]
}

const partBehind =
  /\x82\x8F* (?:share )?of (?:[^,;()\x81-\x84]{0,40} )?(?:exports|imports|trade)(?: value| volume)?(?: in [\x85\x8F]+)?, (?:at|reaching|hitting|totall?ing|amounting to|valued at) (?:about |nearly |over )?$/iu

/** Keeps to what has a share, whose level follows: "made up 57 percent of the country's exports, at 5.14 trillion yuan". */
function partOfShare({ text, sentence, lastRole, frames }: State, { span }: Slice): readonly Frame[] | null {
  const said = text.slice(Math.max(sentence.start, span.end - 160), span.end)
  const isPart = lastRole === 'SHARE' && frames.length === 1 && partBehind.test(said)
  return isPart ? frames : null
}

/** Reads the level behind a share: that of its whole, or of what has it. */
export const besideShare = (state: State, before: Slice): readonly Frame[] | null =>
  wholeOfShare(state, before) ?? partOfShare(state, before)

export const exceeding =
  /\b(?:(?:exceed|surpass|outpac|outstripp|topp|outweigh)(?:ing|ed)|(?<short>f[ae]ll|falling) short of) (?:the |its |their |total )*(?<other>exports|imports)(?: [(]\x81\x8F*[)])? by\s*$/i

// Names the partner ahead of whose balance it is: "In EU trade the UK was a net importer", "In trade with Italy, it had".
const tradeAhead =
  /^\W*[Ii]n (?:(?:the )?((?:[Nn]on-)?\p{Lu}[\p{sc=Latn}-]*(?: \p{Lu}\p{sc=Latn}+)?) trade|trade with (?:the )?(\p{Lu}[^,;:()]{1,40}?)),? (?:the )?(?=\p{Lu}|it\b|country\b)/u

/** Reads the balance of a flow that the sentence tells of with the one that it exceeds or is short of. */
export function excessOver(state: State, before: Slice): readonly Frame[] | null {
  const said = state.text.slice(Math.max(state.sentence.start, before.span.end - 200), before.span.end)
  const { other, short } = exceeding.exec(said)?.groups ?? {}
  if (other === undefined) return null
  const second: Metric = flowFrom(other)
  const first: Metric = second === 'EXPORTS' ? 'IMPORTS' : 'EXPORTS'
  const { start } = state.sentence
  const words = Slice.of(state.text, { start, end: before.span.end })
  const told = metricsIn(words.text).at(-2)
  if (told?.metric !== first) return []
  const isDeficit = (first === 'IMPORTS') !== (short !== undefined)
  const [frame, ...others] = state.frames
  if (!state.fresh) return frame === undefined || others.length > 0 ? [] : [{ ...frame, metric: 'BALANCE', isDeficit }]
  const name =
    tradeAhead
      .exec(words.text)
      ?.slice(1)
      .find((each) => each !== undefined) ?? ''
  const { phrases, reporter } = subjectAt(words, told, [told], 1, state.context)
  if (name !== '') {
    const own = phraseAt(words, words.text.indexOf(name), name.length)
    return [
      {
        metric: 'BALANCE',
        isDeficit,
        phrases: [{ ...own, dimension: 'PARTNER' }],
        reporter: reporterOf(state.context),
      },
    ]
  }
  return [{ metric: 'BALANCE', isDeficit, phrases, reporter: reporter ?? reporterInForce(state) }]
}

const byTurn =
  /\b(exports|imports) (?:[a-z]+ly |still |again |also )?(?:exceeded|outweighed|surpassed|outstripped|topped) (exports|imports)\b[^;]*,? by\s*$/i
const next = /^\s*to\s*$/i

/** Indicates the first of two levels that a comparison of both flows gives: "imports outweighed exports, by 3 bn to 2 bn". */
export function isInTurn({ text, items, sentence }: State, { end }: Item, before: string): boolean {
  const second = items.find((each) => each.start >= end)
  const isTo = second?.kind === 'AMOUNT' && next.test(text.slice(end, second.start).replace(/[\x81-\x8F]+/gu, ''))
  return isTo && second.start < sentence.end && byTurn.test(before)
}

const comparedBehind = /^(?:\s*(?:in|for) (?:the )?\x85\x8F*)?\s*(?:compared (?:with|to)|against) \x81\x8F*[^()]*[)]/u

// "The deficit grew strongly (-260 bn in 2006 compared with -202 bn in 2005)" gives two levels.
export const isComparedInBracket = ({ text }: State, { start, end, sign }: Item, near: string): boolean =>
  text[start - 1] === '(' &&
  sign !== 0 &&
  metricsIn(near).at(-1)?.metric === 'BALANCE' &&
  comparedBehind.test(text.slice(end, end + 160))

const ofBalance = /\b(?:balances?|surplus(?:es)?|deficits?|gaps?|shortfalls?|net)\b/i

// "Rubber (+9 million) and tin (-3 million)" tells by how much they changed, unless they are balances.
export const isSignedInBracket = ({ text, sentence, frames }: State, { start, sign }: Item): boolean =>
  sign !== 0 &&
  text[start - 1] === '(' &&
  !frames.some(({ metric }) => metric === 'BALANCE') &&
  !ofBalance.test(text.slice(sentence.start, start))

export function inTurnOf(
  state: State,
  before: Slice,
  after: Slice,
  reporter: Reporter | null,
): readonly Frame[] | null {
  const { start } = state.sentence
  const isSecond = !state.fresh && next.test(before.text) && state.lastRole === 'LEVEL'
  const said = isSecond
    ? Slice.of(state.text, { start, end: Math.max(start, before.span.start) }).text
    : next.test(after.text)
      ? before.text
      : ''
  const found = byTurn.exec(said)
  if (found === null) return null
  const flow = (isSecond ? found[2] : found[1]) ?? ''
  return [{ metric: flowFrom(flow), phrases: [], reporter }]
}
