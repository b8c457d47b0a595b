import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBConnection } from '@duckdb/node-api'
import readExcelFile from 'read-excel-file/node'
import { afterAll, beforeAll } from 'vitest'
import type { TestStore } from '../support.js'
import { bytesOf, download, openHardStore, plain } from './support.js'

const JSONstat = createRequire(import.meta.url)('jsonstat-toolkit')

/** A row by its columns, as text. */
export type Row = Record<string, string | null>
type Query = 'series' | 'pivot' | 'changes'

/** What GraphQL says of one number. */
export interface Point {
  readonly value: string | null
  readonly status: string
  readonly qualifier: string
  readonly reason: string | null
}

/** Files of the hard store, for the tests of one file, and what readers that we did not write find in them. */
export function readBack() {
  let opened: TestStore
  let folder: string
  let duck: DuckDBConnection
  beforeAll(async () => {
    opened = await openHardStore()
    folder = await mkdtemp(join(tmpdir(), 'trade-indicators-answers-'))
    duck = await DuckDBConnection.create()
  })
  afterAll(async () => {
    duck.closeSync()
    await opened.close()
    await rm(folder, { recursive: true })
  })

  const file = (query: Query, format: string, variables: object): Promise<Response> =>
    download(opened, format, {}, { query, variables: JSON.stringify(variables) })
  const bytes = async (query: Query, format: string, variables: object): Promise<Buffer> =>
    bytesOf(await file(query, format, variables))

  /** What DuckDB reads, as text. */
  async function rows(query: Query, format: 'csv' | 'sdmx-csv' | 'parquet', variables: object): Promise<Row[]> {
    const path = join(folder, `${Math.random()}`)
    await writeFile(path, await bytes(query, format, variables))
    const source = format === 'parquet' ? 'read_parquet' : 'read_csv'
    const options = format === 'parquet' ? '' : ', all_varchar = true, header = true'
    const sql = `SELECT COLUMNS(*)::VARCHAR FROM ${source}('${path}'${options})`
    const found = (await duck.runAndReadAll(sql)).getRowObjectsJson() as Row[]
    return format === 'sdmx-csv' ? found.slice(1) : found
  }

  /** Rows of the first sheet, with numbers as texts. */
  async function sheet(query: Query, variables: object): Promise<(string | null)[][]> {
    const [first] = (await readExcelFile(await bytes(query, 'xlsx', variables))) as unknown as { data: unknown[][] }[]
    return (first?.data ?? []).map((row) => row.map((cell) => (cell === null ? null : String(cell))))
  }

  async function cube(query: Query, variables: object) {
    const dataset = JSONstat(JSON.parse((await bytes(query, 'json-stat', variables)).toString()))
    return (cell: Row): string | null => plain(dataset.Data({ DATASET: 'CN_TRADE', ...cell }).value)
  }

  return { opened: () => opened, file, bytes, rows, sheet, cube }
}

const statuses: Row = { A: 'NORMAL', P: 'PRELIMINARY', O: 'MISSING', NIL: 'NIL' }
/** What a row of SDMX-CSV says of its number. */
export const said = ({ OBS_VALUE, OBS_STATUS, QUALIFIER, REASON }: Row) => ({
  value: plain(OBS_VALUE ?? null),
  status: statuses[OBS_STATUS ?? ''],
  qualifier: QUALIFIER,
  reason: REASON,
})
