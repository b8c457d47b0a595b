import { type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { asset } from '../http/asset.js'
import { useRoute } from '../http/route.js'

/** Serves the sorted schema in SDL at /schema.graphql, for code generators. */
export function useSchemaFile(schema: GraphQLSchema): Plugin {
  const print = (): string => `${printSchema(lexicographicSortSchema(schema))}\n`
  return useRoute('/schema.graphql', asset(print, { 'content-type': 'application/graphql; charset=utf-8' }))
}
