import * as documents from '../generated/gql/mcp/graphql.js'

/** The names of the queries that tools send, for logs and metrics. */
export const operations: readonly string[] = Object.values(documents).flatMap((document) =>
  [...document.toString().matchAll(/^\s*query (\w+)/gm)].map(([, name = '']) => name),
)
