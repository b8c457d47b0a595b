import { Decimal } from '../../domain/numbers/decimal.js'
import type { DecimalRange } from '../../domain/observations/filter.js'
import { type Unit, unitInfo } from '../../domain/units/unit.js'
import { Prisma } from '../../generated/prisma/client.js'
import { all } from './logic.js'

type Sql = Prisma.Sql
const { sql } = Prisma

/** A range of numbers in a unit as one of numbers in the base unit of its measure. */
export function inUnit(range: DecimalRange, unit: Unit | null | undefined): DecimalRange {
  if (unit == null) return range
  const factor = unitInfo(unit).factor
  const scaled = Object.entries(range).map(([key, bound]) => [
    key,
    bound instanceof Decimal ? bound.times(factor) : bound,
  ])
  return Object.fromEntries(scaled) as DecimalRange
}

/**
 * "Over 600,000" is greater than every number up to its own and nothing else is known of it; "under" is the mirror.
 * `qualified`: whether the number has a qualifier; rates have none.
 */
export function inRange(range: DecimalRange, number: Sql, qualified: boolean): Sql {
  const plain = qualified ? sql`i.qualifier IN ('EXACT', 'ABOUT')` : sql`true`
  const over = qualified ? sql`i.qualifier = 'OVER'` : sql`false`
  const under = qualified ? sql`i.qualifier = 'UNDER'` : sql`false`
  const bounds: Sql[] = []
  const add = (bound: Decimal | null | undefined, condition: (text: string) => Sql): void => {
    if (bound != null) bounds.push(sql`(${condition(bound.toFixed())})`)
  }
  const at = (text: string): Sql => sql`${text}::numeric`
  add(range.gt, (text) => sql`${plain} AND ${number} > ${at(text)} OR ${over} AND ${number} >= ${at(text)}`)
  add(range.gte, (text) => sql`${qualified ? sql`i.qualifier <> 'UNDER'` : sql`true`} AND ${number} >= ${at(text)}`)
  add(range.lt, (text) => sql`${plain} AND ${number} < ${at(text)} OR ${under} AND ${number} <= ${at(text)}`)
  add(range.lte, (text) => sql`${qualified ? sql`i.qualifier <> 'OVER'` : sql`true`} AND ${number} <= ${at(text)}`)
  add(range.eq, (text) => sql`${plain} AND ${number} = ${at(text)}`)
  return all(bounds)
}
