import type { DecimalRange } from '../../../domain/observations/filter.js'
import {
  type FindingKind,
  kindsOfRevision,
  type Severity,
  sizeLimits,
  type Triage,
} from '../../../domain/observations/finding.js'
import { allUnits, unitInfo } from '../../../domain/units/unit.js'
import { Prisma } from '../../../generated/prisma/client.js'
import { validAt } from '../../sql/validity.js'

const { sql, raw, join } = Prisma

export const findingOrders = ['PLACE', 'SIZE'] as const
type FindingOrder = (typeof findingOrders)[number]

type Maybe<T> = T | null | undefined

export interface FindingQuery {
  readonly release?: Maybe<string>
  readonly severity?: Maybe<readonly Severity[]>
  readonly kind?: Maybe<readonly FindingKind[]>
  readonly triage?: Maybe<Triage>
  /** The size in percent, without its sign. */
  readonly percent?: Maybe<DecimalRange>
  readonly orderBy?: Maybe<FindingOrder>
}

export function condition({ release, severity, kind, triage, percent }: FindingQuery, version: number): Prisma.Sql {
  const conditions = [validAt(version, 'f'), release == null ? sql`f.release_id IS NOT NULL` : sql`f.code = ${release}`]
  if (severity != null) conditions.push(sql`f.severity = ANY(${[...severity]}::severity[])`)
  if (kind != null) conditions.push(sql`f.kind = ANY(${[...kind]}::finding_kind[])`)
  if (triage != null) conditions.push(sql`${isRevision} = ${triage === 'REVISION'}`)
  for (const [name, operator] of Object.entries(operators)) {
    const bound = percent?.[name as keyof DecimalRange]
    if (bound != null) conditions.push(sql`${size} ${raw(operator)} ${bound.toFixed()}::numeric`)
  }
  return join(conditions, ' AND ')
}

const operators = { eq: '=', gt: '>', gte: '>=', lt: '<', lte: '<=' } satisfies Record<keyof DecimalRange, string>

const isRevision = sql`(f.kind = ANY(${[...kindsOfRevision]}::finding_kind[]) AND f.severity <> 'ERROR')`

const difference = sql`abs(f.reported - coalesce((f.low + f.high) / 2, f.low, f.high))`

const size = sql`CASE WHEN f.unit <> 'PERCENT' THEN ${difference} * 100 / nullif(abs(f.reported), 0) END`

export const sizeClass = sql`width_bucket(${size}, ${sizeLimits.map((limit) => limit.toFixed())}::numeric[])`

/** The order of sizes: by the difference of levels in base units, the largest first, then by that of rates. */
export function bySize(): Prisma.Sql {
  const exponents = Object.fromEntries(allUnits().map((unit) => [unit, unitInfo(unit).exponent]))
  return sql`coalesce(f.unit, 'PERCENT') = 'PERCENT',
    ${difference} * power(10::numeric, coalesce((${JSON.stringify(exponents)}::jsonb ->> f.unit)::int, 0)) DESC NULLS LAST,`
}
