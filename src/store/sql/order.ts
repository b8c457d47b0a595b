import type { CodeLists } from '../../domain/codes/codes.js'
import type { Order, OrderField } from '../../domain/observations/filter.js'
import { parseInstant } from '../../domain/periods/instant.js'
import { Prisma } from '../../generated/prisma/client.js'

type Sql = Prisma.Sql
const { sql, raw } = Prisma

/** The columns of a row that an order looks at, as they come from the database. */
export interface Sortable {
  readonly metric_id: number
  readonly category_id: number
  readonly series_id: number
  readonly period: number
  readonly release_id: number
  readonly value: string | null
  readonly yoy: string | null
  readonly share: string | null
  readonly known_from: Date
}

/** What a cursor holds for one key of an order: null where the figure has nothing there. */
export type Mark = number | string | null

interface Key {
  /** On `i` of indicator, `m` of metric, `k` of its category. */
  readonly expression: string
  readonly type: 'int' | 'numeric' | 'timestamptz'
  readonly nullable?: true
  /** What has to be joined for the expression. */
  readonly join?: string
  /** What a mark is made of, and how. */
  readonly column: keyof Sortable
  readonly mark: (row: Sortable) => Mark
  /** Where a mark stands in the order now; throws where it is none of this key. */
  readonly place: (mark: Mark, codes: CodeLists) => Mark
}

/** A key with its direction; nulls come last in either. */
export interface Ordering {
  readonly key: Key
  readonly descending: boolean
}

const keys: Record<OrderField, Key> = {
  PERIOD: { expression: 'i.period', type: 'int', column: 'period', mark: (row) => row.period, place: integer },
  // A mark names a code by its id, since its place moves when the list grows.
  METRIC: {
    expression: 'm.rank',
    join: 'JOIN metric m ON m.id = i.metric_id',
    type: 'int',
    column: 'metric_id',
    mark: (row) => row.metric_id,
    place: (id, codes) => codes.metricById(integer(id)).rank,
  },
  CATEGORY: {
    expression: 'k.rank',
    join: 'JOIN category k ON k.id = i.category_id',
    type: 'int',
    column: 'category_id',
    mark: (row) => row.category_id,
    place: (id, codes) => codes.categoryById(integer(id)).rank,
  },
  VALUE: {
    expression: 'i.value',
    type: 'numeric',
    nullable: true,
    column: 'value',
    mark: (row) => row.value,
    place: decimal,
  },
  YOY_CHANGE: {
    expression: 'i.yoy',
    type: 'numeric',
    nullable: true,
    column: 'yoy',
    mark: (row) => row.yoy,
    place: decimal,
  },
  SHARE: {
    expression: 'i.share',
    type: 'numeric',
    nullable: true,
    column: 'share',
    mark: (row) => row.share,
    place: decimal,
  },
  PUBLISHED_AT: {
    expression: 'i.known_from',
    type: 'timestamptz',
    column: 'known_from',
    mark: (row) => row.known_from.toISOString(),
    place: instant,
  },
}

// What makes every order total: no two rows agree in all three.
const ties: readonly Key[] = [
  { expression: 'i.series_id', type: 'int', column: 'series_id', mark: (row) => row.series_id, place: integer },
  { expression: 'i.period', type: 'int', column: 'period', mark: (row) => row.period, place: integer },
  { expression: 'i.release_id', type: 'int', column: 'release_id', mark: (row) => row.release_id, place: integer },
]

/** All keys of an order, those that break its ties included. */
export const ordering = (order: readonly Order[]): readonly Ordering[] => [
  ...order.map(({ field, direction }) => ({ key: keys[field], descending: direction === 'DESC' })),
  ...ties.map((key) => ({ key, descending: false })),
]

/** What stands behind FROM indicator i, for the expressions of the keys. */
export const joins = (orderings: readonly Ordering[]): Sql =>
  raw([...new Set(orderings.map(({ key }) => key.join ?? ''))].join(' '))

/** What stands behind ORDER BY; `reversed` walks the same order from its end. */
export const orderBy = (orderings: readonly Ordering[], reversed: boolean): Sql =>
  raw(
    orderings
      .map(({ key, descending }) => {
        const direction = descending === reversed ? 'ASC' : 'DESC'
        return `${key.expression} ${direction}${key.nullable ? ` NULLS ${reversed ? 'FIRST' : 'LAST'}` : ''}`
      })
      .join(', '),
  )

/** The condition that a row comes after the marks of another, in the order or, `reversed`, against it. */
export function beyond(
  orderings: readonly Ordering[],
  marks: readonly Mark[],
  reversed: boolean,
  codes: CodeLists,
): Sql {
  return orderings.reduceRight((rest: Sql, { key, descending }, index) => {
    const place = key.place(marks[index] ?? null, codes)
    const column = raw(key.expression)
    if (place === null) {
      const equal = sql`${column} IS NULL AND ${rest}`
      return reversed ? sql`(${column} IS NOT NULL OR ${equal})` : sql`(${equal})`
    }
    const at = sql`${place}::${raw(key.type)}`
    const further = sql`${column} ${raw(descending === reversed ? '>' : '<')} ${at}`
    const nulls = reversed || !key.nullable ? Prisma.empty : sql` OR ${column} IS NULL`
    return sql`(${further}${nulls} OR ${column} = ${at} AND ${rest})`
  }, sql`false`)
}

function integer(mark: Mark): number {
  if (typeof mark === 'number' && Number.isInteger(mark) && Math.abs(mark) < 2 ** 31) return mark
  throw new TypeError('not an integer')
}

/** Sent on as text: a numeric of the database may be longer than what is accepted from a user. */
function decimal(mark: Mark): string | null {
  if (mark === null) return null
  if (typeof mark === 'string' && /^-?\d{1,200}(\.\d{1,200})?$/.test(mark)) return mark
  throw new TypeError('not a decimal')
}

function instant(mark: Mark): string {
  if (typeof mark !== 'string') throw new TypeError('not an instant')
  return parseInstant(mark).at.toISOString()
}
