import type { CodeLists } from '../domain/codes/codes.js'
import type { FigureChange } from '../domain/observations/figure-change.js'
import type { IndicatorFilter } from '../domain/observations/filter.js'
import type { PrintedObservation } from '../domain/observations/printed.js'
import { type CsvOptions, writeCsv, writeTableCsv } from '../files/csv/writer.js'
import { type About, oneLine } from '../files/output/about.js'
import { changeTable } from '../files/output/change-table.js'
import { type Labels, labelsOf } from '../files/output/labels.js'
import type { OutputObservation } from '../files/output/observation.js'
import { type FigureColumns, figureTable } from '../files/output/observation-table.js'
import { type PivotCells, pivotObservations, pivotTable } from '../files/output/pivot-table.js'
import { longTable, type RecordOptions, recordColumns, wideTable } from '../files/output/record-table.js'
import { type SeriesLines, seriesObservations, seriesTable } from '../files/output/series-table.js'
import type { Table } from '../files/output/table.js'
import type { Snapshot } from '../store/query/metadata-snapshot.js'
import { recordDetails } from './record-details.js'

export interface Opened {
  readonly snapshot: Snapshot
  readonly content: Content
  close(): Promise<void>
}

/** The answer in the shapes that formats need. It can be read once, in one shape. */
export interface Content {
  readonly about: About
  readonly codes: CodeLists
  readonly labels: Labels
  readonly rows: number
  csv(): AsyncGenerator<string>
  sheet(): Table
  table(): Table
  readonly dimensions: readonly string[]
  observations(): AsyncIterable<readonly OutputObservation[]>
}

export function figureContent(
  figures: AsyncIterable<readonly PrintedObservation[]>,
  known: FigureColumns & CsvOptions & { readonly figures: number },
  codes: CodeLists,
  about: About,
): Content {
  const labels = labelsOf(codes, about.language)
  return {
    about,
    codes,
    labels,
    rows: known.figures,
    csv: () => writeCsv(figures, known),
    sheet: () => figureTable(figures, known, labels, 'by measure'),
    table: () => figureTable(figures, known, labels, 'as printed'),
    dimensions: known.dimensions,
    observations: () => figures,
  }
}

/** Presents figures as flat records. Those of a wide table are read in advance. */
export async function recordContent(
  figures: AsyncIterable<readonly PrintedObservation[]>,
  known: FigureColumns & { readonly figures: number },
  codes: CodeLists,
  about: About,
  filter: IndicatorFilter,
  options: RecordOptions,
): Promise<Content> {
  const labels = labelsOf(codes, about.language)
  const columns = recordColumns(known, labels, options)
  const made = options.shape === 'wide' ? await wideTable(figures, columns, options) : longTable(figures, columns)
  const table = () => made
  return {
    about: { ...about, details: recordDetails(filter, known, columns, options, codes, labels) },
    codes,
    labels,
    rows: known.figures,
    csv: () => writeTableCsv(made, options.comment ? oneLine(about) : ''),
    sheet: table,
    table,
    dimensions: known.dimensions,
    observations: notObservations,
  }
}

export function changeContent(
  changes: AsyncIterable<readonly FigureChange<PrintedObservation>[]>,
  known: FigureColumns & { readonly rows: number },
  codes: CodeLists,
  about: About,
): Content {
  const labels = labelsOf(codes, about.language)
  const table = () => changeTable(changes, known, labels)
  const { rows, dimensions } = known
  return {
    about,
    codes,
    labels,
    rows,
    csv: () => writeTableCsv(table()),
    sheet: table,
    table,
    dimensions,
    observations: notObservations,
  }
}

function notObservations(): never {
  throw new Error('A format of observations was requested for other rows.') // refused with the request
}

export function seriesContent(lines: SeriesLines, codes: CodeLists, about: About): Content {
  const labels = labelsOf(codes, about.language)
  const table = () => seriesTable(lines, labels)
  const observations = () => seriesObservations(lines)
  const { rows } = lines
  return { about, codes, labels, rows: rows.length, ...computed(table, rows, codes), observations }
}

export function pivotContent(pivot: PivotCells, codes: CodeLists, about: About): Content {
  const labels = labelsOf(codes, about.language)
  const table = () => pivotTable(pivot, labels)
  const observations = () => pivotObservations(pivot)
  const { rowHeaders, columnHeaders } = pivot
  const headers = [...rowHeaders, ...columnHeaders]
  return { about, codes, labels, rows: rowHeaders.length, ...computed(table, headers, codes), observations }
}

function computed(
  table: () => Table,
  broken: readonly Pick<OutputObservation, 'categories'>[],
  { dimensions }: CodeLists,
): Pick<Content, 'csv' | 'sheet' | 'table' | 'dimensions'> {
  const used = new Set(broken.flatMap(({ categories }) => categories.map(({ dimension }) => dimension)))
  return {
    csv: () => writeTableCsv(table()),
    sheet: table,
    table,
    dimensions: dimensions.map(({ code }) => code).filter((code) => used.has(code) && code !== 'TOTAL'),
  }
}
