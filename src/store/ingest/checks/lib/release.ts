import type { CodeLists } from '../../../../domain/codes/codes.js'
import { mayBeNegative } from '../../../../domain/codes/identity.js'
import { Prisma } from '../../../../generated/prisma/client.js'
import { isValid } from '../../../sql/validity.js'
import type { Source } from '../../item.js'

type Sql = Prisma.Sql
const { sql, raw } = Prisma

export interface FoldedRelease {
  readonly id: number
  readonly publishedAt: Date
  readonly sources: readonly Source[]
  readonly codes: CodeLists
}

export type CheckedRelease = ReturnType<typeof checkedRelease>

/**
 * Returns a release being checked in a transaction, with the SQL that its checks share. `printed` selects what it
 * printed, `known` what was known when it was published, including its own rows, and `knownBefore` what was known until
 * then.
 */
export function checkedRelease(tx: Prisma.TransactionClient, { id, publishedAt: at, sources, codes }: FoldedRelease) {
  const isKnown = (alias: string): Sql => {
    const [from, to] = [raw(`${alias}.known_from`), raw(`${alias}.known_to`)]
    return sql`${from} <= ${at} AND (${to} IS NULL OR ${to} > ${at}) AND ${isValid(alias)}`
  }
  const isPrinted = (alias: string): Sql =>
    sql`EXISTS (SELECT 1 FROM staging printed WHERE printed.release_id = ${id}::int
      AND printed.series_id = ${raw(alias)}.series_id AND printed.period = ${raw(alias)}.period)`
  return {
    tx,
    id,
    sources,
    codes,
    isKnown,
    isPrinted,
    printed: sql`(SELECT * FROM staging WHERE release_id = ${id}::int)`,
    known: sql`(SELECT * FROM indicator WHERE ${isKnown('indicator')})`,
    knownBefore: sql`(SELECT * FROM indicator WHERE known_from < ${at} AND (known_to IS NULL OR known_to >= ${at}) AND to_version IS NULL)`,
    printedSeries: sql`(SELECT series_id FROM staging WHERE release_id = ${id}::int)`,
    printedPeriods: sql`(SELECT DISTINCT period FROM staging WHERE release_id = ${id}::int)`,
    signedMetrics: codes.metrics.filter(({ identity }) => mayBeNegative(identity)).map((metric) => metric.id),
  }
}

export const isTotal = (alias: string): Sql =>
  sql`EXISTS (SELECT 1 FROM breakdown WHERE id = ${raw(alias)}.breakdown_id AND key = 'TOTAL')`

export const hasDigits = (number: string, scale: string, digits: number): string =>
  `abs(${number}) >= ('1e' || (${digits - 1} - ${scale}))::numeric`
