import type { Period } from '../domain/periods/period.js'
import { Refusal } from '../errors.js'
import { csv } from '../files/csv/reader.js'
import type { ReaderOptions, Reading } from '../files/input/reader.js'
import { type Encoding, utf8From } from '../files/input/transcode.js'
import { jsonStat } from '../files/json-stat/reader.js'
import { parseSdmxMap, parseTableMap, tableMap, tableMaps } from '../files/maps/map-files.js'
import { sdmxCsv } from '../files/sdmx-csv/reader.js'
import type { TableReading } from '../files/table-map/body.js'
import { table } from '../files/table-map/reader.js'

export const importFormats = ['CSV', 'SDMX_CSV', 'JSON_STAT', 'TABLE'] as const
export type ImportFormat = (typeof importFormats)[number]

export type MapSource = { readonly name: string } | { readonly file: string; readonly text: string }

export interface FormatOptions {
  readonly format: ImportFormat
  readonly map: MapSource | null
  readonly period: Period | null
  /** The encoding of files without a byte order mark. Defaults to that of the map, then to UTF-8. */
  readonly encoding: Encoding | null
  readonly sheet?: string | null
  readonly keepPointZero?: boolean
  /** Accepts every unit in a map: those of the store are not read yet. */
  readonly anyUnit?: boolean
}

export type Read = (bytes: AsyncIterable<Uint8Array>, options: ReaderOptions) => AsyncIterable<Reading | TableReading>

export async function readerFor(options: FormatOptions): Promise<Read> {
  const { format, map, period, encoding, sheet = null, anyUnit } = options
  if (format === 'TABLE') {
    if (map === null) throw wrong(`Format TABLE requires a map: one of ${(await tableMaps()).join(', ')}, or your own.`)
    const read = 'name' in map ? await tableMap(map.name) : await parseTableMap(map.text, map.file, { anyUnit })
    return (bytes, options) => table(bytes, read, { ...options, period, encoding, sheet })
  }
  if (sheet !== null) throw wrong('A sheet can only be given with format TABLE.')
  if (period !== null)
    throw wrong('A period can only be given with format TABLE. Rows of other formats state their periods.')
  if (format === 'CSV') {
    if (map !== null) throw wrong('Format CSV has fixed columns and no map. Did you mean TABLE?')
    return (bytes, options) => csv(utf8From(bytes, encoding ?? 'utf-8'), options)
  }
  if (map === null || 'name' in map)
    throw wrong(`Format ${format} requires your own map, as JSON, which describes the columns.`)
  const cube = await parseSdmxMap(map.text, map.file, { anyUnit })
  const read = format === 'SDMX_CSV' ? sdmxCsv(cube) : jsonStat(cube)
  return (bytes, options) => read(utf8From(bytes, encoding ?? 'utf-8'), options)
}

const wrong = (message: string): Refusal => new Refusal('BAD_USER_INPUT', message)
