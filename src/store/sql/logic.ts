import { Prisma } from '../../generated/prisma/client.js'

type Sql = Prisma.Sql
const { sql, join } = Prisma

/** All of these hold; true where there are none. */
export const all = (conditions: readonly Sql[]): Sql =>
  conditions.length === 0 ? sql`true` : join(conditions, ' AND ')

/** One of these holds; false where there are none. */
export const any = (conditions: readonly Sql[]): Sql =>
  conditions.length === 0
    ? sql`false`
    : sql`(${join(
        conditions.map((each) => sql`(${each})`),
        ' OR ',
      )})`
