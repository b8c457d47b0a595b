import type { Qualifier } from '../../../../domain/observations/observation.js'
import { matchesOf } from '../../../../lib/matches.js'
import { memoizeByObject } from '../../../../lib/memo.js'
import { type Item, isName, item, type Lexer } from '../../../items.js'
import type { Span } from '../../../source.js'
import { areCurrencies, compound, numeric, plainOf, scaledMoney, withCurrency } from './amounts.js'
import { namesGoods } from './goods.js'
import { periodItem } from './mentions.js'
import { patterns } from './patterns.js'

type Named = readonly [name: string, pattern: RegExp]

/** V8 optimizes no pattern of more than 20 kB. */
const longestUnion = 8000

/** The patterns in order, each run of them behind one that matches wherever any of the run does: most words begin no item. */
const compiled = memoizeByObject((list: typeof patterns) => {
  const runs: (typeof patterns)[number][][] = []
  let length = longestUnion
  for (const pattern of list) {
    length += pattern[1].length
    if (length > longestUnion) {
      runs.push([])
      length = pattern[1].length
    }
    runs.at(-1)?.push(pattern)
  }
  return runs.map((run): readonly [any: RegExp, run: readonly Named[]] => [
    new RegExp(run.map(([, source]) => source.replace(/\(\?<\w+>/g, '(?:')).join('|'), 'uy'),
    run.map(([name, source]) => [name, new RegExp(source, 'uy')]),
  ])
})

// Matches what begins no item: a word with digits, letters, or one sign. Behind half a surrogate pair a pattern with the flag
// u would begin at the pair again.
const skipped =
  /(?=[A-Za-z'-]{0,60}\d)[A-Za-z]+(?:['-][A-Za-z]+)*[\d-]*[A-Za-z\d]*(?:(?<=\d)[.,]\d+)*|[A-Za-z]+|[\uD800-\uDBFF][\uDC00-\uDFFF]|[\0-\uFFFF]/y

/** Matches where an item may begin: not within a word or a number. */
const beginning = /(?<!\w)[A-Za-z]|(?<![\w.])[\d.]|[+\-\p{Sc}(]/gu

function nextBeginning(text: string, from: number): number {
  beginning.lastIndex = from
  return beginning.exec(text)?.index ?? text.length
}

const continental = /\d{1,3}(?:\.\d{3})+,\d|(?<![\d.,])\d{1,3},\d{1,2} ?(?:%|per ?cent|(?:m|b)illion|bn|mn)/gu
const insular = /(?<![\d.,])\d{1,3}(?:,\d{3})*\.\d{1,2} ?(?:%|per ?cent|(?:m|b)illion|bn|mn)/u

const minus = /(?<![\w.,%])[\x96−](?=\d)/gu

const dashAtLine = /(?<=^|\n)[-\x96\x97](?= )/gu

const dashOfName =
  /(?<=[\p{sc=Latn})] )(?<!\b(?:was|were|is|are|be|been|of|at|to|by|from|and|or|with|reached|totall?ed|recorded|registered|balance|deficit|surplus) )-(?= (?:[A-Z]{3} |(?:[A-Z]{1,3})?\p{Sc}) ?\d)/gu

/** Exchanges points and commas in the numbers of a text whose decimals have a comma. */
const withPoints = (text: string): string =>
  matchesOf(continental, text).length > 1 && !insular.test(text)
    ? text.replace(/\d[\d.,]*\d/gu, (number) => number.replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.')))
    : text.replace(oneComma, (number) => number.replace(',', '.'))

const oneComma = /(?<![\d.,])\d{1,3},\d{1,2}(?= ?(?:%|per ?cent|percent|[mb]illion|bn|mn|mln|bln|M[A-Z]{1,3}\b))/gu

export const englishLexer: Lexer = (source) => {
  const text = withPoints(source.text).replace(minus, '-').replace(dashAtLine, '\x95').replace(dashOfName, '\x96')
  const items: Item[] = []
  for (let at = nextBeginning(text, 0); at < text.length; at = nextBeginning(text, at)) {
    const found = readAt(text, at)
    if (found === null) {
      skipped.lastIndex = at
      skipped.test(text)
      at = skipped.lastIndex
    } else {
      if (!isName(found) && !isIssue(found, text)) items.push(found)
      at = found.end
    }
  }
  for (const [at, each] of items.entries()) {
    const next = items[at + 1]
    const isSplit =
      next?.kind === 'AMOUNT' && /AMOUNT|UNREADABLE/.test(each.kind) && text.slice(each.end, next.start) === ' '
    // "1 billion dollar 477 million 4 thousand" is no amount that can be told.
    if (isSplit && each.exponent > 0 && next.exponent > 0)
      items.splice(at, 2, { ...each, kind: 'UNREADABLE' }, { ...next, kind: 'UNREADABLE' })
  }
  const all: Item[] = []
  for (const each of items.toReversed()) all.unshift(inPercent(each, all[0], text))
  return all
}

/** Indicates a period that names an issue: "The June 2019 Bulletin outlined that exports in the half-year were". */
const isIssue = ({ kind, end }: Item, text: string): boolean =>
  kind === 'PERIOD' && issue.test(text.slice(end, end + 60))
const issue = /^\s(?:[A-Z][\w&.]*\s){0,3}(?:[Bb]ulletin|[Rr]eport|[Ii]ssue|[Ee]dition|[Nn]ewsletter)\b/

const sharesUnit =
  /^(?:,? and |, (?:and )?|,? (?:and|while) (?:the )?(?:exports?|imports?) (?:by |up |down )|, [^.;,\d]{2,60} [\x96\x97-] (?:by |to |of )?|[)],? (?:and )?\p{Lu}[\p{sc=Latn} .'’-]{1,40} [(])$/u

const listed = '(?:\\d[\\d.,]*,? ){0,9}$'
const beginsList = new RegExp(
  `\\b(?:respectively,?|by|up|down|rose|risen|rising|fell|fallen|falling|gr[eo]wn?|growing|(?:increas|decreas|declin|surg|soar|jump|climb|dropp|plung|slump|slid|expand|contract|advanc|gain)(?:ed|ing)) (?:about |nearly |over |some )?${listed}`,
  'i',
)
const endsInOrder = /^(?:(?:,? and |, )\d[\d.]{0,6}){0,6}(?: ?%| ?per ?cent| pct)?,? (?:respectively|correspondingly)\b/
const beginsAmounts = new RegExp(
  `\\b(?:respectively,?|was|were|to|at|reached|reaching|hit|hitting|total+ed|total+ing) (?:about |nearly |over |some )?${listed}`,
  'i',
)

/** Stands between an amount and the next, which states the scale of both: "exports amounted to 2.9 and imports to". */
const sharesScale =
  /^,? (?:and|while) (?:the )?(?:exports?|imports?)(?: (?:amounted to|stood at|were|was|to|at|of|by))? $/

/** Reads a number as a percentage or amount that the next one states: "fell by 6.4 and 9.6 per cent", "in 2011 26, 20 and 28 per cent respectively". */
function inPercent(each: Item, next: Item | undefined, text: string): Item {
  const isShared =
    each.kind === 'NUMBER' &&
    next?.kind === 'PERCENT' &&
    (/[.,]\d/.test(text.slice(each.start, each.end)) ||
      beginsList.test(text.slice(Math.max(0, each.start - 80), each.start)) ||
      endsInOrder.test(text.slice(next.end, next.end + 80))) &&
    sharesUnit.test(text.slice(each.end, next.start))
  if (isShared) return { ...each, kind: 'PERCENT', digits: { start: each.start, end: each.end } }
  const isScaled =
    each.kind === 'NUMBER' &&
    next?.kind === 'AMOUNT' &&
    next.exponent >= 6 &&
    ((/\.\d/.test(text.slice(each.start, each.end)) && sharesScale.test(text.slice(each.end, next.start))) ||
      (/^(?:,? and |, )$/.test(text.slice(each.end, next.start)) &&
        beginsAmounts.test(text.slice(Math.max(0, each.start - 80), each.start))))
  return isScaled ? { ...each, kind: 'AMOUNT', measure: next.measure, exponent: next.exponent } : each
}

function readAt(text: string, at: number): Item | null {
  for (const [any, run] of compiled(patterns)) {
    any.lastIndex = at
    const made = any.test(text) ? readAs(run, text, at) : null
    if (made !== null) return made
  }
  return null
}

function readAs(run: readonly Named[], text: string, at: number): Item | null {
  for (const [name, pattern] of run) {
    pattern.lastIndex = at
    const found = pattern.exec(text)
    if (found === null || found[0] === '') continue
    const made = make(name, found, { start: at, end: at + found[0].length }, text)
    if (made !== null) return made
  }
  return null
}

function make(name: string, found: RegExpExecArray, span: Span, text: string): Item | null {
  switch (name) {
    case 'unreadable':
      return item('UNREADABLE', span, { value: found[0] })
    case 'clock':
    case 'date':
      return item('DATE', span)
    case 'named':
      return item('OTHER', span, { measure: 'NAME' })
    case 'interval':
      return areCurrencies(found.groups) ? item('OTHER', withCurrency(span, text), { measure: 'RANGE' }) : null
    case 'rank':
      return item('OTHER', span)
    case 'number':
      return item('NUMBER', span, { value: plainOf(found[0]) })
    case 'scaledMoney':
      return scaledMoney(name, found, span)
    case 'compound':
      return compound(found.groups ?? {}, span)
    case 'points':
    case 'percent':
    case 'money':
    case 'amount':
      return numeric(name, found, span)
    case 'scaled':
      return ofPeople.test(text.slice(span.end, span.end + 12))
        ? item('OTHER', span)
        : counting(numeric(name, found, span), text)
    default:
      return periodItem(name, found, span, text)
  }
}

const ofPeople = /^ (?:people|inhabitants|consumers|residents|citizens)\b/

function counting(amount: Item | null, text: string): Item | null {
  const [, words = ''] = /^ ((?:[a-z-]+ ){0,2}[a-z-]+s)\b/.exec(text.slice(amount?.end, (amount?.end ?? 0) + 60)) ?? []
  return amount !== null && namesGoods(words) ? { ...amount, measure: 'OTHER_QUANTITY' } : amount
}

const vague: readonly (readonly [RegExp, Qualifier])[] = [
  [
    /(?:\bover|more than|exceed(?:ed|ing|s)?|above|surpass(?:ed|ing|es)?|topp(?:ed|ing)|at least|upwards of|in excess of|beyond|past|\bpass(?:ed|ing)|br(?:oke|oken|eaking)(?: through)?|\bcross(?:ed|ing)|breach(?:ed|ing))(?: the| a| an)?\s*$/i,
    'OVER',
  ],
  [
    /(?:\bnearly|almost|close to|short of|just under|\bunder|less than|\bbelow|fewer than|up to)(?: the| a| an)?\s*$/i,
    'UNDER',
  ],
  [/(?:\babout|around|approximately|roughly|some|an estimated)\s*$/i, 'ABOUT'],
]

export const qualifierBefore = (text: string): Qualifier =>
  vague.find(([pattern]) => pattern.test(text))?.[1] ?? 'EXACT'
