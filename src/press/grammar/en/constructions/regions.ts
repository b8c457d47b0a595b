import { Slice } from '../../../items.js'
import { type Frame, type Reporter, reporterKey } from '../../../statement.js'
import { localPlace } from '../../economies.js'
import type { Role, State } from '../state.js'
import { metricsIn } from '../subject.js'
import { directionWord } from '../words.js'

interface Named {
  /** Null for the customs, port or zone of a place, whose figures are neither the nation's nor the place's. */
  readonly reporter: Reporter | null
  readonly start: number
  readonly end: number
}

// Names that contain a place and mean none: the University of Shanghai, Beijing as the government.
const noPlace =
  /^(?:['’]s)? (?:University|Institute|Academy|Securities|Stock|Futures|Containerized|Shipping|Bank|Consensus|Daily|News)\b|^['’]s (?:central government|leaders|policymakers|envoy)/u
const noPlaceBefore =
  /\b(?:University|Institute|Academy|Bank|Treaty|court) of\s$|\b(?:said|told|held|released|published|issued|speaking|briefing|conference|reporters|meeting|summit|analyst|economist)\b[^,;.]{0,30}\b(?:in|at)\s$/i

const part =
  /^(?:['’]s)? (?:Customs|(?:[A-Z][a-z]+ )?Port|Free[- ]Trade Zone|Bonded|New Area|Airport|Development Zone)\b/u
const partBefore =
  /\b(?:[Pp]orts?|[Aa]irports?|[Cc]ustoms(?: houses?)?) (?:of|in|at)\s$|^\W*\p{Lu}\p{sc=Latn}+(?: \p{Lu}\p{sc=Latn}+)?, in (?:[\w-]+ ){0,3}$/u

function regionsIn(text: string): readonly Named[] {
  const found: Named[] = []
  for (let from = 0; from < text.length; ) {
    const match = localPlace.exec(text.slice(from))
    if (match === null) break
    const start = from + match.index
    const end = start + match[0].length
    const behind = text.slice(start + (match[1] ?? '').length)
    const isGovernment = match[1] === 'Beijing' && !/^(?:['’]s|\s+(?:Municipality|posted|recorded))/u.test(behind)
    const isPart = part.test(behind) || partBefore.test(text.slice(0, start))
    if (!isGovernment && !noPlace.test(behind) && !noPlaceBefore.test(text.slice(0, start)))
      found.push({ reporter: isPart ? null : { kind: 'REGION', words: match[1] ?? '' }, start, end })
    from = end
  }
  return found
}

const bareFlow =
  /^\W*(?:of (?:this|that|the total),? )?(?:its )?(?:total |overall )?(?:exports|imports)\b(?! (?:to|from|of)\b)/i

const ofPlaces =
  /\b(?:cities|provinces|counties|prefectures|municipalities|districts) (?:of|in|along|within|under)\b[^,;.]{0,90}\b(?:recorded|posted|reported|registered|saw|achieved|had|logged)\s[^,;.]{0,60}$/i

const inTurn = /^[^;.]*\brespectively\b/i
const joins = /^(?:,? and |, )(?:the )?$/u
const ownNation =
  /\b(?:China['’]s|Chinese|national|(?:country|nation)['’]s)\s+(?:(?:total|overall|goods|foreign|merchandise|whole)\s+)*(?:trade|exports?|imports?|total)\b|\bnationwide\b/i
const pointing =
  /(?<!\b(?:to|from|with|between|and|of) )\b(?:the|that|this|its) (?:(province|city|municipality|autonomous region|port city)|region)(?:['’]s)?\b/i
const elliptic = new RegExp(
  `^(?:,[^,]*,)?\\s*(?:provinces|municipalities|cities)?(?:['’]s?)?\\s*(?:the (?:total|value|figure) )?(?:was|were|stood at|reached|hit|posted|recorded|registered|saw|reported|grew|rose|with|at|(?:${directionWord}))?(?: (?:an? )?(?:total |foreign |overall |combined )*(?:trade|imports and exports)(?: values?| volumes?)?)?(?:\\s+(?:by|an?|to|at|of|${directionWord}))*\\s*(?:about |nearly |over )?$`,
  'iu',
)

/** Returns the region that a sentence is about: "South China's Guangdong Province remained the top trader". */
export function topicOf(text: string, { main, region }: State['context']): Frame | null {
  const [first] = main === null || main.code === 'CN' ? regionsIn(text.slice(0, 80)) : []
  const isSubject = first !== undefined && /^\W*(?:[\w-]+ China['’]s )?$/u.test(text.slice(0, first.start))
  return isSubject && region === null && first.reporter !== null
    ? { metric: 'TRADE', phrases: [], reporter: first.reporter }
    : null
}

/**
 * Gives the figures of a clause about a region of China to that region. Returns null where it cannot be told whose they are:
 * they are never the nation's.
 */
export function regional(
  state: State,
  frames: readonly Frame[] | null,
  before: Slice,
  count: number,
  role: Role,
): readonly Frame[] | null {
  const { main, region } = state.context
  if (region !== null)
    return isOfOther(before.text, region) ? null : (frames?.map((frame) => otherPlace(frame, region)) ?? null)
  if (main !== null && main.code !== 'CN') return frames
  const told = frames?.map(partly) ?? null
  const { end } = before.span
  const words = Slice.of(state.text, { start: Math.max(state.sentence.start, end - 600), end }).text
  const clause = words.slice(/^.*(?:;|\b(?:whil(?:e|st)|whereas)\b)/is.exec(words)?.[0].length ?? 0)
  if (ofPlaces.test(clause)) return null
  const all = regionsIn(clause)
  const last = all.at(-1)
  const named = all.filter((_each, at) =>
    all.slice(at, -1).every((one, next) => joins.test(clause.slice(one.end, all[at + next + 1]?.start ?? 0))),
  )
  if (last === undefined) {
    const isNext = state.told.length > 0 && state.told.every(({ reporter }) => reporter?.kind === 'REGION')
    // "Zhejiang's trade reached 5 trillion. Exports rose" are those of the province.
    if (isNext && state.place !== null && told !== null && bareFlow.test(Slice.of(state.text, state.sentence).text))
      return own(told, [state.place.reporter])
    const isIts =
      state.fresh && state.place !== null && /^\W*(?:(?:in|during|for) [^,;]{0,40}, )?its\b/i.test(before.text)
    if (isIts && told !== null) return own(told, [state.place?.reporter ?? null])
    const pointed = pointing.exec(before.text)
    if (pointed === null || (state.place === null && pointed[1] === undefined))
      return told?.some(({ reporter, phrases }) => reporter?.kind === 'REGION' && phrases.length > 0) ? null : told
    return state.place === null || told === null ? null : own(told, [state.place.reporter])
  }
  const tail = clause.slice(last.end).replace(/^,[^,]*,/u, '')
  if (ownNation.test(tail)) return told
  const isNext = elliptic.test(tail)
  // "Henan and Hubei provinces saw increases, with foreign trade expanding 38.6 percent and 31.4 percent, respectively"
  const flows = count > 1 && count === named.length ? metricsIn(tail) : []
  const [flow] = flows
  const isEach =
    flow !== undefined &&
    flows.length === 1 &&
    inTurn.test(state.text.slice(end, Math.min(end + 120, state.sentence.end)))
  const metric = state.place?.metric ?? state.frames[0]?.metric
  const read =
    (isEach
      ? named.map(() => ({ metric: flow.metric, phrases: [], reporter: null }))
      : told?.map((frame) => withoutName(frame, named))) ??
    (isNext && metric !== undefined ? named.map(() => ({ metric, phrases: [], reporter: null })) : null)
  if (read === null) return null
  const isSum = isNext && /\bthe total\b/i.test(tail) && role === 'LEVEL'
  if (named.some(({ reporter }) => reporter === null)) return null
  const given = own(
    isSum ? read.map((frame) => ({ ...frame, metric: 'TRADE' as const })) : read,
    named.map(({ reporter }) => reporter),
    (isNext || isEach) && count === named.length,
  )
  if (given !== null) state.place = given.at(-1) ?? null
  return given
}

/** Indicates a number of another region than the one that a text is about: "second behind Guangdong with". */
function isOfOther(said: string, region: Reporter): boolean {
  const [, words = ''] = /\b(?:behind|after|ahead of|followed by|trailing) ([^,;:()]{2,40})$/i.exec(said) ?? []
  const name = localPlace.exec(words)?.[1]
  return name !== undefined && region.kind === 'REGION' && name !== region.words
}

const withoutName = (frame: Frame, named: readonly Named[]): Frame => ({
  ...frame,
  phrases: frame.phrases.filter(
    ({ text, dimension }) =>
      dimension === 'PARTNER' ||
      !named.some(
        ({ reporter }) => reporter?.words === localPlace.exec(text)?.[1] && regionsIn(text)[0]?.end === text.length,
      ),
  ),
})

const otherPlace = (frame: Frame, region: Reporter): Frame =>
  frame.reporter?.kind === 'REGION' && reporterKey(frame.reporter) !== reporterKey(region)
    ? { ...frame, reporter: { ...frame.reporter, isMain: false } }
    : frame

const partly = (frame: Frame): Frame =>
  frame.reporter?.kind === 'REGION' ? { ...frame, reporter: { ...frame.reporter, isMain: false } } : frame

/** Returns frames as those of regions, one each. A part of the trade of several, or one named with a place, is nobody's. */
function own(frames: readonly Frame[], regions: readonly (Reporter | null)[], isEach = false): readonly Frame[] | null {
  const list = isEach && frames.length === 1 ? regions.flatMap(() => frames) : frames
  const parts = list.flatMap(({ phrases }) => phrases)
  const isOfOne = regions.length === 1 && parts.every(({ text }) => regionsIn(text).length === 0)
  const isMatched = regions.length === 1 || regions.length === list.length
  if (!isMatched || (parts.length > 0 && !isOfOne)) return null
  return list.map((frame, at) => {
    const place = regions.length === 1 ? regions[0] : regions[at]
    return place === null || place === undefined ? frame : { ...frame, reporter: { ...place, isMain: false } }
  })
}
