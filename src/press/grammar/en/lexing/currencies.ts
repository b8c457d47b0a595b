import { matchesOf } from '../../../../lib/matches.js'
import { type Item, isCurrencyCode } from '../../../items.js'
import type { Economy } from '../../economy-list.js'
import type { Context } from '../nouns.js'
import { dollars, shared } from './money.js'

/** Tells the currency of amounts that leave it open, and of changes. */
export class Currencies {
  /** The currency that a bare dollar sign means; null where the text does not say whose it is. */
  readonly #dollar: string | null
  readonly #own: string | null
  current: string
  readonly #ofRates: string
  #isTaken = false

  constructor({ main, vocabulary }: Context, items: readonly Item[], plain: string) {
    this.#own = main?.currency ?? null
    this.#dollar = bareDollar(main, plain)
    this.current = main?.currency ?? 'USD'
    const [named, ...others] = new Set([...items.flatMap((each) => this.#named(each, plain)), ...namedIn(plain)])
    this.#ofRates = (others.length === 0 ? named : null) ?? main?.currency ?? vocabulary.currency ?? 'USD'
  }

  /** The currency of a rate without a level: the one in force, else the only one of the text, else that of whom it is about. */
  get ofRates(): string {
    return this.#isTaken ? this.current : this.#ofRates
  }

  #named(item: Item, plain: string): readonly string[] {
    const measure = this.isOpen(item, plain) ? null : this.measureOf(item)
    return item.kind === 'AMOUNT' && measure !== null && isCurrencyCode(measure) && measure !== 'XXX' ? [measure] : []
  }

  measureOf({ measure }: Item): string | null {
    if (measure === 'DOLLAR') return this.#dollar ?? 'USD'
    if (measure === 'YEN_OR_YUAN') return this.current === 'JPY' ? 'JPY' : 'CNY'
    const namesakes = shared[measure ?? '']
    // A name that is left as it is has no unit, so that no other currency is taken in its place.
    const own = namesakes?.find((each) => each !== null && each === this.#own)
    // The francs of a country with the euro are those that it had before.
    const isFormer = measure === 'FRANCS' && this.#own === 'EUR'
    return own ?? (isFormer ? null : namesakes?.[0]) ?? measure
  }

  isOpen({ measure, start, end }: Item, plain: string): boolean {
    return measure === 'DOLLAR' && this.#dollar === null && plain.slice(start, end).includes('$')
  }

  take(measure: string | null): void {
    // An amount without a currency behind one whose currency is not told has none either.
    if (measure !== null && measure in shared) this.current = measure
    if (measure === null || !isCurrencyCode(measure)) return
    this.current = measure
    this.#isTaken = true
  }
}

/** Returns the currencies that a text names without an amount: "in yuan terms", "calculated in US dollars". */
const namedIn = (text: string): readonly string[] =>
  matchesOf(terms, text).map(([words]) =>
    /yuan|renminbi|RMB/i.test(words) ? 'CNY' : /euro/i.test(words) ? 'EUR' : 'USD',
  )
const name = String.raw`(?:yuan|renminbi|RMB|euro|(?:U\.?S\.? )?dollar)`
const terms = new RegExp(
  String.raw`\b${name}[- ](?:terms|denominated)\b|\b(?:calculated|measured|denominated|expressed) in (?:the )?${name}`,
  'giu',
)

function bareDollar(main: Economy | null, text: string): string | null {
  const isAmerican = /\bU\.?S\.? ?\$|\bUSD\b|\b(?:U\.?S\.?|American) dollars?\b/.test(text)
  if (main === null) {
    const [named, ...others] = new Set(text.match(dollarCode) ?? [])
    return isAmerican ? 'USD' : others.length === 0 ? (named ?? null) : null
  }
  // Taiwan's trade is told in dollars of the United States, unless they are NT$.
  const isForeign = main.currency === 'TWD' && !/\bNT ?\$|New Taiwan/.test(text)
  return [...dollars, 'WST', 'TOP'].includes(main.currency) && !isForeign ? main.currency : 'USD'
}

const dollarCode = new RegExp(`\\b(?:${dollars.filter((code) => code !== 'USD').join('|')})\\b`, 'g')
