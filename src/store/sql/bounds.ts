import { Prisma } from '../../generated/prisma/client.js'

const { raw } = Prisma

/** Half a unit of the last printed digit, in the base unit. */
const half = (alias: string): string => `('5e' || (-1 - ${alias}.scale))::numeric`

/** The least that a level may be, in the base unit: half a digit below, what it is over, nothing for "-"; else null. */
export const low = (alias: string): Prisma.Sql =>
  raw(`CASE WHEN ${alias}.status = 'NIL' THEN 0 WHEN ${alias}.qualifier = 'EXACT' THEN ${alias}.value - ${half(alias)}
    WHEN ${alias}.qualifier = 'OVER' THEN ${alias}.value END`)

/** The most that it may be. */
export const high = (alias: string): Prisma.Sql =>
  raw(`CASE WHEN ${alias}.status = 'NIL' THEN 0 WHEN ${alias}.qualifier = 'EXACT' THEN ${alias}.value + ${half(alias)}
    WHEN ${alias}.qualifier = 'UNDER' THEN ${alias}.value END`)

/** Half a digit either way of a printed rate. */
export const rateLow = (column: string): Prisma.Sql => raw(`(${column} - ('5e' || (-1 - scale(${column})))::numeric)`)
export const rateHigh = (column: string): Prisma.Sql => raw(`(${column} + ('5e' || (-1 - scale(${column})))::numeric)`)
