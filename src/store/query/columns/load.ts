import { setImmediate as turn } from 'node:timers/promises'
import { type CodeLists, categoryText } from '../../../domain/codes/codes.js'
import { parseSeriesKey } from '../../../domain/observations/series-key.js'
import type { Frequency } from '../../../domain/periods/period.js'
import type { Unit } from '../../../domain/units/unit.js'
import { Prisma } from '../../../generated/prisma/client.js'
import { validAt } from '../../sql/validity.js'
import type { Reader } from '../rows.js'
import type { Block, SeriesEntry } from './block.js'
import { BlockBuilder, type LoadedRow } from './block-builder.js'

const { sql, raw } = Prisma

const seriesAtOnce = 500
/** More changes than this since a block was loaded are not applied to it: it is loaded again. */
const mostChanges = 100_000

const time = (column: string): Prisma.Sql => raw(`(extract(epoch FROM i.${column}) * 1000)::float8 AS ${column}`)

const columns = sql`i.series_id, i.period, i.release_id, i.unit, i.value, i.scale, i.qualifier, i.status, i.yoy, i.share,
  i.share_metric_id, i.share_category_id, i.share_change, i.extra, ${time('known_from')}, ${time('known_to')}`

/** Loads the figures of a metric, some hundred series at a time, between which other work runs. */
export async function loadBlock({ rows, snapshot }: Reader, metric: number): Promise<Block> {
  const builder = new BlockBuilder()
  for (let last = 0; ; ) {
    const found = await rows<SeriesRow>(sql`
      SELECT id, key, breakdown_id, category_id, measure, frequency FROM series
      WHERE metric_id = ${metric} AND id > ${last} AND from_version <= ${snapshot.version}
      ORDER BY id LIMIT ${seriesAtOnce}`)
    for (const row of found) builder.addSeries(entryOf(row, snapshot.codes))
    const ids = found.map(({ id }) => id)
    const figures = await rows<LoadedRow>(sql`
      SELECT ${columns} FROM indicator i WHERE i.series_id = ANY(${ids}::int[]) AND ${validAt(snapshot.version)}
      ORDER BY i.series_id, i.period, i.known_from, i.release_id`)
    for (const figure of figures) builder.addRow(figure)
    last = ids.at(-1) ?? last
    if (found.length < seriesAtOnce) break
    await turn()
  }
  return builder.build(metric, snapshot)
}

/**
 * Returns a block at a later version of the same history; null if the store has another history, or if so much has changed
 * that loading the block anew is simpler.
 */
export async function advanceBlock({ rows, snapshot }: Reader, block: Block): Promise<Block | null> {
  const { metric, at } = block
  const [found] = await rows<{ same: boolean }>(sql`
    SELECT EXISTS (SELECT FROM store_version WHERE version = ${at.version} AND stamp = ${at.stamp}::uuid) AS same`)
  if (found?.same !== true) return null
  const added = await rows<LoadedRow>(sql`
    SELECT ${columns} FROM indicator i
    WHERE i.from_version > ${at.version} AND i.metric_id = ${metric} AND ${validAt(snapshot.version)}
    ORDER BY i.series_id, i.period, i.known_from, i.release_id LIMIT ${mostChanges + 1}`)
  const ended = await rows<Pick<LoadedRow, 'series_id' | 'period' | 'release_id'>>(sql`
    SELECT i.series_id, i.period, i.release_id FROM indicator i
    WHERE i.to_version > ${at.version} AND i.to_version <= ${snapshot.version} AND i.from_version <= ${at.version}
      AND i.metric_id = ${metric} LIMIT ${mostChanges + 1}`)
  if (added.length > mostChanges || ended.length > mostChanges) return null
  const builder = new BlockBuilder(block)
  const ids = [...new Set(added.map(({ series_id: id }) => id))].filter((id) => !builder.hasSeries(id))
  const series = await rows<SeriesRow>(sql`
    SELECT id, key, breakdown_id, category_id, measure, frequency FROM series WHERE id = ANY(${ids}::int[]) ORDER BY id`)
  for (const row of series) builder.addSeries(entryOf(row, snapshot.codes))
  const inOrder = added.map((row, index) => ({ row, index, place: builder.placeOf(row.series_id) }))
  for (const { row } of inOrder.sort((a, b) => a.place - b.place || a.index - b.index)) builder.addRow(row)
  return builder.build(metric, snapshot, block, rowsOf(block, builder, ended))
}

function rowsOf(
  { starts, columns: { period, release }, seriesCount }: Block,
  builder: BlockBuilder,
  ended: readonly Pick<LoadedRow, 'series_id' | 'period' | 'release_id'>[],
): number[] {
  return ended.map((each) => {
    const place = builder.placeOf(each.series_id)
    const [first, end] = place >= 0 && place < seriesCount ? [starts[place] ?? 0, starts[place + 1] ?? 0] : [0, 0]
    for (let row = first; row < end; row++)
      if (period[row] === each.period && release[row] === each.release_id) return row
    throw new Error(`A block lacks a figure of the series ${each.series_id} that has ended since.`)
  })
}

interface SeriesRow {
  readonly id: number
  readonly key: string
  readonly breakdown_id: number
  readonly category_id: number
  readonly measure: Unit
  readonly frequency: Frequency
}

function entryOf({ id, key, breakdown_id, category_id, measure, frequency }: SeriesRow, codes: CodeLists): SeriesEntry {
  const refs = parseSeriesKey(key)?.categories ?? []
  const others = refs.length < 2 ? [] : refs.map((ref) => codes.findCategory(categoryText(ref)).id)
  return {
    ...{ id, key, breakdown: breakdown_id, measure, frequency },
    categories: [category_id, ...others.filter((other) => other !== category_id)],
  }
}
