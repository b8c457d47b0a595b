import type { ConnectionArgs } from '../../domain/observations/filter.js'
import { Refusal } from '../../errors.js'

/** A stretch of a list, as Relay has it. */
export interface Page<T> {
  readonly edges: readonly { readonly node: T; readonly cursor: string }[]
  readonly pageInfo: {
    readonly hasNextPage: boolean
    readonly hasPreviousPage: boolean
    readonly startCursor: string | null
    readonly endCursor: string | null
  }
}

export const pageSizes = { usual: 50, most: 1000 }

/** How many are asked for, and from which end. LIMIT_EXCEEDED past 1,000; BAD_USER_INPUT for both ends at once. */
export function sizeOf({ first, last }: ConnectionArgs): { readonly size: number; readonly reversed: boolean } {
  if (first != null && last != null)
    throw new Refusal('BAD_USER_INPUT', 'Ask for the first or for the last of a list, not for both.')
  const size = first ?? last ?? pageSizes.usual
  const name = first != null ? 'first' : 'last'
  if (size < 0)
    throw new Refusal('BAD_USER_INPUT', `${name} is ${size}: it says how many, from 0 to ${pageSizes.most}.`)
  if (size > pageSizes.most)
    throw new Refusal(
      'LIMIT_EXCEEDED',
      `${name} is ${size}: a page holds ${pageSizes.most} at most; go on with its cursor.`,
    )
  return { size, reversed: last != null }
}

/**
 * A page from the rows that were found in walking order, one more than asked for where there is one. A cursor that was
 * given stands for a row on its other side.
 */
export function toPage<Row, T>(
  found: readonly Row[],
  given: ConnectionArgs,
  nodeOf: (row: Row) => T,
  cursorOf: (row: Row) => string,
): Page<T> {
  const { size, reversed } = sizeOf(given)
  const kept = found.slice(0, size)
  if (reversed) kept.reverse()
  const edges = kept.map((row) => new Edge(row, nodeOf(row), cursorOf))
  const more = found.length > size
  return {
    edges,
    pageInfo: new PageInfo(edges, reversed ? given.before != null : more, reversed ? more : given.after != null),
  }
}

// Classes: an object literal with a getter takes a hidden class of its own, which lives until all memory is collected.

/** Most pages are asked for without their cursors, which cost as much as all else of an edge. */
class Edge<Row, T> {
  readonly node: T
  readonly #row: Row
  readonly #cursorOf: (row: Row) => string

  constructor(row: Row, node: T, cursorOf: (row: Row) => string) {
    this.node = node
    this.#row = row
    this.#cursorOf = cursorOf
  }

  get cursor(): string {
    return this.#cursorOf(this.#row)
  }
}

class PageInfo {
  readonly hasNextPage: boolean
  readonly hasPreviousPage: boolean
  readonly #edges: readonly { readonly cursor: string }[]

  constructor(edges: readonly { readonly cursor: string }[], hasNextPage: boolean, hasPreviousPage: boolean) {
    this.#edges = edges
    this.hasNextPage = hasNextPage
    this.hasPreviousPage = hasPreviousPage
  }

  get startCursor(): string | null {
    return this.#edges[0]?.cursor ?? null
  }

  get endCursor(): string | null {
    return this.#edges.at(-1)?.cursor ?? null
  }
}

/** A plain list is never cut: LIMIT_EXCEEDED where it would have more items than `most`. */
export function refuseLonger(length: number, most: number, what: string): void {
  if (length > most) throw new Refusal('LIMIT_EXCEEDED', `${length} ${what}: a list holds ${most} at most.`)
}
