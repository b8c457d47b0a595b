import {
  defaultFieldResolver,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
} from 'graphql'

type Resolver = GraphQLFieldResolver<unknown, { readonly isCompiled?: boolean }>

/**
 * Makes each item of lists of objects a promise, unless the query is compiled. If the completion of an item throws, the
 * executor abandons the promises of the items before it, and their rejection would end the process.
 */
export function withPromisedItems(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__') || !(isObjectType(type) || isInterfaceType(type))) continue
    for (const field of Object.values(type.getFields()))
      if (isListType(getNullableType(field.type)) && isCompositeType(getNamedType(field.type)))
        field.resolve = promising(field.resolve ?? defaultFieldResolver)
  }
  return schema
}

const promising =
  (resolve: Resolver): Resolver =>
  (parent, args, context, info) => {
    const found: unknown = resolve(parent, args, context, info)
    if (context.isCompiled) return found
    return found instanceof Promise ? found.then(promised) : promised(found)
  }

const promised = (list: unknown): unknown =>
  Array.isArray(list) ? list.map(async (item) => promised(await item)) : list
