import type { Part } from '../../../domain/aggregation/overlap.js'
import type { Tally } from '../../../domain/aggregation/tally.js'
import type { IndicatorFilter } from '../../../domain/observations/filter.js'
import type { Header, Key } from '../../../domain/observations/group-key.js'
import type { Frequency } from '../../../domain/periods/period.js'
import { ordinalYearBefore, periodOf } from '../../../domain/periods/period.js'
import type { CurrencyConverter } from '../../../domain/units/exchange-rate.js'
import { getOrInsert } from '../../../lib/memo.js'
import type { BlockReader } from './blocks.js'
import { blocksFor } from './selected.js'
import { select } from './selection.js'
import { FigureTally } from './tallies.js'

interface GroupQuery {
  readonly filter: IndicatorFilter
  readonly keys: readonly (readonly Key[])[]
  readonly before: boolean
  readonly exchange: CurrencyConverter | null
}

/** The parts of the keys that the figures of a series share, named as the columns of the SQL of groups. */
export interface SeriesKeys {
  readonly dataset_id: number
  readonly [key: `category_${number}`]: number
  readonly metric_id: number
  readonly frequency: Frequency
}

/** Returns the headers of the figures of a series by their periods. */
type HeadersOf = (keys: SeriesKeys) => (period: number) => readonly Header[]

/** A figure with the headers of its group. */
export interface FigureToGroup {
  readonly headers: readonly Header[]
  readonly dataset: string
  readonly tally: Tally
}

/** The most figures that are added up here: SQL makes no object of each. */
const most = 5000

/**
 * Returns the figures of a filter that have a category for each key; null if SQL has to answer: also for the level of a
 * key, and for figures to be converted.
 */
export async function figuresToGroup(
  view: BlockReader,
  { filter, keys, before, exchange }: GroupQuery,
  headersOf: HeadersOf,
  partOf: (key: string) => Omit<Part, 'periods'>,
): Promise<readonly FigureToGroup[] | null> {
  const ofCategory = keys.flat().flatMap((key) => (key.by === 'CATEGORY' ? [key] : []))
  if (ofCategory.some(({ level }) => level !== null)) return null
  const found = await blocksFor(view, { filter, scope: null })
  if (found === null) return null
  const selected = select(found.candidates, found.matcher)
  if (selected.reduce((sum, { rows }) => sum + rows.length, 0) > most) return null
  const { codes } = view.snapshot
  const dimensions = ofCategory.map(({ dimension }) => dimension)
  const datasets = new Map(codes.breakdowns.map(({ id, dataset }) => [id, dataset]))
  const figures: FigureToGroup[] = []
  for (const { block, rows } of selected) {
    const { series, period } = block.columns
    const yearBefore = before
      ? (row: number) => {
          const ordinal = ordinalYearBefore({ ordinal: period[row] as number })
          return block.known(series[row] as number, ordinal, found.matcher.at)
        }
      : null
    const part = (row: number): Part => {
      const { key, frequency } = block.entryOf(row)
      return { ...partOf(key), periods: [periodOf(period[row] as number, frequency)] }
    }
    const ofSeries = (place: number) => {
      const { categories, breakdown, frequency, measure } = block.entry(place)
      const own = dimensions.map((dimension) => categories.find((id) => codes.categoryById(id).dimension === dimension))
      const dataset = datasets.get(breakdown)
      const isConverted = exchange?.measures.includes(measure) ?? false
      if (own.includes(undefined) || dataset === undefined) return { isConverted, headersAt: null, dataset: '' }
      const named: Record<`category_${number}`, number> = {}
      for (const [index, id] of own.entries()) named[`category_${index}`] = id as number
      const keys = { dataset_id: dataset.id, metric_id: block.metric, frequency, ...named }
      return { isConverted, headersAt: headersOf(keys), dataset: dataset.code }
    }
    const bySeries = new Map<number, ReturnType<typeof ofSeries>>()
    for (const row of rows) {
      const { isConverted, headersAt, dataset } = getOrInsert(bySeries, series[row] as number, ofSeries)
      if (isConverted) return null
      if (headersAt === null) continue
      const tally = new FigureTally(block, row, part, yearBefore)
      figures.push({ headers: headersAt(period[row] as number), dataset, tally })
    }
  }
  return figures
}
