import type { FieldNode, GraphQLResolveInfo } from 'graphql'

/**
 * The names of the fields that are asked for right below a field, or below one on a path that begins there, in fragments
 * too; what @skip leaves out is among them.
 */
export function askedBelow(info: GraphQLResolveInfo, ...path: readonly string[]): ReadonlySet<string> {
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
