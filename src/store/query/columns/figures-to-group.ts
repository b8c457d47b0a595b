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
    const ofSeries = new Map<number, readonly (number | undefined)[]>()
    const categoriesOf = (place: number) =>
      getOrInsert(ofSeries, place, () => {
        const { categories } = block.entry(place)
        return dimensions.map((dimension) => categories.find((id) => codes.categoryById(id).dimension === dimension))
      })
    for (const row of rows) {
      const place = block.columns.series[row] as number
      const entry = block.entry(place)
      if (exchange?.measures.includes(entry.measure)) return null
      const categories = categoriesOf(place)
      if (categories.includes(undefined)) continue
      const period = block.columns.period[row] as number
      const keyed: Record<string, number | Frequency> = {
        dataset_id: datasetIds.get(entry.breakdown) ?? 0,
        ...{ metric_id: block.metric, period, frequency: entry.frequency },
      }
      for (const [index, id] of categories.entries()) keyed[`category_${index}`] = id as number
      const part = (): Part => ({ ...partOf(entry.key), periods: [periodOf(period, entry.frequency)] })
      const yearBefore = before
        ? () => block.known(place, ordinalYearBefore({ ordinal: period }), found.matcher.at)
        : null
      figures.push({
        keyed: keyed as FigureToGroup['keyed'],
        series: entry.key,
        tally: new FigureTally(block, row, part, yearBefore),
      })
    }
  }
  return figures
}
