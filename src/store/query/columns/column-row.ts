import type { Scaled } from '../../../domain/numbers/near.js'
import type { Frequency } from '../../../domain/periods/period.js'
import type { Row } from '../rows.js'
import { type Block, noScale, qualifierOf, statusOf } from './block.js'

export class ColumnRow implements Row {
  readonly #block: Block
  readonly #row: number

  constructor(block: Block, row: number) {
    this.#block = block
    this.#row = row
  }

  get metric_id(): number {
    return this.#block.metric
  }

  get category_id(): number {
    return this.#block.entryOf(this.#row).categories[0] as number
  }

  get series_id(): number {
    return this.#block.entryOf(this.#row).id
  }

  get key(): string {
    return this.#block.entryOf(this.#row).key
  }

  get frequency(): Frequency {
    return this.#block.entryOf(this.#row).frequency
  }

  get period(): number {
    return this.#block.columns.period[this.#row] as number
  }

  get release_id(): number {
    return this.#block.columns.release[this.#row] as number
  }

  get unit(): string {
    return this.#block.unit(this.#row)
  }

  get value(): string | null {
    return this.#block.text('value', this.#row)
  }

  get scaled(): Scaled | null {
    return this.#block.scaled('value', this.#row)
  }

  get scale(): number | null {
    const scale = this.#block.columns.scale[this.#row] as number
    return scale === noScale ? null : scale
  }

  get qualifier(): Row['qualifier'] {
    return qualifierOf(this.#block, this.#row)
  }

  get status(): Row['status'] {
    return statusOf(this.#block, this.#row)
  }

  get yoy(): string | null {
    return this.#block.text('yoy', this.#row)
  }

  get share(): string | null {
    return this.#block.text('share', this.#row)
  }

  get share_metric_id(): number | null {
    return this.#block.rare(this.#row)?.share_metric_id ?? null
  }

  get share_category_id(): number | null {
    return this.#block.rare(this.#row)?.share_category_id ?? null
  }

  get share_change(): string | null {
    return this.#block.rare(this.#row)?.share_change ?? null
  }

  get extra(): Row['extra'] {
    return this.#block.rare(this.#row)?.extra ?? null
  }

  get known_from(): Date {
    return new Date(this.#block.dictionaries.instants[this.#block.columns.knownFrom[this.#row] as number] as number)
  }

  get known_to(): Date | null {
    const index = this.#block.columns.knownTo?.[this.#row] ?? -1
    return index < 0 ? null : new Date(this.#block.dictionaries.instants[index] as number)
  }
}
