import type { CodeLists } from '../../../../domain/codes/codes.js'
import { mayBeNegative } from '../../../../domain/codes/identity.js'
import { Prisma } from '../../../../generated/prisma/client.js'
import type { Source } from '../../item.js'

type Sql = Prisma.Sql
const { sql, raw } = Prisma

export interface FoldedRelease {
  readonly id: number
  readonly publishedAt: Date
  readonly sources: readonly Source[]
  readonly codes: CodeLists
}

/**
 * A release being checked, with the SQL that its checks share. `printed` selects what it printed, `known` what was known
 * when it was published, including its own rows, and `knownBefore` what was known until then.
 */
export class CheckedRelease {
  readonly id: number
  readonly sources: readonly Source[]
  readonly codes: CodeLists
  readonly printed: Sql
  readonly known: Sql
  readonly knownBefore: Sql
  readonly printedSeries: Sql
  readonly printedPeriods: Sql
  readonly signedMetrics: number[]
  readonly #publishedAt: Date

  constructor({ id, publishedAt: at, sources, codes }: FoldedRelease) {
    this.id = id
    this.sources = sources
    this.codes = codes
    this.#publishedAt = at
    this.printed = sql`(SELECT * FROM staging WHERE release_id = ${id}::int)`
    this.known = sql`(SELECT * FROM indicator WHERE ${this.isKnown('indicator')})`
    this.knownBefore = sql`(SELECT * FROM indicator WHERE known_from < ${at} AND (known_to IS NULL OR known_to >= ${at}))`
    this.printedSeries = sql`(SELECT series_id FROM staging WHERE release_id = ${id}::int)`
    this.printedPeriods = sql`(SELECT DISTINCT period FROM staging WHERE release_id = ${id}::int)`
    this.signedMetrics = codes.metrics.filter(({ identity }) => mayBeNegative(identity)).map((metric) => metric.id)
  }

  isKnown(alias: string): Sql {
    const [from, to] = [raw(`${alias}.known_from`), raw(`${alias}.known_to`)]
    return sql`${from} <= ${this.#publishedAt} AND (${to} IS NULL OR ${to} > ${this.#publishedAt})`
  }

  isPrinted(alias: string): Sql {
    return sql`EXISTS (SELECT 1 FROM staging printed WHERE printed.release_id = ${this.id}::int
      AND printed.series_id = ${raw(alias)}.series_id AND printed.period = ${raw(alias)}.period)`
  }
}

export const isTotal = (alias: string): Sql =>
  sql`EXISTS (SELECT 1 FROM breakdown WHERE id = ${raw(alias)}.breakdown_id AND key = 'TOTAL')`

/** The condition that a number has at least `digits` digits at the printed scale `scale`. */
export const hasDigits = (number: string, scale: string, digits: number): string =>
  `abs(${number}) >= ('1e' || (${digits - 1} - ${scale}))::numeric`
