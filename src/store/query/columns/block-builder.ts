import { setImmediate as turn } from 'node:timers/promises'
import { qualifiers, statuses } from '../../../domain/observations/observation.js'
import type { Unit } from '../../../domain/units/unit.js'
import { getOrInsert } from '../../../lib/memo.js'
import { ownText } from '../../../lib/own-text.js'
import type { Row } from '../rows.js'
import {
  Block,
  type BlockColumns,
  type BlockSeries,
  type Dictionaries,
  isNull,
  isWide,
  type NumberColumn,
  type NumberName,
  noRare,
  noScale,
  type RareParts,
  type SeriesEntry,
} from './block.js'
import { extremesOf } from './extremes.js'
import { parsePlain } from './numbers.js'

export interface LoadedRow extends Pick<Row, 'series_id' | 'period' | NumberName> {
  readonly rare: Pick<Row, 'share_metric_id' | 'share_category_id' | 'share_change' | 'extra'> | null
  /** One object for all rows that have the same. */
  readonly common: CommonParts
}

/** The parts that most rows of a release share; times are in milliseconds. */
export interface CommonParts extends Pick<Row, 'release_id' | 'scale' | 'qualifier' | 'status'> {
  readonly unit: Unit
  readonly known_from: number
  readonly known_to: number | null
}

const mostUnits = 255
const bytesOfRare = 200
const noInstant = -1

const commonNames = ['release', 'scale', 'unit', 'qualifier', 'status', 'knownFrom', 'knownTo'] as const
type CommonName = (typeof commonNames)[number]
type Names = CommonName | 'series' | 'period' | 'rare'
type Drafts = Readonly<Record<Names, number[]>>
type NumberDrafts = Readonly<Record<NumberName, { readonly digits: number[]; readonly places: number[] }>>

const numberNames = ['value', 'yoy', 'share'] as const

/** Collects rows and makes blocks of them: a new one, or one from an earlier block and what has changed since. */
export class BlockBuilder {
  readonly #series: BlockSeries
  readonly #dictionaries: Dictionaries
  readonly #places = new Map<number, number>()
  readonly #instants = new Map<number, number>()
  readonly #commons = new Map<CommonParts, Readonly<Record<CommonName, number>>>()
  readonly #drafts: Drafts = {
    ...{ series: [], period: [], release: [], scale: [], unit: [], qualifier: [], status: [] },
    ...{ knownFrom: [], knownTo: [], rare: [] },
  }

  readonly #numbers: NumberDrafts = {
    value: { digits: [], places: [] },
    yoy: { digits: [], places: [] },
    share: { digits: [], places: [] },
  }

  constructor(base: Block | null = null) {
    this.#series = base?.series ?? { entries: [], byKey: new Map() }
    this.#dictionaries = base?.dictionaries ?? { units: [], instants: [], rares: [], bytesOfRares: 0 }
    for (const [index, instant] of this.#dictionaries.instants.entries()) this.#instants.set(instant, index)
    for (const [place, { id }] of this.#series.entries.entries()) this.#places.set(id, place)
  }

  hasSeries(id: number): boolean {
    return this.#places.has(id)
  }

  placeOf(id: number): number {
    return this.#places.get(id) ?? -1
  }

  addSeries(entry: SeriesEntry): void {
    const { entries, byKey } = this.#series
    const place = entries.length
    entries.push(entry)
    byKey.set(entry.key, place)
    this.#places.set(entry.id, place)
  }

  /** Adds a row of a series that was added. Rows come in the order of the block. */
  addRow(row: LoadedRow): void {
    const drafts = this.#drafts
    const place = this.#places.get(row.series_id)
    if (place === undefined) throw new Error(`The series ${row.series_id} of a figure was not read.`)
    const common = getOrInsert(this.#commons, row.common, (parts) => this.#numbered(parts))
    drafts.series.push(place)
    drafts.period.push(row.period)
    for (const name of commonNames) drafts[name].push(common[name])
    let wide: Partial<Record<NumberName, string>> | null = null
    for (const name of numberNames) {
      const text = row[name]
      const { digits, places } = this.#numbers[name]
      const plain = text === null ? null : parsePlain(text)
      if (text !== null && plain === null) wide = Object.assign(wide ?? {}, { [name]: ownText(text) })
      digits.push(plain === null ? 0 : plain.digits)
      places.push(text === null ? isNull : plain === null ? isWide : plain.places)
    }
    drafts.rare.push(this.#rare(row.rare, wide))
  }

  #numbered(parts: CommonParts): Readonly<Record<CommonName, number>> {
    return {
      release: parts.release_id,
      scale: parts.scale ?? noScale,
      unit: this.#unit(parts.unit),
      qualifier: qualifiers.indexOf(parts.qualifier),
      status: statuses.indexOf(parts.status),
      knownFrom: this.#instant(parts.known_from),
      knownTo: parts.known_to === null ? noInstant : this.#instant(parts.known_to),
    }
  }

  #unit(unit: Unit): number {
    const { units } = this.#dictionaries
    const found = units.indexOf(unit)
    if (found < 0 && units.length === mostUnits) throw new RangeError(`A block has at most ${mostUnits} units.`)
    return found < 0 ? units.push(unit) - 1 : found
  }

  #instant(time: number): number {
    return getOrInsert(this.#instants, time, () => this.#dictionaries.instants.push(time) - 1)
  }

  #rare(rare: LoadedRow['rare'], wide: Partial<Record<NumberName, string>> | null): number {
    if (rare === null && wide === null) return noRare
    const { share_metric_id = null, share_category_id = null, share_change = null, extra = null } = rare ?? {}
    const parts: RareParts = { share_metric_id, share_category_id, share_change, extra, ...wide }
    this.#dictionaries.bytesOfRares += bytesOfRare + (extra === null ? 0 : 2 * JSON.stringify(extra).length)
    return this.#dictionaries.rares.push(parts) - 1
  }

  async build(metric: number, base: Block | null = null, ended: readonly number[] = []): Promise<Block> {
    const order = base === null ? null : this.#merge(base, new Set(ended))
    const drafts = this.#drafts
    const length = order?.length ?? drafts.series.length
    const taken = (name: Names, make: (length: number) => Int32Array | Int16Array | Uint8Array, none = 0) =>
      gathered(make(length), drafts[name], base?.columns[name] ?? null, order, none)
    const ints = (name: Names, none = 0): Int32Array =>
      taken(name, (length) => new Int32Array(length), none) as Int32Array
    const bytes = (name: Names): Uint8Array => taken(name, (length) => new Uint8Array(length)) as Uint8Array
    const number = (name: NumberName): NumberColumn => {
      const own = base?.columns[name] ?? null
      const digits = gathered(new Float64Array(length), this.#numbers[name].digits, own?.digits ?? null, order, 0)
      const places = gathered(new Uint8Array(length), this.#numbers[name].places, own?.places ?? null, order, isNull)
      return { digits: narrowed(digits), places }
    }
    const orNull = (column: NumberColumn): NumberColumn | null =>
      column.places.every((places) => places === isNull) ? null : column
    const unlessAll = (column: Int32Array, none: number): Int32Array | null =>
      column.every((each) => each === none) ? null : column
    const numbers = { value: number('value'), yoy: number('yoy'), share: number('share') }
    await turn()
    const columns: BlockColumns = {
      series: ints('series'),
      period: ints('period'),
      release: ints('release'),
      scale: taken('scale', (length) => new Int16Array(length)) as Int16Array,
      unit: bytes('unit'),
      qualifier: bytes('qualifier'),
      status: bytes('status'),
      knownFrom: ints('knownFrom'),
      value: numbers.value,
      knownTo: unlessAll(ints('knownTo', noInstant), noInstant),
      yoy: orNull(numbers.yoy),
      share: orNull(numbers.share),
      rare: unlessAll(ints('rare', noRare), noRare),
    }
    await turn()
    const starts = startsOf(columns.series, this.#series.entries.length)
    const block = new Block(metric, columns, this.#series, starts, this.#dictionaries)
    await turn()
    extremesOf.value(block) // so that no read waits for them
    return block
  }

  /** Returns the rows of the new block in order: those of the earlier block by their numbers, new ones as `~index`. */
  #merge(base: Block, ended: ReadonlySet<number>): Int32Array {
    const { series, period, knownFrom, release } = this.#drafts
    const { columns } = base
    const { instants } = this.#dictionaries
    const isBefore = (row: number, draft: number): boolean => {
      const difference =
        (columns.series[row] as number) - (series[draft] as number) ||
        (columns.period[row] as number) - (period[draft] as number) ||
        (instants[columns.knownFrom[row] as number] as number) - (instants[knownFrom[draft] as number] as number) ||
        (columns.release[row] as number) - (release[draft] as number)
      return difference < 0
    }
    const order = new Int32Array(base.length - ended.size + series.length)
    let [draft, next] = [0, 0]
    for (let row = 0; row < base.length; row++) {
      if (ended.has(row)) continue
      while (draft < series.length && !isBefore(row, draft)) order[next++] = ~draft++
      order[next++] = row
    }
    while (draft < series.length) order[next++] = ~draft++
    return order
  }
}

type Numeric = Int32Array | Int16Array | Uint8Array | Float64Array

function gathered<T extends Numeric>(
  into: T,
  drafts: readonly number[],
  base: Numeric | null,
  order: Int32Array | null,
  none: number,
): T {
  for (let index = 0; index < into.length; index++) {
    const from = order === null ? ~index : (order[index] as number)
    into[index] = from < 0 ? (drafts[~from] as number) : (base?.[from] ?? none)
  }
  return into
}

const narrowed = (digits: Float64Array): Float64Array | Int32Array =>
  digits.every((each) => Math.abs(each) < 2 ** 31) ? Int32Array.from(digits) : digits

function startsOf(series: Int32Array, count: number): Int32Array {
  const starts = new Int32Array(count + 1)
  for (const place of series) starts[place + 1] = (starts[place + 1] as number) + 1
  for (let place = 0; place < count; place++)
    starts[place + 1] = (starts[place + 1] as number) + (starts[place] as number)
  return starts
}
