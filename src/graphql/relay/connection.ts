import type { InterfaceRef, ObjectRef } from '@pothos/core'
import { type Page, pageSizes } from '../../store/query/page.js'
import type { Sizes } from '../../store/query/sizes.js'
import { builder } from '../builder.js'
import { costs, type FieldCost, pageOf } from '../cost.js'

/** A list that is read as far as it is asked for: its pages and its length are each read once, when a field wants them. */
export interface LazyConnection<T> {
  readonly page: () => Page<T> | Promise<Page<T>>
  readonly count: () => number | Promise<number>
}

/** A listing that reads nothing twice. */
export const lazyConnection = <L extends LazyConnection<unknown>>(list: L): L => ({
  ...list,
  page: once(list.page),
  count: once(list.count),
})

/** A function that is called at most once, and answers the same ever after. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

const pageInfo = builder.objectRef<Page<unknown>['pageInfo']>('PageInfo').implement({
  description: 'Where a page stands in its list.',
  fields: (t) => ({
    hasNextPage: t.exposeBoolean('hasNextPage', { description: 'Whether more follows.' }),
    hasPreviousPage: t.exposeBoolean('hasPreviousPage', { description: 'Whether something comes before.' }),
    startCursor: t.exposeString('startCursor', {
      nullable: true,
      description: 'The place of its first item, for `before`.',
    }),
    endCursor: t.exposeString('endCursor', { nullable: true, description: 'The place of its last item, for `after`.' }),
  }),
})

/**
 * The connection of a type, by the names that Relay gives: IndicatorConnection and IndicatorEdge of Indicator. `counting`
 * is what its totalCount costs.
 */
export function connectionOf<T, L extends LazyConnection<T>>(
  node: ObjectRef<typeof builder.$inferSchemaTypes, T> | InterfaceRef<typeof builder.$inferSchemaTypes, T>,
  counting: FieldCost['weight'],
) {
  const { name } = node
  const edge = builder.objectRef<Page<T>['edges'][number]>(`${name}Edge`).implement({
    description: `One ${name} of a list, with its place there.`,
    fields: (t) => ({
      node: t.field({ type: node, description: 'What stands there.', resolve: (edge) => edge.node as never }),
      cursor: t.exposeString('cursor', { description: 'The place, for `after` and `before`. Opaque.' }),
    }),
  })
  return builder.objectRef<L>(`${name}Connection`).implement({
    description: `A stretch of a list of ${name}.`,
    fields: (t) => ({
      edges: t.field({
        ...costs({ items: ({ within }) => within.page ?? 0 }),
        type: [edge],
        description: 'With their cursors.',
        resolve: async (list) => (await list.page()).edges,
      }),
      nodes: t.field({
        ...costs({ items: ({ within }) => within.page ?? 0 }),
        type: [node],
        description: 'Without their cursors.',
        resolve: async (list) => (await list.page()).edges.map((edge) => edge.node) as never,
      }),
      pageInfo: t.field({
        type: pageInfo,
        description: 'Where this stretch stands in the list.',
        resolve: async (list) => (await list.page()).pageInfo,
      }),
      totalCount: t.int({
        ...costs({ weight: counting ?? 0 }),
        description: 'How long the whole list is.',
        resolve: (list) => list.count(),
      }),
    }),
  })
}

/** What a list of pages costs, which is known to have no more than so many items. */
export const pageCosts = (
  weight: FieldCost['weight'] = 10,
  most: (sizes: Sizes) => number = () => Number.POSITIVE_INFINITY,
) =>
  costs({
    weight,
    tells: ({ args, sizes }) => ({ page: Math.min(pageOf(args, pageSizes.usual, pageSizes.most), most(sizes)) }),
  })

/** The arguments that choose a stretch of a list. */
export const connectionArgs = () =>
  builder.args((t) => ({
    first: t.int({
      description: 'So many from its beginning, 1,000 at most; 50 where neither first nor last is given.',
    }),
    after: t.string({ description: 'Only what comes after this cursor.' }),
    last: t.int({ description: 'So many from its end, 1,000 at most. Not together with first.' }),
    before: t.string({ description: 'Only what comes before this cursor.' }),
  }))
