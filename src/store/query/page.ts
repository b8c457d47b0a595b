import type { ConnectionArgs } from '../../domain/observations/filter.js'
import { formatCount, Refusal, refuse } from '../../errors.js'

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

/** Returns the requested size and direction. Throws LIMIT_EXCEEDED above 1,000, BAD_USER_INPUT for both directions. */
export function sizeOf({ first, last }: ConnectionArgs): { readonly size: number; readonly reversed: boolean } {
  if (first != null && last != null) refuse('Use either first or last, not both.')
  const size = first ?? last ?? pageSizes.usual
  const name = first != null ? 'first' : 'last'
  if (size < 0) refuse(`${name} is ${formatCount(size)}. It must be from 0 to ${formatCount(pageSizes.most)}.`)
  if (size > pageSizes.most)
    throw new Refusal(
      'LIMIT_EXCEEDED',
      `${name} is ${formatCount(size)}. A page has at most ${formatCount(pageSizes.most)} items; continue with its cursor.`,
    )
  return { size, reversed: last != null }
}

/**
 * Makes a page of rows in the order of reading. A row beyond the requested number shows that there are more; a cursor in
 * `given` shows that there are rows on its other side.
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
  const more = found.length > size
  const [next, previous] = reversed ? [given.before != null, more] : [more, given.after != null]
  return pageOf(kept, nodeOf, cursorOf, next, previous)
}

export function pageOf<Row, T>(
  rows: readonly Row[],
  nodeOf: (row: Row) => T,
  cursorOf: (row: Row) => string,
  hasNext: boolean,
  hasPrevious: boolean,
): Page<T> {
  const edges = rows.map((row) => new Edge(row, nodeOf(row), cursorOf))
  return { edges, pageInfo: new PageInfo(edges, hasNext, hasPrevious) }
}

// Classes, since an object literal with a getter gets a hidden class that lives until a full garbage collection. Cursors
// are computed on demand: most queries do not select them, and they cost as much as the rest of an edge.
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

export function refuseLonger(length: number, most: number, what: string): void {
  if (length > most)
    throw new Refusal(
      'LIMIT_EXCEEDED',
      `The list has ${formatCount(length)} ${what}. The limit is ${formatCount(most)}.`,
    )
}
