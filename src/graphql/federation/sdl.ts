import {
  type ConstDirectiveNode,
  type DefinitionNode,
  type GraphQLSchema,
  Kind,
  parse,
  print,
  printSchema,
} from 'graphql'
import { isNodeType } from '../relay/node.js'
import { keysOf } from './keys.js'

const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@shareable"])'

/** The fields of Query that a supergraph does not have: it finds records by their keys, in all its subgraphs. */
const withheld = ['_entities', '_service', 'node', 'nodes']
const ownTypes = ['_Any', '_Entity', '_Service']

/** Returns the schema in SDL, without what only gateways use, and with directives that say how it is composed. */
export function sdlOf(schema: GraphQLSchema): string {
  const definitions = parse(`${printSchema(schema)}\n${link}`).definitions.flatMap(composed)
  return `${print({ kind: Kind.DOCUMENT, definitions })}\n`
}

function composed(each: DefinitionNode): DefinitionNode[] {
  if ('name' in each && ownTypes.includes(each.name?.value ?? '')) return []
  if (each.kind !== Kind.OBJECT_TYPE_DEFINITION) return [each]
  const { name, fields = [] } = each
  if (name.value === 'Query') return [{ ...each, fields: fields.filter((one) => !withheld.includes(one.name.value)) }]
  return [{ ...each, directives: directivesOf(name.value) }]
}

function directivesOf(type: string): readonly ConstDirectiveNode[] {
  if (type === 'PageInfo') return [directive('shareable')] // other subgraphs with connections have it too
  return isNodeType(type) ? keysOf(type).map((fields) => directive('key', { fields })) : []
}

const directive = (name: string, args: Readonly<Record<string, string>> = {}): ConstDirectiveNode => ({
  kind: Kind.DIRECTIVE,
  name: { kind: Kind.NAME, value: name },
  arguments: Object.entries(args).map(([argument, value]) => ({
    kind: Kind.ARGUMENT,
    name: { kind: Kind.NAME, value: argument },
    value: { kind: Kind.STRING, value },
  })),
})
