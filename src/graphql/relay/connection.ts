import { settled } from '../../lib/settled.js'
import type { Sizes } from '../../store/query/counts/sizes.js'
import { type Page, pageSizes } from '../../store/query/page.js'
import { builder, type TypeRef } from '../builder.js'
import { costs, type FieldCost, pageOf } from '../cost.js'

/** The page and the length of a list are read when a field selects them. */
export interface LazyConnection<T> {
  readonly page: () => Page<T> | Promise<Page<T>>
  readonly count: () => number | Promise<number>
}

export const lazyConnection = <L extends LazyConnection<unknown>>(list: L): L => ({
  ...list,
  page: once(list.page),
  count: once(list.count),
})

export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

export const pageInfoType = builder.objectRef<Page<unknown>['pageInfo']>('PageInfo').implement({
  description: 'The position of a page within its list.',
  fields: (t) => ({
    hasNextPage: t.exposeBoolean('hasNextPage', { description: 'True if there are items after this page.' }),
    hasPreviousPage: t.exposeBoolean('hasPreviousPage', { description: 'True if there are items before this page.' }),
    startCursor: t.exposeString('startCursor', {
      nullable: true,
      description: 'The cursor of the first item, for `before`.',
    }),
    endCursor: t.exposeString('endCursor', {
      nullable: true,
      description: 'The cursor of the last item, for `after`.',
    }),
  }),
})

/** Defines the connection and edge types of a node type, named as Relay does. `counting` is the cost of totalCount. */
export function connectionOf<T, L extends LazyConnection<T>>(node: TypeRef<T>, counting: FieldCost['weight']) {
  const { name } = node
  const edge = builder.objectRef<Page<T>['edges'][number]>(`${name}Edge`).implement({
    description: `One ${name} of a list, with its cursor.`,
    fields: (t) => ({
      node: t.field({ type: node, description: 'The item.', resolve: (edge) => edge.node as never }),
      cursor: t.exposeString('cursor', { description: 'An opaque cursor, for `after` and `before`.' }),
    }),
  })
  return builder.objectRef<L>(`${name}Connection`).implement({
    description: `A page of a list of ${name}.`,
    fields: (t) => ({
      edges: t.field({
        ...costs({ items: ({ within }) => within.page ?? 0 }),
        type: [edge],
        description: 'The items with their cursors.',
        resolve: (list) => settled(list.page(), ({ edges }) => edges),
      }),
      nodes: t.field({
        ...costs({ items: ({ within }) => within.page ?? 0 }),
        type: [node],
        description: 'The items.',
        resolve: (list) => settled(list.page(), ({ edges }) => edges.map(({ node }) => node)),
      }),
      pageInfo: t.field({
        type: pageInfoType,
        description: 'The position of this page within the list.',
        resolve: (list) => settled(list.page(), ({ pageInfo }) => pageInfo),
      }),
      totalCount: t.field({
        ...costs({ weight: counting ?? 0 }),
        type: 'Count',
        description: 'The number of items in the whole list.',
        resolve: (list) => list.count(),
      }),
    }),
  })
}

export const pageCosts = (
  weight: FieldCost['weight'] = 10,
  most: (sizes: Sizes) => number = () => Number.POSITIVE_INFINITY,
  needs: Pick<FieldCost, 'needsCensus' | 'needsReleaseSizes'> = {},
) =>
  costs({
    weight,
    ...needs,
    tells: ({ args, sizes }) => ({ page: Math.min(pageOf(args, pageSizes.usual, pageSizes.most), most(sizes)) }),
  })

export const connectionArgs = () =>
  builder.args((t) => ({
    first: t.int({
      description: 'Returns the first n items (at most 1,000). The default is 50 if neither first nor last is given.',
    }),
    after: t.string({ description: 'Returns items after this cursor.' }),
    last: t.int({ description: 'Returns the last n items (at most 1,000). Cannot be combined with first.' }),
    before: t.string({ description: 'Returns items before this cursor.' }),
  }))
