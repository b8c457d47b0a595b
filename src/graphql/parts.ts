import type { GraphQLResolveInfo } from 'graphql'
import type { Indicator, Parts } from '../store/query/rows.js'
import { askedBelow } from './asked.js'

type Part = keyof Indicator

/** What fields of a figure are made of. What is not here is made of the whole figure, or of what is around it. */
const partsOf: ReadonlyMap<string, readonly Part[]> = new Map<string, readonly Part[]>([
  ['__typename', []],
  ['metric', ['metricId']],
  ['dimension', ['categoryId']],
  ['category', ['categoryId']],
  ['categories', ['categories']],
  ['period', ['period']],
  ['periodStart', ['period']],
  ['periodEnd', ['period']],
  ['frequency', ['period']],
  ['unit', ['unit']],
  ['decimals', ['decimals']],
  ['value', ['value', 'unit']],
  ['bounds', ['value', 'unit', 'decimals', 'qualifier']],
  ['formatted', ['value', 'unit', 'decimals', 'qualifier']],
  ['qualifier', ['qualifier']],
  ['status', ['status']],
  ['yoyChange', ['changes', 'period']],
  ['share', ['share']],
  ['series', ['series']],
  ['release', ['release']],
])

/** The parts of the figures of a list that the fields below `nodes` and `edges` need; null where that is all of them. */
export function partsAsked(info: GraphQLResolveInfo): Parts | null {
  const parts = new Set<Part>()
  for (const path of [['nodes'], ['edges', 'node']])
    for (const field of askedBelow(info, ...path)) {
      const needed = partsOf.get(field)
      if (needed === undefined) return null
      for (const part of needed) parts.add(part)
    }
  return parts
}

/** Whether places in a list are asked for. */
export const cursorsAsked = (info: GraphQLResolveInfo): boolean =>
  askedBelow(info, 'edges').has('cursor') ||
  ['startCursor', 'endCursor'].some((field) => askedBelow(info, 'pageInfo').has(field))
