import { Prisma } from '../../generated/prisma/client.js'

/** The printed content of a row, for comparison. Includes the scale of rates: 5.0 and 5 are printed differently. */
export const printedContent = (alias: string): Prisma.Sql =>
  Prisma.raw(
    `${alias}.unit, ${alias}.value, ${alias}.scale, ${alias}.qualifier, ${alias}.status, ${alias}.yoy, scale(${alias}.yoy),
    ${alias}.share, scale(${alias}.share), ${alias}.share_metric_id, ${alias}.share_category_id,
    ${alias}.share_change, scale(${alias}.share_change), ${alias}.extra`,
  )
