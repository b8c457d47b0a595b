import type { GraphQLSchema } from 'graphql'
import { codeText } from '../../domain/codes/code-text.js'
import { boundedText, listBounds } from '../../domain/input-bounds.js'
import { Refusal } from '../../errors.js'
import { memoizeByObject } from '../../lib/memo.js'
import { refuseLonger } from '../../store/query/page.js'
import type { View } from '../../store/query/view.js'
import { builder } from '../builder.js'
import { costs } from '../cost.js'
import { type Found, findById, findByKey, isNodeType, nodeRefs, settled } from '../relay/node.js'
import { buildSchema } from '../schema.js'
import { keysOf, naturalKeys } from './keys.js'
import { sdlOf } from './sdl.js'

type Representation = Readonly<Record<string, unknown>>

const most = listBounds.values

const representationType = builder.scalarType('_Any', {
  description: 'A reference of another subgraph to a record: __typename, and the fields of one of its keys.',
  serialize: () => null,
  parseValue: (value) => {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value }
    throw malformed('A representation is an object with __typename and the fields of a key.')
  },
})

const entityType = builder.unionType('_Entity', {
  description: 'The types whose records a gateway can ask for by their keys.',
  types: Object.values(nodeRefs),
})

const printed = memoizeByObject(sdlOf)

const serviceType = builder.objectRef<GraphQLSchema>('_Service').implement({
  description: 'The description of this subgraph.',
  fields: (t) => ({
    sdl: t.string({ description: 'The schema with the keys of its types, as gateways compose it.', resolve: printed }),
  }),
})

builder.queryFields((t) => ({
  _service: t.field({
    type: serviceType,
    description: 'This subgraph, for the composition of a supergraph.',
    resolve: (_, __, ___, { schema }) => schema,
  }),
  _entities: t.field({
    ...costs({
      weight: 10,
      items: ({ args: { representations: given } }) => (Array.isArray(given) ? Math.min(given.length, most) : 1),
    }),
    type: [entityType],
    nullable: { list: false, items: true },
    description: `The records of some representations, in the same order, with null where there is none. At most ${most} representations.`,
    args: {
      representations: t.arg({ type: [representationType], required: true, description: 'References to records.' }),
    },
    resolve: (_, { representations: given }, { view }) => {
      refuseLonger(given.length, most, 'representations')
      return settled(given.map((each) => find(view, each)))
    },
  }),
}))

async function find(view: View, of: Representation): Promise<Found> {
  const { __typename: type, id } = of
  if (typeof type !== 'string' || !isNodeType(type))
    throw malformed(`__typename of a representation must be one of ${Object.keys(nodeRefs).join(', ')}.`)
  if (typeof id === 'string') return findById(view, boundedText('id', id, 'id'), type)
  const parts = (naturalKeys[type] ?? [null]).map((path) => path && textAt(of, path))
  if (parts.every((part) => part !== null)) return findByKey(view, type, parts)
  throw malformed(`A representation of ${type} must hold ${keysOf(type).join(', or ')}: strings.`)
}

function textAt(of: Representation, path: string): string | null {
  const found = path.split('.').reduce<unknown>((within, field) => (within as Representation | null)?.[field], of)
  if (typeof found !== 'string') return null
  return path === 'key' ? boundedText(path, found, 'id') : codeText(boundedText(path, found, 'code'))
}

const malformed = (message: string): Refusal => new Refusal('BAD_USER_INPUT', message)

/** The schema as a subgraph of Apollo Federation 2: with `_service` and `_entities`, which `schema` does not have. */
export const subgraph: GraphQLSchema = buildSchema()
