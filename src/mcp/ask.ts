import { catalogue, type ErrorCode, Refusal } from '../errors.js'
import type { TypedDocumentString } from '../generated/gql/mcp/graphql.js'

/** Sends the JSON body of a GraphQL request to the server, and returns the JSON of its response. */
export type Send = (body: string, signal: AbortSignal) => Promise<unknown>

/** Returns the data of a query without errors; throws its first error as a Refusal. The API checks the variables. */
export type Ask = <Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Readonly<Record<keyof Variables, unknown>>,
) => Promise<Result>

export const asking =
  (send: Send, signal: AbortSignal): Ask =>
  async (document, variables) => {
    const response = (await send(JSON.stringify({ query: document.toString(), variables }), signal)) as Response
    const [error] = response.errors ?? []
    if (error !== undefined) throw refusalOf(error)
    if (response.data == null) throw new Error('a response has neither data nor errors')
    return response.data as never
  }

interface Response {
  readonly data?: unknown
  readonly errors?: readonly GraphQLError[]
}

interface GraphQLError {
  readonly message: string
  readonly extensions?: { readonly code?: string; readonly didYouMean?: string[]; readonly allowed?: string[] }
}

function refusalOf({ message, extensions = {} }: GraphQLError): Refusal {
  const { code = '', didYouMean, allowed } = extensions
  const known = Object.hasOwn(catalogue, code) ? (code as ErrorCode) : 'INTERNAL_SERVER_ERROR'
  return new Refusal(known, inTermsOfArguments(message), {
    ...(didYouMean && { didYouMean }),
    ...(allowed && { allowed }),
  })
}

/** Names the argument in the message of graphql-js about a wrong variable, most of which are fields of the filter. */
const inTermsOfArguments = (message: string): string =>
  message.replace(
    /^Variable "\$(\w+)" got invalid value .*?(?: at "(?:filter\.)?([^"]*)")?; (?:Expected type "\w+"\. |(?=Expected |Value |Enum ))/s,
    (_, name, place) => `${place ?? name}: `,
  )

/** Returns the value of a root field that is null only if it failed. */
export function known<T>(value: T | null | undefined): T {
  if (value == null) throw new Error('a field without an error is null')
  return value
}
