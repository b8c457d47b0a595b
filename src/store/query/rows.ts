import type { CategoryRef } from '../../domain/codes/codes.js'
import { Decimal, type Printed } from '../../domain/numbers/decimal.js'
import { type Scaled, scaledText } from '../../domain/numbers/near.js'
import { PrintedText } from '../../domain/numbers/printed-text.js'
import type { Change, Observation } from '../../domain/observations/observation.js'
import { parseSeriesKey, type SeriesParts } from '../../domain/observations/series-key.js'
import { type Frequency, type Period, parsePeriod, periodOf, yearBefore } from '../../domain/periods/period.js'
import { type Unit, unitInfo } from '../../domain/units/unit.js'
import { Prisma } from '../../generated/prisma/client.js'
import type { Sortable } from '../sql/order.js'
import type { Release, Snapshot } from './metadata-snapshot.js'

export interface SeriesRef {
  readonly id: number
  readonly key: string
}

export interface Indicator extends Observation {
  readonly series: SeriesRef
  readonly metricId: number
  readonly categoryId: number
  readonly release: Release
  readonly knownFrom: Date
  readonly knownTo: Date | null
}

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
  readonly extra: RareParts | null
  readonly known_to: Date | null
  readonly scaled?: Scaled | null
}

/** The column `extra`: parts that few figures have. Numbers are as printed, periods are texts. */
export interface RareParts {
  readonly flags?: string
  readonly note?: { readonly en?: string; readonly zh?: string }
  readonly changes?: readonly { readonly percent?: string; readonly points?: string; readonly base: string }[]
}

export type PlacedRow = Row & { readonly place: number }

export type Rows = <T extends object>(statement: Prisma.Sql) => Promise<T[]>

export interface Reader {
  readonly rows: Rows
  readonly snapshot: Snapshot
}

type Column = keyof Row

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
  scaled: ['value'],
  decimals: ['scale', 'unit'],
  qualifier: ['qualifier'],
  status: ['status'],
  flags: ['extra'],
  changes: ['yoy', 'period', 'frequency', 'extra'],
  yoy: ['yoy'],
  share: ['share'],
  shareOf: ['share_metric_id', 'share_category_id'],
  shareChange: ['share_change'],
  note: ['extra'],
  knownFrom: ['known_from'],
  knownTo: ['known_to'],
}

/** The parts of a figure to read. Access to others throws. */
export type Parts = ReadonlySet<keyof Indicator>

/** The columns of parts of a figure, or of all, and further ones; from `i` (indicator) and `s` (its series). */
export function columnsFor(parts: Parts | null, others: readonly Column[] = [], key = 's.key'): Prisma.Sql {
  const all = parts ?? (Object.keys(columnsOf) as (keyof Indicator)[])
  const names = new Set<Column>([...[...all].flatMap((part) => columnsOf[part]), ...others])
  const expressions = [...names].map((name) => (name === 'key' ? key : `i.${name}`))
  return Prisma.raw(expressions.join(', ') || 'true AS found')
}

export const columns: Prisma.Sql = columnsFor(null)

export const toIndicator = (row: Row, snapshot: Snapshot): Indicator => new StoredIndicator(row, snapshot)

/** Computes parts of a figure on access: most queries select few of them. */
class StoredIndicator implements Indicator {
  readonly #row: Row
  readonly #snapshot: Snapshot
  #seriesParts: SeriesParts | null = null
  #changes: readonly Change[] | null = null
  #value: Decimal | null = null
  #scaled: Scaled | null | undefined
  #period: Period | null = null

  constructor(row: Row, snapshot: Snapshot) {
    this.#row = row
    this.#snapshot = snapshot
  }

  #read<Name extends Column>(name: Name): Row[Name] {
    const found = this.#row[name]
    if (found === undefined) throw new Error(`The column ${name} of a figure was not read.`)
    return found
  }

  get series(): SeriesRef {
    return { id: this.#read('series_id'), key: this.#read('key') }
  }

  get release(): Release {
    const release = this.#snapshot.releaseById.get(this.#read('release_id'))
    if (release === undefined)
      throw new Error(`A figure has the release ${this.#row.release_id}, which does not exist.`)
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
    this.#seriesParts ??= parseSeriesKey(this.#read('key'))
    if (this.#seriesParts === null) throw new Error(`A stored series has the invalid key "${this.#row.key}".`)
    return this.#seriesParts.categories
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

  get scaled(): Scaled | null {
    if (this.#scaled === undefined) {
      const { scaled } = this.#row
      const text = scaled === undefined ? this.#read('value') : null
      this.#scaled = scaled ?? (text === null ? null : scaledText(text))
    }
    return this.#scaled
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
    this.#changes ??= changesOf(this.#read('yoy'), this.period, this.#read('extra'), printedText)
    return this.#changes
  }

  get yoy(): Printed | null {
    return number(this.#read('yoy'))
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

  get #extra(): RareParts {
    return this.#read('extra') ?? {}
  }
}

const printedText = (text: string): Printed => new PrintedText(text)
const number = (text: string | null): Printed | null => (text === null ? null : printedText(text))

const noChanges: readonly never[] = []

/** Returns the changes of a figure, that on a year before first. If it was printed in points as well, both are merged. */
export function changesOf<Value>(
  yoy: string | null,
  period: Period,
  extra: RareParts | null,
  parse: (text: string) => Value,
): readonly Change<Value>[] {
  const others = extra?.changes?.map(
    ({ percent, points, base }): Change<Value> => ({
      percent: percent === undefined ? null : parse(percent),
      points: points === undefined ? null : parse(points),
      base: parsePeriod(base),
    }),
  )
  if (yoy === null) return others ?? noChanges
  const percent = parse(yoy)
  const base = yearBefore(period)
  if (others === undefined) return [{ percent, points: null, base }]
  const same = others.find((other) => other.base.text === base.text && other.percent === null)
  return [{ percent, points: same?.points ?? null, base }, ...others.filter((other) => other !== same)]
}
