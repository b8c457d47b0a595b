import pg from 'pg'
import { pino } from 'pino'
import { seedStore } from '../../src/server/seed.js'
import { openDatabase } from '../../src/store/database/open.js'
import { takeMonths } from '../../test/import/tables.js'
import { sharedData } from '../../test/shared-data.js'

/** Works with a database of its own that has what ships and the tables by location of twelve months, where they are there. */
export async function withTables(server: string, work: (url: string) => Promise<void>): Promise<void> {
  const name = `attacks_${process.pid}`
  const admin = new pg.Client({ connectionString: server })
  await admin.connect()
  await admin.query(`CREATE DATABASE ${name}`)
  try {
    const url = new URL(server)
    url.pathname = `/${name}`
    const database = await openDatabase({ kind: 'server', url: url.href })
    await seedStore(database, pino({ level: 'silent' }))
    if (sharedData.locations.isPresent) await takeMonths(database, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
    await database.pool.query('VACUUM ANALYZE')
    await database.close()
    await work(url.href)
  } finally {
    await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    await admin.end()
  }
}
