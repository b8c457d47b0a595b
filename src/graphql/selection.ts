import {
  type DirectiveNode,
  type FieldNode,
  type GraphQLResolveInfo,
  isObjectType,
  Kind,
  type ValueNode,
} from 'graphql'
import type { Indicator, Parts } from '../store/query/rows.js'

/**
 * Returns the names of the fields selected below a field, or below the end of a path that begins at it. Fragments are
 * followed; fields that @skip and @include leave out are included.
 */
export function fieldsBelow(info: GraphQLResolveInfo, ...path: readonly string[]): ReadonlySet<string> {
  let fields: readonly FieldNode[] = info.fieldNodes
  for (const name of path) fields = below(fields, info).filter((field) => field.name.value === name)
  return new Set(below(fields, info).map((field) => field.name.value))
}

function below(fields: readonly FieldNode[], { fragments }: GraphQLResolveInfo): FieldNode[] {
  const found: FieldNode[] = []
  const visit = (set: FieldNode['selectionSet']): void => {
    for (const each of set?.selections ?? []) {
      if (each.kind === 'Field') found.push(each)
      else visit(each.kind === 'InlineFragment' ? each.selectionSet : fragments[each.name.value]?.selectionSet)
    }
  }
  for (const { selectionSet } of fields) visit(selectionSet)
  return found
}

/**
 * Returns the parts of figures that the fields below `nodes` and `edges { node }` read; null for all of them, where a
 * selected field does not declare what it reads.
 */
export function partsSelected(info: GraphQLResolveInfo): Parts | null {
  const parts = new Set<keyof Indicator>()
  const type = info.schema.getType('Indicator')
  const fields = isObjectType(type) ? type.getFields() : {}
  for (const path of [['nodes'], ['edges', 'node']])
    for (const name of fieldsBelow(info, ...path)) {
      if (name === '__typename') continue
      const columns = fields[name]?.extensions['columns'] as readonly (keyof Indicator)[] | undefined
      if (columns === undefined) return null
      for (const part of columns) parts.add(part)
    }
  return parts
}

/** Tells whether the cursors of a list are selected. */
export const cursorsSelected = (info: GraphQLResolveInfo): boolean =>
  fieldsBelow(info, 'edges').has('cursor') ||
  ['startCursor', 'endCursor'].some((field) => fieldsBelow(info, 'pageInfo').has(field))

/** Tells whether @skip and @include leave a selection in, for the values of the variables. */
export const isIncluded = (
  directives: readonly DirectiveNode[] | undefined,
  variables: Readonly<Record<string, unknown>>,
): boolean =>
  directives === undefined ||
  directives.every(({ name, arguments: args = [] }) => {
    const condition = args.find((argument) => argument.name.value === 'if')?.value
    if (condition === undefined) return true
    if (name.value === 'include') return booleanOf(condition, variables) !== false
    return name.value !== 'skip' || booleanOf(condition, variables) !== true
  })

/** Values that are neither true nor false are left to validation. */
function booleanOf(node: ValueNode, variables: Readonly<Record<string, unknown>>): unknown {
  if (node.kind === Kind.VARIABLE) return variables[node.name.value]
  return node.kind === Kind.BOOLEAN ? node.value : undefined
}
