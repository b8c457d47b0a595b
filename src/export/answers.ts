import type { Cell as Amount } from '../analysis/pivot/cells.js'
import {
  columnTotals,
  grandTotal,
  type Pivot,
  type PivotQuery,
  pivotOf,
  releasesOf,
  rowTotals,
} from '../analysis/pivot/pivot.js'
import { type SeriesQuery, type SeriesTable, seriesTable } from '../analysis/series-table.js'
import { changeQuery } from '../domain/observations/figure-change.js'
import type { IndicatorFilter, Order } from '../domain/observations/filter.js'
import type { Header } from '../domain/observations/group-key.js'
import { parseSeriesKey } from '../domain/observations/series-key.js'
import { type Reason, reasonText } from '../domain/reasons.js'
import type { About } from '../files/output/about.js'
import type { PivotCells, PivotSide } from '../files/output/pivot-table.js'
import type { SeriesLines } from '../files/output/series-table.js'
import type { Cell } from '../files/output/table.js'
import { mapCells } from '../lib/steps.js'
import type { Database } from '../store/database/open.js'
import { openChangeExtract } from '../store/export/changes.js'
import { acquireExportSlot, type ExportList, openExtract } from '../store/export/extract.js'
import type { Release, Snapshot } from '../store/query/metadata-snapshot.js'
import { sizeOf } from '../store/query/page.js'
import type { ViewSource } from '../store/query/store.js'
import type { View } from '../store/query/view.js'
import {
  type Content,
  changeContent,
  figureContent,
  type Opened,
  pivotContent,
  recordContent,
  seriesContent,
} from './content.js'
import { type FormatInfo, formats } from './formats.js'
import type { ExportRequest } from './request.js'

/**
 * Opens the answer of a request at one version of the store. Figures and changes are streamed; series and pivots, of at
 * most 100,000 numbers, are computed in advance.
 */
export const openContent = (
  database: Database,
  store: ViewSource,
  request: ExportRequest,
  listsOf?: (snapshot: Snapshot) => readonly ExportList[],
  signal: AbortSignal | null = null,
): Promise<Opened> =>
  request.query === 'indicators'
    ? openFigures(database, store, request, signal, listsOf)
    : request.query === 'changes'
      ? openChanges(database, store, request, signal)
      : openAnswer(database, store, request)

async function openAnswer(database: Database, store: ViewSource, request: ExportRequest): Promise<Opened> {
  const giveBack = acquireExportSlot(database)
  try {
    const view = await store.view(null, request.pin)
    const content = await (request.query === 'pivot' ? pivotTableOf(view, request) : seriesOf(view, request))
    return { snapshot: view.snapshot, content, close: async () => giveBack() }
  } catch (error) {
    giveBack()
    throw error
  }
}

async function seriesOf(view: View, request: ExportRequest): Promise<Content> {
  const query = request.args as unknown as SeriesQuery // as the schema makes its resolver's arguments
  const table = await seriesTable(view, { ...query, first: query.first == null ? null : sizeOf(query).size })
  const points = table.rows.flatMap((row) => row.points)
  const from = new Set(
    points
      .flatMap(({ indicator, derived }) => [indicator, derived.base, ...derived.rates])
      .map((each) => each?.release),
  )
  const wording = wordingIn(view, request)
  const cited = view.snapshot.releases.filter((release) => from.has(release))
  return seriesContent(await linesOf(table, wording), view.snapshot.codes, aboutOf(request, cited, view.snapshot))
}

type Wording = (reason: Reason | null) => string | null

const wordingIn =
  ({ snapshot }: View, { language }: ExportRequest): Wording =>
  (reason) =>
    reason && reasonText(reason, language, snapshot.codes)

const linesOf = async ({ periods, unit, rows }: SeriesTable, wording: Wording): Promise<SeriesLines> => ({
  periods,
  unit,
  rows: await Promise.all(
    rows.map(async ({ series: { key }, points }) => {
      const parts = parseSeriesKey(key)
      if (parts === null) throw new Error(`The stored key of a series is malformed: "${key}".`)
      const worded = points.map(async ({ derived, status, qualifier }) => ({
        value: derived.value,
        status,
        qualifier,
        reason: wording(await derived.reason()),
      }))
      return { ...parts, points: await Promise.all(worded) }
    }),
  ),
})

async function pivotTableOf(view: View, request: ExportRequest): Promise<Content> {
  const query = request.args as unknown as PivotQuery
  const cells = await cellsOf(view, await pivotOf(view, query), wordingIn(view, request))
  const releases = await releasesOf(view, query)
  const [dataset, ...others] = new Set(releases.map((release) => release.dataset.code))
  const about = aboutOf(request, releases, view.snapshot)
  return pivotContent({ ...cells, dataset: others.length === 0 ? (dataset ?? null) : null }, view.snapshot.codes, about)
}

const cellsOf = async ({ pace }: View, pivot: Pivot, wording: Wording): Promise<Omit<PivotCells, 'dataset'>> => ({
  rowHeaders: pivot.table.rows.map(sideOf),
  columnHeaders: pivot.table.columns.map(sideOf),
  cells: await pace.run(mapCells(pivot.cells, text)),
  marks: pivot.marks.map((mark) => ({ ...mark, reason: wording(mark.reason) })),
  rowTotals: (await pace.run(rowTotals(pivot)))?.map(text) ?? null,
  columnTotals: (await pace.run(columnTotals(pivot)))?.map(text) ?? null,
  grandTotal: text(await pace.run(grandTotal(pivot))),
  unit: pivot.unit,
})

const sideOf = ({ dataset, metric, categories, period }: Header): PivotSide => ({
  dataset: dataset?.code ?? null,
  metric: metric?.code ?? null,
  categories: categories.map(({ dimension, code }) => ({ dimension: dimension.code, code })),
  period,
})

const text = (amount: Amount): Cell => (typeof amount === 'string' ? amount : (amount?.toFixed() ?? null))

async function* noFigures(): AsyncGenerator<never> {}

const filterOf = ({ args }: Pick<ExportRequest, 'args'>): IndicatorFilter =>
  (args['filter'] as IndicatorFilter | null | undefined) ?? {}

const listed = ({ args }: Pick<ExportRequest, 'args'>): ExportList => ({
  query: {
    filter: filterOf({ args }),
    scope: null,
    order: (args['orderBy'] as readonly Order[] | null | undefined) ?? [],
  },
})

export const history = ({ releases }: Snapshot): ExportList[] =>
  releases.toReversed().map(({ code }) => ({ ...listed({ args: { filter: { releases: [code] } } }), release: code }))

async function openFigures(
  database: Database,
  store: ViewSource,
  request: ExportRequest,
  signal: AbortSignal | null,
  listsOf: (snapshot: Snapshot) => readonly ExportList[] = () => [listed(request)],
): Promise<Opened> {
  const { digits = false }: FormatInfo = formats[request.format]
  const { snapshot } = await store.view(null, request.pin)
  const lists = listsOf(snapshot)
  const extract = await openExtract(database, snapshot, lists, digits, signal)
  const { extent: known } = extract
  const release = lists.some(({ release }) => release !== undefined)
  const about = aboutOf(request, known.releases, snapshot)
  const close = () => extract.close()
  const { records } = request
  if (records === undefined)
    return { snapshot, content: figureContent(extract.figures(), { ...known, release }, snapshot.codes, about), close }
  try {
    const figures = request.format === 'metadata' ? noFigures() : extract.figures()
    const content = await recordContent(figures, known, snapshot.codes, about, filterOf(request), records)
    return { snapshot, content, close }
  } catch (error) {
    await close()
    throw error
  }
}

async function openChanges(
  database: Database,
  store: ViewSource,
  request: ExportRequest,
  signal: AbortSignal | null,
): Promise<Opened> {
  const query = changeQuery(request.args)
  const view = await store.view(null, request.pin)
  const { snapshot, extent, rows, changes, close } = await openChangeExtract(database, view, query, signal)
  const about = aboutOf(request, extent.releases, snapshot)
  return { snapshot, content: changeContent(changes(), { ...extent, rows }, snapshot.codes, about), close }
}

function aboutOf(request: ExportRequest, releases: readonly Release[], { version }: Snapshot): About {
  const { query, variables, language } = request
  const { asOf = null } = filterOf(request)
  return { query, variables, language, version, asOf, releases }
}
