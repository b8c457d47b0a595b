import type { IndicatorFilter } from '../../domain/observations/filter.js'
import { parseInstant } from '../../domain/periods/instant.js'
import { unitInfo } from '../../domain/units/unit.js'
import type { DataRow, DataSetHead } from '../../files/sdmx/data.js'
import { isSame } from '../../files/sdmx-json/writer.js'
import type { ExportList, Extract } from '../../store/export/extract.js'
import type { ExportedFigure } from '../../store/export/rows.js'
import type { Snapshot } from '../../store/query/metadata-snapshot.js'
import { tester } from './conditions.js'
import type { DataQuery } from './data-query.js'

/** A data set of an answer: the list of figures that it is made of, and which of them it holds. */
export interface DataSet {
  readonly head: DataSetHead
  readonly list: ExportList
  select(batches: AsyncIterable<readonly ExportedFigure[]>): AsyncIterable<readonly ExportedFigure[]>
}

const all: DataSet['select'] = (batches) => batches

/**
 * Returns the data sets of a query: one of what is known, two of what has changed, or one for each release. `since` is the
 * version of the store that was in force at `updatedAfter`, negative before the first; null for all.
 */
export function dataSetsOf(
  query: DataQuery,
  filter: IndicatorFilter,
  snapshot: Snapshot,
  since: number | null,
): readonly DataSet[] {
  const { asOf, includeHistory, isPart } = query
  const action = isPart ? 'Append' : 'Replace'
  const head = { action, validFrom: null, validTo: asOf } as const
  const listOf = (given: IndicatorFilter): ExportList => ({
    query: { filter: given, scope: null, order: [] },
    bySeries: true,
  })
  if (includeHistory)
    return releasesOf(query, snapshot).map(({ code, publishedAt, retractedAt, version, retractedVersion }) => {
      const isWhole = since === null || version > since || (retractedVersion ?? since) > since
      const { query: whole } = listOf({ ...filter, releases: [code] })
      return {
        head: { action, validFrom: publishedAt, validTo: retractedAt },
        list: { query: isWhole ? whole : { ...whole, newSince: since }, bySeries: true },
        // A release also lists what it printed unchanged, which belongs to the release that printed it first.
        select: (batches) => filtered(batches, ({ release }) => release === code),
      }
    })
  if (since === null || since < 0) return [{ head, list: listOf({ ...filter, asOf }), select: all }]
  const changes = { by: 'VERSION', from: since, to: snapshot.version, asOf, byRelease: true, filter } as const
  const list: ExportList = { query: { changes }, bySeries: true }
  return [
    { head, list, select: (batches) => filtered(batches, ({ isLater }) => isLater) },
    { head: { ...head, action: 'Delete' }, list, select: removed },
  ]
}

function releasesOf({ flow, asOf }: DataQuery, { releases }: Snapshot): Snapshot['releases'] {
  const until = asOf === null ? null : parseInstant(asOf).at
  return releases
    .toReversed()
    .filter(
      ({ dataset, publishedAt }) =>
        dataset === flow.dataset && (until === null || parseInstant(publishedAt).at <= until),
    )
}

async function* filtered(
  batches: AsyncIterable<readonly ExportedFigure[]>,
  keep: (figure: ExportedFigure) => boolean,
): AsyncGenerator<readonly ExportedFigure[]> {
  for await (const batch of batches) yield batch.filter(keep)
}

/**
 * Returns the figures without a later one of the same series and period, which would be next to it: also those whose later
 * one does not satisfy the conditions of the query, so that a copy of its answer loses them.
 */
async function* removed(batches: AsyncIterable<readonly ExportedFigure[]>): AsyncGenerator<readonly ExportedFigure[]> {
  let before: ExportedFigure | null = null
  let held: ExportedFigure | null = null
  for await (const batch of batches) {
    const found: ExportedFigure[] = []
    for (const figure of batch) {
      const isPair = before !== null && isSamePlace(figure, before)
      if (held !== null && !isPair) found.push(held)
      held = figure.isLater || isPair ? null : figure
      before = figure
    }
    yield found
  }
  if (held !== null) yield [held]
}

const isSamePlace = (one: ExportedFigure, other: ExportedFigure): boolean =>
  one.metric === other.metric &&
  one.period.text === other.period.text &&
  JSON.stringify([one.categories, measureOf(one)]) === JSON.stringify([other.categories, measureOf(other)])

const measureOf = ({ unit }: ExportedFigure): string => unitInfo(unit).base

/** Reads the rows of data sets that satisfy the conditions of a query, in batches that are not empty. */
export async function* rowsOf(
  query: DataQuery,
  sets: readonly DataSet[],
  extract: Extract,
): AsyncGenerator<readonly DataRow[]> {
  const { offset, limit, flow, conditions, language } = query
  const satisfies = tester(conditions, flow, language)
  let passed = 0
  const end = limit === null ? Number.POSITIVE_INFINITY : offset + limit
  for (const [at, { head, select }] of sets.entries()) {
    const figures = select(filtered(extract.figures(at), satisfies))
    for await (const batch of shortened(rowsIn(query, head, figures), query)) {
      const from = Math.max(0, offset - passed)
      const part = batch.slice(from, Math.max(from, end - passed))
      passed += batch.length
      if (part.length > 0) yield part
      if (passed >= end) return
    }
  }
}

async function* rowsIn(
  query: DataQuery,
  set: DataSetHead,
  batches: AsyncIterable<readonly ExportedFigure[]>,
): AsyncGenerator<readonly DataRow[]> {
  const { flow, language, keysOnly } = query
  const columns = set.action === 'Delete' ? [] : [...query.measures, ...query.attributes]
  let key: readonly string[] = []
  for await (const batch of batches) {
    const rows: DataRow[] = []
    for (const figure of batch) {
      const own = flow.dimensions.map((each) => each.cellOf(figure, language) ?? '')
      const isNew = key.length === 0 || !isSame(own, key)
      if (isNew) key = own
      else if (keysOnly) continue
      rows.push({
        set,
        key,
        period: keysOnly ? null : figure.period,
        cells: columns.map((each) => each.cellOf(figure, language)),
      })
    }
    yield rows
  }
}

/** Keeps the first and the last rows of each series. Of a series, as many rows are held as are kept of its end. */
async function* shortened(
  batches: AsyncIterable<readonly DataRow[]>,
  { first, last }: DataQuery,
): AsyncGenerator<readonly DataRow[]> {
  if (first === null && last === null) return yield* batches
  let key: readonly string[] | null = null
  let count = 0
  let held: DataRow[] = []
  for await (const batch of batches) {
    const kept: DataRow[] = []
    for (const row of batch) {
      if (row.key !== key) {
        kept.push(...held)
        ;[key, count, held] = [row.key, 0, []]
      }
      count++
      if (first !== null && count <= first) kept.push(row)
      else if (last !== null) {
        held.push(row)
        if (held.length > last) held.shift()
      }
    }
    yield kept
  }
  yield held
}
