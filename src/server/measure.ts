import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isIntrospectionType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
  type ValueNode,
  valueFromASTUntyped,
} from 'graphql'
import {
  type Cost,
  free,
  pageWeight,
  plus,
  type Size,
  sizes,
  stretch,
  times,
  unit,
  usualSize,
  weights,
} from './cost.js'

/** What an operation asks for, its fragments counted wherever they are spread. */
export interface Measure {
  /** Levels of fields; those of introspection do not count, graphql-js limits them itself. */
  readonly depth: number
  readonly fields: number
  readonly aliases: number
  readonly directives: number
  readonly cost: Cost
}

/** A selection; `paged` is the cost of an item of the lists in it whose length the field above chooses. */
interface Sum extends Measure {
  readonly paged: Cost
}

/**
 * Measures each operation of a document, in one walk in which a fragment is measured once, so that its time grows with
 * the text and not with what that unfolds to. What the schema lacks, and circles, are left to validation.
 */
export function measure(schema: GraphQLSchema, document: DocumentNode): Map<OperationDefinitionNode, Measure> {
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const node of document.definitions)
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node)
  const measured = new Map<string, Sum>()
  const operations = new Map<OperationDefinitionNode, Measure>()
  for (const node of document.definitions) {
    if (node.kind !== Kind.OPERATION_DEFINITION) continue
    const sum = selection(node.selectionSet, schema.getRootType(node.operation)?.name ?? '')
    const cost = plus(sum.cost, times(usualSize, sum.paged))
    operations.set(node, { ...sum, directives: sum.directives + (node.directives?.length ?? 0), cost })
  }
  return operations

  function selection({ selections }: SelectionSetNode, typeName: string): Sum {
    let all = nothing
    for (const node of selections) {
      let sum: Sum
      if (node.kind === Kind.FIELD) sum = field(node, typeName)
      else if (node.kind === Kind.FRAGMENT_SPREAD) sum = fragment(node.name.value)
      else sum = selection(node.selectionSet, node.typeCondition?.name.value ?? typeName)
      all = both(all, sum, node.directives?.length ?? 0)
    }
    return all
  }

  function fragment(name: string): Sum {
    const known = measured.get(name)
    if (known !== undefined) return known
    const node = fragments.get(name)
    if (node === undefined) return nothing
    measured.set(name, nothing) // what it finds of itself below it
    const sum = selection(node.selectionSet, node.typeCondition.name.value)
    measured.set(name, sum)
    return sum
  }

  function field(node: FieldNode, typeName: string): Sum {
    const definition = fieldOf(schema, typeName, node.name.value)
    const type = definition && getNamedType(definition.type)
    const below = node.selectionSet && type ? selection(node.selectionSet, type.name) : nothing
    const depth = type && isIntrospectionType(type) ? 0 : below.depth + 1
    const aliases = below.aliases + (node.alias ? 1 : 0)
    const counted = { depth, fields: below.fields + 1, aliases, directives: below.directives }
    if (definition === undefined) return { ...counted, cost: unit(1), paged: free }
    const place = `${typeName}.${node.name.value}`
    const asked = askedSize(node, definition)
    const weight = unit((weights.get(place) ?? 0) + (asked === null ? 0 : pageWeight))
    const list = isListType(getNullableType(definition.type))
    const item = plus(plus(unit(1), below.cost), times((list ? null : asked) ?? usualSize, below.paged))
    if (!list) return { ...counted, cost: plus(weight, item), paged: free }
    const size = asked ?? sizes.get(place) ?? null
    if (size !== null) return { ...counted, cost: plus(weight, times(size, item)), paged: free }
    return { ...counted, cost: weight, paged: item }
  }
}

const nothing: Sum = { depth: 0, fields: 0, aliases: 0, directives: 0, cost: free, paged: free }

const both = (a: Sum, b: Sum, directives: number): Sum => ({
  depth: Math.max(a.depth, b.depth),
  fields: a.fields + b.fields,
  aliases: a.aliases + b.aliases,
  directives: a.directives + b.directives + directives,
  cost: plus(a.cost, b.cost),
  paged: plus(a.paged, b.paged),
})

function fieldOf(schema: GraphQLSchema, typeName: string, name: string): GraphQLField<unknown, unknown> | undefined {
  if (name === TypeNameMetaFieldDef.name) return TypeNameMetaFieldDef
  const type = schema.getType(typeName)
  if (type === schema.getQueryType())
    for (const meta of [SchemaMetaFieldDef, TypeMetaFieldDef]) if (name === meta.name) return meta
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined
}

/** How many items the arguments of a field choose; null where it has none that do. */
function askedSize(node: FieldNode, { args }: GraphQLField<unknown, unknown>): Size | null {
  const takes = (name: string): boolean => args.some((arg) => arg.name === name)
  const given = (name: string): ValueNode | undefined =>
    node.arguments?.find((argument) => argument.name.value === name)?.value
  if (takes('ids')) return sizeFrom([given('ids')], (ids) => stretch(Array.isArray(ids) ? ids.length : 1))
  return takes('first') ? sizeFrom([given('first'), given('last')], stretch) : null
}

/** By the first of the values that is there and not null. */
function sizeFrom(given: readonly (ValueNode | undefined)[], size: (value: unknown) => number): Size {
  const nodes = given.filter((node) => node !== undefined)
  if (!nodes.some((node) => node.kind === Kind.VARIABLE || node.kind === Kind.LIST))
    return size(nodes.map((node) => valueFromASTUntyped(node)).find((value) => value != null))
  return (variables) => size(nodes.map((node) => valueFromASTUntyped(node, variables)).find((value) => value != null))
}
