import type { CategoryRef } from '../../domain/codes/codes.js'
import { Decimal, type Printed, printed } from '../../domain/numbers/decimal.js'
import type { Change, Observation } from '../../domain/observations/observation.js'
import { parseSeriesKey, type SeriesParts } from '../../domain/observations/series-key.js'
import { type Frequency, type Period, parsePeriod, periodOf, yearBefore } from '../../domain/periods/period.js'
import { type Unit, unitInfo } from '../../domain/units/unit.js'
import { Prisma } from '../../generated/prisma/client.js'
import type { Sortable } from '../sql/order.js'
import type { Release, Snapshot } from './metadata-snapshot.js'

/** A series as a row refers to it. */
export interface SeriesRef {
  readonly id: number
  readonly key: string
}

/** A figure as the store has it: what was printed, of which series, by which release. */
export interface Indicator extends Observation {
  readonly series: SeriesRef
  readonly metricId: number
  /** Of the first of its categories in code list order. */
  readonly categoryId: number
  readonly release: Release
  readonly knownFrom: Date
  readonly knownTo: Date | null
}

/** The columns of a row of `indicator`, as node-postgres gives them: decimals as text. */
export interface Row extends Sortable {
  readonly key: string
  readonly frequency: Frequency
  readonly unit: string
  readonly scale: number | null
  readonly qualifier: Observation['qualifier']
  readonly status: Observation['status']
  readonly share_metric_id: number | null
  readonly share_category_id: number | null
  readonly share_change: string | null
  readonly extra: Extra | null
  readonly known_to: Date | null
}

/** What few figures have, as it stands in the column `extra`: numbers as they were printed, periods by their texts. */
export interface Extra {
  readonly flags?: string
  readonly note?: { readonly en?: string; readonly zh?: string }
  readonly changes?: readonly { readonly percent?: string; readonly points?: string; readonly base: string }[]
}

type Column = keyof Row

/** What each part of a figure is made of. */
const columnsOf: Readonly<Record<keyof Indicator, readonly Column[]>> = {
  series: ['series_id', 'key'],
  release: ['release_id'],
  metric: ['metric_id'],
  metricId: ['metric_id'],
  categoryId: ['category_id'],
  categories: ['key'],
  period: ['period', 'frequency'],
  unit: ['unit'],
  value: ['value', 'unit'],
  decimals: ['scale', 'unit'],
  qualifier: ['qualifier'],
  status: ['status'],
  flags: ['extra'],
  changes: ['yoy', 'period', 'frequency', 'extra'],
  share: ['share'],
  shareOf: ['share_metric_id', 'share_category_id'],
  shareChange: ['share_change'],
  note: ['extra'],
  knownFrom: ['known_from'],
  knownTo: ['known_to'],
}

/** Some parts of a figure: what else is asked of it is an error. */
export type Parts = ReadonlySet<keyof Indicator>

/** The columns of some parts of a figure, or of all, and what else is wanted of a row: of `i` of indicator, the key from `s` of series. */
export function columnsFor(parts: Parts | null, others: readonly Column[] = [], key = 's.key'): Prisma.Sql {
  const all = parts ?? (Object.keys(columnsOf) as (keyof Indicator)[])
  const names = new Set<Column>([...[...all].flatMap((part) => columnsOf[part]), ...others])
  const expressions = [...names].map((name) => (name === 'key' ? key : `i.${name}`))
  return Prisma.raw(expressions.join(', ') || 'true AS found')
}

/** The columns of a whole figure. */
export const columns: Prisma.Sql = columnsFor(null)

/** A row as a figure; labels, trees and releases come from the snapshot of the same version. */
export const toIndicator = (row: Row, snapshot: Snapshot): Indicator => new StoredFigure(row, snapshot)

/** A row, each part of which is read when it is asked for: most are asked for little of what was printed. */
class StoredFigure implements Indicator {
  readonly #row: Row
  readonly #snapshot: Snapshot
  #keyed: SeriesParts | null = null
  #changes: readonly Change[] | null = null
  #value: Decimal | null = null
  #period: Period | null = null

  constructor(row: Row, snapshot: Snapshot) {
    this.#row = row
    this.#snapshot = snapshot
  }

  /** The text or number of a column; an error where it was not read. */
  #read<Name extends Column>(name: Name): Row[Name] {
    const found = this.#row[name]
    if (found === undefined) throw new Error(`the column ${name} of a figure was not read`)
    return found
  }

  get series(): SeriesRef {
    return { id: this.#read('series_id'), key: this.#read('key') }
  }

  get release(): Release {
    const release = this.#snapshot.releaseById.get(this.#read('release_id'))
    if (release === undefined) throw new Error(`there is no release ${this.#row.release_id}, and a figure of it`)
    return release
  }

  get metric(): string {
    return this.#snapshot.codes.metricById(this.metricId).code
  }

  get metricId(): number {
    return this.#read('metric_id')
  }

  get categoryId(): number {
    return this.#read('category_id')
  }

  get categories(): readonly CategoryRef[] {
    this.#keyed ??= parseSeriesKey(this.#read('key'))
    if (this.#keyed === null) throw new Error(`a stored series has the key "${this.#row.key}"`)
    return this.#keyed.categories
  }

  get period(): Period {
    this.#period ??= periodOf(this.#read('period'), this.#read('frequency'))
    return this.#period
  }

  get unit(): Unit {
    return this.#read('unit') as Unit
  }

  get value(): Decimal | null {
    const text = this.#read('value')
    if (text === null) return null
    const { exponent } = unitInfo(this.unit)
    this.#value ??= new Decimal(exponent === 0 ? text : `${text}e${-exponent}`)
    return this.#value
  }

  get decimals(): number | null {
    const scale = this.#read('scale')
    return scale === null ? null : scale + unitInfo(this.unit).exponent
  }

  get qualifier(): Observation['qualifier'] {
    return this.#read('qualifier')
  }

  get status(): Observation['status'] {
    return this.#read('status')
  }

  get flags(): string | null {
    return this.#extra.flags ?? null
  }

  get changes(): readonly Change[] {
    this.#changes ??= this.#readChanges()
    return this.#changes
  }

  get share(): Printed | null {
    return number(this.#read('share'))
  }

  get shareOf(): Observation['shareOf'] {
    const { codes } = this.#snapshot
    const [metric, category] = [this.#read('share_metric_id'), this.#read('share_category_id')]
    if (metric === null || category === null) return null
    const { dimension, code } = codes.categoryById(category)
    return { metric: codes.metricById(metric).code, category: { dimension: dimension.code, code } }
  }

  get shareChange(): Printed | null {
    return number(this.#read('share_change'))
  }

  get note(): Observation['note'] {
    const { note } = this.#extra
    return { en: note?.en ?? null, zh: note?.zh ?? null }
  }

  get knownFrom(): Date {
    return this.#read('known_from')
  }

  get knownTo(): Date | null {
    return this.#read('known_to')
  }

  get #extra(): Extra {
    return this.#read('extra') ?? {}
  }

  #readChanges(): readonly Change[] {
    const others = (this.#extra.changes ?? []).map(({ percent, points, base }) => ({
      percent: number(percent),
      points: number(points),
      base: parsePeriod(base),
    }))
    const yoy = this.#read('yoy')
    return yoy === null ? others : withYoy(printed(yoy), yearBefore(this.period), others)
  }
}

const number = (text: string | undefined | null): Printed | null => (text == null ? null : printed(text))

/** The change on a year before stands first; where it was printed in points as well, both are of one change. */
function withYoy(percent: Printed, base: Period, others: readonly Change[]): Change[] {
  const same = others.find((other) => other.base.text === base.text && other.percent === null)
  return [{ percent, points: same?.points ?? null, base }, ...others.filter((other) => other !== same)]
}
