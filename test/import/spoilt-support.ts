import { expect } from 'vitest'
import type { Finding } from '../../src/domain/observations/finding.js'
import { tableMap } from '../../src/files/maps/map-files.js'
import { type ImportRequest, importRelease } from '../../src/import/importer.js'
import type { IngestReport } from '../../src/store/ingest/refusal.js'
import type { TestStore } from '../support.js'
import { headOf, requestOf } from './tables.js'

/** A table's cells, the three header rows first, the note last. */
export type Cells = readonly (readonly string[])[]
export type Spoil = (cells: Cells) => Cells

/** The cells of April's table, as it was published. */
export async function april(): Promise<Cells> {
  const chunks: Uint8Array[] = []
  for (const { bytes } of requestOf(4).files) for await (const chunk of bytes) chunks.push(chunk)
  const text = Buffer.concat(chunks).toString('utf8').replace('\uFEFF', '')
  return text
    .trimEnd()
    .split(/\r?\n/)
    .map((line) => line.split(','))
}

/** Without most cities and their zones: enough where a fault is in reading, and quicker. */
export async function shortened(cells: Cells): Promise<Cells> {
  const { columns } = await tableMap('gacc-location')
  const provinces = new Set(columns.flatMap((each) => ('levels' in each && each.levels?.[0]?.labels) || []))
  return cells.filter(([label = ''], at) => at < 25 || at === cells.length - 1 || provinces.has(label))
}

/** Its columns, from 0, in the words of its header. */
export const columns = {
  months: { TRADE: 1, EXPORTS: 3, IMPORTS: 5 },
  yearsToDate: { TRADE: 2, EXPORTS: 4, IMPORTS: 6 },
  growth: { TRADE: 7, EXPORTS: 8, IMPORTS: 9 },
} as const

/** Changes the figures of whole columns; "-" stays. */
export const inColumns =
  (at: readonly number[], edit: (number: number) => string): Spoil =>
  (cells) =>
    cells.map((row, index) =>
      index < 3 || index === cells.length - 1
        ? row
        : row.map((text, column) => (at.includes(column) && text !== '-' ? edit(Number(text)) : text)),
    )

/** Changes a row, counted as a spreadsheet does. */
export const inRow =
  (row: number, edit: (cells: readonly string[]) => readonly string[]): Spoil =>
  (cells) =>
    cells.with(row - 1, edit(cells[row - 1] ?? []))

/** Changes a cell. */
export const inCell = (row: number, column: number, edit: (text: string) => string): Spoil =>
  inRow(row, (cells) => cells.with(column, edit(cells[column] ?? '')))

/** Exports of the month where imports stood, and the other way round; the years to date are right. */
export const exchangedMonths: Spoil = (cells) =>
  cells.map((row, at) => (at < 3 ? row : [0, 1, 2, 5, 4, 3, 6, 7, 8, 9].map((from) => row[from] ?? '')))

/** Exports where imports stood, and the other way round. */
export const exchanged: Spoil = (cells) =>
  cells.map((row, at) => (at < 3 ? row : [0, 1, 2, 5, 6, 3, 4, 7, 9, 8].map((from) => row[from] ?? '')))
export const bytesOf = (cells: Cells): Buffer => Buffer.from(cells.map((row) => `${row.join(',')}\r\n`).join(''))

/** Takes in April's table from these bytes, and sees that it is refused whole: nothing is kept of it but the report. */
export async function refused(
  { database, store }: TestStore,
  bytes: Uint8Array,
  options: Partial<ImportRequest> = {},
): Promise<IngestReport> {
  const { snapshot: before } = await store.view()
  const report = await importRelease(database, { ...requestOf(4, bytes), ...options })
  const { snapshot: after } = await store.view()
  const { indicators, series, releases } = before
  expect(report).toMatchObject({ accepted: false, added: 0, revised: 0, unchanged: 0, version: before.version + 1 })
  expect(after).toMatchObject({ version: before.version + 1, indicators, series, releases })
  const { rows } = await database.pool.query<{ told: string }>(
    `SELECT kind || ' ' || severity || ' ' || key AS told FROM finding WHERE code = $1 AND release_id IS NULL AND to_version IS NULL`,
    [headOf(4).code],
  )
  const reported = report.findings.map(({ kind, severity, key }) => `${kind} ${severity} ${key}`)
  expect(rows.map(({ told }) => told).sort()).toEqual([...new Set(reported)].sort())
  return report
}

/** What stopped it: "KIND row, column: found", of each kind and column no more than the first, with how many there are. */
export function errorsOf({ findings }: IngestReport): string[] {
  const errors = findings.filter(({ severity }) => severity === 'ERROR')
  expect(errors.every(({ file }) => file === '2024-04.csv')).toBe(true)
  const groups = new Map<string, Finding[]>()
  for (const error of errors) {
    const of = `${error.kind} ${error.column}`
    groups.set(of, [...(groups.get(of) ?? []), error])
  }
  return [...groups.values()]
    .map((group) => {
      const [first] = group.toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0))
      const place = `${first?.kind} ${first?.row}, ${first?.column}: ${first?.found?.slice(0, 20) ?? null}`
      return group.length === 1 ? place : `${place} (${group.length})`
    })
    .sort()
}
