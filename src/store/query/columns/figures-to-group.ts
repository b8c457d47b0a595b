import type { Part } from '../../../domain/aggregation/overlap.js'
import type { Tally } from '../../../domain/aggregation/tally.js'
import type { IndicatorFilter } from '../../../domain/observations/filter.js'
import type { Key } from '../../../domain/observations/group-key.js'
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

/** A figure with what it is grouped by, named as the columns of the SQL of groups. */
export interface FigureToGroup {
  readonly keyed: {
    readonly dataset_id: number
    readonly [key: `category_${number}`]: number
    readonly metric_id: number
    readonly period: number
    readonly frequency: Frequency
  }
  readonly series: string
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
  const datasetIds = new Map(codes.breakdowns.map(({ id, dataset }) => [id, dataset.id]))
  const figures: FigureToGroup[] = []
  for (const { block, rows } of selected) {
    const yearBefore = before
      ? (row: number) => {
          const { series, period } = block.columns
          const ordinal = ordinalYearBefore({ ordinal: period[row] as number })
          return block.known(series[row] as number, ordinal, found.matcher.at)
        }
      : null
    const part = (row: number): Part => {
      const { key, frequency } = block.entryOf(row)
      return { ...partOf(key), periods: [periodOf(block.columns.period[row] as number, frequency)] }
    }
    const ofSeries = new Map<number, Omit<FigureToGroup['keyed'], 'period'> | null>()
    const keysOf = (place: number) => {
      const { categories, breakdown, frequency } = block.entry(place)
      const own = dimensions.map((dimension) => categories.find((id) => codes.categoryById(id).dimension === dimension))
      if (own.includes(undefined)) return null
      const keyed: Record<`category_${number}`, number> = {}
      for (const [index, id] of own.entries()) keyed[`category_${index}`] = id as number
      return { dataset_id: datasetIds.get(breakdown) ?? 0, metric_id: block.metric, frequency, ...keyed }
    }
    for (const row of rows) {
      const place = block.columns.series[row] as number
      const { measure, key } = block.entry(place)
      if (exchange?.measures.includes(measure)) return null
      const keyed = getOrInsert(ofSeries, place, keysOf)
      if (keyed === null) continue
      figures.push({
        keyed: { ...keyed, period: block.columns.period[row] as number },
        series: key,
        tally: new FigureTally(block, row, part, yearBefore),
      })
    }
  }
  return figures
}
