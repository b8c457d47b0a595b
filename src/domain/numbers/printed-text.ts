import { type Bounds, printedBounds } from './bounds.js'
import { type CanonicalText, canonical, type Decimal, decimalsOf, type Printed, parseDecimal } from './decimal.js'

/** A printed number in stored notation, which has no sign "+" and no leading zeros. Makes its Decimal when it is read. */
export class PrintedText implements Printed {
  readonly text: string
  readonly decimals: number
  #value: Decimal | null = null

  constructor(text: string) {
    this.text = text
    this.decimals = decimalsOf(text)
  }

  get value(): Decimal {
    this.#value ??= parseDecimal(this.text)
    return this.#value
  }

  get near(): number {
    return Number(this.text)
  }

  get canonical(): CanonicalText {
    const { text, decimals } = this
    const isCanonical = decimals === 0 ? text !== '-0' : !text.endsWith('0')
    return isCanonical ? (text as CanonicalText) : canonical(this.value)
  }

  bounds(): Bounds {
    return printedBounds(this)
  }
}
