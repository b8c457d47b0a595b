import { matchesOf } from '../../../../lib/matches.js'
import type { Slice } from '../../../items.js'
import { type Frame, type Phrase, valueMetric } from '../../../statement.js'
import { economyAt } from '../../economies.js'
import { isPartnerName, phraseAt } from '../cues.js'
import { sentenceWords } from '../sentence.js'
import type { State } from '../state.js'
import { type FoundMetric, metricsIn, subjectAt } from '../subject.js'
import { isListed } from './lists/listed.js'
import { reporterInForce } from './owners.js'

const about = '(?:\\s+(?:about|around|nearly|almost|over|some))*\\s*$'
const trading = (verbs: string): RegExp =>
  new RegExp(
    `^(?:\\W*(?:[Ii]n|[Ff]or|[Dd]uring|[Oo]ver)\\b[^,;:()\\p{Lu}]{0,40},?)?\\W*(?:[Tt]he )?(?<name>\\p{Lu}[^,;:()]{1,40}?)(?:(?:,| [-\\x96\\x97]{1,2}) [^,;:()\\x81-\\x88]{3,60}(?:,| [-\\x96\\x97]{1,2}))? (?:${verbs})${about}`,
    'u',
  )
const bought = trading('bought|purchased|imported|took|absorbed')
const sold = trading('(?:sold|shipped|supplied)(?: goods| products)?(?: worth| valued at)?')
/** Names the buyer of what a partner sold, which may be the economy of the text. */
const toBuyer = /^\s*(?:(?:worth )?(?:of|in) (?:goods|products) )?to (?=the (?:country|mainland)\b|\p{Lu})/u
const ofGoods =
  /^\s*(?:worth )?of (?:the )?(?:[\p{Lu}][\p{sc=Latn} ]{2,25}|province|city|municipality|region|country)['’]s (?:goods|products|exports)\b|^\s*(?:worth )?of \p{Lu}[a-z]+(?:ese|an|ish|i|ch) (?:goods|products|exports)\b/u
const ofExported =
  /^\s*of (?:the |its )?\x81\x8F*\s*(?:worth )?of goods (?:that )?(?:\p{Lu}\p{sc=Latn}+|it|the \p{sc=Latn}+) (?:exported|sold abroad|shipped abroad)\b/u
const soldThere = new RegExp(
  `\\band (?:in turn )?sold (?:the |that )?(?:province|city|municipality|region|country|it)${about}`,
  'i',
)
const alone = new RegExp(
  `(?:^|[,;])\\s*(?:(?:with|and) )?(?:the )?(?<name>\\p{sc=Latn}[^,;:()]{1,40}?) alone (?:taking|buying|absorbing|receiving|supplying|providing|contributing|accounting for|making up)${about}`,
  'u',
)

const isTrader = ({ context }: State, name: string): boolean =>
  isListed(name) &&
  (isPartnerName(context, name) || /\p{Lu}[^,]* (?:countries|nations|economies)$/iu.test(name)) &&
  economyAt(name)?.economy !== context.main

/** Reads what a partner buys and sells: "Africa bought 5 billion yuan of Hunan's goods and sold the province 2 billion". */
export function dealtWith(state: State, before: Slice, after: Slice): readonly Frame[] | null {
  const [frame, ...others] = state.frames
  if (!state.fresh && soldThere.test(before.text)) {
    const [phrase] = frame?.phrases ?? []
    const isOfPartner = others.length === 0 && frame?.metric === 'EXPORTS' && phrase?.dimension === 'PARTNER'
    return isOfPartner ? [{ ...frame, metric: 'IMPORTS' }] : []
  }
  const buyer = toBuyer.exec(after.text)?.[0].length ?? 0
  const isHome = buyer > 0 && /^the /.test(after.text.slice(buyer))
  const isToMain = isHome || (buyer > 0 && economyAt(after.text.slice(buyer))?.economy === state.context.main)
  const rest = state.text.slice(after.span.start, state.sentence.end)
  const isOfGoods = ofGoods.test(after.text) || ofExported.test(rest)
  const verbs = isOfGoods ? bought : sold
  const name = state.fresh && (isOfGoods || isToMain) ? (verbs.exec(before.text)?.groups?.['name'] ?? '') : ''
  if (name === '' || !isTrader(state, name)) return null
  const phrase: Phrase = { ...phraseAt(before, before.text.lastIndexOf(name), name.length), dimension: 'PARTNER' }
  state.subjects = [phrase]
  return [{ metric: isOfGoods ? 'EXPORTS' : 'IMPORTS', phrases: [phrase], reporter: reporterInForce(state) }]
}

export function partAlone({ frames, fresh }: State, before: Slice): readonly Frame[] | null {
  const name = alone.exec(before.text)?.groups?.['name'] ?? ''
  if (fresh || name === '') return null
  const [frame, ...others] = frames
  const metric = frame && valueMetric(frame.metric)
  if (metric === undefined || metric === 'BALANCE' || others.length > 0 || !isListed(name)) return []
  const isEconomy = economyAt(name)?.end === name.length
  const phrase = phraseAt(before, before.text.lastIndexOf(name), name.length)
  return [{ ...frame, metric, phrases: [{ ...phrase, dimension: isEconomy ? 'PARTNER' : null }] }] as readonly Frame[]
}

const replaced =
  /\b(?:replac|overt|surpass|pass|outstripp|displac|supplant|eclips)[a-z]+ |\band (?=[^.]*\b(?:were|are|remained)\b)|\b(?:were|are|remained) [^.]{3,80} and /i
const pointer = /^\s*(?:with|to|from) the (former|latter|first|second|third)\b/i
const ordinals = ['first', 'second', 'third']

const remained = /\b(?:were|are|remained)\b/i
const partnerNamed = (text: string, start: number): Phrase => ({
  text,
  span: { start, end: start + text.length },
  dimension: 'PARTNER',
})

/** Returns the partner that "the former" or "the second" points at: one of the two or three that the sentences before name. */
export function formerOf(state: State, words: Slice): readonly Phrase[] | null {
  const side = pointer.exec(words.text)?.[1]
  if (side === undefined) return null
  const { plain, context, sentence } = state
  const start = Math.max(0, sentence.start - 300)
  const said = plain.slice(start, words.span.start)
  const last = said.slice(0, sentence.start - start)
  const from = Math.max(
    0,
    last
      .trimEnd()
      .slice(0, -1)
      .search(/[^.!?\n]*$/),
  )
  const found: { readonly name: string; readonly at: number }[] = []
  for (const { 0: name, index } of matchesOf(
    /(?:\p{Lu}\.){2,4}|\p{Lu}\p{sc=Latn}*(?: \p{Lu}\p{sc=Latn}*){0,3}/gu,
    said.slice(from),
  )) {
    const economy = economyAt(name)
    const isEconomy = economy?.end === name.length && economy.economy.code !== (context.main?.code ?? 'CN')
    if (!isEconomy && context.vocabulary.dimensionOf(name) !== 'PARTNER') continue
    if (!found.some((each) => each.name === name)) found.push({ name, at: from + index })
  }
  const order = ordinals.indexOf(side.toLowerCase())
  if (order >= 0) {
    const own = found.length === ordinals.length && remained.test(said) ? found[order] : undefined
    return own === undefined ? [] : [partnerNamed(own.name, start + own.at)]
  }
  const [first, second, third] = found
  if (first === undefined || second === undefined || third !== undefined || !replaced.test(said)) return []
  const own = /f/i.test(side[0] ?? '') ? first : second
  const at = start + own.at
  return [partnerNamed(own.name, at)]
}

/** Returns what both flows are of, at one of which a flow points: "exports and imports via e-commerce grew, with the former up". */
export function ofBothFlows(state: State, before: Slice, { start }: FoundMetric): readonly Phrase[] | null {
  const at = before.slice(start).span.start
  if (!/^the (?:former|latter)\b/i.test(state.plain.slice(at, at + 12))) return null
  const said = sentenceWords(state, at)
  const both = metricsIn(said.text).find(({ metric, text }) => metric === 'TRADE' && /exports/i.test(text))
  return both === undefined ? null : subjectAt(said, both, [both], 1, state.context).phrases
}

// "a deficit of 2 bn in agricultural product trade", "a surplus of 2 bn in its goods trade with Japan"
const inTradeOf =
  /^\s*in (?:(?:the|its|total|goods|merchandise|commodity|visible|foreign|external|overseas|international|bilateral|mutual|two-way|cross-border|overall|global|general|world|free)\s)*(?:(?<goods>[a-z]+(?: and [a-z]+)?(?: products?| goods)?) )?trade\b(?: with (?:the )?(?<partner>\p{Lu}[\p{sc=Latn}'’]+(?: \p{Lu}[\p{sc=Latn}'’]+)*))?/u

export const tradedIn = (after: Slice): readonly Phrase[] => {
  const { goods, partner } = inTradeOf.exec(after.text)?.groups ?? {}
  const phraseOf = (name: string): Phrase => phraseAt(after, after.text.indexOf(name), name.length)
  return [
    ...(goods === undefined ? [] : [phraseOf(goods)]),
    ...(partner === undefined ? [] : [{ ...phraseOf(partner), dimension: 'PARTNER' } as const]),
  ]
}
