import { Readable } from 'node:stream'
import { readCodes } from '../../src/files/code-lists/reader.js'
import { importRelease } from '../../src/import/importer.js'
import { writeCodeLists } from '../../src/store/admin/code-lists.js'
import { change } from '../../src/store/database/change.js'
import { readMigrations } from '../../src/store/database/migrate.js'
import { type Database, type Location, openDatabase } from '../../src/store/database/open.js'
import { retract } from '../../src/store/ingest/retract.js'
import { readCodeLists } from '../../src/store/query/code-lists.js'
import { codes, head, type Place } from '../cli/run.js'
import { head as releaseHead } from '../figures.js'

/** What is done to a store, and what the store is before that. */
export interface Operation {
  readonly name: string
  /** The migrations that the store has had; null is all of them. */
  readonly shape: readonly string[] | null
  prepare(place: Place, on: (...args: readonly string[]) => Promise<unknown>): Promise<void>
  args(place: Place): Promise<readonly string[]>
  /** Does the same to a store that is open. */
  perform(database: Database): Promise<unknown>
}

const rows = (...lines: readonly string[]): string =>
  ['metric,dimension,category,period,value,unit', ...lines, ''].join('\n')

const releases = {
  first: rows(
    'EXPORTS,PRODUCT,SHIPS,2024-01,10,CNY',
    'EXPORTS,PARTNER,JAPAN,2024-01,20,CNY',
    'TRADE,TOTAL,ALL,2024-01,40,CNY',
  ),
  third: rows(
    'EXPORTS,PRODUCT,SHIPS,2024-01,12,CNY',
    'EXPORTS,PARTNER,JAPAN,2024-01,20,CNY',
    'TRADE,TOTAL,ALL,2024-02,41,CNY',
  ),
  // What it prints was known, is new, and was printed by the third too, which has been taken in before it.
  second: rows(
    ...[
      'EXPORTS,PRODUCT,SHIPS,2024-01,11,CNY',
      'EXPORTS,PARTNER,JAPAN,2024-01,20,CNY',
      'TRADE,TOTAL,ALL,2024-02,42,CNY',
    ],
    ...['EXPORTS,PRODUCT,BOATS,2024-01,1,CNY', 'EXPORTS,REGION,NORTH,2024-01,2,CNY'],
  ),
  many: rows(
    ...Array.from(
      { length: 12_000 },
      (_, n) => `IMPORTS,PRODUCT,M${n % 500},${2000 + Math.floor(n / 500)},${n + 1},CNY`,
    ),
  ),
}

const changedCodes = `dimension,code,parent,group,members,additivity,name_en,name_zh,description,synonyms
,BALANCE,,,,FLOW,Balance,差额,,
PARTNER,EU,,yes,FRANCE JAPAN,,European Union,欧盟,,
PARTNER,KYOTO,JAPAN,,,,Kyoto,京都,,
PRODUCT,SHIPS,,,,,Ships and boats,船舶,,
`

const withReleases = async (place: Place, on: (...args: readonly string[]) => Promise<unknown>): Promise<void> => {
  await on('codes', 'import', await place.file('codes.csv', codes))
  for (const [code, day] of [
    ['first', '01'],
    ['third', '03'],
  ] as const)
    await on('import', await place.file(`${code}.csv`, releases[code]), ...head(code, `2024-04-${day}T00:00:00Z`))
}

const importing = (code: 'second' | 'many'): Operation => ({
  name: code === 'many' ? 'an import of many figures' : 'an import',
  shape: null,
  prepare: withReleases,
  args: async (place) => [
    ...['import', await place.file(`${code}.csv`, releases[code]), ...head(code, '2024-04-02T00:00:00Z')],
    '--create-codes',
  ],
  perform: (database) =>
    importRelease(database, {
      head: releaseHead({ code, publishedAt: '2024-04-02T00:00:00Z' }),
      files: [{ name: `${code}.csv`, bytes: Readable.from([Buffer.from(releases[code])]) }],
      ...{ format: 'CSV', map: null, period: null, encoding: null, createCodes: true },
    }),
})

const migrating = (shape: readonly string[]): Operation => ({
  name: `a migration from ${shape.at(-1) ?? 'nothing'}`,
  shape,
  prepare: async () => {},
  args: async () => ['releases'],
  perform: async () => {}, // it is done where the store is opened
})

/** The names of the migrations, in order. */
export const names = (await readMigrations()).map(({ name }) => name)

/** Everything that changes a store in one transaction, and every migration that there was. */
export const operations: readonly Operation[] = [
  importing('second'),
  importing('many'),
  {
    name: 'a retraction',
    shape: null,
    prepare: withReleases,
    args: async () => ['retract', 'first', '--reason', 'Printed by mistake'],
    perform: (database) => retract(database, 'first', 'Printed by mistake'),
  },
  {
    name: 'an import of code lists',
    shape: null,
    prepare: withReleases,
    args: async (place) => ['codes', 'import', await place.file('changed.csv', changedCodes)],
    perform: (database) =>
      change(database, async (tx) => {
        await writeCodeLists(tx, readCodes(changedCodes, 'changed.csv', await readCodeLists(tx)))
        return { changed: true, result: undefined }
      }),
  },
  ...names.map((_, applied) => migrating(names.slice(0, applied))),
]

/** Makes a store of an earlier shape that holds a figure. */
export async function old(location: Location, shape: readonly string[]): Promise<void> {
  const database = await openDatabase(location, shape)
  if (shape.length > 0)
    await database.pool.query(`
      INSERT INTO metric (code, additivity) VALUES ('EXPORTS', 'FLOW');
      INSERT INTO dimension (code) VALUES ('TOTAL');
      INSERT INTO category (dimension_id, code) VALUES (1, 'ALL');
      INSERT INTO breakdown (key, dimensions) VALUES ('TOTAL', ARRAY[1]);
      INSERT INTO series (key, metric_id, breakdown_id, category_id, measure, frequency)
        VALUES ('EXPORTS|TOTAL:ALL|CNY|A', 1, 1, 1, 'CNY', 'ANNUAL');
      INSERT INTO release (code, title, publisher, published_at, published_offset, stage, version)
        VALUES ('OLD', 'Old', 'Customs', '2024-01-01', 0, 'YEARBOOK', 1);
      INSERT INTO indicator (series_id, period, release_id, metric_id, breakdown_id, category_id, frequency, unit, value,
        scale, qualifier, status, known_from)
        VALUES (1, 388795, 1, 1, 1, 1, 'ANNUAL', 'CNY', 1, 0, 'EXACT', 'NORMAL', '2024-01-01');
      UPDATE store_state SET version = 1, indicators = 1, series = 1`)
  await database.close()
}
