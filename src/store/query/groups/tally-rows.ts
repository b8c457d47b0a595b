import type { Part } from '../../../domain/aggregation/overlap.js'
import type { Before, Tally } from '../../../domain/aggregation/tally.js'
import { Decimal } from '../../../domain/numbers/decimal.js'
import type { ObservationStatus } from '../../../domain/observations/observation.js'
import type { Unit } from '../../../domain/units/unit.js'
import { Prisma } from '../../../generated/prisma/client.js'
import { high, low } from '../../sql/bounds.js'

const { sql, raw, join } = Prisma

type Count = 'count' | 'nil' | 'missing' | 'over' | 'under' | 'about'
type Sum = 'sum' | 'low' | 'high' | 'least' | 'most'

export interface TallyRow
  extends Readonly<Record<Count, string> & Record<Sum, string | null>>,
    Readonly<Partial<Record<'before_count' | 'before_inexact' | 'printed', string>>>,
    Readonly<Partial<Record<'before_sum' | 'before_low' | 'implied', string | null>>> {
  readonly measure: Unit
  readonly first_status: ObservationStatus
  readonly last_status: ObservationStatus
  readonly low_inclusive: boolean | null
  readonly high_inclusive: boolean | null
}

export const level = (alias: string): Prisma.Sql =>
  raw(`CASE WHEN ${alias}.status = 'NIL' THEN 0 ELSE ${alias}.value END`)

/** The level a year before that printed growth implies: a quotient with more digits than any output has. */
const implied = (alias: string): Prisma.Sql =>
  raw(`CASE WHEN ${alias}.yoy > -100 THEN round(${alias}.value, 40) * 100 / (100 + ${alias}.yoy) END`)

// A column with its aggregate over figures, and the aggregate function over tallies; `count` adds up counts.
type Column = readonly [
  name: keyof TallyRow,
  ofFigures: Prisma.Sql,
  ofTallies: 'count' | 'sum' | 'min' | 'max' | 'bool_and',
]

const has = 'FILTER (WHERE k.value IS NOT NULL)'
const qualified = (qualifier: string): Prisma.Sql => raw(`count(k.value) FILTER (WHERE k.qualifier = '${qualifier}')`)

const columns: readonly Column[] = [
  ['count', raw('count(k.value)'), 'count'],
  ['nil', raw(`count(*) FILTER (WHERE k.status = 'NIL')`), 'count'],
  ['missing', raw('count(*) - count(k.value)'), 'count'],
  ['over', qualified('OVER'), 'count'],
  ['under', qualified('UNDER'), 'count'],
  ['about', qualified('ABOUT'), 'count'],
  ['first_status', raw('min(k.status)'), 'min'],
  ['last_status', raw('max(k.status)'), 'max'],
  ['sum', raw('sum(k.value)'), 'sum'],
  ['low', sql`sum(${low('k')})`, 'sum'],
  ['high', sql`sum(${high('k')})`, 'sum'],
  // The bound nearer to zero rounds to the number, the other one to the next: see printedBounds.
  ['low_inclusive', raw(`bool_and(k.status = 'NIL' OR k.qualifier = 'EXACT' AND k.value > 0) ${has}`), 'bool_and'],
  ['high_inclusive', raw(`bool_and(k.status = 'NIL' OR k.qualifier = 'EXACT' AND k.value < 0) ${has}`), 'bool_and'],
  ['least', raw('min(k.value)'), 'min'],
  ['most', raw('max(k.value)'), 'max'],
]
const columnsBefore: readonly Column[] = [
  ['before_count', raw(`count(k.before_value) ${has}`), 'count'],
  ['before_inexact', raw(`count(CASE WHEN k.before_qualifier <> 'EXACT' THEN k.before_value END) ${has}`), 'count'],
  ['before_sum', raw(`sum(k.before_value) ${has}`), 'sum'],
  ['before_low', raw(`sum(k.before_low) ${has}`), 'sum'],
  ['printed', sql`count(${implied('k')})`, 'count'],
  ['implied', sql`sum(${implied('k')})`, 'sum'],
]

const chosen = (before: boolean): readonly Column[] => (before ? [...columns, ...columnsBefore] : columns)

export const ofFigures = (before: boolean): Prisma.Sql =>
  join(chosen(before).map(([name, expression]) => sql`${expression} AS ${raw(name)}`))

export function ofTallies(before: boolean): Prisma.Sql {
  const aggregates = chosen(before).map(([name, , of]) =>
    of === 'count' ? `sum(p.${name})::bigint AS ${name}` : `${of}(p.${name}) AS ${name}`,
  )
  return raw(aggregates.join(', '))
}

const number = (text: string | null | undefined): Decimal => new Decimal(text ?? 0)

export function toTally(row: TallyRow, parts: readonly Part[]): Tally {
  const { measure, least, most } = row
  return {
    measure,
    count: Number(row.count),
    nil: Number(row.nil),
    missing: Number(row.missing),
    over: Number(row.over),
    under: Number(row.under),
    about: Number(row.about),
    status: row.first_status === row.last_status ? row.first_status : null,
    reason: null,
    divided: false,
    sum: number(row.sum),
    low: number(row.low),
    high: number(row.high),
    lowInclusive: row.low_inclusive ?? true,
    highInclusive: row.high_inclusive ?? true,
    least: least === null ? null : number(least),
    most: most === null ? null : number(most),
    before: row.before_count === undefined ? null : toBefore(row),
    parts,
  }
}

const toBefore = (row: TallyRow): Before => ({
  count: Number(row.before_count ?? 0),
  inexact: Number(row.before_inexact ?? 0),
  reason: null,
  sum: number(row.before_sum),
  low: number(row.before_low),
  printed: Number(row.printed ?? 0),
  implied: number(row.implied),
})
