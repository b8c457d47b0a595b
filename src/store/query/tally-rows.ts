import type { Part } from '../../domain/aggregation/overlap.js'
import type { Before, Tally } from '../../domain/aggregation/tally.js'
import { Decimal } from '../../domain/numbers/decimal.js'
import type { ObservationStatus } from '../../domain/observations/observation.js'
import type { Unit } from '../../domain/units/unit.js'
import { Prisma } from '../../generated/prisma/client.js'
import { high, low } from '../sql/bounds.js'

const { sql, raw, join } = Prisma

type Count = 'count' | 'nil' | 'missing' | 'over' | 'under' | 'about'
type Sum = 'sum' | 'low' | 'high' | 'least' | 'most'

export interface TallyRow
  extends Readonly<Record<Count, number> & Record<Sum, string | null>>,
    Readonly<Partial<Record<'before_count' | 'before_inexact' | 'printed', number>>>,
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
export const implied = (alias: string): Prisma.Sql =>
  raw(`CASE WHEN ${alias}.yoy > -100 THEN round(${alias}.value, 40) * 100 / (100 + ${alias}.yoy) END`)

// A column with its aggregate over figures, and the aggregate function over tallies.
type Column = readonly [name: keyof TallyRow, ofFigures: Prisma.Sql, ofTallies: string]

const has = 'FILTER (WHERE k.value IS NOT NULL)'
const qualified = (qualifier: string): Prisma.Sql => raw(`count(k.value) FILTER (WHERE k.qualifier = '${qualifier}')`)

const columns: readonly Column[] = [
  ['count', raw('count(k.value)'), 'sum'],
  ['nil', raw(`count(*) FILTER (WHERE k.status = 'NIL')`), 'sum'],
  ['missing', raw('count(*) - count(k.value)'), 'sum'],
  ['over', qualified('OVER'), 'sum'],
  ['under', qualified('UNDER'), 'sum'],
  ['about', qualified('ABOUT'), 'sum'],
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
  ['before_count', raw(`count(k.before_value) ${has}`), 'sum'],
  [
    'before_inexact',
    raw(`count(k.before_value) FILTER (WHERE k.value IS NOT NULL AND k.before_qualifier <> 'EXACT')`),
    'sum',
  ],
  ['before_sum', raw(`sum(k.before_value) ${has}`), 'sum'],
  ['before_low', raw(`sum(k.before_low) ${has}`), 'sum'],
  ['printed', sql`count(${implied('k')})`, 'sum'],
  ['implied', sql`sum(${implied('k')})`, 'sum'],
]

const counts: readonly (keyof TallyRow)[] = [
  ...(['count', 'nil', 'missing', 'over', 'under', 'about'] as const),
  ...(['before_count', 'before_inexact', 'printed'] as const),
]

const chosen = (before: boolean): readonly Column[] => (before ? [...columns, ...columnsBefore] : columns)

export const ofFigures = (before: boolean): Prisma.Sql =>
  join(chosen(before).map(([name, expression]) => sql`${expression} AS ${raw(name)}`))

export const ofTallies = (before: boolean): Prisma.Sql =>
  raw(
    chosen(before)
      .map(([name, , of]) => `${of}(p.${name})${counts.includes(name) ? '::int' : ''} AS ${name}`)
      .join(', '),
  )

const number = (text: string | null | undefined): Decimal => new Decimal(text ?? 0)

export const toTally = (row: TallyRow, parts: readonly Part[]): Tally => ({
  measure: row.measure,
  count: row.count,
  nil: row.nil,
  missing: row.missing,
  over: row.over,
  under: row.under,
  about: row.about,
  status: row.first_status === row.last_status ? row.first_status : null,
  reason: null,
  divided: false,
  sum: number(row.sum),
  low: number(row.low),
  high: number(row.high),
  lowInclusive: row.low_inclusive ?? true,
  highInclusive: row.high_inclusive ?? true,
  least: row.least === null ? null : number(row.least),
  most: row.most === null ? null : number(row.most),
  before: row.before_count === undefined ? null : toBefore(row),
  parts,
})

const toBefore = (row: TallyRow): Before => ({
  count: row.before_count ?? 0,
  inexact: row.before_inexact ?? 0,
  reason: null,
  sum: number(row.before_sum),
  low: number(row.before_low),
  printed: row.printed ?? 0,
  implied: number(row.implied),
})
