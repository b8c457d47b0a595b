import type { GraphiQLProps } from 'graphiql'
import { getOperationAST, type OperationDefinitionNode, parse } from 'graphql'
import { createClient } from 'graphql-sse'

const url = '/graphql'

/** Sends operations with the headers of the tab, and subscriptions as event streams. */
export const fetcher: GraphiQLProps['fetcher'] = async ({ query, variables, operationName }, { headers = {} } = {}) => {
  const operation = operationIn(query, operationName)
  const name = operation === null ? operationName : operation.name?.value
  const request = { query, variables, ...(name ? { operationName: name } : {}) }
  if (operation?.operation === 'subscription') return createClient({ url, headers, retryAttempts: 0 }).iterate(request)
  const response = await fetch(url, {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json', ...headers },
    body: JSON.stringify(request),
  })
  return response.json()
}

/** Returns the only operation, whose name GraphiQL knows a moment after its text, or the one with the name. */
function operationIn(query: string, name: string | null | undefined): OperationDefinitionNode | null {
  try {
    const document = parse(query)
    return getOperationAST(document) ?? getOperationAST(document, name) ?? null
  } catch {
    return null
  }
}
