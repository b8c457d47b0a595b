import type { Qualifier } from '../domain/observations/observation.js'
import { type Unit, unitsOf } from '../domain/units/unit.js'
import type { PeriodMention } from './periods.js'
import type { Source, Span } from './source.js'

/**
 * A number that a lexer finds in a text. AMOUNT: of money or of counted things. OTHER: a number that never is a figure, such as a
 * rank. UNREADABLE: digits that letters are mixed with, or that are not one number, as in 1万2亿.
 */
export interface Item extends Span {
  readonly kind: 'AMOUNT' | 'PERCENT' | 'POINTS' | 'NUMBER' | 'PERIOD' | 'DATE' | 'OTHER' | 'UNREADABLE'
  readonly digits: Span
  readonly value: string
  readonly sign: -1 | 0 | 1
  /** The base unit, DOLLAR or YEN_OR_YUAN if the text leaves it open, null for a number with a scale only. */
  readonly measure: string | null
  readonly exponent: number
  readonly qualifier: Qualifier
  readonly period: PeriodMention | null
}

export type Lexer = (source: Source) => readonly Item[]

export const item = (kind: Item['kind'], span: Span, rest: Partial<Item> = {}): Item => ({
  kind,
  start: span.start,
  end: span.end,
  digits: span,
  value: '',
  sign: 0,
  measure: null,
  exponent: 0,
  qualifier: 'EXACT',
  period: null,
  ...rest,
})

export interface Amount {
  readonly value: string
  readonly unit: Unit
  /** The decimals to state where they differ from those of `value`: -3 for 456,000 printed as 45.6 ten thousand. */
  readonly decimals: number
}

export const isCurrencyCode = (measure: string): boolean => /^[A-Z]{3}$/.test(measure)

/** The measures of figures that are stored as whole numbers, whatever scale a text prints them in. */
export const counted: ReadonlySet<string> = new Set(['ENTERPRISE', 'ZONE', 'PERSON'])

/** Returns an amount in the unit it is printed in; a count, or an amount without such a unit, in a smaller one. */
export function amountIn(measure: string, exponent: number, value: string): Amount | null {
  const isCount = counted.has(measure)
  const own = unitsOf(measure).filter(({ unit }) => !unit.includes('_PER_'))
  const decimals = value.split('.')[1]?.length ?? 0
  const exact = isCount ? undefined : own.find((unit) => unit.exponent === exponent)
  if (exact !== undefined) return { value, unit: exact.unit, decimals }
  const smallest = Math.min(...own.map((unit) => unit.exponent))
  const smaller = own
    .filter((unit) => unit.exponent <= exponent && (!isCount || unit.exponent === smallest))
    .sort((a, b) => b.exponent - a.exponent)[0]
  if (smaller === undefined) return null
  const shift = exponent - smaller.exponent
  const whole = shifted(value, shift)
  const zeros = isCount && !whole.includes('.') ? (/0*$/.exec(whole)?.[0].length ?? 0) : 0
  return { value: whole, unit: smaller.unit, decimals: zeros > 0 ? -zeros : decimals - shift }
}

export function shifted(value: string, places: number): string {
  const [whole = '', fraction = ''] = value.split('.')
  const digits = whole + fraction.slice(0, places).padEnd(places, '0')
  const rest = fraction.slice(places)
  const trimmed = digits.replace(/^0+(?=\d)/, '')
  return rest === '' ? trimmed : `${trimmed}.${rest}`
}

const fill = '\x8F'
const marks: Readonly<Record<Item['kind'], string>> = {
  AMOUNT: '\x81',
  PERCENT: '\x82',
  POINTS: '\x83',
  NUMBER: '\x84',
  PERIOD: '\x85',
  DATE: '\x86',
  OTHER: '\x87',
  UNREADABLE: '\x88',
}

/** Returns fill in place of words that say nothing of the numbers around them. */
export const hide = (words: string): string => fill.repeat(words.length)

/** Replaces each item by its mark and fill of the same length, so that grammars see the structure without the digits. */
export function masked(text: string, items: readonly Item[]): string {
  const parts: string[] = []
  let from = 0
  for (const { kind, start, end } of items) {
    parts.push(text.slice(from, start), marks[kind], fill.repeat(end - start - 1))
    from = end
  }
  parts.push(text.slice(from))
  const whole = parts.join('')
  // Parts of a text with other signs, such as €, stay of two bytes a sign; single signs do not.
  return latin.test(whole) ? whole.split('').join('') : whole
}

const latin = /^[\0-\xFF]*$/

interface Visible {
  readonly masked: string
  readonly text: string
  readonly at: Uint32Array
  readonly before: Uint32Array
}

/** The spaces that are shown of those between masks: more say nothing, and each part of a pattern may take them. */
const mostSpaces = 4

function visibleIn(masked: string): Visible {
  const at = new Uint32Array(masked.length)
  const before = new Uint32Array(masked.length + 1)
  const parts: string[] = []
  let [count, from, spaces] = [0, 0, 0]
  for (let place = 0; place < masked.length; place++) {
    before[place] = count
    const sign = masked.charCodeAt(place)
    spaces = sign === 0x20 ? spaces + 1 : sign >= 0x81 && sign <= 0x8f ? spaces : 0
    const isHidden = (sign >= 0x81 && sign <= 0x8f) || spaces > mostSpaces
    if (!isHidden) at[count++] = place
    else {
      if (from < place) parts.push(masked.slice(from, place))
      from = place + 1
    }
  }
  before[masked.length] = count
  parts.push(masked.slice(from))
  return { masked, text: parts.join(''), at, before }
}

const known: Visible[] = []

function visibleOf(masked: string): Visible {
  const found = known.find((each) => each.masked === masked)
  if (found !== undefined) return found
  const made = visibleIn(masked)
  known.unshift(made)
  known.length = Math.min(known.length, 2)
  return made
}

/** The visible characters of a range of a masked text, each with its place. */
export class Slice {
  readonly text: string
  readonly #at: ArrayLike<number>
  readonly #from: number

  constructor(text: string, at: ArrayLike<number>, from = 0) {
    this.text = text
    this.#at = at
    this.#from = from
  }

  static of(maskedText: string, { start, end }: Span): Slice {
    const { text, at, before } = visibleOf(maskedText)
    const last = maskedText.length
    const from = before[Math.min(Math.max(start, 0), last)] ?? 0
    return new Slice(text.slice(from, before[Math.min(Math.max(end, 0), last)]), at, from)
  }

  slice(from: number, to: number = this.text.length): Slice {
    const skipped = from < 0 ? Math.max(0, this.text.length + from) : Math.min(from, this.text.length)
    return new Slice(this.text.slice(from, to), this.#at, this.#from + skipped)
  }

  /** The place of the whole slice in the text; empty at the beginning of the text if it has no characters. */
  get span(): Span {
    if (this.text === '') return { start: 0, end: 0 }
    return { start: this.#at[this.#from] ?? 0, end: (this.#at[this.#from + this.text.length - 1] ?? -1) + 1 }
  }

  trimmed(pattern: RegExp): Slice {
    const found = pattern.exec(this.text)
    return found
      ? this.slice(found.index === 0 ? found[0].length : 0, found.index === 0 ? undefined : found.index)
      : this
  }
}

/** Indicates a number in a name, such as the other 14 members or 中亚五国, which is part of the words. */
export const isName = ({ kind, measure }: Item): boolean => kind === 'OTHER' && measure === 'NAME'

export function* withItems(
  spans: Iterable<Span>,
  items: readonly Item[],
): Generator<readonly [span: Span, items: readonly Item[]]> {
  let next = 0
  for (const span of spans) {
    while (next < items.length && (items[next]?.start ?? 0) < span.start) next += 1
    const from = next
    while (next < items.length && (items[next]?.start ?? 0) < span.end) next += 1
    yield [span, items.slice(from, next)]
  }
}

/** The length from which a sentence is read in parts: what a number is of is looked for from where its sentence begins. */
const longest = 3000

/**
 * The most words between two items, or before the first, that are read, as some patterns take quadratic time: four times as
 * many as real sentences have.
 */
const mostWords = 1000

function isTooLong({ start, end }: Span, items: readonly Item[]): boolean {
  const ends = [start, ...items.map((each) => each.end)]
  return ends.some((from, at) => (items[at]?.start ?? end) - from > mostWords)
}

/**
 * Returns the parts of sentences that can be read, with their items; the numbers of others are added to `loose`. A part ends
 * with an item where a sentence is long.
 */
export function* readableParts(
  sentences: Iterable<Span>,
  items: readonly Item[],
  loose: { readonly push: (number: { item: Item; reason: 'TOO_LONG'; sentence: Span }) => unknown },
): Generator<readonly [part: Span, items: readonly Item[]]> {
  for (const part of partsOf(sentences, items)) {
    const [sentence, own] = part
    if (!isTooLong(sentence, own)) yield part
    else for (const item of own) if (numbers.has(item.kind)) loose.push({ item, reason: 'TOO_LONG', sentence })
  }
}

function* partsOf(
  sentences: Iterable<Span>,
  items: readonly Item[],
): Generator<readonly [part: Span, items: readonly Item[]]> {
  for (const [sentence, own] of withItems(sentences, items)) {
    let [start, from] = [sentence.start, 0]
    for (const [index, { end }] of own.entries()) {
      if (end - start < longest || index === own.length - 1) continue
      yield [{ start, end }, own.slice(from, index + 1)]
      start = end
      from = index + 1
    }
    yield [{ start, end: sentence.end }, own.slice(from)]
  }
}

export const numbers: ReadonlySet<Item['kind']> = new Set(['AMOUNT', 'PERCENT', 'POINTS', 'NUMBER', 'UNREADABLE'])
