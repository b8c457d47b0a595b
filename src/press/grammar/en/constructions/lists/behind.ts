import { type Item, Slice } from '../../../../items.js'
import { type Metric, type Phrase, valueMetric } from '../../../../statement.js'
import { economyAt } from '../../../economies.js'
import { phraseAt } from '../../cues.js'
import { noun } from '../../nouns.js'
import type { State } from '../../state.js'
import { flowFrom, flowNamed, metricsIn, onlyFlow } from '../../subject.js'
import { directionWord, firstTurn, lastTurn } from '../../words.js'
import { isSelf, reporterInForce } from '../owners.js'
import { type Around, isListed, type Listed } from './listed.js'

const partnerBehind =
  /^(?<verb>\s+(?:(?:was|were|is|are) )?(?:came|come|went|go|goes|sent|shipped|exported|imported|sold|bought|destined|directed|originat(?:ed|es|e)|arrived))?(?:\s+(?:mainly |directly )?(?:to|from|for|with|in)) (?:the )?(?<name>[\p{sc=Latn}][^,;:()\x81-\x88]{1,50}?)(?=\s*(?:[,;.]|$)|\s+(?:and|while|whereas)\b)/u

const next = new RegExp(
  `^[^;:()]{2,60}?(?:,|;|,? and|,? while|,? whereas)\\s*(?:${directionWord}\\s+)?(?:(?:by|of|with|another|a further)\\s+)?$`,
  'iu',
)
const opening = /\b(?:of|by|about|around|nearly|over|up|down|with|which)(?: an?)?,?\s*$/i
const ofWhich = /\bof (?:which|these|this|that|the total),?\s*(?:about |around |nearly |over |some )?$/i

const numberAfter = ({ items }: State, { kind, end }: Item): Item | undefined =>
  items.find((each) => each.kind === kind && each.start >= end)

/** Returns the partner behind a number; null if what stands there is none. */
function nameBehind(state: State, item: Item): { readonly phrase: Phrase; readonly isVerb: boolean } | null {
  const after = Slice.of(state.text, { start: item.end, end: state.sentence.end })
  const found = partnerBehind.exec(after.text)
  const { name = '', verb } = found?.groups ?? {}
  if (found === null) return null
  const at = found[0].lastIndexOf(name)
  const words = noun(after.slice(at, at + name.length))
  const isPartner =
    economyAt(words.text) !== null ||
    state.context.vocabulary.dimensionOf(words.text) === 'PARTNER' ||
    /^(?:rest of the world|other (?:[\p{sc=Latn}-]+ )?countries|(?:\p{Lu}|non-?\s?EU|third)[\p{sc=Latn}-]*(?: [\p{sc=Latn}-]+)* (?:countries|markets|states|area|nations))$/u.test(
      words.text,
    )
  if (!isPartner || !(isListed(words.text) || /^rest of the world$/i.test(words.text))) return null
  const phrase = phraseAt(after, after.text.indexOf(words.text), words.text.length)
  return { phrase: { ...phrase, dimension: 'PARTNER' }, isVerb: verb !== undefined }
}

/** Reads one of a list of numbers with a partner behind each: "of which 31% went to the EU, 32% to the US". */
export function numberOfPartner(state: State, item: Item, { before }: Around): Listed | null {
  if (item.kind !== 'PERCENT') return null
  const own = nameBehind(state, item)
  if (own === null) return null
  const { placed, frames, fresh } = state
  const isNext = placed !== null && placed.sentence === state.sentence && next.test(before.text)
  const other = isNext ? null : numberAfter(state, item)
  if (!isNext && (other == null || nameBehind(state, other) === null || !opening.test(before.text))) return null
  const isOfWhich = ofWhich.test(before.text)
  const metric: Metric | null = isNext
    ? (placed?.metric ?? null)
    : (onlyFlow(metricsIn(before.text)) ?? (fresh && !isOfWhich ? null : onlyFlow(frames)))
  if (metric === null || metric === 'BALANCE') return null
  const turn = lastTurn(before.text)
  const role = isNext
    ? placed?.role
    : isOfWhich || own.isVerb
      ? 'SHARE'
      : turn === 0 && item.sign === 0
        ? null
        : 'CHANGE'
  if (role == null) return null
  const sign = role === 'SHARE' ? 0 : item.sign || turn || (placed?.sign ?? 1)
  state.placed = { sentence: state.sentence, metric, role, sign }
  return {
    role,
    sign,
    frames: [{ metric: valueMetric(metric), phrases: [own.phrase], reporter: reporterInForce(state) }],
  }
}

const regimeBehind =
  /^\s+(?:worth )?(?:of|in|through|via|under|by) (?:the )?((?:general|ordinary|processing|border|bonded logistics) trade)\b/i

const withTrade =
  /^\W*with (?:an? )?(?:total |combined |annual )?(?:(exports?)|(imports?)|(?:foreign )?trade|imports? and exports?|exports? and imports?)(?: (?:values?|volumes?|turnover))? of\s*$/i
const subjectBehind =
  /^\s*,(?:\s*(?:up|down|rising|falling|an? [a-z]+ of)\b[^,;:()]{0,40},)?\s*(?:the )?(?<name>\p{sc=Latn}[^,;:()]{1,60}?)(?: sector| segment| category)?\s+(?:accounted|represented|made up|was|were|is|are|remained|ranked|became|contributed|took|topped)\b/u

const sectors =
  '(?:by|from) (?:the )?(?:domestic|state|private|public|non-state|FDI|foreign(?:[- ]invested)?|local)(?: economic| business)? (?:sectors?|enterprises|firms|companies|businesses)\\b'
const sectorBehind = new RegExp(
  `^\\s*(?:(?:was|were|is|are|came) )?(?:(?:made|contributed|generated|earned|reali[sz]ed|handled) )?(?<by>${sectors})(?=\\s*(?:[,;.(]|$)|\\s+and\\b)`,
  'i',
)
const opensSectors = /\b(?:of which|including|comprising),?\s*(?:about |nearly |over )?$/i
const nextSector = new RegExp(`\\b${sectors}.*(?:,|\\band|\\bwhile)\\s*$`, 'is')

// "of which 3 bn was made by the domestic sector, up 2 percent, and 5 bn by the FDI sector"
function amountOfSector(state: State, after: Slice, said: string): Listed | null {
  const by = sectorBehind.exec(after.text)?.groups?.['by'] ?? ''
  const metric = onlyFlow(metricsIn(said))
  const isListedSo = opensSectors.test(said) || nextSector.test(said)
  if (by === '' || !isListedSo || (metric !== 'EXPORTS' && metric !== 'IMPORTS')) return null
  const name = by.replace(/^(?:by|from) (?:the )?/i, '')
  const phrase = phraseAt(after, after.text.indexOf(name), name.length)
  state.subjects = [phrase]
  return { role: 'LEVEL', sign: 0, frames: [{ metric, phrases: [phrase], reporter: reporterInForce(state) }] }
}

function amountAhead(state: State, item: Item, said: string): Listed | null {
  if (item.kind !== 'AMOUNT') return null
  const after = Slice.of(state.text, { start: item.end, end: state.sentence.end })
  const sector = amountOfSector(state, after, said)
  if (sector !== null) return sector
  const regime = regimeBehind.exec(after.text)
  const opened = state.fresh ? withTrade.exec(said) : null
  const subject = opened === null ? null : subjectBehind.exec(after.text)
  const name = regime?.[1] ?? subject?.groups?.['name'] ?? ''
  const [, exported, imported] = opened ?? []
  const own = regime === null ? null : onlyFlow(metricsIn(said))
  const metric: Metric = exported !== undefined ? 'EXPORTS' : imported !== undefined ? 'IMPORTS' : (own ?? 'TRADE')
  if (name === '' || metric === 'BALANCE' || !isListed(name)) return null
  const phrase = phraseAt(after, after.text.indexOf(name), name.length)
  state.subjects = [phrase]
  return { role: 'LEVEL', sign: 0, frames: [{ metric, phrases: [phrase], reporter: reporterInForce(state) }] }
}

// Says ahead of a list which way all of it has moved: "All items decreased: fuels, 33.8%; machines, 5%".
const allMoved = new RegExp(
  `^[^:;]*\\b(?:items|categories|products|groups|goods|sectors|commodities|uses|sections|components)\\s+(?:(?:have|had|also|all)\\s+)*(${directionWord})[^:;]{0,30}:`,
  'i',
)
const nameAndComma = /(?::|;)\s*(?:and )?(?:the )?(\p{sc=Latn}[^;:()]{1,60}?)(?:\s*[(][^()]{1,12}[)])?,\s*$/u

function rateOfItem(state: State, item: Item, said: string, { before }: Around): Listed | null {
  if (item.kind !== 'PERCENT' || item.sign !== 0) return null
  const turn = allMoved.exec(said)?.[1]
  const name = turn === undefined ? '' : (nameAndComma.exec(before.text)?.[1] ?? '')
  if (turn === undefined || !isListed(name)) return null
  const metric = onlyFlow(metricsIn(said.slice(0, said.indexOf(':')))) ?? onlyFlow(state.frames) ?? state.flow
  if (metric === null || metric === 'BALANCE') return null
  const phrase = phraseAt(before, before.text.lastIndexOf(name), name.length)
  const sign = firstTurn(turn) || 1
  return { role: 'CHANGE', sign, frames: [{ metric, phrases: [phrase], reporter: reporterInForce(state) }] }
}

const flowBehind = /^\s+(?:in|for) (exports|imports)\b/i
const nextFlow = /^(?:\s+(?:in|for) (?:exports|imports))?,? and\s+(?:of )?$/i

function rateOfFlow(state: State, item: Item, said: string, { before, after }: Around): Listed | null {
  const flow = item.kind === 'PERCENT' && state.lastRole === 'CHANGE' ? flowBehind.exec(after.text)?.[1] : undefined
  const [frame, ...others] = state.frames
  if (flow === undefined || frame === undefined || others.length > 0 || !nextFlow.test(before.text)) return null
  const metric: Metric = flowFrom(flow)
  return { role: 'CHANGE', sign: item.sign || lastTurn(said) || 1, frames: [{ ...frame, metric }] }
}

const toNext = /[;,]\s*(?:and |while )?(?:to|from|with)\s+(?:the )?(\p{Lu}[^,;:()]{1,50}?),?\s*$/u

/** Reads the rate of the next partner without a verb: "those to Asia jumped 13%; to the EU 8%, and to Africa, 7%". */
function rateToNext(state: State, item: Item, said: string, { before }: Around): Listed | null {
  const [frame, ...others] = state.frames
  const isNext = state.lastRole === 'CHANGE' && !state.fresh && item.kind === 'PERCENT' && item.sign === 0
  const name = isNext ? (toNext.exec(before.text)?.[1] ?? '') : ''
  if (frame?.phrases[0]?.dimension !== 'PARTNER' || others.length > 0 || frame.metric === 'BALANCE' || !isListed(name))
    return null
  const sign = lastTurn(said)
  if (sign === 0) return null
  const phrase: Phrase = { ...phraseAt(before, before.text.lastIndexOf(name), name.length), dimension: 'PARTNER' }
  return { role: 'CHANGE', sign, frames: [{ ...frame, phrases: [phrase] }] }
}

const whichHeld =
  /(?:\balong with|\bfollowed by|,|\band)\s+(?:the )?(\p{Lu}[^,;:()]{1,40}?),? which (?:also )?(?:provided|accounted for|supplied|delivered|bought|received|took|absorbed|purchased)\s+(?:about |nearly |over )?$/u
const ofFlow = /^\s+(?:worth )?of (?:the |total |all )*(exports|imports)\b/i

function amountOfWhich(state: State, item: Item, { before, after }: Around): Listed | null {
  const name = item.kind === 'AMOUNT' ? (whichHeld.exec(before.text)?.[1] ?? '') : ''
  const flow = ofFlow.exec(after.text)?.[1]
  if (flow === undefined || !isListed(name)) return null
  const phrase: Phrase = { ...phraseAt(before, before.text.lastIndexOf(name), name.length), dimension: 'PARTNER' }
  const metric: Metric = flowFrom(flow)
  return { role: 'LEVEL', sign: 0, frames: [{ metric, phrases: [phrase], reporter: reporterInForce(state) }] }
}

const whichHolds =
  /\b(?:in|to|from|with|of|by|including|like|especially|particularly|notably|namely|such as)\s+(?:the )?([\p{sc=Latn}](?:(?!\b(?:in|to|from|with|of|by)\b)[^,;:()]){1,40}?),? which (?:alone |also |now |together )?(?:accounts? for|accounted for|represents?|represented|makes? up|made up|took|takes|absorbs?|absorbed)\s+(?:about |around |nearly |almost |over |more than |roughly |some )?$/u
const ofAllFlow =
  /^\s*of (?:the |its |total |all |overall |(?!(?:the|its|total|all|overall) )[\p{sc=Latn} ]{2,20}['’]s )*(exports|imports|trade)\b(?! (?:to|from|with)\b)/iu

/** Reads the share of what a sentence names last: "on weaker demand from the United States, which accounted for 30 percent of exports". */
function shareOfWhich(state: State, item: Item, { before, after }: Around): Listed | null {
  const name = item.kind === 'PERCENT' && item.sign === 0 ? (whichHolds.exec(before.text)?.[1] ?? '') : ''
  const flow = ofAllFlow.exec(after.text)?.[1]
  if (flow === undefined || !isListed(name) || isSelf(state, name)) return null
  const dimension = economyAt(name)?.end === name.length ? 'PARTNER' : null
  const phrase: Phrase = { ...phraseAt(before, before.text.lastIndexOf(name), name.length), dimension }
  return {
    role: 'SHARE',
    sign: 0,
    frames: [{ metric: flowNamed(flow), phrases: [phrase], reporter: reporterInForce(state) }],
  }
}

const movedWith = new RegExp(
  `\\bwith (?:the )?(?<name>(?:(?!\\b(?:with|and|while)\\b)[^,;:()]){2,50}?) (?<turn>(?=[a-z]+ing\\b)${directionWord})(?: by)?\\s*(?:about |nearly |over )?$`,
  'i',
)

/** Reads the rate of goods that moved with their flow: "imports were bolstered, with transport equipment jumping 6 percent". */
function rateOfMover(state: State, item: Item, said: string, { before }: Around): Listed | null {
  const found = item.kind === 'PERCENT' && item.sign === 0 ? movedWith.exec(before.text) : null
  const { name = '', turn = '' } = found?.groups ?? {}
  if (found === null || !isListed(name) || economyAt(name) !== null) return null
  const metric = onlyFlow(metricsIn(said)) ?? (state.fresh ? null : onlyFlow(state.frames))
  if (metric !== 'EXPORTS' && metric !== 'IMPORTS') return null
  const phrase = phraseAt(before, found.index + found[0].indexOf(name), name.length)
  const sign = firstTurn(turn) || 1
  return { role: 'CHANGE', sign, frames: [{ metric, phrases: [phrase], reporter: reporterInForce(state) }] }
}

/** Tries the names beside a number that no verb joins to it. */
export const besideNumber = (state: State, item: Item, said: string, around: Around): Listed | null =>
  amountAhead(state, item, said) ??
  amountOfWhich(state, item, around) ??
  shareOfWhich(state, item, around) ??
  rateOfItem(state, item, said, around) ??
  rateOfFlow(state, item, said, around) ??
  rateToNext(state, item, said, around) ??
  rateOfMover(state, item, said, around)
