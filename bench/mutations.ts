import { writeFile } from 'node:fs/promises'
import { pino } from 'pino'
import { seedStore } from '../src/server/seed.js'
import { openDatabase } from '../src/store/open.js'
import { describeFindings, describeMutation, isReported, largeOnes, report } from '../test/import/mutations-report.js'
import { measure } from '../test/import/mutations-support.js'

// `npm run bench:mutations` draws errors for real tables (SEED, and PER for each kind of table), tries each in a dry run, and
// writes how many are refused and reported to bench/mutations.md. The silent ones go to the file that SILENT names.

const seed = process.env['SEED'] ?? '1'
const per = Number(process.env['PER'] ?? 200)
const out = process.env['OUT'] ?? new URL('mutations.md', import.meta.url)

const database = await openDatabase({ kind: 'memory' })
try {
  await seedStore(database, pino({ level: 'silent' }))
  const months = [3, 4, 5, 6, 7, 8, 9, 10, 11, 12]
  const begin = performance.now()
  const measured = await measure(database, { seed, per, months }, (done, of) => {
    process.stderr.write(`\r${done} of ${of}`)
  })
  const text = report(measured, seed, per)
  await writeFile(out, text)
  const silent = largeOnes(measured).filter((each) => !isReported(each))
  const lines = silent.map((each) => [describeMutation(each.mutation), ...describeFindings(each)].join('\n    '))
  if (process.env['SILENT'] !== undefined) await writeFile(process.env['SILENT'], `${lines.join('\n')}\n`)
  process.stdout.write(`${text}\n${Math.round((performance.now() - begin) / 1000)} s\n`)
} finally {
  await database.close()
}
