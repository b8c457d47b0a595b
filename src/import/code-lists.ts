import type { CodeListRows } from '../domain/codes/codes.js'
import { readCodes } from '../files/code-lists/reader.js'
import { writeCodes } from '../files/code-lists/writer.js'
import { writeCodeLists } from '../store/admin/code-lists.js'
import { change } from '../store/database/change.js'
import type { Database } from '../store/database/open.js'
import { readCodeLists } from '../store/query/code-lists.js'

export interface CodesReport {
  readonly rows: CodeListRows
  readonly changed: boolean
  readonly version: number
}

/**
 * Imports a file of code lists in one transaction. The version of the store increases only if something changes. Throws
 * BAD_USER_INPUT with every fault on a line.
 */
export const importCodeLists = (database: Database, text: string, file: string): Promise<CodesReport> =>
  change(database, async (tx, next) => {
    const before = await readCodeLists(tx)
    const rows = readCodes(text, file, before)
    await writeCodeLists(tx, next, rows)
    const changed = writeCodes(await readCodeLists(tx)) !== writeCodes(before)
    return { changed, result: { rows, changed, version: changed ? next : next - 1 } }
  })
