import type { GraphQLResolveInfo, SelectionSetNode } from 'graphql'

/** The names of the fields that are asked for right below a field, in fragments too; what @skip leaves out is among them. */
export function askedBelow({ fieldNodes, fragments }: GraphQLResolveInfo): ReadonlySet<string> {
  const names = new Set<string>()
  const visit = (set: SelectionSetNode | undefined): void => {
    for (const each of set?.selections ?? []) {
      if (each.kind === 'Field') names.add(each.name.value)
      else visit(each.kind === 'InlineFragment' ? each.selectionSet : fragments[each.name.value]?.selectionSet)
    }
  }
  for (const { selectionSet } of fieldNodes) visit(selectionSet)
  return names
}
