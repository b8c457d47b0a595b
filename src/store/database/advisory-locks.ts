import { Prisma } from '../../generated/prisma/client.js'

const keys = {
  change: 72_707_370,
  import: 72_707_371,
  apiKeys: 72_707_372,
  webhooks: 72_707_373,
  history: 72_707_374,
}

/** Returns the two keys of an advisory lock, as SQL. The second is the schema's: a database may hold several stores. */
export const advisoryLock = (name: keyof typeof keys): Prisma.Sql =>
  Prisma.raw(`${keys[name]}, hashtext(current_schema())`)
