import type { Item } from '../../items.js'
import type { Economy } from '../economies.js'

/** Tells the currency of amounts that leave it open, and of changes. */
export class Currencies {
  /** The currency that a bare dollar sign means; null where the text does not say whose it is. */
  readonly dollar: string | null
  /** The currency that rupees mean, other than India's. */
  readonly #rupee: string | null
  /** The currency in force. */
  current: string

  constructor(main: Economy | null, plain: string) {
    this.#rupee = /^(?:PKR|LKR)$/.test(main?.currency ?? '') ? (main?.currency ?? null) : null
    this.dollar = bareDollar(main, plain)
    this.current = main?.currency ?? 'USD'
  }

  measureOf({ measure }: Item): string | null {
    if (measure === 'DOLLAR') return this.dollar ?? 'USD'
    if (measure === 'YEN_OR_YUAN') return this.current === 'JPY' ? 'JPY' : 'CNY'
    // "Rs" is the rupee of the economy.
    if (measure === 'INR' && this.#rupee !== null) return this.#rupee
    return measure
  }

  take(measure: string | null): void {
    if (measure !== null && /^[A-Z]{3}$/u.test(measure)) this.current = measure
  }
}

/** Returns the currency that a bare dollar sign means; null where the text does not say whose it is. */
function bareDollar(main: Economy | null, text: string): string | null {
  const isAmerican = /\bU\.?S\.? ?\$|\bUSD\b|\b(?:U\.?S\.?|American) dollars?\b/.test(text)
  if (main === null) return isAmerican ? 'USD' : null
  return ['CAD', 'AUD', 'NZD', 'SGD', 'HKD', 'TWD'].includes(main.currency) ? main.currency : 'USD'
}
