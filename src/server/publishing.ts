import type { Publishing } from '../graphql/builder.js'
import { importRelease } from '../import/importer.js'
import type { Database } from '../store/database/open.js'
import { retract } from '../store/ingest/retract.js'
import type { Store } from '../store/query/store.js'

/** What mutations do to a store. */
export const publishing = (database: Database, store: Store): Publishing => ({
  importRelease: (request) => importRelease(database, request),
  retract: (code, reason) => retract(database, code, reason),
  view: () => store.view(),
})
