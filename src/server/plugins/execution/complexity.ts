import {
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isIntrospectionType,
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
import { hasVariables } from '../../../graphql/answer-text/coercion.js'

export type Variables = Readonly<Record<string, unknown>>

export interface Complexity {
  /** The number of levels of fields, without introspection, which graphql-js limits itself. */
  readonly depth: number
  readonly fields: number
  readonly aliases: number
  readonly directives: number
  /** The type that occurs most often on one path of fields; occurrences without another type between count once. */
  readonly repeated: { readonly type: string; readonly times: number }
  readonly plan: Plan
}

export type Plan = readonly Planned[]

export interface Planned {
  readonly field: GraphQLField<unknown, unknown> | null
  readonly args: (variables: Variables) => Variables
  readonly directives: readonly DirectiveNode[] | undefined
  readonly below: Plan
}

interface Sum extends Omit<Complexity, 'repeated'> {
  readonly repeats: ReadonlyMap<string, number>
}

/**
 * Measures each operation of a document. A fragment is measured once, so that the time depends on the length of the text
 * only. Unknown names and fragment cycles are left to validation.
 */
export function measureComplexity(schema: GraphQLSchema, document: DocumentNode) {
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const node of document.definitions)
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node)
  const measured = new Map<string, Sum>()
  const operations = new Map<OperationDefinitionNode, Complexity>()
  for (const node of document.definitions) {
    if (node.kind !== Kind.OPERATION_DEFINITION) continue
    const { repeats, ...sum } = selection(node.selectionSet, schema.getRootType(node.operation)?.name ?? '')
    let repeated = { type: '', times: 0 }
    for (const [type, times] of repeats) if (times > repeated.times) repeated = { type, times }
    operations.set(node, { ...sum, directives: sum.directives + (node.directives?.length ?? 0), repeated })
  }
  return operations

  function selection({ selections }: SelectionSetNode, typeName: string): Sum {
    const sums = selections.map((node): Sum => {
      const { directives } = node
      if (node.kind === Kind.FIELD) return field(node, typeName)
      const sum =
        node.kind === Kind.FRAGMENT_SPREAD
          ? fragment(node.name.value)
          : selection(node.selectionSet, node.typeCondition?.name.value ?? typeName)
      const own = sum.directives + (directives?.length ?? 0)
      return { ...sum, directives: own, plan: [{ field: null, args: noArguments, directives, below: sum.plan }] }
    })
    const repeats = new Map<string, number>()
    if (!typeName.startsWith('__') && typeName !== '') repeats.set(typeName, 1)
    for (const sum of sums)
      for (const [type, times] of sum.repeats) repeats.set(type, Math.max(times, repeats.get(type) ?? 0))
    const total = (of: (sum: Sum) => number): number => sums.reduce((all, sum) => all + of(sum), 0)
    return {
      depth: Math.max(0, ...sums.map(({ depth }) => depth)),
      fields: total(({ fields }) => fields),
      aliases: total(({ aliases }) => aliases),
      directives: total(({ directives }) => directives),
      plan: sums.flatMap(({ plan }) => plan),
      repeats,
    }
  }

  function fragment(name: string): Sum {
    const known = measured.get(name)
    if (known !== undefined) return known
    const node = fragments.get(name)
    if (node === undefined) return nothing
    measured.set(name, nothing) // for a fragment that spreads itself
    const sum = selection(node.selectionSet, node.typeCondition.name.value)
    measured.set(name, sum)
    return sum
  }

  function field(node: FieldNode, typeName: string): Sum {
    const definition = fieldOf(schema, typeName, node.name.value) ?? null
    const type = definition && getNamedType(definition.type)
    const below = node.selectionSet && type ? selection(node.selectionSet, type.name) : nothing
    return {
      depth: type && isIntrospectionType(type) ? 0 : below.depth + 1,
      fields: below.fields + 1,
      aliases: below.aliases + (node.alias ? 1 : 0),
      directives: below.directives + (node.directives?.length ?? 0),
      plan: [
        { field: definition, args: argumentsOf(definition, node), directives: node.directives, below: below.plan },
      ],
      repeats: type?.name === typeName ? below.repeats : after(typeName, below.repeats),
    }
  }
}

const noArguments = (): Variables => ({})

function argumentsOf(field: GraphQLField<unknown, unknown> | null, node: FieldNode): Planned['args'] {
  const constants: Record<string, unknown> = {}
  const varying: (readonly [name: string, given: ValueNode, preset: unknown])[] = []
  for (const { name, defaultValue } of field?.args ?? []) {
    const given = node.arguments?.find((each) => each.name.value === name)?.value
    if (given !== undefined && hasVariables(given)) varying.push([name, given, defaultValue])
    else {
      const value = given === undefined ? defaultValue : valueFromASTUntyped(given)
      if (value !== undefined) constants[name] = value
    }
  }
  if (varying.length === 0) return () => constants
  return (variables) => {
    const args: Record<string, unknown> = { ...constants }
    for (const [name, given, preset] of varying) {
      const found = valueFromASTUntyped(given, variables as Record<string, unknown>)
      const value = found === undefined ? preset : found
      if (value !== undefined) args[name] = value
    }
    return args
  }
}

const nothing: Sum = { depth: 0, fields: 0, aliases: 0, directives: 0, repeats: new Map(), plan: [] }

function after(typeName: string, repeats: Sum['repeats']): Sum['repeats'] {
  const again = repeats.get(typeName)
  return again === undefined ? repeats : new Map([...repeats, [typeName, again + 1]])
}

function fieldOf(schema: GraphQLSchema, typeName: string, name: string): GraphQLField<unknown, unknown> | undefined {
  if (name === TypeNameMetaFieldDef.name) return TypeNameMetaFieldDef
  const type = schema.getType(typeName)
  if (type === schema.getQueryType())
    for (const meta of [SchemaMetaFieldDef, TypeMetaFieldDef]) if (name === meta.name) return meta
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined
}
