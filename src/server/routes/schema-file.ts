import { type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { memoizeByObject } from '../../lib/memo.js'
import { asset } from '../http/asset.js'
import { useRoute } from '../http/route.js'
import type { Schemas } from '../schemas.js'

/** Serves the sorted schema of the store in SDL at /schema.graphql, for code generators. */
export function useSchemaFile(schemas: Schemas): Plugin {
  const fileOf = memoizeByObject((schema: GraphQLSchema) => {
    const print = (): string => `${printSchema(lexicographicSortSchema(schema))}\n`
    return asset(print, { 'content-type': 'application/graphql; charset=utf-8' })
  })
  return useRoute('/schema.graphql', async (request) => fileOf(await schemas.current())(request))
}
