import { appendFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { pino } from 'pino'
import { seedStore } from '../src/server/seed.js'
import { openDatabase } from '../src/store/database/open.js'
import { isLarge } from '../test/import/mutations/kinds.js'
import { describeFindings, describeMutation, isReported, report } from '../test/import/mutations/report.js'
import { measure } from '../test/import/mutations/support.js'
import { tableKinds } from '../test/import/mutations/tables.js'

// `npm run bench:mutations` draws errors for real tables (SEED; PER for each kind of table; TABLES, some of the kinds), tries each in a dry run, and
// writes how many are refused and reported to bench/mutations.md. The silent ones go to the file that SILENT names.

const seed = process.env['SEED'] ?? '1'
const per = Number(process.env['PER'] ?? 200)
const only = process.env['TABLES']?.split(',')
const tables = tableKinds.filter((kind) => only === undefined || only.includes(kind))
const out = process.env['OUT'] ?? new URL('mutations.md', import.meta.url)

const database = await openDatabase({ kind: 'memory' })
try {
  await seedStore(database, pino({ level: 'silent' }))
  const months = [3, 4, 5, 6, 7, 8, 9, 10, 11, 12]
  const begin = performance.now()
  const silent = process.env['SILENT']
  if (silent !== undefined) await writeFile(silent, '')
  const measured = await measure(database, { seed, per, months, tables }, (outcomes, of) => {
    process.stderr.write(`\r${outcomes.length} of ${of}`)
    const last = outcomes.at(-1)
    if (silent === undefined || last === undefined || isReported(last)) return
    const size = isLarge(last.mutation) ? 'LARGE ' : ''
    appendFileSync(silent, `${[size + describeMutation(last.mutation), ...describeFindings(last)].join('\n    ')}\n`)
  })
  const text = report(measured, seed, per)
  await writeFile(out, text)
  process.stdout.write(`${text}\n${Math.round((performance.now() - begin) / 1000)} s\n`)
} finally {
  await database.close()
}
