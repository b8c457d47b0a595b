import type { CodeLists } from '../../domain/codes/codes.js'
import type { Order, OrderField } from '../../domain/observations/filter.js'
import { parseInstant } from '../../domain/periods/instant.js'
import { Prisma } from '../../generated/prisma/client.js'
import { validAt } from './validity.js'

type Sql = Prisma.Sql
const { sql, raw, join } = Prisma

export interface Sortable
  extends Readonly<Record<'metric_id' | 'category_id' | 'series_id' | 'period' | 'release_id', number>>,
    Readonly<Record<'value' | 'yoy' | 'share', string | null>> {
  readonly known_from: Date
}

export type CursorValue = number | string | null

interface SortKey {
  readonly expression: string
  readonly type: 'int' | 'numeric' | 'timestamptz'
  readonly nullable?: true
  readonly join?: (version: number) => Sql
  readonly column: keyof Sortable
  readonly toCursor: (row: Sortable) => CursorValue
  /** Returns the present value of the expression for a cursor; throws if the cursor value is invalid. */
  readonly fromCursor: (value: CursorValue, codes: CodeLists) => CursorValue
}

export interface Ordering {
  readonly key: SortKey
  readonly descending: boolean
}

function sortKey(
  column: keyof Sortable,
  type: SortKey['type'],
  fromCursor: SortKey['fromCursor'],
  more: Partial<SortKey> = {},
): SortKey {
  const toCursor = (row: Sortable): CursorValue => {
    const value = row[column]
    return value instanceof Date ? value.toISOString() : value
  }
  return { expression: `i.${column}`, type, column, toCursor, fromCursor, ...more }
}

const keys: Record<OrderField, SortKey> = {
  PERIOD: sortKey('period', 'int', integer),
  // Cursors contain the id of a code, since its rank changes when the list grows.
  METRIC: sortKey('metric_id', 'int', (id, codes) => codes.metricById(integer(id)).rank, {
    expression: 'm.rank',
    join: (version) => rankOf('metric', 'm', 'i.metric_id', version),
  }),
  CATEGORY: sortKey('category_id', 'int', (id, codes) => codes.categoryById(integer(id)).rank, {
    expression: 'k.rank',
    join: (version) => rankOf('category', 'k', 'i.category_id', version),
  }),
  VALUE: sortKey('value', 'numeric', decimal, { nullable: true }),
  YOY_CHANGE: sortKey('yoy', 'numeric', decimal, { nullable: true }),
  SHARE: sortKey('share', 'numeric', decimal, { nullable: true }),
  PUBLISHED_AT: sortKey('known_from', 'timestamptz', instant),
}

// Make every order total: these columns are the primary key.
const ties = (['series_id', 'period', 'release_id'] as const).map((column) => sortKey(column, 'int', integer))

export const ordering = (order: readonly Order[]): readonly Ordering[] => [
  ...order.map(({ field, direction }) => ({ key: keys[field], descending: direction === 'DESC' })),
  ...ties.map((key) => ({ key, descending: false })),
]

export function joins(orderings: readonly Ordering[], version: number): Sql {
  const needed = [...new Set(orderings.flatMap(({ key }) => key.join ?? []))]
  return needed.length === 0
    ? Prisma.empty
    : join(
        needed.map((each) => each(version)),
        ' ',
      )
}

export const rankOf = (list: 'metric' | 'category', alias: string, id: string, version: number): Sql =>
  sql`JOIN code_version ${raw(alias)} ON ${raw(`${alias}.list = '${list}' AND ${alias}.id = ${id}`)} AND ${validAt(version, alias)}`

export function orderBy(orderings: readonly Ordering[], reversed: boolean): Sql {
  const keys = orderings.map(({ key, descending }) => {
    const direction = descending === reversed ? 'ASC' : 'DESC'
    return `${key.expression} ${direction}${key.nullable ? ` NULLS ${reversed ? 'FIRST' : 'LAST'}` : ''}`
  })
  return raw(keys.join(', '))
}

/** The same order, except that the first key has no nulls and is sorted as an index that has them last can return it. */
export function orderWithoutNulls([first, ...rest]: readonly Ordering[], reversed: boolean): Sql {
  if (first === undefined) return Prisma.empty
  const key = `${first.key.expression} ${first.descending === reversed ? 'ASC NULLS FIRST' : 'DESC NULLS LAST'}`
  return sql`${raw(key)}, ${orderBy(rest, reversed)}`
}

/** A condition on the first key alone, without nulls, that follows from `afterCursor` and that an index can use. */
export function firstAfterCursor(
  [first]: readonly Ordering[],
  [given = null]: readonly CursorValue[],
  reversed: boolean,
  codes: CodeLists,
): Sql {
  const value = first?.key.fromCursor(given, codes) ?? null
  if (first === undefined || (value === null && reversed)) return sql`true`
  if (value === null) return sql`false`
  const { expression, type } = first.key
  return sql`${raw(expression)} ${raw(first.descending === reversed ? '>=' : '<=')} ${value}::${raw(type)}`
}

export function afterCursor(
  orderings: readonly Ordering[],
  values: readonly CursorValue[],
  reversed: boolean,
  codes: CodeLists,
): Sql {
  return orderings.reduceRight((rest: Sql, { key, descending }, index) => {
    const value = key.fromCursor(values[index] ?? null, codes)
    const column = raw(key.expression)
    if (value === null) {
      const equal = sql`${column} IS NULL AND ${rest}`
      return reversed ? sql`(${column} IS NOT NULL OR ${equal})` : sql`(${equal})`
    }
    const at = sql`${value}::${raw(key.type)}`
    const further = sql`${column} ${raw(descending === reversed ? '>' : '<')} ${at}`
    const nulls = reversed || !key.nullable ? Prisma.empty : sql` OR ${column} IS NULL`
    return sql`(${further}${nulls} OR ${column} = ${at} AND ${rest})`
  }, sql`false`)
}

function integer(value: CursorValue): number {
  if (typeof value === 'number' && Number.isInteger(value) && Math.abs(value) < 2 ** 31) return value
  throw new TypeError('not an integer')
}

// A numeric of the database may be longer than one that users may write.
function decimal(value: CursorValue): string | null {
  if (value === null) return null
  if (typeof value === 'string' && /^-?\d{1,200}(\.\d{1,200})?$/.test(value)) return value
  throw new TypeError('not a decimal')
}

function instant(value: CursorValue): string {
  if (typeof value !== 'string') throw new TypeError('not an instant')
  return parseInstant(value).at.toISOString()
}
