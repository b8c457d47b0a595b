import type { TypedDocumentString } from '../../generated/gql/explorer/graphql.js'

/** Returns the URL of a query over GET, so that browser and shared caches can store the response. */
export function addressOf<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
): string {
  const query = document.toString().replace(/\s+/g, ' ').trim()
  const given = Object.keys(variables as object).length === 0 ? {} : { variables: JSON.stringify(variables) }
  return `/graphql?${new URLSearchParams({ query, ...given })}`
}
