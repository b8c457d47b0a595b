import type { Qualifier } from '../../../domain/observations/observation.js'
import { memoizeByObject, memoizeByText } from '../../../lib/memo.js'
import { type Item, isName, item, type Lexer } from '../../items.js'
import { mention, type PeriodMention, type Year } from '../../periods.js'
import type { Span } from '../../source.js'
import { month, months, ones, patterns, tens } from './patterns.js'
import { counters, prefixes, scaledCurrencies, suffixes } from './units.js'
import { directionWord } from './words.js'

const compiled = memoizeByObject((list: typeof patterns) =>
  list.map(([name, source]) => [name, new RegExp(source, 'uy')] as const),
)

const begins = /[\d+\-.\p{Sc}A-Za-z(]/u

/** Numbers as in "1.055,3 million" and "8,3%". */
const continental = /\d{1,3}(?:\.\d{3})+,\d|(?<![\d.,])\d{1,3},\d{1,2} ?(?:%|per ?cent|(?:m|b)illion|bn|mn)/gu
const insular = /(?<![\d.,])\d{1,3}(?:,\d{3})*\.\d{1,2} ?(?:%|per ?cent|(?:m|b)illion|bn|mn)/u

/** Matches a dash that is a sign: "(–5.9%)". */
const minus = /(?<![\w.,%])[–−](?=\d)/gu

/** Matches the dash of a list at the head of a line. */
const dashAtLine = /(?<=^|\n)[-–—](?= )/gu

/** Exchanges points and commas in the numbers of a text whose decimals have a comma. */
const withPoints = (text: string): string =>
  [...text.matchAll(continental)].length > 1 && !insular.test(text)
    ? text.replace(/\d[\d.,]*\d/gu, (number) => number.replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.')))
    : text

export const englishLexer: Lexer = (source) => {
  const text = withPoints(source.text).replace(minus, '-').replace(dashAtLine, '•')
  const items: Item[] = []
  for (let at = 0; at < text.length; ) {
    const sign = text[at] ?? ''
    const inWord = /[A-Za-z]/.test(sign) && /[\w]/.test(text[at - 1] ?? '')
    const inNumber = /[\d.]/.test(sign) && /[\w.]/.test(text[at - 1] ?? '') && !/[A-Za-z]/.test(sign)
    if (!begins.test(sign) || inWord || inNumber) {
      at += 1
      continue
    }
    const found = readAt(text, at)
    if (found === null) {
      const [skipped] = /^(?:[A-Za-z]+(?:['-][A-Za-z]+)*[\d-]*[A-Za-z\d]*(?:(?<=\d)[.,]\d+)*|.)/su.exec(
        text.slice(at, at + 60),
      ) ?? [sign]
      at += Math.max(
        1,
        /\d/.test(skipped) && /^[A-Za-z]/.test(skipped)
          ? skipped.length
          : (/^[A-Za-z]+/.exec(skipped)?.[0].length ?? 1),
      )
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

const sharesUnit = /^(?:,? and |, (?:and )?|, [^.;,\d]{2,60} [–—-] (?:by |to |of )?)$/

/** Stands between an amount and the next, which states the scale of both: "exports amounted to 2.9 and imports to". */
const sharesScale =
  /^,? (?:and|while) (?:the )?(?:exports?|imports?)(?: (?:amounted to|stood at|were|was|to|at|of|by))? $/

/** Reads a number as a percentage or amount that the next one states: "fell by 6.4 and 9.6 per cent", "exports by 9.8, imports – by 10.3 per cent". */
function inPercent(each: Item, next: Item | undefined, text: string): Item {
  const isShared =
    each.kind === 'NUMBER' &&
    next?.kind === 'PERCENT' &&
    (/[.,]\d/.test(text.slice(each.start, each.end)) ||
      /\b(?:respectively,?|by) $/i.test(text.slice(Math.max(0, each.start - 16), each.start))) &&
    sharesUnit.test(text.slice(each.end, next.start))
  if (isShared) return { ...each, kind: 'PERCENT', digits: { start: each.start, end: each.end } }
  const isScaled =
    each.kind === 'NUMBER' &&
    next?.kind === 'AMOUNT' &&
    next.exponent >= 6 &&
    /\.\d/.test(text.slice(each.start, each.end)) &&
    sharesScale.test(text.slice(each.end, next.start))
  return isScaled ? { ...each, kind: 'AMOUNT', measure: next.measure, exponent: next.exponent } : each
}

function readAt(text: string, at: number): Item | null {
  for (const [name, pattern] of compiled(patterns)) {
    pattern.lastIndex = at
    const found = pattern.exec(text)
    if (found === null || found[0] === '') continue
    const made = make(name, found, { start: at, end: at + found[0].length }, text)
    if (made !== null) return made
  }
  return null
}

function make(name: string, found: RegExpExecArray, span: Span, text: string): Item | null {
  const groups = found.groups ?? {}
  const period = (of: PeriodMention) => item('PERIOD', span, { period: of })
  const stated = / of the year$/.test(found[0])
    ? 'RECENT'
    : yearOf(groups['year'] ?? groups['before'] ?? groups['before2'] ?? groups['slash'] ?? groups['between'])
  switch (name) {
    case 'unreadable':
      return item('UNREADABLE', span, { value: found[0] })
    case 'clock':
    case 'date':
      return item('DATE', span)
    case 'rolling':
      if (groups['count'] !== undefined && numberOf(groups['count']) === monthOf(groups['month'] ?? ''))
        return period(mention(stated, 'YEAR_TO_DATE', numberOf(groups['count'])))
      if (groups['past'] !== undefined) return period({ kind: 'PAST', count: numberOf(groups['past']) })
      return /consecutive|straight|successive|row$|running$/.test(found[0])
        ? item('OTHER', span)
        : period({ kind: 'OTHER' })
    case 'betweenMonths': {
      const months_ = monthOf(groups['month'] ?? '') - monthOf(groups['first'] ?? '')
      return period(months_ === 1 || months_ === -11 ? { kind: 'PREVIOUS' } : { kind: 'OTHER' })
    }
    case 'otherRange': {
      const [from, to] = [monthOf(groups['first'] ?? ''), monthOf(groups['month'] ?? '')]
      if (groups['before'] !== undefined && from === to) return null
      // "rose by 4 percent from June to July"
      const isNext = (to - from + 12) % 12 === 1 && movedFrom.test(text.slice(Math.max(0, span.start - 40), span.start))
      if (isNext) return period({ kind: 'PREVIOUS' })
      if (groups['before'] !== undefined && groups['before'] !== groups['year']) return period({ kind: 'OTHER' })
      return period(to - from === 2 && to % 3 === 0 ? mention(stated, 'QUARTERLY', to / 3) : { kind: 'OTHER' })
    }
    case 'fiscal':
    case 'days':
      return period({ kind: 'OTHER' })
    case 'named':
      return item('OTHER', span, { measure: 'NAME' })
    case 'interval':
      return item('OTHER', span, { measure: 'RANGE' })
    case 'rank':
      return item('OTHER', span)
    case 'fromFirst':
      if (groups['roman'] !== undefined)
        return period(mention(stated, 'YEAR_TO_DATE', romans.indexOf(groups['roman']) + 1))
      return period(mention(stated, 'YEAR_TO_DATE', monthOf(groups['month'] ?? groups['month2'] ?? '')))
    case 'range':
      if (/^[Bb]etween/.test(found[0]) && /Feb/.test(found[0]) && ofMonths.test(text.slice(0, span.start)))
        return period({ kind: 'PREVIOUS' })
      return period(mention(stated, 'YEAR_TO_DATE', monthOf(groups['month'] ?? '')))
    case 'through': {
      const isRange = new RegExp(`(?:${month}|\\d)[\\s,]*$`, 'u').test(text.slice(0, span.start).slice(-12))
      return period(isRange ? { kind: 'OTHER' } : mention(stated, 'YEAR_TO_DATE', monthOf(groups['month'] ?? '')))
    }
    case 'endOf':
      return period(mention(stated, 'YEAR_TO_DATE', monthOf(groups['month'] ?? '')))
    case 'firstMonths':
      if (fiscalBehind.test(text.slice(span.end, span.end + 80))) return period({ kind: 'OTHER' })
      return period(
        mention(
          stated,
          'YEAR_TO_DATE',
          numberOf(Object.entries(groups).find(([key, found]) => found && key.startsWith('count'))?.[1] ?? ''),
        ),
      )
    case 'quarters':
      return period(mention(stated, 'YEAR_TO_DATE', 3 * numberOf(groups['count'] ?? '')))
    case 'half':
      return period(
        mention(
          stated,
          'HALF_YEARLY',
          /^(?:first|1)/i.test(groups['half'] ?? groups['half2'] ?? groups['half3'] ?? '') ? 1 : 2,
        ),
      )
    case 'quarter':
      return period(
        mention(
          stated,
          'QUARTERLY',
          quarterOf(groups['quarter'] ?? groups['quarter2'] ?? groups['quarter3'] ?? groups['quarter4'] ?? ''),
        ),
      )
    case 'nextQuarter':
      // "1.01 trillion yuan in the first quarter and 1.14 trillion in the second"
      return /\bquarter\b(?:[^.\n]|\.\d){0,120}$/i.test(text.slice(0, span.start).slice(-140))
        ? period(mention(null, 'QUARTERLY', quarterOf(groups['quarter'] ?? '')))
        : null
    case 'quarterTo':
      return period(mention(stated, 'QUARTERLY', Math.ceil(monthOf(groups['month'] ?? '') / 3)))
    case 'yearAgo':
      return period(
        groups['year'] === undefined ? { kind: 'YEAR_AGO' } : { kind: 'SAME_PART', year: Number(groups['year']) },
      )
    case 'monthAgo':
      return period({ kind: 'PREVIOUS' })
    case 'month':
      if (
        /^(?:March|May)$/.test(found[0]) &&
        /^ (?:be|not|have|also|well|on|to)\b/.test(text.slice(span.end, span.end + 6)) &&
        !/\b(?:in|for|of|during|since|until|by|from|through|last|this)\s$/i.test(text.slice(0, span.start).slice(-8))
      )
        return null
      return period(mention(stated, 'MONTHLY', monthOf(groups['month'] ?? '')))
    case 'lastMonth':
      return period({ kind: 'LAST_MONTH' })
    case 'sameMonth':
      return period({ kind: 'SAME_MONTH' })
    case 'thisMonth':
      return period({ kind: 'THIS_MONTH' })
    case 'toDate':
      return period({ kind: 'TO_DATE' })
    case 'fullYear':
      return period({ kind: 'FULL_YEAR' })
    case 'lastYear':
      return period(mention('LAST', 'ANNUAL'))
    case 'year':
      return period(mention(stated, 'ANNUAL'))
    case 'number':
      return item('NUMBER', span, { value: plainOf(found[0]) })
    case 'scaledMoney':
      return scaledMoney(name, found, span)
    case 'compound':
      return compound(groups, span)
    default:
      return numeric(name, found, span)
  }
}

/** Precedes two months of which the second is compared with the first: "rose 4 percent from June to July". */
const movedFrom = new RegExp(`(?:%|per ?cent|\\b${directionWord}) from $`, 'i')

/** Says behind a number of months that they are those of a fiscal year: "the first nine months (July-March) of the fiscal year". */
const fiscalBehind =
  /^ [(](?!Jan)[A-Z][a-z]+ ?(?:-|–|to) ?[A-Z][a-z]+[)]|^ (?:[(][^()]{3,40}[)] )?of (?:the |this |its )?(?:[a-z]+ )?(?:fiscal|financial)\b/

/** A sentence that compares months: "on a month-on-month basis, exports rose between January and February". */
const ofMonths = /\b(?:month[- ](?:on|over)[- ]month|m-o-m|MoM)\b[^\n]{0,200}$/

const exponents: Readonly<Record<string, number>> = {
  'hundred million': 8,
  'hundred billion': 11,
  'lakh crore': 12,
  'lakh crores': 12,
  crore: 7,
  crores: 7,
  lakh: 5,
  lakhs: 5,
  trillion: 12,
  trln: 12,
  trn: 12,
  tn: 12,
  T: 12,
  t: 12,
  billion: 9,
  bln: 9,
  bn: 9,
  B: 9,
  b: 9,
  million: 6,
  mln: 6,
  mn: 6,
  mil: 6,
  bil: 9,
  M: 6,
  m: 6,
  thousand: 3,
  k: 3, // biome-ignore format: two lines
}

/** Reads "14 billion 480 million dollars". */
function compound({ digits = '', first = '', large, rest = '', scale, suffix }: Groups, span: Span): Item | null {
  const exponent = exponents[scaleKey(scale)] ?? 0
  if ((exponents[scaleKey(large)] ?? 0) !== exponent + 3) return null
  const [whole = '', fraction] = rest.split('.')
  return item('AMOUNT', span, {
    digits: { start: span.start, end: span.start + digits.length },
    value: `${first}${whole.padStart(3, '0')}${fraction === undefined ? '' : `.${fraction}`}`,
    measure: measureOf(ofSuffix, suffix),
    exponent,
  })
}

const romans = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII']

type Groups = Readonly<Record<string, string | undefined>>

function numeric(name: string, { 0: all, groups = {} }: RegExpExecArray, span: Span): Item | null {
  const digits = groups['digits'] ?? ''
  const from =
    span.start +
    all.indexOf(digits, groups['prefix'] === undefined ? 0 : all.indexOf(groups['prefix']) + groups['prefix'].length)
  const mark = groups['sign'] ?? groups['sign0'] ?? groups['sign1']
  const sign = mark === undefined ? 0 : mark === '+' ? 1 : -1
  const base = { digits: { start: from, end: from + digits.length }, value: plainOf(digits), sign } as const
  if (name === 'points') return item('POINTS', span, base)
  if (name === 'percent') return item('PERCENT', span, base)
  const symbol = measureOf(ofPrefix, groups['prefix'])
  const currency = symbol === null || symbol === 'DOLLAR' ? (measureOf(ofSuffix, groups['suffix']) ?? symbol) : symbol
  const counter =
    groups['counter'] === undefined
      ? undefined
      : counters.find(([words]) => new RegExp(`^(?:${words})$`, 'u').test(groups['counter'] ?? ''))
  const isWord = !/\d/.test(digits)
  if (isWord && groups['scale'] === undefined && counter !== undefined) return null
  return item('AMOUNT', span, {
    ...base,
    measure: currency ?? counter?.[1] ?? null,
    exponent: (exponents[scaleKey(groups['scale'])] ?? 0) + (counter?.[2] ?? 0),
  })
}

/** Reads an amount behind which scale and currency are one: "3,655 MD". */
function scaledMoney(name: string, found: RegExpExecArray, span: Span): Item | null {
  const [, measure = null, exponent = 0] =
    scaledCurrencies.find(([words]) => new RegExp(`^(?:${words})$`, 'u').test(found.groups?.['suffix'] ?? '')) ?? []
  const amount = numeric(name, found, span)
  return amount && { ...amount, measure, exponent }
}

const scaleKey = (text = ''): string => (text.length > 1 ? text.toLowerCase() : text)

const namedIn = (list: readonly (readonly [string, string])[]) =>
  memoizeByText((words) => list.find(([names]) => new RegExp(`^(?:${names})$`, 'u').test(words))?.[1] ?? '')
const ofPrefix = namedIn(prefixes)
const ofSuffix = namedIn(suffixes)

const measureOf = (find: (words: string) => string, words: string | undefined): string | null =>
  words === undefined ? null : find(words) || null

const vague: readonly (readonly [RegExp, Qualifier])[] = [
  [
    /(?:\bover|more than|exceed(?:ed|ing|s)?|above|surpass(?:ed|ing|es)?|topp(?:ed|ing)|at least|upwards of|in excess of|beyond|past)(?: the| a| an)?\s*$/i,
    'OVER',
  ],
  [/(?:\bnearly|almost|close to|just under|\bunder|less than|\bbelow|fewer than|up to)(?: the| a| an)?\s*$/i, 'UNDER'],
  [/(?:\babout|around|approximately|roughly|some|an estimated)\s*$/i, 'ABOUT'],
]

export const qualifierBefore = (text: string): Qualifier =>
  vague.find(([pattern]) => pattern.test(text))?.[1] ?? 'EXACT'

function yearOf(text: string | undefined): Year {
  if (text === undefined) return null
  if (/^\d/.test(text)) return Number(text)
  return text === 'this year' ? 'THIS' : 'LAST'
}

const small_: readonly string[] = ones.split('|')
const tens_: readonly string[] = tens.split('|')

function numberOf(words: string): number {
  const text = words.toLowerCase()
  if (/^\d+$/.test(text)) return Number(text)
  const [ten = '', one = ''] = text.split('-')
  if (tens_.includes(ten)) return 20 + 10 * tens_.indexOf(ten) + Math.max(0, small_.indexOf(one))
  return Math.max(0, small_.indexOf(text))
}

function plainOf(digits: string): string {
  if (/^[\d., ]+$/u.test(digits)) return digits.replace(/[ ,]/g, '').replace(/^\./, '0.')
  const [whole = '', ...places] = digits
    .toLowerCase()
    .split(/[- ]?point[- ]|[- ](?=(?:zero|one|two|three|four|five|six|seven|eight|nine)$)/u)
  const isTens = tens_.includes(whole) && places.length === 1 && !/point/.test(digits)
  if (isTens) return String(numberOf(`${whole}-${places[0]}`))
  const fraction = places.map((place) => numberOf(place)).join('')
  return `${numberOf(whole)}${fraction === '' ? '' : `.${fraction}`}`
}

const monthOf = (name: string): number =>
  months.split('|').findIndex((each, at) => at < 12 && each.startsWith(name.slice(0, 3))) + 1

const quarterOf = (text: string): number => {
  if (/^final$/i.test(text)) return 4
  const at = ['first', 'second', 'third', 'fourth'].indexOf(text.toLowerCase())
  return at >= 0 ? at + 1 : Number.parseInt(text, 10)
}
