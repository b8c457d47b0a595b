import type { CodeLists } from '../domain/codes/codes.js'
import type { PrintedObservation } from '../domain/observations/printed.js'
import { type CsvOptions, writeCsv, writeTableCsv } from '../files/csv/writer.js'
import type { About } from '../files/output/about.js'
import { type Labels, labelsOf } from '../files/output/labels.js'
import type { OutputObservation } from '../files/output/observation.js'
import { type FigureColumns, figureTable } from '../files/output/observation-table.js'
import { type PivotCells, pivotObservations, pivotTable } from '../files/output/pivot-table.js'
import { type SeriesLines, seriesObservations, seriesTable } from '../files/output/series-table.js'
import type { Table } from '../files/output/table.js'
import type { Snapshot } from '../store/query/metadata-snapshot.js'

export interface Opened {
  readonly snapshot: Snapshot
  readonly content: Content
  close(): Promise<void>
}

/** An answer in the shapes that formats need. It can be read once, in one shape. */
export interface Content {
  readonly about: About
  readonly codes: CodeLists
  readonly labels: Labels
  readonly rows: number
  csv(): AsyncIterable<string>
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

export const seriesContent = (lines: SeriesLines, codes: CodeLists, about: About): Content =>
  computedContent(codes, about, lines.rows.length, {
    table: (labels) => seriesTable(lines, labels),
    observations: () => seriesObservations(lines),
    dimensions: lines.rows.flatMap(({ categories }) => categories.map(({ dimension }) => dimension)),
  })

export const pivotContent = (pivot: PivotCells, codes: CodeLists, about: About): Content =>
  computedContent(codes, about, pivot.rowHeaders.length, {
    table: (labels) => pivotTable(pivot, labels),
    observations: () => pivotObservations(pivot),
    dimensions: [...pivot.rowHeaders, ...pivot.columnHeaders].flatMap(({ categories }) =>
      categories.map(({ dimension }) => dimension),
    ),
  })

function computedContent(
  codes: CodeLists,
  about: About,
  rows: number,
  of: {
    readonly table: (labels: Labels) => Table
    readonly observations: () => AsyncIterable<readonly OutputObservation[]>
    readonly dimensions: readonly string[]
  },
): Content {
  const labels = labelsOf(codes, about.language)
  const used = new Set(of.dimensions)
  return {
    about,
    codes,
    labels,
    rows,
    csv: () => writeTableCsv(of.table(labels)),
    sheet: () => of.table(labels),
    table: () => of.table(labels),
    dimensions: codes.dimensions.map(({ code }) => code).filter((code) => used.has(code) && code !== 'TOTAL'),
    observations: of.observations,
  }
}
