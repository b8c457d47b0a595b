import { Prisma } from '../../generated/prisma/client.js'

/** The first numbers of the advisory locks: one change, one load into staging tables and one new key at a time. */
const locks = { change: 72_707_370, load: 72_707_371, keys: 72_707_372 }

/** The two numbers of an advisory lock, as SQL. A database may hold several stores, each in a schema and with its own locks. */
export const lockOf = (what: keyof typeof locks): Prisma.Sql => Prisma.raw(`${locks[what]}, hashtext(current_schema())`)
