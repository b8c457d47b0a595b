import type { Item } from '../../items.js'
import type { Economy } from '../economies.js'
import { shared } from './units.js'

/** Tells the currency of amounts that leave it open, and of changes. */
export class Currencies {
  /** The currency that a bare dollar sign means; null where the text does not say whose it is. */
  readonly #dollar: string | null
  readonly #own: string | null
  /** The currency in force. */
  current: string

  constructor(main: Economy | null, plain: string) {
    this.#own = main?.currency ?? null
    this.#dollar = bareDollar(main, plain)
    this.current = main?.currency ?? 'USD'
  }

  measureOf({ measure }: Item): string | null {
    if (measure === 'DOLLAR') return this.#dollar ?? 'USD'
    if (measure === 'YEN_OR_YUAN') return this.current === 'JPY' ? 'JPY' : 'CNY'
    const namesakes = shared[measure ?? '']
    // A name that is left as it is has no unit, so that no other currency is taken in its place.
    return namesakes?.find((each) => each !== null && each === this.#own) ?? namesakes?.[0] ?? measure
  }

  /** Indicates a dollar sign of which the text does not say whose dollars it means. */
  isOpen({ measure, start, end }: Item, plain: string): boolean {
    return measure === 'DOLLAR' && this.#dollar === null && plain.slice(start, end).includes('$')
  }

  take(measure: string | null): void {
    if (measure !== null && /^[A-Z]{3}$/u.test(measure)) this.current = measure
  }
}

/** Returns the currency that a bare dollar sign means; null where the text does not say whose it is. */
function bareDollar(main: Economy | null, text: string): string | null {
  const isAmerican = /\bU\.?S\.? ?\$|\bUSD\b|\b(?:U\.?S\.?|American) dollars?\b/.test(text)
  if (main === null) {
    const [named, ...others] = new Set(text.match(dollarCode) ?? [])
    return isAmerican ? 'USD' : others.length === 0 ? (named ?? null) : null
  }
  return dollars.includes(main.currency) ? main.currency : 'USD'
}

const dollars = ['CAD', 'AUD', 'NZD', 'SGD', 'HKD', 'TWD', 'FJD', 'NAD', 'BND', 'TTD', 'JMD', 'GYD']
const dollarCode = new RegExp(`\\b(?:${dollars.join('|')})\\b`, 'g')
