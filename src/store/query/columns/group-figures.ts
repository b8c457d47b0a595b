import type { Part } from '../../../domain/aggregation/overlap.js'
import type { IndicatorFilter } from '../../../domain/observations/filter.js'
import type { Key } from '../../../domain/observations/group-key.js'
import { ordinalYearBefore, periodOf } from '../../../domain/periods/period.js'
import type { CurrencyConverter } from '../../../domain/units/exchange-rate.js'
import { getOrInsert } from '../../../lib/memo.js'
import type { GroupTable } from '../groups/table.js'
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

/** The most figures that are added up here: SQL makes no object of each. */
const most = 5000

/**
 * Adds the figures of a filter that have a category for each key to a table, and returns the codes of their datasets;
 * null if SQL has to answer: also for the level of a key, and for figures to be converted.
 */
export async function groupFigures(
  view: BlockReader,
  { filter, keys, before, exchange }: GroupQuery,
  table: GroupTable,
  partOf: (key: string) => Omit<Part, 'periods'>,
): Promise<ReadonlySet<string> | null> {
  const ofCategory = keys.flat().flatMap((key) => (key.by === 'CATEGORY' ? [key] : []))
  if (ofCategory.some(({ level }) => level !== null)) return null
  const found = await blocksFor(view, { filter, scope: null })
  if (found === null) return null
  const selected = select(found.candidates, found.matcher)
  if (selected.reduce((sum, { rows }) => sum + rows.length, 0) > most) return null
  const { codes } = view.snapshot
  const dimensions = ofCategory.map(({ dimension }) => dimension)
  const datasetOf = new Map(codes.breakdowns.map(({ id, dataset }) => [id, dataset]))
  const datasets = new Set<string>()
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
    const adderOf = (place: number): Add | null => {
      const { categories, breakdown, frequency, measure } = block.entry(place)
      if (exchange?.measures.includes(measure)) return null
      const own = dimensions.map((dimension) => categories.find((id) => codes.categoryById(id).dimension === dimension))
      const dataset = datasetOf.get(breakdown)
      if (own.includes(undefined) || dataset === undefined) return ignore
      datasets.add(dataset.code)
      const named: Record<`category_${number}`, number> = {}
      for (const [index, id] of own.entries()) named[`category_${index}`] = id as number
      return table.ofSeries({ dataset_id: dataset.id, metric_id: block.metric, frequency, ...named })
    }
    const adders = new Map<number, Add | null>()
    for (const row of rows) {
      const add = getOrInsert(adders, series[row] as number, adderOf)
      if (add === null) return null
      add(period[row] as number, new FigureTally(block, row, part, yearBefore))
    }
  }
  return datasets
}

type Add = ReturnType<GroupTable['ofSeries']>

const ignore: Add = () => {}
