import { Refusal } from '../../errors.js'
import type { Database } from '../database/open.js'

/** How many files one process writes of a store at a time: each holds a connection, or an answer, for as long as its reader takes. */
export const mostFiles = 4
const writing = new WeakMap<Database, number>()

/** Takes a place among those that are being written, and answers how to give it back. RATE_LIMITED where there is none. */
export function acquireExportSlot(database: Database): () => void {
  const others = writing.get(database) ?? 0
  if (others >= mostFiles)
    throw new Refusal('RATE_LIMITED', `${others} files are being written at the moment: ask again in a minute.`)
  writing.set(database, others + 1)
  let given = false
  return () => {
    if (!given) writing.set(database, (writing.get(database) ?? 1) - 1)
    given = true
  }
}
