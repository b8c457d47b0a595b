import { Kind, parse } from 'graphql'

/** The contents of a tab; the variables are JSON. */
export interface Tab {
  readonly query: string
  readonly variables: string
}

/** Returns what a link to GraphiQL asks for, if anything. */
export function readLink(address: URL): Tab | null {
  const query = address.searchParams.get('query')
  return query === null ? null : { query, variables: address.searchParams.get('variables') ?? '' }
}

const longest = 8000 // characters: servers and proxies refuse lines of 8 KiB and more

/** Returns the link that opens a tab, or the path alone if it is empty or too long. */
export function linkTo(path: string, { query, variables }: Tab): string {
  if (query === '') return path
  const link = `${path}?${new URLSearchParams({ query, ...(variables === '' ? {} : { variables }) })}`
  return link.length <= longest ? link : path
}

/** Tells whether a link may run: a mutation could use the keys of the reader, and a subscription does not end. */
export function onlyReads(query: string): boolean {
  try {
    return parse(query).definitions.every(
      (definition) => definition.kind !== Kind.OPERATION_DEFINITION || definition.operation === 'query',
    )
  } catch {
    return true // the server runs none of it, and its answer tells where the fault is
  }
}
