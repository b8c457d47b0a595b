import type { Period } from '../../domain/periods/period.js'
import { Prisma } from '../../generated/prisma/client.js'

const { sql, raw } = Prisma

// The encoding of `Period.ordinal` in SQL: (year * 12 + last month - 1) * 16 + number of months - 1. The same is computed
// in domain/periods. Months are counted from January of the year 0.

export const yearBefore = (column: string): Prisma.Sql => raw(`${column} - 192`)

const periodBefore = (column: string): string => `${column} - 16 * (${column} % 16 + 1)`

/** The ordinal of the year to date that is one month shorter (from February on), or longer (until November). */
export const shorterYearToDate = (column: string): Prisma.Sql => raw(`${column} - 17`)

export const longerYearToDate = (column: string): Prisma.Sql => raw(`${column} + 17`)

export const previousPeriod = (alias: string): Prisma.Sql =>
  raw(`CASE ${alias}.frequency WHEN 'YEAR_TO_DATE' THEN ${shorterYearToDate(`${alias}.period`).sql}
    ELSE ${periodBefore(`${alias}.period`)} END`)

export const lastMonth = (column: string): Prisma.Sql => raw(`${column} / 16`)

export const monthOfYear = (column: string): Prisma.Sql => raw(`(${column} / 16 % 12 + 1)`)

export const monthCount = (column: string): Prisma.Sql => raw(`(${column} % 16 + 1)`)

export const stepMonths = (frequency: string): Prisma.Sql =>
  raw(`CASE ${frequency} WHEN 'QUARTERLY' THEN 3 WHEN 'HALF_YEARLY' THEN 6 WHEN 'ANNUAL' THEN 12 ELSE 1 END`)

export const ordinalOf = (last: string, months: string): Prisma.Sql => raw(`((${last}) * 16 + (${months}) - 1)`)

type Ordinal = Pick<Period, 'ordinal'>

export const endsFrom = (column: string, from: Ordinal): Prisma.Sql => sql`${raw(column)} >= ${leastOrdinalFrom(from)}`

export const endsUntil = (column: string, to: Ordinal): Prisma.Sql => sql`${raw(column)} < ${leastOrdinalAfter(to)}`

/** Returns the least ordinal of periods that end in the first month of a period or later. */
export const leastOrdinalFrom = (from: Ordinal): number => firstMonthOf(from) * 16

export const leastOrdinalAfter = (to: Ordinal): number => (lastMonthOf(to) + 1) * 16

export const firstMonthOf = ({ ordinal }: Ordinal): number => Math.floor(ordinal / 16) - (ordinal % 16)
export const lastMonthOf = ({ ordinal }: Ordinal): number => Math.floor(ordinal / 16)
