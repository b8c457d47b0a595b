import { readdir, readFile } from 'node:fs/promises'
import { Writable } from 'node:stream'
import { gunzipSync } from 'node:zlib'
import type { Unit } from '../../../src/domain/units/unit.js'
import { makeLeaves } from '../../../src/history/leaf-maker.js'
import { type BackupReport, backup, type ReportTable } from '../../../src/store/admin/backup.js'
import { openBackup } from '../../../src/store/admin/backup-file.js'
import { recordTest } from '../../../src/store/admin/deliveries.js'
import { createKey } from '../../../src/store/admin/keys.js'
import { restore } from '../../../src/store/admin/restore.js'
import { addWebhook } from '../../../src/store/admin/webhooks.js'
import type { Database } from '../../../src/store/database/open.js'
import { recordHead } from '../../../src/store/history/heads.js'
import { retract } from '../../../src/store/ingest/retract.js'
import { Store } from '../../../src/store/query/store.js'
import { figure, generated, prepareForGenerated, release } from '../../figures.js'
import { ask } from '../../graphql/ask.js'
import { addUnits } from '../../graphql/units-support.js'

/** Beside the shipped releases: revisions, confirmations, a retraction, what does not add up, a webhook, a key; gives its text. */
export async function fill(database: Database): Promise<string> {
  await prepareForGenerated(database)
  await addUnits(database)
  const figures = generated(300, 7)
  const odd = { title: '\\. and \\N "贸易"', note: 'Tab\t, line\n\\. and \\N\r\\', url: 'https://example.org/?a=\\t' }
  const total = (value: string) => figure({ metric: 'BALANCE', period: '2024-05', value, unit: 'CNY_BILLION' })
  await release(database, { code: 'G-1', ...odd }, [...figures, total('5.1')])
  await release(database, { code: 'G-2', publishedAt: '2024-02-01T00:00:00+08:00' }, [
    ...figures.slice(0, 200),
    total('5.2'),
    figure({ metric: 'EXPORT_QUANTITY', period: '2024-05', value: '512.5', unit: 'BARREL_THOUSAND' as Unit }),
  ])
  await release(database, { code: 'G-3', publishedAt: '2024-03-01T00:00:00Z' }, [total('999'), ...generated(50, 8)])
  await retract(database, 'G-3', 'Printed by mistake')
  const receiver = { url: 'https://office.example/told', events: ['release.published'], dataset: null } as const
  const { webhook } = await addWebhook(database, receiver)
  const message = { id: 'msg_1', type: 'webhook.test', release: null, body: '{}' }
  await recordTest(database, webhook.id, message, { status: 204, error: null }, new Date())
  await makeLeaves(database)
  await recordHead(database, { origin: 'stats.example.org', size: 1, root: Buffer.alloc(32, 1) })
  const { text } = await createKey(database, { name: '海关', scopes: ['publish'], expiresAt: null })
  return text
}

/** The bytes of a backup, and what is reported of it. */
export async function backedUp(database: Database, written: () => void | Promise<void> = () => {}) {
  const chunks: Uint8Array[] = []
  const into = new Writable({
    async write(chunk, _encoding, done) {
      chunks.push(chunk)
      await written()
      done()
    },
  })
  const report: BackupReport = await backup(database, into)
  return { bytes: Buffer.concat(chunks), report }
}

/** All that a backup says, but when it was made; the rows of a table, which come as they lie there, in order. */
export function contentOf(bytes: Uint8Array): string {
  const text = gunzipSync(bytes).toString('utf8')
  const tables = text.replace(/"time":"[^"]+"/, '"time":""').split(/^(?=\{")/m)
  return tables.map((table) => table.split('\n').sort().join('\n')).join('')
}

/** Restores bytes that arrive in small pieces. */
export const restoreFrom = async (database: Database, bytes: Uint8Array, report?: ReportTable): Promise<BackupReport> =>
  restore(database, await openBackup(pieces(bytes)), report)

async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 1000) yield bytes.subarray(at, at + 1000)
}

const versions = /* GraphQL */ `
  {
    indicators(first: 400) {
      totalCount
      facets { dimension { code } category { code } count }
      nodes {
        id formatted value share yoyChange knownFrom knownTo citation
        release { code title note retractedAt }
        confirmedBy { code }
        history { id formatted knownFrom knownTo release { code } confirmedBy { code } }
      }
    }
    releases { nodes { code title note url citation importedAt retractedAt indicators { totalCount } } }
  }
`

/** What is answered to every saved query, and to one that goes through all that a release leaves behind. */
export async function answersOf(database: Database): Promise<unknown[]> {
  const store = new Store(database)
  const folder = new URL('../../queries/', import.meta.url)
  const names = (await readdir(folder)).filter((name) => name.endsWith('.graphql')).sort()
  const answers: unknown[] = [await ask(store, versions)]
  for (const name of names) {
    const saved = JSON.parse(await readFile(new URL(name.replace('.graphql', '.json'), folder), 'utf8'))
    answers.push(await ask(store, await readFile(new URL(name, folder), 'utf8'), saved.variables))
  }
  return answers
}

/** Which tables have rows, the history of migrations aside. */
export async function filledTables({ pool }: Database): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables
     WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' ORDER BY 1`,
  )
  const filled: string[] = []
  for (const { name } of rows) {
    const found = await pool.query(`SELECT FROM "${name}" LIMIT 1`)
    if (found.rowCount !== 0 || name.startsWith('staging')) filled.push(name)
  }
  return filled
}
