import { Readable } from 'node:stream'
import { releaseEvents } from '../../src/domain/release-event.js'
import { readCodes } from '../../src/files/code-lists/reader.js'
import { importRelease } from '../../src/import/importer.js'
import { writeCodeLists } from '../../src/store/admin/code-lists.js'
import { addWebhook, enableWebhook, removeWebhook } from '../../src/store/admin/webhooks.js'
import { change } from '../../src/store/database/change.js'
import type { Database } from '../../src/store/database/open.js'
import { retract } from '../../src/store/ingest/retract.js'
import { readCodeLists } from '../../src/store/query/code-lists.js'
import { codes, head, type Place } from '../cli/run.js'
import { head as releaseHead } from '../figures.js'
import { earlier } from '../store/database/earlier-support.js'

/** Runs a command on the store. */
type On = (...args: readonly string[]) => Promise<unknown>

/** What is done to a store, and what the store is before that. */
export interface Operation {
  readonly name: string
  /** The number of earlier migrations that the store has had; null is the present shape. */
  readonly earlier: number | null
  prepare(
    place: Place,
    on: On,
    store: (work: (database: Database) => Promise<unknown>) => Promise<unknown>,
  ): Promise<void>
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

const withReleases = async (place: Place, on: On): Promise<void> => {
  await on('codes', 'import', await place.file('codes.csv', codes))
  for (const [code, day] of [
    ['first', '01'],
    ['third', '03'],
  ] as const)
    await on('import', await place.file(`${code}.csv`, releases[code]), ...head(code, `2024-04-${day}T00:00:00Z`))
}

const importing = (code: 'second' | 'many'): Operation => ({
  name: code === 'many' ? 'an import of many figures' : 'an import',
  earlier: null,
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

const migrating = (count: number): Operation => ({
  name: `a migration from ${earlier[count - 1]?.name ?? 'nothing'}`,
  earlier: count,
  prepare: async () => {},
  args: async () => ['releases'],
  perform: async () => {}, // opening the store migrates it
})

const url = 'https://192.88.98.1/told' // nobody is asked for the address of a number
const adding = ['hooks', 'add', url, '--events', 'release.published'] as const

const ofWebhooks: readonly Operation[] = [
  {
    name: 'adding a webhook',
    earlier: null,
    prepare: async (_, on) => void (await on(...adding)),
    args: async () => ['hooks', 'add', `${url}/2`],
    perform: (database) => addWebhook(database, { url: `${url}/2`, events: releaseEvents, dataset: null }),
  },
  {
    name: 'enabling a webhook',
    earlier: null,
    async prepare(place, on, store) {
      await withReleases(place, on)
      await on(...adding)
      await store(disableWithFailures)
    },
    args: async () => ['hooks', 'enable', '1'],
    perform: (database) => enableWebhook(database, '1'),
  },
  {
    name: 'removing a webhook',
    earlier: null,
    async prepare(_, on, store) {
      await on(...adding)
      await on('hooks', 'add', `${url}/2`)
      await store(disableWithFailures)
    },
    args: async () => ['hooks', 'remove', '1'],
    perform: (database) => removeWebhook(database, '1'),
  },
]

/** Makes the first webhook one whose deliveries have failed. */
async function disableWithFailures({ prisma }: Database): Promise<void> {
  const at = new Date('2024-05-01T00:00:00Z')
  const failed = { attempts: 8, attemptedAt: at, status: 500, error: 'The receiver answered 500.' }
  await prisma.webhookDelivery.createMany({
    data: ['first', 'third'].map((release) => ({
      ...{ webhookId: 1, messageId: `msg_${release}`, type: 'release.published', release, body: '{}' },
      ...{ createdAt: at, ...failed },
    })),
  })
  const disabled = { failures: 5, disabledAt: at, disabledReason: '5 deliveries in a row failed.' }
  await prisma.webhook.update({ where: { id: 1 }, data: disabled })
}

/** Operations that change a store in one transaction, migrations from every earlier shape included. */
export const operations: readonly Operation[] = [
  importing('second'),
  {
    name: 'a retraction',
    earlier: null,
    prepare: withReleases,
    args: async () => ['retract', 'first', '--reason', 'Printed by mistake'],
    perform: (database) => retract(database, 'first', 'Printed by mistake'),
  },
  {
    name: 'an import of code lists',
    earlier: null,
    prepare: withReleases,
    args: async (place) => ['codes', 'import', await place.file('changed.csv', changedCodes)],
    perform: (database) =>
      change(database, async (tx, version) => {
        await writeCodeLists(tx, version, readCodes(changedCodes, 'changed.csv', await readCodeLists(tx)))
        return { changed: true, result: undefined }
      }),
  },
  ...ofWebhooks,
  ...[0, ...earlier.map((_, index) => index + 1)].map(migrating),
  importing('many'),
]
