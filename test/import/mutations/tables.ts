import { categoryText } from '../../../src/domain/codes/codes.js'
import { Decimal } from '../../../src/domain/numbers/decimal.js'
import { parsePeriod } from '../../../src/domain/periods/period.js'
import { tableMap } from '../../../src/files/maps/map-files.js'
import type { ImportRequest } from '../../../src/import/importer.js'
import { readTable } from '../../files/table-map/support.js'
import type { Dice } from '../dice.js'
import { headOf, requestOf } from '../tables.js'

/** The columns of levels of the real tables, in order after the label; growth of the years to date follows them. */
export const columns = (['TRADE', 'EXPORTS', 'IMPORTS'] as const).flatMap((metric) =>
  (['MONTH', 'YEAR_TO_DATE'] as const).map((span) => ({ metric, span })),
)
export type Metric = (typeof columns)[number]['metric']
export type Span = (typeof columns)[number]['span']

const metrics: readonly Metric[] = ['TRADE', 'EXPORTS', 'IMPORTS']
const spans: readonly Span[] = ['MONTH', 'YEAR_TO_DATE']

/** The position of a column of levels among the cells of a row, from 1. */
export const levelAt = (metric: Metric, span: Span): number =>
  1 + columns.findIndex((each) => each.metric === metric && each.span === span)
/** The position of the growth of a metric. */
export const growthAt = (metric: Metric): number => 7 + metrics.indexOf(metric)

export interface Place {
  /** As in the key of a series: "TOTAL:ALL", "LOCATION:北京市". */
  readonly category: string
  readonly level: 'TOTAL' | 'PROVINCE' | 'CITY' | 'ZONE'
  readonly month: number
  /** The label, six levels and three growth rates, as printed. */
  readonly cells: readonly string[]
}

/** A published table. */
export interface Table {
  readonly month: number
  readonly head: readonly string[]
  readonly places: readonly Place[]
  readonly foot: readonly string[]
}

/** Reads the table of a month, and which place each of its rows is about. */
export async function readMonth(month: number): Promise<Table> {
  const request = requestOf(month)
  const chunks: Uint8Array[] = []
  for (const { bytes } of request.files) for await (const chunk of bytes) chunks.push(chunk)
  const bytes = Buffer.concat(chunks)
  const { readings } = await readTable(bytes, await tableMap('gacc-location'), { period: request.period })
  const found = new Map<number, Omit<Place, 'cells' | 'month'>>()
  const provinces = new Set<string>()
  for (const { category } of readings) if (category?.parent === null) provinces.add(category.code)
  for (const { figure, place } of readings) {
    const [category] = figure?.categories ?? []
    if (category === undefined) continue
    const { dimension, code } = category
    const isCity = /[市州]$/.test(code) || code === '平潭' || code === '雄安新区'
    const level = dimension === 'TOTAL' ? 'TOTAL' : provinces.has(code) ? 'PROVINCE' : isCity ? 'CITY' : 'ZONE'
    found.set(place.row, { category: categoryText(category), level })
  }
  const lines = bytes.toString('utf8').trimEnd().split(/\r?\n/)
  const places = lines.flatMap((line, at) => {
    const place = found.get(at + 1)
    return place === undefined ? [] : [{ ...place, month, cells: line.split(',') }]
  })
  return { month, head: lines.slice(0, 3), places, foot: lines.slice(3 + places.length) }
}

export const tableKinds = [
  'full table',
  'one metric',
  'seven provinces',
  'seven cities',
  'totals',
  'year to date',
  'month',
  'single figure',
  'no growth',
  'exports and imports',
  'one month before',
  'in 100 million yuan',
  'same month again',
  'flash that comes late',
  'first series',
] as const
export type TableKind = (typeof tableKinds)[number]

/** The part of a table that is imported: its rows and its columns of levels by position, with or without growth. */
export interface Cut {
  readonly kind: TableKind
  readonly table: Table
  /** The table of the month before. */
  readonly before: Table
  readonly rows: readonly number[]
  readonly columns: readonly number[]
  readonly growth: boolean
}

/** Kinds that differ in the store or in the unit and are any other small part. */
const likeOthers: ReadonlySet<TableKind> = new Set(tableKinds.slice(10, 14))
/** Kinds that are imported after the whole table of their month. */
export const isAfter = (kind: TableKind): boolean => kind === 'same month again' || kind === 'flash that comes late'

/** Draws a part of a table. A small one has only places that the month before has too. */
export function drawCut(kind: TableKind, table: Table, before: Table, dice: Dice): Cut {
  if (likeOthers.has(kind)) return { ...drawCut(dice.pick(tableKinds.slice(2, 10)), table, before, dice), kind }
  const all = [...table.places.keys()]
  const of = (metrics: readonly Metric[], spans: readonly Span[]): number[] =>
    metrics.flatMap((metric) => spans.map((span) => levelAt(metric, span))).sort()
  const cut = (rows: readonly number[], columns: readonly number[], growth = dice.chance(0.5)): Cut => {
    const ordered = [...rows].sort((a, b) => a - b)
    return { kind, table, before, rows: ordered, columns, growth }
  }
  if (kind === 'full table') return cut(all, [1, 2, 3, 4, 5, 6], true)
  const known = new Set(before.places.map(({ category }) => category))
  const rowsOf = (level?: Place['level']): number[] =>
    all.filter((at) => {
      const place = table.places[at]
      return place !== undefined && known.has(place.category) && (level === undefined || place.level === level)
    })
  const some = (level: Place['level']): readonly number[] => dice.sample(rowsOf(level), 7)
  const nation = (): readonly number[] => [...rowsOf('TOTAL'), ...rowsOf('PROVINCE')]
  const someMetrics = (): readonly Metric[] => (dice.chance(0.5) ? metrics : [dice.pick(metrics)])
  const someSpans = (): readonly Span[] => (dice.chance(0.5) ? spans : [dice.pick(spans)])
  const someRows = (): readonly number[] =>
    dice.pick([() => some('PROVINCE'), () => some('CITY'), nation, () => rowsOf('PROVINCE')])()
  switch (kind) {
    case 'one metric':
      return cut(rowsOf(), of([dice.pick(metrics)], spans))
    case 'seven provinces':
      return cut(some('PROVINCE'), of(someMetrics(), someSpans()))
    case 'seven cities':
      return cut(some('CITY'), of(someMetrics(), someSpans()))
    case 'totals':
      return cut(rowsOf('TOTAL'), of(someMetrics(), someSpans()))
    case 'year to date':
      return cut(someRows(), of(someMetrics(), ['YEAR_TO_DATE']))
    case 'month':
      return cut(someRows(), of(someMetrics(), ['MONTH']), false)
    case 'single figure': {
      const row = dice.pick(rowsOf(dice.pick(['TOTAL', 'PROVINCE', 'CITY'] as const)))
      return cut([row], [dice.pick([1, 2, 3, 4, 5, 6])])
    }
    case 'no growth':
      return cut(someRows(), of(metrics, spans), false)
    case 'first series':
      return cut(all, of(someMetrics(), [dice.pick(spans)]))
    default:
      return cut(someRows(), of(['EXPORTS', 'IMPORTS'], someSpans()))
  }
}

/** Cells with other text, by row and column. */
export class Edits {
  readonly #texts = new Map<string, string>()
  set(row: number, column: number, text: string): void {
    this.#texts.set(`${row} ${column}`, text)
  }
  get(row: number, column: number): string | undefined {
    return this.#texts.get(`${row} ${column}`)
  }
  get size(): number {
    return this.#texts.size
  }
  *[Symbol.iterator](): Generator<{ row: number; column: number; text: string }> {
    for (const [key, text] of this.#texts) {
      const [row = 0, column = 0] = key.split(' ').map(Number)
      yield { row, column, text }
    }
  }
}

/** A part of a table as a file: the layout of the office, or a tidy CSV, where "-" is left out. */
export function requestFor(cut: Cut, edits = new Edits()): ImportRequest {
  const { table, rows } = cut
  const { month } = table
  const text = (row: number, column: number): string => edits.get(row, column) ?? table.places[row]?.cells[column] ?? ''
  if (cut.kind === 'full table') {
    const body = rows.map((row) => [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((column) => text(row, column)).join(','))
    const bytes = Buffer.from([...table.head, ...body, ...table.foot, ''].join('\r\n'))
    return { ...requestOf(month, bytes), dryRun: true }
  }
  const unit = cut.kind === 'in 100 million yuan' ? 'CNY_100_MILLION' : 'CNY_10_THOUSAND'
  const inUnit = (text: string): string =>
    unit === 'CNY_10_THOUSAND' || text === '-' ? text : new Decimal(text).dividedBy(10_000).toFixed()
  const lines = ['metric,dimension,category,period,value,unit,change']
  for (const row of rows)
    for (const column of cut.columns) {
      const value = inUnit(text(row, column))
      const { metric, span } = columns[column - 1] ?? columns[0] ?? fail()
      const [dimension = '', code = ''] = table.places[row]?.category.split(':') ?? []
      const period = periodOf(table, row, column)
      const growth = cut.growth && span === 'YEAR_TO_DATE' ? text(row, growthAt(metric)).replace(/^-$/, '') : ''
      if (value !== '-') lines.push([metric, dimension, code, period, value, unit, growth].join(','))
    }
  const bytes = (async function* () {
    yield Buffer.from(`${lines.join('\n')}\n`)
  })()
  const { code, publishedAt } = headOf(month)
  const day = { 'same month again': '20T', 'flash that comes late': '09T' }[cut.kind as string] ?? '18T'
  const head = { ...headOf(month), code: `${code}-PART`, publishedAt: publishedAt.replace('18T', day) }
  const files = [{ name: 'part.csv', bytes }]
  const createCodes = cut.kind === 'first series'
  return { head, files, format: 'CSV', map: null, period: null, encoding: null, createCodes, dryRun: true }
}

/** The period of a cell. */
export function periodOf({ places }: Table, row: number, column: number): string {
  const text = `2024-${String(places[row]?.month).padStart(2, '0')}`
  const span = column > 6 ? 'YEAR_TO_DATE' : columns[column - 1]?.span
  return parsePeriod(span === 'MONTH' ? text : `2024-01/${text}`).text
}

/** The row of a month before the table's for a place. */
export const placeBefore = ({ before }: Cut, place: Place | undefined): Place | undefined =>
  before.places.find(({ category, month }) => category === place?.category && month === place.month - 1)

/** The months up to one as a table of one place: a row for each. */
export function seriesOf(tables: readonly Table[], dice: Dice): Table {
  const last = tables.at(-1) ?? fail()
  const level = dice.pick(['TOTAL', 'PROVINCE', 'CITY'] as const)
  const { category } = dice.pick(tables[0]?.places.filter((place) => place.level === level) ?? [])
  return { ...last, places: tables.flatMap(({ places }) => places.filter((place) => place.category === category)) }
}

/** The metric of a column of levels or growth. */
export const metricOf = (column: number): Metric => metrics[column > 6 ? column - 7 : (column - 1) >> 1] ?? fail()

function fail(): never {
  throw new Error('There is no such column.')
}
