import type { Tally } from '../../../domain/aggregation/tally.js'
import type { CodeLists } from '../../../domain/codes/codes.js'
import type { Header, Key } from '../../../domain/observations/group-key.js'
import { type Frequency, periodOf } from '../../../domain/periods/period.js'
import { getOrInsert } from '../../../lib/memo.js'

export type KeyLists = readonly (readonly Key[])[]

export interface Keyed {
  readonly dataset_id?: number
  readonly [key: `category_${number}`]: number
  readonly metric_id?: number
  readonly period?: number
  readonly frequency?: Frequency
}

export type SeriesKeys = Required<Omit<Keyed, 'period'>>

export type Column = 'dataset_id' | 'metric_id' | 'period' | 'frequency' | `category_${number}`

export function columnsOf(keys: KeyLists): Column[][] {
  let next = 0
  const ofKey = (key: Key): Column[] => {
    if (key.by === 'DATASET') return ['dataset_id']
    if (key.by === 'METRIC') return ['metric_id']
    return key.by === 'PERIOD' ? ['period', 'frequency'] : [`category_${next++}`]
  }
  return keys.map((list) => list.flatMap(ofKey))
}

type Line = Tally[][]

/** Tallies in rows and columns by the headers of one or two lists of keys, in the order in which these are found. */
export class GroupTable {
  readonly #rows: HeaderList
  readonly #columns: HeaderList
  readonly #lines: Line[] = []

  constructor(keys: KeyLists, codes: CodeLists) {
    const [rows = [], columns = []] = columnsOf(keys)
    this.#rows = new HeaderList(rows, codes)
    this.#columns = new HeaderList(columns, codes)
  }

  get rows(): readonly Header[] {
    return this.#rows.headers
  }

  get columns(): readonly Header[] {
    return this.#columns.headers
  }

  get size(): number {
    return this.rows.length * this.columns.length
  }

  add(row: Keyed, tally: Tally): void {
    put(this.#lineAt(this.#rows.placeOf(row)), this.#columns.placeOf(row), tally)
  }

  ofSeries(keys: SeriesKeys): (period: number, tally: Tally) => void {
    const [row, column] = [this.#rows.placesOf(keys), this.#columns.placesOf(keys)]
    return (period, tally) => put(this.#lineAt(row(period)), column(period), tally)
  }

  cell(row: number, column: number): readonly Tally[] | null {
    return this.#lines[row]?.[column] ?? null
  }

  #lineAt(row: number): Line {
    const found = this.#lines[row]
    if (found !== undefined) return found
    const line: Line = []
    this.#lines[row] = line
    return line
  }
}

function put(line: Line, column: number, tally: Tally): void {
  const cell = line[column]
  if (cell === undefined) line[column] = [tally]
  else cell.push(tally)
}

class HeaderList {
  readonly headers: Header[] = []
  readonly #columns: readonly Column[]
  readonly #codes: CodeLists
  readonly #places = new Map<string, number>()
  readonly #byPeriod = new Map<string, Map<number, number>>()

  constructor(columns: readonly Column[], codes: CodeLists) {
    this.#columns = columns
    this.#codes = codes
  }

  placeOf(row: Keyed): number {
    return getOrInsert(this.#places, nameIn(row, this.#columns), () => this.headers.push(this.#make(row)) - 1)
  }

  placesOf(keys: SeriesKeys): (period: number) => number {
    if (!this.#columns.includes('period')) {
      const place = this.placeOf(keys)
      return () => place
    }
    const others = this.#columns.filter((column) => column !== 'period')
    const places = getOrInsert(this.#byPeriod, nameIn(keys, others), () => new Map<number, number>())
    return (period) => getOrInsert(places, period, () => this.placeOf({ ...keys, period }))
  }

  #make(row: Keyed): Header {
    const columns = this.#columns
    const codes = this.#codes
    const categories = columns.filter((column) => column.startsWith('category'))
    const dataset = columns.includes('dataset_id') ? codes.datasets.find(({ id }) => id === row.dataset_id) : null
    return {
      dataset: dataset ?? null,
      metric: row.metric_id !== undefined && columns.includes('metric_id') ? codes.metricById(row.metric_id) : null,
      categories: categories.map((column) => codes.categoryById(Number(row[column]))),
      period: columns.includes('period') ? periodOf(row.period ?? 0, row.frequency ?? 'ANNUAL') : null,
    }
  }
}

function nameIn(keyed: Keyed, columns: readonly Column[]): string {
  let name = ''
  for (const column of columns) name += `${keyed[column]} `
  return name
}
