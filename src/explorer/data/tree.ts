import type { ChoicesQuery } from '../../generated/gql/explorer/graphql.js'
import type { Named } from './named.js'

/** A category and its subcategories. Categories without figures have the count 0. */
export interface Branch {
  readonly category: Named
  readonly isGroup: boolean
  readonly count: number
  readonly branches: readonly Branch[]
}

type Facet = ChoicesQuery['indicators']['facets'][number]

export function treeOf(facets: readonly Facet[]): Branch[] {
  const nodes = new Map<string, { category: Named; isGroup: boolean; count: number; branches: Branch[] }>()
  const roots: Branch[] = []
  const nodeOf = (category: Named, above: readonly Named[]) => {
    const known = nodes.get(category.code)
    if (known !== undefined) return known
    const node = { category, isGroup: false, count: 0, branches: [] as Branch[] }
    nodes.set(category.code, node)
    const parent = above.at(-1)
    const siblings = parent === undefined ? roots : nodeOf(parent, above.slice(0, -1)).branches
    siblings.push(node)
    return node
  }
  for (const { category, count } of facets) {
    const node = nodeOf(category, category.ancestors)
    node.count = count
    node.isGroup = category.isAggregate
  }
  return roots
}

/** Returns the branches whose name or code contains the text, with their ancestors and descendants. */
export function pruned(branches: readonly Branch[], text: string): Branch[] {
  const wanted = text.trim().toLowerCase()
  if (wanted === '') return [...branches]
  return branches.flatMap((branch) => {
    const { code, en, zh } = branch.category
    if ([code, en, zh].some((name) => name.toLowerCase().includes(wanted))) return [branch]
    const below = pruned(branch.branches, text)
    return below.length === 0 ? [] : [{ ...branch, branches: below }]
  })
}
