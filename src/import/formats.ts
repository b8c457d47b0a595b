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

/** The formats that can be taken in. */
export const importFormats = ['CSV', 'SDMX_CSV', 'JSON_STAT', 'TABLE'] as const
export type ImportFormat = (typeof importFormats)[number]

/** A map that ships, by its name, or the JSON text of one, with the name of its file for messages. */
export type MapSource = { readonly name: string } | { readonly file: string; readonly text: string }

/** How files are to be read. */
export interface FormatOptions {
  readonly format: ImportFormat
  readonly map: MapSource | null
  /** What a table is for, where it does not say so itself. */
  readonly period: Period | null
  /** What the files are in, where they have no byte order mark; UTF-8 where neither this nor a map says. */
  readonly encoding: Encoding | null
  /** Which sheet of workbooks is read, by its name; else the one that a map says, else the only one that is visible. */
  readonly sheet?: string | null
  /** Takes every ".0" of the tidy format as printed, also where all values of a unit end so. */
  readonly keepPointZero?: boolean
}

/** Bytes of a file to readings, in its order. */
export type Read = (bytes: AsyncIterable<Uint8Array>, options: ReaderOptions) => AsyncIterable<Reading | TableReading>

/** The reader that the options ask for; BAD_USER_INPUT where they do not go together, or where a map is wrong. */
export async function readerFor({ format, map, period, encoding, sheet = null }: FormatOptions): Promise<Read> {
  if (format === 'TABLE') {
    const names = await tableMaps()
    if (map === null)
      throw wrong(`A table is read with a map: name one of ${names.join(', ')}, or give one of your own.`)
    const read = 'name' in map ? await tableMap(map.name) : await parseTableMap(map.text, map.file)
    return (bytes, options) => table(bytes, read, { ...options, period, encoding, sheet })
  }
  if (sheet !== null) throw wrong('Only workbooks have sheets, and they are read as tables: the format is TABLE.')
  if (period !== null) throw wrong('Only tables are read with a period: the rows of this format say theirs.')
  if (format === 'CSV') {
    if (map !== null) throw wrong('The format CSV needs no map: it has columns of its own. Did you mean TABLE?')
    return (bytes, options) => csv(utf8From(bytes, encoding ?? 'utf-8'), options)
  }
  if (map === null || 'name' in map)
    throw wrong(`${format} is read with a map of your own, which says what its columns are: give it as JSON.`)
  const cube = await parseSdmxMap(map.text, map.file)
  const read = format === 'SDMX_CSV' ? sdmxCsv(cube) : jsonStat(cube)
  return (bytes, options) => read(utf8From(bytes, encoding ?? 'utf-8'), options)
}

const wrong = (message: string): Refusal => new Refusal('BAD_USER_INPUT', message)
