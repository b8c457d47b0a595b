import pg from 'pg'
import { pino } from 'pino'
import type { Observation } from '../src/domain/observations/observation.js'
import { seedStore } from '../src/server/seed.js'
import { openDatabase } from '../src/store/database/open.js'
import { ingest } from '../src/store/ingest/ingest.js'
import type { Item } from '../src/store/ingest/item.js'
import { figure, head } from '../test/figures.js'

// `npm run bench:series` measures what the import of very many new series takes: releases of trade, exports and imports of
// every pair of a partner and a product, none of which the store knows. Two releases that are refused come first, so that
// the third meets what they leave behind. On the embedded store in memory, and on the server that DATABASE_URL names, in a
// database of its own. SERIES says how many, STORES which of `embedded` and `server`.

const count = Number(process.env['SERIES'] ?? 100_000)
const products = 100
const server = process.env['DATABASE_URL']

function* figures(wrong: boolean, from: number): Generator<Observation> {
  for (let pair = 0; pair < count / 3; pair++) {
    const categories = [`PARTNER:N${from}P${Math.floor(pair / products)}`, `PRODUCT:N${from}G${pair % products}`]
    const [exports, imports] = [100_000 + pair, 90_000 + 7 * pair]
    const values = { TRADE: exports + imports + (wrong && pair === 5 ? 1000 : 0), EXPORTS: exports, IMPORTS: imports }
    for (const [metric, value] of Object.entries(values))
      yield figure({ metric, categories, period: '2024-03', unit: 'CNY_10_THOUSAND', value: `${value}` })
  }
}

async function* items(wrong: boolean, from: number): AsyncGenerator<Item> {
  for (const each of figures(wrong, from)) yield { observation: each, row: null, source: null }
}

async function measure(store: string, url: string | null): Promise<void> {
  const database = await openDatabase(url === null ? { kind: 'memory' } : { kind: 'server', url })
  try {
    await seedStore(database, pino({ level: 'silent' }))
    const take = async (code: string, day: number, wrong: boolean, from: number): Promise<void> => {
      const began = performance.now()
      const publishedAt = `2024-04-${String(day).padStart(2, '0')}T00:00:00Z`
      const report = await ingest(database, head({ code, publishedAt }), items(wrong, from), { createCodes: true })
      const seconds = ((performance.now() - began) / 1000).toFixed(1)
      process.stdout.write(
        `${store}: ${code}: ${report.accepted ? `${report.added} figures stored` : `refused, ${report.findings.length} findings`} in ${seconds} s\n`,
      )
    }
    await take('REFUSED-1', 1, true, 1)
    await take('REFUSED-2', 2, true, 1)
    await take('STORED', 3, false, 1)
    await take('MORE', 4, false, 2)
    await take('EARLIER', 2, false, 1)
  } finally {
    await database.close()
  }
}
const stores = (process.env['STORES'] ?? 'embedded,server').split(',')
if (stores.includes('embedded')) await measure('embedded', null)
if (stores.includes('server') && server !== undefined) {
  const admin = new pg.Client({ connectionString: server })
  await admin.connect()
  const name = `bench_series_${process.pid}`
  await admin.query(`CREATE DATABASE ${name}`)
  try {
    await measure('server', Object.assign(new URL(server), { pathname: `/${name}` }).href)
  } finally {
    await admin.query(`DROP DATABASE ${name} WITH (FORCE)`)
    await admin.end()
  }
}
