import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CodeLists } from '../../src/domain/codes/codes.js'
import { Refusal } from '../../src/errors.js'
import { readCodes } from '../../src/files/code-lists/reader.js'
import { pointZeros } from '../../src/files/csv/point-zero.js'
import { csv } from '../../src/files/csv/reader.js'
import { jsonStat } from '../../src/files/json-stat/reader.js'
import { parseTableMap } from '../../src/files/maps/map-files.js'
import { sdmxCsv } from '../../src/files/sdmx-csv/reader.js'
import type { SdmxMap } from '../../src/files/sdmx-map/map.js'
import { table } from '../../src/files/table-map/reader.js'
import { openBackup } from '../../src/store/admin/backup-file.js'
import { smallHead, smallMap, smallRows } from './table-map/support.js'
import { number, sheetXml, workbookParts, zip } from './xlsx/support.js'

const map: SdmxMap = {
  metric: { constant: 'EXPORTS' },
  unit: { constant: 'CNY' },
  dimensions: { geo: { dimension: 'PARTNER' } },
  ignore: ['DATAFLOW'],
}
const none = new CodeLists({ dimensions: [], metrics: [], categories: [], breakdowns: [] })

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

async function all(readings: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of readings);
}

const options = { file: 'a', stage: 'MONTHLY' } as const
const cells = ['地区', '出口', '出口', '同比']
const workbook = zip(
  workbookParts([{ xml: sheetXml([cells, cells, cells, ['总值', number('1'), number('2'), number('3')]]) }]),
)

/** What reads bytes, and a good file of its kind. */
const readers: readonly [string, Uint8Array, (bytes: Uint8Array) => Promise<unknown>][] = [
  [
    'tidy CSV',
    Buffer.from(
      'metric,PARTNER,period,value,unit,flags,change,share,share_of,note\nTRADE,"EU",2023-Q1,41.76,CNY,p,1.5,3.0,EXPORTS|PARTNER:EU,"a ""b"""\n',
    ),
    (bytes) => all(csv(once(bytes), options)),
  ],
  [
    'the zeros of a tidy CSV',
    Buffer.from('metric,PARTNER,period,value,unit,decimals\nTRADE,EU,2023,1.0,CNY,\n'),
    (bytes) => pointZeros(once(bytes)),
  ],
  [
    'SDMX-CSV',
    Buffer.from(
      'STRUCTURE[;],STRUCTURE_ID,ACTION,geo: Place,TIME_PERIOD,OBS_VALUE,OBS_STATUS[]\ndataflow,X,I,EU: Union,2023-01-01/P3M,1.5E3,p;e\n',
    ),
    (bytes) => all(sdmxCsv(map)(once(bytes), options)),
  ],
  [
    'JSON-stat',
    Buffer.from(
      '{"class":"dataset","id":["geo","time"],"size":[1,1],"role":{"time":["time"]},"dimension":{"geo":{"category":{"index":{"EU":0},"unit":{"EU":{"decimals":1}}}},"time":{"category":{"index":["2023"]}}},"value":[1.5],"status":{"0":"p"}}',
    ),
    (bytes) => all(jsonStat(map)(once(bytes), options)),
  ],
  [
    'a table',
    Buffer.from(smallHead + smallRows),
    (bytes) => all(table(once(bytes), smallMap, { ...options, period: null })),
  ],
  [
    'a table in GB 18030',
    Buffer.from(smallHead + smallRows),
    (bytes) => all(table(once(bytes), smallMap, { ...options, encoding: 'gb18030' })),
  ],
  ['a workbook', workbook, (bytes) => all(table(once(bytes), smallMap, { ...options, period: null }))],
  [
    'a code list',
    Buffer.from(
      'dimension,code,parent,group,members,name_en,synonyms\nPARTNER,,,,,,\nPARTNER,EU,,yes,FRANCE,European Union,a;b\nPARTNER,FRANCE,-,,,,\n',
    ),
    async (bytes) => readCodes(Buffer.from(bytes).toString(), 'a', none),
  ],
  ['a map', Buffer.from(JSON.stringify(smallMap)), (bytes) => parseTableMap(Buffer.from(bytes).toString(), 'a')],
  [
    'a backup',
    gzipSync(
      '{"format":"trade-indicators backup","formatVersion":1,"migrations":[],"version":1}\n{"table":"a","columns":["b"]}\n',
    ),
    async (bytes) => all((await openBackup(once(bytes))).lines),
  ],
]

const pieces = [
  '\0',
  '\uFEFF',
  '\u202E',
  '\u200B',
  '"',
  '""',
  ',',
  ';',
  '\n',
  '\r',
  '[',
  '{',
  '}',
  '\\',
  '\\ud800',
  '<',
  '&',
  '-',
  '.',
  '0',
  '9'.repeat(200),
  'A'.repeat(3000),
  '=',
  ':',
  '|',
  '/',
  '{words}',
  'null',
  '1e999',
  '-0',
  'e\u0301',
]
const hostile = fc.oneof(
  fc.constantFrom(...pieces).map((piece) => Buffer.from(piece)),
  fc.uint8Array({ minLength: 1, maxLength: 6 }).map((bytes) => Buffer.from(bytes)),
)
const change = fc.record({ at: fc.nat(), cut: fc.nat(20), put: hostile, times: fc.constantFrom(0, 1, 1, 1, 50) })

function spoilt(
  bytes: Uint8Array,
  changes: readonly (typeof change extends fc.Arbitrary<infer T> ? T : never)[],
): Buffer {
  return changes.reduce((file, { at, cut, put, times }) => {
    const from = at % (file.length + 1)
    return Buffer.concat([file.subarray(0, from), ...new Array<Buffer>(times).fill(put), file.subarray(from + cut)])
  }, Buffer.from(bytes))
}

describe('corrupted bytes are read or refused:', () => {
  test.each(readers)('%s', async (_, good, read) => {
    await read(good).catch((error) => expect(error).toBeInstanceOf(Refusal))
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        try {
          await read(spoilt(good, changes))
        } catch (error) {
          if (!(error instanceof Refusal)) throw error
          expect(error.message.length).toBeLessThan(100_000)
        }
      }),
      { numRuns: 1500 },
    )
  })
})
