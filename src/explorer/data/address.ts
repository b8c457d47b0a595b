import type { TypedDocumentString } from '../../generated/gql/explorer/graphql.js'

/** Where a query is asked over GET, so that the browser and a cache on the way may keep its answer. */
export function addressOf<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
): string {
  const query = document.toString().replace(/\s+/g, ' ').trim()
  const given = Object.keys(variables as object).length === 0 ? {} : { variables: JSON.stringify(variables) }
  return `/graphql?${new URLSearchParams({ query, ...given })}`
}
