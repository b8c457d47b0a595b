import {
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  type IntrospectionType,
  type IntrospectionTypeRef,
  introspectionFromSchema,
  isIntrospectionType,
  isObjectType,
} from 'graphql'

/** The parts of a configuration of Graphcache that follow from a schema. */
export interface CacheFacts {
  /** The types whose objects have an id, and are cached by it where it is selected. */
  readonly identified: readonly string[]
  /** The types whose objects have no id, and are cached as part of the object that holds them. */
  readonly embedded: readonly string[]
  /** The fields of each type that return pages, which are merged into one list. */
  readonly pages: Readonly<Record<string, readonly string[]>>
  /** The result of introspection without what the cache does not read: descriptions, inputs and enums. */
  readonly introspection: object
}

export function cacheFacts(schema: GraphQLSchema): CacheFacts {
  const types = Object.values(schema.getTypeMap()).filter(isObject)
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]
  const others = types.filter((type) => !roots.includes(type))
  const hasId = (type: GraphQLObjectType): boolean => 'id' in type.getFields()
  return {
    identified: others.filter(hasId).map(({ name }) => name),
    embedded: others.filter((type) => !hasId(type)).map(({ name }) => name),
    pages: Object.fromEntries(types.map((type) => [type.name, pagesOf(type)]).filter(([, pages]) => pages?.length)),
    introspection: introspectionOf(schema),
  }
}

const isObject = (type: GraphQLNamedType): type is GraphQLObjectType => isObjectType(type) && !isIntrospectionType(type)

const pagesOf = (type: GraphQLObjectType): string[] =>
  Object.values(type.getFields())
    .filter((field) => getNamedType(field.type).name.endsWith('Connection'))
    .map(({ name }) => name)

function introspectionOf(schema: GraphQLSchema): object {
  const { __schema: found } = introspectionFromSchema(schema, { descriptions: false })
  const { queryType, mutationType, subscriptionType, types } = found
  return { __schema: { queryType, mutationType, subscriptionType, types: [any, ...types.flatMap(withoutInputs)] } }
}

const any = { kind: 'SCALAR', name: 'Any' }

function withoutInputs(type: IntrospectionType): object[] {
  const { kind, name } = type
  if (name.startsWith('__')) return []
  if (kind === 'UNION') return [{ kind, name, possibleTypes: type.possibleTypes }]
  if (kind !== 'OBJECT' && kind !== 'INTERFACE') return []
  const fields = type.fields.map((field) => ({
    name: field.name,
    type: withoutLeaves(field.type),
    args: field.args.map((arg) => ({ name: arg.name, type: any })),
  }))
  const possible = kind === 'INTERFACE' ? { possibleTypes: type.possibleTypes } : {}
  return [{ kind, name, fields, interfaces: type.interfaces, ...possible }]
}

function withoutLeaves(type: IntrospectionTypeRef): object {
  if (type.kind === 'LIST' || type.kind === 'NON_NULL') return { kind: type.kind, ofType: withoutLeaves(type.ofType) }
  return type.kind === 'SCALAR' || type.kind === 'ENUM' ? any : { kind: type.kind, name: type.name }
}

/** Returns the module that configures Graphcache, and its types. */
export function cacheModule({ identified, embedded, pages, introspection }: CacheFacts) {
  const keys = [...identified.map((name) => `  ${name}: byId,`), ...embedded.map((name) => `  ${name}: embedded,`)]
  const resolvers = Object.entries(pages).map(
    ([type, fields]) => `  ${type}: { ${fields.map((field) => `${field}: pages()`).join(', ')} },`,
  )
  return {
    code: `import { relayPagination as pages } from '@urql/exchange-graphcache/extras'

const byId = ({ id }) => id ?? null
const embedded = () => null

export const keys = {
${keys.join('\n')}
}

export const resolvers = {
${resolvers.join('\n')}
}

export const schema = ${JSON.stringify(introspection)}
`,
    types: `import type { CacheExchangeOpts } from '@urql/exchange-graphcache'

type Options = Required<CacheExchangeOpts>

/** The keys of objects: their id where it is selected; others are cached as part of the object that holds them. */
export declare const keys: Options['keys']
/** The fields that return pages, which are merged into one list. */
export declare const resolvers: Options['resolvers']
/** The types and fields of the schema, by which fragments are matched. */
export declare const schema: Options['schema']
`,
  }
}
