import { Prisma } from '../../generated/prisma/client.js'

const { raw } = Prisma

const half = (scale: string): string => `('5e' || (-1 - ${scale}))::numeric`

/** The lowest value that a printed level can stand for, in the base unit: 0 for NIL; null if there is no bound. */
export const low = (alias: string): Prisma.Sql =>
  raw(`CASE WHEN ${alias}.status = 'NIL' THEN 0
    WHEN ${alias}.qualifier = 'EXACT' THEN ${alias}.value - ${half(`${alias}.scale`)}
    WHEN ${alias}.qualifier = 'OVER' THEN ${alias}.value END`)

export const high = (alias: string): Prisma.Sql =>
  raw(`CASE WHEN ${alias}.status = 'NIL' THEN 0
    WHEN ${alias}.qualifier = 'EXACT' THEN ${alias}.value + ${half(`${alias}.scale`)}
    WHEN ${alias}.qualifier = 'UNDER' THEN ${alias}.value END`)

export const rateLow = (column: string): Prisma.Sql => raw(`(${column} - ${half(`scale(${column})`)})`)
export const rateHigh = (column: string): Prisma.Sql => raw(`(${column} + ${half(`scale(${column})`)})`)
