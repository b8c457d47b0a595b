import type { Finding } from '../../src/domain/observations/finding.js'
import { readCodes } from '../../src/files/code-lists/reader.js'
import { type ImportRequest, importRelease } from '../../src/import/importer.js'
import { writeCodeLists } from '../../src/store/admin/code-lists.js'
import { change } from '../../src/store/database/change.js'
import type { Database } from '../../src/store/database/open.js'
import { readCodeLists } from '../../src/store/query/code-lists.js'
import { isAlarm } from './mutations/support.js'
import { otherOffices } from './real-cubes.js'
import { enterprises, exchangeRates, locations, otherTables, pressFigures } from './real-gacc.js'

/** What an import said of a published table. */
export interface Taken {
  readonly name: string
  readonly accepted: boolean
  readonly figures: number
  readonly alarms: readonly Finding[]
}

async function take(database: Database, request: ImportRequest): Promise<Taken> {
  const { accepted, added, revised, unchanged, findings } = await importRelease(database, request)
  const figures = added + revised + unchanged
  return { name: request.head.code, accepted, figures, alarms: findings.filter(isAlarm) }
}

/** Imports releases in order of publication. */
export async function takeInOrder(database: Database, requests: readonly ImportRequest[]): Promise<Taken[]> {
  const taken: Taken[] = []
  for (const request of requests.toSorted((a, b) => Date.parse(a.head.publishedAt) - Date.parse(b.head.publishedAt)))
    taken.push(await take(database, request))
  return taken
}

/** Imports all tables of China Customs. */
export async function takeCustoms(database: Database): Promise<Taken[]> {
  const all = await Promise.all([pressFigures(), exchangeRates(), enterprises(), locations(), otherTables()])
  return takeInOrder(database, all.flat())
}

/** Imports all tables of other offices, each after the metrics that it needs. */
export async function takeOffices(database: Database): Promise<Taken[]> {
  const taken: Taken[] = []
  for (const { codes, request } of await otherOffices()) {
    await addCodes(database, codes)
    taken.push(await take(database, request))
  }
  return taken
}

/** Adds codes as `codes import` does. */
export const addCodes = (database: Database, text: string): Promise<void> =>
  change(database, async (tx, version) => {
    await writeCodeLists(tx, version, readCodes(text, 'codes.csv', await readCodeLists(tx)))
    return { changed: true, result: undefined }
  })

/** The alarms about a table, a line each. */
export const told = ({ name, alarms }: Taken): string[] =>
  alarms.map(({ kind, severity, message }) => `${name}: ${severity} ${kind}: ${message}`)
