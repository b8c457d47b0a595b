import { afterEach, expect, inject, test } from 'vitest'
import { dropStagingTables } from '../../../src/store/database/import-lock.js'
import { type Database, openDatabase } from '../../../src/store/database/open.js'
import { ingest } from '../../../src/store/ingest/ingest.js'
import type { Item } from '../../../src/store/ingest/item.js'
import { figure, head } from '../../figures.js'
import { openTestStore, type TestStore } from '../../support.js'

const opened: TestStore[] = []
async function open(): Promise<Database> {
  const store = await openTestStore()
  opened.push(store)
  return store.database
}
afterEach(async () => {
  for (const each of opened.splice(0)) await each.close()
})

const staging = async ({ pool }: Database): Promise<string[]> =>
  (
    await pool.query<{ name: string }>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema() AND tablename LIKE 'staging%' ORDER BY 1`,
    )
  ).rows.map(({ name }) => name)

/** Opens the same store once more, as another process does, and closes that. */
async function openAgain({ kind, pool }: Database): Promise<void> {
  const url = pool.options.connectionString
  if (kind === 'server' && url !== undefined) return (await openDatabase({ kind: 'server', url })).close()
  const client = await pool.connect() // the embedded store is open in one process only
  await dropStagingTables(client).finally(() => client.release())
}

test('staging tables of a killed import are removed at the next start', async () => {
  const database = await open()
  await database.pool.query('CREATE TABLE staging (id int)')
  await database.pool.query('CREATE UNLOGGED TABLE "staging_restored_Odd name" (id int)')
  await openAgain(database)
  expect(await staging(database)).toEqual([])
})

const onServer = 'server' in inject('template')
const notTried = onServer ? '' : ' (not tried: the embedded store has no other process)'
test.skipIf(!onServer)(`staging tables of a running import stay when another process starts${notTried}`, async () => {
  const database = await open()
  const seen: string[][] = []
  async function* items(): AsyncGenerator<Item> {
    yield { observation: figure({ period: '2019', value: '1' }), row: null, source: null }
    await openAgain(database)
    seen.push(await staging(database))
    yield { observation: figure({ period: '2018', value: '1' }), row: null, source: null }
  }
  expect(await ingest(database, head({ code: 'SLOW' }), items())).toMatchObject({ accepted: true, added: 2 })
  expect(seen).toEqual([['staging', 'staging_series']])
  expect(await staging(database)).toEqual([])
})
