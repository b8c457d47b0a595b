import {
  type DirectiveNode,
  type FieldNode,
  type GraphQLResolveInfo,
  isObjectType,
  Kind,
  type ValueNode,
} from 'graphql'
import type { PageContents } from '../store/query/observation-page.js'
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

type Path = readonly string[]

const items: readonly Path[] = [['nodes'], ['edges', 'node']]

/**
 * Returns the parts of figures that the fields below the items of a list read: the items themselves, or the figures
 * that they hold. Null, for all parts, if a selected field does not declare what it reads.
 */
export function partsSelected(info: GraphQLResolveInfo, type = 'Indicator', figures: Path = []): Parts | null {
  const read = (of: string, paths: readonly Path[], besides: Path): (readonly (keyof Indicator)[] | undefined)[] => {
    const found = info.schema.getType(of)
    const fields = isObjectType(found) ? found.getFields() : {}
    return paths
      .flatMap((path) => [...fieldsBelow(info, ...path)])
      .filter((name) => name !== '__typename' && !besides.includes(name))
      .map((name) => fields[name]?.extensions['columns'] as readonly (keyof Indicator)[] | undefined)
  }
  const below = items.flatMap((path) => figures.map((name) => [...path, name]))
  const parts = [...read(type, items, figures), ...read('Indicator', below, [])]
  return parts.includes(undefined) ? null : new Set(parts.flatMap((part) => part ?? []))
}

const cursorsSelected = (info: GraphQLResolveInfo): boolean =>
  fieldsBelow(info, 'edges').has('cursor') ||
  ['startCursor', 'endCursor'].some((field) => fieldsBelow(info, 'pageInfo').has(field))

const contents = new WeakMap<object, PageContents>()

/** Returns what the fields below a list read of its page. A compiled query has the same nodes each time. */
export function contentsSelected(info: GraphQLResolveInfo): PageContents {
  const found = contents.get(info.fieldNodes)
  if (found !== undefined) return found
  const selected = { parts: partsSelected(info), cursors: cursorsSelected(info) }
  contents.set(info.fieldNodes, selected)
  return selected
}

/** Evaluates @skip and @include of a selection for the values of the variables. */
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

/** Leaves values that are neither true nor false to validation. */
function booleanOf(node: ValueNode, variables: Readonly<Record<string, unknown>>): unknown {
  if (node.kind === Kind.VARIABLE) return variables[node.name.value]
  return node.kind === Kind.BOOLEAN ? node.value : undefined
}
