import { type Item, Slice } from '../../../items.js'
import {
  type Frame,
  type Phrase,
  quantityMetric,
  type Reporter,
  type Unplaced,
  type Vocabulary,
  valueMetric,
} from '../../../statement.js'
import { economyAt } from '../../economies.js'
import { phraseAt, verbPartner } from '../cues.js'
import { namesGoods } from '../lexing/goods.js'
import { countedGoods } from '../lexing/units.js'
import { isGeneric, noun } from '../nouns.js'
import { isMoney } from '../scope.js'
import type { Role, State } from '../state.js'
import { isName, metricsIn } from '../subject.js'
import { numberOf } from '../words.js'

const countsGoods = (item: Item): boolean => item.kind === 'AMOUNT' && item.measure !== null && !isMoney(item)

export const isOfQuantity = (frames: readonly Frame[]): boolean =>
  frames.length > 0 && frames.every(({ metric }) => metric.endsWith('_QUANTITY'))

interface Around {
  readonly before: Slice
  readonly after: Slice
  readonly reached: Item | null
}

const inGoods = /^\s*in\s+([a-z][a-z\s-]{2,60}?)(?=(?:\s+and)?(?:[,.;(]|\s+(?:in|during|to|from|up|down|an?)\b|\s*$))/i

const joinedGoods =
  /^\s*(?:worth )?of\s+([a-z][a-z\s-]{1,30}? and [a-z\s-]{1,30}?)(?=\s(?:in|from|to|during|for|last|this)\b|[^a-z\s-]|$)/i
const traded = /\band (?:(?:then|also) )?(?:[a-z]+ed|sold|bought|sent|took|were|was|had|saw)\b/i

/** Reads goods behind an amount: "of crude oil", and of a name that has "and" where it is known or stands behind "worth". */
export function goodsAfter(after: Slice, vocabulary: Vocabulary | null = null): readonly Phrase[] {
  const within = inGoods.exec(after.text)?.[1] ?? ''
  if (within !== '' && (vocabulary?.dimensionOf(within) === 'PRODUCT' || namesGoods(within)))
    return [phraseAt(after, after.text.indexOf(within), within.length)]
  const joined = joinedGoods.exec(after.text)
  const name = joined?.[1] ?? ''
  const isKnown = vocabulary !== null && vocabulary.dimensionOf(name) !== null
  if (joined !== null && (isKnown || (/^\s*worth\b/i.test(joined[0]) && !traded.test(name))))
    return [phraseAt(after, joined[0].length - name.length, name.length)]
  const found =
    /^\s*(?:worth )?of\s+([a-z][a-z\s-]{1,50}?(?:(?:, (?!up\b|down\b|while\b|compared\b)[a-z][a-z\s-]{1,30}?){1,5},? and [a-z][a-z\s-]{1,30}?)?)(?=\s+(?:in|from|to|with|worth|for|during|last|this|at|and|were|was|exported|imported|rose|fell|grew|increased|decreased|declined|dropped|climbed|jumped|reflected|accounted|made|went)\b|[^a-z\s-]|$)/i.exec(
      after.text,
    )
  const words = found === null ? null : noun(after.slice(found[0].length - (found[1] ?? '').length, found[0].length))
  if (words === null || words.text === '' || isGeneric(words.text)) return []
  // "Of American goods" names no goods, but "of Russian crude oil" does.
  const origin = economyAt(words.text)
  const goods = words.text.slice(origin?.end ?? 0).trim()
  const isNamed = origin === null || vocabulary?.dimensionOf(goods) === 'PRODUCT' || namesGoods(goods)
  return isNamed ? [{ text: words.text, span: words.span, dimension: null }] : []
}

/** Indicates goods that a verb of trade has as its object, and whom they are traded with: two categories. */
export const isWithPartner = (after: Slice): boolean =>
  /^\s*(?:(?:worth )?of\s+[a-z][^,;.]{1,50}?\s)?(?:to|from)\s+(?:the )?\p{Lu}/u.test(after.text)

// "imported 3 bn of farm products from ASEAN", "imported farm products worth 3 bn from ASEAN"
export function goodsWithPartner(
  { context }: State,
  object: Phrase | null,
  after: Slice,
): { readonly goods: Phrase; readonly partner: Phrase } | null {
  const [named] = object === null ? goodsAfter(after, context.vocabulary) : []
  const goods = object ?? named ?? null
  if (goods === null || !isName(goods.text)) return null
  const rest = named === undefined ? after : after.slice(after.text.indexOf(named.text) + named.text.length)
  const partner = verbPartner(rest)
  return partner === null ? null : { goods, partner }
}

const goodsWorth =
  /^\s*(?:of )?(?<name>[a-z][a-z -]{2,40}?),? (?:worth|valued at|with a value of)\s*(?:about |nearly |over |some )?$/i
const tradedNumber =
  /\b(exported|imported|sold abroad|shipped abroad|bought abroad)\s+(?:about |nearly |over |some |a total of )*[\x81\x84\x87]\x8F*$/i

// "The city exported 28 million laptops worth 86 bn"
export function countedWorth(state: State, before: Slice, reporter: Reporter | null): readonly Frame[] | null {
  const name = goodsWorth.exec(before.text)?.groups?.['name'] ?? ''
  const [, verb = ''] =
    name === '' ? [] : (tradedNumber.exec(state.text.slice(state.sentence.start, before.span.start)) ?? [])
  if (verb === '' || isGeneric(name)) return null
  const goods = phraseAt(before, before.text.indexOf(name), name.length)
  return [{ metric: /^(?:im|bought)/i.test(verb) ? 'IMPORTS' : 'EXPORTS', phrases: [goods], reporter }]
}

const wentTo =
  /^\s*(?:[(][^()]*[)]\s*)?(?:also |alone )?(?:(?:went|headed)|(?:were|was) (?:sent|shipped|delivered|dispatched|destined|exported|sold)|(?:came|originated)|(?:were|was) (?:sourced|bought|received|imported)) (?:to|for|from|in) (?:the )?(\p{Lu}[\p{sc=Latn} .&'’-]{1,40}?)(?=[,.;]|\s(?:in|during|and|while|for|by|up|down|or|with)\b|\s*$)/u

/** Reads what the amount of a flow is of: "exports of 36 bn went to the Eurozone", "imports of 4 bn of crude oil". */
export function behindFlow(state: State, before: Slice, after: Slice, end: number): readonly Phrase[] {
  if (!/^ of (?:about |nearly |over |some )?$/i.test(before.text.slice(end))) return []
  const rest = Slice.of(state.text, { start: after.span.start, end: state.sentence.end })
  const [, partner = ''] = wentTo.exec(rest.text) ?? []
  return partner === ''
    ? goodsAfter(after, state.context.vocabulary).slice(0, 1)
    : [{ ...phraseAt(rest, rest.text.indexOf(partner), partner.length), dimension: 'PARTNER' }]
}

export function worthOf(state: State, after: Slice): readonly Frame[] | null {
  const [first] = state.frames
  const isFlow = first !== undefined && /^(?:EX|IM)PORTS$/.test(valueMetric(first.metric))
  const isInGoods = /^\s*in\s/i.test(after.text)
  const isOfGoods = isInGoods || (!state.fresh && /^\s*(?:worth )?of\s/i.test(after.text))
  const named = isFlow && isOfGoods ? goodsAfter(after, state.context.vocabulary) : []
  const isKnown = named.every(({ text }) => state.context.vocabulary.dimensionOf(text) === 'PRODUCT')
  const goods = isKnown || isInGoods || /^\s*worth\b/i.test(after.text) ? named : []
  return first === undefined || goods.length === 0
    ? null
    : [{ ...first, metric: valueMetric(first.metric), phrases: goods }]
}

/** Reads a number of enterprises or zones; null if it counts something else. */
export function counted(
  state: State,
  { kind, measure, start }: Item,
  before: Slice,
  reporter: Reporter | null,
): readonly Frame[] | null {
  const speaksOfTrade = /\b(?:trade|exports?|imports?|exporters?|importers?)\b/i.test(
    state.text.slice(state.sentence.start, state.sentence.end),
  )
  if (kind === 'NUMBER' || (kind === 'PERCENT' && numberOf.test(before.text))) {
    if (/^[\s,]*(?:to|reaching|totall?ing)\s*$/i.test(before.text) && state.frames[0]?.metric === 'TRADING_ENTERPRISES')
      return state.frames
    if (/free[- ]trade zones?|FTZs/i.test(before.text)) return [{ metric: 'FREE_TRADE_ZONES', phrases: [], reporter }]
    const words = firmsOfKind.exec(before.text)
    return ofFirms(state, words === null ? [] : [phraseAt(before, words.index, words[0].length)], reporter)
  }
  if (measure !== 'ENTERPRISE' || !speaksOfTrade || /\b(?:survey\w*|poll\w*|sample)\b/i.test(before.text)) return null
  const own = Slice.of(state.plain, { start, end: state.sentence.end })
  const words = countOfFirms.exec(own.text) === null ? null : firmsOfKind.exec(own.text)
  return ofFirms(state, words === null ? [] : [phraseAt(own, words.index, words[0].length)], reporter)
}

// "There were 640,000 private companies with trade records. Their trade grew" is of private companies.
function ofFirms(state: State, phrases: readonly Phrase[], reporter: Reporter | null): readonly Frame[] {
  if (phrases.length > 0) state.subjects = phrases
  return [{ metric: 'TRADING_ENTERPRISES', phrases, reporter }]
}

export function countedIn({ kind }: Item, { metric }: Frame): 'ZONE' | 'ENTERPRISE' | null {
  if (kind !== 'NUMBER' && metric !== 'TRADING_ENTERPRISES') return null
  return metric === 'FREE_TRADE_ZONES' ? 'ZONE' : 'ENTERPRISE'
}

const kinds = '(?:private|state-owned|foreign-(?:funded|invested))[- ](?:enterprises|companies|firms)'
const firmsOfKind = new RegExp(`\\b${kinds}\\b`, 'i')

const countOfFirms = new RegExp(`^[\\d.,]+ (?:(?:hundred|thousand|million) )?${kinds}`, 'i')

/**
 * Turns frames of values into those of quantities where a level is one, of the goods that follow if none precede it:
 * "imported 5 million tonnes of crude oil". The change of a quantity is one too.
 */
export function measured(
  state: State,
  item: Item,
  frames: readonly Frame[],
  { before, after, reached }: Around,
): readonly Frame[] {
  const isQuantity =
    item.kind === 'PERCENT'
      ? reached === null
        ? /^(?:LEVEL|CHANGE|BASE)$/.test(state.lastRole ?? '') &&
          isOfQuantity(state.frames) &&
          metricsIn(before.text).length === 0 &&
          !/\bvalue\b/i.test(before.text)
        : countsGoods(reached)
      : countsGoods(item)
  // What enterprises that were counted trade is money.
  const isAmount = isMoney(item)
  if (!isQuantity)
    return frames.flatMap((frame) => {
      if (!isAmount || !/^(?:TRADING_ENTERPRISES|FREE_TRADE_ZONES)$/.test(frame.metric))
        return { ...frame, metric: valueMetric(frame.metric) }
      return frame.phrases.length > 0 ? { ...frame, metric: 'TRADE' as const } : []
    })
  return frames.flatMap((frame) => {
    const metric = quantityMetric(valueMetric(frame.metric))
    const isNext = frames.length === 1 && !state.fresh && item.kind === 'AMOUNT' && metricsIn(before.text).length === 0
    const own = isNext ? goodsAfter(after) : []
    const isInherited = state.frames.some(({ phrases }) => phrases[0]?.text === frame.phrases[0]?.text)
    const named = frames.length === 1 && (isInherited || frame.phrases.length === 0) ? goodsOf(state, item) : []
    const isAfter = frame.phrases.length === 0 && frames.length === 1
    const goods = [own, named, frame.phrases, isAfter ? goodsAfter(after) : []].find(({ length }) => length > 0) ?? []
    return metric === null || goods.length === 0 ? [] : { ...frame, phrases: goods, metric }
  })
}

const itsGoods = new RegExp(`${countedGoods}$`, 'u')

function goodsOf({ plain }: State, { start, end }: Item): readonly Phrase[] {
  const own = Slice.of(plain, { start, end })
  const [counted] = itsGoods.exec(own.text) ?? []
  return counted === undefined ? [] : [phraseAt(own, own.text.length - counted.length, counted.length)]
}

/** Decides whether a bare number counts firms or zones, as few do. */
export function countRole(
  { frames }: State,
  { clause, before, after }: Record<'clause' | 'before' | 'after', string>,
): Role | { readonly reason: Unplaced } {
  // "The surplus rose 3.4 times to 9 bn" goes on with the same surplus.
  if (/^(?:\s*times|-?fold)\b/i.test(after)) return { reason: 'RATE_DIFFERENCE' }
  const isZones = /\b(?:free[- ]trade zones?|FTZs)\b[^,;]*\b(?:to|reached|total(?:l?ed|l?ing)?|at|was|were)\s*$/i.test(
    clause,
  )
  const isFirms =
    /\b(?:enterprises|companies|firms|entities)\b[^.;]*\b(?:numbering|numbered|number(?:ed)? (?:of|was|reached)|total(?:l?ed|l?ing)?)\s*(?:about|over|nearly|under)?\s*$/i.test(
      before,
    )
  const isNumber =
    /\bnumber of [^,;]*\b(?:enterprises|companies|firms|entities)\b[^,;]*\b(?:registered|reached|surpassed|exceeded|topped|passed|hit|stood at|(?:rose|grew|increased|came) to|total(?:l?ed|l?ing)|was|were)\s*(?:about|over|nearly|under)?\s*$/i.test(
      before,
    )
  const isCounted = frames[0]?.metric === 'TRADING_ENTERPRISES' && /^[\s,]*(?:to|reaching|totall?ing)\s*$/i.test(before)
  return isZones || isFirms || isNumber || isCounted ? 'LEVEL' : { reason: 'NO_UNIT' }
}

/** Indicates the value of goods whose quantity stands before: "121 million units, while the value of imports rose". */
export const ofItsValue = (before: string, { end }: { readonly end: number }): boolean =>
  /\b(?:the|their|its) values? of (?:imports|exports)$/i.test(before.slice(0, end))
