import { setImmediate as turn } from 'node:timers/promises'
import { type CodeLists, categoryText } from '../../../domain/codes/codes.js'
import { parseSeriesKey } from '../../../domain/observations/series-key.js'
import type { Frequency } from '../../../domain/periods/period.js'
import type { Unit } from '../../../domain/units/unit.js'
import { Prisma } from '../../../generated/prisma/client.js'
import { getOrInsert, memoizeByObject, memoizeByText } from '../../../lib/memo.js'
import { ownText } from '../../../lib/own-text.js'
import type { Version } from '../../database/versions.js'
import { validAt } from '../../sql/validity.js'
import type { Reader, Rows } from '../rows.js'
import type { Block, RareParts, SeriesEntry } from './block.js'
import { BlockBuilder, type CommonParts, type LoadedRow } from './block-builder.js'

const { sql, raw } = Prisma

const mostSeriesAtOnce = 1000
/** Bounds the time for which a statement holds up others, on the embedded store all of them. */
const figuresAtOnce = 5000
/** Bounds what one series may have: more than all periods, each revised a hundred times. */
const mostOfSeries = 200_000
const mostChanges = 100_000

export interface Size {
  readonly figures: number
  readonly series: number
}

const own = ['series_id', 'period', 'value', 'yoy', 'share'] as const
const common = ['release_id', 'unit', 'scale', 'qualifier', 'status'] as const
const times = ['known_from', 'known_to'] as const
const rare = ['share_metric_id', 'share_category_id', 'share_change', 'extra'] as const

const columnsOf = (names: readonly string[]): string[] => names.map((name) => `i.${name}`)
const inLine = (expressions: readonly string[]): string =>
  expressions.map((each) => `coalesce(${each}::text, '')`).join(" || ',' || ")

/**
 * Writes a row as a line, with an empty text for null: the driver takes several times as long for a row of columns. The
 * parts after the semicolon are the same in most rows.
 */
const line = raw(
  [
    inLine([...columnsOf(own), `CASE WHEN ${columnsOf(rare).join(' IS NULL AND ')} IS NULL THEN '' ELSE 'r' END`]),
    inLine([...columnsOf(common), ...columnsOf(times).map((each) => `(extract(epoch FROM ${each}) * 1000)::bigint`)]),
  ].join(" || ';' || "),
)

/** Reads rows that satisfy a condition, in the order of blocks; throws RangeError if there are more than `most`. */
async function readRows({ rows }: Reader, condition: Prisma.Sql, most: number): Promise<LoadedRow[]> {
  const [aggregate] = await rows<{ lines: string | null }>(sql`
    SELECT string_agg(r.line, chr(10)) AS lines FROM (
      SELECT ${line} AS line FROM indicator i WHERE ${condition}
      ORDER BY i.series_id, i.period, i.known_from, i.release_id LIMIT ${most + 1}
    ) r`)
  const lines = aggregate?.lines
  if (lines == null) return []
  const texts = lines.split('\n')
  if (texts.length > most) throw new RangeError(`More than ${most} figures were to be loaded at once.`)
  const rares = lines.includes(',r;') ? await readRares(rows, condition) : new Map<string, RareRow>()
  const commons = new Map<string, CommonParts>()
  return texts.map((text): LoadedRow => {
    const semicolon = text.indexOf(';')
    const shared = getOrInsert(commons, text.slice(semicolon + 1), parseCommon)
    const parts = text.slice(0, semicolon).split(',') // destructuring it takes several times as long
    return {
      series_id: Number(parts[0]),
      period: Number(parts[1]),
      value: parts[2] || null,
      yoy: parts[3] || null,
      share: parts[4] || null,
      rare: parts[5] === '' ? null : found(rares.get(`${parts[0]} ${parts[1]} ${shared.release_id}`)),
      common: shared,
    }
  })
}

function parseCommon(text: string): CommonParts {
  const [release = '', unit = '', scale = '', qualifier = '', status = '', from = '', to = ''] = text.split(',')
  return {
    release_id: Number(release),
    unit: shared(ownText(unit)) as Unit,
    scale: scale === '' ? null : Number(scale),
    qualifier: qualifier as CommonParts['qualifier'],
    status: status as CommonParts['status'],
    known_from: Number(from),
    known_to: to === '' ? null : Number(to),
  }
}

type RareRow = RareParts & EndedRow
type EndedRow = Readonly<Record<'series_id' | 'period' | 'release_id', number>>

async function readRares(rows: Rows, condition: Prisma.Sql): Promise<ReadonlyMap<string, RareRow>> {
  const found = await rows<RareRow>(sql`
    SELECT i.series_id, i.period, i.release_id, ${raw(columnsOf(rare).join(', '))} FROM indicator i
    WHERE ${condition} AND (${raw(columnsOf(rare).join(' IS NOT NULL OR '))} IS NOT NULL)`)
  return new Map(found.map((row) => [`${row.series_id} ${row.period} ${row.release_id}`, row]))
}

function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('The rare parts of a figure were not read.')
  return value
}

export async function loadBlock(reader: Reader, metric: number, { figures, series }: Size): Promise<Block> {
  const { rows, snapshot } = reader
  const builder = new BlockBuilder()
  const atOnce = Math.min(mostSeriesAtOnce, Math.max(1, Math.floor((figuresAtOnce * series) / Math.max(1, figures))))
  for (let last = 0; ; ) {
    const found = await rows<SeriesRow>(sql`
      SELECT id, key, breakdown_id, category_id, measure, frequency FROM series
      WHERE metric_id = ${metric} AND id > ${last} AND from_version <= ${snapshot.version}
      ORDER BY id LIMIT ${atOnce}`)
    for (const row of found) builder.addSeries(entryOf(row, snapshot.codes))
    const ids = found.map(({ id }) => id)
    const condition = sql`i.series_id = ANY(${ids}::int[]) AND ${validAt(snapshot.version)}`
    for (const figure of await readRows(reader, condition, mostOfSeries)) builder.addRow(figure)
    last = ids.at(-1) ?? last
    if (found.length < atOnce) break
    await turn()
  }
  return builder.build(metric)
}

/**
 * Returns a block at a later version of the same history, the same if nothing has changed; null if the store has another
 * history, or if so much has changed that loading the block anew is simpler.
 */
export async function advanceBlock(reader: Reader, block: Block, at: Version): Promise<Block | null> {
  const { rows, snapshot } = reader
  const { metric } = block
  const isAdded = sql`i.from_version > ${at.version} AND i.metric_id = ${metric} AND ${validAt(snapshot.version)}`
  const [state] = await rows<{ same: boolean; added: string }>(sql`
    SELECT EXISTS (SELECT FROM store_version WHERE version = ${at.version} AND stamp = ${at.stamp}::uuid) AS same,
      (SELECT count(*) FROM (SELECT FROM indicator i WHERE ${isAdded} LIMIT ${mostChanges + 1}) a) AS added`)
  if (state?.same !== true || Number(state.added) > mostChanges) return null
  const ended = await rows<EndedRow>(sql`
    SELECT i.series_id, i.period, i.release_id FROM indicator i
    WHERE i.to_version > ${at.version} AND i.to_version <= ${snapshot.version} AND i.from_version <= ${at.version}
      AND i.metric_id = ${metric} LIMIT ${mostChanges + 1}`)
  if (ended.length > mostChanges) return null
  if (Number(state.added) === 0 && ended.length === 0) return block
  const added = await readRows(reader, isAdded, mostChanges)
  const builder = new BlockBuilder(block)
  const ids = [...new Set(added.map(({ series_id: id }) => id))].filter((id) => !builder.hasSeries(id))
  const series = await rows<SeriesRow>(sql`
    SELECT id, key, breakdown_id, category_id, measure, frequency FROM series WHERE id = ANY(${ids}::int[]) ORDER BY id`)
  for (const row of series) builder.addSeries(entryOf(row, snapshot.codes))
  const inOrder = added.map((row, index) => ({ row, index, place: builder.placeOf(row.series_id) }))
  for (const { row } of inOrder.sort((a, b) => a.place - b.place || a.index - b.index)) builder.addRow(row)
  return builder.build(metric, block, rowsOf(block, builder, ended))
}

function rowsOf(
  { starts, columns: { period, release }, seriesCount }: Block,
  builder: BlockBuilder,
  ended: readonly EndedRow[],
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
  const refs = parseSeriesKey(key)?.categories
  if (refs === undefined) throw new Error(`A stored series has the invalid key "${key}".`)
  const others = refs.length < 2 ? [] : refs.map((ref) => codes.findCategory(categoryText(ref)).id)
  const alone = getOrInsert(listsOf(codes), category_id, (category) => [category])
  return {
    ...{ id, key, breakdown: breakdown_id },
    ...{ measure: shared(measure) as Unit, frequency: shared(frequency) as Frequency },
    categories: others.length === 0 ? alone : [category_id, ...others.filter((other) => other !== category_id)],
  }
}

// One text and one list for all series that have equal ones.
const shared = memoizeByText((text) => text)
const listsOf = memoizeByObject((_: CodeLists) => new Map<number, readonly number[]>())
