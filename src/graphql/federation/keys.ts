import type { NodeType } from '../relay/node.js'

/** The paths of the fields that hold the natural key of a type, which is a key beside `id`. */
export const naturalKeys: Partial<Record<NodeType, readonly string[]>> = {
  Dataset: ['code'],
  Metric: ['code'],
  Dimension: ['code'],
  Category: ['dimension.code', 'code'],
  Release: ['code'],
  Series: ['key'],
}

export const keysOf = (type: NodeType): readonly string[] => [
  'id',
  ...(naturalKeys[type] ? [naturalKeys[type].map(selection).join(' ')] : []),
]

/** Returns the selection of a path: `dimension { code }` of `dimension.code`. */
const selection = (path: string): string => path.split('.').reduceRight((below, field) => `${field} { ${below} }`)
