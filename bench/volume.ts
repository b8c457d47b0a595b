import { Readable } from 'node:stream'
import pg from 'pg'
import { importRelease } from '../src/import/importer.js'
import { writeCodeLists } from '../src/store/admin/code-lists.js'
import { change } from '../src/store/database/change.js'
import { openDatabase } from '../src/store/database/open.js'
import { tradeDataset } from '../test/figures.js'

// `npm run bench:volume` measures the import of SERIES (500,000) new series of two dimensions, with totals of both: into an
// empty store, right after an import that is refused; then the next month of the same series. The budget of each is five
// minutes. DATABASE_URL names a server on which a database of its own is made and dropped.

const server = process.env['DATABASE_URL']
if (server === undefined) throw new Error('DATABASE_URL names no server')
const wanted = Number(process.env['SERIES'] ?? 500_000)
const partners = 250
const products = Math.ceil(wanted / partners)
const name = `bench_${process.pid}`
const admin = new pg.Client({ connectionString: server })
await admin.connect()
await admin.query(`CREATE DATABASE ${name}`)
const url = new URL(server)
url.pathname = `/${name}`
const database = await openDatabase({ kind: 'server', url: url.href })

/** Lines of CSV: each product of each partner, and the totals of both; `spoil` prints the total a second time, as 1. */
function* lines(period: string, spoil: boolean): Generator<string> {
  yield 'metric,PARTNER,PRODUCT,period,value,unit\n'
  const month = Number(period.slice(-2))
  const level = (partner: number, product: number): number => 1000 + ((partner * 31 + product * 17 + month * 7) % 97)
  const totals = new Array<number>(products).fill(0)
  let all = 0
  for (let partner = 0; partner < partners; partner++) {
    let [text, sum] = ['', 0]
    for (let product = 0; product < products; product++) {
      const value = level(partner, product)
      sum += value
      totals[product] = (totals[product] ?? 0) + value
      text += `EXPORTS,P${partner},K${product},${period},${value},CNY\n`
    }
    all += sum
    yield `${text}EXPORTS,P${partner},,${period},${sum},CNY\n`
  }
  yield totals.map((total, product) => `EXPORTS,,K${product},${period},${total},CNY\n`).join('')
  yield `EXPORTS,,,${period},${all},CNY\n`
  if (spoil) yield `EXPORTS,,,${period},1,CNY\n`
}

async function take(code: string, period: string, spoil = false): Promise<void> {
  const began = performance.now()
  const report = await importRelease(database, {
    head: {
      code,
      title: code,
      publisher: 'Bench',
      publishedAt: '2025-06-01T00:00:00Z',
      stage: 'MONTHLY',
      url: null,
      note: null,
    },
    files: [{ name: `${code}.csv`, bytes: Readable.from([...lines(period, spoil)].map((each) => Buffer.from(each))) }],
    ...{ format: 'CSV', map: null, period: null, encoding: null, createCodes: true },
  })
  const seconds = (performance.now() - began) / 1000
  const { accepted, added, findings } = report
  if (!accepted && !spoil) throw new Error(`${code} was refused: ${findings[0]?.message}`)
  process.stdout.write(
    `${code}: ${seconds.toFixed(1)} s, accepted ${accepted}, ${added} added, ${findings.length} findings\n`,
  )
}

try {
  await change(database, async (tx, version) => {
    const named = (code: string) => ({ code, name: { en: code, zh: null }, description: null })
    await writeCodeLists(tx, version, {
      datasets: [tradeDataset],
      metrics: [{ ...named('EXPORTS'), additivity: 'FLOW' }],
      dimensions: ['TOTAL', 'PARTNER', 'PRODUCT'].map(named),
      categories: [{ dimension: 'TOTAL', ...named('ALL'), parent: null, isAggregate: false, members: null }],
    })
    return { changed: true, result: undefined }
  })
  await take('REFUSED', '2025-01', true)
  await take('FIRST', '2025-01')
  await take('SECOND', '2025-02')
  const { rows } = await database.pool.query(`
    SELECT pg_total_relation_size('indicator')::float8 / count(*) AS figure,
      (SELECT (pg_total_relation_size('series') + pg_total_relation_size('series_category'))::float8 / count(*) FROM series) AS series
    FROM indicator`)
  const { figure, series } = rows[0]
  process.stdout.write(`bytes of a figure with its indexes ${Math.round(figure)}, of a series ${Math.round(series)}\n`)
} finally {
  await database.close()
  await admin.query(`DROP DATABASE ${name} WITH (FORCE)`)
  await admin.end()
}
