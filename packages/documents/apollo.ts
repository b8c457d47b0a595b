import { type GraphQLFieldMap, type GraphQLSchema, isAbstractType, isObjectType } from 'graphql'
import { cacheFacts } from './graphcache.js'

/** The arguments that select a page; the others select the list. */
const ofPages = ['first', 'last', 'after', 'before']

/** Returns the module that configures the cache of Apollo Client, and its types. */
export function apolloModule(schema: GraphQLSchema): { readonly code: string; readonly types: string } {
  const { embedded, pages } = cacheFacts(schema)
  const lists = Object.entries(pages).map(([type, names]) => {
    const found = schema.getType(type)
    const fields = isObjectType(found) ? found.getFields() : {}
    return `  ${type}: { fields: { ${names.map((name) => `${name}: pages(${keyArguments(fields, name)})`).join(', ')} } },`
  })
  // Pages are merged by the field that returns them.
  const others = embedded.filter((name) => !(name in pages) && !/(Connection|Edge|PageInfo)$/.test(name))
  return {
    code: `import { relayStylePagination as pages } from '@apollo/client/utilities'

export const possibleTypes = ${JSON.stringify(possibleTypes(schema), null, 2)}

export const typePolicies = {
${[...lists, ...others.map((name) => `  ${name}: { merge: true },`)].join('\n')}
}
`,
    types: `import type { InMemoryCacheConfig } from '@apollo/client'

type Options = Required<InMemoryCacheConfig>

/** The types of each interface and union, by which fragments are matched. */
export declare const possibleTypes: Options['possibleTypes']
/** The fields that return pages, whose \`edges\` are merged into one list, and objects without an id, which are merged. */
export declare const typePolicies: Options['typePolicies']
`,
  }
}

function keyArguments(fields: GraphQLFieldMap<unknown, unknown>, name: string): string {
  const found = fields[name]?.args.map((arg) => arg.name).filter((arg) => !ofPages.includes(arg)) ?? []
  return found.length === 0 ? '' : JSON.stringify(found)
}

const possibleTypes = (schema: GraphQLSchema): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    Object.values(schema.getTypeMap())
      .filter(isAbstractType)
      .map((type) => [type.name, schema.getPossibleTypes(type).map(({ name }) => name)]),
  )
