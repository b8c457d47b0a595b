import { writeJsonRecords } from '../files/json-records/writer.js'
import { writeJsonStat } from '../files/json-stat/writer.js'
import { citedFacts, sourcesTable, writeAbout } from '../files/output/about.js'
import { writeSdmxCsv } from '../files/sdmx-csv/writer.js'
import { mostRows, tooLong, writeXlsx } from '../files/xlsx/writer.js'
import type { Content } from './content.js'
import { type FileFormat, fileFormats } from './file-formats.js'

export interface FormatInfo {
  readonly type: string
  readonly extension: string
  readonly digits?: boolean
  write(content: Content): AsyncGenerator<string | Uint8Array>
}

/** The formats of files. `about` and `metadata` contain the description that the others embed. */
export const formats = {
  csv: { type: 'text/csv; charset=utf-8; header=present', extension: 'csv', write: (content) => content.csv() },
  xlsx: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extension: 'xlsx',
    digits: true,
    write(content) {
      const { about, labels, rows } = content
      if (rows >= mostRows) throw tooLong()
      return writeXlsx([
        { name: labels.word('figures'), table: content.sheet() },
        { name: labels.word('sources'), table: sourcesTable(about, labels) },
      ])
    },
  },
  'json-stat': {
    type: 'application/json; charset=utf-8',
    extension: 'json',
    write: (content) => writeJsonStat(content.observations(), content.codes, content.labels, content.about),
  },
  'sdmx-csv': {
    type: 'application/vnd.sdmx.data+csv; version=2.0.0; charset=utf-8',
    extension: 'csv',
    write: (content) => writeSdmxCsv(content.observations(), content.dimensions, content.about),
  },
  parquet: {
    type: 'application/vnd.apache.parquet',
    extension: 'parquet',
    digits: true,
    async *write(content) {
      const { writeParquet } = await import('../files/parquet/writer.js') // loaded on demand
      yield* writeParquet(content.table(), citedFacts(content.about))
    },
  },
  json: {
    type: 'application/json; charset=utf-8',
    extension: 'json',
    write: (content) => writeJsonRecords(content.table()),
  },
  about: {
    type: 'application/json; charset=utf-8',
    extension: 'json',
    async *write({ about }) {
      yield writeAbout(about)
    },
  },
  metadata: {
    type: 'application/json; charset=utf-8',
    extension: 'metadata.json',
    digits: true,
    async *write({ about }) {
      yield writeAbout(about)
    },
  },
} as const satisfies Record<FileFormat | 'json' | 'about' | 'metadata', FormatInfo>

export type Format = keyof typeof formats

export const exportFormats = [...fileFormats, 'about'] as const satisfies readonly Format[]
