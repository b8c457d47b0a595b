import type { Scaled } from '../../../domain/numbers/near.js'
import { qualifiers, statuses } from '../../../domain/observations/observation.js'
import { type Frequency, frequencies } from '../../../domain/periods/period.js'
import type { Unit } from '../../../domain/units/unit.js'
import { getOrInsert } from '../../../lib/memo.js'
import type { Row } from '../rows.js'
import { comparePlain, compareTexts, plainText } from './numbers.js'
import { PlacesByCategory } from './places-by-category.js'

type Integers = Int32Array | Int16Array | Uint8Array

/** A column of numbers or nulls. Those with many digits are in the rare parts of their rows. */
export interface NumberColumn {
  readonly digits: Float64Array | Int32Array
  readonly places: Uint8Array
}

export const [isNull, isWide] = [255, 254]

export type NumberName = 'value' | 'yoy' | 'share'

export type RareParts = Pick<Row, 'share_metric_id' | 'share_category_id' | 'share_change' | 'extra'> &
  Partial<Record<NumberName, string>>

/** The columns of the rows of a block. A column without any value is null. */
export interface BlockColumns {
  readonly series: Int32Array
  readonly period: Int32Array
  readonly release: Int32Array
  readonly scale: Int16Array
  readonly unit: Uint8Array
  readonly qualifier: Uint8Array
  readonly status: Uint8Array
  readonly knownFrom: Int32Array
  readonly value: NumberColumn
  readonly knownTo: Int32Array | null
  readonly yoy: NumberColumn | null
  readonly share: NumberColumn | null
  readonly rare: Int32Array | null
}

export interface SeriesEntry {
  readonly id: number
  readonly key: string
  readonly breakdown: number
  readonly measure: Unit
  readonly frequency: Frequency
  /** The ids of its categories, that by which it is listed first. */
  readonly categories: readonly number[]
}

/** The series of a block. A series keeps its place: later versions add to the end, also of the list of earlier blocks. */
export interface BlockSeries {
  readonly entries: SeriesEntry[]
  readonly byKey: Map<string, number>
}

export interface SeriesGroup {
  readonly places: Int32Array
  readonly rows: number
}

export interface Dictionaries {
  readonly units: Unit[]
  /** The times of publication, in milliseconds. */
  readonly instants: number[]
  readonly rares: RareParts[]
  bytesOfRares: number
}

export const noScale = -32768
export const noRare = -1

/**
 * All figures of a metric that are valid at a version, current and superseded, sorted by the places of their series, then
 * by period. Blocks are immutable.
 */
export class Block {
  readonly metric: number
  readonly length: number
  readonly columns: BlockColumns
  readonly series: BlockSeries
  readonly seriesCount: number
  readonly dictionaries: Dictionaries
  readonly starts: Int32Array
  readonly bytes: number
  readonly groups: readonly SeriesGroup[]
  readonly #cells: ReadonlyMap<number, readonly Int32Array[]>
  readonly #currentCounts: Int32Array
  readonly #placesByCategory: PlacesByCategory
  readonly #byValue = new WeakMap<Int32Array, Int32Array>()

  constructor(
    metric: number,
    columns: BlockColumns,
    series: BlockSeries,
    starts: Int32Array,
    dictionaries: Dictionaries,
  ) {
    this.metric = metric
    this.columns = columns
    this.length = columns.series.length
    this.series = series
    this.seriesCount = starts.length - 1
    this.starts = starts
    this.dictionaries = dictionaries
    this.bytes = bytesOf(this)
    // Made with the block, in the background, so that no read waits for them.
    this.groups = groupsOf(this)
    this.#cells = cellsOf(this)
    this.#currentCounts = currentCountsOf(this)
    const categories = series.entries.slice(0, this.seriesCount).map((entry) => entry.categories)
    this.#placesByCategory = new PlacesByCategory(categories)
  }

  entry(place: number): SeriesEntry {
    return this.series.entries[place] as SeriesEntry
  }

  entryOf(row: number): SeriesEntry {
    return this.entry(this.columns.series[row] as number)
  }

  isCurrent(row: number): boolean {
    const { knownTo } = this.columns
    return knownTo === null || (knownTo[row] as number) < 0
  }

  wasKnown(row: number, at: number): boolean {
    const { knownFrom, knownTo } = this.columns
    const { instants } = this.dictionaries
    if ((instants[knownFrom[row] as number] as number) > at) return false
    return this.isCurrent(row) || (instants[knownTo?.[row] as number] as number) > at
  }

  /** Returns the row of a series for a period that was known at an instant, in milliseconds, or is current; or null. */
  known(place: number, period: number, at: number | null): number | null {
    const end = this.starts[place + 1] as number
    let [low, high] = [this.starts[place] as number, end]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.columns.period[middle] as number) < period) low = middle + 1
      else high = middle
    }
    for (let row = low; row < end && this.columns.period[row] === period; row++)
      if (at === null ? this.isCurrent(row) : this.wasKnown(row, at)) return row
    return null
  }

  unit(row: number): Unit {
    return this.dictionaries.units[this.columns.unit[row] as number] as Unit
  }

  rare(row: number): RareParts | null {
    return this.dictionaries.rares[this.columns.rare?.[row] ?? noRare] ?? null
  }

  has(name: NumberName, row: number): boolean {
    return (this.columns[name]?.places[row] ?? isNull) !== isNull
  }

  /** Returns a number without its text; null if there is none, or if it has many digits. */
  scaled(name: NumberName, row: number): Scaled | null {
    const column = this.columns[name]
    const places = column?.places[row] ?? isNull
    return places === isNull || places === isWide ? null : { digits: column?.digits[row] as number, places }
  }

  text(name: NumberName, row: number): string | null {
    const places = this.columns[name]?.places[row] ?? isNull
    if (places === isNull) return null
    if (places === isWide) return this.rare(row)?.[name] as string
    return plainText(this.columns[name]?.digits[row] as number, places)
  }

  cellsOf(period: number): readonly Int32Array[] {
    return this.#cells.get(period) ?? []
  }

  currentCount(place: number): number {
    return this.#currentCounts[place] as number
  }

  /** Returns the rows of a cell by value, the highest first, those without a value last; equal ones by series. */
  byValue(cell: Int32Array): Int32Array {
    const found = this.#byValue.get(cell)
    if (found !== undefined) return found
    const sorted = cell.slice().sort((a, b) => compareValues(this, a, b) || this.entryOf(a).id - this.entryOf(b).id)
    this.#byValue.set(cell, sorted)
    return sorted
  }

  /** Returns the place of the series with a key, unless only a later block of the same series has it. */
  placeOf(key: string): number | null {
    const place = this.series.byKey.get(key)
    return place === undefined || place >= this.seriesCount ? null : place
  }

  placesOf(category: number): Int32Array {
    return this.#placesByCategory.of(category)
  }
}

export const qualifierOf = (block: Block, row: number): Row['qualifier'] =>
  qualifiers[block.columns.qualifier[row] as number] as Row['qualifier']

export const statusOf = (block: Block, row: number): Row['status'] =>
  statuses[block.columns.status[row] as number] as Row['status']

/** Compares numbers of two rows, neither of which is null. */
export function compareNumbers(name: NumberName, a: Block, aRow: number, b: Block, bRow: number): number {
  const [own, other] = [a.columns[name] as NumberColumn, b.columns[name] as NumberColumn]
  const [aPlaces, bPlaces] = [own.places[aRow] as number, other.places[bRow] as number]
  if (aPlaces === isWide || bPlaces === isWide)
    return compareTexts(a.text(name, aRow) as string, b.text(name, bRow) as string)
  return comparePlain(own.digits[aRow] as number, aPlaces, other.digits[bRow] as number, bPlaces)
}

const groupOf = ({ breakdown, frequency }: SeriesEntry): number =>
  breakdown * frequencies.length + frequencies.indexOf(frequency)

function groupsOf(block: Block): readonly SeriesGroup[] {
  const groups = new Map<number, { places: number[]; rows: number }>()
  for (let place = 0; place < block.seriesCount; place++) {
    const group = getOrInsert(groups, groupOf(block.entry(place)), () => ({ places: [], rows: 0 }))
    group.places.push(place)
    group.rows += (block.starts[place + 1] as number) - (block.starts[place] as number)
  }
  return [...groups.values()].map(({ places, rows }) => ({ places: Int32Array.from(places), rows }))
}

function currentCountsOf(block: Block): Int32Array {
  const counts = new Int32Array(block.seriesCount)
  const { series } = block.columns
  for (let row = 0; row < block.length; row++)
    if (block.isCurrent(row)) counts[series[row] as number] = (counts[series[row] as number] as number) + 1
  return counts
}

function compareValues(block: Block, a: number, b: number): number {
  const [hasA, hasB] = [block.has('value', a), block.has('value', b)]
  return hasA && hasB ? compareNumbers('value', block, b, block, a) : Number(hasB) - Number(hasA)
}

function cellsOf(block: Block): ReadonlyMap<number, readonly Int32Array[]> {
  const { period } = block.columns
  const cells = new Map<number, Map<number, number[]>>()
  for (let place = 0; place < block.seriesCount; place++) {
    const cell = groupOf(block.entry(place))
    for (let row = block.starts[place] as number; row < (block.starts[place + 1] as number); row++)
      if (block.isCurrent(row)) getOrInsert(getOrInsert(cells, period[row] as number, newMap), cell, () => []).push(row)
  }
  return new Map([...cells].map(([ordinal, own]) => [ordinal, [...own.values()].map((rows) => Int32Array.from(rows))]))
}

const newMap = (): Map<number, number[]> => new Map()

const bytesOfSeries = 300

function bytesOf({ length, columns, seriesCount, dictionaries }: Block): number {
  const all: readonly (Integers | NumberColumn | null)[] = Object.values(columns)
  const arrays = all.flatMap((column): readonly { readonly byteLength: number }[] =>
    column === null ? [] : 'digits' in column ? [column.digits, column.places] : [column],
  )
  const rows = arrays.reduce((sum, { byteLength }) => sum + byteLength, 8 * length)
  return rows + seriesCount * bytesOfSeries + dictionaries.bytesOfRares
}
